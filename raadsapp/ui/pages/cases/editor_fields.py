"""The fields of the form, each at its place in the case."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from raadsapp.domain.case import Consequence
from raadsapp.domain.case_editing import NOTHING
from raadsapp.domain.case_places import LINES, OLD_LINES, Field, Place, value_at
from raadsapp.services.case_words import steps_words
from raadsapp.ui.pages.cases.editing import Editing
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.choice_box import ChoiceBox
from raadsapp.ui.widgets.growing_text import GrowingText, TextLine
from raadsapp.ui.widgets.labelled_field import LabelledField

_SHORTEST = 14
_STEPS = (-2, -1, 0, 1, 2)
_WORDS = {
    field: tuple(steps_words(line, Consequence(steps, "")) for steps in _STEPS)
    for line, field in enumerate(LINES)
}
_NEW_OF_OLD = dict(zip(OLD_LINES, _WORDS, strict=True))
_NAMES = {
    Field.CHILD: "Voor het kind",
    Field.TIME: "Voor de tijd",
    Field.MONEY: "Voor het geld",
    Field.CHILD_OLD: "Voor het kind, in het oude stelsel",
    Field.TIME_OLD: "Voor de tijd, in het oude stelsel",
    Field.MONEY_OLD: "Voor het geld, in het oude stelsel",
}
_SAME = "zoals nieuw"


class PlacedField(LabelledField):
    """A field with its place; subclasses hand what is filled in to `editing`."""

    def __init__(self, editing: Editing, place: Place, field: QWidget, help_text: str, label: str) -> None:
        super().__init__(label or place.field, field, help_text)
        self.editing, self.place = editing, place

    @property
    def touched(self) -> bool:
        """Whether there is something in it: only then is it said below it what is wrong."""
        value = value_at(self.editing.case, self.place)
        return bool(value.text if isinstance(value, Consequence) else value)

    def take_keyboard(self, start: int = 0, length: int = 0) -> None:
        """Bring the keyboard here, with a part of the text selected if there is one."""
        self.field.setFocus()
        if isinstance(self.field, TextLine | GrowingText) and length:
            self.field.select_part(start, length)


class TextField(PlacedField):
    """A text of one line, or with `lines` of at least so many."""

    def __init__(
        self, editing: Editing, place: Place, help_text: str = "", *, lines: int = 1, label: str = ""
    ) -> None:
        text: str = value_at(editing.case, place)
        box = TextLine(text) if lines == 1 else GrowingText(text, lines)
        super().__init__(editing, place, box, help_text, label)
        box.edited.connect(self._take)

    def _take(self, text: str) -> None:
        self.editing.set_value(self.place, text)


class LinesField(PlacedField):
    """A list of texts, each on a line of its own."""

    def __init__(self, editing: Editing, place: Place, help_text: str = "", *, lines: int = 3) -> None:
        box = GrowingText("\n".join(value_at(editing.case, place)), lines)
        super().__init__(editing, place, box, help_text, "")
        box.edited.connect(self._take)

    def _take(self, text: str) -> None:
        self.editing.set_value(self.place, tuple(line for line in text.split("\n") if line.strip()))


class OptionField(PlacedField):
    """One of some values, each with its word; `nothing` is said while none is chosen."""

    def __init__(
        self,
        editing: Editing,
        place: Place,
        options: Sequence[tuple[str, str]],
        help_text: str = "",
        *,
        nothing: str = "",
        label: str = "",
    ) -> None:
        box = ChoiceBox()
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_SHORTEST)
        if nothing:
            box.setPlaceholderText(nothing)
        for key, word in options:
            box.addItem(word, key)
        box.setCurrentIndex(box.findData(str(value_at(editing.case, place))))
        super().__init__(editing, place, box, help_text, label)
        self.box = box
        box.activated.connect(self._take)

    def _take(self, number: int) -> None:
        self.choose(self.box.itemData(number))

    def choose(self, key: str) -> None:
        """Take this option."""
        self.editing.set_value(self.place, key)


class ConsequenceField(PlacedField):
    """What a choice does to one line: how much, and the sentence that says so."""

    def __init__(self, editing: Editing, place: Place) -> None:
        self._optional = place.field in OLD_LINES
        words = _WORDS[_NEW_OF_OLD.get(place.field, place.field)]
        found: Consequence | None = value_at(editing.case, place)
        self.amount = ChoiceBox()
        self.amount.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        if self._optional:
            self.amount.addItem(_SAME, None)
        for steps, word in zip(_STEPS, words, strict=True):
            self.amount.addItem(word, steps)
        self.words = TextLine(found.text if found else "")
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.amount)
        row.addWidget(self.words, 1)
        both.setFocusProxy(self.words)
        super().__init__(editing, place, both, "", _NAMES[place.field])
        self.amount.setAccessibleName(f"{_NAMES[place.field]}: hoeveel")
        self.words.setAccessibleName(f"{_NAMES[place.field]}: in een zin")
        self.words.setPlaceholderText("Wat betekent dat? Eén zin.")
        self._show(found)
        self.amount.activated.connect(self._choose)
        self.words.edited.connect(self._take)

    def take_keyboard(self, start: int = 0, length: int = 0) -> None:
        """Bring the keyboard to the sentence."""
        self.words.setFocus()
        if length:
            self.words.select_part(start, length)

    def _show(self, found: Consequence | None) -> None:
        self.amount.setCurrentIndex(self.amount.findData(found.steps if found else None))
        self.words.setEnabled(found is not None)

    def _choose(self, number: int) -> None:
        steps = self.amount.itemData(number)
        found = None if steps is None else Consequence(int(steps), self.words.text())
        self._show(found)
        self.editing.set_value(self.place, found)

    def _take(self, text: str) -> None:
        found: Consequence = value_at(self.editing.case, self.place) or NOTHING
        self.editing.set_value(self.place, Consequence(found.steps, text))


def text_in(field: QWidget | None) -> TextLine | GrowingText | None:
    """The field as one that a text can be put into, if it is."""
    return field if isinstance(field, TextLine | GrowingText) else None
