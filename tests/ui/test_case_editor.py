"""The editor: everything typed is kept as a draft, and nothing comes into the dossier before both checks."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp import paths
from raadsapp.domain.case import Case, Check, Consequence
from raadsapp.domain.case_places import Field, Place, value_at
from raadsapp.services import case_drafts, own_cases, personal_data
from raadsapp.services.case_words import check_words
from raadsapp.store import own_cases as stored
from raadsapp.store.own_cases import StoredCase
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.pages import cases
from raadsapp.ui.pages.cases.case_map import layers
from raadsapp.ui.pages.cases.editor_fields import ConsequenceField, OptionField
from raadsapp.ui.pages.cases.editor_lists import LinksField, SourcesField
from raadsapp.ui.pages.cases.editor_parts import StepPart
from raadsapp.ui.pages.cases.editor_side import PREVIEW, SAVE
from raadsapp.ui.pages.cases.editor_view import EditorView
from raadsapp.ui.pages.cases.page import CasesPage
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.widgets.growing_text import GrowingText, TextLine

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
TITLE = Place(Field.TITLE)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for drafts of the test's own, and own rules alone: deduce has tests of its own."""
    monkeypatch.setattr(paths, "user_data_dir", lambda: tmp_path / "home")
    monkeypatch.setattr(personal_data, "is_installed", lambda: False)
    return tmp_path / "home"


@pytest.fixture
def page(state: AppState, on_screen: Callable[[QWidget, int, int], None]) -> Iterator[CasesPage]:
    shown = cases.build(state)
    state.on_place(lambda place: shown.open_item(place.item))
    on_screen(shown, 1280, 800)
    yield shown
    if shown.writing.editor:
        shown.writing.editor.stop()


@pytest.fixture
def open_window(window: MainWindow, state: AppState, qtbot: QtBot) -> MainWindow:
    """A window with the dossier open."""
    window.attach(state)
    with qtbot.waitExposed(window):
        window.show()
    return window


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def edited(page: CasesPage, number: int = 0) -> EditorView:
    page.writing.begin_copy(page.state.session.catalog.cases[number])
    assert page.writing.editor
    return page.writing.editor


def field_text(editor: EditorView, place: Place) -> TextLine | GrowingText:
    editor.form.go_to(place)
    found = editor.form.part.fields[place].field
    assert isinstance(found, TextLine | GrowingText)
    return found


def type_at(editor: EditorView, place: Place, text: str) -> None:
    found = field_text(editor, place)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_End, CONTROL if isinstance(found, GrowingText) else NO_KEY)
    QTest.keyClicks(found, text)


def test_typing_is_kept_as_a_draft_and_offered_above_the_list(page: CasesPage, qtbot: QtBot) -> None:
    editor = edited(page)
    shipped = editor.case
    type_at(editor, TITLE, " later")
    qtbot.waitUntil(lambda: bool(case_drafts.drafts().drafts), timeout=2000)
    assert case_drafts.drafts().drafts[0].case.title == f"{shipped.title} later"
    assert "nog niet in het dossier" in editor.bar.state_words.plain_text
    editor.bar.leave.click()
    assert list(page.list.drafts.rows) == [shipped.key]
    page.list.drafts.rows[shipped.key].click()
    again = page.writing.editor
    assert again
    assert again is not editor
    assert again.case.title == f"{shipped.title} later"
    assert page.state.session.catalog.cases[0].title == shipped.title


def test_the_keyboard_comes_by_drafts_before_the_cases(page: CasesPage, qtbot: QtBot) -> None:
    editor = edited(page)
    type_at(editor, TITLE, " nu")
    editor.leave()
    shipped = page.state.session.catalog.cases[0]
    qtbot.waitUntil(page.list.drafts.rows[shipped.key].isVisible)
    page.list.file.setFocus()
    for wanted in (
        page.list.drafts.rows[shipped.key],
        page.list.drafts.removals[shipped.key],
        page.list.rows[shipped.key],
    ):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is wanted


def test_leaving_within_the_second_loses_nothing(page: CasesPage, notices: list[Notice]) -> None:
    editor = edited(page)
    type_at(editor, Place(Field.NOTES), " Tot slot.")
    editor.leave()
    assert "concept is bewaard" in notices[-1].message
    draft = case_drafts.draft_of(editor.case.key)
    assert draft
    assert draft.case.notes.endswith(" Tot slot.")


