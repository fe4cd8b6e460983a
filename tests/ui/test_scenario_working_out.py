"""A moved lever is pictured first and told after that; nothing of it is lost or out of date."""

import pytest
from pytestqt.qtbot import QtBot

from raadsapp.services.scenario_region import TOGETHER
from raadsapp.ui.pages.scenario.session import DRAWS, Result, ScenarioSession
from raadsapp.ui.pages.scenario.working_out import DRAWS_WHILE_MOVING
from raadsapp.ui.state import AppState

VOERENDAAL, HEERLEN = "GM0986", "GM0917"


@pytest.fixture
def levers(state: AppState) -> ScenarioSession:
    made = ScenarioSession(state.session.catalog, VOERENDAAL, state)
    made.work_out()
    return made


@pytest.fixture
def heard(levers: ScenarioSession) -> list[tuple[str, Result]]:
    """What is shown and told from now on, in its order."""
    found: list[tuple[str, Result]] = []
    levers.on_result(lambda result: found.append(("shown", result)))
    levers.on_told(lambda result: found.append(("told", result)))
    return found


def test_a_move_is_shown_before_it_is_told(
    qtbot: QtBot, levers: ScenarioSession, heard: list[tuple[str, Result]]
) -> None:
    levers.set_lever("demand_growth", 3.0)
    levers.set_lever("demand_growth", 4.0)
    assert not heard
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert [what for what, _ in heard] == ["shown", "told"]
    assert all(dict(result.asked.values)["demand_growth"] == 4.0 for _, result in heard)


def test_words_come_while_moves_go_on_and_are_about_the_last_one(
    qtbot: QtBot, levers: ScenarioSession, heard: list[tuple[str, Result]]
) -> None:
    for step in range(20):
        levers.set_lever("demand_growth", step / 5)
        qtbot.wait(1)
    qtbot.waitUntil(lambda: heard[-1][0] == "told" and heard[-1][1].asked is levers.asked)
    assert [what for what, _ in heard].count("told") > 1


def test_a_result_that_is_asked_for_at_once_is_told_at_once(
    levers: ScenarioSession, heard: list[tuple[str, Result]]
) -> None:
    levers.set_lever("price_index", 2.0)
    levers.work_out_if_due()
    assert [what for what, _ in heard] == ["shown", "told"]
    levers.work_out_if_due()
    assert len(heard) == 2


def test_a_move_that_does_nothing_is_told_with_its_reason(
    qtbot: QtBot, levers: ScenarioSession, heard: list[tuple[str, Result]]
) -> None:
    levers.set_lever("risk_corridor", 5.0)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert not heard[0][1].notice
    assert heard[1][1].notice.startswith("‘Eigen risico van JenS’ verandert nu niets")


def test_a_result_always_has_its_share_that_fits_when_it_is_looked_at(
    qtbot: QtBot, levers: ScenarioSession, heard: list[tuple[str, Result]]
) -> None:
    """Also in the moment between showing and telling."""
    looked: list[Result] = []
    levers.on_result(lambda _result: looked.append(levers.result))
    levers.set_lever("demand_growth", 2.0)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[0][1].band is None
    assert looked[0].band is not None
    assert heard[1][1] is looked[0]


def test_what_was_still_to_be_told_of_another_municipality_is_not_told(
    qtbot: QtBot, levers: ScenarioSession, heard: list[tuple[str, Result]]
) -> None:
    levers.set_lever("demand_growth", 2.0)
    qtbot.waitUntil(lambda: bool(heard))
    before = len(heard)
    levers.set_municipality(HEERLEN)
    qtbot.waitUntil(lambda: len(heard) == before + 2)
    assert {result.asked.municipality for _, result in heard[before:]} == {HEERLEN}


def test_municipalities_together_are_drawn_less_often_until_the_levers_rest(
    qtbot: QtBot, levers: ScenarioSession, heard: list[tuple[str, Result]]
) -> None:
    levers.want(("demand_cost",))
    levers.set_municipality(TOGETHER)
    levers.work_out()
    heard.clear()
    levers.set_lever("demand_growth", 3.0)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert [_draws(result) for _, result in heard] == [DRAWS_WHILE_MOVING] * 2
    qtbot.waitUntil(lambda: len(heard) == 4)
    assert [_draws(result) for _, result in heard[2:]] == [DRAWS] * 2
    moving, resting = (result.band for _, result in heard[1::2])
    assert moving is not None
    assert resting is not None
    (few,), (all_of_them,) = moving.quantiles, resting.quantiles
    assert few.p50 == pytest.approx(all_of_them.p50, rel=0.005)


def test_a_lever_that_is_let_go_has_all_draws_at_once(levers: ScenarioSession) -> None:
    levers.set_municipality(TOGETHER)
    levers.begin_gesture()
    levers.set_lever("demand_growth", 3.0)
    levers.end_gesture()
    assert _draws(levers.result) == DRAWS


def _draws(result: Result) -> int:
    assert result.band is not None
    return result.band.draws
