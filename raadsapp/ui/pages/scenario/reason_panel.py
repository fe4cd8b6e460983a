"""‘Waarom dit getal?’: any figure explained, step by step down to levers and facts with their source."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from raadsapp.services.derivation import Derivation, Place
from raadsapp.services.derivation_text import derivation_text
from raadsapp.services.scenario_derivation import asked_place, explain, is_yearly
from raadsapp.services.scenario_sentences import estimate_mark
from raadsapp.ui.pages.scenario.reason_head import ReasonHead
from raadsapp.ui.pages.scenario.reason_inputs import ReasonInputs
from raadsapp.ui.pages.scenario.reason_trail import Trail, elsewhere, in_year
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import LARGE, SMALL, TIGHT
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.revealing import page_height, reveal, turn_page
from raadsapp.ui.widgets.snackbar import announce
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Body, Heading, Overline, Small, Subheading, Text
from raadsapp.ui.widgets.wrapping import Row

_FOLLOW = 60
_CRAMPED = 300
"""Below this height of the page, in pixels at 100 % text, a figure and what goes into it do not fit."""
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_OURS = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Backspace, *_PAGES})


class _Figure(Text):
    role = "figure"


class ReasonPanel(QFrame):
    """Takes the place of the results while it is open, and follows the levers.

    `opened` and `closed` say when; a figure that is asked for while another is open takes its place.
    `explained` carries what is shown, with its name; nothing when it is closed. `top` is what it lies in when
    words above it belong to it.
    """

    opened = Signal()
    closed = Signal()
    explained = Signal(str)

    def __init__(
        self,
        state: AppState,
        scenario: ScenarioSession,
        parent: QWidget | None = None,
        top: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._top = top or self
        self._state = state
        self._scenario = scenario
        self._trail: Trail = ()
        self._shown: Derivation | None = None
        self._before: QWidget | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_FOLLOW)
        self._soon.timeout.connect(self._show)
        restyle(self, role="card", tone="plain")
        self.head, self.inputs = ReasonHead(), ReasonInputs()
        self._title, self._value, self._precise = Heading(), _Figure(), Small()
        self._mark = Badge("")
        restyle(self._mark, tone="standing")
        self._words, self._symbols, self._filled = Body(), Body(), Body()
        self._lay_out()
        self.hide()
        self.head.back.clicked.connect(self.go_back)
        self.head.copy.clicked.connect(self.copy_text)
        self.head.close_button.clicked.connect(self.close_reason)
        self.head.up_asked.connect(self._go_up)
        self.head.year_chosen.connect(self._take_year)
        self.inputs.asked.connect(self._go_down)
        scenario.on_told(self._take_result)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(self.head)
        column.addWidget(self._title)
        self._value.setWordWrap(False)
        column.addWidget(Row(self._value, self._mark))
        column.addWidget(self._precise)
        for name, words in (
            ("In woorden", self._words),
            ("Als formule", self._symbols),
            ("Ingevuld", self._filled),
        ):
            column.addSpacing(TIGHT)
            column.addWidget(Overline(name))
            column.addWidget(words)
        column.addSpacing(SMALL)
        column.addWidget(Subheading("Wat erin gaat"))
        column.addWidget(self.inputs)
        column.addStretch(1)

    @property
    def trail(self) -> Trail:
        """The way down to what is shown; empty while nothing is."""
        return self._trail

    def show_reason(self, outcome: str, year: int) -> None:
        """Explain an outcome of the scenario in a year, or another figure that can be explained."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        place = asked_place(self._scenario.catalog, self._scenario.asked, outcome, year)
        self._walk_to((place,))
        if self.isHidden():
            self.show()
            self.opened.emit()
        self._focus_first()

    def close_reason(self) -> None:
        """Go back to the results, and the focus to where it was."""
        if self.isHidden():
            return
        self._soon.stop()
        self._trail = ()
        self.hide()
        self.explained.emit("")
        self.closed.emit()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def go_back(self) -> None:
        """Go one step up; from the figure that was asked for, back to the results."""
        if len(self._trail) > 1:
            self._go_up(len(self._trail) - 1)
        else:
            self.close_reason()

    def copy_text(self) -> None:
        """Put the explanation on the clipboard."""
        if self._shown is not None:
            asked = self._scenario.asked
            name = asked.name if self._shown.place.municipality == asked.municipality else ""
            QGuiApplication.clipboard().setText(derivation_text(self._shown, self._scenario.catalog, name))
            self._state.notify("De uitleg is gekopieerd.")

    def _go_down(self, place: Place) -> None:
        self._walk_to((*self._trail, place))
        self._focus_first()

    def _go_up(self, steps: int) -> None:
        left = self._trail[steps]
        self._walk_to(self._trail[:steps])
        for step in self.inputs.steps:
            if step.input.place == left:
                step.setFocus(Qt.FocusReason.OtherFocusReason)
                reveal(step)

    def _take_year(self, year: int) -> None:
        self._walk_to(in_year(self._trail, year, self._scenario.asked.years))

    def _take_result(self, _result: Result) -> None:
        if not self.isHidden() and not self._soon.isActive():
            self._soon.start()

    def _walk_to(self, trail: Trail) -> None:
        self._trail = trail
        self._show()
        if self._shown is not None:
            announce(self, f"{self._shown.title}: {self._shown.shown}. {self._shown.words}")

    def _show(self) -> None:
        asked, catalog = self._scenario.asked, self._scenario.catalog
        self._trail = elsewhere(self._trail, asked.municipality)
        *above, found = explain(catalog, asked, self._trail, self._scenario.result.band)
        self._shown = found
        self.setAccessibleName(f"Waarom dit getal? {found.title}: {found.shown}")
        self.explained.emit(f"{found.title}: {found.shown}")
        self.head.show_trail([*(one.title for one in above), found.title])
        has_year = is_yearly(found.place) and found.place.year in asked.years
        self.head.show_years(asked.years, found.place.year, any_year=has_year)
        for label, text in (
            (self._title, found.title),
            (self._value, found.shown),
            (self._precise, f"Niet afgerond: {found.precise}"),
            (self._words, found.words),
            (self._symbols, found.symbols),
            (self._filled, found.filled),
        ):
            if label.plain_text != text:
                label.show_text(text)
        mark = estimate_mark(asked) if found.estimated else ""
        self._mark.setText(mark)
        self._mark.setAccessibleName(mark)
        self._mark.setHidden(not mark)
        self.inputs.show_inputs(found.inputs, catalog)
        for button in self.findChildren(QPushButton):
            button.installEventFilter(self)

    def _focus_first(self) -> None:
        """The keyboard is on the first way down, the eye as near to the top as lets it see that.

        Where little can be seen at once, both begin at the top.
        """
        reveal(self._top)
        cramped = 0 < page_height(self) < applied_theme().px(_CRAMPED)
        first = next(iter(self.inputs.steps), self.head.close_button)
        target = self.head.back if cramped else first
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if not cramped:
            reveal(target)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the keys before a button does, which moves the focus with an arrow."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_ours(event):
            self.keyPressEvent(event)
            return True
        return False

    def event(self, event: QEvent) -> bool:
        """Take Alt+Left before the window does: here it is one step up."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Alt+Left and Backspace go one step up; Page Up and Page Down turn the page."""
        if not _is_ours(event):
            super().keyPressEvent(event)
        elif event.key() in _PAGES:
            turn_page(self, _PAGES[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.close_reason()
        else:
            self.go_back()


def _is_ours(event: QKeyEvent) -> bool:
    key = Qt.Key(event.key())
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return key in _OURS or (alt and key is Qt.Key.Key_Left)
