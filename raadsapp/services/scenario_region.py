"""Which municipalities a scenario is about: one of the dossier, or all of them together."""

from raadsapp.domain.catalog import Catalog
from raadsapp.model.region import Member, Region, region_of
from raadsapp.services.own_figures import TOGETHER
from raadsapp.services.scenario_facts import chosen_savings, facts

__all__ = ["TOGETHER", "region", "region_name", "region_weight"]


def region(catalog: Catalog, municipality: str) -> Region:
    """The members with their facts; UserError that names what is allowed for an unknown municipality."""
    if municipality != TOGETHER:
        return region_of(facts(catalog, municipality))
    members = tuple(facts(catalog, code) for code in catalog.dossier.municipalities)
    whole = sum(member.weight.value for member in members)
    return Region(
        tuple(
            Member(
                facts=member,
                share=member.weight.value / whole,
                savings=chosen_savings(catalog, member.municipality),
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
