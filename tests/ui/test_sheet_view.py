from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from raadsapp.domain.problem import Severity
from raadsapp.intake.sheet_part import SheetPart
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Mode, Theme
from raadsapp.ui.widgets.sheet_view import Mark, SheetView

Shown = Callable[..., SheetView]
PART = SheetPart(
    "Wachten",
    (1, 1),
    (
        (0, ("Wachttijden",)),
        (1, ("Gemeente", "Weken")),
        (2, ("Heerlen", 1234.5)),
        (3, ("Landgraaf", "n.b.")),
        (7, ("Voerendaal", "veel")),
    ),
    12,
)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    def show(
        part: SheetPart = PART,
        marks: dict[tuple[int, int], Mark] | None = None,
        left_out: frozenset[int] = frozenset(),
    ) -> SheetView:
        view = SheetView()
        qtbot.addWidget(view)
        view.resize(600, 400)
        view.show()
        view.show_part(part, marks, left_out)
        QApplication.processEvents()
        return view

    return show


def said(view: SheetView, line: int, column: int, role: Qt.ItemDataRole) -> object:
    return view.model().index(line, column).data(role)


def headings(view: SheetView, orientation: Qt.Orientation) -> list[str]:
    model = view.model()
    count = model.columnCount() if orientation is Qt.Orientation.Horizontal else model.rowCount()
    return [str(model.headerData(place, orientation)) for place in range(count)]


def test_columns_have_letters_and_rows_the_numbers_they_have_in_the_sheet(shown: Shown) -> None:
    view = shown()
    assert headings(view, Qt.Orientation.Horizontal) == ["A", "B"]
    assert headings(view, Qt.Orientation.Vertical) == ["1", "2", "3", "4", "⋯", "8", "⋯"]


def test_rows_that_are_not_shown_are_said_calmly(shown: Shown) -> None:
    view = shown()
    words = "Rij 5 tot en met 7 staan wel in het bestand, maar niet in dit voorbeeld."
    assert view.model().headerData(4, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole) == words
    assert said(view, 4, 0, Qt.ItemDataRole.ToolTipRole) == words
    assert not view.model().flags(view.model().index(4, 0)) & Qt.ItemFlag.ItemIsSelectable
    one = SheetPart("Blad", (0, 0), ((0, ("a",)), (2, ("b",))), 3)
    view.show_part(one)
    assert str(said(view, 1, 0, Qt.ItemDataRole.ToolTipRole)).startswith("Rij 2 staat wel in het bestand")


def test_cells_are_shown_as_delivered_with_numbers_written_in_dutch(shown: Shown) -> None:
    view = shown()
    assert said(view, 2, 1, Qt.ItemDataRole.DisplayRole) == "1234,5"
    assert view.text_of(7, 1) == "veel"
    assert view.text_of(0, 1) == ""
    assert view.text_of(5, 0) == ""


def test_a_mark_is_a_sign_a_colour_and_a_sentence(shown: Shown) -> None:
    marks = {
        (2, 1): Mark(Severity.NOTE, "Ter informatie."),
        (3, 1): Mark(Severity.WARNING, "Controleer dit."),
        (7, 1): Mark(Severity.BLOCKING, "Geen getal."),
        (2, 0): Mark(None, "Verandert."),
    }
    view = shown(marks=marks)
    assert said(view, 5, 1, Qt.ItemDataRole.ToolTipRole) == "Geen getal."
    assert said(view, 5, 1, Qt.ItemDataRole.AccessibleTextRole) == "B8: veel. Geen getal."
    assert said(view, 0, 1, Qt.ItemDataRole.AccessibleTextRole) == "B1: leeg"
    assert said(view, 5, 1, Qt.ItemDataRole.DecorationRole) is not None
    assert said(view, 2, 1, Qt.ItemDataRole.BackgroundRole) is None
    assert said(view, 3, 1, Qt.ItemDataRole.BackgroundRole) == said(
        view, 5, 1, Qt.ItemDataRole.BackgroundRole
    )
    assert said(view, 2, 0, Qt.ItemDataRole.BackgroundRole) != said(
        view, 3, 1, Qt.ItemDataRole.BackgroundRole
    )
    assert said(view, 3, 0, Qt.ItemDataRole.DecorationRole) is None


def test_a_row_that_is_left_out_is_struck_through_and_said(shown: Shown) -> None:
    view = shown(left_out=frozenset({3}))
    font = said(view, 3, 0, Qt.ItemDataRole.FontRole)
    assert isinstance(font, QFont)
    assert font.strikeOut()
    assert said(view, 3, 0, Qt.ItemDataRole.ToolTipRole) == "Deze rij is weggelaten."
    assert said(view, 2, 0, Qt.ItemDataRole.FontRole) is None


def test_the_reader_walks_by_keyboard_and_is_told_where_she_is(shown: Shown, qtbot: QtBot) -> None:
    view = shown()
    heard: list[tuple[int, int]] = []
    view.cell_chosen.connect(lambda row, column: heard.append((row, column)))
    assert view.go_to(3, 0)
    assert heard == []
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert heard == [(7, 0), (7, 1)]
    assert view.current_cell == (7, 1)
    assert not view.go_to(5, 0)
    assert not view.go_to(3, 9)
    with qtbot.waitSignal(view.row_chosen, check_params_cb=lambda row: row == 7):
        view.verticalHeader().sectionClicked.emit(5)
    view.verticalHeader().sectionClicked.emit(4)
    with qtbot.waitSignal(view.column_chosen, check_params_cb=lambda column: column == 1):
        view.horizontalHeader().sectionClicked.emit(1)


def test_whole_columns_and_rows_are_chosen_and_copied(shown: Shown) -> None:
    view = shown()
    view.selectColumn(1)
    assert view.chosen_columns == (1,)
    assert view.chosen_rows == (0, 1, 2, 3, 7)
    view.selectRow(2)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Heerlen\t1234,5"


def test_the_reader_stays_where_she_is_when_the_marks_change(shown: Shown) -> None:
    view = shown()
    view.go_to(7, 1)
    view.show_part(PART, {(7, 1): Mark(Severity.NOTE, "Anders.")})
    assert view.current_cell == (7, 1)


def test_it_grows_with_the_text(shown: Shown, qapp: QApplication) -> None:
    view = shown(marks={(7, 1): Mark(Severity.BLOCKING, "Geen getal.")})
    view.go_to(7, 1)
    before = view.rowHeight(2), view.columnWidth(0), view.rowHeight(4)
    apply_theme(qapp, Theme(Mode.DARK, 2.0))
    QApplication.processEvents()
    QApplication.processEvents()
    after = view.rowHeight(2), view.columnWidth(0), view.rowHeight(4)
    assert all(new > old for old, new in zip(before, after, strict=True))
    assert not view.grab().isNull()


def test_a_part_of_many_rows_and_columns_is_shown_at_once(shown: Shown) -> None:
    wide = SheetPart("Breed", (0, 0), tuple((row, ("x" * 40,) * 300) for row in range(0, 2400, 2)), 1_000_000)
    view = shown(wide)
    assert view.model().rowCount() == 2400
    assert view.columnWidth(0) < 400


def test_the_chosen_cell_stays_in_sight_when_there_is_less_room(shown: Shown) -> None:
    wide = SheetPart("Breed", (0, 0), tuple((row, ("x" * 30,) * 8) for row in range(60)), 60)
    view = shown(wide)
    view.resize(2600, 2600)
    QApplication.processEvents()
    view.go_to(50, 7)
    view.resize(600, 400)
    QApplication.processEvents()
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
