"""What must hold for an example case: it can be walked to an end, and no figure stands in it by itself."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from raadsapp.content.case_blanks import blanks
from raadsapp.content.case_fault import CaseFault
from raadsapp.content.case_fields import NOTES, QUESTIONS, SITUATION
from raadsapp.content.faults import Fault
from raadsapp.domain.case import Case, Choice, Step, references
from raadsapp.domain.case_places import Field, Place, placed_texts
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Fact
from raadsapp.domain.goals import System
from raadsapp.domain.lever import Lever
from raadsapp.domain.source import Source

_AMOUNT = re.compile(
    r"(?:€|\beuro)\s*\d|\d[\d.,]*\s*(?:€|%|euro\b|procent\b|miljoen\b|duizend\b)"
    r"|\b(?:\w*honderd|\w*duizend|\w*miljoen)\s+euro",
    re.IGNORECASE,
)
_FEWEST_CHOICES = 2
_PARTS = {Field.SITUATION: SITUATION, Field.QUESTIONS: QUESTIONS, Field.NOTES: NOTES}


def case_faults(case: Case, catalog: Catalog, file: str = "") -> Iterator[Fault]:
    """Everything that is wrong in a case; each fault names `file` and, where it is in one, the step."""
    for fault in faults_in_case(case, catalog):
        place = fault.place
        where = _PARTS.get(place.field, "") if place.step is None else _name(case.steps[place.step])
        yield Fault(file, where, fault.message)


def faults_in_case(case: Case, catalog: Catalog) -> Iterator[CaseFault]:
    """Everything that is wrong in a case, with its place: also in one that is half written."""
    yield from blanks(case)
    yield from _links(case, catalog)
    for place, text in placed_texts(case):
        yield from (CaseFault(place, wrong) for wrong in _figures(text, catalog))
    yield from _ways(case)
    for number, step in enumerate(case.steps):
        yield from _step(number, step, catalog)
        yield from _choices(number, step, case)


def _name(step: Step) -> str:
    return f"einde {step.key}" if step.end else f"stap {step.key}"


def _links(case: Case, catalog: Catalog) -> Iterator[CaseFault]:
    linked = (
        (Field.EFFECTS, "effect", case.effects, {effect.key for effect in catalog.effects}),
        (Field.INDICATORS, "indicator", case.indicators, {one.key for one in catalog.indicators}),
        (Field.LEVERS, "schuif", case.levers, {lever.key for lever in catalog.levers}),
    )
    for field, word, keys, known in linked:
        yield from (
            CaseFault(Place(field), f"{word} ‘{key}’ bestaat niet.") for key in keys if key not in known
        )
    if not case.effects:
        yield CaseFault(Place(Field.EFFECTS), "er staat geen effect bij (veld ‘effecten’).")
    if not case.indicators:
        yield CaseFault(Place(Field.INDICATORS), "er staat geen indicator bij (veld ‘indicatoren’).")
    if not case.sources:
        yield CaseFault(Place(Field.SOURCES), "er staat geen bron bij (veld ‘bronnen’).")
    if not case.questions:
        yield CaseFault(Place(Field.QUESTIONS), "er staat geen vraag in.")
    yield from (CaseFault(Place(Field.SOURCES), wrong) for wrong in _sources(case.sources, catalog))


def _sources(sources: Iterable[Source], catalog: Catalog) -> Iterator[str]:
    known = {document.key for document in catalog.documents}
    for source in sources:
        if source.document not in known:
            yield f"bron ‘{source.document}’ staat niet in documents.toml."


def _figures(text: str, catalog: Catalog) -> Iterator[str]:
    if found := _AMOUNT.search(text):
        yield f"‘{found[0]}’ is een bedrag in de tekst. Schrijf de sleutel van een feit of schuif."
    for key in references(text):
        if not isinstance(catalog.find(key), Fact | Lever):
            yield f"‘{{{key}}}’ is geen feit en geen schuif."


def _ways(case: Case) -> Iterator[CaseFault]:
    counts = Counter(step.key for step in case.steps)
    last = {step.key: number for number, step in enumerate(case.steps)}
    for key, number in last.items():
        if counts[key] > 1:
            yield CaseFault(Place(Field.STEP_TITLE, number), "deze sleutel komt twee keer voor.")
    unreached, stuck = lost_steps(case)
    for number, step in enumerate(case.steps):
        if step.key in unreached:
            yield CaseFault(Place(Field.STEP_TITLE, number), "geen enkele keuze leidt hierheen.")
        if step.key in stuck:
            yield CaseFault(Place(Field.CHOICES, number), "vanaf hier komt niemand bij een einde.")


def lost_steps(case: Case) -> tuple[frozenset[str], frozenset[str]]:
    """Keys of the steps to which nobody comes, and of those from which nobody comes to an end."""
    every = frozenset(step.key for step in case.steps)
    forwards: dict[str, list[str]] = {}
    backwards: dict[str, list[str]] = {}
    for step in case.steps:
        forwards[step.key] = [choice.to for choice in step.choices]
        for choice in step.choices:
            backwards.setdefault(choice.to, []).append(step.key)
    begun = _reached([step.key for step in case.steps[:1]], forwards)
    ending = _reached([step.key for step in case.steps if step.end], backwards)
    return every - begun, every - ending


def _reached(start: list[str], ways: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(ways.get(key, ()))
    return found


def _step(number: int, step: Step, catalog: Catalog) -> Iterator[CaseFault]:
    if step.end and step.choices:
        yield CaseFault(Place(Field.CHOICES, number), "een einde heeft geen keuzes.")
    if not step.end and len(step.choices) < _FEWEST_CHOICES:
        yield CaseFault(Place(Field.CHOICES, number), "er zijn minder dan twee keuzes, en het is geen einde.")
    if step.rule and not step.sources:
        yield CaseFault(Place(Field.RULE_SOURCES, number), "bij ‘Regel:’ staat geen bron (‘Bron:’).")
    if not step.end:
        needed = (
            (Field.DECIDES, "Wie beslist", step.decides),
            (Field.RULE, "Regel", step.rule),
            (Field.OLD, "Oud", step.old),
            (Field.NEW, "Nieuw", step.new),
        )
        for field, label, text in needed:
            if not text:
                yield CaseFault(Place(field, number), f"‘{label}:’ ontbreekt.")
    for wrong in _sources(step.sources, catalog):
        yield CaseFault(Place(Field.RULE_SOURCES, number), wrong)


def _choices(number: int, step: Step, case: Case) -> Iterator[CaseFault]:
    counts = Counter(choice.key for choice in step.choices)
    yield from (
        CaseFault(Place(Field.CHOICES, number), f"keuze ‘{key}’ komt twee keer voor.")
        for key, count in counts.items()
        if count > 1
    )
    seen: dict[tuple[object, ...], int] = {}
    for place, choice in enumerate(step.choices):
        if choice.to and case.step(choice.to) is None:
            wrong = f"keuze ‘{choice.key}’ leidt naar stap ‘{choice.to}’, en die bestaat niet."
            yield CaseFault(Place(Field.TO, number, place), wrong)
        same = (choice.to, _weights(choice))
        if choice.to and same in seen:
            wrong = (
                f"keuze {place + 1} doet hetzelfde als keuze {seen[same] + 1}: zelfde vervolg en gevolgen."
            )
            yield CaseFault(Place(Field.TO, number, place), wrong)
        seen.setdefault(same, place)


def _weights(choice: Choice) -> tuple[int, ...]:
    both = (choice.consequences(System.OLD), choice.consequences(System.NEW))
    return tuple(line.steps for one in both for line in (one.child, one.time, one.money))
