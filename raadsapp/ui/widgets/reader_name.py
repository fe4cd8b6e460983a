"""The name of who reads in or records something, kept in the settings file between two runs."""

from pathlib import Path

from PySide6.QtCore import QSettings

_NAME = "data/name"
UNNAMED = "onbekend"


def name(file: Path) -> str:
    """Who did so last; empty when nobody did."""
    return str(_settings(file).value(_NAME, ""))


def remember_name(file: Path, text: str) -> None:
    """Offer this name the next time."""
    _settings(file).setValue(_NAME, text)


def _settings(file: Path) -> QSettings:
    return QSettings(str(file), QSettings.Format.IniFormat)
