"""A form as a workbook for Excel: what is known is locked, what is asked has a colour and a rule."""

from dataclasses import dataclass
from datetime import UTC
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import shorten
from typing import TYPE_CHECKING

from raadsapp.domain.observation import Status
from raadsapp.export.report_form import Form, FormRow, FormSheet
from raadsapp.export.sheet import LANGUAGE, Cell, Column, storable
from raadsapp.intake.cells import cell_name

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

COLUMNS = (
    Column("nummer", 9),
    Column("indicator", 30, wrapped=True),
    Column("wat u invult", 44, wrapped=True),
    Column("gemeente", 13),
    Column("periode", 18),
    Column("waarde", 13),
    Column("eenheid", 10),
    Column("status", 12),
    Column("opmerking", 36, wrapped=True),
    Column("bron", 34, wrapped=True),
    Column("uitsplitsing", 32, wrapped=True),
)
"""The columns, with the headings of data/layouts/kwartaalrapport.toml."""

_VALUE = next(place for place, column in enumerate(COLUMNS) if column.heading == "waarde")
_STATUS = next(place for place, column in enumerate(COLUMNS) if column.heading == "status")

_HEADER = 3
"""The row (from 0) of the headings; title and notice stand above."""

_ABOUT, _TEXT = 22, 110
_A4 = 9
_LONGEST = 250
"""Characters of a hint that a spreadsheet program shows at a cell; it takes 255."""

_ALLOWED = {"format_columns": True, "format_rows": True, "autofilter": True}
_INPUT = {"locked": False, "bg_color": "#FFF7D6", "border": 1, "border_color": "#8A6D00", "valign": "top"}


@dataclass(frozen=True, slots=True)
class _Formats:
    title: "Format"
    heading: "Format"
    known: "Format"
    known_first: "Format"
    number: "Format"
    text: "Format"


def write_form(path: Path, form: Form) -> None:
    """Write `form` to `path`, a sheet per theme and ‘Toelichting’; OSError when that cannot be done."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    try:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder, path.open("wb") as file:
            options = {"tmpdir": folder, "strings_to_urls": False}
            with Workbook(file, options) as book:
                book.set_properties(
                    {"title": form.title, "author": "Raadsapp", "created": form.made.astimezone(UTC)}
                )
                book.set_custom_property("Language", LANGUAGE)
                formats = _formats(book)
                for sheet in form.sheets:
                    _fill(book.add_worksheet(sheet.name), form, sheet, formats)
                _explain(book.add_worksheet("Toelichting"), form, formats)
    except FileCreateError as fault:
        raise OSError(*fault.args[0].args) from fault


def _formats(book: "Workbook") -> _Formats:
    wrapped = {"text_wrap": True, "valign": "top"}
    heading = {**wrapped, "bold": True, "bg_color": "#E9EEF2", "bottom": 1, "bottom_color": "#5F6E7A"}
    return _Formats(
        book.add_format({"bold": True, "font_size": 14}),
        book.add_format(heading),
        book.add_format(wrapped),
        book.add_format({**wrapped, "top": 1, "top_color": "#5F6E7A"}),
        book.add_format({**_INPUT, "align": "right"}),
        book.add_format({**_INPUT, "text_wrap": True}),
    )


def _head(into: "Worksheet", title: str, form: Form, formats: _Formats) -> None:
    into.write_string(0, 0, f"{form.title}: {title}", formats.title)
    into.write_string(1, 0, form.notice)
    into.set_landscape()
    into.set_paper(_A4)
    into.fit_to_pages(1, 0)
    into.set_header(f"&L{form.title.replace('&', '&&')}&R{title.replace('&', '&&')}")
    into.protect("", _ALLOWED)


def _fill(into: "Worksheet", form: Form, sheet: FormSheet, formats: _Formats) -> None:
    _head(into, sheet.name, form, formats)
    into.freeze_panes(_HEADER + 1, 0)
    into.set_selection(_HEADER + 1, _VALUE, _HEADER + 1, _VALUE)
    into.repeat_rows(_HEADER)
    for place, column in enumerate(COLUMNS):
        into.set_column(place, place, column.width)
        into.write_string(_HEADER, place, column.heading, formats.heading)
    before = None
    for number, row in enumerate(sheet.rows, start=_HEADER + 1):
        known = formats.known if row.indicator == before else formats.known_first
        _write_row(into, number, row, known, formats)
        before = row.indicator
    into.autofilter(_HEADER, 0, _HEADER + len(sheet.rows), len(COLUMNS) - 1)
    _restrict(into, sheet)


def _restrict(into: "Worksheet", sheet: FormSheet) -> None:
    """Rules for what is filled in: one for all statuses, one for each run of values of the same sort."""
    choices = {"validate": "list", "source": [status.value for status in Status]}
    into.data_validation(_HEADER + 1, _STATUS, _HEADER + len(sheet.rows), _STATUS, choices)
    first = _HEADER + 1
    for _, alike in groupby(sheet.rows, key=lambda row: (row.indicator.key, row.unit)):
        rows = tuple(alike)
        rule = _rule(rows[0], cell_name(first, _VALUE))
        into.data_validation(first, _VALUE, first + len(rows) - 1, _VALUE, rule)
        first += len(rows)


def _write_row(into: "Worksheet", number: int, row: FormRow, known: "Format", formats: _Formats) -> None:
    cells: tuple[tuple[Cell, Format], ...] = (
        (row.indicator.key, known),
        (row.indicator.title, known),
        (row.what, known),
        (row.municipality.name, known),
        (row.period.label, known),
        (row.value, formats.number),
        (row.unit, known),
        (row.status.value, formats.text),
        (row.remark, formats.text),
        (row.source, known),
        (row.breakdown, known),
    )
    for place, (cell, style) in enumerate(cells):
        if not isinstance(cell, str):
            into.write_number(number, place, cell, style)
        elif cell:
            into.write_string(number, place, storable(cell), style)
        else:
            into.write_blank(number, place, None, style)


def _rule(row: FormRow, cell: str) -> dict[str, object]:
    """What belongs in `cell` and below; what does not is asked about, for n.b. and <10 are good too."""
    rule: dict[str, object] = {
        "error_type": "warning",
        "error_title": "Klopt dit?",
        "error_message": "Hier hoort een getal van 0 of meer. Niet bekend? Laat de cel leeg of schrijf n.b.",
        "input_title": shorten(f"{row.indicator.key}, in {row.unit}", 32),
        "input_message": shorten(row.indicator.definition, _LONGEST, placeholder="…"),
    }
    if row.unit == "%":
        formula = f"=AND(ISNUMBER({cell}),OR({cell}=0,{cell}>=1))"
        message = "Schrijf 12,5 voor twaalf en een half procent, zonder procentteken."
        return rule | {"validate": "custom", "value": formula, "error_message": message}
    whole = "integer" if row.unit == "aantal" else "decimal"
    return rule | {"validate": whole, "criteria": ">=", "value": 0}


def _explain(into: "Worksheet", form: Form, formats: _Formats) -> None:
    _head(into, "Toelichting", form, formats)
    into.set_column(0, 0, _ABOUT)
    into.set_column(1, 1, _TEXT)
    number = _HEADER
    for title, lines, style in (
        ("In uw eigen woorden", form.words, formats.text),
        ("Uitleg", form.explained, formats.known),
    ):
        into.write_string(number, 0, title, formats.heading)
        into.write_blank(number, 1, None, formats.heading)
        for about, text in lines:
            number += 1
            into.write_string(number, 0, storable(about), formats.known)
            into.write_string(number, 1, storable(text), style)
        number += 2
