"""Read the example cases of a dossier, each from a file of its own."""

from pathlib import Path

from raadsapp.content.case_reading import read_case
from raadsapp.content.faults import Fault
from raadsapp.content.files import read_text
from raadsapp.content.kinds import case_files
from raadsapp.domain.case import Case


def read_cases(folder: Path, faults: list[Fault]) -> tuple[tuple[str, Case], ...]:
    """Every case with its file, in order of file name; what is wrong is added to `faults` and left out."""
    found = []
    for file in case_files(folder):
        text = read_text(folder, file, faults)
        case = None if text is None else read_case(text, file, faults)
        if case is not None:
            found.append((file, case))
    return tuple(found)
