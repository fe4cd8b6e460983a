"""Bring something into view that appeared outside of it."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from raadsapp.ui.theme.tokens import WIDE


def reveal(widget: QWidget) -> None:
    """Scroll the page around `widget` until all of it is seen, or its top when it is taller than the page.

    Waits until the page has given it its place.
    """
    QTimer.singleShot(0, widget, lambda: _scroll_to(widget))


def keep_in_sight(widget: QWidget) -> None:
    """Reveal `widget` now, and again whenever what stands around it moves it while it has the keyboard."""
    _Keeper(widget)
    reveal(widget)


def turn_page(widget: QWidget, pages: int) -> None:
    """Scroll the page around `widget` this many times its height down, or up for fewer than none."""
    area = _area_of(widget)
    if area is not None:
        bar = area.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())


def page_height(widget: QWidget) -> int:
    """How much of the page around `widget` can be seen at once, in pixels; 0 where it lies in none."""
    area = _area_of(widget)
    return area.viewport().height() if area is not None else 0


class _Keeper(QObject):
    """Watches everything between a widget and the page around it, as long as the widget lives.

    The page itself moves when the reader scrolls, and so is not watched.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        area = _area_of(widget)
        around: QWidget | None = widget
        while area is not None and around is not None and around is not area.widget():
            around.installEventFilter(self)
            around = around.parentWidget()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See to it after a move."""
        if event.type() == QEvent.Type.Move and self._widget.hasFocus():
            reveal(self._widget)
        return False


def _area_of(widget: QWidget) -> QScrollArea | None:
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


def _scroll_to(widget: QWidget) -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    area = _area_of(widget)
    content = area.widget() if area is not None else None
    if area is None or content is None or not widget.isVisible():
        return
    top = widget.mapTo(content, widget.rect().topLeft()).y()
    bar = area.verticalScrollBar()
    lowest = top - WIDE
    highest = top + widget.height() + WIDE - area.viewport().height()
    bar.setValue(min(max(bar.value(), highest), lowest))
