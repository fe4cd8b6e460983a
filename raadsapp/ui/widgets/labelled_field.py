"""A field with its name above it and, below it, help or what is wrong with what was filled in."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.icons import Ink
from raadsapp.ui.theme.tokens import TEXT_BODY, TIGHT
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS, restyle
from raadsapp.ui.widgets.text import Overline, Small, Tone


class LabelledField(QWidget):
    """One field of a form. `widest` bounds its width in pixels at 100 % text; 0 leaves it free.

    `says` names the field for assistive technology where its label only does beside others.
    """

    def __init__(
        self,
        label: str,
        field: QWidget,
        help_text: str = "",
        widest: int = 0,
        *,
        says: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._says = says or label
        self._help = help_text
        self._widest = widest
        column = _Bounded(self) if widest else QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        self._name = Overline(label)
        self._name.setBuddy(field)
        column.addWidget(self._name)
        column.addWidget(field)
        below = QHBoxLayout()
        below.setSpacing(TIGHT)
        self._icon = IconLabel("alert", Ink.CONCERN, TEXT_BODY)
        self._message = Small()
        below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._message, 1)
        column.addLayout(below)
        column.addStretch(1)
        self._limit_width()
        self.show_fault("")

    @property
    def fault(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return "" if self._icon.isHidden() else self._message.plain_text

    def show_fault(self, message: str) -> None:
        """Say what is wrong with the field; an empty text says that nothing is."""
        self._icon.setHidden(not message)
        self._message.show_text(message or self._help)
        self._message.show_tone(Tone.CONCERN if message else Tone.MUTED)
        self._message.setHidden(not (message or self._help))
        self.field.setAccessibleName(self._says)
        self.field.setAccessibleDescription(message or self._help)
        restyle(self.field, fault="true" if message else "")

    def show_help(self, text: str) -> None:
        """Say something else below the field; nothing is wrong with it."""
        self._help = text
        self.show_fault("")

    def hide_name(self) -> None:
        """Let assistive technology alone name the field, which belongs to the one above it."""
        self._name.hide()

    def show_name(self, label: str) -> None:
        """Call the field something else, as when its unit is another."""
        self._says = label
        self._name.show_text(label)
        self.field.setAccessibleName(label)

    def clear_fault(self) -> None:
        """Say that nothing is wrong."""
        self.show_fault("")

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS and hasattr(self, "field"):
            self._limit_width()
        super().changeEvent(event)

    def _limit_width(self) -> None:
        if self._widest:
            self.setMaximumWidth(applied_theme().px(self._widest))


class _Bounded(QVBoxLayout):
    """A column that asks for the height of the width it gets, which its widget bounds; Qt forgets that."""

    def heightForWidth(self, width: int) -> int:
        """How high it must be."""
        owner = self.parentWidget()
        return super().heightForWidth(min(width, owner.maximumWidth()) if owner else width)
