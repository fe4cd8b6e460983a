"""The reconciliation: what was published beside what follows from the printed figures."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.source import Source
from raadsapp.services.published_words import computed as computed_key
from raadsapp.services.published_words import difference as difference_key
from raadsapp.services.scenario_reconciliation import ReconciliationLine, reconciliation
from raadsapp.services.scenario_sentences import REFERENCE_YEAR
from raadsapp.texts import euro
from raadsapp.ui.theme.icons import Ink
from raadsapp.ui.theme.tokens import LARGE, TIGHT
from raadsapp.ui.widgets.badge import StandingBadge
from raadsapp.ui.widgets.buttons import icon_button
from raadsapp.ui.widgets.card import Section
from raadsapp.ui.widgets.source_line import source_text
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Body, Overline, Small, Subheading
from raadsapp.ui.widgets.wrapping import Columns, Row

_COLUMN = 170


class ReconciliationView(Section):
    """One block per pair of figures: published, computed, and the difference on its own.

    `reason_asked` carries the figure that is to be explained, and the year.
    """

    reason_asked = Signal(object)

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__("Aansluiting: gepubliceerd naast berekend", parent)
        self.add(
            Body(
                "Waar gedrukte cijfers niet op elkaar aansluiten, staan ze hier naast elkaar. "
                "Er is niets bijgesteld."
            )
        )
        for line in reconciliation(catalog):
            rule = QFrame()
            restyle(rule, role="rule")
            self.add(rule)
            block = _LineBlock(line, catalog)
            block.reason_asked.connect(self.reason_asked)
            self.add(block)


class _LineBlock(QWidget):
    reason_asked = Signal(object)

    def __init__(self, line: ReconciliationLine, catalog: Catalog) -> None:
        super().__init__()
        self._figures: dict[QPushButton, str] = {}
        difference = _with_sign(line.difference)
        self.setAccessibleName(
            f"{line.title}: gepubliceerd {euro(line.published)}, berekend {euro(line.computed)}, "
            f"verschil {difference}"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TIGHT, 0, TIGHT)
        column.setSpacing(TIGHT)
        column.addWidget(Subheading(line.title))
        cells = Columns(narrowest=_COLUMN, most=3, gap=LARGE)
        published, computed = line.published_label, f"{line.computed_label}: {line.formula}"
        cells.add(_cell("Gepubliceerd", euro(line.published), published, line.published_sources, catalog))
        cells.add(
            _cell(
                "Berekend",
                euro(line.computed),
                computed,
                line.computed_sources,
                catalog,
                why=self._why(computed_key(line.key), f"berekend, {line.title}"),
            )
        )
        cells.add(
            _cell(
                "Verschil",
                difference,
                "",
                (),
                catalog,
                StandingBadge(line.standing),
                self._why(difference_key(line.key), f"verschil, {line.title}"),
            )
        )
        column.addWidget(cells)
        if line.note:
            column.addWidget(Body(line.note))

    def _why(self, figure: str, name: str) -> QPushButton:
        button = icon_button("help", f"Waarom dit getal? {name}", Ink.MUTED)
        restyle(button, role="hint")
        self._figures[button] = figure
        button.clicked.connect(self._ask)
        return button

    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.reason_asked.emit((self._figures[button], REFERENCE_YEAR))


def _cell(
    name: str,
    amount: str,
    label: str,
    sources: tuple[Source, ...],
    catalog: Catalog,
    mark: QWidget | None = None,
    why: QPushButton | None = None,
) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(TIGHT)
    column.addWidget(Overline(name))
    figure = Subheading(amount)
    figure.setWordWrap(False)
    column.addWidget(Row(figure, *filter(None, (why,)), gap=TIGHT))
    for text in (label, source_text(sources, catalog)):
        if text:
            column.addWidget(Small(text))
    if mark is not None:
        column.addWidget(mark)
    column.addStretch(1)
    return cell


def _with_sign(amount: float) -> str:
    return f"+{euro(amount)}" if amount > 0 else euro(amount)
