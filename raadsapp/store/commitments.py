"""Commitments as they are stored."""

from datetime import date
from typing import Any

from raadsapp.domain.commitment import Commitment, CommitmentState
from raadsapp.errors import UserError
from raadsapp.store.connection import Store

_ALL = """
SELECT number, recommendation, text, owner, made_on, due_on, state FROM commitment ORDER BY made_on, number
"""
_ADD = """
INSERT INTO commitment (number, recommendation, text, owner, made_on, due_on, state)
VALUES (:number, :recommendation, :text, :owner, :made_on, :due_on, :state) RETURNING number
"""
_CHANGE = """
UPDATE commitment SET recommendation = :recommendation, text = :text, owner = :owner, made_on = :made_on,
  due_on = :due_on, state = :state
WHERE number = :number
"""


def all_commitments(store: Store) -> tuple[Commitment, ...]:
    """Every commitment, the oldest first."""
    return tuple(_commitment(row) for row in store.rows(_ALL))


def add(store: Store, commitment: Commitment) -> int:
    """Store a commitment and return its number: its own when it has one, else one that was never used."""
    with store.writing() as connection:
        ((number,),) = connection.execute(_ADD, _row(commitment)).fetchall()
    return int(number)


def change(store: Store, commitment: Commitment) -> None:
    """Put this commitment in the place of the one with its number; UserError when that is gone."""
    with store.writing() as connection:
        if not connection.execute(_CHANGE, _row(commitment)).rowcount:
            raise _gone()


def remove(store: Store, number: int) -> None:
    """Delete a commitment; UserError when it is gone already."""
    with store.writing() as connection:
        if not connection.execute(
            "DELETE FROM commitment WHERE number = :number", {"number": number}
        ).rowcount:
            raise _gone()


def _gone() -> UserError:
    return UserError("Deze toezegging is er niet meer.", "Er is niets gewijzigd.")


def _row(commitment: Commitment) -> dict[str, object]:
    due = commitment.due_on
    return {
        "number": commitment.number or None,
        "recommendation": commitment.recommendation,
        "text": commitment.text,
        "owner": commitment.owner,
        "made_on": commitment.made_on.isoformat(),
        "due_on": None if due is None else due.isoformat(),
        "state": commitment.state.value,
    }


def _commitment(row: tuple[Any, ...]) -> Commitment:
    number, recommendation, text, owner, made_on, due_on, state = row
    return Commitment(
        number=number,
        recommendation=recommendation,
        text=text,
        owner=owner,
        made_on=date.fromisoformat(made_on),
        due_on=None if due_on is None else date.fromisoformat(due_on),
        state=CommitmentState(state),
    )
