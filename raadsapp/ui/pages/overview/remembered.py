"""The day that the reader looks back to, kept in the settings file between two runs."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings

_SINCE = "overview/since"


def since(file: Path) -> date | None:
    """The day that was chosen last; None when there is none or the file is damaged."""
    try:
        return date.fromisoformat(str(_settings(file).value(_SINCE, "")))
    except ValueError:
        return None


def remember_since(file: Path, day: date | None) -> None:
    """Look back to this day the next time; None forgets it."""
    _settings(file).setValue(_SINCE, day.isoformat() if day else "")


def _settings(file: Path) -> QSettings:
    return QSettings(str(file), QSettings.Format.IniFormat)
