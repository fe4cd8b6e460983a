"""The second step: what a file would do, before anything is stored."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Series
from raadsapp.domain.goals import Indicator
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.services.deliveries import Change, Preview
from raadsapp.texts import amount, number
from raadsapp.ui.pages.data import words
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import MEDIUM, SMALL
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.data_table import DataTable
from raadsapp.ui.widgets.problem_table import ProblemTable
from raadsapp.ui.widgets.source_line import CaveatLine
from raadsapp.ui.widgets.table_rows import Column
from raadsapp.ui.widgets.tabs import Tabs
from raadsapp.ui.widgets.text import Body, Lead, Small, Tone
from raadsapp.ui.widgets.wrapping import Row

T = TypeVar("T")
_FIRST_ROWS = 50
_BREAKDOWN = "Uitsplitsing"


class PreviewView(QWidget):
    """One sentence, what is kept out, and in tabs the problems, the changes and the first values."""

    def __init__(self, state: AppState, preview: Preview) -> None:
        super().__init__()
        self._state = state
        self._catalog = state.session.catalog
        self._preview = preview
        self.problems: ProblemTable | None = None
        self.changes: DataTable | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(Lead(words.counts_sentence(preview)))
        column.addWidget(Small(words.recognised_sentence(preview)))
        if preview.already:
            column.addWidget(CaveatLine(words.already_sentence(preview.already)))
        blocking = words.blocking_sentence(preview)
        if blocking:
            column.addWidget(CaveatLine(blocking))
        self.tabs = Tabs("Voorbeeld")
        self._add_problems()
        self._add_changes()
        self._add_first_rows()
        if preview.changes and not words.worth_looking(preview):
            self.tabs.open(1)
        column.addWidget(self.tabs)

    def take_focus(self) -> None:
        """Put the keyboard in the table that is seen."""
        table = self.tabs.current_page.findChild(DataTable)
        (table or self.tabs.bar).setFocus()

    def next_problem(self) -> None:
        """Go to the next problem."""
        if self.problems:
            self._to_problems(self.problems)
            self.problems.go_next()

    def previous_problem(self) -> None:
        """Go to the problem before."""
        if self.problems:
            self._to_problems(self.problems)
            self.problems.go_previous()

    def _to_problems(self, table: ProblemTable) -> None:
        self.tabs.open(0)
        table.setFocus()

    def _add_problems(self) -> None:
        problems = self._preview.problems
        if not problems:
            self.tabs.add(_tab(Body("Geen bijzonderheden gevonden.", Tone.MUTED)), "Meldingen (0)")
            return
        self.problems = ProblemTable(problems, with_sheet=bool(self._preview.sheets))
        copy = quiet_button("Alle meldingen kopiëren", "copy")
        copy.clicked.connect(self._copy_problems)
        keys = Small("F8 gaat naar de volgende melding, Shift+F8 naar de vorige.")
        self.tabs.add(_tab(self.problems, keys, Row(copy)), words.problems_title(self._preview))

    def _add_changes(self) -> None:
        if self._preview.changes:
            self.changes = DataTable("Wat verandert")
            self.changes.show_items(
                _without_empty(_change_columns(self._catalog), [it.key for it in self._preview.changes]),
                self._preview.changes,
            )
            self.tabs.add(_tab(self.changes), f"Wat verandert ({number(self._preview.changed)})")

    def _add_first_rows(self) -> None:
        values = self._preview.observations
        if not values:
            return
        table = DataTable("Eerste waarden")
        first = values[:_FIRST_ROWS]
        table.show_items(_without_empty(_value_columns(self._catalog), [it.key for it in first]), first)
        told = [Small(f"De eerste {_FIRST_ROWS} van {number(len(values))} waarden.")]
        self.tabs.add(_tab(table, *(told if len(values) > _FIRST_ROWS else ())), "Wat wordt ingelezen")

    def _copy_problems(self) -> None:
        if self.problems:
            QGuiApplication.clipboard().setText(self.problems.as_text())
            self._state.notify("De meldingen zijn gekopieerd.")


def _tab(*widgets: QWidget) -> QWidget:
    tab = QWidget()
    column = QVBoxLayout(tab)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SMALL)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return tab


def _change_columns(catalog: Catalog) -> Sequence[Column[Change]]:
    return (
        Column("Reeks", lambda change: _series(catalog, change.key)),
        Column("Gemeente", lambda change: _municipality(catalog, change.key)),
        Column("Periode", lambda change: change.key.period.label, lambda change: change.key.period),
        Column(_BREAKDOWN, lambda change: change.key.breakdown),
        Column("Was", lambda change: _value(catalog, change.key, change.old), lambda it: it.old, right=True),
        Column(
            "Wordt", lambda change: _value(catalog, change.key, change.new), lambda it: it.new, right=True
        ),
    )


def _value_columns(catalog: Catalog) -> Sequence[Column[Observation]]:
    return (
        Column("Reeks", lambda value: _series(catalog, value.key)),
        Column("Gemeente", lambda value: _municipality(catalog, value.key)),
        Column("Periode", lambda value: value.key.period.label, lambda value: value.key.period),
        Column(_BREAKDOWN, lambda value: value.key.breakdown),
        Column("Waarde", lambda it: _value(catalog, it.key, it.value), lambda it: it.value, right=True),
        Column("Status", lambda value: value.status.value),
    )


def _without_empty(columns: Sequence[Column[T]], keys: Sequence[ObservationKey]) -> Sequence[Column[T]]:
    """The columns, without the one for breakdowns where there is none."""
    if any(key.breakdown for key in keys):
        return columns
    return [column for column in columns if column.title != _BREAKDOWN]


def _series(catalog: Catalog, key: ObservationKey) -> str:
    found = catalog.find(key.indicator)
    return found.title if isinstance(found, Indicator | Series) else key.indicator


def _municipality(catalog: Catalog, key: ObservationKey) -> str:
    found = catalog.municipality(key.municipality)
    return found.name if found else key.municipality


def _value(catalog: Catalog, key: ObservationKey, value: float) -> str:
    found = catalog.find(key.indicator)
    return amount(value, found.unit if isinstance(found, Indicator | Series) else "aantal")
