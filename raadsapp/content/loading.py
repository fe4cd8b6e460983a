"""Load a dossier: every file read, every reference checked, all faults told at once."""

import hashlib
from pathlib import Path

from raadsapp.content.checks import faults_in
from raadsapp.content.faults import Fault, error_of
from raadsapp.content.files import read_dossier, read_kind, read_municipalities
from raadsapp.content.kinds import DOSSIER_FILE, MUNICIPALITY_FILE, TOML_KINDS
from raadsapp.domain.catalog import Catalog
from raadsapp.errors import UserError


def load(folder: Path) -> Catalog:
    """The dossier in `folder`; UserError that names file and key for everything that is wrong in it."""
    _must_be_a_folder(folder)
    faults: list[Fault] = []
    dossier = read_dossier(folder, faults)
    parts = {kind.field: read_kind(folder, kind, faults) for kind in TOML_KINDS}
    municipalities = read_municipalities(folder, faults)
    if dossier is None or faults:
        raise error_of(faults, folder.name)
    catalog = Catalog(dossier=dossier, municipalities=municipalities, **parts)
    if wrong := tuple(faults_in(catalog)):
        raise error_of(wrong, folder.name)
    return catalog


def version(folder: Path) -> int:
    """The version number in the dossier's own file, without reading the rest; UserError as for `load`."""
    _must_be_a_folder(folder)
    faults: list[Fault] = []
    dossier = read_dossier(folder, faults)
    if dossier is None or faults:
        raise error_of(faults, folder.name)
    return dossier.version


def digest(folder: Path) -> str:
    """SHA-256, in hexadecimal, over names and bytes of the files that `load` reads; an absent file is empty.

    UserError when a file is there but may not be read.
    """
    total = hashlib.sha256()
    for name in sorted((DOSSIER_FILE, MUNICIPALITY_FILE, *(kind.file for kind in TOML_KINDS))):
        file = folder / name
        try:
            content = file.read_bytes() if file.is_file() else b""
        except OSError as error:
            unread = Fault(name, "", f"dit bestand kan niet gelezen worden ({error.strerror}).")
            raise error_of([unread], folder.name) from error
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _must_be_a_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise UserError(f"De map met het dossier is er niet: {folder}.", "Installeer Raadsapp opnieuw.")
