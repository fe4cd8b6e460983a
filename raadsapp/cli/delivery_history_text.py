"""The history of deliveries in words and as JSON, for the command line."""

import json
from collections.abc import Iterator
from typing import Any

from raadsapp.domain.delivery_history import BatchEvent, DeliveredValue, Difference, EventKind
from raadsapp.domain.observation import FICTIONAL, Batch, Observation
from raadsapp.services import delivery_history
from raadsapp.services.opening import Session
from raadsapp.texts import breakdown_words, exact, long_date, long_moment, number, plural

_SHOWN = 20
_EVENTS = {
    EventKind.WITHDRAWN: "withdrawn",
    EventKind.BROUGHT_BACK: "brought back",
    EventKind.DESCRIBED: "described",
}
_DIFFERENCES = {
    Difference.NEW: "new",
    Difference.CHANGED: "changed",
    Difference.UNCHANGED: "unchanged",
}


def batch_text(batch: Batch) -> str:
    """One delivery on one line, and a second one when something is written with it."""
    mark = f"{FICTIONAL}: " if batch.fictional else ""
    state = f", ingetrokken door {batch.withdrawn_by}" if batch.withdrawn else ""
    told = "; ".join(f"{name}: {words}" for name, words in _written(batch) if words)
    return (
        f"{batch.number:>4}  {long_date(batch.imported_at)}  {mark}{batch.file} ({batch.layout}), door"
        f" {batch.imported_by}: {_counts(batch)}{state}{told and f'{chr(10)}      {told}'}"
    )


def batches_json(batches: tuple[Batch, ...]) -> str:
    """All deliveries as a list."""
    return json.dumps([_as_json(batch) for batch in batches], ensure_ascii=False, indent=2)


def delivery_text(session: Session, wanted: int) -> Iterator[str]:
    """One delivery, line by line: its fields, what happened to it, and the first values that it changed."""
    detail = delivery_history.open_delivery(session, wanted)
    batch = detail.batch
    yield f"Levering {batch.number}: {f'{FICTIONAL}: ' if batch.fictional else ''}{batch.file}"
    fields = (
        ("Ingelezen", f"{long_moment(batch.imported_at)} door {batch.imported_by}"),
        ("Indeling", batch.layout),
        *_written(batch),
        ("SHA-256", batch.sha256),
        ("Bracht", _counts(batch)),
        *(("Daarna", event_text(event)) for event in detail.events),
    )
    for name, words in fields:
        if words:
            yield f"  {name:<17} {words}"
    shares = delivery_history.series(session, wanted)
    values = plural(batch.new + batch.changed + batch.unchanged, "waarde", "waarden")
    now = number(delivery_history.counting(batch, shares))
    yield f"  {'Telt nu':<17} {now} van {values}, in {plural(len(shares), 'reeks', 'reeksen')}"
    for found in delivery_history.values(session, wanted, Difference.CHANGED, _SHOWN):
        yield f"  Wijzigde: {_change(found)}"
    if batch.changed > _SHOWN:
        yield f"  … en nog {number(batch.changed - _SHOWN)} wijzigingen; --json toont ze alle"


def delivery_json(session: Session, wanted: int) -> Iterator[str]:
    """One JSON object, written line by line so that a delivery of any size fits in memory."""
    detail = delivery_history.open_delivery(session, wanted)
    head = {
        **_as_json(detail.batch),
        "events": [_event_json(event) for event in detail.events],
        "counting": delivery_history.counting(detail.batch, delivery_history.series(session, wanted)),
    }
    yield f'{json.dumps(head, ensure_ascii=False)[:-1]}, "values": ['
    before = ""
    for found in delivery_history.values(session, wanted):
        if before:
            yield f"{before},"
        before = json.dumps(_value_json(found), ensure_ascii=False)
    yield f"{before}]}}"


def event_text(event: BatchEvent) -> str:
    """`ingetrokken op 22 november 2026 om 9.30 uur door Griffie`."""
    return f"{event.kind.value} op {long_moment(event.at)} door {event.by}"


def _written(batch: Batch) -> tuple[tuple[str, str], ...]:
    """What people wrote with a delivery, each on one line."""
    written = (
        ("Leverancier", batch.supplier),
        ("Goedgekeurd door", batch.approved_by),
        ("Opmerking", batch.note),
    )
    # A note may have lines of its own.
    return tuple((name, " ".join(words.split())) for name, words in written)


def _counts(batch: Batch) -> str:
    return f"{number(batch.new)} nieuw, {number(batch.changed)} gewijzigd, {number(batch.unchanged)} gelijk"


def _change(found: DeliveredValue) -> str:
    key = found.value.key
    about = ", ".join(
        filter(None, (key.indicator, key.municipality, key.period.label, breakdown_words(key.breakdown)))
    )
    old, new = found.before, found.value
    origin = f" (bron: {new.source})" if new.source else ""
    if old and old.value == new.value:
        return f"{about}: {exact(new.value)}, {old.status.value} → {new.status.value}{origin}"
    return f"{about}: {exact(old.value) if old else '–'} → {exact(new.value)}{origin}"


def _as_json(batch: Batch) -> dict[str, Any]:
    return {
        "batch": batch.number,
        "file": batch.file,
        "sha256": batch.sha256,
        "layout": batch.layout,
        "imported_at": batch.imported_at.isoformat(),
        "imported_by": batch.imported_by,
        "supplier": batch.supplier,
        "approved_by": batch.approved_by,
        "note": batch.note,
        "observations": {"new": batch.new, "changed": batch.changed, "unchanged": batch.unchanged},
        "withdrawn_at": batch.withdrawn_at and batch.withdrawn_at.isoformat(),
        "withdrawn_by": batch.withdrawn_by,
        "fictional": batch.fictional,
    }


def _event_json(event: BatchEvent) -> dict[str, str]:
    told = {"event": _EVENTS[event.kind], "by": event.by, "at": event.at.isoformat()}
    if event.kind is EventKind.DESCRIBED:
        told |= {"supplier": event.supplier, "approved_by": event.approved_by, "note": event.note}
    return told


def _value_json(found: DeliveredValue) -> dict[str, object]:
    key = found.value.key
    return {
        "indicator": key.indicator,
        "municipality": key.municipality,
        "period": key.period.code,
        "breakdown": key.breakdown,
        "difference": _DIFFERENCES[found.difference],
        "old": found.before and _side_json(found.before),
        "new": _side_json(found.value),
    }


def _side_json(observation: Observation) -> dict[str, object]:
    return {
        "value": observation.value,
        "status": observation.status.value,
        "source": observation.source,
        "fictional": observation.fictional,
    }
