"""The model gives what the model page writes: the same equations once more, plainly, are the measure."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp.model.levers import CHOICES as CODES
from raadsapp.model.levers import Array, Levers, altered, levers_of
from raadsapp.model.scenario import OUTCOMES, Outcome, run
from raadsapp.services.scenario import outcome, scenario, with_changes
from raadsapp.services.scenario_facts import facts
from tests.core.model_page import (
    CHOICES,
    DEFAULTS,
    ENDLESS,
    HEERLEN,
    LANDGRAAF,
    MUNICIPALITIES,
    RANGES,
    REGIONS,
    TOGETHER,
    VOERENDAAL,
    WEIGHTS,
    defaults_of,
    range_of,
)
from tests.core.scalar_model import plainly
from tests.core.scenario_strategies import Asked, Settings, scenarios, settings_of
from tests.core.shipped import dossier


def _coded(values: Mapping[str, float | str]) -> Levers:
    return levers_of(
        {key: CODES[key].index(value) if isinstance(value, str) else value for key, value in values.items()}
    )


def _equal(found: Array, expected: Array) -> None:
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-3)


def _row(batch: Outcome, name: str, row: int) -> Array:
    values: Array = getattr(batch, name)
    found: Array = values[row if len(values) > 1 else 0]
    return found


def test_voerendaal_with_all_levers_at_their_defaults_gives_the_check_values() -> None:
    found = outcome(scenario(dossier(), VOERENDAAL, {}))
    assert [round(value) for value in found.lumpsum[0, :4]] == [1_450_000, 1_450_000, 1_350_000, 1_200_000]
    assert [round(value) for value in found.demand_cost[0, :4]] == [
        1_461_718,
        1_475_568,
        1_491_422,
        1_504_819,
    ]
    assert round(found.gap[0, 3]) == 304_819
    assert round(found.savings[0, 3]) == 250_000
    assert found.ambulatory_cost[0, 0] == pytest.approx(1_107_909, abs=1e-6)


@settings(max_examples=150, deadline=None)
@given(asked=scenarios())
def test_any_setting_of_all_levers_gives_what_the_page_writes(asked: Asked) -> None:
    municipality, chosen = asked
    expected = plainly(municipality, chosen)
    found = outcome(scenario(dossier(), municipality, chosen))
    assert set(OUTCOMES) <= expected.keys()
    for name, values in expected.items():
        close = 1e-12 if name == "use_rate" else 1e-6
        np.testing.assert_allclose(getattr(found, name)[0], values, rtol=1e-9, atol=close, err_msg=name)


@settings(max_examples=25, deadline=None)
@given(
    together=st.lists(settings_of(VOERENDAAL), min_size=4, max_size=4),
    municipality=st.sampled_from(MUNICIPALITIES),
)
def test_a_batch_gives_each_of_its_scenarios_what_it_gives_alone(
    together: list[Settings], municipality: str
) -> None:
    several = [_coded(one) for one in together]
    inputs = facts(dossier(), municipality)
    batch = run(
        levers_of({key: np.array([getattr(one, key) for one in several]) for key in DEFAULTS}), inputs
    )
    for row, one in enumerate(several):
        alone = run(one, inputs)
        for name in OUTCOMES:
            np.testing.assert_allclose(
                _row(batch, name, row), getattr(alone, name)[0], rtol=1e-9, atol=1e-6, err_msg=name
            )


@pytest.mark.parametrize("key", DEFAULTS)
def test_any_lever_alone_may_be_a_batch(key: str) -> None:
    asked = scenario(dossier(), VOERENDAAL, {})
    ends = CHOICES[key][1:3] if key in CHOICES else RANGES[key]
    alone = [getattr(with_changes(asked, {key: end}).levers, key) for end in ends]
    batch = run(altered(asked.levers, {key: np.array(alone)}), facts(dossier(), VOERENDAAL))
    for row, end in enumerate(alone):
        expected = run(altered(asked.levers, {key: end}), facts(dossier(), VOERENDAAL))
        for name in OUTCOMES:
            _equal(_row(batch, name, row), getattr(expected, name)[0])


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_outcomes_have_a_row_for_each_scenario_or_one_for_all_and_a_column_for_each_year(
    municipality: str,
) -> None:
    inputs = facts(dossier(), municipality)
    levers = levers_of(dict(_coded_defaults(municipality)) | {"demand_growth": np.linspace(0, 5, 3)})
    found = run(levers, inputs)
    years = len(inputs.years)
    assert {getattr(found, name).shape for name in OUTCOMES} == {(1, years), (3, years)}
    assert found.lumpsum.shape == (1, years)
    assert found.demand_cost.shape == (3, years)


def _coded_defaults(municipality: str) -> Mapping[str, float | int]:
    coded = _coded(defaults_of(municipality))
    return {key: getattr(coded, key) for key in DEFAULTS}


@settings(max_examples=60, deadline=None)
@given(asked=scenarios())
def test_money_adds_up_and_nothing_is_lost_in_the_queue(asked: Asked) -> None:
    municipality, chosen = asked
    found = outcome(scenario(dossier(), municipality, chosen))
    if municipality != TOGETHER:  # what is worked off has a price of its own in each municipality
        worked_off = found.worked_off * found.unit_cost
        _equal(found.spend + found.deferred, found.demand_cost + worked_off)
    _equal(found.balance, found.lumpsum - found.spend)
    _equal(found.cooperative_result, found.balance + found.municipality_extra)
    _equal(found.lumpsum + found.municipality_extra - found.cooperative_result, found.spend)
    own = found.municipality_total - found.residential_cost - float(chosen["prevention_budget"])
    _equal(own, found.lumpsum + found.municipality_extra)
    _equal(found.cooperative_result.cumsum(axis=1), found.cooperative_cumulative)
    assert (found.backlog >= 0).all()
    assert (found.waiting_weeks >= 0).all()
    assert (found.clients <= 0.30 * found.youth + 1e-9).all()


@pytest.mark.parametrize("municipality", REGIONS)
@pytest.mark.parametrize("key", DEFAULTS)
def test_a_lever_set_to_its_default_changes_nothing(municipality: str, key: str) -> None:
    untouched = scenario(dossier(), municipality, {})
    touched = with_changes(untouched, {key: defaults_of(municipality)[key]})
    assert touched.levers == untouched.levers
    assert touched.values == untouched.values


AT_WORK: dict[str, float | str] = {
    "waiting_share": 50,
    "access_transfer_year": "2020",
    "inflow_shift": 30,
    "municipality_share": 50,
}
"""Levers that others wait for, all at work."""


@pytest.mark.parametrize("municipality", REGIONS)
@pytest.mark.parametrize("key", DEFAULTS)
def test_every_lever_moves_some_outcome_from_some_setting(municipality: str, key: str) -> None:
    budget = range_of("prevention_budget", municipality)[1] / 4
    before = scenario(dossier(), municipality, AT_WORK | {"prevention_budget": budget})
    ends = CHOICES[key] if key in CHOICES else range_of(key, municipality)
    outcomes = [outcome(with_changes(before, {key: end})) for end in ends]
    assert any(
        not np.allclose(getattr(one, name), getattr(outcomes[0], name), rtol=1e-6)
        for one in outcomes
        for name in OUTCOMES
    )


@pytest.mark.parametrize("municipality", [HEERLEN, LANDGRAAF])
def test_a_scaled_municipality_costs_its_weight_times_voerendaal_in_the_year_of_the_ratio(
    municipality: str,
) -> None:
    own, reference = (outcome(scenario(dossier(), code, {})) for code in (municipality, VOERENDAAL))
    assert own.lumpsum[0, 0] == pytest.approx(WEIGHTS[municipality] * reference.lumpsum[0, 0])
    assert own.other_cost[0, 0] == pytest.approx(WEIGHTS[municipality] * reference.other_cost[0, 0])
    assert own.demand_cost[0, 0] == pytest.approx(
        WEIGHTS[municipality] * reference.demand_cost[0, 0], rel=0.02
    )


def test_a_queue_without_any_help_has_no_end() -> None:
    found = outcome(scenario(dossier(), VOERENDAAL, ENDLESS))
    assert (found.backlog[0] > 0).any()
    assert np.isposinf(found.waiting_weeks[0, -1])


def test_what_is_no_outcome_cannot_be_asked_for() -> None:
    found = outcome(scenario(dossier(), VOERENDAAL, {}))
    with pytest.raises(AttributeError, match="profit"):
        _ = found.profit
