"""The rail at the left: one button per page, with icon and word, or the icon alone when room is short."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from raadsapp.ui.pages import PageEntry
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.icons import Ink, icon_picture
from raadsapp.ui.theme.tokens import MEDIUM, RADIUS, SMALL, TIGHT, WIDE
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.scroll_area import CalmScrollArea
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS
from raadsapp.ui.widgets.text import Subheading

_WIDTH = 208
_ROW = 40
_FOCUS_RING = 2
_ICON = 20
_MARK = 24


class Rail(QWidget):
    """Buttons for the pages. `chosen` carries the key of the page."""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Onderdelen")
        self._words = True
        self._name = Subheading("Raadsapp")
        self.buttons = {entry.key: _RailButton(entry, number) for number, entry in enumerate(pages, 1)}
        group = QButtonGroup(self)
        for button in self.buttons.values():
            group.addButton(button)
        group.buttonClicked.connect(self._choose)
        self._build()
        self._fit()

    def show_page(self, key: str) -> None:
        """Mark the page that is open."""
        self.buttons[key].setChecked(True)

    def show_words(self, words: bool) -> None:  # noqa: FBT001 - one switch
        """Show words beside the icons, or only icons."""
        if words != self._words:
            self._words = words
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS:
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._fit)
        super().changeEvent(event)

    def _build(self) -> None:
        head = self._head = QHBoxLayout()
        head.setContentsMargins(MEDIUM - 2, 0, 0, 0)
        head.setSpacing(MEDIUM - 2)
        head.addWidget(IconLabel("council", Ink.ACCENT, _MARK), 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._name, 1)
        inner = QWidget()
        inner.setObjectName("column")
        column = QVBoxLayout(inner)
        column.setContentsMargins(SMALL, WIDE, SMALL, WIDE)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        column.addSpacing(WIDE)
        for button in self.buttons.values():
            column.addWidget(button)
        column.addStretch(1)
        area = CalmScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        inner.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.addWidget(area)

    def _fit(self) -> None:
        theme = applied_theme()
        icons_only = theme.px(_ICON) + 2 * MEDIUM + 2 * SMALL + 1
        self._name.setVisible(self._words)
        self._head.invalidate()  # before the window is shown, Qt does not notice that a word left
        for button in self.buttons.values():
            button.show_words(self._words)
        self.setFixedWidth(theme.px(_WIDTH) if self._words else icons_only)

    def _choose(self, button: QAbstractButton) -> None:
        if isinstance(button, _RailButton):
            self.chosen.emit(button.key)


class _RailButton(QAbstractButton):
    """Icon and word on a ground of its own; draws itself, which starts faster than a styled button."""

    def __init__(self, entry: PageEntry, number: int) -> None:
        super().__init__()
        self.key = entry.key
        self._icon = entry.icon
        self._words = True
        self.setText(entry.title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(f"{entry.title} (Ctrl+{number})")

    def show_words(self, words: bool) -> None:  # noqa: FBT001 - one switch
        """Show the word beside the icon, or the icon alone."""
        self._words = words
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row of the rail."""
        theme = applied_theme()
        return QSize(theme.px(_ICON) + 2 * MEDIUM, theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """The row itself."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        theme = applied_theme()
        side = theme.px(_ICON)
        ink = theme.palette.accent if self.isChecked() else theme.palette.text_muted
        picture = icon_picture(self._icon, ink, side, self.devicePixelRatio())
        painter.drawPixmap(MEDIUM, (self.height() - side) // 2, picture)
        if self._words:
            self._paint_word(painter, MEDIUM + side + MEDIUM)

    def _paint_ground(self, painter: QPainter) -> None:
        palette = applied_theme().palette
        ring = _FOCUS_RING if self.hasFocus() else 1
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), ring))
        elif self.isChecked():
            painter.setPen(QPen(QColor(palette.border), ring))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(palette.surface))
        inset = ring / 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, RADIUS, RADIUS)

    def _paint_word(self, painter: QPainter, left: int) -> None:
        palette = applied_theme().palette
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(palette.accent if self.isChecked() else palette.text))
        room = self.width() - left - SMALL
        word = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
