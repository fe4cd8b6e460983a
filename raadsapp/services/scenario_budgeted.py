"""The wrong starting point: what the budget apparently counted, beside what was printed."""

from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.source import Source, Standing
from raadsapp.services.own_figures import BASE_YEARS, COST, reference, year_key
from raadsapp.services.scenario_reconciliation import reconciliation
from raadsapp.texts import rounded_euro

MEAN_LINE = "gemiddelde-ambulant"
YEAR_LINE = "kosten-2017-in-begroting"
"""The lines of the reconciliation that the budgeted amounts are from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetedAmount:
    """Euro a year; what the budget counted has the printed amount it lies below or above, `beside`."""

    label: str
    amount: float
    standing: Standing
    beside: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Budgeted:
    """The printed `years` and the last one as it would fit the budget; printed and budgeted `means`."""

    municipality: str
    years: tuple[BudgetedAmount, ...]
    means: tuple[BudgetedAmount, ...]
    title: str
    sentence: str
    sources: tuple[Source, ...]


def budgeted(catalog: Catalog) -> Budgeted:
    """What the budget of the reference municipality apparently counted for its last base year.

    Source: rekenkamerrapport 2018, §4.1; what is derived is said so.
    """
    lines = {line.key: line for line in reconciliation(catalog)}
    mean, implied = lines[MEAN_LINE], lines[YEAR_LINE]
    table = [
        BudgetedAmount(
            label=f"{year} in de tabel",
            amount=catalog.fact(year_key(COST, year)).value,
            standing=Standing.SOURCE,
        )
        for year in BASE_YEARS
    ]
    last = BASE_YEARS[-1]
    fitting = BudgetedAmount(
        label=f"{last} in de begroting",
        amount=implied.computed,
        standing=Standing.DERIVED,
        beside=implied.published,
    )
    means = (
        BudgetedAmount(label="Gemiddelde van de tabel", amount=mean.computed, standing=Standing.DERIVED),
        BudgetedAmount(
            label="Gemiddelde in de begroting",
            amount=mean.published,
            standing=Standing.SOURCE,
            beside=mean.computed,
        ),
    )
    found = catalog.municipality(reference(catalog))
    return Budgeted(
        municipality=found.name if found else reference(catalog),
        years=(*table, fitting),
        means=means,
        title=f"De begroting telde {last} blijkbaar {rounded_euro(-implied.difference)} lager dan de tabel.",
        sentence=(
            f"Afgeleid uit de gedrukte cijfers: {implied.formula}. Het begrote gemiddelde ligt "
            f"{rounded_euro(mean.difference)} onder dat van de tabel. Dit kan het verkeerde vertrekpunt "
            "zijn waarover de wethouders in 2021 spraken."
        ),
        sources=next(lever.sources for lever in catalog.levers if lever.key == "base_year"),
    )
