"""Where the rows of a bar chart lie: names beside the bars where there is room, otherwise above them."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics

from raadsapp.texts import unbroken
from raadsapp.ui.theme import tokens
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.bar_rows import Bar, BarRow, Bars, Look

WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_ENDLESS = 100_000
_BESIDE = 620
_NAMES = 0.36
_BAR = 20
_MEASURED = 256
GAP = tokens.SMALL
POINT = 5.0
"""Half the width of a point."""


class Face:
    """A font of a chart, and the size of words in it: each is measured once, however often it is asked."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self.line = self._metrics.height()
        self.ascent = self._metrics.ascent()
        self.advance = lru_cache(_MEASURED)(self._advance)
        self.height = lru_cache(_MEASURED)(self._height)

    def _advance(self, text: str) -> float:
        """The width of a line, with room for what a letter sticks out."""
        return float(self._metrics.horizontalAdvance(unbroken(text)) + tokens.TIGHT)

    def _height(self, text: str, width: float) -> float:
        """The height of words that wrap at this width."""
        if not text:
            return 0.0
        room = QRect(0, 0, max(int(width), 1), _ENDLESS)
        return float(self._metrics.boundingRect(room, WRAP, unbroken(text)).height())


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of names, notes, values and headings."""

    name: Face
    note: Face
    value: Face
    heading: Face


@dataclass(frozen=True, slots=True)
class Place:
    """A row in the picture: all of it, and in it the heading, the name, the note and the bars."""

    whole: QRectF
    heading: QRectF
    name: QRectF
    note: QRectF
    bars: QRectF


@dataclass(frozen=True, slots=True)
class Layout:
    """All places from top to bottom; `top` is the height of the words of the axis, if it has any."""

    left: float
    width: float
    top: float
    height: float
    bar: float
    places: tuple[Place, ...]


def arranged(bars: Bars, width: float, fonts: Fonts, theme: Theme) -> Layout:
    """The places of all rows in a picture of this width."""
    beside = width >= theme.px(_BESIDE)
    names = _names_width(bars, width, fonts) if beside else 0.0
    left = names + tokens.LARGE if beside else 0.0
    top = fonts.note.line + tokens.SMALL if bars.lower or bars.line_words else 0.0
    arrange = _Arrange(width=width, left=left, names=names, fonts=fonts, bar=theme.px(_BAR))
    places: list[Place] = []
    down = top
    for row in bars.rows:
        place = arrange.beside(row, down) if beside else arrange.above(row, down)
        places.append(place)
        down = place.whole.bottom()
    return Layout(left, width - left, top, down, theme.px(_BAR), tuple(places))


def words_width(bar: Bar, fonts: Fonts) -> float:
    """The width of the words of a bar with the gap before them."""
    return max(fonts.value.advance(bar.text), fonts.note.advance(bar.note)) + gap_before_words(bar)


def gap_before_words(bar: Bar) -> float:
    """Pixels between the end of a bar and its words."""
    return GAP + (POINT if bar.look is Look.POINT else 0.0)


def _names_width(bars: Bars, width: float, fonts: Fonts) -> float:
    widest = (max(fonts.name.advance(row.label), fonts.note.advance(row.note)) for row in bars.rows)
    return min(max(widest, default=0.0), width * _NAMES)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrange:
    width: float
    left: float
    names: float
    fonts: Fonts
    bar: float

    def beside(self, row: BarRow, top: float) -> Place:
        """Name and note left of the bars."""
        heading = self._heading(row, top)
        down = heading.bottom() + tokens.TIGHT
        name_height = self.fonts.name.height(row.label, self.names)
        note_height = self.fonts.note.height(row.note, self.names)
        words = name_height + note_height
        high = max(words, self._bars_height(row))
        first = down + (high - words) / 2
        return Place(
            whole=QRectF(0, top, self.width, down + high + tokens.TIGHT - top),
            heading=heading,
            name=QRectF(0, first, self.names, name_height),
            note=QRectF(0, first + name_height, self.names, note_height),
            bars=QRectF(self.left, down, self.width - self.left, high),
        )

    def above(self, row: BarRow, top: float) -> Place:
        """Name and note above the bars, on one line where they fit."""
        heading = self._heading(row, top)
        down = heading.bottom() + tokens.TIGHT
        name_width = self.fonts.name.advance(row.label)
        note_width = self.fonts.note.advance(row.note)
        name_height = self.fonts.name.height(row.label, self.width)
        note_height = self.fonts.note.height(row.note, self.width)
        if row.note and name_width + note_width + tokens.LARGE <= self.width:
            drop = self.fonts.name.ascent - self.fonts.note.ascent
            note = QRectF(name_width + tokens.MEDIUM, down + drop, note_width, note_height)
            below = down + name_height
        else:
            note = QRectF(0, down + name_height, self.width, note_height)
            below = note.bottom()
        high = self._bars_height(row)
        return Place(
            whole=QRectF(0, top, self.width, below + high + tokens.TIGHT - top),
            heading=heading,
            name=QRectF(0, down, self.width, name_height),
            note=note,
            bars=QRectF(0, below, self.width, high),
        )

    def _heading(self, row: BarRow, top: float) -> QRectF:
        if not row.heading:
            return QRectF(0, top, self.width, 0)
        height = self.fonts.heading.height(row.heading, self.width)
        return QRectF(0, top + tokens.SMALL, self.width, height)

    def _bars_height(self, row: BarRow) -> float:
        value, note = self.fonts.value.line, self.fonts.note.line
        lines = max((value + (note if bar.note else 0) for bar in row.bars), default=0)
        return max(self.bar, lines) + tokens.TIGHT
