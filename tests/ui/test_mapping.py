"""The mapping screen: an unknown file is pointed out by keyboard, kept, and read with what was kept."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from raadsapp import paths
from raadsapp.cli.main import main
from raadsapp.intake.cells import text_of
from raadsapp.intake.layouts import Field, Layout, ValueField
from raadsapp.services.layout_drafts import NOWHERE, Part, Place, Where
from raadsapp.services.layouts import known_layouts, remove_layout, save_layout
from raadsapp.ui.pages import data
from raadsapp.ui.pages.data.layout_list import LayoutList
from raadsapp.ui.pages.data.mapping import MappingView
from raadsapp.ui.pages.data.page import DataPage
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.theme.tokens import Mode, Theme
from raadsapp.ui.widgets.text import Text
from tests.core.unknown_files import LONG, NOTED, SEVERAL, WIDE, Rows
from tests.core.workbook_files import xlsx

OnScreen = Callable[[QWidget, int, int], None]
Opened = Callable[[Path], MappingView]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Layouts that are saved go to a folder of the test's own."""
    monkeypatch.setattr(paths, "user_data_dir", lambda: tmp_path / "home")


@pytest.fixture
def page(state: AppState, on_screen: OnScreen) -> DataPage:
    shown = data.build(state)
    on_screen(shown, 1100, 800)
    return shown


@pytest.fixture
def opened(page: DataPage, qtbot: QtBot) -> Opened:
    def open_file(path: Path) -> MappingView:
        page.steps.read(path)
        qtbot.waitUntil(lambda: page.steps.mapping.view is not None, timeout=20_000)
        view = page.steps.mapping.view
        assert view is not None
        _settled(qtbot, view)
        return view

    return open_file


