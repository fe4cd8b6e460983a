"""The printed figures that a scenario starts from, and a municipality's own in place of them.

Figures are printed for one municipality, the reference. Another takes part with its own where the catalog has
them, under the key of the reference's figure and its own code: `plafond-2019-GM0917`.
"""

from raadsapp.domain import municipality as municipalities
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Fact
from raadsapp.model.facts import Scaled

TOGETHER = municipalities.TOGETHER
"""In place of a CBS code: all municipalities of the dossier, added up."""
BASE_YEARS = (2015, 2016, 2017)
COST = "kosten-ambulant"
CLIENTS = "clienten-ambulant"
ARRANGEMENTS = "arrangementen-ambulant"
RESIDENTIAL_CLIENTS = "clienten-verblijf"
CEILING = "plafond"
BUDGETED = "lumpsum-deel-ambulant"


def ceiling_key(year: int) -> str:
    """Key of the fact with the published ceiling of a year."""
    return year_key(CEILING, year)


def year_key(series: str, year: int) -> str:
    """Key of the printed figure of a year in a series."""
    return f"{series}-{year}"


def own_key(key: str, municipality: str) -> str:
    """Key of a municipality's own figure, in place of the printed one of the reference."""
    return f"{key}-{municipality}"


def weight_key(catalog: Catalog, municipality: str) -> str:
    """Key of the figure that says how many times the reference a municipality is; its bounds end it."""
    found = catalog.municipality(municipality)
    return f"gewicht-{found.name.lower() if found else municipality}"


def reference(catalog: Catalog) -> str:
    """The municipality whose figures are printed."""
    return catalog.fact(ceiling_key(catalog.dossier.years[0])).municipality


def figure(catalog: Catalog, key: str, municipality: str = "") -> Fact:
    """The municipality's own figure where there is one, else the printed one of the reference."""
    own = catalog.find(own_key(key, municipality)) if municipality else None
    return own if isinstance(own, Fact) else catalog.fact(key)


def contract_years(catalog: Catalog) -> tuple[int, ...]:
    """The years that a scenario works out."""
    first, last = catalog.dossier.years
    return tuple(range(first, last + 1))


def own_parts(catalog: Catalog, code: str) -> frozenset[Scaled]:
    """What another municipality than the reference has all figures of its own for.

    Those of every base year, and of every year with a printed ceiling.
    """

    def has(keys: list[str]) -> bool:
        return all(catalog.find(own_key(key, code)) for key in keys)

    def has_series(series: str) -> bool:
        return has([year_key(series, year) for year in BASE_YEARS])

    parts: set[Scaled] = set()
    if has_series(COST) and has_series(CLIENTS):
        parts.add(Scaled.USE)
        if has_series(ARRANGEMENTS):
            parts.add(Scaled.ARRANGEMENTS)
        if has_series(RESIDENTIAL_CLIENTS):
            parts.add(Scaled.RESIDENTIAL)
    if has(ceiling_keys(catalog, "")):
        parts.add(Scaled.CEILINGS)
        if has([BUDGETED]):
            parts.add(Scaled.BUDGET)
    return frozenset(parts)


def ceiling_keys(catalog: Catalog, code: str) -> list[str]:
    """Keys of the printed ceilings, or with a code those of which the municipality has its own."""
    keys = [ceiling_key(year) for year in contract_years(catalog)]
    return [key for key in keys if catalog.find(own_key(key, code) if code else key)]
