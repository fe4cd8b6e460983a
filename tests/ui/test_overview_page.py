"""The page Overzicht on a real session: words first, the model after the first paint, ways on by keyboard."""

import subprocess
import sys
from datetime import UTC, date, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.commitment import Commitment
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period
from raadsapp.services.commitments import save
from raadsapp.store import batches
from raadsapp.ui.pages.overview import build
from raadsapp.ui.pages.overview.overview_page import OverviewPage
from raadsapp.ui.state import AppState, Place
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.text import Text, Title
from raadsapp.ui.widgets.weeks_strip import WeeksStrip

Found = TypeVar("Found", bound=QWidget)


def _the(parent: QWidget, kind: type[Found]) -> Found:
    found = parent.findChild(kind)
    assert isinstance(found, kind)
    return found


@pytest.fixture
def page(state: AppState, qtbot: QtBot) -> OverviewPage:
    page = build(state)
    qtbot.addWidget(page)
    page.resize(1072, 742)
    page.show()
    qtbot.waitExposed(page)
    qtbot.waitUntil(lambda: bool(page.briefing.lines["money"].words))
    return page


def _measure(state: AppState, indicator: str) -> None:
    batches.add(
        state.session.store,
        file="levering.csv",
        sha256=indicator,
        layout="test",
        by="griffie",
        at=datetime(2026, 2, 1, tzinfo=UTC),
        observations=[Observation(ObservationKey(indicator, "GM0986", Period(2025)), 6.0)],
    )
    state.announce(Changes(frozenset({Part.OBSERVATIONS}), ""))


def test_words_that_need_no_model_are_there_before_the_first_paint(state: AppState, qtbot: QtBot) -> None:
    page = build(state)
    qtbot.addWidget(page)
    page.refresh()
    assert _the(page, Title).plain_text == "Basishulp Jeugd in Voerendaal"
    assert "Nog niet één van de 25 indicatoren" in page.briefing.lines["measured"].words
    assert page.briefing.lines["money"].words == ""


def test_building_and_refreshing_the_page_loads_no_numpy() -> None:
    program = (
        "import sys; import raadsapp.ui.pages.overview.overview_page, raadsapp.ui.pages.goals.goals_page; "
        "sys.exit('numpy' in sys.modules or 'pyqtgraph' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_money_and_waiting_are_said_beside_each_other(page: OverviewPage) -> None:
    lines = page.briefing.lines
    assert "€\N{NO-BREAK SPACE}305.000" in lines["money"].words.replace("€ ", "€\N{NO-BREAK SPACE}")
    assert "2022" in lines["waiting"].words
    assert "Dit is een aanname. Er zijn nog geen gemeten wachttijden." in lines["waiting"].words
    assert _the(page, WeeksStrip).accessibleName().startswith("Weken wachten per jaar. 2019: 0")
    assert page.money.words.title.startswith("In 2022 is het vaste bedrag")
    assert "Rekenkamerrapport 2018" in page.money.words.source
    assert page.money.words.mark == ""


def test_once_waiting_is_measured_the_page_no_longer_says_that_it_is_not(
    state: AppState, page: OverviewPage
) -> None:
    _measure(state, "IND-07")
    assert "staan bij de indicatoren" in page.briefing.lines["waiting"].words


def test_five_goals_show_how_many_of_their_indicators_have_figures(
    state: AppState, page: OverviewPage
) -> None:
    rows = {row.key: row for row in page.goals.rows}
    assert list(rows) == ["D1", "D2", "D3", "D4", "D5"]
    assert all(row.mark == "nog niet gemeten" and row.dots and row.dots[0] == 0 for row in rows.values())
    _measure(state, "IND-01")
    rows = {row.key: row for row in page.goals.rows}
    assert rows["D5"].dots
    assert rows["D5"].dots[0] == 1
    assert rows["D5"].mark.startswith("1 van ")
    assert rows["D1"].mark == "nog niet gemeten"


def test_an_empty_store_says_what_to_do_first_and_a_filled_one_does_not(
    state: AppState, page: OverviewPage
) -> None:
    assert page.next.load.isVisibleTo(page)
    _measure(state, "IND-01")
    assert not page.next.load.isVisibleTo(page)


def test_another_municipality_is_shown_as_an_estimate(state: AppState, page: OverviewPage) -> None:
    state.set_municipality("GM0917")
    assert _the(page, Title).plain_text == "Basishulp Jeugd in Heerlen"
    assert "schatting" in page.briefing.lines["money"].words
    assert page.money.words.mark == "schatting: opgeschaald"


def test_a_late_commitment_is_in_the_briefing(state: AppState, page: OverviewPage) -> None:
    promise = Commitment(
        recommendation="A1",
        text="Een overzicht.",
        owner="Wethouder",
        made_on=date(2020, 1, 1),
        due_on=date(2020, 6, 1),
    )
    _, changes = save(state.session, promise)
    state.announce(changes)
    assert page.briefing.lines["commitments"].words == "1 toezegging van het college is te laat."


def test_every_way_on_can_be_taken_by_keyboard(state: AppState, page: OverviewPage) -> None:
    asked: list[Place] = []
    state.on_place(asked.append)
    page.activateWindow()
    rows = _the(page.goals, ItemList)
    rows.show_current("D5")
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert asked[-1] == Place("goals", "D5")
    for button in page.findChildren(QPushButton):
        if button.text() in {"Bekijk", "Cijfers laden", "Doelen bekijken", "Zelf proberen"}:
            button.setFocus()
            assert QApplication.focusWidget() is button
            QTest.keyClick(button, Qt.Key.Key_Space)
    assert {place.page for place in asked} == {"goals", "indicators", "scenario", "recommendations", "data"}


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_words_are_cut_off(qtbot: QtBot, page: OverviewPage, qapp: QApplication, scale: float) -> None:
    apply_theme(qapp, Theme(scale=scale))

    def fits() -> None:
        assert _cut_off(page) == []

    qtbot.waitUntil(fits)


def test_lines_that_were_moved_get_room_for_later_words(qtbot: QtBot, page: OverviewPage) -> None:
    page.resize(600, page.height())  # names come above the lines
    line, briefing = page.briefing.lines["measured"], page.briefing
    qtbot.waitUntil(lambda: line.height() >= line.heightForWidth(line.width()))
    before = briefing.heightForWidth(briefing.width())
    line.show_words("Er is veel gemeten. " * 60, "")
    qtbot.waitUntil(lambda: line.height() >= line.heightForWidth(line.width()))
    assert briefing.heightForWidth(briefing.width()) > before


def _cut_off(page: OverviewPage) -> list[str]:
    """The words that have less room than they need."""
    texts = [text for text in page.findChildren(Text) if text.isVisible()]
    buttons = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    return [
        *(text.plain_text for text in texts if text.height() < text.heightForWidth(text.width()) - 1),
        *(button.text() for button in buttons if button.width() < button.minimumSizeHint().width()),
    ]


def test_sentences_goals_and_chart_fit_the_first_screen(page: OverviewPage) -> None:
    for widget in (page.briefing, page.goals, page.money.place):
        assert widget.mapTo(page, widget.rect().bottomLeft()).y() <= page.height()
