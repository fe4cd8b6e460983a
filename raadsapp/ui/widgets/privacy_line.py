"""A calm line below a note that may hold personal data: it advises, and holds nothing back."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout

from raadsapp.errors import UserError
from raadsapp.ui.state import AppState
from raadsapp.ui.tasks import Progress, Task, run
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.snackbar import announce
from raadsapp.ui.widgets.text import Small, Tone

REST_MS = 700


class PrivacyLine(Small):
    """Looks through the text of `field`, in the background, once its writer rests."""

    def __init__(self, state: AppState, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(tone=Tone.CONCERN, parent=field.parentWidget())
        self._state, self._field = state, field
        self._task: Task | None = None
        self._looked = ""
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.look_now)
        self.hide()
        field.textChanged.connect(self._begin)
        if self._text.strip():
            self._begin()

    @property
    def _text(self) -> str:
        field = self._field
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def look_now(self) -> None:
        """Look through the text as it is now."""
        text = self._looked = self._text
        if self._task:
            self._task.cancel()
        if not text.strip():
            self._show("")
            return
        looker = self._state.looker

        def look(_progress: Progress) -> str:
            from raadsapp.services.personal_data import advice

            return advice(looker.check(text))

        self._task = run(look, self._show, self._fail)
        self.destroyed.connect(self._task.cancel)

    def _begin(self) -> None:
        if self._text != self._looked:
            self._rest.start()

    def _show(self, words: str) -> None:
        self._task = None
        new = words and words != self.plain_text
        self.show_text(words)
        self.setHidden(not words)
        if new:
            announce(self, words)

    def _fail(self, error: UserError) -> None:
        self._show(str(error))


def advise_below(field: QLineEdit | QPlainTextEdit, state: AppState) -> PrivacyLine:
    """Put the line below a field of a form, which stands in a `LabelledField`."""
    line = PrivacyLine(state, field)
    around = field.parentWidget()
    column = around.layout() if isinstance(around, LabelledField) else None
    if isinstance(column, QVBoxLayout):
        column.insertWidget(column.count() - 1, line)  # above the stretch
    return line
