"""Causes: steps that add up, the two kinds apart, and for every situation the sentence it makes."""

from dataclasses import replace
from math import inf, isclose, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp.domain.lever import LeverKind
from raadsapp.errors import UserError
from raadsapp.model.region import region_of
from raadsapp.services.scenario import Scenario, outcome, scenario, with_changes
from raadsapp.services.scenario_causes import causes, changed
from raadsapp.services.scenario_meaning import (
    MEANINGS,
    change_sentence,
    effect,
    is_change,
    level,
    meaning,
    signed,
)
from raadsapp.services.scenario_stakes import changes, stakes
from tests.core.scenario_strategies import Asked, scenarios
from tests.core.shipped import dossier

VOERENDAAL = "GM0986"


def _asked(**values: float | str) -> Scenario:
    return scenario(dossier(), VOERENDAAL, values)


def _endless() -> Scenario:
    """So little money that nobody is helped once a shortage turns into waiting."""
    asked = _asked(waiting_share=100, demand_growth=5, price_index=2)
    facts = replace(asked.region.members[0].facts, ceilings=(10_000.0,))
    return replace(asked, region=region_of(facts))


# Steps


@settings(max_examples=25, deadline=None)
@given(scenarios(), st.sampled_from([one.outcome for one in MEANINGS]), st.sampled_from([2022, 2026]))
def test_the_steps_of_both_kinds_add_up_to_the_whole_change(random: Asked, key: str, year: int) -> None:
    municipality, values = random
    asked = scenario(dossier(), municipality, dict(list(values.items())[:6]))
    found = causes(asked, key, year)
    if found.adds_up:
        together = sum(found.together(kind) for kind in LeverKind)
        whole = abs(found.end) + abs(found.start) + sum(abs(cause.part) for cause in found.causes)
        assert isclose(together, found.end - found.start, abs_tol=1e-9 * max(whole, 1))
    assert len(found.causes) == changed(asked)


def test_the_end_is_what_comes_out_of_the_scenario() -> None:
    asked = _asked(demand_growth=5, extra_budget=50_000)
    found = causes(asked, "balance", 2022)
    assert found.end == outcome(asked).balance[0, 3]
    assert found.start == outcome(_asked()).balance[0, 3]


def test_assumptions_and_policy_are_apart() -> None:
    found = causes(_asked(demand_growth=5, extra_budget=50_000, price_index=2), "balance", 2022)
    assert [cause.lever for cause in found.of(LeverKind.ASSUMPTION)] == ["demand_growth", "price_index"]
    assert [cause.lever for cause in found.of(LeverKind.POLICY)] == ["extra_budget"]
    assert found.together(LeverKind.POLICY) == pytest.approx(50_000)


def test_a_cause_says_where_its_lever_stood_and_stands() -> None:
    cause = causes(_asked(base_year="2017"), "balance", 2022).causes[0]
    assert (cause.label, cause.before, cause.after) == (
        "Startpunt van de kosten",
        "Begroting 2018",
        "2017",
    )


def test_causes_since_another_scenario_begin_there() -> None:
    before = _asked(demand_growth=5, extra_budget=50_000)
    now = with_changes(before, {"extra_budget": 80_000})
    found = causes(now, "balance", 2022, before, "Voorjaar")
    assert [cause.before for cause in found.causes] == ["€ 50.000 per jaar"]
    assert found.start == outcome(before).balance[0, 3]
    assert found.end - found.start == pytest.approx(30_000)


def test_causes_since_another_municipality_are_refused() -> None:
    with pytest.raises(UserError, match="Heerlen"):
        causes(_asked(), "balance", 2022, scenario(dossier(), "GM0917", {}))


# Sentences


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({}, "Er is nog geen schuif gewijzigd."),
        (
            {"demand_growth": 5},
            (
                "Het saldo in 2022 gaat van € 305.000 naar € 484.000 tekort. "
                "Dat komt door ‘Groei van het gebruik’."
            ),
        ),
        (
            {"demand_growth": 5, "price_index": 1.8},
            (
                "Het saldo in 2022 gaat van € 305.000 naar € 504.000 tekort. "
                "Bijna alles komt door ‘Groei van het gebruik’."
            ),
        ),
        (
            {"demand_growth": 4, "price_index": 2.5},
            (
                "Het saldo in 2022 gaat van € 305.000 naar € 501.000 tekort. "
                "Het meeste komt door ‘Groei van het gebruik’."
            ),
        ),
        (
            {"demand_growth": 2, "price_index": 2.5, "pgb_count": 60},
            (
                "Het saldo in 2022 gaat van € 305.000 naar € 485.000 tekort. "
                "Het meeste komt door ‘Groei van het gebruik’ en ‘Aantal persoonsgebonden budgetten (PGB)’."
            ),
        ),
        (
            {"demand_growth": 5, "extra_budget": 50_000},
            (
                "Het saldo in 2022 gaat van € 305.000 naar € 434.000 tekort. "
                "‘Groei van het gebruik’: € 179.000 slechter; ‘Extra geld voor JenS’: € 50.000 beter."
            ),
        ),
        (
            {"escalation_share": 10},
            "Het saldo in 2022 blijft bijna gelijk. ‘Wachten dat eindigt in verblijf’ maakt hier niets uit.",
        ),
        (
            {"escalation_share": 10, "risk_corridor": 5},
            "Het saldo in 2022 blijft bijna gelijk. De gewijzigde schuiven maken hier niets uit.",
        ),
    ],
)
def test_the_title_says_what_changed_and_through_what(values: dict[str, float], title: str) -> None:
    assert causes(_asked(**values), "balance", 2022).title == title


