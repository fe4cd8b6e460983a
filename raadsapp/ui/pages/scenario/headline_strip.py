"""The strip above the charts: money, certainty and waiting of one year, always together."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.source import Standing
from raadsapp.services.scenario_headline import (
    HeadlineFigure,
    PresetSettings,
    changed_levers,
    headline,
    preset_settings,
    preset_told,
)
from raadsapp.services.scenario_sentences import REFERENCE_YEAR, estimate_mark
from raadsapp.ui.pages.scenario.session import DRAWS, Result, ScenarioSession
from raadsapp.ui.theme.icons import Ink, icon
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT
from raadsapp.ui.widgets.badge import Badge, StandingBadge
from raadsapp.ui.widgets.buttons import icon_button
from raadsapp.ui.widgets.finding import Finding, FindingWords, NoteWords, SmallFindingWords
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Tone
from raadsapp.ui.widgets.wrapping import Columns

_COLUMN = 130
_SHARES = (10, 12, 10)
"""Of the one line: how often the help fits takes most words."""
_EXPLAINED = (
    ("gap", "Tekort of overschot"),
    ("share_fits", "Hoe vaak de hulp past"),
    ("waiting_weeks", "Wachttijd"),
)
"""The figures in their order: what each is of, and its name."""


class _Figure(QWidget):
    """A figure with the words that say what it is; both change without laying anything else out.

    `reason_asked` when the reader wants to know how the figure of `outcome` comes about.
    """

    reason_asked = Signal(object)

    def __init__(self, outcome: str, name: str) -> None:
        super().__init__()
        self._outcome = outcome
        self._shown = HeadlineFigure("", "", "")
        self._figure, self._about = Finding(FindingWords), Finding(NoteWords)
        column, below = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._figure)
        column.addLayout(below)
        column.addStretch(1)
        top = Qt.AlignmentFlag.AlignTop
        below.setSpacing(TIGHT)
        below.addWidget(self._about, 1, top)
        why = icon_button("help", f"Waarom dit getal? {name}", Ink.MUTED)
        restyle(why, role="hint")
        why.clicked.connect(self._ask)
        below.addWidget(why, 0, top)

    def _ask(self) -> None:
        self.reason_asked.emit((self._outcome, REFERENCE_YEAR))

    def show_figure(self, figure: HeadlineFigure) -> None:
        """Show another figure; what is the same is left alone."""
        if figure.figure != self._shown.figure:
            self._figure.show_text(figure.figure)
        if figure.about != self._shown.about:
            self._about.show_text(figure.about)
        self._shown = figure

    def show_tone(self, tone: Tone) -> None:
        """Show the figure in another colour."""
        self._figure.show_tone(tone)


class HeadlineStrip(QFrame):
    """Below the figures one line says what is set: the sentence of a preset, or the levers that differ.

    When the last move changed nothing, the line says that, and why. `reason_asked` carries the outcome and
    the year of a figure that is to be explained. In brief the strip is one line with a button for the rest.
    """

    reason_asked = Signal(object)

    def __init__(self, scenario: ScenarioSession) -> None:
        super().__init__()
        restyle(self, role="card", tone="raised")
        self._scenario = scenario
        self._region: object = None
        self._presets: PresetSettings = ()
        self._chosen = ""
        self._short: bool | None = None
        self.sentence = ""
        self._line = ""
        self._figures = [_Figure(*one) for one in _EXPLAINED]
        self._all = Columns(narrowest=_COLUMN, most=3, gap=LARGE)
        for figure in self._figures:
            self._all.add(figure)
            figure.reason_asked.connect(self.reason_asked)
        self._told = Finding(NoteWords)
        self._mark = Badge("")
        restyle(self._mark, tone="standing")
        self._more = icon_button("chevron-down", "Meer over deze cijfers", Ink.MUTED)
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_more)
        self._more.hide()
        self._lines = tuple(Finding(SmallFindingWords) for _ in _EXPLAINED)
        self._brief, self._below = QWidget(), QWidget()
        self._brief.hide()
        self._lay_out()
        scenario.on_told(self.show_result)

    def _lay_out(self) -> None:
        above, brief, below = QHBoxLayout(), QHBoxLayout(self._brief), QHBoxLayout(self._below)
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        above.setSpacing(SMALL)
        above.addWidget(self._all, 1, top)
        above.addWidget(self._brief, 1, middle)
        above.addWidget(self._more, 0, top)
        brief.setContentsMargins(0, 0, 0, 0)
        brief.setSpacing(LARGE)
        for line, share in zip(self._lines, _SHARES, strict=True):
            brief.addWidget(line, share, middle)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(SMALL)
        below.addWidget(StandingBadge(Standing.ASSUMPTION), 0, top)
        below.addWidget(self._told, 1, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, SMALL)
        column.setSpacing(SMALL)
        column.addLayout(above)
        column.addWidget(self._below)
        column.addWidget(self._mark)

    @property
    def line(self) -> str:
        """What is said below the figures."""
        return self._line

    def show_brief(self, *, asked: bool) -> None:
        """Be one line that opens on demand, where room is short; or show all, always."""
        if asked is self._more.isHidden():
            self._more.setHidden(not asked)
            self._more.setChecked(False)
            self._show_all(shown=not asked)

    def _show_more(self, asked: bool) -> None:  # noqa: FBT001 - Qt's signal gives a bare bool
        self._more.setIcon(icon("chevron-up" if asked else "chevron-down", Ink.MUTED))
        self._show_all(shown=asked or self._more.isHidden())

    def _show_all(self, *, shown: bool) -> None:
        self._brief.setHidden(shown)
        for part in (self._all, self._below):
            part.setVisible(shown)

    def prefer(self, preset: str) -> None:
        """Of presets that set the same, this one was chosen last."""
        self._chosen = preset

    def show_result(self, result: Result) -> None:
        """Show the figures of this result and what is set."""
        asked = result.asked
        if asked.region is not self._region:
            self._region = asked.region
            self._presets = preset_settings(self._scenario.catalog, asked)
            mark = estimate_mark(asked)
            self._mark.show_text(mark)
            self._mark.setHidden(not mark)
            restyle(self._mark, tone="standing")
        found = headline(asked, result.outcome, result.band, all_draws=DRAWS)
        says = (found.money, found.fits, found.waiting)
        for figure, brief, one in zip(self._figures, self._lines, says, strict=True):
            figure.show_figure(one)
            brief.show_text(one.brief)
        if found.short is not self._short:
            self._short = found.short
            tone = Tone.CONCERN if found.short else Tone.IMPROVEMENT
            self._figures[0].show_tone(tone)
            self._lines[0].show_tone(tone)
        self.sentence = found.sentence
        line = result.notice or preset_told(asked, self._presets, self._chosen) or changed_levers(asked)
        if line != self._line:
            self._line = line
            self._told.show_text(line)
