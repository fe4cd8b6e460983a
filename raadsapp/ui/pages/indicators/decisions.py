"""What the council decided about a series: norms and new beginnings of limits. Set, withdraw, take back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from raadsapp.domain.changes import Changes
from raadsapp.domain.goals import Counting
from raadsapp.domain.norm import Baseline, Decisions, Judges, Norm
from raadsapp.errors import UserError
from raadsapp.services import norms as service
from raadsapp.services.indicator_sentences import with_article
from raadsapp.services.judgements import Judged
from raadsapp.texts import amount, long_date
from raadsapp.ui.pages.indicators.baseline_form import BaselineForm
from raadsapp.ui.pages.indicators.decision_form import ALL, Asked, DecisionForm
from raadsapp.ui.pages.indicators.norm_form import BETTER, NormForm
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT
from raadsapp.ui.widgets import reader_name
from raadsapp.ui.widgets.buttons import icon_button, secondary_button
from raadsapp.ui.widgets.card import Section
from raadsapp.ui.widgets.privacy_line import advise_below
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Body, Small, Tone
from raadsapp.ui.widgets.wrapping import Row

_NONE = "De raad heeft hier nog geen norm voor gesteld. Zonder besluit van de raad tekent Raadsapp er geen."
_THEN = "Kies ‘Stand van vandaag’ om een besluit vast te leggen of in te trekken."
_FEWEST = 2


class DecisionRow(QFrame):
    """One decision; `removal_asked` is the wish to withdraw it, and carries it."""

    removal_asked = Signal(object)

    def __init__(self, decision: Norm | Baseline, unit: str, place: str, *, fixed: bool) -> None:
        super().__init__()
        self.decision = decision
        restyle(self, role="card")
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, MEDIUM, SMALL, MEDIUM)
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addWidget(Body(_headline(decision, unit, place)))
        reason = f"{decision.reason} " if isinstance(decision, Baseline) else ""
        told = f"{decision.decision}, besloten op {long_date(decision.decided_on)}."
        words.addWidget(Small(f"{reason}{told} Vastgelegd door {decision.by}."))
        row.addLayout(words, 1)
        what = "Norm" if isinstance(decision, Norm) else "Nieuw begin"
        self.remove = icon_button("trash", f"{what} intrekken: {_short(decision, unit)}, {place}")
        self.remove.setToolTip("Intrekken")
        self.remove.setHidden(fixed)
        self.remove.clicked.connect(self._ask_removal)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def _ask_removal(self) -> None:
        self.removal_asked.emit(self.decision)


class DecisionSection(Section):
    """Keeps an open form as it is while the same series is shown."""

    def __init__(self, state: AppState) -> None:
        super().__init__("Wat de raad hierover besloot")
        self._state = state
        self._of: Judges | None = None
        self._unit = ""
        self._together = False
        self._shown: Judged | None = None
        self._known: tuple[Norm | Baseline, ...] = ()
        self.rows: list[DecisionRow] = []
        self.form: DecisionForm | None = None
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SMALL)
        self.add(self._list)
        self.add_button = secondary_button("Norm vastleggen", "plus")
        self.add_button.clicked.connect(self._open_norm)
        self.begin_button = secondary_button("Grenzen opnieuw laten beginnen", "plus")
        self.begin_button.clicked.connect(self._open_baseline)
        self._opened_by: QPushButton = self.add_button
        self.add(Row(self.add_button, self.begin_button))

    def show_decisions(self, judged: Judged, decisions: Decisions) -> None:
        """Show what the council decided about this series, for any municipality."""
        of = Judges(judged.indicator.key, "", judged.breakdown)
        if of != self._of:
            self._drop_form()
        self._of, self._unit, self._together = of, judged.unit, judged.indicator.together
        self._shown = judged
        known: tuple[Norm | Baseline, ...] = (*decisions.norms, *decisions.baselines)
        self._known = tuple(one for one in known if replace(one.of, municipality="") == of)
        self._draw()

    def _draw(self) -> None:
        if self.form:
            self._lines.removeWidget(self.form)
        while item := self._lines.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        looking_back = self._state.as_of is not None
        self.rows = [self._row(one, fixed=looking_back) for one in self._known]
        shown: list[QWidget] = [*self.rows, *((self.form,) if self.form else ())]
        if not self.form and not any(isinstance(one, Norm) for one in self._known):
            shown.append(Body(_NONE, Tone.MUTED))
        if looking_back:
            shown.append(Small(_THEN))
        for widget in shown:
            self._lines.addWidget(widget)
            widget.show()  # at once, so that it can take the keyboard
        hidden = looking_back or self.form is not None
        self.add_button.setHidden(hidden)
        self.begin_button.setHidden(hidden or self._shown is None or not _can_have_limits(self._shown))

    def _row(self, decision: Norm | Baseline, *, fixed: bool) -> DecisionRow:
        found = self._state.session.catalog.municipality(decision.of.municipality)
        row = DecisionRow(decision, self._unit, found.name if found else ALL, fixed=fixed)
        row.removal_asked.connect(self._withdraw)
        return row

    def _asked(self, of: Judges) -> Asked:
        catalog, state = self._state.session.catalog, self._state
        found = [] if self._together else [catalog.municipality(c) for c in catalog.dossier.municipalities]
        return Asked(
            of=of,
            municipalities=[(one.code, one.name) for one in found if one],
            by=reader_name.name(state.settings_file),
            today=datetime.now().astimezone().date(),
        )

    def _open_norm(self) -> None:
        if self._of is not None:
            unit = {"%": "procent", "€": "euro"}.get(self._unit, self._unit)
            self._open(NormForm(self._asked(self._of), unit), self.add_button)

    def _open_baseline(self) -> None:
        if self._of is not None and self._shown is not None:
            # The first period is where limits begin by themselves.
            periods = [one.period for one in self._shown.shown[1:]]
            self._open(BaselineForm(self._asked(self._of), periods), self.begin_button)

    def _open(self, form: DecisionForm, by: QPushButton) -> None:
        self.form, self._opened_by = form, by
        form.saved.connect(self._save)
        form.cancelled.connect(self._close_form)
        for note in form.notes:
            advise_below(note, self._state)
        self._draw()
        form.focus_first()
        reveal(form)

    def _close_form(self) -> None:
        self._drop_form()
        self._draw()
        self._opened_by.setFocus()

    def _drop_form(self) -> None:
        form, self.form = self.form, None
        if form:
            self._lines.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _save(self, decision: Norm | Baseline) -> None:
        kind = type(decision)
        before = next((one for one in self._known if isinstance(one, kind) and one.of == decision.of), None)
        try:
            changes = service.save(self._state.session, decision)
        except UserError as error:
            if self.form:
                self.form.show_fault(str(error))
            return
        reader_name.remember_name(self._state.settings_file, decision.by)
        self._drop_form()
        self._tell(changes, lambda: self._take_back(decision, before))
        self._opened_by.setFocus()

    def _take_back(self, decision: Norm | Baseline, before: Norm | Baseline | None) -> Changes:
        """Let what stood before count again: another decision, or none."""
        session, now = self._state.session, datetime.now().astimezone()
        if before:
            return service.save(session, replace(before, at=now))
        decided = service.standing(session)
        known: tuple[Norm | Baseline, ...] = (
            decided.norms if isinstance(decision, Norm) else decided.baselines
        )
        standing = next(one for one in known if one.of == decision.of)
        return service.withdraw(session, standing, decision.by, now)

    def _withdraw(self, decision: Norm | Baseline) -> None:
        session, now = self._state.session, datetime.now().astimezone()
        by = reader_name.name(self._state.settings_file) or reader_name.UNNAMED
        self._write(
            lambda: service.withdraw(session, decision, by, now),
            lambda: service.save(session, replace(decision, at=datetime.now().astimezone())),
        )
        self.add_button.setFocus()

    def _write(self, action: Callable[[], Changes], undo: Callable[[], Changes] | None = None) -> None:
        """Do it and tell of it; when it cannot be done, say why and change nothing."""
        try:
            changes = action()
        except UserError as error:
            self._state.notify(str(error))
            return
        self._tell(changes, undo)

    def _tell(self, changes: Changes, undo: Callable[[], Changes] | None) -> None:
        self._state.announce(changes, undo=(lambda: self._write(undo)) if undo else None)


def _can_have_limits(judged: Judged) -> bool:
    return judged.measured.counting not in {Counting.STOCK, Counting.ROLLING} and len(judged.shown) >= _FEWEST


def _short(decision: Norm | Baseline, unit: str) -> str:
    return amount(decision.value, unit) if isinstance(decision, Norm) else decision.since.label


def _headline(decision: Norm | Baseline, unit: str, place: str) -> str:
    if isinstance(decision, Baseline):
        return f"Grenzen opnieuw vanaf {with_article(decision.since)} · {place}"
    better = f" · {BETTER[decision.polarity].lower()}" if decision.polarity else ""
    return f"Norm {amount(decision.value, unit)} · {place}{better}"
