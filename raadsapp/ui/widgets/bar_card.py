"""A bar chart on a card that is as high as its rows need."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.widgets.bar_rows import NO_BARS, Bars
from raadsapp.ui.widgets.chart_card import ChartCard

if TYPE_CHECKING:
    from raadsapp.ui.widgets.bar_chart import BarChart
    from raadsapp.ui.widgets.chart import Chart

_LEAST = 96


class BarCard(ChartCard):
    """Bars with their words; what is shown before the chart is there appears with it."""

    def __init__(
        self,
        state: AppState,
        file_name: str,
        parent: QWidget | None = None,
        *,
        explains: tuple[str, ...] = (),
        why: QPushButton | None = None,
    ) -> None:
        super().__init__(state, self._make, file_name, parent, explains=explains, why=why)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._chart_of_bars: BarChart | None = None
        self._latest = NO_BARS

    def _make(self) -> "Chart":
        from raadsapp.ui.widgets.bar_chart import BarChart

        chart = self._chart_of_bars = BarChart()
        chart.height_needed.connect(self._take_height)
        chart.show_bars(self._latest)
        return chart

    def show_bars(self, bars: Bars) -> None:
        """Show other bars."""
        self._latest = bars
        if self._chart_of_bars is not None:
            self._chart_of_bars.show_bars(bars)
            self.follow_chart()

    @property
    def wants_room(self) -> bool:
        """As `BarChart.wants_room`."""
        return self._chart_of_bars is not None and self._chart_of_bars.wants_room

    def make_room(self, others: Iterable[Bars]) -> None:
        """As `BarChart.make_room`."""
        if self._chart_of_bars is not None:
            self._chart_of_bars.make_room(others)

    @property
    def is_picture_seen(self) -> bool:
        """Whether anything of the bars themselves is in sight."""
        return not self.place.visibleRegion().isEmpty()

    def _take_height(self, needed: int) -> None:
        """Be no higher than the rows, so that the words below stand close to them."""
        self.place.setMinimumHeight(needed)
        self._stack.setFixedHeight(max(needed, applied_theme().px(_LEAST)))