def test_a_draft_is_thrown_away_and_put_back(page: CasesPage, notices: list[Notice]) -> None:
    editor = edited(page)
    type_at(editor, TITLE, "!")
    editor.leave()
    button = page.list.drafts.removals[editor.case.key]
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert case_drafts.drafts().drafts == ()
    assert page.list.drafts.isHidden()
    assert notices[-1].undo
    notices[-1].undo()
    assert case_drafts.draft_of(editor.case.key)


def test_undo_and_redo_work_from_any_field(page: CasesPage) -> None:
    editor = edited(page)
    before = editor.case
    type_at(editor, TITLE, " x")
    editor.form.go_to(Place(Field.TEXT, 1))
    type_at(editor, Place(Field.TEXT, 1), " y")
    after = editor.case
    QTest.keyClick(focused(), Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(focused(), Qt.Key.Key_Z, CONTROL)
    assert editor.case == before
    assert editor.form.part.fields[TITLE].field.hasFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Y, CONTROL)
    QTest.keyClick(focused(), Qt.Key.Key_Y, CONTROL)
    assert editor.case == after


def test_every_field_of_a_shipped_case_shows_what_it_says(page: CasesPage) -> None:
    editor = edited(page)
    case = editor.case
    for number in range(-1, len(case.steps) + 1):
        for place, field in editor.form.part.fields.items():
            found = field.field
            value = value_at(case, place)
            if isinstance(found, TextLine | GrowingText):
                told = found.text() if isinstance(found, TextLine) else found.toPlainText()
                assert told == ("\n".join(value) if isinstance(value, tuple) else value)
            elif isinstance(field, ConsequenceField):
                assert field.words.text() == (value.text if value else "")
            elif isinstance(field, OptionField):
                assert field.box.currentData() == str(value)
        assert editor.form.step == (number if number < len(case.steps) else -1)
        editor.form.go_on()
    assert editor.case == case
    assert not editor.editing.history.before


def test_problems_are_listed_and_f8_goes_to_their_fields(page: CasesPage) -> None:
    page.writing.begin_new()
    editor = page.writing.editor
    assert editor
    count = len(editor.faults)
    assert editor.side.tabs.button(1).text() == f"Meldingen ({count})"
    places: list[Place] = []
    for _ in editor.faults:
        QTest.keyClick(focused(), Qt.Key.Key_F8)
        field = editor.form.field_at(editor.faults[len(places)].place)
        assert field is not None
        assert field.isAncestorOf(focused()), field.place
        places.append(field.place)
    assert len(set(places)) > 15
    editor.side.faults.opened.emit("0")
    assert editor.form.part.fields[TITLE].field.hasFocus()
    type_at(editor, TITLE, "Een titel")
    editor.look_now()
    assert len(editor.faults) == count - 1


def test_a_choice_leads_to_a_new_step_and_the_map_follows(page: CasesPage) -> None:
    editor = edited(page)
    place = Place(Field.TO, 0, 0)
    editor.form.go_to(place)
    target = editor.form.part.fields[place]
    assert isinstance(target, OptionField)
    target.choose("+stap")
    assert editor.form.step == 1
    new = editor.case.steps[1]
    assert value_at(editor.case, place) == new.key
    editor.look_now()
    assert len(editor.side.map.nodes) == len(editor.case.steps)
    assert "Loopt dood" in editor.side.map.nodes[1].accessibleName()
    editor.side.map.nodes[0].click()
    assert editor.form.step == 0
    part = editor.form.part
    assert isinstance(part, StepPart)
    part.end.click()
    assert editor.case.steps[0].end


def test_the_map_is_made_anew_only_when_what_is_on_it_changes(page: CasesPage) -> None:
    editor = edited(page)
    nodes = list(editor.side.map.nodes)
    type_at(editor, Place(Field.TEXT, 0), " Later meer.")
    editor.look_now()
    assert editor.side.map.nodes == nodes
    type_at(editor, Place(Field.STEP_TITLE, 0), " nu")
    editor.look_now()
    assert editor.side.map.nodes != nodes


