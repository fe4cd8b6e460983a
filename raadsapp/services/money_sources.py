"""Where the figures behind the money line come from."""

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.source import Source


def money_sources(catalog: Catalog, municipality: str, year: int) -> tuple[Source, ...]:
    """Sources of fixed amount and cost; for a scaled municipality also those of its weight."""
    printed = (catalog.fact(f"plafond-{year}"), catalog.fact("kosten-ambulant-2017"))
    weights = (
        fact
        for fact in catalog.facts
        if fact.municipality == municipality and fact.key.startswith("gewicht-")
    )
    return tuple(dict.fromkeys(source for fact in (*printed, *weights) for source in fact.sources))
