"""Example cases that somebody wrote here, as they are stored: each as the text of a file."""

from dataclasses import dataclass
from datetime import datetime

from raadsapp.store.connection import Store

_PUT = """
INSERT INTO own_case (key, title, text, saved_at) VALUES (:key, :title, :text, :saved_at)
ON CONFLICT (key) DO UPDATE SET title = excluded.title, text = excluded.text, saved_at = excluded.saved_at
"""


@dataclass(frozen=True, slots=True)
class StoredCase:
    """A case as the text of its file, under its key; the title tells which it is when the text is damaged."""

    key: str
    title: str
    text: str
    saved_at: datetime


def all_cases(store: Store) -> tuple[StoredCase, ...]:
    """Every case that was stored, in order of key."""
    rows = store.rows("SELECT key, title, text, saved_at FROM own_case ORDER BY key")
    return tuple(
        StoredCase(key, title, text, datetime.fromisoformat(saved_at)) for key, title, text, saved_at in rows
    )


def put(store: Store, case: StoredCase) -> None:
    """Store a case, in the place of the one with its key."""
    values = {
        "key": case.key,
        "title": case.title,
        "text": case.text,
        "saved_at": case.saved_at.isoformat(),
    }
    with store.writing() as connection:
        connection.execute(_PUT, values)


def remove(store: Store, key: str) -> bool:
    """Delete the case with this key; whether there was one."""
    with store.writing() as connection:
        return bool(connection.execute("DELETE FROM own_case WHERE key = :key", {"key": key}).rowcount)
