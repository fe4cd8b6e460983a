"""What comes before a case is kept in the dossier: both checks, and where it will stand."""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from raadsapp.domain.case import Check
from raadsapp.domain.case_places import Field, Place
from raadsapp.ui.pages.cases.editing import Editing
from raadsapp.ui.pages.cases.editor_privacy import PrivacyCard
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import LARGE, MEDIUM
from raadsapp.ui.widgets.buttons import primary_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.date_field import DateField
from raadsapp.ui.widgets.growing_text import TextLine
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.segments import Segments
from raadsapp.ui.widgets.text import Body, Small, Tone
from raadsapp.ui.widgets.wrapping import Columns, Row

INSTEAD, BESIDE = "instead", "beside"
_CHECK = Place(Field.CHECK)
_ASK = (
    "Laat iemand die de streek kent, maar de casus niet schreef, alles lezen. Vraag: zou iemand hier denken "
    "‘dat zijn wij’ of ‘dat zijn zij’? Is het antwoord ja of misschien? Maak de casus dan anders, en vraag "
    "het opnieuw. Is het antwoord nee? Leg dat hier vast: wie keek, zonder naam, en wanneer. Het staat "
    "daarna bij de casus, op het scherm en op papier."
)
_NEW = "Deze casus komt als eigen casus achter de andere in de lijst."
_INSTEAD = (
    "Deze casus komt in de plaats van het origineel. Het origineel blijft bestaan; u kunt het terugzetten."
)
_OWN = "Deze casus komt in de plaats van uw vorige versie."
_BESIDE = "Deze casus komt naast het origineel in de lijst, als eigen casus."


class SavePanel(QWidget):
    """`save_asked` says that the reader wants to keep the case, `beside_asked` where it is to stand."""

    save_asked = Signal()
    beside_asked = Signal(bool)

    def __init__(self, state: AppState, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        self.role = TextLine()
        self.day = DateField("Datum")
        self.nobody = QCheckBox("Deze lezer herkende niemand")
        column.addWidget(self._check_card())
        self.privacy = PrivacyCard(state, editing)
        self.privacy.seen_changed.connect(self.show_missing)
        column.addWidget(self.privacy)
        column.addWidget(self._keeping_card())
        column.addStretch(1)
        self._faults = 0
        self.show_case()
        editing.reshaped.connect(self.show_case)
        self.role.edited.connect(self._take_check)
        self.day.edited.connect(self._take_check)
        self.nobody.toggled.connect(self._take_check)

    def _check_card(self) -> Card:
        card = Card("1. Kan iemand zich herkennen?")
        card.add(Body(_ASK))
        beside = Columns(180, 2, MEDIUM)
        beside.add(LabelledField("Rol van wie keek", self.role, "Zoals ‘griffier’ of ‘medewerker CJG’."))
        self.day_field = LabelledField("Datum", self.day)
        beside.add(self.day_field)
        card.add(beside)
        card.add(self.nobody)
        return card

    def _keeping_card(self) -> Card:
        card = Card("3. Bewaar in het dossier")
        self.where = Segments(
            "Waar de casus komt", ((INSTEAD, "In plaats van het origineel"), (BESIDE, "Naast het origineel"))
        )
        self.where.chosen.connect(self._choose_where)
        self.about = Body()
        self.missing = Small(tone=Tone.CONCERN)
        self.button = primary_button("Bewaar in het dossier", "save")
        self.button.clicked.connect(self.save_asked)
        card.add(self.where)
        card.add(self.about)
        card.add(self.missing)
        card.add(Row(self.button))
        return card

    def show_case(self, _place: object = None) -> None:
        """Fill in what the case says of the check."""
        check = self._editing.case.check
        self.role.setText(check.role if check else "")
        silent = (self.day, self.day.line, self.nobody)
        for field in silent:
            field.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.day.show_day(check.day if check else None)
        self.nobody.setChecked(check is not None and check.clear)
        for field in silent:
            field.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.show_missing()

    def show_where(self, *, original: bool) -> None:
        """Say where the case will stand; `original` is whether it began as one of the dossier."""
        draft = self._editing.draft
        self.where.setHidden(not draft.started_from)
        self.where.show_choice(INSTEAD if draft.replaces else BESIDE)
        self.where.button(INSTEAD).setText(
            "In plaats van het origineel" if original else "Deze casus wijzigen"
        )
        self.where.button(BESIDE).setText("Naast het origineel" if original else "Als kopie ernaast")
        instead = _INSTEAD if original else _OWN
        told = (instead if draft.replaces else _BESIDE) if draft.started_from else _NEW
        self.about.show_text(told)

    def show_faults(self, count: int) -> None:
        """Know how many problems there are."""
        self._faults = count
        self.show_missing()

    def show_missing(self) -> None:
        """Say what still has to be done, and let the button wait for it."""
        words = self.todo()
        self.missing.show_text(f"Nog te doen: {', '.join(words)}." if words else "")
        self.missing.setHidden(not words)
        self.button.setEnabled(not words)

    def todo(self) -> list[str]:
        """What still has to be done before the case can be kept."""
        check = self._editing.case.check
        day = self.day.day
        steps = (
            (self._faults > 0, "los de meldingen op"),
            (check is None or not check.role.strip(), "vul in wie keek of iemand zich kan herkennen"),
            (day is None or day > _today(), "vul in wanneer dat was"),
            (check is None or not check.clear, "vink aan dat die lezer niemand herkende"),
            (self.privacy.seen_look is None, "bekijk de mogelijke persoonsgegevens"),
        )
        return [words for missing, words in steps if missing]

    def _take_check(self) -> None:
        role, day, clear = self.role.text(), self.day.day, self.nobody.isChecked()
        before = self._editing.case.check
        if not role and day is None and not clear:
            self._editing.set_value(_CHECK, None)
        else:
            # A role without a readable day is kept with the day it had: nothing that was typed is lost.
            kept = day or (before.day if before else _today())
            self._editing.set_value(_CHECK, Check(role=role, day=kept, clear=clear))
        self._say_day()
        self.show_missing()

    def _say_day(self) -> None:
        day = self.day.day
        wrong = "Dit is geen datum. Schrijf bijvoorbeeld 3-11-2026." if day is None else ""
        if day and day > _today():
            wrong = "Deze dag is nog niet geweest."
        self.day_field.show_fault("" if self.day.blank else wrong)

    def _choose_where(self, where: str) -> None:
        self.beside_asked.emit(where == BESIDE)


def _today() -> date:
    return datetime.now().astimezone().date()
