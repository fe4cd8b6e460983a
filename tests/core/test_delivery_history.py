"""What a delivery changed can be opened afterwards, and what happened to it is kept."""

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp.domain.delivery_history import BatchEvent, DeliveredValue, Difference, EventKind, SeriesShare
from raadsapp.domain.observation import Batch, Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.errors import UserError
from raadsapp.services import delivery_history
from raadsapp.services.opening import Session
from raadsapp.store import batches, observations
from raadsapp.store import delivery_history as log
from raadsapp.store.connection import Store, open_store

BEGIN = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
Q1, Q2 = Period(2019, PeriodKind.QUARTER, 1), Period(2019, PeriodKind.QUARTER, 2)


def _observation(value: float, period: Period = Q1, indicator: str = "IND-07") -> Observation:
    return Observation(ObservationKey(indicator, "GM0986", period), value, source="Rapport §4.1")


def _deliver(store: Store, at: datetime, *delivered: Observation) -> Batch:
    return batches.add(
        store, file="q.csv", sha256="00", layout="long", by="Griffie", at=at, observations=delivered
    )


def test_a_correction_shows_old_and_new_and_touches_nothing_else(store: Store) -> None:
    _deliver(store, BEGIN, _observation(1), _observation(2, Q2), _observation(3, indicator="IND-08"))
    correction = _deliver(
        store, BEGIN + HOUR, _observation(5), _observation(2, Q2), _observation(7, indicator="IND-09")
    )
    assert list(log.values(store, correction.number)) == [
        DeliveredValue(_observation(5), _observation(1)),
        DeliveredValue(_observation(2, Q2), _observation(2, Q2)),
        DeliveredValue(_observation(7, indicator="IND-09"), None),
    ]
    changed = [found.key for found in observations.current(store) if found.value in {5.0, 7.0}]
    assert changed == [_observation(5).key, _observation(7, indicator="IND-09").key]
    assert _observation(3, indicator="IND-08") in observations.current(store)


def test_a_value_that_only_became_final_is_changed(store: Store) -> None:
    key = _observation(1).key
    _deliver(store, BEGIN, Observation(key, 1, Status.PROVISIONAL))
    second = _deliver(store, BEGIN + HOUR, Observation(key, 1))
    assert [found.difference for found in log.values(store, second.number)] == [Difference.CHANGED]


def test_a_delivery_goes_on_telling_what_it_changed_when_the_one_before_is_withdrawn_later(
    store: Store,
) -> None:
    first = _deliver(store, BEGIN, _observation(1))
    second = _deliver(store, BEGIN + HOUR, _observation(5))
    batches.withdraw(store, first.number, "Griffie", BEGIN + DAY)
    (told,) = log.values(store, second.number)
    assert told.before == _observation(1)


def test_a_delivery_is_not_held_against_one_that_was_withdrawn_when_it_came(store: Store) -> None:
    first = _deliver(store, BEGIN, _observation(1))
    batches.withdraw(store, first.number, "Griffie", BEGIN + HOUR)
    second = _deliver(store, BEGIN + 2 * HOUR, _observation(5))
    batches.bring_back(store, first.number, "Griffie", BEGIN + 3 * HOUR)
    (told,) = log.values(store, second.number)
    assert told.difference is Difference.NEW


def test_series_are_counted_with_what_a_later_delivery_replaced(session: Session) -> None:
    store = session.store
    number = _deliver(store, BEGIN, _observation(1), _observation(2, Q2)).number
    _deliver(store, BEGIN + HOUR, _observation(5))
    shares = delivery_history.series(session, number)
    assert shares == (
        SeriesShare(
            indicator="IND-07",
            municipality="GM0986",
            breakdown="",
            new=2,
            changed=0,
            unchanged=0,
            latest=1,
        ),
    )
    assert delivery_history.counting(batches.find(store, number), shares) == 1
    batches.withdraw(store, number, "Griffie", BEGIN + 2 * HOUR)
    assert delivery_history.counting(batches.find(store, number), shares) == 0


def test_a_large_delivery_is_read_page_by_page(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery_history, "PAGE", 2)
    months = [Period(2019, PeriodKind.MONTH, month) for month in range(1, 6)]
    number = _deliver(session.store, BEGIN, *(_observation(month.number, month) for month in months)).number
    seen: list[float] = []
    after, more = None, True
    while more:
        page = delivery_history.page(session, number, Difference.NEW, after)
        assert len(page.values) <= 2
        seen += [found.value.value for found in page.values]
        after, more = page.values[-1].value.key, page.more
    assert seen == [1, 2, 3, 4, 5]
    assert delivery_history.page(session, number, Difference.CHANGED).values == ()
    assert len(list(delivery_history.values(session, number, most=3))) == 3


def test_who_withdrew_and_brought_back_and_what_was_written_stays_known(session: Session) -> None:
    store = session.store
    batch = batches.add(
        store,
        file="q.csv",
        sha256="00",
        layout="long",
        by="Griffie",
        at=BEGIN,
        observations=[_observation(1)],
        supplier="ISD BOL",
    )
    assert batch.supplier == "ISD BOL"
    batches.withdraw(store, batch.number, "Anna", BEGIN + HOUR)
    batches.bring_back(store, batch.number, "Bert", BEGIN + 2 * HOUR)
    batches.describe(
        store,
        batch.number,
        supplier="ISD BOL",
        approved_by="J. Jansen",
        note="",
        by="Cees",
        at=BEGIN + DAY,
    )
    assert log.events(store, batch.number) == (
        BatchEvent(kind=EventKind.WITHDRAWN, by="Anna", at=BEGIN + HOUR),
        BatchEvent(kind=EventKind.BROUGHT_BACK, by="Bert", at=BEGIN + 2 * HOUR),
        BatchEvent(
            kind=EventKind.DESCRIBED,
            by="Cees",
            at=BEGIN + DAY,
            supplier="ISD BOL",
            approved_by="J. Jansen",
        ),
    )
    assert batches.find(store, batch.number).approved_by == "J. Jansen"


