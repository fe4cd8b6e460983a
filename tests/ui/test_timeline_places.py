"""Labels beside a time axis: in order, never over each other, and near their moment."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from raadsapp.ui.widgets.timeline_places import spread, year_fraction

_LABELS = st.lists(st.tuples(st.floats(0, 1000), st.floats(5, 60)), min_size=1, max_size=30)


@given(_LABELS)
def test_labels_keep_their_order_and_never_overlap(labels: list[tuple[float, float]]) -> None:
    middles = sorted(middle for middle, _ in labels)
    heights = [height for _, height in labels]
    tops = spread(middles, heights, 0, 1000)
    bottoms = [top + height for top, height in zip(tops, heights, strict=True)]
    assert all(
        following >= bottom - 1e-6
        for bottom, following in zip(bottoms, [*tops[1:], float("inf")], strict=True)
    )
    assert tops[0] >= -1e-6
    if sum(heights) <= 1000:
        assert bottoms[-1] <= 1000 + 1e-6


def test_a_label_with_room_stands_at_its_moment() -> None:
    assert spread([100, 500], [20, 40], 0, 1000) == [90, 480]


def test_labels_at_one_moment_are_stacked_around_it() -> None:
    assert spread([500, 500, 500], [20, 20, 20], 0, 1000) == [470, 490, 510]


def test_labels_near_an_edge_are_pushed_inside() -> None:
    assert spread([0], [20], 0, 1000) == [0]
    assert spread([1000, 1000], [20, 20], 0, 1000) == [960, 980]


def test_labels_that_do_not_fit_go_on_below() -> None:
    assert spread([5, 5, 5], [20, 20, 20], 0, 30) == [0, 20, 40]


def test_a_day_is_placed_within_its_year() -> None:
    assert year_fraction(date(2018, 1, 1)) == 2018
    assert 2018.49 < year_fraction(date(2018, 7, 1)) < 2018.5
    assert year_fraction(date(2020, 12, 31)) < 2021


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_later_day_stands_lower(day: date) -> None:
    assert year_fraction(day) < year_fraction(day + timedelta(days=1))
