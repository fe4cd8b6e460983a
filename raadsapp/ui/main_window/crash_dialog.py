"""What the reader sees after a fault: a report to copy, or what the reader can mend."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QPlainTextEdit, QVBoxLayout, QWidget

from raadsapp.errors import UserError
from raadsapp.ui.theme.tokens import MEDIUM, WIDE
from raadsapp.ui.widgets.buttons import primary_button, secondary_button
from raadsapp.ui.widgets.text import Body, Heading


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


def message_box(error: UserError, window: QWidget) -> QMessageBox:
    """An error that the user can mend, in its own words."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Raadsapp", error.message, parent=window)
    box.setInformativeText(error.hint)
    return box
