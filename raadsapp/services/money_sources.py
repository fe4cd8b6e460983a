"""Where the figures behind the money line come from."""

from collections.abc import Iterator

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Fact
from raadsapp.domain.source import Source
from raadsapp.services.own_figures import (
    BASE_YEARS,
    COST,
    ceiling_key,
    figure,
    reference,
    weight_key,
    year_key,
)


def money_sources(catalog: Catalog, municipality: str, year: int) -> tuple[Source, ...]:
    """Sources of fixed amount and cost, and of the weight with which a municipality is scaled.

    For anything but a municipality of the dossier, those of all of them together.
    """
    known = catalog.dossier.municipalities
    codes = (municipality,) if municipality in known else known
    found = (fact for code in codes for fact in _figures(catalog, code, year))
    return tuple(dict.fromkeys(source for fact in found for source in fact.sources))


def _figures(catalog: Catalog, code: str, year: int) -> Iterator[Fact]:
    yield figure(catalog, ceiling_key(year), code)
    yield figure(catalog, year_key(COST, BASE_YEARS[-1]), code)
    if code != reference(catalog):
        yield catalog.fact(weight_key(catalog, code))
