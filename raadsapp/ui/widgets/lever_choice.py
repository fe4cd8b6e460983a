"""The row of a lever that chooses: one button per option, one of them down."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever
from raadsapp.ui.theme.tokens import TIGHT
from raadsapp.ui.widgets.buttons import choice_button
from raadsapp.ui.widgets.lever_row import LeverRow
from raadsapp.ui.widgets.lever_words import Value
from raadsapp.ui.widgets.wrapping import Row


class ChoiceRow(LeverRow):
    """The Tab key stops once, at the option that is chosen; arrow keys go from option to option."""

    def __init__(self, lever: Lever, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(lever, catalog, parent)
        self.options = {choice.value: choice_button(choice.label) for choice in lever.choices}
        options = Row(*self.options.values(), gap=TIGHT)
        for choice in lever.choices:
            button = self.options[choice.value]
            button.setAutoExclusive(True)
            button.setAccessibleName(f"{lever.label}: {choice.label}")
            button.toggled.connect(self._take_option)
        for beside in (self.reset, self.help_button):
            self.head.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        self.control.addWidget(options, 1)
        self.show_value(lever.default)

    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in order."""
        return (*self.options.values(), *super().stops())

    def show_value(self, value: Value) -> None:
        """Show a choice without telling anybody."""
        super().show_value(value)
        for option, button in self.options.items():
            chosen = option == value
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.options[str(value)].setChecked(True)

    def _take_option(self, down: bool) -> None:  # noqa: FBT001 - Qt's signal gives a bare bool
        if down:
            self.set_value(next(value for value, button in self.options.items() if button.isChecked()))
