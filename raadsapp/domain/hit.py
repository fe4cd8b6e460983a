"""What a search finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One item that was found. `kind` is that of its record, `excerpt` the words around the place."""

    key: str
    kind: str
    title: str
    excerpt: str
