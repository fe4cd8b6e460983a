"""Lijst: mission, goals, effects and indicators, each with how far it is measured."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QVBoxLayout

from raadsapp.domain.goals import Effect, Goal, Indicator, System
from raadsapp.domain.statements import StatementKind
from raadsapp.services.overview import goal_states
from raadsapp.texts import number
from raadsapp.ui.pages.goals.sub_view import SubView
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow

NOT_YET = "nog niet gemeten"


class ListView(SubView):
    """One list with headings."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._list = ItemList("Missie, doelen, effecten en indicatoren")
        self._list.opened.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        self.setFocusProxy(self._list)

    def refresh(self) -> None:
        """Say anew what is measured."""
        states = goal_states(self.state.session, self.state.municipality, self.state.as_of)
        measured = {key for state in states for key in state.measured}
        self._list.show_rows(tuple(self._rows(measured)))

    def shows(self, key: str) -> bool:
        """Whether the item has a row."""
        return key in self._list.keys

    def mark(self, key: str) -> None:
        """Bring the row into view."""
        self._list.show_open(key)

    def focus_item(self, key: str) -> None:
        """Give the keyboard to the row."""
        self._list.show_current(key)
        self._list.setFocus()

    def _rows(self, measured: set[str]) -> Iterator[ListRow]:
        catalog = self.catalog
        yield ListRow("Missie")
        for mission in catalog.statements:
            if mission.kind is StatementKind.MISSION and mission.system is not System.OLD:
                yield ListRow(mission.title, mission.key, code=mission.key, detail=mission.text)
        yield ListRow("Doelen van de nieuwe inkoop")
        yield from (self._goal(goal, measured) for goal in catalog.goals if not _old(goal))
        yield ListRow("Effecten: waaraan is dat te zien?")
        yield from (self._effect(effect, measured) for effect in catalog.effects if not _old(effect))
        yield ListRow("Indicatoren: hoe wordt dat gevolgd?")
        yield from (_indicator(indicator, measured) for indicator in catalog.indicators)
        yield ListRow("Oude doelen, van vóór de nieuwe inkoop")
        yield from (self._goal(goal, measured) for goal in catalog.goals if _old(goal))
        yield ListRow("Oude effecten, nooit gevolgd")
        yield from (self._effect(effect, measured) for effect in catalog.effects if _old(effect))

    def _goal(self, goal: Goal, measured: set[str]) -> ListRow:
        mark = "oud" if _old(goal) else self._measured(goal.effects, measured)
        return ListRow(goal.title, goal.key, code=goal.key, detail=goal.text, mark=mark)

    def _effect(self, effect: Effect, measured: set[str]) -> ListRow:
        if _old(effect):
            mark = f"oud · {effect.state}" if effect.state else "oud"
            return ListRow(effect.title, effect.key, code=effect.key, detail=effect.target, mark=mark)
        mark = self._measured((effect.key,), measured)
        return ListRow(effect.title, effect.key, code=effect.key, mark=mark)

    def _measured(self, effects: Iterable[str], measured: set[str]) -> str:
        wanted = frozenset(effects)
        own = [one.key for one in self.catalog.indicators if wanted.intersection(one.effects)]
        there = len(measured.intersection(own))
        return f"{number(there)} van {number(len(own))} gemeten" if there else NOT_YET


def _indicator(indicator: Indicator, measured: set[str]) -> ListRow:
    return ListRow(
        indicator.title,
        indicator.key,
        code=indicator.key,
        detail=f"Per {indicator.period}",
        mark="gemeten" if indicator.key in measured else NOT_YET,
    )


def _old(item: Goal | Effect) -> bool:
    return item.system is System.OLD
