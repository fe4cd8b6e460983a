"""A table as it goes into a workbook, whatever the program that opens it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

Cell = str | float

LANGUAGE = "nl-NL"

MAX_ROWS = 1_048_576
"""Rows that a sheet can have, its header among them."""

# What XML 1.0 has no place for; see https://www.w3.org/TR/xml/#charsets
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Column:
    """Heading and width (in characters) of a column; when `wrapped`, a long text takes several lines."""

    heading: str
    width: int
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a header that stays in sight, and rows of texts and numbers, which are read only once."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class About:
    """What a workbook says of itself; `made` knows its time zone."""

    title: str
    subject: str
    made: datetime


def storable(text: str) -> str:
    """`text` with a mark in place of each character that no workbook can hold."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
