"""The bar above the page: where one is, search, municipality, day and appearance."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QWidget

from raadsapp.domain.municipality import Municipality
from raadsapp.ui.main_window.as_of import AsOfButton
from raadsapp.ui.main_window.crumbs import Crumbs
from raadsapp.ui.main_window.finding import Find
from raadsapp.ui.main_window.search_box import SearchBox
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, SMALL, WIDE
from raadsapp.ui.widgets.buttons import icon_button
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS

_CRUMBS_WIDTH = 250
_SEARCH_WIDTH = 230
_NARROWEST_SEARCH = 120


class TopBar(QWidget):
    """One row, or two when room is short. `municipality_chosen` carries a CBS code."""

    municipality_chosen = Signal(str)

    def __init__(self, ask: Callable[[str], Sequence[Find]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.crumbs = Crumbs()
        self.search = SearchBox(ask)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._municipality = QComboBox()
        self._municipality.setAccessibleName("Gemeente")
        self._municipality.setToolTip("Gemeente")
        self._municipality.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._municipality.activated.connect(self._choose_municipality)
        self.as_of = AsOfButton()
        self._appearance = icon_button("text-size", "Kleuren en tekstgrootte")
        self._choices = QWidget()
        row = QHBoxLayout(self._choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for widget in (self.search, self._municipality, self.as_of, self._appearance):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(WIDE, MEDIUM, WIDE, MEDIUM)
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.addWidget(self.crumbs, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._two_rows: bool | None = None
        self._arrange(self.width())

    def set_menu(self, menu: QMenu) -> None:
        """Give the last button its menu."""
        self._appearance.setMenu(menu)

    def set_open(self, *, is_open: bool) -> None:
        """Let the reader use what needs an open dossier, or not."""
        for widget in (self.search, self._municipality, self.as_of):
            widget.setEnabled(is_open)

    def show_municipalities(self, municipalities: Sequence[Municipality]) -> None:
        """Offer these municipalities."""
        self._municipality.clear()
        for municipality in municipalities:
            self._municipality.addItem(municipality.name, municipality.code)
        self._arrange(self.width())

    def show_municipality(self, code: str) -> None:
        """Show the municipality the pages speak of."""
        self._municipality.setCurrentIndex(self._municipality.findData(code))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use two rows when one is too short."""
        self._arrange(event.size().width())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS:
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._fit)
        super().changeEvent(event)

    def _choose_municipality(self, index: int) -> None:
        self.municipality_chosen.emit(self._municipality.itemData(index))

    def _fit(self) -> None:
        self._arrange(self.width())

    def _arrange(self, width: int) -> None:
        px = applied_theme().px
        fixed = (self._municipality, self.as_of, self._appearance)
        choices = sum(widget.sizeHint().width() + SMALL for widget in fixed) + px(_SEARCH_WIDTH)
        two_rows = px(_CRUMBS_WIDTH) + choices + LARGE + 2 * WIDE > width
        self.search.setMinimumWidth(px(_NARROWEST_SEARCH if two_rows else _SEARCH_WIDTH))
        if two_rows == self._two_rows:
            return
        self._two_rows = two_rows
        self._grid.removeWidget(self._choices)
        if two_rows:
            self._grid.addWidget(self._choices, 1, 0, 1, 2)
        else:
            self._grid.addWidget(self._choices, 0, 1)
