"""The form, one part at a time: choose a part, go to the one before or after it, put in a figure."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from raadsapp.domain.case_editing import add_step
from raadsapp.domain.case_places import Field, Place
from raadsapp.domain.catalog import Catalog
from raadsapp.ui.pages.cases.editing import Editing
from raadsapp.ui.pages.cases.editor_choice import step_name
from raadsapp.ui.pages.cases.editor_fields import PlacedField, text_in
from raadsapp.ui.pages.cases.editor_parts import ClosingPart, HeadPart, Part, StepPart
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.buttons import icon_button
from raadsapp.ui.widgets.choice_box import ChoiceBox
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.scroll_column import ScrollColumn
from raadsapp.ui.widgets.wrapping import Row

if TYPE_CHECKING:
    from raadsapp.ui.widgets.growing_text import GrowingText, TextLine

_HEAD, _CLOSING = -1, -2
_CLOSING_FIELDS = frozenset({Field.QUESTIONS, Field.NOTES})
_WIDE_BOX, _SMALL_BOX = 18, 12


class EditorForm(QWidget):
    """`step_seen` gives the number of the step that is in the form, from 0."""

    step_seen = Signal(int)

    def __init__(self, editing: Editing, catalog: Catalog) -> None:
        super().__init__()
        self.editing, self._catalog = editing, catalog
        self.part: Part = HeadPart(editing, catalog)
        self._number = _HEAD
        self._at = 0  # where the form was scrolled to before it was made anew
        self._last: TextLine | GrowingText | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._chooser())
        self._scrolled = ScrollColumn()
        self._scrolled.add(self.part)
        column.addWidget(self._scrolled, 1)
        editing.typed.connect(self._rename_part)
        editing.reshaped.connect(self._rebuild)
        QApplication.instance().focusChanged.connect(self._take_focus)  # type: ignore[union-attr]
        self._name_parts()

    def _chooser(self) -> QWidget:
        self.box = ChoiceBox()
        self.box.setAccessibleName("Deel van de casus")
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_WIDE_BOX)
        self.box.activated.connect(self._choose)
        self.before = icon_button("chevron-left", "Vorig deel (Alt+Page Up)")
        self.next = icon_button("chevron-right", "Volgend deel (Alt+Page Down)")
        self.before.clicked.connect(self.go_before)
        self.next.clicked.connect(self.go_on)
        self.figure = ChoiceBox()
        self.figure.setAccessibleName("Voeg een cijfer in")
        self.figure.setToolTip("Zet een cijfer van het dossier of een schuif in de tekst")
        self.figure.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.figure.setMinimumContentsLength(_SMALL_BOX)
        self.figure.setPlaceholderText("Cijfer invoegen…")
        for lever in self._catalog.levers:
            self.figure.addItem(lever.label, lever.key)
        for fact in self._catalog.facts:
            self.figure.addItem(fact.label, fact.key)
        self.figure.setCurrentIndex(-1)
        self.figure.activated.connect(self._put_figure)
        return Row(self.before, self.box, self.next, self.figure)

    @property
    def step(self) -> int:
        """The number of the step that is in the form, from 0; −1 when it is another part."""
        return self._number if self._number >= 0 else -1

    def field_at(self, place: Place) -> PlacedField | None:
        """The field of this place in the part that is open; that of the choices is the first of them."""
        found = self.part.fields.get(place)
        if found is None and place.field is Field.CHOICES:
            first = Place(Field.CHOICE, place.step, 0)
            found = self.part.fields.get(first) or self.part.fields.get(Place(Field.STEP_TITLE, place.step))
        return found

    def go_to(self, place: Place, start: int = 0, length: int = 0) -> None:
        """Open the part of this place and bring the keyboard to its field, a part of its text selected."""
        number = _CLOSING if place.field in _CLOSING_FIELDS else _HEAD
        self._open(number if place.step is None else place.step)
        field = self.field_at(place) or next(iter(self.part.fields.values()))
        field.setVisible(True)
        field.take_keyboard(start, length)
        reveal(field)

    def go_on(self) -> None:
        """Open the part after this one."""
        self._open_nth(self.box.currentIndex() + 1)

    def go_before(self) -> None:
        """Open the part before this one."""
        self._open_nth(self.box.currentIndex() - 1)

    def add_step(self) -> None:
        """Put a new step behind the one that is in the form, or behind all, and open it."""
        after = self.step if self.step >= 0 else len(self.editing.case.steps) - 1
        more = add_step(self.editing.case, after)
        self.editing.reshape(more, Place(Field.STEP_TITLE, after + 1))

    def _open_nth(self, place: int) -> None:
        if 0 <= place < self.box.count():
            self._open(self.box.itemData(place))
            self._focus_first()

    def _choose(self, place: int) -> None:
        self._open(self.box.itemData(place))
        self._focus_first()

    def _focus_first(self) -> None:
        first = next(iter(self.part.fields.values()))
        first.take_keyboard()
        reveal(first)

    def _open(self, number: int) -> None:
        if number == self._number:
            return
        self._show(number)

    def _show(self, number: int) -> None:
        self._number = number
        self._last = None
        self._scrolled.clear()
        if number == _HEAD:
            self.part = HeadPart(self.editing, self._catalog)
        elif number == _CLOSING:
            self.part = ClosingPart(self.editing)
        else:
            self.part = StepPart(self.editing, self._catalog, number)
        self._scrolled.add(self.part)
        self._scrolled.verticalScrollBar().setValue(0)
        self._name_parts()
        self.step_seen.emit(self.step)

    def _rebuild(self, place: Place) -> None:
        self._at = self._scrolled.verticalScrollBar().value()
        same = place.step == self.step if place.step is not None else False
        number = _CLOSING if place.field in _CLOSING_FIELDS else _HEAD
        self._show(number if place.step is None else place.step)
        if same:
            QTimer.singleShot(0, self, self._scroll_back)
        self.go_to(place)

    def _scroll_back(self) -> None:
        self._scrolled.verticalScrollBar().setValue(self._at)

    def _name_parts(self) -> None:
        case = self.editing.case
        names = [("Over de casus", _HEAD)]
        names += [(step_name(case, number), number) for number in range(len(case.steps))]
        names.append(("Vragen en notities", _CLOSING))
        self.box.clear()
        for name, number in names:
            self.box.addItem(name, number)
        place = self.box.findData(self._number)
        self.box.setCurrentIndex(place)
        self.before.setEnabled(place > 0)
        self.next.setEnabled(place < self.box.count() - 1)

    def _rename_part(self, place: Place) -> None:
        if place.field is Field.STEP_TITLE and place.step is not None:
            at = self.box.findData(place.step)
            self.box.setItemText(at, step_name(self.editing.case, place.step))

    def _take_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        field = text_in(now)
        if field is not None and self.part.isAncestorOf(field):
            self._last = field

    def _put_figure(self, number: int) -> None:
        key = self.figure.itemData(number)
        self.figure.setCurrentIndex(-1)
        if self._last is not None:
            self._last.put_in(f"{{{key}}}")
            self._last.setFocus(Qt.FocusReason.OtherFocusReason)
