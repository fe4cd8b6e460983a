"""One part of the mapping form: where the municipality, period or something else stands."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from raadsapp.intake.cells import cell_name
from raadsapp.intake.periods import read_period
from raadsapp.services.layout_drafts import NOWHERE, Draft, Part, Place, Where
from raadsapp.services.layout_tables import Table
from raadsapp.ui.pages.data.mapping_words import NAMES, all_columns, cell_of, place_words, sample
from raadsapp.ui.theme.tokens import TIGHT
from raadsapp.ui.widgets.choice_box import ChoiceBox
from raadsapp.ui.widgets.labelled_field import LabelledField

_ONCE = {Part.MUNICIPALITY, Part.PERIOD, Part.INDICATOR}
_GUESS = "Gok van de app."
_NO_PERIOD = "Schrijf een periode, zoals 2019-K1 of 2019."
_NO_CELL = "Schrijf een cel, zoals A1."


class PartField(QWidget):
    """A list of places, below it what holds for the whole file or which cell; `changed` gives a Place."""

    changed = Signal(object)

    def __init__(self, part: Part, once: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._part = part
        self._places: tuple[Place, ...] = ()
        self._words: tuple[str, ...] = ()
        self.where = _box()
        self.where_field = LabelledField(NAMES[part], self.where)
        self.keys = _box()
        self.keys.setPlaceholderText("Kies…")
        for key, words in once:
            self.keys.addItem(words, key)
        self.written = QLineEdit()
        name = NAMES[part].lower()
        self.keys_field = LabelledField("", self.keys, says=f"{NAMES[part]} van het hele bestand")
        self.written_field = LabelledField("", self.written, says=f"Welke {name}")
        for field in (self.keys_field, self.written_field):
            field.hide_name()
        self._once = bool(once)
        self._place = NOWHERE
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        for field in (self.where_field, self.keys_field, self.written_field):
            column.addWidget(field)
        self.where.activated.connect(self._choose)
        self.keys.activated.connect(self._choose_key)
        self.written.editingFinished.connect(self._write)

    def show_part(self, draft: Draft, table: Table) -> None:
        """Show where this part stands according to a draft, silently."""
        self._place = draft.place(self._part)
        columns, named = all_columns(table.headings(draft.headings))
        others = self._elsewhere(draft, table)
        self._places = (NOWHERE, *columns, *others)
        nowhere, *words = (place_words(place, self._part) for place in (NOWHERE, *others))
        offered = (nowhere, *named, *words)
        if offered != self._words:
            self._words = offered
            self.where.clear()
            self.where.addItems(offered)
        self.where.setCurrentIndex(self._places.index(_kind_of(self._place, self._places)))
        guess = _GUESS if self._part in draft.guessed else ""
        self.where_field.show_help(f"{guess} {sample(draft, self._part, table)}".strip())
        self._show_extra()

    def _elsewhere(self, draft: Draft, table: Table) -> tuple[Place, ...]:
        """Where this part may stand besides the columns."""
        outside = [Place(Where.CELL, 0, 0)]
        if self._place.where is Where.CELL:
            outside = [self._place]
        if table.name != table.file:
            outside.append(Place(Where.SHEET))
        outside.append(Place(Where.FILE))
        headings = (Place(Where.HEADINGS),) if self._part is not Part.UNIT and draft.values else ()
        once = (Place(Where.TEXT),) if self._part in _ONCE else ()
        return (*headings, *once, *outside)

    def _show_extra(self) -> None:
        where = self._place.where
        self.keys_field.setHidden(where is not Where.TEXT or not self._once)
        written = where is Where.CELL or (where is Where.TEXT and not self._once)
        self.written_field.setHidden(not written)
        if where is Where.TEXT:
            self.keys.setCurrentIndex(self.keys.findData(self._place.text))
            self.written.setPlaceholderText("2019-K1")
            self.written.setText(self._place.text)
        elif where is Where.CELL:
            self.written.setPlaceholderText("A1")
            self.written.setText(cell_name(self._place.row, self._place.column))
        self.written_field.clear_fault()

    def _choose(self, index: int) -> None:
        place = self._places[index]
        if place.where is Where.TEXT:
            place = self._place if self._place.where is Where.TEXT else Place(Where.TEXT)
        self._take(place)
        if place.where is Where.TEXT:
            (self.keys if self._once else self.written).setFocus()

    def _choose_key(self, index: int) -> None:
        self._take(Place(Where.TEXT, text=str(self.keys.itemData(index))))

    def _write(self) -> None:
        text = self.written.text().strip()
        if self._place.where is Where.CELL:
            cell = cell_of(text)
            if cell is None:
                self.written_field.show_fault(_NO_CELL)
            else:
                self._take(Place(Where.CELL, cell[1], cell[0]))
        elif text and read_period(text) is None:
            self.written_field.show_fault(_NO_PERIOD)
        else:
            self._take(Place(Where.TEXT, text=text))

    def _take(self, place: Place) -> None:
        if place != self._place:
            self._place = place
            self._show_extra()
            self.changed.emit(place)


def _kind_of(place: Place, offered: Sequence[Place]) -> Place:
    """The one among those offered that this place is; what holds for the whole file may differ."""
    if place.where is Where.TEXT:
        return Place(Where.TEXT)
    return place if place in offered else NOWHERE


def _box() -> ChoiceBox:
    box = ChoiceBox()
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    return box
