"""The history of deliveries: what each changed, what happened to it, and what the clerk writes with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.delivery_history import BatchEvent, DeliveredValue, Difference, SeriesShare
from raadsapp.domain.observation import Batch, ObservationKey
from raadsapp.services.opening import Session
from raadsapp.store import batches
from raadsapp.store import delivery_history as log

PAGE = 200
"""How many values are read at a time, so that a delivery of a million opens as quickly as a small one."""


@dataclass(frozen=True, slots=True)
class DeliveryDetail:
    """A delivery opened: itself, and what happened to it since, oldest first."""

    batch: Batch
    events: tuple[BatchEvent, ...]


@dataclass(frozen=True, slots=True)
class ValuePage:
    """Some values of a delivery in order; `more` says that others follow the last one."""

    values: tuple[DeliveredValue, ...]
    more: bool


def open_delivery(session: Session, number: int) -> DeliveryDetail:
    """A delivery and what happened to it. UserError when there is no such delivery."""
    return DeliveryDetail(batches.find(session.store, number), log.events(session.store, number))


def series(session: Session, number: int) -> tuple[SeriesShare, ...]:
    """The series in which a delivery has values; for a million values this takes seconds."""
    return log.series(session.store, number)


def counting(batch: Batch, shares: Sequence[SeriesShare]) -> int:
    """How many values of a delivery count now: it is not withdrawn, and no later one replaced them."""
    return 0 if batch.withdrawn else sum(share.latest for share in shares)


def page(
    session: Session, number: int, difference: Difference | None = None, after: ObservationKey | None = None
) -> ValuePage:
    """At most `PAGE` values of a delivery, past `after`; only those with this difference, or all for None."""
    found = tuple(log.values(session.store, number, difference, after, PAGE + 1))
    return ValuePage(found[:PAGE], len(found) > PAGE)


def values(
    session: Session, number: int, difference: Difference | None = None, most: int | None = None
) -> Iterator[DeliveredValue]:
    """The values of a delivery, one by one; only the first `most` when that is given."""
    return log.values(session.store, number, difference, limit=most)


def describe(
    session: Session, number: int, *, supplier: str, approved_by: str, note: str, by: str
) -> Changes:
    """Write who supplied and approved a delivery, and a note; what stood there before stays in the log.

    UserError when there is no such delivery.
    """
    before = batches.find(session.store, number)
    told = {"supplier": supplier.strip(), "approved_by": approved_by.strip(), "note": note.strip()}
    after = batches.describe(session.store, number, **told, by=by, at=datetime.now(UTC))
    if after == before:
        return Changes(frozenset(), f"Er is niets gewijzigd aan levering {number}.")
    return Changes(frozenset({Part.OBSERVATIONS}), f"Levering {number} ('{after.file}') is bijgewerkt.")
