"""What was known earlier: told from the log, and protected like every publication."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.domain.revision import Revision
from raadsapp.services.member_view import member_view
from raadsapp.services.opening import Session
from raadsapp.services.revisions import revisions, sentence
from raadsapp.store import batches

VOERENDAAL, HEERLEN = "GM0986", "GM0917"
FIRST, SECOND = Period(2020, PeriodKind.QUARTER, 1), Period(2020, PeriodKind.QUARTER, 2)
WAITING, WEEKS = "IND-07", "IND-06"


def _deliver(
    session: Session,
    day: int,
    values: Sequence[tuple[str, Period, float]],
    *,
    status: Status = Status.FINAL,
    breakdown: str = "",
) -> int:
    """A delivery of Voerendaal on a day of October 2026."""
    told = [
        Observation(ObservationKey(indicator, VOERENDAAL, period, breakdown), value, status, "Rapport")
        for indicator, period, value in values
    ]
    at = datetime(2026, 10, day, 9, tzinfo=UTC)
    return batches.add(
        session.store, file="a.xlsx", sha256=str(day), layout="long", by="x", at=at, observations=told
    ).number


def _revisions(session: Session, indicator: str = WEEKS, as_of: date | None = None) -> tuple[Revision, ...]:
    return revisions(session, member_view(session, as_of), indicator, VOERENDAAL)


def test_what_was_said_before_is_told_with_its_day(shipped_session: Session) -> None:
    number = _deliver(
        shipped_session, 12, [(WEEKS, FIRST, 14.0), (WEEKS, SECOND, 15.0)], status=Status.PROVISIONAL
    )
    _deliver(shipped_session, 20, [(WEEKS, FIRST, 17.5), (WEEKS, SECOND, 15.0)])
    (found,) = _revisions(shipped_session)
    assert (found.now.period, found.now.value) == (FIRST, 17.5)
    (earlier,) = found.earlier
    assert (earlier.delivery, earlier.shown.value) == (number, 14.0)
    assert sentence(earlier, "weken") == "Op 12 oktober 2026 wisten wij: 14 weken (voorlopig)."


def test_each_change_is_told_once_and_looking_back_tells_only_what_was_known(
    shipped_session: Session,
) -> None:
    for day, value in ((12, 14.0), (13, 14.0), (20, 17.5), (25, 14.0)):
        _deliver(shipped_session, day, [(WEEKS, FIRST, value)])
    (found,) = _revisions(shipped_session)
    assert [(one.at.day, one.shown.value) for one in found.earlier] == [(13, 14.0), (20, 17.5)]
    (before,) = _revisions(shipped_session, as_of=date(2026, 10, 20))
    assert [one.shown.value for one in before.earlier] == [14.0]
    assert _revisions(shipped_session, as_of=date(2026, 10, 13)) == ()


def test_a_delivery_that_was_withdrawn_was_known_all_the_same(shipped_session: Session) -> None:
    _deliver(shipped_session, 12, [(WEEKS, FIRST, 14.0)])
    number = _deliver(shipped_session, 20, [(WEEKS, FIRST, 17.5)])
    batches.withdraw(shipped_session.store, number, "x", datetime(2026, 10, 21, tzinfo=UTC))
    (found,) = _revisions(shipped_session)
    assert found.now.value == 14
    assert [one.shown.value for one in found.earlier] == [14, 17.5]


@pytest.mark.parametrize(("first", "then"), [(7.0, 31.0), (31.0, 7.0)])
def test_an_earlier_version_gives_no_small_count_away(
    shipped_session: Session, first: float, then: float
) -> None:
    _deliver(shipped_session, 12, [(WAITING, FIRST, first)])
    member_view(shipped_session)
    _deliver(shipped_session, 20, [(WAITING, FIRST, then)])
    told = _revisions(shipped_session, WAITING)
    assert all(one.shown.value != 7 for found in told for one in found.earlier)
    assert 7.0 not in {found.now.value for found in told}


def test_a_series_without_figures_or_changes_has_no_revisions(shipped_session: Session) -> None:
    assert _revisions(shipped_session) == ()
    _deliver(shipped_session, 12, [(WEEKS, FIRST, 14.0)])
    assert _revisions(shipped_session) == ()
    assert revisions(shipped_session, member_view(shipped_session), "jongeren", HEERLEN) == ()
