"""Equations of the starting point (2): use, price and residential care in the base years, and their scale."""

from raadsapp.model.facts import Scaled
from raadsapp.services.derivation import Equation, Input, Quantity
from raadsapp.services.derivation_working import At
from raadsapp.services.own_figures import (
    ARRANGEMENTS,
    BUDGETED,
    CLIENTS,
    COST,
    RESIDENTIAL_CLIENTS,
    year_key,
)
from raadsapp.services.scenario_words import OutcomeUnit

BUDGET = "budget"


def _base_years(at: At) -> tuple[int, ...]:
    chosen = at.choice("base_year")
    return (int(chosen),) if chosen.isdigit() else tuple(base.year for base in at.facts.base_years)


def start_year(at: At) -> int:
    """The year of which the base price is: the first year for the budget, the one before it otherwise."""
    first = at.facts.years[0]
    return first if at.choice("base_year") == BUDGET else first - 1


def _printed(at: At, series: str, letter: str, part: Scaled) -> tuple[Input, ...]:
    """A printed figure in each base year: the municipality's own, or that of the reference."""
    own = at.facts.source_of(part)
    return tuple(at.fact(year_key(series, year), f"{letter}{year}", own) for year in _base_years(at))


def _counts(at: At, quantity: str, letter: str, part: Scaled) -> tuple[Input, ...]:
    """Counted young people in each base year, of the municipality whose figures are used."""
    return tuple(
        at.step(quantity, f"{letter}{year}", municipality=at.facts.source_of(part), year=year)
        for year in _base_years(at)
    )


def _arrangements(at: At) -> tuple[str, tuple[Input, ...]]:
    """Arrangements in the base years; where only clients are known, in proportion to them."""
    printed = _printed(at, ARRANGEMENTS, "a", Scaled.ARRANGEMENTS)
    if at.is_scaled(Scaled.USE) or not at.is_scaled(Scaled.ARRANGEMENTS):
        return _total(printed), printed
    clients = _printed(at, CLIENTS, "c", Scaled.USE)
    elsewhere = tuple(at.fact(year_key(CLIENTS, year), f"r{year}") for year in _base_years(at))
    terms = (
        f"{one.symbol} * {own.symbol} / {other.symbol}"
        for one, own, other in zip(printed, clients, elsewhere, strict=True)
    )
    return " + ".join(terms), (*printed, *clients, *elsewhere)


def _total(inputs: tuple[Input, ...]) -> str:
    return " + ".join(one.symbol for one in inputs)


def _ratio_of(above: tuple[Input, ...], below: tuple[Input, ...]) -> str:
    return f"({_total(above)}) / ({_total(below)})"


def _which(at: At) -> str:
    years = _base_years(at)
    if len(years) == 1:
        return f"van {years[0]}"
    return f"van {years[0]} tot en met {years[-1]} samen"


def _use(at: At) -> Equation:
    clients = _printed(at, CLIENTS, "c", Scaled.USE)
    young = _counts(at, "counted_weighted", "t", Scaled.USE)
    return Equation(
        words=f"Deel de cliënten {_which(at)} door de gewogen jongeren uit dezelfde tijd.",
        formula=_ratio_of(clients, young),
        inputs=(at.lever("base_year"), *clients, *young),
        borrowed=at.is_scaled(Scaled.USE),
    )


def _base_per_client(at: At) -> Equation:
    formula, inputs = _arrangements(at)
    clients = _printed(at, CLIENTS, "c", Scaled.USE)
    more = tuple(one for one in clients if one not in inputs)
    return Equation(
        words=f"Deel de arrangementen {_which(at)} door de cliënten uit dezelfde tijd.",
        formula=f"({formula}) / ({_total(clients)})",
        inputs=(at.lever("base_year"), *inputs, *more),
        borrowed=at.is_scaled(Scaled.ARRANGEMENTS),
    )


def _residential_use(at: At) -> Equation:
    clients = _printed(at, RESIDENTIAL_CLIENTS, "c", Scaled.RESIDENTIAL)
    young = _counts(at, "counted", "t", Scaled.RESIDENTIAL)
    return Equation(
        words=f"Deel de jongeren in verblijf of crisishulp {_which(at)} door alle jongeren uit dezelfde "
        "tijd.",
        formula=_ratio_of(clients, young),
        inputs=(at.lever("base_year"), *clients, *young),
        borrowed=at.is_scaled(Scaled.RESIDENTIAL),
    )


