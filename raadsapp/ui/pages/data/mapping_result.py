"""What would be read in with a layout in the making, told beside the sheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.problem import Problem, Severity
from raadsapp.errors import UserError
from raadsapp.intake.cells import cell_place
from raadsapp.services.deliveries import Preview
from raadsapp.services.delivery_cells import Shown
from raadsapp.texts import plural
from raadsapp.ui.pages.data.preview_lists import PreviewLists
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.sheet_view import Mark
from raadsapp.ui.widgets.text import Small, Subheading, Tone

_NONE = "Er is geen waarde te lezen."


class MappingResult(QWidget):
    """A sentence, and below it problems and first values; `problem_chosen` gives row and column of one."""

    problem_chosen = Signal(int, int)

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._opened = False
        self.sentence = Subheading("")
        self.hint = Small("")
        self.lists = PreviewLists(catalog)
        self.lists.went.connect(self._tell)
        self.lists.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for widget in (self.sentence, self.hint, self.lists):
            column.addWidget(widget)

    def show_shown(self, shown: Shown) -> None:
        """Show what would be read in."""
        preview = shown.preview
        count = len(preview.observations)
        self.sentence.show_text(f"{plural(count, 'waarde is', 'waarden zijn')} te lezen." if count else _NONE)
        self.sentence.show_tone(Tone.PLAIN if count else Tone.CONCERN)
        self._show_hint(_hint(preview))
        self.lists.show_shown(shown)
        self.lists.show()
        if count and not self._opened:
            self._opened = True
            self.lists.tabs.open(self.lists.tabs.bar.count() - 1)

    def show_error(self, error: UserError) -> None:
        """Show why there is nothing to read yet, and what to do."""
        self.sentence.show_text(error.message)
        self.sentence.show_tone(Tone.PLAIN)
        self._show_hint(error.hint)
        self.lists.hide()

    def _show_hint(self, text: str) -> None:
        self.hint.show_text(text)
        self.hint.setHidden(not text)

    def _tell(self) -> None:
        current = self.lists.current
        at = cell_place(current.cell) if isinstance(current, Problem) else None
        if at:
            self.problem_chosen.emit(*at)


def marks_of(preview: Preview, sheet: str) -> dict[tuple[int, int], Mark]:
    """What was found in a sheet, by cell, the worst first."""
    marks: dict[tuple[int, int], Mark] = {}
    for problem in preview.problems:
        at = cell_place(problem.cell) if problem.sheet == sheet else None
        if at and problem.severity is not Severity.NOTE:
            marks.setdefault(at, Mark(problem.severity, problem.message))
    return marks


def _hint(preview: Preview) -> str:
    if not preview.blocking:
        return ""
    return (
        f"{plural(preview.blocking, 'melding houdt', 'meldingen houden')} cijfers tegen. Kijk bij Meldingen."
    )
