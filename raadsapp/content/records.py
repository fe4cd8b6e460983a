"""Turn a catalog into records for the store, and records into the catalog again."""

from collections.abc import Iterable, Iterator
from types import GenericAlias
from typing import Any

import msgspec

from raadsapp.content.kinds import KINDS, Kind, key_of
from raadsapp.domain.case import Case, filled
from raadsapp.domain.catalog import Catalog, Dossier, Item
from raadsapp.domain.content_record import ContentRecord
from raadsapp.domain.facts import AgeCount, Fact
from raadsapp.domain.goals import Recommendation
from raadsapp.domain.lever import Lever, Preset
from raadsapp.domain.municipality import Municipality
from raadsapp.domain.source import Source
from raadsapp.texts import amount

_DOSSIER = "dossier"
_PROSE = (
    "text",
    "definition",
    "norm",
    "pitfall",
    "target",
    "state",
    "owner",
    "answer",
    "old",
    "new",
    "when",
    "purpose",
    "author",
    "short",
    "caveat",
    "first",
    "light",
    "heavy",
    "caution",
)
_PROSE_LISTS = ("tasks", "caveats", "names", "breakdowns")
_LINKS = ("parent", "municipality", "indicator")
_LINK_LISTS = ("works_with", "effects", "indicators", "levers", "disagrees_with")


def flatten(catalog: Catalog) -> tuple[ContentRecord, ...]:
    """All items of a catalog as records, the dossier itself first, each kind in its own order."""
    dossier = catalog.dossier
    first = ContentRecord(
        kind=_DOSSIER,
        key=dossier.key,
        position=0,
        title=dossier.title,
        text="",
        document_json=msgspec.json.encode(dossier),
        links=tuple(("municipalities", code) for code in dossier.municipalities),
    )
    items = ((kind, place, item) for kind in KINDS for place, item in enumerate(kind.items(catalog)))
    return (first, *(_record(kind, place, item) for kind, place, item in items))


def rebuild(records: Iterable[ContentRecord]) -> Catalog:
    """The catalog that `flatten` made these records of, in whatever order they come.

    ValueError when the dossier itself is not among them.
    """
    documents: dict[str, list[tuple[int, bytes]]] = {}
    for record in records:
        documents.setdefault(record.kind, []).append((record.position, record.document_json))
    if _DOSSIER not in documents:
        message = "no record of the dossier itself"
        raise ValueError(message)
    dossier = msgspec.json.decode(documents[_DOSSIER][0][1], type=Dossier)
    fields = {kind.field: _decoded(kind, documents.get(kind.name, [])) for kind in KINDS}
    return Catalog(dossier=dossier, **fields)


def _record(kind: Kind, position: int, item: Item) -> ContentRecord:
    return ContentRecord(
        kind=kind.name,
        key=key_of(item),
        position=position,
        title=_title(item),
        text="\n".join(_prose(item)),
        document_json=msgspec.json.encode(item),
        sources=tuple((source.document, source.place) for source in _sources(item)),
        links=tuple(dict.fromkeys(_links(item))),
    )


def _title(item: Item) -> str:
    match item:
        case Municipality():
            return item.name
        case AgeCount():
            return f"Jongeren naar leeftijd op 1 januari {item.year}"
        case Fact() | Lever():
            return item.label
        case _:
            return item.title


def _prose(item: Item) -> Iterator[str]:
    for name in _PROSE:
        if words := getattr(item, name, ""):
            yield words
    for name in _PROSE_LISTS:
        yield from getattr(item, name, ())
    match item:
        case Recommendation():
            yield from (part.text for part in item.parts)
            yield from (evidence.text for evidence in item.evidence)
        case Lever():
            yield from (choice.label for choice in item.choices)
        case Fact():
            yield amount(item.value, item.unit)
        case Case():
            # Figures are filled in where the case is read, so their keys are nothing to search for.
            yield from (filled(text, lambda _: "…") for text in item.texts())


def _sources(item: Item) -> Iterator[Source]:
    yield from getattr(item, "sources", ())
    if isinstance(item, Recommendation):
        for evidence in item.evidence:
            yield from evidence.sources
    elif isinstance(item, Case):
        for step in item.steps:
            yield from step.sources


def _links(item: Item) -> Iterator[tuple[str, str]]:
    for name in _LINKS:
        if key := getattr(item, name, ""):
            yield name, key
    for name in _LINK_LISTS:
        yield from ((name, key) for key in getattr(item, name, ()))
    if isinstance(item, Preset):
        yield from (("settings", lever) for lever, _ in item.settings)


def _decoded(kind: Kind, documents: list[tuple[int, bytes]]) -> tuple[Any, ...]:
    """All items of a kind in one go: some ten times as fast as one by one."""
    joined = b",".join(document for _, document in sorted(documents))
    items: tuple[Any, ...] = msgspec.json.decode(
        b"[" + joined + b"]", type=GenericAlias(tuple, (kind.type, ...))
    )
    return items
