"""Deliveries: each is stored in one transaction, stays in the log, and can be withdrawn and brought back."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from raadsapp.domain.observation import Batch, Observation
from raadsapp.errors import UserError
from raadsapp.store import codes, faults
from raadsapp.store import delivered as columns
from raadsapp.store import observations as log
from raadsapp.store.connection import Store
from raadsapp.store.delivered import Delivered

_SELECT = """
SELECT number, file, sha256, layout, imported_at, imported_by, new, changed, unchanged,
       withdrawn_at, withdrawn_by, fictional, supplier, approved_by, note
FROM deliveries WHERE (:number IS NULL OR number = :number) ORDER BY number DESC
"""
_INSERT = """
INSERT INTO batch (file, sha256, layout, imported_at, imported_by, fictional)
VALUES (:file, :sha256, :layout, :at, :by, :fictional)
"""
# Each row of the new batch beside the one that counted before it: nothing there, the same, or another value.
_COUNT = """
WITH delivered AS (
  SELECT (
    SELECT p.value = o.value AND p.status = o.status FROM observation AS p
    WHERE p.indicator = o.indicator AND p.municipality = o.municipality AND p.breakdown = o.breakdown
      AND p.period = o.period AND p.batch < o.batch
      AND +p.batch IN (SELECT number FROM batch WHERE withdrawn_at IS NULL)
    ORDER BY p.batch DESC LIMIT 1
  ) AS repeated
  FROM indicator_code AS i CROSS JOIN observation AS o ON o.indicator = i.id
  WHERE i.code IN (SELECT value FROM json_each(:indicators)) AND +o.batch = :number
)
UPDATE batch SET
  new = (SELECT count(*) FROM delivered WHERE repeated IS NULL),
  changed = (SELECT count(*) FROM delivered WHERE repeated = 0),
  unchanged = (SELECT count(*) FROM delivered WHERE repeated = 1)
