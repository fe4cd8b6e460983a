"""Rows that travel as columns are the rows they were, read as rows or as columns."""

from hypothesis import given
from hypothesis import strategies as st

from raadsapp.intake.cells import Cell
from raadsapp.intake.sheets import Row, columns_of, width_of
from raadsapp.intake.workbooks.messages import packed_rows, unpacked

CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.sampled_from(("", "", "a", "b", 1.0)), st.floats(allow_nan=False)
)
TABLES = st.tuples(st.integers(1, 6), st.integers(0, 4)).flatmap(
    lambda size: st.lists(
        st.lists(CELLS, min_size=size[1], max_size=size[1]).map(tuple), min_size=size[0], max_size=size[0]
    )
)


def _ended(row: Row) -> Row:
    """The row up to its last cell that is not empty."""
    return row[: max((at for at, cell in enumerate(row, start=1) if cell != ""), default=0)]


@given(rows=TABLES, width=st.integers(1, 5), data=st.data())
def test_rows_packed_as_columns_come_back_as_the_same_rows(
    rows: list[Row], width: int, data: st.DataObject
) -> None:
    expected = [_ended(row) for row in rows]
    block = unpacked(packed_rows(list(zip(*rows, strict=True)), len(rows)))
    assert list(block) == expected
    assert [block[number] for number in range(len(block))] == expected
    assert width_of(block) == width_of(expected)
    assert list(columns_of(block, width)) == list(columns_of(expected, width))
    some = data.draw(st.slices(len(rows)))
    assert list(block[some]) == expected[some]
    assert len(block[some]) == len(expected[some])
