"""The form for a municipality's own figures: what they are, where they come from, who enters them."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from raadsapp.services.figure_checks import FigureProblem, problems
from raadsapp.services.figure_form import FigureForm
from raadsapp.ui.pages.data.figure_lines import FigureLines
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.buttons import primary_button, secondary_button
from raadsapp.ui.widgets.form_card import FormCard
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.text import Small, Tone
from raadsapp.ui.widgets.wrapping import Columns, Row

_SOURCE_HELP = "Geldt voor de cijfers die u nu invoert of wijzigt."


class FigureFormCard(FormCard):
    """Enter saves, Esc cancels. `values` are the figures that count now, by key.

    `saved` says that what is `changed` may be stored; the form stays as it is until told otherwise, so that
    nothing is lost when it cannot be.
    """

    saved = Signal()

    def __init__(
        self, form: FigureForm, values: Mapping[str, float], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"Cijfers van {form.name}", parent=parent)
        self.form = form
        self._before = dict(values)
        self._tried = False
        self.lines = FigureLines(form, values)
        self.lines.left.connect(self._look)
        self.add(self.lines)
        self.source, self.name = QLineEdit(), QLineEdit(name)
        self.source_field = LabelledField("Uit welk stuk? Noem ook de bladzijde", self.source, _SOURCE_HELP)
        self.name_field = LabelledField("Ingevoerd door", self.name)
        self.source.textEdited.connect(self._clear_source_fault)
        self.name.textEdited.connect(self._clear_name_fault)
        self._lay_out()

    @property
    def changed(self) -> dict[str, float | None]:
        """The figures that differ from what counts now, by key; None for a field that was emptied."""
        now = self.lines.values()
        return {key: now.get(key) for key in self.lines.fields if now.get(key) != self._before.get(key)}

    @property
    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, from top to bottom."""
        fields = [field.field for field in self.lines.fields.values()]
        return [*fields, self.source, self.name, self.save_button, self.cancel_button]

    def save(self) -> None:
        """Ask to store what was changed, or say beside each field what is wrong."""
        self.show_fault("")
        self._tried = True
        found = self._look()
        wrong = next((problem.key for problem in found if problem.blocking), "")
        missing = [field for field in (self.source_field, self.name_field) if not self._complete(field)]
        if wrong:
            self.lines.go_to(wrong)
        elif not self.changed:
            self.show_fault("Er is nog niets ingevuld of gewijzigd.")
        elif missing:
            missing[0].field.setFocus()
            reveal(missing[0])
        else:
            self.saved.emit()

    def show_fault(self, message: str) -> None:
        """Say why what was filled in could not be stored."""
        self._message.show_text(message)
        self._message.setHidden(not message)

    def _complete(self, field: LabelledField) -> bool:
        edit, fault = (
            (self.source, "Schrijf op waar deze cijfers staan.")
            if field is self.source_field
            else (self.name, "Vul uw naam in.")
        )
        empty = not edit.text().strip()
        field.show_fault(fault if empty else "")
        return not empty

    def _look(self) -> tuple[FigureProblem, ...]:
        """Say beside each field what is wrong; what is still empty counts once saving was tried."""
        found = (*self.lines.misread(), *problems(self.form, self.lines.values()))
        shown = (problem for problem in found if self._tried or self.lines.filled(problem.key))
        self.lines.show_problems(tuple(shown))
        return found

    def _clear_source_fault(self, _text: str) -> None:
        self.source_field.show_fault("")

    def _clear_name_fault(self, _text: str) -> None:
        self.name_field.show_fault("")

    def _lay_out(self) -> None:
        pair = Columns(narrowest=260, most=2, gap=MEDIUM)
        for field in (self.source_field, self.name_field):
            pair.add(field)
        self.add_gap()
        self.add(pair)
        self._message = Small(tone=Tone.CONCERN)
        self.add(self._message)
        self.show_fault("")
        self.save_button = primary_button("Bewaren")
        self.save_button.clicked.connect(self.save)
        self.cancel_button = secondary_button("Annuleren")
        self.cancel_button.clicked.connect(self.cancelled)
        keys = Small("Enter bewaart, Esc annuleert.")
        keys.setWordWrap(False)
        self.add(Row(self.save_button, self.cancel_button, keys))
