"""Equations of money: the lumpsum (9), waiting (10) and who pays (11)."""

from dataclasses import replace

from raadsapp.model.facts import Scaled
from raadsapp.model.levers import CHOICES
from raadsapp.services.derivation import Equation, Input, Quantity, outcome_quantity
from raadsapp.services.derivation_working import At
from raadsapp.services.own_figures import CEILING, year_key
from raadsapp.services.scenario_facts import SAVINGS
from raadsapp.services.scenario_words import OutcomeUnit

_SAVINGS = dict(zip(CHOICES["savings_scenario"][1 : len(SAVINGS) + 1], SAVINGS, strict=True))
"""Facts with the savings, by choice of the lever; the choice `none` has none."""


def _ceiling(at: At, year: int, symbol: str) -> Input:
    """The published amount of a year; the last one also holds for later years."""
    last = at.facts.years[0] + len(at.facts.ceilings) - 1
    key = year_key(CEILING, min(year, last))
    return at.fact(key, symbol, at.facts.source_of(Scaled.CEILINGS))


def _level(at: At) -> tuple[str, tuple[Input, ...]]:
    """Factor on published amounts: the weight of a scaled municipality, and the rise of the lumpsum."""
    weight = (at.weight(),) if at.is_scaled(Scaled.CEILINGS) else ()
    rise = f"(1 + i / 100) ** ({at.year} - {at.facts.years[0]})"
    return f"{'q * ' if weight else ''}{rise}", (*weight, at.lever("lumpsum_index"))


def _ceilings(at: At) -> tuple[str, tuple[Input, ...]]:
    """The amount before savings: the first one, or that of the year where it is higher."""
    first, now = _ceiling(at, at.facts.years[0], "V0"), _ceiling(at, at.year, "Vt")
    return ("Vt" if now.value > first.value else "V0"), (first, now)


def _savings(at: At) -> Equation:
    level, inputs = _level(at)
    unsaved, ceilings = _ceilings(at)
    chosen = at.choice("savings_scenario")
    counted = CHOICES["savings_scenario"][at.facts.savings_in_ceilings]
    if chosen not in _SAVINGS:
        return Equation(
            words="In dit scenario gaat er vooraf geen besparing van het vaste bedrag af.",
            formula="0",
            inputs=(at.lever("savings_scenario"),),
        )
    if unsaved == "Vt":
        return Equation(
            words="Dit bedrag is hoger dan dat van het eerste jaar. Er zit dus geen besparing in.",
            formula="0",
            inputs=tuple(replace(one, symbol="") for one in ceilings),
        )
    part = () if chosen == counted else (at.fact(_SAVINGS[chosen], "b1"), at.fact(_SAVINGS[counted], "b0"))
    return Equation(
        words="De besparing is wat het gepubliceerde bedrag lager ligt dan dat van het eerste jaar. Bij een "
        "andere keuze groeit of krimpt die mee.",
        formula=f"(V0 - Vt){' * b1 / b0' if part else ''} * {level}",
        inputs=(at.lever("savings_scenario"), *ceilings, *part, *inputs),
    )


def _lumpsum(at: At) -> Equation:
    level, inputs = _level(at)
    unsaved, ceilings = _ceilings(at)
    used = tuple(one for one in ceilings if one.symbol == unsaved)
    extra = at.year >= at.facts.extra_from
    more = f" Sinds {at.facts.extra_from} komt er extra geld bij." if extra else ""
    return Equation(
        words="Neem het gepubliceerde vaste bedrag zonder besparing, laat het meestijgen met de schuif en "
        f"haal de besparing eraf.{more}",
        formula=f"{unsaved} * {level} - Z{' + x' if extra else ''}",
        inputs=(
            *used,
            *inputs,
            at.step("savings"),
            *((at.lever("extra_budget"),) if extra else ()),
        ),
    )


def _gap(at: At) -> Equation:
    return Equation(
        words="Haal het vaste bedrag af van wat de hulp kost. Boven nul is het een tekort.",
        formula="K - V",
        inputs=(at.step("demand_cost"), at.step("lumpsum")),
    )


def _deferred(at: At) -> Equation:
    return Equation(
        words="Een deel van een tekort wordt niet uitgegeven: die jongeren wachten. Er kan niet meer "
        "wachten dan er ambulante hulp is.",
        formula="min(w / 100 * max(T, 0), Ka)",
        inputs=(at.lever("waiting_share"), at.step("gap"), at.step("ambulatory_cost")),
    )


def _first(at: At) -> bool:
    return at.year == at.facts.years[0]


def _worked_off(at: At) -> Equation:
    if _first(at):
        return Equation(
            words="In het eerste jaar is er nog geen wachtrij om in te halen.", formula="0", inputs=()
        )
    return Equation(
        words="Blijft er geld over, dan helpt JenS daarvan wie nog wacht. Een deel van de wachtrij van "
        "vorig jaar wacht niet meer; hoe groot dat deel is, is een aanname.",
        formula="min((1 - uw) * Wv, max(-T, 0) / P)",
        inputs=(
            at.fact("model-uit-wachtrij", "uw"),
            at.year_before("backlog", "Wv"),
            at.step("gap"),
            at.step("unit_cost"),
        ),
    )


