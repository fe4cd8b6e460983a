"""Invented quarters on the page: in with one click, out with one click, and marked in the history."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from raadsapp.services import examples
from raadsapp.ui.pages import data
from raadsapp.ui.pages.data.page import DataPage
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.widgets.badge import Badge


@pytest.fixture
def page(qtbot: QtBot, state: AppState) -> DataPage:
    shown = data.build(state)
    qtbot.addWidget(shown)
    shown.resize(1100, 800)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    QApplication.processEvents()
    return shown


def test_one_click_puts_the_invented_quarters_in_and_one_takes_them_out(
    page: DataPage, qtbot: QtBot, state: AppState, notices: list[Notice]
) -> None:
    practice = page.practice
    assert practice.told.plain_text == "Er staan nu geen fictieve cijfers in."
    assert (practice.load_button.isVisible(), practice.withdraw_button.isVisible()) == (True, False)
    practice.load_button.setFocus()
    practice.load_button.click()
    practice.load_button.click()
    qtbot.waitUntil(lambda: len(notices) == 1, timeout=30_000)
    assert examples.loaded(state.session) == 17
    page.refresh()
    assert practice.told.plain_text == "17 fictieve leveringen tellen nu mee."
    assert practice.withdraw_button.hasFocus()
    badges = {badge.text() for row in page.history.rows.values() for badge in row.findChildren(Badge)}
    assert "FICTIEF" in badges
    practice.withdraw_button.click()
    qtbot.waitUntil(lambda: len(notices) == 2, timeout=30_000)
    assert examples.loaded(state.session) == 0
    page.refresh()
    assert practice.load_button.isVisible()


def test_taking_them_out_can_be_undone(
    page: DataPage, qtbot: QtBot, state: AppState, notices: list[Notice]
) -> None:
    page.practice.load()
    qtbot.waitUntil(lambda: len(notices) == 1, timeout=30_000)
    page.practice.withdraw()
    qtbot.waitUntil(lambda: len(notices) == 2, timeout=30_000)
    undo = notices[1].undo
    assert undo
    undo()
    qtbot.waitUntil(lambda: len(notices) == 3, timeout=30_000)
    assert examples.loaded(state.session) == 17
