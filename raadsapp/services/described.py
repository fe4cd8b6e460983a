"""An item of any kind in words: what it is, its title and text, and everything else that is known of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from raadsapp.domain.case import Case
from raadsapp.domain.catalog import Catalog, Item
from raadsapp.domain.facts import AgeCount, Fact, Series
from raadsapp.domain.goals import Effect, Evidence, Goal, Indicator, Polarity, Recommendation, System
from raadsapp.domain.guidance import Guidance
from raadsapp.domain.lever import Lever, LeverKind, Preset
from raadsapp.domain.municipality import Municipality
from raadsapp.domain.period import period_of_code
from raadsapp.domain.source import Document, Source, Standing
from raadsapp.domain.statements import (
    Comparison,
    Event,
    OrderPart,
    Question,
    Role,
    Statement,
    StatementKind,
)
from raadsapp.services.related import cited
from raadsapp.texts import amount, long_date, number

_STATEMENTS = {
    StatementKind.MISSION: "Missie",
    StatementKind.PRINCIPLE: "Uitgangspunt",
    StatementKind.ORGANISING_PRINCIPLE: "Uitgangspunt voor de organisatie",
    StatementKind.TRANSFORMATION_GOAL: "Transformatiedoel van de Jeugdwet",
    StatementKind.BOTTLENECK: "Knelpunt vóór 2015",
    StatementKind.TENDER_REASON: "Reden voor deze inkoop",
    StatementKind.CONCLUSION: "Conclusie van de rekenkamer",
    StatementKind.MEMBER: "Lid van de coöperatie",
    StatementKind.LESSON: "Les",
    StatementKind.STEERING_NOTE: "Les over sturen",
}
_BETTER = {
    Polarity.UP: "Hoger is beter",
    Polarity.DOWN: "Lager is beter",
    Polarity.NEUTRAL: "Hoger of lager is niet vanzelf beter",
}
_PHASES = {0: "Vanaf de start, zonder fasen", 1: "Fase 1", 2: "Fase 2"}


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is known: its name and one or more lines of text."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """An item as it is read: `old` when it is of the old purchase, `is_figure` when its text is a figure."""

    key: str
    kind: str
    title: str
    text: str
    is_figure: bool
    old: bool
    standing: Standing
    details: tuple[Detail, ...]
    caveats: tuple[str, ...]
    sources: tuple[Source, ...]


def describe(catalog: Catalog, key: str) -> Description | None:
    """The item with this key in words, or None when the dossier has no such item."""
    item = catalog.find(key)
    if item is None or isinstance(item, Municipality):
        return None
    return Description(
        key=key,
        kind=kind_word(item),
        title=title(catalog, item),
        text=_text(item),
        is_figure=isinstance(item, Fact),
        old=getattr(item, "system", System.BOTH) is System.OLD,
        standing=getattr(item, "standing", Standing.SOURCE),
        details=tuple(
            Detail(name, shown) for name, lines in _details(catalog, item) if (shown := _shown(lines))
        ),
        caveats=_caveats(item),
        sources=cited(item),
    )


def kind_word(item: Item) -> str:
    """What kind of thing this is, in one or a few words."""
    match item:
        case Statement():
            return _STATEMENTS[item.kind]
        case Indicator():
            return "Indicator: een oordeel" if item.judgement else "Indicator"
        case Question():
            return "Onderzoeksvraag" if item.parent else "Centrale vraag"
        case Lever():
            return "Schuif: aanname" if item.kind is LeverKind.ASSUMPTION else "Schuif: beleidskeuze"
        case _:
            return _KINDS[type(item)]


_KINDS: dict[type, str] = {
    Goal: "Doel",
    Effect: "Effect",
    Recommendation: "Aanbeveling",
    Guidance: "Wat kan de raad doen",
    OrderPart: "Deel van de opdracht",
    Comparison: "Oud naast nieuw",
    Event: "Gebeurtenis",
    Role: "Wie doet wat",
    Fact: "Cijfer",
    AgeCount: "Jongeren naar leeftijd",
    Series: "Reeks cijfers",
    Preset: "Stand van de schuiven",
    Case: "Voorbeeldcasus",
    Document: "Bron",
    Municipality: "Gemeente",
}


def is_code(key: str) -> bool:
    """Whether a key is a short code that readers know, such as `D1` or `IND-06`."""
    return len(key) <= len("IND-06") and key[:1].isupper()


def title(catalog: Catalog, item: Item) -> str:
    """The words by which an item is known."""
    match item:
        case Fact() | Lever():
            return item.label
        case AgeCount():
            return f"Jongeren in {_place(catalog, item.municipality)} op 1 januari {item.year}"
        case Municipality():
            return item.name
        case _:
            return item.title


def _text(item: Item) -> str:
    match item:
        case Fact():
            return amount(item.value, item.unit)
        case AgeCount():
            return f"{number(item.printed_total)} jongeren van 0 tot en met 22 jaar."
        case Indicator():
            return item.definition
        case Lever() | Case():
            return item.purpose if isinstance(item, Lever) else item.situation
        case Document():
            return f"Gemaakt door: {item.author}."
        case _:
            return getattr(item, "text", "")


def _caveats(item: Item) -> tuple[str, ...]:
    match item:
        case Indicator():
            return (item.pitfall,)
        case Document():
            return _shown([item.caveat])
        case Guidance():
            return (item.caution,)
        case _:
            return getattr(item, "caveats", ())


def _details(catalog: Catalog, item: Item) -> Iterable[tuple[str, Iterable[str]]]:
    match item:
        case Indicator():
            return _of_indicator(item)
        case Guidance():
            return guidance_lines(item)
        case Recommendation():
            return _of_recommendation(catalog, item)
        case Fact() | AgeCount() | Series():
            return _of_figure(catalog, item)
        case Lever():
            return _of_lever(item)
        case _:
            return _of_story(item)


def _of_story(item: Item) -> Iterator[tuple[str, Iterable[str]]]:
    match item:
        case Effect():
            yield "Wat het moet worden", [item.target]
            yield "Stand", [item.state.capitalize()]
        case OrderPart():
            yield "Wanneer", [_PHASES[item.phase]]
        case Question():
            yield "Antwoord van de rekenkamer", [item.answer]
        case Comparison():
            yield "Oud", [item.old]
            yield "Nieuw", [item.new]
        case Event():
            yield "Wanneer", [item.when]
        case Role():
            yield "Taken", item.tasks
        case Case():
            yield "Leeftijd", [item.age]
            yield "Waar het begint", [item.begins]
        case Document() if item.published:
            yield "Datum", [long_date(item.published)]


def _of_indicator(item: Indicator) -> Iterator[tuple[str, Iterable[str]]]:
    yield "Eenheid", [item.unit]
    yield "Richting", [_BETTER[item.polarity]]
    yield "Norm", [item.norm]
    yield "Hoe vaak", [item.period]
    yield "Uitgesplitst naar", [", ".join(item.breakdowns)]
    yield "Gaat over personen", [item.sensitive]
    if item.judgement:
        yield "Soort", ["Een oordeel van mensen, geen telling"]


def guidance_lines(item: Guidance) -> Iterator[tuple[str, list[str]]]:
    """What to do, from light to heavy, and when; a line may be empty."""
    yield "Eerst", [item.first]
    yield "Licht", [item.light]
    yield "Zwaarder", [item.heavy]
    yield "Wanneer", [item.moment]
    yield "Wat u mag verwachten", [item.expect]


def _of_recommendation(catalog: Catalog, item: Recommendation) -> Iterator[tuple[str, Iterable[str]]]:
    yield "Wie het doet", [item.owner]
    yield "Wat de rekenkamer vraagt", [part.text for part in item.parts]
    yield "Wat er sindsdien bekend is", [_evidence(catalog, part) for part in item.evidence]


def _evidence(catalog: Catalog, evidence: Evidence) -> str:
    known = (catalog.find(source.document) for source in evidence.sources)
    names = dict.fromkeys(document.short for document in known if isinstance(document, Document))
    return f"{evidence.text} ({', '.join(names)})"


def _of_figure(catalog: Catalog, item: Fact | AgeCount | Series) -> Iterator[tuple[str, Iterable[str]]]:
    match item:
        case Fact():
            yield "Gemeente", [_place(catalog, item.municipality)]
            yield "Periode", [period_of_code(item.period).label if item.period else ""]
            yield "Uitsplitsing", [item.breakdown]
        case AgeCount():
            ages = (f"{age} jaar: {number(count)}" for age, count in enumerate(item.counts))
            yield "Per leeftijd", [" · ".join(ages)]
        case Series():
            yield "Eenheid", [item.unit]


def _of_lever(item: Lever) -> Iterator[tuple[str, Iterable[str]]]:
    labels = {choice.value: choice.label for choice in item.choices}
    if isinstance(item.default, str):
        yield "Begint op", [labels.get(item.default, item.default)]
    else:
        yield "Begint op", [f"{number(item.default, item.decimals)} {item.unit}"]
        yield "Van en tot", [f"{number(item.low, item.decimals)} tot {number(item.high, item.decimals)}"]
    yield "Keuzes", labels.values()
    yield "Gekozen door", [item.chosen_by]


def _place(catalog: Catalog, code: str) -> str:
    known = catalog.municipality(code)
    return known.name if known else code


def _shown(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if line)
