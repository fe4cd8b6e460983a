"""Context sessions and what their small groups chose, as they are stored."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from raadsapp.domain.context_session import Answer, ContextSession, DamagedSession
from raadsapp.errors import UserError
from raadsapp.store import faults
from raadsapp.store.connection import Store

_ALL = """
SELECT number, title, held_on, cases, size, minutes, taken_along FROM context_session
ORDER BY held_on DESC, number DESC
"""
_ANSWERS = """
SELECT session, "case", step, small_group, choice, words, why FROM context_answer
ORDER BY session, "case", step, small_group
"""
_ADD = """
INSERT INTO context_session (number, title, held_on, cases, size, minutes, taken_along)
VALUES (:number, :title, :held_on, :cases, :size, :minutes, :taken_along) RETURNING number
"""
_CHANGE = """
UPDATE context_session SET title = :title, held_on = :held_on, cases = :cases, size = :size,
  minutes = :minutes, taken_along = :taken_along
WHERE number = :number
"""
_WRITE = """
INSERT INTO context_answer (session, "case", step, small_group, choice, words, why)
VALUES (:session, :case, :step, :small_group, :choice, :words, :why)
ON CONFLICT (session, "case", step, small_group)
DO UPDATE SET choice = excluded.choice, words = excluded.words, why = excluded.why
"""


def all_sessions(store: Store) -> tuple[ContextSession | DamagedSession, ...]:
    """Every session, the newest first; number and title of one that cannot be read."""
    answers: dict[int, list[tuple[Any, ...]]] = {}
    for session, *answer in store.rows(_ANSWERS):
        answers.setdefault(session, []).append(tuple(answer))
    return tuple(_read(store, row, answers.get(row[0], [])) for row in store.rows(_ALL))


def add(store: Store, session: ContextSession) -> int:
    """Store a session with its answers; its number: its own when it has one, else one never used before."""
    with store.writing() as connection:
        ((number,),) = connection.execute(_ADD, _row(session)).fetchall()
        connection.executemany(_WRITE, [_answer_row(number, answer) for answer in session.answers])
    return int(number)


def change(store: Store, session: ContextSession) -> None:
    """Keep the plan and texts of the session with this number, not its answers; UserError when it is gone."""
    with store.writing() as connection:
        if not connection.execute(_CHANGE, _row(session)).rowcount:
            raise gone()


def write(store: Store, number: int, answers: Iterable[Answer]) -> None:
    """Keep these answers in the place of those at the same places; UserError when the session is gone."""
    with store.writing() as connection:
        if not connection.execute(
            "SELECT 1 FROM context_session WHERE number = :number", {"number": number}
        ).fetchall():
            raise gone()
        connection.executemany(_WRITE, [_answer_row(number, answer) for answer in answers])


def remove(store: Store, number: int) -> None:
    """Delete a session with its answers; UserError when it is gone already."""
    with store.writing() as connection:
        if not connection.execute(
            "DELETE FROM context_session WHERE number = :number", {"number": number}
        ).rowcount:
            raise gone()


def gone() -> UserError:
    """The error for a session that was removed in the meantime."""
    return UserError("Deze contextsessie is er niet meer.", "Er is niets gewijzigd.")


def _row(session: ContextSession) -> dict[str, object]:
    return {
        "number": session.number or None,
        "title": session.title,
        "held_on": session.held_on.isoformat(),
        "cases": json.dumps(session.cases),
        "size": session.size,
        "minutes": session.minutes,
        "taken_along": session.taken_along,
    }


def _answer_row(number: int, answer: Answer) -> dict[str, object]:
    return {
        "session": number,
        "case": answer.case,
        "step": answer.step,
        "small_group": answer.group,
        "choice": answer.choice,
        "words": answer.words,
        "why": answer.why,
    }


def _read(
    store: Store, row: tuple[Any, ...], answers: list[tuple[Any, ...]]
) -> ContextSession | DamagedSession:
    try:
        with faults.in_rows(store.path):
            return _session(row, answers)
    except faults.DamagedError:
        return DamagedSession(number=row[0], title=row[1])


def _session(row: tuple[Any, ...], answers: list[tuple[Any, ...]]) -> ContextSession:
    number, title, held_on, cases, size, minutes, taken_along = row
    return ContextSession(
        number=number,
        title=title,
        held_on=date.fromisoformat(held_on),
        cases=_keys(json.loads(cases)),
        size=_count(size),
        minutes=_count(minutes),
        taken_along=taken_along,
        answers=tuple(_answer(answer) for answer in answers),
    )


def _answer(row: tuple[Any, ...]) -> Answer:
    case, step, group, choice, words, why = row
    return Answer(case=case, step=step, group=_count(group), choice=choice, words=words, why=why)


def _keys(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(key, str) for key in value):
        raise TypeError(value)
    return tuple(value)


def _count(value: int) -> int:
    if value < 1:
        raise ValueError(value)
    return value