def test_steps_and_choices_are_moved_and_removed_by_their_buttons(page: CasesPage) -> None:
    editor = edited(page)
    keys = [step.key for step in editor.case.steps]
    for press in ("later", "earlier", "remove"):
        editor.form.go_to(Place(Field.STEP_TITLE, 1 if press != "earlier" else 2))
        part = editor.form.part
        assert isinstance(part, StepPart)
        getattr(part, press).click()
    assert [step.key for step in editor.case.steps] == [keys[0], *keys[2:]]
    editor.side.add_step.click()
    assert len(editor.case.steps) == len(keys)
    editor.editing.undo()
    editor.editing.undo()
    assert [step.key for step in editor.case.steps] == keys


def test_links_and_sources_are_chosen_from_the_dossier(page: CasesPage) -> None:
    editor = edited(page)
    place = Place(Field.EFFECTS)
    before = editor.case.effects
    links = editor.form.part.fields[place]
    assert isinstance(links, LinksField)
    links.box.activated.emit(0)
    assert len(editor.case.effects) == len(before) + 1
    sources = editor.form.part.fields[Place(Field.SOURCES)]
    assert isinstance(sources, SourcesField)
    sources.box.activated.emit(0)
    editor.look_now()
    assert any(fault.place.field is Field.SOURCES for fault in editor.faults)
    again = editor.form.part.fields[Place(Field.SOURCES)]
    assert isinstance(again, SourcesField)
    QTest.keyClicks(again.lines[-1], "bladzijde 3")
    assert editor.case.sources[-1].place == "bladzijde 3"


def test_a_link_and_a_source_are_taken_away_by_their_buttons(page: CasesPage) -> None:
    editor = edited(page)
    for field in (Field.EFFECTS, Field.SOURCES):
        place = Place(field)
        before = value_at(editor.case, place)
        assert len(before) > 1
        editor.form.go_to(place)
        buttons = [
            button
            for button in editor.form.part.fields[place].findChildren(QPushButton)
            if button.accessibleName().startswith("Haal weg: ")
        ]
        assert len(buttons) == len(before)
        buttons[1].click()
        assert value_at(editor.case, place) == (before[0], *before[2:])
    # The keyboard is on the list to choose from now, which must not take this key for a search.
    QTest.keyClick(focused(), Qt.Key.Key_Z, CONTROL)
    assert value_at(editor.case, Place(Field.SOURCES)) == before


def test_a_figure_is_put_in_by_its_name(page: CasesPage) -> None:
    editor = edited(page)
    text = field_text(editor, Place(Field.TEXT, 0))
    text.setFocus()
    editor.form.figure.activated.emit(0)
    assert editor.case.steps[0].text.startswith(f"{{{page.state.session.catalog.levers[0].key}}}")


def test_a_consequence_of_the_old_system_can_be_the_same_or_other(page: CasesPage) -> None:
    editor = edited(page)
    place = Place(Field.CHILD_OLD, 0, 0)
    editor.form.go_to(place)
    field = editor.form.part.fields[place]
    assert isinstance(field, ConsequenceField)
    assert not field.words.isEnabled()
    field.amount.activated.emit(1)
    QTest.keyClicks(field.words, "Zo.")
    assert value_at(editor.case, place) == Consequence(-2, "Zo.")
    field.amount.activated.emit(0)
    assert value_at(editor.case, place) is None


def test_the_preview_is_the_walk_at_the_step_in_the_form(page: CasesPage) -> None:
    editor = edited(page)
    editor.form.go_to(Place(Field.TEXT, 1))
    editor.side.open(PREVIEW)
    walk = editor.side.preview.walk
    assert walk.walk
    assert walk.walk.step.key == editor.case.steps[1].key
    assert walk.mark.isHidden()  # it stands above the form
    assert editor.form.part.fields[Place(Field.TEXT, 1)].field.hasFocus()
    editor.editing.set_value(Place(Field.TO, 1, 0), "")
    editor.look_now()
    assert not editor.side.preview.note.isHidden()
    assert len(walk.walk.step.choices) == len(editor.case.steps[1].choices) - 1


