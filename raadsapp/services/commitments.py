"""Commitments: list them, keep one, remove one and take that back."""

from dataclasses import replace

from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.commitment import Commitment
from raadsapp.errors import UserError
from raadsapp.services.opening import Session
from raadsapp.store import commitments as stored

_PARTS = frozenset({Part.COMMITMENTS})


def list_commitments(session: Session) -> tuple[Commitment, ...]:
    """Every commitment, the oldest first."""
    return stored.all_commitments(session.store)


def save(session: Session, commitment: Commitment) -> tuple[Commitment, Changes]:
    """Add a commitment (number 0) or change the one with its number; the first value is what is stored.

    UserError when text or owner is empty, when it is due before it was made, or when it is gone.
    """
    tidy = replace(commitment, text=commitment.text.strip(), owner=commitment.owner.strip())
    _must_be_complete(tidy)
    if tidy.number:
        stored.change(session.store, tidy)
        return tidy, Changes(_PARTS, "Toezegging gewijzigd.")
    number = stored.add(session.store, tidy)
    return replace(tidy, number=number), Changes(_PARTS, "Toezegging toegevoegd.")


def remove(session: Session, number: int) -> Changes:
    """Delete a commitment; UserError when it is gone already."""
    stored.remove(session.store, number)
    return Changes(_PARTS, "Toezegging verwijderd.")


def bring_back(session: Session, commitment: Commitment) -> Changes:
    """Put a removed commitment back under its own number."""
    stored.add(session.store, commitment)
    return Changes(_PARTS, "Toezegging teruggezet.")


def _must_be_complete(commitment: Commitment) -> None:
    if not commitment.text:
        raise UserError("De toezegging heeft nog geen tekst.", "Schrijf op wat is toegezegd.")
    if not commitment.owner:
        raise UserError("De toezegging heeft nog geen eigenaar.", "Schrijf op wie de toezegging nakomt.")
    if commitment.due_on is not None and commitment.due_on < commitment.made_on:
        raise UserError("De toezegging moet klaar zijn voordat zij is gedaan.", "Kijk beide datums na.")
