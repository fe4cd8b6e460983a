"""One assumption at a time, the same levers from every starting point, and changes since another scenario."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp.errors import UserError
from raadsapp.services.scenario import Scenario, outcome, scenario, with_changes
from raadsapp.services.scenario_questions import Swing, contributions, sensitivity, start_points
from tests.core.model_page import CHOICES, DEFAULTS, ENDLESS, HEERLEN, REGIONS, TOGETHER, VOERENDAAL
from tests.core.scenario_strategies import Asked, scenarios, settings_of
from tests.core.shipped import dossier

YEAR = 2022
COLUMN = YEAR - 2019
NAMES = st.sampled_from(("balance", "demand_cost", "clients", "municipality_total", "residential_cost"))


def _value(asked: Scenario, name: str, year: int = YEAR) -> float:
    return float(getattr(outcome(asked), name)[0, year - 2019])


def _bar(bars: tuple[Swing, ...], lever: str) -> Swing:
    return next(bar for bar in bars if bar.lever == lever)


# Sensitivity


@settings(max_examples=40, deadline=None)
@given(chosen=scenarios(), name=NAMES, year=st.integers(2019, 2026))
def test_both_ends_of_a_bar_are_what_the_lever_alone_gives_there(chosen: Asked, name: str, year: int) -> None:
    asked = scenario(dossier(), *chosen)
    bars = {bar.lever: bar for bar in sensitivity(asked, name, year)}
    for lever in asked.definitions:
        if lever.spread is None:
            continue
        slider = float(dict(asked.values)[lever.key])
        ends = max(slider + lever.spread.low, lever.low), min(slider + lever.spread.high, lever.high)
        low, high = (_value(with_changes(asked, {lever.key: end}), name, year) for end in ends)
        if lever.key in bars:
            bar = bars[lever.key]
            assert (bar.low, bar.high) == pytest.approx((low, high), rel=1e-9, abs=1e-6)
            assert bar.centre == pytest.approx(_value(asked, name, year), rel=1e-9, abs=1e-6)
        else:
            assert low == pytest.approx(high, rel=1e-9, abs=1e-6)


@settings(max_examples=25, deadline=None)
@given(chosen=scenarios(), name=NAMES)
def test_the_widest_bar_comes_first_and_none_is_without_width(chosen: Asked, name: str) -> None:
    bars = sensitivity(scenario(dossier(), *chosen), name, YEAR)
    widths = [max(bar.low, bar.high, bar.centre) - min(bar.low, bar.high, bar.centre) for bar in bars]
    assert widths == sorted(widths, reverse=True)
    assert all(widths)


def test_a_bar_says_its_ends_in_words() -> None:
    bars = sensitivity(scenario(dossier(), VOERENDAAL, {"demand_growth": 7}), "demand_cost", YEAR)
    growth = _bar(bars, "demand_growth")
    assert growth.label == "Groei van het gebruik"
    assert (growth.low_value, growth.high_value) == ("5,0% per jaar", "10,0% per jaar")


def test_what_waits_for_another_lever_has_no_bar_until_that_is_set() -> None:
    asked = scenario(dossier(), VOERENDAAL, {})
    waiting = {"prevention_yield", "access_effect", "escalation_share"}
    assert not waiting & {bar.lever for bar in sensitivity(asked, "municipality_total", YEAR)}
    at_work = with_changes(
        asked, {"prevention_budget": 50_000, "access_transfer_year": "2020", "waiting_share": 50}
    )
    assert waiting <= {bar.lever for bar in sensitivity(at_work, "municipality_total", YEAR)}


def test_the_mean_of_three_years_is_one_bar_between_the_cheapest_and_the_dearest_of_them() -> None:
    asked = scenario(dossier(), VOERENDAAL, {"base_year": "mean"})
    bar = _bar(sensitivity(asked, "demand_cost", YEAR), "base_year")
    years = {
        year: _value(with_changes(asked, {"base_year": year}), "demand_cost") for year in CHOICES["base_year"]
    }
    assert (bar.low_value, bar.high_value) == ("2015", "2017")
    assert (bar.low, bar.high) == pytest.approx((years["2015"], years["2017"]))
    assert bar.centre == pytest.approx(years["mean"])
    bars = sensitivity(scenario(dossier(), VOERENDAAL, {}), "demand_cost", YEAR)
    assert "base_year" not in {one.lever for one in bars}


def test_the_weight_of_a_scaled_municipality_is_a_bar() -> None:
    bars = sensitivity(scenario(dossier(), HEERLEN, {}), "lumpsum", YEAR)
    assert [bar.label for bar in bars] == ["Opschaling vanaf Voerendaal"]
    assert bars[0].lever == f"weight-{HEERLEN}"
    assert (bars[0].low_value, bars[0].high_value) == ("10,4 keer Voerendaal", "11,9 keer Voerendaal")
    assert bars[0].high / bars[0].low == pytest.approx(11.9 / 10.4)
    assert sensitivity(scenario(dossier(), VOERENDAAL, {}), "lumpsum", YEAR) == ()


def test_all_together_each_scaled_municipality_has_a_bar_of_its_own() -> None:
    bars = sensitivity(scenario(dossier(), TOGETHER, {}), "lumpsum", YEAR)
    assert [bar.label for bar in bars] == [
        "Opschaling vanaf Voerendaal: Heerlen",
        "Opschaling vanaf Voerendaal: Landgraaf",
    ]


def test_a_wait_without_end_is_a_bar_of_any_width_and_none_where_it_has_no_end_anyhow() -> None:
    asked = scenario(dossier(), VOERENDAAL, ENDLESS)
    assert sensitivity(asked, "waiting_weeks", 2026) == ()
    bars = sensitivity(asked, "waiting_weeks", 2025)
    assert any(np.isinf(bar.high) != np.isinf(bar.low) for bar in bars)
    widths = [max(bar.low, bar.high, bar.centre) - min(bar.low, bar.high, bar.centre) for bar in bars]
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize(("name", "year"), [("geluk", YEAR), ("balance", 2030)])
def test_only_outcomes_and_years_of_the_model_can_be_asked(name: str, year: int) -> None:
    with pytest.raises(UserError):
        sensitivity(scenario(dossier(), VOERENDAAL, {}), name, year)


# Starting points


@pytest.mark.parametrize("municipality", REGIONS)
def test_every_starting_point_gives_what_its_choice_gives_with_the_same_levers(municipality: str) -> None:
    asked = scenario(dossier(), municipality, {"demand_growth": 3, "base_year": "2016"})
    found = start_points(asked)
    assert [point.value for point in found] == list(CHOICES["base_year"])
    assert found[-1].label == "Gemiddelde 2015–2017"
    for point in found:
        expected = outcome(with_changes(asked, {"base_year": point.value}))
        assert np.array_equal(point.outcome.demand_cost, expected.demand_cost)


# Contributions since another scenario


@settings(max_examples=25, deadline=None)
@given(data=st.data(), municipality=st.sampled_from(REGIONS), name=NAMES, year=st.integers(2019, 2026))
def test_contributions_since_another_scenario_add_up_to_what_lies_between(
    data: st.DataObject, municipality: str, name: str, year: int
) -> None:
    keys = data.draw(st.sets(st.sampled_from(list(DEFAULTS)), max_size=7))
    since = scenario(dossier(), municipality, data.draw(settings_of(municipality)))
    chosen = data.draw(settings_of(municipality))
    asked = with_changes(since, {key: chosen[key] for key in keys})
    found = contributions(asked, name, year, since)
    before, after = _value(since, name, year), _value(asked, name, year)
    assert (found.start, found.end) == pytest.approx((before, after), rel=1e-9, abs=1e-6)
    assert sum(part for _, part in found.by_lever) == pytest.approx(
        after - before, abs=1e-6 * max(1.0, abs(after), abs(before))
    )
    assert {key for key, _ in found.by_lever} <= keys


def test_two_municipalities_have_no_change_between_them() -> None:
    here, there = (scenario(dossier(), code, {}) for code in (VOERENDAAL, HEERLEN))
    with pytest.raises(UserError, match="Voerendaal, het andere over Heerlen"):
        contributions(there, "balance", YEAR, here)
