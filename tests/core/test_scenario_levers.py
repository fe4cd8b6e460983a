"""The levers, presets and sentences of the dossier, and what a setting may be."""

from dataclasses import replace

import pytest

from raadsapp.domain.lever import LeverKind
from raadsapp.domain.source import Standing
from raadsapp.errors import UserError
from raadsapp.model.levers import CHOICES as CODES
from raadsapp.services.scenario import (
    facts,
    levers_for,
    outcome,
    preset_changes,
    scenario,
    settings,
)
from raadsapp.services.scenario_reconciliation import reconciliation
from raadsapp.services.scenario_sentences import fits_sentence, money_sentence, waiting_sentence
from raadsapp.services.scenario_words import amount, outcome_words, setting, weeks
from raadsapp.texts import rounded_euro
from tests.core.model_page import (
    CHOICES,
    DEFAULTS,
    HEERLEN,
    LANDGRAAF,
    MUNICIPALITIES,
    RANGES,
    VOERENDAAL,
    WEIGHTED,
    WEIGHTS,
    defaults_of,
    range_of,
)
from tests.core.shipped import dossier

SPREADS = {
    "demand_growth": (-2, 6),
    "price_index": (-0.4, 2.6),
    "youth_change": (-0.5, 0.5),
    "pgb_count": (-29, 36),
    "prevention_yield": (-1, 1),
    "access_effect": (-15, 10),
    "downscaling": (-5, 5),
    "escalation_share": (-5, 10),
}
PRESETS = [
    "begroting-2018",
    "startpunt-2015",
    "startpunt-2016",
    "startpunt-2017",
    "startpunt-gemiddeld",
    "vraag-groeit",
    "inverdienen-laag",
    "inverdienen-midden",
    "inverdienen-hoog",
    "geld-op-is-wachten",
    "preventie-eerst",
    "thuis-in-plaats-van-verblijf",
    "samen-delen",
]


# What the dossier says of its levers


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_the_levers_are_the_twenty_of_the_page_with_their_defaults_and_ranges(municipality: str) -> None:
    found = {lever.key: lever for lever in levers_for(dossier(), municipality)}
    assert {key: lever.default for key, lever in found.items()} == defaults_of(municipality)
    assert list(found) == list(DEFAULTS)
    for key in RANGES:
        assert (found[key].low, found[key].high) == range_of(key, municipality)
    for key, options in CHOICES.items():
        assert tuple(choice.value for choice in found[key].choices) == options
        assert CODES[key][: len(options)] == options
    assert {key for key, lever in found.items() if lever.weighted} == set(WEIGHTED)


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_the_spreads_are_those_of_the_page_and_grow_with_the_weight(municipality: str) -> None:
    found = {lever.key: lever.spread for lever in levers_for(dossier(), municipality) if lever.spread}
    scaled = {key: WEIGHTS[municipality] if key in WEIGHTED else 1.0 for key in SPREADS}
    assert found.keys() == SPREADS.keys()
    for key, (low, high) in SPREADS.items():
        assert (found[key].low, found[key].high) == pytest.approx((low * scaled[key], high * scaled[key]))
    assert all("Makers" in spread.source for spread in found.values())


def test_assumptions_and_policy_are_told_apart_and_every_lever_explains_itself() -> None:
    kinds = [lever.kind for lever in dossier().levers]
    assert kinds == [LeverKind.ASSUMPTION] * 12 + [LeverKind.POLICY] * 8
    for lever in dossier().levers:
        assert len(lever.purpose.split()) <= 20
        assert lever.chosen_by
        assert lever.effects
        if lever.kind is LeverKind.POLICY:
            assert lever.spread is None
    assert {lever.key for lever in dossier().levers if lever.standing is Standing.ASSUMPTION} >= {
        "prevention_yield",
        "access_effect",
        "escalation_share",
    }


def test_what_was_observed_in_one_municipality_is_not_said_of_another() -> None:
    seen = {
        municipality: next(
            lever.observed for lever in levers_for(dossier(), municipality) if lever.key == "pgb_count"
        )
        for municipality in (VOERENDAAL, HEERLEN)
    }
    assert seen[VOERENDAAL] is not None
    assert seen[HEERLEN] is None


