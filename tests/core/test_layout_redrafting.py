"""Who adjusts a layout starts from what was pointed out for it: reading a layout back is no guess."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.content.loading import load
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.observation import Status
from raadsapp.domain.period import PeriodKind
from raadsapp.errors import UserError
from raadsapp.intake.layouts import load_layouts
from raadsapp.intake.placing import value_columns
from raadsapp.intake.sheet_part import SheetPart
from raadsapp.paths import data_dir
from raadsapp.services.layout_building import layout_of
from raadsapp.services.layout_drafts import NOWHERE, Draft, Part, Place, Where
from raadsapp.services.layout_guesses import guess
from raadsapp.services.layout_redrafting import draft_of
from raadsapp.services.layout_tables import Table
from tests.core.unknown_files import LONG, NOTED, SEVERAL, WIDE, Rows


def _table(rows: Rows, file: str = "Heerlen 2019-Q1.xlsx", name: str = "Landgraaf 2020") -> Table:
    return Table(file, SheetPart(name, (-1, -1), tuple(enumerate(map(tuple, rows))), len(rows)))


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The shipped dossier."""
    return load(data_dir())


TABLES = tuple(map(_table, (LONG, NOTED, SEVERAL, WIDE, (("", "2019"), ("Heerlen", 4.0), ("Brunssum", 5.0)))))
_words = st.text("abc xyz=|", max_size=8)


def _places(table: Table) -> st.SearchStrategy[Place]:
    """Anywhere that a part may be said to stand."""
    elsewhere = st.sampled_from((NOWHERE, *map(Place, (Where.HEADINGS, Where.SHEET, Where.FILE))))
    return st.one_of(
        elsewhere,
        st.builds(lambda column: Place(Where.COLUMN, column), st.integers(0, table.width - 1)),
        st.builds(lambda row, column: Place(Where.CELL, column, row), st.integers(0, 5), st.integers(0, 5)),
        st.builds(lambda text: Place(Where.TEXT, text=text), st.sampled_from(("IND-03", "GM0917", "2019"))),
    )


@st.composite
def _said(draw: st.DrawFn, table: Table, guessed: Draft) -> Draft:
    """Something that a clerk may say of a sheet: most as it was guessed, some of it otherwise."""
    draft = guessed
    for part, place in draw(st.lists(st.tuples(st.sampled_from(list(Part)), _places(table)), max_size=2)):
        if part is not Part.UNIT or place.where in {Where.COLUMN, Where.NOWHERE}:
            draft = draft.with_place(part, place)
    factors = draw(st.lists(st.sampled_from((1.0, 1000.0)), min_size=len(draft.values), max_size=20))
    return replace(
        draft,
        values=tuple(
            replace(value, factor=factor) for value, factor in zip(draft.values, factors, strict=False)
        ),
        decimal=draw(st.sampled_from(("", ",", "."))),
        status=draw(st.sampled_from(list(Status))),
        source=draw(_words),
        dimension=draw(_words),
        skip=tuple(draw(st.lists(_words, max_size=2))),
        days=draw(st.none() | st.sampled_from(list(PeriodKind))),
    )


@given(data=st.data(), table=st.sampled_from(TABLES))
def test_a_layout_read_back_and_made_again_is_the_same(
    catalog: Catalog, data: st.DataObject, table: Table
) -> None:
    draft = data.draw(_said(table, guess(table, catalog)))
    try:
        layout = layout_of(draft, table, catalog)
    except UserError:
        return
    back = draft_of(layout, table)
    if back is not None:
        assert layout_of(back, table, catalog) == layout


def test_what_was_guessed_of_every_kind_of_file_is_read_back(catalog: Catalog) -> None:
    for table in TABLES:
        draft = guess(table, catalog)
        if draft.place(Part.INDICATOR) == NOWHERE:
            draft = draft.with_place(Part.INDICATOR, Place(Where.TEXT, text="IND-06"))
        layout = layout_of(draft, table, catalog)
        assert draft_of(layout, table) == replace(draft, guessed=frozenset(), source=draft.source.strip())


def test_a_layout_for_other_sheets_or_with_more_than_can_be_pointed_at_is_not_read_back() -> None:
    layouts = load_layouts(data_dir() / "layouts")
    assert [draft_of(layout, TABLES[0]) for layout in layouts] == [None] * len(layouts)


def test_columns_whose_headings_are_alike_may_count_in_other_sizes(catalog: Catalog) -> None:
    table = TABLES[3]
    draft = guess(table, catalog).with_place(Part.INDICATOR, Place(Where.TEXT, text="IND-03"))
    first, *others = draft.values
    layout = layout_of(replace(draft, values=(replace(first, factor=1000.0), *others)), table, catalog)
    header = table.header(draft.headings)
    assert header is not None
    assert [(column, value.factor) for column, value in value_columns(layout, header)] == [
        (1, 1000.0),
        (2, 1.0),
        (3, 1.0),
    ]
