import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from raadsapp.domain.hit import Hit
from raadsapp.services.search import ENTERED, KINDS, SESSION
from raadsapp.ui.main_window.finding import Find, find_for, kind_words, matching, page_of
from raadsapp.ui.main_window.search_box import SearchBox
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.pages import PAGES
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import Mode

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def box(window: MainWindow, state: AppState) -> SearchBox:
    """The search box of an open window, with the cursor in it."""
    window.attach(state)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(window, Qt.Key.Key_K, CONTROL)
    return window.controls.top_bar.search


def test_ctrl_k_puts_the_cursor_in_the_box_and_lists_pages_and_commands(box: SearchBox) -> None:
    assert box.hasFocus()
    assert box.results.isVisible()
    first = box.results.current()
    assert first
    assert (first.title, first.kind) == (PAGES[0].title, "Onderdeel")


def test_an_item_of_the_dossier_is_found_and_opened_by_keyboard(
    box: SearchBox, window: MainWindow, state: AppState
) -> None:
    goal = state.session.catalog.goals[0]
    QTest.keyClicks(box, goal.title)
    found = box.results.current()
    assert found
    assert found.title == goal.title
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.windowTitle().startswith(goal.title)
    assert not box.results.isVisible()
    assert box.text() == ""
    assert not box.hasFocus()


def test_the_arrow_keys_walk_through_the_list_and_stop_at_its_ends(box: SearchBox) -> None:
    top = box.results.current()
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.results.current() == top
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.results.current() != top
    for _ in range(30):
        QTest.keyClick(box, Qt.Key.Key_PageDown)
    last = box.results.current()
    assert last
    assert last.title == "Gewone tekst"
    assert box.results.spoken() == "Gewone tekst, Opdracht aan het venster"


def test_a_command_is_carried_out(box: SearchBox, state: AppState) -> None:
    QTest.keyClicks(box, "kleuren donker")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert state.theme.mode is Mode.DARK


def test_a_click_chooses_as_well(box: SearchBox, window: MainWindow) -> None:
    QTest.keyClicks(box, "gegevens")
    box.results.chosen.emit(box.results.current())
    assert window.controls.page == "data"


def test_nothing_found_is_said_in_words(box: SearchBox) -> None:
    QTest.keyClicks(box, "qqqzzz")
    assert box.results.current() is None
    assert "Niets gevonden voor ‘qqqzzz’" in box.results.none.plain_text
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.hasFocus()


def test_escape_leaves_and_empties_the_box(box: SearchBox) -> None:
    QTest.keyClicks(box, "doel")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert not box.results.isVisible()
    assert not box.hasFocus()


def test_the_list_stays_inside_the_window(box: SearchBox, window: MainWindow) -> None:
    for width in (1280, 800):
        window.resize(width, 500)
        QApplication.processEvents()
        assert window.rect().contains(box.results.geometry())


def test_every_kind_the_search_finds_has_a_name_and_a_page() -> None:
    keys = {entry.key for entry in PAGES}
    for kind in (*KINDS, ENTERED, SESSION):
        assert kind_words(kind)
        assert page_of(kind) in keys


def test_choosing_a_hit_goes_to_its_item() -> None:
    went: list[tuple[str, str]] = []

    def go(page: str, item: str) -> None:
        went.append((page, item))

    find_for(Hit("A1", "recommendation", "Maak mensen vrij", ""), go).do()
    find_for(Hit("D1", "goal", "Goede hulp", ""), go).do()
    assert went == [("recommendations", "A1"), ("goals", "D1")]


def test_words_are_found_by_how_they_begin_in_any_order() -> None:
    finds = [Find("Tekst groter", "", "", print), Find("Tekst kleiner", "", "", print)]
    assert matching(finds, "gro TEK") == finds[:1]
    assert matching(finds, "") == finds
    assert matching(finds, "roter") == []
