import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.domain.observation import Batch
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.intake.corrections import Corrections, Meaning
from raadsapp.services import deliveries, measurements
from raadsapp.ui.pages import data
from raadsapp.ui.pages.data import correcting
from raadsapp.ui.pages.data.confirming import ConfirmView
from raadsapp.ui.pages.data.meaning_chooser import MeaningChooser
from raadsapp.ui.pages.data.page import DataPage
from raadsapp.ui.pages.data.preview import PreviewView
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Mode, Theme
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.small_series import SmallPoint, SmallSeries
from raadsapp.ui.widgets.text import Text
from tests.core.workbook_files import xlsx

HEADER = "indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron"
KNOWN = tuple(f"IND-06;Heerlen;2020K{quarter};;{quarter + 5};weken;;Opgave" for quarter in (1, 2, 3, 4))
GOOD = "IND-06;Heerlen;2019K1;;9;weken;;Opgave"
CHANGED = "IND-06;Heerlen;2020K3;;11;weken;;Opgave"
TYPO = "IND-06;Heerle;2019K2;;3;weken;;"
WORDS = "IND-06;Landgraaf;2019K1;;veel;weken;;"
FILE = "kwartaal.csv"

Looked = Callable[..., PreviewView]
OnScreen = Callable[[QWidget, int, int], None]


@pytest.fixture
def page(state: AppState, on_screen: OnScreen) -> DataPage:
    shown = data.build(state)
    on_screen(shown, 1200, 800)
    return shown


@pytest.fixture
def looked(page: DataPage, qtbot: QtBot, tmp_path: Path) -> Looked:
    def look(*rows: str) -> PreviewView:
        path = tmp_path / FILE
        path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
        page.steps.read(path)
        return seen(qtbot, page)

    return look


@pytest.fixture
def known(state: AppState, tmp_path: Path) -> None:
    path = tmp_path / "vorige.csv"
    path.write_text("\n".join([HEADER, *KNOWN]) + "\n", encoding="utf-8")
    deliveries.commit(state.session, deliveries.preview(state.session, path), "Griffie")


def seen(qtbot: QtBot, page: DataPage) -> PreviewView:
    qtbot.waitUntil(lambda: page.steps.view is not None, timeout=20_000)
    assert page.steps.view is not None
    QApplication.processEvents()
    return page.steps.view


def confirmation(page: DataPage) -> ConfirmView:
    """The third step, in which the clerk says yes."""
    form = page.steps.confirmation
    assert form is not None
    return form


def looked_anew(qtbot: QtBot, page: DataPage) -> None:
    """Wait until the file was looked at with the corrections."""
    form = confirmation(page)
    qtbot.waitUntil(form.confirm_button.isEnabled, timeout=20_000)
    QApplication.processEvents()


def choose(view: PreviewView, line: int, column: int) -> None:
    """Go to a cell as the reader does."""
    view.sheet.view.setCurrentIndex(view.sheet.view.model().index(line, column))
    QApplication.processEvents()


def texts(widget: QWidget) -> str:
    return "\n".join(text.plain_text for text in widget.findChildren(Text) if text.isVisible())


def stored(qtbot: QtBot, page: DataPage, state: AppState) -> Batch:
    before = len(deliveries.batches(state.session))
    confirmation(page).confirm_button.click()
    qtbot.waitUntil(lambda: len(deliveries.batches(state.session)) > before, timeout=20_000)
    return deliveries.batches(state.session)[0]


def test_the_sheet_stands_beside_what_it_would_do_and_nothing_is_stored(
    looked: Looked, state: AppState
) -> None:
    view = looked(GOOD, WORDS)
    assert view.sheet.view.text_of(0, 0) == "indicator"
    assert view.sheet.view.text_of(2, 4) == "veel"
    assert view.sheet.here == (FILE, 2, 4)
    assert "Cel E3" in texts(view.card)
    assert "'veel' is geen getal." in texts(view.card)
    assert measurements.series(state.session, "IND-06", "GM0917") == ()


