"""Saved scenarios: the list and the one that is open, a form for its words, and the comparison."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.changes import Part
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.errors import UserError
from raadsapp.services import saved_scenarios as service
from raadsapp.services.damaged_scenarios import damage
from raadsapp.services.saved_words import proposed_findings
from raadsapp.services.scenario_comparison import FEWEST
from raadsapp.services.scenario_sentences import REFERENCE_YEAR
from raadsapp.ui.pages.scenario.compare_view import CompareView
from raadsapp.ui.pages.scenario.own_reason import OwnReasonPlace
from raadsapp.ui.pages.scenario.save_form import SaveForm
from raadsapp.ui.pages.scenario.saved_actions import copied, printed, put_on_levers, removed, saved_words
from raadsapp.ui.pages.scenario.saved_detail import SavedDetail
from raadsapp.ui.pages.scenario.saved_reason import saved_reason
from raadsapp.ui.pages.scenario.saved_rows import about_levers, lead, row_of
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.buttons import secondary_button
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow
from raadsapp.ui.widgets.list_and_detail import ListAndDetail
from raadsapp.ui.widgets.page import Page, PageBody
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Lead
from raadsapp.ui.widgets.wrapping import Row


class SavedView(Page):
    """`levers_asked` once a scenario stands on the levers; `agreement_asked` carries its number.

    A form that is open stays as it is while the list around it changes.
    """

    levers_asked = Signal()
    agreement_asked = Signal(int)
    depends_on = frozenset({Part.SCENARIOS, Part.OBSERVATIONS, Part.CONTENT, Part.FIGURES})

    def __init__(self, state: AppState, scenario: ScenarioSession) -> None:
        super().__init__(state)
        self._scenario = scenario
        self._known: tuple[SavedScenario, ...] = ()
        self._rows: dict[SavedScenario, ListRow] = {}
        self._rows_on = scenario.catalog
        self._shown = 0
        self.form: SaveForm | None = None
        self.detail: SavedDetail | None = None
        self.setAccessibleName("Bewaarde scenario’s")
        self._lead = Lead()
        self.save_button = secondary_button("Bewaar wat op de schuiven staat", "save")
        self.save_button.clicked.connect(self.begin_saving)
        self.compare_button = secondary_button("Vergelijk", "scenario")
        self.compare_button.clicked.connect(self.begin_comparing)
        self._actions = Row(self.save_button, self.compare_button)
        self._form_place = _column()
        self.list = ItemList("Bewaarde scenario’s", whole=True)
        self.list.opened.connect(self._choose)
        self._place, self.reasons = _column(), OwnReasonPlace()
        detail = QWidget()
        beside = QVBoxLayout(detail)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addLayout(self._place)
        beside.addWidget(self.reasons)
        self.panes = ListAndDetail(self.list, detail, "Alle bewaarde scenario’s")
        self.compare = CompareView(state)
        self.compare.closed.connect(self._end_comparing)
        self.compare.hide()
        self._lay_out()
        scenario.on_told(self._take_result)

    def _lay_out(self) -> None:
        body = PageBody(self)
        body.add(self._lead)
        body.add(self._actions)
        body.add_row(self._form_place)
        body.add(self.panes)
        body.add(self.compare)
        self.panes.follow(body)

    def refresh(self) -> None:
        """List the scenarios anew and show the open one on the figures of the moment."""
        self._known = service.list_scenarios(self.state.session)
        if self._shown not in self._numbers and self._known:
            self._shown = self._known[0].number
        rows = self._listed()
        self._lead.show_text(lead(rows, damage(self.state.session)))
        self.list.show_rows(rows)
        self._show_detail()
        if self.form and not self.form.scenario.number:
            self.form.show_levers(*self._on_levers())
        if not self.compare.isHidden():
            self._compare(self.compare.ticked)
        self._arrange()

    def begin_saving(self) -> None:
        """Open the form for what is on the levers; one in which something was typed is kept."""
        if self.form is None or (self.form.scenario.number and not self.form.must_stay()):
            self._open_form(*self._on_levers())
        self._go_to_form()

    def begin_comparing(self) -> None:
        """Put the open scenario beside the newest other one of its municipality; the reader ticks others."""
        here = self._open_scenario
        others = [one for one in self._known if one.number != self._shown]
        others.sort(key=lambda one: here is not None and one.municipality != here.municipality)
        self._compare((self._shown, *(one.number for one in others[: FEWEST - 1])))
        self.compare.show()
        self._arrange()
        self.compare.back.setFocus()
        reveal(self.compare)

    @property
    def _numbers(self) -> tuple[int, ...]:
        return tuple(one.number for one in self._known)

    @property
    def _open_scenario(self) -> SavedScenario | None:
        return next((one for one in self._known if one.number == self._shown), None)

    def _listed(self) -> list[ListRow]:
        """A row for each; what moved since is worked out once on the same figures."""
        catalog = self._scenario.catalog
        kept = self._rows if catalog is self._rows_on else {}
        self._rows = {one: kept.get(one) or row_of(catalog, one) for one in self._known}
        self._rows_on = catalog
        return list(self._rows.values())

    def _on_levers(self) -> tuple[SavedScenario, str]:
        """What is on the levers, ready to be saved, and that in a sentence."""
        result = self._scenario.result
        asked = result.asked
        findings = proposed_findings(asked, result.outcome)
        saved = service.of(self.state.session, asked, name="", findings=findings, made_on=_today())
        return saved, about_levers(asked)

    def _take_result(self, _result: object) -> None:
        """A form for what is on the levers follows them."""
        if self.form and not self.form.scenario.number:
            self._mark_stale()

    def _show_detail(self) -> None:
        empty_layout(self._place)
        self.detail = None
        self.reasons.drop()
        saved = self._open_scenario
        if saved is None:
            return
        self.detail = detail = SavedDetail(
            self.state.session, self._scenario.catalog, saved, self.state.as_of
        )
        detail.restore_asked.connect(self._restore)
        detail.edit_asked.connect(self._edit)
        detail.copy_asked.connect(self._copy)
        detail.pdf_asked.connect(self._print)
        detail.agreement_asked.connect(self._agree)
        detail.removal_asked.connect(self._remove)
        detail.reason_asked.connect(self._explain)
        self._place.addWidget(detail)
        self.list.show_open(str(saved.number))

    def _choose(self, key: str) -> None:
        self._shown = int(key)
        self._show_detail()
        self.panes.show_detail()
        if self.panes.narrow:
            self.panes.back.setFocus()

    def _explain(self, outcome: str) -> None:
        """Show how a figure of the open scenario comes about, in the place of the scenario."""
        if self.detail:
            catalog, detail = self._scenario.catalog, self.detail
            reason = saved_reason(self.state, catalog, detail.saved)
            self.reasons.explain(reason, (outcome, REFERENCE_YEAR), detail, detail.why)

    def _restore(self) -> None:
        saved = self._open_scenario
        if saved and put_on_levers(self.state, self._scenario, saved):
            self.levers_asked.emit()

    def _copy(self) -> None:
        copy = copied(self.state, self._shown)
        if copy:
            self._open(copy)

    def _print(self) -> None:
        saved = self._open_scenario
        if saved:
            printed(self.state, self._scenario.catalog, saved, self)

    def _agree(self) -> None:
        self.agreement_asked.emit(self._shown)

    def _remove(self) -> None:
        saved = self._open_scenario
        place = self._numbers.index(self._shown)
        if saved and removed(self.state, saved):
            left = self._numbers
            if left:
                self._open(left[min(place, len(left) - 1)])
            (self.list if left else self.save_button).setFocus()

    def _open(self, number: int) -> None:
        """Open another scenario, which may just have been stored."""
        self._shown = number
        self.refresh()

    def _edit(self) -> None:
        saved = self._open_scenario
        if saved and (self.form is None or self.form.scenario.number != saved.number):
            self._open_form(saved, "Alleen de woorden: de schuiven en wat eruit kwam blijven zoals bewaard.")
        self._go_to_form()

    def _open_form(self, saved: SavedScenario, about: str) -> None:
        self._drop_form()
        self.form = SaveForm(saved, about)
        self.form.advise(self.state)
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self._close_form)
        self._form_place.addWidget(self.form)
        self._arrange()

    def _go_to_form(self) -> None:
        if self.form:
            self.form.show()  # at once, so that it can take the keyboard
            self.form.name.field.setFocus()
            reveal(self.form)

    def _save(self, saved: SavedScenario) -> None:
        before = next((one for one in self._known if one.number == saved.number), None)
        try:
            number = saved_words(self.state, saved, before)
        except UserError as error:
            if self.form:
                self.form.show_fault(str(error))
            return
        self._close_form()
        self._open(number)
        reveal(self._lead)

    def _close_form(self) -> None:
        self._drop_form()
        self._arrange()
        (self.list if self._known else self.save_button).setFocus()

    def _drop_form(self) -> None:
        form, self.form = self.form, None
        if form:
            self._form_place.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _compare(self, ticked: Sequence[int]) -> None:
        self.compare.show_scenarios(self._scenario.catalog, self._known, ticked)

    def _end_comparing(self) -> None:
        self.compare.hide()
        self._arrange()
        self.compare_button.setFocus()

    def _arrange(self) -> None:
        """Show one thing at a time: the form, the comparison, or the list."""
        comparing, writing = not self.compare.isHidden(), self.form is not None
        self._lead.setHidden(comparing)
        self._actions.setHidden(comparing or writing)
        self.compare_button.setVisible(len(self._known) >= FEWEST)
        self.panes.setHidden(comparing or writing or not self._known)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    return column


def _today() -> date:
    return date.today()  # noqa: DTZ011 - a scenario is made on a day of the reader's own calendar
