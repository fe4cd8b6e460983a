"""A chart with its words as one picture: on the clipboard, as PNG and as SVG."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from raadsapp.errors import UserError
from raadsapp.texts import unbroken
from raadsapp.ui.theme import tokens
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.widgets.chart_words import ChartWords

if TYPE_CHECKING:
    from raadsapp.ui.widgets.chart import Chart

_SHARPNESS = 2
_MARGIN = tokens.WIDE
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class _Block:
    """A text with its place in the picture."""

    text: str
    font: QFont
    colour: str
    place: QRectF


def picture(chart: "Chart", words: ChartWords) -> QImage:
    """The chart with its words, twice as sharp as on screen."""
    blocks, target, size = _composed(chart, words)
    image = QImage(size * _SHARPNESS, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(_SHARPNESS, _SHARPNESS)
    _paint(painter, chart, blocks, target, size)
    painter.end()
    return image


def save_png(chart: "Chart", words: ChartWords, path: Path) -> None:
    """Write the picture; UserError when that cannot be done."""
    buffer = QBuffer()
    QImageWriter(buffer, QByteArray(b"png")).write(picture(chart, words))
    _write(buffer, path)


def save_svg(chart: "Chart", words: ChartWords, path: Path) -> None:
    """Write the picture as a drawing that stays sharp; UserError when that cannot be done."""
    blocks, target, size = _composed(chart, words)
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    # Otherwise the axes, which are kept as pictures of the screen, get another size than the rest.
    generator.setResolution(chart.logicalDpiX())
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(words.title)
    generator.setDescription(words.sentence)
    painter = QPainter(generator)
    _paint(painter, chart, blocks, target, size)
    painter.end()
    _write(buffer, path)


def _write(buffer: QBuffer, path: Path) -> None:
    try:
        path.write_bytes(buffer.data().data())
    except OSError as error:
        raise UserError(
            f"Het beeld kan niet worden bewaard als {path}.", "Kies een andere map of naam."
        ) from error


def _composed(chart: "Chart", words: ChartWords) -> tuple[list[_Block], QRectF, QSize]:
    palette = applied_theme().palette
    bold = QFont.Weight.DemiBold
    styles = {
        "title": (words.title, chart.font_of(tokens.TEXT_LEAD, bold), palette.text),
        "subtitle": (
            " · ".join(filter(None, (words.mark, words.subtitle))),
            chart.font_of(tokens.TEXT_SMALL),
            palette.text_muted,
        ),
        "sentence": (words.sentence, chart.font_of(tokens.TEXT_BODY), palette.text),
        "source": (words.source, chart.font_of(tokens.TEXT_SMALL), palette.text_muted),
    }
    top = float(_MARGIN)
    blocks: list[_Block] = []
    target = QRectF()
    for name, (plain, font, colour) in styles.items():
        text = unbroken(plain)
        if name == "sentence":
            target = QRectF(_MARGIN, top, chart.width(), chart.height())
            top = target.bottom() + tokens.MEDIUM
        if text:
            room = QRectF(_MARGIN, top, chart.width(), chart.height())
            height = QFontMetricsF(font).boundingRect(room, _WRAP, text).height()
            blocks.append(_Block(text, font, colour, QRectF(_MARGIN, top, chart.width(), height)))
            top += height + tokens.SMALL
    return blocks, target, QSize(chart.width() + 2 * _MARGIN, round(top) + _MARGIN - tokens.SMALL)


def _paint(painter: QPainter, chart: "Chart", blocks: list[_Block], target: QRectF, size: QSize) -> None:
    painter.fillRect(0, 0, size.width(), size.height(), QColor(applied_theme().palette.surface))
    for block in blocks:
        painter.setFont(block.font)
        painter.setPen(QColor(block.colour))
        painter.drawText(block.place, _WRAP, block.text)
    chart.paint_on(painter, target)
