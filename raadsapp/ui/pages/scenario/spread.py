"""The band of an outcome, as charts take it."""

from collections.abc import Iterable

from raadsapp.model.uncertainty import Band
from raadsapp.ui.widgets.plot_marks import Range


def spread(band: Band | None, outcome: str) -> Range | None:
    """P10 and P90 per year; None where there is no band of this outcome."""
    found = band.find(outcome) if band else None
    return None if found is None else Range(tuple(map(float, found.p10)), tuple(map(float, found.p90)))


def median(
    band: Band | None, outcome: str, central: Iterable[float]
) -> tuple[tuple[float, ...], Range | None]:
    """The median per year with its band; without a band the central values as they are."""
    found = band.find(outcome) if band else None
    return tuple(map(float, central if found is None else found.p50)), spread(band, outcome)
