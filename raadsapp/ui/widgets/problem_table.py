"""What was found in a delivered file: how bad, where, and what to do about it."""

from collections.abc import Sequence

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from raadsapp.domain.problem import Problem, Severity
from raadsapp.intake.cells import cell_place
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.icons import Ink, icon
from raadsapp.ui.widgets.data_table import DataTable
from raadsapp.ui.widgets.table_rows import Column

WORDS = {
    Severity.BLOCKING: "Niet ingelezen",
    Severity.WARNING: "Controleer",
    Severity.NOTE: "Ter informatie",
}
ICONS = {
    Severity.BLOCKING: ("error", Ink.CONCERN),
    Severity.WARNING: ("alert", Ink.CONCERN),
    Severity.NOTE: ("info", Ink.MUTED),
}
_SEVERITIES = tuple(Severity)
_WHOLE = "hele blad"
_WIDEST_PLACE = 118


def place(problem: Problem) -> tuple[str, int, int]:
    """What puts problems in the order of the sheet: sheet, row, column."""
    return (problem.sheet, *(cell_place(problem.cell) or (-1, -1)))


class ProblemTable(DataTable):
    """Problems in words and with icons, narrow enough to lie beside the sheet they are about."""

    def __init__(
        self, problems: Sequence[Problem], parent: QWidget | None = None, *, with_sheet: bool = False
    ) -> None:
        super().__init__("Meldingen", parent)
        self._with_sheet = with_sheet
        where: Column[Problem] = Column("Waar", self._where, place, icon=_icon)
        told: Column[Problem] = Column("Melding", _message, _severity)
        self.show_items((where, told), problems, stretched=1)

    def as_text(self, *, chosen: bool = False) -> str:
        """The problems, or the chosen ones, with their severity and place each in a column of their own."""
        items = self.items
        if chosen:
            items = tuple(items[index.row()] for index in sorted(self.selectionModel().selectedRows()))
        lines = [("Gevolg", "Blad", "Cel", "Melding")]
        lines += [(_word(it), it.sheet, it.cell or _WHOLE, it.message) for it in items]
        kept = (0, 1, 2, 3) if self._with_sheet else (0, 2, 3)
        return "\n".join("\t".join(line[place] for place in kept) for line in lines)

    def sizeHintForColumn(self, column: int) -> int:  # noqa: N802 - Qt's own name
        """Leave the room to the sentences: a long name of a sheet wraps."""
        hint = super().sizeHintForColumn(column)
        return hint if column else min(hint, applied_theme().px(_WIDEST_PLACE))

    def _where(self, problem: Problem) -> str:
        cell = problem.cell or _WHOLE
        return f"{cell}\n{problem.sheet}" if self._with_sheet else cell


def _word(problem: Problem) -> str:
    return WORDS[problem.severity]


def _icon(problem: Problem) -> QIcon:
    return icon(*ICONS[problem.severity])


def _message(problem: Problem) -> str:
    return f"{_word(problem)}: {problem.message}"


def _severity(problem: Problem) -> int:
    return _SEVERITIES.index(problem.severity)
