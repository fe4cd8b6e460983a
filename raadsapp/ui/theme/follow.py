"""What the platform asks for: light, dark or high contrast."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStyleHints

from raadsapp.ui.theme.tokens import Mode


def platform_mode(hints: QStyleHints) -> Mode:
    """The palette that fits the platform's colour scheme and its wish for more contrast."""
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Mode.CONTRAST
    return Mode.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Mode.LIGHT
