"""What the values of a file are held against."""

from dataclasses import dataclass
from datetime import date

from raadsapp.domain.catalog import Catalog
from raadsapp.intake.entries import Known
from raadsapp.intake.layouts import Layout
from raadsapp.intake.merged import MergedFigures


@dataclass(frozen=True, slots=True)
class Against:
    """How the file was read, what counts now of the same series, the dossier, and the day of today.

    `merged` are cells that were merged where figures stand, `unsure` the columns, each with its sheet, of
    which nobody knows how to read the numbers.
    """

    layout: Layout
    known: Known
    catalog: Catalog
    today: date
    merged: tuple[MergedFigures, ...] = ()
    unsure: tuple[tuple[str, int], ...] = ()