def test_writing_the_same_again_is_no_event(session: Session) -> None:
    words = {"supplier": " ISD BOL ", "approved_by": "", "note": "Herziene cijfers"}
    told = delivery_history.describe(session, 1, **words, by="Griffie")
    assert "Levering 1" in told.message
    assert told.parts
    again = delivery_history.describe(session, 1, **words, by="Griffie")
    assert "niets gewijzigd" in again.message
    assert not again.parts
    assert len(delivery_history.open_delivery(session, 1).events) == 1
    assert batches.find(session.store, 1).supplier == "ISD BOL"


def test_an_unknown_delivery_is_told_in_words(session: Session) -> None:
    with pytest.raises(UserError, match="Er is geen levering 99"):
        delivery_history.open_delivery(session, 99)
    with pytest.raises(UserError, match="Er is geen levering 99"):
        delivery_history.describe(session, 99, supplier="", approved_by="", note="", by="Griffie")


def test_a_period_that_nobody_wrote_is_damage(store: Store) -> None:
    number = _deliver(store, BEGIN, _observation(1)).number
    store.connection.execute("UPDATE observation SET period = 2019901")
    with pytest.raises(UserError, match="is beschadigd"):
        list(log.values(store, number))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed empty store to make copies of."""
    path = tmp_path_factory.mktemp("empty") / "empty.raadsapp"
    open_store(path).close()
    return path


_DELIVERY = st.dictionaries(
    st.builds(
        ObservationKey,
        st.sampled_from(["IND-01", "IND-02"]),
        st.sampled_from(["GM0986", "GM0917"]),
        st.sampled_from([Q1, Q2]),
        st.sampled_from(["", "wie=kind"]),
    ),
    st.sampled_from([0.0, 1.0, 2.5]),
    min_size=1,
    max_size=5,
)
_DECISION = st.tuples(st.sampled_from(["withdraw", "bring back"]), st.integers(1, 5))
_MOMENTS = st.lists(
    st.tuples(st.integers(1, 60 * 24 * 3), st.one_of(_DELIVERY, _DECISION)), min_size=1, max_size=14
)


def _act(store: Store, at: datetime, action: dict[ObservationKey, float] | tuple[str, int]) -> None:
    if isinstance(action, dict):
        _deliver(store, at, *(Observation(key, value) for key, value in action.items()))
        return
    word, number = action
    known = {batch.number: batch.withdrawn for batch in batches.all_batches(store)}
    if word == "withdraw" and known.get(number) is False:
        batches.withdraw(store, number, "Griffie", at)
    elif word == "bring back" and known.get(number):
        batches.bring_back(store, number, "Griffie", at)


def _as_values(found: Sequence[Observation]) -> dict[ObservationKey, float]:
    return {observation.key: observation.value for observation in found}


@settings(max_examples=60, deadline=None)
@given(moments=_MOMENTS)
def test_every_day_shows_what_counted_when_it_ended_whatever_came_or_went_since(
    empty: Path, moments: list[tuple[int, dict[ObservationKey, float] | tuple[str, int]]]
) -> None:
    with TemporaryDirectory() as folder:
        store = open_store(Path(shutil.copy(empty, folder)))
        at = BEGIN.astimezone()
        known = {at.date() - DAY: observations.current(store)}
        for minutes, action in moments:
            at += timedelta(minutes=minutes)
            _act(store, at, action)
            known[at.date()] = observations.current(store)
        day = min(known)
        stood = known[day]
        while day <= max(known) + DAY:
            stood = known.get(day, stood)
            assert observations.current(store, as_of=day) == stood
            day += DAY
        store.close()


@settings(max_examples=40, deadline=None)
@given(moments=_MOMENTS)
def test_every_delivery_tells_what_stood_before_and_after_it(
    empty: Path, moments: list[tuple[int, dict[ObservationKey, float] | tuple[str, int]]]
) -> None:
    with TemporaryDirectory() as folder:
        store = open_store(Path(shutil.copy(empty, folder)))
        at = BEGIN
        for minutes, action in moments:
            at += timedelta(minutes=minutes)
            before = _as_values(observations.current(store))
            known = len(batches.all_batches(store))
            _act(store, at, action)
            if len(batches.all_batches(store)) > known:
                batch = batches.all_batches(store)[0]
                _tells(store, batch, before)
        store.close()


def _tells(store: Store, batch: Batch, before: dict[ObservationKey, float]) -> None:
    told = list(log.values(store, batch.number))
    assert {one.value.key: one.before and one.before.value for one in told} == {
        one.value.key: before.get(one.value.key) for one in told
    }
    assert _as_values(observations.current(store)) == before | {
        one.value.key: one.value.value for one in told
    }
    kinds = [one.difference for one in told]
    counts = (batch.new, batch.changed, batch.unchanged)
    assert counts == tuple(map(kinds.count, (Difference.NEW, Difference.CHANGED, Difference.UNCHANGED)))
    shares = log.series(store, batch.number)
    assert counts == tuple(
        sum(getattr(share, name) for share in shares) for name in ("new", "changed", "unchanged")
    )
    assert sum(share.latest for share in shares) == len(told)
