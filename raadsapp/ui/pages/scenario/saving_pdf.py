"""Ask where a printed page goes, and open it in the program the reader has for it."""

import re
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_ENDING = ".pdf"


def file_name(title: str) -> str:
    """A name that every platform takes, such as `Raadsakkoord Voerendaal.pdf`."""
    words = " ".join(_NOT_IN_A_NAME.sub(" ", title).split())
    return (words.strip(" .") or "Raadsapp") + _ENDING


def ask_pdf(parent: QWidget, title: str) -> Path | None:
    """Where to save; None when the reader does not want to."""
    path, _ = QFileDialog.getSaveFileName(parent, "PDF bewaren", file_name(title), "PDF (*.pdf)")
    if not path:
        return None
    chosen = Path(path)
    return chosen if chosen.suffix.lower() == _ENDING else chosen.with_name(chosen.name + _ENDING)


def open_pdf(path: Path) -> bool:
    """Open the file in the platform's viewer; whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
