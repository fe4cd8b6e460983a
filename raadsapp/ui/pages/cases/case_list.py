"""All cases, each with where it begins and what it shows."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from raadsapp.domain.case import Case
from raadsapp.domain.catalog import Catalog
from raadsapp.texts import plural
from raadsapp.ui.pages.cases.own_cards import DamagedCard, DraftsCard
from raadsapp.ui.pages.cases.words import shows_words
from raadsapp.ui.theme.tokens import TIGHT
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.buttons import quiet_button, secondary_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.item_button import ItemButton
from raadsapp.ui.widgets.page import PageBody, PageHeader
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Body, Small, Tone
from raadsapp.ui.widgets.wrapping import Row

_EMPTY = (
    "In dit dossier staan nog geen voorbeeldcasussen. "
    "Een casus is een bestand in de map ‘cases’ van het dossier."
)


class CaseList(QWidget):
    """One large row per case; `opened` gives its key, `sessions_asked` asks for the context sessions.

    `new_asked` and `file_asked` ask for a case to write: a new one, or one from a file.
    """

    opened = Signal(str)
    sessions_asked = Signal()
    new_asked = Signal()
    file_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body = PageBody(self)
        self._header = PageHeader("Voorbeeldcasussen", " ")
        self.body.add(self._header)
        self.sessions = secondary_button("Contextsessies", "people")
        self.sessions.setToolTip(
            "Praat in kleine groepen over een casus: agenda, werkbladen en wat elke groep koos"
        )
        self.sessions.clicked.connect(self.sessions_asked)
        self.new = secondary_button("Nieuwe casus", "plus")
        self.new.clicked.connect(self.new_asked)
        self.file = quiet_button("Casus inlezen…", "upload")
        self.file.clicked.connect(self.file_asked)
        self.ways = Row(self.sessions, self.new, self.file)
        self.body.add(self.ways)
        self.drafts, self.damaged = DraftsCard(), DamagedCard()
        for card in (self.drafts, self.damaged):
            card.hide()
            self.body.add(card)
        self._card = Card()
        self.body.add(self._card)
        place = QWidget()
        self._rows = QVBoxLayout(place)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(TIGHT)
        self._card.add(place)
        self._about = Small()
        self.body.add(self._about)
        self.rows: dict[str, ItemButton] = {}

    def show_cases(
        self, cases: Sequence[Case], catalog: Catalog, own: Mapping[str, str] | None = None
    ) -> None:
        """List these cases; without any, say how they come. `own` gives the mark of own ones by key."""
        empty_layout(self._rows)
        self.rows = {case.key: _row(case, catalog, (own or {}).get(case.key, "")) for case in cases}
        for row in self.rows.values():
            row.clicked.connect(self._open)
            self._rows.addWidget(row)
        if not cases:
            self._rows.addWidget(Body(_EMPTY))
        self._header.show_lead(_lead(len(cases)) if cases else "")
        unchecked = sum(case.check is None for case in cases)
        self._about.show_text(_about(unchecked, len(cases)))
        self._about.setHidden(not cases)

    def put_in_order(self) -> None:
        """Let the Tab key come by what is there from top to bottom, also by what came later."""
        cards = (self.drafts, self.damaged)
        own = [button for card in cards for button in card.findChildren(QAbstractButton)]
        for before, after in pairwise((self.file, *own, *self.rows.values())):
            QWidget.setTabOrder(before, after)

    def focus_case(self, key: str) -> None:
        """Bring the keyboard to the row of this case."""
        if key in self.rows:
            self.rows[key].setFocus()

    def _open(self) -> None:
        row = self.sender()
        if isinstance(row, ItemButton):
            self.opened.emit(row.key)


def _row(case: Case, catalog: Catalog, own: str) -> ItemButton:
    detail = "\n".join(part for part in (case.situation, shows_words(case, catalog)) if part)
    row = ItemButton(
        case.title,
        detail,
        case.key,
        Badge(case.label, Tone.CONCERN),
        overline=" · ".join(
            part for part in (own, f"Begint bij: {_lower_article(case.begins)}", case.age) if part
        ),
    )
    row.setAccessibleName(f"{case.label}. {row.accessibleName()}")
    return row


def _lower_article(begins: str) -> str:
    first, _, rest = begins.partition(" ")
    return f"{first.lower()} {rest}" if first in {"De", "Het"} else begins


def _lead(count: int) -> str:
    return (
        f"Loop door {plural(count, 'verzonnen verhaal', 'verzonnen verhalen')} en kies zelf. "
        "Zie wat een keuze doet voor het kind, de tijd en het geld, in het oude en in het nieuwe stelsel."
    )


def _about(unchecked: int, count: int) -> str:
    fictional = "Geen kind of gezin hierin bestaat."
    if not unchecked:
        return f"{fictional} Een tweede lezer keek of iemand zich kan herkennen."
    which = "alle casussen" if unchecked == count else f"{unchecked} van de {count} casussen"
    return f"{fictional} Voor {which} moet een tweede lezer nog kijken of iemand zich kan herkennen."
