"""Workbooks in the open format of LibreOffice. Rows go straight into the file, not through memory."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from raadsapp.export.sheet import LANGUAGE, About, Cell, Sheet, storable

_CONTENT = "content.xml"
_ROWS_AT_ONCE = 500
_TABLE_END = b"</table:table>"
# XML takes these for one space, or for none.
_SPACING = re.compile(r"[\t\n\r]|^ | $|  ")
_KEPT_SPACE = re.compile(r"^ | (?= )| $")
_LINE_END = re.compile(r"\r\n|\r|\n")
# Of the empty document that the library begins with: a picture of it, and toolbars.
_LEFT_OUT = ("Thumbnails/", "Configurations2/")

_HEADING = """
<style:style style:name="kop" style:family="table-cell">
<style:table-cell-properties fo:background-color="#e9eef2" fo:border-bottom="0.75pt solid #5f6e7a"/>
<style:text-properties fo:font-weight="bold"/></style:style>
"""
_WRAPPED = """
<style:style style:name="doorlopend" style:family="table-cell">
<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>
"""
_WIDTH = """
<style:style style:name="breedte-{width}" style:family="table-column">
<style:table-column-properties style:column-width="{centimetres:.2f}cm"/></style:style>
"""
_CENTIMETRES_PER_CHARACTER = 0.2

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.4"><office:settings>
<config:config-item-set config:name="ooo:view-settings">
<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>
<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>
<config:config-item-map-named config:name="Tables">{tables}</config:config-item-map-named>
<config:config-item config:name="ActiveTable" config:type="string">{first}</config:config-item>
</config:config-item-map-entry></config:config-item-map-indexed>
</config:config-item-set></office:settings></office:document-settings>
"""
# The first row stays in sight: 2 is a frozen split, below which the second pane begins.
_FROZEN = """<config:config-item-map-entry config:name={name}>
<config:config-item config:name="VerticalSplitMode" config:type="short">2</config:config-item>
<config:config-item config:name="VerticalSplitPosition" config:type="int">1</config:config-item>
<config:config-item config:name="ActiveSplitRange" config:type="short">2</config:config-item>
<config:config-item config:name="PositionBottom" config:type="int">1</config:config-item>
</config:config-item-map-entry>"""


def write_ods(path: Path, sheets: Sequence[Sheet], about: About) -> None:
    """Write `sheets` to `path`; OSError when that cannot be done."""
    with ZipFile(_package(sheets, about)) as package, ZipFile(path, "w", ZIP_DEFLATED) as out:
        for part in package.infolist():
            if part.filename.startswith(_LEFT_OUT):
                continue
            if part.filename == _CONTENT:
                with out.open(_CONTENT, "w") as content:
                    for piece in _content(package.read(part), sheets):
                        content.write(piece)
            else:
                kept_plain = part.filename == "mimetype"
                out.writestr(part.filename, package.read(part), ZIP_STORED if kept_plain else ZIP_DEFLATED)


def _package(sheets: Sequence[Sheet], about: About) -> BytesIO:
    """The workbook with all its sheets, columns and styles, and without a single row."""
    from odfdo import Column, Document, Table

    document = Document("spreadsheet")
    for text in (_HEADING, _WRAPPED, *_widths(sheets)):
        document.insert_style(text.strip(), automatic=True)
    document.body.clear()
    for sheet in sheets:
        table = Table(sheet.name)
        for column in sheet.columns:
            table.append(Column(style=f"breedte-{column.width}"))
        document.body.append(table)
    document.language = LANGUAGE
    document.meta.title, document.meta.subject = about.title, about.subject
    document.meta.creator = document.meta.initial_creator = "Raadsapp"
    made = about.made.astimezone().replace(tzinfo=None)
    document.meta.creation_date = document.meta.date = made
    for place in document.manifest.get_paths():
        if place.startswith(_LEFT_OUT):
            document.manifest.del_full_path(place)
    tables = "".join(_FROZEN.format(name=quoteattr(sheet.name)) for sheet in sheets)
    document.set_part("settings.xml", _SETTINGS.format(tables=tables, first=escape(sheets[0].name)).encode())
    saved = BytesIO()
    document.save(saved)
    return saved


def _widths(sheets: Sequence[Sheet]) -> Iterator[str]:
    for width in sorted({column.width for sheet in sheets for column in sheet.columns}):
        yield _WIDTH.format(width=width, centimetres=width * _CENTIMETRES_PER_CHARACTER)


def _content(empty: bytes, sheets: Sequence[Sheet]) -> Iterator[bytes]:
    """`empty` with the rows of each sheet at the end of its table."""
    *tables, end = empty.split(_TABLE_END)
    for table, sheet in zip(tables, sheets, strict=True):
        yield table
        yield from _rows(sheet)
        yield _TABLE_END
    yield end


def _rows(sheet: Sheet) -> Iterator[bytes]:
    headings = "".join(_text(column.heading, "kop") for column in sheet.columns)
    yield f"<table:table-header-rows>{_row(headings)}</table:table-header-rows>".encode()
    styles = ["doorlopend" if column.wrapped else "" for column in sheet.columns]
    waiting: list[str] = []
    for row in sheet.rows:
        cells = (_cell(cell, style) for cell, style in zip(row, styles, strict=True))
        waiting.append(_row("".join(cells)))
        if len(waiting) == _ROWS_AT_ONCE:
            yield "".join(waiting).encode()
            waiting.clear()
    yield "".join(waiting).encode()


def _row(cells: str) -> str:
    return f"<table:table-row>{cells}</table:table-row>"


def _cell(cell: Cell, style: str) -> str:
    if isinstance(cell, str):
        return _text(cell, style)
    written = repr(float(cell)).removesuffix(".0")
    return (
        f'<table:table-cell office:value-type="float" office:value="{written}">'
        f"<text:p>{written.replace('.', ',')}</text:p></table:table-cell>"
    )


@lru_cache(maxsize=4096)
def _text(text: str, style: str) -> str:
    """A cell with a text; what XML would not keep of its spaces and lines stands in an attribute as well."""
    text = storable(text)
    styled = f' table:style-name="{style}"' if style else ""
    if not text:
        return f"<table:table-cell{styled}/>"
    exact = f" office:string-value={quoteattr(text)}" if _SPACING.search(text) else ""
    lines = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in _LINE_END.split(text))
    return f'<table:table-cell{styled} office:value-type="string"{exact}>{lines}</table:table-cell>'


def _spaced(line: str) -> str:
    return _KEPT_SPACE.sub("<text:s/>", escape(line)).replace("\t", "<text:tab/>")
