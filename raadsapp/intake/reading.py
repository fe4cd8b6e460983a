"""A delivered file as sheets of cells that keep their place."""

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path

from raadsapp.errors import UserError
from raadsapp.intake.cells import Cell
from raadsapp.intake.decoding import decoded
from raadsapp.intake.dialect import rows_of

MAX_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it was delivered; `rows[0][0]` is cell A1. Rows may differ in length."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class DeliveredFile:
    """One file: its name without folder, the SHA-256 of its bytes, and its sheets."""

    name: str
    sha256: str
    sheets: tuple[Sheet, ...]


def read(path: Path) -> DeliveredFile:
    """Read the file at `path`.

    Raises UserError, and nothing else, for whatever cannot be read as a table: no file, a folder, a lock
    file, an empty or binary file, a workbook, a web page, one over `MAX_BYTES`.
    """
    content = _content(path)
    text = decoded(content, path.name)
    return DeliveredFile(
        path.name, hashlib.sha256(content).hexdigest(), (Sheet(path.name, rows_of(text, path.name)),)
    )


def _content(path: Path) -> bytes:
    name = path.name or str(path)
    if name.startswith(("~$", ".~lock.")):
        raise UserError(
            f"'{name}' is een slotbestand: het staat er alleen zolang iemand het echte bestand open heeft.",
            "Kies het bestand met dezelfde naam zonder dat voorvoegsel.",
        )
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise UserError(f"'{name}' is een map.", "Kies een bestand in die map.")
        if not stat.S_ISREG(about.st_mode):
            raise UserError(f"'{name}' is geen gewoon bestand.", "Kies een CSV-bestand.")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UserError(f"'{name}' bestaat niet.", "Controleer de naam en de map.") from None
    except (OSError, ValueError) as error:
        raise UserError(
            f"'{name}' is niet te lezen ({_reason(error)}).",
            "Controleer of het bestand nog bestaat, of het gesloten is en of lezen is toegestaan.",
        ) from None
    if len(content) > MAX_BYTES:
        raise UserError(
            f"'{name}' is te groot: de app leest bestanden tot {MAX_BYTES // 1024**2} MB.",
            "Knip het bestand in delen en lees die na elkaar in.",
        )
    return content


def _reason(error: OSError | ValueError) -> str:
    return "geen toegang" if isinstance(error, PermissionError) else "het systeem geeft een fout"
