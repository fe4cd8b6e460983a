"""Load a dossier: every file read, every reference checked, all faults told at once."""

from pathlib import Path

from raadsapp.content.case_checks import case_faults
from raadsapp.content.cases import read_cases
from raadsapp.content.checks import faults_in
from raadsapp.content.digest import digest
from raadsapp.content.faults import Fault, error_of
from raadsapp.content.files import read_dossier, read_kind, read_municipalities
from raadsapp.content.kinds import TOML_KINDS
from raadsapp.domain.catalog import Catalog
from raadsapp.errors import UserError

__all__ = ["digest", "load", "version"]


def load(folder: Path) -> Catalog:
    """The dossier in `folder`; UserError that names file and key for everything that is wrong in it."""
    _must_be_a_folder(folder)
    faults: list[Fault] = []
    dossier = read_dossier(folder, faults)
    parts = {kind.field: read_kind(folder, kind, faults) for kind in TOML_KINDS}
    cases = read_cases(folder, faults)
    municipalities = read_municipalities(folder, faults)
    if dossier is None or faults:
        raise error_of(faults, folder.name)
    catalog = Catalog(
        dossier=dossier, municipalities=municipalities, cases=tuple(case for _, case in cases), **parts
    )
    in_cases = (fault for file, case in cases for fault in case_faults(case, catalog, file))
    if wrong := (*faults_in(catalog), *in_cases):
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


def _must_be_a_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise UserError(f"De map met het dossier is er niet: {folder}.", "Installeer Raadsapp opnieuw.")
