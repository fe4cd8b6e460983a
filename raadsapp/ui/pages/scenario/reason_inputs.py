"""What goes into a figure: a button for what can be explained further, a row for a lever or a fact."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.services.derivation import Input, InputKind
from raadsapp.services.derivation_text import input_words
from raadsapp.services.formula import symbol
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import MEDIUM, SMALL, TEXT_BODY, TIGHT
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.source_line import CaveatLine, SourceLine
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS, empty_layout, restyle
from raadsapp.ui.widgets.text import Overline, Small, Subheading, Text, Tone
from raadsapp.ui.widgets.wrapping import Row

_SYMBOL = 34


class ReasonInputs(QWidget):
    """The inputs below each other; `asked` carries the place of the one that is to be explained."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[object, ...], ...] = ()
        self.rows: list[InputRow | StepButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_inputs(self, inputs: Sequence[Input], catalog: Catalog) -> None:
        """Show these inputs; where only values differ from what is shown, only these are replaced."""
        wanted = tuple((one.kind, one.symbol, one.label, one.place, one.sources) for one in inputs)
        if wanted != self._shown:
            self._shown = wanted
            empty_layout(self._column)
            self.rows = [
                StepButton(one, catalog) if one.kind is InputKind.STEP else InputRow(one, catalog)
                for one in inputs
            ]
            for row in self.rows:
                rule = QFrame()
                restyle(rule, role="rule")
                self._column.addWidget(rule)
                self._column.addWidget(row)
                row.show()  # at once: the focus goes to it
                if isinstance(row, StepButton):
                    row.clicked.connect(self._ask)
        for row, one in zip(self.rows, inputs, strict=True):
            row.show_input(one)

    @property
    def steps(self) -> tuple["StepButton", ...]:
        """The inputs that lead on."""
        return tuple(row for row in self.rows if isinstance(row, StepButton))

    def _ask(self) -> None:
        row = self.sender()
        if isinstance(row, StepButton):
            self.asked.emit(row.input.place)


class InputRow(QWidget):
    """Symbol, name and value of an input, and where it comes from."""

    def __init__(self, one: Input, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input = one
        self._value, self._note, self._badge = Subheading(), Small(), Badge("")
        self._value.setWordWrap(False)
        restyle(self._badge, tone="standing")
        self._symbol = Overline(symbol(one.symbol), Tone.ACCENT)
        self._symbol.setWordWrap(False)
        top = Qt.AlignmentFlag.AlignTop
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addWidget(Text(one.label))
        words.addWidget(Row(self._value, self._badge))
        words.addWidget(self._note)
        if one.sources:
            words.addWidget(SourceLine(one.sources, catalog))
        for caveat in one.caveats:
            words.addWidget(CaveatLine(caveat))
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(MEDIUM)
        row.addWidget(self._symbol, 0, top)
        row.addLayout(words, 1)
        if one.kind is InputKind.STEP:
            row.addWidget(IconLabel("chevron-right", size=TEXT_BODY), 0, Qt.AlignmentFlag.AlignVCenter)
        self._fit()
        self.show_input(one)

    def show_input(self, one: Input) -> None:
        """Show other values of the same input."""
        self.input = one
        words = input_words(one)
        if self._value.plain_text != one.shown:
            self._value.show_text(one.shown)
        if self._note.plain_text != one.note:
            self._note.show_text(one.note)
        self._note.setHidden(not one.note)
        if self._badge.text() != words:
            self._badge.setText(words)
            self._badge.setAccessibleName(words)
        self._badge.setHidden(not words)
        self.setAccessibleName(", ".join(filter(None, (one.label, one.shown, words))))

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS and hasattr(self, "_symbol"):
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self._symbol.setMinimumWidth(applied_theme().px(_SYMBOL))


class StepButton(QPushButton):
    """An input that is a figure of the model itself; Enter, space and a click explain it."""

    def __init__(self, one: Input, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        restyle(self, role="item")
        self._row = InputRow(one, catalog)
        for part in (self._row, *self._row.findChildren(QWidget)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            if isinstance(part, Text):
                part.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
                part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_input(one)

    @property
    def input(self) -> Input:
        """What is shown."""
        return self._row.input

    def show_input(self, one: Input) -> None:
        """Show other values of the same input."""
        self._row.show_input(one)
        self.setAccessibleName(self._row.accessibleName())
        self.setAccessibleDescription("Laat zien hoe dit getal is berekend")

    def sizeHint(self) -> QSize:
        """As large as the words in it."""
        return self._whole.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As small as the longest word allows."""
        return self._whole.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Whether the height follows the width: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in which all words fit at this width."""
        return self._whole.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as well as on space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
