"""Drafts of example cases: kept as files on this computer while somebody types, and offered again later.

They are no part of the dossier: nobody has looked through them yet.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from raadsapp import paths
from raadsapp.content.case_drafts import Draft, read_draft, written_draft
from raadsapp.errors import UserError
from raadsapp.services.writing_files import write_whole

_KEY_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts there are, what was typed last first, and the files that cannot be read."""

    drafts: tuple[Draft, ...]
    damaged: tuple[Path, ...]


def keep(draft: Draft) -> None:
    """Write a draft, in the place of the one of the same case; UserError when it cannot be kept."""
    try:
        write_whole(_file(draft.case.key), written_draft(draft))
    except OSError:
        raise UserError(
            "Het concept kan niet worden bewaard.",
            f"Kijk of er ruimte is op de schijf en of u mag schrijven in '{paths.drafts_dir()}'.",
        ) from None


def keep_first(draft: Draft) -> None:
    """Write the first draft of a case; UserError when there is one already, or when it cannot be kept."""
    if draft_of(draft.case.key):
        raise UserError(
            "Van deze casus is er al een concept.", "Ga verder met dat concept, of gooi het eerst weg."
        )
    keep(draft)


def drafts() -> Drafts:
    """All drafts on this computer."""
    found, damaged = [], []
    for path in sorted(paths.drafts_dir().glob("*.json")):
        try:
            draft = read_draft(path.read_bytes())
        except OSError:
            draft = None
        if draft is None:
            damaged.append(path)
        else:
            found.append(draft)
    found.sort(key=lambda one: one.changed_at, reverse=True)
    return Drafts(tuple(found), tuple(damaged))


def draft_of(key: str) -> Draft | None:
    """The draft of the case with this key, or None."""
    return next((one for one in drafts().drafts if one.case.key == key), None)


def discard(key: str) -> None:
    """Let go of the draft of a case; nothing when there is none. UserError when it cannot be removed."""
    try:
        _file(key).unlink(missing_ok=True)
    except OSError:
        raise UserError(
            "Het concept is niet te verwijderen.", f"Kijk of u mag schrijven in '{paths.drafts_dir()}'."
        ) from None


def _file(key: str) -> Path:
    # A key may hold signs that no file name can.
    return paths.drafts_dir() / f"casus-{sha256(key.encode()).hexdigest()[:_KEY_LENGTH]}.json"
