"""One saved scenario: its words, the levers that differ, then beside now, and forecast beside outcome."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.errors import UserError
from raadsapp.services.described import Detail
from raadsapp.services.forecast_reasons import forecast_reasons
from raadsapp.services.forecasts import beside_outcome, limits
from raadsapp.services.money_sources import money_sources
from raadsapp.services.opening import Session
from raadsapp.services.saved_words import (
    FORECASTS,
    SHOWN,
    changed_settings,
    forecast_cells,
    marks,
    then_and_now,
)
from raadsapp.services.scenario_drift import drift
from raadsapp.services.scenario_region import region_name
from raadsapp.services.scenario_sentences import REFERENCE_YEAR
from raadsapp.services.scenario_words import outcome_words
from raadsapp.services.source_words import source_text
from raadsapp.texts import long_date
from raadsapp.ui.pages.scenario.forecast_reason import ForecastReason
from raadsapp.ui.pages.scenario.word_table import word_table
from raadsapp.ui.theme.tokens import SMALL, WIDE
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.buttons import primary_button, quiet_button, secondary_button
from raadsapp.ui.widgets.details import Details
from raadsapp.ui.widgets.source_line import CaveatLine
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Body, Heading, Overline, Small, Subheading, Tone
from raadsapp.ui.widgets.wrapping import Row

_NOT_FILLED_IN = "Nog niet ingevuld."


class SavedDetail(QWidget):
    """Shows a scenario on the figures of `catalog`; what is to be done with it is told by the signals.

    What was measured since is that which was known at the end of `as_of` (None: now).
    """

    restore_asked = Signal()
    edit_asked = Signal()
    copy_asked = Signal()
    pdf_asked = Signal()
    agreement_asked = Signal()
    removal_asked = Signal()
    reason_asked = Signal(str)

    def __init__(
        self, session: Session, catalog: Catalog, saved: SavedScenario, as_of: date | None = None
    ) -> None:
        super().__init__()
        self.saved = saved
        self.setAccessibleName(saved.name)
        self.restore = primary_button("Zet op de schuiven", "scenario")
        self.edit = secondary_button("Wijzigen", "edit")
        self.copy = secondary_button("Dupliceren", "copy")
        self.agree = secondary_button("Maak een afspraak", "council")
        self.pdf = secondary_button("PDF bewaren", "download")
        self.remove = quiet_button("Verwijderen", "trash")
        self.why = quiet_button("Waarom dit getal?", "help")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(WIDE)
        self._add_head(catalog)
        self._add_moved(catalog)
        self._column.addWidget(Details(_words(saved)))
        self._add_settings(catalog)
        self._add_outcomes(catalog)
        self._add_forecasts(session, catalog, as_of)

    def _add_head(self, catalog: Catalog) -> None:
        saved = self.saved
        by = f" door {saved.author}" if saved.author else ""
        head = _block()
        place = region_name(catalog, saved.municipality)
        head.addWidget(Overline(f"{place} · bewaard op {long_date(saved.made_on)}{by}"))
        head.addWidget(Heading(saved.name))
        actions = Row()
        for button, asked in (
            (self.restore, self.restore_asked),
            (self.edit, self.edit_asked),
            (self.copy, self.copy_asked),
            (self.agree, self.agreement_asked),
            (self.pdf, self.pdf_asked),
            (self.remove, self.removal_asked),
        ):
            button.clicked.connect(asked)
            button.setAccessibleDescription(f"Scenario: {saved.name}")
            actions.add(button)
        head.addWidget(actions)
        self._column.addLayout(head)

    def _add_moved(self, catalog: Catalog) -> None:
        sentences = drift(catalog, self.saved).sentences
        if sentences:
            block = _block()
            block.addWidget(Subheading("Sindsdien veranderd"))
            block.addWidget(CaveatLine("\n".join(sentences)))
            self._column.addLayout(block)

    def _add_settings(self, catalog: Catalog) -> None:
        block = _block()
        block.addWidget(Subheading("Schuiven die anders staan"))
        try:
            rows = [
                (row.label, row.kind, row.start, row.here) for row in changed_settings(catalog, self.saved)
            ]
        except UserError as error:
            block.addWidget(CaveatLine(str(error)))
        else:
            columns = ("Schuif", "Soort", "Beginstand", "In dit scenario")
            block.addWidget(
                word_table("Schuiven die anders staan", columns, rows, left=4)
                if rows
                else Body("Alle schuiven staan in de beginstand.", Tone.MUTED)
            )
        self._column.addLayout(block)

    def _add_outcomes(self, catalog: Catalog) -> None:
        try:
            found = then_and_now(catalog, self.saved)
            sources = money_sources(catalog, self.saved.municipality, REFERENCE_YEAR)
        except UserError:  # said above, with what has changed
            return
        block = _block()
        title = f"Wat eruit komt in {REFERENCE_YEAR}, toen en nu"
        block.addWidget(Subheading(title))
        block.addWidget(_marks(marks(self.saved)))
        rows = [(row.label, *row.cells) for row in found]
        block.addWidget(word_table(title, ("Uitkomst", "Toen bewaard", "Met de cijfers van nu"), rows))
        block.addWidget(Small(f"{source_text(sources, catalog)}. Berekening: Raadsapp."))
        if found:
            block.addWidget(Row(self._reasons()))
        self._column.addLayout(block)

    def _reasons(self) -> QPushButton:
        """The button that asks why a figure of now is what it is."""
        self.why.setAccessibleDescription("Toont stap voor stap hoe een getal van nu is berekend")
        menu = QMenu(self.why)
        for key in SHOWN:
            menu.addAction(outcome_words(key).title).setData(key)
        menu.triggered.connect(self._ask_reason)
        self.why.setMenu(menu)
        return self.why

    def _ask_reason(self, chosen: QAction) -> None:
        self.reason_asked.emit(chosen.data())

    def _add_forecasts(self, session: Session, catalog: Catalog, as_of: date | None) -> None:
        found = beside_outcome(session, self.saved, as_of)
        block = _block()
        title = "Verwacht en gemeten"
        block.addWidget(Subheading(title))
        if found:
            block.addWidget(word_table(title, FORECASTS, forecast_cells(found), left=2))
        for one in found:
            block.addWidget(Body(one.sentence))
            reasons = partial(forecast_reasons, session, self.saved, one, as_of)
            block.addWidget(ForecastReason(f"{one.label}, {one.period.label}", reasons, catalog))
        for sentence in limits(session, self.saved, as_of):
            block.addWidget(Body(sentence, Tone.MUTED))
        self._column.addLayout(block)


def _words(saved: SavedScenario) -> tuple[Detail, ...]:
    words = (
        ("Vraag", saved.question),
        ("Wat dachten we?", saved.hypothesis),
        ("Wat kwam eruit?", saved.findings),
        ("Besluit", saved.decision),
    )
    return tuple(Detail(name, tuple((text or _NOT_FILLED_IN).splitlines())) for name, text in words)


def _marks(words: tuple[str, ...]) -> Row:
    row = Row()
    for word in words:
        badge = Badge(word)
        restyle(badge, tone="standing")
        row.add(badge)
    return row


def _block() -> QVBoxLayout:
    block = QVBoxLayout()
    block.setSpacing(SMALL)
    return block