def test_every_preset_of_the_page_is_there_with_one_sentence_and_can_be_set_anywhere() -> None:
    assert [preset.key for preset in dossier().presets] == PRESETS
    for preset in dossier().presets:
        assert preset.text.endswith(".")
        assert ". " not in preset.text
        for municipality in MUNICIPALITIES:
            scenario(dossier(), municipality, dict(preset_changes(dossier(), municipality, preset.key)))


def test_the_amounts_of_a_preset_grow_with_the_weight() -> None:
    assert preset_changes(dossier(), VOERENDAAL, "preventie-eerst") == (("prevention_budget", 100_000),)
    assert preset_changes(dossier(), LANDGRAAF, "preventie-eerst") == (("prevention_budget", 410_000),)
    assert preset_changes(dossier(), HEERLEN, "vraag-groeit") == (("demand_growth", 5),)


# What may be set


@pytest.mark.parametrize(
    ("municipality", "changes", "said", "allowed"),
    [
        (VOERENDAAL, {"geluk": 1.0}, "geluk", "demand_growth"),
        (VOERENDAAL, {"demand_growth": 10.1}, "demand_growth", "−5,0 tot en met 10,0"),
        (VOERENDAAL, {"demand_growth": "veel"}, "veel", "−5,0 tot en met 10,0"),
        (VOERENDAAL, {"demand_growth": float("nan")}, "demand_growth", "−5,0 tot en met 10,0"),
        (VOERENDAAL, {"pgb_count": 81}, "pgb_count", "0 tot en met 80"),
        (HEERLEN, {"pgb_count": 900}, "pgb_count", "0 tot en met 896"),
        (VOERENDAAL, {"base_year": "2014"}, "2014", "budget, 2015, 2016, 2017 en mean"),
        ("GM0363", {}, "GM0363", "GM0917 (Heerlen), GM0882 (Landgraaf) en samen"),
    ],
)
def test_what_cannot_be_set_is_refused_with_what_can(
    municipality: str, changes: dict[str, float | str], said: str, allowed: str
) -> None:
    with pytest.raises(UserError) as refused:
        settings(dossier(), municipality, changes)
    assert said in refused.value.message
    assert allowed in refused.value.hint


def test_an_unknown_preset_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError) as refused:
        preset_changes(dossier(), VOERENDAAL, "alles-gratis")
    assert "begroting-2018" in refused.value.hint


def test_a_number_may_be_written_with_a_comma_or_a_point() -> None:
    written = [settings(dossier(), VOERENDAAL, {"demand_growth": text}) for text in ("2,5", "2.5")]
    assert written == [settings(dossier(), VOERENDAAL, {"demand_growth": 2.5})] * 2


def test_pgbs_of_heerlen_may_be_more_than_those_of_voerendaal() -> None:
    assert settings(dossier(), HEERLEN, {"pgb_count": 896}).pgb_count == 896


def test_without_a_municipality_the_first_of_the_dossier_is_meant() -> None:
    assert facts(dossier()).municipality == VOERENDAAL
    assert not facts(dossier()).estimated
    assert facts(dossier(), HEERLEN).estimated


def test_a_municipality_without_a_name_in_the_list_goes_by_its_code() -> None:
    nameless = replace(dossier(), municipalities=())
    assert scenario(nameless, VOERENDAAL, {}).name == VOERENDAAL


# What is said


def test_the_money_sentence_of_the_budget_names_the_shortage_and_the_savings_in_it() -> None:
    asked = scenario(dossier(), VOERENDAAL, {})
    assert money_sentence(asked, outcome(asked)) == (
        "In 2022 kost de hulp naar verwachting € 1,5 miljoen. Dat is € 305.000 meer dan het vaste bedrag; "
        "€ 250.000 daarvan komt door het ingeboekte inverdieneffect."
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"savings_scenario": "none"}, "Dat is € 55.000 meer dan het vaste bedrag."),
        ({"demand_growth": -3}, "Zonder het ingeboekte inverdieneffect was er geen tekort."),
        ({"extra_budget": 400_000}, "Dat is € 95.000 minder dan het vaste bedrag."),
        ({"extra_budget": 305_000}, "Dat is ongeveer even veel als het vaste bedrag."),
    ],
)
def test_the_money_sentence_fits_every_case(changes: dict[str, float | str], said: str) -> None:
    asked = scenario(dossier(), VOERENDAAL, changes)
    assert money_sentence(asked, outcome(asked)).endswith(said)