def _backlog(at: At) -> Equation:
    now = (at.step("deferred"), at.step("unit_cost"))
    if _first(at):
        return Equation(
            words="Deel het uitgestelde bedrag door de prijs van een arrangement.",
            formula="U / P",
            inputs=now,
        )
    return Equation(
        words="Neem wat er van de wachtrij van vorig jaar over is, tel erbij wie nu moet wachten en haal "
        "eraf wie alsnog wordt geholpen.",
        formula="(1 - uw) * Wv + U / P - I",
        inputs=(
            at.fact("model-uit-wachtrij", "uw"),
            at.year_before("backlog", "Wv"),
            *now,
            at.step("worked_off"),
        ),
    )


def _helped(at: At) -> Equation:
    return Equation(
        words="Neem alle arrangementen, min wat wordt uitgesteld, plus wat wordt ingehaald.",
        formula="A - U / P + I",
        inputs=(
            at.step("arrangements"),
            at.step("deferred"),
            at.step("unit_cost"),
            at.step("worked_off"),
        ),
    )


def waiting(at: At) -> Equation:
    """How long it takes to help who waits; the same for one municipality and for several together."""
    backlog, helped = at.step("backlog"), at.step("helped")
    if helped.value <= 0:
        return Equation(
            words="Er wordt in dit jaar niemand geholpen. Wie wacht, wacht zonder einde."
            if backlog.value > 0
            else "Er wacht niemand.",
            formula="1e999" if backlog.value > 0 else "0",
            inputs=(backlog, helped),
        )
    return Equation(
        words="Deel de wachtrij door wat er in een jaar wordt geholpen. Een jaar heeft 52 weken.",
        formula="52 * W / H",
        inputs=(backlog, helped),
    )


def _spend(at: At) -> Equation:
    return Equation(
        words="Neem wat de hulp kost, min wat wordt uitgesteld, plus wat het inhalen van de wachtrij kost.",
        formula="K - U + I * P",
        inputs=(
            at.step("demand_cost"),
            at.step("deferred"),
            at.step("worked_off"),
            at.step("unit_cost"),
        ),
    )


def _balance(at: At) -> Equation:
    return Equation(
        words="Haal af van het vaste bedrag wat JenS uitgeeft. Onder nul is het een tekort.",
        formula="V - S",
        inputs=(at.step("lumpsum"), at.step("spend")),
    )


def _corridor(at: At) -> Equation:
    return Equation(
        words="Dit deel van het vaste bedrag is het eigen risico van JenS.",
        formula="r / 100 * V",
        inputs=(at.lever("risk_corridor"), at.step("lumpsum")),
    )


def _municipality_extra(at: At) -> Equation:
    return Equation(
        words="Is het tekort groter dan het eigen risico van JenS, dan betaalt de gemeente een deel van wat "
        "daarboven ligt. Bij een overschot krijgt zij dat deel terug.",
        formula="d / 100 * (max(-B - Er, 0) - max(B - Er, 0))",
        inputs=(at.lever("municipality_share"), at.step("balance"), at.step("corridor")),
    )


def _cooperative_result(at: At) -> Equation:
    return Equation(
        words="Tel bij het saldo op wat de gemeente bijdraagt.",
        formula="B + E",
        inputs=(at.step("balance"), at.step("municipality_extra")),
    )


def _cooperative_cumulative(at: At) -> Equation:
    result = at.step("cooperative_result")
    if _first(at):
        return Equation(words="In het eerste jaar is dit het resultaat zelf.", formula="R", inputs=(result,))
    return Equation(
        words="Tel het resultaat op bij dat van alle jaren ervoor.",
        formula="Ov + R",
        inputs=(at.year_before("cooperative_cumulative", "Ov"), result),
    )


def _municipality_total(at: At) -> Equation:
    return Equation(
        words="Tel op wat de gemeente betaalt: het vaste bedrag, de extra bijdrage, de preventie, verblijf "
        "en crisishulp.",
        formula="V + E + b + Kv",
        inputs=(
            at.step("lumpsum"),
            at.step("municipality_extra"),
            at.lever("prevention_budget"),
            at.step("residential_cost"),
        ),
    )


_COUNT, _EURO = OutcomeUnit.COUNT, OutcomeUnit.EURO
MONEY = (
    *(
        outcome_quantity(key, symbol, equation)
        for key, symbol, equation in (
            ("lumpsum", "V", _lumpsum),
            ("gap", "T", _gap),
            ("deferred", "U", _deferred),
            ("backlog", "W", _backlog),
            ("waiting_weeks", "Wt", waiting),
            ("spend", "S", _spend),
            ("balance", "B", _balance),
            ("municipality_extra", "E", _municipality_extra),
            ("cooperative_result", "R", _cooperative_result),
            ("cooperative_cumulative", "Ro", _cooperative_cumulative),
            ("municipality_total", "G", _municipality_total),
        )
    ),
    *(
        Quantity(key=key, title=title, symbol=symbol, unit=unit, equation=equation)
        for key, title, symbol, unit, equation in (
            ("savings", "Besparing in het vaste bedrag", "Z", _EURO, _savings),
            ("worked_off", "Ingehaald van de wachtrij", "I", _COUNT, _worked_off),
            ("helped", "Arrangementen waarmee wordt geholpen", "H", _COUNT, _helped),
            ("corridor", "Eigen risico van JenS in euro", "Er", _EURO, _corridor),
        )
    ),
)
"""What is paid, what is missing, who waits and who pays."""
