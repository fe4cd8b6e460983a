"""The goals: per goal what is measured, what of that is a signal, and what is not measured at all."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from raadsapp.domain.goals import Goal, System
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow
from raadsapp.ui.widgets.sign_key import SignKey
from raadsapp.ui.widgets.signs import Sign
from raadsapp.ui.widgets.text import Small

if TYPE_CHECKING:  # the page is painted before anything is judged
    from raadsapp.services.goal_judgements import GoalJudged

_EMPTY = "Elk streepje is een indicator zonder cijfers. Met cijfers staat hier ook wat een signaal is."
_FILLED = "Elk teken is een indicator. Kies een doel om de cijfers te zien."


class GoalsCard(Card):
    """A row per goal; `opened` is the goal the reader asks for."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Wat er van de doelen wordt gemeten", parent=parent)
        self._rows = ItemList("Doelen", whole=True)
        self._rows.opened.connect(self.opened)
        self.add(self._rows)
        self._legend = Small()
        self.add(self._legend)
        self.key = SignKey()
        self.add(self.key)
        self.key.hide()

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """What is shown."""
        return self._rows.rows

    def show_goals(self, goals: Sequence[Goal]) -> None:
        """Name the goals, as long as nothing is judged."""
        self._rows.show_rows([ListRow(goal.title, goal.key, code=goal.key) for goal in goals if _new(goal)])

    def show_states(self, states: Sequence["GoalJudged"]) -> None:
        """Show what is measured of these goals."""
        from raadsapp.ui.widgets.judged_series import sign_of

        shown = [state for state in states if _new(state.goal)]
        self._rows.show_rows([_row(state) for state in shown])
        there = any(state.there for state in shown)
        self._legend.show_text(_FILLED if there else _EMPTY)
        self.key.show_signs({sign_of(one) for state in shown for one in state.judged} if there else ())
        self.key.setHidden(not there)


def _new(goal: Goal) -> bool:
    return goal.system is not System.OLD


def _row(state: "GoalJudged") -> ListRow:
    from raadsapp.services.goal_judgements import goal_sentence, measured_words
    from raadsapp.ui.widgets.judged_series import sign_of

    goal = state.goal
    return ListRow(
        goal.title,
        goal.key,
        code=goal.key,
        detail=goal_sentence(state),
        mark=measured_words(state),
        signs=tuple(sorted((sign_of(one) for one in state.judged), key=list(Sign).index)),
    )
