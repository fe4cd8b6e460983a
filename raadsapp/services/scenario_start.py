"""What the starting point alone does: the cost of the help from each of them, with the same sliders."""

from dataclasses import dataclass

from raadsapp.services.scenario import Scenario, outcome
from raadsapp.services.scenario_questions import start_points
from raadsapp.services.scenario_sentences import REFERENCE_YEAR
from raadsapp.texts import rounded_euro

_NOTHING = 500.0
"""Euro below which there is no shortage to speak of: sentences speak in thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartLine:
    """A starting point and the cost that follows, in euro by year; `chosen` is where the lever stands."""

    value: str
    label: str
    cost: tuple[float, ...]
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StartLines:
    """All starting points beside the lumpsum, in euro by year; `title` says how far apart they are."""

    years: tuple[int, ...]
    lumpsum: tuple[float, ...]
    lines: tuple[StartLine, ...]
    title: str
    sentence: str


def start_lines(asked: Scenario, year: int = REFERENCE_YEAR) -> StartLines:
    """The cost from every starting point with all other levers as they stand; the words are about `year`."""
    chosen = dict(asked.values)["base_year"]
    lines = tuple(
        StartLine(
            value=point.value,
            label=point.label,
            cost=tuple(map(float, point.outcome.demand_cost[0])),
            chosen=point.value == chosen,
        )
        for point in start_points(asked)
    )
    lumpsum = tuple(map(float, outcome(asked).lumpsum[0]))
    place = asked.years.index(year)
    return StartLines(
        years=asked.years,
        lumpsum=lumpsum,
        lines=lines,
        title=_title(lines, place, year),
        sentence=_sentence(lines, place, lumpsum[place], year),
    )


def _title(lines: tuple[StartLine, ...], place: int, year: int) -> str:
    ranked = sorted(lines, key=lambda line: line.cost[place])
    lowest, highest = ranked[0], ranked[-1]
    low, high = lowest.cost[place], highest.cost[place]
    return (
        f"Alleen al het startpunt scheelt {rounded_euro(high - low)} in {year}: "
        f"{rounded_euro(low)} vanaf {_said(lowest)}, {rounded_euro(high)} vanaf {_said(highest)}."
    )


def _sentence(lines: tuple[StartLine, ...], place: int, lumpsum: float, year: int) -> str:
    short = sum(line.cost[place] > lumpsum + _NOTHING for line in lines)
    whole = len(lines)
    count = "alle" if short == whole else f"{short} van de"
    shortage = (
        f"Bij {count} {whole} is er in {year} een tekort." if short else "Bij geen enkel is er een tekort."
    )
    chosen = next(line for line in lines if line.chosen)
    return f"Bij elk startpunt staan alle andere schuiven gelijk. {shortage} U rekent nu met {_said(chosen)}."


def _said(line: StartLine) -> str:
    """The starting point inside a sentence: years as they are, the rest between quotation marks."""
    return line.label if line.label.isdigit() else f"‘{line.label}’"
