"""The figures that stay in sight: money, certainty and waiting, and the line below them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.services.scenario import TOGETHER, outcome, scenario
from raadsapp.services.scenario_headline import (
    Headline,
    changed_levers,
    headline,
    preset_settings,
    preset_told,
)
from raadsapp.services.scenario_questions import bands
from raadsapp.services.scenario_sentences import fits_words
from tests.core.shipped import dossier

HEERLEN = "GM0917"


def _headline(municipality: str = "", draws: int = 101, **changes: float | str) -> Headline:
    asked = scenario(dossier(), municipality, changes)
    band = bands(asked, draws).of(asked, ()) if draws else None
    return headline(asked, outcome(asked), band)


def test_the_budget_falls_short_and_nobody_waits() -> None:
    found = _headline()
    assert found.money.figure == "€ 305.000 tekort"
    assert found.money.about == "in 2022 met deze schuiven"
    assert found.fits.figure.endswith("van de 100")
    assert (found.waiting.figure, found.waiting.about) == ("0 weken", "extra wachten, gemiddeld")
    assert found.short
    assert "varianten in het vaste bedrag." in found.sentence


def test_a_surplus_is_called_one() -> None:
    found = _headline(extra_budget=600_000)
    assert found.money.figure == "€ 295.000 overschot"
    assert not found.short


def test_an_amount_that_rounds_to_nothing_is_no_shortage() -> None:
    found = _headline(extra_budget=304_800)
    assert found.money.figure == "Geen tekort"
    assert not found.short


def test_money_that_runs_out_becomes_waiting() -> None:
    found = _headline(waiting_share=100)
    assert found.money.figure == "€ 305.000 tekort"
    assert found.waiting.figure.endswith(" weken")
    assert found.waiting.figure != "0 weken"


def test_more_than_a_year_is_no_average() -> None:
    found = _headline(waiting_share=100, demand_growth=10, price_index=8)
    assert (found.waiting.figure, found.waiting.about) == ("> 52 weken", "extra wachten")


def test_without_draws_nothing_is_said_of_how_often_it_fits() -> None:
    found = _headline(draws=0)
    assert found.fits.figure == ""
    assert "varianten" not in found.sentence


@given(st.floats(0, 1))
def test_never_none_and_never_all_of_them(share: float) -> None:
    words = fits_words(share)
    assert 1 <= int(words.split()[-1]) <= 99


def test_fewer_draws_than_at_rest_are_said() -> None:
    asked = scenario(dossier(), "", {})
    few = bands(asked, 2_001).of(asked, ())
    found = headline(asked, outcome(asked), few, all_draws=10_001)
    assert found.fits.about == "varianten past (nu 2.001)"
    assert headline(asked, outcome(asked), few).fits.about == "doorgerekende varianten past"


def test_the_ends_say_at_most_and_at_least() -> None:
    assert fits_words(0) == "hooguit 1"
    assert fits_words(1) == "minstens 99"
    assert fits_words(0.23) == "23"


def test_changed_levers_are_named_and_the_rest_is_counted() -> None:
    assert changed_levers(scenario(dossier(), "", {})) == "Alle schuiven staan in de beginstand."
    two = scenario(dossier(), "", {"price_index": 2.5, "base_year": "2017"})
    assert (
        changed_levers(two) == "Gewijzigd: Startpunt van de kosten op 2017 en Prijsstijging op 2,5% per jaar."
    )
    many: dict[str, float | str] = {
        "price_index": 2.5,
        "demand_growth": 1,
        "pgb_count": 12,
        "youth_change": 1,
    }
    many["base_year"] = "2017"
    assert changed_levers(scenario(dossier(), "", many)).endswith("en 2 andere schuiven.")


@pytest.mark.parametrize("municipality", ["GM0986", HEERLEN, TOGETHER])
def test_a_preset_tells_its_sentence_until_a_lever_moves(municipality: str) -> None:
    untouched = scenario(dossier(), municipality, {})
    presets = preset_settings(dossier(), untouched)
    assert len(presets) == len(dossier().presets)
    for preset, settings in presets:
        asked = scenario(dossier(), municipality, settings)
        assert preset_told(asked, presets, preset.key) == preset.text
        moved = scenario(dossier(), municipality, {**settings, "price_index": 7.7})
        assert preset_told(moved, presets, preset.key) == ""


def test_of_presets_that_set_the_same_the_first_one_tells() -> None:
    asked = scenario(dossier(), "", {})
    presets = preset_settings(dossier(), asked)
    assert preset_told(asked, presets) == dossier().presets[0].text
