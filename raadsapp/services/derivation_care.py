"""Equations of care: clients (3), arrangements and price (4), residential care (5), cost (6–8, 12)."""

from raadsapp.model.facts import Scaled
from raadsapp.services.derivation import Equation, Input, Quantity, outcome_quantity
from raadsapp.services.derivation_base import start_year
from raadsapp.services.derivation_working import At
from raadsapp.services.scenario_facts import SUBSIDIES
from raadsapp.services.scenario_words import OutcomeUnit

NEVER = "none"


def _use_rate(at: At) -> Equation:
    return Equation(
        words="Deel het aantal cliënten door het aantal jongeren.",
        formula="C / J",
        inputs=(at.step("clients"), at.step("youth")),
    )


def _clients(at: At) -> Equation:
    return Equation(
        words="Neem de cliënten zonder preventie en haal eraf wie door preventie geen hulp nodig heeft. "
        "Preventie kan niet meer dan een vast deel van de cliënten voorkomen.",
        formula="Cz - min(o * b / m * h, t * Cz)",
        inputs=(
            at.step("clients_before"),
            at.lever("prevention_yield"),
            at.lever("prevention_budget"),
            at.fact("model-preventie-bedrag", "m"),
            at.step("ramp"),
            at.fact("model-preventie-maximum", "t"),
        ),
    )


def _open_ended(at: At) -> tuple[str, tuple[Input, ...]]:
    """Clients without own access at the cooperative, without prevention and without a highest share."""
    scale = (at.step("scale"),) if at.is_scaled(Scaled.USE) else ()
    growth = f"(1 + g / 100) ** ({at.year} - {start_year(at)})"
    formula = f"Jg * u{' * f' if scale else ''} * {growth}"
    return formula, (at.step("youth_weighted"), at.step("use"), *scale, at.lever("demand_growth"))


def _clients_before(at: At) -> Equation:
    formula, inputs = _open_ended(at)
    return Equation(
        words="Neem het gebruik van het startpunt per gewogen jongere. Laat dat elk jaar groeien met de "
        "schuif en reken het effect van de toegang mee. Meer dan een vast deel van alle jongeren kan het "
        "niet zijn.",
        formula=f"min({formula} * Ta, t * J)",
        inputs=(*inputs, at.step("access"), at.fact("model-gebruik-maximum", "t"), at.step("youth")),
    )


def _access(at: At) -> Equation:
    since = at.choice("access_transfer_year")
    if since == NEVER:
        return Equation(
            words="JenS regelt de toegang niet in dit scenario. Er verandert dus niets: de factor is 1.",
            formula="1",
            inputs=(at.lever("access_transfer_year"),),
        )
    return Equation(
        words=f"JenS regelt de toegang vanaf {since}. Voor het deel van de cliënten dat via de eigen "
        "toegang komt, verandert het aantal met de schuif. Dat effect groeit in een paar jaar.",
        formula=f"1 - ea * te / 100 * min(max(({at.year} - {since} + 1) / ta, 0), 1)",
        inputs=(
            at.lever("access_transfer_year"),
            at.fact("model-eigen-toegang", "ea"),
            at.lever("access_effect"),
            at.fact("model-toegang-jaren", "ta"),
        ),
    )


def _ramp(at: At) -> Equation:
    return Equation(
        words="Nieuw werk begint klein. Elk jaar werkt er een gelijk deel meer, tot het helemaal werkt: dan "
        "is dit 1.",
        formula=f"min(({at.year} - {at.facts.years[0]}) / y, 1)",
        inputs=(at.lever("ramp_years"),),
    )


def _arrangements(at: At) -> Equation:
    return Equation(
        words="Vermenigvuldig het aantal cliënten met de arrangementen per cliënt.",
        formula="C * k",
        inputs=(at.step("clients"), at.step("per_client")),
    )


