"""Young people in later years by the Hamilton–Perry method: each age moves on with its own ratio."""

import numpy as np

from raadsapp.model.facts import Facts
from raadsapp.model.levers import Array

_BIRTH_YEARS = 3
"""Counts, the newest ones, whose mean number of newborns holds for every later year."""


def _observed(facts: Facts, municipality: str) -> Array:
    """Counts of a municipality, shape (observed years, ages), oldest year first."""
    rows = sorted((row for row in facts.youth if row.municipality == municipality), key=lambda row: row.year)
    return np.array([row.counts for row in rows], dtype=np.float64)


def _moves(counts: Array) -> tuple[Array, Array]:
    """Young people before and after growing a year older, summed over the transitions; shape (ages − 1,)."""
    return counts[:-1, :-1].sum(axis=0), counts[1:, 1:].sum(axis=0)


def cohort_ratios(facts: Facts, municipality: str) -> Array:
    """Ratio from age a to a + 1, shape (ages − 1,): a municipality's own, blended with that of all together.

    The own ratio counts for `n / (n + own_ratio_half)`, with n the young people it was observed on.
    """
    before, after = _moves(_observed(facts, municipality))
    codes = sorted({row.municipality for row in facts.youth})
    all_before, all_after = np.sum([_moves(_observed(facts, code)) for code in codes], axis=0)
    own = before / (before + facts.assumptions.own_ratio_half)
    blended: Array = own * (after / before) + (1 - own) * (all_after / all_before)
    return blended


def project(facts: Facts, municipality: str) -> Array:
    """Young people by year of `facts.years` and age, shape (years, ages); births stay at their last mean."""
    observed = _observed(facts, municipality)
    ratios = cohort_ratios(facts, municipality)
    births = observed[-_BIRTH_YEARS:, 0].mean()
    counts = observed[-1]
    last_observed = max(row.year for row in facts.youth)
    projected = []
    for year in range(last_observed + 1, facts.years[-1] + 1):
        counts = np.concatenate(([births], counts[:-1] * ratios))
        if year >= facts.years[0]:
            projected.append(counts)
    return np.array(projected)


def last_counts(facts: Facts, municipality: str) -> Array:
    """The newest observed counts of a municipality, shape (ages,)."""
    newest: Array = _observed(facts, municipality)[-1]
    return newest


def base_counts(facts: Facts, municipality: str) -> Array:
    """Counts of a municipality in the base years, shape (base years, ages)."""
    rows = {row.year: row.counts for row in facts.youth if row.municipality == municipality}
    return np.array([rows[base.year] for base in facts.base_years], dtype=np.float64)


def age_weights(facts: Facts, ages: int) -> Array:
    """How much each age counts in the use of care, shape (ages,)."""
    return np.where(np.arange(ages) < facts.assumptions.adult_age, 1.0, facts.assumptions.adult_weight)
