"""The form for the words of a scenario: what was asked, expected, found and decided, by whom and when."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.ui.pages.scenario.words_form import NO_DATE, WordsForm, retype, typed
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.date_field import DateField
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.text import Small
from raadsapp.ui.widgets.wrapping import Columns

_COLUMN = 260


class SaveForm(WordsForm):
    """`about` says in a sentence what is saved along with the words."""

    def __init__(self, scenario: SavedScenario, about: str, parent: QWidget | None = None) -> None:
        super().__init__("Scenario wijzigen" if scenario.number else "Scenario bewaren", parent)
        self.scenario = scenario
        self.name = self._line("Naam", scenario.name)
        self.question = self._text("Vraag", scenario.question, "Wat willen we weten?")
        self.hypothesis = self._text(
            "Wat denken we?", scenario.hypothesis, "Schrijf dit op voordat u naar de uitkomst kijkt."
        )
        self.findings = self._text(
            "Wat kwam eruit?", scenario.findings, "Dit is het voorstel van de app. U mag het wijzigen."
        )
        self.decision = self._text("Besluit", scenario.decision, "Mag leeg blijven.")
        self.author = self._line("Wie maakte dit?", scenario.author, "Mag leeg blijven.")
        self.made_on = DateField("Datum")
        self.made_on.show_day(scenario.made_on)
        self.made_field = LabelledField("Datum", self.made_on)
        self.made_on.edited.connect(self.made_field.clear_fault)
        self._about = Small(about)
        self.add(self._about)
        self.add(self.name)
        pairs = Columns(narrowest=_COLUMN, most=2, gap=MEDIUM)
        for field in (self.question, self.hypothesis, self.findings, self.decision):
            pairs.add(field)
        for field in (self.author, self.made_field):
            pairs.add(field)
        self.add(pairs)
        self._finish()

    def show_levers(self, scenario: SavedScenario, about: str) -> None:
        """Be about levers that stand elsewhere; what was typed stays, and a proposal is made anew."""
        if typed(self.findings) == self.scenario.findings:
            retype(self.findings, scenario.findings)
        self.scenario = scenario
        self._about.show_text(about)

    @property
    def changed(self) -> bool:
        """Whether something was filled in that is not stored."""
        return self.made_on.day is None or self._filled_in() != self.scenario

    def save(self) -> None:
        """Hand over what is filled in, or say beside each field what is missing."""
        faults = {
            self.name: "" if typed(self.name) else "Geef het scenario een naam waaraan u het herkent.",
            self.made_field: "" if self.made_on.day else NO_DATE,
        }
        if self._say(faults):
            self.saved.emit(self._filled_in())

    def _filled_in(self) -> SavedScenario:
        return replace(
            self.scenario,
            name=typed(self.name),
            question=typed(self.question),
            hypothesis=typed(self.hypothesis),
            findings=typed(self.findings),
            decision=typed(self.decision),
            author=typed(self.author),
            made_on=self.made_on.day or self.scenario.made_on,
        )
