"""A delivered file as sheets of cells that keep their place."""

from dataclasses import dataclass

from raadsapp.intake.cells import Cell


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it was delivered; `rows[0][0]` is cell A1. Rows may differ in length.

    `hidden_rows` says that the spreadsheet program does not show some of them; they are here all the same.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden_rows: bool = False


@dataclass(frozen=True, slots=True)
class DeliveredFile:
    """One file: its name without folder, the SHA-256 of its bytes, and its sheets.

    `hidden_sheets` are the names of sheets that the spreadsheet program does not show; they are not read.
    """

    name: str
    sha256: str
    sheets: tuple[Sheet, ...]
    hidden_sheets: tuple[str, ...] = ()
