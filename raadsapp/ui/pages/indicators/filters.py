"""Which indicators are shown: those of a goal, of an effect, or only those with a signal."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Effect, Goal, Indicator, System
from raadsapp.texts import number
from raadsapp.ui.widgets.buttons import choice_button
from raadsapp.ui.widgets.wrapping import Row

_SHORTEST = 18
_SIGNALS = "Alleen signalen"


class Filters(QWidget):
    """Two lists and a button; `changed` says that the reader chose otherwise."""

    changed = Signal()

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goals = {goal.key: goal for goal in catalog.goals if goal.system is not System.OLD}
        effects = [effect for effect in catalog.effects if effect.system is not System.OLD]
        self.goal = _choices("Doel", "Alle doelen", [(one.key, one.title) for one in self._goals.values()])
        self.effect = _choices("Effect", "Alle effecten", [(one.key, one.title) for one in effects])
        self.signals = choice_button(_SIGNALS)
        self.goal.activated.connect(self._tell)
        self.effect.activated.connect(self._tell)
        self.signals.clicked.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Row(self.goal, self.effect, self.signals))

    @property
    def any_chosen(self) -> bool:
        """Whether some indicators may be left out."""
        return bool(self.goal.currentData() or self.effect.currentData() or self.signals.isChecked())

    def choose(self, item: Goal | Effect) -> None:
        """Show what belongs to a goal or effect, and only that."""
        self.clear()
        chooser = self.goal if isinstance(item, Goal) else self.effect
        chooser.setCurrentIndex(max(chooser.findData(item.key), 0))

    def clear(self) -> None:
        """Choose nothing."""
        self.goal.setCurrentIndex(0)
        self.effect.setCurrentIndex(0)
        self.signals.setChecked(False)

    def count_signals(self, count: int) -> None:
        """Say how many signals there are, on the button that shows only those."""
        self.signals.setText(f"{_SIGNALS} ({number(count)})")

    def fits(self, indicator: Indicator, *, signal: bool) -> bool:
        """Whether an indicator is to be shown."""
        goal, effect = self.goal.currentData(), self.effect.currentData()
        wanted = self._goals[goal].effects if goal else indicator.effects
        return (
            not set(wanted).isdisjoint(indicator.effects)
            and (not effect or effect in indicator.effects)
            and (signal or not self.signals.isChecked())
        )

    def _tell(self) -> None:
        self.changed.emit()


def _choices(says: str, everything: str, choices: list[tuple[str, str]]) -> QComboBox:
    chooser = QComboBox()
    chooser.setAccessibleName(says)
    chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    chooser.setMinimumContentsLength(_SHORTEST)
    chooser.addItem(everything, "")
    for key, words in choices:
        chooser.addItem(f"{key} · {words}", key)
    return chooser
