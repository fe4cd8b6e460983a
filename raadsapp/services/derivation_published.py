"""Equations of what was published: the reconciliation, and looking back on what came out.

Source: rekenkamerrapport 2018, §4.1, and the article of 2021; all that is worked out is derived.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from raadsapp.services.derivation import Equation, Input, InputKind, Quantity
from raadsapp.services.derivation_share import drawn
from raadsapp.services.derivation_working import At
from raadsapp.services.own_figures import BASE_YEARS, BUDGETED, COST, ceiling_key, year_key
from raadsapp.services.published_words import (
    EXTRA_A_YEAR,
    EXTRA_TWO_YEARS,
    HIGH,
    LINES,
    LOW,
    MISSED_EXTRA,
    MISSED_SHORTAGE,
    SHORTAGE_BESIDE_EXTRA,
    TITLES,
    computed,
    difference,
)
from raadsapp.services.scenario_backtest import DURATION, EXTRA, SHORTAGE
from raadsapp.services.scenario_facts import SUBSIDIES
from raadsapp.services.scenario_words import OutcomeUnit
from raadsapp.texts import euro, number

_FIRST, _LAST = ceiling_key(2019), ceiling_key(2022)
_PGB = "lumpsum-deel-pgb"
_PARTS = (BUDGETED, "lumpsum-deel-vrijgevestigden", *SUBSIDIES, _PGB)
_YEARS = len(BASE_YEARS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """What a line works out from which facts, by symbol, and the fact that was published beside it."""

    words: str
    formula: str
    facts: tuple[tuple[str, str], ...]
    published: str


def _of_years(series: str) -> tuple[tuple[str, str], ...]:
    return tuple((f"k{year}", year_key(series, year)) for year in BASE_YEARS)


def _mean_of(series: str, published: str) -> _Line:
    facts = _of_years(series)
    return _Line(
        words=f"Tel de gedrukte kosten van {BASE_YEARS[0]} tot en met {BASE_YEARS[-1]} op en deel door "
        f"{_YEARS}.",
        formula=f"({' + '.join(symbol for symbol, _ in facts)}) / {_YEARS}",
        facts=facts,
        published=published,
    )


_PART_SYMBOLS = tuple(f"d{number}" for number in range(1, len(_PARTS) + 1))
*_EARLIER, (_, _LAST_COST) = _of_years(COST)
_LINES = {
    "gemiddelde-ambulant": _mean_of(COST, BUDGETED),
    "gemiddelde-pgb": _mean_of("pgb-kosten", _PGB),
    "som-van-delen": _Line(
        words="Tel alle delen op die het rapport noemt.",
        formula=" + ".join(_PART_SYMBOLS),
        facts=tuple(zip(_PART_SYMBOLS, _PARTS, strict=True)),
        published=_FIRST,
    ),
    "besparing": _Line(
        words="Haal de besparing ‘hoog’ af van het vaste bedrag van het eerste jaar.",
        formula="V0 - b1",
        facts=(("V0", _FIRST), ("b1", "inverdien-hoog")),
        published=_LAST,
    ),
    "kosten-2017-in-begroting": _Line(
        words="Het begrote bedrag is een gemiddelde van drie jaren. Vermenigvuldig het met drie en haal de "
        "gedrukte kosten van de eerste twee jaren eraf. Wat overblijft, telde de begroting blijkbaar voor "
        f"{BASE_YEARS[-1]}.",
        formula=" - ".join([f"{_YEARS} * A", *(symbol for symbol, _ in _EARLIER)]),
        facts=(("A", BUDGETED), *_EARLIER),
        published=_LAST_COST,
    ),
}


def _computed(line: _Line, at: At) -> Equation:
    return Equation(
        words=line.words,
        formula=line.formula,
        inputs=tuple(at.fact(key, symbol) for symbol, key in line.facts),
    )


def _difference(key: str, at: At) -> Equation:
    return Equation(
        words="Haal wat er is gepubliceerd af van wat er is berekend. Er is niets bijgesteld.",
        formula="B - G",
        inputs=(at.step(computed(key), "B"), at.fact(_LINES[key].published, "G")),
    )


def _extra_a_year(at: At) -> Equation:
    return Equation(
        words="Deel het extra geld door de anderhalf jaar die het artikel noemt.",
        formula="E / d",
        inputs=(at.fact(EXTRA, "E"), at.fact(DURATION, "d")),
    )


def _extra_two_years(at: At) -> Equation:
    return Equation(
        words="Het artikel zegt ook dat het geld ‘voor 2021 en 2022’ is. Tellen die jaren helemaal mee, deel "
        "het dan door twee.",
        formula="E / 2",
        inputs=(at.fact(EXTRA, "E"),),
    )


def _shortage_beside_extra(at: At) -> Equation:
    return Equation(
        words="Haal het extra geld per jaar af van het structurele tekort. Waarom die twee niet gelijk zijn, "
        "staat niet in het artikel.",
        formula="G - e",
        inputs=(at.fact(SHORTAGE, "G"), at.step(EXTRA_A_YEAR, "e")),
    )


def _missed_shortage(at: At) -> Equation:
    return Equation(
        words="Haal van het tekort dat bekend werd af wat het model geeft met wat in 2018 bekend was.",
        formula="G - T",
        inputs=(at.fact(SHORTAGE, "G"), at.step("gap")),
    )


def _missed_extra(at: At) -> Equation:
    return Equation(
        words="Haal van het extra geld per jaar af wat het model geeft met wat in 2018 bekend was.",
        formula="e - T",
        inputs=(at.step(EXTRA_A_YEAR, "e"), at.step("gap")),
    )


def _bound(share: int, at: At) -> Equation:
    """A quantile of the draws: there is nothing to fill in but the value at its place in their order."""
    value, draws = at.quantile(share)
    return Equation(
        words="Het model rekent het scenario vaak door, steeds met andere waarden voor de onzekere aannames. "
        f"Zet alle uitkomsten op volgorde. In {share} van de 100 is het tekort lager dan dit bedrag.",
        formula="t",
        inputs=(
            Input(
                kind=InputKind.DRAWN,
                symbol="t",
                label=f"Tekort op {share}% van de rij van laag naar hoog",
                value=value,
                shown=euro(value),
                note=f"Van {number(draws)} doorgerekende varianten.",
            ),
            replace(at.step("gap"), symbol=""),
            *drawn(at),
        ),
    )


def _quantity(key: str, symbol: str, equation: Callable[[At], Equation]) -> Quantity:
    return Quantity(
        key=key,
        title=TITLES[key],
        symbol=symbol,
        unit=OutcomeUnit.EURO,
        equation=equation,
        yearly=False,
    )


RECONCILED = (
    *(_quantity(computed(key), "B", partial(_computed, _LINES[key])) for key in LINES),
    *(_quantity(difference(key), "D", partial(_difference, key)) for key in LINES),
)
"""What the reconciliation works out, of the municipality whose figures are printed."""

LOOKED_BACK = (
    _quantity(MISSED_SHORTAGE, "D", _missed_shortage),
    _quantity(MISSED_EXTRA, "D", _missed_extra),
    _quantity(EXTRA_A_YEAR, "e", _extra_a_year),
    _quantity(EXTRA_TWO_YEARS, "e", _extra_two_years),
    _quantity(SHORTAGE_BESIDE_EXTRA, "D", _shortage_beside_extra),
    _quantity(LOW, "t10", partial(_bound, 10)),
    _quantity(HIGH, "t90", partial(_bound, 90)),
)
"""What looking back works out, of all municipalities together."""
