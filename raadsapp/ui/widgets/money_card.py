"""The money line on a card; the chart itself is loaded after the first paint."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.chart_card import ChartCard

if TYPE_CHECKING:
    from raadsapp.ui.widgets.chart import Chart
    from raadsapp.ui.widgets.money_chart import MoneyChart


class MoneyCard(ChartCard):
    """Fixed amount and expected cost; what is shown before the chart is there appears with it."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, self._make, "geldlijn", parent)
        self._money: MoneyChart | None = None
        self._latest: tuple[Sequence[int], Sequence[float], Sequence[float], int | None] | None = None

    def _make(self) -> "Chart":
        from raadsapp.ui.widgets.money_chart import MoneyChart

        self._money = MoneyChart()
        if self._latest is not None:
            self._money.show_outcome(*self._latest)
        return self._money

    def show_outcome(
        self,
        years: Sequence[int],
        lumpsum: Sequence[float],
        demand_cost: Sequence[float],
        named_year: int | None = None,
    ) -> None:
        """Show euros per year; `named_year` gets the label, otherwise the year with the widest gap."""
        self._latest = (years, lumpsum, demand_cost, named_year)
        if self._money is not None:
            self._money.show_outcome(*self._latest)
            self.follow_chart()
