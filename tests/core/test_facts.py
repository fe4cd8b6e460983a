"""The printed figures of the dossier, as data and as observations."""

import csv
from pathlib import Path

import pytest

from raadsapp.content.figures import observations
from raadsapp.content.loading import load
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.municipality import normalised
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period
from raadsapp.domain.source import Standing
from raadsapp.paths import data_dir

HEERLEN, LANDGRAAF, VOERENDAAL = "GM0917", "GM0882", "GM0986"
SAMPLES = Path(__file__).parents[2].parent / "shared" / "data"
PRINTED = {
    HEERLEN: {2015: 18605, 2016: 18507, 2017: 18382},
    LANDGRAAF: {2015: 7909, 2016: 7851, 2017: 7789},
    VOERENDAAL: {2015: 2687, 2016: 2697, 2017: 2711},
}
TABLES = {
    "kosten-ambulant": (929262, 1127042, 1501643),
    "arrangementen-ambulant": (227, 280, 354),
    "clienten-ambulant": (202, 233, 337),
    "arrangementen-verblijf": (17, 17, 32),
    "clienten-verblijf": (17, 16, 26),
    "pgb-aantal": (74, 31, 12),
    "pgb-kosten": (204000, 67000, 32000),
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(data_dir())


def test_the_age_table_adds_up_to_the_printed_totals(catalog: Catalog) -> None:
    sums: dict[str, dict[int, int]] = {}
    for count in catalog.age_counts:
        assert len(count.counts) == 23
        assert sum(count.counts) == count.printed_total
        sums.setdefault(count.municipality, {})[count.year] = sum(count.counts)
    assert sums == PRINTED


def test_ages_stand_in_order_although_the_source_prints_age_eight_first(catalog: Catalog) -> None:
    voerendaal = next(one for one in catalog.age_counts if one.key == "leeftijden-voerendaal-2015")
    assert voerendaal.counts[5:10] == (113, 104, 116, 95, 102)


@pytest.mark.parametrize("series", list(TABLES))
def test_the_table_of_costs_and_clients_is_complete(catalog: Catalog, series: str) -> None:
    facts = [catalog.fact(f"{series}-{year}") for year in (2015, 2016, 2017)]
    assert tuple(fact.value for fact in facts) == TABLES[series]
    assert [fact.period for fact in facts] == ["2015JJ00", "2016JJ00", "2017JJ00"]
    assert {fact.municipality for fact in facts} == {VOERENDAAL}


@pytest.mark.parametrize("series", list(TABLES))
def test_the_caveats_under_the_table_go_with_every_figure_of_it(catalog: Catalog, series: str) -> None:
    for year in (2015, 2016, 2017):
        caveats = " ".join(catalog.fact(f"{series}-{year}").caveats)
        assert "indicatief" in caveats
        assert ("niet uniek" in caveats) == series.startswith("clienten")
        assert ("aannames" in caveats) == (year == 2017)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("plafond-2019", 1450000),
        ("plafond-2020", 1450000),
        ("plafond-2021", 1350000),
        ("plafond-2022", 1200000),
        ("inverdien-laag", 67000),
        ("inverdien-midden", 146000),
        ("inverdien-hoog", 225000),
        ("inverdien-fasering-2019", 0),
        ("inverdien-fasering-2020", 0),
        ("inverdien-fasering-2021", 50),
        ("inverdien-fasering-2022", 100),
        ("index-lumpsum", 1.4),
        ("kleine-aanbieders-deel", 4),
        ("lumpsum-deel-ambulant", 1107909),
        ("lumpsum-deel-vrijgevestigden", 55195),
        ("lumpsum-deel-meander", 170000),
        ("lumpsum-deel-mee", 11222),
        ("lumpsum-deel-versterking", 8400),
        ("lumpsum-deel-puur-jong", 6240),
        ("lumpsum-deel-pgb", 102752),
        ("meander-rest", 111747),
        ("cr-vaste-kosten-deel", 25),
        ("regio-gemeenten", 18),
        ("aanbieders-voerendaal", 25),
        ("korting-begin", 20),
        ("korting-2016", 5),
        ("drempel-aanbesteden", 750000),
        ("aandeel-buiten-aanbesteding", 90),
        ("oud-effect-overnemen", -5),
        ("oud-effect-versterken", 5),
        ("tekort-jens-2020", 3000000),
        ("extra-jens-2021", 3700000),
    ],
)
def test_a_printed_figure_is_there_as_printed(catalog: Catalog, key: str, value: float) -> None:
    fact = catalog.fact(key)
    assert fact.value == value
    assert fact.standing is Standing.SOURCE


def test_parts_of_the_lumpsum_add_up_to_more_than_the_ceiling(catalog: Catalog) -> None:
    parts = [fact.value for fact in catalog.facts if fact.key.startswith("lumpsum-deel-")]
    assert sum(parts) == 1461718


def test_figures_that_contradict_each_other_point_at_each_other(catalog: Catalog) -> None:
    contradicting = {fact.key: set(fact.disagrees_with) for fact in catalog.facts if fact.disagrees_with}
    assert contradicting == {
        "cr-bijdrage-2015": {"cr-bijdrage-voor-2019"},
        "cr-bijdrage-2018": {"cr-bijdrage-voor-2019", "cr-bijdrage-2019"},
        "cr-bijdrage-voor-2019": {"cr-bijdrage-2015", "cr-bijdrage-2018"},
        "cr-bijdrage-2019": {"cr-bijdrage-2018"},
        "aanbieders-rapport": {"aanbieders-krant"},
        "aanbieders-krant": {"aanbieders-rapport"},
    }


