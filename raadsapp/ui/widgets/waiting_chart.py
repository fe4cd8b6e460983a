"""The waiting line: weeks per year, up to a year; what lies beyond it is only marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from raadsapp.services.scenario_words import LONGEST_WAIT, weeks
from raadsapp.texts import exact
from raadsapp.ui.theme import tokens
from raadsapp.ui.widgets.chart_scale import ValueAxis
from raadsapp.ui.widgets.chart_table import ChartTable, Figure
from raadsapp.ui.widgets.plot import Plot
from raadsapp.ui.widgets.plot_drawing import Frame
from raadsapp.ui.widgets.plot_marks import (
    BAND_WORDS,
    MARKER,
    Range,
    draw_band,
    draw_label,
    draw_line,
    draw_year_line,
    edge_words,
)

WAITING_LABEL = "wachttijd"
MEDIAN_LABEL = "middelste wachttijd"
_COLOUR = 2
_QUARTER = 13
_HARDLY = 0.5
_ARROW = 6.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Waiting:
    years: tuple[int, ...] = (0, 1)
    weeks: tuple[float, ...] = (0.0, 0.0)
    spread: Range | None = None

    @property
    def label(self) -> str:
        return WAITING_LABEL if self.spread is None else MEDIAN_LABEL


def _week_label(value: float) -> str:
    return exact(value) if value <= LONGEST_WAIT else ""


WEEKS = ValueAxis(_week_label, usual=50, least=_QUARTER, most=LONGEST_WAIT)


class WaitingChart(Plot):
    """How long young people wait, in weeks per year; `named_year` gets its weeks in words."""

    def __init__(self, parent: QWidget | None = None, *, heading: str = "") -> None:
        self._waiting = _Waiting()
        self._named = 0
        self._heading = heading
        super().__init__(WEEKS, parent, small=True)
        self.setAccessibleName("Wachtlijn: wachttijd in weken per jaar")

    def show_outcome(
        self,
        years: Sequence[int],
        waiting_weeks: Sequence[float],
        named_year: int,
        spread: Range | None = None,
    ) -> None:
        """Show weeks per year, which may be endless; with a `spread` they are the median of the draws."""
        waiting = _Waiting(tuple(map(int, years)), tuple(map(float, waiting_weeks)), spread)
        self._waiting = waiting
        self._named = waiting.years.index(named_year)
        self.fit(waiting.years, (*waiting.weeks, *(spread.high if spread else ())))

    def label_room(self) -> float:
        """Room for the name at the end of the line."""
        metrics = QFontMetricsF(self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold))
        return max(map(metrics.horizontalAdvance, (WAITING_LABEL, weeks(LONGEST_WAIT + 1)))) + tokens.LARGE

    def top_room(self, width: float) -> float:
        """Room for the heading."""
        return super().top_room(width) * 1.5

    def table(self) -> ChartTable:
        """The years and their weeks, as shown."""
        waiting = self._waiting
        lines = (waiting.weeks, *((waiting.spread.low, waiting.spread.high) if waiting.spread else ()))
        return ChartTable(
            ("Jaar", waiting.label.capitalize(), *(edge_words("Wachttijd") if waiting.spread else ())),
            tuple(
                (str(year), *(Figure(round(line[place], 1), weeks(line[place])) for line in lines))
                for place, year in enumerate(waiting.years)
            ),
        )

    def spoken(self, position: int) -> str:
        """The year and its weeks."""
        return "; ".join(f"{label} {value}".strip() for label, value in self.figures_of(position))

    def figures_of(self, position: int) -> list[tuple[str, str]]:
        """What is read of a year: names and figures."""
        waiting = self._waiting
        rows = [(str(waiting.years[position]), ""), (waiting.label, weeks(waiting.weeks[position]))]
        if waiting.spread:
            low, high = waiting.spread.low[position], waiting.spread.high[position]
            rows.append((BAND_WORDS, f"{weeks(low).removesuffix(' weken')} tot {weeks(high)}"))
        return rows

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """The band, the line over it, words on top."""
        waiting, palette = self._waiting, self.theme.palette
        colour = palette.series[_COLOUR]
        painter.save()
        painter.setClipRect(frame.area.adjusted(0, -MARKER, 0, MARKER))
        if waiting.spread:
            low, high = (
                tuple(map(self.axis.within, line)) for line in (waiting.spread.low, waiting.spread.high)
            )
            draw_band(painter, frame, waiting.years, Range(low, high), colour)
        points = frame.points(waiting.years, tuple(map(self.axis.within, waiting.weeks)))
        draw_line(painter, points, colour, palette.surface, dashed=False)
        self._draw_arrows(painter, points)
        painter.restore()
        self._draw_words(painter, frame, points)
        if self.reading is not None:
            draw_year_line(painter, frame, waiting.years[self.reading], self.theme)

    def _draw_arrows(self, painter: QPainter, points: Sequence[QPointF]) -> None:
        """An arrow on every year with more than the axis shows."""
        for point, value in zip(points, self._waiting.weeks, strict=True):
            if value > LONGEST_WAIT:
                x, y = point.x(), point.y() - MARKER
                left, right = QPointF(x - _ARROW, y), QPointF(x + _ARROW, y)
                painter.drawPolygon([left, QPointF(x, y - 2 * _ARROW), right])

    def _draw_words(self, painter: QPainter, frame: Frame, points: Sequence[QPointF]) -> None:
        palette, waiting = self.theme.palette, self._waiting
        small = self.font_of(tokens.TEXT_SMALL)
        bold = self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold)
        height = QFontMetricsF(small).height()
        painter.setFont(small)
        painter.setPen(QColor(palette.text_muted))
        # A box would hide most of so low a chart: what is read stands in the place of the heading.
        heading = self._heading if self.reading is None else self.spoken(self.reading)
        painter.drawText(QRectF(0, 0, self.width(), height), _LEFT, heading)
        left, lowest = frame.area.right() + tokens.SMALL, frame.area.bottom() - 2 * height
        at = QRectF(left, min(max(points[-1].y() - height, 0.0), lowest), self.width(), height)
        painter.setPen(QColor(palette.text))
        painter.drawText(at.translated(0, height), _LEFT, weeks(waiting.weeks[-1]))
        painter.setFont(bold)
        painter.setPen(QColor(palette.series[_COLOUR]))
        painter.drawText(at, _LEFT, WAITING_LABEL)
        if self.reading is None and waiting.weeks[self._named] >= _HARDLY:
            self._draw_named(painter, frame, points[self._named])

    def _draw_named(self, painter: QPainter, frame: Frame, point: QPointF) -> None:
        """The weeks of the named year, on the side of its point where the line lies lower."""
        waiting = self._waiting
        text = f"{waiting.years[self._named]}: {weeks(waiting.weeks[self._named])}"
        metrics = painter.fontMetrics()
        box = QRectF(0, 0, metrics.horizontalAdvance(text) + tokens.TIGHT, metrics.height())
        box.moveBottom(max(point.y() - MARKER, frame.area.top() + box.height()))
        rising = self._named and waiting.weeks[self._named - 1] <= waiting.weeks[self._named]
        if rising:
            box.moveRight(point.x() - 2 * MARKER)
        else:
            box.moveLeft(point.x() + 2 * MARKER)
        painter.setPen(QColor(self.theme.palette.text))
        draw_label(painter, box, text, self.theme.palette.surface)
