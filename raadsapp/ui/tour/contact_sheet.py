"""One picture of many: every look of a page side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from raadsapp.ui.theme.tokens import LARGE, LIGHT, SMALL, TEXT_BODY

_WIDTH = 480
_HEIGHT = 300
_CAPTION = 28


def contact_sheet(looks: Sequence[tuple[str, QImage]], columns: int) -> QImage:
    """All pictures on one sheet of `columns` columns, each with its caption below, in reading order."""
    rows = -(-len(looks) // columns)
    cell_width, cell_height = _WIDTH + LARGE, _HEIGHT + _CAPTION + LARGE
    sheet = QImage(columns * cell_width + LARGE, rows * cell_height + LARGE, QImage.Format.Format_RGB32)
    sheet.fill(QColor(LIGHT.raised))
    painter = QPainter(sheet)
    font = painter.font()
    font.setPixelSize(TEXT_BODY)
    painter.setFont(font)
    painter.setPen(QColor(LIGHT.text))
    for place, (caption, picture) in enumerate(looks):
        left = LARGE + place % columns * cell_width
        top = LARGE + place // columns * cell_height
        small = picture.scaled(
            _WIDTH, _HEIGHT, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(left, top, small)
        painter.drawText(
            QRect(left, top + small.height(), _WIDTH, _CAPTION - SMALL), Qt.AlignmentFlag.AlignBottom, caption
        )
    painter.end()
    return sheet
