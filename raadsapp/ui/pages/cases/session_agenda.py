"""The agenda of a context session, as it follows from cases, people and minutes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from raadsapp.domain.agenda import Agenda, TooShort
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.context_session import ContextSession
from raadsapp.services.context_sessions import agenda
from raadsapp.services.session_words import NO_CASE, PartInWords, groups_words, parts_words, short_words
from raadsapp.ui.theme.icons import Ink
from raadsapp.ui.theme.tokens import LARGE, SMALL, TEXT_BODY
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.text import Body, Small, Tone


class AgendaCard(Card):
    """Parts with when they begin and how long they last; or why there is no agenda."""

    def __init__(self) -> None:
        super().__init__("Agenda")
        self.said = ""

    def show_session(self, catalog: Catalog, session: ContextSession) -> None:
        """Show the agenda of a context session."""
        self.clear()
        found = agenda(catalog, session)
        if isinstance(found, Agenda):
            parts = parts_words(catalog, found)
            self.said = f"{groups_words(found.groups)}."
            self.add(Body(self.said))
            self.add(_table(parts))
        elif isinstance(found, TooShort):
            self.said = short_words(catalog, session, found)
            self.add(_warning(self.said))
        else:
            self.said = NO_CASE
            self.add(Body(self.said, Tone.MUTED))


def _table(parts: tuple[PartInWords, ...]) -> QWidget:
    place = QWidget()
    grid = QGridLayout(place)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(LARGE)
    grid.setVerticalSpacing(SMALL)
    grid.setColumnStretch(2, 1)
    for row, part in enumerate(parts):
        begins, lasts = Small(part.begins), Body(part.lasts)
        for text in (begins, lasts):
            text.setWordWrap(False)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Body(part.name))
        words.addWidget(Small(part.details))
        grid.addWidget(begins, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(lasts, row, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        grid.addLayout(words, row, 2)
    return place


def _warning(words: str) -> QWidget:
    place = QWidget()
    row = QGridLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.setColumnStretch(1, 1)
    row.addWidget(IconLabel("alert", Ink.CONCERN, TEXT_BODY), 0, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Body(words, Tone.CONCERN), 0, 1)
    return place
