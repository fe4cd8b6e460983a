"""What was read in before, newest first; each delivery can be withdrawn and brought back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.changes import Changes
from raadsapp.domain.observation import Batch
from raadsapp.errors import UserError
from raadsapp.services import deliveries
from raadsapp.services.opening import DOSSIER_LAYOUT
from raadsapp.ui.pages.data import remembered
from raadsapp.ui.pages.data.work import in_background
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.batch_row import BatchRow
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.card import Section
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Body, Tone
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
        lines = QWidget()
        self._lines = QVBoxLayout(lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SMALL)
        self.add(lines)

    def show_batches(self, batches: Sequence[Batch]) -> None:
        """List these deliveries, newest first."""
        self._batches = tuple(batches)
        self._draw()

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
        by = remembered.name(self._state.settings_file) or remembered.UNNAMED
        action = deliveries.withdraw if withdraw else deliveries.bring_back

        def done(changes: Changes) -> None:
            def take_back() -> None:
                self._write(number, withdraw=not withdraw, undo=False)

            self._focus_on = number
            self._state.announce(changes, undo=take_back if undo else None)

        def failed(error: UserError) -> None:
            self._state.notify(str(error))

        store = self._state.session.store.path
        in_background(store, lambda session: action(session, number, by), done, failed)

    def _draw(self) -> None:
        empty_layout(self._lines)
        self.rows = {}
        if all(batch.layout == DOSSIER_LAYOUT for batch in self._batches):
            self._lines.addWidget(Body(_NONE, Tone.MUTED))
        shown = self._batches if self._whole else self._batches[:_SHOWN]
        for batch in shown:
            self._lines.addWidget(self._row(batch))
        if len(shown) < len(self._batches):
            more = quiet_button(f"Alle {len(self._batches)} leveringen tonen", "chevron-down")
            more.clicked.connect(self.show_all)
            self._lines.addWidget(Row(more))
        focused, self._focus_on = self.rows.get(self._focus_on), 0
        if focused and focused.button:
            focused.button.setFocus()

    def _row(self, batch: Batch) -> BatchRow:
        shipped = batch.layout == DOSSIER_LAYOUT
        title = "Cijfers van het dossier" if shipped else self._titles.get(batch.layout, batch.layout)
        row = self.rows[batch.number] = BatchRow(batch, title, shipped=shipped)
        ask = self.bring_back if batch.withdrawn else self.withdraw
        row.asked.connect(lambda: ask(batch.number))
        return row

    def show_all(self) -> None:
        """List every delivery, also the oldest."""
        self._focus_on = self._batches[_SHOWN].number
        self._whole = True
        self._draw()
