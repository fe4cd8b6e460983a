"""‘Waarom dit getal?’: any figure of a scenario, explained down to facts with document and page.

Source of the equations: the page of the scenario model, numbers 1 to 12. A test works out every equation with
the values that are shown and compares it with the model.
"""

from collections.abc import Sequence

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.source import Standing
from raadsapp.model.uncertainty import Band
from raadsapp.services.derivation import Derivation, Place
from raadsapp.services.derivation_base import BASE
from raadsapp.services.derivation_care import CARE
from raadsapp.services.derivation_inputs import shown
from raadsapp.services.derivation_money import MONEY
from raadsapp.services.derivation_published import LOOKED_BACK, RECONCILED
from raadsapp.services.derivation_share import SHARES_THAT_FIT
from raadsapp.services.derivation_together import SHARES, together
from raadsapp.services.derivation_working import Working, result, values_of
from raadsapp.services.derivation_youth import YOUTH
from raadsapp.services.formula import full, symbol, written
from raadsapp.services.own_figures import reference
from raadsapp.services.scenario import Scenario

_QUANTITIES = {
    quantity.key: quantity
    for quantity in (*YOUTH, *BASE, *CARE, *MONEY, *SHARES, *SHARES_THAT_FIT, *RECONCILED, *LOOKED_BACK)
}
_PRINTED = frozenset(quantity.key for quantity in RECONCILED)


def explain(
    catalog: Catalog, asked: Scenario, places: Sequence[Place], band: Band | None = None
) -> tuple[Derivation, ...]:
    """Explain figures, in the same order: outcomes of the model, and what earlier derivations led to.

    `share_fits`, how often the help fits in the lumpsum, needs the `band` of the scenario, and the bounds of
    the gap a band of that. KeyError for a
    quantity that is none of these (a fault in the program).
    """
    working = Working(catalog, asked, _QUANTITIES, together, band)
    return tuple(_explained(working, place) for place in places)


def asked_place(catalog: Catalog, asked: Scenario, quantity: str, year: int) -> Place:
    """Where a question why a figure is what it is begins: of the scenario, or of what was printed."""
    where = reference(catalog) if quantity in _PRINTED else asked.municipality
    return Place(quantity=quantity, municipality=where, year=year)


def is_printed(place: Place) -> bool:
    """Whether the figure is about what was printed, and so of the same municipality in every scenario."""
    return place.quantity in _PRINTED


def is_yearly(place: Place) -> bool:
    """Whether the figure may be asked of another year."""
    return _QUANTITIES[place.quantity].yearly


def _explained(working: Working, place: Place) -> Derivation:
    quantity, equation = _QUANTITIES[place.quantity], working.equation(place)
    value = result(equation)
    precise = full(value)
    return Derivation(
        place=place,
        title=working.at(place).title(),
        value=value,
        shown=quantity.said(value) if quantity.said else shown(value, quantity.unit),
        precise=precise,
        words=equation.words,
        symbols=f"{symbol(quantity.symbol)} = {written(equation.formula)}",
        filled=f"{written(equation.formula, values_of(equation))} = {precise}",
        inputs=equation.inputs,
        estimated=working.standing(place) is Standing.ESTIMATE,
    )
