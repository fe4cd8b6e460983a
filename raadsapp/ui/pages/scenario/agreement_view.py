"""The raadsakkoord: what council and executive agreed, held against the newest figures, and on paper."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.agreement import Agreement, SignState
from raadsapp.domain.changes import Part
from raadsapp.errors import UserError
from raadsapp.services.agreement_words import difference
from raadsapp.services.agreements import list_agreements
from raadsapp.services.saved_scenarios import list_scenarios
from raadsapp.services.scenario_region import region_name
from raadsapp.texts import plural
from raadsapp.ui.pages.scenario.agreement_actions import begun, checked, printed, removed, stored
from raadsapp.ui.pages.scenario.agreement_form import AgreementForm, Drafted
from raadsapp.ui.pages.scenario.agreement_row import AgreementRow, ShownAgreement
from raadsapp.ui.pages.scenario.saving_pdf import ask_pdf, open_pdf
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.pages.scenario.speaking_of import speak_of
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.buttons import primary_button, quiet_button, secondary_button
from raadsapp.ui.widgets.page import Page, PageBody
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Lead, Small
from raadsapp.ui.widgets.wrapping import Row


class AgreementView(Page):
    """The agreements of the municipality on the levers. `levers_asked` when the reader wants to go there.

    A form that is open stays as it is while the list around it changes.
    """

    levers_asked = Signal()
    depends_on = frozenset({Part.AGREEMENTS, Part.SCENARIOS, Part.OBSERVATIONS, Part.CONTENT})

    def __init__(self, state: AppState, scenario: ScenarioSession) -> None:
        super().__init__(state)
        self._scenario = scenario
        self._known: tuple[Agreement, ...] = ()
        self._here = ""
        self.rows: dict[int, AgreementRow] = {}
        self.form: AgreementForm | None = None
        self.setAccessibleName("Raadsakkoord")
        self._lead = Lead()
        self.add_button = primary_button("Maak een afspraak", "plus")
        self.add_button.clicked.connect(self._begin_from_levers)
        self.pdf_button = secondary_button("PDF bewaren", "download")
        self.pdf_button.clicked.connect(self._ask_pdf)
        self.print_button = secondary_button("Afdrukken", "external")
        self.print_button.setToolTip("Bewaart een PDF en opent die, zodat u hem kunt afdrukken.")
        self.print_button.clicked.connect(self._ask_print)
        self.levers_button = quiet_button("Naar de schuiven", "scenario")
        self.levers_button.clicked.connect(self.levers_asked)
        self._actions = Row(self.add_button, self.pdf_button, self.print_button, self.levers_button)
        self._list = QWidget()
        self._form_place, self._lines = QVBoxLayout(), QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(MEDIUM)
        self._lay_out()
        scenario.on_told(self._take_result)

    def _lay_out(self) -> None:
        body = PageBody(self)
        body.add(self._lead)
        body.add(Small(difference(self.state.session.catalog)))
        body.add(self._actions)
        body.add_row(self._form_place)
        body.add(self._list)

    def refresh(self) -> None:
        """List the agreements anew, each held against the newest figures."""
        session = self.state.session
        self._here = here = self._scenario.asked.municipality
        named = {one.number: one for one in list_scenarios(session)}
        self._known = tuple(one for one in list_agreements(session) if one.municipality == here)
        shown = [checked(self.state, one, named.get(one.scenario)) for one in self._known]
        self._lead.show_text(_sentence(region_name(session.catalog, here), shown))
        empty_layout(self._lines)
        self.rows = {}
        for one in shown:
            row = self.rows[one.agreement.number] = AgreementRow(one, _today())
            row.edit_asked.connect(self._edit)
            row.removal_asked.connect(self._remove)
            row.delivery_asked.connect(self._open_delivery)
            self._lines.addWidget(row)
            row.show()  # at once, so that it can take the keyboard
        self._arrange()

    def begin(self, scenario: int) -> None:
        """Open the form for a new agreement from the saved scenario with this number."""
        saved = next((one for one in list_scenarios(self.state.session) if one.number == scenario), None)
        if saved is None:
            self._begin_from_levers()
            return
        speak_of(self.state, self._scenario, saved.municipality)
        self.refresh()
        self._open_form(begun(self.state.session, saved.municipality, saved, _today()))

    def save_pdf(self, path: Path) -> bool:
        """Print the raadsakkoord to `path`; whether that could be done, which the reader is told."""
        return printed(self.state, self._scenario, path, _today())

    def _begin_from_levers(self) -> None:
        self._open_form(begun(self.state.session, self._here, None, _today()))

    def _take_result(self, _result: object) -> None:
        """Another municipality may stand on the levers."""
        if self._scenario.asked.municipality != self._here:
            self._mark_stale()

    def _ask_path(self) -> Path | None:
        return ask_pdf(self, f"Raadsakkoord {region_name(self.state.session.catalog, self._here)}")

    def _ask_pdf(self) -> None:
        path = self._ask_path()
        if path:
            self.save_pdf(path)

    def _ask_print(self) -> None:
        path = self._ask_path()
        if path is None or not self.save_pdf(path):
            return
        if open_pdf(path):
            self.state.notify(f"{path.name} is bewaard en geopend. Druk het daar af.")
        else:
            self.state.notify(f"{path.name} is bewaard, maar er is geen programma dat het opent.")

    def _open_delivery(self, number: int) -> None:
        self.state.go("data", str(number))

    def _edit(self, number: int) -> None:
        self._open_form(self._numbered(number))

    def _remove(self, number: int) -> None:
        numbers = list(self.rows)
        follower = numbers[numbers.index(number) + 1 :]
        if removed(self.state, self._numbered(number)):
            row = self.rows.get(follower[0]) if follower else None
            (row.remove if row else self.add_button).setFocus()

    def _numbered(self, number: int) -> Agreement:
        return next(one for one in self._known if one.number == number)

    def _open_form(self, agreement: Agreement) -> None:
        """Open the form; one that is open for the same agreement is kept, with what was typed in it."""
        form = self.form
        if form is None or (form.agreement != agreement and not form.must_stay()):
            self._drop_form()
            session = self.state.session
            saved = [one for one in list_scenarios(session) if one.municipality == agreement.municipality]
            self.form = form = AgreementForm(agreement, saved, session.catalog, _today())
            form.advise(self.state)
            form.saved.connect(self._save)
            form.cancelled.connect(self._close_form)
            self._form_place.addWidget(form)
            form.show()  # at once, so that it can take the keyboard
        self._arrange()
        form.scenario.setFocus()
        reveal(form)

    def _save(self, drafted: Drafted) -> None:
        before = next((one for one in self._known if one.number == drafted.agreement.number), None)
        try:
            number = stored(self.state, self._scenario, drafted, before)
        except UserError as error:
            if self.form:
                self.form.show_fault(str(error))
            return
        self._drop_form()
        self.refresh()
        row = self.rows.get(number)
        (row.edit if row else self.add_button).setFocus()
        if row:
            reveal(row)

    def _close_form(self) -> None:
        number = self.form.agreement.number if self.form else 0
        self._drop_form()
        self._arrange()
        row = self.rows.get(number)
        (row.edit if row else self.add_button).setFocus()

    def _drop_form(self) -> None:
        form, self.form = self.form, None
        if form:
            self._form_place.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _arrange(self) -> None:
        """Show one thing at a time: the form, or the list and what can be done."""
        for widget in (self._actions, self._list):
            widget.setHidden(self.form is not None)
        for button in (self.pdf_button, self.print_button):
            button.setVisible(bool(self._known))


def _sentence(name: str, shown: Sequence[ShownAgreement]) -> str:
    if not shown:
        return (
            f"Voor {name} is nog niets afgesproken. Leg bij een scenario vast: welk cijfer is het teken, wat "
            "doen we dan, wie doet dat, en wanneer bekijken we het opnieuw?"
        )
    reached = sum(one.check.state is SignState.REACHED for one in shown)
    count = plural(len(shown), "afspraak", "afspraken")
    return f"{count} voor {name}. Bij {reached or 'geen'} is het teken bereikt."


def _today() -> date:
    return date.today()  # noqa: DTZ011 - agreements are made on a day of the reader's own calendar
