"""No small count can be found by subtracting: checked by a linear program that knows nothing of ours."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp.privacy.disclosure import tau_argus
from raadsapp.privacy.disclosure.protecting import Protected, protect
from raadsapp.privacy.disclosure.table import Cell, Margin, Standing, Table
from tests.core.engine import engine_here
from tests.core.intervals import intervals

THRESHOLD = 10
TIME = 60.0
ENGINE = engine_here()
_ALL = -1


def table_of(counts: dict[tuple[int, ...], int], sizes: tuple[int, ...]) -> Table:
    """A table with every total over every dimension; `counts` are its inner cells."""
    places: dict[tuple[int, ...], int] = {}
    cells: list[Cell] = []
    for key in product(*[[*range(size), _ALL] for size in sizes]):
        places[key] = len(cells)
        inner = product(*[range(size) if at == _ALL else [at] for at, size in zip(key, sizes, strict=True)])
        cells.append(Cell(float(sum(counts[one] for one in inner)), weight=1 + 10 * key.count(_ALL)))
    margins = [
        Margin(place, tuple(places[(*key[:at], part, *key[at + 1 :])] for part in range(sizes[at])))
        for key, place in places.items()
        for at in range(len(sizes))
        if key[at] == _ALL
    ]
    return Table(tuple(cells), tuple(margins))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables of two or three dimensions with many small counts."""
    sizes = draw(st.sampled_from([(2, 2), (3, 3), (3, 5), (2, 4), (2, 2, 2), (3, 2, 3)]))
    keys = list(product(*[range(size) for size in sizes]))
    count = st.one_of(st.integers(0, 15), st.integers(0, 300))
    return table_of(
        dict(zip(keys, draw(st.lists(count, min_size=len(keys), max_size=len(keys))), strict=True)), sizes
    )


def assert_cannot_be_found(table: Table, found: Protected) -> None:
    for place, (low, high) in intervals(table, found.hidden).items():
        assert high - low >= THRESHOLD - 1e-6, (place, table.cells[place], low, high)


@settings(max_examples=60, deadline=None)
@given(tables())
def test_every_hidden_count_of_any_table_lies_in_an_interval_as_wide_as_the_threshold(table: Table) -> None:
    found = protect(table, THRESHOLD, ENGINE, TIME)
    assert {place for place, cell in enumerate(table.cells) if cell.value < THRESHOLD} <= found.hidden
    assert_cannot_be_found(table, found)


@settings(max_examples=20, deadline=None)
@given(tables())
def test_where_time_is_up_as_much_is_hidden_as_without_the_engine(table: Table) -> None:
    assert protect(table, THRESHOLD, ENGINE, 0.0) == protect(table, THRESHOLD)


@settings(max_examples=60, deadline=None)
@given(tables())
def test_without_the_engine_more_is_hidden_and_nothing_can_be_found_either(table: Table) -> None:
    bluntly = protect(table, THRESHOLD)
    assert bluntly.hidden >= protect(table, THRESHOLD, ENGINE, TIME).hidden
    assert bluntly.bluntly == bool(bluntly.hidden)
    assert_cannot_be_found(table, bluntly)


@settings(max_examples=40, deadline=None)
@given(
    counts=st.lists(st.one_of(st.integers(0, 15), st.integers(0, 200)), min_size=16, max_size=16),
    engine=st.booleans(),
)
def test_publishing_twice_with_one_more_quarter_gives_nothing_away(
    *, counts: list[int], engine: bool
) -> None:
    """Two municipalities, two parts, four quarters: the year and its totals can be added up only then."""
    whole = table_of(dict(zip(product(range(2), range(2), range(4)), counts, strict=True)), (2, 2, 4))
    keys = list(product([0, 1, _ALL], [0, 1, _ALL], [0, 1, 2, 3, _ALL]))
    first = {place for place, key in enumerate(keys) if key[2] in {0, 1, 2}}
    margins = tuple(one for one in whole.margins if {one.total, *one.parts} <= first)
    chosen = ENGINE if engine else None
    before = protect(Table(whole.cells, margins), THRESHOLD, chosen, TIME)
    cells = tuple(
        cell
        if place not in first
        else replace(cell, standing=Standing.HIDDEN if place in before.hidden else Standing.KNOWN)
        for place, cell in enumerate(whole.cells)
    )
    after = protect(Table(cells, whole.margins), THRESHOLD, chosen, TIME)
    assert before.hidden & first <= after.hidden
    assert not after.hidden & (first - before.hidden)
    assert_cannot_be_found(whole, after)


def test_what_is_not_going_to_be_shown_costs_nothing_and_its_total_tells_nothing() -> None:
    cells = (Cell(100.0, Standing.UNSEEN), Cell(3.0), Cell(60.0), Cell(37.0))
    assert protect(Table(cells, (Margin(0, (1, 2, 3)),)), THRESHOLD, ENGINE, TIME).hidden == {1}


def test_a_table_without_small_counts_is_shown_whole() -> None:
    table = table_of(dict.fromkeys(product(range(2), range(2)), 50), (2, 2))
    assert protect(table, THRESHOLD) == Protected(frozenset())


def test_where_everything_around_a_small_count_was_shown_before_the_rest_is_hidden() -> None:
    cells = (Cell(50.0, Standing.KNOWN), Cell(47.0, Standing.KNOWN), Cell(3.0))
    found = protect(Table(cells, (Margin(0, (1, 2)),)), THRESHOLD, ENGINE, TIME)
    assert found == Protected(frozenset({2}), bluntly=True)


@pytest.mark.skipif(not tau_argus.available(), reason="there is no such engine for this kind of computer")
def test_the_engine_hides_as_little_as_it_needs() -> None:
    cells = (Cell(46.0, weight=1000), Cell(3.0, weight=10), Cell(12.0, weight=10), Cell(31.0, weight=20))
    assert protect(Table(cells, (Margin(0, (1, 2, 3)),)), THRESHOLD, ENGINE, TIME) == Protected(
        frozenset({1, 2})
    )
