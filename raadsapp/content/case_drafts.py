"""A half-written example case as a file: everything that was typed, also what no case may be yet."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from raadsapp.domain.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A case that is being written.

    `started_from` is the key of the case it is a changed copy of, empty for a new one. `changed_at` is when
    something was typed last.
    """

    case: Case
    started_from: str = ""
    changed_at: datetime

    @property
    def replaces(self) -> bool:
        """Whether it will stand in the place of the case it is a copy of."""
        return self.started_from == self.case.key


def written_draft(draft: Draft) -> bytes:
    """The bytes of the file."""
    return msgspec.json.format(msgspec.json.encode(draft))


def read_draft(content: bytes) -> Draft | None:
    """The draft in a file; None when it is none."""
    try:
        return msgspec.json.decode(content, type=Draft)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
