"""The rail at the left: one button per page, with icon and word, or the icon alone when room is short."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from raadsapp.ui.pages import PageEntry
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.icons import Ink, icon_picture
from raadsapp.ui.theme.tokens import MEDIUM, SMALL, TEXT_BODY, TIGHT, WIDE
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS, restyle
from raadsapp.ui.widgets.text import Subheading

_WIDTH = 208
_ROW = 40
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
            self._fit()
        super().changeEvent(event)

    def _build(self) -> None:
        head = QHBoxLayout()
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
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.addWidget(area)

    def _fit(self) -> None:
        theme = applied_theme()
        icons_only = theme.px(_ICON) + 2 * MEDIUM + 2 * SMALL + 1
        self.setFixedWidth(theme.px(_WIDTH) if self._words else icons_only)
        self._name.setVisible(self._words)
        for button in self.buttons.values():
            button.show_words(self._words)

    def _choose(self, button: QPushButton) -> None:
        if isinstance(button, _RailButton):
            self.chosen.emit(button.key)


class _RailButton(QPushButton):
    """Icon and word; the stylesheet draws the ground, this the rest."""

    def __init__(self, entry: PageEntry, number: int) -> None:
        super().__init__()
        self.key = entry.key
        self._title = entry.title
        self._icon = entry.icon
        self._words = True
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(entry.title)
        self.setToolTip(f"{entry.title} (Ctrl+{number})")
        restyle(self, role="rail")

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
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        theme = applied_theme()
        ink = Ink.ACCENT if self.isChecked() else Ink.MUTED
        side = theme.px(_ICON)
        top = (self.height() - side) // 2
        colour = getattr(theme.palette, ink)
        painter.drawPixmap(MEDIUM, top, icon_picture(self._icon, colour, side, self.devicePixelRatio()))
        if self._words:
            self._paint_word(painter, MEDIUM + side + MEDIUM)

    def _paint_word(self, painter: QPainter, left: int) -> None:
        theme = applied_theme()
        font = QFont(self.font())
        font.setPixelSize(theme.px(TEXT_BODY))
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(theme.palette.accent if self.isChecked() else theme.palette.text))
        room = self.width() - left - SMALL
        word = QFontMetrics(font).elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
