"""The 25 indicators: complete, tied to effects, and without a norm nobody set."""

from datetime import date

import pytest

from raadsapp.content.loading import load
from raadsapp.content.report_template import load_template
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Counting, Polarity
from raadsapp.paths import data_dir

EFFECTS = {
    "IND-01": "E9",
    "IND-02": "E9",
    "IND-03": "E3 E9",
    "IND-04": "E3 E5",
    "IND-05": "E2 E9",
    "IND-06": "E8 E1",
    "IND-07": "E8 E1 E9",
    "IND-08": "E2 E8",
    "IND-09": "E8 E2",
    "IND-10": "E3 E9",
    "IND-11": "E3 E9",
    "IND-12": "E2",
    "IND-13": "E3 E9",
    "IND-14": "E2 E4",
    "IND-15": "E2",
    "IND-16": "E7 E1",
    "IND-17": "E7 E9",
    "IND-18": "E3 E4",
    "IND-19": "E1 E6",
    "IND-20": "E2 E9",
    "IND-21": "E2 E8",
    "IND-22": "E8",
    "IND-23": "E4 E9",
    "IND-24": "E2 E8",
    "IND-25": "E5 E6",
}
WITH_NORM = {"IND-01", "IND-21"}
UP = {f"IND-{number:02d}" for number in (9, 10, 12, 15, 18, 19, 21, 22, 24, 25)}
DOWN = {f"IND-{number:02d}" for number in (1, 6, 7, 8, 11, 14, 16, 23)}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(data_dir())


def test_there_are_22_figures_and_three_judgements(catalog: Catalog) -> None:
    assert [indicator.key for indicator in catalog.indicators] == list(EFFECTS)
    judgements = [indicator.key for indicator in catalog.indicators if indicator.judgement]
    assert judgements == ["IND-10", "IND-15", "IND-25"]


def test_each_is_tied_to_its_effects(catalog: Catalog) -> None:
    assert {one.key: " ".join(one.effects) for one in catalog.indicators} == EFFECTS


def test_every_field_of_a_definition_is_filled(catalog: Catalog) -> None:
    for one in catalog.indicators:
        assert all((one.title, one.definition, one.unit, one.norm, one.sensitive, one.period, one.pitfall))
        assert one.breakdowns
        assert ("indicatorenset", f"nummer {int(one.key[-2:])}") in {
            (source.document, source.place) for source in one.sources
        }


def test_the_direction_that_is_better_is_that_of_the_proposal(catalog: Catalog) -> None:
    assert {one.key for one in catalog.indicators if one.polarity is Polarity.UP} == UP
    assert {one.key for one in catalog.indicators if one.polarity is Polarity.DOWN} == DOWN


def test_no_norm_is_invented(catalog: Catalog) -> None:
    with_norm = {one.key for one in catalog.indicators if not one.norm.startswith("Geen norm vastgesteld")}
    assert with_norm == WITH_NORM


def test_figures_to_compare_with_follow_from_the_printed_table(catalog: Catalog) -> None:
    norm = {one.key: one.norm for one in catalog.indicators}
    for year, told in ((2015, "4.600"), (2016, "4.837"), (2017, "4.456")):
        cost = catalog.fact(f"kosten-ambulant-{year}").value
        clients = catalog.fact(f"clienten-ambulant-{year}").value
        assert f"{cost / clients:,.0f}".replace(",", ".") == told
        assert f"€ {told} in {year}" in norm["IND-02"]
        assert f"{catalog.fact(f'clienten-verblijf-{year}').value:.0f}" in norm["IND-16"]


def test_every_series_of_the_report_is_in_the_unit_that_the_dossier_gives_it(catalog: Catalog) -> None:
    indicators = {one.key: one for one in catalog.indicators}
    template = load_template(data_dir() / "templates" / "kwartaalrapport.toml")
    rows = [(asked, row) for sheet in template.sheet for asked in sheet.asked for row in asked.rows]
    for asked, row in rows:
        indicator = indicators[asked.indicator]
        assert indicator.split(row.breakdown).unit == (row.unit or indicator.own_unit), (asked, row)
    reported = {(asked.indicator, row.breakdown) for asked, row in rows}
    for one in catalog.indicators:
        assert {(one.key, split.breakdown) for split in one.splits} <= reported
        assert (one.key, one.main) in reported
        assert not one.denominator or (one.denominator, one.denominator_breakdown) in reported
    together = {asked.indicator for asked, _ in rows if asked.together}
    assert {one.key for one in catalog.indicators if one.together} == together


def test_a_series_counts_what_its_indicator_counts_unless_the_dossier_says_otherwise(
    catalog: Catalog,
) -> None:
    indicators = {one.key: one for one in catalog.indicators}
    queue, staff = indicators["IND-07"], indicators["IND-22"]
    long = queue.split("duur=langer dan 10 weken")
    assert (long.unit, long.counting, long.polarity) == ("aantal", Counting.STOCK, Polarity.DOWN)
    sick = staff.split("verzuim=JenS")
    assert (sick.unit, sick.counting, sick.polarity) == ("%", Counting.SHARE, Polarity.DOWN)


def test_breaks_are_where_is_counted_otherwise(catalog: Catalog) -> None:
    found = {one.key: [each.since for each in one.breaks] for one in catalog.indicators if one.breaks}
    assert found == {"IND-03": [date(2018, 1, 1)], "IND-14": [date(2019, 1, 1)]}
