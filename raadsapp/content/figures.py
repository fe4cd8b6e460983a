"""The printed figures of the dossier as observations, to stand in the store beside what is delivered."""

from collections.abc import Iterator

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import AgeCount, Fact
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, period_of_code
from raadsapp.domain.source import Source

YOUNG_PEOPLE = "jongeren"
"""Series of young people on 1 January: the total, and by single age as `leeftijd=8`."""


def observations(catalog: Catalog) -> tuple[Observation, ...]:
    """Every fact that stands in a series and every age count; the source is told as document and place."""
    names = {document.key: document.short for document in catalog.documents}
    from_facts = (_of_fact(fact, names) for fact in catalog.facts if fact.indicator)
    from_counts = (one for count in catalog.age_counts for one in _of_count(count, names))
    return (*from_facts, *from_counts)


def _of_fact(fact: Fact, names: dict[str, str]) -> Observation:
    key = ObservationKey(fact.indicator, fact.municipality, period_of_code(fact.period), fact.breakdown)
    status = Status.PROVISIONAL if fact.provisional else Status.FINAL
    return Observation(key, fact.value, status, _told(fact.sources, names))


def _of_count(count: AgeCount, names: dict[str, str]) -> Iterator[Observation]:
    source = _told(count.sources, names)
    year = Period(count.year)
    by_age = ((f"leeftijd={age}", persons) for age, persons in enumerate(count.counts))
    for breakdown, persons in (("", count.printed_total), *by_age):
        key = ObservationKey(YOUNG_PEOPLE, count.municipality, year, breakdown)
        yield Observation(key, float(persons), Status.FINAL, source)


def _told(sources: tuple[Source, ...], names: dict[str, str]) -> str:
    return "; ".join(f"{names[source.document]}, {source.place}" for source in sources)
