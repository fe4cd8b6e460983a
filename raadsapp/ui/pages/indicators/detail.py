"""One indicator large: its chart and judgement first, then what to do, then all that stands around it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.observation import FICTIONAL
from raadsapp.services.guidance import fitting
from raadsapp.services.judgements import Judged
from raadsapp.services.peers import compared
from raadsapp.services.revisions import revisions
from raadsapp.texts import breakdown_words
from raadsapp.ui.pages.indicators.about import about_card, deliveries_card, links_of
from raadsapp.ui.pages.indicators.decisions import DecisionSection
from raadsapp.ui.pages.indicators.doing import doing_card
from raadsapp.ui.pages.indicators.figures import Figures
from raadsapp.ui.pages.indicators.funnel import funnel_card
from raadsapp.ui.pages.indicators.illustrated import CasesCard, cases_of
from raadsapp.ui.pages.indicators.judging import judging_card
from raadsapp.ui.pages.indicators.parts import Parts, parts_of
from raadsapp.ui.pages.indicators.peers import Peers
from raadsapp.ui.pages.indicators.places import PAGE
from raadsapp.ui.pages.indicators.revised import revised_card
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import LARGE, SMALL
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.chart_card import ChartCard
from raadsapp.ui.widgets.chart_words import ChartWords
from raadsapp.ui.widgets.control_chart import ControlChart
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.judged_series import series_of
from raadsapp.ui.widgets.page import PageBody
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Body, Overline, Title, Tone
from raadsapp.ui.widgets.wrapping import Columns, Row

_CHART_ROOM = (320, 320)
_BESIDE = 400
_WHOLE = "Alles bij elkaar"
_SHORTEST = 24
_NOTHING = (
    "Er zijn nog geen cijfers. De griffier leest ze in bij ‘Gegevens’; daar staan ook fictieve cijfers om "
    "mee te oefenen. Wat de indicator meet, staat hieronder."
)


class IndicatorDetail(QWidget):
    """`followed` is a link to another item, `back` that the reader wants the grid."""

    followed = Signal(str)
    back = Signal()

    def __init__(self, state: AppState) -> None:
        super().__init__()
        self._state = state
        self._figures: Figures | None = None
        self._key = ""
        self._keys: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.body = PageBody(self, LARGE)
        self.body.add_row(self._bar())
        self._kind, self._title = Overline("", Tone.ACCENT), Title()
        self.body.add(self._kind)
        self.body.add(self._title)
        self.split = QComboBox()
        self.split.setAccessibleName("Reeks")
        self.split.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.split.setMinimumContentsLength(_SHORTEST)
        self.split.activated.connect(self._choose_split)
        self._choices = Row(self.split)
        self.body.add(self._choices)
        self.chart = ControlChart()
        self.card = ChartCard(state, self._give_chart, "indicator", room=_CHART_ROOM)
        self.card.place.fill()  # there is nothing to load for it, and it is named by the card only then
        self.body.add(self.card)
        self._nothing = Body(_NOTHING)
        self.body.add(self._nothing)
        self.decisions = DecisionSection(state)
        self.body.add(self.decisions)
        self._around = QWidget()
        self._column = QVBoxLayout(self._around)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(LARGE)
        self.body.add(self._around)
        self.links = ItemList("", whole=True)
        self.cases: CasesCard | None = None
        self.parts: Parts | None = None
        self.peers: Peers | None = None
        self.funnel: ChartCard | None = None

    def _bar(self) -> QHBoxLayout:
        self.back_button = quiet_button("Alle indicatoren", "back")
        self.back_button.clicked.connect(self.back)
        self.before_button = quiet_button("Vorige", "chevron-left")
        self.after_button = quiet_button("Volgende", "chevron-right")
        self.before_button.clicked.connect(self._go_before)
        self.after_button.clicked.connect(self._go_after)
        bar = QHBoxLayout()
        bar.addWidget(self.back_button)
        bar.addStretch(1)
        bar.addWidget(self.before_button)
        bar.addSpacing(SMALL)
        bar.addWidget(self.after_button)
        return bar

    def _give_chart(self) -> ControlChart:
        return self.chart

    @property
    def key(self) -> str:
        """The indicator that is shown."""
        return self._key

    def take_figures(self, figures: Figures) -> None:
        """Take other figures; they are shown with the next indicator."""
        self._figures = figures

    def show_top(self) -> None:
        """Show the page from its beginning."""
        self.body.verticalScrollBar().setValue(0)

    def show_indicator(self, key: str, keys: Sequence[str]) -> None:
        """Show this indicator; `keys` are those that Vorige and Volgende lead through.

        Another one than was shown is seen from its beginning.
        """
        if self._figures is None:
            return
        again, self._key, self._keys = key == self._key, key, tuple(keys)
        kept = self.split.currentData() if again else ""
        whole = self._judged("")
        self._show_choices(whole, kept or "")
        self._show(whole if not self.split.currentData() else self._judged(self.split.currentData()))
        self._show_neighbours()
        if not again:
            self.show_top()

    def _judged(self, breakdown: str) -> Judged:
        assert self._figures is not None  # noqa: S101 - asked only after `take_figures`
        state = self._state
        return self._figures.judged(state.session.catalog, self._key, state.municipality, breakdown)

    def _show_choices(self, whole: Judged, kept: str) -> None:
        """Offer the series there are; the first is that which is shown without a choice."""
        assert self._figures is not None  # noqa: S101 - asked only after `take_figures`
        catalog = self._state.session.catalog
        place = catalog.dossier.municipalities[0] if whole.indicator.together else self._state.municipality
        splits = [
            split for split in self._figures.view.breakdowns(self._key, place) if split != whole.breakdown
        ]
        self.split.clear()
        self.split.addItem(breakdown_words(whole.breakdown) if whole.breakdown else _WHOLE, "")
        for split in splits:
            self.split.addItem(breakdown_words(split), split)
        self.split.setCurrentIndex(max(self.split.findData(kept), 0))
        self._choices.setHidden(not splits)

    def _choose_split(self) -> None:
        self._show(self._judged(self.split.currentData()))

    def _show(self, shown: Judged) -> None:
        catalog = self._state.session.catalog
        found = catalog.municipality(self._state.municipality)
        name = found.name if found else self._state.municipality
        indicator = shown.indicator
        self._kind.show_text(f"Indicator · {indicator.key}")
        self._title.show_text(indicator.title)
        self.chart.show_series(series_of(shown))
        self.card.setHidden(not shown.judgement.points)
        self._nothing.setHidden(bool(shown.judgement.points))
        words = shown.words
        place = "alle gemeenten samen" if indicator.together else name
        split = f", {breakdown_words(shown.breakdown)}" if shown.breakdown else ""
        notice = self._figures.view.notice if self._figures else ""
        self.card.show_words(
            ChartWords(
                title=words.newest,
                subtitle=f"{indicator.title}, {place}{split}, in {_unit_words(shown.unit)}",
                mark=FICTIONAL if shown.fictional else "",
                sentence=" ".join(filter(None, (words.judgement, *words.notes))),
                source=" ".join(filter(None, (f"Bron: {shown.source}." if shown.source else "", notice))),
            )
        )
        self.card.fit_words()
        self.card.follow_chart()
        self.chart.setAccessibleDescription(shown.sentence)
        self._show_around(shown)
        assert self._figures is not None  # noqa: S101 - asked only after `take_figures`
        self.decisions.show_decisions(shown, self._figures.decisions)

    def _show_around(self, shown: Judged) -> None:
        empty_layout(self._column)
        state, catalog = self._state, self._state.session.catalog
        beside = Columns(_BESIDE, 2)
        assert self._figures is not None  # noqa: S101 - asked only after `take_figures`
        view, place, split = self._figures.view, state.municipality, shown.breakdown
        revised = revised_card(revisions(state.session, view, shown.indicator.key, place, split), shown.unit)
        about = (about_card(shown.indicator, catalog), *((revised,) if revised else ()))
        doing = doing_card(fitting(catalog, shown), catalog)
        cases = cases_of(shown.indicator, catalog)
        self.cases = CasesCard(cases) if cases else None
        if self.cases:
            self.cases.opened.connect(self.followed)
        cards = (*((self.cases,) if self.cases else ()), deliveries_card(state, shown))
        beside.add(_stacked(judging_card(shown), *about, *cards))
        beside.add(_stacked(doing))
        self._column.addWidget(beside)
        self._show_parts(shown)
        self.peers = self.funnel = None
        if not shown.indicator.together:
            self.peers = Peers(self._figures, catalog, shown)
            self.peers.chosen.connect(state.set_municipality)
            self._column.addWidget(self.peers)
            self.funnel = funnel_card(
                state, catalog, shown, compared(view, catalog, shown.indicator.key, place, split)
            )
            if self.funnel:
                self._column.addWidget(self.funnel)
        self.links = links_of(shown.indicator, catalog)
        self.links.opened.connect(self.followed)
        self.links.moved.connect(self._keep_in_view)
        self._column.addWidget(self.links)

    def _show_parts(self, shown: Judged) -> None:
        assert self._figures is not None  # noqa: S101 - asked only after `take_figures`
        catalog, place = self._state.session.catalog, self._state.municipality
        groups = parts_of(self._figures, catalog, shown.indicator, place)
        self.parts = Parts(self._figures, catalog, shown, groups) if groups else None
        if self.parts:
            self.parts.chosen.connect(self._choose_part)
            self._column.addWidget(self.parts)

    def _choose_part(self, split: str) -> None:
        """Show this part large, from the top of the page."""
        self.split.setCurrentIndex(max(self.split.findData(split), 0))
        self._choose_split()
        self.show_top()
        self.split.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_in_view(self, top: int, bottom: int) -> None:
        inner = self.body.widget()
        if inner is not None:
            at = self.links.mapTo(inner, self.links.rect().topLeft()).y()
            self.body.ensureVisible(0, at + (top + bottom) // 2, 0, (bottom - top) // 2 + LARGE)

    def _show_neighbours(self) -> None:
        place = self._keys.index(self._key) if self._key in self._keys else None
        self.before_button.setEnabled(place is not None and place > 0)
        self.after_button.setEnabled(place is not None and place < len(self._keys) - 1)

    def _go_before(self) -> None:
        self._go(-1)

    def _go_after(self) -> None:
        self._go(1)

    def _go(self, step: int) -> None:
        self._state.go(PAGE, self._keys[self._keys.index(self._key) + step])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the grid."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As narrow as any page."""
        return QSize(0, 0)


def _stacked(*cards: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(LARGE)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return holder


def _unit_words(unit: str) -> str:
    return {"%": "procent", "€": "euro", "aantal": "aantallen", "‰": "per 1.000"}.get(unit, unit)
