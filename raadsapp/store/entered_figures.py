"""Figures that a clerk entered, as they are stored: a log of which the last row counts."""

from collections.abc import Iterable
from datetime import datetime

from raadsapp.domain.entered_figure import EnteredFigure
from raadsapp.store import faults
from raadsapp.store.connection import Store

_ALL = """
SELECT municipality, fact, value, source, entered_by, entered_at FROM entered_figures ORDER BY number
"""
_ADD = """
INSERT INTO entered_figure (municipality, fact, value, source, entered_by, entered_at)
VALUES (:municipality, :fact, :value, :source, :entered_by, :entered_at)
"""


def all_figures(store: Store) -> tuple[EnteredFigure, ...]:
    """Every figure that counts, in the order in which they were entered."""
    rows = store.rows(_ALL)
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


def add(store: Store, figures: Iterable[EnteredFigure]) -> None:
    """Let these figures count instead of what was entered under the same keys: all of them, or none."""
    with store.writing() as connection:
        connection.executemany(_ADD, [_row(figure) for figure in figures])


def _row(figure: EnteredFigure) -> dict[str, object]:
    return {
        "municipality": figure.municipality,
        "fact": figure.key,
        "value": figure.value,
        "source": figure.source,
        "entered_by": figure.by,
        "entered_at": figure.at.isoformat(timespec="microseconds"),
    }
