"""Choose the day of which the knowledge is shown: "stand van"."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from raadsapp.texts import long_date
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.icons import Ink, icon_before_text
from raadsapp.ui.theme.tokens import LARGE, SMALL, TIGHT
from raadsapp.ui.widgets.buttons import ChoiceButton, secondary_button
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Small, Subheading

_WIDTH = 320
_EXPLANATION = "U ziet de cijfers zoals ze op die dag bekend waren. Wat later binnenkwam, blijft weg."


class AsOfButton(ChoiceButton):
    """Says the day and opens the calendar. `chosen` carries a date, or None for all that is known today."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._day: date | None = None
        self._panel: _Panel | None = None
        self.clicked.connect(self.open_panel)
        self.show_day(None)

    def show_day(self, day: date | None) -> None:
        """Say another day; any but today stands out."""
        self._day = day
        words = long_date(day) if day else "vandaag"
        self.setText(f"Stand van {words}")
        self.setAccessibleName(f"Stand van {words}. Kies een andere dag")
        self.setToolTip("Kies van welke dag u de stand wilt zien")
        self.setIcon(icon_before_text("calendar", Ink.ACCENT if day else Ink.MUTED))
        self.setChecked(day is not None)

    def open_panel(self) -> None:
        """Open the calendar below the button."""
        self.setChecked(self._day is not None)
        if self._panel is None:
            self._panel = _Panel(self)
            self._panel.chosen.connect(self.chosen)
        self._panel.show_below(self, self._day)


class _Panel(QFrame):
    """A calendar, and the way back to today."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        restyle(self, role="panel")
        self.setAccessibleName("Stand van")
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(Subheading("Stand van"))
        column.addWidget(Small(_EXPLANATION))
        self._calendar = QCalendarWidget()
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, QTextCharFormat())
        self._calendar.clicked.connect(self._choose)
        self._calendar.activated.connect(self._choose)
        column.addWidget(self._calendar)
        column.addSpacing(TIGHT)
        today = secondary_button("Vandaag: alles wat bekend is")
        today.clicked.connect(self._choose_today)
        column.addWidget(today)

    def show_below(self, button: QWidget, day: date | None) -> None:
        """Open below `button`, on `day`, within the window."""
        today = QDate.currentDate()
        self._calendar.setMinimumWidth(applied_theme().px(_WIDTH))
        self._calendar.setMaximumDate(today)
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day) if day else today)
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(0, button.height() + TIGHT))
        right = button.window().mapToGlobal(QPoint(button.window().width(), 0)).x() - SMALL
        self.move(min(corner.x(), right - self.width()), corner.y())
        self.show()
        self._calendar.setFocus()

    def _choose(self, day: QDate) -> None:
        self.hide()
        chosen = date(day.year(), day.month(), day.day())
        self.chosen.emit(None if day == QDate.currentDate() else chosen)

    def _choose_today(self) -> None:
        self.hide()
        self.chosen.emit(None)
