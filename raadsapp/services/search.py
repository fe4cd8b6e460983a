"""Search the dossier, and what was entered on its pages, while the reader types."""

from typing import TYPE_CHECKING

from raadsapp.domain.hit import Hit
from raadsapp.services.opening import Session
from raadsapp.services.own_case_search import plain_words, search_own_cases
from raadsapp.services.session_search import SESSION, search_sessions
from raadsapp.services.small_entered import is_small
from raadsapp.store import content, entered_figures
from raadsapp.texts import amount

if TYPE_CHECKING:
    from raadsapp.services.exporting import OwnFigure

__all__ = ["ENTERED", "KINDS", "SESSION", "Hit", "search"]

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
        "case",
        "document",
    }
)
"""Kinds of items that have a place in the window to go to."""
ENTERED = "entered"
"""Kind of a hit in the figures that someone entered; its key is the code of the municipality they are of."""
_MARK = "Zelf ingevoerd"


def search(session: Session, text: str, limit: int = 20) -> tuple[Hit, ...]:
    """At most `limit` items in which every word of `text` begins a word, best first.

    Any text will do; capitals and accents make no difference. Figures that someone entered are one hit for
    each municipality, with the first figure that fits, and stand last. Own example cases and context sessions
    stand first.
    """
    asked = plain_words(text)
    own, cases = search_own_cases(session, asked)
    sessions = search_sessions(session, asked)
    entered = _entered(session, text)[:limit]
    found = content.search(session.store, text, limit - len(entered), KINDS)
    dossier = (hit for hit in found if hit.key not in own)
    return (*(*cases, *sessions, *dossier)[: limit - len(entered)], *entered)


def _entered(session: Session, text: str) -> tuple[Hit, ...]:
    asked = plain_words(text)
    if not asked or not entered_figures.all_figures(session.store):
        return ()
    # Loads numpy, which a window in which nobody searches does without.
    from raadsapp.services.exporting import own_figures

    hits: dict[str, Hit] = {}
    threshold = session.catalog.dossier.threshold
    for own in own_figures(session):
        words = plain_words(
            f"eigen cijfer {own.municipality} {own.label} {own.figure.source} {own.figure.by}"
        )
        if all(any(word.startswith(part) for word in words) for part in asked):
            code = own.figure.municipality
            hits.setdefault(
                code, Hit(code, ENTERED, f"Eigen cijfers van {own.municipality}", _excerpt(own, threshold))
            )
    return tuple(hits.values())


def _excerpt(own: "OwnFigure", threshold: int) -> str:
    """Anyone may search: a count of too few persons is not told here."""
    from raadsapp.services.member_view import TOO_SMALL

    value = own.figure.value or 0.0
    told = TOO_SMALL if is_small(value, own.unit, threshold) else amount(value, own.unit)
    return f"{_MARK}: {own.label}, {told}. Bron: {own.figure.source}."
