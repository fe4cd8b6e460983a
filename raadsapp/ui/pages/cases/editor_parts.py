"""The parts of the form: about the case, one step with its choices, and what comes at the end."""

from collections.abc import Iterator

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from raadsapp.domain.case import Label
from raadsapp.domain.case_editing import add_choice, move_step, remove_step, set_end
from raadsapp.domain.case_places import Field, Place
from raadsapp.domain.catalog import Catalog
from raadsapp.services.case_words import label_words
from raadsapp.ui.pages.cases.editing import START, Editing
from raadsapp.ui.pages.cases.editor_choice import ChoiceCard
from raadsapp.ui.pages.cases.editor_fields import LinesField, OptionField, PlacedField, TextField
from raadsapp.ui.pages.cases.editor_lists import LinksField, SourcesField, link_options
from raadsapp.ui.theme.tokens import LARGE, MEDIUM
from raadsapp.ui.widgets.buttons import quiet_button, secondary_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.text import Body, Tone
from raadsapp.ui.widgets.wrapping import Columns, Row

_NARROWEST = 240


class Part(QWidget):
    """Fields by their place."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.editing = editing
        self.fields: dict[Place, PlacedField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(LARGE)

    def _card(self, title: str, *fields: QWidget) -> Card:
        card = Card(title)
        for field in fields:
            card.add(field)
            card.add_gap()
        self._column.addWidget(card)
        return card

    def _keep(self, field: PlacedField) -> PlacedField:
        self.fields[field.place] = field
        return field


class HeadPart(Part):
    """What the case is about, and what it belongs to."""

    def __init__(self, editing: Editing, catalog: Catalog) -> None:
        super().__init__(editing)
        beside = Columns(_NARROWEST, 2, MEDIUM)
        labels = [(label.value, label.value) for label in Label]
        meaning = f"{Label.FICTIONAL}: {label_words(Label.FICTIONAL)}"
        for field in (
            TextField(editing, Place(Field.AGE), "Een groep, zoals ‘6 tot en met 9 jaar’."),
            TextField(editing, Place(Field.BEGINS), "Zoals ‘De huisarts’ of ‘Het CJG (Voerendaal)’."),
        ):
            beside.add(self._keep(field))
        self._card(
            "Over de casus",
            self._keep(TextField(editing, START, "Kort, zonder naam.")),
            self._keep(LabelField(editing, Place(Field.LABEL), labels, meaning)),
            beside,
            self._keep(
                TextField(editing, Place(Field.SITUATION), "Wat speelt er? Een paar korte zinnen.", lines=3)
            ),
        )
        self._card("Waar deze casus bij hoort", *self._links(editing, catalog))

    def _links(self, editing: Editing, catalog: Catalog) -> Iterator[QWidget]:
        for field, add in (
            (Field.EFFECTS, "Voeg een effect toe…"),
            (Field.INDICATORS, "Voeg een indicator toe…"),
            (Field.LEVERS, "Voeg een schuif toe…"),
        ):
            yield self._keep(LinksField(editing, Place(field), link_options(catalog, field), add))
        yield self._keep(SourcesField(editing, Place(Field.SOURCES), catalog, "Waar het verhaal op rust."))


class LabelField(OptionField):
    """How far the case is from life."""

    def choose(self, key: str) -> None:
        """Take this label."""
        self.editing.set_value(self.place, Label(key))
        self.show_help(f"{key}: {label_words(Label(key))}")


class StepPart(Part):
    """A moment in the case, who decides, by which rule, and the choices."""

    def __init__(self, editing: Editing, catalog: Catalog, number: int) -> None:
        super().__init__(editing)
        self.number = number
        step = editing.case.steps[number]
        name = f"Einde {number + 1}" if step.end else f"Stap {number + 1}"
        what = self._card(
            name,
            self._text(Field.STEP_TITLE, "Kort, zoals ‘Na acht weken’."),
            self._text(Field.TEXT, "Wat gebeurt er op dit moment? Korte zinnen.", lines=3),
        )
        self.end = QCheckBox("Hier eindigt de casus")
        self.end.setChecked(step.end)
        self.end.clicked.connect(self._turn)
        what.add(self.end)
        what.add(self._ways())
        if not step.end or step.decides or step.rule or step.old or step.new or step.sources:
            self._card(
                "Wie beslist, en volgens welke regel?",
                self._text(Field.DECIDES),
                self._text(Field.RULE, "De wet of de afspraak in het contract, in gewone woorden.", lines=2),
                self._keep(SourcesField(editing, Place(Field.RULE_SOURCES, number), catalog, "")),
            )
            self._card(
                "Oud en nieuw",
                self._text(Field.OLD, "Zo ging het vóór de inkoop bij JenS.", lines=2),
                self._text(Field.NEW, "Zo gaat het nu.", lines=2),
            )
        for place in range(len(step.choices)):
            card = ChoiceCard(editing, number, place)
            self.fields |= card.fields
            self._column.addWidget(card)
        self._finish(end=step.end)

    def _text(self, field: Field, help_text: str = "", *, lines: int = 1) -> PlacedField:
        return self._keep(TextField(self.editing, Place(field, self.number), help_text, lines=lines))

    def _ways(self) -> Row:
        count = len(self.editing.case.steps)
        self.earlier, self.later = quiet_button("Eerder", "chevron-up"), quiet_button("Later", "chevron-down")
        self.earlier.setEnabled(self.number > 0)
        self.later.setEnabled(self.number < count - 1)
        self.remove = quiet_button("Verwijder", "trash")
        self.remove.setEnabled(count > 1)
        self.earlier.clicked.connect(self._move_earlier)
        self.later.clicked.connect(self._move_later)
        self.remove.clicked.connect(self._remove)
        return Row(self.earlier, self.later, self.remove)

    def _finish(self, *, end: bool) -> None:
        if end:
            self._column.addWidget(Body("Hier eindigt de casus voor wie dit pad kiest.", Tone.MUTED))
            return
        add = secondary_button("Voeg een keuze toe", "plus")
        add.clicked.connect(self._add)
        self._column.addWidget(Row(add))

    def _add(self) -> None:
        count = len(self.editing.case.steps[self.number].choices)
        self.editing.reshape(
            add_choice(self.editing.case, self.number), Place(Field.CHOICE, self.number, count)
        )

    def _move_earlier(self) -> None:
        self._move(-1)

    def _move_later(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        place = Place(Field.STEP_TITLE, self.number + by)
        self.editing.reshape(move_step(self.editing.case, self.number, by), place)

    def _turn(self) -> None:
        end = not self.editing.case.steps[self.number].end
        place = Place(Field.STEP_TITLE, self.number)
        self.editing.reshape(set_end(self.editing.case, self.number, end=end), place)

    def _remove(self) -> None:
        before = max(self.number - 1, 0)
        self.editing.reshape(remove_step(self.editing.case, self.number), Place(Field.STEP_TITLE, before))


class ClosingPart(Part):
    """Questions for the conversation, and notes for who leads it."""

    def __init__(self, editing: Editing) -> None:
        super().__init__(editing)
        self._card(
            "Om over te praten",
            self._keep(
                LinesField(
                    editing,
                    Place(Field.QUESTIONS),
                    "Eén vraag per regel, waar een raad iets mee kan.",
                    lines=4,
                )
            ),
            self._keep(
                TextField(editing, Place(Field.NOTES), "Alleen wie het gesprek leidt leest dit.", lines=3)
            ),
        )
