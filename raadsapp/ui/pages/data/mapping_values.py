"""Which columns hold figures, what they are multiplied with, and which series each of them is of."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from raadsapp.services.layout_drafts import Decimal, Draft, Part, Where
from raadsapp.services.layout_tables import Table
from raadsapp.ui.pages.data.mapping_words import column_words, columns_of, columns_text
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Small
from raadsapp.ui.widgets.wrapping import Columns

_HELP = "De letters van de kolommen, zoals C-F of C, E. U kunt ze ook in het blad aanwijzen."
_FACTORS = (
    (1.0, "Zoals ze er staan"),
    (1000.0, "In duizenden"),
    (1_000_000.0, "In miljoenen"),
    (100.0, "Als deel van 1, moet %"),
)
_MIXED = "Verschilt per kolom"
_DECIMALS: tuple[tuple[Decimal, str], ...] = (
    ("", "Staat niet vast"),
    (",", "Komma: 1,5"),
    (".", "Punt: 1.5"),
)
_TWO = 150
_MOST_ASKED = 20
_MORE = "Dit zijn de eerste {} kolommen. Kies hierboven minder kolommen om de andere te noemen."


class ValuesField(QWidget):
    """`changed` gives another Draft."""

    changed = Signal(object)

    def __init__(self, series: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._series_choices = series
        self._draft = Draft(headings=(0, 0))
        self._width = 0
        self._drawn: tuple[tuple[int, str], ...] = ()
        self.columns = QLineEdit()
        self.columns_field = LabelledField("Kolommen met cijfers", self.columns, _HELP)
        self.factor, self.decimal = _box(), _box()
        for sign, words in _DECIMALS:
            self.decimal.addItem(words, sign)
        self.series: dict[int, QComboBox] = {}
        each = QWidget()
        self._each = QVBoxLayout(each)
        self._each.setContentsMargins(0, 0, 0, 0)
        self._each.setSpacing(MEDIUM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.columns_field)
        pair = Columns(narrowest=_TWO, most=2)
        pair.add(LabelledField("De cijfers staan er", self.factor))
        pair.add(LabelledField("Decimaalteken", self.decimal))
        column.addWidget(pair)
        column.addWidget(each)
        self.columns.editingFinished.connect(self._take_columns)
        self.columns.textEdited.connect(self.columns_field.clear_fault)
        self.factor.activated.connect(self._take_factor)
        self.decimal.activated.connect(self._take_decimal)

    def show_values(self, draft: Draft, table: Table) -> None:
        """Show the value columns of a draft, silently."""
        self._draft, self._width = draft, table.width
        written = columns_text([value.column for value in draft.values])
        if columns_of(self.columns.text(), table.width) != columns_of(written, table.width):
            self.columns.setText(written)
        self.columns_field.clear_fault()
        self._show_factor(draft)
        self.decimal.setCurrentIndex(self.decimal.findData(draft.decimal))
        self._show_each(draft, table)

    def _show_factor(self, draft: Draft) -> None:
        factors = {value.factor for value in draft.values} or {1.0}
        self.factor.clear()
        for factor, words in _FACTORS:
            self.factor.addItem(words, factor)
        if len(factors) > 1:
            self.factor.addItem(_MIXED, 0.0)
        self.factor.setCurrentIndex(self.factor.findData(0.0 if len(factors) > 1 else factors.pop()))

    def _show_each(self, draft: Draft, table: Table) -> None:
        per_column = draft.place(Part.INDICATOR).where is Where.HEADINGS
        headings = table.headings(draft.headings)
        asked = draft.values if per_column else ()
        drawn = tuple((value.column, column_words(value.column, headings)) for value in asked[:_MOST_ASKED])
        if drawn != self._drawn:
            self._drawn = drawn
            empty_layout(self._each)
            self.series = {column: self._series_box(column, words) for column, words in drawn}
            for before, after in pairwise((self.decimal, *self.series.values())):
                QWidget.setTabOrder(before, after)
            if len(asked) > _MOST_ASKED:
                self._each.addWidget(Small(_MORE.format(_MOST_ASKED)))
        for value in draft.values:
            if value.column in self.series:
                box = self.series[value.column]
                box.setCurrentIndex(max(box.findData(value.series), 0))

    def _series_box(self, column: int, words: str) -> QComboBox:
        box = _box()
        box.addItem("Kies…", "")
        for key, title in self._series_choices:
            box.addItem(title, key)
        box.activated.connect(partial(self._take_series, column))
        self._each.addWidget(LabelledField(f"{words} gaat over", box))
        return box

    def _take_columns(self) -> None:
        columns = columns_of(self.columns.text(), self._width)
        if columns is None:
            self.columns_field.show_fault("Schrijf letters van kolommen in dit blad, zoals C-F of C, E.")
        else:
            self._emit(self._draft.with_values(columns))

    def _take_factor(self) -> None:
        factor = float(self.factor.currentData())
        if factor:
            values = tuple(replace(value, factor=factor) for value in self._draft.values)
            self._emit(replace(self._draft, values=values))

    def _take_decimal(self) -> None:
        self._emit(replace(self._draft, decimal=self.decimal.currentData()))

    def _take_series(self, column: int, index: int) -> None:
        key = str(self.series[column].itemData(index))
        values = tuple(
            replace(value, series=key) if value.column == column else value for value in self._draft.values
        )
        self._emit(replace(self._draft, values=values))

    def _emit(self, draft: Draft) -> None:
        if draft != self._draft:
            self.changed.emit(draft)


def _box() -> QComboBox:
    box = QComboBox()
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
    return box
