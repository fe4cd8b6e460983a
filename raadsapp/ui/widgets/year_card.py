"""A small chart over years on a card; the chart itself is loaded after the first paint."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.chart_card import ChartCard
from raadsapp.ui.widgets.chart_scale import ValueAxis
from raadsapp.ui.widgets.year_series import Series

if TYPE_CHECKING:
    from raadsapp.ui.widgets.year_chart import YearChart

_ROOM = (220, 170)


class YearCard(ChartCard):
    """Series of one unit; what is shown before the chart is there appears with it."""

    def __init__(
        self,
        state: AppState,
        axis: ValueAxis,
        written: Callable[[float], str],
        file_name: str,
        explains: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(state, self._make, file_name, parent, explains=explains, small=True, room=_ROOM)
        self._axis, self._written = axis, written
        self._year_chart: YearChart | None = None
        self._latest: tuple[Sequence[int], tuple[Series, ...]] | None = None

    def _make(self) -> "YearChart":
        from raadsapp.ui.widgets.year_chart import YearChart

        self._year_chart = YearChart(self._axis, self._written)
        if self._latest is not None:
            self._year_chart.show_series(*self._latest)
        return self._year_chart

    def show_series(self, years: Sequence[int], series: tuple[Series, ...]) -> None:
        """Show these series."""
        self._latest = (years, series)
        if self._year_chart is not None:
            self._year_chart.show_series(years, series)
            self.follow_chart()
