"""The line below notes: what may be personal data is said while somebody writes, and nothing is held back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from raadsapp import paths
from raadsapp.privacy.personal_data.name_reader import is_installed
from raadsapp.services import personal_data
from raadsapp.services.personal_data import BY_BOTH, BY_RULES, Looker, advice
from raadsapp.ui.pages.scenario.page import ScenarioPage
from raadsapp.ui.pages.scenario.save_form import SaveForm
from raadsapp.ui.pages.scenario.saved_view import SavedView
from raadsapp.ui.pages.scenario.sections import SAVED
from raadsapp.ui.pages.scenario.words_form import retype
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.privacy_line import PrivacyLine, advise_below
from raadsapp.ui.widgets.styling import empty_layout

OnScreen = Callable[[QWidget, int, int], None]


@pytest.fixture
def _own_rules_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(personal_data, "is_installed", lambda: False)


@pytest.mark.usefixtures("_own_rules_only")
def test_a_note_with_a_name_is_advised_about_and_one_without_is_not(
    state: AppState, on_screen: OnScreen, qtbot: QtBot
) -> None:
    note = QLineEdit()
    field = LabelledField("Opmerking", note)
    line = advise_below(note, state)
    on_screen(field, 500, 200)
    assert line.isHidden()
    note.setText("Gebeld met Sanne Hermans over de cijfers.")
    qtbot.waitUntil(lambda: not line.isHidden(), timeout=3000)
    assert line.plain_text.startswith("Mogelijk persoonsgegevens: naam of voorletters.")
    assert line.plain_text.endswith("Nagekeken met alleen eigen regels.")
    assert not field.fault
    note.setText("Gebeld over de cijfers.")
    qtbot.waitUntil(line.isHidden, timeout=3000)
    note.setText("Bel 06 12345678")
    qtbot.waitUntil(lambda: not line.isHidden(), timeout=3000)
    note.clear()
    qtbot.waitUntil(line.isHidden, timeout=3000)


@pytest.mark.usefixtures("_own_rules_only")
def test_the_words_of_a_scenario_are_advised_about_and_saved_all_the_same(
    state: AppState, on_screen: OnScreen, qtbot: QtBot
) -> None:
    page = ScenarioPage(state)
    on_screen(page, 1280, 800)
    page.open_section(SAVED)
    (view,) = page.findChildren(SavedView)
    view.begin_saving()
    form = view.form
    assert isinstance(form, SaveForm)
    retype(form.name, "Een scenario")
    retype(form.question, "Wat vindt Sanne Hermans hiervan?")
    lines = form.question.findChildren(PrivacyLine)
    qtbot.waitUntil(lambda: not lines[0].isHidden(), timeout=5000)
    form.made_on.show_day(date(2026, 1, 1))
    form.save()
    assert view.form is None


@pytest.mark.usefixtures("_own_rules_only")
def test_a_form_that_is_gone_hears_nothing_of_the_look(
    state: AppState, on_screen: OnScreen, qtbot: QtBot
) -> None:
    note = QLineEdit()
    around = QWidget()
    column = QVBoxLayout(around)
    column.addWidget(LabelledField("Opmerking", note))
    line = advise_below(note, state)
    on_screen(around, 500, 200)
    note.setText("Sanne Hermans belde. " * 400)
    line.look_now()
    empty_layout(column)
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(100)


@pytest.mark.skipif(not is_installed(), reason="deduce is not installed (raadsapp[privacy])")
def test_the_second_look_starts_with_the_first_text_and_ends_when_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "user_cache_dir", lambda: tmp_path)
    looker = Looker()
    assert looker.check("Vandaag belt Sanne Hermans.").checked_by == BY_BOTH
    first = looker.reader
    assert first is looker.reader
    assert advice(looker.check("De raad wacht.")) == ""
    looker.stop()
    monkeypatch.setattr(personal_data, "is_installed", lambda: False)
    assert looker.check("Sanne Hermans.").checked_by == BY_RULES
    looker.stop()
