import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.domain.observation import Batch
from raadsapp.domain.problem import Severity
from raadsapp.services import deliveries, measurements
from raadsapp.store import disclosures
from raadsapp.ui.pages import data
from raadsapp.ui.pages.data import remembered
from raadsapp.ui.pages.data.page import DataPage
from raadsapp.ui.pages.data.preview import PreviewView
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.widgets import reader_name
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.text import Text
from tests.core.workbook_files import xlsx

IV3 = Path(__file__).parents[2].parent / "shared" / "data" / "iv3" / "2023_begroting.csv"
HEADER = "indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron"
GOOD = "IND-06;Heerlen;2019K1;;9;weken;;"

Shown = Callable[[], DataPage]
Csv = Callable[..., Path]


@pytest.fixture
def shown(qtbot: QtBot, state: AppState) -> Shown:
    def show() -> DataPage:
        page = data.build(state)
        qtbot.addWidget(page)
        page.resize(1100, 800)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        QApplication.processEvents()
        return page

    return show


@pytest.fixture
def csv(tmp_path: Path) -> Csv:
    def write(*rows: str, name: str = "kwartaal.csv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
        return path

    return write


def texts(widget: QWidget) -> str:
    return "\n".join(text.plain_text for text in widget.findChildren(Text) if text.isVisible())


def looked_at(qtbot: QtBot, page: DataPage, path: Path) -> PreviewView:
    page.steps.read(path)
    return seen(qtbot, page)


def seen(qtbot: QtBot, page: DataPage) -> PreviewView:
    qtbot.waitUntil(lambda: page.steps.view is not None, timeout=20_000)
    assert page.steps.view is not None
    QApplication.processEvents()
    return page.steps.view


def confirmed(qtbot: QtBot, page: DataPage, name: str = "Griffie") -> None:
    assert page.steps.confirmation is not None
    page.steps.confirmation.name.setText(name)
    known = len(page.history.rows)
    page.steps.confirmation.confirm_button.click()
    qtbot.waitUntil(lambda: len(page.history.rows) > known, timeout=20_000)


def batch(state: AppState, number: int) -> Batch:
    return next(found for found in deliveries.batches(state.session) if found.number == number)


def test_an_empty_store_says_what_to_do_and_which_files_are_understood(shown: Shown) -> None:
    told = texts(shown())
    assert "Er is nog niets ingelezen." in told
    assert "Iv3: baten en lasten per taakveld" in told
    assert "Lange tabel (één waarde per rij)" in told
    assert "De app verstuurt niets." in told


def test_the_figures_of_the_dossier_are_shown_and_cannot_be_withdrawn(shown: Shown) -> None:
    page = shown()
    (row,) = page.history.rows.values()
    assert [badge.text() for badge in row.findChildren(Badge)] == ["meegeleverd"]
    assert row.button is None


def test_a_file_is_first_looked_at_and_nothing_is_stored(
    shown: Shown, qtbot: QtBot, csv: Csv, state: AppState
) -> None:
    page = shown()
    view = looked_at(qtbot, page, csv(GOOD))
    assert "1 waarde is nieuw." in texts(view)
    assert "Herkend als: Lange tabel" in texts(view)
    assert view.lists.tabs.titles == ("Meldingen (0)", "Waarden (1)")
    assert len(deliveries.batches(state.session)) == 1


def test_a_delivery_is_read_in_after_a_name_and_a_yes(
    shown: Shown, qtbot: QtBot, csv: Csv, state: AppState, notices: list[Notice]
) -> None:
    page = shown()
    looked_at(qtbot, page, csv(GOOD))
    confirmation = page.steps.confirmation
    assert confirmation is not None
    assert confirmation.confirm_button.text() == "1 waarde inlezen"
    confirmation.confirm_button.click()
    assert confirmation.name_field.fault == "Vul uw naam in."
    confirmed(qtbot, page, "M. Jansen")
    assert batch(state, 2).imported_by == "M. Jansen"
    (value,) = measurements.series(state.session, "IND-06", "GM0917")
    assert value.value == 9
    assert "ingelezen, 1 nieuw" in notices[-1].message
    assert "Er is 1 levering ingelezen" in texts(page)
    assert reader_name.name(state.settings_file) == "M. Jansen"


def test_what_members_may_see_is_decided_before_reading_in_and_withdrawing_are_done(
    shown: Shown, qtbot: QtBot, csv: Csv, state: AppState
) -> None:
    page = shown()
    looked_at(qtbot, page, csv("IND-03;Heerlen;2019K1;;7;aantal;;", "IND-03;Heerlen;2019K2;;70;aantal;;"))
    confirmed(qtbot, page)
    decided = {one.count.value: one.shown for one in disclosures.decisions(state.session.store)}
    assert decided[7] is False
    looked_at(qtbot, page, csv("IND-03;Heerlen;2019K2;;80;aantal;;", name="correctie.csv"))
    confirmed(qtbot, page)
    page.history.withdraw(2)
    qtbot.waitUntil(lambda: page.history.rows[2].batch.withdrawn)
    assert 80 in {one.count.value for one in disclosures.decisions(state.session.store)}


def test_the_name_is_offered_the_next_time(shown: Shown, state: AppState, qtbot: QtBot, csv: Csv) -> None:
    reader_name.remember_name(state.settings_file, "M. Jansen")
    page = shown()
    looked_at(qtbot, page, csv(GOOD))
    assert page.steps.confirmation is not None
    assert page.steps.confirmation.name.text() == "M. Jansen"


def test_reading_in_can_be_undone_at_once(
    shown: Shown, qtbot: QtBot, csv: Csv, state: AppState, notices: list[Notice]
) -> None:
    page = shown()
    looked_at(qtbot, page, csv(GOOD))
    confirmed(qtbot, page)
    assert notices[-1].undo is not None
    notices[-1].undo()
    qtbot.waitUntil(lambda: batch(state, 2).withdrawn)
    assert measurements.series(state.session, "IND-06", "GM0917") == ()
    qtbot.waitUntil(lambda: page.steps.start is not None)


def test_a_delivery_is_withdrawn_and_put_back_without_a_question(
    shown: Shown, qtbot: QtBot, csv: Csv, state: AppState, notices: list[Notice]
) -> None:
    page = shown()
    looked_at(qtbot, page, csv(GOOD))
    confirmed(qtbot, page)
    button = page.history.rows[2].button
    assert button is not None
    assert button.accessibleName() == "Levering 2 intrekken"
    button.click()
    qtbot.waitUntil(lambda: page.history.rows[2].batch.withdrawn)
    assert "Levering 2" in notices[-1].message
    assert "ingetrokken" in [badge.text() for badge in page.history.rows[2].findChildren(Badge)]
    assert batch(state, 2).withdrawn_by == "Griffie"
    assert "Zij is weer ingetrokken." in texts(page)
    again = page.history.rows[2].button
    assert again is not None
    assert again.text() == "Terugzetten"
    again.click()
    qtbot.waitUntil(lambda: not page.history.rows[2].batch.withdrawn)
    assert notices[-1].undo is not None
    notices[-1].undo()
    qtbot.waitUntil(lambda: page.history.rows[2].batch.withdrawn)


def test_what_changes_is_shown_old_beside_new(shown: Shown, qtbot: QtBot, csv: Csv) -> None:
    page = shown()
    looked_at(qtbot, page, csv(GOOD, "IND-06;Heerlen;2019K2;;7;weken;;"))
    confirmed(qtbot, page)
    view = looked_at(
        qtbot,
        page,
        csv("IND-06;Heerlen;2019K1;;11;weken;;", "IND-06;Heerlen;2019K2;;7;weken;;", name="beter.csv"),
    )
    assert "1 waarde verandert en 1 blijft gelijk." in texts(view)
    assert view.lists.changes is not None
    assert view.lists.changes.as_text().splitlines() == [
        "Wat\tWas\tWordt",
        "Wachttijd tot de start · Heerlen · 1e kwartaal 2019\t9 weken\t11 weken",
    ]
    assert view.lists.changes.isVisible()


def test_the_same_file_again_is_noticed_and_cannot_be_confirmed(shown: Shown, qtbot: QtBot, csv: Csv) -> None:
    page = shown()
    path = csv(GOOD)
    looked_at(qtbot, page, path)
    confirmed(qtbot, page)
    view = looked_at(qtbot, page, path)
    assert "Dit bestand is al ingelezen op" in texts(view)
    assert "door Griffie, als levering 2" in texts(view)
    assert page.steps.confirmation is None
    button = page.history.rows[2].button
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: page.steps.confirmation is not None, timeout=20_000)
    again = page.history.rows[2].button
    assert again is not None
    assert again.hasFocus()


