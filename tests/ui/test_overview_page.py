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
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.services.commitments import save
from raadsapp.store import batches
from raadsapp.ui.pages.overview import build
from raadsapp.ui.pages.overview.overview_page import OverviewPage
from raadsapp.ui.state import AppState, Place
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.signs import Sign
from raadsapp.ui.widgets.text import Text, Title
from raadsapp.ui.widgets.weeks_strip import WeeksStrip

Found = TypeVar("Found", bound=QWidget)
STEADY = (5.0, 5.4, 4.8, 5.2) * 3


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
    qtbot.waitUntil(lambda: page.complete)
    return page


@pytest.fixture
def measured(state: AppState, page: OverviewPage) -> OverviewPage:
    """The page after a long series of waiting times, the last of which is far above the others."""
    _deliver_quarters(state, "IND-06", (*STEADY, 30.0))
    return page


def _deliver_quarters(
    state: AppState, indicator: str, values: tuple[float, ...], source: str = "Rapport", day: int = 1
) -> None:
    """Quarters of Voerendaal from 2019 on, on a day of February 2026."""
    batches.add(
        state.session.store,
        file="levering.csv",
        sha256=f"{indicator}{values}",
        layout="test",
        by="griffie",
        at=datetime(2026, 2, day, 12, tzinfo=UTC),
        observations=[
            Observation(
                ObservationKey(indicator, "GM0986", Period(2019 + at // 4, PeriodKind.QUARTER, at % 4 + 1)),
                value,
                source=source,
            )
            for at, value in enumerate(values)
        ],
    )
    state.announce(Changes(frozenset({Part.OBSERVATIONS}), ""))


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
    assert "Dit is een aanname. Er zijn nog geen echte metingen van de wachttijd." in lines["waiting"].words
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
    assert all(row.mark == "nog niet gemeten" and set(row.signs) == {Sign.NONE} for row in rows.values())
    _measure(state, "IND-01")
    rows = {row.key: row for row in page.goals.rows}
    assert rows["D5"].signs[0] is Sign.OPEN
    assert set(rows["D5"].signs[1:]) == {Sign.NONE}
    assert rows["D5"].mark.startswith("1 van ")
    assert rows["D5"].detail.startswith("Geen signaal. Niet gemeten: ")
    assert rows["D1"].mark == "nog niet gemeten"


def test_an_empty_store_says_what_to_do_first_and_a_filled_one_does_not(
    state: AppState, page: OverviewPage
) -> None:
    assert page.next.load.isVisibleTo(page)
    _measure(state, "IND-01")
    assert not page.next.load.isVisibleTo(page)


def test_a_goal_tells_its_signals_with_a_sign_and_a_word(measured: OverviewPage) -> None:
    rows = [row for row in measured.goals.rows if Sign.WORSE in row.signs]
    assert rows
    assert all(row.signs[0] is Sign.WORSE for row in rows)
    assert all(row.detail.startswith("Signaal, slechter: Wachttijd tot de start. Niet") for row in rows)
    assert measured.goals.key.signs == (Sign.WORSE, Sign.NONE)
    assert measured.goals.key.isVisibleTo(measured)


def test_the_headline_of_signals_says_what_chance_alone_gives(measured: OverviewPage) -> None:
    told = measured.briefing.lines["measured"].words
    assert told.startswith("De indicator die lang genoeg gemeten is, geeft een signaal. Door toeval alleen")
    assert told.endswith("Van de 25 indicatoren heeft er 1 cijfers.")


def test_what_was_measured_goes_before_the_model(measured: OverviewPage) -> None:
    told = measured.briefing.lines["waiting"].words
    assert told.startswith("Gemeten: Wachttijd tot de start, 1e kwartaal 2022: 30 weken. Dit is een signaal")
    assert "Rekenmodel: In 2022" in told
    assert measured.briefing.lines["money"].words.startswith("In 2022 kost de hulp")


def test_invented_figures_are_marked(state: AppState, page: OverviewPage) -> None:
    _deliver_quarters(state, "IND-06", (*STEADY, 30.0), "FICTIEF: oefenen")
    assert page.briefing.lines["waiting"].words.startswith("FICTIEF: Wachttijd tot de start")
    assert page.briefing.lines["measured"].words.startswith("FICTIEF: ")
    assert all(row.mark.startswith("FICTIEF: 1 van ") for row in page.goals.rows if row.detail)


def test_without_a_chosen_day_the_page_says_what_choosing_one_gives(page: OverviewPage) -> None:
    assert page.since.words.startswith("Kies de dag van uw vorige vergadering.")
    assert page.since.rows.rows == ()


def test_a_chosen_day_shows_what_changed_since_and_each_sentence_leads_on(
    state: AppState, page: OverviewPage
) -> None:
    _deliver_quarters(state, "IND-06", STEADY)
    page.since.day.line.setText("3-2-2026")
    assert page.since.words == "Na 3 februari 2026 is er niets veranderd."
    _deliver_quarters(state, "IND-06", (*STEADY, 30.0), day=10)
    marks = [row.mark for row in page.since.rows.rows]
    assert marks == ["signaal", "nieuw", "levering"]
    asked: list[Place] = []
    state.on_place(asked.append)
    page.since.rows.setFocus()
    for _ in marks:
        QTest.keyClick(page.since.rows, Qt.Key.Key_Return)
        QTest.keyClick(page.since.rows, Qt.Key.Key_Down)
    number = str(batches.all_batches(state.session.store)[0].number)
    assert asked == [Place("indicators", "IND-06"), Place("indicators", "IND-06"), Place("data", number)]


def test_the_chosen_day_is_remembered_and_can_be_forgotten(state: AppState, page: OverviewPage) -> None:
    page.since.day.line.setText("3-2-2026")
    assert build(state).since.day.day == date(2026, 2, 3)
    page.since.day.line.clear()
    assert page.since.words.startswith("Kies de dag")
    assert build(state).since.day.day is None


def test_a_day_that_cannot_be_is_explained_beside_the_field(page: OverviewPage) -> None:
    page.since.day.line.setText("2-2-2999")
    assert page.since.field.fault == "Deze dag moet nog komen. Kies een eerdere dag."
    page.since.day.line.setText("vorige week")
    page.since.day.line.editingFinished.emit()
    assert page.since.field.fault.startswith("Dit is geen datum.")


def test_looking_from_an_earlier_day_says_that_the_meeting_must_lie_before_it(
    state: AppState, page: OverviewPage
) -> None:
    _deliver_quarters(state, "IND-06", STEADY)
    page.since.day.line.setText("3-2-2026")
    state.set_as_of(date(2026, 2, 2))
    told = "Bij ‘Stand van’ staat 2 februari 2026. Kies hier een dag die daarvoor ligt."
    assert page.since.words == told


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
    assert asked[-1] == Place("indicators", "D5")
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
