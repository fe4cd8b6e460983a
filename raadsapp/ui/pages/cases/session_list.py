"""The context sessions that are kept, with a way to begin a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.context_session import ContextSession
from raadsapp.services.session_words import progress_words, title_of
from raadsapp.texts import long_date
from raadsapp.ui.pages.cases.words import foldable
from raadsapp.ui.theme.tokens import TIGHT
from raadsapp.ui.widgets.buttons import primary_button, quiet_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.item_button import ItemButton
from raadsapp.ui.widgets.page import PageBody, PageHeader
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Body, Tone
from raadsapp.ui.widgets.wrapping import Row

_LEAD = (
    "Praat in kleine groepen over één tot drie casussen. Kies hoeveel mensen en minuten er zijn. "
    "Dan krijgt u een agenda, werkbladen om af te drukken en een plek voor wat elke groep koos en waarom."
)
_NONE = "Nog geen contextsessies. Kies ‘Nieuwe contextsessie’ om er een voor te bereiden."


class SessionList(QWidget):
    """`opened` gives the number of a session, `new_asked` and `cases_asked` ask for another view."""

    opened = Signal(int)
    new_asked = Signal()
    cases_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body = PageBody(self)
        self.body.add(PageHeader("Contextsessies", _LEAD))
        self.new = primary_button("Nieuwe contextsessie", "plus")
        self.new.clicked.connect(self.new_asked)
        self.cases = quiet_button("Alle casussen", "list")
        self.cases.clicked.connect(self.cases_asked)
        self.body.add(Row(self.new, self.cases))
        self.damage = Body(tone=Tone.CONCERN)
        self.damage.hide()
        self.body.add(self.damage)
        self._card = Card()
        place = QWidget()
        self._rows = QVBoxLayout(place)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(TIGHT)
        self._card.add(place)
        self.body.add(self._card)
        self.rows: dict[int, ItemButton] = {}

    def show_sessions(self, sessions: Sequence[ContextSession], catalog: Catalog, damage: str) -> None:
        """List these sessions; `damage` names those that cannot be read."""
        empty_layout(self._rows)
        self.rows = {}
        for session in sessions:
            row = ItemButton(
                foldable(title_of(session)),
                progress_words(catalog, session),
                str(session.number),
                overline=long_date(session.held_on),
            )
            row.clicked.connect(self._open)
            self.rows[session.number] = row
            self._rows.addWidget(row)
        if not sessions:
            self._rows.addWidget(Body(_NONE, Tone.MUTED))
        self.damage.show_text(damage)
        self.damage.setHidden(not damage)

    def focus_session(self, number: int) -> None:
        """Bring the keyboard to the row of a context session, or to the button for a new one."""
        (self.rows.get(number) or self.new).setFocus()

    def _open(self) -> None:
        row = self.sender()
        if isinstance(row, ItemButton):
            self.opened.emit(int(row.key))
