"""What members see while it is being decided, and how it gets there."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from raadsapp import paths
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.services.agreements import list_agreements
from raadsapp.services.member_view import WAITING, member_view
from raadsapp.services.news import news_since
from raadsapp.services.opening import Session
from raadsapp.services.summary import latest_sentence
from raadsapp.store import batches, disclosures
from raadsapp.ui.main_window.deciding import Deciding
from raadsapp.ui.pages.indicators.page import IndicatorsPage
from raadsapp.ui.pages.overview.overview_page import OverviewPage
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import Theme

PLACES = ("GM0986", "GM0917", "GM0882")
PARTS = ("hulpvorm=ambulant", "hulpvorm=daghulp", "hulpvorm=netwerk")
AT = datetime(2026, 1, 5, 12, tzinfo=UTC)
DAY = timedelta(days=1)
LONG = 20_000

OnScreen = Callable[[QWidget, int, int], None]


@pytest.fixture
def deciding(session: Session, qtbot: QtBot) -> Iterator[Deciding]:  # noqa: ARG001 - it runs tasks
    """What decides for the pages, away from them."""
    made = Deciding(session.store.path, paths.data_dir())
    yield made
    made.finish()


@pytest.fixture
def waiting_state(session: Session, deciding: Deciding, tmp_path: Path) -> AppState:
    """A state with a delivery of which nothing was decided yet."""
    deliver(session, AT, 2025)
    made = AppState(replace(session, elsewhere=deciding.ask), Theme(), tmp_path / "raadsapp.ini")
    deciding.attach(made)
    return made


def deliver(session: Session, at: datetime, year: int) -> None:
    """Four quarters of three municipalities, with one small part each."""
    counts: dict[ObservationKey, float] = {}
    for place, number in product(PLACES, (1, 2, 3, 4)):
        period = Period(year, PeriodKind.QUARTER, number)
        parts = dict(zip(PARTS, (7.0, 43.0, 61.0 + number), strict=True))
        counts |= {ObservationKey("IND-05", place, period, part): value for part, value in parts.items()}
        counts[ObservationKey("IND-05", place, period)] = sum(parts.values())
    batches.add(
        session.store,
        file=f"{year}.csv",
        sha256=str(year),
        layout="long",
        by="Griffie",
        at=at,
        observations=[Observation(key, value, Status.FINAL, "CBS") for key, value in counts.items()],
    )


def words(widget: QWidget) -> str:
    """All words in sight."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_indicators_say_that_counts_are_being_protected_and_then_show_themselves(
    waiting_state: AppState, on_screen: OnScreen, qtbot: QtBot
) -> None:
    page = IndicatorsPage(waiting_state)
    on_screen(page, 1200, 800)
    assert WAITING in words(page)
    assert not page.grid.tiles
    qtbot.waitUntil(lambda: "IND-05" in page.grid.tiles, timeout=LONG)
    assert WAITING not in words(page)
    assert page.grid.isVisible()
    assert len(disclosures.publications(waiting_state.session.store)) == 1


def test_an_indicator_that_was_asked_for_meanwhile_comes_into_view(
    waiting_state: AppState, on_screen: OnScreen, qtbot: QtBot
) -> None:
    page = IndicatorsPage(waiting_state)
    on_screen(page, 1200, 800)
    page.open_item("IND-05")
    assert WAITING in words(page)
    qtbot.waitUntil(lambda: page.detail is not None and page.detail.isVisible(), timeout=LONG)
    assert page.detail
    assert page.detail.key == "IND-05"


def test_no_figure_stays_in_sight_when_another_program_reads_something_in(
    waiting_state: AppState, on_screen: OnScreen, qtbot: QtBot
) -> None:
    page = IndicatorsPage(waiting_state)
    on_screen(page, 1200, 800)
    qtbot.waitUntil(lambda: "IND-05" in page.grid.tiles, timeout=LONG)
    deliver(waiting_state.session, AT + DAY, 2024)
    waiting_state.set_municipality("GM0917")
    assert WAITING in words(page)
    assert not page.grid.isVisible()
    qtbot.waitUntil(page.grid.isVisible, timeout=LONG)


def test_another_day_and_another_page_meanwhile_do_no_harm(
    waiting_state: AppState, on_screen: OnScreen, qtbot: QtBot
) -> None:
    deliver(waiting_state.session, AT + 3 * DAY, 2024)
    page, overview = IndicatorsPage(waiting_state), OverviewPage(waiting_state)
    on_screen(page, 1200, 800)
    waiting_state.set_as_of(AT.date())
    page.hide()
    on_screen(overview, 1200, 800)
    overview.work_out()
    assert WAITING in words(overview)
    qtbot.waitUntil(lambda: WAITING not in words(overview), timeout=LONG)
    waiting_state.set_as_of(None)
    page.show()
    qtbot.waitUntil(page.grid.isVisible, timeout=LONG)
    assert not member_view(waiting_state.session).waiting
    assert not member_view(waiting_state.session, AT.date()).waiting


def test_closing_meanwhile_decides_nothing_and_the_next_use_does(
    waiting_state: AppState, deciding: Deciding, session: Session
) -> None:
    assert member_view(waiting_state.session).waiting
    deciding.finish()
    assert disclosures.decisions(session.store) == ()
    again = Session(session.store, session.catalog)
    assert member_view(again).series("IND-05", "GM0986")


def test_what_is_told_meanwhile_holds_no_figure_and_does_not_say_that_there_are_none(
    waiting_state: AppState,
) -> None:
    session = waiting_state.session
    indicator = next(one for one in session.catalog.indicators if one.key == "IND-05")
    assert latest_sentence(session, indicator, "GM0986") == WAITING
    today = (AT + 30 * DAY).date()
    news = [one.sentence for one in news_since(session, "GM0986", (AT - DAY).date(), today=today)]
    assert news[0] == WAITING
    assert not list_agreements(session)


def test_a_store_that_cannot_be_opened_is_said_and_asked_again_later(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    deciding = Deciding(tmp_path, paths.data_dir())
    deliver(session, AT, 2025)
    state = AppState(replace(session, elsewhere=deciding.ask), Theme(), tmp_path / "raadsapp.ini")
    heard: list[str] = []
    state.on_notice(lambda notice: heard.append(notice.message))
    deciding.attach(state)
    assert member_view(state.session).waiting
    qtbot.waitUntil(lambda: bool(heard), timeout=LONG)
    assert "map" in heard[0]
    assert not state.session.views


def test_a_fault_in_the_program_is_told_and_nobody_waits_for_ever(
    waiting_state: AppState, deciding: Deciding, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("engine")

    with monkeypatch.context() as patch, qtbot.captureExceptions() as faults:
        patch.setattr("raadsapp.services.member_view.decided_view", broken)
        assert member_view(waiting_state.session).waiting
        qtbot.waitUntil(lambda: deciding.task is None and bool(faults), timeout=LONG)
    assert str(faults[0][1]) == "engine"
    assert member_view(waiting_state.session).waiting  # asked anew
    qtbot.waitUntil(lambda: deciding.task is None, timeout=LONG)
    assert not member_view(waiting_state.session).waiting
