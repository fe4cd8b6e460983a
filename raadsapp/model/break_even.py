"""From which yield prevention pays for itself: what help costs less, beside what prevention costs."""

import numpy as np

from raadsapp.model.levers import Levers, altered
from raadsapp.model.region import Region, run_region

_STEPS = 401


def pays_from(
    levers: Levers, region: Region, bounds: tuple[float, float], years: tuple[int, ...]
) -> float | None:
    """The lowest `prevention_yield` within `bounds` at which prevention pays for itself over these years.

    It does when `demand_cost` is lower by at least the `prevention_budget`, compared with none. Cost falls
    with the yield, so between two steps of one batch a line gives the value. None when no value does it.
    """
    columns = [region.years.index(year) for year in years]
    values = np.linspace(*bounds, _STEPS)
    without = run_region(altered(levers, {"prevention_budget": 0.0}), region).demand_cost[:, columns]
    spent = run_region(altered(levers, {"prevention_yield": values}), region).demand_cost[:, columns]
    left = (without - spent).sum(axis=1) - float(levers.prevention_budget) * len(years)
    if left[-1] < 0:
        return None
    return float(np.interp(0.0, left, values)) if left[0] < 0 else float(values[0])
