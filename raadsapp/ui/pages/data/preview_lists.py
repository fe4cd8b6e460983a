"""Beside the sheet: what was found, what changes, and the first values, each in a tab."""

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QEvent, QItemSelectionModel, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.problem import Problem
from raadsapp.services.delivered_values import Change
from raadsapp.services.delivery_cells import Shown, municipality_name, series_name, value_words
from raadsapp.texts import breakdown_words, number
from raadsapp.ui.pages.data import words
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.data_table import DataTable
from raadsapp.ui.widgets.problem_table import ProblemTable
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS
from raadsapp.ui.widgets.table_rows import Column
from raadsapp.ui.widgets.tabs import Tabs
from raadsapp.ui.widgets.text import Body, Small, Tone

_FIRST_ROWS = 50
_MOST_HEIGHT = 208
_MOST_CHANGES = 1000


class PreviewLists(QWidget):
    """`went` says that the reader came to another row of a list; `current` is what that row is about."""

    went = Signal()

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._catalog = catalog
        self._silent = False
        self._row = 0
        self._between = False
        self.tabs = Tabs("Voorbeeld")
        self.problems: ProblemTable | None = None
        self.changes: DataTable | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.tabs)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS and hasattr(self, "tabs"):
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._limit_height)
        super().changeEvent(event)

    @property
    def current(self) -> object:
        """The problem, change or observation of the row the reader is on; None without one."""
        return self.table.current_item if self.table else None

    @property
    def table(self) -> DataTable | None:
        """The table that is seen."""
        return self.tabs.current_page.findChild(DataTable)

    @property
    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, from top to bottom."""
        return [self.tabs.bar, *self.tabs.findChildren(DataTable)]

    def show_shown(self, shown: Shown) -> None:
        """List what this preview holds; the tab that was open stays open when it is still there."""
        preview, problem = shown.preview, self.problem
        title = self.tabs.titles[self.tabs.bar.currentIndex()].split(" (")[0] if self.tabs.titles else ""
        self._silent = True
        fresh = Tabs("Voorbeeld")
        self._column.replaceWidget(self.tabs, fresh)
        self.tabs.hide()
        self.tabs.deleteLater()
        self.tabs, self.problems, self.changes = fresh, None, None
        self._add_problems(shown)
        self._add_changes(preview.changes)
        self._add_first_rows(preview.observations)
        self._stay_at(problem)
        self._silent = True
        names = [one.split(" (")[0] for one in fresh.titles]
        if title in names:
            fresh.open(names.index(title))
        elif preview.changes and not words.worth_looking(preview):
            fresh.open(1)
        self._limit_height()
        fresh.bar.currentChanged.connect(self._tell)
        self._silent = False

    @property
    def problem(self) -> Problem | None:
        """The problem the reader is at, also when another tab is open; None once it is solved."""
        table = self.problems
        if table is None or self._between or not 0 <= self._row < len(table.items):
            return None
        found = table.items[self._row]
        return found if isinstance(found, Problem) else None

    def go_next(self) -> None:
        """Go to the problem after the one the reader is at or solved, after the last one to the first."""
        self._go_to_row(self._row + 1)

    def go_previous(self) -> None:
        """Go to the problem before it, before the first one to the last."""
        self._go_to_row(self._row if self._between else self._row - 1)

    def show_problem(self, problem: Problem) -> None:
        """Mark this problem in its list, silently."""
        if self.problems and problem in self.problems.items:
            self._mark(self.problems, self.problems.items.index(problem))

    def _go_to_row(self, row: int) -> None:
        if self.problems:
            self._mark(self.problems, row)
            self._silent = True
            self.tabs.open(0)
            self._silent = False
            self.went.emit()

    def _mark(self, table: ProblemTable, row: int) -> None:
        self._silent = True
        table.go_to_row(row)
        self._row, self._between = table.currentIndex().row(), False
        self._silent = False

    def _stay_at(self, problem: Problem | None) -> None:
        """Be at the same problem in another list; when it is gone, between those around it."""
        table = self.problems
        if table is None:
            return
        if problem in table.items:
            self._mark(table, table.items.index(problem))
        elif problem:
            self._stay_between(table, self._row - 1)
        elif self._between:
            self._stay_between(table, self._row)
        else:
            self._mark(table, 0)

    def _stay_between(self, table: ProblemTable, row: int) -> None:
        """Be after this row, with no problem marked."""
        self._row, self._between = min(row, len(table.items) - 1), True
        index = table.model().index(max(self._row, 0), 0)
        table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Clear)
        table.scrollTo(index)

    def _add_problems(self, shown: Shown) -> None:
        problems = shown.preview.problems
        if not problems:
            self.tabs.add(_tab(Body("Geen bijzonderheden gevonden.", Tone.MUTED)), "Meldingen (0)")
            return
        self.problems = ProblemTable(problems, with_sheet=bool(shown.preview.sheets))
        self._listen(self.problems)
        self.tabs.add(_tab(self.problems), words.problems_title(shown.preview))

    def _add_changes(self, changes: Sequence[Change]) -> None:
        if not changes:
            return
        self.changes = DataTable("Wat verandert")
        first = tuple(islice(changes, _MOST_CHANGES))
        self.changes.show_items(_change_columns(self._catalog), first, stretched=0)
        self._listen(self.changes)
        told = [Small(f"De eerste {number(_MOST_CHANGES)} van {number(len(changes))} veranderingen.")]
        page = _tab(self.changes, *(told if len(changes) > _MOST_CHANGES else ()))
        self.tabs.add(page, f"Verandert ({number(len(changes))})")

    def _add_first_rows(self, values: Sequence[Observation]) -> None:
        if not values:
            return
        table = DataTable("Eerste waarden")
        first = tuple(islice(values, _FIRST_ROWS))
        table.show_items(_value_columns(self._catalog), first, stretched=0)
        self._listen(table)
        told = [Small(f"De eerste {_FIRST_ROWS} van {number(len(values))} waarden.")]
        page = _tab(table, *(told if len(values) > _FIRST_ROWS else ()))
        self.tabs.add(page, f"Waarden ({number(len(values))})")

    def _limit_height(self) -> None:
        """Leave room beside the sheet for what is said of one cell."""
        for table in self.tabs.findChildren(DataTable):
            table.setMaximumHeight(applied_theme().px(_MOST_HEIGHT))

    def _listen(self, table: DataTable) -> None:
        table.selectionModel().currentRowChanged.connect(self._tell)

    def _tell(self, *_where: object) -> None:
        if self._silent:
            return
        if self.problems and self.tabs.bar.currentIndex() == 0:
            self._row, self._between = self.problems.currentIndex().row(), False
        self.went.emit()


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
        Column("Wat", lambda it: _about(catalog, it.key), lambda it: it.key),
        Column("Was", lambda it: value_words(catalog, it.key, it.old), lambda it: it.old, right=True),
        Column("Wordt", lambda it: value_words(catalog, it.key, it.new), lambda it: it.new, right=True),
    )


def _value_columns(catalog: Catalog) -> Sequence[Column[Observation]]:
    return (
        Column("Wat", lambda it: _about(catalog, it.key), lambda it: it.key),
        Column("Waarde", lambda it: value_words(catalog, it.key, it.value), lambda it: it.value, right=True),
    )


def _about(catalog: Catalog, key: ObservationKey) -> str:
    """Series, municipality, period and breakdown, in one line that wraps."""
    about = (
        series_name(catalog, key),
        municipality_name(catalog, key),
        key.period.label,
        breakdown_words(key.breakdown),
    )
    return " · ".join(word for word in about if word)