def test_without_a_change_the_sentence_says_what_to_do() -> None:
    found = causes(_asked(), "waiting_weeks", 2022)
    assert found.sentence == "Wijzig een schuif. Dan staat hier wat die doet met de wachttijd in 2022."


def test_without_a_change_since_a_saved_scenario_its_name_is_said() -> None:
    asked = _asked(demand_growth=5)
    assert (
        causes(asked, "balance", 2022, asked, "Voorjaar").title == "Alle schuiven staan zoals in ‘Voorjaar’."
    )


def test_one_step_says_from_where_to_where() -> None:
    sentence = causes(_asked(demand_growth=5), "balance", 2022).sentence
    assert sentence == "‘Groei van het gebruik’ ging van 0,0% per jaar naar 5,0% per jaar."


def test_several_steps_say_how_both_kinds_did() -> None:
    sentence = causes(_asked(demand_growth=5, extra_budget=50_000), "balance", 2022).sentence
    assert sentence == (
        "Aannames samen: € 179.000 slechter. Beleid samen: € 50.000 beter. "
        "De stappen tellen op tot het hele verschil."
    )


def test_a_wait_without_end_is_said_and_not_divided() -> None:
    found = causes(_endless(), "waiting_weeks", 2026)
    assert not found.adds_up
    assert found.title == "In 2026 komt er geen einde aan het wachten: niemand wordt nog geholpen."
    assert "niet te zeggen hoeveel elke schuif toevoegt" in found.sentence


def test_causes_of_money_say_what_the_wait_does_meanwhile() -> None:
    asked = _asked(waiting_share=50)
    assert causes(asked, "balance", 2022).sentence.endswith("De wachttijd in 2022 wordt 10 weken langer.")
    assert "wachttijd" not in causes(asked, "waiting_weeks", 2022).sentence
    assert "wachttijd" not in causes(_asked(demand_growth=1), "balance", 2022).sentence


@pytest.mark.parametrize(
    ("key", "start", "end", "said"),
    [
        ("balance", -300_000, -420_000, "Het saldo in 2022 gaat van € 300.000 naar € 420.000 tekort."),
        ("balance", -300_000, -200_000, "Het saldo in 2022 gaat van € 300.000 naar € 200.000 tekort."),
        ("balance", -300_000, -300_100, "Het saldo in 2022 blijft bijna gelijk."),
        ("balance", -300_000, 0, "Het saldo in 2022 gaat van € 300.000 tekort naar nul."),
        ("balance", 0, 20_000, "Het saldo in 2022 gaat van nul naar € 20.000 overschot."),
        (
            "balance",
            -300_000,
            20_000,
            "Het saldo in 2022 gaat van € 300.000 tekort naar € 20.000 overschot.",
        ),
        ("balance", 20_000, 50_000, "Het saldo in 2022 gaat van € 20.000 naar € 50.000 overschot."),
        ("demand_cost", 1_400_000, 1_500_000, "De hulp kost in 2022 € 100.000 meer."),
        ("demand_cost", 1_500_000, 1_400_000, "De hulp kost in 2022 € 100.000 minder."),
        ("demand_cost", 1_400_000, 1_400_000, "De hulp kost in 2022 bijna even veel."),
        ("municipality_total", 2e6, 2.1e6, "De gemeente betaalt in 2022 in totaal € 100.000 meer."),
        ("municipality_total", 2.1e6, 2e6, "De gemeente betaalt in 2022 in totaal € 100.000 minder."),
        ("municipality_total", 2e6, 2e6, "De gemeente betaalt in 2022 in totaal bijna even veel."),
        ("waiting_weeks", 4, 10, "De wachttijd in 2022 wordt 6 weken langer."),
        ("waiting_weeks", 10, 4, "De wachttijd in 2022 wordt 6 weken korter."),
        ("waiting_weeks", 4, 4.2, "De wachttijd in 2022 blijft bijna gelijk."),
        ("waiting_weeks", 4, 80, "De wachttijd in 2022 wordt langer dan een jaar."),
        ("waiting_weeks", 60, 80, "De wachttijd in 2022 blijft langer dan een jaar."),
        ("waiting_weeks", 80, 12, "De wachttijd in 2022 daalt van langer dan een jaar naar 12 weken."),
        ("waiting_weeks", inf, 12, "De wachttijd in 2022 daalt van langer dan een jaar naar 12 weken."),
        ("waiting_weeks", 4, inf, "In 2022 komt er geen einde aan het wachten: niemand wordt nog geholpen."),
        ("clients", 250, 290, "In 2022 zijn er 40 cliënten meer."),
        ("clients", 250, 245.5, "In 2022 zijn er 4,5 cliënten minder."),
        ("clients", 250, 250, "Het aantal cliënten in 2022 blijft bijna gelijk."),
        ("residential_clients", 20, 22, "In 2022 zijn er 2 jongeren meer in verblijf of crisishulp."),
        ("residential_clients", 20, 18.5, "In 2022 zijn er 1,5 jongeren minder in verblijf of crisishulp."),
        (
            "residential_clients",
            20,
            20,
            "Het aantal jongeren in verblijf of crisishulp in 2022 blijft bijna gelijk.",
        ),
    ],
)
def test_every_change_has_its_sentence(key: str, start: float, end: float, said: str) -> None:
    assert change_sentence(key, 2022, start, end) == said


