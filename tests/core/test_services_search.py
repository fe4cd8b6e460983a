"""Searching the dossier finds what the window can open."""

from raadsapp.services.opening import Session
from raadsapp.services.search import KINDS, Hit, search


def test_what_is_being_typed_finds_the_item(session: Session) -> None:
    (hit,) = search(session, "oud doe")
    assert hit == Hit("OD1", "goal", "Een oud doel", hit.excerpt)
    assert "Dit wilden wij bereiken." in hit.excerpt


def test_only_items_with_a_place_in_the_window_are_found(session: Session) -> None:
    named = session.store.rows(
        "SELECT count(*) FROM item WHERE kind = 'municipality' AND title = 'Voerendaal'"
    )
    assert named == [(1,)]
    assert not [hit for hit in search(session, "voerendaal") if hit.kind not in KINDS]


def test_no_more_is_found_than_asked_for(session: Session) -> None:
    assert len(search(session, "een", limit=2)) == 2
