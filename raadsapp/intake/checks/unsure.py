"""Columns of which nobody knows how to read the numbers."""

from collections.abc import Iterator

import numpy as np

from raadsapp.domain.problem import Severity
from raadsapp.intake.cells import column_name
from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.found import Found, Noted
from raadsapp.intake.entries import Entries
from raadsapp.intake.findings import AMBIGUOUS


def unsure_numbers(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Values in columns where each point may stand between thousands though it is the decimal sign."""
    for sheet, column in against.unsure:
        where = np.asarray(entries.sheets) == entries.sheet_names.number(sheet)
        name = column_name(column)
        told = (
            "niet ingelezen ({cells}): staat de punt daar tussen duizendtallen of voor decimalen? Haal de"
            " punten uit de getallen, of geef een getal in de kolom één decimaal, zoals 9869.0."
        )
        yield Noted(
            np.flatnonzero(where & (np.asarray(entries.columns) == column)),
            AMBIGUOUS,
            f"waarde van kolom {name} is {told}",
            f"waarden van kolom {name} zijn {told}",
            severity=Severity.BLOCKING,
        )
