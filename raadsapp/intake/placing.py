"""Where a part of the observations stands in one table: in a column, in the headings, or outside the rows."""

import re
from dataclasses import dataclass

from raadsapp.errors import UserError
from raadsapp.intake.cells import text_of
from raadsapp.intake.headings import Header
from raadsapp.intake.layouts import Field, Layout, ValueField
from raadsapp.intake.patterns import fitting, sought

_CELL = re.compile(r"([A-Z]+)([0-9]+)")


@dataclass(frozen=True, slots=True)
class Place:
    """In the rows (`column`), in the heading of each value column (`heading`), or once for all (`text`)."""

    column: int | None = None
    heading: bool = False
    text: str = ""


def value_columns(layout: Layout, header: Header) -> tuple[tuple[int, ValueField], ...]:
    """The columns of values under `header`, each with what the layout says of it.

    Where a part stands in the headings, a column whose heading does not say it is none of them.
    """
    about = about_columns(layout, header)
    found = [
        (column, value) for value in layout.value for column in _fitting(value, header) if column not in about
    ]
    for field in layout.fields:
        if field.heading and header.column(*field.names) is None:
            saying = [
                (column, value)
                for column, value in found
                if heading_text(header.headings[column], field.heading) is not None
            ]
            found = saying or found
    return tuple(found)


def about_columns(layout: Layout, header: Header) -> frozenset[int]:
    """The columns that say what a row is about or are not read: no values, whatever their heading."""
    found = (header.column(*field.names) for field in layout.fields if field.names)
    unread = (header.column(name) for name in layout.unread)
    return frozenset(column for column in (*found, *unread) if column is not None)


def place_of(field: Field, header: Header, file: str, values: tuple[tuple[int, ValueField], ...]) -> Place:
    """Where `field` says something first; UserError when it says nothing in this table."""
    column = header.column(*field.names)
    if column is not None:
        return Place(column)
    headings = [header.headings[column] for column, _ in values]
    if field.heading and any(heading_text(heading, field.heading) is not None for heading in headings):
        return Place(heading=True)
    text = _outside(field, header, file)
    if text is None:
        raise _nowhere(field, file)
    return Place(text=text)


def heading_text(heading: str, pattern: str) -> str | None:
    """What the first group of `pattern` says of a heading, or None when it does not fit as a whole."""
    match = fitting(pattern, heading)
    return (match[1] or "").strip() if match else None


def counted(text: str, pattern: str) -> str:
    """The part of a text that counts; all of it without a pattern, or when it does not fit."""
    match = fitting(pattern, text) if pattern else None
    return (match[1] or "").strip() if match else text


def _fitting(value: ValueField, header: Header) -> tuple[int, ...]:
    if not value.pattern:
        column = header.column(*value.names)
        return () if column is None else (column,)
    return tuple(
        column for column, text in enumerate(header.headings) if text and fitting(value.pattern, text)
    )


def _outside(field: Field, header: Header, file: str) -> str | None:
    """The text that stands for all rows: in a cell, the name of the sheet or file, or the layout itself."""
    if field.cell:
        text = text_in(field.cell, header)
        if text:
            return counted(text, field.pattern)
    for pattern, name in ((field.sheet_name, header.sheet), (field.file_name, file)):
        found = sought(pattern, name)
        if len(found) == 1:
            return found.pop()
    return field.text or None


def text_in(name: str, header: Header) -> str:
    """The text of the cell called `name` among the first rows; empty when there is none."""
    match = _CELL.fullmatch(name)
    if match is None:
        return ""
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(match[2])
    if row > len(header.head) or column > len(header.head[row - 1]):
        return ""
    return text_of(header.head[row - 1][column - 1]).strip()


def _nowhere(field: Field, file: str) -> UserError:
    hint = f", of noem het bestand zoals {field.example}" if field.example else ""
    if field.column:
        return UserError(
            f"'{file}' heeft geen kolom '{field.column}', en de bestandsnaam zegt het ook niet.",
            f"Voeg die kolom toe{hint}.",
        )
    where = f"cel {field.cell}" if field.cell else "een kop, het blad of de bestandsnaam"
    return UserError(
        f"In '{file}' ontbreekt iets wat de indeling nodig heeft: {where} zegt niet wat er moet staan.",
        f"Vul dat in{hint}, of kies een andere indeling.",
    )
