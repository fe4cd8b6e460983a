"""Search the example cases that somebody wrote here."""

from collections.abc import Iterator

from raadsapp.domain.case import Case
from raadsapp.domain.hit import Hit
from raadsapp.services.opening import Session
from raadsapp.store import own_cases as stored
from raadsapp.texts import without_marks

_KIND = "case"
_EXCERPT = 120


def search_own_cases(session: Session, asked: tuple[str, ...]) -> tuple[frozenset[str], tuple[Hit, ...]]:
    """The keys of all own cases, and a hit for each in which every asked word begins a word.

    `asked` are words without capitals and accents.
    """
    keys = frozenset(one.key for one in stored.all_cases(session.store))
    if not keys or not asked:
        return keys, ()
    cases = (case for case in session.catalog.cases if case.key in keys)
    return keys, tuple(_hits(cases, asked))


def _hits(cases: Iterator[Case], asked: tuple[str, ...]) -> Iterator[Hit]:
    for case in cases:
        texts = tuple(case.texts())
        words = plain_words(" ".join((case.key, *texts)))
        if all(any(word.startswith(part) for word in words) for part in asked):
            yield Hit(case.key, _KIND, case.title, _excerpt(case, texts[1:], asked))


def _excerpt(case: Case, texts: tuple[str, ...], asked: tuple[str, ...]) -> str:
    holding = (
        text for text in texts if any(word.startswith(part) for word in plain_words(text) for part in asked)
    )
    text = next(holding, case.situation)
    short = text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rsplit(' ', 1)[0]} …"
    return f"Eigen casus: {short}"


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text without capitals and accents."""
    return tuple("".join(one if one.isalnum() else " " for one in without_marks(text)).split())
