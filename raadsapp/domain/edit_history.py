"""What was changed in a case, to go back and forth in."""

from dataclasses import dataclass, replace

from raadsapp.domain.case import Case
from raadsapp.domain.case_places import Place

PAUSE = 1.5
"""Seconds of rest after which more typing in the same field is a change of its own (a choice)."""


@dataclass(frozen=True, slots=True)
class EditHistory:
    """A case with the states before and after it, oldest first, each with the place that was changed next."""

    case: Case
    before: tuple[tuple[Case, Place | None], ...] = ()
    after: tuple[tuple[Case, Place | None], ...] = ()
    last: tuple[Place | None, float] = (None, 0.0)

    def changed(self, case: Case, place: Place | None, at: float) -> "EditHistory":
        """Take a change at `place` (None for one of the whole) at second `at`; nothing when all is the same.

        Typing on in the same field goes with what was typed there just before.
        """
        if case == self.case:
            return self
        field, moment = self.last
        together = place is not None and place == field and at - moment < PAUSE and bool(self.before)
        before = self.before if together else (*self.before, (self.case, place))
        return EditHistory(case, before, (), (place, at))

    def undone(self) -> "EditHistory":
        """One change back; at the first the same."""
        if not self.before:
            return self
        (case, place), rest = self.before[-1], self.before[:-1]
        return EditHistory(case, rest, (*self.after, (self.case, place)))

    def redone(self) -> "EditHistory":
        """One change forth; at the last the same."""
        if not self.after:
            return self
        (case, place), rest = self.after[-1], self.after[:-1]
        return replace(
            self, case=case, before=(*self.before, (self.case, place)), after=rest, last=(None, 0.0)
        )
