"""Roles and tones: the names by which the stylesheet knows a widget."""

from PySide6.QtCore import QEvent, QMargins, Qt
from PySide6.QtWidgets import QLayout, QWidget

# Events after which sizes that follow the reader's text must be worked out anew.
TEXT_SIZE_EVENTS = frozenset(
    {QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.ApplicationFontChange}
)


def restyle(widget: QWidget, **names: str) -> None:
    """Give a widget its role or tone; the stylesheet is applied anew when one of them is another."""
    changed = False
    for name, value in names.items():
        if widget.property(name) != str(value):
            widget.setProperty(name, str(value))
            changed = True
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def empty_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let the widgets in it go."""
    while item := layout.takeAt(0):
        inner = item.layout()
        if inner is not None:
            empty_layout(inner)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def take_out_widgets(layout: QLayout) -> None:
    """Take all widgets out of a layout that holds nothing else, to be put elsewhere in it.

    Not by `takeAt`: the item it gives lives on, and Qt then tells that one, instead of the item that comes in
    its place, when the widget needs another height.
    """
    while (item := layout.itemAt(0)) and (widget := item.widget()):
        layout.removeWidget(widget)


def margins(horizontal: int, vertical: int) -> QMargins:
    """The same space left and right, and above and below."""
    return QMargins(horizontal, vertical, horizontal, vertical)
