"""The case that is written, walked through as its readers will."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.case import Case, Step
from raadsapp.services.case_figures import CaseFigures
from raadsapp.ui.pages.cases.walk_view import WalkView
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.text import Small, Tone

_LOOSE = "Keuzes die nog nergens heen leiden, staan hier niet bij."


class Preview(QWidget):
    """The walk itself, at the step that is in the form."""

    def __init__(self, figures: CaseFigures) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        self.note = Small(_LOOSE, Tone.CONCERN)
        self.walk = WalkView(figures)
        self.walk.be_preview()
        column.addWidget(self.note)
        column.addWidget(self.walk, 1)

    def show_case(self, case: Case, step: int) -> None:
        """Show a step of the case, −1 for its beginning; the keyboard stays where it is."""
        if not case.steps:
            self.walk.hide()
            return
        whole = replace(case, steps=tuple(_walkable(one, case) for one in case.steps))
        self.note.setHidden(whole == case)
        self.walk.show()
        self.walk.show_at(whole, case.steps[max(step, 0)].key)


def _walkable(step: Step, case: Case) -> Step:
    return replace(step, choices=tuple(choice for choice in step.choices if case.step(choice.to)))
