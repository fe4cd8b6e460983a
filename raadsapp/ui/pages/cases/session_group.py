"""What one small group chose at a step, and why; what may be personal data in it is said below."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.context_session import Answer
from raadsapp.ui.pages.cases.answer_text import AnswerText
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import TIGHT
from raadsapp.ui.widgets.privacy_line import PrivacyLine
from raadsapp.ui.widgets.segments import Segments
from raadsapp.ui.widgets.text import Overline, Small, Tone

_NO_CHOICE = "–"


class GroupAnswer(QWidget):
    """`choices` are keys and words in order; `answered` carries the answer at each change."""

    answered = Signal(object)

    def __init__(
        self, state: AppState, answer: Answer, step: str, choices: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        self.answer = answer
        self._words = dict(choices)
        name = f"Groep {answer.group}"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(Overline(name))
        numbers = [(key, str(number)) for number, (key, _) in enumerate(choices, 1)]
        self.choice = Segments(f"{name}, {step}: welke keuze?", [("", _NO_CHOICE), *numbers])
        self.choice.button("").setAccessibleName(f"{name}: nog geen keuze")
        for number, (key, words) in enumerate(choices, 1):
            self.choice.button(key).setAccessibleName(f"{name}: keuze {number}, {words}")
            self.choice.button(key).setToolTip(words)
        self.choice.show_choice(answer.choice if answer.choice in self._words else "")
        self.choice.chosen.connect(self._choose)
        column.addWidget(self.choice)
        self.chosen = Small()
        column.addWidget(self.chosen)
        self.why = AnswerText(answer.why, f"{name}, {step}: waarom?", "Waarom?")
        self.why.textChanged.connect(self._type)
        column.addWidget(self.why)
        self.doubt = PrivacyLine(state, self.why)
        column.addWidget(self.doubt)
        column.addStretch(1)
        self._say_choice()

    def _choose(self, key: str) -> None:
        self._tell(replace(self.answer, choice=key, words=self._words.get(key, "")))
        self._say_choice()

    def _type(self) -> None:
        self._tell(replace(self.answer, why=self.why.toPlainText()))

    def _say_choice(self) -> None:
        gone = self.answer.choice and self.answer.choice not in self._words
        words = f"{self.answer.words} (staat niet meer in de casus)" if gone else self.answer.words
        self.chosen.show_text(words or "Nog geen keuze")
        self.chosen.show_tone(Tone.PLAIN if words else Tone.MUTED)

    def _tell(self, answer: Answer) -> None:
        if answer != self.answer:
            self.answer = answer
            self.answered.emit(answer)
