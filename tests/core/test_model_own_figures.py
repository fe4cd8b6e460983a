"""A municipality with figures of its own: what they replace, and that nothing else changes."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp.domain.catalog import Catalog
from raadsapp.model.facts import Scaled
from raadsapp.model.scenario import OUTCOMES
from raadsapp.services.figure_form import fields, figure_form
from raadsapp.services.own_figures import own_key
from raadsapp.services.scenario import outcome, scenario
from raadsapp.services.scenario_facts import facts
from raadsapp.services.scenario_questions import bands
from tests.core.model_page import HEERLEN, LANDGRAAF, VOERENDAAL, WEIGHTS, printed_counts
from tests.core.scalar_model import ScalarModel
from tests.core.scenario_strategies import Settings, settings_of
from tests.core.shipped import dossier

YEARS = (2015, 2016, 2017)
CEILINGS = {2019: 15_000_000.0, 2020: 15_400_000.0, 2021: 14_100_000.0, 2022: 13_000_000.0}
USE = {2015: (9_800_000.0, 2_300.0), 2016: (11_500_000.0, 2_500.0), 2017: (14_000_000.0, 3_100.0)}
ARRANGEMENTS = {2015: 2_500.0, 2016: 3_000.0, 2017: 3_600.0}
RESIDENTIAL = {2015: 160.0, 2016: 170.0, 2017: 210.0}
BUDGET = 11_900_000.0


def with_own(values: Mapping[str, float], municipality: str = HEERLEN) -> Catalog:
    """The dossier in which a municipality has these figures, by key of the printed one."""
    printed = dossier().facts[0]
    told = tuple(
        replace(printed, key=own_key(key, municipality), value=value, municipality=municipality)
        for key, value in values.items()
    )
    return replace(dossier(), facts=(*dossier().facts, *told))


def use(*, arrangements: bool = False, residential: bool = False) -> dict[str, float]:
    values: dict[str, float] = {}
    for year, (cost, clients) in USE.items():
        values |= {f"kosten-ambulant-{year}": cost, f"clienten-ambulant-{year}": clients}
        if arrangements:
            values[f"arrangementen-ambulant-{year}"] = ARRANGEMENTS[year]
        if residential:
            values[f"clienten-verblijf-{year}"] = RESIDENTIAL[year]
    return values


def ceilings(*, budget: bool = False, after: Mapping[int, float] | None = None) -> dict[str, float]:
    values = {f"plafond-{year}": value for year, value in (CEILINGS | dict(after or {})).items()}
    return values | ({"lumpsum-deel-ambulant": BUDGET} if budget else {})


def estimates(municipality: str) -> dict[str, float]:
    """What the form shows in grey, in full."""
    return dict(figure_form(dossier(), municipality).estimates)


@pytest.mark.parametrize("municipality", [HEERLEN, LANDGRAAF])
@pytest.mark.parametrize("base", ["2015", "2016", "2017"])
def test_own_figures_equal_to_the_scaled_ones_give_the_same_outcome(municipality: str, base: str) -> None:
    same = {key: value for key, value in estimates(municipality).items() if not key.startswith("plafond")}
    changes: dict[str, float | str] = {"base_year": base, "inflow_shift": 20, "demand_growth": 2}
    own = outcome(scenario(with_own(same | ceilings(), municipality), municipality, changes))
    scaled = outcome(scenario(dossier(), municipality, changes))
    for name in (
        "clients",
        "arrangements",
        "unit_cost",
        "demand_cost",
        "residential_cost",
        "old_system_cost",
    ):
        np.testing.assert_allclose(getattr(own, name), getattr(scaled, name), rtol=1e-12, err_msg=name)


@pytest.mark.parametrize("municipality", [HEERLEN, LANDGRAAF])
def test_own_use_in_the_same_proportion_gives_the_same_budget(municipality: str) -> None:
    same = estimates(municipality)
    scaled = outcome(scenario(dossier(), municipality, {}))
    for left_out in ("", "lumpsum-deel-ambulant"):
        values = {key: value for key, value in same.items() if key != left_out}
        own = outcome(scenario(with_own(values, municipality), municipality, {}))
        np.testing.assert_allclose(own.ambulatory_cost, scaled.ambulatory_cost, rtol=1e-12)
        np.testing.assert_allclose(own.lumpsum, scaled.lumpsum, rtol=1e-12)


@pytest.mark.parametrize("municipality", [HEERLEN, LANDGRAAF])
def test_own_ceilings_are_the_lumpsum_when_no_lever_was_moved(municipality: str) -> None:
    found = outcome(scenario(with_own(ceilings(after={2023: 13_200_000.0}), municipality), municipality, {}))
    assert found.lumpsum[0].tolist() == [*CEILINGS.values(), *[13_200_000.0] * 4]


def test_the_savings_lever_works_from_the_savings_a_municipality_chose() -> None:
    def lumpsum(choice: str) -> list[float]:
        asked = scenario(with_own(ceilings()), HEERLEN, {"savings_scenario": choice})
        return [round(float(value)) for value in outcome(asked).lumpsum[0, :4]]

    assert lumpsum("middle") == [15_000_000, 15_400_000, 14_100_000, 13_000_000]
    assert lumpsum("none") == [15_000_000, 15_400_000, 15_000_000, 15_000_000]
    assert lumpsum("high")[3] == round(15_000_000 - 2_000_000 * 225 / 146)


def test_an_own_budget_is_what_ambulatory_care_costs_in_the_first_year() -> None:
    for values in (ceilings(budget=True), ceilings(budget=True) | use()):
        found = outcome(scenario(with_own(values), HEERLEN, {}))
        assert found.ambulatory_cost[0, 0] == pytest.approx(BUDGET)


def test_without_own_arrangements_the_ratio_of_the_reference_holds() -> None:
    inputs = facts(with_own(use()), HEERLEN)
    assert [year.arrangements / year.clients for year in inputs.base_years] == pytest.approx(
        [227 / 202, 280 / 233, 354 / 337]
    )


@pytest.mark.parametrize(
    ("values", "scaled"),
    [
        ({}, tuple(Scaled)),
        (
            use(),
            (Scaled.ARRANGEMENTS, Scaled.RESIDENTIAL, Scaled.BUDGET, Scaled.CEILINGS, Scaled.OTHER),
        ),
        (use(arrangements=True, residential=True), (Scaled.BUDGET, Scaled.CEILINGS, Scaled.OTHER)),
        (ceilings(), (Scaled.USE, Scaled.ARRANGEMENTS, Scaled.RESIDENTIAL, Scaled.BUDGET, Scaled.OTHER)),
        (use(arrangements=True, residential=True) | ceilings(budget=True), (Scaled.OTHER,)),
        ({"kosten-ambulant-2015": 1.0, "plafond-2019": 1.0}, tuple(Scaled)),
    ],
)
def test_what_is_still_scaled_is_known(values: dict[str, float], scaled: tuple[Scaled, ...]) -> None:
    inputs = facts(with_own(values), HEERLEN)
    assert inputs.scaled == scaled
    assert inputs.estimated
    assert not facts(with_own(values), VOERENDAAL).estimated


def test_a_municipality_without_own_figures_does_not_notice_those_of_another() -> None:
    catalog = with_own(use() | ceilings())
    for code in (VOERENDAAL, LANDGRAAF):
        own, before = (outcome(scenario(one, code, {})) for one in (catalog, dossier()))
        for name in OUTCOMES:
            np.testing.assert_array_equal(getattr(own, name), getattr(before, name))


@settings(max_examples=80, deadline=None)
@given(
    chosen=settings_of(HEERLEN),
    own=st.sets(st.sampled_from(["use", "residential", "ceilings", "budget"])),
)
def test_any_own_figures_give_what_the_page_writes(chosen: Settings, own: set[str]) -> None:
    own = _possible(own)
    model = ScalarModel(printed_counts(), HEERLEN, WEIGHTS[HEERLEN])
    model.own = own
    values: dict[str, float] = {}
    if "use" in own:
        values |= use(arrangements=True, residential="residential" in own)
        for year in YEARS:
            residential = RESIDENTIAL[year] if "residential" in own else model.base[year][3]
            cost, clients = USE[year]
            model.base[year] = (cost, ARRANGEMENTS[year], clients, residential)
    if "ceilings" in own:
        values |= ceilings(budget="budget" in own)
        model.published, model.savings_in_ceilings = dict(CEILINGS), "middle"
    if "budget" in own:
        model.budget = BUDGET
    expected = model.run(chosen)
    found = outcome(scenario(with_own(values), HEERLEN, chosen))
    for name, path in expected.items():
        np.testing.assert_allclose(getattr(found, name)[0], path, rtol=1e-9, atol=1e-6, err_msg=name)


def _possible(own: set[str]) -> set[str]:
    """Residential clients count with use alone, a budget with ceilings alone."""
    needs = {"residential": "use", "budget": "ceilings"}
    return {part for part in own if needs.get(part, part) in own}


def test_a_band_of_own_figures_is_narrower_than_that_of_scaled_ones() -> None:
    def spread(catalog: Catalog) -> float:
        asked = scenario(catalog, HEERLEN, {})
        found = bands(asked, 1_001).of(asked, ("lumpsum", "demand_cost")).find("lumpsum")
        assert found is not None
        return float(found.p90[0] - found.p10[0])

    assert spread(dossier()) > 0
    assert spread(with_own(ceilings())) == 0
    assert spread(with_own(use() | ceilings(budget=True))) == 0


def test_every_field_of_the_form_has_an_estimate() -> None:
    form = figure_form(dossier(), LANDGRAAF)
    assert {field.key for _, field in fields(form.groups)} == set(form.estimates)
    assert all(value > 0 for value in form.estimates.values())
