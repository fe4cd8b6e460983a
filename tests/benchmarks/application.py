"""The application of a benchmark: our style, typefaces and light colours, without a window."""

from PySide6.QtWidgets import QApplication

from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.fonts import load_fonts
from raadsapp.ui.theme.tokens import Theme


def application() -> QApplication:
    """The one there is, or a new one, as it looks to a reader."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    load_fonts()
    apply_theme(app, Theme())
    return app
