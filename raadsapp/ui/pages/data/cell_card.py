"""What the chosen cell is, what was found there, and what it becomes; and what can be done about it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.period import Period
from raadsapp.domain.problem import Problem
from raadsapp.domain.source import Standing
from raadsapp.services.delivery_cells import Effect, Outcome, municipality_name, series_name, value_words
from raadsapp.texts import breakdown_words
from raadsapp.ui.pages.data.meaning_chooser import MeaningChooser
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.icons import icon_before_text
from raadsapp.ui.theme.tokens import MEDIUM, SMALL, TEXT_BODY
from raadsapp.ui.widgets.badge import Badge, StandingBadge
from raadsapp.ui.widgets.buttons import secondary_button, small_icon_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.problem_table import ICONS, WORDS
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.small_series import SmallPoint, SmallSeries
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS, empty_layout
from raadsapp.ui.widgets.text import Body, Overline, Small, Subheading, Tone
from raadsapp.ui.widgets.wrapping import Row

_LEAST_HEIGHT = 220
_MOST_PROBLEMS = 3
_TONES = {Effect.NEW: Tone.ACCENT, Effect.CHANGED: Tone.CONCERN, Effect.UNCHANGED: Tone.PLAIN}


class CellCard(Card):
    """`meant` carries the code a text means; `rows_asked` that the rows chosen be left out or taken along."""

    meant = Signal(str)
    rows_asked = Signal()
    chooser_asked = Signal()
    next_asked = Signal()
    previous_asked = Signal()

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._catalog = catalog
        self.setAccessibleName("De gekozen cel")
        self.chooser: MeaningChooser | None = None
        self._kept = False
        self._place = Overline("")
        self.previous = small_icon_button("chevron-left", "Vorige melding (Shift+F8)")
        self.previous.clicked.connect(self.previous_asked)
        self.next = small_icon_button("chevron-right", "Volgende melding (F8)")
        self.next.clicked.connect(self.next_asked)
        head = QHBoxLayout()
        head.addWidget(self._place, 1)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        self.add_row(head)
        told = QWidget()
        self._told = QVBoxLayout(told)
        self._told.setContentsMargins(0, 0, 0, 0)
        self._told.setSpacing(SMALL)
        self.add(told)
        self.meaning_button = secondary_button("Betekent…", "edit")
        self.meaning_button.clicked.connect(self.chooser_asked)
        self.row_button = secondary_button("Rij weglaten", "minus")
        self.row_button.clicked.connect(self.rows_asked)
        self._buttons = Row(self.meaning_button, self.row_button)
        self.add_gap(0)
        self.add(self._buttons)

    def show_place(self, words: str, *, walkable: bool) -> None:
        """Say which cell this is about; `walkable` when there are problems to go to."""
        self.close_chooser()
        empty_layout(self._told)
        self._place.show_text(words)
        self.previous.setVisible(walkable)
        self.next.setVisible(walkable)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what was found."""
        for problem in problems[:_MOST_PROBLEMS]:
            line = QHBoxLayout()
            line.setSpacing(SMALL)
            name, ink = ICONS[problem.severity]
            line.addWidget(IconLabel(name, ink, TEXT_BODY), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Body(f"{WORDS[problem.severity]}: {problem.message}"), 1)
            self._told.addLayout(line)

    def show_sentence(self, sentence: str) -> None:
        """Say something else about the cell."""
        self._told.addWidget(Body(sentence, Tone.MUTED))

    def show_outcome(self, outcome: Outcome) -> None:
        """Show the series, the place and period, the value, and what it does."""
        observation, key = outcome.observation, outcome.observation.key
        name = series_name(self._catalog, key)
        new = value_words(self._catalog, key, observation.value)
        about = [municipality_name(self._catalog, key), key.period.label, breakdown_words(key.breakdown)]
        self._told.addWidget(Subheading(name))
        self._told.addWidget(Small(" · ".join(word for word in about if word)))
        marks: list[QWidget] = [Badge(outcome.effect.value, _TONES[outcome.effect])]
        if observation.fictional or any(one.fictional for one in outcome.known):
            marks.append(StandingBadge(Standing.FICTIONAL))
        self._told.addWidget(Row(Body(self._change_words(outcome, new)), *marks, gap=MEDIUM))
        if outcome.known:
            chart = SmallSeries()
            known = [self._point(one.key.period, one.value, outcome) for one in outcome.known]
            chart.show_series(
                known, self._point(key.period, observation.value, outcome), f"{name}, {about[0]}"
            )
            self._told.addWidget(chart)
        else:
            self._told.addWidget(Small("Van deze reeks staat nog niets in de gegevens."))
        source = f" Bron: {observation.source}." if observation.source else ""
        self._told.addWidget(Small(f"Status: {observation.status.value}.{source}"))

    def show_actions(self, *, meaning: bool = False, row: str = "", again: bool = False) -> None:
        """Offer to explain the text, and to do with the row what `row` says; `again` takes it along again."""
        focused = self.meaning_button.hasFocus()
        self.meaning_button.setVisible(meaning)
        self.row_button.setVisible(bool(row))
        self.row_button.setText(row)
        self.row_button.setIcon(icon_before_text("plus" if again else "minus"))
        self._buttons.updateGeometry()
        if focused and not meaning:
            (self.row_button if row else self.next).setFocus()

    @property
    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, from top to bottom."""
        chooser = self.chooser.stops if self.chooser else []
        return [self.previous, self.next, *chooser, self.meaning_button, self.row_button]

    def open_chooser(self, text: str, choices: Sequence[tuple[str, str]]) -> None:
        """Let the reader say what `text` means."""
        self.close_chooser()
        self.chooser = MeaningChooser(text, choices)
        self.chooser.chosen.connect(self.meant)
        self.chooser.closed.connect(self._leave_chooser)
        self._told.addWidget(self.chooser)
        self._buttons.hide()
        self.chooser.show()
        for before, after in pairwise(self.stops):
            QWidget.setTabOrder(before, after)
        self.chooser.search.setFocus()
        reveal(self.chooser)

    def close_chooser(self) -> None:
        """Take the search away again."""
        if self.chooser:
            self._told.removeWidget(self.chooser)
            self.chooser.hide()
            self.chooser.deleteLater()
            self.chooser = None
            self._buttons.show()

    def keep_room(self, *, kept: bool) -> None:
        """Whether to stay as high while the reader walks, so that what lies beside it does not move."""
        self._kept = kept
        self._limit_height()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS and hasattr(self, "_buttons"):
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._limit_height)
        super().changeEvent(event)

    def _leave_chooser(self) -> None:
        self.close_chooser()
        self.meaning_button.setFocus()

    def _limit_height(self) -> None:
        self.setMinimumHeight(applied_theme().px(_LEAST_HEIGHT) if self._kept else 0)

    def _change_words(self, outcome: Outcome, new: str) -> str:
        old = outcome.old
        if outcome.effect is not Effect.CHANGED or old is None:
            return new
        if old.value == outcome.observation.value:
            return f"{new}, {old.status.value} → {outcome.observation.status.value}"
        return f"{value_words(self._catalog, old.key, old.value)} → {new}"

    def _point(self, period: Period, value: float, outcome: Outcome) -> SmallPoint:
        return SmallPoint(period, value, value_words(self._catalog, outcome.observation.key, value))