def fill_checks(editor: EditorView, qtbot: QtBot) -> None:
    saving = editor.side.saving
    editor.side.open(SAVE)
    saving.role.setFocus()
    QTest.keyClicks(saving.role, "griffier")
    saving.day.show_day(date(2026, 1, 31))
    saving.nobody.click()
    qtbot.waitUntil(saving.privacy.seen.isEnabled, timeout=5000)
    saving.privacy.seen.setChecked(True)


def test_saving_waits_for_both_checks_and_can_be_undone(
    page: CasesPage, notices: list[Notice], qtbot: QtBot
) -> None:
    editor = edited(page)
    shipped = page.state.session.catalog.cases[0]
    type_at(editor, TITLE, " nu")
    saving = editor.side.saving
    assert not saving.button.isEnabled()
    assert "bekijk de mogelijke persoonsgegevens" in saving.missing.plain_text
    fill_checks(editor, qtbot)
    assert saving.button.isEnabled(), saving.missing.plain_text
    assert "alleen eigen regels" in saving.privacy.by.plain_text
    type_at(editor, TITLE, "!")
    assert not saving.button.isEnabled()
    qtbot.waitUntil(saving.privacy.seen.isEnabled, timeout=5000)
    saving.privacy.seen.setChecked(True)
    saving.button.click()
    assert page.walk
    assert page.walk.walk
    assert page.walk.walk.case.title == f"{shipped.title} nu!"
    assert page.walk.mark.own.isVisible()
    assert page.walk.mark.own.text() == "Eigen versie"
    assert case_drafts.drafts().drafts == ()
    page.state.go("cases")
    assert "Eigen versie" in page.list.rows[shipped.key].accessibleName()
    page.state.go("cases", page.state.session.catalog.cases[1].key)
    assert page.walk.mark.own.isHidden()
    page.state.go("cases")
    assert notices[-1].undo
    notices[-1].undo()
    assert page.state.session.catalog.cases[0] == shipped
    again = case_drafts.draft_of(shipped.key)
    assert again
    assert again.case.title == f"{shipped.title} nu!"
    assert list(page.list.drafts.rows) == [shipped.key]


def test_from_the_walk_of_an_unchecked_case_a_button_leads_to_writing_the_check_down(
    page: CasesPage, qtbot: QtBot
) -> None:
    shipped = page.state.session.catalog.cases[0]
    page.open_item(shipped.key)
    assert page.walk
    page.walk.mark.check.click()
    editor = page.writing.editor
    assert editor
    saving = editor.side.saving
    assert focused() is saving.role
    QTest.keyClicks(saving.role, "jeugdarts")
    saving.day.show_day(date(2026, 1, 31))
    assert "vink aan dat die lezer niemand herkende" in saving.missing.plain_text
    saving.nobody.click()
    assert editor.case.check == Check(role="jeugdarts", day=date(2026, 1, 31), clear=True)
    editor.editing.undo()
    assert not saving.nobody.isChecked()
    editor.editing.redo()
    assert saving.nobody.isChecked()
    qtbot.waitUntil(saving.privacy.seen.isEnabled, timeout=5000)
    saving.privacy.seen.setChecked(True)
    editor.save()
    assert page.walk.mark.check.isHidden()
    assert check_words(page.state.session.catalog.cases[0]).endswith("Die herkende niemand.")


def test_the_original_is_put_back(page: CasesPage, qtbot: QtBot) -> None:
    shipped = page.state.session.catalog.cases[0]
    editor = edited(page)
    type_at(editor, TITLE, " nu")
    fill_checks(editor, qtbot)
    editor.save()
    again = edited(page)
    assert again.bar.remove.text() == "Zet het origineel terug"
    again.bar.remove.click()
    assert page.state.session.catalog.cases[0] == shipped
    assert case_drafts.drafts().drafts == ()


def test_what_was_typed_since_stays_as_a_draft_when_the_original_is_put_back(
    page: CasesPage, notices: list[Notice], qtbot: QtBot
) -> None:
    shipped = page.state.session.catalog.cases[0]
    editor = edited(page)
    type_at(editor, TITLE, " nu")
    fill_checks(editor, qtbot)
    editor.save()
    again = edited(page)
    type_at(again, TITLE, " en straks")
    again.bar.remove.click()
    assert page.state.session.catalog.cases[0] == shipped
    assert "staat bij ‘Concepten’" in notices[-1].message
    draft = case_drafts.draft_of(shipped.key)
    assert draft
    assert draft.case.title == f"{shipped.title} nu en straks"
    assert notices[-1].undo
    notices[-1].undo()
    assert page.state.session.catalog.cases[0].title == f"{shipped.title} nu"
    assert edited(page).case.title == f"{shipped.title} nu en straks"


