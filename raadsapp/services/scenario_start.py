"""What the starting point alone does: the cost of the help from each of them, with the same sliders."""

from dataclasses import dataclass

from raadsapp.services.scenario import Scenario, outcome
from raadsapp.services.scenario_questions import start_points
from raadsapp.services.scenario_sentences import REFERENCE_YEAR, waiting_sentence
from raadsapp.services.scenario_words import NO_MONEY
from raadsapp.texts import euro

_THOUSANDS = -3
"""Millions too: else two amounts and their difference do not seem to agree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartLine:
    """A starting point and the cost that follows, in euro by year; `chosen` is where the lever stands."""

    value: str
    label: str
    cost: tuple[float, ...]
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StartLines:
    """All starting points beside the lumpsum, in euro by year; `title` says how far apart they are.

    `sentence` says what the chosen one gives in waiting: money never stands without it.
    """

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
    found = outcome(asked)
    lumpsum = tuple(map(float, found.lumpsum[0]))
    place = asked.years.index(year)
    return StartLines(
        years=asked.years,
        lumpsum=lumpsum,
        lines=lines,
        title=_title(lines, place, year),
        sentence=f"{_sentence(lines, place, lumpsum[place], year)} {waiting_sentence(asked, found, year)}",
    )


def _title(lines: tuple[StartLine, ...], place: int, year: int) -> str:
    ranked = sorted(lines, key=lambda line: line.cost[place])
    lowest, highest = ranked[0], ranked[-1]
    low, high = (round(line.cost[place], _THOUSANDS) for line in (lowest, highest))
    return (
        f"Alleen al het startpunt scheelt {euro(high - low)} in {year}: "
        f"{euro(low)} vanaf {_said(lowest)}, {euro(high)} vanaf {_said(highest)}."
    )


def _sentence(lines: tuple[StartLine, ...], place: int, lumpsum: float, year: int) -> str:
    short = sum(line.cost[place] > lumpsum + NO_MONEY for line in lines)
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
