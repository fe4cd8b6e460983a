"""The tab ‘Terugkijken’: the model on what was known in 2018, beside what came out."""

from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.services.described import Detail
from raadsapp.services.scenario_backtest import Backtest, CameOut, backtest
from raadsapp.services.source_words import source_text
from raadsapp.ui.pages.scenario.backtest_bars import backtest_bars
from raadsapp.ui.pages.scenario.backtest_reasons import ask_contradictions, ask_differences, reason
from raadsapp.ui.pages.scenario.own_reason import OwnReasonPlace
from raadsapp.ui.pages.scenario.result_view import ResultView
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import WIDE
from raadsapp.ui.widgets.badge import StandingBadge
from raadsapp.ui.widgets.bar_card import BarCard
from raadsapp.ui.widgets.bullets import Bullets
from raadsapp.ui.widgets.card import Card, Section
from raadsapp.ui.widgets.chart_words import ChartWords
from raadsapp.ui.widgets.details import Details
from raadsapp.ui.widgets.source_line import CaveatLine, SourceLine
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Body
from raadsapp.ui.widgets.wrapping import Row

_LEAD = (
    "Wat gaf dit model met wat in 2018 bekend was, en wat kwam eruit? Dit gaat over de gemeenten samen en "
    "volgt de schuiven niet: alles staat in de beginstand. Er is niets bijgesteld."
)
_MADE = "Berekening met aannames: Raadsapp."


class BacktestView(ResultView):
    """For each published amount a picture and what must be said with it; then what contradicts itself."""

    title = "Terugkijken"

    def __init__(self, state: AppState, scenario: ScenarioSession) -> None:
        super().__init__(state, scenario)
        self._catalog: Catalog | None = None
        self.cards: list[BarCard] = []
        self.buttons: list[QPushButton] = []
        self._whole, self.reasons = QWidget(), OwnReasonPlace()
        self.reasons.explained.connect(self.explained)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._whole)
        around.addWidget(self.reasons)
        self._column = QVBoxLayout(self._whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(WIDE)

    def show_result(self, _result: Result) -> None:
        """The levers change nothing here; other figures do."""
        catalog = self.scenario.catalog
        if catalog is not self._catalog:
            self._catalog = catalog
            self._show(backtest(catalog), catalog)

    def _show(self, found: Backtest, catalog: Catalog) -> None:
        empty_layout(self._column)
        self.reasons.drop()
        self._whole.show()
        self.cards, self.buttons = [], []
        self._column.addWidget(Body(_LEAD))
        for came in found.came_out:
            why = self._asking(ask_differences(came))
            card = BarCard(self.state, f"terugkijken-{came.key}", why=why)
            card.show_bars(backtest_bars(came))
            card.show_words(
                ChartWords(
                    title=came.finding,
                    subtitle=f"{found.name}: tekort per startpunt, naast wat is gepubliceerd",
                    mark=found.mark,
                    sentence=came.sentence,
                    source=f"{source_text(came.sources, catalog)}. {_MADE}",
                )
            )
            self.cards.append(card)
            self._column.addWidget(card)
            self._column.addWidget(_about(came, catalog))
        contradictions = Section("Waar de bron zichzelf tegenspreekt")
        contradictions.add(Bullets(found.contradictions))
        contradictions.add(Row(self._asking(ask_contradictions())))
        self._column.addWidget(contradictions)
        self._column.addStretch(1)

    def _asking(self, button: QPushButton) -> QPushButton:
        menu = button.menu()
        menu.triggered.connect(self._explain)
        self.buttons.append(button)
        return button

    def hideEvent(self, event: QHideEvent) -> None:
        """What is no longer seen is not explained either."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.reasons.drop()
            self._whole.show()

    def _explain(self, chosen: QAction) -> None:
        """Show how a figure comes about in the place of the tab, with levers of its own."""
        asked = chosen.data()
        button = next(one for one in self.buttons if one.menu() is self.sender())
        shown = reason(self.state, self.scenario.catalog, asked)
        self.reasons.explain(shown, (asked.quantity, asked.year), self._whole, button)


def _about(came: CameOut, catalog: Catalog) -> Card:
    """What the amount says and covers, so that like is compared with like."""
    card = Card(came.title, StandingBadge(came.standing))
    details = (
        ("Wat de bron zegt", came.says),
        ("Waarover het gaat", came.covers),
        ("Wat het model niet kent", came.not_covered),
        ("Waarom deze jaren", came.years_words),
    )
    card.add(Details([Detail(name, (text,)) for name, text in details]))
    for caveat in came.caveats:
        card.add(CaveatLine(caveat))
    card.add(SourceLine(came.sources, catalog))
    return card
