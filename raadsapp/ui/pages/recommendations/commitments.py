"""The commitments that belong to one recommendation: list, add, change, remove and undo."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.changes import Changes
from raadsapp.domain.commitment import Commitment
from raadsapp.errors import UserError
from raadsapp.services import commitments as service
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.buttons import secondary_button
from raadsapp.ui.widgets.card import Section
from raadsapp.ui.widgets.commitment_form import CommitmentForm
from raadsapp.ui.widgets.commitment_row import CommitmentRow
from raadsapp.ui.widgets.privacy_line import PrivacyLine, advise_below
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.text import Body, Tone
from raadsapp.ui.widgets.wrapping import Row

_NONE = "Nog geen toezeggingen vastgelegd. De bronnen noemen er geen."


class CommitmentSection(Section):
    """Keeps an open form as it is while the list around it changes."""

    def __init__(self, state: AppState, recommendation: str) -> None:
        super().__init__("Toezeggingen")
        self._state = state
        self._recommendation = recommendation
        self._known: tuple[Commitment, ...] = ()
        self._today = date.min
        self.rows: dict[int, CommitmentRow] = {}
        self.form: CommitmentForm | None = None
        self.doubt: PrivacyLine | None = None
        # The text of which the reader has seen what may be personal data in it.
        self._seen = ""
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SMALL)
        self.add(self._list)
        self.add_button = secondary_button("Toezegging toevoegen", "plus")
        self.add_button.clicked.connect(self._begin_new)
        self.add(Row(self.add_button))

    def show_commitments(self, known: Sequence[Commitment], today: date) -> None:
        """List these commitments; `today` decides which are late."""
        if (tuple(known), today) != (self._known, self._today):
            self._known, self._today = tuple(known), today
            self._draw()

    def _draw(self) -> None:
        form = self.form
        if form is not None:
            self._lines.removeWidget(form)
        while item := self._lines.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        if not self._known and form is None:
            self._lines.addWidget(Body(_NONE, Tone.MUTED))
        for commitment in self._known:
            if form and form.commitment.number == commitment.number:
                self._lines.addWidget(form)
            else:
                self._lines.addWidget(self._row(commitment))
        if form and self._lines.indexOf(form) < 0:
            self._lines.addWidget(form)
        # At once, so that what appears can take the keyboard.
        for widget in (form, *self.rows.values()):
            if widget:
                widget.show()
        self.add_button.setVisible(form is None)

    def _row(self, commitment: Commitment) -> CommitmentRow:
        row = self.rows[commitment.number] = CommitmentRow(commitment, self._today)
        row.edit_asked.connect(lambda: self._open_form(commitment))
        row.removal_asked.connect(lambda: self._remove(commitment))
        return row

    def _begin_new(self) -> None:
        self._open_form(
            Commitment(recommendation=self._recommendation, text="", owner="", made_on=self._today)
        )

    def _open_form(self, commitment: Commitment) -> None:
        self._drop_form()
        self._seen = commitment.text
        self.form = CommitmentForm(commitment, self._today)
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(lambda: self._close_form(commitment.number))
        self.doubt = advise_below(self.form.text, self._state)
        self._draw()
        self.form.text.setFocus()
        reveal(self.form)

    def _close_form(self, number: int) -> None:
        self._drop_form()
        self._draw()
        row = self.rows.get(number)
        (row.edit if row else self.add_button).setFocus()

    def _drop_form(self) -> None:
        form, self.form, self.doubt = self.form, None, None
        if form:
            self._lines.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _save(self, commitment: Commitment) -> None:
        from raadsapp.services.personal_data import notice  # the page opens without its rules

        if self.form and commitment.text != self._seen:
            self._seen = commitment.text
            if doubt := notice(commitment.text):
                message, place = doubt
                self.form.show_place(message, place.start, place.end)
                return
        before = next((known for known in self._known if known.number == commitment.number), None)
        try:
            stored, changes = service.save(self._state.session, commitment)
        except UserError as error:
            if self.form:
                self.form.show_fault(str(error))
            return
        self._drop_form()
        session = self._state.session
        if before:
            self._tell(changes, lambda: service.save(session, before)[1])
        else:
            self._tell(changes, lambda: service.remove(session, stored.number))
        self._close_form(stored.number)

    def _remove(self, commitment: Commitment) -> None:
        session = self._state.session
        numbers = list(self.rows)
        follower = numbers[numbers.index(commitment.number) + 1 :]
        if self._write(
            lambda: service.remove(session, commitment.number),
            lambda: service.bring_back(session, commitment),
        ):
            row = self.rows.get(follower[0]) if follower else None
            (row.remove if row else self.add_button).setFocus()

    def _write(self, action: Callable[[], Changes], undo: Callable[[], Changes] | None = None) -> bool:
        """Do it and tell of it; when it cannot be done, say why and change nothing."""
        try:
            changes = action()
        except UserError as error:
            self._state.notify(str(error))
            return False
        self._tell(changes, undo)
        return True

    def _tell(self, changes: Changes, undo: Callable[[], Changes] | None) -> None:
        self._state.announce(changes, undo=(lambda: self._write(undo)) if undo else None)
