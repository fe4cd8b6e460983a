"""The program keeps backups by itself; each is checked, and the way back leads to the newest good one."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadsapp.domain.commitment import Commitment
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period
from raadsapp.errors import UserError
from raadsapp.services import backups as service
from raadsapp.store import backups, batches, commitments, faults, upkeep
from raadsapp.store.connection import Store, open_store

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)


def _promise(store: Store, text: str) -> None:
    commitments.add(
        store, Commitment(recommendation="A1", text=text, owner="College", made_on=date(2026, 1, 1))
    )


def _promised(path: Path) -> list[str]:
    with closing(open_store(path, create=False)) as store:
        return [kept.text for kept in commitments.all_commitments(store)]


def _dump(path: Path) -> list[str]:
    """All that is in the file, whichever way its pages lie."""
    with closing(sqlite3.connect(path)) as file:
        return list(file.iterdump())


@pytest.fixture
def two(store: Store) -> tuple[backups.Backup, backups.Backup]:
    """A backup of an empty store and, a day later, one with a commitment; the newest one first."""
    first = backups.keep(store.path, AT)
    _promise(store, "Eerst")
    second = backups.keep(store.path, AT + DAY)
    assert first
    assert second
    return second, first


def test_a_store_without_backups_has_none(store: Store) -> None:
    assert backups.all_backups(store.path) == ()
    assert backups.newest_good(store.path) is None


def test_a_backup_stands_in_a_folder_beside_the_store_and_bears_its_moment(store: Store) -> None:
    kept = backups.keep(store.path, AT)
    assert kept == backups.Backup(
        store.path.parent / "dossier.raadsapp.reservekopieën" / "dossier-20261102T093000Z.raadsapp", AT
    )
    assert backups.all_backups(store.path) == (kept,)
    assert [file.name for file in kept.path.parent.iterdir()] == [kept.path.name]


def test_backups_are_listed_newest_first(store: Store, two: tuple[backups.Backup, backups.Backup]) -> None:
    assert backups.all_backups(store.path) == two
    assert upkeep.info(store).newest_backup == two[0]


def test_a_store_in_which_nothing_was_written_is_not_copied_again(
    store: Store, two: tuple[backups.Backup, backups.Backup]
) -> None:
    assert backups.keep(store.path, AT + 2 * DAY) is None
    assert backups.all_backups(store.path) == two


def test_of_the_backups_of_a_day_the_newest_stays(store: Store) -> None:
    for hour in range(3):
        _promise(store, f"om {hour}")
        backups.keep(store.path, AT + timedelta(hours=hour))
    (kept,) = backups.all_backups(store.path)
    assert _promised(kept.path) == ["om 0", "om 1", "om 2"]


def test_other_files_in_the_folder_stay_and_are_no_backups(
    store: Store, two: tuple[backups.Backup, backups.Backup]
) -> None:
    folder = backups.folder_of(store.path)
    others = ["leesmij.txt", "dossier-20261341T000000Z.raadsapp", "dossier-20261102T093000Z.raadsapp.oud"]
    for name in others:
        (folder / name).touch()
    (folder / "map-20261102T093000Z.raadsapp").mkdir()
    _promise(store, "Later")
    backups.keep(store.path, AT + 2 * DAY)
    assert len(backups.all_backups(store.path)) == len(two) + 1
    assert all((folder / name).exists() for name in others)


def test_half_a_copy_that_was_left_behind_goes_after_a_day(
    store: Store, two: tuple[backups.Backup, backups.Backup]
) -> None:
    folder = backups.folder_of(store.path)
    old, fresh = (folder / f"dossier-2026110{day}T000000Z.raadsapp.deel" for day in (1, 2))
    for part, age in ((old, 2 * DAY), (fresh, DAY / 2)):
        part.touch()
        written = (AT + 2 * DAY - age).timestamp()
        os.utime(part, (written, written))
    _promise(store, "Later")
    backups.keep(store.path, AT + 2 * DAY)
    assert not old.exists()
    assert fresh.exists()
    assert len(backups.all_backups(store.path)) == len(two) + 1


def test_a_damaged_store_is_told_and_costs_no_earlier_backup(
    store: Store, two: tuple[backups.Backup, backups.Backup]
) -> None:
    store.connection.execute("PRAGMA foreign_keys = OFF")
    store.connection.execute("INSERT INTO item_source VALUES (9, 0, 'rapport', '§1')")
    with pytest.raises(faults.DamagedError, match="is beschadigd"):
        backups.keep(store.path, AT + 2 * DAY)
    assert backups.all_backups(store.path) == two
    assert not list(backups.folder_of(store.path).glob("*.deel*"))


def test_a_store_that_was_found_damaged_is_looked_through_when_it_is_opened(
    store: Store, two: tuple[backups.Backup, backups.Backup]
) -> None:
    store.connection.execute("PRAGMA foreign_keys = OFF")
    store.connection.execute("INSERT INTO item_source VALUES (9, 0, 'rapport', '§1')")
    _promised(store.path)
    with pytest.raises(faults.DamagedError):
        backups.keep(store.path, AT + 2 * DAY)
    with pytest.raises(faults.DamagedError):
        open_store(store.path)
    store.connection.execute("DELETE FROM item_source")
    open_store(store.path).close()
    assert not backups.is_suspect(store.path)
    assert backups.all_backups(store.path) == two


def test_a_store_in_which_damage_was_read_is_looked_through_when_it_is_opened_again(
    store: Store, two: tuple[backups.Backup, backups.Backup]
) -> None:
    store.connection.execute("UPDATE commitment SET text = CAST(x'ff00ff' AS TEXT)")
    with pytest.raises(faults.DamagedError):
        commitments.all_commitments(store)
    assert backups.is_suspect(store.path)
    open_store(store.path).close()
    assert not backups.is_suspect(store.path)
    assert backups.all_backups(store.path) == two


def test_a_place_where_no_folder_can_be_made_is_told(store: Store) -> None:
    backups.folder_of(store.path).touch()
    with pytest.raises(UserError, match="niet worden geopend om in te schrijven"):
        backups.keep(store.path, AT)
    assert backups.all_backups(store.path) == ()


def test_a_store_that_is_not_there_is_not_backed_up(tmp_path: Path) -> None:
    with pytest.raises(faults.DamagedError, match="is leeg of weg"):
        backups.keep(tmp_path / "nergens.raadsapp", AT)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
        lambda file: file.write_bytes(file.read_bytes()[:4096] + b"\xff" * 8192),
        lambda file: file.write_bytes(b"geen database" * 1000),
    ],
    ids=["empty", "half", "overwritten", "other"],
)
def test_a_bad_backup_is_passed_over(
    store: Store, two: tuple[backups.Backup, backups.Backup], spoil: Callable[[Path], object]
) -> None:
    newest, first = two
    spoil(newest.path)
    assert backups.fault_of(newest)
    assert backups.newest_good(store.path) == first


def test_a_store_that_is_gone_is_not_made_anew_when_there_are_backups(
    store: Store, two: tuple[backups.Backup, backups.Backup]
) -> None:
    store.close()
    for empty in (True, False):
        store.path.unlink()
        if empty:
            store.path.touch()
        with pytest.raises(faults.DamagedError, match="is leeg of weg"):
            open_store(store.path)
    service.restore(store.path, two[0])
    assert _promised(store.path) == ["Eerst"]


def test_a_log_that_stayed_behind_is_not_read_into_what_is_put_back(
    store: Store, two: tuple[backups.Backup, backups.Backup]
) -> None:
    _promise(store, "Nog niet in het bestand zelf")
    log = Path(f"{store.path}-wal").read_bytes()
    store.close()
    store.path.unlink()
    Path(f"{store.path}-wal").write_bytes(log)
    assert upkeep.restore(store.path, two[0].path) is None
    assert _promised(store.path) == ["Eerst"]
    assert [file.read_bytes() for file in store.path.parent.glob("*.kopie-wal")] == [log]


def test_what_is_put_back_says_of_when_and_keeps_what_it_replaces(
    store: Store, two: tuple[backups.Backup, backups.Backup]
) -> None:
    _promise(store, "Later")
    told = service.restore(store.path, two[1])
    assert told.startswith(f"Het dossier is weer zoals het was op {service.moment_of(two[1])}. Het vorige")
    assert _promised(store.path) == []
    (kept,) = store.path.parent.glob("*.kopie")
    assert _promised(kept) == ["Eerst", "Later"]
    assert kept.name in told


def test_the_way_back_is_named_only_when_there_is_one(
    store: Store, two: tuple[backups.Backup, backups.Backup]
) -> None:
    error = faults.damaged(store.path)
    found = service.with_way_back(error, store.path, " --store x")
    assert found.message == error.message
    assert service.moment_of(two[0]) in found.hint
    assert found.hint.endswith("raadsapp store restore --newest --store x")
    for backup in two:
        backup.path.write_bytes(b"")
    assert service.with_way_back(error, store.path, "") is error


def test_what_the_service_keeps_is_of_now(store: Store) -> None:
    kept = service.keep(store.path)
    assert kept
    assert abs(datetime.now(UTC) - kept.made_at) < timedelta(minutes=1)


actions = st.lists(
    st.one_of(
        st.tuples(st.just("deliver"), st.lists(st.integers(0, 5), min_size=1, unique=True)),
        st.tuples(st.just("withdraw"), st.integers(0, 3)),
        st.tuples(st.just("bring back"), st.integers(0, 3)),
    ),
    max_size=8,
)


def _act(store: Store, turn: int, action: str, on: int | list[int]) -> None:
    made = batches.all_batches(store)
    if isinstance(on, list):
        batches.add(
            store,
            file=f"{turn}.csv",
            sha256=f"{turn}",
            layout="long",
            by="Griffie",
            at=AT + turn * DAY,
            observations=[
                Observation(ObservationKey("IND-07", "GM0986", Period(2019 + year)), turn + year)
                for year in on
            ],
        )
    elif on < len(made) and (made[on].withdrawn == (action == "bring back")):
        if action == "withdraw":
            batches.withdraw(store, made[on].number, "Griffie", AT + turn * DAY)
        else:
            batches.bring_back(store, made[on].number, "Griffie", AT + turn * DAY)


@given(before=actions, after=actions)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_deliveries_a_backup_that_is_put_back_holds_what_the_store_held(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[tuple[str, int | list[int]]],
    after: list[tuple[str, int | list[int]]],
) -> None:
    path = tmp_path_factory.mktemp("deliveries") / "dossier.raadsapp"
    with closing(open_store(path)) as store:
        for turn, (action, on) in enumerate(before):
            _act(store, turn, action, on)
        held = _dump(path)
        kept = backups.keep(path, AT)
        assert kept
        assert _dump(kept.path) == held
        for turn, (action, on) in enumerate(after, len(before)):
            _act(store, turn, action, on)
    upkeep.restore(path, kept.path)
    assert _dump(path) == held
