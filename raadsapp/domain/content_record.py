"""One item of the dossier in the form in which it is stored and searched."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentRecord:
    """An item of any kind.

    `key` is unique over all records (of a municipality its CBS code), `position` its place among its kind,
    from 0. `text` is everything in it that a reader may search for, `document_json` the whole item in UTF-8.
    `sources` are pairs of document key and place, `links` pairs of field name and the key it leads to.
    """

    kind: str
    key: str
    position: int
    title: str
    text: str
    document_json: bytes
    sources: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
