"""Backups that the program keeps by itself, and the way back to one of them."""

from datetime import UTC, datetime
from pathlib import Path

from raadsapp.errors import UserError
from raadsapp.store import backups, upkeep
from raadsapp.store.backups import Backup
from raadsapp.store.faults import DamagedError
from raadsapp.texts import long_moment


class NotKeptError(UserError):
    """No backup can be made now; the store itself is in order."""


def keep(store: Path) -> Backup | None:
    """Back up the store when something was written since the newest backup, and let superseded ones go.

    None when nothing was. Raises DamagedError when the store turns out to be damaged, NotKeptError when no
    backup can be made now. A large store takes its time: call it away from the window.
    """
    try:
        return backups.keep(store, datetime.now(UTC))
    except DamagedError:
        raise
    except UserError as fault:
        raise NotKeptError(
            f"Er kon geen reservekopie worden gemaakt in de map '{backups.folder_of(store)}'."
            " Het dossier zelf is wel bewaard.",
            "Kijk of daar nog ruimte is en of u daar mag schrijven.",
        ) from fault


def newest_good(store: Path) -> Backup | None:
    """The newest backup that can be put back. It is looked through wholly: call it away from the window."""
    return backups.newest_good(store)


def restore(store: Path, backup: Backup) -> str:
    """Put a backup back and say so; the present file stays beside it. UserError when that cannot be done."""
    kept = upkeep.restore(store, backup.path)
    told = f"Het dossier is weer zoals het was op {moment_of(backup)}."
    return told if kept is None else f"{told} Het vorige bestand is bewaard als '{kept.name}'."


def moment_of(backup: Backup) -> str:
    """When it was made, in local time: `22 november 2026 om 9.30 uur`."""
    return long_moment(backup.made_at.astimezone())


def with_way_back(error: UserError, store: Path, option: str) -> UserError:
    """The error of a store that cannot be read, with the newest good backup in its hint when there is one.

    `option` names the store on the command line, such as ` --store 'x.raadsapp'`; empty for the user's own.
    """
    backup = newest_good(store)
    if backup is None:
        return error
    return UserError(
        error.message,
        f"De nieuwste goede reservekopie is van {moment_of(backup)}."
        f" Zet die terug met: raadsapp store restore --newest{option}",
    )
