"""Which kinds of files the app recognises: those of the dossier, and the clerk's own, which may go."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from raadsapp.domain.changes import Changes
from raadsapp.errors import UserError
from raadsapp.intake.layouts import Layout
from raadsapp.services.layouts import KnownLayouts, known_layouts, remove_layout, save_layout
from raadsapp.texts import enumeration
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.icons import Ink
from raadsapp.ui.theme.tokens import LARGE, SMALL, TEXT_BODY, TIGHT
from raadsapp.ui.widgets.buttons import small_icon_button
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.source_line import CaveatLine
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Overline, Small, Subheading
from raadsapp.ui.widgets.wrapping import Columns


class LayoutList(QWidget):
    """The layouts, the clerk's own with a button to remove it, and what is wrong with those left out."""

    def __init__(self, state: AppState) -> None:
        super().__init__()
        self._state = state
        self.removing: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(LARGE)
        state.on_changes(self._draw)
        self._draw()

    def remove(self, layout: Layout, *_clicked: object) -> None:
        """Let go of an own layout, and offer to undo that."""
        try:
            remove_layout(layout.key)
        except UserError as error:
            self._state.notify(str(error))
            return
        told = f"De indeling ‘{layout.title}’ is verwijderd. Wat ermee is ingelezen, blijft."
        self._state.announce(Changes(frozenset(), told), undo=partial(_bring_back, self._state, layout))

    def _draw(self, _changes: Changes | None = None) -> None:
        empty_layout(self._column)
        self.removing = {}
        try:
            known = known_layouts()
        except UserError:  # reading a file will say it
            return
        self._add("Deze bestanden herkent de app", known.shipped, own=False)
        if known.own:
            self._add("En deze, die u zelf hebt aangewezen", known.own, own=True)
        self._add_faults(known)

    def _add(self, title: str, layouts: tuple[Layout, ...], *, own: bool) -> None:
        self._column.addWidget(Overline(title))
        columns = Columns(narrowest=280, most=2)
        for layout in layouts:
            if not layout.refusal:
                columns.add(self._described(layout, own=own))
        self._column.addWidget(columns)

    def _add_faults(self, known: KnownLayouts) -> None:
        for fault in known.faults:
            self._column.addWidget(CaveatLine(str(fault)))

    def _described(self, layout: Layout, *, own: bool) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(IconLabel("check", Ink.ACCENT, TEXT_BODY))
        head.addWidget(Subheading(layout.title), 1)
        if own:
            button = small_icon_button("trash", f"Indeling ‘{layout.title}’ verwijderen")
            button.clicked.connect(partial(self.remove, layout))
            self.removing[layout.key] = button
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        names = [name.replace("|", " – ") for name in layout.columns]
        column.addWidget(Small(f"Een tabel met de kolommen {enumeration(names)}"))
        column.addStretch(1)
        return block


def _bring_back(state: AppState, layout: Layout) -> None:
    try:
        save_layout(layout, layout.title)
    except UserError as error:
        state.notify(str(error))
    else:
        state.announce(Changes(frozenset(), f"De indeling ‘{layout.title}’ is terug."))
