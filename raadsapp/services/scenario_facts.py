"""The inputs of the scenario model, taken from the figures of the dossier."""

from raadsapp.domain.catalog import Catalog
from raadsapp.errors import UserError
from raadsapp.model.facts import Assumptions, BaseYear, Budget, Facts, Weight, YouthCount
from raadsapp.texts import enumeration

BASE_YEARS = (2015, 2016, 2017)
_MEAN_YEAR = 2016
_TRANSFER_YEARS = (2020, 2021, 2022)
_EXTRA_FROM = 2021

SUBSIDIES = (
    "lumpsum-deel-meander",
    "lumpsum-deel-mee",
    "lumpsum-deel-versterking",
    "lumpsum-deel-puur-jong",
)
SAVINGS = ("inverdien-laag", "inverdien-midden", "inverdien-hoog")


def facts(catalog: Catalog, municipality: str = "") -> Facts:
    """Everything the equations need for a municipality of the dossier (CBS code); without one, the first.

    UserError that names the municipalities of the dossier when it is none of them.
    """
    code = municipality or catalog.dossier.municipalities[0]
    _must_take_part(catalog, code)
    return Facts(
        municipality=code,
        reference=_reference(catalog),
        years=_years(catalog),
        base_years=tuple(_base_year(catalog, year) for year in BASE_YEARS),
        mean_year=_MEAN_YEAR,
        youth=tuple(
            YouthCount(municipality=count.municipality, year=count.year, counts=count.counts)
            for count in catalog.age_counts
        ),
        ceilings=_ceilings(catalog),
        transfer_years=_TRANSFER_YEARS,
        extra_from=_EXTRA_FROM,
        index=catalog.fact("model-index").value / 100,
        budget=_budget(catalog),
        weight=_weight(catalog, code),
        assumptions=_assumptions(catalog),
    )


def ceiling_key(year: int) -> str:
    """Key of the fact with the published ceiling of a year."""
    return f"plafond-{year}"


def _must_take_part(catalog: Catalog, code: str) -> None:
    if code in catalog.dossier.municipalities:
        return
    known = ((one, catalog.municipality(one)) for one in catalog.dossier.municipalities)
    allowed = [f"{one} ({found.name})" if found else one for one, found in known]
    raise UserError(f"De gemeente ‘{code}’ hoort niet bij dit dossier.", f"Kies uit {enumeration(allowed)}.")


def _years(catalog: Catalog) -> tuple[int, ...]:
    first, last = catalog.dossier.years
    return tuple(range(first, last + 1))


def _reference(catalog: Catalog) -> str:
    """The municipality whose figures are printed."""
    return catalog.fact(ceiling_key(catalog.dossier.years[0])).municipality


def _base_year(catalog: Catalog, year: int) -> BaseYear:
    return BaseYear(
        year=year,
        ambulatory_cost=catalog.fact(f"kosten-ambulant-{year}").value,
        arrangements=catalog.fact(f"arrangementen-ambulant-{year}").value,
        clients=catalog.fact(f"clienten-ambulant-{year}").value,
        residential_clients=catalog.fact(f"clienten-verblijf-{year}").value,
    )


def _ceilings(catalog: Catalog) -> tuple[float, ...]:
    return tuple(catalog.fact(key).value for key in map(ceiling_key, _years(catalog)) if catalog.find(key))


def _budget(catalog: Catalog) -> Budget:
    return Budget(
        ambulatory=catalog.fact("lumpsum-deel-ambulant").value,
        independents=catalog.fact("lumpsum-deel-vrijgevestigden").value,
        subsidies=sum(catalog.fact(key).value for key in SUBSIDIES),
        pgb=catalog.fact("lumpsum-deel-pgb").value,
        pgb_count=catalog.fact("model-pgb-aantal").value,
        pgb_unit_cost=catalog.fact("model-pgb-prijs").value,
        savings=(0.0, *(catalog.fact(key).value for key in SAVINGS)),
    )


def _weight(catalog: Catalog, code: str) -> Weight:
    """The weight of a municipality: 1 for the one whose figures are printed."""
    if code == _reference(catalog):
        return Weight(value=1.0, low=1.0, high=1.0)
    found = catalog.municipality(code)
    key = f"gewicht-{found.name.lower() if found else code}"
    value, low, high = (catalog.fact(key + end).value for end in ("", "-laag", "-hoog"))
    return Weight(value=value, low=low, high=high)


def _assumptions(catalog: Catalog) -> Assumptions:
    return Assumptions(
        own_ratio_half=catalog.fact("model-eigen-gewicht").value,
        adult_age=int(catalog.fact("model-volwassen-vanaf").value),
        adult_weight=catalog.fact("model-gewicht-18-22").value,
        access_share=catalog.fact("model-eigen-toegang").value,
        access_years=catalog.fact("model-toegang-jaren").value,
        use_limit=catalog.fact("model-gebruik-maximum").value,
        prevention_limit=catalog.fact("model-preventie-maximum").value,
        prevention_unit=catalog.fact("model-preventie-bedrag").value,
        residential_unit_cost=catalog.fact("model-verblijf-prijs").value,
        home_factor=catalog.fact("model-zware-hulp").value,
        queue_kept=1 - catalog.fact("model-uit-wachtrij").value,
    )
