"""What more or less of an outcome means: for whom it is better, and how a change is said in Dutch."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite

from raadsapp.services.scenario_words import (
    LONGEST_WAIT,
    NO_MONEY,
    NO_WAIT,
    OutcomeUnit,
    outcome_words,
    weeks,
)
from raadsapp.texts import euro, number, rounded_euro

_NOTHING = {OutcomeUnit.EURO: NO_MONEY, OutcomeUnit.COUNT: 0.05, OutcomeUnit.WEEKS: NO_WAIT}
"""Below this a change is not worth a sentence: money is said in thousands, waiting in whole weeks."""
_SEEN = {OutcomeUnit.EURO: 50.0, OutcomeUnit.COUNT: 0.05, OutcomeUnit.WEEKS: 0.5}
"""Below this a change is written as none."""
_FEW = 10.0
_PRECISE_EURO = 10_000


@dataclass(frozen=True, slots=True)
class Meaning:
    """An outcome that can be asked about. `good` is 1 when more is better, −1 when less is, 0 for neither.

    `more` and `less` say in one word which way a part of a change goes.
    """

    outcome: str
    good: int
    more: str
    less: str

    def word(self, change: float) -> str:
        """The word for a change, such as `duurder`."""
        return self.more if change > 0 else self.less


MEANINGS = (
    Meaning("balance", 1, "beter", "slechter"),
    Meaning("demand_cost", -1, "duurder", "goedkoper"),
    Meaning("waiting_weeks", -1, "langer", "korter"),
    Meaning("municipality_total", -1, "duurder", "goedkoper"),
    Meaning("clients", 0, "meer", "minder"),
    Meaning("residential_clients", -1, "meer", "minder"),
)
"""The outcomes of which causes are shown, the one that is asked first in front."""
_BY_OUTCOME = {one.outcome: one for one in MEANINGS}


def meaning(outcome: str) -> Meaning:
    """What a change of this outcome means; KeyError for one of which no causes are shown."""
    return _BY_OUTCOME[outcome]


def is_change(outcome: str, change: float) -> bool:
    """Whether a change is large enough to be said; a wait without end always is."""
    return not abs(change) < _NOTHING[outcome_words(outcome).unit]


def size(outcome: str, change: float) -> str:
    """How large a change is, without its sign: `€ 118.000`, `6 weken`, `1,4`."""
    words, amount = outcome_words(outcome), abs(change)
    if words.unit is OutcomeUnit.EURO:
        return euro(round(amount, -3 if amount >= _PRECISE_EURO else -2))
    if words.unit is OutcomeUnit.WEEKS:
        return weeks(amount)
    return number(amount, 1 if amount < _FEW and amount != round(amount) else 0)


def signed(outcome: str, change: float) -> str:
    """A change with its sign, as it stands beside a bar: `+€ 118.000`, `−6 weken`; `geen` for nothing."""
    if _is_long(outcome, change) or not _is_seen(outcome, change):
        return effect(outcome, change)
    return f"{'+' if change > 0 else '−'}{size(outcome, change)}"


def level(outcome: str, value: float) -> str:
    """The outcome itself, as it stands beside a bar: `−€ 305.000`, `> 52 weken`, `24,3`."""
    words = outcome_words(outcome)
    if words.unit is OutcomeUnit.WEEKS:
        return weeks(value)
    return f"{'−' if value < 0 else ''}{size(outcome, value)}"


def effect(outcome: str, change: float) -> str:
    """What a part of a change does: `€ 118.000 slechter`, `6 weken langer`, `geen verschil`."""
    if not isfinite(change):
        return "zonder einde"
    if not _is_seen(outcome, change):
        return "geen verschil"
    much = "meer dan een jaar" if _is_long(outcome, change) else size(outcome, change)
    return f"{much} {meaning(outcome).word(change)}"


def _is_seen(outcome: str, change: float) -> bool:
    return not abs(change) <= _SEEN[outcome_words(outcome).unit]


def _is_long(outcome: str, change: float) -> bool:
    return outcome_words(outcome).unit is OutcomeUnit.WEEKS and not abs(change) <= LONGEST_WAIT


def change_sentence(outcome: str, year: int, start: float, end: float) -> str:
    """How an outcome differs between `start` and `end` in a year, as one sentence."""
    return _SENTENCES[outcome](year, start, end)


def _balance(year: int, start: float, end: float) -> str:
    """With both ends, for the balance is what is left after some wait: another amount than the gap."""
    if not is_change("balance", end - start):
        return f"Het saldo in {year} blijft bijna gelijk."
    (before, side), (after, other) = _amount_and_side(start), _amount_and_side(end)
    return f"Het saldo in {year} gaat van {before if side == other else before + side} naar {after}{other}."


def _amount_and_side(balance: float) -> tuple[str, str]:
    if abs(balance) < NO_MONEY:
        return "nul", ""
    return rounded_euro(abs(balance)), " tekort" if balance < 0 else " overschot"


def _demand_cost(year: int, start: float, end: float) -> str:
    if not is_change("demand_cost", end - start):
        return f"De hulp kost in {year} bijna even veel."
    return f"De hulp kost in {year} {rounded_euro(abs(end - start))} {'meer' if end > start else 'minder'}."


def _municipality_total(year: int, start: float, end: float) -> str:
    if not is_change("municipality_total", end - start):
        return f"De gemeente betaalt in {year} in totaal bijna even veel."
    more = "meer" if end > start else "minder"
    return f"De gemeente betaalt in {year} in totaal {rounded_euro(abs(end - start))} {more}."


def _clients(year: int, start: float, end: float) -> str:
    if not is_change("clients", end - start):
        return f"Het aantal cliënten in {year} blijft bijna gelijk."
    return f"In {year} zijn er {size('clients', end - start)} cliënten {'meer' if end > start else 'minder'}."


def _residential_clients(year: int, start: float, end: float) -> str:
    if not is_change("residential_clients", end - start):
        return f"Het aantal jongeren in verblijf of crisishulp in {year} blijft bijna gelijk."
    few, more = size("residential_clients", end - start), "meer" if end > start else "minder"
    return f"In {year} zijn er {few} jongeren {more} in verblijf of crisishulp."


def _waiting_weeks(year: int, start: float, end: float) -> str:
    if not isfinite(end):
        return f"In {year} komt er geen einde aan het wachten: niemand wordt nog geholpen."
    if start > LONGEST_WAIT or end > LONGEST_WAIT:
        if end <= LONGEST_WAIT:
            return f"De wachttijd in {year} daalt van langer dan een jaar naar {weeks(end)}."
        stays = "blijft" if start > LONGEST_WAIT else "wordt"
        return f"De wachttijd in {year} {stays} langer dan een jaar."
    if not is_change("waiting_weeks", end - start):
        return f"De wachttijd in {year} blijft bijna gelijk."
    return f"De wachttijd in {year} wordt {effect('waiting_weeks', end - start)}."


_SENTENCES: dict[str, Callable[[int, float, float], str]] = {
    "balance": _balance,
    "demand_cost": _demand_cost,
    "waiting_weeks": _waiting_weeks,
    "municipality_total": _municipality_total,
    "clients": _clients,
    "residential_clients": _residential_clients,
}
