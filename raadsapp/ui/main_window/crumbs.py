"""Where the reader is: the way back, the page, and the item on it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyleOption,
    QStylePainter,
    QWidget,
)

from raadsapp.ui.theme.tokens import SMALL, TEXT_BODY, TIGHT
from raadsapp.ui.widgets.buttons import icon_button
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.styling import restyle


class Crumbs(QWidget):
    """Back button, page and item. `back_asked` and `page_asked` say where the reader wants to go."""

    back_asked = Signal()
    page_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        self.back = icon_button("back", "Terug (Alt+pijl links)")
        self.back.clicked.connect(self.back_asked)
        self._page = QPushButton()
        self._page.setAutoDefault(False)
        self._page.clicked.connect(self.page_asked)
        restyle(self._page, role="crumb")
        self._mark = IconLabel("chevron-right", size=TEXT_BODY)
        self._item = _ElidedLabel()
        row.addWidget(self.back)
        row.addSpacing(SMALL - TIGHT)
        row.addWidget(self._page)
        row.addWidget(self._mark)
        row.addWidget(self._item, 1)
        row.addStretch()
        self.show_place("", "", can_go_back=False)

    def show_place(self, page: str, item: str, *, can_go_back: bool) -> None:
        """Show the title of the page and, on an item, of the item."""
        self.back.setEnabled(can_go_back)
        self._page.setText(page)
        self._page.setVisible(bool(page))
        self._item.setText(item)
        self._mark.setVisible(bool(item))
        self._item.setVisible(bool(item))


class _ElidedLabel(QLabel):
    """One line that ends in dots when room is short; the tooltip has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(3 * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the line as fits."""
        painter = QStylePainter(self)
        option = QStyleOption()
        option.initFrom(self)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawItemText(
            self.rect(), Qt.AlignmentFlag.AlignVCenter, self.palette(), self.isEnabled(), words
        )
