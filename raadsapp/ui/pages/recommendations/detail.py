"""One recommendation: what was asked, what came of it according to the sources, and what was promised."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.commitment import Commitment
from raadsapp.domain.goals import Effect, Recommendation, RecommendationPart
from raadsapp.ui.pages.recommendations.commitments import CommitmentSection
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import MEDIUM, SMALL, TIGHT, WIDE
from raadsapp.ui.widgets.item_button import ItemButton
from raadsapp.ui.widgets.source_line import CaveatLine, SourceLine
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Body, Heading, Overline, Small, Subheading, Tone


class RecommendationDetail(QWidget):
    """Everything about one recommendation; only its commitments ever change."""

    def __init__(self, state: AppState, recommendation: Recommendation) -> None:
        super().__init__()
        self._state = state
        self._parts: dict[str, QFrame] = {}
        self.key = recommendation.key
        self.marked: QWidget | None = None
        self.setAccessibleName(recommendation.title)
        self.commitments = CommitmentSection(state, recommendation.key)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(WIDE)
        self._add_head(recommendation)
        self._add_parts(recommendation.parts)
        self._add_evidence(recommendation)
        self._add_effects(recommendation.effects)
        self._column.addWidget(self.commitments)

    def show_commitments(self, commitments: Sequence[Commitment], today: date) -> None:
        """List these commitments."""
        self.commitments.show_commitments(commitments, today)

    def mark_part(self, key: str) -> None:
        """Mark one part, the one the reader came for; an empty key marks none."""
        for part, row in self._parts.items():
            restyle(row, tone="accent" if part == key else "plain")
        self.marked = self._parts.get(key)

    def _add_head(self, item: Recommendation) -> None:
        head = _block(SMALL)
        head.addWidget(Overline(f"Aanbeveling {item.key}"))
        head.addWidget(Heading(item.title))
        head.addWidget(Body(item.text))
        head.addWidget(Small(f"Aan zet: {item.owner}. Dat is een keuze van de makers van dit dossier."))
        head.addWidget(SourceLine(item.sources, self._state.session.catalog))
        self._column.addLayout(head)

    def _add_parts(self, parts: Sequence[RecommendationPart]) -> None:
        block = _block(TIGHT)
        block.addWidget(Subheading("Wat de rekenkamer vraagt"))
        for part in parts:
            self._parts[part.key] = row = _part_row(part)
            block.addWidget(row)
        self._column.addLayout(block)

    def _add_evidence(self, item: Recommendation) -> None:
        block = _block(MEDIUM)
        block.addWidget(Subheading("Wat er volgens de bronnen gebeurde"))
        for evidence in item.evidence:
            said = _block(TIGHT)
            said.addWidget(Body(evidence.text))
            said.addWidget(SourceLine(evidence.sources, self._state.session.catalog))
            block.addLayout(said)
        if not item.evidence:
            block.addWidget(Body("Onze bronnen zeggen hier niets over.", Tone.MUTED))
        for caveat in item.caveats:
            block.addWidget(CaveatLine(caveat))
        self._column.addLayout(block)

    def _add_effects(self, keys: Sequence[str]) -> None:
        catalog = self._state.session.catalog
        effects = [effect for key in keys if isinstance(effect := catalog.find(key), Effect)]
        if not effects:
            return
        block = _block(TIGHT)
        block.addWidget(Subheading("Hoort bij deze effecten"))
        for effect in effects:
            button = ItemButton(effect.title, key=effect.key, overline=effect.key)
            button.clicked.connect(lambda _checked=False, key=effect.key: self._state.go("goals", key))
            block.addWidget(button)
        self._column.addLayout(block)


def _part_row(part: RecommendationPart) -> QFrame:
    frame = QFrame()
    restyle(frame, role="row")
    row = QHBoxLayout(frame)
    row.setContentsMargins(SMALL, TIGHT, SMALL, TIGHT)
    row.setSpacing(MEDIUM)
    code = Overline(part.key, Tone.ACCENT)
    code.setWordWrap(False)
    row.addWidget(code, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Body(part.text), 1)
    return frame


def _block(spacing: int) -> QVBoxLayout:
    block = QVBoxLayout()
    block.setSpacing(spacing)
    return block
