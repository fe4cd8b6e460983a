"""Beside the form: the map, what is wrong, the case as it is walked through, and keeping it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.content.case_fault import CaseFault
from raadsapp.content.reading_level import LONGEST, reading_level
from raadsapp.domain.case import Case
from raadsapp.services.case_figures import CaseFigures
from raadsapp.ui.pages.cases.case_map import CaseMap
from raadsapp.ui.pages.cases.editing import Editing
from raadsapp.ui.pages.cases.editor_preview import Preview
from raadsapp.ui.pages.cases.editor_saving import SavePanel
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import LARGE, MEDIUM
from raadsapp.ui.widgets.buttons import secondary_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow
from raadsapp.ui.widgets.scroll_column import ScrollColumn
from raadsapp.ui.widgets.tab_row import TabRow
from raadsapp.ui.widgets.text import Body, Small, Tone
from raadsapp.ui.widgets.wrapping import Row

MAP, FAULTS, PREVIEW, SAVE = range(4)
_TITLES = ("Kaart", "Meldingen", "Voorbeeld", "Nakijken en bewaren")
_ABOUT_MAP = "Van boven naar beneden: elke lijn is een keuze. Kies een stap om die te wijzigen."
_NO_FAULTS = "Geen meldingen: elke keuze leidt naar een einde, en alles is ingevuld."
_ABOUT_LEVEL = (
    "Leesgemak volgens Flesch-Douma, van 0 (moeilijk) tot 100 (makkelijk). Geen formule weet of een tekst B1 "
    "is: lees hem ook hardop voor."
)


class EditorSide(QWidget):
    """`fault_opened` gives the number of a problem, from 0."""

    fault_opened = Signal(int)

    def __init__(self, state: AppState, editing: Editing, figures: CaseFigures) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        self.tabs = TabRow("Naast het formulier", _TITLES)
        self.tabs.opened.connect(self._show_page)
        column.addWidget(self.tabs)
        self.map = CaseMap()
        self.add_step = secondary_button("Nieuwe stap", "plus")
        self.add_step.setToolTip("Komt achter de stap die in het formulier staat")
        self.faults = ItemList("Meldingen", whole=True)
        self.faults.opened.connect(self._open_fault)
        self.all_well = Body()
        self.level = Body()
        self.preview = Preview(figures)
        self.saving = SavePanel(state, editing)
        self._pages = (self._map_page(), self._fault_page(), self.preview, _scrolled(self.saving))
        for page in self._pages:
            column.addWidget(page, 1)
        self._show_page(MAP)

    def show_case(self, case: Case, step: int) -> None:
        """Show the case; `step` is the one in the form, −1 for none."""
        self.map.show_case(case, step)
        self._show_level(case)
        if self.tabs.current == PREVIEW:
            self.preview.show_case(case, step)
        self._shown = (case, step)

    def show_faults(self, faults: Sequence[CaseFault], case: Case) -> None:
        """List what is wrong, a line each."""
        rows = [
            ListRow(fault.message[:1].upper() + fault.message[1:], str(number), "", fault.place.told(case))
            for number, fault in enumerate(faults)
        ]
        self.faults.show_rows(rows)
        self.faults.setHidden(not rows)
        self.all_well.show_text("" if rows else _NO_FAULTS)
        self.all_well.setHidden(bool(rows))
        button = self.tabs.button(FAULTS)
        button.setText(f"{_TITLES[FAULTS]} ({len(rows)})" if rows else _TITLES[FAULTS])
        self.saving.show_faults(len(rows))

    def open(self, place: int) -> None:
        """Open a tab."""
        self.tabs.open(place)

    def _show_page(self, place: int) -> None:
        for number, page in enumerate(self._pages):
            page.setVisible(number == place)
        if place == PREVIEW and hasattr(self, "_shown"):
            self.preview.show_case(*self._shown)

    def _map_page(self) -> QWidget:
        card = Card("Alle stappen")
        card.add(Small(_ABOUT_MAP))
        card.add(self.map)
        card.add_gap()
        card.add(Row(self.add_step))
        return _scrolled(card)

    def _fault_page(self) -> QWidget:
        wrong = Card("Nog niet goed")
        wrong.add(Small("Kies een melding om naar het veld te gaan. Met F8 gaat u naar de volgende."))
        wrong.add(self.all_well)
        wrong.add(self.faults)
        level = Card("Hoe leest het?")
        level.add(self.level)
        level.add(Small(_ABOUT_LEVEL))
        return _scrolled(wrong, level)

    def _show_level(self, case: Case) -> None:
        found = reading_level(case.texts())
        if found is None:
            self.level.show_text("Er staan nog geen hele zinnen in.")
            self.level.show_tone(Tone.PLAIN)
            return
        ease = min(max(round(found.ease), 0), 100)
        words = f"Leesgemak {ease} van 100. De langste zin telt {found.longest_words} woorden."
        if found.above_b1:
            words += f" Schrijf korter: ten hoogste {LONGEST} woorden. Langste zin: ‘{found.longest}’"
        self.level.show_text(words)
        self.level.show_tone(Tone.CONCERN if found.above_b1 else Tone.PLAIN)

    def _open_fault(self, number: str) -> None:
        self.fault_opened.emit(int(number))


def _scrolled(*widgets: QWidget) -> QWidget:
    column = ScrollColumn(LARGE)
    for widget in widgets:
        column.add(widget)
    return column
