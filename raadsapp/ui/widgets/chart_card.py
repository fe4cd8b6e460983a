"""A chart on a card: the finding as title, the chart or its table, a sentence, the source, and ways out."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from raadsapp.errors import UserError
from raadsapp.services.published_words import figure_title
from raadsapp.texts import unbroken
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.buttons import choice_button, icon_button, quiet_button
from raadsapp.ui.widgets.chart_place import ChartPlace
from raadsapp.ui.widgets.chart_table import TableView, as_text
from raadsapp.ui.widgets.chart_words import ChartWords
from raadsapp.ui.widgets.finding import Finding, FindingWords, NoteWords, SentenceWords, SmallFindingWords
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Small
from raadsapp.ui.widgets.wrapping import Row

if TYPE_CHECKING:
    from raadsapp.ui.widgets.chart import Chart

_ROOM = (320, 180)
_REST = 80


class ChartCard(QFrame):
    """Shows the chart of `make` as soon as it is loaded; `file_name` is proposed when it is saved.

    `explains` names the figures in the chart whose derivation can be asked. `reason_asked` then carries
    `(figure, year)`, with the year that is being read in the chart, or the year of the published amount.
    `why` is a button in its place, for questions of another kind. A `small` card stands beside others; `room`
    is the least its chart needs, in pixels at 100 % text.
    """

    reason_asked = Signal(object)

    def __init__(
        self,
        state: AppState,
        make: Callable[[], "Chart"],
        file_name: str,
        parent: QWidget | None = None,
        *,
        explains: tuple[str, ...] = (),
        why: QPushButton | None = None,
        small: bool = False,
        room: tuple[int, int] = _ROOM,
    ) -> None:
        super().__init__(parent)
        self._why = why
        self._small = small
        self._explains = explains
        restyle(self, role="card", tone="plain")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._state = state
        self._file_name = file_name
        self._words = ChartWords("")
        self._title = Finding(SmallFindingWords if small else FindingWords)
        self._subtitle = Small()
        self._sentence, self._source = Finding(NoteWords if small else SentenceWords), Small()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._show_sentence)
        self._mark = Badge("")
        restyle(self._mark, tone="standing")
        self.place = ChartPlace(make, room)
        self.place.ready.connect(self._take_chart)
        self._table = TableView()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.place)
        self._stack.addWidget(self._table)
        self._lay_out()

    def _lay_out(self) -> None:
        below_title = QHBoxLayout()
        below_title.addWidget(self._subtitle, 1)
        below_title.addWidget(self._mark)
        column = QVBoxLayout(self)
        side = MEDIUM if self._small else LARGE
        column.setContentsMargins(side, side, side, SMALL)
        column.setSpacing(TIGHT if self._small else SMALL)
        column.addWidget(self._title)
        column.addLayout(below_title)
        column.addWidget(self._stack, 1)
        column.addWidget(self._sentence)
        column.addWidget(self._source)
        column.addWidget(self._ways_out())

    def _ways_out(self) -> Row:
        self._as_table = choice_button("Tabel")
        self._as_table.setAccessibleDescription("Toont de cijfers van de grafiek als tabel")
        self._as_table.toggled.connect(self._show_table)
        says = "Kopiëren of bewaren"
        self._more = icon_button("copy", says) if self._small else quiet_button(says, "copy")
        menu = QMenu(self._more)
        menu.addAction("Kopieer beeld", self.copy_picture)
        menu.addAction("Kopieer gegevens", self.copy_data)
        menu.addSeparator()
        menu.addAction("Bewaar als PNG …", self._ask_png)
        menu.addAction("Bewaar als SVG …", self._ask_svg)
        self._more.setMenu(menu)
        self._buttons: tuple[QPushButton, ...] = (self._as_table, self._more)
        if self._explains:
            self._why = self._reason_button()
        if self._why is not None:
            self._buttons = (self._why, *self._buttons)
        return Row(*self._buttons)

    def _reason_button(self) -> QPushButton:
        # Three buttons must fit beside each other below a small chart.
        button = quiet_button("Waarom dit getal?", "" if self._small else "help")
        button.setAccessibleDescription("Toont stap voor stap hoe het getal is berekend")
        if len(self._explains) == 1:
            button.clicked.connect(self._ask_only_reason)
            return button
        menu = QMenu(button)
        for outcome in self._explains:
            menu.addAction(figure_title(outcome)).setData(outcome)
        menu.triggered.connect(self._ask_chosen_reason)
        button.setMenu(menu)
        return button

    def _ask_only_reason(self) -> None:
        self._ask_reason(self._explains[0])

    def _ask_chosen_reason(self, chosen: QAction) -> None:
        self._ask_reason(chosen.data())

    def _ask_reason(self, outcome: str) -> None:
        # numpy comes with it, and the card is there when the window starts.
        from raadsapp.services.scenario_sentences import REFERENCE_YEAR

        year = self._chart().asked_year
        self.reason_asked.emit((outcome, REFERENCE_YEAR if year is None else year))

    def explain(self, outcome: str) -> None:
        """Let the question why a figure is what it is be about this outcome, for a card that explains one."""
        self._explains = (outcome,)

    @property
    def words(self) -> ChartWords:
        """What stands around the chart."""
        return self._words

    def show_words(self, words: ChartWords) -> None:
        """Show other words around the chart; a line without words is not there."""
        before, self._words = self._words, words
        at_rest = self._small and self.isVisible() and bool(before.sentence and words.sentence)
        if not at_rest:
            self._show_sentence()
        elif before.sentence != words.sentence:
            self._rest.start()
        for label, old, new in (
            (self._title, before.title, words.title),
            (self._subtitle, before.subtitle, words.subtitle),
            (self._source, before.source, words.source),
        ):
            if old != new:
                label.show_text(unbroken(new))
            label.setHidden(not new)
        if before.mark != words.mark:
            self._mark.setText(words.mark)
            self._mark.setAccessibleName(words.mark)
        self._mark.setHidden(not words.mark)
        self._name_chart()

    def _show_sentence(self) -> None:
        """Below a small chart only once the figures rest: many small charts stand on a page."""
        self._rest.stop()
        self._sentence.show_text(unbroken(self._words.sentence))
        self._sentence.setHidden(not self._words.sentence)

    def _take_chart(self, chart: QWidget) -> None:
        """The Tab key comes to the chart before the buttons below it."""
        for before, after in pairwise((chart, *self._buttons)):
            QWidget.setTabOrder(before, after)
        self._name_chart()

    def _name_chart(self) -> None:
        if self.place.chart is not None:
            self.place.chart.setAccessibleName(self._words.title)
            self.place.chart.setAccessibleDescription(self._words.sentence or self._words.title)

    def hold_axes(self) -> None:
        """Keep the axes as they are, as long as a lever is held."""
        if self.place.chart is not None:
            self.place.chart.hold()

    def release_axes(self) -> None:
        """Let the axes ease to what is shown."""
        if self.place.chart is not None:
            self.place.chart.release()

    def start_afresh(self) -> None:
        """Take new axes at once with the next figures."""
        if self.place.chart is not None:
            self.place.chart.start_afresh()

    def show_as_table(self, *, asked: bool) -> None:
        """Show the figures as a table, or the chart."""
        self._as_table.setChecked(asked)

    def fit_words(self) -> None:
        """Keep no room for longer words of before: these are about something else."""
        self._title.fit()
        self._sentence.fit()

    def follow_chart(self) -> None:
        """Let the table show what the chart shows now, when it is the table that is seen."""
        if self._as_table.isChecked():
            self._table.show_table(self._chart().table())

    def _show_table(self, asked: bool) -> None:  # noqa: FBT001 - Qt's signal gives a bare bool
        self._table.setAccessibleName(self._words.title)
        self.follow_chart()
        self._stack.setCurrentWidget(self._table if asked else self.place)

    def _chart(self) -> "Chart":
        return self.place.fill()

    def copy_picture(self) -> None:
        """Put the chart with its words on the clipboard, as a picture."""
        from raadsapp.ui.widgets.chart_picture import picture

        QGuiApplication.clipboard().setImage(picture(self._chart(), self._words))
        self._state.notify("De grafiek is gekopieerd.")

    def copy_data(self) -> None:
        """Put the figures on the clipboard, as a spreadsheet takes them."""
        words = self._words
        about = filter(None, (words.title, words.mark, words.source))
        QGuiApplication.clipboard().setText("\n".join((as_text(self._chart().table()), "", *about)))
        self._state.notify("De gegevens zijn gekopieerd. Plak ze in een rekenblad.")

    def save(self, path: Path) -> None:
        """Write the chart with its words as SVG or PNG, by the ending of `path`."""
        from raadsapp.ui.widgets.chart_picture import save_png, save_svg

        write = save_svg if path.suffix.lower() == ".svg" else save_png
        try:
            write(self._chart(), self._words, path)
        except UserError as error:
            self._state.notify(f"{error.message} {error.hint}")
        else:
            self._state.notify(f"De grafiek is bewaard als {path.name}.")

    def _ask_png(self) -> None:
        self._ask("PNG-beeld (*.png)", ".png")

    def _ask_svg(self) -> None:
        self._ask("SVG-tekening (*.svg)", ".svg")

    def _ask(self, kind: str, ending: str) -> None:
        path, _ = QFileDialog.getSaveFileName(self, "Grafiek bewaren", self._file_name + ending, kind)
        if path:
            self.save(Path(path).with_suffix(ending))
