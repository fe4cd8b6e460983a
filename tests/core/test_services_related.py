"""Links between the items of the shipped dossier, followed both ways."""

import pytest

from raadsapp.content.loading import load
from raadsapp.domain.catalog import Catalog
from raadsapp.paths import data_dir
from raadsapp.services.related import Relation, cited, relations


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(data_dir())


def _keys(catalog: Catalog, key: str) -> set[str]:
    return {other for relation in relations(catalog, key) for other in relation.keys}


def _named(catalog: Catalog, key: str, name: str) -> tuple[str, ...]:
    return next((relation.keys for relation in relations(catalog, key) if relation.name == name), ())


def test_a_goal_leads_to_its_effects_and_through_them_to_indicators_and_recommendations(
    catalog: Catalog,
) -> None:
    assert _named(catalog, "D5", "Effecten die dit doel laten zien") == ("E4", "E7", "E9")
    assert "IND-01" in _named(catalog, "D5", "Indicatoren bij deze effecten")
    assert "A3" in _named(catalog, "D5", "Aanbevelingen bij deze effecten")


def test_an_effect_knows_the_goals_indicators_and_recommendations_that_name_it(catalog: Catalog) -> None:
    assert _named(catalog, "E9", "Doelen die dit effect laat zien") == ("D2", "D5")
    assert "IND-01" in _named(catalog, "E9", "Indicatoren die dit effect volgen")
    assert _named(catalog, "E9", "Aanbevelingen die hieraan bijdragen") == ("A3", "A5")
    assert "VG-geld" in _named(catalog, "E9", "Oud naast nieuw")


@pytest.mark.parametrize("kind", ["goals", "indicators", "recommendations", "comparisons", "levers"])
def test_whatever_names_an_effect_is_found_from_that_effect_too(catalog: Catalog, kind: str) -> None:
    for item in getattr(catalog, kind):
        for effect in item.effects:
            assert effect in _keys(catalog, item.key)
            assert item.key in _keys(catalog, effect)


def test_figures_that_contradict_each_other_lead_to_each_other(catalog: Catalog) -> None:
    for fact in catalog.facts:
        for other in fact.disagrees_with:
            assert other in _named(catalog, fact.key, "Spreekt dit tegen")
            assert fact.key in _named(catalog, other, "Spreekt dit tegen")


def test_a_figure_leads_to_its_series_and_the_series_to_all_its_figures(catalog: Catalog) -> None:
    assert _named(catalog, "plafond-2019", "Reeks waarin dit cijfer staat") == ("plafond",)
    assert _named(catalog, "plafond-2019", "Andere cijfers in deze reeks") == (
        "plafond-2020",
        "plafond-2021",
        "plafond-2022",
    )
    assert len(_named(catalog, "plafond", "Cijfers in deze reeks")) == 4


def test_an_age_table_leads_to_the_other_years_of_its_municipality_only(catalog: Catalog) -> None:
    assert _named(catalog, "leeftijden-heerlen-2016", "Andere jaren van deze gemeente") == (
        "leeftijden-heerlen-2015",
        "leeftijden-heerlen-2017",
    )


def test_a_part_of_the_order_and_a_question_lead_up_and_down(catalog: Catalog) -> None:
    assert _named(catalog, "O4", "Onderdelen") == ("O4.1", "O4.2", "O4.3")
    assert _named(catalog, "O4.2", "Hoort bij") == ("O4",)
    assert _named(catalog, "V0", "Onderdelen") == ("V1", "V2", "V3", "V4")
    assert _named(catalog, "V3.1", "Hoort bij") == ("V3",)


def test_presets_and_the_levers_they_set_lead_to_each_other(catalog: Catalog) -> None:
    for preset in catalog.presets:
        for lever, _ in preset.settings:
            assert lever in _keys(catalog, preset.key)
            assert preset.key in _keys(catalog, lever)


def test_a_lever_that_needs_another_says_so_both_ways(catalog: Catalog) -> None:
    dependent = [lever for lever in catalog.levers if lever.works_with]
    for lever in dependent:
        assert _named(catalog, lever.key, "Werkt pas samen met") == lever.works_with
        for other in lever.works_with:
            assert lever.key in _named(catalog, other, "Hangt af van deze schuif")


def test_a_document_leads_to_everything_that_cites_it(catalog: Catalog) -> None:
    for key, item in catalog.entries():
        for source in cited(item):
            assert key in _named(catalog, source.document, "Wat uit deze bron komt")


def test_evidence_of_a_recommendation_counts_as_citing(catalog: Catalog) -> None:
    assert "A1" in _named(catalog, "persbericht-2018", "Wat uit deze bron komt")


def test_every_link_of_every_item_leads_somewhere_and_never_to_itself(catalog: Catalog) -> None:
    for key, _ in catalog.entries():
        for relation in relations(catalog, key):
            assert relation.keys
            assert key not in relation.keys
            assert len(set(relation.keys)) == len(relation.keys)
            assert all(catalog.find(other) for other in relation.keys)


def test_a_plain_statement_and_an_unknown_key_have_no_links(catalog: Catalog) -> None:
    assert relations(catalog, "K1") == ()
    assert relations(catalog, "bestaat-niet") == ()
    assert Relation("Onderdelen", ("O4.1",)).keys == ("O4.1",)
