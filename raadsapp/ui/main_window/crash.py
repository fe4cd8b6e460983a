"""After a fault in the program: a report without data, a log file and a dialog; the window goes on.

The dialog itself is loaded when there is a fault.
"""

import logging
import sys
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QWidget

from raadsapp.errors import UserError
from raadsapp.reports import LOG, keep_log, report_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashHook:
    """Takes every exception that nobody caught; shows one dialog at a time."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.dialog: QDialog | None = None

    def install(self) -> None:
        """Become the hook of the interpreter."""
        sys.excepthook = self.take

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the report and show it; what the user can mend is said in its own words."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        from raadsapp.ui.main_window.crash_dialog import CrashDialog, message_box

        if isinstance(error, UserError):
            self._show(message_box(error, self._window))
        else:
            report = report_of(
                error, datetime.now().astimezone(), f"Qt {qVersion()}", f"PySide6 {PySide6.__version__}"
            )
            LOG.error("%s", report)
            self._show(CrashDialog(report, self._window))

    def _show(self, dialog: "QDialog") -> None:
        if self.dialog is not None and self.dialog.isVisible():
            dialog.deleteLater()
            return
        self.dialog = dialog
        dialog.open()


def start_log(folder: Path) -> None:
    """Log to a file in `folder`, with what Qt says; without that folder the program runs all the same."""
    if keep_log(folder):
        qInstallMessageHandler(_log_qt)


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    LOG.log(_LEVELS.get(kind, logging.INFO), "Qt: %s", message)
