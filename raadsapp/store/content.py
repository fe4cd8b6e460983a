"""The dossier's items in the store, and searching in them."""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from raadsapp.domain.content_record import ContentRecord
from raadsapp.domain.hit import Hit
from raadsapp.store import faults
from raadsapp.store.connection import Store

# More words than this add nothing to a search and would only slow it down.
_MOST_WORDS = 12
_ITEM = "INSERT INTO item VALUES (:id, :kind, :key, :position, :title, :text, :document)"
_META = "INSERT INTO meta VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
# A find in the key or title goes before one in the text.
_SEARCH = """
SELECT item.key, item.kind, item.title, snippet(item_search, 2, '', '', '…', 16)
FROM item_search JOIN item ON item.id = item_search.rowid
WHERE item_search MATCH :query AND (:kinds IS NULL OR item.kind IN (SELECT value FROM json_each(:kinds)))
ORDER BY bm25(item_search, 20.0, 8.0, 1.0), item.id LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which dossier the store holds: its version and the digest it was filled with."""

    version: int
    digest: str


def replace(store: Store, records: Sequence[ContentRecord], *, version: int, digest: str) -> None:
    """Put these records in the place of all items, in one transaction.

    sqlite3.IntegrityError when a key comes twice or a link leads nowhere: then nothing is changed.
    """
    with store.writing() as connection:
        connection.execute("DELETE FROM item")
        for number, record in enumerate(records, start=1):
            connection.execute(_ITEM, _row(number, record))
            connection.executemany(
                "INSERT INTO item_source VALUES (?, ?, ?, ?)",
                [(number, place, *source) for place, source in enumerate(record.sources)],
            )
            connection.executemany(
                "INSERT INTO item_link VALUES (?, ?, ?, ?)",
                [(number, place, *link) for place, link in enumerate(record.links)],
            )
        connection.execute("INSERT INTO item_search (item_search) VALUES ('rebuild')")
        connection.execute(_META, {"name": "dossier_version", "value": str(version)})
        connection.execute(_META, {"name": "dossier_digest", "value": digest})


def edition(store: Store) -> Edition | None:
    """Which dossier the store was filled with; None while it is empty."""
    kept = dict(store.rows("SELECT name, value FROM meta"))
    if "dossier_digest" not in kept:
        return None
    with faults.in_rows(store.path):
        return Edition(int(kept["dossier_version"]), kept["dossier_digest"])


def records(store: Store) -> tuple[ContentRecord, ...]:
    """All items, in the order in which they were put in."""
    sources = _by_item(store.rows("SELECT item, document, place FROM item_source ORDER BY item, position"))
    links = _by_item(store.rows("SELECT item, field, target FROM item_link ORDER BY item, position"))
    found = store.rows("SELECT id, kind, key, position, title, text, document FROM item ORDER BY id")
    with faults.in_rows(store.path):
        return tuple(
            ContentRecord(
                kind=kind,
                key=key,
                position=position,
                title=title,
                text=text,
                document_json=document.encode(),
                sources=sources.get(number, ()),
                links=links.get(number, ()),
            )
            for number, kind, key, position, title, text, document in found
        )


def search(store: Store, text: str, limit: int, kinds: Collection[str] | None = None) -> tuple[Hit, ...]:
    """Items in which every word of `text` begins a word, best first; any text will do.

    Capitals and accents make no difference. With `kinds` only items of these kinds are found.
    """
    query = _query(text)
    if not query:
        return ()
    given = {
        "query": query,
        "limit": limit,
        "kinds": None if kinds is None else json.dumps(sorted(kinds)),
    }
    return tuple(
        Hit(key, kind, title, " ".join(excerpt.split()))
        for key, kind, title, excerpt in store.rows(_SEARCH, given)
    )


def _query(text: str) -> str:
    """Each word quoted, so that nothing in it is search syntax, and open at its end."""
    plain = unicodedata.normalize("NFC", text)
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    return " ".join(f'"{word}"*' for word in words[:_MOST_WORDS])


def _row(number: int, record: ContentRecord) -> dict[str, object]:
    return {
        "id": number,
        "kind": record.kind,
        "key": record.key,
        "position": record.position,
        "title": record.title,
        "text": record.text,
        "document": record.document_json.decode(),
    }


def _by_item(rows: Iterable[tuple[Any, ...]]) -> dict[int, tuple[tuple[str, str], ...]]:
    grouped: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for item, first, second in rows:
        grouped[item].append((first, second))
    return {item: tuple(pairs) for item, pairs in grouped.items()}
