"""Per goal what is measured, what of that gives a signal, and what is not measured at all."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Goal
from raadsapp.domain.observation import FICTIONAL
from raadsapp.model.control_chart import Verdict
from raadsapp.services.judgements import Judged
from raadsapp.texts import amount, enumeration, number, plural

MONEY = ("IND-01", "IND-02")
"""The indicators that tell how the money goes, the most telling first."""
WAITING = ("IND-06", "IND-07")
"""The indicators that tell how long people wait, the most telling first."""

_WORDS: dict[Verdict, str] = {
    "concern": "slechter",
    "improvement": "beter",
    "high": "hoger",
    "low": "lager",
    "common": "",
}
_NAMED = 2
_STRONG = (
    "Hier tellen alleen sterke signalen: buiten de grenzen, of acht of meer op rij aan één kant van het "
    "gemiddelde."
)


@dataclass(frozen=True, slots=True)
class GoalJudged:
    """A goal and the judgement of every indicator that follows it, in the order of the dossier."""

    goal: Goal
    judged: tuple[Judged, ...]

    @property
    def there(self) -> tuple[Judged, ...]:
        """Those with figures, also where they may not be shown."""
        return tuple(one for one in self.judged if one.newest)

    @property
    def fictional(self) -> bool:
        """Whether invented figures are among them."""
        return any(one.fictional for one in self.judged)


def goals_judged(catalog: Catalog, judged: Sequence[Judged]) -> tuple[GoalJudged, ...]:
    """Every goal, old ones too, in the order of the dossier, with the judgements that are about it."""
    return tuple(
        GoalJudged(
            goal, tuple(one for one in judged if not set(goal.effects).isdisjoint(one.indicator.effects))
        )
        for goal in catalog.goals
    )


def measured_words(state: GoalJudged) -> str:
    """How many of its indicators are measured: `8 van 11 gemeten`, and that nothing is."""
    there, whole = len(state.there), len(state.judged)
    if not there:
        return "nog niet gemeten" if whole else "niemand volgt dit"
    told = f"{number(there)} van {number(whole)}"
    return f"{FICTIONAL}: {told}" if state.fictional else f"{told} gemeten"


def goal_sentence(state: GoalJudged) -> str:
    """Its signals and what is not measured, in one line; empty where nothing is measured."""
    if not state.there:
        return ""
    signals: defaultdict[str, list[str]] = defaultdict(list)
    for one in state.there:
        if word := signal_word(one):
            signals[word].append(one.indicator.title)
    told = [f"Signaal, {word}: {enumeration(titles)}." for word, titles in signals.items()]
    missing = [one.indicator.title for one in state.judged if not one.newest]
    if missing:
        names = enumeration(missing) if len(missing) <= _NAMED else f"{number(len(missing))} indicatoren"
        told.append(f"Niet gemeten: {names}.")
    return " ".join(told if signals else ["Geen signaal.", *told])


def signal_word(judged: Judged) -> str:
    """Which way its newest final figure went: `slechter`, `beter`, `hoger`, `lager`; empty when by chance."""
    return _WORDS[judged.judgement.verdict]


def measured_sentence(judged: Sequence[Judged], keys: Sequence[str]) -> str:
    """The newest figure of the first of these indicators that has one, and whether it is a signal.

    Empty when none of them may be shown or has figures.
    """
    by_key = {one.indicator.key: one for one in judged}
    for one in (by_key[key] for key in keys if key in by_key):
        point = one.judgement.judged or one.judgement.newest
        if point is None or point.value is None:
            continue
        mark = FICTIONAL if one.fictional else "Gemeten"
        told = f"{mark}: {one.indicator.title}, {point.period.label}: {amount(point.value, one.unit)}."
        return f"{told} {one.words.judgement}".strip()
    return ""


def headline_note(judged: Sequence[Judged]) -> str:
    """How many indicators have figures, and of how many those are invented; empty when none has.

    The rules of the charts find more than the headline counts: that is said where it shows.
    """
    weaker = any(signal_word(one) and not one.judgement.signal for one in judged)
    return f"{_how_many(judged)} {_STRONG}" if weaker else _how_many(judged)


def _how_many(judged: Sequence[Judged]) -> str:
    there = [one for one in judged if one.newest]
    invented = sum(one.fictional for one in there)
    if not there:
        return ""
    verb = "heeft" if len(there) == 1 else "hebben"
    told = f"Van de {number(len(judged))} indicatoren {verb} er {number(len(there))} cijfers."
    if invented == len(there):
        return f"{told} {FICTIONAL}: dit zijn bedachte cijfers om te oefenen. Echte zijn er nog niet."
    words = plural(invented, "daarvan is bedacht", "daarvan zijn bedacht")
    return f"{told} {FICTIONAL}: {words}, om te oefenen." if invented else told
