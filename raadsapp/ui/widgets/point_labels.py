"""Where the words of points stand: beside each, over no other point and over no other words."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF


def rooms_beside(
    points: Sequence[QPointF], words: Sequence[QSizeF], gap: float, area: QRectF
) -> list[QRectF]:
    """The room of the words of each point, in order; the first points choose first.

    Within `area`, `gap` pixels from the point: at its right, else at its left, below or above it. Where none
    of these is free, at its right or left all the same.
    """
    taken: list[QRectF] = []
    for place, (point, size) in enumerate(zip(points, words, strict=True)):
        others = [*taken, *(_around(other, gap) for other in (*points[:place], *points[place + 1 :]))]
        rooms = [room for room in _rooms(point, size, gap) if area.contains(room)]
        free = (room for room in rooms if not any(room.intersects(other) for other in others))
        taken.append(next(free, rooms[0] if rooms else next(_rooms(point, size, gap))))
    return taken


def _rooms(point: QPointF, size: QSizeF, gap: float) -> Iterator[QRectF]:
    wide, high = size.width(), size.height()
    yield QRectF(QPointF(point.x() + gap, point.y() - high / 2), size)
    yield QRectF(QPointF(point.x() - gap - wide, point.y() - high / 2), size)
    yield QRectF(QPointF(point.x() - wide / 2, point.y() + gap), size)
    yield QRectF(QPointF(point.x() - wide / 2, point.y() - gap - high), size)


def _around(point: QPointF, gap: float) -> QRectF:
    return QRectF(point.x() - gap, point.y() - gap, 2 * gap, 2 * gap)
