"""Uncertainty, contributions and goal seek: batches through the one function."""

from math import isfinite

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from raadsapp.errors import UserError
from raadsapp.model.draws import order
from raadsapp.model.pert import standard_quantiles
from raadsapp.model.scenario import OUTCOMES
from raadsapp.model.uncertainty import Band, Quantiles
from raadsapp.services.scenario import outcome, scenario, with_changes
from raadsapp.services.scenario_questions import band, contributions, solve
from tests.core.model_page import (
    DEFAULTS,
    ENDLESS,
    HEERLEN,
    LANDGRAAF,
    MUNICIPALITIES,
    VOERENDAAL,
    range_of,
)
from tests.core.scenario_strategies import Asked, Settings, scenarios
from tests.core.shipped import dossier

YEAR = 2022
COLUMN = YEAR - 2019
SEEKING = (
    "lumpsum_index",
    "extra_budget",
    "prevention_budget",
    "inflow_shift",
    "risk_corridor",
    "municipality_share",
)
SOUGHT = (
    "balance",
    "demand_cost",
    "municipality_total",
    "cooperative_result",
    "waiting_weeks",
    "clients",
)


def _drawn(municipality: str, changes: Settings, seed: int = 0) -> Band:
    found = band(scenario(dossier(), municipality, changes), 2001, seed)
    assert found is not None
    return found


def _band(municipality: str = VOERENDAAL, seed: int = 0, **changes: float | str) -> Band:
    return _drawn(municipality, changes, seed)


def _of(found: Band, name: str) -> Quantiles:
    return next(one for one in found.quantiles if one.outcome == name)


# Uncertainty


def test_the_usual_pert_has_its_known_mean_spread_and_middle() -> None:
    drawn = standard_quantiles(0.25, 200_001)
    # A PERT with its likeliest value at a quarter is a beta of shape 2 and 4.
    assert drawn.mean() == pytest.approx(2 / 6, abs=1e-6)
    assert drawn.var() == pytest.approx(2 * 4 / (36 * 7), rel=1e-4)
    middle = drawn[100_000]
    # The distribution function of that beta, written out.
    assert 10 * middle**2 - 20 * middle**3 + 15 * middle**4 - 4 * middle**5 == pytest.approx(0.5, abs=1e-6)
    assert (np.diff(drawn) > 0).all()


@pytest.mark.parametrize("mode", [0.0, 0.25, 1.0])
def test_a_pert_stays_within_its_ends_also_with_its_likeliest_value_at_one_of_them(mode: float) -> None:
    drawn = standard_quantiles(mode, 1001)
    assert (drawn > 0).all()
    assert (drawn < 1).all()
    assert drawn.mean() == pytest.approx((1 + 4 * mode) / 6, abs=1e-4)


def test_draws_of_a_stream_are_in_all_slices_once_in_an_order_of_their_own() -> None:
    one, other = order("price_index", 101, 0), order("demand_growth", 101, 0)
    assert sorted(one) == sorted(other) == list(range(101))
    assert one.tolist() != other.tolist()
    assert one.tolist() == order("price_index", 101, 0).tolist()
    assert one.tolist() != order("price_index", 101, 1).tolist()


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_quantiles_are_there_for_every_outcome_and_ordered(municipality: str) -> None:
    found = _band(municipality, waiting_share=50, extra_budget=1_000, base_year="mean")
    assert [one.outcome for one in found.quantiles] == list(OUTCOMES)
    for one in found.quantiles:
        assert (one.p10 <= one.p50).all()
        assert (one.p50 <= one.p90).all()
        assert one.p50.shape == (8,)


def test_the_same_seed_gives_the_same_numbers_and_another_seed_nearly_the_same() -> None:
    one, again, other = _band(), _band(), _band(seed=7)
    assert _of(one, "demand_cost").p90.tolist() == _of(again, "demand_cost").p90.tolist()
    assert _of(one, "demand_cost").p90.tolist() != _of(other, "demand_cost").p90.tolist()
    np.testing.assert_allclose(_of(one, "demand_cost").p90, _of(other, "demand_cost").p90, rtol=0.01)


def test_a_moving_slider_moves_the_band_without_shaking_it() -> None:
    places = np.linspace(-5, 10, 61)
    heights = [_of(_band(demand_growth=place), "demand_cost").p50[COLUMN] for place in places]
    steps = np.diff(heights)
    assert (steps > 0).all()
    assert steps.max() < 2.5 * steps.min()


