"""Looking ahead: what a held lever may come to is worked out before, and is the same as worked out then."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp.services.scenario import TOGETHER, Scenario, scenario, with_changes
from raadsapp.services.scenario_ahead import Question, look_ahead, moved_lever
from raadsapp.services.scenario_causes import causes
from raadsapp.services.scenario_meaning import MEANINGS
from tests.core.scenario_strategies import Asked, scenarios
from tests.core.shipped import dossier

VOERENDAAL = "GM0986"
YEAR = 2022
BALANCE = Question(outcome="balance", year=YEAR)


def _asked(**values: float | str) -> Scenario:
    return scenario(dossier(), VOERENDAAL, values)


@settings(max_examples=25, deadline=None)
@given(
    chosen=scenarios(),
    keys=st.sets(st.sampled_from(["price_index", "waiting_share", "extra_budget", "base_year"])),
    place=st.integers(0, 100),
    outcome=st.sampled_from([one.outcome for one in MEANINGS]),
)
def test_every_place_comes_out_as_it_does_without_looking_ahead(
    chosen: Asked, keys: set[str], place: int, outcome: str
) -> None:
    municipality, everything = chosen
    asked = scenario(dossier(), municipality, {key: everything[key] for key in keys})
    question = Question(outcome=outcome, year=YEAR)
    ahead = look_ahead(asked, "demand_growth", question)
    assert ahead is not None
    lever = next(one for one in asked.definitions if one.key == "demand_growth")
    there = with_changes(asked, {lever.key: min(round(lever.low + place * lever.step, 6), lever.high)})
    found, expected = ahead.of(there, question), causes(there, outcome, YEAR)
    assert found is not None
    assert (found.title, found.sentence) == (expected.title, expected.sentence)
    assert [(one.lever, one.after) for one in found.causes] == [
        (one.lever, one.after) for one in expected.causes
    ]
    parts, expected_parts = ([one.part for one in of.causes] for of in (found, expected))
    assert parts == pytest.approx(expected_parts, rel=1e-9, abs=1e-6, nan_ok=True)
    assert (found.start, found.end) == pytest.approx((expected.start, expected.end), rel=1e-12)


def test_since_a_saved_scenario_it_is_told_alike() -> None:
    since, asked = _asked(price_index=2), _asked(price_index=2, extra_budget=50_000)
    question = Question(outcome="balance", year=YEAR, since=since, since_name="Vorig jaar")
    ahead = look_ahead(asked, "demand_growth", question)
    there = with_changes(asked, {"demand_growth": 4})
    assert ahead is not None
    found, expected = ahead.of(there, question), causes(there, "balance", YEAR, since, "Vorig jaar")
    assert found is not None
    assert (found.since, found.title, found.sentence) == (expected.since, expected.title, expected.sentence)


def test_it_answers_no_other_question() -> None:
    asked = _asked()
    ahead = look_ahead(asked, "demand_growth", BALANCE)
    assert ahead is not None
    assert ahead.of(asked, BALANCE) is not None
    assert ahead.of(asked, Question(outcome="clients", year=YEAR)) is None
    assert ahead.of(asked, Question(outcome="balance", year=YEAR + 1)) is None
    assert ahead.of(asked, Question(outcome="balance", year=YEAR, since=_asked(price_index=2))) is None
    assert ahead.of(_asked(price_index=2), BALANCE) is None
    assert ahead.of(scenario(dossier(), "GM0917", {}), BALANCE) is None


def test_a_place_between_two_steps_is_left_until_then() -> None:
    asked = _asked(demand_growth=1)
    ahead = look_ahead(asked, "demand_growth", BALANCE)
    assert ahead is not None
    between = with_changes(asked, {"demand_growth": 1.234})
    assert ahead.is_about(between, BALANCE)
    assert ahead.of(between, BALANCE) is None


def test_it_is_not_done_where_it_would_take_long() -> None:
    asked = scenario(
        dossier(), TOGETHER, {lever.key: lever.high for lever in _asked().definitions if not lever.choices}
    )
    assert look_ahead(asked, "demand_growth", BALANCE) is None


def test_the_lever_that_moved_is_the_only_number_that_differs() -> None:
    asked = _asked()
    assert moved_lever(asked, with_changes(asked, {"demand_growth": 3})) == "demand_growth"
    assert not moved_lever(asked, asked)
    assert not moved_lever(asked, with_changes(asked, {"demand_growth": 3, "price_index": 2}))
    assert not moved_lever(asked, with_changes(asked, {"base_year": "2016"}))
    assert not moved_lever(asked, scenario(dossier(), "GM0917", {"demand_growth": 3}))
