"""What a moved lever does, and that the app says so, with the reason, when it does nothing."""

from dataclasses import replace

import pytest

from raadsapp.domain.lever import Lever
from raadsapp.model.region import region_of
from raadsapp.services.scenario import TOGETHER, Scenario, outcome, scenario, with_changes
from raadsapp.services.scenario_effects import is_same, moved_by, unmoved, waits_for
from tests.core.shipped import dossier

VOERENDAAL = "GM0986"
HEERLEN = "GM0917"
LANDGRAAF = "GM0882"


@pytest.fixture
def budget() -> Scenario:
    return scenario(dossier(), "", {})


def _lever(asked: Scenario, key: str) -> Lever:
    return next(lever for lever in asked.definitions if lever.key == key)


def _elsewhere(lever: Lever) -> list[float | str]:
    values = [choice.value for choice in lever.choices] if lever.choices else [lever.low, lever.high]
    return [value for value in values if value != lever.default]


@pytest.mark.parametrize("municipality", [VOERENDAAL, HEERLEN, LANDGRAAF, TOGETHER])
@pytest.mark.parametrize("key", [lever.key for lever in dossier().levers])
def test_every_lever_moves_an_outcome_or_says_why_it_does_not(municipality: str, key: str) -> None:
    before = scenario(dossier(), municipality, {})
    for value in _elsewhere(_lever(before, key)):
        after = with_changes(before, {key: value})
        told = unmoved(before, after)
        assert bool(told) == is_same(outcome(before), outcome(after))
        assert not told or (_lever(before, key).label in told and ": " in told and "grens" not in told)


def test_the_same_settings_say_nothing(budget: Scenario) -> None:
    assert unmoved(budget, budget) == ""
    assert unmoved(budget, with_changes(budget, {"price_index": 3})) == ""


@pytest.mark.parametrize(
    ("stands", "moves", "reason"),
    [
        ({}, {"prevention_yield": 2}, "deze schuif werkt pas als ‘Geld voor preventie’ boven 0 staat"),
        (
            {},
            {"ramp_years": 5},
            "‘Lichtere hulp’, ‘Geld voor preventie’ of ‘Thuis in plaats van verblijf’ boven 0 staat",
        ),
        ({}, {"access_effect": 9}, "werkt pas als ‘JenS regelt de toegang vanaf’ niet op ‘Niet’ staat"),
        (
            {"access_effect": 0},
            {"access_transfer_year": "2020"},
            "‘Effect van de eigen toegang’ niet op 0 staat",
        ),
        ({}, {"escalation_share": 9}, "werkt pas als ‘Tekort dat wachten wordt’ boven 0 staat"),
        ({}, {"risk_corridor": 5}, "werkt pas als ‘Deel voor de gemeente’ boven 0 staat"),
        ({"extra_budget": 600_000, "savings_scenario": "none"}, {"demand_growth": 0}, ""),
        (
            {"risk_corridor": 15, "savings_scenario": "none"},
            {"municipality_share": 50},
            "eigen risico van JenS (15%)",
        ),
        ({"waiting_share": 100}, {"municipality_share": 50}, "geen tekort of overschot over om te delen"),
        (
            {"demand_growth": -5, "savings_scenario": "none", "lumpsum_index": 4, "pgb_count": 0},
            {"waiting_share": 50},
            "in geen enkel jaar een tekort, dus hoeft niemand te wachten",
        ),
        (
            {
                "demand_growth": -5,
                "savings_scenario": "none",
                "lumpsum_index": 4,
                "pgb_count": 0,
                "waiting_share": 5,
            },
            {"escalation_share": 9},
            "in geen enkel jaar een tekort",
        ),
        (
            {"prevention_budget": 200_000, "prevention_yield": 0},
            {"ramp_years": 6},
            "preventie levert in dit scenario niets op",
        ),
    ],
)
def test_the_reason_is_the_one_that_holds(
    stands: dict[str, float | str], moves: dict[str, float | str], reason: str
) -> None:
    before = scenario(dossier(), "", stands)
    told = unmoved(before, with_changes(before, moves))
    assert reason in told
    assert bool(reason) == bool(told)


def test_several_levers_at_once_are_told_at_most_two_reasons(budget: Scenario) -> None:
    moves = {"prevention_yield": 2, "escalation_share": 9, "risk_corridor": 5}
    told = unmoved(budget, with_changes(budget, moves))
    assert told.count("verandert nu niets") == 2


