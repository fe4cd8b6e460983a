"""The norms that the council set for a series: list, set one, withdraw one, and take that back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.changes import Changes
from raadsapp.domain.norm import Decisions, Judges, Norm
from raadsapp.errors import UserError
from raadsapp.services import norms as service
from raadsapp.services.judgements import Judged
from raadsapp.texts import amount, long_date
from raadsapp.ui.pages.indicators.norm_form import ALL, BETTER, NormForm
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT
from raadsapp.ui.widgets import reader_name
from raadsapp.ui.widgets.buttons import icon_button, secondary_button
from raadsapp.ui.widgets.card import Section
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Body, Small, Tone
from raadsapp.ui.widgets.wrapping import Row

_NONE = "De raad heeft hier nog geen norm voor gesteld. Zonder besluit van de raad tekent Raadsapp er geen."
_THEN = "Kies ‘Stand van vandaag’ om een norm vast te leggen of in te trekken."


class NormRow(QFrame):
    """One norm with its decision; `removal_asked` is the wish to withdraw it."""

    removal_asked = Signal()

    def __init__(self, norm: Norm, unit: str, place: str, *, fixed: bool) -> None:
        super().__init__()
        restyle(self, role="card")
        value = amount(norm.value, unit)
        better = f" · {BETTER[norm.polarity].lower()}" if norm.polarity else ""
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, MEDIUM, SMALL, MEDIUM)
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addWidget(Body(f"{value} · {place}{better}"))
        told = f"{norm.decision}, besloten op {long_date(norm.decided_on)}. Vastgelegd door {norm.by}."
        words.addWidget(Small(told))
        row.addLayout(words, 1)
        self.remove = icon_button("trash", f"Norm intrekken: {value}, {place}")
        self.remove.setToolTip("Intrekken")
        self.remove.setHidden(fixed)
        self.remove.clicked.connect(self.removal_asked)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)


class NormSection(Section):
    """Keeps an open form as it is while the same series is shown."""

    def __init__(self, state: AppState) -> None:
        super().__init__("Norm van de raad")
        self._state = state
        self._of: Judges | None = None
        self._unit = ""
        self._together = False
        self._known: tuple[Norm, ...] = ()
        self.rows: list[NormRow] = []
        self.form: NormForm | None = None
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SMALL)
        self.add(self._list)
        self.add_button = secondary_button("Norm vastleggen", "plus")
        self.add_button.clicked.connect(self._open_form)
        self.add(Row(self.add_button))

    def show_norms(self, judged: Judged, decisions: Decisions) -> None:
        """Show what the council decided about this series, for any municipality."""
        of = Judges(judged.indicator.key, "", judged.breakdown)
        if of != self._of:
            self._drop_form()
        self._of, self._unit, self._together = of, judged.unit, judged.indicator.together
        self._known = tuple(one for one in decisions.norms if replace(one.of, municipality="") == of)
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
        self.rows = [self._row(norm, fixed=looking_back) for norm in self._known]
        shown: list[QWidget] = [*self.rows, *((self.form,) if self.form else ())]
        if not shown:
            shown.append(Body(_NONE, Tone.MUTED))
        if looking_back:
            shown.append(Small(_THEN))
        for widget in shown:
            self._lines.addWidget(widget)
            widget.show()  # at once, so that it can take the keyboard
        self.add_button.setHidden(looking_back or self.form is not None)

    def _row(self, norm: Norm, *, fixed: bool) -> NormRow:
        found = self._state.session.catalog.municipality(norm.of.municipality)
        row = NormRow(norm, self._unit, found.name if found else ALL, fixed=fixed)
        row.removal_asked.connect(lambda: self._withdraw(norm))
        return row

    def _open_form(self) -> None:
        if self._of is None:
            return
        catalog, state = self._state.session.catalog, self._state
        found = [] if self._together else [catalog.municipality(c) for c in catalog.dossier.municipalities]
        places = [(one.code, one.name) for one in found if one]
        unit = {"%": "procent", "€": "euro"}.get(self._unit, self._unit)
        now = datetime.now().astimezone()
        self.form = NormForm(self._of, unit, places, reader_name.name(state.settings_file), now.date())
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self._close_form)
        self._draw()
        self.form.value.setFocus()
        reveal(self.form)

    def _close_form(self) -> None:
        self._drop_form()
        self._draw()
        self.add_button.setFocus()

    def _drop_form(self) -> None:
        form, self.form = self.form, None
        if form:
            self._lines.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _save(self, norm: Norm) -> None:
        before = next((known for known in self._known if known.of == norm.of), None)
        try:
            changes = service.save(self._state.session, norm)
        except UserError as error:
            if self.form:
                self.form.show_fault(str(error))
            return
        reader_name.remember_name(self._state.settings_file, norm.by)
        self._drop_form()
        self._tell(changes, lambda: self._take_back(norm.of, before, norm.by))
        self.add_button.setFocus()

    def _take_back(self, of: Judges, before: Norm | None, by: str) -> Changes:
        """Let what stood before count again: another norm, or none."""
        session, now = self._state.session, datetime.now().astimezone()
        if before:
            return service.save(session, replace(before, at=now))
        standing = next(one for one in service.standing(session).norms if one.of == of)
        return service.withdraw(session, standing, by, now)

    def _withdraw(self, norm: Norm) -> None:
        session, now = self._state.session, datetime.now().astimezone()
        by = reader_name.name(self._state.settings_file) or reader_name.UNNAMED
        self._write(
            lambda: service.withdraw(session, norm, by, now),
            lambda: service.save(session, replace(norm, at=datetime.now().astimezone())),
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
