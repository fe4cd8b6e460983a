"""Read the files of a dossier into typed items, gathering what is wrong with them."""

import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from raadsapp.content.faults import Fault, in_dutch
from raadsapp.content.kinds import DOSSIER_FILE, MUNICIPALITY_FILE, Kind
from raadsapp.content.unknown_fields import unknown_fields
from raadsapp.domain.catalog import Dossier
from raadsapp.domain.municipality import Municipality
from raadsapp.errors import why_unread

_Item = TypeVar("_Item")

_LINE = re.compile(r"line (\d+), column (\d+)")
_CSV_HEADER = ["code", "name", "names"]


def read_dossier(folder: Path, faults: list[Fault]) -> Dossier | None:
    """Name, version and reach of the dossier; None, with a fault added, when they cannot be read."""
    table = _read_toml(folder, DOSSIER_FILE, faults)
    return None if table is None else _converted(table, Dossier, DOSSIER_FILE, "", faults)


def read_kind(folder: Path, kind: Kind, faults: list[Fault]) -> tuple[Any, ...]:
    """All items of a kind, in file order; what is wrong is added to `faults` and left out."""
    table = _read_toml(folder, kind.file, faults)
    if table is None:
        return ()
    faults.extend(
        Fault(kind.file, "", f"‘{name}’ hoort hier niet; dit bestand kent alleen [[{kind.table}]].")
        for name in table
        if name != kind.table
    )
    blocks = table.get(kind.table, [])
    if not isinstance(blocks, list) or not blocks:
        faults.append(Fault(kind.file, "", f"er staat geen enkel blok [[{kind.table}]] in."))
        return ()
    items = (
        _converted(block, kind.type, kind.file, _name_of(block, position), faults)
        for position, block in enumerate(blocks, start=1)
    )
    return tuple(item for item in items if item is not None)


def read_municipalities(folder: Path, faults: list[Fault]) -> tuple[Municipality, ...]:
    """All municipalities; each line is `code;name;other names with | between`, below a header line."""
    text = read_text(folder, MUNICIPALITY_FILE, faults)
    if text is None:
        return ()
    header, *lines = list(csv.reader(text.splitlines(), delimiter=";")) or [[]]
    if header != _CSV_HEADER or not lines:
        faults.append(
            Fault(MUNICIPALITY_FILE, "", f"verwacht: de kopregel {';'.join(_CSV_HEADER)} en gemeenten.")
        )
        return ()
    return tuple(_municipalities(lines, faults))


def _municipalities(lines: list[list[str]], faults: list[Fault]) -> Iterator[Municipality]:
    for number, cells in enumerate(lines, start=2):
        if len(cells) != len(_CSV_HEADER) or not re.fullmatch(r"GM\d{4}", cells[0]) or not cells[1].strip():
            message = f"regel {number} is niet ‘GM en vier cijfers;naam;andere namen’."
            faults.append(Fault(MUNICIPALITY_FILE, cells[0] if cells else "", message))
            continue
        code, name, names = cells
        yield Municipality(code=code, name=name, names=tuple(names.split("|")) if names else ())


def _read_toml(folder: Path, file: str, faults: list[Fault]) -> dict[str, Any] | None:
    text = read_text(folder, file, faults)
    if text is None:
        return None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        where = f"op regel {line[1]} bij teken {line[2]}" if line else "aan het eind"
        faults.append(Fault(file, "", f"{where} klopt de schrijfwijze (TOML) niet."))
        return None


def read_text(folder: Path, file: str, faults: list[Fault]) -> str | None:
    """The text of a file; None, with a fault added, when it cannot be read or is empty."""
    try:
        text = (folder / file).read_text(encoding="utf-8")
    except FileNotFoundError:
        faults.append(Fault(file, "", "dit bestand ontbreekt."))
    except UnicodeDecodeError:
        faults.append(Fault(file, "", "dit bestand is geen tekst in UTF-8."))
    except OSError as error:
        faults.append(Fault(file, "", f"dit bestand kan niet gelezen worden ({why_unread(error)})."))
    else:
        if text.strip():
            return text
        faults.append(Fault(file, "", "dit bestand is leeg."))
    return None


def _name_of(block: object, position: int) -> str:
    key = block.get("key") if isinstance(block, dict) else None
    return key if isinstance(key, str) and key else f"blok {position}"


def _converted(
    block: object, expected: type[_Item], file: str, key: str, faults: list[Fault]
) -> _Item | None:
    faults.extend(
        Fault(file, key, f"het veld ‘{path}’ bestaat niet.") for path in unknown_fields(block, expected)
    )
    try:
        return msgspec.convert(block, expected)
    except msgspec.ValidationError as error:
        faults.append(Fault(file, key, in_dutch(str(error))))
        return None
