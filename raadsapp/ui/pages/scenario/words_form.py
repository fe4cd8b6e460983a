"""A form that loses nothing: Ctrl+Enter saves, Escape closes only while nothing was typed."""

from math import ceil

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget

from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.buttons import primary_button, secondary_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.privacy_line import advise_below
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS
from raadsapp.ui.widgets.text import Small, Tone
from raadsapp.ui.widgets.wrapping import Row

NO_DATE = "Dit is geen datum. Schrijf bijvoorbeeld 3-11-2026."

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FEWEST_LINES, _MOST_LINES = 4, 9
_UNSAVED = "Er staat iets dat nog niet is bewaard. Bewaar het, of kies Annuleren."


class WordsForm(Card):
    """A subclass adds its fields, says in `changed` whether something was typed, and checks in `save()`.

    `saved` carries what was filled in, once that is complete; the form stays as it is until told otherwise,
    so that nothing is lost when it cannot be stored.
    """

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._texts: list[QPlainTextEdit] = []
        self._message = Small(tone=Tone.CONCERN)
        self._message.hide()

    @property
    def changed(self) -> bool:
        """Whether something was filled in that is not stored."""
        raise NotImplementedError

    def save(self) -> None:
        """Hand over what is filled in, or say beside each field what is missing."""
        raise NotImplementedError

    def show_fault(self, message: str) -> None:
        """Say why what was filled in could not be stored."""
        self._message.show_text(message)
        self._message.setHidden(not message)

    def advise(self, state: AppState) -> None:
        """Say below each text of a few lines what may be personal data in it."""
        for box in self._texts:
            advise_below(box, state)

    def must_stay(self) -> bool:
        """Whether something is in it that is not stored; if so, it says that."""
        if self.changed:
            self.show_fault(_UNSAVED)
        return self.changed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl+Enter, leave on Escape; Enter on a button is a click on it."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in _ENTER:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.save()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS and hasattr(self, "_texts"):
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            self._fit_soon()
        super().changeEvent(event)

    def _line(self, label: str, text: str, help_text: str = "") -> LabelledField:
        """A field for one line; what was wrong is no longer said once it is edited."""
        line = QLineEdit(text)
        field = LabelledField(label, line, help_text)
        line.textEdited.connect(field.clear_fault)
        return field

    def _text(self, label: str, text: str, help_text: str = "") -> LabelledField:
        """A field for a few lines."""
        box = QPlainTextEdit(text)
        box.setTabChangesFocus(True)
        field = LabelledField(label, box, help_text)
        box.textChanged.connect(field.clear_fault)
        box.document().documentLayout().documentSizeChanged.connect(self._fit_soon)
        self._texts.append(box)
        return field

    def _finish(self) -> None:
        """Put the buttons below the fields."""
        self.add(self._message)
        save = primary_button("Bewaren", "save")
        save.clicked.connect(self.save)
        cancel = secondary_button("Annuleren")
        cancel.clicked.connect(self.cancelled)
        keys = Small("Ctrl+Enter bewaart, Esc sluit als er niets is gewijzigd.")
        keys.setWordWrap(False)
        self.add(Row(save, cancel, keys))
        self._fit_texts()

    def _say(self, faults: dict[LabelledField, str]) -> bool:
        """Say beside each field what is wrong, go to the first; whether all is well."""
        self.show_fault("")
        for field, fault in faults.items():
            field.show_fault(fault)
        wrong = [field for field, fault in faults.items() if fault]
        if wrong:
            wrong[0].field.setFocus()
            reveal(wrong[0])
        return not wrong

    def _leave(self) -> None:
        if not self.must_stay():
            self.cancelled.emit()

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit_texts)

    def _fit_texts(self) -> None:
        """As high as the lines in it, so that none is cut in half; very many are scrolled."""
        for box in self._texts:
            lines = min(max(round(box.document().size().height()), _FEWEST_LINES), _MOST_LINES)
            first = box.document().firstBlock()
            line = box.blockBoundingRect(first).height() / max(first.lineCount(), 1)
            box.setFixedHeight(ceil(lines * line) + 2 * MEDIUM)


def typed(field: LabelledField) -> str:
    """What is filled in, without white space around it."""
    found = field.field
    if isinstance(found, QPlainTextEdit):
        return found.toPlainText().strip()
    return found.text().strip() if isinstance(found, QLineEdit) else ""


def retype(field: LabelledField, text: str) -> None:
    """Fill in something else."""
    found = field.field
    if isinstance(found, QPlainTextEdit):
        found.setPlainText(text)
    elif isinstance(found, QLineEdit):
        found.setText(text)
