"""The band of an outcome, as charts take it."""

from raadsapp.model.scenario import Outcome
from raadsapp.model.uncertainty import Band
from raadsapp.ui.widgets.plot_marks import Range


def spread(band: Band | None, name: str) -> Range | None:
    """P10 and P90 per year; None where there is no band of this outcome."""
    found = band.find(name) if band else None
    return None if found is None else Range(tuple(found.p10.tolist()), tuple(found.p90.tolist()))


def median(band: Band | None, name: str, outcome: Outcome) -> tuple[tuple[float, ...], Range | None]:
    """The median per year with its band; without a band the values of `outcome` as they are.

    These are worked out only then.
    """
    found = band.find(name) if band else None
    values = getattr(outcome, name)[0] if found is None else found.p50
    return tuple(values.tolist()), spread(band, name)
