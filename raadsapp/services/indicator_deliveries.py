"""Which deliveries the figures of an indicator came in, with what the clerk wrote with them."""

from datetime import date

from raadsapp.domain.observation import Batch
from raadsapp.services.opening import Session
from raadsapp.store import batches, observations


def deliveries_of(
    session: Session, indicator: str, municipality: str, as_of: date | None = None
) -> tuple[Batch, ...]:
    """The deliveries that brought what counts of an indicator (key) in a municipality, newest first.

    `municipality` is a CBS code. As known at the end of `as_of` (None: now).
    """
    brought = observations.per_batch(session.store, [indicator], municipality, as_of)
    return tuple(batches.find(session.store, number) for number in sorted(brought, reverse=True))
