"""Limits that begin anew: only by a decision with a reason, shown with the chart, and soon taken back."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.domain.norm import Baseline
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.services import personal_data
from raadsapp.services.norms import standing
from raadsapp.store import batches
from raadsapp.ui.pages.indicators.baseline_form import BaselineForm
from raadsapp.ui.pages.indicators.decisions import DecisionSection
from raadsapp.ui.pages.indicators.page import IndicatorsPage
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.widgets.privacy_line import PrivacyLine

MONEY, STOCK, PLACE = "IND-01", "IND-03", "GM0986"
BEFORE, AFTER = (90.0, 94.0, 88.0, 92.0) * 2, (60.0, 64.0, 58.0, 62.0) * 3
OnScreen = Callable[[QWidget, int, int], None]


@pytest.fixture
def page(state: AppState, on_screen: OnScreen) -> IndicatorsPage:
    """An indicator of which the level fell after eight quarters."""
    batches.add(
        state.session.store,
        file="reeks.csv",
        sha256="1",
        layout="long",
        by="Griffie",
        at=datetime(2024, 1, 1, tzinfo=UTC),
        observations=[
            Observation(
                ObservationKey(key, PLACE, Period(2018 + n // 4, PeriodKind.QUARTER, n % 4 + 1)), value
            )
            for n, value in enumerate((*BEFORE, *AFTER))
            for key in (MONEY, STOCK)
        ],
    )
    state.set_municipality(PLACE)
    page = IndicatorsPage(state)
    on_screen(page, 1072, 742)
    page.open_item(MONEY)
    return page


@pytest.fixture
def decided(page: IndicatorsPage) -> DecisionSection:
    assert page.detail is not None
    return page.detail.decisions


def opened(decided: DecisionSection) -> BaselineForm:
    decided.begin_button.click()
    assert isinstance(decided.form, BaselineForm)
    return decided.form


def filled(decided: DecisionSection) -> BaselineForm:
    form = opened(decided)
    form.since.setCurrentIndex(form.since.findData("2020KW01"))
    form.reason.setText("Nieuw contract.")
    form.place.setCurrentIndex(form.place.findData(PLACE))
    form.decision.setText("Besluit 2024-18")
    form.decided_on.line.setText("12-3-2024")
    form.by.setText("Griffie")
    return form


def stored(state: AppState) -> tuple[Baseline, ...]:
    return standing(state.session).baselines


def test_a_new_beginning_is_shown_with_the_chart_its_decision_and_its_reason(
    state: AppState, page: IndicatorsPage, decided: DecisionSection, notices: list[Notice]
) -> None:
    filled(decided).save()
    (kept,) = stored(state)
    assert (kept.since, kept.reason) == (Period(2020, PeriodKind.QUARTER, 1), "Nieuw contract.")
    assert (kept.decided_on, kept.of.municipality) == (date(2024, 3, 12), PLACE)
    told = "De grenzen van Besteding van het vaste bedrag beginnen opnieuw bij 1e kwartaal 2020."
    assert notices[-1].message == told
    (row,) = decided.rows
    assert row.remove.accessibleName() == "Nieuw begin intrekken: 1e kwartaal 2020, Voerendaal"
    assert page.detail is not None
    points = page.detail.chart.series.points
    assert [place for place, point in enumerate(points) if point.anew] == [len(BEFORE)]
    # The figures are counted as before: the line goes on, and only the limits do not.
    assert not any(point.after_break for point in points)
    assert "grenzen opnieuw" in [entry.words for entry in page.detail.chart.key]
    # The limits are of the twelve values after it.
    assert {point.mean for point in points[:8]} == {None}
    assert points[8].mean == pytest.approx(61.0)
    assert "besluit 12 maart 2024" in page.detail.chart.accessibleDescription()
    assert "Nieuw contract." in page.detail.chart.accessibleDescription()


def test_a_reason_that_names_a_person_is_advised_about_and_kept_all_the_same(
    state: AppState, decided: DecisionSection, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(personal_data, "is_installed", lambda: False)
    form = filled(decided)
    reason, decision = (field.findChild(PrivacyLine) for field in (form.reason_field, form.decision_field))
    assert isinstance(reason, PrivacyLine)
    assert isinstance(decision, PrivacyLine)
    form.reason.setText("Sanne Hermans vroeg erom.")
    qtbot.waitUntil(lambda: not reason.isHidden(), timeout=5000)
    assert decision.isHidden()
    form.save()
    assert [kept.reason for kept in stored(state)] == ["Sanne Hermans vroeg erom."]


def test_withdrawing_a_new_beginning_and_its_undo(
    state: AppState, decided: DecisionSection, notices: list[Notice]
) -> None:
    filled(decided).save()
    decided.rows[0].remove.click()
    assert (stored(state), decided.rows) == ((), [])
    assert notices[-1].message == "Het nieuwe begin van de grenzen is ingetrokken."
    assert notices[-1].undo
    notices[-1].undo()
    assert len(stored(state)) == len(decided.rows) == 1


def test_saving_one_can_be_undone_at_once(
    state: AppState, decided: DecisionSection, notices: list[Notice]
) -> None:
    filled(decided).save()
    assert notices[-1].undo
    notices[-1].undo()
    assert stored(state) == ()


def test_nothing_is_filled_in_beforehand_and_what_is_missing_is_said(
    state: AppState, decided: DecisionSection
) -> None:
    form = opened(decided)
    assert (form.since.currentIndex(), form.reason.text(), form.place.currentIndex()) == (-1, "", -1)
    assert form.since.findData("2018KW01") == -1  # there they begin by themselves
    form.save()
    assert form.since_field.fault == "Kies waar de grenzen beginnen."
    assert form.reason_field.fault == "Schrijf waarom de grenzen opnieuw beginnen."
    assert form.place_field.fault == "Kies voor wie het besluit geldt."
    assert QApplication.focusWidget() is form.since
    assert stored(state) == ()


def test_a_new_beginning_is_recorded_by_keyboard_alone(state: AppState, decided: DecisionSection) -> None:
    decided.begin_button.setFocus()
    QTest.keyClick(decided.begin_button, Qt.Key.Key_Space)
    for typed in (None, "Nieuw contract.", None, "Besluit 7", "12-3-2024", "", "Griffie"):
        widget = QApplication.focusWidget()
        assert widget is not None
        if isinstance(widget, QComboBox):
            QTest.keyClick(widget, Qt.Key.Key_Down)
        elif typed:
            QTest.keyClicks(widget, typed)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    form = decided.form
    assert isinstance(form, BaselineForm)
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    assert [one.decision for one in stored(state)] == ["Besluit 7"]


def test_what_has_no_limits_cannot_begin_them_anew(page: IndicatorsPage, decided: DecisionSection) -> None:
    assert decided.begin_button.isVisible()
    for without in (STOCK, "IND-19"):
        page.open_item(without)
        assert not decided.begin_button.isVisible()
    assert decided.add_button.isVisible()
