"""What comes out of a scenario, each figure in one computed Dutch sentence."""

from raadsapp.model.scenario import Outcome
from raadsapp.services import scenario_estimate
from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario_words import LONGEST_WAIT, NO_MONEY, NO_WAIT, weeks
from raadsapp.texts import rounded_euro

REFERENCE_YEAR = 2022
"""The year of the last published amount, which also holds for later years."""

CALCULATED = "Dit is berekend met aannames, niet gemeten."
"""How firm everything is that comes out of the model."""

_MOST = 99


def money_sentence(asked: Scenario, outcome: Outcome, year: int = REFERENCE_YEAR) -> str:
    """What the help costs in a year, beside the lumpsum, and how much of a shortage is the savings task.

    `outcome` is that of `asked`; scaled municipalities are called an estimate.
    """
    column = asked.years.index(year)
    cost, gap, savings = (
        float(values[0, column]) for values in (outcome.demand_cost, outcome.gap, outcome.savings)
    )
    certainty = "naar schatting" if asked.estimated else "naar verwachting"
    sentence = f"In {year} kost de hulp {certainty} {rounded_euro(cost)}. {_beside(gap, savings)}"
    return f"{sentence} {estimate_sentence(asked)}" if asked.estimated else sentence


def estimate_mark(asked: Scenario) -> str:
    """What beside every figure says that it is scaled, wholly or in part; empty when nothing is."""
    return scenario_estimate.mark(dict(asked.names), asked.region)


def estimate_sentence(asked: Scenario) -> str:
    """What is scaled, and for which municipality, as a sentence; empty when nothing is."""
    return scenario_estimate.sentence(dict(asked.names), asked.region)


def estimate_note(asked: Scenario) -> str:
    """What of municipalities with some figures of their own is still scaled; stands with the sources."""
    return scenario_estimate.note(dict(asked.names), asked.region)


def _beside(gap: float, savings: float) -> str:
    if abs(gap) < NO_MONEY:
        return "Dat is ongeveer even veel als het vaste bedrag."
    if gap < 0:
        return f"Dat is {rounded_euro(-gap)} minder dan het vaste bedrag."
    more = f"Dat is {rounded_euro(gap)} meer dan het vaste bedrag"
    if savings < NO_MONEY:
        return f"{more}."
    if savings + NO_MONEY > gap:
        return f"{more}. Zonder het ingeboekte inverdieneffect was er geen tekort."
    return f"{more}; {rounded_euro(savings)} daarvan komt door het ingeboekte inverdieneffect."


def waiting_sentence(asked: Scenario, outcome: Outcome, year: int = REFERENCE_YEAR) -> str:
    """How long young people wait in a year; always shown beside the money."""
    wait = float(outcome.waiting_weeks[0, asked.years.index(year)])
    share = dict(asked.values)["waiting_share"]
    certainty = "naar schatting " if asked.estimated else ""
    if wait < NO_WAIT:
        unless = " Dit scenario rekent erop dat een tekort gewoon wordt uitgegeven." if share == 0 else ""
        return f"In {year} hoeft {certainty}bijna niemand extra te wachten.{unless}"
    if wait > LONGEST_WAIT:
        return f"In {year} wachten jongeren {certainty}langer dan een jaar."
    return f"In {year} wachten jongeren {certainty}gemiddeld {weeks(wait)}."


def fits_sentence(share: float, year: int = REFERENCE_YEAR) -> str:
    """In how many of a hundred draws the help fits in the lumpsum: never in none and never in all of them."""
    times = fits_words(share)
    return f"In {year} past de hulp in {times} van de 100 doorgerekende varianten in het vaste bedrag."


def fits_words(share: float) -> str:
    """How many of a hundred that is: `23`, never none (`hooguit 1`) and never all of them (`minstens 99`)."""
    times = min(max(round(100 * share), 1), _MOST)
    edge = "hooguit " if 100 * share < times == 1 else "minstens " if 100 * share > times == _MOST else ""
    return f"{edge}{times}"
