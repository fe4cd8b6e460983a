"""One agreement in a list: its sign and where that stands, what then happens, by whom, and when to look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.agreement import Agreement, SignState
from raadsapp.services.agreements import SignCheck
from raadsapp.services.described import Detail
from raadsapp.texts import long_date
from raadsapp.ui.theme.icons import Ink
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, SMALL, TEXT_LEAD, TIGHT
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.buttons import icon_button, quiet_button
from raadsapp.ui.widgets.details import Details
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Body, Small, Subheading, Tone
from raadsapp.ui.widgets.wrapping import Row

_WHY, _ENOUGH = "Waarom dit getal?", "Verberg de uitleg"
_MARKS = {
    SignState.REACHED: ("alert", Ink.CONCERN, Tone.CONCERN),
    SignState.NOT_REACHED: ("check", Ink.ACCENT, Tone.ACCENT),
    SignState.UNKNOWN: ("help", Ink.MUTED, Tone.PLAIN),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAgreement:
    """An agreement with its sign in words, where that stands, and the name of its scenario.

    `origin` says where the measured figure comes from, `batch` in which delivery it came; empty and 0 where
    there is no figure.
    """

    agreement: Agreement
    sign: str
    check: SignCheck
    scenario: str
    origin: tuple[Detail, ...] = ()
    batch: int = 0


class AgreementRow(QFrame):
    """Where the sign stands is said with an icon and in words; where its figure comes from when asked.

    `delivery_asked` carries the number of the delivery that brought that figure.
    """

    edit_asked = Signal(int)
    removal_asked = Signal(int)
    delivery_asked = Signal(int)

    def __init__(self, shown: ShownAgreement, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        agreement = self._agreement = shown.agreement
        self._batch = shown.batch
        restyle(self, role="card")
        self.setAccessibleName(f"{shown.sign}: {shown.check.state.value}")
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, MEDIUM, SMALL, MEDIUM)
        row.setSpacing(TIGHT)
        words = QVBoxLayout()
        words.setSpacing(SMALL)
        words.addLayout(_marks(shown.check.state, late=agreement.review_on < today))
        words.addWidget(Subheading(f"Als het teken er is: {shown.sign}"))
        words.addWidget(Body(shown.check.sentence))
        words.addWidget(Body(f"Dan: {agreement.response}"))
        words.addWidget(Small(_who_and_when(agreement)))
        if shown.scenario:
            words.addWidget(Small(f"Gemaakt bij het scenario: {shown.scenario}"))
        self.why = quiet_button(_WHY, "help")
        self.delivery = quiet_button(f"Open levering {shown.batch}", "data")
        self._origin = QWidget()
        if shown.origin:
            self._add_origin(words, shown.origin)
        row.addLayout(words, 1)
        self.edit = icon_button("edit", f"Afspraak wijzigen: {shown.sign}")
        self.edit.clicked.connect(self._ask_edit)
        self.remove = icon_button("trash", f"Afspraak verwijderen: {shown.sign}")
        self.remove.clicked.connect(self._ask_removal)
        for button, tip in ((self.edit, "Wijzigen"), (self.remove, "Verwijderen")):
            button.setToolTip(tip)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _add_origin(self, words: QVBoxLayout, origin: Sequence[Detail]) -> None:
        self.why.setAccessibleDescription("Toont waar het gemeten cijfer vandaan komt")
        self.why.clicked.connect(self._show_origin)
        self.delivery.clicked.connect(self._ask_delivery)
        column = QVBoxLayout(self._origin)
        column.setContentsMargins(0, 0, 0, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(Details(origin))
        column.addWidget(Row(self.delivery))
        self._origin.hide()
        words.addWidget(Row(self.why))
        words.addWidget(self._origin)

    def _show_origin(self) -> None:
        shown = self._origin.isHidden()
        self._origin.setVisible(shown)
        self.why.setText(_ENOUGH if shown else _WHY)

    def _ask_delivery(self) -> None:
        self.delivery_asked.emit(self._batch)

    def _ask_edit(self) -> None:
        self.edit_asked.emit(self._agreement.number)

    def _ask_removal(self) -> None:
        self.removal_asked.emit(self._agreement.number)


def _marks(state: SignState, *, late: bool) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SMALL)
    icon_name, ink, tone = _MARKS[state]
    line.addWidget(IconLabel(icon_name, ink, TEXT_LEAD))
    line.addWidget(Badge(state.value, tone))
    if late:
        line.addWidget(IconLabel("clock", Ink.CONCERN, TEXT_LEAD))
        line.addWidget(Badge("opnieuw bekijken: te laat", Tone.CONCERN))
    line.addStretch(1)
    return line


def _who_and_when(agreement: Agreement) -> str:
    return (
        f"Wie: {agreement.owner} · opnieuw bekijken op {long_date(agreement.review_on)} · "
        f"afgesproken op {long_date(agreement.made_on)}"
    )
