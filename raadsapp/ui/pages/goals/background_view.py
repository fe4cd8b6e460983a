"""Achtergrond: the order, the research, the reasons, the lessons, the figures and the sources."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.facts import Fact
from raadsapp.texts import amount
from raadsapp.ui.pages.goals.background_sections import FIGURES, Section, contradictions, sections
from raadsapp.ui.pages.goals.sub_view import SubView
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import MEDIUM, WIDE
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.fact_figure import FactFigure
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow
from raadsapp.ui.widgets.link_button import LinkButton
from raadsapp.ui.widgets.scroll_column import ScrollColumn
from raadsapp.ui.widgets.source_line import source_text
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS
from raadsapp.ui.widgets.text import Body, Tone
from raadsapp.ui.widgets.wrapping import Columns

_INDEX = 204
_BESIDE = 640


class BackgroundView(SubView):
    """An index of sections, and the section that is chosen."""

    narrowest = 640
    widest = 1160

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._sections = {section.key: section for section in sections(self.catalog)}
        self._groups = contradictions(self.catalog)
        self._keys = {
            row.key: section.key for section in self._sections.values() for row in section.rows if row.key
        }
        self._shown = ""
        self._buttons: dict[str, LinkButton] = {}
        self._index = ItemList("Onderdelen van de achtergrond", whole=True)
        self._index.show_rows([ListRow(one.title, one.key) for one in self._sections.values()])
        self._index.opened.connect(self.show_section)
        self._short_index = QComboBox()
        self._short_index.setAccessibleName("Onderdelen van de achtergrond")
        for one in self._sections.values():
            self._short_index.addItem(one.title, one.key)
        self._short_index.activated.connect(self._choose)
        self._rows = ItemList("", whole=True)
        self._body = ScrollColumn(MEDIUM)
        right = QVBoxLayout()
        right.setSpacing(MEDIUM)
        right.addWidget(self._short_index)
        right.addWidget(self._body, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(WIDE)
        whole.addWidget(self._index, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(right, 1)
        self._arrange()
        self.show_section(next(iter(self._sections)))

    def show_section(self, key: str) -> None:
        """Show another section from its beginning."""
        if key == self._shown:
            return
        self._shown = key
        self._index.show_current(key)
        self._short_index.setCurrentIndex(self._short_index.findData(key))
        section = self._sections[key]
        self._buttons = {}
        self._body.clear()
        self._body.add(Body(section.lead, Tone.MUTED))
        if key == FIGURES:
            for group in self._groups:
                self._add_contradiction(group)
        self._add_rows(section)
        self._body.verticalScrollBar().setValue(0)

    def _add_rows(self, section: Section) -> None:
        self._rows = ItemList(section.title, whole=True)
        self._rows.show_rows(section.rows)
        self._rows.opened.connect(self.opened)
        self._rows.moved.connect(self._keep_in_view)
        self._body.add(self._rows)

    def _add_contradiction(self, group: tuple[Fact, ...]) -> None:
        card = Card("Deze cijfers spreken elkaar tegen", tone=Tone.CONCERN)
        beside = Columns(narrowest=170, most=3)
        for fact in group:
            beside.add(self._figure(fact))
        card.add(beside)
        self._body.add(card)

    def _figure(self, fact: Fact) -> QWidget:
        source = source_text(fact.sources, self.catalog)
        button = LinkButton("Toelichting", fact.key, f"{fact.label}: toelichting")
        button.opened.connect(self.opened)
        self._buttons[fact.key] = button
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FactFigure(amount(fact.value, fact.unit), fact.label, source, fact.standing))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return block

    def _choose(self, place: int) -> None:
        self.show_section(self._short_index.itemData(place))

    def _keep_in_view(self, top: int, bottom: int) -> None:
        self._body.keep_in_view(self._rows, top, bottom)

    def shows(self, key: str) -> bool:
        """Whether the item stands in one of the sections."""
        return bool(self._section_of(key))

    def mark(self, key: str) -> None:
        """Bring the section and the row of the item into view."""
        section = self._section_of(key)
        if section:
            self.show_section(section)
        self._rows.show_open(key)
        if key in self._buttons:
            self._body.ensureWidgetVisible(self._buttons[key], 0, WIDE)
        elif self._rows.current_key() == key:
            self._body.keep_in_view(self._rows, *self._rows.current_edges())

    def focus_item(self, key: str) -> None:
        """Give the keyboard to the row of the item, or to the index."""
        if key in self._buttons:
            self._buttons[key].setFocus()
        elif key in self._rows.keys:
            self._rows.show_current(key)
            self._rows.setFocus()
        else:
            self._index.setFocus()

    def _section_of(self, key: str) -> str:
        known = self._keys.get(key, "")
        return known or (FIGURES if isinstance(self.catalog.find(key), Fact) else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The index beside the section where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS and self._shown:
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._arrange)

    def _arrange(self) -> None:
        theme = applied_theme()
        beside = self.width() >= theme.px(_BESIDE)
        self._index.setFixedWidth(theme.px(_INDEX))
        self._index.setVisible(beside)
        self._short_index.setVisible(not beside)
