"""What the small groups chose and why: a card per step, the groups side by side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.case import Case, Step
from raadsapp.domain.context_session import ContextSession
from raadsapp.services.case_figures import CaseFigures
from raadsapp.services.case_words import label_words
from raadsapp.services.context_sessions import cases_of
from raadsapp.ui.pages.cases.answer_text import AnswerText
from raadsapp.ui.pages.cases.session_group import GroupAnswer
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import LARGE, SMALL
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.privacy_line import PrivacyLine
from raadsapp.ui.widgets.segments import Segments
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Body, Small, Tone
from raadsapp.ui.widgets.wrapping import Columns

_NARROWEST = 290
_NO_CASE = "Kies eerst één tot drie casussen, bij ‘Voorbereiden’."
_ALSO = (
    "Er zijn ook antwoorden bij casussen die nu niet zijn gekozen. "
    "Die blijven bewaard en staan in het verslag."
)


class SessionAnswers(QWidget):
    """`answered` carries an answer, `taken_along` a text, `step_asked` the keys of a case and a step."""

    answered = Signal(object)
    taken_along = Signal(str)
    step_asked = Signal(str, str)

    def __init__(
        self, state: AppState, session: ContextSession, figures: CaseFigures, case: str = ""
    ) -> None:
        super().__init__()
        self._state, self._session, self._figures = state, session, figures
        self._cases = cases_of(figures.catalog, session)
        self.groups: list[GroupAnswer] = []
        self.links: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        keys = [one.key for one in self._cases]
        self.case = case if case in keys else (keys[0] if keys else "")
        self.tabs = Segments("Casus", [(one.key, one.title) for one in self._cases])
        self.tabs.chosen.connect(self.show_case)
        column.addWidget(self.tabs)
        self.tabs.setHidden(len(keys) == 1)
        place = QWidget()
        self._place = QVBoxLayout(place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(LARGE)
        column.addWidget(place)
        if {answer.case for answer in session.answers if not answer.is_empty} - set(keys):
            column.addWidget(Small(_ALSO))
        column.addWidget(self._taken(session))
        self.show_case(self.case)

    def show_session(self, session: ContextSession) -> None:
        """Know what was answered since; what stands on screen stays."""
        self._session = session

    def show_case(self, key: str) -> None:
        """Show the steps of this case."""
        empty_layout(self._place)
        self.case, self.groups, self.links = key, [], {}
        case = next((one for one in self._cases if one.key == key), None)
        if case is None:
            self._place.addWidget(Body(_NO_CASE, Tone.MUTED))
            return
        self.tabs.show_choice(key)
        mark = QHBoxLayout()
        mark.setSpacing(SMALL)
        mark.addWidget(Badge(case.label, Tone.CONCERN))
        mark.addWidget(Small(label_words(case.label)), 1)
        self._place.addLayout(mark)
        for step in case.steps:
            if step.choices:
                self._place.addWidget(self._step(case, step))

    def _step(self, case: Case, step: Step) -> Card:
        open_case = quiet_button("Open deze stap", "external")
        open_case.setAccessibleName(f"Open de stap ‘{step.title}’ in de casus")
        open_case.setProperty("step", step.key)
        open_case.clicked.connect(self._ask_step)
        self.links[step.key] = open_case
        card = Card(step.title, open_case)
        choices = [(choice.key, self._figures.filled(choice.text)) for choice in step.choices]
        for number, (_, words) in enumerate(choices, 1):
            card.add(Body(f"{number}. {words}"))
        card.add_gap(SMALL)
        groups = Columns(_NARROWEST, 3)
        for number in range(1, self._session.groups + 1):
            answer = self._session.answer(case.key, step.key, number)
            group = GroupAnswer(self._state, answer, step.title, choices)
            group.answered.connect(self.answered)
            self.groups.append(group)
            groups.add(group)
        card.add(groups)
        return card

    def _taken(self, session: ContextSession) -> Card:
        card = Card("Wat nemen we mee?")
        card.add(Small("Vragen aan het college, cijfers die u wilt zien, afspraken voor de volgende keer."))
        self.taken = AnswerText(session.taken_along, "Wat nemen we mee?")
        self.taken.textChanged.connect(self._tell_taken)
        card.add(self.taken)
        self.doubt = PrivacyLine(self._state, self.taken)
        card.add(self.doubt)
        return card

    def _tell_taken(self) -> None:
        self.taken_along.emit(self.taken.toPlainText())

    def _ask_step(self) -> None:
        asked = self.sender()
        if asked is not None:
            self.step_asked.emit(self.case, str(asked.property("step")))
