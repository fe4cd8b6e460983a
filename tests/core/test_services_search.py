"""Searching the dossier finds what the window can open."""

import pytest

from raadsapp.services import entered_figures
from raadsapp.services.member_view import TOO_SMALL
from raadsapp.services.opening import Session
from raadsapp.services.search import ENTERED, KINDS, Hit, search


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


@pytest.mark.parametrize(
    "asked", ["eigen heerlen", "heerlen plafond 2021", "RAADSBRIÉF", "jans", "vast raadsbrief"]
)
def test_figures_that_someone_entered_are_found_by_name_place_source_and_person(
    shipped_session: Session, asked: str
) -> None:
    ceilings = {f"plafond-{year}": 10_000_000.0 + year for year in range(2019, 2023)}
    entered_figures.enter(shipped_session, "GM0917", ceilings, source="Raadsbrief 12", by="M. Jansen")
    hits = [hit for hit in search(shipped_session, asked) if hit.kind == ENTERED]
    assert [(hit.key, hit.title) for hit in hits] == [("GM0917", "Eigen cijfers van Heerlen")]
    assert hits[0].excerpt.startswith("Zelf ingevoerd: ")
    assert hits[0].excerpt.endswith("Bron: Raadsbrief 12.")
    entered_figures.remove(shipped_session, "GM0917", "M. Jansen")
    assert not [hit for hit in search(shipped_session, asked) if hit.kind == ENTERED]


def test_nothing_that_was_entered_is_found_without_words(shipped_session: Session) -> None:
    entered_figures.enter(
        shipped_session,
        "GM0917",
        {"plafond-2019": 1e7, "plafond-2020": 1e7, "plafond-2021": 1e7, "plafond-2022": 1e7},
        source="Raadsbrief",
        by="Griffie",
    )
    assert search(shipped_session, " ?! ") == ()
    assert [hit.kind for hit in search(shipped_session, "raadsbrief", limit=1)] == [ENTERED]


def test_an_entered_count_of_too_few_persons_is_not_told_by_searching(shipped_session: Session) -> None:
    entered = {
        f"{series}-{year}": value
        for series, value in (
            ("kosten-ambulant", 12e6),
            ("clienten-ambulant", 2_600.0),
            ("clienten-verblijf", 7.0),
        )
        for year in (2015, 2016, 2017)
    }
    entered_figures.enter(shipped_session, "GM0917", entered, source="Raadsbrief", by="Griffie")
    told = {words: search(shipped_session, f"eigen {words}")[-1].excerpt for words in ("verblijf", "kosten")}
    assert TOO_SMALL in told["verblijf"]
    assert "7" not in told["verblijf"].replace("2017", "")
    assert "€ 12.000.000" in told["kosten"]
