"""The backups that the program itself keeps beside a store, in a folder of their own.

Each is a whole store. Its modification time is that of the store it was made from, so that a store in which
nothing was written since is not copied again.
"""

import os
import re
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from raadsapp.errors import UserError
from raadsapp.store import copying, faults, rotation, schema, sqlite_file

_FOLDER = ".reservekopieën"
_ENDING = ".raadsapp"
# Stands in the folder when the store seemed damaged: its next start then looks it through before all else.
_SUSPECT = "beschadigd"
# In world time: an hour that comes twice, at the end of summer time, would put them out of order.
_MOMENT = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"-(\d{8}T\d{6}Z)" + re.escape(_ENDING))
# Half a copy as old as this belongs to a program that was ended.
_LEFT_BEHIND = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that the program made: where it is and when it was made, in UTC."""

    path: Path
    made_at: datetime


def folder_of(path: Path) -> Path:
    """Where the backups of the store at `path` are; the folder is there from the first one on."""
    return path.with_name(path.name + _FOLDER)


def all_backups(path: Path) -> tuple[Backup, ...]:
    """What bears the name of a backup of the store at `path`, newest first, good or not."""
    try:
        files = [file for file in folder_of(path).iterdir() if _made_at(file) and file.is_file()]
    except OSError:
        return ()
    found = [Backup(file, at) for file in files if (at := _made_at(file))]
    return tuple(sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True))


def suspect(path: Path) -> None:
    """Remember beside the store at `path` that it seems damaged; without backups there is no use in that."""
    with suppress(OSError):
        (folder_of(path) / _SUSPECT).touch()


def is_suspect(path: Path) -> bool:
    """Whether the store at `path` seemed damaged when it was last read or backed up."""
    return (folder_of(path) / _SUSPECT).exists()


def clear_suspicion(path: Path) -> None:
    """Let the store be opened again without looking it through."""
    with suppress(OSError):
        (folder_of(path) / _SUSPECT).unlink()


def newest_good(path: Path) -> Backup | None:
    """The newest backup of the store at `path` that can be put back, looked through wholly."""
    return next((backup for backup in all_backups(path) if fault_of(backup) is None), None)


def fault_of(backup: Backup) -> UserError | None:
    """Why a backup cannot be put back; None when it can."""
    try:
        must_be_whole(backup.path)
    except UserError as fault:
        return fault
    return None


def keep(path: Path, at: datetime) -> Backup | None:
    """Back up the store at `path`, then remove what is superseded; None when nothing was written since.

    The copy is checked before it gets its name, and only then an older one goes. Raises DamagedError when the
    store turns out to be damaged, which its next start then knows; any other UserError when the folder cannot
    be written or the disk is full.
    """
    if not path.exists():
        raise faults.gone(path)
    known = all_backups(path)
    folder = folder_of(path)
    target = folder / f"{path.stem}-{at.astimezone(UTC):{_MOMENT}}{_ENDING}"
    try:
        written = _written_ns(path)
        if known and known[0].path.stat().st_mtime_ns >= written:
            return None
        folder.mkdir(exist_ok=True)
        copying.copy(path, target, "rw")
        _must_be_usable(target)
        os.utime(target, ns=(written, written))
    except faults.DamagedError:
        suspect(path)
        raise
    except OSError as fault:
        raise faults.not_writable(target) from fault
    _remove_superseded(path, at)
    return Backup(target, at.astimezone(UTC).replace(microsecond=0))


def must_be_whole(source: Path) -> None:
    """UserError when `source` is no whole store of this or an earlier version of the program."""
    if not source.is_file():
        raise UserError(
            f"Het bestand '{source}' bestaat niet.", "Noem een reservekopie die u eerder hebt gemaakt."
        )
    _must_be_usable(source)
    with faults.in_words(source), closing(sqlite_file.connect(source, "ro")) as connection:
        if copying.damage(connection):
            raise faults.damaged(source)


def _must_be_usable(source: Path) -> None:
    with faults.in_words(source), closing(sqlite_file.connect(source, "ro")) as connection:
        version = schema.version_of(connection, source)
    if not version:
        raise faults.not_a_dossier(source)
    if version > schema.newest():
        raise schema.newer_than_program(source)


def _made_at(file: Path) -> datetime | None:
    """The moment in the name of a backup; None for any other file."""
    found = _NAME.search(file.name)
    if not found or not file.name.endswith(found[0]):
        return None
    try:
        return datetime.strptime(found[1], _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None


def _written_ns(path: Path) -> int:
    """When something was last written to the store, also to the log beside it."""
    times = [path.stat().st_mtime_ns]
    with suppress(FileNotFoundError):
        found = path.with_name(f"{path.name}-wal").stat()
        if found.st_size:
            times.append(found.st_mtime_ns)
    return max(times)


def _remove_superseded(path: Path, at: datetime) -> None:
    """Make room; what cannot be removed now goes the next time."""
    local = {backup.path: backup.made_at.astimezone() for backup in all_backups(path)}
    gone = rotation.superseded(local.values())
    old = [file for file, moment in local.items() if moment in gone]
    for part in folder_of(path).glob(f"*{_ENDING}.deel*"):
        with suppress(OSError):
            if at.timestamp() - part.stat().st_mtime > _LEFT_BEHIND.total_seconds():
                old.append(part)
    for file in old:
        with suppress(OSError):
            file.unlink()
