import pytest

from raadsapp import paths
from raadsapp.content.loading import load
from raadsapp.domain.case import references
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.source import Standing
from raadsapp.services.case_figures import case_figures
from raadsapp.services.scenario import TOGETHER, scenario
from raadsapp.services.scenario_region import region, region_weight

VOERENDAAL, LANDGRAAF, HEERLEN = "GM0986", "GM0882", "GM0917"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(paths.data_dir())


def test_a_lever_is_told_where_it_stands_and_is_an_assumption(catalog: Catalog) -> None:
    asked = scenario(catalog, VOERENDAAL, {"waiting_share": 35.0})
    figures = case_figures(catalog, VOERENDAAL, asked)
    assert figures.filled("Dat is {waiting_share} van een tekort.") == "Dat is 35% (aanname) van een tekort."
    assert figures.filled("Een aanname: {waiting_share}.") == "Een aanname: 35%."
    found = figures.figure("waiting_share")
    assert found
    assert found.lever
    assert found.standing is Standing.ASSUMPTION
    assert "Tekort dat wachten wordt op 35%" in figures.levers


def test_without_levers_that_were_looked_at_they_stand_at_their_start(catalog: Catalog) -> None:
    figures = case_figures(catalog, VOERENDAAL)
    assert figures.levers == "Alle schuiven staan in de beginstand."
    assert figures.waiting.startswith("In 2022 ")
    assert figures.payers.startswith("De gemeente betaalt in 2022 ")


def test_a_fact_of_the_dossier_keeps_its_own_standing_and_source(catalog: Catalog) -> None:
    found = case_figures(catalog, VOERENDAAL).figure("kleine-aanbieders-deel")
    assert found
    assert (found.value, found.standing, found.lever) == ("4%", Standing.SOURCE, False)
    assert found.sources


def test_each_figure_of_some_texts_is_told_once_in_order(catalog: Catalog) -> None:
    figures = case_figures(catalog, VOERENDAAL)
    texts = ("{waiting_share} en {kleine-aanbieders-deel}", "weer {waiting_share}", "{weg}")
    assert [one.key for one in figures.in_texts(texts)] == ["waiting_share", "kleine-aanbieders-deel"]
    assert figures.filled("{weg}") == "(onbekend cijfer)"


def test_amounts_that_were_moved_elsewhere_grow_with_the_weight_of_the_municipality(catalog: Catalog) -> None:
    weighted = next(
        lever for lever in catalog.levers if lever.weighted and not isinstance(lever.default, str)
    )
    value = weighted.low + 10 * weighted.step
    asked = scenario(catalog, VOERENDAAL, {weighted.key: value})
    here = case_figures(catalog, HEERLEN, asked).asked
    grown = region_weight(region(catalog, HEERLEN)) / region_weight(region(catalog, VOERENDAAL))
    assert here.municipality == HEERLEN
    assert dict(here.values)[weighted.key] == pytest.approx(value * grown)


@pytest.mark.parametrize("where", [VOERENDAAL, LANDGRAAF, TOGETHER])
def test_levers_that_were_not_moved_stand_at_the_start_of_the_municipality(
    catalog: Catalog, where: str
) -> None:
    here = case_figures(catalog, HEERLEN, scenario(catalog, where, {})).asked
    assert here.values == scenario(catalog, HEERLEN, {}).values


def test_a_choice_that_was_made_elsewhere_is_made_here_too(catalog: Catalog) -> None:
    asked = scenario(catalog, LANDGRAAF, {"savings_scenario": "low"})
    assert dict(case_figures(catalog, HEERLEN, asked).asked.values)["savings_scenario"] == "low"


def test_the_levers_of_the_municipality_itself_are_taken_as_they_are(catalog: Catalog) -> None:
    asked = scenario(catalog, HEERLEN, {"waiting_share": 20.0})
    assert case_figures(catalog, HEERLEN, asked).asked is asked


def test_every_figure_in_every_case_is_known(catalog: Catalog) -> None:
    figures = case_figures(catalog, VOERENDAAL)
    for case in catalog.cases:
        texts = tuple(case.texts())
        assert len(figures.in_texts(texts)) == len({key for text in texts for key in references(text)})
