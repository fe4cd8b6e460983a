"""What the window remembers between two runs."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from raadsapp.ui.theme.tokens import LARGEST_SCALE, SMALLEST_SCALE, Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowSettings:
    """Place on the screen, page, municipality and look; `mode` None follows the platform."""

    geometry: bytes = b""
    page: str = ""
    municipality: str = ""
    mode: Mode | None = None
    scale: float = 1.0


def load_settings(file: Path) -> WindowSettings:
    """What `file` holds; the default for everything absent or damaged."""
    stored = QSettings(str(file), QSettings.Format.IniFormat)
    geometry = stored.value("window/geometry")
    mode = str(stored.value("look/mode", ""))
    return WindowSettings(
        geometry=bytes(geometry.data()) if isinstance(geometry, QByteArray) else b"",
        page=str(stored.value("window/page", "")),
        municipality=str(stored.value("window/municipality", "")),
        mode=Mode(mode) if mode in set(Mode) else None,
        scale=_scale(stored.value("look/scale", 1.0)),
    )


def save_settings(file: Path, settings: WindowSettings) -> None:
    """Write `settings` to `file`; a folder that cannot be written to is no reason to keep the window open."""
    stored = QSettings(str(file), QSettings.Format.IniFormat)
    stored.setValue("window/geometry", QByteArray(settings.geometry))
    stored.setValue("window/page", settings.page)
    stored.setValue("window/municipality", settings.municipality)
    stored.setValue("look/mode", settings.mode.value if settings.mode else "")
    stored.setValue("look/scale", settings.scale)
    stored.sync()


def _scale(value: object) -> float:
    try:
        scale = float(str(value))
    except ValueError:
        return 1.0
    return scale if SMALLEST_SCALE <= scale <= LARGEST_SCALE else 1.0
