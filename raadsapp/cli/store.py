"""`raadsapp store`: look at the store, check it, copy it and put a copy back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raadsapp.cli.dutch import DutchGroup
from raadsapp.cli.options import FILE, json_option, naming_way_back, store_option
from raadsapp.errors import UserError

if TYPE_CHECKING:
    from raadsapp.store.connection import Store


@click.group(cls=DutchGroup)
def store() -> None:
    """Het bestand met het dossier bekijken, controleren, kopiëren en terugzetten."""


@store.command()
@store_option
@json_option
def info(store_path: Path | None, as_json: bool) -> None:  # noqa: FBT001 - click passes options by name
    """Toont wat het dossierbestand is en wat erin staat."""
    from raadsapp.cli.store_text import info_json, info_text
    from raadsapp.store import upkeep

    with _opened(store_path) as opened:
        found = upkeep.info(opened)
    click.echo(info_json(found) if as_json else info_text(found))


@store.command()
@store_option
def check(store_path: Path | None) -> None:
    """Controleert of het dossierbestand heel is."""
    from raadsapp.store import faults, upkeep

    with _opened(store_path) as opened:
        broken = upkeep.check(opened)
        if broken:
            raise faults.damaged(opened.path, broken[0])
    click.echo(f"Het bestand '{opened.path}' is in orde.")


@store.command()
@click.argument("target", type=FILE, metavar="BESTAND")
@store_option
def backup(target: Path, store_path: Path | None) -> None:
    """Schrijft een reservekopie naar een nieuw BESTAND en controleert die."""
    from raadsapp.store import upkeep

    with _opened(store_path) as opened:
        upkeep.backup(opened, target)
    click.echo(f"De reservekopie staat in '{target}'.")


@store.command()
@store_option
@json_option
def backups(store_path: Path | None, as_json: bool) -> None:  # noqa: FBT001 - click passes options by name
    """Toont de reservekopieën die Raadsapp zelf maakt, de nieuwste eerst, en of ze heel zijn."""
    from raadsapp.cli.store_text import backups_json, backups_text
    from raadsapp.store.backups import all_backups, fault_of

    found = [(backup, fault_of(backup)) for backup in all_backups(_path(store_path))]
    click.echo(backups_json(found) if as_json else "\n".join(backups_text(found)))


@store.command()
@click.argument("source", type=FILE, metavar="BESTAND", required=False)
@click.option("--newest", is_flag=True, help="De nieuwste reservekopie die heel is, in plaats van BESTAND.")
@store_option
def restore(source: Path | None, newest: bool, store_path: Path | None) -> None:  # noqa: FBT001
    """Zet de reservekopie BESTAND terug; het huidige dossierbestand blijft ernaast bewaard.

    BESTAND mag ook de naam zijn van een reservekopie uit 'raadsapp store backups'.
    """
    from raadsapp.store import upkeep

    if newest == (source is not None):
        raise UserError("Welke reservekopie?", "Noem één BESTAND, of geef --newest.")
    path = _path(store_path)
    chosen = _newest(path) if source is None else _found(source, path)
    kept = upkeep.restore(path, chosen)
    click.echo(f"De reservekopie '{chosen}' is teruggezet in '{path}'.")
    if kept is not None:
        click.echo(f"Het vorige dossierbestand is bewaard als '{kept}'.")


def _newest(path: Path) -> Path:
    from raadsapp.store.backups import folder_of, newest_good

    backup = newest_good(path)
    if backup is None:
        raise UserError(
            f"Er is geen goede reservekopie van '{path}'.",
            f"Raadsapp bewaart ze in '{folder_of(path)}'. Noem een ander bestand als u er elders een hebt.",
        )
    return backup.path


def _found(source: Path, path: Path) -> Path:
    """The file of this name, or else the backup of the store at `path` that bears it."""
    from raadsapp.store.backups import folder_of

    kept = folder_of(path) / source
    return kept if not source.exists() and kept.is_file() else source


def _path(store_path: Path | None) -> Path:
    from raadsapp import paths

    return store_path or paths.default_store()


@contextmanager
def _opened(store_path: Path | None) -> Iterator["Store"]:
    from raadsapp.store.reading import open_to_read

    with naming_way_back(store_path):
        opened = open_to_read(_path(store_path), create=False)
        try:
            yield opened
        finally:
            opened.close()