def _base_price(at: At) -> Equation:
    return _budget_price(at) if at.choice("base_year") == BUDGET else _measured_price(at)


def _measured_price(at: At) -> Equation:
    chosen = at.choice("base_year")
    year = int(chosen) if chosen.isdigit() else at.facts.mean_year
    cost = _printed(at, COST, "k", Scaled.USE)
    formula, arrangements = _arrangements(at)
    return Equation(
        words=f"Deel de kosten {_which(at)} door de arrangementen. Tel daar de prijsstijging bij op van "
        f"{year} tot {start_year(at)}.",
        formula=f"({_total(cost)}) / ({formula}) * (1 + m / 100) ** ({start_year(at)} - {year})",
        inputs=(at.lever("base_year"), *cost, *arrangements, at.fact("model-index", "m")),
        borrowed=at.is_scaled(Scaled.USE),
    )


def _budget_price(at: At) -> Equation:
    """Cost is the budgeted amount; what the use already counts of a scale is taken off again."""
    use, budget = at.is_scaled(Scaled.USE), at.is_scaled(Scaled.BUDGET)
    source = at.facts.source_of(Scaled.BUDGET)
    scaling = "" if use == budget else " * f" if budget else " / f"
    return Equation(
        words=f"Kies de prijs zo dat de ambulante hulp in {start_year(at)} precies kost wat er begroot is: "
        "deel het begrote bedrag door de arrangementen die het model in dat jaar verwacht.",
        formula=f"A / (Ng * u * k0){scaling}",
        inputs=(
            at.lever("base_year"),
            at.fact(BUDGETED, "A", source),
            at.step("projected_weighted", municipality=source, year=start_year(at)),
            at.step("use"),
            at.step("base_per_client"),
            *((at.step("scale"),) if scaling else ()),
        ),
        borrowed=budget,
    )


def _scale(at: At) -> Equation:
    return _scale_of(at, "counted_weighted", "gewogen jongeren")


def _residential_scale(at: At) -> Equation:
    return _scale_of(at, "counted", "jongeren")


def _scale_of(at: At, quantity: str, what: str) -> Equation:
    last = max(row.year for row in at.facts.youth)
    return Equation(
        words=f"Voor {at.name_of(at.municipality)} zijn er geen eigen cijfers. Daarom rekent het model met "
        f"die van {at.name_of(at.facts.reference)}, maal een gewicht. Dat gewicht wordt gedeeld door "
        f"hoeveel meer {what} er zijn: die tellen al mee.",
        formula="q / (Te / Tr)",
        inputs=(
            at.weight(),
            at.step(quantity, "Te", year=last),
            at.step(quantity, "Tr", municipality=at.facts.reference, year=last),
        ),
    )


BASE = (
    Quantity(
        key="use",
        title="Cliënten per gewogen jongere, startpunt",
        symbol="u",
        unit=None,
        equation=_use,
        yearly=False,
    ),
    Quantity(
        key="base_per_client",
        title="Arrangementen per cliënt, startpunt",
        symbol="k0",
        unit=None,
        equation=_base_per_client,
        yearly=False,
    ),
    Quantity(
        key="residential_use",
        title="Deel van de jongeren in verblijf of crisishulp, startpunt",
        symbol="v",
        unit=None,
        equation=_residential_use,
        yearly=False,
    ),
    Quantity(
        key="base_price",
        title="Prijs van een arrangement, startpunt",
        symbol="P0",
        unit=OutcomeUnit.EURO,
        equation=_base_price,
        yearly=False,
    ),
    Quantity(
        key="scale",
        title="Opschaling van gebruik",
        symbol="f",
        unit=None,
        equation=_scale,
        yearly=False,
    ),
    Quantity(
        key="residential_scale",
        title="Opschaling van verblijf",
        symbol="fv",
        unit=None,
        equation=_residential_scale,
        yearly=False,
    ),
)
"""What the base years give, whatever the year that is worked out."""