def _per_client(at: At) -> Equation:
    return Equation(
        words="Neem de arrangementen per cliënt van het startpunt en reken de schuif mee.",
        formula="k0 * (1 + ar / 100)",
        inputs=(at.step("base_per_client"), at.lever("arrangements_change")),
    )


def _unit_cost(at: At) -> Equation:
    return Equation(
        words=f"Neem de prijs van het startpunt. Laat die elk jaar sinds {start_year(at)} stijgen en haal "
        "eraf wat lichtere hulp scheelt.",
        formula=f"P0 * (1 + p / 100) ** ({at.year} - {start_year(at)}) * (1 - l / 100 * h)",
        inputs=(
            at.step("base_price"),
            at.lever("price_index"),
            at.lever("downscaling"),
            at.step("ramp"),
        ),
    )


def _need(at: At) -> Equation:
    scale = (at.step("residential_scale"),) if at.is_scaled(Scaled.RESIDENTIAL) else ()
    return Equation(
        words="Neem het deel van de jongeren dat in het startpunt verblijf of crisishulp had.",
        formula=f"J * v{' * fv' if scale else ''}",
        inputs=(at.step("youth"), at.step("residential_use"), *scale),
    )


def _shifted(at: At) -> Equation:
    return Equation(
        words="Een deel van deze jongeren wordt thuis geholpen. Dat begint klein en groeit.",
        formula="th / 100 * B0 * h",
        inputs=(at.lever("inflow_shift"), at.step("residential_need"), at.step("ramp")),
    )


def _residential_clients(at: At) -> Equation:
    inputs = (at.step("residential_need"), at.step("shifted"))
    if at.year == at.facts.years[0]:
        return Equation(
            words="Neem wie verblijf of crisishulp nodig heeft, min wie thuis wordt geholpen. In het eerste "
            "jaar heeft nog niemand gewacht.",
            formula="B0 - Th",
            inputs=inputs,
        )
    return Equation(
        words="Neem wie verblijf of crisishulp nodig heeft, min wie thuis wordt geholpen. Tel erbij welk "
        "deel van de wachtrij van vorig jaar nu in verblijf komt.",
        formula="B0 - Th + es / 100 * Wv",
        inputs=(*inputs, at.lever("escalation_share"), at.year_before("backlog", "Wv")),
    )


def _residential_price(at: At) -> tuple[str, tuple[Input, ...]]:
    return (
        f"m * (1 + p / 100) ** ({at.year} - {at.facts.years[0]})",
        (at.fact("model-verblijf-prijs", "m"), at.lever("price_index")),
    )


def _residential_cost(at: At) -> Equation:
    price, inputs = _residential_price(at)
    return Equation(
        words="Vermenigvuldig het aantal jongeren in verblijf of crisishulp met de prijs daarvan. De "
        "gemeente betaalt dit via de regio, buiten het vaste bedrag.",
        formula=f"Cv * {price}",
        inputs=(at.step("residential_clients"), *inputs),
    )


def _ambulatory_cost(at: At) -> Equation:
    return Equation(
        words="Vermenigvuldig alle arrangementen met de prijs. Wie thuis wordt geholpen in plaats van in "
        "verblijf, kost een paar keer zo veel als een gewone cliënt.",
        formula="(A + Th * z * k) * P",
        inputs=(
            at.step("arrangements"),
            at.step("shifted"),
            at.fact("model-zware-hulp", "z"),
            at.step("per_client"),
            at.step("unit_cost"),
        ),
    )


