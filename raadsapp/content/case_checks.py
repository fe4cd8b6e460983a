"""What must hold for an example case: it can be walked to an end, and no figure stands in it by itself."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from raadsapp.content.faults import Fault
from raadsapp.domain.case import Case, Choice, Step, references, step_texts
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


def case_faults(case: Case, catalog: Catalog, file: str = "") -> Iterator[Fault]:
    """Everything that is wrong in a case; each fault names `file` and, where it is in one, the step."""
    yield from (Fault(file, "", wrong) for wrong in _head(case, catalog))
    yield from (Fault(file, "", wrong) for wrong in _texts((case.title, case.situation, case.notes), catalog))
    yield from (Fault(file, "Vragen", wrong) for wrong in _texts(case.questions, catalog))
    yield from (Fault(file, _name(step), wrong) for step, wrong in _ways(case))
    for step in case.steps:
        wrongs = (*_step(step, case, catalog), *_texts(tuple(step_texts(step)), catalog))
        yield from (Fault(file, _name(step), wrong) for wrong in wrongs)


def _name(step: Step) -> str:
    return f"einde {step.key}" if step.end else f"stap {step.key}"


def _head(case: Case, catalog: Catalog) -> Iterator[str]:
    linked = (
        ("effect", case.effects, {effect.key for effect in catalog.effects}),
        ("indicator", case.indicators, {indicator.key for indicator in catalog.indicators}),
        ("schuif", case.levers, {lever.key for lever in catalog.levers}),
    )
    for word, keys, known in linked:
        yield from (f"{word} ‘{key}’ bestaat niet." for key in keys if key not in known)
    if not case.effects:
        yield "er staat geen effect bij (veld ‘effecten’)."
    if not case.indicators:
        yield "er staat geen indicator bij (veld ‘indicatoren’)."
    if not case.sources:
        yield "er staat geen bron bij (veld ‘bronnen’)."
    if not case.questions:
        yield "er staat geen vraag in."
    yield from _sources(case.sources, catalog)


def _sources(sources: Iterable[Source], catalog: Catalog) -> Iterator[str]:
    known = {document.key for document in catalog.documents}
    for source in sources:
        if source.document not in known:
            yield f"bron ‘{source.document}’ staat niet in documents.toml."


def _ways(case: Case) -> Iterator[tuple[Step, str]]:
    steps = {step.key: step for step in case.steps}
    counts = Counter(step.key for step in case.steps)
    yield from (
        (step, "deze sleutel komt twee keer voor.") for step in steps.values() if counts[step.key] > 1
    )
    begun = _reached([case.steps[0].key], {key: [c.to for c in step.choices] for key, step in steps.items()})
    backwards: dict[str, list[str]] = {}
    for step in case.steps:
        for choice in step.choices:
            backwards.setdefault(choice.to, []).append(step.key)
    ending = _reached([step.key for step in case.steps if step.end], backwards)
    for step in case.steps:
        if step.key not in begun:
            yield step, "geen enkele keuze leidt hierheen."
        if step.key not in ending:
            yield step, "vanaf hier komt niemand bij een einde."


def _reached(start: list[str], ways: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(ways.get(key, ()))
    return found


def _step(step: Step, case: Case, catalog: Catalog) -> Iterator[str]:
    if step.end and step.choices:
        yield "een einde heeft geen keuzes."
    if not step.end and len(step.choices) < _FEWEST_CHOICES:
        yield "er zijn minder dan twee keuzes, en het is geen einde."
    if step.rule and not step.sources:
        yield "bij ‘Regel:’ staat geen bron (‘Bron:’)."
    if not step.end:
        needed = (("Wie beslist", step.decides), ("Regel", step.rule), ("Oud", step.old), ("Nieuw", step.new))
        yield from (f"‘{label}:’ ontbreekt." for label, text in needed if not text)
    yield from _sources(step.sources, catalog)
    yield from _choices(step, case)


def _choices(step: Step, case: Case) -> Iterator[str]:
    counts = Counter(choice.key for choice in step.choices)
    yield from (f"keuze ‘{key}’ komt twee keer voor." for key, count in counts.items() if count > 1)
    seen: dict[tuple[object, ...], str] = {}
    for choice in step.choices:
        if case.step(choice.to) is None:
            yield f"keuze ‘{choice.key}’ leidt naar stap ‘{choice.to}’, en die bestaat niet."
        same = (choice.to, _weights(choice))
        if same in seen:
            other = seen[same]
            yield f"keuze ‘{choice.key}’ doet hetzelfde als keuze ‘{other}’: zelfde vervolg en gevolgen."
        seen.setdefault(same, choice.key)


def _weights(choice: Choice) -> tuple[int, ...]:
    both = (choice.consequences(System.OLD), choice.consequences(System.NEW))
    return tuple(line.steps for one in both for line in (one.child, one.time, one.money))


def _texts(texts: Iterable[str], catalog: Catalog) -> Iterator[str]:
    for text in texts:
        if found := _AMOUNT.search(text):
            yield f"‘{found[0]}’ is een bedrag in de tekst. Schrijf de sleutel van een feit of schuif."
        for key in references(text):
            if not isinstance(catalog.find(key), Fact | Lever):
                yield f"‘{{{key}}}’ is geen feit en geen schuif."
