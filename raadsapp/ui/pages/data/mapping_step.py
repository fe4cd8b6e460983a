"""The second step where a layout is made: the mapping screen comes and goes, what was said on it stays."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from raadsapp.errors import UserError
from raadsapp.intake.layouts import Layout
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.services.opening import Session
from raadsapp.ui.pages.data.looking import look_to_adjust
from raadsapp.ui.pages.data.mapping import MappingView, Unknown
from raadsapp.ui.pages.data.work import in_background
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.step_block import StepBlock
from raadsapp.ui.widgets.wrapping import Row

if TYPE_CHECKING:
    from raadsapp.services.layout_drafts import Draft

_LOOKING = "Bekijk wat er verandert"
_POINTING = "Wijs aan wat waar staat"


class MappingStep(QObject):
    """`shown` when the screen is there, `saved` gives the file and the Layout that was kept for it.

    `stopped` when the clerk leaves it as it is.
    `failed` gives the UserError of a file that can no longer be read.
    """

    shown = Signal()
    saved = Signal(Path, object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, state: AppState, step: StepBlock, workbooks: WorkbookProcess) -> None:
        super().__init__(step)
        self._state, self._step, self._workbooks = state, step, workbooks
        self._said: dict[Path, dict[str, Draft]] = {}
        self._seen: tuple[Path, str] | None = None
        self.view: MappingView | None = None

    def show(self, unknown: Unknown, *, go_along: bool) -> None:
        """Let the clerk point out what stands where; a file that she was at before is as she left it."""
        said = self._said[unknown.path] = {**unknown.drafts, **self._said.get(unknown.path, {})}
        self.view = MappingView(self._state, unknown, self._workbooks, said)
        self.view.saved.connect(self._tell_saved)
        self.view.stopped.connect(self.stopped)
        self._step.show_title(_POINTING)
        self._step.fill(self.view)
        self.shown.emit()
        if go_along:
            self.view.sheet.setFocus()
            reveal(self._step)

    def offer_below(self, preview: QWidget, path: Path | None, layout: str) -> None:
        """Show a preview, and below it a button to make another layout for a file read with `layout`."""
        self._seen = (path, layout) if path else None
        adjust = quiet_button("Indeling aanpassen", "edit")
        adjust.clicked.connect(self.adjust)
        self._step.fill(preview, Row(adjust))

    def adjust(self) -> None:
        """Make another layout for the file that is seen."""
        if self._seen is None:
            return
        path, layout = self._seen
        workbooks = self._workbooks

        def look(_session: Session) -> Unknown:
            return look_to_adjust(path, layout, workbooks)

        in_background(self._state.session.store.path, look, self._show_adjusting, self._fail)

    def let_go(self) -> None:
        """Leave the screen; what was said of the file stays for the next time it is opened."""
        if self.view:
            self.view.let_go()
        self.view = self._seen = None
        self._step.show_title(_LOOKING)

    def _tell_saved(self, layout: Layout) -> None:
        if self.view:
            self._said.pop(self.view.path, None)  # the layout holds it now
            self.saved.emit(self.view.path, layout)

    def _show_adjusting(self, unknown: Unknown) -> None:
        if self._seen and self._seen[0] == unknown.path:
            self.show(unknown, go_along=True)

    def _fail(self, error: UserError) -> None:
        if self._seen:
            self.failed.emit(error)
