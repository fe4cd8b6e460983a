"""How figures are called that are worked out from what was published, apart from the model's own outcomes."""

from collections.abc import Mapping

from raadsapp.services.scenario_words import outcome_words

MISSED_SHORTAGE, MISSED_EXTRA = "missed_shortage", "missed_extra"
EXTRA_A_YEAR, EXTRA_TWO_YEARS, SHORTAGE_BESIDE_EXTRA = (
    "extra_a_year",
    "extra_two_years",
    "shortage_beside_extra",
)
LOW, HIGH = "gap_low", "gap_high"

LINES: Mapping[str, tuple[str, str]] = {
    "gemiddelde-ambulant": (
        "Gemiddelde kosten van ambulante hulp",
        "Gemiddelde van de gedrukte kosten 2015–2017",
    ),
    "gemiddelde-pgb": (
        "Gemiddelde kosten van PGB’s",
        "Gemiddelde van de gedrukte, afgeronde kosten 2015–2017",
    ),
    "som-van-delen": ("Delen van het vaste bedrag", "Som van de delen die het rapport noemt"),
    "besparing": ("Vast bedrag na de besparing", "Vast bedrag van 2019 min de besparing ‘hoog’"),
    "kosten-2017-in-begroting": (
        "Kosten van 2017 in de begroting",
        "Kosten van 2017 die bij het begrote gemiddelde passen",
    ),
}
"""The lines of the reconciliation: what each is about, and what is worked out in it."""


def computed(line: str) -> str:
    """Key of the amount that is worked out in a line of the reconciliation."""
    return f"computed_{line}"


def difference(line: str) -> str:
    """Key of the difference in a line of the reconciliation: worked out minus published."""
    return f"difference_{line}"


TITLES: Mapping[str, str] = {
    **{computed(key): label for key, (_, label) in LINES.items()},
    **{difference(key): f"Verschil: {title}" for key, (title, _) in LINES.items()},
    MISSED_SHORTAGE: "Bekend gemaakt tekort min wat het model geeft, {year}",
    MISSED_EXTRA: "Extra geld per jaar min wat het model geeft, {year}",
    EXTRA_A_YEAR: "Extra geld per jaar, bij anderhalf jaar",
    EXTRA_TWO_YEARS: "Extra geld per jaar, bij twee hele jaren",
    SHORTAGE_BESIDE_EXTRA: "Structureel tekort min extra geld per jaar",
    LOW: "Onderkant van de marge van het tekort, {year}",
    HIGH: "Bovenkant van de marge van het tekort, {year}",
}
"""Titles by key; `{year}` stands for the year of the figure."""


def figure_title(key: str) -> str:
    """The name of a figure that can be explained; KeyError for another (a fault in the program)."""
    return TITLES[key] if key in TITLES else outcome_words(key).title
