"""Of the backups the newest of each of the last days and weeks stay."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from raadsapp.store.rotation import superseded

MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
moments = st.lists(st.integers(0, 120 * 24), unique=True).map(
    lambda hours: [MONDAY + timedelta(hours=hour) for hour in sorted(hours)]
)


def _kept(made: list[datetime], days: int = 7, weeks: int = 4) -> list[datetime]:
    return sorted(set(made) - superseded(made, days, weeks))


def _pruned_after_each(made: list[datetime]) -> list[datetime]:
    kept: list[datetime] = []
    for moment in made:
        kept = _kept([*kept, moment])
    return kept


def test_of_a_day_only_the_newest_stays() -> None:
    made = [MONDAY + timedelta(hours=hour) for hour in range(6)]
    assert _kept(made) == made[-1:]


def test_after_months_of_daily_use_seven_days_and_the_end_of_each_week_before_are_there() -> None:
    made = [MONDAY + timedelta(days=day) for day in range(70)]
    assert [(moment - MONDAY).days for moment in _kept(made)] == [48, 55, 62, *range(63, 70)]


def test_what_was_made_before_a_long_silence_stays() -> None:
    assert _kept([MONDAY, MONDAY + timedelta(days=400)]) == [MONDAY, MONDAY + timedelta(days=400)]


@given(made=moments, days=st.integers(1, 9), weeks=st.integers(1, 5))
def test_the_newest_stays_and_never_more_than_a_place_for_each_day_and_week(
    made: list[datetime], days: int, weeks: int
) -> None:
    kept = _kept(made, days, weeks)
    assert kept[-1:] == made[-1:]
    assert len(kept) <= days + weeks
    assert len({moment.date() for moment in kept}) == len(kept)
    assert _kept(kept, days, weeks) == kept


@given(made=moments)
def test_clearing_up_after_each_backup_keeps_what_clearing_up_once_keeps(made: list[datetime]) -> None:
    assert _pruned_after_each(made) == _kept(made)


@given(made=moments)
def test_every_day_of_the_last_seven_that_had_one_still_has_its_last(made: list[datetime]) -> None:
    last_days = sorted({moment.date() for moment in made})[-7:]
    kept = set(_kept(made))
    for day in last_days:
        assert max(moment for moment in made if moment.date() == day) in kept
