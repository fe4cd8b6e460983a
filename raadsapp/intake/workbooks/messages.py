"""What the reading process tells: a length of four bytes, then a message in MessagePack.

The other way goes a length of eight bytes, then the bytes of a workbook.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import BinaryIO

import msgspec

from raadsapp.intake.cells import Cell
from raadsapp.intake.sheets import Block

_LENGTH = 4
MAX_SHEETS = 1000
"""A workbook of more sheets is not read."""


class Reason(StrEnum):
    """Why a workbook is not read."""

    PASSWORD = "password"  # noqa: S105 - a reason, no password
    BROKEN = "broken"
    BOMB = "bomb"
    ENTITIES = "entities"
    ARCHIVE = "archive"
    DOCUMENT = "document"
    TOO_LARGE = "too-large"
    SHEETS = "sheets"
    SAME_NAME = "same-name"
    MEMORY = "memory"
    TOO_SLOW = "too-slow"
    STOPPED = "stopped"


class Hidden(msgspec.Struct, frozen=True, array_like=True, tag="hidden"):
    """A sheet that is hidden, and therefore not read; these come first."""

    name: str


class Begun(msgspec.Struct, frozen=True, array_like=True, tag="begun"):
    """A sheet begins; its rows, about `expected` of them, follow.

    `hidden_rows` says that some are hidden, `merged` which cells were merged, as `intake.sheets.Merged` says.
    No sheet follows on the `last` one.
    """

    name: str
    expected: int
    hidden_rows: bool
    merged: tuple[tuple[int, int, int, int], ...]
    last: bool


class Rows(msgspec.Struct, frozen=True, array_like=True, tag="rows"):
    """The next `count` rows of the sheet that began last, from its first row on, empty ones too.

    `packed` are their columns in MessagePack, up to the last that has a cell; `width` is how many.
    """

    packed: msgspec.Raw
    count: int
    width: int


def packed_rows(columns: Sequence[tuple[Cell, ...]], count: int) -> Rows:
    """The message for so many rows, given their columns. A column of which all cells are alike has one."""
    once = [
        column[:1] if column[0] == column[-1] and column.count(column[0]) == count else column
        for column in columns
    ]
    while once and once[-1] == ("",):
        once.pop()
    return Rows(msgspec.Raw(msgspec.msgpack.encode(once)), count, len(once))


_UNPACKED = msgspec.msgpack.Decoder(list[tuple[Cell, ...]])


def unpacked(rows: Rows) -> Block:
    """The rows again. Raises MsgspecError when they are none."""
    columns = _UNPACKED.decode(rows.packed)
    return Block([it * rows.count if len(it) == 1 else it for it in columns], rows.count)


class Refused(msgspec.Struct, frozen=True, array_like=True, tag="refused"):
    """The workbook is not read; no more follows."""

    reason: Reason


class Done(msgspec.Struct, frozen=True, array_like=True, tag="done"):
    """All of the workbook was told."""


Message = Hidden | Begun | Rows | Refused | Done


def told(stream: BinaryIO) -> Iterator[Message]:
    """The messages on `stream` until it ends; one that is cut off is no message."""
    decoder = msgspec.msgpack.Decoder(Message)
    while len(head := stream.read(_LENGTH)) == _LENGTH:
        length = int.from_bytes(head, "big")
        content = stream.read(length)
        if len(content) < length:
            return
        yield decoder.decode(content)


def tell(stream: BinaryIO, message: Message) -> None:
    """Write a message."""
    content = msgspec.msgpack.encode(message)
    stream.write(len(content).to_bytes(_LENGTH, "big"))
    stream.write(content)
