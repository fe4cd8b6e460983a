"""What each delivery said of one series, read from the log."""

from raadsapp.domain.revision import Version
from raadsapp.store import codes, faults
from raadsapp.store.connection import Store

_VERSIONS = """
SELECT o.period, o.value, o.status, o.batch, d.imported_at
FROM indicator_code AS i
CROSS JOIN municipality_code AS m
CROSS JOIN breakdown_code AS b
CROSS JOIN observation AS o ON o.indicator = i.id AND o.municipality = m.id AND o.breakdown = b.id
JOIN batch AS d ON d.number = o.batch
WHERE i.code = :indicator AND m.code = :municipality AND b.code = :breakdown
ORDER BY o.period, o.batch
"""
# The deliveries that counted right after this one came in.
_AFTER = """
SELECT b.number FROM batch AS b JOIN batch AS this ON this.number = :number
WHERE b.number = :number OR (b.number < :number AND coalesce((
  SELECT s.counts FROM batch_standing AS s WHERE s.batch = b.number AND s.decided_at <= this.imported_at
  ORDER BY s.number DESC LIMIT 1
), 1))
ORDER BY b.number
"""


def versions(store: Store, indicator: str, municipality: str, breakdown: str = "") -> tuple[Version, ...]:
    """All that was ever delivered of a series, withdrawn or not, by period and in order of delivery."""
    asked = {"indicator": indicator, "municipality": municipality, "breakdown": breakdown}
    rows = store.rows(_VERSIONS, asked)
    with faults.in_rows(store.path):
        return tuple(
            Version(
                codes.period_of_number(period),
                value,
                codes.STATUSES[status],
                delivery,
                codes.moment_of_text(at),
            )
            for period, value, status, delivery, at in rows
        )


def counting_after(store: Store, number: int) -> tuple[int, ...]:
    """The deliveries that counted right after this one came in, itself included, in order."""
    return tuple(found for (found,) in store.rows(_AFTER, {"number": number}))
