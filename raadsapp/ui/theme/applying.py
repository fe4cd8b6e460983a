"""Put a theme on the running application: font, palette and stylesheet; widgets follow at once."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from raadsapp.ui.theme.fonts import app_font
from raadsapp.ui.theme.stylesheet import stylesheet
from raadsapp.ui.theme.tokens import Palette, Theme

_PROPERTY = "raadsapp_theme"


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Show everything in this theme; the one already shown does nothing."""
    if app.property(_PROPERTY) == theme:
        return
    app.setProperty(_PROPERTY, theme)
    app.setPalette(qt_palette(theme.palette))
    app.setFont(app_font(theme))
    # One sheet replaces the other. By way of no sheet it would take a fifth of the time, but then Qt deletes
    # its style while charts are laid out with it, and crashes.
    app.setStyleSheet(stylesheet(theme))


def applied_theme() -> Theme:
    """The theme on screen; the default one before any is applied."""
    app = QApplication.instance()
    theme = app.property(_PROPERTY) if app is not None else None
    return theme if isinstance(theme, Theme) else Theme()


def qt_palette(palette: Palette) -> QPalette:
    """The tokens in Qt's roles, for what draws itself without the stylesheet."""
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.background,
        role.WindowText: palette.text,
        role.Base: palette.surface,
        role.AlternateBase: palette.raised,
        role.Text: palette.text,
        role.Button: palette.surface,
        role.ButtonText: palette.text,
        role.PlaceholderText: palette.text_muted,
        role.ToolTipBase: palette.text,
        role.ToolTipText: palette.background,
        role.Highlight: palette.selection,
        role.HighlightedText: palette.text,
        role.Accent: palette.accent,
        role.Link: palette.accent,
        role.LinkVisited: palette.accent,
        role.BrightText: palette.concern,
        role.Light: palette.surface,
        role.Midlight: palette.raised,
        role.Mid: palette.border,
        role.Dark: palette.border_strong,
    }
    result = QPalette()
    for name, colour in colours.items():
        result.setColor(name, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for name in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(disabled, name, QColor(palette.noise))
    return result
