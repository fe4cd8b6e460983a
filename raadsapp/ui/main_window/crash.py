"""After a fault in the program: a report without data, a log file and a dialog; the window goes on."""

import logging
import sys
from datetime import datetime
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QPlainTextEdit, QVBoxLayout, QWidget

from raadsapp.errors import UserError
from raadsapp.reports import LOG, keep_log, report_of
from raadsapp.ui.theme.tokens import MEDIUM, WIDE
from raadsapp.ui.widgets.buttons import primary_button, secondary_button
from raadsapp.ui.widgets.text import Body, Heading

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashDialog(QDialog):
    """Says that something went wrong and offers the report to copy."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Er ging iets mis")
        self.report = report
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(Heading("Er ging iets mis in het programma"))
        column.addWidget(
            Body(
                "Wat u net deed, is misschien niet gelukt. U kunt verder werken. Stuur dit verslag naar de"
                " makers. Er staan geen gegevens uit uw dossier in."
            )
        )
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName("Verslag van de fout")
        column.addWidget(text, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        copy = secondary_button("Verslag kopiëren", "copy")
        copy.clicked.connect(self._copy)
        close = primary_button("Verder werken")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        column.addLayout(buttons)
        self.resize(640, 440)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)


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
        elif isinstance(error, UserError):
            self._show(_message(error, self._window))
        else:
            report = report_of(
                error, datetime.now().astimezone(), f"Qt {qVersion()}", f"PySide6 {PySide6.__version__}"
            )
            LOG.error("%s", report)
            self._show(CrashDialog(report, self._window))

    def _show(self, dialog: QDialog) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            dialog.deleteLater()
            return
        self.dialog = dialog
        dialog.open()


def _message(error: UserError, window: QWidget) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Warning, "Raadsapp", error.message, parent=window)
    box.setInformativeText(error.hint)
    return box


def start_log(folder: Path) -> None:
    """Log to a file in `folder`, with what Qt says; without that folder the program runs all the same."""
    if keep_log(folder):
        qInstallMessageHandler(_log_qt)


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    LOG.log(_LEVELS.get(kind, logging.INFO), "Qt: %s", message)
