"""The page with the recommendations: the list, and beside it the one that is open."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.changes import Part
from raadsapp.domain.commitment import Commitment, CommitmentState
from raadsapp.services import commitments
from raadsapp.texts import plural
from raadsapp.ui.pages.recommendations.detail import RecommendationDetail
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow
from raadsapp.ui.widgets.list_and_detail import ListAndDetail
from raadsapp.ui.widgets.page import Page, PageBody, PageHeader
from raadsapp.ui.widgets.revealing import reveal

_NAME = "recommendations"


class RecommendationsPage(Page):
    """Every recommendation of the dossier. A detail once opened is kept, with what was begun in its form."""

    depends_on = frozenset({Part.COMMITMENTS})

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._recommendations = {item.key: item for item in state.session.catalog.recommendations}
        self._part_of = {part.key: item.key for item in self._recommendations.values() for part in item.parts}
        self._details: dict[str, RecommendationDetail] = {}
        self._shown = ""
        self._body = PageBody(self)
        self._header = PageHeader("Aanbevelingen", " ")
        self._body.add(self._header)
        self.list = ItemList("Aanbevelingen", whole=True)
        self.list.opened.connect(self._choose)
        place = QWidget()
        self._place = QVBoxLayout(place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.panes = ListAndDetail(self.list, place, "Alle aanbevelingen")
        self.panes.back.clicked.connect(lambda: self.state.go(_NAME))
        self.panes.follow(self._body)
        self.panes.arranged.connect(lambda: self._header.setHidden(self.panes.detail_only))
        self._body.add(self.panes)

    @property
    def detail(self) -> RecommendationDetail | None:
        """The recommendation that is open."""
        return self._details.get(self._shown)

    def refresh(self) -> None:
        """Count the commitments anew, and list those of every recommendation that was opened."""
        known = commitments.list_commitments(self.state.session)
        today = date.today()  # noqa: DTZ011 - a due date is a day on the reader's own calendar
        self._header.show_lead(_sentence(len(self._recommendations), known, today))
        self.list.show_rows([self._row(key, known, today) for key in self._recommendations])
        for key, detail in self._details.items():
            detail.show_commitments(_of(known, key), today)
        if not self._shown and self._recommendations:
            self._show(next(iter(self._recommendations)))

    def open_item(self, key: str) -> None:
        """Open a recommendation, or the one that a part belongs to; without a key the list."""
        owner = self._part_of.get(key, key)
        if owner in self._recommendations:
            detail = self._show(owner)
            self.panes.show_detail()
            self.list.show_current(owner)
            detail.mark_part(key if key in self._part_of else "")
            self._body.verticalScrollBar().setValue(0)
            if detail.marked:
                reveal(detail.marked)
        elif not key:
            self.panes.show_list()

    def _choose(self, key: str) -> None:
        narrow = self.panes.narrow
        self.open_item(key)
        if narrow:
            self.panes.back.setFocus()
        self.state.go(_NAME, key)

    def _show(self, key: str) -> RecommendationDetail:
        detail = self._details.get(key) or self._make(key)
        if key != self._shown:
            for other, shown in self._details.items():
                shown.setVisible(other == key)
            self._shown = key
        return detail

    def _make(self, key: str) -> RecommendationDetail:
        detail = RecommendationDetail(self.state, self._recommendations[key])
        self._details[key] = detail
        self._place.addWidget(detail)
        known = commitments.list_commitments(self.state.session)
        detail.show_commitments(_of(known, key), date.today())  # noqa: DTZ011 - see refresh
        return detail

    def _row(self, key: str, known: Sequence[Commitment], today: date) -> ListRow:
        item = self._recommendations[key]
        return ListRow(item.title, key, key, item.owner, _mark(_of(known, key), today))


def _of(known: Sequence[Commitment], key: str) -> tuple[Commitment, ...]:
    return tuple(commitment for commitment in known if commitment.recommendation == key)


def _mark(known: Sequence[Commitment], today: date) -> str:
    late = sum(commitment.late(today) for commitment in known)
    if late:
        return f"{late} te laat"
    waiting = sum(commitment.state is CommitmentState.OPEN for commitment in known)
    return f"{waiting} open" if waiting else ""


def _sentence(count: int, known: Sequence[Commitment], today: date) -> str:
    advice = f"In 2018 gaf de rekenkamer {plural(count, 'aanbeveling', 'aanbevelingen')}."
    if not known:
        return f"{advice} Toezeggingen daarover zijn nog niet vastgelegd."
    waiting = sum(commitment.state is CommitmentState.OPEN for commitment in known)
    late = sum(commitment.late(today) for commitment in known)
    if not waiting:
        return f"{advice} Er staat geen toezegging meer open."
    stand = "staat 1 toezegging" if waiting == 1 else f"staan {waiting} toezeggingen"
    return f"{advice} Daarover {stand} open; {late or 'geen'} te laat."
