"""Promises the executive made to the council (toezeggingen)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CommitmentState(StrEnum):
    """Where a commitment stands."""

    OPEN = "open"
    DONE = "afgedaan"
    WITHDRAWN = "vervallen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One commitment; `number` is 0 until it is stored, `recommendation` a key of the dossier."""

    number: int = 0
    recommendation: str
    text: str
    owner: str
    made_on: date
    due_on: date | None = None
    state: CommitmentState = CommitmentState.OPEN

    def late(self, today: date) -> bool:
        """Whether it is still open after its date."""
        return self.state is CommitmentState.OPEN and self.due_on is not None and self.due_on < today
