"""Small workbooks for tests, written part by part so that a test can also break or swell one part."""

from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from struct import pack
from zipfile import ZIP_DEFLATED, ZipFile

from raadsapp.intake.cells import cell_name

HEADER = ("indicator", "gemeente", "periode", "uitsplitsing", "waarde", "eenheid", "status", "bron")
ROW = ("IND-03", "Heerlen", 2019, "", 14.5, "", "", "")

Row = Sequence[str | float | None]
BinaryRow = Sequence[str | int | float | bytes | None]
_MAIN = "http://schemas.openxmlformats.org"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of parts."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return content.getvalue()


def xlsx(sheets: Mapping[str, Sequence[Row]], hidden: Mapping[str, str] | None = None) -> bytes:
    """An XLSX with these rows by name of sheet; `hidden` gives the state of sheets that are not shown."""
    return zipped(xlsx_parts(sheets, hidden or {}))


def xlsx_parts(sheets: Mapping[str, Sequence[Row]], hidden: Mapping[str, str]) -> dict[str, str | bytes]:
    """The parts of an XLSX; the sheets are `xl/worksheets/sheet1.xml` and so on."""
    office = f"{_MAIN}/officeDocument/2006/relationships"
    states = {name: f' state="{state}"' for name, state in hidden.items()}
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"{states.get(name, "")}/>'
        for number, name in enumerate(sheets, start=1)
    )
    targets = "".join(
        f'<Relationship Id="rId{number}" Type="{office}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number, _ in enumerate(sheets, start=1)
    )
    relations = f'<Relationships xmlns="{_MAIN}/package/2006/relationships">'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_MAIN}/package/2006/content-types"/>',
        "_rels/.rels": f'{relations}<Relationship Id="r" Type="{office}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}/spreadsheetml/2006/main" xmlns:r="{office}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"{relations}{targets}</Relationships>",
    }
    for number, rows in enumerate(sheets.values(), start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet_xml("".join(map(_row, range(len(rows)), rows)))
    return parts


def sheet_xml(rows: str) -> str:
    """A sheet of an XLSX with rows as XML."""
    return f'<worksheet xmlns="{_MAIN}/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'


def ods(sheets: Mapping[str, Sequence[Row]]) -> bytes:
    """An ODS with these rows by name of sheet."""
    return ods_of(
        "".join(
            f'<table:table table:name="{escape(name)}">'
            + "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
            + "</table:table>"
            for name, rows in sheets.items()
        )
    )


def ods_of(tables: str) -> bytes:
    """An ODS with tables as XML."""
    kinds = " ".join(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "table", "text"))
    manifest = f'xmlns:manifest="{_OASIS}:manifest:1.0"'
    return zipped(
        {
            "mimetype": _SPREADSHEET,
            "content.xml": f"<office:document-content {kinds}"
            ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
            f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>",
            "META-INF/manifest.xml": f"<manifest:manifest {manifest}><manifest:file-entry"
            f' manifest:full-path="/" manifest:media-type="{_SPREADSHEET}"/></manifest:manifest>',
        }
    )


def _row(number: int, row: Row) -> str:
    cells = "".join(
        f'<c r="{cell_name(number, column)}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
        if isinstance(cell, str)
        else f'<c r="{cell_name(number, column)}"><v>{cell!r}</v></c>'
        for column, cell in enumerate(row)
        if cell is not None
    )
    return f'<row r="{number + 1}">{cells}</row>'


def _ods_cell(cell: str | float | None) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, str):
        return (
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
        )
    return f'<table:table-cell office:value-type="float" office:value="{cell!r}"/>'


def xlsb(rows: Sequence[BinaryRow], merged: Sequence[tuple[int, int, int, int]] = ()) -> bytes:
    """An XLSB with one sheet; `merged` are first row and column, and last row and column, from 0.

    A cell of one byte is an error.
    """
    office = f"{_MAIN}/officeDocument/2006/relationships"
    relations = f'<Relationships xmlns="{_MAIN}/package/2006/relationships"><Relationship Id="rId1"'
    width = max(map(len, rows))
    cells = b"".join(_binary_row(number, row) for number, row in enumerate(rows))
    ranges = b"".join(_record(176, *(cell[at] for at in (0, 2, 1, 3))) for cell in merged)
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_MAIN}/package/2006/content-types"/>',
            "_rels/.rels": f'{relations} Type="{office}/officeDocument" Target="xl/workbook.bin"/>'
            "</Relationships>",
            "xl/_rels/workbook.bin.rels": f'{relations} Type="{office}/worksheet"'
            ' Target="worksheets/sheet1.bin"/></Relationships>',
            "xl/workbook.bin": _record(156, 0, 1, "rId1", "Blad1") + _record(144) + _record(132),
            "xl/worksheets/sheet1.bin": b"".join(
                (
                    _record(148, 0, len(rows) - 1, 0, width - 1),
                    _record(145),
                    cells,
                    _record(146),
                    _record(177, len(merged)) + ranges + _record(178) if merged else b"",
                )
            ),
        }
    )


def _binary_row(number: int, row: BinaryRow) -> bytes:
    """A row of an XLSB and its cells, of which each begins with its column and style."""
    kinds = {bytes: 3, float: 5, str: 6}
    cells = (
        _record(kinds[type(cell)], column, 0, cell)
        for column, cell in enumerate(float(cell) if isinstance(cell, int) else cell for cell in row)
        if cell is not None
    )
    return _record(0, number, 0, 0, 0, 0, 0) + b"".join(cells)


def _record(kind: int, *fields: object) -> bytes:
    """A record of an XLSB."""
    content = b"".join(map(_field, fields))
    return _varying(kind) + _varying(len(content)) + content


def _field(field: object) -> bytes:
    """Whole numbers have four bytes, real ones eight, texts stand after their length."""
    match field:
        case bytes():
            return field
        case str():
            return pack("<I", len(field)) + field.encode("utf-16-le")
        case float():
            return pack("<d", field)
        case int():
            return pack("<I", field)
        case _:
            raise TypeError(field)


def _varying(value: int) -> bytes:
    """A number of seven bits a byte, of which all but the last say that more follows."""
    return bytes([value]) if value < 128 else bytes([value & 127 | 128]) + _varying(value >> 7)
