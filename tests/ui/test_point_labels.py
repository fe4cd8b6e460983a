"""Words beside points hide neither another point nor the words of one."""

from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from raadsapp.ui.widgets.point_labels import rooms_beside

AREA = QRectF(0, 0, 600, 300)
WORDS = QSizeF(120, 18)
GAP = 12.0


def rooms(*places: tuple[float, float]) -> list[QRectF]:
    points = [QPointF(*place) for place in places]
    return rooms_beside(points, [WORDS] * len(points), GAP, AREA)


def test_words_stand_at_the_right_and_at_the_edge_at_the_left() -> None:
    first, last = rooms((100, 150), (580, 40))
    assert first.left() == 112
    assert last.right() == 568


def test_words_that_would_hide_the_next_point_go_to_its_other_side_or_below() -> None:
    first, second = rooms((200, 150), (260, 152))
    assert first.right() == 188
    assert second.left() == 272
    (below, *_) = rooms((130, 150), (190, 150), (60, 150))
    assert below.top() == 162


places = st.tuples(st.integers(140, 460), st.integers(40, 260))


@given(one=places, other=places)
@example(one=(300, 150), other=(300, 150))
def test_the_words_of_two_points_never_lie_over_each_other(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    found = rooms(one, other)
    assert not any(first.intersects(second) for first, second in combinations(found, 2))
