"""The inputs of the model one by one, each under its Dutch name, so that two moments can be compared."""

from collections.abc import Iterator
from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Fact
from raadsapp.model.facts import Facts, Scaled, YouthCount
from raadsapp.model.levers import CHOICES
from raadsapp.model.region import Region
from raadsapp.services.own_figures import (
    ARRANGEMENTS,
    BUDGETED,
    CLIENTS,
    COST,
    RESIDENTIAL_CLIENTS,
    ceiling_key,
    own_key,
    year_key,
)
from raadsapp.services.scenario_facts import SAVINGS
from raadsapp.services.scenario_region import region_name
from raadsapp.texts import amount, exact, number

_OF_BASE_YEAR = (
    (COST, "ambulatory_cost", Scaled.USE),
    (CLIENTS, "clients", Scaled.USE),
    (ARRANGEMENTS, "arrangements", Scaled.ARRANGEMENTS),
    (RESIDENTIAL_CLIENTS, "residential_clients", Scaled.RESIDENTIAL),
)
_OF_BUDGET = {
    "lumpsum-deel-vrijgevestigden": "independents",
    "lumpsum-deel-pgb": "pgb",
    "model-pgb-aantal": "pgb_count",
    "model-pgb-prijs": "pgb_unit_cost",
}
_OF_ASSUMPTIONS = {
    "model-eigen-gewicht": "own_ratio_half",
    "model-volwassen-vanaf": "adult_age",
    "model-gewicht-18-22": "adult_weight",
    "model-eigen-toegang": "access_share",
    "model-toegang-jaren": "access_years",
    "model-gebruik-maximum": "use_limit",
    "model-preventie-maximum": "prevention_limit",
    "model-preventie-bedrag": "prevention_unit",
    "model-verblijf-prijs": "residential_unit_cost",
    "model-zware-hulp": "home_factor",
}
_WEIGHTS = {"value": "Gewicht", "low": "Laagste gewicht", "high": "Hoogste gewicht"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One input; `own` when it is the own figure of a municipality that would otherwise be scaled.

    `closer` are words that tell it from a value that reads the same in `words`.
    """

    label: str
    value: object
    words: str
    closer: str = ""
    own: bool = False


def inputs(catalog: Catalog, region: Region) -> dict[str, Input]:
    """Every input of a region, by what it is about; what several members share comes once."""
    found: dict[str, Input] = {}
    for member in region.members:
        facts = member.facts
        for part in (_printed, _measured, _ceilings, _people, _weights):
            found |= part(catalog, facts)
        name = region_name(catalog, facts.municipality)
        chosen = _savings_words(catalog, member.savings)
        found[f"savings {facts.municipality}"] = Input(
            label=f"Besparing die hoort bij {name}", value=member.savings, words=chosen
        )
    return found


def _printed(catalog: Catalog, facts: Facts) -> Iterator[tuple[str, Input]]:
    """What is the same for every municipality."""
    values = {key: getattr(facts.budget, name) for key, name in _OF_BUDGET.items()}
    values |= {key: getattr(facts.assumptions, name) for key, name in _OF_ASSUMPTIONS.items()}
    values |= dict(zip(SAVINGS, facts.budget.savings[1:], strict=True))
    values |= {"model-uit-wachtrij": 1 - facts.assumptions.queue_kept, "model-index": 100 * facts.index}
    for key, value in values.items():
        fact = catalog.fact(key)
        yield key, _input(fact.label, value, fact.unit)
    label = "Subsidies die in het vaste bedrag opgaan"
    yield "subsidies", _input(label, facts.budget.subsidies, "€ per jaar")
    years = f"{facts.years[0]} tot en met {facts.years[-1]}"
    yield "years", Input(label="Jaren waarover het model rekent", value=facts.years, words=years)


def _measured(catalog: Catalog, facts: Facts) -> Iterator[tuple[str, Input]]:
    """Use, cost and budget: the municipality's own, or those of the reference where it is scaled."""
    for base in facts.base_years:
        for series, name, part in _OF_BASE_YEAR:
            # With use of its own, a scaled number of arrangements only follows from the clients.
            follows = part is Scaled.ARRANGEMENTS and Scaled.USE not in facts.scaled
            if not (follows and part in facts.scaled):
                yield _own(catalog, facts, year_key(series, base.year), getattr(base, name), part)
    yield _own(catalog, facts, BUDGETED, facts.budget.ambulatory, Scaled.BUDGET)


def _ceilings(catalog: Catalog, facts: Facts) -> Iterator[tuple[str, Input]]:
    for year, ceiling in zip(facts.years, facts.ceilings, strict=False):
        yield _own(catalog, facts, ceiling_key(year), ceiling, Scaled.CEILINGS)
    whose = facts.source_of(Scaled.CEILINGS)
    yield (
        f"savings in ceilings {whose}",
        Input(
            label=f"Besparing die al van het vaste bedrag af is, {region_name(catalog, whose)}",
            value=facts.savings_in_ceilings,
            words=_savings_words(catalog, facts.savings_in_ceilings),
            own=whose != facts.reference,
        ),
    )


def _people(catalog: Catalog, facts: Facts) -> Iterator[tuple[str, Input]]:
    for count in facts.youth:
        yield f"youth {count.municipality} {count.year}", _youth(catalog, count)


def _youth(catalog: Catalog, count: YouthCount) -> Input:
    total = number(sum(count.counts))
    return Input(
        label=f"Jongeren in {region_name(catalog, count.municipality)} op 1 januari {count.year}",
        value=count.counts,
        words=total,
        closer=f"{total}, anders verdeeld over de leeftijden",
    )


def _weights(catalog: Catalog, facts: Facts) -> Iterator[tuple[str, Input]]:
    if facts.municipality == facts.reference:
        return
    beside = " ten opzichte van ".join(
        region_name(catalog, code) for code in (facts.municipality, facts.reference)
    )
    for name, words in _WEIGHTS.items():
        value = getattr(facts.weight, name)
        yield f"weight {name} {facts.municipality}", _input(f"{words} van {beside}", value, "keer")


def _own(catalog: Catalog, facts: Facts, key: str, value: float, part: Scaled) -> tuple[str, Input]:
    whose = facts.source_of(part)
    fact = catalog.find(key) or catalog.find(own_key(key, whose))
    # A ceiling of a year that the dossier no longer has keeps a name of its own.
    label, unit = (fact.label, fact.unit) if isinstance(fact, Fact) else (f"Vast bedrag {key[-4:]}", "€")
    found = _input(f"{label}, {region_name(catalog, whose)}", value, unit, own=whose != facts.reference)
    return f"{key} {whose}", found


def _input(label: str, value: float, unit: str, *, own: bool = False) -> Input:
    return Input(label=label, value=value, words=amount(value, unit), closer=exact(value), own=own)


def _savings_words(catalog: Catalog, code: int) -> str:
    value = CHOICES["savings_scenario"][code]
    lever = next(lever for lever in catalog.levers if lever.key == "savings_scenario")
    return next((choice.label for choice in lever.choices if choice.value == value), value)
