"""What the page remembers between two runs: who reads in, and where the files lie."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from raadsapp import paths

_NAME = "data/name"
_FOLDER = "data/folder"
UNNAMED = "onbekend"


def name() -> str:
    """Who read in last; empty when nobody did."""
    return str(_settings().value(_NAME, ""))


def remember_name(text: str) -> None:
    """Offer this name the next time."""
    _settings().setValue(_NAME, text)


def folder() -> Path:
    """Where the last file was; else where this reader keeps documents."""
    known = str(_settings().value(_FOLDER, ""))
    if known and Path(known).is_dir():
        return Path(known)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def remember_folder(path: Path) -> None:
    """Begin here the next time a file is chosen."""
    _settings().setValue(_FOLDER, str(path))


def _settings() -> QSettings:
    return QSettings(str(paths.user_settings_file()), QSettings.Format.IniFormat)
