"""Failed formulas, merged cells, and hidden rows and columns, in an ODS workbook."""

import re
from collections.abc import Callable, Iterable
from html import unescape
from itertools import islice

from raadsapp.intake.workbooks.mark import MOST_MERGED, Marks, in_dutch

_TAG = re.compile(
    rb"<table:(?:(?P<table>table)|(?P<row>table-row)|(?P<column>table-column)|(?P<cell>(?:covered-)?table-cell))(?P<named>\s[^>]*|/?)>"
)
_NAME = re.compile(rb'table:name="([^"]*)"')
_ROWS = re.compile(rb'number-rows-repeated="([0-9]{1,7})"')
_COLUMNS = re.compile(rb'number-columns-repeated="([0-9]{1,5})"')
_SPANNED = b"-spanned="
_ROWS_SPANNED = re.compile(rb'number-rows-spanned="([0-9]{1,7})"')
_COLUMNS_SPANNED = re.compile(rb'number-columns-spanned="([0-9]{1,5})"')
_SHOWN = re.compile(rb"<text:p[^>]*>([^<]*)<")
_FAILED = b'calcext:value-type="error"'
_HIDDEN = (b'table:visibility="collapse"', b'table:visibility="filter"')
# What all marks begin with: each text that is looked for takes a tenth of the time.
_MARKS = (_SPANNED, _FAILED, b'table:visibility="')
# A row of more failed cells than this is no row of figures.
_MOST_REPEATED = 64
# Some hide all columns to the right of the table.
_TO_THE_END = 500


def open_document_marks(blocks: Callable[[], Iterable[bytes]]) -> dict[str, Marks]:
    """Marks by name of sheet; sheets without any are left out.

    `blocks` gives the text of content.xml in pieces that end where a row ends. It is gone through without
    being kept, and then up to the last mark once more: most often only headings were merged.
    """
    marked = (number for number, block in enumerate(blocks(), start=1) if any(it in block for it in _MARKS))
    content = b"".join(islice(blocks(), max(marked, default=0)))
    if not any(mark in content for mark in (_FAILED, *_HIDDEN)):
        content = content[: content.find(b">", content.rfind(_SPANNED)) + 1]
    found: dict[str, Marks] = {}
    marks = Marks()
    row = next_row = column = 0
    for tag in _TAG.finditer(content):
        named = tag["named"]
        if tag["table"]:
            name = _NAME.search(named)
            marks = found.setdefault(unescape(name[1].decode("utf-8", "replace")) if name else "", Marks())
            row = next_row = column = 0
        elif tag["row"]:
            row, column = next_row, 0
            next_row = row + _repeated(_ROWS, named)
            marks.hidden_rows |= any(mark in named for mark in _HIDDEN)
        elif tag["column"]:
            hides = any(mark in named for mark in _HIDDEN)
            marks.hidden_rows |= hides and _repeated(_COLUMNS, named) < _TO_THE_END
        else:
            times = _repeated(_COLUMNS, named)
            if _FAILED in named:
                shown = _SHOWN.search(content, tag.end(), tag.end() + 200)
                text = in_dutch(shown[1] if shown else b"")
                marks.errors[row].update(
                    dict.fromkeys(range(column, column + min(times, _MOST_REPEATED)), text)
                )
            if _SPANNED in named and len(marks.merged) < MOST_MERGED:
                down, right = _repeated(_ROWS_SPANNED, named), _repeated(_COLUMNS_SPANNED, named)
                if down * right > 1:
                    marks.merged.append((row, column, row + down - 1, column + right - 1))
            column += times
    return found


def _repeated(pattern: re.Pattern[bytes], named: bytes) -> int:
    match = pattern.search(named)
    return int(match[1]) if match else 1
