"""A municipality's own figures in place of the estimate: enter them, change them, take them away."""

from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.changes import Changes
from raadsapp.domain.entered_figure import EnteredFigure
from raadsapp.errors import UserError
from raadsapp.services import entered_figures as service
from raadsapp.services.figure_form import municipalities
from raadsapp.texts import long_date
from raadsapp.ui.pages.data.figure_form import FigureFormCard
from raadsapp.ui.pages.data.figure_row import FigureRow
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets import reader_name
from raadsapp.ui.widgets.card import Section
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Body, Heading, Small

_LEAD = (
    "Voor deze gemeenten rekent de app met een schatting. Hebt u de echte cijfers? Voer ze hier in. "
    "Vanaf dan rekent ‘Wat als?’ daarmee."
)
_NOW = (
    "Hier staat wat nu geldt. U kijkt naar de stand van {day}: ‘Wat als?’ rekent met wat toen was ingevoerd."
)


class OwnFigures(Section):
    """A row for each municipality, and below them the form for the one whose figures are entered."""

    def __init__(self, state: AppState) -> None:
        super().__init__("Cijfers van een gemeente")
        self._state = state
        self.form: FigureFormCard | None = None
        self.rows: dict[str, FigureRow] = {}
        self.add(Body(_LEAD))
        lines = QWidget()
        self._lines = QVBoxLayout(lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SMALL)
        self.add(lines)
        self._now = Small()
        self.add(self._now)
        self._place = QVBoxLayout()
        self.add_row(self._place)

    def refresh(self) -> None:
        """List the municipalities anew; a form that is open stays as it is."""
        empty_layout(self._lines)
        day = self._state.as_of
        self._now.show_text(_NOW.format(day=long_date(day)) if day else "")
        self._now.setVisible(day is not None)
        catalog = self._state.session.catalog
        self.rows = {}
        for code in municipalities(catalog):
            found = catalog.municipality(code)
            row = self.rows[code] = FigureRow(code, found.name if found else code, self._entered(code))
            row.asked.connect(self.open_form)
            row.removal_asked.connect(self.remove)
            self._lines.addWidget(row)
            row.show()
        self._order_stops()

    def show_row(self, code: str) -> None:
        """Bring a municipality into view, with the keyboard at what can be done there."""
        row = self.rows[code]
        row.edit.setFocus()
        reveal(row)

    def open_form(self, code: str) -> None:
        """Let figures of this municipality be entered or changed."""
        self._drop_form()
        session = self._state.session
        values = {figure.key: figure.value for figure in self._entered(code) if figure.value is not None}
        self.form = FigureFormCard(
            service.form_of(session, code), values, reader_name.name(self._state.settings_file)
        )
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self._close_form)
        self._place.addWidget(self.form)
        self.form.show()
        self._order_stops()
        self.form.lines.take_focus()
        reveal(self.form)

    def remove(self, code: str) -> None:
        """Take all figures of this municipality away, and offer to undo that."""
        by = reader_name.name(self._state.settings_file) or reader_name.UNNAMED
        try:
            former, changes = service.remove(self._state.session, code, by)
        except UserError as error:
            self._state.notify(str(error))
            return
        self._tell(changes, former)
        self.rows[code].edit.setFocus()

    def _order_stops(self) -> None:
        """Let the Tab key come here after what stands above, and go on to what stands below."""
        stops: list[QWidget] = [button for row in self.rows.values() for button in (row.edit, row.remove)]
        if self.form:
            stops += self.form.stops
        # The heading takes no Tab, yet it has its place among what does.
        for before, after in pairwise([*self.findChildren(Heading)[:1], *stops]):
            QWidget.setTabOrder(before, after)

    def _entered(self, code: str) -> tuple[EnteredFigure, ...]:
        return service.list_figures(self._state.session, code)

    def _save(self) -> None:
        form = self.form
        if form is None:
            return
        source, by = form.source.text(), form.name.text()
        try:
            former, changes = service.enter(
                self._state.session, form.form.municipality, form.changed, source=source, by=by
            )
        except UserError as error:
            form.show_fault(str(error))
            return
        reader_name.remember_name(self._state.settings_file, by.strip())
        self._tell(changes, former)
        self._close_form()

    def _tell(self, changes: Changes, former: tuple[EnteredFigure, ...]) -> None:
        def take_back() -> None:
            try:
                self._state.announce(service.bring_back(self._state.session, former))
            except UserError as error:
                self._state.notify(str(error))

        self._state.announce(changes, undo=take_back)

    def _close_form(self) -> None:
        code = self.form.form.municipality if self.form else ""
        self._drop_form()
        if code in self.rows:
            self.rows[code].edit.setFocus()

    def _drop_form(self) -> None:
        form, self.form = self.form, None
        if form:
            self._place.removeWidget(form)
            form.hide()
            form.deleteLater()
