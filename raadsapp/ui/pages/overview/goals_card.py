"""The goals, and of how many of their indicators there are figures."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from raadsapp.services.overview import GoalState
from raadsapp.texts import number
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow
from raadsapp.ui.widgets.text import Small

_LEGEND = "Elk rondje is een indicator. Gevuld: er zijn cijfers. Of het goed gaat, staat hier niet."


class GoalsCard(Card):
    """A row per goal; `opened` is the goal the reader asks for."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Wat er van de doelen wordt gemeten", parent=parent)
        self._rows = ItemList("Doelen", whole=True)
        self._rows.opened.connect(self.opened)
        self.add(self._rows)
        self.add(Small(_LEGEND))

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """What is shown."""
        return self._rows.rows

    def show_states(self, states: Sequence[GoalState]) -> None:
        """Show these goals with their state of measurement."""
        self._rows.show_rows([_row(state) for state in states])


def _row(state: GoalState) -> ListRow:
    there, all_of_them = len(state.measured), len(state.indicators)
    if there:
        mark = f"{number(there)} van {number(all_of_them)} gemeten"
    else:
        mark = "nog niet gemeten" if all_of_them else "niemand volgt dit"
    goal = state.goal
    return ListRow(goal.title, goal.key, code=goal.key, mark=mark, dots=(there, all_of_them))
