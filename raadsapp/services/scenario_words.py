"""How the outcomes of a scenario are called and written in Dutch."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from raadsapp.domain.lever import Lever, LeverKind
from raadsapp.texts import euro, number, percent, rounded_euro

LONGEST_WAIT = 52
"""Weeks above which a waiting time is only said to be longer than a year."""
NO_WAIT = 0.5
"""Weeks below which nobody is said to wait."""
NO_MONEY = 500.0
"""Euro below which an amount counts as nothing: sentences speak in thousands."""


KIND_WORDS: Mapping[LeverKind, str] = {LeverKind.ASSUMPTION: "aanname", LeverKind.POLICY: "beleid"}
"""What a lever is, as it is said beside its name."""


class OutcomeUnit(StrEnum):
    """What an outcome is counted in; `RATE` is a fraction, shown as a percentage."""

    EURO = "€"
    COUNT = "aantal"
    WEEKS = "weken"
    RATE = "%"


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """An outcome: its name in a table, the name with its article in a sentence, and its unit."""

    key: str
    title: str
    label: str
    unit: OutcomeUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRow:
    """An outcome and its values as they are read, of several years or scenarios."""

    label: str
    cells: tuple[str, ...]


_WORDS = (
    OutcomeWords("youth", "Jongeren", "het aantal jongeren", OutcomeUnit.COUNT),
    OutcomeWords("youth_weighted", "Jongeren, gewogen", "het gewogen aantal jongeren", OutcomeUnit.COUNT),
    OutcomeWords("use_rate", "Deel met hulp", "het deel van de jongeren met hulp", OutcomeUnit.RATE),
    OutcomeWords("clients", "Cliënten", "het aantal cliënten", OutcomeUnit.COUNT),
    OutcomeWords("arrangements", "Arrangementen", "het aantal arrangementen", OutcomeUnit.COUNT),
    OutcomeWords("unit_cost", "Kosten per arrangement", "de prijs van een arrangement", OutcomeUnit.EURO),
    OutcomeWords("ambulatory_cost", "Ambulante hulp", "het bedrag voor ambulante hulp", OutcomeUnit.EURO),
    OutcomeWords("other_cost", "Overige kosten", "het bedrag voor overige kosten", OutcomeUnit.EURO),
    OutcomeWords("demand_cost", "Kosten van de hulp", "het bedrag dat de hulp kost", OutcomeUnit.EURO),
    OutcomeWords("lumpsum", "Vast bedrag", "het vaste bedrag", OutcomeUnit.EURO),
    OutcomeWords("gap", "Kosten min vast bedrag", "het verschil met het vaste bedrag", OutcomeUnit.EURO),
    OutcomeWords("deferred", "Uitgesteld", "het uitgestelde bedrag", OutcomeUnit.EURO),
    OutcomeWords("spend", "Uitgaven van JenS", "het bedrag dat JenS uitgeeft", OutcomeUnit.EURO),
    OutcomeWords("balance", "Saldo", "het saldo", OutcomeUnit.EURO),
    OutcomeWords("backlog", "Wachtrij", "de wachtrij in arrangementen", OutcomeUnit.COUNT),
    OutcomeWords("waiting_weeks", "Wachttijd", "de wachttijd", OutcomeUnit.WEEKS),
    OutcomeWords(
        "municipality_extra", "Extra bijdrage gemeente", "de extra bijdrage van de gemeente", OutcomeUnit.EURO
    ),
    OutcomeWords("cooperative_result", "Resultaat van JenS", "het resultaat van JenS", OutcomeUnit.EURO),
    OutcomeWords(
        "cooperative_cumulative",
        "Resultaat van JenS, opgeteld",
        "het opgetelde resultaat van JenS",
        OutcomeUnit.EURO,
    ),
    OutcomeWords(
        "residential_clients",
        "Jongeren in verblijf",
        "het aantal jongeren in verblijf of crisishulp",
        OutcomeUnit.COUNT,
    ),
    OutcomeWords(
        "residential_cost",
        "Verblijf en crisishulp",
        "het bedrag voor verblijf en crisishulp",
        OutcomeUnit.EURO,
    ),
    OutcomeWords("municipality_total", "Gemeente in totaal", "het totaal voor de gemeente", OutcomeUnit.EURO),
    OutcomeWords("old_system_cost", "Oude stelsel", "het bedrag in het oude stelsel", OutcomeUnit.EURO),
)
_BY_KEY = {words.key: words for words in _WORDS}


def outcome_words(key: str) -> OutcomeWords:
    """The words for a shown outcome; KeyError for another (a fault in the program)."""
    return _BY_KEY[key]


def amount(value: float, words: OutcomeWords) -> str:
    """The value of an outcome as a reader meets it in a sentence or table."""
    if words.unit is OutcomeUnit.EURO:
        return euro(value)
    if words.unit is OutcomeUnit.RATE:
        return percent(100 * value, 1)
    if words.unit is OutcomeUnit.WEEKS:
        return weeks(value)
    return number(value)


def setting(lever: Lever, value: float | str) -> str:
    """Where a lever stands: `2,5% per jaar`, `€ 20.000 per jaar`, or the name of the choice."""
    if isinstance(value, str):
        return next(choice.label for choice in lever.choices if choice.value == value)
    text = number(value, lever.decimals)
    if lever.unit.startswith("€"):
        return f"{euro(value)}{lever.unit[1:]}"
    return f"{text}{lever.unit}" if lever.unit.startswith("%") else f"{text} {lever.unit}"


def shortage(gap: float) -> str:
    """Cost above the lumpsum, or below it where negative: `€ 305.000 tekort`, `€ 20.000 overschot`."""
    if abs(gap) < NO_MONEY:
        return "geen tekort"
    return f"{rounded_euro(abs(gap))} {'tekort' if gap > 0 else 'overschot'}"


def weeks(value: float) -> str:
    """A waiting time; beyond a year only that: `> 52 weken`."""
    if value > LONGEST_WAIT:
        return f"> {LONGEST_WAIT} weken"
    rounded = round(value)
    return f"{rounded} {'week' if rounded == 1 else 'weken'}"
