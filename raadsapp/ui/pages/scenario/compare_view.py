"""Two to four saved scenarios side by side: the levers that differ, then what comes out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QMenu, QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.errors import UserError
from raadsapp.services.saved_words import ASSUMED
from raadsapp.services.scenario_comparison import FEWEST, IN_YEAR, MOST, Comparison, compare
from raadsapp.services.scenario_region import region_name
from raadsapp.services.scenario_sentences import CALCULATED, REFERENCE_YEAR
from raadsapp.services.scenario_words import KIND_WORDS, outcome_words
from raadsapp.texts import long_date
from raadsapp.ui.pages.scenario.own_reason import OwnReasonPlace
from raadsapp.ui.pages.scenario.saved_reason import saved_reason
from raadsapp.ui.pages.scenario.word_table import Cells, word_table
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import MEDIUM, SMALL, WIDE
from raadsapp.ui.widgets.buttons import quiet_button, secondary_button
from raadsapp.ui.widgets.source_line import CaveatLine
from raadsapp.ui.widgets.stacking_table import StackingTable
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Body, Heading, Small, Subheading, Tone
from raadsapp.ui.widgets.wrapping import Row

_TOO_FEW = f"Kies er {FEWEST}, 3 of {MOST}. Dan staan ze hier naast elkaar."
_CALCULATED = f"Berekening: Raadsapp, met de cijfers van nu. {CALCULATED} Bronnen staan bij elk scenario."


class CompareView(QWidget):
    """A box to tick per scenario, and below it the comparison of those that are ticked."""

    closed = Signal()

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._catalog: Catalog | None = None
        self._known: tuple[SavedScenario, ...] = ()
        self._ticked: tuple[int, ...] = ()
        self.setAccessibleName("Scenario’s vergelijken")
        self.boxes: dict[int, QCheckBox] = {}
        self.tables: list[StackingTable] = []
        self.back = quiet_button("Alle bewaarde scenario’s", "chevron-left")
        self.back.clicked.connect(self.closed)
        self.copy = secondary_button("Kopieer als gegevens", "copy")
        self.copy.clicked.connect(self.copy_data)
        self._choices = QVBoxLayout()
        self._found = QVBoxLayout()
        self._found.setSpacing(SMALL)
        self.why = quiet_button("Waarom dit getal?", "help")
        self.why.setAccessibleDescription("Toont stap voor stap hoe een getal is berekend")
        self._questions = QMenu(self.why)
        self._questions.triggered.connect(self._explain)
        self.why.setMenu(self._questions)
        self.reasons = OwnReasonPlace()
        self._whole = QWidget()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._whole)
        around.addWidget(self.reasons)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE)
        column.addWidget(Row(self.back))
        column.addWidget(Heading("Vergelijk scenario’s"))
        column.addLayout(self._choices)
        column.addLayout(self._found)
        column.addWidget(Row(self.why, self.copy))

    @property
    def ticked(self) -> tuple[int, ...]:
        """The numbers of the scenarios that are compared, in the order in which they are listed."""
        return self._ticked

    def show_scenarios(self, catalog: Catalog, known: Sequence[SavedScenario], ticked: Sequence[int]) -> None:
        """Offer these scenarios, with these ticked as far as they are there."""
        self._catalog, self._known = catalog, tuple(known)
        empty_layout(self._choices)
        row = Row(gap=WIDE)
        self.boxes = {}
        for one in known:
            place = region_name(catalog, one.municipality)
            box = QCheckBox(f"{one.name} ({place})")
            box.setToolTip(f"Bewaard op {long_date(one.made_on)}")
            box.setChecked(one.number in ticked)
            box.toggled.connect(self._take_tick)
            self.boxes[one.number] = box
            row.add(box)
        self._choices.addWidget(row)
        self._take_tick()

    def copy_data(self) -> None:
        """Put both tables on the clipboard, as a spreadsheet takes them."""
        blocks = [shown.table.as_text() for shown in self.tables]
        QGuiApplication.clipboard().setText("\n\n".join([*blocks, *self._said()]))
        self._state.notify("De vergelijking is gekopieerd. Plak haar in een rekenblad.")

    def _take_tick(self) -> None:
        self._ticked = tuple(number for number, box in self.boxes.items() if box.isChecked())
        full = len(self._ticked) >= MOST
        for box in self.boxes.values():
            box.setEnabled(box.isChecked() or not full)
        self._draw()

    def _draw(self) -> None:
        empty_layout(self._found)
        self.reasons.drop()
        self._whole.show()
        self.tables = []
        self._sentences: tuple[str, ...] = ()
        found = self._comparison()
        for button in (self.why, self.copy):
            button.setVisible(found is not None)
        if found is None:
            return
        self._offer_reasons(found)
        self._sentences = found.sentences
        add = self._found.addWidget
        for sentence in found.sentences:
            add(Body(sentence))
        self._found.addSpacing(MEDIUM)
        add(Subheading("Schuiven die verschillen"))
        if found.settings:
            add(self._settings(found))
        else:
            add(Body("Alle schuiven staan gelijk.", Tone.MUTED))
        self._found.addSpacing(MEDIUM)
        add(Subheading("Wat eruit komt"))
        add(self._outcomes(found))
        add(Small(_CALCULATED))

    def _comparison(self) -> Comparison | None:
        """What is ticked side by side; None, with the reason on the page, when that cannot be."""
        if self._catalog is None or len(self._ticked) < FEWEST:
            self._found.addWidget(Body(_TOO_FEW, Tone.MUTED))
            return None
        try:
            return compare(self._catalog, self._chosen)
        except UserError as error:
            self._found.addWidget(CaveatLine(str(error)))
            return None

    @property
    def _chosen(self) -> list[SavedScenario]:
        return [one for one in self._known if one.number in self._ticked]

    def _offer_reasons(self, found: Comparison) -> None:
        """For each scenario the figures that can be explained."""
        for own in self._questions.findChildren(QMenu):
            own.setParent(None)
            own.deleteLater()
        for saved, name in zip(self._chosen, found.names, strict=True):
            own = self._questions.addMenu(name)
            for key in IN_YEAR:
                own.addAction(outcome_words(key).title).setData((saved, key))

    def _explain(self, chosen: QAction) -> None:
        """Show how a figure of one of the scenarios comes about, in the place of the comparison."""
        saved, outcome = chosen.data()
        if self._catalog:
            reason = saved_reason(self._state, self._catalog, saved)
            self.reasons.explain(reason, (outcome, REFERENCE_YEAR), self._whole, self.why)

    def _settings(self, found: Comparison) -> StackingTable:
        rows: list[Cells] = [(row.label, KIND_WORDS[row.kind], *row.cells) for row in found.settings]
        return self._table("Schuiven die verschillen", ("Schuif", "Soort", *found.names), rows, left=2)

    def _outcomes(self, found: Comparison) -> StackingTable:
        marks = tuple(", ".join(filter(None, (ASSUMED, mark))) for mark in found.marks)
        rows: list[Cells] = [
            ("Gemeente", *found.municipalities),
            ("Hoe zeker", *marks),
            *((row.label, *row.cells) for row in found.outcomes),
        ]
        return self._table("Wat eruit komt", ("Uitkomst", *found.names), rows)

    def _table(
        self, says: str, columns: Sequence[str], rows: Sequence[Cells], left: int = 1
    ) -> StackingTable:
        shown = word_table(says, columns, rows, left)
        self.tables.append(shown)
        return shown

    def _said(self) -> tuple[str, ...]:
        return (*self._sentences, _CALCULATED)
