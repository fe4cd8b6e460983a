"""Reconciliation: what was published beside what follows from the printed figures, nothing adjusted."""

from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Fact
from raadsapp.domain.source import Source, Standing
from raadsapp.services.own_figures import BASE_YEARS, BUDGETED, COST, ceiling_key, year_key
from raadsapp.services.published_words import LINES
from raadsapp.services.scenario_facts import SUBSIDIES
from raadsapp.texts import number


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconciliationLine:
    """One pair of amounts in euro; `difference` is computed minus published.

    `formula` says how the computed amount comes about. Sources are those of all figures on each side.
    """

    key: str
    title: str
    published_label: str
    published: float
    published_sources: tuple[Source, ...]
    computed_label: str
    formula: str
    computed: float
    computed_sources: tuple[Source, ...]
    standing: Standing = Standing.DERIVED
    note: str = ""

    @property
    def difference(self) -> float:
        """Computed minus published, in euro."""
        return self.computed - self.published


def reconciliation(catalog: Catalog) -> tuple[ReconciliationLine, ...]:
    """The lines in which printed figures do not agree with each other, last the one that may explain them.

    Source: rekenkamerrapport 2018, §4.1; what is derived is said so.
    """
    return (
        _mean_cost(catalog),
        _mean_pgb(catalog),
        _parts(catalog),
        _savings(catalog),
        _implied_last_year(catalog),
    )


def _sources(facts: list[Fact]) -> tuple[Source, ...]:
    """The sources of these facts, each once, in order."""
    return tuple(dict.fromkeys(source for fact in facts for source in fact.sources))


def _mean(facts: list[Fact]) -> float:
    return sum(fact.value for fact in facts) / len(facts)


def _of_years(catalog: Catalog, series: str) -> list[Fact]:
    return [catalog.fact(year_key(series, year)) for year in BASE_YEARS]


def _mean_cost(catalog: Catalog) -> ReconciliationLine:
    printed, budget = _of_years(catalog, COST), catalog.fact(BUDGETED)
    return ReconciliationLine(
        key="gemiddelde-ambulant",
        title=LINES["gemiddelde-ambulant"][0],
        published_label=budget.label,
        published=budget.value,
        published_sources=budget.sources,
        computed_label=LINES["gemiddelde-ambulant"][1],
        formula=f"({' + '.join(number(fact.value) for fact in printed)}) ÷ {len(printed)}",
        computed=_mean(printed),
        computed_sources=_sources(printed),
    )


def _mean_pgb(catalog: Catalog) -> ReconciliationLine:
    printed, budget = _of_years(catalog, "pgb-kosten"), catalog.fact("lumpsum-deel-pgb")
    return ReconciliationLine(
        key="gemiddelde-pgb",
        title=LINES["gemiddelde-pgb"][0],
        published_label=budget.label,
        published=budget.value,
        published_sources=budget.sources,
        computed_label=LINES["gemiddelde-pgb"][1],
        formula=f"({' + '.join(number(fact.value) for fact in printed)}) ÷ {len(printed)}",
        computed=_mean(printed),
        computed_sources=_sources(printed),
    )


def _parts(catalog: Catalog) -> ReconciliationLine:
    keys = (BUDGETED, "lumpsum-deel-vrijgevestigden", *SUBSIDIES, "lumpsum-deel-pgb")
    parts, ceiling = [catalog.fact(key) for key in keys], catalog.fact(ceiling_key(2019))
    return ReconciliationLine(
        key="som-van-delen",
        title=LINES["som-van-delen"][0],
        published_label=ceiling.label,
        published=ceiling.value,
        published_sources=ceiling.sources,
        computed_label=LINES["som-van-delen"][1],
        formula=" + ".join(number(fact.value) for fact in parts),
        computed=sum(fact.value for fact in parts),
        computed_sources=_sources(parts),
    )


def _savings(catalog: Catalog) -> ReconciliationLine:
    first, last = catalog.fact(ceiling_key(2019)), catalog.fact(ceiling_key(2022))
    savings = catalog.fact("inverdien-hoog")
    return ReconciliationLine(
        key="besparing",
        title=LINES["besparing"][0],
        published_label=last.label,
        published=last.value,
        published_sources=last.sources,
        computed_label=LINES["besparing"][1],
        formula=f"{number(first.value)} − {number(savings.value)}",
        computed=first.value - savings.value,
        computed_sources=_sources([first, savings]),
    )


def _implied_last_year(catalog: Catalog) -> ReconciliationLine:
    *earlier, last = _of_years(catalog, COST)
    budget = catalog.fact(BUDGETED)
    years = len(earlier) + 1
    return ReconciliationLine(
        key="kosten-2017-in-begroting",
        title=LINES["kosten-2017-in-begroting"][0],
        published_label=last.label,
        published=last.value,
        published_sources=last.sources,
        computed_label=LINES["kosten-2017-in-begroting"][1],
        formula=" − ".join([f"{years} × {number(budget.value)}", *(number(fact.value) for fact in earlier)]),
        computed=years * budget.value - sum(fact.value for fact in earlier),
        computed_sources=_sources([budget, *earlier]),
        note="De begroting telde 2017 blijkbaar lager dan de tabel. Dit kan het verkeerde vertrekpunt zijn "
        "waarover de wethouders in 2021 spraken.",
    )
