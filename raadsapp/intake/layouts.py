"""Layouts: how a kind of file maps to observations, as data in `data/layouts/*.toml`."""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from raadsapp.domain.observation import Status
from raadsapp.domain.period import PeriodKind
from raadsapp.errors import UserError
from raadsapp.intake.layout_faults import in_dutch
from raadsapp.intake.patterns import check_pattern

_CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")


class Field(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a text stands: the first of these places that is named and says something.

    `column` (or a column headed by one of `also`), in every row; `heading`, a pattern for the heading of the
    value column; `cell`, the name of one cell, such as `B1`; the patterns `sheet_name` and `file_name`;
    `text`. The first group of a pattern is the text. Of a column or cell, `pattern` (if given) says which
    part counts; a text it does not fit, or a long one, counts as a whole. `example` is a file name that would
    do, for messages. Which patterns are taken says `intake.patterns`: no text may take long.

    `fill` says which cells of the column mean the same as the row above: `blank` ones (cells were merged),
    or all `other` texts than what the part knows (a municipality heads its districts). Rows that hold
    a word of `skip`, or a text that fits `skip_pattern`, are left out (and said), and with `unknown` so are
    rows of which the dossier does not know this part, such as municipalities that no longer exist.
    """

    column: str = ""
    also: tuple[str, ...] = ()
    pattern: str = ""
    heading: str = ""
    cell: str = ""
    sheet_name: str = ""
    file_name: str = ""
    text: str = ""
    example: str = ""
    fill: Literal["", "blank", "other"] = ""
    skip: tuple[str, ...] = ()
    skip_pattern: str = ""
    unknown: Literal["fault", "skip"] = "fault"

    def __post_init__(self) -> None:
        for pattern in (self.pattern, self.heading):
            check_pattern(pattern)
        for pattern in (self.sheet_name, self.file_name):
            check_pattern(pattern, sought=True)
        check_pattern(self.skip_pattern, with_group=False)
        if self.cell and not _CELL.fullmatch(self.cell):
            raise ValueError(f"cell {self.cell!r} is geen cel, zoals B1")
        if self.fill == "other" and self.unknown == "skip":
            raise ValueError("met fill = other hoort elke andere tekst bij de rij erboven: laat unknown weg")
        if not any((self.column, self.heading, self.cell, self.sheet_name, self.file_name, self.text)):
            raise ValueError("zeg met column, heading, cell, sheet_name, file_name of text waar dit staat")

    @property
    def names(self) -> tuple[str, ...]:
        """The headings that its column may have."""
        return tuple(name for name in (self.column, *self.also) if name)


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Texts that fit `pattern` as a whole: its first group is a value of `dimension`.

    Rows of this kind are part of the row above them that is of the kind `part_of`, if that is given. It holds
    only in periods that lie in the years `since` to `until`, where these are given: the same code may mean
    something else after a break, and then is another dimension.
    """

    dimension: str
    pattern: str = "(.+)"
    part_of: str = ""
    since: int | None = None
    until: int | None = None

    def __post_init__(self) -> None:
        check_pattern(self.pattern)

    def holds_in(self, year: int) -> bool:
        """Whether it is about this year."""
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


class BreakdownField(Field, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the breakdown stands.

    Without `dimension` or `kind` the text itself says `dimensie=waarde` or nothing. `dimension`, with the
    pattern `pattern`, is short for one `kind`; of several kinds the first that fits counts, and a text that
    fits none is a fault. Texts of `whole`, and the name of the municipality where `whole_municipality`, are
    no breakdown. The first group of `parent` in a value is the value that includes it.
    """

    dimension: str = ""
    kind: tuple[Kind, ...] = ()
    whole: tuple[str, ...] = ()
    whole_municipality: bool = False
    parent: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_pattern(self.parent)
        if self.dimension and self.kind:
            raise ValueError("een breakdown heeft dimension of kind, niet allebei")
        if self.depends_on_year and not self.column:
            raise ValueError("een kind met since of until vraagt een column")

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of values it knows; none where the text itself names its dimension."""
        if self.dimension:
            return (Kind(dimension=self.dimension, pattern=self.pattern or "(.+)"),)
        return self.kind

    @property
    def depends_on_year(self) -> bool:
        """Whether the same text means something else in another year."""
        return any(kind.since is not None or kind.until is not None for kind in self.kind)


class ValueField(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Columns of values: the one headed `column` (or one of `also`), or all whose heading fits `pattern`.

    Values are of `series` (empty: as the layout's `indicator` says), in this variant and breakdown (empty: as
    the row says), times `factor`.
    """

    column: str = ""
    also: tuple[str, ...] = ()
    pattern: str = ""
    series: str = ""
    variant: str = ""
    breakdown: str = ""
    factor: float = 1.0

    def __post_init__(self) -> None:
        check_pattern(self.pattern, with_group=False)
        if bool(self.column) == bool(self.pattern):
            raise ValueError("een value heeft een column of een pattern")
        if self.factor <= 0:
            raise ValueError("een factor is meer dan 0")

    @property
    def names(self) -> tuple[str, ...]:
        """The headings that its column may have."""
        return tuple(name for name in (self.column, *self.also) if name)


class Layout(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of file; `own` when the user made it.

    `columns` are the headings it is recognised by, all of them, and one of the value columns; `unread` are
    others that belong to it and that nothing is read from. A heading may stand in up to `heading_rows` rows:
    the texts above each other are joined with `|`, and a blank cell above another continues the one to its
    left, as merged cells do. The fewest rows that fit are the heading. Headings compare without case and
    double spaces.

    `decimal` is the decimal sign, empty when the kind of file does not fix it. `blank` is what an empty cell
    means. `variant` tells sorts of figures in one table apart, such as budget and accounts. `zero_means` says
    what a zero may mean besides nothing. `days` is the kind of period (CBS code, such as `KW`) that a day in
    it, such as 31-3-2019, stands for; without it a day is no period. Below `jump_floor`, in the unit of the
    series, a jump is not worth a warning. `unit`, `standing` (the status) and `origin` (the source) are read
    from a column only. `refusal` says why there is nothing to import from such a file.
    """

    key: str
    title: str
    columns: tuple[str, ...]
    own: bool = False
    heading_rows: int = 1
    decimal: Literal["", ",", "."] = ""
    status: Status = Status.FINAL
    source: str = ""
    blank: Literal["missing", "suppressed"] = "missing"
    zero_means: str = ""
    jump_floor: float = 0.0
    unread: tuple[str, ...] = ()
    days: PeriodKind | None = None
    refusal: str = ""
    indicator: Field | None = None
    municipality: Field | None = None
    period: Field | None = None
    variant: Field | None = None
    breakdown: BreakdownField | None = None
    unit: Field | None = None
    standing: Field | None = None
    origin: Field | None = None
    value: tuple[ValueField, ...] = ()

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("columns mag niet leeg zijn")
        if not 1 <= self.heading_rows <= MAX_HEADING_ROWS:
            raise ValueError(f"heading_rows is 1 tot en met {MAX_HEADING_ROWS}")
        if not self.refusal:
            self._check_reading()

    def _check_reading(self) -> None:
        if not self.value:
            raise ValueError("columns en value mogen niet leeg zijn")
        if self.municipality is None or self.period is None:
            raise ValueError("municipality en period zijn nodig")
        if self.indicator is None and not all(value.series for value in self.value):
            raise ValueError("elke value heeft een series nodig, of de indeling een indicator")
        if self.variant is None and any(value.variant for value in self.value):
            raise ValueError("een value noemt een variant, maar de indeling zegt niet waar die staat")

    @property
    def fields(self) -> Iterator[Field]:
        """All parts that say where something stands."""
        for field in (self.indicator, self.municipality, self.period, self.variant, self.breakdown):
            if field is not None:
                yield field
        for field in (self.unit, self.standing, self.origin):
            if field is not None:
                yield field


MAX_HEADING_ROWS = 6
"""More rows than this are no heading."""


def load_layouts(folder: Path) -> tuple[Layout, ...]:
    """All layouts in `folder`, by name; the key of a layout is the name of its file.

    Raises UserError that names the file and the fault, or the folder when there is none in it.
    """
    layouts = tuple(load_layout(path) for path in sorted(folder.glob("*.toml")))
    if not layouts:
        raise UserError(f"In '{folder}' staat geen enkele indeling.", "Installeer Raadsapp opnieuw.")
    return layouts


def load_layout(path: Path) -> Layout:
    """The layout in one file, called as the file is. Raises UserError that names the file and the fault."""
    try:
        return _layout(path.read_bytes(), path.stem)
    except (OSError, ValueError, RecursionError, msgspec.ValidationError) as error:
        raise UserError(
            f"De indeling {path.name} klopt niet: {in_dutch(error)}.",
            "Herstel dat bestand, of installeer Raadsapp opnieuw.",
        ) from None


@lru_cache(64)
def _layout(content: bytes, key: str) -> Layout:
    """The layout that a file holds; kept, as every file that is read in is held against all layouts."""
    return msgspec.convert({**tomllib.loads(content.decode()), "key": key}, Layout)
