"""The inputs of the scenario model, taken from the figures of the dossier.

What a municipality has no figures of its own for is scaled from those of the reference.
"""

from raadsapp.domain.catalog import Catalog
from raadsapp.errors import UserError
from raadsapp.model.facts import Assumptions, BaseYear, Budget, Facts, Scaled, Weight, YouthCount
from raadsapp.model.levers import CHOICES
from raadsapp.services.own_figures import (
    ARRANGEMENTS,
    BASE_YEARS,
    BUDGETED,
    CLIENTS,
    COST,
    RESIDENTIAL_CLIENTS,
    TOGETHER,
    ceiling_keys,
    contract_years,
    figure,
    own_parts,
    reference,
    weight_key,
    year_key,
)
from raadsapp.texts import enumeration

_MEAN_YEAR = 2016
_TRANSFER_YEARS = (2020, 2021, 2022)
_EXTRA_FROM = 2021
_PRINTED_SAVINGS = CHOICES["savings_scenario"].index("high")
"""Code of the savings that were taken off the printed ceilings."""

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
    own = own_parts(catalog, code)
    printed = code == reference(catalog)
    return Facts(
        municipality=code,
        reference=reference(catalog),
        years=contract_years(catalog),
        base_years=tuple(_base_year(catalog, code, own, year) for year in BASE_YEARS),
        mean_year=_MEAN_YEAR,
        youth=tuple(
            YouthCount(municipality=count.municipality, year=count.year, counts=count.counts)
            for count in catalog.age_counts
        ),
        ceilings=_ceilings(catalog, code if Scaled.CEILINGS in own else ""),
        savings_in_ceilings=chosen_savings(catalog, code) if Scaled.CEILINGS in own else _PRINTED_SAVINGS,
        transfer_years=_TRANSFER_YEARS,
        extra_from=_EXTRA_FROM,
        index=catalog.fact("model-index").value / 100,
        budget=_budget(catalog, code if Scaled.BUDGET in own else ""),
        weight=_weight(catalog, code),
        scaled=() if printed else tuple(part for part in Scaled if part not in own),
        assumptions=_assumptions(catalog),
    )


def _must_take_part(catalog: Catalog, code: str) -> None:
    if code in catalog.dossier.municipalities:
        return
    known = ((one, catalog.municipality(one)) for one in catalog.dossier.municipalities)
    allowed = [f"{one} ({found.name})" if found else one for one, found in known]
    allowed.append(f"{TOGETHER} (alle gemeenten opgeteld)")
    raise UserError(f"De gemeente ‘{code}’ hoort niet bij dit dossier.", f"Kies uit {enumeration(allowed)}.")


def _base_year(catalog: Catalog, code: str, own: frozenset[Scaled], year: int) -> BaseYear:
    def value(series: str, part: Scaled) -> float:
        return figure(catalog, year_key(series, year), code if part in own else "").value

    clients = value(CLIENTS, Scaled.USE)
    arrangements = value(ARRANGEMENTS, Scaled.ARRANGEMENTS)
    if Scaled.USE in own and Scaled.ARRANGEMENTS not in own:
        arrangements *= clients / catalog.fact(year_key(CLIENTS, year)).value
    return BaseYear(
        year=year,
        ambulatory_cost=value(COST, Scaled.USE),
        arrangements=arrangements,
        clients=clients,
        residential_clients=value(RESIDENTIAL_CLIENTS, Scaled.RESIDENTIAL),
    )


def _ceilings(catalog: Catalog, code: str) -> tuple[float, ...]:
    return tuple(figure(catalog, key, code).value for key in ceiling_keys(catalog, code))


def chosen_savings(catalog: Catalog, code: str) -> int:
    """Code of the savings a municipality chose, which its ceilings were published with."""
    lever = next(lever for lever in catalog.levers if lever.key == "savings_scenario")
    return CHOICES[lever.key].index(str((lever.defaults or {}).get(code, lever.default)))


def _budget(catalog: Catalog, code: str) -> Budget:
    return Budget(
        ambulatory=figure(catalog, BUDGETED, code).value,
        independents=catalog.fact("lumpsum-deel-vrijgevestigden").value,
        subsidies=sum(catalog.fact(key).value for key in SUBSIDIES),
        pgb=catalog.fact("lumpsum-deel-pgb").value,
        pgb_count=catalog.fact("model-pgb-aantal").value,
        pgb_unit_cost=catalog.fact("model-pgb-prijs").value,
        savings=(0.0, *(catalog.fact(key).value for key in SAVINGS)),
    )


def _weight(catalog: Catalog, code: str) -> Weight:
    """The weight of a municipality: 1 for the one whose figures are printed."""
    if code == reference(catalog):
        return Weight(value=1.0, low=1.0, high=1.0)
    key = weight_key(catalog, code)
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