def _other_cost(at: At) -> Equation:
    weight = (at.weight(),) if at.is_scaled(Scaled.OTHER) else ()
    times = "q * " if weight else ""
    subsidies = tuple(at.fact(key, f"s{place}") for place, key in enumerate(SUBSIDIES, 1))
    planned = " + ".join(["v", *(one.symbol for one in subsidies), "m"])
    return Equation(
        words="Tel de vrijgevestigden, de subsidies en de PGB’s bij elkaar op. Meer of minder PGB’s dan "
        "begroot kosten meer of minder. Laat het geheel meestijgen met de prijzen.",
        formula=f"({times}({planned}) + (n - {times}a) * c) * (1 + p / 100) ** ({at.year} - "
        f"{at.facts.years[0]})",
        inputs=(
            *weight,
            at.fact("lumpsum-deel-vrijgevestigden", "v"),
            *subsidies,
            at.fact("lumpsum-deel-pgb", "m"),
            at.lever("pgb_count"),
            at.fact("model-pgb-aantal", "a"),
            at.fact("model-pgb-prijs", "c"),
            at.lever("price_index"),
        ),
    )


def _demand_cost(at: At) -> Equation:
    return Equation(
        words="Tel de ambulante hulp en de overige kosten bij elkaar op.",
        formula="Ka + Ko",
        inputs=(at.step("ambulatory_cost"), at.step("other_cost")),
    )


def _open_ambulatory(at: At) -> Equation:
    formula, inputs = _open_ended(at)
    return Equation(
        words="Wat de ambulante hulp zou kosten zonder preventie, zonder lichtere hulp, zonder hulp thuis "
        "en zonder toegang bij JenS.",
        formula=f"min({formula}, t * J) * k * P0 * (1 + p / 100) ** ({at.year} - {start_year(at)})",
        inputs=(
            *inputs,
            at.fact("model-gebruik-maximum", "t"),
            at.step("youth"),
            at.step("per_client"),
            at.step("base_price"),
            at.lever("price_index"),
        ),
    )


def _open_residential(at: At) -> Equation:
    price, inputs = _residential_price(at)
    return Equation(
        words="Wat verblijf en crisishulp zouden kosten als niemand thuis werd geholpen en niemand hoefde "
        "te wachten.",
        formula=f"B0 * {price}",
        inputs=(at.step("residential_need"), *inputs),
    )


def _old_system_cost(at: At) -> Equation:
    return Equation(
        words="Wat alle hulp zou kosten als er geen vast bedrag was en alle rekeningen werden betaald.",
        formula="Ao + Ko + Vo",
        inputs=(at.step("open_ambulatory"), at.step("other_cost"), at.step("open_residential")),
    )


_COUNT, _EURO = OutcomeUnit.COUNT, OutcomeUnit.EURO
CARE = (
    *(
        outcome_quantity(key, symbol, equation)
        for key, symbol, equation in (
            ("use_rate", "D", _use_rate),
            ("clients", "C", _clients),
            ("arrangements", "A", _arrangements),
            ("unit_cost", "P", _unit_cost),
            ("residential_clients", "Cv", _residential_clients),
            ("residential_cost", "Kv", _residential_cost),
            ("ambulatory_cost", "Ka", _ambulatory_cost),
            ("other_cost", "Ko", _other_cost),
            ("demand_cost", "K", _demand_cost),
            ("old_system_cost", "O", _old_system_cost),
        )
    ),
    *(
        Quantity(key=key, title=title, symbol=symbol, unit=unit, equation=equation)
        for key, title, symbol, unit, equation in (
            ("clients_before", "Cliënten zonder preventie", "Cz", _COUNT, _clients_before),
            ("access", "Factor voor de eigen toegang", "Ta", None, _access),
            ("ramp", "Deel dat nieuw werk al werkt", "h", None, _ramp),
            ("per_client", "Arrangementen per cliënt", "k", None, _per_client),
            ("residential_need", "Jongeren die verblijf nodig hebben", "B0", _COUNT, _need),
            ("shifted", "Jongeren die thuis worden geholpen", "Th", _COUNT, _shifted),
            ("open_ambulatory", "Ambulante hulp in het oude stelsel", "Ao", _EURO, _open_ambulatory),
            (
                "open_residential",
                "Verblijf en crisishulp in het oude stelsel",
                "Vo",
                _EURO,
                _open_residential,
            ),
        )
    ),
)
"""Help: who gets it, how much of it, and what it costs."""