def test_the_mean_base_year_is_the_widest_uncertainty_of_all() -> None:
    mean, budget = (_of(_band(base_year=base), "demand_cost") for base in ("mean", "budget"))
    assert (mean.p90 - mean.p10)[0] > 2 * (budget.p90 - budget.p10)[0]


def test_the_weight_of_a_scaled_municipality_is_uncertain_and_that_of_the_printed_one_is_not() -> None:
    for municipality, certain in ((VOERENDAAL, True), (HEERLEN, False), (LANDGRAAF, False)):
        lumpsum = _of(_band(municipality), "lumpsum")
        assert bool(np.isclose(lumpsum.p10[0], lumpsum.p90[0], rtol=1e-12)) is certain


def test_draws_stay_within_the_range_of_their_lever() -> None:
    at_the_end = _of(_band(downscaling=0), "unit_cost")
    central = outcome(scenario(dossier(), VOERENDAAL, {"downscaling": 0, "price_index": 1.4}))
    assert (at_the_end.p10[1:] < central.unit_cost[0, 1:]).all()
    alone = _of(_band(prevention_yield=0, prevention_budget=100_000), "clients")
    assert np.isfinite(alone.p90).all()


def test_no_draws_give_no_band_and_one_draw_is_enough_for_one() -> None:
    asked = scenario(dossier(), VOERENDAAL, {})
    assert band(asked, 0, 0) is None
    alone = band(asked, 1, 0)
    assert alone is not None
    assert set(alone.share_fits.tolist()) <= {0.0, 1.0}


