"""What an outcome does while one lever goes through its whole range."""

import numpy as np

from raadsapp.model.goal_seek import Goal
from raadsapp.model.levers import Array, Levers, altered
from raadsapp.model.region import Region, run_region


def lever_path(
    levers: Levers, region: Region, lever: str, bounds: tuple[float, float], goal: Goal, points: int
) -> tuple[Array, Array]:
    """Values of a lever from end to end and the outcome of the goal at each, both of shape (points,)."""
    values = np.linspace(*bounds, points)
    outcome: Array = getattr(run_region(altered(levers, {lever: values}), region), goal.outcome)
    column = region.years.index(goal.year)
    return values, np.broadcast_to(outcome[:, column], values.shape)
