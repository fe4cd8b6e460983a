"""The head of a derivation: the way back and up, the year, and the ways out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.buttons import icon_button, quiet_button
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Small
from raadsapp.ui.widgets.wrapping import Row

_SEPARATOR = "›"


class ReasonHead(QWidget):
    """`up_asked` carries how many steps of the trail stay, `year_chosen` a year."""

    up_asked = Signal(int)
    year_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = quiet_button("Terug", "back")
        self.back.setToolTip("Een stap terug (Alt+Pijl links of Backspace)")
        self.copy = quiet_button("Kopieer als tekst", "copy")
        self.close_button = icon_button("close", "Uitleg sluiten (Escape)")
        self.years = QComboBox()
        self.years.setAccessibleName("Jaar van het getal")
        self.years.activated.connect(self._take_year)
        self._crumbs = Row(gap=0)
        self._crumbs.setAccessibleName("De weg naar dit getal")
        self._titles: tuple[str, ...] = ()
        self._buttons: list[QPushButton] = []
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.back)
        buttons.addWidget(self.years)
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(buttons)
        column.addWidget(self._crumbs)

    def show_trail(self, titles: Sequence[str]) -> None:
        """Show the way down to the last of these, which stands below as a heading."""
        if tuple(titles) == self._titles:
            return
        self._titles = tuple(titles)
        self._crumbs.clear()
        self._buttons = []
        for title in titles[:-1]:
            button = QPushButton(title)
            button.setAutoDefault(False)
            restyle(button, role="crumb")
            button.setAccessibleName(f"Terug naar {title}")
            button.clicked.connect(self._go_up)
            self._buttons.append(button)
            self._crumbs.add(button)
            button.show()
            self._crumbs.add(Small(_SEPARATOR))
        self._crumbs.setHidden(len(titles) == 1)

    def show_years(self, years: Sequence[int], year: int, *, any_year: bool) -> None:
        """Offer these years; a figure that has no year of its own, or another one, offers none."""
        if self.years.count() != len(years):
            self.years.clear()
            for one in years:
                self.years.addItem(str(one), one)
        self.years.setCurrentIndex(self.years.findData(year))
        self.years.setHidden(not any_year)

    def _go_up(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton):
            self.up_asked.emit(self._buttons.index(pressed) + 1)

    def _take_year(self, _place: int) -> None:
        self.year_chosen.emit(int(self.years.currentData()))
