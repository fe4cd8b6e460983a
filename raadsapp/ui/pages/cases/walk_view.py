"""Walk through a case: one step at a time, and beside it what the choices did and the path so far.

Keys: 1 to 9 choose, Enter takes the choice that has the keyboard, Backspace goes back, as Alt+Left does in
the window, and O changes between the old and the new system.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from raadsapp.domain.case import Case, Consequence, Consequences
from raadsapp.domain.case_walk import Walk, path_to
from raadsapp.domain.goals import System
from raadsapp.services.case_figures import CaseFigures
from raadsapp.ui.pages.cases.choices_below import ChoicesBelow
from raadsapp.ui.pages.cases.compare_view import CompareView
from raadsapp.ui.pages.cases.side_column import SideColumn
from raadsapp.ui.pages.cases.step_column import StepColumn, notes_card
from raadsapp.ui.pages.cases.walk_bar import WalkBar, WalkMark
from raadsapp.ui.pages.cases.words import path_words
from raadsapp.ui.theme.tokens import LARGE
from raadsapp.ui.widgets.beside import Beside
from raadsapp.ui.widgets.big_choice import BigChoice
from raadsapp.ui.widgets.page import PageBody
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.snackbar import announce
from raadsapp.ui.widgets.styling import empty_layout

_STEP_SHARE = 64
_NARROWEST = 860


class WalkView(QWidget):
    """`back_to_list` asks for the list, `followed` gives the key of an effect, indicator or lever."""

    back_to_list = Signal()
    followed = Signal(str)

    def __init__(self, figures: CaseFigures) -> None:
        super().__init__()
        self._figures = figures
        self._walks: dict[str, Walk] = {}
        self._ended: dict[str, dict[tuple[str, ...], Walk]] = {}
        self._walk: Walk | None = None
        self._comparing = False
        self._preview = False
        self.step: StepColumn | None = None
        self.compare: CompareView | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.mark = WalkMark()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.mark)
        scrolled = QWidget()
        column.addWidget(scrolled, 1)
        self.body = PageBody(scrolled, LARGE)
        self.below = ChoicesBelow(self.body)
        self.below.asked.connect(self._go_to_choices)
        column.addWidget(self.below)
        self.bar = WalkBar()
        self.bar.list_asked.connect(self.back_to_list)
        self.bar.back_asked.connect(self.go_back)
        self.bar.restart_asked.connect(self._restart)
        self.bar.system_chosen.connect(self.see_in)
        self.bar.notes_asked.connect(self._show)
        self.bar.compare_asked.connect(self.begin_comparing)
        self.body.add(self.bar)
        self._above = QWidget()
        self._place = QVBoxLayout(self._above)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(LARGE)
        self.body.add(self._above)
        steps = QWidget()
        self._step_place = QVBoxLayout(steps)
        self._step_place.setContentsMargins(0, 0, 0, 0)
        self.side = SideColumn()
        self.side.followed.connect(self.followed)
        self.side.turn_asked.connect(self.turn_at)
        self._walked = Beside(steps, self.side, _STEP_SHARE, _NARROWEST)
        self.body.add(self._walked)

    @property
    def case_key(self) -> str:
        """The case that is open; empty before the first."""
        return self._walk.case.key if self._walk else ""

    @property
    def walk(self) -> Walk | None:
        """Where the reader is."""
        return self._walk

    @property
    def told(self) -> str:
        """The path and where it led, in words; empty before the first case."""
        return path_words(self._walk) if self._walk else ""

    def show_case(self, case: Case) -> None:
        """Go on with the walk through this case, or begin one in the system that is looked at."""
        system = self._walk.system if self._walk else System.NEW
        walk = self._walks.get(case.key)
        self._comparing = False
        self._go(walk.seen_in(system) if walk and walk.case == case else Walk(case, system))

    def show_figures(self, figures: CaseFigures) -> None:
        """Show other figures at the same place."""
        self._figures = figures
        self._show()

    def choose(self, key: str) -> None:
        """Take this choice."""
        if self._walk and self._walk.step.choice(key):
            self._go(self._walk.choose(key))
            self.focus_step()

    def step_back(self) -> bool:
        """Go back when there is something to go back from; whether there was."""
        inside = self._comparing or bool(self._walk and self._walk.path)
        if inside:
            self.go_back()
        return inside

    def go_back(self) -> None:
        """Leave the comparison, or go one choice back."""
        if self._comparing:
            self._comparing = False
            self._show()
        elif self._walk:
            self._go(self._walk.back())
        self.focus_step()

    def turn_at(self, position: int) -> None:
        """Go back to where choice number `position`, from 0, was made, to choose otherwise."""
        walk = self._walk
        while walk and len(walk.path) > position:
            walk = walk.back()
        if walk:
            self._go(walk)
            self.focus_step()

    def go_to(self, step: str) -> None:
        """The step with this key, by the fewest choices; nothing happens when none lead there."""
        walk = self._walk
        path = path_to(walk.case, step) if walk else None
        if walk and path is not None:
            self._go(replace(walk, path=path))
            self.focus_step()

    def show_at(self, case: Case, step: str) -> None:
        """Show a step of a case, or its beginning where no choice leads there; the keyboard stays."""
        system = self._walk.system if self._walk else System.NEW
        self._go(Walk(case, system, path_to(case, step) or ()))

    def be_preview(self) -> None:
        """Leave out what only makes sense on a page of its own; the mark stands above the form."""
        self.bar.all.hide()
        self.bar.compare.hide()
        self.bar.edit.hide()
        self.mark.hide()
        self._preview = True

    def see_in(self, system: str) -> None:
        """The same place in the old or the new system."""
        if self._walk:
            self._go(self._walk.seen_in(System(system)), stay=True)

    def focus_step(self) -> None:
        """Bring the keyboard to the first choice, and read the step out."""
        if self.step and self.step.buttons:
            self.step.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.step and self.step.back:
            self.step.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.step:
            announce(self, self.step.spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number, go back, change system."""
        number = event.key() - Qt.Key.Key_1
        buttons = self._choices
        if event.modifiers() not in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}:
            super().keyPressEvent(event)
        elif 0 <= number < len(buttons):
            buttons[number].click()
        elif event.key() == Qt.Key.Key_Backspace:
            self.step_back()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.below.isVisible():
            self._go_to_choices()
        elif event.key() == Qt.Key.Key_O and self._walk:
            self.see_in(System.NEW if self._walk.system is System.OLD else System.OLD)
        else:
            super().keyPressEvent(event)

    def _restart(self) -> None:
        self.turn_at(0)

    def _go(self, walk: Walk, *, stay: bool = False) -> None:
        self._walk = walk
        self._walks[walk.case.key] = walk
        if walk.ended:
            self._ended.setdefault(walk.case.key, {})[walk.path] = walk
        self._comparing = self._comparing and stay
        self._show()
        if not stay:
            self.body.verticalScrollBar().setValue(0)

    def _others(self, walk: Walk) -> list[Walk]:
        known = self._ended.get(walk.case.key, {}).values()
        return [other.seen_in(walk.system) for other in known if other.path != walk.path]

    def begin_comparing(self) -> None:
        """Lay this path beside another that was walked to its end; nothing when there is none."""
        if self._walk and self._others(self._walk):
            self._comparing = True
            self._show()
            if self.compare:
                self.compare.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        walk = self._walk
        if walk is None:
            return
        here, inside = self._focused_choice(), self._has_focus_inside()
        others = self._others(walk)
        self.mark.show_case(walk.case)
        self.bar.show_walk(walk, can_compare=bool(others) and not self._comparing)
        for place in (self._place, self._step_place):
            empty_layout(place)
        self.step, self.compare = None, None
        if self.bar.notes.isChecked():
            self._place.addWidget(notes_card(walk.case, self._figures))
        if self._comparing and others:
            self.compare = CompareView(walk, others, self._figures)
            self.compare.back.connect(self.go_back)
            self._place.addWidget(self.compare)
        else:
            self._show_step(walk)
        self._above.setHidden(not self._place.count())
        self._walked.setHidden(self.step is None)
        if here is not None:
            self._focus_choice(here)
        elif inside:
            self._focus_anew()
        self.below.show_choices(() if self._preview else self._choices)

    @property
    def _choices(self) -> list[BigChoice]:
        return self.step.buttons if self.step else []

    def _go_to_choices(self) -> None:
        if self.step and self.step.choices:
            self._focus_choice(0)
            reveal(self.step.choices)

    def _focus_choice(self, number: int | None) -> None:
        if number is not None and number < len(self._choices):
            self._choices[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_step(self, walk: Walk) -> None:
        self.step = StepColumn(walk, self._figures, can_compare=bool(self._others(walk)))
        self.step.chosen.connect(self.choose)
        self.step.back_asked.connect(self.go_back)
        self.step.compare_asked.connect(self.begin_comparing)
        self._step_place.addWidget(self.step)
        self.side.show_walk(walk, self._last(walk), self._figures)

    def _has_focus_inside(self) -> bool:
        """Whether the keyboard is on something that is made anew with each step."""
        held = QApplication.focusWidget()
        return held is not None and any(
            place.isAncestorOf(held) for place in (self.step, self.compare) if place is not None
        )

    def _focus_anew(self) -> None:
        """Keep the keyboard where it was, or at least here: its keys are those of the walk."""
        held = self.compare.back_button if self.compare else self.step.back if self.step else None
        (held or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused_choice(self) -> int | None:
        """The number of the choice that has the keyboard, from 0."""
        return next((number for number, button in enumerate(self._choices) if button.hasFocus()), None)

    def _last(self, walk: Walk) -> Consequences | None:
        """What the last choice did, with its figures."""
        did = walk.consequences()
        if not did:
            return None
        filled = self._figures.filled
        one, two, three = (
            Consequence(p.steps, filled(p.text)) for p in (did[-1].child, did[-1].time, did[-1].money)
        )
        return Consequences(one, two, three)
