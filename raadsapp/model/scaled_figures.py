"""The figures a scaled municipality’s outcomes stand for: what somebody would enter in their place."""

from dataclasses import dataclass, replace

from raadsapp.model.facts import BaseYear, Facts
from raadsapp.model.population import age_weights, base_counts, last_counts, project


@dataclass(frozen=True, slots=True)
class ScaledFigures:
    """Use and cost in the base years, the ceilings, and the ambulatory part of the first one, in euro."""

    base_years: tuple[BaseYear, ...]
    ceilings: tuple[float, ...]
    budgeted: float


def scaled_figures(facts: Facts, savings: int) -> ScaledFigures:
    """The figures that are scaled now, as numbers in full, when all of the municipality's are (2, 3, 5, 9).

    Entered as its own figures of a base year, they give the same outcomes from that year. `savings` is the
    code of the savings that the municipality chose, so those in its ceilings.
    """
    own, reference = facts.municipality, facts.reference
    counts, printed = base_counts(facts, own), base_counts(facts, reference)
    weights = age_weights(facts, counts.shape[1])
    last, last_printed = last_counts(facts, own), last_counts(facts, reference)
    weight = facts.weight.value
    use = weight / (last @ weights / (last_printed @ weights))
    residential = weight / (last.sum() / last_printed.sum())
    users = (counts @ weights) / (printed @ weights) * use
    residents = counts.sum(axis=1) / printed.sum(axis=1) * residential
    first = (project(facts, own)[0] @ weights) / (project(facts, reference)[0] @ weights)
    top = facts.ceilings[0]
    part = facts.budget.savings[savings] / facts.budget.savings[facts.savings_in_ceilings]
    return ScaledFigures(
        base_years=tuple(
            replace(
                year,
                ambulatory_cost=float(year.ambulatory_cost * times),
                arrangements=float(year.arrangements * times),
                clients=float(year.clients * times),
                residential_clients=float(year.residential_clients * residential_times),
            )
            for year, times, residential_times in zip(facts.base_years, users, residents, strict=True)
        ),
        ceilings=tuple(weight * (top - (top - ceiling) * part) for ceiling in facts.ceilings),
        budgeted=float(facts.budget.ambulatory * use * first),
    )
