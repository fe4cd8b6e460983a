"""The form for one agreement: its scenario, its sign, what then happens, by whom, and when to look again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from raadsapp.domain.agreement import Agreement, Side
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.intake.numbers import Unread, read_number
from raadsapp.services.agreement_words import measured
from raadsapp.texts import exact
from raadsapp.ui.pages.scenario.words_form import NO_DATE, WordsForm, typed
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.date_field import DateField
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.wrapping import Columns

FROM_LEVERS = -1
"""In place of the number of a saved scenario: what stands on the levers, which is saved first."""

_COLUMN = 260
_SIDES = {Side.ABOVE: "komt boven", Side.BELOW: "komt onder"}


@dataclass(frozen=True, slots=True)
class Drafted:
    """What was filled in; `scenario_name` is the name under which the levers are saved first, if they are."""

    agreement: Agreement
    scenario_name: str = ""


class AgreementForm(WordsForm):
    """`saved` carries what was `Drafted`. `scenarios` are those the agreement may be made from."""

    def __init__(
        self,
        agreement: Agreement,
        scenarios: Sequence[SavedScenario],
        catalog: Catalog,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Afspraak wijzigen" if agreement.number else "Nieuwe afspraak", parent)
        self.agreement = agreement
        self._today = today
        self._scenarios = {one.number: one for one in scenarios}
        self._indicators = {one.key: one for one in measured(catalog)}
        self.scenario, self.indicator, self.side = QComboBox(), QComboBox(), QComboBox()
        self._fill_choices()
        self.scenario_field = LabelledField("Bij welk scenario?", self.scenario)
        self.name = self._line("Naam voor dit scenario", "", "Het wordt eerst bewaard, zoals het nu staat.")
        self.indicator_field = LabelledField("Teken: welk cijfer houden we in de gaten?", self.indicator)
        self.side_field = LabelledField("Het teken is er als het cijfer", self.side)
        self.limit = self._line("Grens", exact(agreement.limit) if agreement.number else "")
        self.response = self._text("Wat doen we dan?", agreement.response)
        self.owner = self._line("Wie doet dat?", agreement.owner)
        self.review_on = DateField("Wanneer bekijken we dit opnieuw?")
        self.review_field = LabelledField("Wanneer bekijken we dit opnieuw?", self.review_on)
        if agreement.number:
            self.review_on.show_day(agreement.review_on)
        self.review_on.edited.connect(self.review_field.clear_fault)
        self.scenario.currentIndexChanged.connect(self._show_name)
        self.indicator.currentIndexChanged.connect(self._show_unit)
        self._lay_out()
        self._show_name()
        self._show_unit()
        self._before = self._all_typed()

    @property
    def changed(self) -> bool:
        """Whether something was filled in that is not stored."""
        return self._all_typed() != self._before

    def save(self) -> None:
        """Hand over what is filled in, or say beside each field what is missing."""
        limit = self._limit()
        fresh = self.scenario.currentData() == FROM_LEVERS
        faults = {
            self.name: "" if typed(self.name) or not fresh else "Geef het scenario een naam.",
            self.limit: "" if limit is not None else "Dit is geen getal. Schrijf bijvoorbeeld 7,5.",
            self.response: "" if typed(self.response) else "Schrijf op wat er dan gebeurt.",
            self.owner: "" if typed(self.owner) else "Schrijf op wie dit doet.",
            self.review_field: self._review_fault(),
        }
        if self._say(faults) and limit is not None:
            self.saved.emit(Drafted(self._filled_in(limit), typed(self.name) if fresh else ""))

    def _filled_in(self, limit: float) -> Agreement:
        number = self.scenario.currentData()
        saved = self._scenarios.get(number)
        return replace(
            self.agreement,
            scenario=number,
            scenario_name=saved.name if saved else self.agreement.scenario_name,
            indicator=self.indicator.currentData(),
            side=Side(self.side.currentData()),
            limit=limit,
            response=typed(self.response),
            owner=typed(self.owner),
            review_on=self.review_on.day or self._today,
        )

    def _limit(self) -> float | None:
        found = read_number(typed(self.limit), ",")
        return None if isinstance(found, Unread) else found

    def _review_fault(self) -> str:
        day = self.review_on.day
        if self.review_on.blank:
            return "Vul in wanneer raad en college dit opnieuw bekijken."
        if day is None:
            return NO_DATE
        return "Deze datum ligt vóór de afspraak." if day < self.agreement.made_on else ""

    def _fill_choices(self) -> None:
        made_from = self.agreement.scenario
        self.scenario.addItem("Wat nu op de schuiven staat", FROM_LEVERS)
        for one in self._scenarios.values():
            self.scenario.addItem(one.name, one.number)
        if self.agreement.number and made_from not in self._scenarios:
            gone = f"{self.agreement.scenario_name} (verwijderd)" if made_from else "Geen scenario"
            self.scenario.addItem(gone, made_from)
        self.scenario.setCurrentIndex(self.scenario.findData(made_from))
        for indicator in self._indicators.values():
            self.indicator.addItem(indicator.title, indicator.key)
        self.indicator.setCurrentIndex(max(self.indicator.findData(self.agreement.indicator), 0))
        for side, words in _SIDES.items():
            self.side.addItem(words, side.value)
        self.side.setCurrentIndex(list(_SIDES).index(self.agreement.side))
        for choice in (self.scenario, self.indicator):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(12)

    def _lay_out(self) -> None:
        self.add(self.scenario_field)
        self.add(self.name)
        self.add(self.indicator_field)
        sign = Columns(narrowest=_COLUMN, most=2, gap=MEDIUM)
        for field in (self.side_field, self.limit):
            sign.add(field)
        self.add(sign)
        self.add(self.response)
        pairs = Columns(narrowest=_COLUMN, most=2, gap=MEDIUM)
        for field in (self.owner, self.review_field):
            pairs.add(field)
        self.add(pairs)
        self._finish()

    def _show_name(self) -> None:
        self.name.setHidden(self.scenario.currentData() != FROM_LEVERS)

    def _show_unit(self) -> None:
        unit = self._indicators[self.indicator.currentData()].own_unit
        self.limit.show_name(f"Grens, in {unit}" if unit != "aantal" else "Grens, als aantal")

    def _all_typed(self) -> tuple[str, ...]:
        choices = (self.scenario, self.indicator, self.side)
        fields = (self.name, self.limit, self.response, self.owner)
        line: QLineEdit = self.review_on.line
        return (*(one.currentText() for one in choices), *map(typed, fields), line.text())
