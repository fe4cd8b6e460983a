"""What stands under Achtergrond, section by section, as rows to open."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Fact
from raadsapp.domain.source import Document, Standing
from raadsapp.domain.statements import OrderPart, Question, Statement, StatementKind
from raadsapp.services.described import is_code, title
from raadsapp.texts import amount, number
from raadsapp.ui.widgets.item_row import ListRow

FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the background: its key, its name, the sentence above it and its rows."""

    key: str
    title: str
    lead: str
    rows: tuple[ListRow, ...]


def sections(catalog: Catalog) -> tuple[Section, ...]:
    """All sections, in the order in which a newcomer reads them; one without rows is left out."""
    made = (
        Section("order", "De opdracht", _ORDER, tuple(_order(catalog))),
        Section("questions", "Onderzoek", _QUESTIONS, tuple(_questions(catalog))),
        Section("conclusions", "Conclusies", _CONCLUSIONS, _of(catalog, StatementKind.CONCLUSION)),
        Section("bottlenecks", "Knelpunten", _BOTTLENECKS, _of(catalog, StatementKind.BOTTLENECK)),
        Section(
            "transformation", "De Jeugdwet", _TRANSFORMATION, _of(catalog, StatementKind.TRANSFORMATION_GOAL)
        ),
        Section("reasons", "Waarom deze inkoop", _REASONS, _of(catalog, StatementKind.TENDER_REASON)),
        Section("members", "Leden van JenS", _MEMBERS, _of(catalog, StatementKind.MEMBER)),
        Section("lessons", "Lessen", _LESSONS, tuple(_lessons(catalog))),
        Section(FIGURES, "Cijfers", _FIGURES, tuple(_figures(catalog))),
        Section("documents", "Bronnen", _DOCUMENTS, tuple(_documents(catalog))),
    )
    return tuple(section for section in made if section.rows)


_ORDER = "Wat JenS moet doen. Een deel gaat in twee fasen over, als JenS aan de eisen voldoet."
_QUESTIONS = "Wat de rekenkamer wilde weten, en wat zij antwoordt."
_CONCLUSIONS = "Wat de rekenkamer in 2018 concludeert, vóór de start."
_BOTTLENECKS = "Wat er volgens het rapport vóór 2015 mis was met de jeugdhulp."
_TRANSFORMATION = "Wat de Jeugdwet wil veranderen in de hulp zelf."
_REASONS = "Waarom de drie gemeenten zelf inkopen, en waarom met een aanbesteding."
_MEMBERS = "De organisaties die samen de coöperatie vormen."
_LESSONS = "Wat er later is geleerd, hier en in een andere regio."
_FIGURES = "Alle cijfers uit de bronnen. Wat elkaar tegenspreekt, staat naast elkaar."
_DOCUMENTS = "Waar alles vandaan komt, en wat u daarover moet weten."


def _of(catalog: Catalog, kind: StatementKind) -> tuple[ListRow, ...]:
    return tuple(_statement(item) for item in catalog.statements if item.kind is kind)


def _statement(item: Statement) -> ListRow:
    code = item.key if is_code(item.key) else ""
    return ListRow(item.title, item.key, code=code, detail=item.text)


def _order(catalog: Catalog) -> Iterator[ListRow]:
    for part in catalog.order:
        if not part.parent:
            yield _part(part)
            yield from (_part(child) for child in catalog.order if child.parent == part.key)


def _part(part: OrderPart) -> ListRow:
    mark = f"fase {part.phase}" if part.phase else "vanaf de start"
    return ListRow(part.title, part.key, code=part.key, detail=part.text, mark=mark)


def _questions(catalog: Catalog) -> Iterator[ListRow]:
    for question in catalog.questions:
        yield _question(question)


def _question(question: Question) -> ListRow:
    detail = question.answer or question.text
    return ListRow(question.title, question.key, code=question.key, detail=detail)


def _lessons(catalog: Catalog) -> Iterator[ListRow]:
    """Lessons and notes under the name of the document they come from."""
    lessons = [
        item
        for item in catalog.statements
        if item.kind in {StatementKind.LESSON, StatementKind.STEERING_NOTE}
    ]
    for document in dict.fromkeys(item.sources[0].document for item in lessons):
        known = catalog.find(document)
        yield ListRow(known.title if isinstance(known, Document) else document)
        yield from (_statement(item) for item in lessons if item.sources[0].document == document)


def _figures(catalog: Catalog) -> Iterator[ListRow]:
    contradicted = {fact.key for group in contradictions(catalog) for fact in group}
    loose = [fact for fact in catalog.facts if fact.key not in contradicted]
    series = {one.key: one for one in catalog.series}
    yield from _headed(
        "Reeksen",
        (
            ListRow(one.title, one.key, detail=" · ".join(_points(loose, one.key)) or one.text)
            for one in series.values()
        ),
    )
    yield from _headed(
        "Bedragen en aantallen",
        (_fact(fact) for fact in loose if fact.indicator not in series and fact.standing is Standing.SOURCE),
    )
    yield from _headed(
        "Aannames, schattingen en wat is afgeleid",
        (_fact(fact) for fact in loose if fact.standing is not Standing.SOURCE),
    )
    yield from _headed(
        "Jongeren van 0 tot en met 22 jaar",
        (
            ListRow(title(catalog, count), count.key, mark=number(count.printed_total))
            for count in catalog.age_counts
        ),
    )


def _headed(heading: str, rows: Iterable[ListRow]) -> Iterator[ListRow]:
    found = tuple(rows)
    if found:
        yield ListRow(heading)
        yield from found


def _points(facts: Iterable[Fact], series: str) -> list[str]:
    return [
        f"{fact.period[:4]}: {amount(fact.value, fact.unit)}" for fact in facts if fact.indicator == series
    ]


def _fact(fact: Fact) -> ListRow:
    standing = "" if fact.standing is Standing.SOURCE else fact.standing.value
    return ListRow(fact.label, fact.key, detail=standing, mark=amount(fact.value, fact.unit))


def _documents(catalog: Catalog) -> Iterator[ListRow]:
    for document in catalog.documents:
        yield ListRow(document.title, document.key, detail=f"{document.short} · {document.author}")


def contradictions(catalog: Catalog) -> tuple[tuple[Fact, ...], ...]:
    """Groups of figures that contradict each other, directly or through a third, in file order."""
    groups: list[set[str]] = []
    for fact in catalog.facts:
        if fact.disagrees_with:
            own = {fact.key, *fact.disagrees_with}
            touching = [group for group in groups if group & own]
            groups = [group for group in groups if group not in touching] + [own.union(*touching)]
    return tuple(tuple(fact for fact in catalog.facts if fact.key in group) for group in groups)
