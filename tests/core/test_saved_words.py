"""A saved scenario in words: the figures of the model, and honest about levers and years that are gone."""

from dataclasses import replace

import pytest

from raadsapp.errors import UserError
from raadsapp.services.agreement_words import difference, measured
from raadsapp.services.opening import Session
from raadsapp.services.saved_words import (
    by_year,
    changed_settings,
    marks,
    proposed_findings,
    then_and_now,
)
from raadsapp.services.scenario import outcome, scenario
from raadsapp.services.scenario_sentences import money_sentence, waiting_sentence
from raadsapp.services.source_words import source_text
from tests.core.model_page import ENDLESS, HEERLEN, VOERENDAAL
from tests.core.saved import WAITING, made, with_fact
from tests.core.shipped import dossier


def test_proposed_findings_say_money_and_waiting_together() -> None:
    asked = scenario(dossier(), VOERENDAAL, WAITING)
    found = outcome(asked)
    said = proposed_findings(asked, found)
    assert money_sentence(asked, found) in said
    assert waiting_sentence(asked, found) in said


def test_only_levers_that_were_moved_are_listed_with_where_they_began(shipped_session: Session) -> None:
    rows = changed_settings(dossier(), made(shipped_session, {"demand_growth": 5.0, "base_year": "2016"}))
    assert [(row.kind, row.start, row.here) for row in rows] == [
        ("aanname", "Begroting 2018", "2016"),
        ("aanname", "0,0% per jaar", "5,0% per jaar"),
    ]


def test_a_lever_or_choice_that_is_gone_is_listed_with_its_bare_value(shipped_session: Session) -> None:
    saved = made(shipped_session, {"demand_growth": 5.0, "base_year": "2016"})
    fewer = tuple(
        replace(lever, choices=lever.choices[:1]) if lever.key == "base_year" else lever
        for lever in dossier().levers
        if lever.key != "demand_growth"
    )
    rows = changed_settings(replace(dossier(), levers=fewer), saved)
    assert [(row.kind, row.here) for row in rows] == [("aanname", "2016"), ("", "5")]


def test_nothing_is_said_of_the_levers_of_a_municipality_that_left(shipped_session: Session) -> None:
    saved = replace(made(shipped_session), municipality="GM0001")
    with pytest.raises(UserError, match="GM0001"):
        changed_settings(dossier(), saved)


def test_on_the_same_figures_then_and_now_are_the_same(shipped_session: Session) -> None:
    saved = made(shipped_session)
    rows = then_and_now(dossier(), saved)
    assert [row.label for row in rows] == [row.label for row in by_year(saved)]
    assert all(then == now for then, now in (row.cells for row in rows))
    assert {"Kosten van de hulp", "Wachttijd"} <= {row.label for row in rows}


def test_another_figure_moves_now_and_leaves_then(shipped_session: Session) -> None:
    saved = made(shipped_session, {})
    then, now = next(
        row.cells
        for row in then_and_now(with_fact(dossier(), "plafond-2022", 1_250_000), saved)
        if row.label == "Vast bedrag"
    )
    assert (then, now) == ("€ 1.200.000", "€ 1.250.000")


def test_a_year_that_was_not_worked_out_is_not_put_beside_anything(shipped_session: Session) -> None:
    assert then_and_now(dossier(), made(shipped_session), year=2050) == ()


def test_a_wait_without_end_is_written_as_longer_than_a_year(shipped_session: Session) -> None:
    waits = next(row for row in by_year(made(shipped_session, ENDLESS)) if row.label == "Wachttijd")
    assert "> 52 weken" in waits.cells


def test_what_came_out_is_marked_as_assumed_and_where_it_is_as_scaled(shipped_session: Session) -> None:
    assert marks(made(shipped_session)) == ("aanname",)
    assert marks(made(shipped_session, municipality=HEERLEN)) == ("aanname", "schatting: opgeschaald")


def test_a_sign_is_a_figure_and_never_a_judgement() -> None:
    signs = measured(dossier())
    assert signs
    assert not any(one.judgement for one in signs)
    assert {one.key: one.own_unit for one in signs}["IND-03"] == "aantal"


def test_the_raadsakkoord_names_the_levers_that_share_risk() -> None:
    labels = {lever.key: lever.label for lever in dossier().levers}
    said = difference(dossier())
    assert labels["risk_corridor"] in said
    assert labels["municipality_share"] in said


def test_without_a_source_there_is_no_source_line() -> None:
    assert source_text((), dossier()) == ""
