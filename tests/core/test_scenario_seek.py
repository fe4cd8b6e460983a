"""What the page of goal seek asks: never for waiting, and with the whole way to the answer."""

import pytest

from raadsapp.services.scenario import outcome, scenario
from raadsapp.services.scenario_questions import seek_levers
from raadsapp.services.scenario_seek import ASKED, present, sought, usual_target
from tests.core.model_page import ENDLESS, VOERENDAAL
from tests.core.shipped import dossier


def test_only_policy_that_is_a_number_is_offered_and_waiting_is_not() -> None:
    keys = {lever.key for lever in seek_levers(scenario(dossier(), VOERENDAAL, {}))}
    assert "extra_budget" in keys
    assert not keys & {"waiting_share", "savings_scenario", "access_transfer_year", "demand_growth"}


def test_the_answer_lies_on_the_way_that_is_shown() -> None:
    found = sought(scenario(dossier(), VOERENDAAL, {}), "extra_budget", "balance", 2022, 0)
    assert found.solution.value == pytest.approx(304_819, abs=1)
    assert (found.values[0], found.values[-1], len(found.values)) == (0, 600_000, 101)
    below = max(place for place, value in enumerate(found.outcomes) if value < 0)
    assert found.values[below] < (found.solution.value or 0) <= found.values[below + 1]
    assert present(found) == "Nu staat de schuif op € 0 per jaar. Dan is het saldo in 2022 −€ 304.819."
    assert not found.is_set


def test_an_outcome_that_the_lever_does_not_move_has_a_flat_way() -> None:
    found = sought(scenario(dossier(), VOERENDAAL, {}), "extra_budget", "clients", 2022, 100)
    assert len(set(found.outcomes)) == 1
    assert not found.solution.reached


def test_a_lever_that_stands_at_the_answer_says_so() -> None:
    asked = scenario(dossier(), VOERENDAAL, {"extra_budget": 400_000})
    now = float(outcome(asked).balance[0, 3])
    assert sought(asked, "extra_budget", "balance", 2022, now).is_set


@pytest.mark.parametrize("key", ASKED)
def test_every_outcome_has_an_amount_to_begin_with(key: str) -> None:
    target = usual_target(scenario(dossier(), VOERENDAAL, {}), key, 2022)
    assert target == round(target)
    assert key != "demand_cost" or target == 1_505_000


def test_an_endless_wait_is_sought_for_nothing() -> None:
    asked = scenario(dossier(), VOERENDAAL, ENDLESS)
    endless = [year for year in asked.years if outcome(asked).waiting_weeks[0, year - 2019] == float("inf")]
    assert usual_target(asked, "waiting_weeks", endless[0]) == 0
