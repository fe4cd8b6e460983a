"""Money and waiting of a municipality with every lever at its start, in values a page can show."""

from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog
from raadsapp.services.scenario import outcome as outcome_of
from raadsapp.services.scenario import scenario
from raadsapp.services.scenario_sentences import (
    REFERENCE_YEAR,
    estimate_mark,
    estimate_note,
    money_sentence,
    waiting_sentence,
)
from raadsapp.services.small_entered import protected_note
from raadsapp.texts import rounded_euro


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneySummary:
    """Euro and weeks per year of `years`, always of one and the same outcome.

    `finding` is short, for a title; `assumes_spending` is set when no shortage turns into waiting, so that
    the weeks follow from an assumption. `mark` and `note` say what is scaled and which counts are protected,
    empty when nothing is.
    """

    name: str
    year: int
    years: tuple[int, ...]
    lumpsum: tuple[float, ...]
    cost: tuple[float, ...]
    waiting_weeks: tuple[float, ...]
    finding: str
    sentence: str
    waiting: str
    assumes_spending: bool
    mark: str
    note: str


def money_summary(catalog: Catalog, municipality: str) -> MoneySummary:
    """What the model says of this municipality before anybody moves a lever; UserError as `scenario`."""
    asked = scenario(catalog, municipality, {})
    outcome = outcome_of(asked)
    years = tuple(int(year) for year in asked.years)
    gap = float(outcome.gap[0, years.index(REFERENCE_YEAR)])
    return MoneySummary(
        name=asked.name,
        year=REFERENCE_YEAR,
        years=years,
        lumpsum=tuple(map(float, outcome.lumpsum[0])),
        cost=tuple(map(float, outcome.demand_cost[0])),
        waiting_weeks=tuple(map(float, outcome.waiting_weeks[0])),
        finding=_finding(gap),
        sentence=money_sentence(asked, outcome),
        waiting=waiting_sentence(asked, outcome),
        assumes_spending=dict(asked.values)["waiting_share"] == 0,
        mark=estimate_mark(asked),
        note=" ".join(filter(None, (estimate_note(asked), protected_note(catalog, municipality)))),
    )


def _finding(gap: float) -> str:
    if gap > 0:
        return f"In {REFERENCE_YEAR} is het vaste bedrag {rounded_euro(gap)} te laag"
    return f"In {REFERENCE_YEAR} blijft er {rounded_euro(-gap)} over"
