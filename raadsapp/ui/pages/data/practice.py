"""Invented quarters to practise with: one button puts them all in, one takes them all out."""

from collections.abc import Callable

from raadsapp.domain.changes import Changes
from raadsapp.errors import UserError
from raadsapp.services import examples
from raadsapp.services.opening import Session
from raadsapp.texts import plural
from raadsapp.ui.pages.data.work import with_progress
from raadsapp.ui.state import AppState
from raadsapp.ui.tasks import Progress
from raadsapp.ui.widgets import reader_name
from raadsapp.ui.widgets.buttons import secondary_button
from raadsapp.ui.widgets.card import Section
from raadsapp.ui.widgets.text import Body, Small
from raadsapp.ui.widgets.wrapping import Row

_LEAD = (
    "Nog geen echte cijfers? Oefen met bedachte kwartaalrapportages van 2019 tot en met 2022. "
    "Overal staat er FICTIEF bij, ook als u exporteert. U haalt ze er met één klik weer uit."
)
_NONE = "Er staan nu geen fictieve cijfers in."

Action = Callable[[Session, Progress], Changes]


class Practice(Section):
    """What is in now, and the button that changes it."""

    def __init__(self, state: AppState) -> None:
        super().__init__("Oefenen met fictieve cijfers")
        self._state = state
        self._busy = False
        self.add(Body(_LEAD))
        self.told = Small(_NONE)
        self.add(self.told)
        self.load_button = secondary_button("Fictieve cijfers laden", "upload")
        self.load_button.clicked.connect(self.load)
        self.withdraw_button = secondary_button("Fictieve cijfers intrekken", "withdraw")
        self.withdraw_button.clicked.connect(self.withdraw)
        self.add(Row(self.load_button, self.withdraw_button))

    def refresh(self) -> None:
        """Say how many invented deliveries count, and offer what can be done about them."""
        count = examples.loaded(self._state.session)
        there = plural(count, "fictieve levering telt", "fictieve leveringen tellen")
        self.told.show_text(f"{there} nu mee." if count else _NONE)
        focused = self.load_button.hasFocus() or self.withdraw_button.hasFocus()
        self.load_button.setVisible(not count)
        self.withdraw_button.setVisible(bool(count))
        if focused:
            (self.withdraw_button if count else self.load_button).setFocus()

    def load(self) -> None:
        """Let all invented quarters count, and offer to undo that."""
        self._write(self._loading, self._withdrawing)

    def withdraw(self) -> None:
        """Let none of them count, and offer to undo that."""
        self._write(self._withdrawing, self._loading)

    def _loading(self, session: Session, progress: Progress) -> Changes:
        return examples.load(session, self._name, progress.report)

    def _withdrawing(self, session: Session, _progress: Progress) -> Changes:
        return examples.withdraw(session, self._name)

    @property
    def _name(self) -> str:
        return reader_name.name(self._state.settings_file) or reader_name.UNNAMED

    def _write(self, action: Action, opposite: Action | None) -> None:
        if self._busy:
            return
        self._busy = True

        def done(changes: Changes) -> None:
            self._busy = False

            def take_back() -> None:
                if opposite:
                    self._write(opposite, None)

            self._state.announce(changes, undo=take_back if opposite and changes.parts else None)

        def failed(error: UserError) -> None:
            self._busy = False
            self._state.notify(str(error))
            self.refresh()

        with_progress(self._state.session.store.path, action, done, failed, self._show_progress)

    def _show_progress(self, done: int, total: int) -> None:
        self.told.show_text(f"Bezig: {done} van {total} werkmappen.")
