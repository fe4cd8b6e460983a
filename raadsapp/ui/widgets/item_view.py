"""One item of the dossier as it is read: what it is, all that is known, its sources, and where it leads."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Fact
from raadsapp.domain.source import Document, Standing
from raadsapp.services.described import Description, Detail, describe, is_code, kind_word, title
from raadsapp.services.related import relations
from raadsapp.texts import amount
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, READING_WIDTH, SMALL, TIGHT
from raadsapp.ui.widgets.badge import Badge, StandingBadge
from raadsapp.ui.widgets.buttons import icon_button, quiet_button
from raadsapp.ui.widgets.details import Details
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow
from raadsapp.ui.widgets.scroll_column import ScrollColumn
from raadsapp.ui.widgets.source_line import CaveatLine
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Body, Heading, Overline, Text, Tone
from raadsapp.ui.widgets.wrapping import Row


class Figure(Text):
    """A figure, large."""

    role = "figure"


class ItemView(QFrame):
    """Shows any item; `followed` is a link to another one, `back` and `closed` what the reader asks for."""

    followed = Signal(str)
    back = Signal()
    closed = Signal()

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self.key = ""
        self.links = ItemList("", whole=True)
        restyle(self, role="card", tone="plain")
        self.body = ScrollColumn(MEDIUM, left=LARGE + TIGHT - MEDIUM)
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, SMALL, 1, 1)
        outer.setSpacing(SMALL)
        outer.addLayout(self._bar())
        outer.addWidget(self.body, 1)

    def _bar(self) -> QHBoxLayout:
        self.back_button = quiet_button("Terug", "back")
        self.back_button.clicked.connect(self.back)
        close = icon_button("close", "Sluiten")
        close.clicked.connect(self.closed)
        bar = QHBoxLayout()
        bar.setContentsMargins(MEDIUM, 0, MEDIUM, 0)
        bar.addWidget(self.back_button)
        bar.addStretch(1)
        bar.addWidget(close)
        return bar

    def show_item(self, key: str, measured: str = "") -> None:
        """Show this item from its beginning; nothing for a key the dossier does not have.

        `measured` is the sentence that says what is known of an indicator in figures.
        """
        found = describe(self._catalog, key)
        if found is None:
            return
        self.key = key
        self.body.clear()
        self.body.add(self._words(found, measured))
        self.links = ItemList(f"Bronnen en verwanten van {found.title}", whole=True)
        self.links.show_rows(self._rows(found))
        self.links.opened.connect(self.followed)
        self.links.moved.connect(self._keep_in_view)
        self.links.setMaximumWidth(applied_theme().px(READING_WIDTH) + 2 * MEDIUM)
        if self.links.rows:
            self.body.add(self.links)
        self.body.setAccessibleName(f"{found.kind} {found.title}")
        self.body.verticalScrollBar().setValue(0)

    def _words(self, found: Description, measured: str) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(MEDIUM, 0, 0, 0)
        column.setSpacing(MEDIUM)
        kind = f"{found.kind} · {found.key}" if is_code(found.key) else found.kind
        column.addWidget(Overline(kind, Tone.ACCENT))
        column.addWidget(Heading(found.title))
        marks = [Badge("oude inkoop")] if found.old else []
        if found.standing is not Standing.SOURCE:
            marks.append(StandingBadge(found.standing))
        if marks:
            column.addWidget(Row(*marks))
        if found.text:
            column.addWidget(Figure(found.text) if found.is_figure else Body(found.text))
        known = (Detail("Cijfers", (measured,)),) if measured else ()
        if known or found.details:
            column.addWidget(Details((*known, *found.details)))
        for caveat in found.caveats:
            column.addWidget(CaveatLine(caveat))
        return words

    def _rows(self, found: Description) -> list[ListRow]:
        places: dict[str, list[str]] = {}
        for source in found.sources:
            places.setdefault(source.document, []).append(source.place)
        rows = [ListRow("Bron" if len(places) == 1 else "Bronnen")] if places else []
        for key, found_at in places.items():
            document = self._catalog.find(key)
            name = document.short if isinstance(document, Document) else key
            rows.append(ListRow(name, key, detail="; ".join(found_at)))
        for relation in relations(self._catalog, found.key):
            rows.append(ListRow(relation.name))
            rows.extend(self._link(key) for key in relation.keys)
        return rows

    def _link(self, key: str) -> ListRow:
        item = self._catalog.find(key)
        assert item is not None  # noqa: S101 - relations only name items of the catalog
        code = key if is_code(key) else ""
        figure = amount(item.value, item.unit) if isinstance(item, Fact) else ""
        kind = "" if code or figure else kind_word(item)
        return ListRow(title(self._catalog, item), key, code=code, detail=kind, mark=figure)

    def _keep_in_view(self, top: int, bottom: int) -> None:
        self.body.keep_in_view(self.links, top, bottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)
