"""How one row of an `ItemList` looks: words that wrap, a mark, dots for how much of something is there."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from raadsapp.texts import unbroken
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.icons import icon_picture
from raadsapp.ui.theme.tokens import MEDIUM, RADIUS, SMALL, TEXT_BODY, TEXT_SMALL, TIGHT, WIDE
from raadsapp.ui.widgets.signs import Sign, draw_sign

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_CHEVRON = 15
_HEADING = 17
_SIGN = 4.0
_MANY_SIGNS = 22
_MANY_HEIGHTS = 1000
_ENDLESS = 100_000


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row that opens `key`; without a key a heading. `signs` are drawn with the mark, in this order."""

    title: str
    key: str = ""
    code: str = ""
    detail: str = ""
    mark: str = ""
    signs: tuple[Sign, ...] = ()

    @property
    def spoken(self) -> str:
        """The whole row in words."""
        return ". ".join(part for part in (self.code, self.title, self.detail, self.mark) if part)


class ItemRowDelegate(QStyledItemDelegate):
    """Measures and draws rows in the theme of the moment."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[ListRow, int, float], int] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the list, as high as the words."""
        width = self.width()
        return QSize(width, self.height(_row(index), width))

    def width(self) -> int:
        """The width rows have in the list."""
        viewport = getattr(self._view, "viewport", None)
        return viewport().width() if viewport else self._view.width()

    def height(self, row: ListRow, width: int) -> int:
        """The height in which the words of this row fit at this width; layouts ask for it many times over."""
        asked = (row, width, applied_theme().scale)
        if asked not in self._heights:
            if len(self._heights) > _MANY_HEIGHTS:
                self._heights.clear()
            self._heights[asked] = self._measured(row, width)
        return self._heights[asked]

    def _measured(self, row: ListRow, width: int) -> int:
        if not row.key:
            words = _words_height(row.title, _font(self._view, _HEADING, bold=True), width - 2 * MEDIUM)
            return words + WIDE + SMALL
        place = _Place(self._view, row, QRect(0, 0, width, _ENDLESS))
        return place.words_height() + 2 * SMALL + 2

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row, marked when it is current and ringed when it has the keyboard."""
        row, rect = _row(index), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.key:
            self._paint_ground(painter, rect, option)
            _Place(self._view, row, rect).paint(painter)
        else:
            theme = applied_theme()
            painter.setFont(_font(self._view, _HEADING, bold=True))
            painter.setPen(QColor(theme.palette.text))
            painter.drawText(rect.adjusted(MEDIUM, WIDE - TIGHT, -MEDIUM, 0), _WRAP, row.title)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        palette = applied_theme().palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ring = QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(QColor(palette.focus), 2) if focused else Qt.PenStyle.NoPen)
        ground = palette.accent_soft if selected else palette.raised if under_mouse else ""
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, RADIUS, RADIUS)


class _Place:
    """Where the parts of a row lie in its rectangle."""

    def __init__(self, view: QWidget, row: ListRow, rect: QRect) -> None:
        self._theme = applied_theme()
        self._row = row
        self._small = _font(view, TEXT_SMALL)
        self._strong = _font(view, TEXT_SMALL, bold=True)
        self._body = _font(view, TEXT_BODY)
        inner = rect.adjusted(MEDIUM, SMALL + 1, -MEDIUM, -SMALL - 1)
        self._chevron = self._theme.px(_CHEVRON)
        self._inner = inner
        code = QFontMetrics(self._strong).horizontalAdvance("IND-00") + MEDIUM if row.code else 0
        mark = self._mark_width()
        words = inner.width() - code - self._chevron - SMALL
        self._beside = bool(mark) and words - mark - WIDE >= self._theme.px(220)
        self._words = QRect(inner.left() + code, inner.top(), words, inner.height())
        if self._beside:
            self._words.setWidth(words - mark - WIDE)

    def words_height(self) -> int:
        """Height of title, detail and what stands below them."""
        height = _words_height(self._row.title, self._body, self._words.width())
        if self._row.detail:
            height += 2 + _words_height(self._row.detail, self._small, self._words.width())
        mark = self._mark_height()
        return max(height, mark) if self._beside else height + (mark + TIGHT if mark else 0)

    def paint(self, painter: QPainter) -> None:
        """Draw code, words, mark and chevron."""
        palette, row = self._theme.palette, self._row
        line = QFontMetrics(self._body).height()
        if row.code:
            painter.setFont(self._strong)
            painter.setPen(QColor(palette.accent))
            code = QRect(self._inner.left(), self._inner.top(), self._words.left() - self._inner.left(), line)
            painter.drawText(code, int(Qt.AlignmentFlag.AlignVCenter), row.code)
        painter.setPen(QColor(palette.text))
        top = self._paint_words(painter, row.title, self._body, self._words.top())
        if row.detail:
            painter.setPen(QColor(palette.text_muted))
            top = self._paint_words(painter, row.detail, self._small, top + 2)
        self._paint_mark(painter, top)
        picture = icon_picture(
            "chevron-right", palette.text_muted, self._chevron, painter.device().devicePixelRatio()
        )
        middle = self._inner.top() + max(self.words_height() - self._chevron, 0) // 2
        painter.drawPixmap(self._inner.right() - self._chevron + 1, middle, picture)

    def _paint_words(self, painter: QPainter, text: str, font: QFont, top: int) -> int:
        height = _words_height(text, font, self._words.width())
        painter.setFont(font)
        painter.drawText(QRect(self._words.left(), top, self._words.width(), height), _WRAP, unbroken(text))
        return top + height

    def _paint_mark(self, painter: QPainter, below: int) -> None:
        if not self._row.mark and not self._row.signs:
            return
        palette = self._theme.palette
        metrics = QFontMetrics(self._small)
        width, height = self._mark_width(), self._mark_height()
        if self._beside:
            left = self._words.right() + 1 + WIDE
            top = self._inner.top() + max(self.words_height() - height, 0) // 2
        else:
            left, top = self._words.left(), below + TIGHT
        painter.setFont(self._small)
        painter.setPen(QColor(palette.text_muted))
        line = metrics.height()
        if self._beside:
            painter.drawText(QRect(left, top, width, line), int(Qt.AlignmentFlag.AlignRight), self._row.mark)
            self._paint_signs(painter, QRectF(left, top + line + 2, width, self._radius() * 2 + 2))
        else:
            signs = self._signs_width(len(self._row.signs))
            self._paint_signs(painter, QRectF(left, top, signs, line))
            painter.setPen(QColor(palette.text_muted))
            painter.drawText(left + signs + (SMALL if signs else 0), top + metrics.ascent(), self._row.mark)

    def _paint_signs(self, painter: QPainter, area: QRectF) -> None:
        palette, radius = self._theme.palette, self._radius()
        step = 2 * radius + TIGHT
        left = area.right() - len(self._row.signs) * step + TIGHT if self._beside else area.left()
        for number, sign in enumerate(self._row.signs):
            centre = QPointF(left + number * step + radius, area.center().y())
            draw_sign(painter, sign, centre, radius, palette)

    def _radius(self) -> float:
        return _SIGN * (1 + self._theme.scale) / 2

    def _signs_width(self, count: int) -> int:
        return round(count * (2 * self._radius() + TIGHT))

    def _mark_width(self) -> int:
        words = QFontMetrics(self._small).horizontalAdvance(self._row.mark) + 2 if self._row.mark else 0
        # All rows with signs alike, though some have more of them.
        return max(words, self._signs_width(_MANY_SIGNS) if self._row.signs else 0)

    def _mark_height(self) -> int:
        words = QFontMetrics(self._small).height() if self._row.mark else 0
        return words + (round(2 * self._radius()) + TIGHT if self._row.signs and self._beside else 0)


def _row(index: QModelIndex | QPersistentModelIndex) -> ListRow:
    row = index.data(Qt.ItemDataRole.UserRole)
    assert isinstance(row, ListRow)  # noqa: S101 - the list holds no other
    return row


def _font(view: QWidget, size: int, *, bold: bool = False) -> QFont:
    font = QFont(view.font())
    font.setPixelSize(applied_theme().px(size))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _words_height(text: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(0, 0, max(width, 1), _ENDLESS, _WRAP, unbroken(text)).height()