def test_the_scale_of_the_other_two_is_called_an_estimate(catalog: Catalog) -> None:
    weights = {fact.key: fact.value for fact in catalog.facts if fact.key.startswith("gewicht-")}
    assert weights == {
        "gewicht-heerlen": 11.2,
        "gewicht-heerlen-laag": 10.4,
        "gewicht-heerlen-hoog": 11.9,
        "gewicht-landgraaf": 4.1,
        "gewicht-landgraaf-laag": 3.8,
        "gewicht-landgraaf-hoog": 4.4,
    }
    assert {catalog.fact(key).standing for key in weights} == {Standing.ESTIMATE}
    assert all(catalog.fact(key).sources[0].document == "iv3" for key in weights)


def test_nothing_the_makers_chose_looks_like_a_printed_figure(catalog: Catalog) -> None:
    chosen = [fact for fact in catalog.facts if fact.key.startswith("model-")]
    assert len(chosen) == 14
    assert {fact.standing for fact in chosen} == {Standing.ASSUMPTION, Standing.DERIVED}
    assert {source.document for fact in chosen for source in fact.sources} == {"scenariomodel"}
    own = [fact for fact in catalog.facts if fact not in chosen]
    assert {fact.standing for fact in own} == {Standing.SOURCE, Standing.ESTIMATE}


def test_every_series_of_the_printed_tables_stands_as_observations(catalog: Catalog) -> None:
    stored = {one.key: one for one in observations(catalog)}
    assert len(stored) == len(observations(catalog)) == 3 * len(TABLES) + 4 + 9 * 24
    place = "Rekenkamerrapport 2018, §4.1 tabel Arrangementen Voerendaal"
    year_2016, year_2017 = Period(2016), Period(2017)
    key = ObservationKey("clienten-ambulant", VOERENDAAL, year_2016)
    assert stored[key] == Observation(key, 233.0, Status.FINAL, place)
    key = ObservationKey("clienten-ambulant", VOERENDAAL, year_2017)
    assert stored[key] == Observation(key, 337.0, Status.PROVISIONAL, place)
    assert stored[ObservationKey("plafond", VOERENDAAL, Period(2022))].value == 1200000
    assert stored[ObservationKey("jongeren", HEERLEN, year_2017)].value == 18382
    assert stored[ObservationKey("jongeren", HEERLEN, year_2017, "leeftijd=8")].value == 718


def test_only_the_tables_over_2017_are_provisional(catalog: Catalog) -> None:
    provisional = {one.key for one in observations(catalog) if one.status is Status.PROVISIONAL}
    assert provisional == {ObservationKey(series, VOERENDAAL, Period(2017)) for series in TABLES}


@pytest.mark.parametrize("file", ["2023_begroting.csv", "2023_jaarrekening.csv"])
def test_every_municipality_in_the_public_finances_of_2023_is_known(catalog: Catalog, file: str) -> None:
    path = SAMPLES / "iv3" / file
    if not path.is_file():
        pytest.skip(f"the public sample {file} is not beside the repository")
    with path.open(encoding="utf-8", newline="") as lines:
        named = {row["Gemeenten"].strip() for row in csv.DictReader(lines, delimiter=";")}
    known = {normalised(one.name): one.code for one in catalog.municipalities}
    assert {name for name in named if normalised(name) not in known} == {"Nederland"}
    assert len(catalog.municipalities) == len(named) - 1 == 342


def test_codes_of_municipalities_are_those_of_the_statistical_office(catalog: Catalog) -> None:
    path = SAMPLES / "cbs" / "gemeenten-alfabetisch-2019.csv"
    if not path.is_file():
        pytest.skip("the public list of municipalities is not beside the repository")
    with path.open(encoding="utf-8-sig", newline="") as lines:
        listed = {row["GemeentecodeGM"]: row["Gemeentenaam"] for row in csv.DictReader(lines)}
    newer = {one.code: one.name for one in catalog.municipalities if one.code not in listed}
    assert newer == {
        "GM1979": "Eemsdelta",
        "GM1980": "Dijk en Waard",
        "GM1982": "Land van Cuijk",
        "GM1991": "Maashorst",
        "GM1992": "Voorne aan Zee",
    }
    assert all(listed[one.code] == one.name for one in catalog.municipalities if one.code in listed)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Den Haag", "GM0518"),
        ("'s-Gravenhage (gemeente)", "GM0518"),
        ("Den Bosch", "GM0796"),
        ("Hengelo (O.)", "GM0164"),
        ("Bergen (L.)", "GM0893"),
        ("Bergen (NH.)", "GM0373"),
        ("gemeente Voerendaal", VOERENDAAL),
    ],
)
def test_other_spellings_lead_to_one_municipality(catalog: Catalog, written: str, code: str) -> None:
    found = {
        one.code
        for one in catalog.municipalities
        for name in (one.name, *one.names)
        if normalised(name) == normalised(written)
    }
    assert found == {code}
