"""The context sessions on the page ‘Voorbeeldcasussen’: planned, printed, written down, and never lost."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.context_session import LONGEST_TITLE, ContextSession
from raadsapp.paths import data_dir
from raadsapp.services import context_sessions as service
from raadsapp.services import personal_data
from raadsapp.services.opening import open_session
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.pages.cases.page import CasesPage
from raadsapp.ui.pages.cases.session_view import ANSWERS, PLAN, SessionView
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.widgets.text import Text

DOUBT = "Mogelijk persoonsgegevens"


@pytest.fixture(autouse=True)
def _own_rules_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(personal_data, "is_installed", lambda: False)


@pytest.fixture
def page(window: MainWindow, state: AppState, qtbot: QtBot) -> CasesPage:
    window.attach(state)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    state.go("cases")
    state.go("cases", "contextsessies")
    (found,) = window.findChildren(CasesPage)
    return found


@pytest.fixture
def opened(page: CasesPage) -> SessionView:
    """A new session on two cases."""
    assert page.sessions
    page.sessions.list.new.click()
    view = page.sessions.open
    assert view
    assert view.plan
    view.plan.boxes["VC-02"].click()
    view.plan.boxes["VC-01"].click()
    QApplication.processEvents()
    return view


def stored(state: AppState) -> tuple[ContextSession, ...]:
    return service.list_sessions(state.session)


def told(widget: QWidget) -> str:
    QApplication.processEvents()  # what was just made is seen in the next turn
    return "\n".join(text.plain_text for text in widget.findChildren(Text) if text.isVisible())


def write_down(view: SessionView) -> None:
    view.parts.button(ANSWERS).click()
    QApplication.processEvents()


def test_without_sessions_the_page_says_how_to_begin_one(page: CasesPage) -> None:
    assert page.sessions
    assert "Nog geen contextsessies." in told(page.sessions.list)
    assert page.sessions.list.new.hasFocus()


def test_the_list_of_cases_leads_to_the_sessions_and_back(page: CasesPage) -> None:
    assert page.sessions
    page.sessions.list.cases.click()
    assert page.list.isVisible()
    page.list.sessions.click()
    assert page.sessions.list.isVisible()


def test_a_new_session_is_kept_at_once_and_can_be_taken_back(
    page: CasesPage, state: AppState, notices: list[Notice]
) -> None:
    assert page.sessions
    page.sessions.list.new.click()
    assert len(stored(state)) == 1
    assert page.sessions.open
    assert "Kies één tot drie casussen." in told(page.sessions.open)
    assert notices[-1].undo
    notices[-1].undo()
    assert stored(state) == ()
    assert page.sessions.number == 0
    assert page.sessions.list.isVisible()


def test_the_agenda_follows_cases_people_and_minutes(opened: SessionView) -> None:
    assert opened.plan
    assert opened.agenda
    assert "‘Misschien ADHD, via de huisarts’ lezen" in told(opened.agenda)
    assert opened.agenda.said == "3 kleine groepen: 4, 4 en 4 mensen."
    opened.plan.people.setValue(5)
    assert opened.agenda.said == "Eén groep van 5 mensen."
    opened.plan.minutes.setValue(20)
    assert opened.agenda.said.startswith("20 minuten is te kort voor 2 casussen")
    opened.plan.minutes.setValue(30)
    assert "Laat ‘Ouders gaan uit elkaar’ weg" in told(opened.agenda)


def test_a_plan_is_stored_while_it_is_typed(opened: SessionView, state: AppState, qtbot: QtBot) -> None:
    assert opened.plan
    opened.plan.title.setFocus()
    opened.plan.title.selectAll()
    QTest.keyClicks(opened.plan.title, "Raadsavond")
    opened.plan.day.line.setText("3-12-2026")
    qtbot.waitUntil(lambda: stored(state)[0].title == "Raadsavond")
    (kept,) = stored(state)
    assert (kept.cases, kept.held_on.isoformat()) == (("VC-02", "VC-01"), "2026-12-03")
    opened.plan.day.line.setText("morgen")
    assert "Dit is geen datum." in told(opened.plan)
    opened.keep()
    assert stored(state)[0].held_on.isoformat() == "2026-12-03"


def test_no_more_than_three_cases_can_be_chosen(opened: SessionView) -> None:
    assert opened.plan
    boxes = opened.plan.boxes
    boxes["VC-05"].click()
    assert not boxes["VC-06"].isEnabled()
    assert "Drie is genoeg" in told(opened.plan)
    boxes["VC-02"].click()
    assert boxes["VC-06"].isEnabled()
    assert opened.session.cases == ("VC-01", "VC-05")


def test_what_a_group_chose_and_why_is_stored_by_itself(
    opened: SessionView, state: AppState, qtbot: QtBot
) -> None:
    write_down(opened)
    assert opened.answers
    first, second, _ = opened.answers.groups[:3]
    first.choice.button("onderzoek").click()
    second.why.setFocus()
    QTest.keyClicks(second.why, "Eerst kijken in de klas.")
    qtbot.waitUntil(lambda: not opened.unkept)
    (kept,) = stored(state)
    assert kept.answer("VC-02", "begin", 1) == first.answer
    assert kept.answer("VC-02", "begin", 2).why == "Eerst kijken in de klas."
    assert first.chosen.plain_text == first.answer.words != ""


def test_nothing_is_lost_when_the_reader_looks_elsewhere_or_the_session_is_opened_again(
    page: CasesPage, opened: SessionView, state: AppState
) -> None:
    write_down(opened)
    assert opened.answers
    opened.answers.groups[0].why.setPlainText("Om de rust.")
    opened.answers.taken.setPlainText("Vraag aan het college.")
    state.go("overview")
    (kept,) = stored(state)
    assert kept.taken_along == "Vraag aan het college."
    state.go("cases", "contextsessies")
    assert page.sessions
    page.sessions.list.rows[kept.number].click()
    again = page.sessions.open
    assert again
    assert again.answers
    assert again.answers.groups[0].why.toPlainText() == "Om de rust."
    again.parts.button(PLAN).click()
    assert again.plan
    again.plan.people.setValue(30)
    again.parts.button(ANSWERS).click()
    assert len(again.answers.groups) >= 8
    assert again.answers.groups[0].why.toPlainText() == "Om de rust."


def test_a_session_is_found_by_its_title_and_named_above_its_page(
    opened: SessionView, page: CasesPage, state: AppState, window: MainWindow
) -> None:
    assert opened.plan
    opened.plan.title.setText("Avond over wachten")
    opened.keep()
    (kept,) = stored(state)
    state.go("overview")
    box = window.controls.top_bar.search
    box.setFocus()
    QTest.keyClicks(box, "avond wacht")
    found = box.results.current()
    assert found
    assert (found.title, found.kind) == ("Avond over wachten", "Contextsessie")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert page.sessions
    assert page.sessions.open
    assert page.sessions.open.session.number == kept.number
    assert window.windowTitle().startswith("Avond over wachten")
    state.go("cases", "contextsessies")
    assert window.windowTitle().startswith("Contextsessies")


WRITER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from raadsapp import paths
from raadsapp.services.opening import open_session
from raadsapp.ui.app import create_application
from raadsapp.ui.main_window.appearance import Appearance
from raadsapp.ui.main_window.settings import WindowSettings
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.pages.cases.page import CasesPage
from raadsapp.ui.pages.cases.session_view import ANSWERS
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import Mode, Theme
home = Path(sys.argv[1])
app = create_application(["raadsapp"])
state = AppState(open_session(home / "d.raadsapp", paths.data_dir()), Theme(), home / "x.ini")
window = MainWindow(WindowSettings(), Appearance(app, Mode.LIGHT, 1.0))
window.attach(state)
window.resize(1280, 800)
window.show()
state.go("cases", "contextsessies")
(page,) = window.findChildren(CasesPage)
page.sessions.list.new.click()
view = page.sessions.open
view.plan.boxes["VC-02"].click()
view.parts.button(ANSWERS).click()
fields = view.answers.groups[0].why, view.answers.taken
typed = 0
def type_on():
    global typed
    fields[typed % 2].setFocus()
    QTest.keyClicks(fields[typed % 2], f"{typed} ")
    typed += 1
    print(typed, flush=True)
timer = QTimer(interval=20)
timer.timeout.connect(type_on)
timer.start()
app.exec()
"""


