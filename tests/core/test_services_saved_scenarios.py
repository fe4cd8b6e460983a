"""Saved scenarios are kept, restored, renamed, copied, removed and brought back, with everything in them."""

import json
from dataclasses import replace
from datetime import date
from math import inf

import pytest

from raadsapp.domain.changes import Part
from raadsapp.errors import UserError
from raadsapp.model.scenario import OUTCOMES, VERSION
from raadsapp.services import saved_scenarios
from raadsapp.services.opening import Session
from raadsapp.services.scenario import outcome, scenario
from tests.core.model_page import ENDLESS, HEERLEN, VOERENDAAL
from tests.core.saved import MADE_ON, WAITING, made, with_lever
from tests.core.shipped import dossier


def test_nothing_is_saved_at_first(shipped_session: Session) -> None:
    assert saved_scenarios.list_scenarios(shipped_session) == ()
    with pytest.raises(UserError, match="nummer 1") as missing:
        saved_scenarios.find(shipped_session, 1)
    assert missing.value.hint == "Er is nog geen scenario bewaard."


@pytest.mark.parametrize("municipality", [VOERENDAAL, HEERLEN, "samen"])
def test_what_is_saved_is_listed_and_restored_with_the_same_levers_and_outcome(
    shipped_session: Session, municipality: str
) -> None:
    asked = scenario(dossier(), municipality, WAITING)
    new = saved_scenarios.of(
        shipped_session,
        asked,
        name="  Vraag groeit ",
        question="Wat als? ",
        hypothesis="Meer tekort",
        findings="Ja",
        decision="Geen",
        author="Griffie",
        made_on=MADE_ON,
    )
    saved, changes = saved_scenarios.save(shipped_session, new)
    assert changes.parts == {Part.SCENARIOS}
    assert (saved.number, saved.name, saved.question) == (1, "Vraag groeit", "Wat als?")
    assert (saved.model_version, saved.years) == (VERSION, asked.years)
    assert saved_scenarios.list_scenarios(shipped_session) == (saved,)
    assert saved_scenarios.find(shipped_session, 1) == saved
    again = saved_scenarios.restored(dossier(), saved)
    assert (again.values, again.levers) == (asked.values, asked.levers)
    for key in OUTCOMES:
        assert dict(saved.came_out)[key] == saved_scenarios.path(getattr(outcome(again), key)[0])


def test_a_wait_without_end_is_kept_as_none(shipped_session: Session) -> None:
    endless = made(shipped_session, ENDLESS)
    saved, _ = saved_scenarios.save(shipped_session, endless)
    found = outcome(scenario(dossier(), VOERENDAAL, ENDLESS)).waiting_weeks[0]
    year = saved.years[list(found).index(inf)]
    assert saved_scenarios.find(shipped_session, saved.number).value("waiting_weeks", year) is None
    assert "Infinity" not in json.dumps(saved.came_out)


def test_the_newest_scenario_comes_first(shipped_session: Session) -> None:
    for day in (2, 3, 1, 3):
        saved_scenarios.save(shipped_session, made(shipped_session, made_on=date(2026, 11, day)))
    assert [saved.number for saved in saved_scenarios.list_scenarios(shipped_session)] == [4, 2, 1, 3]


def test_its_words_can_be_changed_but_not_what_came_out(shipped_session: Session) -> None:
    saved, _ = saved_scenarios.save(shipped_session, made(shipped_session))
    renamed = replace(saved, name="Anders", decision=" Toch niet ", came_out=(), settings=())
    told, changes = saved_scenarios.save(shipped_session, renamed)
    assert (told.decision, changes.message) == ("Toch niet", "Scenario gewijzigd.")
    (kept,) = saved_scenarios.list_scenarios(shipped_session)
    assert kept == replace(saved, name="Anders", decision="Toch niet")


def test_a_copy_keeps_everything_and_says_that_it_is_one(shipped_session: Session) -> None:
    saved, _ = saved_scenarios.save(shipped_session, made(shipped_session))
    copy, changes = saved_scenarios.duplicate(shipped_session, saved.number)
    assert changes.parts == {Part.SCENARIOS}
    assert copy == replace(saved, number=2, name="Vraag groeit (kopie)")
    assert saved_scenarios.list_scenarios(shipped_session) == (copy, saved)


def test_undoing_a_removal_gives_the_scenario_its_own_number_back(shipped_session: Session) -> None:
    first, _ = saved_scenarios.save(shipped_session, made(shipped_session))
    second, _ = saved_scenarios.save(shipped_session, made(shipped_session))
    assert saved_scenarios.remove(shipped_session, second.number).message == "Scenario verwijderd."
    third, _ = saved_scenarios.save(shipped_session, made(shipped_session))
    assert third.number == 3
    assert saved_scenarios.bring_back(shipped_session, second).parts == {Part.SCENARIOS}
    assert saved_scenarios.list_scenarios(shipped_session) == (third, second, first)


def test_a_scenario_without_a_name_is_not_kept(shipped_session: Session) -> None:
    with pytest.raises(UserError, match="nog geen naam"):
        saved_scenarios.save(shipped_session, made(shipped_session, name="  "))
    assert saved_scenarios.list_scenarios(shipped_session) == ()


def test_changing_copying_or_removing_what_is_gone_is_told(shipped_session: Session) -> None:
    saved, _ = saved_scenarios.save(shipped_session, made(shipped_session))
    with pytest.raises(UserError, match="is er niet meer"):
        saved_scenarios.save(shipped_session, replace(saved, number=7))
    with pytest.raises(UserError, match="is er niet meer"):
        saved_scenarios.remove(shipped_session, 7)
    with pytest.raises(UserError, match="nummer 7") as missing:
        saved_scenarios.duplicate(shipped_session, 7)
    assert missing.value.hint == "Kies uit 1."


def test_a_lever_that_cannot_be_put_back_begins_at_its_start(shipped_session: Session) -> None:
    saved = made(shipped_session)
    growth = next(lever for lever in dossier().levers if lever.key == "demand_growth")
    narrower = with_lever(dossier(), replace(growth, high=4.0))
    values = dict(saved_scenarios.restored(narrower, saved).values)
    assert (values["demand_growth"], values["waiting_share"]) == (growth.default, 60.0)
    start = scenario(narrower, VOERENDAAL, {})
    assert saved_scenarios.skipped(start, saved) == (("demand_growth", 5.0),)


def test_the_view_of_outcomes_says_what_was_kept(shipped_session: Session) -> None:
    saved, _ = saved_scenarios.save(shipped_session, made(shipped_session))
    store = shipped_session.store
    rows = store.rows("SELECT value FROM scenario_outcomes WHERE outcome = 'balance' AND year = 2022")
    assert rows == [(saved.value("balance", 2022),)]
    rows = store.rows("SELECT value FROM scenario_settings WHERE lever IN ('base_year', 'demand_growth')")
    assert rows == [("budget",), (5.0,)]
