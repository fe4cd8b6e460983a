"""Nothing is overwritten: a later delivery goes before an earlier one, and withdrawing brings that back."""

import shutil
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp.domain.observation import Batch, Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.errors import UserError
from raadsapp.store import batches, codes, observations
from raadsapp.store.connection import Store, open_store

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
Q1, Q2 = Period(2019, PeriodKind.QUARTER, 1), Period(2019, PeriodKind.QUARTER, 2)


def _observation(
    value: float, period: Period = Q1, indicator: str = "IND-07", breakdown: str = ""
) -> Observation:
    return Observation(ObservationKey(indicator, "GM0986", period, breakdown), value, source="Rapport §4.1")


def _deliver(store: Store, *delivered: Observation, at: datetime = NOON, sha256: str = "00") -> Batch:
    return batches.add(
        store, file="q1.csv", sha256=sha256, layout="long", by="Griffie", at=at, observations=delivered
    )


def _numbers(found: Sequence[Observation]) -> list[float]:
    return [observation.value for observation in found]


def _dump(store: Store) -> list[list[tuple[object, ...]]]:
    """All that the store says of figures; the log of what was decided about deliveries only grows."""
    tables = store.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'item_search%'"
        " AND name NOT IN ('batch_standing', 'sqlite_sequence')"
    )
    return [store.rows(f"SELECT * FROM {name} ORDER BY 1, 2") for (name,) in sorted(tables)]  # noqa: S608 - tables of ours


def test_a_delivery_comes_back_as_it_was_given(store: Store) -> None:
    given_ = (
        _observation(3.5),
        Observation(ObservationKey("IND-07", "GM0986", Q2), -1e-9, Status.PROVISIONAL, ""),
        Observation(ObservationKey("IND-07", "GM0986", Q2, "hulpvorm=pgb"), 12, Status.REVISED, "Élan; 'x'"),
    )
    batch = _deliver(store, *given_)
    assert observations.current(store) == given_
    assert batch == Batch(
        number=1,
        file="q1.csv",
        sha256="00",
        layout="long",
        imported_at=NOON,
        imported_by="Griffie",
        new=3,
        changed=0,
        unchanged=0,
    )
    assert batches.all_batches(store) == (batch,)


def test_a_later_delivery_replaces_only_what_it_holds(store: Store) -> None:
    _deliver(store, _observation(1), _observation(2, Q2))
    second = _deliver(store, _observation(5), _observation(2, Q2), _observation(7, indicator="IND-08"))
    assert (second.new, second.changed, second.unchanged) == (1, 1, 1)
    assert _numbers(observations.current(store)) == [5, 2, 7]


def test_a_value_that_became_final_has_changed(store: Store) -> None:
    _deliver(store, _observation(1)._replace(status=Status.PROVISIONAL))
    second = _deliver(store, _observation(1))
    assert (second.new, second.changed, second.unchanged) == (0, 1, 0)


def test_withdrawing_brings_back_what_stood_before_to_the_row(store: Store) -> None:
    _deliver(store, _observation(1), _observation(2, Q2))
    stood = observations.current(store)
    batch = _deliver(store, _observation(5), _observation(7, indicator="IND-08"))
    delivered, dump = observations.current(store), _dump(store)
    withdrawn = batches.withdraw(store, batch.number, "Griffie", NOON + timedelta(hours=1))
    assert withdrawn.withdrawn
    assert withdrawn.withdrawn_at == NOON + timedelta(hours=1)
    assert withdrawn.withdrawn_by == "Griffie"
    assert observations.current(store) == stood
    assert batches.bring_back(store, batch.number, "Griffie", NOON + timedelta(hours=2)) == batch
    assert observations.current(store) == delivered
    assert _dump(store) == dump


def test_what_a_correction_repeats_still_counts_when_the_first_delivery_is_withdrawn(store: Store) -> None:
    first = _deliver(store, _observation(1), _observation(2, Q2))
    _deliver(store, _observation(1), _observation(3, Q2))
    batches.withdraw(store, first.number, "Griffie", NOON)
    assert _numbers(observations.current(store)) == [1, 3]


def test_counts_are_against_what_counts_not_against_what_was_withdrawn(store: Store) -> None:
    first = _deliver(store, _observation(1))
    batches.withdraw(store, first.number, "Griffie", NOON)
    assert _deliver(store, _observation(1)).new == 1


