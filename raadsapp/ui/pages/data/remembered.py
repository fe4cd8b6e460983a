"""What the page remembers in the settings file between two runs: where the files lie."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

_FOLDER = "data/folder"


def folder(file: Path) -> Path:
    """Where the last file was; else where this reader keeps documents."""
    known = str(_settings(file).value(_FOLDER, ""))
    if known and Path(known).is_dir():
        return Path(known)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def remember_folder(file: Path, path: Path) -> None:
    """Begin here the next time a file is chosen."""
    _settings(file).setValue(_FOLDER, str(path))


def _settings(file: Path) -> QSettings:
    return QSettings(str(file), QSettings.Format.IniFormat)
