"""The dossier's items go in and out unchanged, and can be searched with any text."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.domain.content_record import ContentRecord
from raadsapp.store import content
from raadsapp.store.connection import Store, open_store

GOAL = ContentRecord(
    kind="goal",
    key="D1",
    position=0,
    title="Eén gezin, één plan",
    text="Elk gezin krijgt passende\nhulp.",
    document_json=b'{"text":"Elk gezin krijgt passende hulp.","system":"nieuw"}',
    sources=(("rekenkamer-2018", "§4.1"), ("rekenkamer-2018", "§1.2")),
    links=(("effects", "IND-07"), ("effects", "D2")),
)
SECOND = ContentRecord(
    kind="goal", key="D2", position=1, title="Minder wachten", text="Over het gezin.", document_json=b"{}"
)
INDICATOR = ContentRecord(
    kind="indicator", key="IND-07", position=0, title="Wie te lang wacht", text="Aantal.", document_json=b"{}"
)
RECORDS = (GOAL, SECOND, INDICATOR)


@pytest.fixture
def filled(store: Store) -> Store:
    content.replace(store, RECORDS, version=3, digest="abc")
    return store


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(tmp_path_factory.mktemp("search") / "dossier.raadsapp")
    content.replace(store, RECORDS, version=1, digest="abc")
    yield store
    store.close()


def _found(store: Store, text: str) -> list[str]:
    return [hit.key for hit in content.search(store, text, 20)]


def test_records_come_back_as_they_were_given(filled: Store) -> None:
    assert content.records(filled) == RECORDS
    assert content.edition(filled) == content.Edition(3, "abc")


def test_an_empty_store_holds_no_edition_and_no_records(store: Store) -> None:
    assert content.edition(store) is None
    assert content.records(store) == ()


def test_a_newer_edition_takes_the_place_of_the_whole_dossier(filled: Store) -> None:
    content.replace(filled, [SECOND], version=4, digest="def")
    assert content.records(filled) == (SECOND,)
    assert content.edition(filled) == content.Edition(4, "def")
    assert _found(filled, "passende") == []
    assert filled.rows("SELECT count(*) FROM item_source") == [(0,)]


@pytest.mark.parametrize("wrong", [[GOAL], [SECOND, SECOND]])
def test_a_link_to_nothing_or_a_key_twice_changes_nothing(filled: Store, wrong: list[ContentRecord]) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        content.replace(filled, wrong, version=4, digest="def")
    assert content.records(filled) == RECORDS
    assert content.edition(filled) == content.Edition(3, "abc")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("gez", ["D1", "D2"]),
        ("een gezin plan", ["D1"]),
        ("EEN", ["D1"]),
        ("één", ["D1"]),
        ("e\u0301e\u0301n", ["D1"]),
        ("wacht", ["D2", "IND-07"]),
        ("ind-07", ["IND-07"]),
        ("D1", ["D1"]),
        ("gezin zonder", []),
        ("", []),
        ('"*() -', []),
    ],
)
def test_every_word_typed_so_far_must_begin_a_word(searched: Store, text: str, keys: list[str]) -> None:
    assert sorted(_found(searched, text)) == keys


def test_a_title_goes_before_a_text(searched: Store) -> None:
    assert _found(searched, "gezin") == ["D1", "D2"]


def test_a_find_shows_the_words_around_it_on_one_line(searched: Store) -> None:
    (hit,) = content.search(searched, "passend", 20)
    assert (hit.kind, hit.title) == ("goal", "Eén gezin, één plan")
    assert hit.excerpt == "Elk gezin krijgt passende hulp."


def test_a_search_keeps_to_its_kinds_and_its_limit(searched: Store) -> None:
    assert [hit.key for hit in content.search(searched, "wacht", 20, {"indicator"})] == ["IND-07"]
    assert len(content.search(searched, "wacht", 1)) == 1
    assert content.search(searched, "wacht", 20, ()) == ()


@given(text=st.text() | st.text(alphabet='"*^:(){}-+,. ANDORNEAT0\x00é\ud800', max_size=40))
def test_no_text_makes_the_search_fail(searched: Store, text: str) -> None:
    assert len(content.search(searched, text, 20)) <= len(RECORDS)


def test_a_page_full_of_text_can_be_searched_for(searched: Store) -> None:
    assert _found(searched, "gezin " * 5000) == ["D1", "D2"]


def test_readers_with_sql_see_a_table_per_kind(filled: Store) -> None:
    rows = filled.rows("SELECT key, text, system FROM goals ORDER BY position")
    assert rows == [("D1", "Elk gezin krijgt passende hulp.", "nieuw"), ("D2", None, None)]
    for (name,) in filled.rows("SELECT name FROM sqlite_schema WHERE type = 'view'"):
        filled.rows(f"SELECT * FROM {name}")  # noqa: S608 - a view of ours
