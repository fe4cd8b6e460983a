"""The form of the mapping screen: where the headings, the figures and what they are about stand."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.observation import Status
from raadsapp.domain.period import PeriodKind
from raadsapp.intake.periods import period_of_day
from raadsapp.services.layout_building import readable_headings
from raadsapp.services.layout_drafts import Draft, Part, Place, Where
from raadsapp.services.layout_tables import Table
from raadsapp.ui.pages.data.mapping_part import PartField
from raadsapp.ui.pages.data.mapping_values import ValuesField
from raadsapp.ui.pages.data.mapping_words import municipality_choices, series_choices
from raadsapp.ui.theme.tokens import MEDIUM, SMALL
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.text import Small, Subheading, Tone
from raadsapp.ui.widgets.wrapping import Columns

_ROWS = (
    "De tabel begint hieronder en loopt door tot de laatste rij met cijfers. Noten eronder tellen niet mee."
)
_SKIP_HELP = "Woorden in de kolom met gemeenten, met een komma ertussen. Zulke rijen tellen niet mee."
_DIMENSION_HELP = "Zo heet de uitsplitsing in de app, zoals ‘soort hulp’."
_KINDS = (
    ("", "Er staan geen dagen"),
    (PeriodKind.YEAR, "Het jaar"),
    (PeriodKind.HALF_YEAR, "Het halfjaar"),
    (PeriodKind.QUARTER, "Het kwartaal"),
    (PeriodKind.MONTH, "De maand"),
)
_TWO = 150


class MappingForm(QWidget):
    """`changed` gives another Draft, `headings_changed` the rows (first, last) that hold the headings."""

    changed = Signal(object)
    headings_changed = Signal(int, int)

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._draft = Draft(headings=(0, 0))
        self.first, self.last = QSpinBox(), QSpinBox()
        for box in (self.first, self.last):
            box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.first_field = LabelledField("Van rij", self.first)
        self.last_field = LabelledField("Tot en met rij", self.last)
        self.rows_told = Small(_ROWS)
        self.values = ValuesField(series_choices(catalog))
        once = {
            Part.MUNICIPALITY: municipality_choices(catalog),
            Part.INDICATOR: series_choices(catalog),
        }
        self.parts = {part: PartField(part, once.get(part, ())) for part in Part}
        self.dimension, self.skip, self.source = QLineEdit(), QLineEdit(), QLineEdit()
        self.status, self.days = _box(), _box()
        for status in Status:
            self.status.addItem(status.value.capitalize(), status)
        for kind, words in _KINDS:
            self.days.addItem(words, kind)
        self.dimension_field = LabelledField("Naam van de uitsplitsing", self.dimension, _DIMENSION_HELP)
        self.skip_field = LabelledField("Rijen overslaan met", self.skip, _SKIP_HELP)
        self.days_field = LabelledField("Een dag staat voor", self.days)
        self._arrange()
        self._connect()

    def show_draft(self, draft: Draft, table: Table) -> None:
        """Show this draft, silently."""
        self._draft = draft
        self._show_rows(draft, table)
        self.values.show_values(draft, table)
        for field in self.parts.values():
            field.show_part(draft, table)
        self.dimension_field.setHidden(draft.place(Part.BREAKDOWN).where is Where.NOWHERE)
        self.skip_field.setHidden(draft.place(Part.MUNICIPALITY).where is not Where.COLUMN)
        self.days_field.setHidden(not _days_there(draft, table))
        _write(self.dimension, draft.dimension)
        _write(self.skip, ", ".join(draft.skip))
        _write(self.source, draft.source)
        self.status.setCurrentIndex(self.status.findData(draft.status))
        self.days.setCurrentIndex(max(self.days.findData(draft.days or ""), 0))

    def _show_rows(self, draft: Draft, table: Table) -> None:
        wrong = readable_headings(draft, table)
        for box, row in ((self.first, draft.headings[0]), (self.last, draft.headings[1])):
            box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            box.setRange(1, max(len(table.rows), 1))
            box.setValue(row + 1)
            box.blockSignals(False)  # noqa: FBT003
        self.rows_told.show_text(wrong or _ROWS)
        self.rows_told.show_tone(Tone.CONCERN if wrong else Tone.MUTED)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(Subheading("1. Waar staan de kolomnamen?"))
        column.addWidget(_pair(self.first_field, self.last_field))
        column.addWidget(self.rows_told)
        column.addSpacing(SMALL)
        column.addWidget(Subheading("2. Welke kolommen hebben cijfers?"))
        column.addWidget(self.values)
        column.addSpacing(SMALL)
        column.addWidget(Subheading("3. Waar gaan de cijfers over?"))
        for part, field in self.parts.items():
            column.addWidget(field)
            if part is Part.MUNICIPALITY:
                column.addWidget(self.skip_field)
            if part is Part.PERIOD:
                column.addWidget(self.days_field)
            if part is Part.BREAKDOWN:
                column.addWidget(self.dimension_field)
        column.addWidget(
            _pair(LabelledField("Status van de cijfers", self.status), LabelledField("Bron", self.source))
        )
        column.addStretch(1)

    def _connect(self) -> None:
        self.first.valueChanged.connect(self._take_rows)
        self.last.valueChanged.connect(self._take_rows)
        self.values.changed.connect(self._emit)
        for part, field in self.parts.items():
            field.changed.connect(partial(self._take_place, part))
        for written in (self.dimension, self.skip, self.source):
            written.editingFinished.connect(self._take_rest)
        self.status.activated.connect(self._take_rest)
        self.days.activated.connect(self._take_rest)

    def _take_rows(self) -> None:
        first = self.first.value() - 1
        last = self.last.value() - 1
        if first > last:
            first, last = (last, last) if self.sender() is self.last else (first, first)
        self.headings_changed.emit(first, last)

    def _take_place(self, part: Part, place: Place) -> None:
        draft = self._draft.with_place(part, place)
        if part is Part.BREAKDOWN and not draft.dimension:
            draft = replace(draft, dimension="uitsplitsing")
        self._emit(draft)

    def _take_rest(self) -> None:
        words = (word.strip() for word in self.skip.text().split(","))
        self._emit(
            replace(
                self._draft,
                dimension=self.dimension.text().strip(),
                skip=tuple(word for word in words if word),
                source=self.source.text().strip(),
                status=Status(self.status.currentData()),
                days=PeriodKind(self.days.currentData()) if self.days.currentData() else None,
            )
        )

    def _emit(self, draft: Draft) -> None:
        if draft != self._draft:
            self.changed.emit(draft)


def _days_there(draft: Draft, table: Table) -> bool:
    """Whether periods are written as days, or were said to be."""
    place = draft.place(Part.PERIOD)
    if place.where is not Where.COLUMN:
        return False
    days = (period_of_day(text, PeriodKind.YEAR) for text in table.texts(place.column, draft.headings))
    return draft.days is not None or any(days)


def _pair(*fields: QWidget) -> Columns:
    pair = Columns(narrowest=_TWO, most=2)
    for field in fields:
        pair.add(field)
    return pair


def _write(field: QLineEdit, text: str) -> None:
    """Show a text, unless it is there already: the place of the cursor stays."""
    if field.text().strip() != text:
        field.setText(text)


def _box() -> QComboBox:
    box = QComboBox()
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box
