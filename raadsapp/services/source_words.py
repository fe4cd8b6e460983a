"""Where something comes from, as a source line says it."""

from collections.abc import Sequence

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.source import Document, Source


def source_text(sources: Sequence[Source], catalog: Catalog) -> str:
    """`Bron: rekenkamerrapport 2018, §4.1; artikel 2021, slot`; empty without a source."""
    if not sources:
        return ""
    places: dict[str, list[str]] = {}
    for source in sources:
        places.setdefault(source.document, []).append(source.place)
    words = "; ".join(_words(catalog, document, found) for document, found in places.items())
    return f"{'Bron' if len(places) == 1 else 'Bronnen'}: {words}"


def _words(catalog: Catalog, document: str, places: list[str]) -> str:
    known = catalog.find(document)
    name = known.short if isinstance(known, Document) else document
    return ", ".join([name, *dict.fromkeys(place for place in places if place)])
