"""Columns of numbers as sets, as the library has them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.intake.number_sets import among, distinct

NUMBERS = st.lists(st.integers(0, 2**62), max_size=30)
SOME = st.lists(st.integers(0, 20), max_size=30)


@pytest.mark.parametrize("kind", [np.int64, np.uint64])
@given(values=NUMBERS | SOME, wanted=NUMBERS | SOME)
def test_they_are_the_numbers_that_differ_and_those_that_are_wanted(
    kind: type[np.int64], values: list[int], wanted: list[int]
) -> None:
    column = np.array(values, dtype=kind)
    assert distinct(column).tolist() == sorted(set(values))
    assert among(column, wanted).tolist() == [value in set(wanted) for value in values]
