"""`raadsapp store`: look at the store, check it, copy it and put a copy back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from raadsapp.cli.dutch import DutchGroup
from raadsapp.cli.options import FILE, json_option, store_option
from raadsapp.errors import UserError

if TYPE_CHECKING:
    from raadsapp.store.connection import Store
    from raadsapp.store.upkeep import StoreInfo


@click.group(cls=DutchGroup)
def store() -> None:
    """Het bestand met het dossier bekijken, controleren, kopiëren en terugzetten."""


@store.command()
@store_option
@json_option
def info(store_path: Path | None, as_json: bool) -> None:  # noqa: FBT001 - click passes options by name
    """Toont wat het dossierbestand is en wat erin staat."""
    from raadsapp.store import upkeep

    opened = _open(store_path)
    try:
        found = upkeep.info(opened)
    finally:
        opened.close()
    click.echo(_as_json(found) if as_json else _as_text(found))


@store.command()
@store_option
def check(store_path: Path | None) -> None:
    """Controleert of het dossierbestand heel is."""
    from raadsapp.store import upkeep

    opened = _open(store_path)
    try:
        broken = upkeep.check(opened)
    finally:
        opened.close()
    if broken:
        raise UserError(
            f"Het bestand '{opened.path}' is beschadigd ({broken[0]}).",
            "Zet een reservekopie terug met 'raadsapp store restore BESTAND'.",
        )
    click.echo(f"Het bestand '{opened.path}' is in orde.")


@store.command()
@click.argument("target", type=FILE, metavar="BESTAND")
@store_option
def backup(target: Path, store_path: Path | None) -> None:
    """Schrijft een reservekopie naar een nieuw BESTAND en controleert die."""
    from raadsapp.store import upkeep

    opened = _open(store_path)
    try:
        upkeep.backup(opened, target)
    finally:
        opened.close()
    click.echo(f"De reservekopie staat in '{target}'.")


@store.command()
@click.argument("source", type=FILE, metavar="BESTAND")
@store_option
def restore(source: Path, store_path: Path | None) -> None:
    """Zet de reservekopie BESTAND terug; het huidige dossierbestand blijft ernaast bewaard."""
    from raadsapp.store import upkeep

    path = _path(store_path)
    kept = upkeep.restore(path, source)
    click.echo(f"De reservekopie '{source}' is teruggezet in '{path}'.")
    if kept is not None:
        click.echo(f"Het vorige dossierbestand is bewaard als '{kept}'.")


def _path(store_path: Path | None) -> Path:
    from raadsapp import paths

    return store_path or paths.default_store()


def _open(store_path: Path | None) -> "Store":
    from raadsapp.store.connection import open_store

    return open_store(_path(store_path), create=False)


def _as_text(found: "StoreInfo") -> str:
    from raadsapp.texts import long_date, number

    last = found.last_batch
    lines = (
        ("Bestand", str(found.path)),
        ("Grootte", f"{number(found.size / 1024)} kB"),
        ("Versie van de opslag", str(found.schema_version)),
        (
            "Dossier",
            f"{found.dossier_title}, versie {found.dossier_version}" if found.dossier_title else "geen",
        ),
        ("Onderdelen van het dossier", number(found.items)),
        ("Leveringen", number(found.batches)),
        ("Waarnemingen", number(found.observations)),
        ("Toezeggingen", number(found.commitments)),
        (
            "Laatste levering",
            f"{last.number}: {last.file}, {long_date(last.imported_at)}" if last else "geen",
        ),
    )
    return "\n".join(f"{label + ':':<28}{value}" for label, value in lines)


def _as_json(found: "StoreInfo") -> str:
    import json

    last = found.last_batch
    return json.dumps(
        {
            "path": str(found.path),
            "size": found.size,
            "schema_version": found.schema_version,
            "dossier": {"title": found.dossier_title, "version": found.dossier_version},
            "items": found.items,
            "batches": found.batches,
            "observations": found.observations,
            "commitments": found.commitments,
            "last_batch": last
            and {
                "number": last.number,
                "file": last.file,
                "imported_at": last.imported_at.isoformat(),
                "imported_by": last.imported_by,
                "withdrawn": last.withdrawn,
            },
        },
        ensure_ascii=False,
        indent=2,
    )