WHERE number = :number
"""
_COUNTED = """
UPDATE batch SET new = :new, changed = :changed, unchanged = :unchanged WHERE number = :number
"""
_DESCRIBE = """
INSERT INTO batch_detail (batch, supplier, approved_by, note, written_by, written_at)
VALUES (:number, :supplier, :approved_by, :note, :by, :at)
"""
_FLAG = """
UPDATE batch SET withdrawn_at = iif(:counts, NULL, :at), withdrawn_by = iif(:counts, '', :by)
WHERE number = :number
"""
_LOG = """
INSERT INTO batch_standing (batch, counts, decided_by, decided_at) VALUES (:number, :counts, :by, :at)
"""


def add(
    store: Store,
    *,
    file: str,
    sha256: str,
    layout: str,
    by: str,
    at: datetime,
    observations: Sequence[Observation] | Delivered,
    supplier: str = "",
    approved_by: str = "",
    note: str = "",
) -> Batch:
    """Store a delivery in one transaction; count what is new, changed and unchanged against what counted.

    All its values are stored, the unchanged ones too: they must still count when the batch that brought them
    first is withdrawn. ValueError when a key comes twice or a value is no number, UserError when the file
    cannot be written: then nothing is stored.
    """
    with store.writing() as connection:
        delivery = {
            "file": file,
            "sha256": sha256,
            "layout": layout,
            "at": codes.moment_text(at),
            "by": by,
            "fictional": observations.fictional
            if isinstance(observations, Delivered)
            else any(observation.fictional for observation in observations),
        }
        number = connection.execute(_INSERT, delivery).lastrowid
        assert number is not None  # noqa: S101 - an INSERT has one; the type does not know
        if supplier or approved_by or note:
            _describe(store, number, (supplier, approved_by, note), by=by, at=at)
        if isinstance(observations, Delivered):
            columns.insert(connection, number, observations)
            connection.execute(_COUNTED, {"number": number, **observations.counts})
        else:
            log.insert(connection, number, observations)
            indicators = json.dumps(sorted({observation.key.indicator for observation in observations}))
            connection.execute(_COUNT, {"number": number, "indicators": indicators})
    return find(store, number)


def all_batches(store: Store) -> tuple[Batch, ...]:
    """Every delivery, newest first."""
    rows = store.rows(_SELECT, {"number": None})
    with faults.in_rows(store.path):
        return tuple(_batch(row) for row in rows)


def find(store: Store, number: int) -> Batch:
    """The delivery with this number. UserError when there is none."""
    rows = store.rows(_SELECT, {"number": number})
    if not rows:
        raise UserError(f"Er is geen levering {number}.", "Bekijk de leveringen met 'raadsapp batches'.")
    with faults.in_rows(store.path):
        return _batch(rows[0])


def of_hash(store: Store, sha256: str) -> Batch | None:
    """The newest delivery of the file with this SHA-256 that is not withdrawn."""
    rows = store.rows(
        "SELECT max(number) FROM batch WHERE sha256 = :sha256 AND withdrawn_at IS NULL", {"sha256": sha256}
    )
    number = rows[0][0]
    return None if number is None else find(store, number)


def describe(
    store: Store, number: int, *, supplier: str, approved_by: str, note: str, by: str, at: datetime
) -> Batch:
    """Let a delivery have this supplier, approver and note from now on. UserError when it is not there."""
    detail = (supplier, approved_by, note)
    with store.writing():
        before = find(store, number)
        if detail != (before.supplier, before.approved_by, before.note):
            _describe(store, number, detail, by=by, at=at)
    return find(store, number)


def _describe(store: Store, number: int, detail: tuple[str, str, str], *, by: str, at: datetime) -> None:
    told = dict(zip(("supplier", "approved_by", "note"), detail, strict=True))
    with store.writing() as connection:
        connection.execute(_DESCRIBE, {**told, "number": number, "by": by, "at": codes.moment_text(at)})


def withdraw(store: Store, number: int, by: str, at: datetime) -> Batch:
    """Let a delivery no longer count; what stood before it counts again. UserError when it cannot be."""
    with store.writing():
        if find(store, number).withdrawn:
            raise UserError(f"Levering {number} is al ingetrokken.", "Er is niets gewijzigd.")
        _decide(store, (number,), counts=False, by=by, at=at)
    return find(store, number)


def withdraw_all(store: Store, numbers: Sequence[int], by: str, at: datetime) -> None:
    """Let these deliveries no longer count, all or none of them."""
    _decide(store, numbers, counts=False, by=by, at=at)


def bring_back(store: Store, number: int, by: str, at: datetime) -> Batch:
    """Let a withdrawn delivery count again, at its own place in the order. UserError when it cannot be."""
    with store.writing():
        if not find(store, number).withdrawn:
            raise UserError(f"Levering {number} is niet ingetrokken.", "Er is niets gewijzigd.")
        _decide(store, (number,), counts=True, by=by, at=at)
    return find(store, number)


def _decide(store: Store, numbers: Sequence[int], *, counts: bool, by: str, at: datetime) -> None:
    """Flag deliveries, and log it so that what counted on earlier days stays known."""
    moment = codes.moment_text(at)
    decided = [{"number": number, "counts": counts, "by": by, "at": moment} for number in numbers]
    with store.writing() as connection:
        connection.executemany(_FLAG, decided)
        connection.executemany(_LOG, decided)


def _batch(row: tuple[Any, ...]) -> Batch:
    number, file, sha256, layout, at, by, new, changed, unchanged, withdrawn_at, withdrawn_by, *rest = row
    fictional, supplier, approved_by, note = rest
    return Batch(
        number=number,
        file=file,
        sha256=sha256,
        layout=layout,
        imported_at=codes.moment_of_text(at),
        imported_by=by,
        new=new,
        changed=changed,
        unchanged=unchanged,
        withdrawn_at=None if withdrawn_at is None else codes.moment_of_text(withdrawn_at),
        withdrawn_by=withdrawn_by,
        fictional=bool(fictional),
        supplier=supplier,
        approved_by=approved_by,
        note=note,
    )