def _csv(folder: Path, name: str, rows: Rows) -> Path:
    path = folder / name
    lines = (";".join(text_of(cell) for cell in row) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _settled(qtbot: QtBot, view: MappingView) -> None:
    qtbot.waitUntil(lambda: not view.busy, timeout=20_000)
    QApplication.processEvents()


def _texts(widget: QWidget) -> str:
    return "\n".join(text.plain_text for text in widget.findChildren(Text) if text.isVisible())


def _choice(view: MappingView, words: str, under: str = "") -> QAction:
    """The choice in the menu of the sheet, below a head that begins so."""
    actions = view.sheet.menu.actions()
    heads = [place for place, action in enumerate(actions) if action.text().startswith(under)]
    return next(action for action in actions[heads[0] if under else 0 :] if action.text().strip() == words)


def _pointed(view: MappingView, row: int, column: int, words: str, under: str = "") -> None:
    """Go to a cell, open the menu with Enter and choose."""
    view.sheet.setFocus()
    view.sheet.go_to(row, column)
    QTest.keyClick(view.sheet, Qt.Key.Key_Return)
    assert view.sheet.menu.isVisible()
    action = _choice(view, words, under)
    view.sheet.menu.setActiveAction(action)
    QTest.keyClick(view.sheet.menu, Qt.Key.Key_Return)


def test_a_file_no_layout_knows_opens_the_mapping_screen_with_guesses(opened: Opened, tmp_path: Path) -> None:
    view = opened(_csv(tmp_path, "breed.csv", WIDE))
    assert "5 waarden zijn te lezen." in _texts(view)
    assert "Gok van de app. Daar staat: Jongeren met Basishulp, gem…" in _texts(view)
    assert view.form.values.columns.text() == "B-D"
    assert view.result.lists.tabs.titles[-1] == "Waarden (5)"
    assert view.sheet.hasFocus()


def test_what_was_pointed_out_is_kept_and_reads_the_file_here_and_on_the_command_line(
    opened: Opened,
    page: DataPage,
    qtbot: QtBot,
    tmp_path: Path,
    notices: list[Notice],
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = _csv(tmp_path, "lang.csv", LONG)
    view = opened(path)
    assert "Zeg over welke indicator of reeks de cijfers gaan." in _texts(view)
    view.saving.name.setText("Wachttijden")
    view.saving.save()
    assert view.saving.name_field.fault == "Maak eerst af wat hierboven nog ontbreekt."
    field = view.form.parts[Part.INDICATOR]
    field.where.activated.emit(field.where.findText("Eén voor het hele bestand"))
    field.keys.activated.emit(field.keys.findData("IND-06"))
    _settled(qtbot, view)
    assert "3 waarden zijn te lezen." in _texts(view)
    view.saving.name.setFocus()
    QTest.keyClick(view.saving.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.steps.view is not None, timeout=20_000)
    assert "De indeling ‘Wachttijden’ is bewaard." in [notice.message for notice in notices]
    qtbot.waitUntil(lambda: page.steps.confirmation is not None, timeout=20_000)
    QApplication.processEvents()
    assert "3 waarden" in _texts(page)
    assert "Herkend als: Wachttijden" in _texts(page)
    assert page.steps.confirmation is not None
    with pytest.raises(SystemExit) as ended:
        main(["import", str(path), "--dry-run", "--store", str(tmp_path / "cli.raadsapp")])
    assert ended.value.code == 0
    assert "3 waarden: 3 nieuw" in capsys.readouterr().out


def test_passing_over_choices_with_the_arrow_keys_takes_none_of_them(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    view = opened(_csv(tmp_path, "lang.csv", LONG))
    box, before = view.form.parts[Part.INDICATOR].where, view.draft
    box.setFocus()
    for _ in range(4):
        QTest.keyClick(box.view() if box.view().isVisible() else box, Qt.Key.Key_Down)
    assert view.draft == before
    QTest.keyClick(box.view(), Qt.Key.Key_Escape)
    assert view.draft == before
    QTest.keyClicks(box, "e")
    assert box.view().currentIndex().data() == "Eén voor het hele bestand"
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.draft.place(Part.INDICATOR).where is Where.TEXT, timeout=20_000)
    assert view.draft.place(Part.MUNICIPALITY) == before.place(Part.MUNICIPALITY)
    assert view.form.parts[Part.INDICATOR].keys.hasFocus()


def test_columns_rows_and_cells_are_pointed_out_in_the_sheet_by_keyboard(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    view = opened(_csv(tmp_path, "breed.csv", WIDE))
    _pointed(view, 5, 3, "Niet nodig", "Kolom D")
    assert view.form.values.columns.text() == "B-C"
    _pointed(view, 5, 3, "Cijfers", "Kolom D")
    assert view.form.values.columns.text() == "B-D"
    _pointed(view, 5, 0, "Eenheid", "Kolom A")
    assert view.draft.place(Part.BREAKDOWN) == NOWHERE
    assert view.draft.place(Part.UNIT) == Place(Where.COLUMN, 0)
    _pointed(view, 0, 0, "Periode", "Cel A1")
    assert view.draft.place(Part.PERIOD) == Place(Where.CELL, 0, 0)
    assert view.form.parts[Part.PERIOD].written.text() == "A1"
    _pointed(view, 4, 0, "De kolomnamen lopen door tot hier", "Rij 5")
    assert view.draft.headings == (3, 4)
    assert (view.form.first.value(), view.form.last.value()) == (4, 5)
    _pointed(view, 3, 0, "Alleen hier staan kolomnamen", "Rij 4")
    _settled(qtbot, view)
    assert "5 waarden zijn te lezen." in _texts(view)


def test_several_rows_are_pointed_out_as_headings_at_once_and_letters_and_numbers_open_the_menu(
    opened: Opened, tmp_path: Path
) -> None:
    view = opened(_csv(tmp_path, "meer.csv", SEVERAL))
    view.take_headings(2, 2)
    view.sheet.go_to(1, 0)
    QTest.keyClick(view.sheet, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    view.sheet.ask()
    _choice(view, "Daar staan de kolomnamen", "Rij 2 tot en met 3").trigger()
    assert view.draft.headings == (1, 2)
    view.sheet.column_chosen.emit(0)
    assert _choice(view, "Gemeente").text().strip() == "Gemeente"
    view.sheet.row_chosen.emit(4)
    assert not [action for action in view.sheet.menu.actions() if "Cijfers" in action.text()]
    view.sheet.menu.hide()


def test_each_column_of_figures_may_have_its_own_series(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    view = opened(_csv(tmp_path, "meer.csv", SEVERAL))
    assert "8 waarden zijn te lezen." in _texts(view)
    box = view.form.values.series[1]
    box.activated.emit(box.findData("IND-07"))
    _settled(qtbot, view)
    table = view.result.lists.table
    assert table is not None
    assert "IND-07" in {observation.key.indicator for observation in table.items}


def test_the_tab_key_comes_by_the_series_of_each_column_where_they_stand(
    opened: Opened, tmp_path: Path
) -> None:
    view = opened(_csv(tmp_path, "meer.csv", SEVERAL))
    view.take_draft(view.draft.with_place(Part.INDICATOR, Place(Where.HEADINGS)))
    QApplication.processEvents()
    values = view.form.values
    stops = [values.decimal, *values.series.values(), view.form.parts[Part.MUNICIPALITY].where]
    stops[0].setFocus()
    for before, after in pairwise(stops):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()
    assert len(values.series) > 1


def test_the_form_says_in_plain_dutch_what_cannot_be(opened: Opened, tmp_path: Path) -> None:
    view = opened(_csv(tmp_path, "breed.csv", WIDE))
    values, period = view.form.values, view.form.parts[Part.PERIOD]
    values.columns.setText("Z")
    values.columns.editingFinished.emit()
    assert values.columns_field.fault.startswith("Schrijf letters van kolommen in dit blad")
    period.where.activated.emit(period.where.findText("Eén voor het hele bestand"))
    period.written.setText("ooit")
    period.written.editingFinished.emit()
    assert period.written_field.fault == "Schrijf een periode, zoals 2019-K1 of 2019."
    period.written.setText("2019-K1")
    period.written.editingFinished.emit()
    assert view.draft.place(Part.PERIOD).text == "2019-K1"
    period.where.activated.emit(period.where.findText("In cel A1"))
    period.written.setText("eerste")
    period.written.editingFinished.emit()
    assert period.written_field.fault == "Schrijf een cel, zoals A1."
    period.written.setText("b2")
    period.written.editingFinished.emit()
    assert view.draft.place(Part.PERIOD) == Place(Where.CELL, 1, 1)
    view.form.last.setValue(11)
    view.form.first.setValue(1)
    assert "ten hoogste 6 rijen" in view.form.rows_told.plain_text or view.draft.headings[0] == 0


def test_sign_factor_status_source_and_words_to_skip_are_said_in_the_form(
    opened: Opened, tmp_path: Path
) -> None:
    view = opened(_csv(tmp_path, "lang.csv", LONG))
    values, form = view.form.values, view.form
    values.factor.setCurrentIndex(values.factor.findData(1000.0))
    values.factor.activated.emit(values.factor.currentIndex())
    values.decimal.setCurrentIndex(values.decimal.findData("."))
    values.decimal.activated.emit(values.decimal.currentIndex())
    form.skip.setText("Totaal, Nederland")
    form.source.setText("Jens")
    form.source.editingFinished.emit()
    form.status.setCurrentIndex(0)
    form.status.activated.emit(0)
    assert [value.factor for value in view.draft.values] == [1000.0]
    assert view.draft.decimal == "."
    assert view.draft.skip == ("Totaal", "Nederland")
    assert (view.draft.source, view.draft.status.value) == ("Jens", "voorlopig")
    columns = values.columns
    columns.setText("C, b")
    columns.editingFinished.emit()
    assert [value.column for value in view.draft.values] == [1, 2]


def test_a_workbook_opens_at_the_sheet_with_a_table_and_each_sheet_keeps_what_was_said(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "noten.xlsx"
    path.write_bytes(xlsx({"Toelichting": (("Zo leest u dit",),), "Kwartalen": NOTED}))
    view = opened(path)
    assert view.bar.tabText(view.bar.currentIndex()) == "Kwartalen"
    assert "8 waarden zijn te lezen." in _texts(view)
    draft = view.draft.with_place(Part.UNIT, Place(Where.COLUMN, 4))
    view.take_draft(draft)
    view.bar.setCurrentIndex(0)
    _settled(qtbot, view)
    assert "Wijs de kolommen met cijfers aan." in _texts(view)
    view.bar.setCurrentIndex(1)
    assert view.draft == draft


def test_what_was_said_is_not_lost_by_escape_another_page_or_another_file(
    opened: Opened, page: DataPage, state: AppState, tmp_path: Path
) -> None:
    path = _csv(tmp_path, "breed.csv", WIDE)
    view = opened(path)
    draft = replace(view.draft, source="De leverancier")
    view.take_draft(draft)
    QTest.keyClick(view.sheet, Qt.Key.Key_Escape)
    page.hide()
    state.set_theme(Theme(Mode.DARK))
    page.show()
    assert page.steps.mapping.view is view
    assert view.draft == draft
    view.saving.stop.click()
    assert page.steps.start is not None
    opened(_csv(tmp_path, "lang.csv", LONG))
    assert opened(path).draft == draft


def test_a_recognised_file_can_be_read_otherwise_and_an_own_layout_mended(
    opened: Opened, page: DataPage, qtbot: QtBot, tmp_path: Path
) -> None:
    view = opened(_csv(tmp_path, "breed.csv", WIDE))
    view.take_draft(replace(view.draft, dimension="vorm"))
    _settled(qtbot, view)
    view.saving.name.setText("Breed")
    view.saving.save()
    qtbot.waitUntil(lambda: page.steps.view is not None, timeout=20_000)
    page.steps.mapping.adjust()
    qtbot.waitUntil(lambda: page.steps.mapping.view is not None, timeout=20_000)
    again = page.steps.mapping.view
    assert again is not None
    _settled(qtbot, again)
    assert page.steps.confirmation is None
    assert again.saving.name.text() == "Breed"
    assert not again.draft.guessed
    assert again.draft.dimension == "vorm"
    again.take_draft(replace(again.draft, source="Beter"))
    _settled(qtbot, again)
    again.saving.save()
    qtbot.waitUntil(lambda: page.steps.view is not None, timeout=20_000)
    assert [(layout.title, layout.source) for layout in known_layouts().own] == [("Breed", "Beter")]


def test_a_problem_in_the_list_is_gone_to_in_the_sheet(opened: Opened, tmp_path: Path) -> None:
    rows = (("Gemeente", "Jaar", "IND-03"), ("Heerlen", "2019", "12"), ("Nergensland", "2019", "3"))
    view = opened(_csv(tmp_path, "fout.csv", rows))
    assert "1 melding houdt cijfers tegen." in _texts(view)
    problems = view.result.lists.problems
    assert problems is not None
    view.result.lists.tabs.open(0)
    view.result.lists.went.emit()
    assert view.sheet.current_cell == (2, 0)


def test_own_layouts_are_listed_and_one_can_go_and_come_back(
    state: AppState, qtbot: QtBot, notices: list[Notice], tmp_path: Path
) -> None:
    columns = ("Gemeente", "Jaar")
    fields = {name: Field(column=name) for name in columns}
    value = (ValueField(column="Aantal", series="IND-03"),)
    layout = Layout(
        key="x",
        title="x",
        columns=columns,
        municipality=fields["Gemeente"],
        period=fields["Jaar"],
        value=value,
    )
    kept = save_layout(layout, "Per jaar")
    (tmp_path / "home" / "indelingen" / "stuk.toml").write_text("?", encoding="utf-8")
    listed = LayoutList(state)
    qtbot.addWidget(listed)
    listed.show()
    assert "Per jaar" in _texts(listed)
    assert "De indeling stuk.toml klopt niet: bij regel 1, teken 1" in _texts(listed)
    listed.removing["per-jaar"].click()
    assert known_layouts().own == ()
    assert notices[-1].undo is not None
    notices[-1].undo()
    assert known_layouts().own == (kept,)
    remove_layout("per-jaar")
    listed.removing["per-jaar"].click()
    assert "U hebt geen eigen indeling 'per-jaar'." in notices[-1].message


def test_a_very_wide_sheet_asks_for_some_columns_and_guesses_beside_the_screen(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    columns = range(1600)
    lines = [";".join(("", *(f"Groep {column % 7}" for column in columns)))]
    lines += [";".join(("Kwartaal", *(f"Onderwerp {column}" for column in columns)))]
    lines += [f"2019-Q{row};{';'.join(str(column + row) for column in columns)}" for row in (1, 2, 3)]
    path = tmp_path / "breed.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    view = opened(path)
    view.take_draft(view.draft.with_place(Part.INDICATOR, Place(Where.HEADINGS)))
    assert len(view.form.values.series) == 20
    qtbot.waitUntil(lambda: "Dit zijn de eerste 20 kolommen." in _texts(view.form))
    first, last = view.draft.headings
    other = (1, 1) if (first, last) == (0, 1) else (0, 1)
    view.take_headings(*other)
    assert view.draft.headings == (first, last)
    qtbot.waitUntil(lambda: view.draft.headings == other, timeout=20_000)


def test_help_below_a_bounded_field_is_never_cut(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "los.csv"
    path.write_text("Plaats;Kwartaal;Aantal\nHeerlen;2019-Q1;3\nHeerlen;2019-Q2;4\n", encoding="utf-8")
    view = opened(path)
    view.resize(1700, 900)
    QApplication.processEvents()
    for text in view.saving.name_field.findChildren(Text):
        if text.isVisible():
            assert text.height() >= text.heightForWidth(text.width())
