"""Above the list: cases that somebody is writing, and own cases that cannot be read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.content.case_drafts import Draft
from raadsapp.services.own_case_reading import OwnCase
from raadsapp.texts import long_moment
from raadsapp.ui.theme.tokens import SMALL, TIGHT
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.buttons import icon_button, quiet_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.item_button import ItemButton
from raadsapp.ui.widgets.text import Body, Small, Subheading, Tone
from raadsapp.ui.widgets.wrapping import Row


class DraftsCard(Card):
    """`opened` and `removal_asked` give the key of a case that is being written."""

    opened = Signal(str)
    removal_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Concepten")
        self.rows: dict[str, ItemButton] = {}
        self.removals: dict[str, QWidget] = {}

    def show_drafts(self, drafts: Sequence[Draft], damaged: Sequence[str]) -> None:
        """List these drafts, and the files that hold none; without any the card is not there."""
        self.clear()
        self.rows, self.removals = {}, {}
        self.setHidden(not drafts and not damaged)
        self.add(Small("Deze staan alleen op deze computer, nog niet in het dossier."))
        for draft in drafts:
            self.add(self._row(draft))
        for file in damaged:
            self.add(Body(f"Dit concept is niet te lezen en blijft staan: {file}", Tone.CONCERN))

    def _row(self, draft: Draft) -> QWidget:
        key = draft.case.key
        title = draft.case.title.strip() or "Nog zonder titel"
        row = ItemButton(title, f"Gewijzigd op {long_moment(draft.changed_at)}", key, Badge("Concept"))
        row.clicked.connect(self._open)
        remove = icon_button("trash", f"Gooi concept weg: {title}")
        remove.setProperty("key", key)
        remove.clicked.connect(self._ask_removal)
        self.rows[key], self.removals[key] = row, remove
        place = QWidget()
        beside = QHBoxLayout(place)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(SMALL)
        beside.addWidget(row, 1)
        beside.addWidget(remove)
        return place

    def _open(self) -> None:
        row = self.sender()
        if isinstance(row, ItemButton):
            self.opened.emit(row.key)

    def _ask_removal(self) -> None:
        self.removal_asked.emit(self.sender().property("key"))


class DamagedCard(Card):
    """`export_asked` and `removal_asked` give the key of an own case that cannot be read."""

    export_asked = Signal(str)
    removal_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Eigen casussen die niet te lezen zijn", tone=Tone.CONCERN)
        self.told: list[str] = []

    def show_cases(self, cases: Sequence[OwnCase]) -> None:
        """Say of each what is wrong, with the step; without any the card is not there."""
        self.clear()
        self.told = []
        self.setHidden(not cases)
        self.add(
            Small("De andere casussen werken gewoon. Exporteer de tekst, herstel die en lees haar weer in.")
        )
        for case in cases:
            self.add(self._part(case))

    def _part(self, own: OwnCase) -> QWidget:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(Subheading(own.kept.title))
        for line in own.told:
            column.addWidget(Body(line))
        self.told.extend(own.told)
        export = quiet_button("Exporteer de tekst…", "download")
        remove = quiet_button("Verwijder", "trash")
        for button, act in ((export, self._ask_export), (remove, self._ask_removal)):
            button.setProperty("key", own.kept.key)
            button.setAccessibleName(f"{button.text()} {own.kept.title}")
            button.clicked.connect(act)
        column.addWidget(Row(export, remove))
        return place

    def _ask_export(self) -> None:
        self.export_asked.emit(self.sender().property("key"))

    def _ask_removal(self) -> None:
        self.removal_asked.emit(self.sender().property("key"))
