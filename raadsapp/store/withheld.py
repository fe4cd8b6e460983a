"""What suppliers delivered as too small to tell: which figures, in which deliveries, and never a value."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from raadsapp.domain.observation import ObservationKey
from raadsapp.domain.period import period_of_code
from raadsapp.store import faults
from raadsapp.store.connection import Store

_INSERT = """
INSERT INTO withheld VALUES (:indicator, :municipality, :period, :breakdown, :batch) ON CONFLICT DO NOTHING
"""
_COUNTING = """
SELECT w.indicator, w.municipality, w.period, w.breakdown, b.fictional, max(w.batch)
FROM withheld AS w JOIN batch AS b ON b.number = w.batch
WHERE w.batch IN (SELECT value FROM json_each(:batches))
GROUP BY w.indicator, w.municipality, w.period, w.breakdown
"""


@dataclass(frozen=True, slots=True)
class Withheld:
    """The last batch that withholds a figure, and whether it belongs to invented ones."""

    batch: int
    fictional: bool


def insert(connection: sqlite3.Connection, batch: int, keys: Iterable[ObservationKey]) -> None:
    """Add what a batch withholds, within the transaction that runs."""
    rows = ({**key._asdict(), "period": key.period.code, "batch": batch} for key in keys)
    connection.executemany(_INSERT, rows)


def counting(store: Store, batches: Sequence[int]) -> dict[ObservationKey, Withheld]:
    """What is withheld when only these deliveries count."""
    rows = store.rows(_COUNTING, {"batches": json.dumps(list(batches))})
    with faults.in_rows(store.path):
        return {
            ObservationKey(indicator, municipality, period_of_code(period), split): Withheld(
                batch, bool(fictional)
            )
            for indicator, municipality, period, split, fictional, batch in rows
        }
