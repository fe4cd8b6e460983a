"""Lists in the form that are chosen from what the dossier has: links and sources."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.case_places import Field, Place, value_at, with_value
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.source import Source
from raadsapp.ui.pages.cases.editing import Editing
from raadsapp.ui.pages.cases.editor_fields import PlacedField
from raadsapp.ui.theme.tokens import SMALL, TIGHT
from raadsapp.ui.widgets.buttons import small_icon_button
from raadsapp.ui.widgets.choice_box import ChoiceBox
from raadsapp.ui.widgets.growing_text import TextLine
from raadsapp.ui.widgets.text import Body

_SHORTEST = 18


class LinksField(PlacedField):
    """Items of the dossier: choose one to add it, and take it away with its button."""

    def __init__(
        self,
        editing: Editing,
        place: Place,
        options: Sequence[tuple[str, str]],
        add: str,
        help_text: str = "",
    ) -> None:
        self._names = dict(options)
        keys: tuple[str, ...] = value_at(editing.case, place)
        self.box = _chooser(add, [(key, name) for key, name in options if key not in keys])
        super().__init__(editing, place, _column(*(self._row(key) for key in keys), self.box), help_text, "")
        self.field.setFocusProxy(self.box)
        self.box.setAccessibleName(f"{place.field}: {add}")
        self.box.activated.connect(self._add)

    def _row(self, key: str) -> QWidget:
        name = self._names.get(key, key)
        remove = small_icon_button("close", f"Haal weg: {name}")
        remove.clicked.connect(partial(self._remove, key))
        return _row(Body(name), remove)

    def _add(self, number: int) -> None:
        keys = value_at(self.editing.case, self.place)
        self._reshape((*keys, self.box.itemData(number)))

    def _remove(self, gone: str) -> None:
        self._reshape(tuple(key for key in value_at(self.editing.case, self.place) if key != gone))

    def _reshape(self, keys: tuple[str, ...]) -> None:
        self.editing.reshape(with_value(self.editing.case, self.place, keys), self.place)


class SourcesField(PlacedField):
    """Sources: the document, and where in it."""

    def __init__(self, editing: Editing, place: Place, catalog: Catalog, help_text: str) -> None:
        options = [(document.key, document.title) for document in catalog.documents]
        self._names = dict(options)
        self.lines: list[TextLine] = []
        sources: tuple[Source, ...] = value_at(editing.case, place)
        self.box = _chooser("Voeg een bron toe…", options)
        rows = [self._row(number, source) for number, source in enumerate(sources)]
        super().__init__(editing, place, _column(*rows, self.box), help_text, "")
        self.field.setFocusProxy(self.box)
        self.box.setAccessibleName(f"{place.field}: voeg een bron toe")
        self.box.activated.connect(self._add)

    def take_keyboard(self, start: int = 0, length: int = 0) -> None:
        """Bring the keyboard to the first place that is blank, or to the box with documents."""
        blank = next((line for line in self.lines if not line.text().strip()), None)
        if blank:
            blank.setFocus()
        else:
            super().take_keyboard(start, length)

    def _row(self, number: int, source: Source) -> QWidget:
        name = self._names.get(source.document, source.document)
        line = TextLine(source.place)
        line.setPlaceholderText("Waar? Bijvoorbeeld: artikel 2.3")
        line.setAccessibleName(f"Plaats in {name}")
        line.edited.connect(self._take)
        self.lines.append(line)
        remove = small_icon_button("close", f"Haal weg: {name}")
        remove.clicked.connect(partial(self._remove, number))
        return _row(_column(Body(name), line), remove)

    def _take(self) -> None:
        sources: tuple[Source, ...] = value_at(self.editing.case, self.place)
        told = zip(sources, self.lines, strict=True)
        changed = (Source(document=source.document, place=line.text()) for source, line in told)
        self.editing.set_value(self.place, tuple(changed))

    def _add(self, number: int) -> None:
        sources = value_at(self.editing.case, self.place)
        self._reshape((*sources, Source(document=self.box.itemData(number), place="")))

    def _remove(self, gone: int) -> None:
        sources = value_at(self.editing.case, self.place)
        self._reshape((*sources[:gone], *sources[gone + 1 :]))

    def _reshape(self, sources: tuple[Source, ...]) -> None:
        self.editing.reshape(with_value(self.editing.case, self.place, sources), self.place)


def link_options(catalog: Catalog, field: Field) -> list[tuple[str, str]]:
    """Key and name of everything that a case can be linked to in this field."""
    if field is Field.EFFECTS:
        return [(effect.key, f"{effect.key} {effect.title}") for effect in catalog.effects]
    if field is Field.INDICATORS:
        return [(one.key, f"{one.key} {one.title}") for one in catalog.indicators]
    return [(lever.key, lever.label) for lever in catalog.levers]


def _chooser(add: str, options: Sequence[tuple[str, str]]) -> ChoiceBox:
    box = ChoiceBox()
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_SHORTEST)
    box.setPlaceholderText(add)
    for key, name in options:
        box.addItem(name, key)
    box.setCurrentIndex(-1)
    return box


def _column(*widgets: QWidget) -> QWidget:
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(TIGHT)
    for widget in widgets:
        column.addWidget(widget)
    return place


def _row(first: QWidget, last: QWidget) -> QWidget:
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    row.addWidget(first, 1)
    row.addWidget(last)
    return place
