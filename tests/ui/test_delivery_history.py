"""The history on the page: a delivery is opened, described, withdrawn and put back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.domain.delivery_history import Difference
from raadsapp.domain.observation import FICTIONAL, Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.services import delivery_history
from raadsapp.store import batches
from raadsapp.ui.pages import data
from raadsapp.ui.pages.data.delivery_form import DeliveryForm
from raadsapp.ui.pages.data.delivery_view import DeliveryView
from raadsapp.ui.pages.data.page import DataPage
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.widgets import reader_name
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.text import Text

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
HASH = "0123456789abcdef" * 4
FIRST, SECOND = 2, 3
Shown = Callable[[], DataPage]


def _observation(
    value: float, quarter: int, status: Status = Status.FINAL, source: str = "Rapport"
) -> Observation:
    period = Period(2019, PeriodKind.QUARTER, quarter)
    return Observation(ObservationKey("IND-06", "GM0917", period), value, status, source)


def _deliver(
    state: AppState, number: int, *delivered: Observation, supplier: str = "", note: str = ""
) -> None:
    batches.add(
        state.session.store,
        file=f"kwartaal{number}.csv",
        sha256=HASH,
        layout="long",
        by="Griffie",
        at=AT + timedelta(days=number),
        observations=delivered,
        supplier=supplier,
        note=note,
    )


@pytest.fixture
def shown(qtbot: QtBot, state: AppState) -> Shown:
    """The page with two deliveries: the second corrects one of three values of the first."""
    _deliver(state, 1, _observation(9, 1), _observation(8, 2, Status.PROVISIONAL), _observation(7, 3))
    _deliver(
        state,
        2,
        _observation(10, 1),
        _observation(8, 2),
        _observation(6, 4),
        supplier="ISD BOL",
        note="Herziene cijfers",
    )
    reader_name.remember_name(state.settings_file, "M. Jansen")

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


def _texts(widget: QWidget) -> str:
    return "\n".join(text.plain_text for text in widget.findChildren(Text) if text.isVisible())


def _opened(qtbot: QtBot, page: DataPage, number: int) -> DeliveryView:
    page.history.rows[number].open_button.click()
    detail = page.history.detail
    assert detail is not None
    qtbot.waitUntil(lambda: bool(detail.values.table.items), timeout=20_000)
    return detail


def _form(detail: DeliveryView) -> DeliveryForm:
    assert detail.edit_button is not None
    detail.edit_button.click()
    assert detail.form is not None
    return detail.form


def _said(qtbot: QtBot, widget: QWidget, words: str) -> None:
    qtbot.waitUntil(lambda: words in _texts(widget), timeout=20_000)


def test_the_list_says_who_supplied_a_delivery_and_what_was_noted(shown: Shown) -> None:
    told = _texts(shown().history.rows[SECOND])
    assert "geleverd door ISD BOL" in told
    assert "Herziene cijfers" in told


def test_opening_a_correction_shows_old_beside_new_and_leaves_the_rest_alone(
    shown: Shown, qtbot: QtBot
) -> None:
    detail = _opened(qtbot, shown(), SECOND)
    lines = detail.values.table.as_text().splitlines()
    assert lines[0].split("\t") == ["Reeks", "Gemeente", "Periode", "Was", "Werd", "Bron"]
    assert [line.split("\t")[2:5] for line in lines[1:]] == [
        ["1e kwartaal 2019", "9 weken", "10 weken"],
        ["2e kwartaal 2019", "8 weken (voorlopig)", "8 weken (definitief)"],
    ]
    told = _texts(detail)
    assert "wijzigde 2 waarden en bracht 1 nieuwe waarde. Wat er niet in stond, bleef zoals het was." in told
    assert "ISD BOL" in told
    assert "0123456789abcdef 0123456789abcdef" in told
    _said(qtbot, detail, "Alles telt nu nog mee.")


def test_a_delivery_says_how_much_a_later_one_replaced(shown: Shown, qtbot: QtBot) -> None:
    detail = _opened(qtbot, shown(), FIRST)
    told = "Nu telt er nog 1 mee; 2 waarden zijn door een latere levering vervangen."
    qtbot.waitUntil(lambda: told in _texts(detail), timeout=20_000)


def test_new_and_unchanged_values_are_a_choice_away(shown: Shown, qtbot: QtBot) -> None:
    detail = _opened(qtbot, shown(), SECOND)
    detail.values.kinds.button("nieuw").click()
    qtbot.waitUntil(lambda: "4e kwartaal 2019" in detail.values.table.as_text(), timeout=20_000)
    assert "Werd" not in detail.values.table.as_text()
    detail.values.kinds.button("gelijk").click()
    _said(qtbot, detail, "Er zijn geen zulke waarden.")
    assert not detail.values.table.isVisible()


def test_a_large_delivery_is_read_page_by_page(
    shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery_history, "PAGE", 2)
    monkeypatch.setattr("raadsapp.ui.pages.data.delivery_values.PAGE", 2)
    detail = _opened(qtbot, shown(), FIRST)
    values = detail.values
    assert "1 tot en met 2 van 3 waarden" in _texts(detail)
    assert not values.previous.isEnabled()
    values.next.click()
    _said(qtbot, detail, "3 tot en met 3 van 3 waarden")
    assert not values.next.isEnabled()
    values.previous.click()
    _said(qtbot, detail, "1 tot en met 2 van 3 waarden")


def test_an_opened_delivery_is_withdrawn_and_put_back_and_says_who_did_that(
    shown: Shown, qtbot: QtBot, notices: list[Notice]
) -> None:
    detail = _opened(qtbot, shown(), SECOND)
    assert detail.button is not None
    detail.button.setFocus()
    QTest.keyClick(detail.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: detail.batch.withdrawn, timeout=20_000)
    assert detail.button.accessibleName() == "Levering 3 terugzetten"
    assert detail.button.hasFocus()
    _said(qtbot, detail, "Ingetrokken door M. Jansen op")
    _said(qtbot, detail, "er telt nu niets van mee")
    assert notices[-1].undo is not None
    notices[-1].undo()
    qtbot.waitUntil(lambda: not detail.batch.withdrawn, timeout=20_000)
    _said(qtbot, detail, "Teruggezet door M. Jansen op")


def test_supplier_and_note_are_written_afterwards_by_keyboard_and_undone(
    shown: Shown, qtbot: QtBot, state: AppState, notices: list[Notice]
) -> None:
    detail = _opened(qtbot, shown(), FIRST)
    form = _form(detail)
    assert form.supplier.hasFocus()
    QTest.keyClicks(form.supplier, "Jens")
    QTest.keyClicks(form.approved_by, "A. de Vries")
    QTest.keyClick(form.approved_by, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: detail.batch.supplier == "Jens", timeout=20_000)
    assert detail.form is None
    _said(qtbot, detail, "Toegelicht door M. Jansen op")
    _said(qtbot, detail, "leverancier ‘Jens’, goedgekeurd door ‘A. de Vries’.")
    assert notices[-1].undo is not None
    notices[-1].undo()
    qtbot.waitUntil(lambda: not detail.batch.supplier, timeout=20_000)
    assert batches.find(state.session.store, FIRST).approved_by == ""


def test_a_form_that_is_left_changes_nothing(shown: Shown, qtbot: QtBot, notices: list[Notice]) -> None:
    page = shown()
    detail = _opened(qtbot, page, FIRST)
    form = _form(detail)
    QTest.keyClicks(form.note, "Iets")
    QTest.keyClick(form.note, Qt.Key.Key_Escape)
    assert page.history.detail is detail
    _form(detail).keep()
    assert detail.form is None
    assert not notices


def test_escape_goes_back_to_the_delivery_in_the_list(shown: Shown, qtbot: QtBot) -> None:
    page = shown()
    detail = _opened(qtbot, page, SECOND)
    assert detail.back_button.hasFocus()
    QTest.keyClick(detail.back_button, Qt.Key.Key_Escape)
    assert page.history.detail is None
    assert page.history.rows[SECOND].open_button.hasFocus()


def test_old_and_new_stand_below_each_other_where_the_columns_do_not_fit(shown: Shown, qtbot: QtBot) -> None:
    page = shown()
    detail = _opened(qtbot, page, SECOND)
    assert not detail.values.rows.is_stacked
    page.resize(420, 800)
    qtbot.waitUntil(lambda: detail.values.rows.is_stacked, timeout=20_000)
    assert "10 weken" in _texts(detail.values.rows)
    button = detail.values.kinds.button(Difference.NEW.value)
    button.click()
    qtbot.waitUntil(lambda: len(detail.values.table.items) == 1, timeout=20_000)
    assert "6 weken" in _texts(detail.values.rows)
    assert "10 weken" not in _texts(detail.values.rows)


def test_the_tab_key_goes_from_top_to_bottom_and_on_to_what_stands_below(shown: Shown, qtbot: QtBot) -> None:
    page = shown()
    detail = _opened(qtbot, page, SECOND)
    seen = []
    while not page.export.isAncestorOf(focused := page.focusWidget()):
        assert detail.isAncestorOf(focused)
        seen.append(focused.mapTo(detail, focused.rect().topLeft()).y())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == sorted(seen)
    assert len(seen) == 6
    QTest.keyClick(detail.back_button, Qt.Key.Key_Escape)
    QTest.keyClick(page.history.rows[SECOND].open_button, Qt.Key.Key_Tab)
    assert page.history.rows[SECOND].button is page.focusWidget()


def test_the_hash_is_copied_as_other_programs_write_it(
    shown: Shown, qtbot: QtBot, notices: list[Notice]
) -> None:
    detail = _opened(qtbot, shown(), SECOND)
    next(button for button in detail.findChildren(QPushButton) if button.text() == "Kenmerk kopiëren").click()
    assert QGuiApplication.clipboard().text() == HASH
    assert "gekopieerd" in notices[-1].message


def test_the_delivery_of_the_dossier_can_be_opened_and_not_withdrawn(shown: Shown, qtbot: QtBot) -> None:
    detail = _opened(qtbot, shown(), 1)
    assert detail.button is None
    assert detail.edit_button is None


def test_invented_values_say_so_when_their_delivery_is_opened(
    shown: Shown, qtbot: QtBot, state: AppState
) -> None:
    _deliver(state, 3, _observation(1, 1, source=f"{FICTIONAL}: oefening"))
    detail = _opened(qtbot, shown(), 4)
    assert FICTIONAL in [badge.text() for badge in detail.findChildren(Badge)]
    assert FICTIONAL in detail.values.table.as_text()
