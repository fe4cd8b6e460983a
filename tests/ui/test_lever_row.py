"""The row of a lever: every way to change it, what it says, and that showing a value is silent."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.content.loading import load
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever
from raadsapp.paths import data_dir
from raadsapp.services.scenario import levers_for
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Mode, Theme
from raadsapp.ui.widgets.lever_choice import ChoiceRow
from raadsapp.ui.widgets.lever_details import LeverDetails
from raadsapp.ui.widgets.lever_field import read_number
from raadsapp.ui.widgets.lever_number import NumberRow
from raadsapp.ui.widgets.lever_row import LeverRow
from raadsapp.ui.widgets.lever_words import range_words, spoken, value_words

Row = TypeVar("Row", bound=LeverRow)

# The platform without a screen has no use for the size hints of windows, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(data_dir())


@pytest.fixture
def growth(qtbot: QtBot, catalog: Catalog) -> NumberRow:
    return _shown(qtbot, NumberRow(_lever(catalog, "demand_growth"), catalog))


@pytest.fixture
def base_year(qtbot: QtBot, catalog: Catalog) -> ChoiceRow:
    return _shown(qtbot, ChoiceRow(_lever(catalog, "base_year"), catalog))


def _lever(catalog: Catalog, key: str, municipality: str = "GM0986") -> Lever:
    return next(lever for lever in levers_for(catalog, municipality) if lever.key == key)


def _shown(qtbot: QtBot, row: Row) -> Row:
    qtbot.addWidget(row)
    row.resize(420, 160)
    row.show()
    QApplication.processEvents()
    return row


def _changes(row: LeverRow) -> list[float | str]:
    told: list[float | str] = []
    row.changed.connect(told.append)
    return told


def _type(row: NumberRow, text: str) -> None:
    row.field.setFocus()
    row.field.selectAll()
    QTest.keyClicks(row.field, text)
    QTest.keyClick(row.field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("2,5", 2.5), ("2.5", 2.5), ("-1", -1.0), ("99", 10.0), ("-99", -5.0), ("", 0.0)],
)
def test_a_typed_number_is_read_as_the_dutch_write_it(growth: NumberRow, typed: str, value: float) -> None:
    _type(growth, typed)
    assert growth.value == value
    assert growth.field.text() == value_words(growth.lever, value).removesuffix("% per jaar")


def test_letters_cannot_be_typed(growth: NumberRow) -> None:
    told = _changes(growth)
    _type(growth, "veel")
    assert told == []
    assert growth.field.text() == "0,0"


@pytest.mark.parametrize(
    ("text", "decimals", "number"),
    [
        ("1.250", 0, 1250.0),
        ("600 000", 0, 600_000.0),
        ("1.4", 1, 1.4),
        ("1.250,5", 1, 1250.5),
        ("1.250.000", 1, 1_250_000.0),
        ("−1,5", 1, -1.5),
        ("-", 1, None),
    ],
)
def test_points_are_thousands_unless_they_must_be_decimals(
    text: str, decimals: int, number: float | None
) -> None:
    assert read_number(text, decimals) == number


def test_keys_move_the_track_by_one_step_ten_steps_and_to_the_ends(growth: NumberRow) -> None:
    told = _changes(growth)
    keys = Qt.Key
    for key in (keys.Key_Right, keys.Key_Up, keys.Key_Left, keys.Key_PageUp, keys.Key_PageDown):
        QTest.keyClick(growth.track, key)
    QTest.keyClick(growth.track, keys.Key_End)
    QTest.keyClick(growth.track, keys.Key_Home)
    assert told == [0.5, 1.0, 0.5, 5.5, 0.5, 10.0, -5.0]


def test_the_arrow_keys_step_in_the_field_too(growth: NumberRow) -> None:
    QTest.keyClick(growth.field, Qt.Key.Key_Up)
    assert growth.value == 0.5


def test_field_and_name_follow_the_track_once_it_is_painted(qtbot: QtBot, growth: NumberRow) -> None:
    growth.track.setValue(growth.track.maximum())
    assert growth.value == 10.0
    qtbot.waitUntil(lambda: growth.field.value() == 10.0)
    assert growth.track.accessibleName().endswith("10,0 procent per jaar")


def test_a_drag_is_one_gesture_with_many_values(growth: NumberRow) -> None:
    told, gestures = _changes(growth), _gestures(growth)
    track, middle = growth.track, growth.track.height() // 2
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width() // 2, middle))
    QTest.mouseMove(track, QPoint(track.width() - 80, middle))
    QTest.mouseMove(track, QPoint(track.width() + 50, middle))
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width(), middle))
    QTest.mouseMove(track, QPoint(5, middle))
    assert told[-1] == 10.0
    assert len(told) == 3
    assert gestures == ["begin", "end"]


def _gestures(row: LeverRow) -> list[str]:
    told: list[str] = []
    row.gesture_started.connect(lambda: told.append("begin"))
    row.gesture_finished.connect(lambda: told.append("end"))
    return told


def test_a_key_that_repeats_is_one_gesture(growth: NumberRow) -> None:
    gestures = _gestures(growth)
    QTest.keyPress(growth.track, Qt.Key.Key_Right)
    assert gestures == ["begin"]
    QTest.keyRelease(growth.track, Qt.Key.Key_Right)
    assert gestures == ["begin", "end"]
    QTest.keyPress(growth.track, Qt.Key.Key_Right)
    growth.track.clearFocus()
    growth.field.setFocus()
    QTest.keyRelease(growth.track, Qt.Key.Key_Right)
    assert gestures == ["begin", "end"] * 2


def test_a_held_button_repeats_and_is_one_gesture(qtbot: QtBot, growth: NumberRow) -> None:
    gestures = _gestures(growth)
    QTest.mousePress(growth.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: float(growth.value) >= 1.5)
    QTest.mouseRelease(growth.more, Qt.MouseButton.LeftButton)
    assert gestures == ["begin", "end"]
    before = float(growth.value)
    QTest.mouseClick(growth.less, Qt.MouseButton.LeftButton)
    assert growth.value == before - 0.5


def test_showing_a_value_is_silent_and_setting_the_same_one_too(growth: NumberRow) -> None:
    told = _changes(growth)
    growth.show_value(3.0)
    growth.set_value(3.0)
    assert told == []
    assert (growth.field.value(), growth.track.value()) == (3.0, 16)


def test_a_value_between_steps_stays_until_the_next_step(growth: NumberRow) -> None:
    _type(growth, "2,3")
    assert growth.value == 2.3
    QTest.mouseClick(growth.more, Qt.MouseButton.LeftButton)
    assert growth.value == 3.0


def test_a_default_finer_than_the_field_is_shown_without_a_change(qtbot: QtBot, catalog: Catalog) -> None:
    row = _shown(qtbot, NumberRow(_lever(catalog, "pgb_count", "GM0917"), catalog))
    assert row.value == 436.8
    assert row.field.text() == "437"
    assert not row.is_changed


def test_a_changed_lever_looks_changed_and_reset_brings_it_back(qtbot: QtBot, growth: NumberRow) -> None:
    assert not growth.reset.isEnabled()
    before = growth.grab().toImage()
    told = _changes(growth)
    QTest.keyClick(growth.track, Qt.Key.Key_End)
    assert growth.is_changed
    qtbot.waitUntil(growth.reset.isEnabled)
    assert growth.grab().toImage().pixelColor(2, 80) != before.pixelColor(2, 80)
    with qtbot.waitSignal(growth.was_reset):
        growth.reset.click()
    assert told == [10.0]
    assert growth.value == 0.0
    assert not growth.reset.isEnabled()


def test_the_wheel_moves_no_lever(growth: NumberRow) -> None:
    for part in (growth.track, growth.field):
        QApplication.sendEvent(part, _wheel(part))
    assert growth.value == 0.0


def _wheel(widget: QWidget) -> QWheelEvent:
    at = QPointF(widget.rect().center())
    return QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own argument
    )


def test_what_is_kept_of_the_picture_follows_colours_and_size(
    qapp: QApplication, qtbot: QtBot, growth: NumberRow
) -> None:
    _picture(growth)
    apply_theme(qapp, Theme(mode=Mode.DARK, scale=1.4))
    growth.resize(520, 200)
    QApplication.processEvents()
    afresh = _shown(qtbot, NumberRow(growth.lever, load(data_dir())))
    afresh.resize(520, 200)
    QApplication.processEvents()
    assert growth.track.width() == afresh.track.width()
    assert _picture(growth) == _picture(afresh)


def _picture(row: NumberRow) -> QImage:
    return row.track.grab().toImage()


def test_assistive_technology_hears_label_value_and_unit(growth: NumberRow) -> None:
    growth.show_value(3.0)
    for part in (growth, growth.track, growth.field):
        assert part.accessibleName() == "Groei van het gebruik, 3,0 procent per jaar"
    assert growth.more.accessibleName() == "Groei van het gebruik één stap hoger"


def test_assistive_technology_hears_the_value_and_not_only_the_step_of_a_moved_track(
    growth: NumberRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def listen(event: QAccessibleAnnouncementEvent) -> None:
        if event.type() == QAccessible.Event.Announcement:
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    growth.track.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Shift, Qt.Key.Key_End, Qt.Key.Key_Right):
        QTest.keyClick(growth.track, key)
    assert heard == ["0,5 procent per jaar", "10,0 procent per jaar"]


def test_help_opens_range_maker_goals_and_source(qtbot: QtBot, growth: NumberRow, catalog: Catalog) -> None:
    assert range_words(growth.lever) == "Van −5 tot 10% per jaar."
    assert "Voorgekomen: 12 tot 74 per jaar" in range_words(_lever(catalog, "pgb_count"))
    assert not growth.findChildren(LeverDetails)  # made when it is asked for
    with qtbot.waitSignal(growth.help_opened):
        growth.help_button.click()
    (details,) = growth.findChildren(LeverDetails)
    assert details.isVisible()
    details.show_moves("Verandert nu: saldo.")
    words = " ".join(label.plain_text for label in details.texts())
    for part in (
        "Makers van Raadsapp",
        "Bronnen: ",
        "Gaat over: ",
        "D3 De jeugdhulp echt veranderen",
        "Verandert nu: saldo.",
    ):
        assert part in words
    growth.help_button.click()
    assert not details.isVisible()


def test_a_lever_that_waits_for_another_says_so_in_the_same_room(qtbot: QtBot, catalog: Catalog) -> None:
    row = _shown(qtbot, NumberRow(_lever(catalog, "risk_corridor"), catalog))
    assert row.waits is not None
    assert row.waits.sentence == "Werkt samen met ‘Deel voor de gemeente’."
    height = row.heightForWidth(420)
    row.show_waits("Werkt pas als ‘Deel voor de gemeente’ boven 0 staat.")
    assert row.waits.sentence == row.accessibleDescription()
    assert row.waits.sentence.startswith("Werkt pas als")
    assert row.heightForWidth(420) == height
    row.show_waits("")
    assert row.waits.sentence.startswith("Werkt samen met")


def test_a_lever_that_works_alone_says_nothing_of_others(growth: NumberRow) -> None:
    growth.show_waits("Dit hoort hier niet.")
    assert growth.waits is None
    assert growth.accessibleDescription() == ""


def test_a_choice_is_made_by_click_and_by_arrow_key(base_year: ChoiceRow) -> None:
    told = _changes(base_year)
    QTest.mouseClick(base_year.options["2016"], Qt.MouseButton.LeftButton)
    QTest.keyClick(base_year.options["2016"], Qt.Key.Key_Right)
    assert told == ["2016", "2017"]
    assert base_year.is_changed
    base_year.reset.click()
    assert base_year.value == "budget"
    assert base_year.options["budget"].isChecked()


def test_showing_a_choice_is_silent_and_names_it(base_year: ChoiceRow) -> None:
    told = _changes(base_year)
    base_year.show_value("mean")
    assert told == []
    assert base_year.accessibleName() == spoken(base_year.lever, "mean")
    assert base_year.accessibleName().endswith("Gemiddelde 2015–2017")
    assert range_words(base_year.lever) == ""


@pytest.mark.parametrize("value", [3.25, 0.05, 7.25, -0.15])
def test_a_value_halfway_between_two_that_can_be_shown_is_shown_silently_too(
    growth: NumberRow, value: float
) -> None:
    told = _changes(growth)
    growth.show_value(value)
    assert told == []
    assert growth.value == value
