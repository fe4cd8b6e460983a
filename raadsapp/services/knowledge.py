"""From which day on this store knows figures, and what to say of a day before it."""

from datetime import date

from raadsapp.services.opening import Session
from raadsapp.store import batches
from raadsapp.texts import long_date


def first_day(session: Session) -> date | None:
    """The local day on which the first delivery came, also one withdrawn since; None when there is none."""
    return min((batch.imported_at.date() for batch in batches.all_batches(session.store)), default=None)


def unknown_sentence(session: Session, as_of: date | None) -> str:
    """That nothing was known at the end of `as_of`, since when something is, and what to do.

    Empty for a day on which something was known, and for None: now. What a source had printed by then does
    not count: this store cannot have told it to anybody.
    """
    first = first_day(session)
    if as_of is None or first is None or as_of >= first:
        return ""
    return (
        f"Op {long_date(as_of)} stonden er nog geen cijfers in dit dossier. De eerste kwamen erin op "
        f"{long_date(first)}: kies bij ‘Stand van’ die dag of een latere."
    )
