"""Every item of the shipped dossier in words."""

import pytest

from raadsapp.content.loading import load
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.source import Standing
from raadsapp.paths import data_dir
from raadsapp.services.described import Description, describe, kind_word
from raadsapp.texts import amount


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(data_dir())


def _described(catalog: Catalog, key: str) -> Description:
    found = describe(catalog, key)
    assert found is not None
    return found


def _detail(description: Description, name: str) -> tuple[str, ...]:
    return next(detail.lines for detail in description.details if detail.name == name)


def test_every_item_has_a_kind_a_title_and_something_to_read(catalog: Catalog) -> None:
    for key, _ in catalog.entries():
        found = _described(catalog, key)
        assert found.kind
        assert found.title
        assert found.text or found.details
        assert all(detail.name and detail.lines and all(detail.lines) for detail in found.details)
        assert all(found.caveats)


def test_an_indicator_shows_all_its_definition_fields(catalog: Catalog) -> None:
    for indicator in catalog.indicators:
        found = _described(catalog, indicator.key)
        assert found.text == indicator.definition
        assert _detail(found, "Eenheid") == (indicator.unit,)
        assert _detail(found, "Norm") == (indicator.norm,)
        assert _detail(found, "Hoe vaak") == (indicator.period,)
        assert _detail(found, "Gaat over personen") == (indicator.sensitive,)
        assert _detail(found, "Uitgesplitst naar")[0].split(", ") == list(indicator.breakdowns)
        assert "beter" in _detail(found, "Richting")[0]
        assert found.caveats == (indicator.pitfall,)


def test_a_judgement_is_said_to_be_no_count(catalog: Catalog) -> None:
    found = _described(catalog, "IND-25")
    assert found.kind == "Indicator: een oordeel"
    assert _detail(found, "Soort") == ("Een oordeel van mensen, geen telling",)


def test_an_old_effect_says_that_it_is_old_and_was_never_followed(catalog: Catalog) -> None:
    found = _described(catalog, "OE1")
    assert found.old
    assert _detail(found, "Stand") == ("Niet gevolgd",)
    assert not _described(catalog, "E1").old


def test_a_recommendation_shows_owner_parts_and_evidence_with_its_source(catalog: Catalog) -> None:
    found = _described(catalog, "A1")
    assert _detail(found, "Wie het doet") == ("College",)
    assert len(_detail(found, "Wat de rekenkamer vraagt")) == 4
    assert _detail(found, "Wat er sindsdien bekend is")[0].endswith("(Persbericht 2018)")
    assert {source.document for source in found.sources} >= {"rekenkamer-2018", "persbericht-2018"}


def test_a_figure_is_written_with_unit_place_and_period(catalog: Catalog) -> None:
    found = _described(catalog, "kosten-ambulant-2015")
    assert found.text == "€ 929.262"
    assert _detail(found, "Gemeente") == ("Voerendaal",)
    assert _detail(found, "Periode") == ("2015",)


def test_a_figure_of_the_makers_carries_its_standing(catalog: Catalog) -> None:
    assert _described(catalog, "model-eigen-gewicht").standing is Standing.ASSUMPTION
    assert _described(catalog, "plafond-2019").standing is Standing.SOURCE


def test_an_age_table_gives_every_age(catalog: Catalog) -> None:
    found = _described(catalog, "leeftijden-voerendaal-2015")
    assert found.title == "Jongeren in Voerendaal op 1 januari 2015"
    assert found.text == "2.687 jongeren van 0 tot en met 22 jaar."
    assert "22 jaar: " in _detail(found, "Per leeftijd")[0]


def test_an_order_part_a_question_an_event_and_a_role_say_what_is_theirs(catalog: Catalog) -> None:
    assert _detail(_described(catalog, "O4.2"), "Wanneer") == ("Fase 2",)
    assert _described(catalog, "V0").kind == "Centrale vraag"
    assert _detail(_described(catalog, "V1"), "Antwoord van de rekenkamer")
    assert _detail(_described(catalog, "TL-2019-start"), "Wanneer") == ("1 januari 2019",)
    assert len(_detail(_described(catalog, "ROL-raad"), "Taken")) == 5


def test_levers_say_where_they_begin_and_who_chose_that(catalog: Catalog) -> None:
    for lever in catalog.levers:
        found = _described(catalog, lever.key)
        assert _detail(found, "Begint op")
        assert _detail(found, "Gekozen door") == (lever.chosen_by,)


def test_an_unknown_key_and_a_municipality_are_no_item(catalog: Catalog) -> None:
    assert describe(catalog, "bestaat-niet") is None
    assert kind_word(catalog.municipalities[0]) == "Gemeente"


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (929262, "€", "€ 929.262"),
        (67000, "€ per jaar", "€ 67.000 per jaar"),
        (1.4, "%", "1,4%"),
        (-5, "%", "−5%"),
        (18, "aantal", "18"),
        (0.2, "aandeel", "20%"),
        (11.2, "keer", "11,2 keer"),
        (0.125, "aandeel", "12,5%"),
        (1.25, "keer", "1,25 keer"),
    ],
)
def test_amounts_are_written_with_their_unit_and_no_more_decimals_than_they_need(
    value: float, unit: str, written: str
) -> None:
    assert amount(value, unit) == written
