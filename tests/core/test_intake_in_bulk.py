"""Reading many rows at once gives what reading them one by one gives, whatever stands in them."""

from collections.abc import Iterator
from dataclasses import astuple, replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadsapp import paths
from raadsapp.content.loading import load
from raadsapp.domain.catalog import Catalog
from raadsapp.intake.cells import Cell
from raadsapp.intake.collecting import Findings
from raadsapp.intake.corrections import AS_IT_IS
from raadsapp.intake.entries import Entries
from raadsapp.intake.in_bulk import Bulk
from raadsapp.intake.layouts import load_layouts
from raadsapp.intake.plan import Plan
from raadsapp.intake.planning import plan_of
from raadsapp.intake.recognition import recognise
from raadsapp.intake.rows import Collected, take_row
from raadsapp.intake.sheets import DeliveredFile, Row, Sheet
from raadsapp.intake.vocabulary import Names, Vocabulary

LAYOUTS = load_layouts(paths.data_dir() / "layouts")
TABLES = {
    "2023_begroting.csv": ("Gemeenten", "Taakveld", "Baten", "Lasten", "Provincie"),
    "lang.csv": ("indicator", "gemeente", "periode", "uitsplitsing", "waarde", "eenheid", "status", "bron"),
    "statline.csv": ("Perioden", "Regio's", "Bevolking/Totale bevolking (aantal)", "Wonen/Woningen (aantal)"),
}
SAID: dict[str, tuple[Cell, ...]] = {
    "indicator": ("IND-03", "IND-08", "Bereik", "IND-99"),
    "gemeente": ("Heerlen", "GM0986", "Gemeente Landgraaf", "Atlantis"),
    "periode": ("2019", "2019-Q1", "2020-Q4", "kwartaal 7", 2021.0),
    "uitsplitsing": ("", "leeftijd=0-3", "leeftijd = 4-11", "hulpvorm=ambulant", "=3"),
    "eenheid": ("", "aantal", "%", "dozijn"),
    "status": ("", "voorlopig", "definitief", "zeker"),
    "bron": ("", "Rapport", "Bron: iemand"),
    "Gemeenten": ("Heerlen", "Voerendaal", "Nederland", "Bron: CBS"),
    "Taakveld": ("6.72a Jeugdhulp begeleiding", "6.72", "9.99 Onbekend", "Totaal"),
    "Perioden": ("2019", "2020*", "2021 4e kwartaal", "ooit"),
    "Regio's": ("Heerlen", "Landgraaf", "Nederland", "Atlantis"),
}
NUMBERS = (
    "1",
    "2,5",
    "2.5",
    "-3",
    "1.234",
    "12.345,6",
    "",
    ".",
    "x",
    "<5",
    "geheim",
    "1 250",
    "12\n13",
    "elf",
    7.0,
    2.5,
)
ANYTHING = st.one_of(st.sampled_from(("", " ", "Noot: iets", "x")), st.text(max_size=4), st.floats())


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(paths.data_dir())


def _rows(headings: tuple[str, ...]) -> st.SearchStrategy[list[Row]]:
    """Rows of which most say something; some are too short, too long or strange."""
    usual = st.tuples(*(st.sampled_from(SAID.get(heading, NUMBERS)) for heading in headings))
    strange = st.lists(ANYTHING, max_size=len(headings) + 2).map(tuple)
    changed = st.tuples(usual, st.integers(0, len(headings) - 1), ANYTHING).map(
        lambda it: (*it[0][: it[1]], it[2], *it[0][it[1] + 1 :])
    )
    short = st.tuples(usual, st.integers(0, len(headings))).map(lambda it: it[0][: it[1]])
    return st.lists(st.one_of(usual, usual, usual, changed, short, strange), min_size=1, max_size=40)


def _plan(catalog: Catalog, file: str) -> Plan:
    headings: Row = TABLES[file]
    delivered = DeliveredFile(file, "", (Sheet(file, (headings,)),))
    layout, ((_, header),) = recognise(delivered, LAYOUTS, None)
    return plan_of(layout, header, file, catalog, AS_IT_IS)


def _collected() -> Collected:
    return Collected(0, Entries(Vocabulary(), Names(("blad",))), Findings("blad"))


def _said(collected: Collected) -> Iterator[object]:
    """All that was read, in words: the numbers of names may differ."""
    entries = collected.entries
    yield list(entries)
    yield [entries.vocabulary.key(key) for key in entries.gaps]
    yield list(collected.findings)
    for cells in (collected.missing, collected.suppressed, collected.skipped, collected.valueless):
        yield astuple(cells)
    yield astuple(collected.loose)


@pytest.mark.parametrize("file", TABLES)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_rows_read_together_give_what_they_give_one_by_one(
    catalog: Catalog, file: str, data: st.DataObject
) -> None:
    rows = data.draw(_rows(TABLES[file]))
    cuts = sorted({0, len(rows), *data.draw(st.lists(st.integers(0, len(rows)), max_size=3))})
    plan = _plan(catalog, file)
    alone, together = _collected(), _collected()
    for number, row in enumerate(rows, start=2):
        take_row(plan, row, number, alone)
    bulk = Bulk.of(plan, together)
    assert bulk
    for begin, end in pairwise(cuts):
        bulk.take(rows[begin:end], 2 + begin)
    assert list(_said(together)) == list(_said(alone))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_new_in_a_column_is_told_once_and_never_left_out(
    catalog: Catalog, data: st.DataObject
) -> None:
    file = "lang.csv"
    rows = [(*row, *("",) * 8)[:8] for row in data.draw(_rows(TABLES[file]))]
    bulk = Bulk.of(_plan(catalog, file), _collected())
    assert bulk
    told: dict[int, set[Cell]] = {}
    for begin in range(0, len(rows), 7):
        for column, fresh in bulk.take(rows[begin : begin + 7], 2 + begin).items():
            known = told.setdefault(column, set())
            assert known.isdisjoint(fresh)
            known.update(fresh)
            assert {row[column] for row in rows[begin : begin + 7]} <= known
    assert set(told) == {0, 1, 2, 3, 5, 6, 7}


def test_a_cell_of_two_lines_is_no_number_and_no_two_numbers(catalog: Catalog) -> None:
    row: Row = ("IND-03", "Heerlen", "2019", "", "12\n13", "", "", "")
    collected = _collected()
    bulk = Bulk.of(_plan(catalog, "lang.csv"), collected)
    assert bulk
    bulk.take([row, (*row[:2], "2020", "", "4", "", "", "")], 2)
    assert list(collected.entries.values) == [4]
    assert [(found.row, found.column) for found in collected.findings] == [(2, 4)]


def test_rows_that_depend_on_the_row_above_are_not_read_together(catalog: Catalog) -> None:
    plan = _plan(catalog, "lang.csv")
    assert Bulk.of(plan, _collected())
    assert plan.municipality
    carried = replace(plan, municipality=replace(plan.municipality, carried=True))
    assert Bulk.of(carried, _collected()) is None
