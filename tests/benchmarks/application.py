"""The application of a benchmark: our style, typefaces and light colours, without a window."""

import gc

from PySide6.QtWidgets import QApplication

from raadsapp.ui.app import create_application
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Theme


def application() -> QApplication:
    """The one there is, or a new one, as it looks to a reader."""
    app = create_application(["raadsapp"])
    gc.disable()  # as in the window, also where there was an application already
    apply_theme(app, Theme())
    return app
