"""One delivery of earlier, opened: all that is kept of it, what it changed, and what can be done with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from raadsapp.domain.delivery_history import BatchEvent
from raadsapp.domain.observation import Batch
from raadsapp.errors import UserError
from raadsapp.services import delivery_history
from raadsapp.services.opening import DOSSIER_LAYOUT, Session
from raadsapp.ui.pages.data.delivery_form import DeliveryForm, DeliveryWords, words_of
from raadsapp.ui.pages.data.delivery_values import DeliveryValues
from raadsapp.ui.pages.data.delivery_words import details, event_sentence
from raadsapp.ui.pages.data.work import in_background
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import LARGE
from raadsapp.ui.widgets.batch_row import batch_button, batch_head
from raadsapp.ui.widgets.bullets import Bullets
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.details import Details
from raadsapp.ui.widgets.privacy_line import advise_below
from raadsapp.ui.widgets.revealing import keep_in_sight
from raadsapp.ui.widgets.text import Overline
from raadsapp.ui.widgets.wrapping import Row

if TYPE_CHECKING:
    from raadsapp.ui.tasks import Task

_COPIED = "Het kenmerk van het bestand is gekopieerd."


class DeliveryView(QWidget):
    """A delivery and its layout in words.

    `closed` asks for the list again, `asked` to withdraw or bring back, `described` carries `DeliveryWords`;
    `rearranged` says that its `stops` are others.
    """

    closed = Signal()
    asked = Signal()
    described = Signal(object)
    rearranged = Signal()

    def __init__(self, state: AppState, batch: Batch, layout: str) -> None:
        super().__init__()
        self._state = state
        self._layout = layout
        self.batch = batch
        self._task: Task | None = None
        self.form: DeliveryForm | None = None
        self.button: QPushButton | None = None
        self.edit_button: QPushButton | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        self.back_button = quiet_button("Alle leveringen", "back")
        self.back_button.clicked.connect(self.closed)
        column.addWidget(Row(self.back_button))
        self._card = Card()
        column.addWidget(self._card)
        self.values = DeliveryValues(state, batch)
        column.addWidget(self.values)
        self.show_batch(batch)

    def show_batch(self, batch: Batch) -> None:
        """Show the delivery as it stands now; what it changed stays what it was."""
        focused = self.button is not None and self.button.hasFocus()
        self.batch = batch
        self._draw()
        self._count()
        if focused and self.button:
            self.button.setFocus()
            keep_in_sight(self.button)  # what stands above begins anew as well

    @property
    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, from top to bottom."""
        form = self.form.stops if self.form else []
        return [self.back_button, *self._row.findChildren(QPushButton), *form, *self.values.stops]

    def edit(self) -> None:
        """Open the lines in which supplier, approver and note are written."""
        if self.form or not self.edit_button:
            return
        self.form = DeliveryForm(words_of(self.batch))
        advise_below(self.form.note, self._state)
        self.form.kept.connect(self._keep)
        self.form.cancelled.connect(self.close_form)
        self._card.add_gap()
        self._card.add(self.form)
        self.edit_button.hide()
        self.form.show()
        self.rearranged.emit()
        self.form.supplier.setFocus()

    def close_form(self) -> None:
        """Leave what is written as it is."""
        self._draw()
        if self.edit_button:
            self.edit_button.setFocus()

    def copy_hash(self) -> None:
        """Put the hash of the file on the clipboard, as other programs write it."""
        QGuiApplication.clipboard().setText(self.batch.sha256)
        self._state.notify(_COPIED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        shipped = self.batch.layout == DOSSIER_LAYOUT
        self.form = self.button = self.edit_button = None
        self._card.clear()
        self._card.setAccessibleName(f"Levering {self.batch.number}: {self.batch.file}")
        self._card.add_row(batch_head(self.batch, shipped=shipped))
        self._card.add(Details(details(self.batch, self._layout, shipped=shipped)))
        happened = delivery_history.open_delivery(self._state.session, self.batch.number).events
        if happened:
            self._card.add_gap()
            self._card.add(_Happened(happened))
        self._card.add_gap()
        self._row = self._buttons(shipped=shipped)
        self._card.add(self._row)
        self.rearranged.emit()

    def _buttons(self, *, shipped: bool) -> Row:
        row = Row()
        if not shipped:
            self.button = batch_button(self.batch)
            self.button.clicked.connect(self.asked)
            row.add(self.button)
            self.edit_button = quiet_button("Leverancier, goedkeuring en opmerking", "edit")
            self.edit_button.clicked.connect(self.edit)
            row.add(self.edit_button)
        copy = quiet_button("Kenmerk kopiëren", "copy")
        copy.clicked.connect(self.copy_hash)
        row.add(copy)
        return row

    def _keep(self, words: DeliveryWords) -> None:
        if words == words_of(self.batch):
            self.close_form()
        else:
            self.described.emit(words)

    def stop(self) -> None:
        """Wait no longer for anything: the view closes."""
        self.values.stop()
        if self._task:
            self._task.cancel()

    def _count(self) -> None:
        """Work out how many of its values count now; in a large store this takes seconds."""
        if self._task:
            self._task.cancel()
        batch = self.batch

        def work(session: Session) -> int:
            return delivery_history.counting(batch, delivery_history.series(session, batch.number))

        store = self._state.session.store.path
        self._task = in_background(store, work, self._show_counting, self._tell)

    def _show_counting(self, count: int) -> None:
        self.values.show_counting(self.batch, count)

    def _tell(self, error: UserError) -> None:
        self._state.notify(str(error))


class _Happened(QWidget):
    """What happened to a delivery since it was read in, oldest first."""

    def __init__(self, happened: tuple[BatchEvent, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Overline("Wat er daarna gebeurde"))
        column.addWidget(Bullets([event_sentence(event) for event in happened]))
