"""What a series bears: the right rule for its length, its kind and its numbers."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.domain.goals import Counting, Polarity
from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.domain.shown import Shown
from raadsapp.model.control_chart import judge
from raadsapp.model.series_judgement import Judgement, Measured, judge_series
from raadsapp.model.series_rules import Situation

COUNT = Measured(counting=Counting.FLOW, polarity=Polarity.DOWN, counts=True)
SHARE = Measured(counting=Counting.SHARE, polarity=Polarity.UP, counts=False)
SEASONAL = Measured(counting=Counting.FLOW, polarity=Polarity.UP, counts=True, seasonal=True)
STEADY = (50.0, 54.0, 48.0, 52.0, 50.0, 54.0, 48.0, 52.0, 50.0, 54.0, 48.0, 52.0)


def _quarter(place: int, year: int = 2019) -> Period:
    return Period(year + place // 4, PeriodKind.QUARTER, place % 4 + 1)


def _shown(values: Sequence[float], status: Status = Status.FINAL) -> list[Shown]:
    return [Shown(_quarter(place), value, status=status) for place, value in enumerate(values)]


def _judged(values: Sequence[float], measured: Measured = SHARE) -> Judgement:
    return judge_series(_shown(values), measured)


def _rules(judgement: Judgement) -> set[str | None]:
    return {point.rule for point in judgement.points}


def test_nothing_measured_is_said_so() -> None:
    found = judge_series([], COUNT)
    assert (found.situation, found.points, found.newest) == (Situation.NONE, (), None)
    hidden = judge_series([Shown(_quarter(0), None, suppressed=True)], COUNT)
    assert (hidden.situation, hidden.points[0].suppressed) == (Situation.NONE, True)


def test_few_counts_carry_the_margin_of_chance_and_no_limits() -> None:
    years = [Shown(Period(year), value) for year, value in ((2015, 17.0), (2016, 16.0), (2017, 26.0))]
    found = judge_series(years, COUNT)
    assert (found.situation, found.limits, found.chart) == (Situation.FEW, "none", None)
    margins = [point.margin for point in found.points]
    assert [(round(one.low), round(one.high)) for one in margins if one] == [(10, 27), (9, 26), (17, 38)]
    assert found.compared is not None
    assert (found.compared.period, found.differs) == (Period(2016), False)
    assert judge_series([*years[:2], Shown(Period(2017), 60.0)], COUNT).differs is True


def test_of_few_percentages_nothing_is_said_about_chance() -> None:
    assert _judged([40.0, 60.0]).differs is None
    assert _judged([40.0]).compared is None


def test_four_to_seven_values_get_a_median_and_no_signals() -> None:
    found = _judged([50.0, 50.0, 50.0, 51.0, 50.0, 50.0, 900.0])
    assert (found.situation, found.median, found.chart) == (Situation.SHORT, 50.0, None)
    assert _rules(found) == {None}


def test_eight_to_eleven_values_get_trial_limits_and_only_values_outside_count() -> None:
    rising = [50.0, 54.0, 50.0, 54.0, 50.5, 51.0, 51.5, 52.0, 52.5, 53.0, 53.5]
    assert judge(rising, polarity="up").points[-1].rule == "trend"
    found = _judged(rising)
    assert (found.situation, found.limits, found.signal) == (Situation.TRIAL, "trial", False)
    assert _rules(found) == {None}
    outlier = _judged([*STEADY[:10], 90.0])
    assert (outlier.points[-1].rule, outlier.signal, outlier.verdict) == ("outside", True, "improvement")


def test_from_twelve_values_on_the_limits_stay_where_the_first_twelve_put_them() -> None:
    first, later = _judged(STEADY), _judged([*STEADY, 70.0, 80.0, 90.0])
    assert first.limits == later.limits == "fixed"
    assert first.chart is not None
    assert later.chart is not None
    assert (first.chart.lower, first.chart.upper) == (later.chart.lower, later.chart.upper)
    assert (first.signal, later.signal, later.verdict) == (False, True, "improvement")


def test_twelve_known_values_make_the_baseline_also_when_some_were_missing() -> None:
    shown = _shown(STEADY)
    late = [Shown(_quarter(place + 9), one.value) for place, one in enumerate(shown[6:])]
    gap = judge_series([*shown[:6], *late], SHARE)
    assert gap.limits == "fixed"
    assert [point.value for point in gap.points].count(None) == 3
    assert gap.points[6].period == _quarter(6)


def test_a_stock_has_a_line_and_no_limits() -> None:
    stock = Measured(counting=Counting.STOCK, polarity=Polarity.DOWN, counts=True)
    found = _judged([*STEADY, 900.0], stock)
    assert (found.situation, found.chart, found.signal) == (Situation.STOCK, None, False)


def test_small_counts_are_judged_by_year() -> None:
    found = _judged([3.0, 2.0, 4.0, 3.0, 9.0, 8.0, 7.0, 9.0, 8.0], COUNT)
    assert (found.situation, found.chart) == (Situation.SMALL_COUNTS, None)
    assert [(point.period, point.value) for point in found.points] == [(Period(2019), 12), (Period(2020), 33)]
    assert found.differs is True
    within_a_year = _judged([3.0, 2.0, 4.0, 3.0], COUNT)
    assert within_a_year.compared is None
    no_whole_year = judge_series([Shown(_quarter(place + 2), 3.0) for place in range(5)], COUNT)
    assert [point.period for point in no_whole_year.points] == [_quarter(place + 2) for place in range(5)]
    by_year = judge_series([Shown(Period(2010 + place), 4.0) for place in range(9)], COUNT)
    assert by_year.compared is not None
    assert (by_year.situation, by_year.compared.period) == (Situation.SMALL_COUNTS, Period(2017))


def test_a_seasonal_count_is_held_against_the_same_quarter_a_year_before() -> None:
    found = _judged([100.0, 120.0, 60.0, 110.0, 104.0, 122.0, 63.0], SEASONAL)
    assert found.situation is Situation.SEASON
    assert found.compared is not None
    assert (found.compared.period, found.differs) == (_quarter(2), False)
    assert _judged([100.0, 120.0, 60.0, 110.0, 160.0], SEASONAL).differs is True
    first_year = _judged([100.0, 120.0, 60.0, 110.0], SEASONAL)
    assert (first_year.compared, first_year.differs) == (None, None)


def test_after_three_years_the_season_is_taken_out_before_judging() -> None:
    years = [100.0, 120.0, 60.0, 120.0] * 3
    found = _judged([*years, 100.0], SEASONAL)
    assert (found.situation, found.limits, found.signal) == (Situation.SEASON_OUT, "fixed", False)
    summer = [100.0, 121.0, 61.0, 119.0, 99.0, 119.0, 60.0, 121.0, 101.0, 120.0, 59.0, 120.0]
    calm = _judged([*summer, 100.0, 120.0, 60.0], SEASONAL)
    busy = _judged([*summer, 100.0, 120.0, 90.0], SEASONAL)
    assert (calm.signal, busy.signal, busy.verdict) == (False, True, "improvement")


def test_a_provisional_value_is_shown_and_never_signals() -> None:
    shown = [*_shown(STEADY), Shown(_quarter(12), 500.0, status=Status.PROVISIONAL)]
    found = judge_series(shown, SHARE)
    assert (found.signal, found.points[-1].rule, found.points[-1].provisional) == (False, None, True)
    assert found.newest is not None
    assert found.newest.value == 500
    only = judge_series(_shown(STEADY, Status.PROVISIONAL), SHARE)
    assert (only.situation, only.chart) == (Situation.PROVISIONAL, None)


def test_nothing_is_joined_across_a_break() -> None:
    broken = Measured(counting=Counting.SHARE, polarity=Polarity.UP, counts=False, breaks=(date(2021, 1, 1),))
    found = judge_series(_shown([90.0] * 8 + [50.0, 52.0, 51.0, 50.0]), broken)
    assert found.situation is Situation.SHORT
    assert found.median == pytest.approx(50.5)


def test_a_share_of_a_small_group_gets_a_margin_and_no_colour() -> None:
    shown = _shown([*STEADY, 95.0])
    small = judge_series(shown, SHARE, {one.period: 30.0 for one in shown})
    large = judge_series(shown, SHARE, {one.period: 300.0 for one in shown})
    assert (small.points[-1].rule, small.signal, small.verdict) == (None, False, "common")
    assert (large.points[-1].rule, large.signal, large.verdict) == ("outside", True, "improvement")
    for found, width in ((small, 15), (large, 4)):
        margin = found.points[-1].margin
        assert margin is not None
        assert margin.low < 95 < margin.high <= 100
        assert margin.high - margin.low > width


@given(
    values=st.lists(st.integers(0, 300).map(float), max_size=30),
    counting=st.sampled_from(Counting),
    counts=st.booleans(),
    seasonal=st.booleans(),
)
def test_every_series_gets_a_judgement_that_claims_no_more_than_its_rule(
    values: list[float], counting: Counting, *, counts: bool, seasonal: bool
) -> None:
    measured = Measured(counting=counting, polarity=Polarity.UP, counts=counts, seasonal=seasonal)
    found = _judged(values, measured)
    assert (found.chart is None) == (found.limits == "none")
    if found.chart is None:
        assert not found.signal
        assert _rules(found) <= {None}
    if found.limits == "trial":
        assert _rules(found) <= {None, "outside"}
