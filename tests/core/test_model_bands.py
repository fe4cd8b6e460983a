"""Bands that follow a slider: single precision and kept draws give what double precision gives afresh."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp.model.draws import Draws, Spread
from raadsapp.model.levers import Array, Levers
from raadsapp.model.scenario import OUTCOMES
from raadsapp.model.uncertainty import Band
from raadsapp.services.scenario import Scenario, outcome, scenario, with_changes
from raadsapp.services.scenario_questions import band, bands
from tests.core.model_page import ENDLESS, REGIONS, VOERENDAAL, range_of
from tests.core.scenario_strategies import Asked, scenarios
from tests.core.shipped import dossier

DRAWS = 301
LONG = 520.0
"""Weeks; a wait of ten years and one of eleven are both no help."""


def _drawn(asked: Scenario, draws: int = DRAWS, seed: int = 0) -> Band:
    found = band(asked, draws, seed)
    assert found is not None
    return found


def _all(found: Band) -> Array:
    return np.array([(one.p10, one.p50, one.p90) for one in found.quantiles])


def _whole(asked: Scenario, name: str) -> float:
    """What an outcome is a part of or a difference between: a queue is counted beside all who are helped."""
    central = outcome(asked)
    wholes = {
        "use_rate": float(central.use_rate.max()),
        "waiting_weeks": 52.0,
        "backlog": float(central.arrangements.max()),
        "residential_clients": float(central.arrangements.max()),
        "unit_cost": float(central.unit_cost.max()),
        "youth": float(central.youth.max()),
        "youth_weighted": float(central.youth.max()),
        "clients": float(central.clients.max()),
        "arrangements": float(central.arrangements.max()),
        "cooperative_cumulative": float(central.demand_cost.sum()),
    }
    return wholes.get(name, float(central.demand_cost.max()))


@settings(max_examples=60, deadline=None)
@given(chosen=scenarios())
def test_a_band_in_single_precision_is_that_in_double_precision(chosen: Asked) -> None:
    asked = scenario(dossier(), *chosen)
    quick, exact = bands(asked, DRAWS).of(asked, OUTCOMES), _drawn(asked)
    for name, one, other in zip(OUTCOMES, _all(quick), _all(exact), strict=True):
        most = LONG if name == "waiting_weeks" else np.inf
        off = np.abs(np.minimum(one, most) - np.minimum(other, most))
        assert (off <= 1e-5 * np.maximum(np.abs(other), _whole(asked, name))).all(), name
    np.testing.assert_allclose(quick.share_fits, exact.share_fits, atol=1.5 / DRAWS)


@settings(max_examples=40, deadline=None)
@given(chosen=scenarios(), seed=st.integers(0, 1000))
def test_quantiles_are_ordered_and_always_numbers_and_the_same_for_one_seed(chosen: Asked, seed: int) -> None:
    asked = scenario(dossier(), *chosen)
    found = bands(asked, DRAWS, seed).of(asked, OUTCOMES)
    p10, p50, p90 = _all(found).transpose(1, 0, 2)
    assert not np.isnan(_all(found)).any()
    assert (p10 <= p50).all()
    assert (p50 <= p90).all()
    again = bands(asked, DRAWS, seed).of(asked, OUTCOMES)
    assert np.array_equal(_all(found), _all(again))
    assert np.array_equal(found.share_fits, again.share_fits)


@settings(max_examples=25, deadline=None)
@given(
    chosen=scenarios(), key=st.sampled_from([lever.key for lever in dossier().levers if not lever.choices])
)
def test_a_lever_that_went_away_and_came_back_leaves_no_trace(chosen: Asked, key: str) -> None:
    asked = scenario(dossier(), *chosen)
    low, high = range_of(key, asked.municipality)
    kept = bands(asked, DRAWS)
    before = kept.of(asked, OUTCOMES)
    kept.of(with_changes(asked, {key: low}), ("balance", "clients"))
    kept.of(with_changes(asked, {key: high}), OUTCOMES)
    after = kept.of(asked, OUTCOMES)
    assert np.array_equal(_all(before), _all(after))


@settings(max_examples=10, deadline=None)
@given(chosen=scenarios())
@pytest.mark.parametrize("key", [lever.key for lever in dossier().levers])
def test_a_band_that_follows_a_lever_is_the_band_of_where_it_stands(key: str, chosen: Asked) -> None:
    asked = scenario(dossier(), *chosen)
    lever = next(lever for lever in asked.definitions if lever.key == key)
    moved = with_changes(asked, {key: lever.choices[-1].value if lever.choices else lever.high})
    following = bands(asked, DRAWS)
    following.of(asked, OUTCOMES)
    followed, afresh = following.of(moved, OUTCOMES), bands(asked, DRAWS).of(moved, OUTCOMES)
    assert np.array_equal(_all(followed), _all(afresh))
    assert np.array_equal(followed.share_fits, afresh.share_fits)


@settings(max_examples=25, deadline=None)
@given(chosen=scenarios(), less=st.floats(0, 1), more=st.floats(0, 1))
def test_more_budget_never_lowers_the_share_that_fits(chosen: Asked, less: float, more: float) -> None:
    asked = scenario(dossier(), *chosen)
    most = range_of("extra_budget", asked.municipality)[1]
    kept = bands(asked, DRAWS)
    poor, rich = (
        kept.of(with_changes(asked, {"extra_budget": part * most}), ()).share_fits
        for part in sorted((less, more))
    )
    assert (rich >= poor).all()


def _draws(asked: Scenario) -> Draws:
    spreads = tuple(
        Spread(lever=one.key, under=one.spread.low, above=one.spread.high, low=one.low, high=one.high)
        for one in asked.definitions
        if one.spread
    )
    return Draws(asked.region, spreads, DRAWS, 0, "float32")


@pytest.mark.parametrize("key", [lever.key for lever in dossier().levers if lever.spread])
def test_a_moved_lever_leaves_the_draws_of_the_others_untouched_and_keeps_its_own_in_order(key: str) -> None:
    asked = scenario(dossier(), VOERENDAAL, {"base_year": "mean"})
    low, high = range_of(key, VOERENDAAL)
    kept = _draws(asked)
    here = kept.around(asked.levers)
    there = kept.around(with_changes(asked, {key: (low + 2 * high) / 3}).levers)
    assert "base_year" in here
    for name in here.keys() - {key}:
        assert np.array_equal(here[name], there[name])
    assert np.array_equal(np.argsort(here[key]), np.argsort(there[key]))
    assert not np.array_equal(here[key], there[key])


def test_draws_stay_within_the_range_of_their_lever_wherever_it_stands() -> None:
    asked = scenario(dossier(), VOERENDAAL, {})
    kept = _draws(asked)
    for place in np.linspace(0, 30, 31):
        drawn = kept.around(with_changes(asked, {"downscaling": float(place)}).levers)["downscaling"]
        assert drawn.min() >= max(place - 5, 0)
        assert drawn.max() <= min(place + 5, 30)


def test_a_wait_without_end_is_endless_in_the_band_too_and_spoils_nothing_else() -> None:
    asked = scenario(dossier(), VOERENDAAL, ENDLESS)
    found = bands(asked, DRAWS).of(asked, OUTCOMES)
    wait = found.find("waiting_weeks")
    assert wait is not None
    assert np.isposinf(wait.p90[-1])
    for one in found.quantiles:
        assert one.outcome == "waiting_weeks" or np.isfinite([one.p10, one.p50, one.p90]).all()


def test_only_what_is_asked_for_is_in_the_band() -> None:
    asked = scenario(dossier(), VOERENDAAL, {})
    found = bands(asked, DRAWS, 3).of(asked, ("clients", "lumpsum"))
    assert [one.outcome for one in found.quantiles] == ["clients", "lumpsum"]
    assert found.find("spend") is None
    assert (found.draws, found.seed, found.share_fits.shape) == (DRAWS, 3, (8,))


def test_what_no_assumption_moves_has_no_width() -> None:
    asked = scenario(dossier(), VOERENDAAL, {})
    lumpsum = bands(asked, DRAWS).of(asked, ("lumpsum",)).find("lumpsum")
    assert lumpsum is not None
    assert lumpsum.p10.tolist() == lumpsum.p90.tolist() == outcome(asked).lumpsum[0].tolist()


@pytest.mark.parametrize("draws", [1, 2, 3, 11])
@pytest.mark.parametrize("municipality", REGIONS)
def test_a_few_draws_are_enough_for_a_band(municipality: str, draws: int) -> None:
    asked = scenario(dossier(), municipality, {"base_year": "mean", "waiting_share": 50})
    found = bands(asked, draws).of(asked, OUTCOMES)
    assert not np.isnan(_all(found)).any()
    assert ((found.share_fits >= 0) & (found.share_fits <= 1)).all()


def test_without_any_spread_the_band_is_the_scenario_itself() -> None:
    sure = replace(dossier(), levers=tuple(replace(lever, spread=None) for lever in dossier().levers))
    asked = scenario(sure, VOERENDAAL, {"extra_budget": 400_000})
    found, central = bands(asked, DRAWS).of(asked, OUTCOMES), outcome(asked)
    for one in found.quantiles:
        expected = getattr(central, one.outcome)[0]
        for quantile in (one.p10, one.p50, one.p90):
            np.testing.assert_allclose(quantile, expected, rtol=1e-5, atol=2.0)
    assert found.share_fits.tolist() == (central.gap[0] <= 0).astype(float).tolist()


def test_all_uncertain_levers_are_levers_of_the_model() -> None:
    names = {field.name for field in fields(Levers)}
    assert {lever.key for lever in dossier().levers if lever.spread} <= names
