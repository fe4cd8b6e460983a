"""Sheets, failed formulas and merged cells of an XLSB: its parts are records, not XML ([MS-XLSB], 2.1.4)."""

import re
from collections.abc import Iterator
from itertools import islice

from raadsapp.intake.sheets import Merged
from raadsapp.intake.workbooks.mark import MOST_MERGED, Marks, in_dutch

_ROW, _BUNDLED_SHEET = 0, 156
_FAILED = frozenset((3, 11))  # an error (BrtCellError), and a formula that gives one (BrtFmlaError)
_ERRORS = {
    b"\x00": b"#NULL!",
    b"\x07": b"#DIV/0!",
    b"\x0f": b"#VALUE!",
    b"\x17": b"#REF!",
    b"\x1d": b"#NAME?",
    b"\x24": b"#NUM!",
    b"\x2a": b"#N/A",
}
# Where one may stand: most sheets have none, and need no look at every record.
_MAY_FAIL = re.compile(rb"(?:\x03\x09|\x0b.{1,2}).{8}[\x00\x07\x0f\x17\x1d\x24\x2a]", re.DOTALL)
# A count (BrtBeginMergeCells), a record of four numbers for each (BrtMergeCell), and the end.
_MERGED = re.compile(rb"\xb1\x01\x04.{4}((?:\xb0\x01\x10.{16})+)\xb2\x01\x00", re.DOTALL)
_HEAD, _RECORD = 3, 19
_NUMBER = 4
_MORE = 0x80


def sheets_of(workbook: bytes) -> Iterator[tuple[str, str]]:
    """Name and relation of each sheet in the part that tells of the workbook."""
    for kind, content in _records(workbook):
        if kind == _BUNDLED_SHEET:
            relation, at = _text(content, 2 * _NUMBER)
            name, _ = _text(content, at)
            yield name, relation


def binary_marks(sheet: bytes) -> Marks:
    """The marks of the sheet that a part holds; not whether some of it is hidden."""
    marks = Marks(merged=_merged(sheet))
    row = 0
    for kind, content in _records(sheet) if _MAY_FAIL.search(sheet) else ():
        if kind == _ROW:
            row = _number(content, 0)
        elif kind in _FAILED:
            error = _ERRORS.get(content[2 * _NUMBER :][:1], b"")
            marks.errors[row][_number(content, 0)] = in_dutch(error)
    return marks


def _merged(sheet: bytes) -> list[Merged]:
    found = (
        match[1][at + _HEAD : at + _RECORD]
        for match in _MERGED.finditer(sheet)
        for at in range(0, len(match[1]), _RECORD)
    )
    merged = []
    for record in islice(found, MOST_MERGED):
        top, bottom, left, right = (_number(record, at) for at in range(0, len(record), _NUMBER))
        merged.append((top, left, bottom, right))
    return merged


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(part):
        kind, at = _varying(part, at, 2)
        size, at = _varying(part, at, 4)
        yield kind, part[at : at + size]
        at += size


def _varying(part: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, of which all but the last say that more follows; and where it ends."""
    value = 0
    for place in range(most):
        byte = part[at + place] if at + place < len(part) else 0
        value |= (byte & ~_MORE) << (7 * place)
        if not byte & _MORE:
            return value, at + place + 1
    return value, at + most


def _text(record: bytes, at: int) -> tuple[str, int]:
    """A text that begins with how many signs it has; and where it ends."""
    end = at + _NUMBER + 2 * _number(record, at)
    return record[at + _NUMBER : end].decode("utf-16-le", "replace"), end


def _number(record: bytes, at: int) -> int:
    return int.from_bytes(record[at : at + _NUMBER], "little")
