"""The bytes of a delivered file become sheets of cells that keep their place."""

import hashlib
import stat
from pathlib import Path

from raadsapp.errors import UserError
from raadsapp.intake.decoding import decoded
from raadsapp.intake.dialect import rows_of
from raadsapp.intake.sheets import DeliveredFile, Sheet
from raadsapp.intake.workbooks.package import OLE_MARK, ZIP_MARKS
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.texts import enumeration

MAX_BYTES = 32 * 1024 * 1024


def read(path: Path, workbooks: WorkbookProcess | None = None) -> DeliveredFile:
    """Read the file at `path`; what it is, its content says and not its name.

    A workbook is read in `workbooks`, or in a process for this file only. Raises UserError, and nothing else,
    for whatever cannot be read as a table: no file, a folder, a lock file, an empty or binary file, a
    workbook with a password, a web page, one over `MAX_BYTES`.
    """
    content = _content(path)
    sha256 = hashlib.sha256(content).hexdigest()
    if not content.startswith((*ZIP_MARKS, OLE_MARK)):
        text = decoded(content, path.name)
        return DeliveredFile(path.name, sha256, (Sheet(path.name, rows_of(text, path.name)),))
    if workbooks is None:
        with WorkbookProcess() as for_this_file:
            workbook = for_this_file.read(content, path.name)
    else:
        workbook = workbooks.read(content, path.name)
    if not workbook.sheets:
        raise _empty(path.name, workbook.hidden)
    return DeliveredFile(path.name, sha256, workbook.sheets, workbook.hidden)


def _empty(name: str, hidden: tuple[str, ...]) -> UserError:
    if hidden:
        return UserError(
            f"'{name}' heeft alleen verborgen bladen met cijfers: {enumeration(list(hidden))}.",
            "Maak het blad zichtbaar, sla het bestand op en kies het opnieuw.",
        )
    return UserError(f"'{name}' is leeg.", "Kies een bestand met een tabel erin.")


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
            raise UserError(f"'{name}' is geen gewoon bestand.", "Kies een CSV-bestand of een werkmap.")
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
