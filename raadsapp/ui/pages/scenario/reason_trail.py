"""The way down from a figure to what it rests on: pure, without anything on a screen."""

from dataclasses import replace

from raadsapp.services.derivation import Place
from raadsapp.services.scenario_derivation import is_printed

Trail = tuple[Place, ...]
"""From the figure that was asked for to the one that is shown."""


def in_year(trail: Trail, year: int, years: tuple[int, ...]) -> Trail:
    """The same way down in another year; only its end where the way would leave the years."""
    shift = year - trail[-1].year
    moved = tuple(replace(place, year=place.year + shift) for place in trail)
    return moved if all(place.year in years for place in moved) else moved[-1:]


def elsewhere(trail: Trail, municipality: str) -> Trail:
    """The figure that was asked for, of another municipality; the same way where that makes no difference."""
    if trail[0].municipality == municipality or is_printed(trail[0]):
        return trail
    return (replace(trail[0], municipality=municipality),)
