"""The values of a delivery that changed, were new or stayed the same, a page at a time."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from raadsapp.domain.delivery_history import Difference
from raadsapp.domain.observation import Batch, ObservationKey
from raadsapp.errors import UserError
from raadsapp.services import delivery_history
from raadsapp.services.delivery_history import PAGE, ValuePage
from raadsapp.texts import number, plural
from raadsapp.ui.pages.data.delivery_words import DeliveryColumns, brought_sentence, counting_sentence
from raadsapp.ui.pages.data.work import in_background
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.buttons import secondary_button
from raadsapp.ui.widgets.card import Section
from raadsapp.ui.widgets.data_table import DataTable
from raadsapp.ui.widgets.segments import Segments
from raadsapp.ui.widgets.stacking_table import StackingTable
from raadsapp.ui.widgets.text import Body, Small
from raadsapp.ui.widgets.wrapping import Row

if TYPE_CHECKING:
    from raadsapp.ui.tasks import Task

_NAMES = {Difference.CHANGED: "Gewijzigd", Difference.NEW: "Nieuw", Difference.UNCHANGED: "Gelijk"}
_BUSY = "De waarden worden opgezocht."


class DeliveryValues(Section):
    """The values of a delivery in order of series, each beside what counted before it came in."""

    def __init__(self, state: AppState, batch: Batch) -> None:
        super().__init__("Wat deze levering veranderde")
        self._state = state
        self._batch = batch
        self._counts = {
            Difference.CHANGED: batch.changed,
            Difference.NEW: batch.new,
            Difference.UNCHANGED: batch.unchanged,
        }
        self._columns = DeliveryColumns(state.session.catalog)
        # Past which key each page begins; the last one is the page that is shown.
        self._begins: list[ObservationKey | None] = [None]
        self._task: Task | None = None
        self.told = Body(brought_sentence(batch))
        self.add(self.told)
        self.kinds = Segments(
            "Welke waarden",
            [(kind.value, f"{_NAMES[kind]} ({number(self._counts[kind])})") for kind in _NAMES],
        )
        first = next((kind for kind, count in self._counts.items() if count), Difference.NEW)
        self.kinds.show_choice(first.value)
        self.kinds.chosen.connect(self._choose)
        self.add(self.kinds)
        self.table = DataTable("Waarden van deze levering, met wat ervoor gold")
        self.rows = StackingTable(self.table)
        self.add(self.rows)
        self.previous = secondary_button("Vorige", "chevron-left")
        self.previous.clicked.connect(self.show_previous)
        self.next = secondary_button("Volgende", "chevron-right")
        self.next.clicked.connect(self.show_next)
        self._place = Small(_BUSY)
        self._place.setWordWrap(False)
        self.add(Row(self.previous, self.next, self._place))
        self._ask()

    @property
    def kind(self) -> Difference:
        """Which values are shown."""
        return Difference(self.kinds.choice)

    @property
    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, from top to bottom."""
        kinds = [self.kinds.button(kind.value) for kind in _NAMES]
        return [*kinds, self.table, self.previous, self.next]

    def show_counting(self, batch: Batch, count: int) -> None:
        """Say how many of the values count now, as the delivery stands."""
        self.told.show_text(f"{brought_sentence(batch)} {counting_sentence(batch, count)}")

    def show_next(self) -> None:
        """Show the values after these."""
        items = self.table.items
        if items:
            self._begins.append(items[-1].value.key)
            self._ask()

    def show_previous(self) -> None:
        """Show the values before these."""
        if len(self._begins) > 1:
            self._begins.pop()
            self._ask()

    def _choose(self, _key: str) -> None:
        self._begins = [None]
        self._ask()

    def stop(self) -> None:
        """Wait no longer for values: nobody will see them."""
        if self._task:
            self._task.cancel()

    def _ask(self) -> None:
        """Look the page up away from the window."""
        self.stop()
        number_, kind, after = self._batch.number, self.kind, self._begins[-1]
        self._place.show_text(_BUSY)
        self.previous.setEnabled(False)
        self.next.setEnabled(False)
        self._task = in_background(
            self._state.session.store.path,
            lambda session: delivery_history.page(session, number_, kind, after),
            self._show,
            self._show_error,
        )

    def _show_error(self, error: UserError) -> None:
        self._place.show_text(str(error))

    def _show(self, page: ValuePage) -> None:
        kind = self.kind
        before = (len(self._begins) - 1) * PAGE
        several = page.more or before > 0
        # Sorting would put one page in order and leave the others.
        self.table.horizontalHeader().setSectionsClickable(not several)
        self.rows.show_items(self._columns.of(kind), page.values)
        self.rows.setVisible(bool(page.values))
        self.previous.setVisible(several)
        self.next.setVisible(several)
        self.previous.setEnabled(before > 0)
        self.next.setEnabled(page.more)
        shown = f"{number(before + 1)} tot en met {number(before + len(page.values))}"
        total = plural(self._counts[kind], "waarde", "waarden")
        self._place.show_text(f"{shown} van {total}" if page.values else "Er zijn geen zulke waarden.")
