"""One choice in the form: where it leads, and what it does to child, time and money."""

from raadsapp.domain.case import Case
from raadsapp.domain.case_editing import add_step, move_choice, remove_choice
from raadsapp.domain.case_places import LINES, OLD_LINES, Field, Place, value_at, with_value
from raadsapp.ui.pages.cases.editing import Editing
from raadsapp.ui.pages.cases.editor_fields import ConsequenceField, OptionField, PlacedField, TextField
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.buttons import choice_button, quiet_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.wrapping import Row

_NEW_STEP, _NEW_END = "+stap", "+einde"


class ChoiceCard(Card):
    """Fields by their place; what went otherwise in the old system is seen when asked for."""

    def __init__(self, editing: Editing, step: int, number: int) -> None:
        super().__init__(f"Keuze {number + 1}")
        self.editing, self.step, self.number = editing, step, number
        self.fields: dict[Place, PlacedField] = {}
        self._add(TextField(editing, self._at(Field.CHOICE), label="Wat kan iemand kiezen?"))
        self._add(TargetField(editing, self._at(Field.TO)))
        for field in LINES:
            self._add(ConsequenceField(editing, self._at(field)))
        self.old = choice_button("Anders in het oude stelsel")
        self.old.setChecked(any(value_at(editing.case, self._at(field)) for field in OLD_LINES))
        self.old.toggled.connect(self._show_old)
        self.add_gap(SMALL)
        self.add(Row(self.old))
        for field in OLD_LINES:
            self._add(ConsequenceField(editing, self._at(field)))
        self._show_old()
        self.add(self._ways())

    def _at(self, field: Field) -> Place:
        return Place(field, self.step, self.number)

    def _add(self, field: PlacedField) -> None:
        self.fields[field.place] = field
        self.add(field)

    def _show_old(self) -> None:
        for field in OLD_LINES:
            self.fields[self._at(field)].setVisible(self.old.isChecked())

    def _ways(self) -> Row:
        count = len(self.editing.case.steps[self.step].choices)
        name = f"keuze {self.number + 1}"
        earlier, later = quiet_button("Hoger", "chevron-up"), quiet_button("Lager", "chevron-down")
        remove = quiet_button("Verwijder keuze", "trash")
        for button in (earlier, later, remove):
            button.setAccessibleName(f"{button.text()}: {name}")
        earlier.setEnabled(self.number > 0)
        later.setEnabled(self.number < count - 1)
        earlier.clicked.connect(self._move_earlier)
        later.clicked.connect(self._move_later)
        remove.clicked.connect(self._remove)
        return Row(earlier, later, remove)

    def _move_earlier(self) -> None:
        self._move(-1)

    def _move_later(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        place = Place(Field.CHOICE, self.step, self.number + by)
        self.editing.reshape(move_choice(self.editing.case, self.step, self.number, by), place)

    def _remove(self) -> None:
        case = remove_choice(self.editing.case, self.step, self.number)
        left = len(case.steps[self.step].choices)
        place = (
            Place(Field.CHOICE, self.step, min(self.number, left - 1))
            if left
            else Place(Field.STEP_TITLE, self.step)
        )
        self.editing.reshape(case, place)


class TargetField(OptionField):
    """The step a choice leads to: one that is there, or a new one."""

    def __init__(self, editing: Editing, place: Place) -> None:
        options = [
            (step.key, step_name(editing.case, number)) for number, step in enumerate(editing.case.steps)
        ]
        more = [(_NEW_STEP, "Nieuwe stap…"), (_NEW_END, "Nieuw einde…")]
        super().__init__(
            editing, place, [*options, *more], nothing="Kies een stap…", label="Waar leidt deze keuze heen?"
        )

    def choose(self, key: str) -> None:
        """Lead to this step, or to a new one, which is made behind the present one."""
        if key not in {_NEW_STEP, _NEW_END}:
            super().choose(key)
            return
        case = self.editing.case
        at = (self.place.step or 0) if key == _NEW_STEP else len(case.steps) - 1
        more = add_step(case, at, end=key == _NEW_END)
        new = more.steps[at + 1]
        linked = with_value(more, self.place, new.key)
        self.editing.reshape(linked, Place(Field.STEP_TITLE, at + 1))


def step_name(case: Case, number: int) -> str:
    """How a step is called in the form: `Stap 2: Na acht weken`."""
    step = case.steps[number]
    kind = "Einde" if step.end else "Stap"
    return f"{kind} {number + 1}: {step.title.strip() or 'nog zonder titel'}"