def test_a_copy_goes_beside_the_original(page: CasesPage, qtbot: QtBot) -> None:
    editor = edited(page)
    editor.side.saving.where.button("beside").click()
    assert "naast het origineel" in editor.side.saving.about.plain_text
    fill_checks(editor, qtbot)
    editor.save()
    assert len(page.state.session.catalog.cases) == 14
    assert [draft.case.key for draft in case_drafts.drafts().drafts] == []


def test_possible_personal_data_lead_to_their_words(page: CasesPage, qtbot: QtBot) -> None:
    editor = edited(page)
    place = Place(Field.TEXT, 1)
    editor.editing.set_value(place, "Vandaag belt Sanne Hermans.")
    editor.side.open(SAVE)
    privacy = editor.side.saving.privacy
    qtbot.waitUntil(privacy.seen.isEnabled, timeout=5000)
    assert "mogelijk persoonsgegevens" in privacy.told.plain_text
    privacy.findings.opened.emit("0")
    found = editor.form.part.fields[place].field
    assert isinstance(found, GrowingText)
    assert found.textCursor().selectedText() == "Sanne Hermans"


def test_a_file_is_read_and_written(page: CasesPage, tmp_path: Path, notices: list[Notice]) -> None:
    editor = edited(page)
    editor.export_to(tmp_path / "casus.md")
    assert "De casus staat in" in notices[-1].message
    page.writing.read(tmp_path / "casus.md")
    assert page.writing.editor
    assert page.writing.editor.case == editor.case
    (tmp_path / "geen.md").write_text("zomaar", encoding="utf-8")
    page.writing.read(tmp_path / "geen.md")
    assert "niet te lezen als casus" in notices[-1].message
    page.writing.read(tmp_path / "casus.md")
    assert "al een concept" in notices[-1].message
    page.writing.begin_new()
    page.writing.editor.export_to(tmp_path / "leeg.md")
    assert not (tmp_path / "leeg.md").exists()


def test_a_damaged_own_case_is_named_and_can_go(page: CasesPage) -> None:
    stored.put(page.state.session.store, StoredCase("stuk", "Kapot", "+++\n", datetime.now(UTC)))
    page.refresh()
    assert "Kapot (stuk)" in page.list.damaged.told[0]
    assert len(page.list.rows) == 13
    page.list.damaged.removal_asked.emit("stuk")
    assert own_cases.own_cases(page.state.session) == ()


def test_a_draft_that_cannot_be_kept_is_said_and_tried_again(
    page: CasesPage, home: Path, notices: list[Notice]
) -> None:
    home.mkdir(exist_ok=True)
    (home / "concepten").write_text("geen map", encoding="utf-8")
    editor = edited(page)
    type_at(editor, TITLE, "x")
    editor.keep_now()
    assert "kan niet worden bewaard" in editor.bar.state_words.plain_text
    editor.leave()
    assert "nog niet bewaard" in notices[-1].message
    assert editor.isVisible()
    page.state.go("cases")
    page.list.new.click()
    assert page.writing.editor is editor
    assert editor.isVisible()
    assert "nog niet bewaard" in notices[-1].message
    (home / "concepten").unlink()
    editor.stop()
    assert case_drafts.draft_of(editor.case.key)


def typed_where_nothing_is_kept(window: MainWindow, state: AppState, home: Path) -> EditorView:
    state.go("cases")
    (page,) = window.findChildren(CasesPage)
    home.mkdir(exist_ok=True)
    (home / "concepten").write_text("geen map", encoding="utf-8")
    editor = edited(page)
    type_at(editor, TITLE, "x")
    return editor


def test_a_window_stays_once_while_what_was_typed_cannot_be_kept(
    open_window: MainWindow, state: AppState, home: Path, notices: list[Notice]
) -> None:
    editor = typed_where_nothing_is_kept(open_window, state, home)
    state.go("goals")
    assert not open_window.close()
    assert "Sluit nog eens" in notices[-1].message
    assert editor.isVisible()
    (home / "concepten").unlink()
    assert open_window.close()
    assert case_drafts.draft_of(editor.case.key)


