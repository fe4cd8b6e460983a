"""What changed since a day that the reader chooses, such as that of the last meeting."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from raadsapp.domain.news import News, NewsKind
from raadsapp.texts import long_date
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.date_field import DateField
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.text import Body, Tone

_WIDEST = 240
_NO_DAY = (
    "Kies de dag van uw vorige vergadering. Dan staat hier wat er sindsdien is veranderd. Raadsapp onthoudt "
    "de dag."
)
_UNREADABLE = "Dit is geen datum. Schrijf bijvoorbeeld 3-11-2026."
_FUTURE = "Deze dag moet nog komen. Kies een eerdere dag."
_PAGES = {NewsKind.LATE: "recommendations", NewsKind.DELIVERY: "data"}


class SinceCard(Card):
    """`chosen` is the day as the reader fills it in, or None; `followed` a page and an item on it."""

    chosen = Signal(object)
    followed = Signal(str, str)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Wat er veranderde", parent=parent)
        self._today = today
        self._news: tuple[News, ...] = ()
        self.day = DateField("Sinds de vergadering van")
        self.field = LabelledField("Sinds de vergadering van", self.day, widest=_WIDEST)
        self._message = Body(tone=Tone.MUTED)
        self.rows = ItemList("Wat er veranderde", whole=True)
        self.rows.opened.connect(self._follow)
        for widget in (self.field, self._message, self.rows):
            self.add(widget)
        self._content.addStretch(1)  # what room is left goes below the words, not between them
        self.day.edited.connect(self._take)
        self.day.line.editingFinished.connect(self._check)

    @property
    def words(self) -> str:
        """What is said in place of news; empty when there is some."""
        return "" if self._message.isHidden() else self._message.plain_text

    def show_day(self, day: date | None) -> None:
        """Fill in this day without telling of it."""
        self.day.blockSignals(True)  # noqa: FBT003 - Qt's own way
        self.day.show_day(day)
        self.day.blockSignals(False)  # noqa: FBT003 - Qt's own way
        self._say(_NO_DAY if day is None else "")

    def show_news(self, news: Sequence[News], since: date, until: date | None) -> None:
        """Show what changed since a day, up to the end of the day `until` (None: now)."""
        self._news = tuple(news)
        self.rows.show_rows(
            [ListRow(one.sentence, str(place), mark=one.kind.value) for place, one in enumerate(self._news)]
        )
        if news:
            self._say("")
        elif until and until <= since:
            self._say(f"Bij ‘Stand van’ staat {long_date(until)}. Kies hier een dag die daarvoor ligt.")
        else:
            self._say(f"Na {long_date(since)} is er niets veranderd.")

    def _say(self, message: str) -> None:
        self._message.show_text(message)
        self._message.setHidden(not message)
        self.rows.setHidden(bool(message))

    def _take(self) -> None:
        self.field.show_fault("")
        day = self.day.day
        if self.day.blank:
            self._say(_NO_DAY)
            self.chosen.emit(None)
        elif day and day > self._today:
            self.field.show_fault(_FUTURE)
        elif day:
            self.chosen.emit(day)

    def _check(self) -> None:
        if not self.day.blank and self.day.day is None:
            self.field.show_fault(_UNREADABLE)

    def _follow(self, key: str) -> None:
        news = self._news[int(key)]
        self.followed.emit(_PAGES.get(news.kind, "indicators"), news.item)
