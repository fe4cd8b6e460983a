"""Which layout a sheet has, and where its heading stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from raadsapp.errors import UserError
from raadsapp.intake.cells import blank, text_of
from raadsapp.intake.dialect import SEPARATORS
from raadsapp.intake.headings import BETWEEN, HEAD_ROWS, Header, SheetHead
from raadsapp.intake.layouts import Layout
from raadsapp.intake.lookup import spelling
from raadsapp.intake.numbers import Unread, read_number
from raadsapp.intake.placing import about_columns, value_columns
from raadsapp.intake.sheets import DeliveredFile, Sheet
from raadsapp.texts import enumeration

Found = tuple[tuple[Sheet, Header], ...]
_TOPICS_NAMED = 6
_TELLING = 4


@dataclass(frozen=True, slots=True)
class _Fit:
    """How a layout fits a file: on these sheets; else a heading with a double column, or without values."""

    sheets: Found = ()
    doubled: Header | None = None
    valueless: Header | None = None


def recognise(file: DeliveredFile, layouts: Sequence[Layout], wanted: str | None) -> tuple[Layout, Found]:
    """The layout of `file`, the one called `wanted` if given, and all sheets that it fits with their headers.

    The layout with most headings wins, and the user's own of those that have as many. Raises UserError when
    none fits, saying what was looked for, when two fit equally well, when the one that fits says that there
    is nothing to import, and when there is no layout called `wanted`.
    """
    candidates = [layout for layout in layouts if wanted in {None, layout.key}]
    if not candidates:
        keys = ", ".join(layout.key for layout in layouts if not layout.refusal)
        raise UserError(f"Er is geen indeling '{wanted}'.", f"Kies uit: {keys}; of laat --layout weg.")
    heads = [(sheet, SheetHead(sheet.name, sheet.rows[:HEAD_ROWS])) for sheet in file.sheets]
    fits = {layout.key: _fit(heads, layout) for layout in candidates}
    fitting = [layout for layout in candidates if fits[layout.key].sheets]
    if not fitting:
        raise _unrecognised(file, candidates, fits)
    most = max(len(layout.columns) for layout in fitting)
    best = [layout for layout in fitting if len(layout.columns) == most]
    best = [layout for layout in best if layout.own] or best
    if len(best) > 1:
        raise UserError(
            f"Op '{file.name}' passen meer indelingen: {', '.join(layout.key for layout in best)}.",
            "Kies er een met --layout.",
        )
    if best[0].refusal:
        raise UserError(f"'{file.name}' bevat geen cijfers voor het dossier.", best[0].refusal)
    return best[0], fits[best[0].key].sheets


def lacking(sheet: Sheet, layout: Layout) -> str | None:
    """The one column that a sheet lacks of the many that `layout` looks for; None if that is not one."""
    if len(layout.columns) < _TELLING or layout.refusal:
        return None
    needed = {name: _alternatives(layout, name) for name in layout.columns}
    for header in SheetHead(sheet.name, sheet.rows[:HEAD_ROWS]).headers(layout.heading_rows):
        gone = [name for name, names in needed.items() if names.isdisjoint(header.columns)]
        if len(gone) == 1:
            return gone[0]
    return None


def _fit(heads: Sequence[tuple[Sheet, SheetHead]], layout: Layout) -> _Fit:
    needed = [_alternatives(layout, name) for name in layout.columns]
    sheets: list[tuple[Sheet, Header]] = []
    doubled = valueless = None
    for sheet, head in heads:
        # Most sheets lack one of the headings altogether, and need no closer look.
        if not all(any(BETWEEN in name or name in head.words for name in names) for names in needed):
            continue
        for header in head.headers(layout.heading_rows):
            if not all(any(name in header.columns for name in names) for names in needed):
                continue
            if layout.refusal or value_columns(layout, header):
                if _units_below(layout, header):
                    continue
                if not _doubles(layout, header):
                    sheets.append((sheet, header))
                    break
                doubled = doubled or header
            else:
                valueless = valueless or header
    return _Fit(tuple(sheets), doubled, valueless)


def _alternatives(layout: Layout, name: str) -> frozenset[str]:
    """All spellings of the headings that the column called `name` may have."""
    known = _names(layout)
    return frozenset(
        {spelling(name)}.union(*({spelling(other) for other in names} for names in known if name in names))
    )


def _names(layout: Layout) -> list[tuple[str, ...]]:
    """Of each column that the layout looks for, the headings it may have."""
    return [*(field.names for field in layout.fields), *(value.names for value in layout.value)]


def _units_below(layout: Layout, header: Header) -> bool:
    """Whether the heading goes on in a row of units, where the layout says that it may."""
    if header.row - header.first + 1 >= layout.heading_rows or header.row + 1 >= len(header.head):
        return False
    below = dict(enumerate(header.head[header.row + 1]))
    units = [below.get(column, "") for column, _ in value_columns(layout, header)]
    said = [text_of(cell) for cell in units if not blank(cell)]
    return (
        bool(said)
        and all(read_number(text) is Unread.NOT_A_NUMBER for text in said)
        and all(blank(below.get(column, "")) for column in about_columns(layout, header))
    )


def _doubles(layout: Layout, header: Header) -> list[str]:
    """The headings that several columns have, of those that the layout looks for."""
    sought = {spelling(name) for names in _names(layout) for name in names}
    sought |= {spelling(name) for name in layout.columns}
    sought |= {spelling(header.headings[column]) for column, _ in value_columns(layout, header)}
    return sorted(header.doubled & sought)


def _unrecognised(file: DeliveredFile, candidates: Sequence[Layout], fits: dict[str, _Fit]) -> UserError:
    for layout in candidates:
        header = fits[layout.key].doubled
        if header is not None:
            where = f"'{file.name}'"
            if header.sheet != file.name:
                where = f"het blad {header.sheet} van {where}"
            return UserError(
                f"In {where} staat de kolom '{_doubles(layout, header)[0]}' twee keer.",
                "Geef elke kolom een eigen naam, of haal er een weg.",
            )
    for layout in candidates:
        lacked = next(filter(None, (lacking(sheet, layout) for sheet in file.sheets)), None)
        if lacked:
            return UserError(
                f"'{file.name}' lijkt op '{layout.title}', maar de kolom '{lacked}' ontbreekt.",
                f"Noem die kolom weer '{lacked}', of wijs in de app bij Gegevens aan wat waar staat.",
            )
    known = [layout for layout in candidates if fits[layout.key].valueless is not None]
    if known:
        return _without_values(file, max(known, key=lambda layout: len(layout.columns)), fits)
    if all(_uncut(sheet) for sheet in file.sheets):
        return UserError(
            f"'{file.name}' heeft maar één kolom: de app ziet niet waar een cel ophoudt.",
            "Sla het bestand opnieuw op als CSV met puntkomma's, zonder aanhalingstekens om een hele rij.",
        )
    return _uncut_heading(file, candidates) or _unknown(file, candidates)


def _unknown(file: DeliveredFile, candidates: Sequence[Layout]) -> UserError:
    """The file has no heading of any layout."""
    sought = "; of ".join(
        f"{enumeration(list(layout.columns))} ({layout.key})" for layout in candidates if not layout.refusal
    )
    sheets = hidden = ""
    if len(file.sheets) > 1 or file.hidden_sheets:
        sheets = f" Bekeken: {enumeration([sheet.name for sheet in file.sheets])}."
    if file.hidden_sheets:
        names = enumeration(list(file.hidden_sheets))
        hidden = f"Niet bekeken, want verborgen: {names}. Staan de cijfers daar, maak dat dan zichtbaar. "
    return UserError(
        f"Geen enkele indeling past op '{file.name}'.",
        f"{hidden}Wijs in de app bij Gegevens aan wat waar staat, en bewaar dat als indeling."
        f" Gezocht is naar een rij met de kolomnamen {sought}.{sheets}",
    )


def _uncut_heading(file: DeliveredFile, candidates: Sequence[Layout]) -> UserError | None:
    """What is wrong when one cell holds all headings, more than one, that a layout looks for; else None."""
    several = [layout for layout in candidates if len(layout.columns) > 1]
    needed = [[_alternatives(layout, name) for name in layout.columns] for layout in several]
    for row in (row for sheet in file.sheets for row in sheet.rows[:HEAD_ROWS]):
        filled = [text_of(cell) for cell in row if not blank(cell)]
        for separator in SEPARATORS if len(filled) == 1 else ():
            parts = {spelling(part) for part in filled[0].split(separator)}
            if any(all(parts & names for names in all_of) for all_of in needed):
                return UserError(
                    f"In '{file.name}' staan de kolomnamen in één cel: de rijen eronder hebben een ander"
                    " scheidingsteken.",
                    "Zet overal hetzelfde teken, of sla het bestand opnieuw op als CSV met puntkomma's.",
                )
    return None


def _uncut(sheet: Sheet) -> bool:
    """Whether rows stand in one cell each, with their separators in it."""
    filled = [[cell for cell in row if not blank(cell)] for row in sheet.rows[:HEAD_ROWS]]
    rows = [cells for cells in filled if cells]
    return all(len(cells) == 1 for cells in rows) and any(
        min(text_of(cells[0]).count(separator) for cells in rows) > 1 for separator in SEPARATORS if rows
    )


def _without_values(file: DeliveredFile, layout: Layout, fits: dict[str, _Fit]) -> UserError:
    """The file is of a known kind, but has no column that the layout reads values from."""
    header = fits[layout.key].valueless
    about = about_columns(layout, header) if header else frozenset()
    headings = header.headings if header else ()
    topics = [text for column, text in enumerate(headings) if text and column not in about]
    named = "; ".join(topics[:_TOPICS_NAMED])
    more = f" en {len(topics) - _TOPICS_NAMED} andere" if len(topics) > _TOPICS_NAMED else ""
    return UserError(
        f"'{file.name}' is herkend als '{layout.title}', maar heeft geen kolom met cijfers voor het dossier.",
        f"Deze kolommen leest de app niet: {named}{more}." if named else "Kies een tabel met cijfers.",
    )
