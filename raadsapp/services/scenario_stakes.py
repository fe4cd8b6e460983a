"""Which assumption matters most to an outcome: its swings, and the sentence they make."""

from dataclasses import dataclass
from math import isfinite

from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario import outcome as central
from raadsapp.services.scenario_meaning import effect, is_change, meaning
from raadsapp.services.scenario_questions import Swing, sensitivity
from raadsapp.services.scenario_words import outcome_words

_READING = (
    "Elke balk schuift één aanname naar de randen van haar marge; al het andere blijft staan. "
    "De marges zijn aannames."
)
_ENDLESS = "Zo komt er geen einde aan het wachten. Dan is niet te zeggen wat het meeste uitmaakt."
_LESS_WAITING = "Laat een kleiner deel van het tekort wachten worden, of kies een andere uitkomst."


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakes:
    """The swings of an outcome in a year that are worth a bar, widest first; `title` names the widest."""

    outcome: str
    year: int
    swings: tuple[Swing, ...]
    title: str
    sentence: str


def stakes(asked: Scenario, outcome: str, year: int) -> Stakes:
    """What each uncertain assumption alone can do to an outcome; UserError for an unknown one or year."""
    found = sensitivity(asked, outcome, year)
    if not isfinite(getattr(central(asked), outcome)[0, asked.years.index(year)]):
        return Stakes(outcome=outcome, year=year, swings=(), title=_ENDLESS, sentence=_LESS_WAITING)
    swings = tuple(swing for swing in found if any(is_change(outcome, change) for change in changes(swing)))
    return Stakes(
        outcome=outcome,
        year=year,
        swings=swings,
        title=_title(outcome, year, swings),
        sentence=_READING if swings else _unmoved(asked, outcome),
    )


def _unmoved(asked: Scenario, outcome: str) -> str:
    lever = next(one for one in asked.definitions if one.key == "waiting_share")
    if outcome == "waiting_weeks" and dict(asked.values)[lever.key] == 0:
        return f"Zet de schuif ‘{lever.label}’ hoger dan 0; anders leidt een tekort nooit tot wachten."
    return "Wijzig een schuif, of kies een andere uitkomst of een ander jaar."


def changes(swing: Swing) -> tuple[float, float]:
    """What the low and the high end of an assumption add to the outcome; infinite for a wait without end."""
    return swing.low - swing.centre, swing.high - swing.centre


def _title(outcome: str, year: int, swings: tuple[Swing, ...]) -> str:
    label = outcome_words(outcome).label
    if not swings:
        return f"Geen enkele aanname verandert {label} in {year}."
    first = swings[0]
    ends = sorted(changes(first), key=lambda change: -change * (meaning(outcome).good or 1))
    said = [effect(outcome, change) for change in ends if is_change(outcome, change)]
    return f"‘{first.label}’ maakt het meeste uit voor {label} in {year}: {' of '.join(said)}."