BROKEN = (
    GOOD,
    "kosten-ambulant;Heerlen;2019;;1.234;€;;",
    "IND-99;Heerlen;2019K1;;3;;;",
    "IND-06;Landgraaf;2019K1;;veel;;;",
    "IND-08;Voerendaal;2019K1;;140;%;;",
    "IND-06;Heerlen;2019K3;;n.b.;weken;;",
)


def test_a_half_broken_file_keeps_out_only_the_broken_cells(
    shown: Shown, qtbot: QtBot, csv: Csv, state: AppState
) -> None:
    page = shown()
    view = looked_at(qtbot, page, csv(*BROKEN))
    assert "3 cellen worden niet ingelezen. De rest wel." in texts(view)
    assert view.lists.problems is not None
    assert [problem.severity for problem in view.lists.problems.items] == [
        *[Severity.BLOCKING] * 3,
        Severity.WARNING,
        Severity.NOTE,
    ]
    assert view.lists.problems.as_text().splitlines()[1].startswith("Niet ingelezen\tE3\t'1.234' is op twee")
    confirmed(qtbot, page)
    assert batch(state, 2).new == 2


def test_the_keyboard_goes_from_problem_to_problem_and_round(shown: Shown, qtbot: QtBot, csv: Csv) -> None:
    page = shown()
    view = looked_at(qtbot, page, csv(*BROKEN))
    view.lists.tabs.open(1)
    problems = view.lists.problems
    assert problems is not None
    QTest.keyClick(page, Qt.Key.Key_F8)
    assert problems.isVisible()
    assert problems.current_item.cell == "A4"
    QTest.keyClick(page, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert problems.current_item == problems.items[-1]


def test_problems_are_sorted_and_copied_by_keyboard(shown: Shown, qtbot: QtBot, csv: Csv) -> None:
    page = shown()
    problems = looked_at(qtbot, page, csv(*BROKEN)).lists.problems
    assert problems is not None
    here = problems.current_item
    problems.setCurrentIndex(problems.model().index(0, 0))
    QTest.keyClick(problems, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [problem.cell for problem in problems.items] == ["E7", "E6", "E5", "A4", "E3"]
    assert problems.current_item == here
    QTest.keyClick(problems, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[0] == "Gevolg\tCel\tMelding"
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("Niet ingelezen\tE3")
    problems.horizontalHeader().sectionClicked.emit(0)
    assert problems.items[0].cell in {"E3", "E7"}


def test_cells_are_sorted_as_they_stand_in_the_sheet(shown: Shown, qtbot: QtBot, csv: Csv) -> None:
    page = shown()
    rows = [f"IND-06;Heerlen;{year};;veel;;;" for year in range(2005, 2020)]
    problems = looked_at(qtbot, page, csv(*rows)).lists.problems
    assert problems is not None
    problems.sort_by(0, Qt.SortOrder.AscendingOrder)
    assert [problem.cell for problem in problems.items] == [f"E{row}" for row in range(2, 17)]


def test_a_file_without_one_usable_value_cannot_be_confirmed(shown: Shown, qtbot: QtBot, csv: Csv) -> None:
    page = shown()
    view = looked_at(qtbot, page, csv("IND-99;Heerlen;2019K1;;3;;;"))
    assert "Uit dit bestand is geen enkele waarde in te lezen." in texts(view)
    assert page.steps.confirmation is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is een afbeelding"),
        (b"", "is leeg"),
        (b"naam;adres\nx;y\n", "Geen enkele indeling past"),
    ],
    ids=["picture", "empty", "other table"],
)
def test_a_file_that_is_none_gives_one_clear_message_and_a_way_on(
    shown: Shown, qtbot: QtBot, csv: Csv, tmp_path: Path, content: bytes, words: str
) -> None:
    page = shown()
    path = tmp_path / "foto.csv"
    path.write_bytes(content)
    page.steps.read(path)
    qtbot.waitUntil(lambda: page.steps.error is not None, timeout=20_000)
    QApplication.processEvents()
    assert words in texts(page)
    assert "Traceback" not in texts(page)
    assert page.steps.confirmation is None
    looked_at(qtbot, page, csv(GOOD))
    assert page.steps.error is None


def test_a_store_in_use_elsewhere_loses_nothing_and_can_be_tried_again(
    shown: Shown, qtbot: QtBot, csv: Csv, state: AppState
) -> None:
    page = shown()
    looked_at(qtbot, page, csv(GOOD))
    other = sqlite3.connect(state.session.store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert page.steps.confirmation is not None
    page.steps.confirmation.name.setText("Griffie")
    page.steps.confirmation.confirm_button.click()
    qtbot.waitUntil(lambda: page.steps.error is not None, timeout=20_000)
    QApplication.processEvents()
    assert "is in gebruik door een ander programma." in texts(page)
    assert page.steps.view is not None
    assert page.steps.error is not None
    other.execute("ROLLBACK")
    other.close()
    buttons = page.steps.error.findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["Opnieuw proberen"]
    buttons[0].click()
    qtbot.waitUntil(lambda: 2 in page.history.rows, timeout=20_000)


def test_withdrawing_from_a_store_in_use_is_said(
    shown: Shown, qtbot: QtBot, csv: Csv, state: AppState, notices: list[Notice]
) -> None:
    page = shown()
    looked_at(qtbot, page, csv(GOOD))
    confirmed(qtbot, page)
    other = sqlite3.connect(state.session.store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    page.history.withdraw(2)
    qtbot.waitUntil(lambda: "in gebruik" in notices[-1].message, timeout=20_000)
    other.execute("ROLLBACK")
    other.close()
    assert not batch(state, 2).withdrawn


def test_esc_leaves_a_preview_and_stores_nothing(
    shown: Shown, qtbot: QtBot, csv: Csv, state: AppState
) -> None:
    page = shown()
    looked_at(qtbot, page, csv(GOOD))
    assert page.steps.confirmation is not None
    QTest.keyClick(page.steps.confirmation.name, Qt.Key.Key_Escape)
    assert page.steps.view is None
    assert page.steps.start is not None
    assert len(deliveries.batches(state.session)) == 1


def test_reading_can_be_stopped_and_is_then_forgotten(shown: Shown, qtbot: QtBot, csv: Csv) -> None:
    page = shown()
    page.steps.read(csv(GOOD))
    page.steps.cancel()
    qtbot.wait(300)
    assert page.steps.view is None
    assert page.steps.start is not None


def test_all_of_it_goes_by_keyboard(shown: Shown, qtbot: QtBot, csv: Csv, state: AppState) -> None:
    page = shown()
    path = csv(GOOD)
    page.steps.ask = lambda _parent, _folder: path
    QTest.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    seen(qtbot, page)
    assert page.steps.confirmation is not None
    for _ in range(20):
        if page.steps.confirmation.name.hasFocus():
            break
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    QTest.keyClicks(page.steps.confirmation.name, "Griffie")
    QTest.keyClick(page.steps.confirmation.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: 2 in page.history.rows, timeout=20_000)
    assert batch(state, 2).imported_by == "Griffie"
    assert remembered.folder(state.settings_file) == path.parent


def test_choosing_no_file_changes_nothing(shown: Shown) -> None:
    page = shown()
    page.steps.ask = lambda _parent, _folder: None
    assert page.steps.start is not None
    page.steps.start.zone.button.click()
    assert page.steps.view is None


def dragged(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_a_file_is_dropped_anywhere_on_the_page(
    shown: Shown, qtbot: QtBot, csv: Csv, notices: list[Notice]
) -> None:
    page = shown()
    mime = dragged(csv(GOOD), csv(GOOD, name="tweede.csv"))
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(page.rect().center(), copy, mime, left, plain)
    page.dragEnterEvent(entering)
    assert entering.isAccepted()
    assert page.steps.start is not None
    assert page.steps.start.zone.property("tone") == "accent"
    page.dragLeaveEvent(QDragLeaveEvent())
    assert page.steps.start.zone.property("tone") == "plain"
    page.dropEvent(QDropEvent(QPointF(page.rect().center()), copy, mime, left, plain))
    seen(qtbot, page)
    assert notices[0].message == "Eén bestand tegelijk: 'kwartaal.csv' wordt gelezen."


def test_what_is_no_file_cannot_be_dropped(shown: Shown) -> None:
    page = shown()
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/tabel.csv")])
    entering = QDragEnterEvent(
        page.rect().center(),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering.ignore()
    page.dragEnterEvent(entering)
    assert not entering.isAccepted()


def test_a_long_history_shows_the_newest_first_and_the_rest_on_request(
    shown: Shown, state: AppState, csv: Csv
) -> None:
    for week in range(1, 13):
        path = csv(f"IND-06;Heerlen;2019MM{week:02d};;{week};weken;;", name=f"maand-{week}.csv")
        deliveries.commit(state.session, deliveries.preview(state.session, path), "Griffie")
    page = shown()
    assert list(page.history.rows) == list(range(13, 3, -1))
    assert "Er zijn 12 leveringen ingelezen" in texts(page)
    page.history.show_all()
    assert list(page.history.rows) == list(range(13, 0, -1))


@pytest.mark.skipif(not IV3.is_file(), reason="the public Iv3 table lies outside the repository")
def test_the_real_iv3_table_is_read_in_while_the_window_goes_on(
    shown: Shown, qtbot: QtBot, state: AppState
) -> None:
    page = shown()
    view = looked_at(qtbot, page, IV3)
    assert "48.564 waarden zijn nieuw." in texts(view)
    assert "Herkend als: Iv3: baten en lasten per taakveld." in texts(view)
    assert view.lists.problems is not None
    assert {problem.severity for problem in view.lists.problems.items} == {Severity.NOTE}
    confirmed(qtbot, page)
    assert batch(state, 2).new == 48_564


def test_the_folder_of_the_last_file_is_offered_as_long_as_it_exists(tmp_path: Path) -> None:
    settings = tmp_path / "raadsapp.ini"
    remembered.remember_folder(settings, tmp_path)
    assert remembered.folder(settings) == tmp_path
    remembered.remember_folder(settings, tmp_path / "gone")
    assert remembered.folder(settings) != tmp_path / "gone"


def test_a_workbook_is_looked_at_with_its_problems_at_sheet_and_cell(
    shown: Shown, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown()
    header = HEADER.split(";")
    path = tmp_path / "kwartaal.xlsx"
    path.write_bytes(
        xlsx(
            {
                "Uitleg": [("Cijfers van het kwartaal",)],
                "Wachttijd": [header, ("IND-06", "Heerlen", "2019K1", "", 9, "weken", "", "")],
                "Vervolg": [header, ("IND-06", "Heerlen", "2019K2", "", "veel", "weken", "", "")],
            }
        )
    )
    view = looked_at(qtbot, page, path)
    assert "1 waarde is nieuw." in texts(view)
    assert "op de bladen Wachttijd en Vervolg." in texts(view)
    assert view.lists.problems is not None
    lines = view.lists.problems.as_text().splitlines()
    assert lines[0] == "Gevolg\tBlad\tCel\tMelding"
    assert lines[1].startswith("Niet ingelezen\tVervolg\tE2\t'veel' is geen getal.")
    assert lines[2].startswith("Ter informatie\tWachttijd\thele blad\tAlleen de bladen Wachttijd en Vervolg")
    confirmed(qtbot, page)


def test_a_workbook_that_is_read_is_let_go_at_once_and_another_is_read(
    shown: Shown, qtbot: QtBot, tmp_path: Path, csv: Csv
) -> None:
    page = shown()
    path = tmp_path / "groot.xlsx"
    path.write_bytes(xlsx({"Blad": [[float(number)] * 8 for number in range(30_000)]}))
    page.steps.read(path)
    qtbot.wait(300)
    began = time.monotonic()
    page.steps.cancel()
    assert time.monotonic() - began < 0.2
    assert page.steps.start is not None
    looked_at(qtbot, page, csv(GOOD))
    page.steps.read(path)
    qtbot.waitUntil(lambda: page.steps.mapping.view is not None, timeout=20_000)
