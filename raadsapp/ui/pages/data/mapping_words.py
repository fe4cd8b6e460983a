"""What the mapping screen calls things, and how columns are written and read."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Series
from raadsapp.domain.goals import Indicator
from raadsapp.intake.cells import cell_name, column_name, text_of
from raadsapp.intake.lookup import subjects
from raadsapp.services.layout_drafts import Draft, Part, Place, Where
from raadsapp.services.layout_tables import Table

NAMES = {
    Part.MUNICIPALITY: "Gemeente",
    Part.PERIOD: "Periode",
    Part.INDICATOR: "Indicator of reeks",
    Part.BREAKDOWN: "Uitsplitsing",
    Part.UNIT: "Eenheid",
}
_SAMPLES = 3
_LONGEST = 28
_RANGE = re.compile(r"([A-Z]{1,3})(?:\s*(?:-|–|:|t/m)\s*([A-Z]{1,3}))?")
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


def column_words(column: int, headings: Sequence[str]) -> str:
    """`Kolom B: Naam gemeente`, or only the letter where it has no name."""
    name = headings[column] if column < len(headings) else ""
    return f"Kolom {column_name(column)}: {short(name)}" if name else f"Kolom {column_name(column)}"


@lru_cache(4)
def all_columns(headings: tuple[str, ...]) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """Every column as a place, and its words; kept, as a sheet may have very many and five fields ask."""
    places = tuple(Place(Where.COLUMN, column) for column in range(len(headings)))
    return places, tuple(column_words(column, headings) for column in range(len(headings)))


def short(text: str) -> str:
    """A text that fits in a field."""
    text = text.replace("|", " – ")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def sample(draft: Draft, part: Part, table: Table) -> str:
    """The first texts that stand where a part is said to be; empty when that says nothing."""
    place = draft.place(part)
    match place.where:
        case Where.COLUMN:
            texts: Iterator[str] = iter(table.texts(place.column, draft.headings))
        case Where.HEADINGS if part is not Part.INDICATOR:
            headings = table.headings(draft.headings)
            texts = (headings[value.column] for value in draft.values if value.column < len(headings))
        case Where.CELL:
            texts = iter((text_of(table.cell(place.row, place.column)),))
        case Where.SHEET:
            texts = iter((table.name,))
        case Where.FILE:
            texts = iter((table.file,))
        case _:
            return ""
    found = [short(text) for text in list(dict.fromkeys(texts))[:_SAMPLES] if text]
    said = ", ".join(found)
    return f"Daar staat: {said}{'' if said.endswith('…') else '.'}" if found else "Daar staat niets."


def columns_text(columns: Sequence[int]) -> str:
    """Columns as letters: `C-F, H`."""
    runs: list[list[int]] = []
    for column in sorted(set(columns)):
        if runs and runs[-1][-1] == column - 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    return ", ".join("-".join(map(column_name, dict.fromkeys((run[0], run[-1])))) for run in runs)


def columns_of(text: str, width: int) -> tuple[int, ...] | None:
    """The columns that letters name; None when they name none or one past the table."""
    columns: set[int] = set()
    for written in filter(None, re.split(r"[,;\s]*[,;][,;\s]*|\s+(?![-–:t])", text.strip().upper())):
        match = _RANGE.fullmatch(written.replace("T/M", "-").strip())
        if match is None:
            return None
        first, last = column_number(match[1]), column_number(match[2] or match[1])
        if not first <= last < width:
            return None
        columns |= set(range(first, last + 1))
    return tuple(sorted(columns)) or None


def column_number(letters: str) -> int:
    """The column called so, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def cell_of(text: str) -> tuple[int, int] | None:
    """Row and column (from 0) of a cell called like `B1`, or None."""
    match = _CELL.fullmatch(text.strip().upper())
    return (int(match[2]) - 1, column_number(match[1])) if match else None


def place_words(place: Place, part: Part) -> str:
    """A choice in the field of a part, other than a column."""
    if place.where is Where.CELL:
        return f"In cel {cell_name(place.row, place.column)}"
    required = part in {Part.MUNICIPALITY, Part.PERIOD, Part.INDICATOR}
    return {
        Where.HEADINGS: "Per kolom met cijfers"
        if part is Part.INDICATOR
        else "In de kolomnamen boven de cijfers",
        Where.SHEET: "In de naam van het blad",
        Where.FILE: "In de naam van het bestand",
        Where.TEXT: "Eén voor het hele bestand",
        Where.NOWHERE: "Kies…" if required else "Niet",
    }[place.where]


def series_choices(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """Key and words of every indicator and series."""
    return tuple((subject.key, _subject_words(subject)) for subject in subjects(catalog))


def municipality_choices(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """Code and name of every municipality, those of the dossier first."""
    own = catalog.dossier.municipalities
    names = sorted((it.code not in own, it.name, it.code) for it in catalog.municipalities)
    return tuple((code, name) for _, name, code in names)


def _subject_words(subject: Indicator | Series) -> str:
    return f"{subject.key} · {subject.title}" if isinstance(subject, Indicator) else subject.title
