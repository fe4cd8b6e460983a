"""Search the dossier while the reader types."""

from raadsapp.domain.hit import Hit
from raadsapp.services.opening import Session
from raadsapp.store import content

__all__ = ["KINDS", "Hit", "search"]

KINDS = frozenset(
    {
        "goal",
        "effect",
        "indicator",
        "recommendation",
        "statement",
        "order",
        "question",
        "comparison",
        "event",
        "role",
        "fact",
        "lever",
        "document",
    }
)
"""Kinds of items that have a place in the window to go to."""


def search(session: Session, text: str, limit: int = 20) -> tuple[Hit, ...]:
    """At most `limit` items in which every word of `text` begins a word, best first.

    Any text will do; capitals and accents make no difference.
    """
    return content.search(session.store, text, limit, KINDS)
