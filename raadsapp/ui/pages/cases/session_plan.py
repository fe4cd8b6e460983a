"""Plan a context session: its name, day, people, minutes and cases; each change counts at once."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from raadsapp.domain.case import Case
from raadsapp.domain.context_session import LONGEST_TITLE, MINUTES, MOST_CASES, PEOPLE, ContextSession
from raadsapp.ui.theme.tokens import MEDIUM, SMALL
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.count_box import CountBox
from raadsapp.ui.widgets.date_field import DateField
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.text import Overline, Small
from raadsapp.ui.widgets.wrapping import Columns

_NO_DATE = "Dit is geen datum. Schrijf bijvoorbeeld 3-11-2026."
_MORE_MINUTES = 5
_NARROWEST_FIELD, _NARROWEST_CASE = 132, 225


class SessionPlan(Card):
    """`changed` carries the session as it is filled in."""

    changed = Signal(object)

    def __init__(self, session: ContextSession, cases: Sequence[Case]) -> None:
        super().__init__("Voorbereiden")
        self._session = session
        self.title = QLineEdit(session.title)
        self.title.setMaxLength(LONGEST_TITLE)
        self.day = DateField("Datum")
        self.day.show_day(session.held_on)
        self.people = CountBox(*PEOPLE, "mensen")
        self.people.show_count(session.size)
        self.minutes = CountBox(*MINUTES, "minuten", _MORE_MINUTES)
        self.minutes.show_count(session.minutes)
        self._day_field = LabelledField("Datum", self.day)
        self.add(LabelledField("Naam", self.title))
        fields = Columns(_NARROWEST_FIELD, 3, MEDIUM)
        for field in (
            self._day_field,
            LabelledField("Hoeveel mensen?", self.people),
            LabelledField("Hoeveel minuten?", self.minutes),
        ):
            fields.add(field)
        self.add(fields)
        self.add_gap(SMALL)
        self.add(Overline("Welke casussen?"))
        self._help = Small()
        self.add(self._help)
        boxes = Columns(_NARROWEST_CASE, 2, SMALL)
        self.boxes: dict[str, QCheckBox] = {}
        for case in cases:
            box = self.boxes[case.key] = QCheckBox(case.title)
            box.setToolTip(f"{case.label}. {case.situation}")
            box.setChecked(case.key in session.cases)
            boxes.add(box)
        self.add(boxes)
        self._bound_cases()
        self._connect()

    @property
    def session(self) -> ContextSession:
        """The plan as it is filled in."""
        return self._session

    def _connect(self) -> None:
        self.title.textChanged.connect(self._take_title)
        self.day.edited.connect(self._take_day)
        self.people.valueChanged.connect(self._take_size)
        self.minutes.valueChanged.connect(self._take_minutes)
        for box in self.boxes.values():
            box.toggled.connect(self._take_cases)

    def _take_title(self, title: str) -> None:
        self._tell(replace(self._session, title=title))

    def _take_day(self) -> None:
        day = self.day.day
        self._day_field.show_fault("" if day else _NO_DATE)
        if day:
            self._tell(replace(self._session, held_on=day))

    def _take_size(self, size: int) -> None:
        self._tell(replace(self._session, size=size))

    def _take_minutes(self, minutes: int) -> None:
        self._tell(replace(self._session, minutes=minutes))

    def _take_cases(self) -> None:
        """Cases stay in the order in which they were chosen; one that is gone from the dossier goes."""
        chosen = [key for key, box in self.boxes.items() if box.isChecked()]
        stay = [key for key in self._session.cases if key in chosen]
        self._tell(replace(self._session, cases=(*stay, *(key for key in chosen if key not in stay))))
        self._bound_cases()

    def _bound_cases(self) -> None:
        chosen = sum(box.isChecked() for box in self.boxes.values())
        for box in self.boxes.values():
            box.setEnabled(box.isChecked() or chosen < MOST_CASES)
        full = "Drie is genoeg: haal er eerst een weg om een andere te kiezen."
        self._help.show_text(full if chosen >= MOST_CASES else f"Kies er één tot drie. Gekozen: {chosen}.")

    def _tell(self, session: ContextSession) -> None:
        if session != self._session:
            self._session = session
            self.changed.emit(session)