def test_a_window_killed_in_the_midst_of_typing_has_kept_what_was_typed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
    ) as process:
        assert process.stdout
        at: list[float] = []
        while len(at) < 120:
            assert process.stdout.readline()
            at.append(time.monotonic())
        os.kill(process.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    again = open_session(tmp_path / "d.raadsapp", data_dir())
    (kept,) = service.list_sessions(again)
    again.close()
    (answer,) = kept.answers
    for first, text in enumerate((answer.why, kept.taken_along)):
        numbers = [int(word) for word in text.split()]
        assert numbers == list(range(first, first + 2 * len(numbers), 2))
        lost = at[-1] - at[numbers[-1]]
        assert lost < 2.0, (first, numbers[-1], lost)


def test_what_cannot_be_stored_stays_on_screen_and_is_stored_later(
    opened: SessionView, state: AppState
) -> None:
    write_down(opened)
    assert opened.answers
    state.session.store.connection.execute("PRAGMA query_only = ON")
    opened.answers.groups[0].why.setPlainText("Dit blijft.")
    opened.keep()
    assert "Nog niet bewaard." in opened.kept.plain_text
    assert opened.unkept
    opened.all.click()
    assert opened.isVisible()
    assert opened.answers.groups[0].why.toPlainText() == "Dit blijft."
    state.session.store.connection.execute("PRAGMA query_only = OFF")
    opened.keep()
    assert opened.kept.plain_text.startswith("Alles wat u typt")
    assert stored(state)[0].answers[0].why == "Dit blijft."


def test_what_may_be_personal_is_said_and_never_stops_the_writer(
    opened: SessionView, state: AppState, qtbot: QtBot
) -> None:
    write_down(opened)
    assert opened.answers
    group = opened.answers.groups[0]
    group.why.setPlainText("Jan de Vries belt 06-12345678.")
    qtbot.waitUntil(lambda: DOUBT in group.doubt.plain_text, timeout=30_000)
    assert group.doubt.isVisible()
    opened.answers.taken.setPlainText("Mail naar jan.de.vries@voorbeeld.nl")
    qtbot.waitUntil(lambda: bool(opened.answers and DOUBT in opened.answers.doubt.plain_text), timeout=30_000)
    opened.keep()
    assert stored(state)[0].answers[0].why == "Jan de Vries belt 06-12345678."
    group.why.setPlainText("De moeder belt.")
    qtbot.waitUntil(lambda: not group.doubt.isVisible(), timeout=30_000)


def test_a_step_opens_in_its_case_with_a_way_back(page: CasesPage, opened: SessionView) -> None:
    write_down(opened)
    assert opened.answers
    opened.answers.tabs.button("VC-01").click()
    opened.answers.links["acht-weken"].click()  # type: ignore[attr-defined]
    assert page.walk
    assert page.walk.walk
    assert page.walk.walk.step.key == "acht-weken"
    assert page.walk.bar.session.isVisible()
    page.walk.bar.session.click()
    assert opened.isVisible()
    assert opened.answers.case == "VC-01"


def test_a_case_opened_from_the_list_has_no_way_to_a_session(
    page: CasesPage, opened: SessionView, state: AppState
) -> None:
    opened.keep()
    state.go("cases", "VC-03")
    assert page.walk
    assert not page.walk.bar.session.isVisible()
    page.walk.go_to("nergens")
    assert page.walk.walk
    assert page.walk.walk.path == ()


def test_a_case_that_was_changed_is_shown_as_it_is_now_and_what_was_typed_stays(
    page: CasesPage, opened: SessionView, state: AppState
) -> None:
    write_down(opened)
    assert opened.answers
    opened.answers.tabs.button("VC-01").click()
    opened.answers.groups[0].choice.button("tips").click()
    opened.answers.groups[0].why.setPlainText("Blijft staan.")
    catalog = state.session.catalog
    case = next(one for one in catalog.cases if one.key == "VC-01")
    first = replace(case.steps[0], title="Een andere vraag", choices=case.steps[0].choices[1:])
    changed = replace(case, steps=(first, *case.steps[1:]))
    others = tuple(changed if one is case else one for one in catalog.cases)
    state.session = replace(state.session, catalog=replace(catalog, cases=others))
    page.refresh()
    assert "Een andere vraag" in told(opened)
    assert opened.answers.case == "VC-01"
    group = opened.answers.groups[0]
    assert group.why.toPlainText() == "Blijft staan."
    assert group.chosen.plain_text == "Zelf verder, met tips voor thuis (staat niet meer in de casus)"
    group.why.setPlainText("Blijft ook staan.")
    opened.keep()
    assert stored(state)[0].answer("VC-01", "begin", 1).choice == "tips"


def test_a_removed_session_can_be_brought_back_with_its_answers(
    page: CasesPage, opened: SessionView, state: AppState, notices: list[Notice]
) -> None:
    write_down(opened)
    assert opened.answers
    opened.answers.groups[0].why.setPlainText("Blijft.")
    opened.remove.click()
    assert stored(state) == ()
    assert notices[-1].message == "Contextsessie verwijderd."
    assert notices[-1].undo
    notices[-1].undo()
    (kept,) = stored(state)
    assert kept.answers[0].why == "Blijft."
    assert page.sessions
    assert list(page.sessions.list.rows) == [kept.number]


def test_worksheets_are_made_in_a_folder_and_the_reader_is_told(
    opened: SessionView,
    tmp_path: Path,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    folder = tmp_path / "papier"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    opened.sheets.click()
    qtbot.waitUntil(lambda: "5 PDF’s staan in de nieuwe map ‘" in notices[-1].message, timeout=20_000)
    assert len(list(folder.glob("*/*.pdf"))) == 5


def test_worksheets_that_cannot_be_made_say_why(
    opened: SessionView, notices: list[Notice], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/bestaat/niet")
    opened.sheets.click()
    qtbot.waitUntil(lambda: "die map bestaat niet" in notices[-1].message, timeout=20_000)
    assert opened.plan
    opened.plan.minutes.setValue(10)
    opened.sheets.click()
    assert "10 minuten is te kort" in notices[-1].message
    for box in opened.plan.boxes.values():
        box.setChecked(False)
    opened.sheets.click()
    assert "Kies één tot drie casussen." in notices[-1].message


@pytest.mark.parametrize(
    ("typed", "kind", "made"),
    [("verslag.pdf", "PDF (*.pdf)", "verslag.pdf"), ("verslag", "Markdown (*.md)", "verslag.md")],
)
def test_the_report_is_written_as_pdf_or_markdown(
    opened: SessionView,
    tmp_path: Path,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    kind: str,
    made: str,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), kind))
    opened.report.click()
    assert (tmp_path / made).stat().st_size > 100
    assert notices[-1].message == f"Het verslag is bewaard als {made}."
    before = (tmp_path / made).stat().st_mtime_ns
    opened.report.click()
    asked = typed == made  # then the dialog asked whether it may be written over
    assert ((tmp_path / made).stat().st_mtime_ns != before) is asked
    assert ("bestaat al" in notices[-1].message) is not asked
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/bestaat/niet/v.pdf", kind))
    opened.report.click()
    assert "kan niet worden bewaard" in notices[-1].message


def test_another_name_is_told_once_it_is_written(opened: SessionView, state: AppState) -> None:
    told_of: list[Changes] = []
    state.on_changes(told_of.append)
    assert opened.plan
    opened.plan.title.selectAll()
    QTest.keyClicks(opened.plan.title, "Avond")
    assert told_of == []
    QTest.keyClick(opened.plan.title, Qt.Key.Key_Return)
    QTest.keyClick(opened.plan.title, Qt.Key.Key_Return)
    assert [changes.parts for changes in told_of] == [frozenset({Part.SESSIONS})]
    assert opened.window().windowTitle() == "Avond – Raadsapp"


def test_a_name_without_spaces_makes_no_page_wider(opened: SessionView) -> None:
    assert opened.plan
    column = opened.body.widget()
    assert column
    before = column.minimumSizeHint().width()
    opened.plan.title.setText("Zonderspaties" * 40)
    assert len(opened.session.title) == LONGEST_TITLE
    assert column.minimumSizeHint().width() == before


def test_a_damaged_session_is_named_and_the_others_open(
    page: CasesPage, opened: SessionView, state: AppState, notices: list[Notice]
) -> None:
    opened.keep()
    broken, _ = service.save(state.session, service.new_session(opened.session.held_on))
    with state.session.store.writing() as connection:
        connection.execute("UPDATE context_session SET held_on = 'x' WHERE number = ?", (broken.number,))
    opened.list_asked.emit()
    assert page.sessions
    assert "is niet te lezen" in told(page.sessions.list)
    assert list(page.sessions.list.rows) == [opened.session.number]
    state.go("cases", f"contextsessie-{broken.number}")
    assert "is beschadigd" in notices[-1].message
    assert page.sessions.list.isVisible()


def test_everything_is_reached_with_the_keyboard(opened: SessionView) -> None:
    write_down(opened)
    assert opened.answers
    opened.parts.button(ANSWERS).setFocus()
    passed: list[QObject] = []
    for _ in range(40):
        here = QApplication.focusWidget()
        assert here, passed
        if here in passed:
            break
        passed.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert opened.sheets in passed
    assert opened.report in passed
    assert opened.answers.links["begin"] in passed
    assert opened.answers.groups[0].why in passed
    assert all(isinstance(one, QWidget) and named(one) for one in passed)


def named(widget: QWidget) -> bool:
    return bool(widget.accessibleName() or getattr(widget, "text", str)())
