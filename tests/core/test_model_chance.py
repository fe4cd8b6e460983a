"""What chance makes of counts and percentages."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.model.chance import FUNNEL, counts_differ, funnel_limits, poisson_interval, wilson_interval


@pytest.mark.parametrize(("count", "low", "high"), [(17, 10, 27), (16, 9, 26), (26, 17, 38)])
def test_counts_of_residential_care_may_differ_by_chance_as_the_indicator_set_says(
    count: int, low: int, high: int
) -> None:
    found = poisson_interval(count)
    assert (round(found.low), round(found.high)) == (low, high)


def test_none_counted_still_leaves_room_for_some() -> None:
    # With nothing counted the upper bound has a form of its own: -ln(0.025).
    assert poisson_interval(0).low == 0
    assert poisson_interval(0).high == pytest.approx(-math.log(0.025), rel=1e-12)


def _at_most(count: int, expected: float) -> float:
    """Chance of at most `count` events, added term by term."""
    return math.fsum(
        math.exp(k * math.log(expected) - expected - math.lgamma(k + 1)) for k in range(count + 1)
    )


@given(count=st.integers(1, 400), confidence=st.sampled_from([0.8, 0.95, 0.998]))
def test_at_either_bound_so_many_or_so_few_are_as_rare_as_said(count: int, confidence: float) -> None:
    tail = (1 - confidence) / 2
    found = poisson_interval(count, confidence)
    assert 1 - _at_most(count - 1, found.low) == pytest.approx(tail, abs=1e-9)
    assert _at_most(count, found.high) == pytest.approx(tail, abs=1e-9)
    assert found.low < count < found.high


def test_a_large_count_has_about_twice_its_root_of_room() -> None:
    found = poisson_interval(1_000_000)
    assert found.high - found.low == pytest.approx(2 * 1.959964 * 1000, rel=1e-3)


@given(total=st.integers(1, 5000), data=st.data())
def test_the_bounds_of_a_share_are_where_the_score_test_just_rejects(total: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, total))
    found = wilson_interval(count, total)
    assert 0 <= found.low <= count / total + 1e-12
    assert count / total - 1e-12 <= found.high <= 1
    for bound in (found.low, found.high):
        if 0 < bound < 1:
            z = abs(count / total - bound) / math.sqrt(bound * (1 - bound) / total)
            assert z == pytest.approx(1.959964, rel=1e-4)


@given(share=st.floats(0.05, 0.95), total=st.integers(200, 10_000))
def test_a_funnel_narrows_by_half_when_the_group_is_four_times_as_large(share: float, total: int) -> None:
    narrow, wide = (funnel_limits(share, total, level) for level in FUNNEL)
    assert wide.low <= narrow.low <= share <= narrow.high <= wide.high
    later = funnel_limits(share, 4 * total, FUNNEL[0])
    if narrow.low > 0 and narrow.high < 1:
        assert later.high - share == pytest.approx((narrow.high - share) / 2)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    # Of n with equal chance: 16 of 42 or fewer has a chance of 0.082 on either side, 12 of 42 of 0.004.
    [(16, 26, False), (17, 16, False), (12, 30, True), (0, 5, False), (0, 6, True), (0, 0, False)],
)
def test_two_counts_differ_only_when_chance_hardly_makes_it(one: int, other: int, *, expected: bool) -> None:
    assert counts_differ(one, other) is counts_differ(other, one) is expected


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: poisson_interval(-1),
        lambda: counts_differ(-1, 3),
        lambda: wilson_interval(3, 2),
        lambda: wilson_interval(0, 0),
        lambda: funnel_limits(1.1, 10, 0.95),
        lambda: funnel_limits(0.5, 0, 0.95),
    ],
)
def test_what_is_no_count_or_share_is_refused(wrong: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"count|share"):
        wrong()
