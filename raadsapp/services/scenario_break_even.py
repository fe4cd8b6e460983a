"""From which yield prevention pays for itself, in one sentence."""

from dataclasses import dataclass

from raadsapp.domain.lever import Lever
from raadsapp.model.break_even import pays_from
from raadsapp.services.scenario import Scenario, with_changes
from raadsapp.texts import euro, number

YIELD, BUDGET = "prevention_yield", "prevention_budget"
_EXAMPLE = 4
"""The example amount is this part of the range of the lever, where nothing is spent on prevention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEven:
    """Clients that € 10,000 of prevention must avoid in a year for it to pay for itself; None if none does.

    `whole` is over all years together, `single` in `year` alone. `budget` is in euro a year, and an example
    where the scenario spends nothing; the municipality pays it, and JenS spends less. The answer is an
    assumption: nobody measured what prevention yields.
    """

    budget: float
    is_example: bool
    whole: float | None
    single: float | None
    year: int
    sentence: str


def break_even(asked: Scenario, year: int) -> BreakEven:
    """From which value of the lever `prevention_yield` help costs so much less as prevention costs.

    All other levers stand as they do; ValueError for a year that is not worked out (a fault in the program).
    """
    definitions = {lever.key: lever for lever in asked.definitions}
    values = dict(asked.values)
    set_budget = float(values[BUDGET])
    budget = set_budget or definitions[BUDGET].high / _EXAMPLE
    spending = with_changes(asked, {BUDGET: budget})
    bounds = (definitions[YIELD].low, definitions[YIELD].high)
    whole = pays_from(spending.levers, spending.region, bounds, asked.years)
    single = pays_from(spending.levers, spending.region, bounds, (year,))
    now = _yield(definitions[YIELD], float(values[YIELD]))
    begin = f"Bij {'bijvoorbeeld ' if not set_budget else ''}{euro(budget)} preventie per jaar"
    return BreakEven(
        budget=budget,
        is_example=not set_budget,
        whole=whole,
        single=single,
        year=year,
        sentence=f"{begin} {_answer(asked, definitions[YIELD], whole, single, year)} De gemeente betaalt de "
        f"preventie, JenS geeft minder uit. Nu rekent het scenario met {now}: een aanname, niet gemeten.",
    )


def _answer(asked: Scenario, lever: Lever, whole: float | None, single: float | None, year: int) -> str:
    span = f"{asked.years[0]} tot en met {asked.years[-1]}"
    lowest, highest = number(lever.low), number(lever.high)
    if whole is None and single is None:
        return (
            f"verdient preventie zich niet terug, niet in {span} samen en niet in {year}: geen opbrengst "
            f"van {lowest} tot {highest} cliënten per € 10.000 doet dat."
        )
    if whole is None:
        return f"verdient preventie zich alleen in {year} terug, vanaf {_least(lever, single)} per € 10.000."
    alone = (
        f"In {year} alleen lukt dat met geen waarde tot {highest}."
        if single is None
        else f"In {year} alleen is {_least(lever, single)} genoeg."
    )
    return f"verdient preventie zich in {span} terug vanaf {_least(lever, whole)} per € 10.000. {alone}"


def _least(lever: Lever, value: float | None) -> str:
    """The value rounded up to what the lever can be: rounded down it would be too low."""
    steps = -((-(value or 0.0)) // lever.step)
    return _yield(lever, steps * lever.step)


def _yield(lever: Lever, value: float) -> str:
    return f"{number(value, lever.decimals)} {'cliënt' if value == 1 else 'cliënten'}"
