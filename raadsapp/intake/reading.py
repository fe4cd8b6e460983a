"""A delivered file becomes sheets of cells that keep their place."""

import hashlib
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from raadsapp.errors import UserError
from raadsapp.intake.decoding import look_through
from raadsapp.intake.dialect import CsvRows
from raadsapp.intake.progress import Tell, untold
from raadsapp.intake.sheets import DeliveredFile, Sheet
from raadsapp.intake.workbooks.coming import Workbook
from raadsapp.intake.workbooks.package import OLE_MARK, ZIP_MARKS
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.texts import enumeration

MAX_BYTES = 512 * 1024 * 1024
"""Of a CSV file, which is never in memory as a whole."""
MAX_WORKBOOK_BYTES = 32 * 1024 * 1024


def read(path: Path, workbooks: WorkbookProcess | None = None, tell: Tell = untold) -> DeliveredFile:
    """The whole file at `path`; as `opened`."""
    with opened(path, workbooks, tell) as file:
        pass
    return file


@contextmanager
def opened(
    path: Path, workbooks: WorkbookProcess | None = None, tell: Tell = untold
) -> Iterator[DeliveredFile]:
    """The file at `path`, of which rows may still come; what it is, its content says and not its name.

    A workbook is read in `workbooks`, or in a process for this file only. Raises UserError, and nothing else,
    for whatever cannot be read as a table: no file, a folder, a lock file, an empty or binary file, a
    workbook with a password, a web page, one over `MAX_BYTES`. `tell` may raise Cancelled.
    """
    with ExitStack() as open_until_read:
        try:
            if _is_workbook(path):
                content = path.read_bytes()
                process = workbooks or open_until_read.enter_context(WorkbookProcess())
                workbook = open_until_read.enter_context(process.opened(content, path.name, tell))
                file = _of_workbook(workbook, path, content)
            else:
                file = _of_text(path, tell)
        except FileNotFoundError:
            raise UserError(f"'{path.name}' bestaat niet.", "Controleer de naam en de map.") from None
        except (OSError, ValueError) as error:
            raise _unreadable(path, error) from None
        yield file


def _of_text(path: Path, tell: Tell) -> DeliveredFile:
    text = look_through(path, tell)
    rows = CsvRows(path, text)
    name = _shown(path.name)
    return DeliveredFile(name, text.sha256, (Sheet(name, rows, expected=rows.expected),))


def _shown(name: str) -> str:
    """The name of a file as it can be shown and kept: a sign that cannot be is `\ufffd`."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name)


def _is_workbook(path: Path) -> bool:
    """Whether a file begins as workbooks do. Raises UserError for what is no file to read."""
    name = path.name or str(path)
    if name.startswith(("~$", ".~lock.")):
        raise UserError(
            f"'{name}' is een slotbestand: het staat er alleen zolang iemand het echte bestand open heeft.",
            "Kies het bestand met dezelfde naam zonder dat voorvoegsel.",
        )
    about = path.stat()
    if stat.S_ISDIR(about.st_mode):
        raise UserError(f"'{name}' is een map.", "Kies een bestand in die map.")
    if not stat.S_ISREG(about.st_mode):
        raise UserError(f"'{name}' is geen gewoon bestand.", "Kies een CSV-bestand of een werkmap.")
    with path.open("rb") as file:
        workbook = file.read(len(OLE_MARK)).startswith((*ZIP_MARKS, OLE_MARK))
    most = MAX_WORKBOOK_BYTES if workbook else MAX_BYTES
    if about.st_size > most:
        raise UserError(
            f"'{name}' is te groot: de app leest {'werkmappen' if workbook else 'CSV-bestanden'} tot"
            f" {most // 1024**2} MB.",
            "Knip het bestand in delen en lees die na elkaar in.",
        )
    return workbook


def _of_workbook(workbook: Workbook, path: Path, content: bytes) -> DeliveredFile:
    if not workbook.sheets:
        raise _empty(path.name, workbook.hidden)
    return DeliveredFile(
        _shown(path.name), hashlib.sha256(content).hexdigest(), workbook.sheets, workbook.hidden
    )


def _empty(name: str, hidden: tuple[str, ...]) -> UserError:
    if hidden:
        return UserError(
            f"'{name}' heeft alleen verborgen bladen met cijfers: {enumeration(list(hidden))}.",
            "Maak het blad zichtbaar, sla het bestand op en kies het opnieuw.",
        )
    return UserError(f"'{name}' is leeg.", "Kies een bestand met een tabel erin.")


def _unreadable(path: Path, error: OSError | ValueError) -> UserError:
    reason = "geen toegang" if isinstance(error, PermissionError) else "het systeem geeft een fout"
    return UserError(
        f"'{path.name}' is niet te lezen ({reason}).",
        "Controleer of het bestand nog bestaat, of het gesloten is en of lezen is toegestaan.",
    )
