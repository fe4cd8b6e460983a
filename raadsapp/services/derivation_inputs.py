"""Facts and counts as inputs of an equation, and figures with their unit."""

from raadsapp.domain.facts import AgeCount, Fact
from raadsapp.services.derivation import Input, InputKind
from raadsapp.services.scenario_words import LONGEST_WAIT, OutcomeUnit
from raadsapp.texts import amount, euro, exact, number, percent

_FEW = 1000
"""Counts below this are shown with decimals: half a client matters in a small municipality."""


def fact_input(fact: Fact, symbol: str, note: str) -> Input:
    """A fact as the input of an equation."""
    return Input(
        kind=InputKind.FACT,
        symbol=symbol,
        label=fact.label,
        value=fact.value,
        shown=amount(fact.value, fact.unit),
        note=note,
        standing=fact.standing,
        sources=fact.sources,
        caveats=fact.caveats,
    )


def count_input(found: AgeCount, age: int, symbol: str, name: str) -> Input:
    """A count of an age in the municipality called `name` as the input of an equation."""
    return Input(
        kind=InputKind.FACT,
        symbol=symbol,
        label=f"Jongeren van {age} jaar in {name} op 1 januari {found.year}",
        value=float(found.counts[age]),
        shown=number(found.counts[age]),
        sources=found.sources,
    )


def shown(value: float, unit: OutcomeUnit | None) -> str:
    """A figure with its unit, as precise as reads well."""
    if unit is OutcomeUnit.EURO:
        return euro(value)
    if unit is OutcomeUnit.RATE:
        return percent(100 * value, 2)
    if unit is OutcomeUnit.WEEKS:
        return f"{exact(value, 1)} weken" if value <= LONGEST_WAIT else f"> {LONGEST_WAIT} weken"
    if unit is OutcomeUnit.COUNT:
        return exact(value, 2) if abs(value) < _FEW else number(value)
    return exact(value, 4)
