"""The page: levers on one side, on the other what follows from them; and what was saved of it."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from raadsapp.domain.changes import Part
from raadsapp.services.entered_figures import with_entered
from raadsapp.services.scenario_region import TOGETHER
from raadsapp.ui.pages.scenario.headline_strip import HeadlineStrip
from raadsapp.ui.pages.scenario.history import History
from raadsapp.ui.pages.scenario.lever_group import LeverGroup
from raadsapp.ui.pages.scenario.levers_pane import LeversPane
from raadsapp.ui.pages.scenario.page_strip import PageStrip
from raadsapp.ui.pages.scenario.pinned import Pinned
from raadsapp.ui.pages.scenario.reason_place import ReasonPlace
from raadsapp.ui.pages.scenario.results_pane import ResultsPane
from raadsapp.ui.pages.scenario.sections import LEVERS, SECTIONS, save_levers
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.pages.scenario.toolbar import Toolbar
from raadsapp.ui.pages.scenario.two_panes import Pane, TwoPanes
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.page import Page
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.snackbar import announce

_SAY_AFTER = 700


class ScenarioPage(Page):
    """All levers for one municipality or all together, and beside them what comes out."""

    depends_on = frozenset({Part.CONTENT, Part.FIGURES})

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._municipality = state.municipality
        self.scenario = ScenarioSession(with_entered(state.session, state.as_of), state.municipality, self)
        self.levers = LeversPane(self.scenario)
        self.toolbar = Toolbar(self.scenario)
        self.headline = HeadlineStrip(self.scenario)
        self.results = ResultsPane(state, self.scenario)
        self.reasons = ReasonPlace(state, self.scenario, self.results)
        self.strip = PageStrip(state.session.catalog)
        self._parts: dict[str, QWidget] = {}
        self._say = QTimer(self)
        self._say.setSingleShot(True)
        self._say.setInterval(_SAY_AFTER)
        self._say.timeout.connect(self._announce)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        """From the outside in, and rows come last: moving a widget with all in it takes its time."""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._stack = QStackedWidget(self)
        whole.addWidget(self.strip)
        whole.addWidget(self._stack, 1)
        controls = Pane(self.toolbar, self.levers)
        pinned = Pinned(self.headline)
        self.reasons.explained.connect(pinned.show_figure)
        shown = Pane(pinned, self.reasons)
        panes = TwoPanes(controls, shown, self._stack)
        panes.scrolled.connect(self._follow)
        panes.arranged.connect(pinned.show_room)
        self._stack.addWidget(panes)
        self._parts[LEVERS] = panes

    def _connect(self) -> None:
        self.strip.section_chosen.connect(self.open_section)
        self.strip.municipality_chosen.connect(self._take_municipality)
        self.toolbar.preset_chosen.connect(self.headline.prefer)
        self.toolbar.save_asked.connect(self._save)
        self.toolbar.changed_only.connect(self.levers.show_changed_only)
        self.toolbar.jump_asked.connect(self._jump)
        self.levers.rows_made.connect(self._order_stops)
        self.headline.reason_asked.connect(self.reasons.take_question)
        self.results.view_made.connect(self.reasons.listen)
        self.scenario.on_told(self._take_result)
        self.scenario.on_history(self._take_history)
        for keys, act in (
            ("Ctrl+Z", self.scenario.undo),
            ("Ctrl+Shift+Z", self.scenario.redo),
            ("Ctrl+Y", self.scenario.redo),
            ("Ctrl+R", self.scenario.replay),
            ("Ctrl+S", self._save),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @property
    def groups(self) -> list[LeverGroup]:
        """The two groups of levers."""
        return self.levers.groups

    def refresh(self) -> None:
        """Show the levers and the outcome of the municipality of the moment, on the figures of the moment."""
        self.scenario.set_catalog(with_entered(self.state.session, self.state.as_of))
        if self._municipality != self.state.municipality:
            self._municipality = self.state.municipality
            self.scenario.set_municipality(self._municipality)
        self._show_afresh()

    def open_item(self, key: str) -> None:
        """Bring a lever into view, or without a key the start of the page."""
        if key:
            self.open_section(LEVERS)
            self.levers.reveal(key)

    def open_section(self, key: str) -> QWidget:
        """Show a part of the page, and give it; one that was not shown before is made."""
        if key not in self._parts:
            section = next(section for section in SECTIONS if section.key == key)
            part = section.build(self.state, self.scenario, self.open_section)
            self._parts[key] = part
            self._stack.addWidget(part)
        self.strip.sections.show_choice(key)
        self._stack.setCurrentWidget(self._parts[key])
        return self._parts[key]

    def _take_municipality(self, code: str) -> None:
        """All together is a matter of this page; one municipality is that of all pages."""
        if code in {TOGETHER, self.state.municipality}:
            self.scenario.set_municipality(code)
            self._show_afresh()
        else:
            self.state.set_municipality(code)

    def _show_afresh(self) -> None:
        self.results.start_afresh()
        self.scenario.work_out()

    def _jump(self, kind: str) -> None:
        reveal(next(group for group in self.groups if group.kind == kind))

    def _follow(self) -> None:
        """Let the jump buttons say which group is in sight."""
        policy = self.groups[-1]
        reached = policy.mapTo(self, QPoint()).y() < self.height() / 2
        self.toolbar.jump.show_choice(policy.kind if reached else self.groups[0].kind)

    def _save(self) -> None:
        save_levers(self.open_section)

    def _order_stops(self) -> None:
        stops = [*self.toolbar.stops(), *(stop for group in self.groups for stop in group.stops())]
        for before, after in pairwise((*stops, *self.results.tabs.buttons)):
            QWidget.setTabOrder(before, after)

    def _take_result(self, result: Result) -> None:
        self.strip.municipalities.show_choice(result.asked.municipality)
        self.state.set_scenario(result.asked)
        self._say.start()

    def _take_history(self, _history: History) -> None:
        self._say.start()

    def _announce(self) -> None:
        """Let a screen reader say what came out once the levers rest."""
        result = self.scenario.result
        words = f"{result.notice} {self.headline.sentence}".strip()
        self.setAccessibleDescription(words)
        if self.isVisible():
            announce(self, words)
