"""What must hold for the figures of a dossier: facts, age counts and the series they stand in."""

from collections.abc import Iterator

from raadsapp.content.faults import Fault
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import AgeCount, Fact
from raadsapp.domain.period import period_of_code
from raadsapp.texts import number

AGES = 23
"""Single ages in an age count: 0 up to and including 22."""

_FACTS = "facts.toml"
_COUNTS = "age_counts.toml"


def figure_faults(catalog: Catalog) -> Iterator[Fault]:
    """Everything that is wrong in facts and age counts."""
    facts = {fact.key: fact for fact in catalog.facts}
    series = {indicator.key for indicator in catalog.indicators} | {one.key for one in catalog.series}
    stands: dict[tuple[str, str, str, str], str] = {}
    for fact in catalog.facts:
        yield from (Fault(_FACTS, fact.key, wrong) for wrong in _fact_faults(fact, catalog, series))
        yield from (Fault(_FACTS, fact.key, wrong) for wrong in _contradictions(fact, facts))
        place = (fact.indicator, fact.municipality, fact.period, fact.breakdown)
        if fact.indicator and place in stands:
            yield Fault(_FACTS, fact.key, f"in deze reeks staat hier al het feit ‘{stands[place]}’.")
        stands.setdefault(place, fact.key)
    for count in catalog.age_counts:
        yield from (Fault(_COUNTS, count.key, wrong) for wrong in _count_faults(count, catalog))


def _fact_faults(fact: Fact, catalog: Catalog, series: set[str]) -> Iterator[str]:
    if fact.municipality and catalog.municipality(fact.municipality) is None:
        yield f"gemeente {fact.municipality} bestaat niet."
    if fact.period and not _is_period(fact.period):
        yield f"‘{fact.period}’ is geen periode (verwacht: zoals 2019JJ00)."
    if fact.indicator and fact.indicator not in series:
        yield f"de reeks of indicator ‘{fact.indicator}’ bestaat niet."
    if fact.indicator and not (fact.municipality and fact.period):
        yield "een feit in een reeks heeft een gemeente en een periode nodig."
    if fact.breakdown and ("=" not in fact.breakdown or not fact.indicator):
        yield f"de uitsplitsing ‘{fact.breakdown}’ is niet ‘dimensie=waarde’ bij een reeks."


def _contradictions(fact: Fact, facts: dict[str, Fact]) -> Iterator[str]:
    for other in fact.disagrees_with:
        if other not in facts:
            yield f"het feit ‘{other}’, dat dit tegenspreekt, bestaat niet."
        elif fact.key not in facts[other].disagrees_with or other == fact.key:
            yield f"‘{other}’ zegt niet dat het dit feit tegenspreekt."


def _count_faults(count: AgeCount, catalog: Catalog) -> Iterator[str]:
    if catalog.municipality(count.municipality) is None:
        yield f"gemeente {count.municipality} bestaat niet."
    if len(count.counts) != AGES:
        yield f"er staan {len(count.counts)} leeftijden in; het moeten er {AGES} zijn (0 tot en met 22)."
    total = sum(count.counts)
    if total != count.printed_total:
        yield f"de leeftijden tellen op tot {number(total)}; gedrukt staat {number(count.printed_total)}."


def _is_period(code: str) -> bool:
    try:
        period_of_code(code)
    except ValueError:
        return False
    return True
