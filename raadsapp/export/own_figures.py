"""The sheet ‘Eigen cijfers’: what a clerk entered for a municipality, which no delivery brought."""

from collections.abc import Sequence

from raadsapp.export.sheet import Cell, Column, Sheet
from raadsapp.intake.formulas import neutralised
from raadsapp.services.exporting import OwnFigure
from raadsapp.texts import long_date

NAME = "Eigen cijfers"
MARK = "zelf ingevoerd, geen levering"

_COLUMNS = (
    Column("gemeente", 10),
    Column("naam", 14),
    Column("cijfer", 44),
    Column("waarde", 14),
    Column("eenheid", 12),
    Column("soort", 28),
    Column("bron", 60),
    Column("ingevoerd door", 18),
    Column("ingevoerd op", 18),
    Column("sleutel", 30),
)
"""Other headings than import reads: the sheet is to look at, and is never taken for a delivery."""


def own_sheet(entered: Sequence[OwnFigure]) -> Sheet:
    """A row for each figure, with its source, who entered it and when, and what it is."""
    return Sheet(NAME, _COLUMNS, tuple(map(_cells, entered)))


def _cells(own: OwnFigure) -> tuple[Cell, ...]:
    figure = own.figure
    return (
        figure.municipality,
        neutralised(own.municipality),
        neutralised(own.label),
        0.0 if figure.value is None else figure.value,
        neutralised(own.unit),
        MARK,
        neutralised(figure.source),
        neutralised(figure.by),
        long_date(figure.at.astimezone().date()),
        neutralised(figure.key),
    )
