"""What can be done with all levers at once; it stays in view above them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QMenu, QVBoxLayout, QWidget

from raadsapp.domain.lever import LeverKind
from raadsapp.services.scenario import preset_changes
from raadsapp.ui.pages.scenario.history import History
from raadsapp.ui.pages.scenario.lever_group import TITLES
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.theme.tokens import SMALL, TIGHT
from raadsapp.ui.widgets.buttons import icon_button, secondary_button
from raadsapp.ui.widgets.segments import Segments
from raadsapp.ui.widgets.wrapping import Row


class Toolbar(QWidget):
    """Presets, back and forward, play again, save; which levers are shown, and a jump to each group.

    `preset_chosen` carries the key of a preset the levers were put at, `jump_asked` a `LeverKind`.
    """

    preset_chosen = Signal(str)
    save_asked = Signal()
    changed_only = Signal(bool)
    jump_asked = Signal(str)

    def __init__(self, scenario: ScenarioSession) -> None:
        super().__init__()
        self._scenario = scenario
        self.presets = secondary_button("Begin met …")
        self.presets.setAccessibleDescription("Zet alle schuiven in een voorbeeldstand die iets laat zien")
        self.menu = QMenu(self.presets)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.menu.triggered.connect(self._take_preset)
        self.presets.setMenu(self.menu)
        self.undo = icon_button("undo", "Ongedaan maken (Ctrl+Z)")
        self.redo = icon_button("redo", "Opnieuw doen (Ctrl+Y)")
        self.replay = secondary_button("Herhaal")
        self.replay.setAccessibleName("Herhaal laatste wijziging")
        self.replay.setToolTip("Herhaal laatste wijziging (Ctrl+R): kijk nu naar een andere grafiek")
        self.save = secondary_button("Bewaar")
        self.save.setToolTip("Bewaar dit scenario (Ctrl+S)")
        self.jump = Segments("Ga naar", [(kind, TITLES[kind]) for kind in LeverKind])
        self.jump.show_choice(LeverKind.ASSUMPTION)
        self.only = QCheckBox("Alleen gewijzigde schuiven")
        self.undo.clicked.connect(scenario.undo)
        self.redo.clicked.connect(scenario.redo)
        self.replay.clicked.connect(scenario.replay)
        self.save.clicked.connect(self.save_asked)
        self.only.toggled.connect(self.changed_only)
        self.jump.chosen.connect(self.jump_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(Row(self.presets, self.undo, self.redo, self.replay, self.save, gap=TIGHT))
        column.addWidget(Row(self.jump, self.only))
        scenario.on_history(self._show_history)
        self._show_history(scenario.history)

    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in order."""
        jump = tuple(self.jump.button(kind) for kind in LeverKind)
        return (self.presets, self.undo, self.redo, self.replay, self.save, *jump, self.only)

    def fill_menu(self) -> None:
        """Offer the presets of the dossier, each with the sentence that says what it shows."""
        self.menu.clear()
        for preset in self._scenario.catalog.presets:
            action = self.menu.addAction(preset.title)
            action.setData(preset.key)
            action.setToolTip(preset.text)
            action.setStatusTip(preset.text)

    def _take_preset(self, action: QAction) -> None:
        key = str(action.data())
        municipality = self._scenario.asked.municipality
        changes = preset_changes(self._scenario.catalog, municipality, key)
        self.preset_chosen.emit(key)
        self._scenario.start_from(dict(changes), f"Begin met {action.text()}")

    def _show_history(self, history: History) -> None:
        for button, step, says in (
            (self.undo, history.last, "Ongedaan maken"),
            (self.redo, history.next, "Opnieuw doen"),
        ):
            button.setEnabled(step is not None)
            button.setAccessibleName(f"{says}: {step.what}" if step else says)
        self.replay.setEnabled(history.last is not None)
