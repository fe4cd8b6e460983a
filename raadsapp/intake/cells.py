"""What a cell of a delivered table can hold, and what its place is called."""

import re
from string import ascii_uppercase

from raadsapp.intake.numbers import written_number

_NAME = re.compile(r"([A-Z]+)([1-9][0-9]*)")

# A number where the file itself says that it is one (a workbook does, a CSV file never); else the text.
Cell = str | float


def text_of(cell: Cell) -> str:
    """What a cell says, as text: `917` for the number 917, `14,6` for 14.6."""
    return cell if isinstance(cell, str) else written_number(cell)


def blank(cell: Cell) -> bool:
    """Whether nothing is seen in a cell."""
    return isinstance(cell, str) and (not cell or cell.isspace())


def cell_name(row: int, column: int) -> str:
    """Name of a cell as a spreadsheet program shows it; both counted from 0, so (11, 2) is `C12`."""
    return f"{column_name(column)}{row + 1}"


def column_name(column: int) -> str:
    """Letters of a column counted from 0: `A`, `Z`, `AA`."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, len(ascii_uppercase))
        letters = ascii_uppercase[letter] + letters
    return letters


def cell_place(name: str) -> tuple[int, int] | None:
    """Row and column of the cell called `name`, both counted from 0: `C12` is (11, 2). None for no cell."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * len(ascii_uppercase) + ascii_uppercase.index(letter) + 1
    return int(found[2]) - 1, column - 1
