"""The grid: a headline, filters, a small chart of every indicator, and what has no figures yet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from raadsapp.domain.goals import Effect, Goal
from raadsapp.domain.observation import FICTIONAL
from raadsapp.services.judgements import Headline, Judged
from raadsapp.ui.pages.indicators.filters import Filters
from raadsapp.ui.pages.indicators.words import empty_words, tally_words, tile_words
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import LARGE
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.indicator_tile import IndicatorTile
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow
from raadsapp.ui.widgets.judged_series import series_of, sign_of
from raadsapp.ui.widgets.message_blocks import EmptyState
from raadsapp.ui.widgets.page import PageBody, PageHeader
from raadsapp.ui.widgets.signs import Sign
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Body, Heading, Small
from raadsapp.ui.widgets.wrapping import Columns

_NARROWEST, _MOST = 290, 5
_WIDEST = 1640
_NO_FIT = "Geen indicator met cijfers past bij deze keuze."


class IndicatorGrid(QWidget):
    """`opened` is the indicator the reader asks for."""

    opened = Signal(str)

    def __init__(self, state: AppState) -> None:
        super().__init__()
        self._state = state
        self._judged: tuple[Judged, ...] = ()
        self.tiles: dict[str, IndicatorTile] = {}
        self._laid_out: list[str] = []
        self.body = PageBody(self, LARGE, _WIDEST)
        self.header = PageHeader("Indicatoren", " ")
        self.body.add(self.header)
        self.tally = Small()
        self.body.add(self.tally)
        self.notice = Small()
        self.body.add(self.notice)
        self.filters = Filters(state.session.catalog)
        self.filters.changed.connect(self._show_chosen)
        self.body.add(self.filters)
        self._empty = QWidget()
        self._empty_place = QVBoxLayout(self._empty)
        self._empty_place.setContentsMargins(0, 0, 0, 0)
        self.body.add(self._empty)
        self.columns = Columns(_NARROWEST, _MOST, even=True)
        self.body.add(self.columns)
        self._no_fit = self._make_no_fit()
        self.body.add(self._no_fit)
        self._rest_title = Heading("Nog geen cijfers")
        self.body.add(self._rest_title)
        self.rest = ItemList("Indicatoren zonder cijfers", whole=True)
        self.rest.opened.connect(self.opened)
        self.rest.moved.connect(self._keep_in_view)
        self.body.add(self.rest)

    def _make_no_fit(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Body(_NO_FIT))
        self.show_all: QPushButton = quiet_button("Toon alle indicatoren", "reset")
        self.show_all.clicked.connect(self._clear)
        column.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    @property
    def keys(self) -> tuple[str, ...]:
        """The indicators that are shown, in order: those with a chart, and then those without figures."""
        return (*(key for key, tile in self.tiles.items() if not tile.isHidden()), *self.rest.keys)

    def show_judged(
        self, judged: Sequence[Judged], headline: Headline, *, name: str, unknown: str, notice: str
    ) -> None:
        """Show other judgements of the municipality `name`.

        `unknown` says why nothing was known that day, `notice` how the figures were protected.
        """
        self._judged = tuple(judged)
        there = [one for one in self._judged if sign_of(one) is not Sign.NONE]
        self.header.show_lead(_lead(name, headline.sentence) if there else "")
        self.tally.show_text(tally_words(there))
        self.tally.setHidden(not there)
        self.notice.show_text(notice)
        self.notice.setHidden(not (there and notice))
        self.filters.count_signals(sum(sign_of(one).is_signal for one in there))
        self.filters.setHidden(not there)
        self._show_empty(name, unknown, is_empty=not there)
        if not there:
            self.tiles = {}
            self.columns.clear()
            self._laid_out = []
        for one in there:
            key = one.indicator.key
            if key not in self.tiles:
                self.tiles[key] = IndicatorTile()
                self.tiles[key].opened.connect(self.opened)
                self.tiles[key].stepped.connect(self._step)
            self.tiles[key].show_indicator(tile_words(one), series_of(one))
        self._keep_order()
        self._show_chosen()

    def _keep_order(self) -> None:
        """Put the tiles in the order of the dossier, also when one comes later than the others."""
        order = [one.indicator.key for one in self._judged if one.indicator.key in self.tiles]
        if order != self._laid_out:
            self._laid_out = order
            self.tiles = {key: self.tiles[key] for key in order}
            self.columns.show_widgets(list(self.tiles.values()))

    def _show_empty(self, name: str, unknown: str, *, is_empty: bool) -> None:
        empty_layout(self._empty_place)
        if is_empty:
            title, text = empty_words(len(self._judged), name, unknown)
            self._empty_place.addWidget(EmptyState(title, text, ("Naar Gegevens", self._to_data)))
        self._empty.setHidden(not is_empty)

    def _show_chosen(self) -> None:
        """Show the indicators that the filters ask for."""
        signs = {one.indicator.key: sign_of(one) for one in self._judged}
        chosen = [
            one
            for one in self._judged
            if self.filters.fits(one.indicator, signal=signs[one.indicator.key].is_signal)
        ]
        there = {one.indicator.key for one in chosen if signs[one.indicator.key] is not Sign.NONE}
        for key, tile in self.tiles.items():
            tile.setHidden(key not in there)
        missing = [one.indicator for one in chosen if signs[one.indicator.key] is Sign.NONE]
        self.rest.show_rows(
            [ListRow(one.title, one.key, code=one.key, detail=f"Per {one.period}") for one in missing]
        )
        self.rest.setHidden(not missing)
        self._rest_title.setHidden(not missing)
        self._rest_title.show_text("Nog geen cijfers" if self.tiles else "Wat er ontbreekt")
        self._no_fit.setHidden(bool(there) or not self.filters.any_chosen)
        self.columns.setHidden(not there)

    def choose(self, item: Goal | Effect) -> None:
        """Show what belongs to a goal or effect."""
        self.filters.choose(item)
        self._show_chosen()
        self.body.verticalScrollBar().setValue(0)

    def focus_item(self, key: str) -> None:
        """Give the keyboard to this indicator, and bring it into view."""
        tile = self.tiles.get(key)
        if tile is not None and not tile.isHidden():
            tile.setFocus(Qt.FocusReason.OtherFocusReason)
            self.body.ensureWidgetVisible(tile)
        elif key in self.rest.keys:
            self.rest.show_current(key)
            self.rest.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, key: int) -> None:
        """Go to the tile that lies beside, above or below the one that has the keyboard."""
        shown = [tile for tile in self.tiles.values() if not tile.isHidden()]
        focused = self.focusWidget()
        here = next((place for place, tile in enumerate(shown) if tile is focused), None)
        if here is None:
            return
        beside = sum(tile.y() == shown[0].y() for tile in shown)
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -beside, Qt.Key.Key_Down: beside}
        there = here + moves[Qt.Key(key)]
        if 0 <= there < len(shown):
            shown[there].setFocus(Qt.FocusReason.TabFocusReason)
            self.body.ensureWidgetVisible(shown[there])

    def _keep_in_view(self, top: int, bottom: int) -> None:
        inner = self.body.widget()
        if inner is not None:
            at = self.rest.mapTo(inner, self.rest.rect().topLeft()).y()
            self.body.ensureVisible(0, at + (top + bottom) // 2, 0, (bottom - top) // 2 + LARGE)

    def _clear(self) -> None:
        self.filters.clear()
        self._show_chosen()

    def _to_data(self) -> None:
        self._state.go("data")


def _lead(name: str, sentence: str) -> str:
    """Of whom the sentence is, after the mark of invented figures."""
    mark = f"{FICTIONAL}: "
    told = sentence.removeprefix(mark)
    return f"{mark if told != sentence else ''}{name}. {told}"
