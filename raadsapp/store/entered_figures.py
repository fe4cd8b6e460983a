"""Figures that a clerk entered, as they are stored: a log of which the last row counts."""

from collections.abc import Iterable
from datetime import date, datetime

from raadsapp.domain.entered_figure import EnteredFigure
from raadsapp.store import codes, faults
from raadsapp.store.connection import Store

_ALL = """
SELECT municipality, fact, value, source, entered_by, entered_at FROM entered_figures ORDER BY number
"""
_THEN = """
SELECT municipality, fact, value, source, entered_by, entered_at FROM (
  SELECT *, max(number) FROM entered_figure WHERE coalesce(written_at, entered_at) <= :until
  GROUP BY municipality, fact
) WHERE value IS NOT NULL ORDER BY number
"""
_ADD = """
INSERT INTO entered_figure (municipality, fact, value, source, entered_by, entered_at, written_at)
VALUES (:municipality, :fact, :value, :source, :entered_by, :entered_at, :written_at)
"""


def all_figures(store: Store, as_of: date | None = None) -> tuple[EnteredFigure, ...]:
    """Every figure that counts, or counted at the end of the local day `as_of`, in order of entering."""
    rows = store.rows(_THEN, {"until": codes.end_of_day_text(as_of)}) if as_of else store.rows(_ALL)
    with faults.in_rows(store.path):
        return tuple(
            EnteredFigure(
                municipality=municipality,
                key=key,
                value=value,
                source=source,
                by=by,
                at=datetime.fromisoformat(at),
            )
            for municipality, key, value, source, by, at in rows
        )


def add(store: Store, figures: Iterable[EnteredFigure], at: datetime) -> None:
    """From `at` on let these figures count instead of what was entered under the same keys: all, or none."""
    with store.writing() as connection:
        connection.executemany(_ADD, [_row(figure, at) for figure in figures])


def _row(figure: EnteredFigure, at: datetime) -> dict[str, object]:
    return {
        "municipality": figure.municipality,
        "fact": figure.key,
        "value": figure.value,
        "source": figure.source,
        "entered_by": figure.by,
        "entered_at": codes.moment_text(figure.at),
        "written_at": codes.moment_text(at),
    }
