"""Which municipalities a scenario is about: one of the dossier, or all of them together."""

from raadsapp.domain.catalog import Catalog
from raadsapp.model.levers import CHOICES
from raadsapp.model.region import Member, Region, region_of
from raadsapp.services.scenario_facts import facts

TOGETHER = "samen"
"""In place of a CBS code: all municipalities of the dossier, added up."""


def region(catalog: Catalog, municipality: str) -> Region:
    """The members with their facts; UserError that names what is allowed for an unknown municipality."""
    if municipality != TOGETHER:
        return region_of(facts(catalog, municipality))
    members = tuple(facts(catalog, code) for code in catalog.dossier.municipalities)
    whole = sum(member.weight.value for member in members)
    lever = next(lever for lever in catalog.levers if lever.key == "savings_scenario")
    own = {
        code: (lever.defaults or {}).get(code, str(lever.default)) for code in catalog.dossier.municipalities
    }
    return Region(
        tuple(
            Member(
                facts=member,
                share=member.weight.value / whole,
                savings=CHOICES["savings_scenario"].index(own[member.municipality]),
            )
            for member in members
        )
    )


def region_weight(found: Region) -> float:
    """How many times the figures of the reference municipality the amounts of a region are."""
    return sum(member.facts.weight.value for member in found.members)


def region_name(catalog: Catalog, municipality: str) -> str:
    """What a scenario’s municipality is called on screen."""
    if municipality == TOGETHER:
        return "De gemeenten samen"
    found = catalog.municipality(municipality)
    return found.name if found else municipality
