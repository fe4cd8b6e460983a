"""Figures as a file from the window: kind and place, progress, stopping, and what went wrong."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.export.figures import Format
from raadsapp.services import deliveries, entered_figures
from raadsapp.texts import long_date
from raadsapp.ui.pages import data
from raadsapp.ui.pages.data import remembered
from raadsapp.ui.pages.data.exporting import Export, ask_place
from raadsapp.ui.pages.data.page import DataPage
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.widgets.text import Text

OnScreen = Callable[[QWidget, int, int], None]


@pytest.fixture
def page(state: AppState, on_screen: OnScreen) -> DataPage:
    shown = data.build(state)
    on_screen(shown, 1100, 800)
    return shown


def _texts(widget: QWidget) -> str:
    return "\n".join(text.plain_text for text in widget.findChildren(Text) if text.isVisible())


def _goes_to(export: Export, path: Path) -> list[Format]:
    asked: list[Format] = []

    def answer(_parent: QWidget, _folder: Path, form: Format) -> Path:
        asked.append(form)
        return path

    export.ask = answer
    return asked


@pytest.mark.parametrize("form", Format)
def test_a_file_is_written_that_the_program_reads_back_as_unchanged(
    page: DataPage, qtbot: QtBot, state: AppState, notices: list[Notice], tmp_path: Path, form: Format
) -> None:
    path = tmp_path / f"cijfers.{form}"
    asked = _goes_to(page.export, path)
    page.export.kinds.button(form.value).click()
    page.export.button.click()
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert asked == [form]
    preview = deliveries.preview(state.session, path)
    assert (preview.new, preview.changed, preview.blocking) == (0, 0, 0)
    assert notices[-1].message == f"{preview.unchanged} waarden staan in ‘cijfers.{form}’."
    assert remembered.folder(state.settings_file) == tmp_path
    assert page.export.loading is None
    assert page.focusWidget() is page.export.button


def test_it_goes_by_keyboard_alone_and_every_control_has_a_name(
    page: DataPage, qtbot: QtBot, notices: list[Notice], tmp_path: Path
) -> None:
    asked = _goes_to(page.export, tmp_path / "cijfers.ods")
    assert page.export.accessibleName() == "Exporteren"
    assert page.export.kinds.accessibleName() == "Soort bestand"
    excel = page.export.kinds.button(Format.XLSX.value)
    excel.setFocus()
    QTest.keyClick(excel, Qt.Key.Key_Right)
    assert page.export.kinds.choice == Format.ODS.value
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert page.export.button.hasFocus()
    QTest.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert asked == [Format.ODS]


def test_the_day_of_the_top_bar_is_said_and_counts(
    page: DataPage, qtbot: QtBot, state: AppState, notices: list[Notice], tmp_path: Path
) -> None:
    assert "bekend was" not in _texts(page.export)
    today = datetime.now().astimezone().date()
    state.set_as_of(today)
    assert f"Het bestand bevat wat op {long_date(today)} bekend was." in _texts(page.export)
    state.set_as_of(date(2020, 1, 1))
    assert "Op 1 januari 2020 stonden er nog geen cijfers in dit dossier." in _texts(page.export)
    page.export.write(tmp_path / "toen.csv", Format.CSV)
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert notices[-1].message == "0 waarden staan in ‘toen.csv’."


def test_where_figures_entered_by_hand_come_is_said_before_and_after(
    page: DataPage, qtbot: QtBot, state: AppState, notices: list[Notice], tmp_path: Path
) -> None:
    ceilings = {f"plafond-{year}": 10_000_000.0 for year in range(2019, 2023)}
    _, changes = entered_figures.enter(state.session, "GM0917", ceilings, source="Raadsbrief", by="Griffie")
    state.announce(changes)
    assert "zelf invoerde, staan in een werkmap op een eigen blad" in _texts(page.export)
    page.export.write(tmp_path / "uit.csv", Format.CSV)
    qtbot.waitUntil(lambda: "uit.csv" in notices[-1].message, timeout=20_000)
    assert "4 cijfers die u zelf invoerde, staan er niet bij" in notices[-1].message


@pytest.mark.parametrize("stop", [Export.cancel, lambda export: QTest.keyClick(export, Qt.Key.Key_Escape)])
def test_stopping_writes_no_file(
    page: DataPage, qtbot: QtBot, notices: list[Notice], tmp_path: Path, stop: Callable[[Export], object]
) -> None:
    page.export.write(tmp_path / "groot.xlsx", Format.XLSX)
    assert page.export.loading is not None
    assert "De cijfers worden geëxporteerd" in _texts(page.export)
    assert [button.text() for button in page.export.loading.findChildren(QPushButton)] == ["Stoppen"]
    assert page.export.loading.findChildren(QPushButton)[0].hasFocus()
    page.export.choose()
    stop(page.export)
    assert notices[-1].message == "Het exporteren is gestopt. Er is geen bestand geschreven."
    assert page.export.button.hasFocus()
    qtbot.wait(500)
    assert not list(tmp_path.glob("*groot*"))
    assert len(notices) == 1


def test_a_place_that_cannot_be_written_is_said_with_a_way_on(
    page: DataPage, qtbot: QtBot, notices: list[Notice], tmp_path: Path
) -> None:
    folder = tmp_path / "weg"
    page.export.write(folder / "uit.csv", Format.CSV)
    qtbot.waitUntil(lambda: page.export.error is not None, timeout=20_000)
    QApplication.processEvents()
    assert "die map bestaat niet" in _texts(page.export)
    assert not notices
    assert page.export.error is not None
    folder.mkdir()
    (retry,) = page.export.error.findChildren(QPushButton)
    retry.click()
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert (folder / "uit.csv").is_file()
    assert page.export.error is None


def test_choosing_no_place_writes_nothing(page: DataPage) -> None:
    page.export.ask = lambda _parent, _folder, _form: None
    page.export.button.click()
    assert page.export.loading is None


def test_the_question_for_a_place_offers_a_name_with_the_ending_of_its_kind(
    page: DataPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[QFileDialog] = []

    def accept(dialog: QFileDialog) -> int:
        asked.append(dialog)
        return 1

    monkeypatch.setattr(QFileDialog, "exec", accept)
    chosen = ask_place(page.export, tmp_path, Format.ODS)
    assert chosen == tmp_path / f"cijfers-{date.today()}.ods"  # noqa: DTZ011 - the reader's own day
    assert asked[0].defaultSuffix() == "ods"
    assert asked[0].nameFilters() == ["LibreOffice-werkblad (*.ods)"]
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 0)
    assert ask_place(page.export, tmp_path, Format.ODS) is None
