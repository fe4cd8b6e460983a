"""Where a statement or figure comes from, and how firm it is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """How firm a figure is; every value but `SOURCE` is said on screen and in exports."""

    SOURCE = "bron"
    DERIVED = "afgeleid"
    ASSUMPTION = "aanname"
    ESTIMATE = "schatting"
    FICTIONAL = "fictief"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source document; `short` is how a source line names it."""

    key: str
    title: str
    short: str
    author: str
    published: date | None = None
    caveat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place in a document: `place` is its page or section, such as `§4.1 Financieel`."""

    document: str
    place: str
