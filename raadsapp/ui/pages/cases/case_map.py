"""All steps of a case as a map: where each choice leads, and what nobody reaches or leaves."""

from collections.abc import Iterator, Sequence
from itertools import count, pairwise

from PySide6.QtCore import QLineF, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.content.case_checks import lost_steps
from raadsapp.domain.case import Case, Step
from raadsapp.domain.case_depth import depths
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import HUGE, MEDIUM, SMALL, TIGHT, WIDE
from raadsapp.ui.widgets.styling import empty_layout, restyle
from raadsapp.ui.widgets.text import Small, Tone
from raadsapp.ui.widgets.words_button import WordsButton

_BESIDE = 3
_LANES = HUGE
"""Room at the left for lines that pass other steps."""
_LANE, _APART = 6, 3
_ROUND = 6.0
_UNREACHED = "Niemand komt hier"
_STUCK = "Loopt dood"
_END = "Einde"
_BEGIN = "Begin"
_LOOSE = "Keuze zonder vervolg"


class CaseMap(QWidget):
    """`opened` gives the number of a step, from 0."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_LANES, WIDE, MEDIUM, 0)
        self._column.setSpacing(HUGE)
        self._case: Case | None = None
        self.nodes: list[MapNode] = []

    def show_case(self, case: Case, here: int) -> None:
        """Show the steps of a case; the one in the form, if any, is marked.

        Texts that are not on the map leave it as it is: it would be laid out anew with each word typed.
        """
        shown, self._case = self._case, case
        if shown is not None and _shape(case) == _shape(shown):
            for node in self.nodes:
                node.show_here(here=node.number == here)
            return
        focused = next((node.number for node in self.nodes if node.hasFocus()), -1)
        empty_layout(self._column)
        unreached, stuck = lost_steps(case)
        every = []
        for layer in layers(case):
            row = QHBoxLayout()
            row.setSpacing(SMALL)
            alone = len(layer) == 1  # leaves room beside it for lines that pass by
            row.addStretch(alone)
            for number in layer:
                step = case.steps[number]
                loose = any(case.step(choice.to) is None for choice in step.choices)
                told = (step.key in unreached, step.key in stuck, loose)
                node = MapNode(number, step, _marks(step, number, told), lost=any(told))
                node.clicked.connect(self._open)
                node.show_here(here=number == here)
                every.append(node)
                row.addWidget(node, 1 + 2 * alone)
            row.addStretch(alone)
            self._column.addLayout(row)
        self.nodes = sorted(every, key=lambda node: node.number)
        for before, after in pairwise(self.nodes):
            self.setTabOrder(before, after)
        if 0 <= focused < len(self.nodes):
            self.nodes[focused].setFocus()
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a line for each choice, with a point where it arrives; one that leads back is dashed.

        Lines that pass other steps go beside them, each in a lane of its own as long as there are lanes.
        """
        if self._case is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = applied_theme().palette
        by_key = {step.key: node for step, node in zip(self._case.steps, self.nodes, strict=True)}
        lanes = count()
        for step, node in zip(self._case.steps, self.nodes, strict=True):
            for to in dict.fromkeys(choice.to for choice in step.choices):
                if to in by_key:
                    painter.setPen(QPen(QColor(palette.border_strong), 1.5))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    _draw_way(painter, self._box(node), self._box(by_key[to]), lanes)
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(QColor(palette.accent))
                    painter.drawEllipse(self._box(by_key[to])[0], 3, 3)

    def _box(self, node: QWidget) -> tuple[QPointF, QPointF]:
        """The middle of the upper and of the lower edge of a node."""
        at = node.mapTo(self, QPoint())
        middle = at.x() + node.width() / 2
        return QPointF(middle, at.y()), QPointF(middle, at.y() + node.height())

    def _open(self) -> None:
        node = self.sender()
        if isinstance(node, MapNode):
            self.opened.emit(node.number)


class MapNode(WordsButton):
    """A step on the map; Enter, space and a click open it in the form."""

    def __init__(self, number: int, step: Step, marks: str, *, lost: bool) -> None:
        super().__init__(step.key)
        self.number = number
        title = step.title.strip() or "Nog zonder titel"
        self.setAccessibleName(". ".join(part for part in (f"{number + 1}: {title}", marks) if part))
        restyle(self, role="choice")
        self.setCheckable(True)
        self.row.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        for text, tone in ((title, Tone.PLAIN), (marks, Tone.CONCERN if lost else Tone.ACCENT)):
            if text:
                line = Small(text, tone)
                line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                line.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
                line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                words.addWidget(line)
        self.row.addLayout(words, 1)

    def show_here(self, *, here: bool) -> None:
        """Mark the step that is in the form."""
        self.setChecked(here)
        self.setAccessibleDescription("Staat in het formulier" if here else "")

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's own name
        """Leave the mark to what is in the form."""


def layers(case: Case) -> list[list[int]]:
    """Numbers of the steps, by the most choices that lead there without turning back; unreached ones last."""
    reached = depths(case)
    found: dict[int, list[int]] = {}
    for number, depth in reached.items():
        found.setdefault(depth, []).append(number)
    left = [number for number in range(len(case.steps)) if number not in reached]
    every = [sorted(found[depth]) for depth in sorted(found)] + ([left] if left else [])
    return [layer[at : at + _BESIDE] for layer in every for at in range(0, len(layer), _BESIDE)]


def _shape(case: Case) -> list[tuple[str, str, bool, list[str]]]:
    """All of a case that is on the map."""
    return [(step.key, step.title, step.end, [choice.to for choice in step.choices]) for step in case.steps]


def _marks(step: Step, number: int, wrong: tuple[bool, bool, bool]) -> str:
    words = (_BEGIN, _END, _UNREACHED, _STUCK, _LOOSE)
    return " · ".join(
        word for word, holds in zip(words, (number == 0, step.end, *wrong), strict=True) if holds
    )


def _draw_way(
    painter: QPainter, start: tuple[QPointF, QPointF], to: tuple[QPointF, QPointF], lanes: Iterator[int]
) -> None:
    begin, end = start[1], to[0]
    if 0 < end.y() - begin.y() <= 2 * HUGE:
        path = QPainterPath(begin)
        bend = QPointF(0, min((end.y() - begin.y()) / 2, HUGE))
        path.cubicTo(begin + bend, end - bend, end)
        painter.drawPath(path)
        return
    if end.y() <= begin.y():  # back up, or beside
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
    lane = min(next(lanes), _LANES // _LANE - 2)
    beside = _LANES - SMALL - lane * _LANE
    out, back = begin.y() + SMALL + lane * _APART, end.y() - SMALL - lane * _APART
    corners = (QPointF(begin.x(), out), QPointF(beside, out), QPointF(beside, back), QPointF(end.x(), back))
    painter.drawPath(_rounded((begin, *corners, end)))


def _rounded(points: Sequence[QPointF]) -> QPainterPath:
    """A line through these points with its corners taken off."""
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before))
        path.quadTo(corner, _towards(corner, after))
    path.lineTo(points[-1])
    return path


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    way = QLineF(corner, other)
    way.setLength(min(_ROUND, way.length() / 2))
    return way.p2()
