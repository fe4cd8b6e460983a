from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from raadsapp.domain.catalog import Catalog, Dossier
from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.source import Document, Source, Standing
from raadsapp.services.described import Detail
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import READING_WIDTH, Mode, Theme
from raadsapp.ui.widgets.badge import Badge, StandingBadge
from raadsapp.ui.widgets.buttons import choice_button, icon_button, primary_button
from raadsapp.ui.widgets.card import Card, Section
from raadsapp.ui.widgets.details import Details
from raadsapp.ui.widgets.fact_figure import FactFigure
from raadsapp.ui.widgets.item_button import ItemButton
from raadsapp.ui.widgets.message_blocks import EmptyState, ErrorState, LoadingState
from raadsapp.ui.widgets.page import Page, PageBody, PageHeader
from raadsapp.ui.widgets.snackbar import Snackbar
from raadsapp.ui.widgets.source_line import CaveatLine, SourceLine, source_text
from raadsapp.ui.widgets.tab_row import TabRow
from raadsapp.ui.widgets.text import Body, Small, Tone
from raadsapp.ui.widgets.wrapping import Columns, Row

Shown = TypeVar("Shown", bound=QWidget)

LONG = "De raad vroeg om scenario's, een raadsakkoord en voorbeelden. " * 5
CATALOG = Catalog(
    dossier=Dossier(
        key="klein",
        title="Klein dossier",
        version=1,
        as_of=date(2026, 1, 1),
        municipalities=("GM0986",),
        years=(2015, 2023),
    ),
    documents=(
        Document(key="rapport", title="Het rapport", short="rekenkamerrapport 2018", author="Rekenkamer"),
        Document(key="artikel", title="Het artikel", short="artikel 2021", author="Redactie"),
    ),
)


def test_long_text_gets_the_height_it_needs_at_every_width(qtbot: QtBot) -> None:
    text = shown(qtbot, Body(LONG))
    assert text.heightForWidth(300) > text.heightForWidth(600) > 20


def test_lines_of_running_text_stay_short_enough_to_read(qtbot: QtBot) -> None:
    text = shown(qtbot, Body(LONG))
    text.resize(1600, 200)
    assert text.contentsRect().width() == READING_WIDTH
    assert text.heightForWidth(1600) == text.heightForWidth(READING_WIDTH)


def test_text_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    text = shown(qtbot, Body("Minder dan <b>5</b> & meer"))
    text.show_text("Kosten < plafond\nTweede alinea")
    assert text.plain_text == "Kosten < plafond\nTweede alinea"
    assert text.accessibleName() == text.plain_text
    assert "&lt; plafond" in text.text()


def test_text_can_be_selected_but_is_no_stop_for_the_tab_key(qtbot: QtBot) -> None:
    text = shown(qtbot, Small("Bron"))
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert not text.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_tone_changes_the_colour_at_once(qtbot: QtBot) -> None:
    text = shown(qtbot, Small("Let op"))
    before = text.palette().windowText().color()
    text.show_tone(Tone.CONCERN)
    assert text.palette().windowText().color() != before


def test_a_source_line_names_each_document_once_with_its_places() -> None:
    sources = (
        Source(document="rapport", place="§4.1 Financieel"),
        Source(document="rapport", place="p. 38"),
        Source(document="artikel", place=""),
    )
    assert source_text(sources, CATALOG) == (
        "Bronnen: rekenkamerrapport 2018, §4.1 Financieel, p. 38; artikel 2021"
    )
    assert source_text(sources[:1], CATALOG) == "Bron: rekenkamerrapport 2018, §4.1 Financieel"


def test_a_source_line_without_sources_is_not_there(qtbot: QtBot) -> None:
    card = Card()
    line = SourceLine((), CATALOG)
    card.add(line)
    shown(qtbot, card)
    assert not line.isVisible()
    line.show_sources((Source(document="artikel", place="slot"),), CATALOG)
    assert line.isVisible()


@pytest.mark.parametrize("standing", [one for one in Standing if one is not Standing.SOURCE])
def test_what_no_source_says_is_marked_in_words(qtbot: QtBot, standing: Standing) -> None:
    badge = shown(qtbot, StandingBadge(standing))
    assert not badge.isHidden()
    assert badge.text() == standing.value
    assert standing.value in badge.accessibleName()


