"""Every page stands still at any window width and any text size."""

import faulthandler
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QLayout
from pytestqt.qtbot import QtBot

from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.pages import PAGES
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.lever_field import LeverField
from raadsapp.ui.widgets.wrapping import Row

WIDTHS = (*range(720, 1960, 62), *range(1930, 710, -62))
MOST_RESIZES = 4000
LONGEST = 120


class _Resizes(QObject):
    """Counts how often anything in the application changes size."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.count = 0
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Resize
        return False

    def after(self, change: Callable[[], None]) -> int:
        """How many there are until the window rests again."""
        self.count = 0
        change()
        QApplication.processEvents()
        return self.count


@pytest.fixture
def _no_hanging() -> Iterator[None]:
    """End the run, with the place where it hangs, when a page arranges itself without end."""
    faulthandler.dump_traceback_later(LONGEST, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture
def resizes(qapp: QApplication) -> Iterator[_Resizes]:
    counting = _Resizes(qapp)
    yield counting
    qapp.removeEventFilter(counting)


@pytest.mark.usefixtures("_no_hanging")
@pytest.mark.parametrize("page", [entry.key for entry in PAGES])
def test_a_page_finds_its_arrangement_at_every_width_and_text_size(
    window: MainWindow, state: AppState, resizes: _Resizes, page: str
) -> None:
    window.attach(state)
    window.show()
    state.go(page)
    for width in WIDTHS:
        assert resizes.after(partial(window.resize, width, 800)) < MOST_RESIZES, f"{width} pixels"
    for width, height in ((1280, 800), (1920, 1080)):
        window.resize(width, height)
        QApplication.processEvents()
        for scale in (2.0, 1.0, 1.5, 1.2, 2.0):
            changed = resizes.after(partial(state.set_theme, Theme(scale=scale)))
            assert changed < MOST_RESIZES, f"text at {scale} in {width} pixels"


def test_nothing_is_laid_out_before_the_style_of_everything_is_there(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, state: AppState
) -> None:
    """Text that Qt lays out while it replaces one style by another may end the program."""
    window.attach(state)
    window.resize(1280, 800)
    window.show()
    state.go("scenario")
    qtbot.waitUntil(lambda: any(field.isVisible() for field in window.findChildren(LeverField)))
    field = next(field for field in window.findChildren(LeverField) if field.isVisible())
    search = window.controls.top_bar.search
    before = window.rail.width(), field.minimumWidth(), search.minimumWidth()
    apply_theme(qapp, Theme(scale=1.1))
    assert (window.rail.width(), field.minimumWidth(), search.minimumWidth()) == before
    qtbot.waitUntil(lambda: window.rail.width() > before[0])
    qtbot.waitUntil(lambda: field.minimumWidth() > before[1])
    qtbot.waitUntil(lambda: search.minimumWidth() > before[2])


@pytest.mark.parametrize("page", [entry.key for entry in PAGES])
def test_nothing_is_asked_for_its_size_while_the_style_of_everything_is_replaced(
    qtbot: QtBot,
    qapp: QApplication,
    window: MainWindow,
    state: AppState,
    monkeypatch: pytest.MonkeyPatch,
    page: str,
) -> None:
    """What still has the old style may then be asked for parts of it that are gone."""
    asked: list[int] = []
    row = Row(QLabel("Rij"))
    qtbot.addWidget(row)
    layout = row.layout()
    assert layout
    wrapping = type(layout)
    height = wrapping.heightForWidth

    def heard(layout: QLayout, width: int) -> int:
        asked.append(width)
        return height(layout, width)

    monkeypatch.setattr(wrapping, "heightForWidth", heard)
    window.attach(state)
    window.resize(1280, 800)
    window.show()
    state.go(page)
    QApplication.processEvents()
    assert asked
    asked.clear()
    apply_theme(qapp, Theme(scale=1.1))
    assert not asked
    QApplication.processEvents()
    assert asked