@pytest.mark.parametrize(
    ("key", "change", "said", "written"),
    [
        ("balance", 118_402, "€ 118.000 beter", "+€ 118.000"),
        ("balance", -4_210, "€ 4.200 slechter", "−€ 4.200"),
        ("demand_cost", 50_000, "€ 50.000 duurder", "+€ 50.000"),
        ("waiting_weeks", -6, "6 weken korter", "−6 weken"),
        ("waiting_weeks", 70, "meer dan een jaar langer", "meer dan een jaar langer"),
        ("waiting_weeks", nan, "zonder einde", "zonder einde"),
        ("clients", 1.44, "1,4 meer", "+1,4"),
        ("balance", 0, "geen verschil", "geen verschil"),
    ],
)
def test_a_part_is_said_by_its_meaning_and_written_with_its_sign(
    key: str, change: float, said: str, written: str
) -> None:
    assert effect(key, change) == said
    assert signed(key, change) == written


def test_levels_are_written_with_their_own_sign() -> None:
    assert level("balance", -304_819) == "−€ 305.000"
    assert level("waiting_weeks", 88) == "> 52 weken"
    assert level("residential_clients", 24.34) == "24"


def test_a_wait_without_end_is_always_a_change() -> None:
    assert is_change("waiting_weeks", inf)
    assert is_change("waiting_weeks", nan)
    assert not is_change("balance", 100)


def test_more_of_the_balance_is_better_and_more_cost_is_worse() -> None:
    assert meaning("balance").good == 1
    assert meaning("demand_cost").good == -1
    assert meaning("clients").good == 0


# What matters most


def test_the_title_names_the_assumption_that_matters_most() -> None:
    found = stakes(_asked(), "balance", 2022)
    assert found.swings[0].lever == "demand_growth"
    assert found.title == (
        "‘Groei van het gebruik’ maakt het meeste uit voor het saldo in 2022: "
        "€ 67.000 beter of € 217.000 slechter."
    )


def test_every_swing_that_is_shown_changes_something() -> None:
    found = stakes(_asked(), "balance", 2022)
    assert all(any(is_change("balance", change) for change in changes(swing)) for swing in found.swings)


def test_an_end_that_does_nothing_is_not_in_the_title() -> None:
    title = stakes(_asked(downscaling=0, pgb_count=0), "residential_clients", 2026).title
    assert title.startswith("‘Meer of minder jongeren’ maakt het meeste uit")


def test_waiting_that_no_assumption_moves_says_which_lever_makes_waiting() -> None:
    found = stakes(_asked(), "waiting_weeks", 2022)
    assert found.title == "Geen enkele aanname verandert de wachttijd in 2022."
    assert "‘Tekort dat wachten wordt’ hoger dan 0" in found.sentence


def test_other_outcomes_that_no_assumption_moves_ask_for_another_choice() -> None:
    found = stakes(_asked(waiting_share=100), "balance", 2022)
    assert not found.swings
    assert found.sentence.startswith("Wijzig een schuif")


def test_around_a_wait_without_end_nothing_is_said_to_matter_most() -> None:
    found = stakes(_endless(), "waiting_weeks", 2026)
    assert not found.swings
    assert found.title.startswith("Zo komt er geen einde aan het wachten.")
