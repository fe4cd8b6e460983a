"""A control chart tells signal from chance as the reference implementation does."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from raadsapp.model.control_chart import ControlChart, judge

# R: set.seed(123); rnorm(20), to eight digits. Mean and limits below are those that NHSRplotthedots gives.
NOISE = (
    -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123,
    -0.68685285, -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314,
    0.49785048, -1.96661716, 0.70135590, -0.47279141,
)  # fmt: skip
WITH_OUTLIER = (*NOISE[:14], 10.0, *NOISE[15:])
FLAT = (10.0, 12.0, 9.0, 11.0, 10.0, 12.0, 9.0, 11.0, 10.0, 12.0, 9.0, 11.0)


def _rules(chart: ControlChart) -> list[str | None]:
    return [point.rule for point in chart.points]


def _verdicts(chart: ControlChart) -> list[str]:
    return [point.verdict for point in chart.points]


@pytest.mark.parametrize(
    ("values", "screen", "expected"),
    [
        (NOISE, True, (0.1416238, -3.01138, 3.294627)),
        (WITH_OUTLIER, True, (0.6694159, -2.383666, 3.722497)),
        (WITH_OUTLIER, False, (0.6694159, -4.596625, 5.935457)),
    ],
)
def test_mean_and_limits_are_those_of_the_reference_implementation(
    values: tuple[float, ...], *, screen: bool, expected: tuple[float, float, float]
) -> None:
    chart = judge(values, polarity="up", screen_outliers=screen)
    assert (chart.mean, chart.lower, chart.upper) == pytest.approx(expected, rel=1e-6)


def test_noise_gives_no_signal_and_an_outlier_gives_one() -> None:
    assert set(_rules(judge(NOISE, polarity="up"))) == {None}
    chart = judge(WITH_OUTLIER, polarity="up")
    assert [place for place, rule in enumerate(_rules(chart)) if rule] == [14]
    assert (chart.points[14].rule, chart.points[14].verdict) == ("outside", "improvement")


def test_seven_in_a_row_on_one_side_of_the_mean_are_a_run_and_six_are_not() -> None:
    above = (11.0, 10.6, 11.2, 10.7, 11.1, 10.6, 11.0)
    seven = judge((*FLAT, *above), polarity="down", baseline=len(FLAT))
    assert _rules(seven)[len(FLAT) :] == ["run"] * 7
    assert _verdicts(seven)[-1] == "concern"
    six = judge((*FLAT[:-1], 9.0, *above[:6]), polarity="down", baseline=len(FLAT))
    assert set(_rules(six)) == {None}


def test_seven_that_rise_are_a_trend_and_a_value_that_stays_equal_ends_it() -> None:
    rising = (9.0, 9.6, 9.9, 10.4, 10.8, 11.2, 11.9)
    chart = judge((*FLAT, *rising), polarity="up", baseline=len(FLAT))
    assert _rules(chart)[len(FLAT) :] == ["trend"] * 7
    assert chart.variation == "improvement"
    stays = (9.0, 9.6, 9.9, 9.9, 10.8, 11.2, 11.9)
    assert "trend" not in _rules(judge((*FLAT, *stays), polarity="up", baseline=len(FLAT)))


def test_at_a_turn_a_value_belongs_to_the_trend_that_follows() -> None:
    up = tuple(9.0 + step / 4 for step in range(7))
    chart = judge((*FLAT, *up, *reversed(up[:-1])), polarity="up", baseline=len(FLAT))
    turn = len(FLAT) + 6
    assert _verdicts(chart)[turn - 1 : turn + 2] == ["improvement", "concern", "concern"]


def test_two_of_three_near_a_limit_are_signals_and_the_third_is_not() -> None:
    base = judge(FLAT, polarity="up")
    assert base.mean is not None
    assert base.upper is not None
    near = base.mean + 0.8 * (base.upper - base.mean)
    chart = judge((*FLAT, near, base.mean + 0.1, near), polarity="up", baseline=len(FLAT))
    assert _rules(chart)[-3:] == ["near", None, "near"]
    across = judge((*FLAT, near, base.mean - 0.1, near), polarity="up", baseline=len(FLAT))
    assert set(_rules(across)) == {None}


def test_a_missing_value_ends_a_pattern_and_is_no_signal() -> None:
    above = (11.0, 10.6, 11.2, None, 10.7, 11.1, 10.6)
    chart = judge((*FLAT, *above), polarity="down", baseline=len(FLAT))
    assert set(_rules(chart)) == {None}
    assert judge((*FLAT, math.nan), polarity="up").points[-1].value is None


def test_limits_stay_those_of_the_baseline() -> None:
    first = judge(FLAT, polarity="up")
    later = judge((*FLAT, 40.0, 50.0, 60.0), polarity="up", baseline=len(FLAT))
    assert (later.mean, later.lower, later.upper) == (first.mean, first.lower, first.upper)
    assert later.variation == "improvement"


@pytest.mark.parametrize("values", [(), (None,), (3.0,), (3.0, None, 4.0)])
def test_without_two_values_in_a_row_there_are_no_limits_and_no_signals(
    values: tuple[float | None, ...],
) -> None:
    chart = judge(values, polarity="up", target=1.0)
    assert (chart.lower, chart.upper, chart.variation, chart.assurance) == (None, None, "common", None)


def test_a_series_that_never_moves_has_no_signal() -> None:
    chart = judge([0.1] * 30, polarity="up")
    assert (chart.mean, chart.lower, chart.upper) == (0.1, 0.1, 0.1)
    assert set(_rules(chart)) == {None}


@pytest.mark.parametrize(
    ("target", "polarity", "expected"),
    [
        (0.0, "up", "pass"),
        (0.0, "down", "fail"),
        (30.0, "up", "fail"),
        (30.0, "down", "pass"),
        (10.5, "up", "inconsistent"),
        (10.5, "neutral", None),
        (None, "up", None),
    ],
)
def test_the_target_is_always_reached_never_or_now_and_then(
    target: float | None, polarity: str, expected: str | None
) -> None:
    assert judge(FLAT, polarity=polarity, target=target).assurance == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "polarity", "baseline"), [((math.inf,), "up", None), (FLAT, "sideways", None), (FLAT, "up", 0)]
)
def test_what_cannot_be_judged_is_refused(
    values: tuple[float, ...], polarity: str, baseline: int | None
) -> None:
    with pytest.raises(ValueError, match=r"finite|sideways|baseline"):
        judge(values, polarity=polarity, baseline=baseline)  # type: ignore[arg-type]


_SERIES = st.lists(st.none() | st.integers(-60, 60).map(float), min_size=2, max_size=40)


@given(values=_SERIES, shift=st.integers(-1000, 1000), scale=st.sampled_from([0.25, 0.5, 2.0, 8.0]))
def test_shifting_and_scaling_a_series_shifts_and_scales_its_limits_and_keeps_its_signals(
    values: list[float | None], shift: int, scale: float
) -> None:
    chart = judge(values, polarity="up")
    assume(chart.lower is not None)
    moved = judge([None if value is None else scale * value + shift for value in values], polarity="up")
    for old, new in ((chart.mean, moved.mean), (chart.lower, moved.lower), (chart.upper, moved.upper)):
        assert old is not None
        assert new == pytest.approx(scale * old + shift, abs=1e-8)
    margin = min(
        (
            abs(abs(value - chart.mean) - size * (chart.upper - chart.mean))
            for value in values
            if value is not None and chart.mean is not None and chart.upper is not None
            for size in (0, 2 / 3, 1)
        ),
        default=0.0,
    )
    assume(margin > 1e-6)  # on the very limit rounding decides
    assert _rules(moved) == _rules(chart)


@given(values=_SERIES)
def test_reversing_polarity_swaps_improvement_and_concern(values: list[float | None]) -> None:
    up, down, neutral = (judge(values, polarity=way) for way in ("up", "down", "neutral"))
    other = {"improvement": "concern", "concern": "improvement", "common": "common"}
    assert [other[verdict] for verdict in _verdicts(up)] == _verdicts(down)
    plain = {"improvement": "high", "concern": "low", "common": "common"}
    assert [plain[verdict] for verdict in _verdicts(up)] == _verdicts(neutral)
    assert _rules(up) == _rules(down) == _rules(neutral)


@given(values=_SERIES)
def test_only_values_that_are_there_are_signals(values: list[float | None]) -> None:
    for value, point in zip(values, judge(values, polarity="up").points, strict=True):
        assert (point.rule is None) == (point.verdict == "common")
        assert value is not None or point.rule is None
