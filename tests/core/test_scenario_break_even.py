"""Break-even of prevention: the yield that is named is just enough, and none is named where none is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp.model.levers import altered
from raadsapp.model.region import run_region
from raadsapp.services.scenario import TOGETHER, Scenario, scenario
from raadsapp.services.scenario_break_even import break_even
from tests.core.model_page import HEERLEN, VOERENDAAL
from tests.core.scenario_strategies import Asked, scenarios
from tests.core.shipped import dossier


def _left(asked: Scenario, budget: float, yields: float, years: tuple[int, ...]) -> float:
    """What help costs less than without prevention, minus what prevention costs."""
    columns = [asked.years.index(year) for year in years]
    spent, saved = (
        run_region(
            altered(asked.levers, {"prevention_budget": amount, "prevention_yield": yields}), asked.region
        ).demand_cost[0, columns]
        for amount in (budget, 0.0)
    )
    return float(saved.sum() - spent.sum()) - budget * len(years)


@settings(max_examples=80, deadline=None)
@given(chosen=scenarios(), year=st.sampled_from(range(2019, 2027)))
def test_with_the_yield_that_is_named_prevention_just_pays_for_itself(chosen: Asked, year: int) -> None:
    asked = scenario(dossier(), *chosen)
    found = break_even(asked, year)
    for value, years in ((found.whole, asked.years), (found.single, (year,))):
        if value is None:
            assert _left(asked, found.budget, 4.0, years) < 0
        else:
            size = found.budget * len(years) * 1e-3
            assert _left(asked, found.budget, value, years) == pytest.approx(0, abs=size)


def test_without_prevention_an_example_amount_is_named() -> None:
    found = break_even(scenario(dossier(), VOERENDAAL, {}), 2026)
    assert (found.budget, found.is_example) == (50_000, True)
    assert found.sentence.startswith(
        "Bij bijvoorbeeld € 50.000 preventie per jaar verdient preventie zich in"
    )
    assert "De gemeente betaalt de preventie, JenS geeft minder uit." in found.sentence
    assert found.sentence.endswith("Nu rekent het scenario met 1,0 cliënt: een aanname, niet gemeten.")
    assert break_even(scenario(dossier(), TOGETHER, {}), 2026).budget == 815_000


def test_the_yield_that_is_said_is_rounded_up_to_a_place_of_the_lever() -> None:
    found = break_even(scenario(dossier(), HEERLEN, {"prevention_budget": 200_000}), 2026)
    assert found.whole is not None
    said = float(found.sentence.partition("vanaf ")[2].partition(" ")[0].replace(",", "."))
    assert 0 <= said - found.whole < 0.1 + 1e-9
    assert "bijvoorbeeld" not in found.sentence


@pytest.mark.parametrize(
    ("changes", "year", "says"),
    [
        ({}, 2019, "In 2019 alleen lukt dat met geen waarde tot 4."),
        ({}, 2026, "zich in 2019 tot en met 2026 terug vanaf"),
        ({"ramp_years": 8}, 2026, "zich alleen in 2026 terug, vanaf 2,4 cliënten per € 10.000."),
        ({"ramp_years": 8}, 2019, "verdient preventie zich niet terug, niet in 2019 tot en met 2026 samen"),
    ],
)
def test_the_sentence_says_over_which_years_it_pays(
    changes: dict[str, float | str], year: int, says: str
) -> None:
    assert says in break_even(scenario(dossier(), VOERENDAAL, changes), year).sentence
