"""What the reading library does not tell of a workbook, read from its parts; an XLSB has records."""

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from itertools import islice
from zipfile import ZipFile

from raadsapp.intake.cells import cell_place
from raadsapp.intake.numbers import NOT_WORKED_OUT
from raadsapp.intake.workbooks.binary_marks import binary_marks, sheets_of
from raadsapp.intake.workbooks.mark import MOST_MERGED, Marks, in_dutch
from raadsapp.intake.workbooks.messages import MAX_SHEETS
from raadsapp.intake.workbooks.open_document import open_document_marks

_BLOCK = 1 << 20
_LONGEST_ROW = 16 << 20
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_FAILED = re.compile(rb"<(?:\w+:)?c\s([^>]*\bt=[\"']e[\"'][^>]*)>((?:(?!</(?:\w+:)?c>).)*)", re.DOTALL)
# A formula without the outcome that is kept beside it; an outcome of type str may be empty.
_EMPTY = re.compile(
    rb"<(?:\w+:)?c\s((?:(?!\bt=[\"']str[\"'])[^>])*)>\s*<(?:\w+:)?f\b"
    rb"(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</"
)
_SHOWN = re.compile(rb"v>([^<]*)<")
_HIDDEN = re.compile(rb"<(?:\w+:)?row\s[^>]*\bhidden=[\"'](?:1|true)[\"']")
_HIDDEN_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*\bhidden=[\"'](?:1|true)[\"'][^>]*>")
# Some hide all columns to the right of the table.
_TO_THE_END = re.compile(rb"\bmax=[\"']16384[\"']")
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^>]*?\bref=[\"']([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})[\"']"
)
_PLACE = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})")


def marks_of(content: bytes) -> dict[str, Marks]:
    """Marks by name of sheet, for a workbook that is a package of parts (all but XLS); else none."""
    if not content.startswith(b"PK"):
        return {}
    with ZipFile(BytesIO(content)) as package:
        parts = {name.casefold(): name for name in package.namelist()}
        if "content.xml" in parts:
            return open_document_marks(lambda: _blocks(package, parts["content.xml"]))
        marked: dict[str, Marks] = {}
        found: dict[str, Marks] = {}
        for sheet, part in islice(_sheet_parts(package, parts), MAX_SHEETS):
            if part not in marked:
                marked[part] = _marks_of_part(package, parts[part])
            found[sheet] = marked[part]
        return found


def _sheet_parts(package: ZipFile, parts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Name and part (in lower case) of each sheet."""
    for workbook, sheets in (("xl/workbook.xml", _sheets), ("xl/workbook.bin", sheets_of)):
        named = posixpath.join("xl/_rels", f"{posixpath.basename(workbook)}.rels")
        if not {workbook, named} <= parts.keys():
            continue
        relations = package.read(parts[named])
        targets = {
            found.get("Id", ""): found.get("Target", "") for found in _attributes(_RELATION, relations)
        }
        for name, relation in sheets(package.read(parts[workbook])):
            part = posixpath.normpath(posixpath.join("/xl", targets.get(relation, ""))).lstrip("/").casefold()
            if part in parts:
                yield name, part


def _sheets(workbook: bytes) -> Iterator[tuple[str, str]]:
    """Name and relation of each sheet in the part that tells of the workbook."""
    for found in _attributes(_SHEET, workbook):
        relation = next((value for name, value in found.items() if name.endswith(":id")), "")
        yield found.get("name", ""), relation


def _marks_of_part(package: ZipFile, part: str) -> Marks:
    if part.casefold().endswith(".bin"):
        return binary_marks(package.read(part))
    return _marked(_blocks(package, part))


def _attributes(tag: re.Pattern[bytes], text: bytes) -> Iterator[dict[str, str]]:
    for match in tag.finditer(text):
        yield {
            name.decode(): unescape((double or single).decode("utf-8", "replace"))
            for name, double, single in _ATTRIBUTE.findall(match[1])
        }


def _blocks(package: ZipFile, part: str) -> Iterator[bytes]:
    """The text of a sheet in pieces that end where a row ends."""
    rest = b""
    with package.open(part) as text:
        while block := text.read(_BLOCK):
            so_far = rest + block
            whole, end, rest = so_far.rpartition(b"row>")
            yield whole + end
            if len(rest) > _LONGEST_ROW:
                rest = b""
    yield rest


def _marked(blocks: Iterator[bytes]) -> Marks:
    marks = Marks()
    for block in blocks:
        if _has(block, b"h", b"hidden=") and (_HIDDEN.search(block) or _hides_a_column(block)):
            marks.hidden_rows = True
        if _has(block, b"e", b't="e"') or _has(block, b"'", b"t='e'"):
            for match in _FAILED.finditer(block):
                shown = _SHOWN.search(match[2])
                _add_error(marks, match[1], in_dutch(shown[1] if shown else b""))
        if _has_formulas(block):
            for match in _EMPTY.finditer(block):
                _add_error(marks, match[1], NOT_WORKED_OUT)
        if _has(block, b"g", b"mergeCell"):
            _add_merged(marks, block)
    return marks


def _add_merged(marks: Marks, block: bytes) -> None:
    for match in islice(_MERGED.finditer(block), MOST_MERGED - len(marks.merged)):
        top, bottom = (cell_place(match[part].decode()) for part in (1, 2))
        if top and bottom:
            marks.merged.append((*top, *bottom))


def _has_formulas(block: bytes) -> bool:
    if block.endswith(b"</row>"):
        return _has(block, b"f", b"<f")  # cells have the prefix of their row, which is none
    return _has(block, b"f", b"<f") or _has(block, b"f", b":f")


def _has(block: bytes, letter: bytes, text: bytes) -> bool:
    """Whether a text is in a block; a letter of it is looked for first, as that takes a tenth of the time.

    Most workbooks keep their words elsewhere, so that such letters are rare among the rows.
    """
    return letter in block and text in block


def _hides_a_column(block: bytes) -> bool:
    return any(not _TO_THE_END.search(found[0]) for found in _HIDDEN_COLUMN.finditer(block))


def _add_error(marks: Marks, attributes: bytes, error: str) -> None:
    named = {name: double or single for name, double, single in _ATTRIBUTE.findall(attributes)}
    place = _PLACE.fullmatch(named.get(b"r", b""))
    if place is None:
        return
    column = 0
    for letter in place[1]:
        column = column * 26 + letter - ord("A") + 1
    marks.errors[int(place[2]) - 1][column - 1] = error