def test_a_window_closes_when_asked_again(
    open_window: MainWindow, state: AppState, home: Path, notices: list[Notice]
) -> None:
    typed_where_nothing_is_kept(open_window, state, home)
    assert not open_window.close()
    assert notices
    assert open_window.close()
    (home / "concepten").unlink()


def test_layers_run_downwards_also_when_choices_lead_back(page: CasesPage) -> None:
    case: Case = page.state.session.catalog.cases[0]
    first = case.steps[0]
    assert layers(case)[0] == [0]
    back = replace(case.steps[-1], end=False, choices=(replace(first.choices[0], to=first.key),))
    every = layers(replace(case, steps=(*case.steps[:-1], back)))
    assert sorted(number for layer in every for number in layer) == list(range(len(case.steps)))
    assert layers(replace(case, steps=())) == []


WRITER = """
import os, sys
from pathlib import Path
from raadsapp import paths
home = Path(sys.argv[1])
paths.user_data_dir = lambda: home
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from raadsapp.domain.case_places import Field, Place
from raadsapp.services.opening import open_session
from raadsapp.ui.app import create_application
from raadsapp.ui.pages import cases
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import Theme
app = create_application(["raadsapp"])
state = AppState(open_session(home / "d.raadsapp", paths.data_dir()), Theme(), home / "x.ini")
page = cases.build(state)
page.resize(1280, 800)
page.show()
page.writing.begin_new()
editor = page.writing.editor
field = editor.form.part.fields[Place(Field.SITUATION)].field
field.setFocus()
typed = 0
def type_on():
    global typed
    QTest.keyClicks(field, f"{typed} ")
    typed += 1
    print(typed, flush=True)
timer = QTimer(interval=20)
timer.timeout.connect(type_on)
timer.start()
app.exec()
"""


def test_a_window_killed_in_the_midst_of_typing_offers_the_text_again(page: CasesPage, home: Path) -> None:
    home.mkdir(exist_ok=True)
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(home)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        assert process.stdout
        at: list[float] = []
        while len(at) < 120:
            assert process.stdout.readline()
            at.append(time.monotonic())
        os.kill(process.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    page.state.go("cases")
    page.writing.show_drafts()
    (key,) = page.list.drafts.rows
    page.list.drafts.rows[key].click()
    assert page.writing.editor
    words = page.writing.editor.case.situation.split()
    assert words == [str(number) for number in range(len(words))]
    kept = at[len(words) - 1]
    assert at[-1] - kept < 2.0, (len(words), at[-1] - kept)


def test_the_editor_is_left_and_reached_by_keyboard_alone(page: CasesPage) -> None:
    page.list.new.setFocus()
    QTest.keyClick(page.list.new, Qt.Key.Key_Space)
    editor = page.writing.editor
    assert editor
    assert editor.form.part.fields[TITLE].field.hasFocus()
    seen = set()
    for _ in range(60):
        here = focused()
        assert here.accessibleName() or getattr(here, "text", str)(), here
        seen.add(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert {editor.bar.leave, editor.form.box, editor.side.add_step, *editor.side.map.nodes} <= seen
    QTest.keyClick(focused(), Qt.Key.Key_PageDown, ALT)
    assert editor.form.step == 0
    editor.bar.leave.setFocus()
    QTest.keyClick(editor.bar.leave, Qt.Key.Key_Space)
    assert page.list.isVisible()


def test_nothing_opens_as_a_window_of_its_own(page: CasesPage) -> None:
    editor = edited(page)
    for place in (Place(Field.TEXT, 1), Place(Field.NOTES), Place(Field.CHILD, 0, 0)):
        editor.form.go_to(place)
    for tab in range(4):
        editor.side.open(tab)
    assert [
        one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not page.window()
    ] == []


def test_going_elsewhere_keeps_what_was_typed(page: CasesPage) -> None:
    editor = edited(page)
    type_at(editor, TITLE, " x")
    page.state.go("cases")
    assert case_drafts.draft_of(editor.case.key)