def test_a_day_shows_what_was_known_at_its_end(store: Store) -> None:
    _deliver(store, _observation(1), at=datetime(2026, 1, 10, 23, 59).astimezone())
    wrong = _deliver(store, _observation(99), at=datetime(2026, 2, 10, 9).astimezone())
    batches.withdraw(store, wrong.number, "Griffie", datetime(2026, 2, 12, 9).astimezone())
    _deliver(store, _observation(2), at=datetime(2026, 3, 10, 9).astimezone())

    def known(day: date | None) -> list[float]:
        return _numbers(observations.series(store, "IND-07", "GM0986", as_of=day))

    assert known(date(2026, 1, 9)) == []
    assert known(date(2026, 1, 10)) == [1]
    assert known(date(2026, 2, 11)) == [99]
    assert known(date(2026, 2, 12)) == [1]
    assert known(date(2026, 3, 10)) == known(None) == known(date.max) == [2]
    assert known(date.min) == []


def test_a_series_holds_one_indicator_and_breakdown_in_order_of_period(store: Store) -> None:
    _deliver(store, _observation(2, Q2), _observation(1), _observation(9, breakdown="wie=kind"))
    _deliver(store, _observation(4, indicator="IND-08"))
    assert _numbers(observations.series(store, "IND-07", "GM0986")) == [1, 2]
    assert _numbers(observations.series(store, "IND-07", "GM0986", "wie=kind")) == [9]
    assert _numbers(observations.current(store, breakdown="")) == [1, 2, 4]
    assert observations.current(store, breakdown="wie=ouder") == ()
    assert observations.series(store, "IND-07", "GM0917") == ()
    assert observations.series(store, "IND-99", "GM0986") == ()


def test_current_values_can_be_asked_of_some_indicators_one_municipality_or_some_keys(store: Store) -> None:
    elsewhere = Observation(ObservationKey("IND-07", "GM0917", Q1), 6)
    here, other = _observation(1), _observation(2, indicator="IND-08")
    _deliver(store, here, other, elsewhere)
    assert observations.current(store, ["IND-08"]) == (other,)
    assert observations.current(store, []) == ()
    assert observations.current(store, municipality="GM0917") == (elsewhere,)
    unknown = ObservationKey("IND-07", "GM0986", Q2)
    assert observations.values(store, [here.key, unknown]) == {here.key: here}


def test_what_is_there_is_told_with_its_sources_and_only_of_what_counts(store: Store) -> None:
    invented = _observation(1)._replace(source="FICTIEF: oefening")
    _deliver(store, invented, _observation(2, Q2), _observation(3, indicator="IND-08"))
    wanted = ["IND-07", "IND-09"]
    real = ("IND-07", _observation(1).source)
    assert observations.sources(store, wanted, "GM0986") == {("IND-07", invented.source), real}
    _deliver(store, _observation(5))
    assert observations.sources(store, wanted, "GM0986") == {real}
    assert observations.sources(store, wanted, "GM0917") == observations.sources(store, [], "GM0986") == set()


def test_values_between_two_periods_are_those_of_every_kind_that_sort_there(store: Store) -> None:
    half, whole = Period(2019, PeriodKind.HALF_YEAR, 2), Period(2019)
    given_ = [_observation(n, period) for n, period in enumerate([half, whole, Q1, Q2, Period(2020)])]
    _deliver(store, *given_, _observation(9, Q2, indicator="IND-08"))
    _deliver(store, _observation(7, Q1))
    assert _numbers(observations.current(store, ["IND-07"], between=(whole, Q1))) == [1, 7]
    assert _numbers(observations.current(store, between=(Q2, Q2))) == [3, 9]
    assert observations.current(store, between=(Q2, Q1)) == ()


def test_a_delivery_repeats_a_value_when_number_and_status_are_the_same() -> None:
    here = _observation(1)
    assert observations.same(here, here._replace(source="elders"))
    assert not observations.same(here, here._replace(status=Status.PROVISIONAL))
    assert not observations.same(here, here._replace(value=1.5))


def test_the_same_file_is_noticed_until_its_delivery_is_withdrawn(store: Store) -> None:
    batch = _deliver(store, _observation(1), sha256="ab")
    assert batches.of_hash(store, "ab") == batch
    assert batches.of_hash(store, "cd") is None
    batches.withdraw(store, batch.number, "Griffie", NOON)
    assert batches.of_hash(store, "ab") is None


def test_a_layout_is_asked_what_it_said_last_also_when_withdrawn(store: Store) -> None:
    batch = _deliver(store, _observation(1))
    batches.withdraw(store, batch.number, "Griffie", NOON)
    assert _numbers(observations.of_layout(store, "long")) == [1]
    assert observations.of_layout(store, "iv3") == ()


@pytest.mark.parametrize("delivered", [[_observation(1), _observation(2)], [_observation(float("nan"))]])
def test_a_key_twice_or_a_value_that_is_no_number_stores_nothing(
    store: Store, delivered: list[Observation]
) -> None:
    before = _dump(store)
    with pytest.raises(ValueError, match="each key once"):
        _deliver(store, *delivered)
    assert _dump(store) == before


