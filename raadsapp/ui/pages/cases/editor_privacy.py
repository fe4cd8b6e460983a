"""What may be personal data in the case that is written: looked for in the background, seen by the reader."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox

from raadsapp.domain.case import Case
from raadsapp.errors import UserError
from raadsapp.ui.pages.cases.editing import Editing
from raadsapp.ui.state import AppState
from raadsapp.ui.tasks import Progress, Task, run
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow
from raadsapp.ui.widgets.text import Body, Small

if TYPE_CHECKING:  # the page opens without the rules
    from raadsapp.services.case_privacy import CaseFinding, CaseLook

_REST_MS = 900
_BUSY = "De tekst wordt nagekeken op mogelijke persoonsgegevens."


class PrivacyCard(Card):
    """`finding_opened` gives a `CaseFinding`; `seen_changed` says whether the outcome was seen."""

    finding_opened = Signal(object)
    seen_changed = Signal()

    def __init__(self, state: AppState, editing: Editing) -> None:
        super().__init__("2. Mogelijke persoonsgegevens")
        self._state, self._editing = state, editing
        self.look: CaseLook | None = None
        self._task: Task | None = None
        self.told = Body(_BUSY)
        self.add(self.told)
        self.findings = ItemList("Mogelijke persoonsgegevens", whole=True)
        self.findings.opened.connect(self._open)
        self.add(self.findings)
        self.by = Small()
        self.add(self.by)
        self.seen = QCheckBox("Ik heb deze uitkomst bekeken")
        self.seen.toggled.connect(self.seen_changed)
        self.add(self.seen)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.look_now)
        self._forget()
        editing.typed.connect(self.begin)
        editing.reshaped.connect(self.begin)

    @property
    def seen_look(self) -> "CaseLook | None":
        """The outcome that the reader saw; None as long as she did not."""
        return self.look if self.seen.isChecked() else None

    def begin(self, _place: object = None) -> None:
        """Look once the reader rests, unless the texts are as they were."""
        from raadsapp.services.case_privacy import same_texts

        if self.look is None or not same_texts(self.look, self._editing.case):
            self._forget()
            self._rest.start()

    def look_now(self) -> None:
        """Look through the case as it is now, in the background."""
        if self._task:
            self._task.cancel()
        case, looker = self._editing.case, self._state.looker

        def look(_progress: Progress) -> "CaseLook":
            from raadsapp.services.case_privacy import look_through

            return look_through(case, looker.reader)

        self._task = run(look, self._show, self._fail)
        self.destroyed.connect(self._task.cancel)

    def stop(self) -> None:
        """Look no further."""
        self._rest.stop()
        if self._task:
            self._task.cancel()

    def _forget(self) -> None:
        self.look = None
        self.told.show_text(_BUSY)
        self.findings.show_rows([])
        self.findings.hide()
        self.by.hide()
        self.seen.setChecked(False)
        self.seen.setEnabled(False)

    def _show(self, look: "CaseLook") -> None:
        from raadsapp.services.case_privacy import same_texts
        from raadsapp.services.personal_data import told_by

        self._task = None
        if not same_texts(look, self._editing.case):
            return  # typed on: another look is coming
        self.look = look
        self.told.show_text(look.told)
        self.findings.show_rows(
            [_row(number, one, self._editing.case) for number, one in enumerate(look.findings)]
        )
        self.findings.setHidden(not look.findings)
        self.by.show_text(f"Nagekeken met {told_by(look.checked_by)}.")
        self.by.show()
        self.seen.setEnabled(True)
        self.seen_changed.emit()

    def _fail(self, error: UserError) -> None:
        self._task = None
        self.told.show_text(str(error))

    def _open(self, number: str) -> None:
        if self.look:
            self.finding_opened.emit(self.look.findings[int(number)])


def _row(number: int, one: "CaseFinding", case: Case) -> ListRow:
    return ListRow(one.told, str(number), "", f"{one.place.told(case)}. {one.finding.advice}")
