"""What the charts of money, waiting and payers say, each as a short finding and a sentence below it.

`band` adds in which range 8 of 10 draws lie; without one a chart shows the scenario as the levers stand.
Amounts below half a thousand euro, and numbers below a half, count as nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass

from raadsapp.model.scenario import Outcome
from raadsapp.model.uncertainty import Band
from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario_sentences import REFERENCE_YEAR
from raadsapp.services.scenario_words import (
    LONGEST_WAIT,
    NO_MONEY,
    NO_WAIT,
    OutcomeUnit,
    outcome_words,
    shortage,
    weeks,
)
from raadsapp.texts import enumeration, euro, number, rounded_euro

_CENTS = 2
_FEW = 0.5
"""Young people below which a number counts as the same."""


@dataclass(frozen=True, slots=True)
class ChartFinding:
    """What a chart shows: `title` says the finding, `sentence` what must be known with it."""

    title: str
    sentence: str


def money_finding(
    asked: Scenario, outcome: Outcome, band: Band | None, year: int = REFERENCE_YEAR
) -> ChartFinding:
    """Shortage and waiting time in a year; of the middle draw where there is a band."""
    column = asked.years.index(year)
    gap, wait = float(outcome.gap[0, column]), float(outcome.waiting_weeks[0, column])
    cost, waiting = _spread(band, "demand_cost", column), _spread(band, "waiting_weeks", column)
    middle_gap = gap if cost is None else cost[1] - float(outcome.lumpsum[0, column])
    whose = "" if cost is None else " in de middelste variant"
    title = f"In {year}{whose}: {shortage(middle_gap)} en {_wait(wait if waiting is None else waiting[1])}"
    told = []
    if cost is not None:
        told.append(f"Zoals de schuiven staan is het {shortage(gap)}{_why(middle_gap - gap)}.")
        told.append(f"In 8 van de 10 varianten kost de hulp {_between(cost, rounded_euro)}.")
    if waiting is not None and waiting[2] >= NO_WAIT:
        told.append(f"De wachttijd is dan {_between(waiting, weeks)}.")
    if dict(asked.values)["waiting_share"] == 0:
        told.append("Dit scenario rekent erop dat een tekort gewoon wordt uitgegeven.")
    return ChartFinding(f"{title}.", " ".join(told))


def _why(above: float) -> str:
    """Why the middle draw differs from the levers as they stand; empty where it hardly does."""
    if abs(above) < NO_MONEY:
        return ""
    return f"; de marges zijn naar {'boven' if above > 0 else 'beneden'} ruimer"


def helped_finding(
    asked: Scenario, outcome: Outcome, band: Band | None, year: int = REFERENCE_YEAR
) -> ChartFinding:
    """How many clients there are in a year, and how many more than in the first year."""
    column = asked.years.index(year)
    clients = float(outcome.clients[0, column])
    title = f"In {year} zijn er {number(clients)} cliënten."
    told = [_since(asked, clients - float(outcome.clients[0, 0]))]
    if float(outcome.waiting_weeks[0, column]) >= NO_WAIT:
        told.append("Wie wacht, telt mee.")
    return ChartFinding(title, _with_range(told, band, "clients", column))


def payers_finding(asked: Scenario, outcome: Outcome, year: int = REFERENCE_YEAR) -> ChartFinding:
    """What the municipality pays in a year, and what of it is what."""
    column = asked.years.index(year)
    total = float(outcome.municipality_total[0, column])
    parts = [
        f"{rounded_euro(values[column])} {name}"
        for name, values in payer_parts(outcome)
        if values[column] >= NO_MONEY
    ]
    told = [f"Dat is {enumeration(parts)}."]
    extra = float(outcome.municipality_extra[0, column])
    if extra <= -NO_MONEY:
        told.append(f"JenS betaalt {rounded_euro(-extra)} van het overschot terug.")
    return ChartFinding(f"De gemeente betaalt in {year} {rounded_euro(total)}.", " ".join(told))


def payer_parts(outcome: Outcome) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """What the total of the municipality is made of, in euro per year: names and amounts that add up."""
    fixed, extra, outside = outcome.lumpsum[0], outcome.municipality_extra[0], outcome.residential_cost[0]
    parts = (
        ("vast bedrag", fixed),
        ("extra bijdrage", extra),
        ("preventie", (outcome.municipality_total[0] - fixed - extra - outside).round(_CENTS)),
        ("verblijf en crisishulp", outside),
    )
    return tuple((name, tuple(map(float, values))) for name, values in parts)


def cooperative_finding(
    asked: Scenario, outcome: Outcome, band: Band | None, year: int = REFERENCE_YEAR
) -> ChartFinding:
    """What JenS keeps or lacks in a year, and over all years together."""
    column, last = asked.years.index(year), asked.years[-1]
    result = float(outcome.cooperative_result[0, column])
    together = float(outcome.cooperative_cumulative[0, -1])
    title = f"JenS heeft in {year} {_result(result)}."
    told = f"Over {asked.years[0]} tot en met {last} samen is dat {_result(together)}."
    spread = _spread(band, "cooperative_cumulative", len(asked.years) - 1)
    if spread is not None:
        told = f"{told} In 8 van de 10 varianten is het {_between_results(spread)}."
    return ChartFinding(title, told)


def residential_finding(
    asked: Scenario, outcome: Outcome, band: Band | None, year: int = REFERENCE_YEAR
) -> ChartFinding:
    """How many young people have residential or crisis care in a year."""
    column = asked.years.index(year)
    clients = float(outcome.residential_clients[0, column])
    title = f"In {year} krijgen {number(clients)} jongeren verblijf of crisishulp."
    told = [_since(asked, clients - float(outcome.residential_clients[0, 0]))]
    return ChartFinding(title, _with_range(told, band, "residential_clients", column))


def residential_cost_finding(
    asked: Scenario, outcome: Outcome, band: Band | None, year: int = REFERENCE_YEAR
) -> ChartFinding:
    """What residential and crisis care costs in a year, outside the lumpsum."""
    column = asked.years.index(year)
    cost = float(outcome.residential_cost[0, column])
    price = asked.region.members[0].facts.assumptions.residential_unit_cost
    told = [f"De gemeente betaalt dit buiten het vaste bedrag. Aanname: {euro(price)} per jongere in 2019."]
    return ChartFinding(
        f"Verblijf en crisishulp kosten in {year} {rounded_euro(cost)}.",
        _with_range(told, band, "residential_cost", column),
    )


def old_system_finding(asked: Scenario, outcome: Outcome, year: int = REFERENCE_YEAR) -> ChartFinding:
    """What the municipality would have paid in the old system, what it pays now, and what the wait is now."""
    column = asked.years.index(year)
    old, now, result, wait = (
        float(values[0, column])
        for values in (
            outcome.old_system_cost,
            outcome.municipality_total,
            outcome.cooperative_result,
            outcome.waiting_weeks,
        )
    )
    less = old - now
    if abs(less) < NO_MONEY:
        title = f"De gemeente betaalt in {year} ongeveer evenveel als in het oude stelsel."
    else:
        more = "minder" if less > 0 else "meer"
        title = f"De gemeente betaalt in {year} {rounded_euro(abs(less))} {more} dan in het oude stelsel."
    told = [f"Het oude stelsel had {rounded_euro(old)} gekost."]
    if abs(result) >= NO_MONEY:
        told.append(f"JenS heeft nu {_result(result)}.")
    if wait >= NO_WAIT:
        told.append(f"Voor het oude stelsel rekent het model zonder wachten; nu is het {_wait(wait)}.")
    return ChartFinding(title, " ".join(told))


def _result(result: float) -> str:
    return shortage(-result)


def _between_results(spread: tuple[float, float, float]) -> str:
    low, _, high = spread
    if low < 0 < high:
        return f"tussen {_result(low)} en {_result(high)}"
    return f"{rounded_euro(min(abs(low), abs(high)))} tot {_result(low if low < 0 else high)}"


def _wait(wait: float) -> str:
    if wait < NO_WAIT:
        return "bijna niemand wacht"
    return "langer dan een jaar wachten" if wait > LONGEST_WAIT else f"{weeks(wait)} wachten"


def _since(asked: Scenario, more: float) -> str:
    first = asked.years[0]
    if abs(more) < _FEW:
        return f"Dat is evenveel als in {first}."
    return f"Dat is {number(abs(more))} {'meer' if more > 0 else 'minder'} dan in {first}."


def _spread(band: Band | None, outcome: str, column: int) -> tuple[float, float, float] | None:
    """P10, P50 and P90 of an outcome in one of the years, where the band has them."""
    found = band.find(outcome) if band else None
    if found is None:
        return None
    return float(found.p10[column]), float(found.p50[column]), float(found.p90[column])


def _between(spread: tuple[float, float, float], written: Callable[[float], str]) -> str:
    low, high = written(spread[0]), written(spread[2])
    return low if low == high else f"{low.removesuffix(' weken')} tot {high}"


def _with_range(told: list[str], band: Band | None, outcome: str, column: int) -> str:
    spread = _spread(band, outcome, column)
    if spread is None:
        return " ".join(told)
    written = rounded_euro if outcome_words(outcome).unit is OutcomeUnit.EURO else number
    return " ".join((*told, f"In 8 van de 10 varianten is het {_between(spread, written)}."))