def test_what_a_source_says_needs_no_mark(qtbot: QtBot) -> None:
    badge = shown(qtbot, StandingBadge(Standing.ESTIMATE))
    badge.show_standing(Standing.SOURCE)
    assert badge.isHidden()


def test_a_figure_is_spoken_with_its_label_and_source(qtbot: QtBot) -> None:
    figure = shown(qtbot, FactFigure("€ 16.900.000", "plafond in 2019", "Bron: rapport", Standing.DERIVED))
    assert figure.accessibleName() == "€ 16.900.000 plafond in 2019. Bron: rapport"


def test_a_caveat_says_that_it_is_one(qtbot: QtBot) -> None:
    caveat = shown(qtbot, CaveatLine("De bronnen spreken elkaar tegen."))
    names = [label.accessibleName() for label in caveat.findChildren(QLabel)]
    assert names == ["Let op: De bronnen spreken elkaar tegen."]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_row_opens_by_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    row = shown(qtbot, ItemButton("Hulp dichtbij", "Twee effecten", "D1", Badge("gemeten"), "D1"))
    with qtbot.waitSignal(row.clicked):
        QTest.keyClick(row, key)
    assert row.key == "D1"
    assert row.accessibleName() == "D1. Hulp dichtbij. Twee effecten"


def test_a_row_opens_by_a_click_on_its_words(qtbot: QtBot) -> None:
    row = shown(qtbot, ItemButton("Hulp dichtbij", "Twee effecten"))
    row.resize(400, row.heightForWidth(400))
    label = row.findChildren(QLabel)[0]
    with qtbot.waitSignal(row.clicked):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=label.mapTo(row, QPoint(5, 5)))


def test_columns_go_below_each_other_when_room_is_short(qtbot: QtBot) -> None:
    columns = Columns(narrowest=200, most=3, gap=10)
    cards = [Card(f"Kaart {number}") for number in range(3)]
    for card in cards:
        columns.add(card)
    shown(qtbot, columns)
    columns.resize(700, 400)
    assert len({card.y() for card in cards}) == 1
    assert len({card.width() for card in cards}) == 1
    columns.resize(420, 600)
    assert [card.y() > 0 for card in cards] == [False, False, True]
    columns.resize(200, 900)
    assert len({card.y() for card in cards}) == 3
    assert columns.heightForWidth(200) > columns.heightForWidth(700)


def test_columns_grow_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    columns = Columns(narrowest=200, gap=10)
    cards = [Card("Kaart"), Card("Kaart")]
    for card in cards:
        columns.add(card)
    shown(qtbot, columns)
    columns.resize(420, 400)
    assert cards[1].y() == 0
    apply_theme(qapp, Theme(scale=2.0))
    qapp.processEvents()
    assert cards[1].y() > 0


def test_a_row_of_buttons_wraps_and_can_be_emptied(qtbot: QtBot) -> None:
    buttons = [primary_button("Cijfers laden", "upload"), QPushButton("Bewaren"), QPushButton("Sluiten")]
    row = shown(qtbot, Row(*buttons))
    row.resize(800, 50)
    assert len({button.geometry().center().y() for button in buttons}) == 1
    row.resize(160, 300)
    assert len({button.y() for button in buttons}) == 3
    row.clear()
    assert row.heightForWidth(160) == 0


@pytest.mark.parametrize("block", [Card, Section])
def test_a_block_can_be_filled_again(qtbot: QtBot, block: Callable[[str], Card | Section]) -> None:
    card = shown(qtbot, block("Doelen"))
    card.add(QLabel("eerste"))
    row = QHBoxLayout()
    row.addWidget(QLabel("tweede"))
    card.add_row(row)
    card.clear()
    card.add(QLabel("nieuw"))
    QApplication.processEvents()
    visible = {label.text() for label in card.findChildren(QLabel) if not label.isHidden()}
    assert visible == {"Doelen", "nieuw"}
    assert card.accessibleName() == "Doelen"


