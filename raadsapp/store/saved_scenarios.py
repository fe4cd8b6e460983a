"""Saved scenarios as they are stored."""

import json
from datetime import date
from typing import Any

from raadsapp.domain.saved_scenario import DamagedRow, Path, SavedScenario
from raadsapp.errors import UserError
from raadsapp.store import faults
from raadsapp.store.connection import Store

_ALL = """
SELECT number, name, municipality, question, hypothesis, findings, decision, author, made_on, settings,
  model_version, facts, years, came_out
FROM scenario ORDER BY made_on DESC, number DESC
"""
_ADD = """
INSERT INTO scenario (number, name, municipality, question, hypothesis, findings, decision, author, made_on,
  settings, model_version, facts, years, came_out)
VALUES (:number, :name, :municipality, :question, :hypothesis, :findings, :decision, :author, :made_on,
  :settings, :model_version, :facts, :years, :came_out) RETURNING number
"""
_CHANGE = """
UPDATE scenario SET name = :name, question = :question, hypothesis = :hypothesis, findings = :findings,
  decision = :decision, author = :author, made_on = :made_on
WHERE number = :number
"""


def all_scenarios(store: Store) -> tuple[SavedScenario | DamagedRow, ...]:
    """Every saved scenario, the newest first; number and name of one whose row cannot be read."""
    return tuple(_read(store, row) for row in store.rows(_ALL))


def add(store: Store, saved: SavedScenario) -> int:
    """Store a scenario and return its number: its own when it has one, else one that was never used."""
    with store.writing() as connection:
        ((number,),) = connection.execute(_ADD, _row(saved)).fetchall()
    return int(number)


def change_words(store: Store, saved: SavedScenario) -> None:
    """Give the scenario with this number these words and this date; UserError when it is gone.

    Where its levers stood and what came out stay as they were stored.
    """
    with store.writing() as connection:
        if not connection.execute(_CHANGE, _words(saved)).rowcount:
            raise gone()


def remove(store: Store, number: int) -> None:
    """Delete a scenario; UserError when it is gone already."""
    with store.writing() as connection:
        if not connection.execute("DELETE FROM scenario WHERE number = :number", {"number": number}).rowcount:
            raise gone()


def gone() -> UserError:
    """The error for a scenario that was removed in the meantime."""
    return UserError("Dit scenario is er niet meer.", "Er is niets gewijzigd.")


def _words(saved: SavedScenario) -> dict[str, object]:
    return {
        "number": saved.number or None,
        "name": saved.name,
        "question": saved.question,
        "hypothesis": saved.hypothesis,
        "findings": saved.findings,
        "decision": saved.decision,
        "author": saved.author,
        "made_on": saved.made_on.isoformat(),
    }


def _row(saved: SavedScenario) -> dict[str, object]:
    return _words(saved) | {
        "municipality": saved.municipality,
        "settings": _json(dict(saved.settings)),
        "model_version": saved.model_version,
        "facts": saved.facts,
        "years": _json(saved.years),
        "came_out": _json(dict(saved.came_out)),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _read(store: Store, row: tuple[Any, ...]) -> SavedScenario | DamagedRow:
    try:
        with faults.in_rows(store.path):
            return _scenario(row)
    except faults.DamagedError:
        return DamagedRow(number=row[0], name=row[1])


def _setting(value: object) -> float | str:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise TypeError(value)
    return value


def _year(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(value)
    return value


def _path(values: list[float | None], years: int) -> Path:
    """An outcome over the years: as many numbers as there are years."""
    if len(values) != years:
        raise ValueError(values)
    return tuple(None if value is None else float(value) for value in values)


def _scenario(row: tuple[Any, ...]) -> SavedScenario:
    (number, name, municipality, question, hypothesis, findings, decision, author, made_on, *kept) = row
    settings, model_version, facts, years_text, came_out = kept
    years = tuple(_year(year) for year in json.loads(years_text))
    return SavedScenario(
        number=number,
        name=name,
        municipality=municipality,
        question=question,
        hypothesis=hypothesis,
        findings=findings,
        decision=decision,
        author=author,
        made_on=date.fromisoformat(made_on),
        settings=tuple((lever, _setting(value)) for lever, value in json.loads(settings).items()),
        model_version=model_version,
        facts=facts,
        years=years,
        came_out=tuple(
            (outcome, _path(values, len(years))) for outcome, values in json.loads(came_out).items()
        ),
    )