def test_a_lever_waits_until_the_other_is_set(budget: Scenario) -> None:
    corridor = _lever(budget, "risk_corridor")
    assert waits_for(corridor, budget) == "Werkt pas als ‘Deel voor de gemeente’ boven 0 staat."
    assert waits_for(corridor, with_changes(budget, {"municipality_share": 5})) == ""
    assert waits_for(_lever(budget, "price_index"), budget) == ""


def test_one_of_several_others_is_enough(budget: Scenario) -> None:
    years = _lever(budget, "ramp_years")
    assert waits_for(years, budget)
    for key in ("prevention_budget", "inflow_shift", "downscaling"):
        assert waits_for(years, with_changes(budget, {key: 10})) == ""


def test_what_a_lever_moves_is_named_as_it_stands(budget: Scenario) -> None:
    shift = moved_by(_lever(budget, "inflow_shift"), budget)
    assert shift.startswith("Verandert nu: ")
    assert "jongeren in verblijf" in shift
    assert "resultaat van JenS" in shift
    assert "vast bedrag" not in shift
    assert moved_by(_lever(budget, "base_year"), budget)
    assert moved_by(_lever(budget, "risk_corridor"), budget) == ""


@pytest.mark.parametrize(
    ("stands", "moves", "limit", "reason"),
    [
        (
            {"prevention_budget": 200_000},
            {"prevention_yield": 2},
            "prevention_limit",
            "preventie voorkomt al zoveel als dit model toelaat, 1% van de cliënten",
        ),
        ({}, {"demand_growth": 5}, "use_limit", "zoveel jongeren hulp als dit model toelaat, 1%"),
    ],
)
def test_a_limit_that_is_reached_is_named(
    budget: Scenario,
    stands: dict[str, float | str],
    moves: dict[str, float | str],
    limit: str,
    reason: str,
) -> None:
    (member,) = budget.region.members
    given = member.facts.assumptions
    limits = replace(given, use_limit=0.01) if limit == "use_limit" else replace(given, prevention_limit=0.01)
    tight = replace(budget, region=region_of(replace(member.facts, assumptions=limits)))
    before = with_changes(tight, stands)
    assert reason in unmoved(before, with_changes(before, moves))


def _with_ceilings(asked: Scenario, *ceilings: float) -> Scenario:
    (member,) = asked.region.members
    return replace(asked, region=region_of(replace(member.facts, ceilings=ceilings)))


def test_without_a_falling_amount_there_are_no_savings_to_choose(budget: Scenario) -> None:
    level = _with_ceilings(budget, 1_450_000)
    assert "het vaste bedrag daalt niet" in unmoved(level, with_changes(level, {"savings_scenario": "low"}))


def test_a_queue_of_the_last_year_sends_nobody_to_residential_care(budget: Scenario) -> None:
    late = with_changes(_with_ceilings(budget, *[2_000_000] * 7, 1_000_000), {"waiting_share": 50})
    assert "pas in het laatste jaar" in unmoved(late, with_changes(late, {"escalation_share": 20}))


def test_no_more_can_wait_than_there_is(budget: Scenario) -> None:
    nothing = with_changes(_with_ceilings(budget, 1), {"waiting_share": 100, "pgb_count": 80})
    told = unmoved(nothing, with_changes(nothing, {"waiting_share": 99}))
    assert "alle hulp die kan wachten, wacht al" in told


def test_figures_that_make_no_difference_are_the_last_reason(budget: Scenario) -> None:
    (member,) = budget.region.members
    same = tuple(replace(member.facts.base_years[0], year=base.year) for base in member.facts.base_years)
    children = tuple(replace(count, counts=member.facts.youth[0].counts) for count in member.facts.youth)
    flat = replace(member.facts, base_years=same, youth=children, index=0.0)
    first = with_changes(replace(budget, region=region_of(flat)), {"base_year": "2015"})
    assert "geen verschil" in unmoved(first, with_changes(first, {"base_year": "2016"}))


def test_of_levers_that_moved_together_only_those_are_named_that_do_nothing_by_themselves(
    budget: Scenario,
) -> None:
    before = with_changes(budget, {"access_transfer_year": "2022", "access_effect": 0})
    told = unmoved(before, budget)
    assert told == (
        "‘Effect van de eigen toegang’ verandert nu niets: deze schuif werkt pas als ‘JenS regelt de toegang "
        "vanaf’ niet op ‘Niet’ staat."
    )
