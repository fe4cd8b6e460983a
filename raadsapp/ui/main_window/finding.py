"""What can be found in the search box: pages, commands and items of the dossier."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from raadsapp.domain.hit import Hit

_KINDS = {
    "goal": "Doel",
    "effect": "Effect",
    "indicator": "Indicator",
    "recommendation": "Aanbeveling",
    "statement": "Uitgangspunten en conclusies",
    "order": "Opdracht",
    "question": "Onderzoeksvraag",
    "comparison": "Oud en nieuw",
    "event": "Tijdlijn",
    "role": "Wie doet wat",
    "fact": "Cijfer",
    "lever": "Schuif",
    "case": "Voorbeeldcasus",
    "document": "Bron",
    "entered": "Eigen cijfers",
    "session": "Contextsessie",
}
_PAGES = {
    "indicator": "indicators",
    "recommendation": "recommendations",
    "lever": "scenario",
    "case": "cases",
    "entered": "data",
    "session": "cases",
}


@dataclass(frozen=True, slots=True)
class Find:
    """One line in the list below the search box, and what choosing it does."""

    title: str
    kind: str
    detail: str
    do: Callable[[], None]

    def matches(self, text: str) -> bool:
        """Whether every word of `text` begins a word of the title; no words match everything."""
        words = self.title.casefold().split()
        return all(any(word.startswith(asked) for word in words) for asked in text.casefold().split())


def kind_words(kind: str) -> str:
    """The Dutch name of a kind of item."""
    return _KINDS[kind]


def page_of(kind: str) -> str:
    """The key of the page on which items of this kind stand."""
    return _PAGES.get(kind, "goals")


def find_for(hit: Hit, go: Callable[[str, str], None]) -> Find:
    """The line for an item of the dossier; choosing it goes to its place."""

    def open_it() -> None:
        go(page_of(hit.kind), hit.key)

    return Find(hit.title, kind_words(hit.kind), hit.excerpt, open_it)


def matching(finds: Sequence[Find], text: str) -> list[Find]:
    """The lines that fit `text`."""
    return [find for find in finds if find.matches(text)]
