"""Buttons: one primary per page at most, secondary beside it, quiet for the rest."""

from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from raadsapp.ui.theme.icons import Ink, icon, icon_before_text
from raadsapp.ui.widgets.styling import restyle

_ARROWS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


def primary_button(text: str, icon_name: str = "") -> QPushButton:
    """The button for what the page is for."""
    return _button(text, icon_name, "primary", Ink.ON_ACCENT)


def secondary_button(text: str, icon_name: str = "") -> QPushButton:
    """A button for another thing to do."""
    return _button(text, icon_name, "secondary", Ink.TEXT)


def quiet_button(text: str, icon_name: str = "") -> QPushButton:
    """A button that looks like a link."""
    return _button(text, icon_name, "quiet", Ink.ACCENT)


def icon_button(icon_name: str, says: str, ink: Ink = Ink.TEXT) -> QPushButton:
    """A button with an icon only; `says` is its tooltip and its name for assistive technology."""
    button = _button("", icon_name, "icon", ink)
    button.setToolTip(says)
    button.setAccessibleName(says)
    return button


def small_icon_button(icon_name: str, says: str) -> QPushButton:
    """An icon button that takes less room, for rows that come in dozens."""
    button = icon_button(icon_name, says)
    restyle(button, role="mini")
    return button


class Button(QPushButton):
    """A button that Enter presses as space does; Qt has that in dialogs alone."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button, once for each time it goes down."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


class ChoiceButton(Button):
    """Stays down while its choice holds, and keeps room for the heavier type its words have then."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        restyle(self, role="choice")

    def sizeHint(self) -> QSize:
        """As wide as when it is held."""
        held = QFont(self.font())
        held.setWeight(QFont.Weight.DemiBold)
        text = self.text()
        more = QFontMetrics(held).horizontalAdvance(text) - self.fontMetrics().horizontalAdvance(text)
        return super().sizeHint() + QSize(max(more, 0), 0)

    def minimumSizeHint(self) -> QSize:
        """No smaller: words are never cut off."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go to the choice before or after this one of a group, also on another line."""
        group = cast("QButtonGroup | None", self.group())
        step = _ARROWS.get(event.key(), 0)
        if group is None or not step:
            super().keyPressEvent(event)
            return
        others = group.buttons()
        place = others.index(self) + step
        if 0 <= place < len(others):
            others[place].setFocus(Qt.FocusReason.OtherFocusReason)
            others[place].click()


def choice_button(text: str) -> ChoiceButton:
    """A button that stays down while its choice holds; put several in a `QButtonGroup`."""
    return ChoiceButton(text)


def keep_one_stop(button: QAbstractButton, down: bool) -> None:  # noqa: FBT001 - Qt's signal gives a bare bool
    """Let the Tab key stop only at the choice of a group that is down; arrow keys go to the others."""
    group = button.group()
    if down:
        for other in group.buttons():
            stops = other is button
            other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)


def _button(text: str, icon_name: str, role: str, ink: Ink) -> QPushButton:
    button = Button(text)
    if icon_name:
        button.setIcon(icon_before_text(icon_name, ink) if text else icon(icon_name, ink))
    restyle(button, role=role)
    return button
