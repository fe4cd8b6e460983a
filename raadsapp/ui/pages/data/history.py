"""What was read in before, newest first; each delivery can be opened, withdrawn and brought back."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from raadsapp.domain.changes import Changes
from raadsapp.domain.observation import Batch
from raadsapp.errors import UserError
from raadsapp.services import deliveries, delivery_history
from raadsapp.services.opening import DOSSIER_LAYOUT, Session
from raadsapp.services.settling import settle
from raadsapp.ui.pages.data.delivery_form import DeliveryWords, words_of
from raadsapp.ui.pages.data.delivery_view import DeliveryView
from raadsapp.ui.pages.data.work import in_background
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets import reader_name
from raadsapp.ui.widgets.batch_row import BatchRow
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.card import Section
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Body, Heading, Tone
from raadsapp.ui.widgets.wrapping import Row

_SHOWN = 10
_NONE = "Nog niets ingelezen. Kies hierboven een bestand om te beginnen."


class History(Section):
    """The deliveries. `titles` are the names of the layouts, by key."""

    def __init__(self, state: AppState, titles: dict[str, str]) -> None:
        super().__init__("Eerder ingelezen")
        self._state = state
        self._titles = titles
        self._batches: tuple[Batch, ...] = ()
        self._whole = False
        self._focus_on = 0
        self.rows: dict[int, BatchRow] = {}
        self.detail: DeliveryView | None = None
        self._more: QPushButton | None = None
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SMALL)
        self.add(self._list)

    def show_batches(self, batches: Sequence[Batch]) -> None:
        """List these deliveries, newest first; one that is open is shown as it stands now."""
        self._batches = tuple(batches)
        self._draw()
        if self.detail:
            now = next((batch for batch in batches if batch.number == self.detail.batch.number), None)
            if now and now != self.detail.batch:
                self.detail.show_batch(now)

    def open_batch(self, number: int) -> None:
        """Show all of one delivery, and what it changed, in the place of the list."""
        batch = next(batch for batch in self._batches if batch.number == number)
        self._leave()
        self.detail = DeliveryView(self._state, batch, self._title(batch))
        self.detail.closed.connect(self.close_batch)
        self.detail.asked.connect(self._ask_of_opened)
        self.detail.described.connect(self._describe)
        self.detail.rearranged.connect(self._order_stops)
        self._list.hide()
        self.add(self.detail)
        self.detail.show()
        self._order_stops()
        self.detail.back_button.setFocus()
        reveal(self)

    def close_batch(self) -> None:
        """Show the list again; the keyboard is back at the delivery that was open."""
        if not self.detail:
            return
        row = self.rows.get(self.detail.batch.number)
        self._leave()
        self._list.show()
        if row:
            row.open_button.setFocus()
            reveal(row)

    def _order_stops(self) -> None:
        """Let the Tab key come here after what stands above, and go on to what stands below."""
        stops: list[QWidget] = [button for row in self.rows.values() for button in row.stops]
        if self._more:
            stops.append(self._more)
        if self.detail:
            stops += self.detail.stops
        # The heading takes no Tab, yet it has its place among what does.
        for before, after in pairwise([*self.findChildren(Heading)[:1], *stops]):
            QWidget.setTabOrder(before, after)

    def _leave(self) -> None:
        if self.detail:
            self.detail.stop()
            self.detail.hide()
            self.detail.deleteLater()
            self.detail = None

    def _ask_of_opened(self) -> None:
        if self.detail:
            batch = self.detail.batch
            (self.bring_back if batch.withdrawn else self.withdraw)(batch.number)

    def _describe(self, words: DeliveryWords) -> None:
        if self.detail:
            self._write_words(self.detail.batch.number, words, words_of(self.detail.batch))

    def _write_words(self, number: int, words: DeliveryWords, former: DeliveryWords | None) -> None:
        """Write these words with a delivery, and offer to write the `former` ones again."""
        by = reader_name.name(self._state.settings_file) or reader_name.UNNAMED

        def work(session: Session) -> Changes:
            return delivery_history.describe(
                session,
                number,
                supplier=words.supplier,
                approved_by=words.approved_by,
                note=words.note,
                by=by,
            )

        def done(changes: Changes) -> None:
            undo = partial(self._write_words, number, former, None) if former else None
            self._state.announce(changes, undo=undo)
            if self.detail and self.detail.edit_button:
                self.detail.edit_button.setFocus()

        in_background(self._state.session.store.path, work, done, self._tell)

    def withdraw(self, number: int) -> None:
        """Let a delivery no longer count, and offer to undo that."""
        self._write(number, withdraw=True, undo=True)

    def bring_back(self, number: int) -> None:
        """Let a withdrawn delivery count again, and offer to undo that."""
        self._write(number, withdraw=False, undo=True)

    def take_back(self, number: int) -> None:
        """Undo the reading in of a delivery."""
        self._write(number, withdraw=True, undo=False)

    def _write(self, number: int, *, withdraw: bool, undo: bool) -> None:
        by = reader_name.name(self._state.settings_file) or reader_name.UNNAMED
        action = deliveries.withdraw if withdraw else deliveries.bring_back

        def work(session: Session) -> Changes:
            changes = action(session, number, by)
            settle(session)
            return changes

        def done(changes: Changes) -> None:
            def take_back() -> None:
                self._write(number, withdraw=not withdraw, undo=False)

            self._focus_on = number
            self._state.announce(changes, undo=take_back if undo else None)

        in_background(self._state.session.store.path, work, done, self._tell)

    def _tell(self, error: UserError) -> None:
        self._state.notify(str(error))

    def _draw(self) -> None:
        empty_layout(self._lines)
        self.rows = {}
        self._more = None
        if all(batch.layout == DOSSIER_LAYOUT for batch in self._batches):
            self._lines.addWidget(Body(_NONE, Tone.MUTED))
        shown = self._batches if self._whole else self._batches[:_SHOWN]
        for batch in shown:
            self._lines.addWidget(self._row(batch))
        if len(shown) < len(self._batches):
            self._more = quiet_button(f"Alle {len(self._batches)} leveringen tonen", "chevron-down")
            self._more.clicked.connect(self.show_all)
            self._lines.addWidget(Row(self._more))
        self._order_stops()
        focused, self._focus_on = self.rows.get(self._focus_on), 0
        # Of an open delivery the keyboard stays where it is: the list is not seen.
        if focused and focused.button and not self.detail:
            focused.button.setFocus()
            reveal(focused)

    def _row(self, batch: Batch) -> BatchRow:
        shipped = batch.layout == DOSSIER_LAYOUT
        row = self.rows[batch.number] = BatchRow(batch, self._title(batch), shipped=shipped)
        row.asked.connect(partial(self.bring_back if batch.withdrawn else self.withdraw, batch.number))
        row.opened.connect(partial(self.open_batch, batch.number))
        return row

    def _title(self, batch: Batch) -> str:
        """The layout of a delivery in words."""
        if batch.layout == DOSSIER_LAYOUT:
            return "Cijfers van het dossier"
        return self._titles.get(batch.layout, batch.layout)

    def show_all(self) -> None:
        """List every delivery, also the oldest."""
        self._focus_on = self._batches[_SHOWN].number
        self._whole = True
        self._draw()
