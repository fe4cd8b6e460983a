"""One example case as a file of its own, read and checked as those of the dossier are."""

from pathlib import Path

from raadsapp.content.case_checks import case_faults
from raadsapp.content.case_reading import read_case
from raadsapp.content.faults import Fault
from raadsapp.content.files import read_text
from raadsapp.domain.case import Case
from raadsapp.domain.catalog import Catalog

LARGEST = 1024 * 1024
"""Bytes in a file; the largest case of the dossier has some ten thousand."""


def read_file(path: Path, catalog: Catalog) -> tuple[Case | None, tuple[Fault, ...]]:
    """The case in a file, and what is wrong with it; without a case nothing of it could be read."""
    faults: list[Fault] = []
    try:
        if path.stat().st_size > LARGEST:
            return None, (Fault(path.name, "", "dit bestand is groter dan 1 MB."),)
    except OSError:
        pass  # told by reading it
    text = read_text(path.parent, path.name, faults)
    if text is None:
        return None, tuple(faults)
    return read_text_of(text, path.name, catalog)


def read_text_of(text: str, file: str, catalog: Catalog) -> tuple[Case | None, tuple[Fault, ...]]:
    """The case in the text of a file called `file`, and what is wrong with it."""
    faults: list[Fault] = []
    case = read_case(text.removeprefix("\ufeff"), file, faults)
    if case is not None:
        faults.extend(case_faults(case, catalog, file))
    return case, tuple(faults)