@settings(max_examples=15, deadline=None)
@given(chosen=scenarios(), places=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_more_budget_never_lowers_the_share_that_fits(chosen: Asked, places: tuple[float, float]) -> None:
    municipality, everything = chosen
    most = range_of("extra_budget", municipality)[1]
    poor, rich = (
        _drawn(municipality, everything | {"extra_budget": min(place * most, most)}).share_fits
        for place in sorted(places)
    )
    assert (rich >= poor).all()


# Contributions


@settings(max_examples=25, deadline=None)
@given(
    chosen=scenarios(),
    keys=st.sets(st.sampled_from(list(DEFAULTS)), max_size=7),
    name=st.sampled_from(("balance", "demand_cost", "clients")),
    year=st.integers(2019, 2026),
)
def test_contributions_add_up_to_the_whole_change(
    chosen: Asked, keys: set[str], name: str, year: int
) -> None:
    municipality, everything = chosen
    asked = scenario(dossier(), municipality, {key: everything[key] for key in keys})
    found = contributions(asked, name, year)
    total = sum(value for _, value in found.by_lever)
    assert total == pytest.approx(found.end - found.start, abs=1e-6 * max(1.0, abs(found.end)))
    assert found.end == pytest.approx(getattr(outcome(asked), name)[0, year - 2019])
    assert {key for key, _ in found.by_lever} <= keys


def test_one_changed_lever_accounts_for_everything() -> None:
    found = contributions(scenario(dossier(), VOERENDAAL, {"savings_scenario": "none"}), "balance", YEAR)
    assert dict(found.by_lever) == pytest.approx({"savings_scenario": 250_000})


def test_two_levers_share_what_only_both_can_do() -> None:
    changes = {"prevention_yield": 2, "prevention_budget": 100_000}
    both = contributions(scenario(dossier(), VOERENDAAL, changes), "clients", YEAR)
    budget_alone = contributions(
        scenario(dossier(), VOERENDAAL, {"prevention_budget": 100_000}), "clients", YEAR
    )
    parts, first = dict(both.by_lever), dict(budget_alone.by_lever)["prevention_budget"]
    # The yield does nothing without a budget: half of what it adds beside the budget is its own.
    assert parts["prevention_yield"] == pytest.approx((both.end - both.start - first) / 2)


def test_more_levers_than_fit_in_one_batch_still_add_up() -> None:
    asked = scenario(dossier(), VOERENDAAL, {})
    changes = {
        lever.key: lever.choices[2].value if lever.choices else lever.high for lever in asked.definitions[:16]
    }
    found = contributions(with_changes(asked, changes), "balance", YEAR)
    assert len(found.by_lever) >= 15
    assert sum(value for _, value in found.by_lever) == pytest.approx(found.end - found.start)


def test_an_endless_waiting_time_has_contributions_that_are_no_number() -> None:
    found = contributions(scenario(dossier(), VOERENDAAL, ENDLESS), "waiting_weeks", 2026)
    assert np.isinf(found.end)
    assert not np.isfinite([value for _, value in found.by_lever]).all()


# Goal seek


@settings(max_examples=40, deadline=None)
@given(
    chosen=scenarios(),
    key=st.sampled_from(SEEKING),
    name=st.sampled_from(SOUGHT),
    place=st.floats(0, 1),
)
def test_a_value_that_was_found_reaches_the_target(chosen: Asked, key: str, name: str, place: float) -> None:
    asked = scenario(dossier(), *chosen)
    low, high = range_of(key, asked.municipality)
    somewhere = with_changes(asked, {key: min(low + place * (high - low), high)})
    target = float(getattr(outcome(somewhere), name)[0, COLUMN])
    assume(isfinite(target))
    found = solve(asked, key, name, YEAR, target)
    assert found.reached
    assert found.value is not None
    reached = getattr(outcome(with_changes(asked, {key: found.value})), name)[0, COLUMN]
    assert reached == pytest.approx(target, rel=1e-6, abs=1e-3)


def test_the_extra_budget_that_closes_the_gap_is_the_gap() -> None:
    found = solve(scenario(dossier(), VOERENDAAL, {}), "extra_budget", "balance", YEAR, 0)
    assert found.value == pytest.approx(304_819.28, abs=0.01)
    assert found.message == (
        "Met ‘Extra geld voor JenS’ op € 304.819 per jaar is het saldo in 2022 € 0. In 2022 hoeft bijna "
        "niemand extra te wachten. Dit scenario rekent erop dat een tekort gewoon wordt uitgegeven."
    )


def test_money_that_is_found_is_said_with_the_wait_it_gives() -> None:
    asked = scenario(dossier(), VOERENDAAL, {"waiting_share": 100, "demand_growth": 5})
    money = solve(asked, "extra_budget", "lumpsum", YEAR, 1_300_000)
    assert money.message.endswith(
        "per jaar is het vaste bedrag in 2022 € 1.300.000. In 2022 wachten jongeren gemiddeld 27 weken."
    )
    assert "wachten jongeren" not in solve(asked, "extra_budget", "waiting_weeks", YEAR, 20).message


def test_where_no_value_in_the_range_does_it_the_answer_says_so() -> None:
    found = solve(scenario(dossier(), VOERENDAAL, {}), "lumpsum_index", "balance", YEAR, 0)
    assert found.value is None
    assert not found.reached
    assert found.message.startswith(
        "Geen waarde in dit bereik doet dat: het saldo in 2022 blijft tussen −€ 304.819"
    )


def test_a_lever_that_does_not_move_the_outcome_says_so() -> None:
    asked = scenario(dossier(), VOERENDAAL, {})
    unmoved = solve(asked, "inflow_shift", "lumpsum", YEAR, 1_300_000)
    assert unmoved.message == "‘Thuis in plaats van verblijf’ verandert niets aan het vaste bedrag in 2022."
    assert solve(asked, "inflow_shift", "lumpsum", YEAR, 1_200_000).value == 0


def test_a_target_beyond_all_measure_is_out_of_range_and_no_idle_lever() -> None:
    found = solve(scenario(dossier(), VOERENDAAL, {}), "extra_budget", "balance", YEAR, 1e300)
    assert found.value is None
    assert found.message == (
        "Geen waarde in dit bereik doet dat: het saldo in 2022 blijft tussen −€ 304.819 en € 295.181."
    )


def test_of_several_values_the_one_nearest_to_the_slider_is_given() -> None:
    asked = scenario(dossier(), VOERENDAAL, {"extra_budget": 400_000, "municipality_share": 30})
    found = solve(asked, "municipality_share", "lumpsum", YEAR, 1_600_000)
    assert found.value == 30


@pytest.mark.parametrize(
    ("asked", "said", "allowed"),
    [
        (("waiting_share", "balance", 2022, 0.0), "waiting_share", "extra_budget"),
        (("savings_scenario", "balance", 2022, 0.0), "savings_scenario", "inflow_shift"),
        (("nergens", "balance", 2022, 0.0), "nergens", "risk_corridor"),
        (("extra_budget", "geluk", 2022, 0.0), "geluk", "balance"),
        (("extra_budget", "balance", 2030, 0.0), "2030", "2019 tot en met 2026"),
        (("extra_budget", "balance", 2022, float("nan")), "nan", "0"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_with_what_can(
    asked: tuple[str, str, int, float], said: str, allowed: str
) -> None:
    with pytest.raises(UserError) as refused:
        solve(scenario(dossier(), VOERENDAAL, {}), *asked)
    assert said in refused.value.message
    assert allowed in refused.value.hint
