"""Search the context sessions that were planned here."""

from raadsapp.domain.context_session import SESSIONS, key_of, number_of
from raadsapp.domain.hit import Hit
from raadsapp.services.context_sessions import list_sessions
from raadsapp.services.opening import Session
from raadsapp.services.own_case_search import plain_words
from raadsapp.services.session_words import progress_words, title_of

SESSION = "session"


def search_sessions(session: Session, asked: tuple[str, ...]) -> tuple[Hit, ...]:
    """The sessions with a word in their title or cases for each that is asked, the newest first.

    `asked` are words without capitals and accents. What groups said is not looked through: that is read
    in its session, and not in a list that anyone sees.
    """
    hits = []
    for one in list_sessions(session) if asked else ():
        about = progress_words(session.catalog, one)
        words = plain_words(f"contextsessie {title_of(one)} {about}")
        if all(any(word.startswith(part) for word in words) for part in asked):
            hits.append(Hit(key_of(one.number), SESSION, title_of(one), about))
    return tuple(hits)


def place_words(session: Session, key: str) -> str:
    """The name above the list of sessions or above one of them, by its key; empty for any other key."""
    if key == SESSIONS:
        return "Contextsessies"
    number = number_of(key)
    return next((title_of(one) for one in list_sessions(session) if one.number == number), "")
