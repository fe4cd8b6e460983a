"""Young people by age: as they were counted, and as the model lets them grow older."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.source import Source
from raadsapp.model.levers import Array
from raadsapp.model.population import project
from raadsapp.services.scenario import TOGETHER, Scenario
from raadsapp.texts import number, percent

GROUPS = ((0, 3), (4, 11), (12, 17), (18, 22))
"""Ages that are shown together, both ends included."""

_ALIKE = 0.005
"""Part by which the number of young people may differ before it is said to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeGroup:
    """Young people of these ages on 1 January, by year."""

    label: str
    counts: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YouthAges:
    """Young people by age group; years after `last_counted` are worked out, not counted."""

    years: tuple[int, ...]
    last_counted: int
    groups: tuple[AgeGroup, ...]
    total: AgeGroup
    title: str
    sentence: str
    sources: tuple[Source, ...]


def youth_ages(catalog: Catalog, asked: Scenario) -> YouthAges:
    """Young people of the municipality of a scenario, or of all together, with the change that is set."""
    codes = {member.facts.municipality for member in asked.region.members}
    rows = [count for count in catalog.age_counts if count.municipality in codes]
    counted = sorted({row.year for row in rows})
    last = counted[-1]
    printed = [np.sum([row.counts for row in rows if row.year == year], axis=0) for year in counted]
    coming = tuple(range(last + 1, asked.years[-1] + 1))
    ages = np.concatenate((np.array(printed, dtype=np.float64), _projected(asked, coming)))
    years = (*counted, *coming)
    groups = tuple(
        AgeGroup(label=f"{low}–{high} jaar", counts=_column(ages[:, low : high + 1])) for low, high in GROUPS
    )
    total = AgeGroup(label="0–22 jaar", counts=_column(ages))
    return YouthAges(
        years=years,
        last_counted=last,
        groups=groups,
        total=total,
        title=_title(asked, years, last, groups, total),
        sentence=_sentence(asked, last),
        sources=tuple(dict.fromkeys(source for row in rows for source in row.sources)),
    )


def _projected(asked: Scenario, years: tuple[int, ...]) -> Array:
    """Young people by year and age, with what the lever `youth_change` adds from the first model year on."""
    lever = asked.levers.youth_change
    before = asked.years[0] - 1
    grown = np.array([[(1 + lever / 100) ** max(year - before, 0)] for year in years])
    members = (replace(member.facts, years=years) for member in asked.region.members)
    counts: Array = grown * np.sum([project(facts, facts.municipality) for facts in members], axis=0)
    return counts


def _column(ages: Array) -> tuple[float, ...]:
    return tuple(map(float, ages.sum(axis=1)))


def _title(
    asked: Scenario, years: Sequence[int], last: int, groups: Sequence[AgeGroup], total: AgeGroup
) -> str:
    place = years.index(last)
    before, after = total.counts[place], total.counts[-1]
    name = "de gemeenten samen" if asked.municipality == TOGETHER else asked.name
    between = f"Van {last} tot {years[-1]}"
    if abs(after - before) < _ALIKE * before:
        return f"{between} blijft het aantal jongeren in {name} bijna gelijk, rond {number(after)}."
    grows = after > before
    most = max(groups, key=lambda group: (group.counts[-1] - group.counts[place]) * (1 if grows else -1))
    way, size = ("groeit", "groter") if grows else ("daalt", "kleiner")
    return (
        f"{between} {way} het aantal jongeren in {name} van {number(before)} naar {number(after)}. "
        f"Vooral de groep {most.label} wordt {size}."
    )


def _sentence(asked: Scenario, last: int) -> str:
    given = asked.region.members[0].facts.assumptions
    share = percent(100 * given.adult_weight)
    return (
        f"Tot en met {last} is dit geteld. Daarna is het berekend met aannames: elke leeftijd schuift een "
        "jaar op en er komen evenveel kinderen bij als in de laatste jaren. Hulp stopt meestal bij "
        f"{given.adult_age} jaar; wie ouder is telt in het model voor {share} mee."
    )
