"""Lines on a card; the chart itself is loaded after the first paint."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.chart_card import ChartCard
from raadsapp.ui.widgets.chart_scale import ValueAxis
from raadsapp.ui.widgets.line_rows import Lines

if TYPE_CHECKING:
    from raadsapp.ui.widgets.chart import Chart
    from raadsapp.ui.widgets.line_chart import LineChart

_ROOM = (320, 320)


class LineCard(ChartCard):
    """What is shown before the chart is there appears with it."""

    def __init__(
        self,
        state: AppState,
        axis: ValueAxis,
        file_name: str,
        parent: QWidget | None = None,
        *,
        explains: tuple[str, ...] = (),
    ) -> None:
        super().__init__(state, self._make, file_name, parent, explains=explains, room=_ROOM)
        self._axis = axis
        self._lines_chart: LineChart | None = None
        self._latest: Lines | None = None

    def _make(self) -> "Chart":
        from raadsapp.ui.widgets.line_chart import LineChart

        self._lines_chart = LineChart(self._axis)
        if self._latest is not None:
            self._lines_chart.show_lines(self._latest)
        return self._lines_chart

    def show_lines(self, lines: Lines) -> None:
        """Show other lines."""
        self._latest = lines
        if self._lines_chart is not None:
            self._lines_chart.show_lines(lines)
            self.follow_chart()