def test_an_empty_state_offers_what_to_do(qtbot: QtBot) -> None:
    done: list[str] = []
    block = shown(
        qtbot, EmptyState("Nog geen cijfers", "Laad een bestand.", ("Laden", lambda: done.append("x")))
    )
    QTest.mouseClick(block.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert done == ["x"]
    assert block.accessibleName() == "Nog geen cijfers Laad een bestand."


def test_an_error_offers_to_try_again(qtbot: QtBot) -> None:
    tried: list[str] = []
    block = shown(
        qtbot, ErrorState("Het bestand is stuk.", "Zet een kopie terug.", lambda: tried.append("x"))
    )
    QTest.mouseClick(block.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert tried == ["x"]


def test_loading_shows_how_far_it_is_and_can_be_stopped(qtbot: QtBot) -> None:
    stopped: list[str] = []
    block = shown(qtbot, LoadingState(cancel=lambda: stopped.append("x")))
    assert block.bar.maximum() == 0
    block.show_progress(3, 10)
    assert (block.bar.value(), block.bar.maximum()) == (3, 10)
    QTest.mouseClick(block.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert stopped == ["x"]


def test_a_button_with_only_an_icon_has_a_name(qtbot: QtBot) -> None:
    button = shown(qtbot, icon_button("copy", "Kopiëren"))
    assert button.accessibleName() == "Kopiëren" == button.toolTip()


def test_a_message_can_be_undone_once(qtbot: QtBot) -> None:
    window = shown(qtbot, QWidget())
    window.resize(900, 500)
    undone: list[str] = []
    bar = Snackbar(window)
    bar.show_message("De levering is ingetrokken.", lambda: undone.append("x"))
    assert bar.isVisible()
    assert window.rect().contains(bar.geometry())
    QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert undone == ["x"]
    assert not bar.isVisible()


def test_a_message_without_undo_has_no_button_and_stays_at_the_bottom(qtbot: QtBot) -> None:
    window = shown(qtbot, QWidget())
    window.resize(900, 500)
    bar = Snackbar(window)
    bar.show_message("Gekopieerd.")
    assert bar.button.isHidden()
    window.resize(500, 300)
    assert window.rect().contains(bar.geometry())


_SEEN_MS = 1_050


def _keyboard_on(widget: QWidget) -> bool:
    widget.setFocus()
    return widget.hasFocus()


def test_a_message_covers_nothing_that_has_the_keyboard(qtbot: QtBot) -> None:
    window = shown(qtbot, QWidget())
    window.resize(900, 500)
    first, last = QLineEdit(window), QLineEdit(window)
    for field, top in ((first, 20), (last, 450)):
        field.setGeometry(300, top, 300, 40)
        field.show()
    bar = Snackbar(window)
    qtbot.waitUntil(lambda: _keyboard_on(last))
    bar.show_message("Bewaard.", print)
    for field in (last, first, last):
        qtbot.waitUntil(partial(_keyboard_on, field))
        assert not bar.geometry().intersects(field.geometry())
        assert window.rect().contains(bar.geometry())
    QTest.keyClick(last, Qt.Key.Key_Escape)
    assert not bar.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_space_does(qtbot: QtBot, key: Qt.Key) -> None:
    for button in (primary_button("Bewaar"), choice_button("Oud stelsel")):
        shown(qtbot, button)
        pressed = QSignalSpy(button.clicked)
        QTest.keyClick(button, key)
        assert pressed.count() == 1


def test_a_message_goes_as_the_reader_scrolls_on_unless_it_offers_to_undo(qtbot: QtBot) -> None:
    page = QWidget()
    body, field = PageBody(page), QLineEdit()
    body.add(field)
    for _ in range(30):
        body.add(Body(LONG))
    shown(qtbot, page)
    page.resize(900, 500)
    qtbot.waitUntil(lambda: body.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: _keyboard_on(field))
    bar = Snackbar(page)
    bar.show_message("Gekopieerd.")
    body.verticalScrollBar().setValue(100)
    assert bar.isVisible()
    QTest.qWait(_SEEN_MS)
    body.verticalScrollBar().setValue(200)
    assert not bar.isVisible()
    bar.show_message("Bewaard.", print)
    QTest.qWait(_SEEN_MS)
    body.verticalScrollBar().setValue(300)
    assert bar.isVisible()


def test_a_page_is_no_wider_than_reads_well_and_scrolls_down_only(qtbot: QtBot, qapp: QApplication) -> None:
    page = QWidget()
    body = PageBody(page)
    body.add(PageHeader("Overzicht", LONG))
    for _ in range(30):
        body.add(Body(LONG))
    shown(qtbot, page)
    for theme in (Theme(), Theme(Mode.DARK, 2.0)):
        apply_theme(qapp, theme)
        page.resize(1280, 800)
        qtbot.waitUntil(lambda: body.verticalScrollBar().maximum() > 0)
        qtbot.waitUntil(lambda: body.horizontalScrollBar().maximum() == 0)
    apply_theme(qapp, Theme())
    page.resize(2400, 800)
    column = body.widget()
    assert column is not None
    qtbot.waitUntil(lambda: body.width() == 2400 and column.width() < 1400)
    body.clear()
    qtbot.waitUntil(lambda: body.verticalScrollBar().maximum() == 0)


class CountingPage(Page):
    """Counts how often it is drawn."""

    depends_on = frozenset({Part.OBSERVATIONS})
    drawn = 0

    def refresh(self) -> None:
        self.drawn += 1


def test_a_page_is_drawn_when_seen_and_again_only_after_what_it_shows_changed(
    qtbot: QtBot, state: AppState
) -> None:
    page = CountingPage(state)
    assert page.drawn == 0
    shown(qtbot, page)
    assert page.drawn == 1
    state.announce(Changes(frozenset({Part.COMMITMENTS}), "Bewaard."))
    assert page.drawn == 1
    state.announce(Changes(frozenset({Part.OBSERVATIONS}), "Bewaard."))
    assert page.drawn == 2
    state.set_municipality("GM0882")
    state.set_municipality("GM0882")
    assert page.drawn == 3
    state.set_as_of(date(2026, 1, 1))
    assert page.drawn == 4


def test_a_hidden_page_catches_up_when_it_is_seen(qtbot: QtBot, state: AppState) -> None:
    page = shown(qtbot, CountingPage(state))
    page.hide()
    state.set_municipality("GM0882")
    state.set_as_of(date(2026, 1, 1))
    assert page.drawn == 1
    page.show()
    assert page.drawn == 2


def test_a_write_is_told_to_the_reader_with_the_way_to_undo_it(state: AppState) -> None:
    notices: list[Notice] = []
    state.on_notice(notices.append)
    state.announce(Changes(frozenset({Part.COMMITMENTS}), "De toezegging is verwijderd."), undo=print)
    state.announce(Changes(frozenset({Part.COMMITMENTS}), ""))
    state.notify("Gekopieerd.")
    assert notices == [Notice("De toezegging is verwijderd.", print), Notice("Gekopieerd.")]


def shown(qtbot: QtBot, widget: Shown) -> Shown:
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_a_row_of_tabs_wraps_and_is_worked_by_arrow_keys(qtbot: QtBot) -> None:
    tabs = TabRow("Wat u ziet", ("Geld en wachttijd", "Wie helpt, wie betaalt", "Waardoor"))
    qtbot.addWidget(tabs)
    tabs.resize(900, 80)
    with qtbot.waitActive(tabs):
        tabs.show()
        tabs.activateWindow()
    tabs.button(0).setFocus()
    opened: list[int] = []
    tabs.opened.connect(opened.append)
    assert (tabs.current, tabs.accessibleName()) == (0, "Wat u ziet")
    QTest.keyClick(tabs.button(0), Qt.Key.Key_Right)
    tabs.open(2)
    tabs.open(2)
    assert opened == [1, 2]
    assert tabs.current == 2
    assert tabs.heightForWidth(200) > tabs.heightForWidth(900)
    wide = tabs.button(1).width()
    tabs.open(1)
    assert tabs.button(1).width() == wide


def test_details_are_not_laid_out_while_the_style_of_everything_is_replaced(
    qtbot: QtBot, qapp: QApplication
) -> None:
    details = Details([Detail("Bron", ("het rapport",)), Detail("Jaar", ("2018",))])
    details.resize(400, 200)
    shown(qtbot, details)
    grid = details.layout()
    assert isinstance(grid, QGridLayout)
    beside = [grid.getItemPosition(place) for place in range(grid.count())]
    apply_theme(qapp, Theme(scale=2.0))
    assert [grid.getItemPosition(place) for place in range(grid.count())] == beside
    qtbot.waitUntil(lambda: grid.getItemPosition(1) != beside[1])