def test_an_unknown_or_already_withdrawn_delivery_is_told_in_words(store: Store) -> None:
    with pytest.raises(UserError, match="Er is geen levering 7"):
        batches.withdraw(store, 7, "Griffie", NOON)
    batch = _deliver(store, _observation(1))
    with pytest.raises(UserError, match="is niet ingetrokken"):
        batches.bring_back(store, batch.number, "Griffie", NOON)
    batches.withdraw(store, batch.number, "Griffie", NOON)
    with pytest.raises(UserError, match="is al ingetrokken"):
        batches.withdraw(store, batch.number, "Griffie", NOON)


def test_the_view_for_sql_readers_words_period_and_status(store: Store) -> None:
    months = Period(2019, PeriodKind.MONTH, 12)
    _deliver(store, _observation(1), _observation(2, Period(2019)), _observation(3, months))
    rows = store.rows("SELECT period, value, status, withdrawn FROM observations ORDER BY value")
    assert rows == [
        ("2019KW01", 1.0, "definitief", 0),
        ("2019JJ00", 2.0, "definitief", 0),
        ("2019MM12", 3.0, "definitief", 0),
    ]


_YEARS = st.integers(1900, 2100)
_PERIODS = st.one_of(
    st.builds(Period, _YEARS),
    st.builds(Period, _YEARS, st.just(PeriodKind.HALF_YEAR), st.integers(1, 2)),
    st.builds(Period, _YEARS, st.just(PeriodKind.QUARTER), st.integers(1, 4)),
    st.builds(Period, _YEARS, st.just(PeriodKind.MONTH), st.integers(1, 12)),
)


@given(st.lists(_PERIODS))
def test_the_number_of_a_period_gives_the_period_and_sorts_alike(periods: list[Period]) -> None:
    numbers = [codes.period_number(period) for period in periods]
    assert [codes.period_of_number(number) for number in numbers] == periods
    assert [codes.period_of_number(number) for number in sorted(numbers)] == sorted(periods)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed empty store to make copies of."""
    path = tmp_path_factory.mktemp("empty") / "empty.raadsapp"
    open_store(path).close()
    return path


_KEYS = st.builds(
    ObservationKey,
    st.sampled_from(["IND-01", "IND-02"]),
    st.sampled_from(["GM0986", "GM0917"]),
    st.sampled_from([Q1, Q2, Period(2019)]),
    st.sampled_from(["", "wie=kind"]),
)
_DELIVERY = st.dictionaries(_KEYS, st.sampled_from([0.0, 1.0, 2.5]), max_size=6)
_WRITES = st.lists(
    st.one_of(_DELIVERY, st.tuples(st.sampled_from(["withdraw", "bring back"]), st.integers(1, 6))),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(writes=_WRITES)
def test_any_row_of_deliveries_withdrawals_and_returns_counts_as_in_plain_dicts(
    empty: Path, writes: list[dict[ObservationKey, float] | tuple[str, int]]
) -> None:
    delivered: list[dict[ObservationKey, float]] = []
    withdrawn: set[int] = set()

    def counting() -> dict[ObservationKey, float]:
        standing = [one for number, one in enumerate(delivered, start=1) if number not in withdrawn]
        return {key: value for one in standing for key, value in one.items()}

    with TemporaryDirectory() as folder:
        store = open_store(Path(shutil.copy(empty, folder)))
        for write in writes:
            if isinstance(write, dict):
                before = counting()
                batch = _deliver(store, *(Observation(key, value) for key, value in write.items()))
                known = [before.get(key) for key in write]
                assert batch.new == known.count(None)
                assert batch.unchanged == sum(before.get(key) == value for key, value in write.items())
                assert batch.changed == len(write) - batch.new - batch.unchanged
                delivered.append(write)
            elif write[1] <= len(delivered):
                word, number = write
                if word == "withdraw" and number not in withdrawn:
                    batches.withdraw(store, number, "Griffie", NOON)
                    withdrawn.add(number)
                elif word == "bring back" and number in withdrawn:
                    batches.bring_back(store, number, "Griffie", NOON)
                    withdrawn.remove(number)
            found = {observation.key: observation.value for observation in observations.current(store)}
            assert found == counting()
        store.close()


@pytest.mark.parametrize("number", [2019042, 2019901])
def test_a_period_that_nobody_wrote_is_damage(store: Store, number: int) -> None:
    _deliver(store, _observation(1))
    store.connection.execute("UPDATE observation SET period = :number", {"number": number})
    with pytest.raises(UserError, match="is beschadigd"):
        observations.current(store)
