"""The bundled typeface: Source Sans 3, whose figures all have one width."""

from PySide6.QtGui import QFont, QFontDatabase

from raadsapp.paths import resources_dir
from raadsapp.ui.theme.tokens import TEXT_BODY, Theme

FAMILY = "Source Sans 3"


def load_fonts() -> None:
    """Make the bundled typeface known to the application, once.

    FileNotFoundError when a font file is missing or damaged (a fault in the installation).
    """
    if QFontDatabase.hasFamily(FAMILY):
        return
    for file in sorted((resources_dir() / "fonts").glob("*.otf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(file)


def app_font(theme: Theme) -> QFont:
    """The typeface of running text at the reader's size."""
    font = QFont(FAMILY)
    font.setPixelSize(theme.px(TEXT_BODY))
    return font