def test_the_money_sentence_of_a_scaled_municipality_is_called_an_estimate() -> None:
    asked = scenario(dossier(), HEERLEN, {})
    said = money_sentence(asked, outcome(asked), 2019)
    assert said.startswith("In 2019 kost de hulp naar schatting € 16,3 miljoen.")
    assert said.endswith(
        "Dit is een schatting voor Heerlen: opgeschaald met cijfers van een andere gemeente."
    )


@pytest.mark.parametrize(
    ("changes", "year", "said"),
    [
        ({}, 2022, "rekent erop dat een tekort gewoon wordt uitgegeven"),
        ({"waiting_share": 100, "savings_scenario": "none", "extra_budget": 600_000}, 2026, "bijna niemand"),
        ({"waiting_share": 100}, 2022, "In 2022 wachten jongeren gemiddeld 24 weken."),
        ({"waiting_share": 100, "demand_growth": 10}, 2026, "In 2026 wachten jongeren langer dan een jaar."),
    ],
)
def test_the_waiting_sentence_fits_every_case(changes: dict[str, float | str], year: int, said: str) -> None:
    asked = scenario(dossier(), VOERENDAAL, changes)
    assert said in waiting_sentence(asked, outcome(asked), year)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "in hooguit 1 van de 100"),
        (0.23, "in 23 van de 100"),
        (0.01, "in 1 van de 100"),
        (0.99, "in 99 van de 100"),
        (1.0, "in minstens 99 van de 100"),
    ],
)
def test_a_share_is_never_said_as_none_or_all(share: float, said: str) -> None:
    assert said in fits_sentence(share)


def test_outcomes_are_written_in_their_own_unit() -> None:
    written = {
        name: amount(value, outcome_words(name))
        for name, value in {
            "balance": -1234.4,
            "use_rate": 0.0925,
            "clients": 254.2,
            "waiting_weeks": 1.2,
        }.items()
    }
    assert written == {"balance": "−€ 1.234", "use_rate": "9,2%", "clients": "254", "waiting_weeks": "1 week"}
    assert weeks(52.1) == "> 52 weken"


def test_lever_settings_are_written_with_their_unit() -> None:
    levers = {lever.key: lever for lever in levers_for(dossier(), VOERENDAAL)}
    assert setting(levers["demand_growth"], 2.5) == "2,5% per jaar"
    assert setting(levers["extra_budget"], 20_000.0) == "€ 20.000 per jaar"
    assert setting(levers["ramp_years"], 3.0) == "3 jaar"
    assert setting(levers["base_year"], "mean") == "Gemiddelde 2015–2017"


@pytest.mark.parametrize(
    ("value", "said"),
    [(304_819, "€ 305.000"), (1_504_819, "€ 1,5 miljoen"), (-999_600, "−€ 1,0 miljoen"), (499, "€ 0")],
)
def test_money_in_a_sentence_is_rounded(value: float, said: str) -> None:
    assert rounded_euro(value) == said


# Reconciliation


def test_the_reconciliation_puts_published_beside_computed_and_adjusts_nothing() -> None:
    lines = reconciliation(dossier())
    assert [(line.published, round(line.computed), round(line.difference)) for line in lines] == [
        (1_107_909, 1_185_982, 78_073),
        (102_752, 101_000, -1_752),
        (1_450_000, 1_461_718, 11_718),
        (1_200_000, 1_225_000, 25_000),
        (1_501_643, 1_267_423, -234_220),
    ]
    assert {line.standing for line in lines} == {Standing.DERIVED}
    assert lines[-1].formula == "3 × 1.107.909 − 929.262 − 1.127.042"
    for line in lines:
        assert line.published_sources
        assert line.computed_sources
        assert len(set(line.computed_sources)) == len(line.computed_sources)