def test_f8_goes_from_problem_to_problem_in_list_and_sheet_together(page: DataPage, looked: Looked) -> None:
    view = looked(GOOD, TYPO, WORDS)
    assert view.sheet.here == (FILE, 2, 1)
    QTest.keyClick(page, Qt.Key.Key_F8)
    assert view.sheet.here == (FILE, 3, 4)
    assert view.lists.problem is not None
    assert view.lists.problem.cell == "E4"
    QTest.keyClick(page, Qt.Key.Key_F8)
    assert view.sheet.here == (FILE, 2, 1)
    QTest.keyClick(page, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert view.sheet.here == (FILE, 3, 4)
    view.card.previous.click()
    assert view.sheet.here == (FILE, 2, 1)


def test_walking_in_the_list_walks_in_the_sheet_and_the_other_way_round(looked: Looked) -> None:
    view = looked(GOOD, TYPO, WORDS)
    assert view.lists.problems is not None
    QTest.keyClick(view.lists.problems, Qt.Key.Key_Down)
    assert view.sheet.here == (FILE, 3, 4)
    view.sheet.view.setFocus()
    choose(view, 2, 1)
    assert view.lists.problem is not None
    assert view.lists.problem.cell == "B3"
    assert "'Heerle' is niet bekend" in texts(view.card)


@pytest.mark.usefixtures("known")
def test_a_chosen_cell_says_what_it_becomes(looked: Looked) -> None:
    view = looked(
        GOOD, CHANGED, "IND-06;Heerlen;2020K4;;9;weken;;Opgave", "IND-06;Landgraaf;2019K1;;3;weken;;"
    )
    choose(view, 2, 4)
    told = texts(view.card)
    assert "Wachttijd tot de start" in told
    assert "Heerlen · 3e kwartaal 2020" in told
    assert "8 weken → 11 weken" in told
    assert "Status: definitief. Bron: Opgave." in told
    chart = view.card.findChild(SmallSeries)
    assert chart is not None
    assert chart.accessibleDescription() == (
        "3e kwartaal 2020: was 8 weken, wordt 11 weken."
        " Bekend zijn 4 waarden, van 1e kwartaal 2020 tot en met 4e kwartaal 2020."
    )
    for line, word in ((1, "nieuw"), (2, "verandert"), (3, "blijft gelijk")):
        choose(view, line, 4)
        assert word in [badge.text() for badge in view.card.findChildren(Badge) if badge.isVisible()]
    choose(view, 4, 0)
    assert "Van deze reeks staat nog niets in de gegevens." in texts(view.card)
    choose(view, 0, 0)
    assert "Deze rij staat boven de waarden." in texts(view.card)


def test_a_breakdown_is_written_as_elsewhere(looked: Looked) -> None:
    view = looked("IND-03;Heerlen;2019K1;hulpvorm=ambulant;9;;;Opgave")
    choose(view, 1, 4)
    assert "Heerlen · 1e kwartaal 2019 · hulpvorm: ambulant" in texts(view.card)
    view.lists.tabs.open(view.lists.tabs.bar.count() - 1)
    table = view.lists.table
    assert table is not None
    assert table.model().index(0, 0).data().endswith("1e kwartaal 2019 · hulpvorm: ambulant")


@pytest.mark.usefixtures("known")
def test_a_value_that_changes_is_marked_in_the_sheet_and_listed(looked: Looked) -> None:
    view = looked(GOOD, CHANGED)
    assert view.lists.changes is not None
    assert view.lists.changes.isVisible()
    assert view.sheet.here == (FILE, 2, 4)
    tip = view.sheet.view.model().index(2, 4).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Verandert: was 8 weken, wordt 11 weken."
    view.lists.tabs.open(2)
    assert view.sheet.here == (FILE, 1, 4)


def test_a_row_is_left_out_and_taken_along_again(
    page: DataPage, looked: Looked, qtbot: QtBot, state: AppState
) -> None:
    view = looked(GOOD, TYPO, WORDS)
    assert view.card.row_button.text() == "Rij weglaten"
    view.card.row_button.setFocus()
    view.card.row_button.click()
    assert not confirmation(page).confirm_button.isEnabled()
    looked_anew(qtbot, page)
    assert page.steps.view is view
    assert "1 rij weggelaten" in texts(view.corrections)
    assert view.sheet.here == (FILE, 2, 1)
    assert view.card.row_button.text() == "Rij weer meenemen"
    assert view.card.row_button.hasFocus()
    QTest.keyClick(page, Qt.Key.Key_F8)
    assert view.sheet.here == (FILE, 3, 4)
    choose(view, 2, 1)
    view.card.row_button.click()
    looked_anew(qtbot, page)
    assert not view.corrections.isVisible()
    assert view.card.row_button.text() == "Rij weglaten"
    assert len(deliveries.batches(state.session)) == 1


def test_several_rows_are_left_out_at_once_and_that_is_undone(
    page: DataPage, looked: Looked, qtbot: QtBot
) -> None:
    view = looked(GOOD, TYPO, WORDS)
    view.sheet.view.selectAll()
    assert view.card.row_button.text() == "3 rijen weglaten"
    view.sheet.view.clearSelection()
    choose(view, 3, 1)
    view.card.row_button.click()
    looked_anew(qtbot, page)
    choose(view, 2, 1)
    view.card.row_button.click()
    looked_anew(qtbot, page)
    assert "2 rijen weggelaten" in texts(view.corrections)
    view.corrections.undo.click()
    looked_anew(qtbot, page)
    assert "1 rij weggelaten" in texts(view.corrections)
    view.corrections.undo.click()
    looked_anew(qtbot, page)
    assert not view.corrections.isVisible()


def test_an_unknown_name_is_explained_by_keyboard_and_both_are_kept_with_the_delivery(
    page: DataPage, looked: Looked, qtbot: QtBot, state: AppState
) -> None:
    view = looked(GOOD, TYPO, WORDS)
    view.card.meaning_button.click()
    chooser = view.card.chooser
    assert chooser is not None
    assert chooser.search.hasFocus()
    QTest.keyClicks(chooser.search, "heerl")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    looked_anew(qtbot, page)
    assert "1 naam uitgelegd" in texts(view.corrections)
    assert "2e kwartaal 2019" in texts(view.card)
    assert view.sheet.here == (FILE, 2, 1)
    assert confirmation(page).confirm_button.text() == "2 waarden inlezen"
    choose(view, 3, 4)
    view.card.row_button.click()
    looked_anew(qtbot, page)
    form = confirmation(page)
    form.name.setText("M. Jansen")
    form.supplier.setText("Zorgloket")
    form.approved_by.setText("P. de Wit")
    form.note.setText("Tweede versie.")
    batch = stored(qtbot, page, state)
    assert (batch.imported_by, batch.supplier, batch.approved_by) == ("M. Jansen", "Zorgloket", "P. de Wit")
    assert batch.note == (
        "Tweede versie.\nWeggelaten: rij 4 van kwartaal.csv. Uitgelegd: 'Heerle' betekent Heerlen."
    )
    assert len(measurements.series(state.session, "IND-06", "GM0917")) == 2


def test_a_search_can_be_left_and_says_nothing_then(page: DataPage, looked: Looked) -> None:
    view = looked(GOOD, TYPO)
    view.card.meaning_button.click()
    chooser = view.card.chooser
    assert chooser is not None
    QTest.keyClick(chooser.search, Qt.Key.Key_Escape)
    assert view.card.chooser is None
    assert view.card.meaning_button.hasFocus()
    assert page.steps.view is view


def test_the_names_that_look_most_like_the_text_come_first(qtbot: QtBot) -> None:
    chooser = MeaningChooser(
        "Heerle", [("GM0001", "Appingedam"), ("GM0917", "Heerlen"), ("GM0002", "Heerde")]
    )
    qtbot.addWidget(chooser)
    assert [chooser.list.item(row).text() for row in range(3)] == ["Heerlen", "Heerde", "Appingedam"]
    heard: list[str] = []
    chooser.chosen.connect(heard.append)
    QTest.keyClick(chooser.search, Qt.Key.Key_Down)
    chooser.accept()
    chooser.search.setText("zzz")
    chooser.accept()
    assert heard == ["GM0002"]


def test_a_problem_that_no_name_solves_offers_no_explanation(looked: Looked) -> None:
    view = looked(GOOD, WORDS)
    assert not view.card.meaning_button.isVisible()


def test_the_sheets_of_a_workbook_are_opened_with_how_many_cells_are_worth_a_look(
    page: DataPage, qtbot: QtBot, tmp_path: Path
) -> None:
    header = HEADER.split(";")
    path = tmp_path / "kwartaal.xlsx"
    rows: dict[str, Sequence[Sequence[str | float | None]]] = {
        "Wachttijd": [header, ("IND-06", "Heerlen", "2019K1", "", 9, "weken", "", "")],
        "Vervolg": [header, ("IND-06", "Heerlen", "2019K2", "", "veel", "weken", "", "")],
    }
    path.write_bytes(xlsx(rows))
    page.steps.read(path)
    view = seen(qtbot, page)
    bar = view.sheet.bar
    assert bar is not None
    assert bar.choice == "Vervolg"
    assert bar.button("Vervolg").text() == "Vervolg (1)"
    assert view.sheet.here == ("Vervolg", 1, 4)
    bar.button("Wachttijd").click()
    choose(view, 1, 4)
    assert "Cel E2, blad Wachttijd" in texts(view.card)
    QTest.keyClick(page, Qt.Key.Key_F8)
    QTest.keyClick(page, Qt.Key.Key_F8)
    assert bar.choice == "Vervolg"


def test_reading_tells_what_is_being_done_and_esc_ends_it_at_once(
    page: DataPage, qtbot: QtBot, tmp_path: Path, state: AppState
) -> None:
    path = tmp_path / "groot.csv"
    rows = [f"IND-06;Heerlen;2019K1;groep={number};9;weken;;" for number in range(60_000)]
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    page.steps.read(path)
    qtbot.waitUntil(lambda: "Bestand lezen" in texts(page.steps) or "nakijken" in texts(page.steps))
    began = time.monotonic()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    ended = time.monotonic() - began
    assert page.steps.start is not None
    qtbot.wait(200)
    assert page.steps.view is None
    assert len(deliveries.batches(state.session)) == 1
    began = time.monotonic()
    page.steps.read(path)
    seen(qtbot, page)
    whole = time.monotonic() - began
    assert ended < whole / 5


def test_storing_that_is_stopped_stores_nothing_and_keeps_what_was_filled_in(
    page: DataPage, looked: Looked, qtbot: QtBot, state: AppState, notices: list[Notice]
) -> None:
    looked(GOOD)
    form = confirmation(page)
    form.name.setText("Griffie")
    form.supplier.setText("Zorgloket")
    form.confirm_button.click()
    page.steps.cancel()
    qtbot.waitUntil(lambda: page.steps.confirmation is not form, timeout=20_000)
    if notices and "ingelezen, 1 nieuw" in notices[-1].message:
        return  # it was just done
    assert notices[-1].message == "Gestopt. Er is niets ingelezen."
    again = confirmation(page)
    assert (again.name.text(), again.supplier.text()) == ("Griffie", "Zorgloket")
    assert len(deliveries.batches(state.session)) == 1


def test_what_was_corrected_is_said_in_full_sentences(state: AppState) -> None:
    catalog = state.session.catalog
    rows = frozenset({("Wachten", 4), ("Wachten", 8), ("Geld", 2)})
    corrections = Corrections((Meaning("period", "eerste kwartaal", "2019KW01"),), rows)
    assert correcting.sentence(corrections) == "3 rijen weggelaten, 1 naam uitgelegd"
    assert correcting.note(catalog, corrections) == (
        "Weggelaten: rij 3 van Geld en rijen 5 en 9 van Wachten."
        " Uitgelegd: 'eerste kwartaal' betekent 1e kwartaal 2019."
    )
    many = Corrections(excluded=frozenset(("Geld", row) for row in range(50)))
    assert "en 30 andere rijen." in correcting.note(catalog, many)
    assert correcting.note(catalog, Corrections()) == ""
    other = correcting.with_meaning(corrections, Meaning("period", "eerste kwartaal", "2020KW01"))
    assert [meaning.meaning for meaning in other.meanings] == ["2020KW01"]
    assert correcting.choices(catalog, "variant") == []
    assert correcting.choices(catalog, "breakdown", ["", "duur=kort"])[:2] == [
        ("", "geen uitsplitsing: het geheel"),
        ("duur=kort", "duur: kort"),
    ]


def test_the_small_chart_is_drawn_in_every_theme(qtbot: QtBot, qapp: QApplication) -> None:
    chart = SmallSeries()
    qtbot.addWidget(chart)
    chart.resize(300, 200)
    empty = chart.grab().toImage()
    periods = [Period(2020, PeriodKind.QUARTER, number) for number in (1, 2, 4)]
    known = [SmallPoint(period, 5.0 + place, "") for place, period in enumerate(periods)]
    for theme in (Theme(), Theme(Mode.DARK, 2.0)):
        apply_theme(qapp, theme)
        for new in (known[1], SmallPoint(periods[1], 9.0, "9 weken"), SmallPoint(periods[0], 1.0, "1 week")):
            chart.show_series(known, new, "Wachttijd")
            assert chart.grab().toImage() != empty
        chart.show_series((), SmallPoint(periods[0], 1.0, "1 week"), "Wachttijd")
        assert chart.accessibleDescription() == "1e kwartaal 2020: wordt 1 week."
        assert chart.grab().toImage() != empty


def test_sheet_and_lists_stand_below_each_other_where_there_is_no_room(
    page: DataPage, looked: Looked
) -> None:
    view = looked(GOOD, WORDS)
    assert view.lists.mapTo(page, view.lists.pos()).x() > view.sheet.mapTo(page, view.sheet.pos()).x()
    page.resize(700, 800)
    for _ in range(5):
        QApplication.processEvents()
    assert view.lists.mapTo(page, view.lists.rect().topLeft()).y() > view.sheet.height()


def test_a_file_that_changed_meanwhile_is_looked_at_anew_without_corrections(
    page: DataPage, looked: Looked, qtbot: QtBot, tmp_path: Path, notices: list[Notice]
) -> None:
    view = looked(GOOD, TYPO, WORDS)
    (tmp_path / FILE).write_text(f"{HEADER}\n{TYPO}\n{GOOD}\n", encoding="utf-8")
    view.card.row_button.click()
    looked_anew(qtbot, page)
    assert notices[-1].message == "Het bestand is intussen veranderd. Uw aanpassingen zijn vervallen."
    assert not view.corrections.isVisible()
    assert view.sheet.view.text_of(1, 1) == "Heerle"


def test_trying_again_after_a_fault_keeps_the_corrections_and_what_was_filled_in(
    page: DataPage, looked: Looked, qtbot: QtBot, tmp_path: Path
) -> None:
    view = looked(GOOD, TYPO, WORDS)
    confirmation(page).supplier.setText("Zorgloket")
    path = tmp_path / FILE
    away = path.rename(tmp_path / "elders.csv")
    view.card.row_button.click()
    qtbot.waitUntil(lambda: page.steps.error is not None, timeout=20_000)
    assert page.steps.error is not None
    qtbot.waitUntil(page.steps.error.isVisible)
    assert "bestaat niet" in texts(page.steps.error)
    away.rename(path)
    again = next(button for button in page.steps.error.findChildren(QPushButton))
    again.click()
    view = seen(qtbot, page)
    assert "1 rij weggelaten" in texts(view.corrections)
    assert confirmation(page).confirm_button.isEnabled()
    assert confirmation(page).supplier.text() == "Zorgloket"


def test_what_was_seen_is_stored_when_the_file_is_gone_by_then(
    page: DataPage, looked: Looked, qtbot: QtBot, state: AppState, tmp_path: Path
) -> None:
    looked(GOOD)
    (tmp_path / FILE).unlink()
    confirmation(page).name.setText("Griffie")
    assert stored(qtbot, page, state).new == 1


def test_corrections_stay_when_another_delivery_is_withdrawn(
    page: DataPage, looked: Looked, qtbot: QtBot, state: AppState, tmp_path: Path
) -> None:
    other = tmp_path / "vorige.csv"
    other.write_text("\n".join([HEADER, *KNOWN]) + "\n", encoding="utf-8")
    deliveries.commit(state.session, deliveries.preview(state.session, other), "Griffie")
    page.refresh()
    view = looked(CHANGED, TYPO, WORDS)
    view.card.row_button.click()
    looked_anew(qtbot, page)
    page.history.withdraw(2)
    qtbot.waitUntil(lambda: "1 waarde is nieuw." in texts(view), timeout=20_000)
    assert "1 rij weggelaten" in texts(view.corrections)


def test_what_was_filled_in_for_one_delivery_is_not_offered_for_the_next(
    page: DataPage, looked: Looked, qtbot: QtBot, state: AppState
) -> None:
    looked(GOOD)
    confirmation(page).name.setText("Griffie")
    confirmation(page).note.setText("Tweede versie.")
    stored(qtbot, page, state)
    qtbot.waitUntil(lambda: page.steps.view is None)
    looked(CHANGED)
    form = confirmation(page)
    assert (form.name.text(), form.note.text()) == ("Griffie", "")


def test_a_change_in_a_row_that_is_not_shown_is_said_all_the_same(
    looked: Looked, state: AppState, tmp_path: Path
) -> None:
    rows = [f"IND-06;Heerlen;2019K1;groep={number};9;weken;;" for number in range(300)]
    before = tmp_path / "vorige.csv"
    before.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    deliveries.commit(state.session, deliveries.preview(state.session, before), "Griffie")
    view = looked(*rows[:-1], rows[-1].replace(";9;", ";8;"))
    QApplication.processEvents()
    assert "Deze rij staat niet in het voorbeeld" in texts(view.card)
    assert "Was 9 weken, wordt 8 weken." in texts(view.card)


def test_steps_that_are_gone_hear_nothing_of_what_was_being_stored(
    page: DataPage, looked: Looked, qtbot: QtBot, state: AppState
) -> None:
    looked(GOOD)
    confirmation(page).name.setText("Griffie")
    confirmation(page).confirm_button.click()
    page.steps.setParent(None)
    page.steps.deleteLater()
    assert state.session is not None
    session = state.session
    qtbot.waitUntil(lambda: deliveries.batches(session)[0].file == FILE, timeout=20_000)
    qtbot.wait(200)


def _many(count: int) -> list[str]:
    return [f"IND-06;Heerlen;2019K1;groep={number};9;weken;;" for number in range(count)]


def test_a_row_that_is_not_shown_is_left_out_and_taken_along_again(looked: Looked, qtbot: QtBot) -> None:
    rows = _many(400)
    view = looked(*rows, rows[0])
    problems = view.lists.problems
    assert problems is not None
    assert "E402" in problems.as_text()
    problems.setFocus()
    view.next_problem()
    assert view.card.row_button.text() == "Rij weglaten"
    with qtbot.waitSignal(view.corrected) as asked:
        view.card.row_button.click()
    assert asked.args is not None
    assert asked.args[0].excluded == {(FILE, 401)}
    qtbot.waitUntil(lambda: "1 rij weggelaten" in texts(view), timeout=20_000)


def test_the_tab_key_goes_from_sheet_to_list_to_cell_and_through_the_chooser(
    looked: Looked, page: DataPage, qtbot: QtBot
) -> None:
    view = looked(GOOD, TYPO)
    assert view.lists.problems is not None
    card = view.card
    stops = [view.sheet.view, view.lists.tabs.bar, view.lists.problems, *card.stops]
    view.sheet.view.setFocus()
    for before, after in pairwise(stops):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()
    card.meaning_button.click()
    assert card.chooser is not None
    for before, after in pairwise(card.chooser.stops):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()
    card.chooser.accept()
    looked_anew(qtbot, page)
    view.corrections.undo.setFocus()
    QTest.keyClick(view.corrections.undo, Qt.Key.Key_Tab)
    assert view.sheet.view.hasFocus()


def test_a_unit_and_a_breakdown_can_be_explained_but_no_unit_that_says_something_else(
    looked: Looked, page: DataPage, qtbot: QtBot
) -> None:
    view = looked(
        "IND-03;Heerlen;2019;leeftijdsgroep=0-3;9;aantal;;",
        "IND-03;Heerlen;2019;jong;8;jeugdigen;;",
        "IND-06;Heerlen;2019K1;;9;dagen;;",
        GOOD,
    )
    for column, searched in ((3, "0-3"), (5, "aantal")):
        choose(view, 2, column)
        view.card.meaning_button.click()
        assert view.card.chooser is not None
        view.card.chooser.search.setText(searched)
        view.card.chooser.accept()
        looked_anew(qtbot, page)
    choose(view, 3, 5)
    assert not view.card.meaning_button.isVisible()
    assert "2 namen uitgelegd" in texts(view)
    choose(view, 2, 4)
    assert "In E2 staat een andere waarde" in texts(view.card)


def test_every_name_that_is_told_to_be_unknown_can_be_explained(looked: Looked, qtbot: QtBot) -> None:
    wrong = [f"IND-06;Heerle {number};2019K1;;9;weken;;" for number in range(1500)]
    view = looked(*_many(300), *wrong)
    view.next_problem()
    for _ in range(998):
        view.lists.go_next()
    qtbot.waitUntil(lambda: "'Heerle 999'" in texts(view.card))
    assert view.card.meaning_button.isVisible()
    view.card.meaning_button.click()
    assert view.card.chooser is not None


def test_what_was_read_in_is_seen_though_the_steps_are_shorter_then(
    page: DataPage, looked: Looked, qtbot: QtBot, state: AppState
) -> None:
    page.resize(1000, 420)
    looked(GOOD, *_many(60))
    confirmation(page).name.setText("M. Jansen")
    confirmation(page).confirm_button.setFocus()
    stored(qtbot, page, state)

    def seen_whole() -> bool:
        button = QApplication.focusWidget()
        return (
            isinstance(button, QPushButton)
            and button.text() == "Nog een bestand kiezen"
            and button.visibleRegion().boundingRect() == button.rect()
        )

    qtbot.waitUntil(seen_whole, timeout=20_000)
    qtbot.wait(200)
    assert seen_whole()


def test_the_button_stays_in_sight_when_the_steps_above_begin_anew_with_a_withdrawal(
    page: DataPage, looked: Looked, qtbot: QtBot, state: AppState
) -> None:
    page.resize(1000, 420)
    looked(GOOD)
    confirmation(page).name.setText("M. Jansen")
    batch = stored(qtbot, page, state)
    qtbot.waitUntil(lambda: batch.number in page.history.rows, timeout=20_000)
    page.history.rows[batch.number].open_button.click()
    detail = page.history.detail
    assert detail is not None
    assert detail.button is not None
    detail.button.setFocus()
    qtbot.wait(100)
    QTest.keyClick(detail.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: detail.batch.withdrawn, timeout=20_000)
    button = detail.button
    assert button.hasFocus()
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect(), timeout=20_000)
    qtbot.wait(200)
    assert button.visibleRegion().boundingRect() == button.rect()
