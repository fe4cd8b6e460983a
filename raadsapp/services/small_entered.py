"""Counts of too few persons among the figures that a clerk entered: nobody can find them in a scenario.

Whatever is worked out with such a count gives it away: cost divided by price is the number of clients. So a
scenario takes the same number for every count under the threshold, and says so.
"""

from dataclasses import replace

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Fact
from raadsapp.domain.source import Standing
from raadsapp.texts import enumeration, number

_CAVEAT = (
    "Ingevoerd is een aantal onder de {threshold}. Het echte aantal is te klein om te tonen, en zou uit de "
    "uitkomst te herleiden zijn. Daarom rekent het model met {middle}."
)
_NOTE = (
    "Voor {name} rekent het model met {middle} waar een aantal onder de {threshold} is ingevoerd: zo is het "
    "echte aantal niet te herleiden."
)
LOOK = "Minder dan {threshold}: ‘Wat als?’ rekent met {middle}, zodat niemand dit aantal kan herleiden."
"""What the clerk who enters such a count is told."""


def is_small(value: float, unit: str, threshold: int) -> bool:
    """Whether a figure counts too few: zero too, as everywhere (see `privacy.disclosure`)."""
    return not unit.startswith("€") and value < threshold


def middle(threshold: int) -> int:
    """What stands for every count under the threshold."""
    return threshold // 2


def protected(fact: Fact, threshold: int) -> Fact:
    """The figure as a scenario takes it, with what was done to it."""
    if not is_small(fact.value, fact.unit, threshold):
        return fact
    told = say(_CAVEAT, threshold)
    return replace(fact, value=float(middle(threshold)), standing=Standing.ASSUMPTION, caveats=(told,))


def protected_note(catalog: Catalog, municipality: str) -> str:
    """For which municipalities a scenario of `municipality` (a CBS code, or all together) does so; or empty.

    `catalog` is the dossier with the entered figures.
    """
    threshold = catalog.dossier.threshold
    told = say(_CAVEAT, threshold)
    own = municipality in catalog.dossier.municipalities
    small = dict.fromkeys(
        fact.municipality
        for fact in catalog.facts
        if told in fact.caveats and (not own or fact.municipality == municipality)
    )
    found = (catalog.municipality(code) for code in small)
    names = [one.name for one in found if one]
    return say(_NOTE, threshold, enumeration(names)) if names else ""


def say(words: str, threshold: int, name: str = "") -> str:
    """One of these sentences with its numbers."""
    return words.format(threshold=number(threshold), middle=number(middle(threshold)), name=name)
