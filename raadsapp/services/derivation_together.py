"""Equations of several municipalities together: sums, and three ratios of sums."""

from dataclasses import replace

from raadsapp.model.region import AMOUNTS
from raadsapp.services.derivation import Equation, Input, Quantity
from raadsapp.services.derivation_money import waiting
from raadsapp.services.derivation_published import LOOKED_BACK
from raadsapp.services.derivation_share import SHARE
from raadsapp.services.derivation_working import LEVER_SYMBOLS, At
from raadsapp.services.scenario_words import OutcomeUnit

_OF_ALL = frozenset({"use_rate", SHARE, *(quantity.key for quantity in LOOKED_BACK)})
"""What has one equation, whether of one municipality or of all together."""


def together(at: At) -> Equation:
    """How a figure of all municipalities comes about from those of each."""
    quantity = at.place.quantity
    if quantity in _OF_ALL:
        return at.working.quantities[quantity].equation(at)
    if quantity == "waiting_weeks":
        return waiting(at)
    return _mean_price(at) if quantity == "unit_cost" else _sum(at)


def _of_each(at: At, quantity: str, symbol: str) -> tuple[Input, ...]:
    codes = (member.facts.municipality for member in at.members)
    return tuple(at.step(quantity, symbol + at.name_of(code)[:2], municipality=code) for code in codes)


def _sum(at: At) -> Equation:
    quantity = at.working.quantities[at.place.quantity]
    inputs = _of_each(at, quantity.key, quantity.symbol)
    return Equation(
        words="Tel de gemeenten bij elkaar op.",
        formula=" + ".join(one.symbol for one in inputs),
        inputs=inputs,
    )


def _mean_price(at: At) -> Equation:
    arrangements, prices = _of_each(at, "arrangements", "A"), _of_each(at, "unit_cost", "P")
    paid = " + ".join(
        f"{many.symbol} * {price.symbol}" for many, price in zip(arrangements, prices, strict=True)
    )
    return Equation(
        words="Het gemiddelde over alle arrangementen: vermenigvuldig in elke gemeente de arrangementen met "
        "de prijs, tel dat op en deel het door alle arrangementen.",
        formula=f"({paid}) / ({' + '.join(one.symbol for one in arrangements)})",
        inputs=(*arrangements, *prices),
    )


def _own_share(at: At) -> Equation:
    """Of an amount that is set for all municipalities, each takes a share by its weight."""
    key = at.place.quantity.removeprefix("own_")
    others = {one.facts.municipality: at.name_of(one.facts.municipality) for one in at.members}
    reference = at.facts.reference
    symbols = {code: "1" if code == reference else f"q{name[:2]}" for code, name in others.items()}
    weights = tuple(at.weight(code, symbols[code]) for code in others if code != reference)
    whole = replace(at.whole_lever(key), symbol="s")
    return Equation(
        words="De schuif geldt voor de gemeenten samen. Elke gemeente krijgt haar deel, naar haar gewicht.",
        formula=f"s * {symbols[at.municipality]} / ({' + '.join(symbols.values())})",
        inputs=(whole, *weights),
    )


_TITLES = {
    "pgb_count": ("Aantal PGB’s", OutcomeUnit.COUNT),
    "extra_budget": ("Extra geld voor JenS", OutcomeUnit.EURO),
    "prevention_budget": ("Geld voor preventie", OutcomeUnit.EURO),
}
SHARES = tuple(
    Quantity(
        key=f"own_{key}",
        title=f"{_TITLES[key][0]}, deel van de gemeente",
        symbol=LEVER_SYMBOLS[key],
        unit=_TITLES[key][1],
        equation=_own_share,
        yearly=False,
    )
    for key in AMOUNTS
)
"""A municipality's share of what is set for all of them together."""
