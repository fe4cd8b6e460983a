"""Looking ahead: what a held lever may come to is worked out before, and is the same as worked out then."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp.services.scenario import TOGETHER, Scenario, scenario, with_changes
from raadsapp.services.scenario_ahead import look_ahead, moved_lever
from raadsapp.services.scenario_causes import causes
from raadsapp.services.scenario_meaning import MEANINGS
from raadsapp.services.scenario_questions import contributions
from tests.core.scenario_strategies import Asked, scenarios
from tests.core.shipped import dossier

VOERENDAAL = "GM0986"
YEAR = 2022


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
    ahead = look_ahead(asked, "demand_growth", outcome, YEAR, None)
    assert ahead is not None
    lever = next(one for one in asked.definitions if one.key == "demand_growth")
    there = with_changes(asked, {lever.key: min(round(lever.low + place * lever.step, 6), lever.high)})
    found, expected = ahead.of(there, outcome, YEAR, None), contributions(there, outcome, YEAR)
    assert found is not None
    assert dict(found.by_lever) == pytest.approx(dict(expected.by_lever), rel=1e-9, abs=1e-6, nan_ok=True)
    assert (found.start, found.end) == pytest.approx((expected.start, expected.end), rel=1e-12)


def test_causes_are_told_alike() -> None:
    since, asked = _asked(price_index=2), _asked(price_index=2, extra_budget=50_000)
    ahead = look_ahead(asked, "demand_growth", "balance", YEAR, since)
    there = with_changes(asked, {"demand_growth": 4})
    found = causes(there, "balance", YEAR, since, ahead=ahead)
    expected = causes(there, "balance", YEAR, since)
    assert (found.title, found.sentence) == (expected.title, expected.sentence)


def test_it_answers_no_other_question() -> None:
    asked = _asked()
    ahead = look_ahead(asked, "demand_growth", "balance", YEAR, None)
    assert ahead is not None
    assert ahead.of(asked, "balance", YEAR, None) is not None
    assert ahead.of(asked, "clients", YEAR, None) is None
    assert ahead.of(asked, "balance", YEAR + 1, None) is None
    assert ahead.of(asked, "balance", YEAR, _asked(price_index=2)) is None
    assert ahead.of(_asked(price_index=2), "balance", YEAR, None) is None
    assert ahead.of(scenario(dossier(), "GM0917", {}), "balance", YEAR, None) is None


def test_a_place_between_two_steps_is_worked_out_then() -> None:
    asked = _asked(demand_growth=1)
    ahead = look_ahead(asked, "demand_growth", "balance", YEAR, None)
    assert ahead is not None
    between = with_changes(asked, {"demand_growth": 1.234})
    assert ahead.is_about(between, "balance", YEAR, None)
    assert ahead.of(between, "balance", YEAR, None) is None
    assert causes(between, "balance", YEAR, ahead=ahead).end == causes(between, "balance", YEAR).end


def test_it_is_not_done_where_it_would_take_long() -> None:
    asked = scenario(
        dossier(), TOGETHER, {lever.key: lever.high for lever in _asked().definitions if not lever.choices}
    )
    assert look_ahead(asked, "demand_growth", "balance", YEAR, None) is None


def test_the_lever_that_moved_is_the_only_number_that_differs() -> None:
    asked = _asked()
    assert moved_lever(asked, with_changes(asked, {"demand_growth": 3})) == "demand_growth"
    assert not moved_lever(asked, asked)
    assert not moved_lever(asked, with_changes(asked, {"demand_growth": 3, "price_index": 2}))
    assert not moved_lever(asked, with_changes(asked, {"base_year": "2016"}))
    assert not moved_lever(asked, scenario(dossier(), "GM0917", {"demand_growth": 3}))
