"""The fields of the form for figures: a line for each kind of figure, a field for each year."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from raadsapp.errors import UserError
from raadsapp.services.figure_checks import FigureProblem, read_figure
from raadsapp.services.figure_form import FigureField, FigureForm, FigureGroup, FigureLine
from raadsapp.texts import exact, number
from raadsapp.ui.theme.tokens import MEDIUM, TIGHT
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.text import Body, Small, Subheading
from raadsapp.ui.widgets.wrapping import Columns

_NARROWEST = 150
_MOST = 4


class FigureLines(QWidget):
    """All fields of a municipality. An empty one shows in grey what is estimated without it.

    `left` is sent when a field that was changed is left; what is typed is then written as a Dutch number.
    """

    left = Signal()

    def __init__(self, form: FigureForm, values: Mapping[str, float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self.fields: dict[str, LabelledField] = {}
        self._edits: dict[str, QLineEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for group in form.groups:
            self._add_group(column, group, values)
            column.addSpacing(MEDIUM)

    def values(self) -> dict[str, float]:
        """What is filled in and is a number, by key."""
        found = {key: _number(edit.text()) for key, edit in self._edits.items()}
        return {key: value for key, value in found.items() if value is not None}

    def misread(self) -> tuple[FigureProblem, ...]:
        """A problem for each field in which no number stands."""
        return tuple(
            FigureProblem(key, "Dit is geen getal. Schrijf bijvoorbeeld 1.501.643.")
            for key, edit in self._edits.items()
            if edit.text().strip() and _number(edit.text()) is None
        )

    def filled(self, key: str) -> bool:
        """Whether something stands in this field."""
        return bool(self._edits[key].text().strip())

    def show_problems(self, problems: tuple[FigureProblem, ...]) -> None:
        """Say beside each field what is wrong with it, and of the others that nothing is."""
        said = {problem.key: problem.message for problem in reversed(problems)}
        for key, field in self.fields.items():
            field.show_fault(said.get(key, ""))

    def go_to(self, key: str) -> None:
        """Bring the keyboard to this field."""
        self._edits[key].setFocus()
        reveal(self.fields[key])

    def take_focus(self) -> None:
        """Bring the keyboard to the first field."""
        next(iter(self._edits.values())).setFocus()

    def _add_group(self, column: QVBoxLayout, group: FigureGroup, values: Mapping[str, float]) -> None:
        head = QVBoxLayout()
        head.setSpacing(TIGHT)
        head.addWidget(Subheading(group.title))
        head.addWidget(Small(group.text))
        column.addLayout(head)
        for line in group.lines:
            below = QVBoxLayout()
            below.setSpacing(TIGHT)
            unit = "" if line.whole else ", in euro"
            optional = "" if line.required else " (mag leeg blijven)"
            below.addWidget(Body(f"{line.label}{unit}{optional}"))
            years = Columns(narrowest=_NARROWEST, most=_MOST, gap=MEDIUM, even=True)
            for field in line.fields:
                years.add(self._field(line, field, values.get(field.key)))
            below.addWidget(years)
            column.addLayout(below)

    def _field(self, line: FigureLine, field: FigureField, value: float | None) -> LabelledField:
        edit = self._edits[field.key] = QLineEdit("" if value is None else exact(value))
        estimate = f"schatting {number(self._form.estimates[field.key])}"
        edit.setPlaceholderText(estimate)
        edit.editingFinished.connect(self._leave)
        says = f"{field.label}, {'aantal' if line.whole else 'in euro'}; leeg: {estimate}"
        labelled = self.fields[field.key] = LabelledField(str(field.year), edit, says=says)
        return labelled

    def _leave(self) -> None:
        """Write numbers as Dutch readers do; tell of it when something was typed."""
        changed = False
        for edit in self._edits.values():
            if edit.isModified():
                edit.setModified(False)
                changed = True
                value = _number(edit.text())
                if value is not None:
                    edit.setText(exact(value))
        if changed:
            self.left.emit()


def _number(text: str) -> float | None:
    """The number in a field; None when there is none in it."""
    try:
        return read_figure(text)
    except UserError:
        return None
