"""What is read and said of a lever: its value with unit, its range, who chose it."""

from raadsapp.domain.lever import Lever
from raadsapp.texts import number

Value = float | str


def value_words(lever: Lever, value: Value) -> str:
    """The value as the row shows it: `3,0% per jaar`, `39 per jaar`, `Begroting 2018`."""
    if isinstance(value, str):
        return next((choice.label for choice in lever.choices if choice.value == value), value)
    return _with_unit(lever, number(value, lever.decimals))


def _with_unit(lever: Lever, written: str) -> str:
    return f"{written}{'' if lever.unit.startswith('%') else ' '}{lever.unit}".strip()


def spoken(lever: Lever, value: Value) -> str:
    """Label and value in whole words, for assistive technology: `Prijsstijging, 1,4 procent per jaar`."""
    return f"{lever.label}, {spoken_value(lever, value)}"


def spoken_value(lever: Lever, value: Value) -> str:
    """The value in whole words: `1,4 procent per jaar`."""
    return value_words(lever, value).replace("%", " procent").replace("€", "euro")


def end_words(lever: Lever, end: float) -> str:
    """An end of the range without its unit, in whole numbers where it is one."""
    return number(end, 0 if end == round(end) else lever.decimals)


def range_words(lever: Lever) -> str:
    """From where to where the lever goes, and what of that was ever seen; empty for a choice."""
    if lever.choices:
        return ""
    low, high = (end_words(lever, end) for end in (lever.low, lever.high))
    reach = f"Van {low} tot {_with_unit(lever, high)}."
    seen = lever.observed
    if seen is None:
        return reach
    found = f"{number(seen.low, lever.decimals)} tot {value_words(lever, seen.high)}"
    return f"{reach} Voorgekomen: {found}; daarbuiten is de lijn gestreept. {seen.source}"


def position_of(lever: Lever, value: float) -> int:
    """The step on the track nearest to a value."""
    return round((min(max(value, lever.low), lever.high) - lever.low) / lever.step)


def value_at(lever: Lever, position: int) -> float:
    """The value of a step on the track, without the dust of floating point."""
    return round(min(lever.low + position * lever.step, lever.high), 6)


def steps(lever: Lever) -> int:
    """How many steps the track has."""
    return round((lever.high - lever.low) / lever.step)
