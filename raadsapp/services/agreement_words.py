"""An agreement in words: its sign, and what it is not."""

from raadsapp.domain.agreement import Agreement, Side
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Indicator
from raadsapp.texts import amount, enumeration

_SHARING = ("risk_corridor", "municipality_share")


def difference(catalog: Catalog) -> str:
    """What a raadsakkoord is not: sharing risk with the cooperative, which two levers do."""
    labels = [f"‘{lever.label}’" for lever in catalog.levers if lever.key in _SHARING]
    return (
        "Een raadsakkoord is een afspraak tussen raad en college. Het is iets anders dan risico delen met "
        f"JenS; daarvoor zijn de schuiven {enumeration(labels)}."
    )


def measured(catalog: Catalog) -> tuple[Indicator, ...]:
    """The indicators that can be a sign: those that are figures, not judgements."""
    return tuple(one for one in catalog.indicators if not one.judgement)


def sign_in_words(catalog: Catalog, agreement: Agreement) -> str:
    """`Wachttijd tot de start boven 8 weken`."""
    side = "boven" if agreement.side is Side.ABOVE else "onder"
    found = catalog.find(agreement.indicator)
    if not isinstance(found, Indicator):
        return f"{agreement.indicator} {side} {amount(agreement.limit, 'aantal')}"
    return f"{found.title} {side} {amount(agreement.limit, found.own_unit)}"
