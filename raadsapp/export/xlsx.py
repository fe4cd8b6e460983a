"""Workbooks for Excel: numbers as numbers, texts as texts and never formulas. Rows do not stay in memory."""

from collections.abc import Sequence
from datetime import UTC
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from raadsapp.errors import UserError
from raadsapp.export.sheet import LANGUAGE, About, Cell, Sheet, storable

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_HEADING = {"bold": True, "bg_color": "#E9EEF2", "bottom": 1, "bottom_color": "#5F6E7A", "valign": "vcenter"}
_WRAPPED = {"text_wrap": True, "valign": "top"}
_A4 = 9


class _Exact(float):
    """A number that is written with all its digits; the library would write 16, one too few for some."""

    def __format__(self, _spec: str) -> str:
        return repr(float(self)).removesuffix(".0")


def write_xlsx(path: Path, sheets: Sequence[Sheet], about: About) -> None:
    """Write `sheets` to `path`.

    OSError when that cannot be done, UserError when a text is longer than a cell can hold.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    # Some 4 MB for 100,000 rows; the library would leave a file that it cannot finish open.
    packed = BytesIO()
    try:
        # The rows of each sheet wait in a file there until the workbook is put together.
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            options = {"constant_memory": True, "tmpdir": folder, "strings_to_urls": False}
            with Workbook(packed, options) as book:
                _describe(book, about)
                heading, wrapped = book.add_format(_HEADING), book.add_format(_WRAPPED)
                for sheet in sheets:
                    _fill(book.add_worksheet(sheet.name), sheet, heading, wrapped)
    except FileCreateError as fault:
        raise OSError(*fault.args[0].args) from fault
    path.write_bytes(packed.getbuffer())


def _describe(book: "Workbook", about: About) -> None:
    book.set_properties(
        {
            "title": about.title,
            "subject": about.subject,
            "author": "Raadsapp",
            "created": about.made.astimezone(UTC),
        }
    )
    book.set_custom_property("Language", LANGUAGE)


def _fill(into: "Worksheet", sheet: Sheet, heading: "Format", wrapped: "Format") -> None:
    into.freeze_panes(1, 0)
    into.set_landscape()
    into.set_paper(_A4)
    into.fit_to_pages(1, 0)
    into.repeat_rows(0)
    styles = [wrapped if column.wrapped else None for column in sheet.columns]
    for place, column in enumerate(sheet.columns):
        into.set_column(place, place, column.width)
        into.write_string(0, place, column.heading, heading)
    for number, row in enumerate(sheet.rows, start=1):
        for place, cell in enumerate(row):
            _write(into, number, place, cell, styles[place])


def _write(into: "Worksheet", row: int, column: int, cell: Cell, style: "Format | None") -> None:
    if not isinstance(cell, str):
        into.write_number(row, column, _Exact(cell), style)
    elif cell and into.write_string(row, column, storable(cell), style):
        raise UserError(
            "Een van de teksten is te lang voor een cel in een werkmap.", "Exporteer deze cijfers als CSV."
        )
