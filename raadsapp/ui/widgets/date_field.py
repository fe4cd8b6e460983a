"""A date as people write it, with a calendar for who would rather point."""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Signal
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from raadsapp.texts import MONTHS
from raadsapp.ui.theme.tokens import TIGHT
from raadsapp.ui.widgets.buttons import icon_button

_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2}|[a-z]{3,})\.?[-/. ]+(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DUTCH = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)


def read_date(text: str) -> date | None:
    """The day in `3-11-2026`, `3 nov 2026`, `3 november 2026` or `2026-11-03`; None for anything else."""
    words = text.strip().casefold()
    if match := _YEAR_FIRST.fullmatch(words):
        year, month, day = match[1], match[2], match[3]
    elif match := _DAY_FIRST.fullmatch(words):
        day, month, year = match[1], _month_number(match[2]), match[3]
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def written_date(day: date) -> str:
    """`03-11-2026`, as a form shows it."""
    return f"{day:%d-%m-%Y}"


def _month_number(text: str) -> str:
    if text.isdigit():
        return text
    found = [number for number, name in enumerate(MONTHS, start=1) if name.startswith(text)]
    # In Dutch March is shortened to mrt.
    return "3" if text == "mrt" else str(found[0]) if len(found) == 1 else "0"


class DateField(QWidget):
    """A line for a date and a button that opens a calendar."""

    edited = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        self.line = QLineEdit()
        self.line.setPlaceholderText("dd-mm-jjjj")
        self.line.setAccessibleName(label)
        self.line.textChanged.connect(self.edited)
        self.line.editingFinished.connect(self._tidy)
        row.addWidget(self.line, 1)
        self.button = icon_button("calendar", f"{label}: kies in de kalender")
        self.button.clicked.connect(self.open_calendar)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)

    @property
    def blank(self) -> bool:
        """Whether nothing is filled in."""
        return not self.line.text().strip()

    @property
    def day(self) -> date | None:
        """The date that is filled in; None when there is none or it cannot be read."""
        return read_date(self.line.text())

    def show_day(self, day: date | None) -> None:
        """Fill in another date; None empties the field."""
        self.line.setText(written_date(day) if day else "")

    def open_calendar(self) -> None:
        """Open the calendar below the button, on the date that is filled in or else on today."""
        menu = QMenu(self)
        menu.setAccessibleName(self.line.accessibleName())
        calendar = QCalendarWidget()
        calendar.setLocale(_DUTCH)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = self.day
        if day:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))

        def take(chosen: QDate) -> None:
            menu.close()
            self.show_day(date(chosen.year(), chosen.month(), chosen.day()))
            self.line.setFocus()

        calendar.activated.connect(take)
        calendar.clicked.connect(take)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))
        calendar.setFocus()

    def _tidy(self) -> None:
        day = self.day
        if day:
            self.show_day(day)
