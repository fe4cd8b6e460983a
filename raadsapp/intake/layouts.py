"""Layouts: how a kind of file maps to observations, as data in `data/layouts/*.toml`."""

import re
import tomllib
from pathlib import Path
from typing import Literal

import msgspec

from raadsapp.domain.observation import Status
from raadsapp.domain.period import PeriodKind
from raadsapp.errors import UserError


class Field(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a text stands: in a column, or, where the table has no such column, in the file name.

    `file_name` is a pattern whose first group is the text; `example` a file name it fits, for messages.
    Rows that hold a word of `skip` here are left out (and said).
    """

    column: str
    file_name: str = ""
    example: str = ""
    skip: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_pattern(self.file_name)


class BreakdownField(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the breakdown stands.

    Without `dimension` the column itself says `dimensie=waarde` or nothing. With it, the first group of
    `pattern` is the value. The first group of `parent` in a value is the value that includes it.
    """

    column: str
    dimension: str = ""
    pattern: str = "(.+)"
    parent: str = ""

    def __post_init__(self) -> None:
        _check_pattern(self.pattern)
        _check_pattern(self.parent)


class ValueField(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column of values: of which series (empty: as the row says), in which variant, times `factor`."""

    column: str
    series: str = ""
    variant: str = ""
    factor: float = 1.0


class Layout(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of file.

    `columns` are the headings it is recognised by, all of them; `unread` others that belong to it and that
    nothing is read from. `decimal` is the decimal sign, empty when the kind of file does not fix it.
    `variant` tells sorts of figures in one table apart, such as budget and accounts. `zero_means` says what
    a zero may mean besides nothing. `days` is the kind of period (CBS code, such as `KW`) that a day in it,
    such as 31-3-2019, stands for; without it a day is no period. Below `jump_floor`, in the unit of the
    series, a jump is not worth a warning.
    """

    key: str
    title: str
    columns: tuple[str, ...]
    decimal: Literal["", ",", "."]
    status: Status
    source: str = ""
    zero_means: str = ""
    jump_floor: float = 0.0
    unread: tuple[str, ...] = ()
    days: PeriodKind | None = None
    indicator: Field | None = None
    municipality: Field
    period: Field
    variant: Field | None = None
    breakdown: BreakdownField | None = None
    unit: Field | None = None
    standing: Field | None = None
    origin: Field | None = None
    value: tuple[ValueField, ...]

    def __post_init__(self) -> None:
        if not self.columns or not self.value:
            raise ValueError("columns en value mogen niet leeg zijn")
        if self.indicator is None and not all(value.series for value in self.value):
            raise ValueError("elke value heeft een series nodig, of de indeling een indicator")
        if self.variant is None and any(value.variant for value in self.value):
            raise ValueError("een value noemt een variant, maar de indeling zegt niet waar die staat")


def load_layouts(folder: Path) -> tuple[Layout, ...]:
    """All layouts in `folder`, by name; the key of a layout is the name of its file.

    Raises UserError that names the file and the fault, or the folder when there is none in it.
    """
    layouts = tuple(_load(path) for path in sorted(folder.glob("*.toml")))
    if not layouts:
        raise UserError(f"In '{folder}' staat geen enkele indeling.", "Installeer Raadsapp opnieuw.")
    return layouts


def _load(path: Path) -> Layout:
    try:
        with path.open("rb") as file:
            return msgspec.convert({**tomllib.load(file), "key": path.stem}, Layout)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(
            f"De indeling {path.name} klopt niet: {error}.",
            "Herstel dat bestand, of installeer Raadsapp opnieuw.",
        ) from None


def _check_pattern(pattern: str) -> None:
    try:
        groups = re.compile(pattern).groups
    except re.error as error:
        raise ValueError(f"patroon {pattern!r}: {error}") from None
    if pattern and not groups:
        raise ValueError(f"patroon {pattern!r} heeft geen groep")
