"""What the council can do: three questions first, then the rows of the guide that fit."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.guidance import Guidance
from raadsapp.services.described import Detail, guidance_lines
from raadsapp.services.source_words import source_text
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.bullets import Bullets
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.details import Details
from raadsapp.ui.widgets.source_line import CaveatLine
from raadsapp.ui.widgets.text import Body, Small, Subheading

_QUESTIONS = (
    "Is het een signaal of toeval?",
    "Klopt het cijfer: de bron, de manier van tellen, is het voorlopig?",
    "Gaat de raad hierover, of het college, of JenS?",
)
_NOTHING = "Bij wat u hier ziet, hoort geen stap."


def doing_card(rows: Sequence[Guidance], catalog: Catalog) -> Card:
    """The card with these rows of the guide."""
    card = Card("Wat kan de raad doen?")
    card.add(Small("Vraag eerst:"))
    card.add(Bullets(_QUESTIONS))
    for row in rows:
        card.add(_row(row))
    if rows:
        sources = [source for row in rows for source in row.sources]
        card.add(Small(f"{source_text(sources, catalog)}. Voorstel: uw eigen reglement gaat voor."))
    else:
        card.add(Body(_NOTHING))
    return card


def _row(row: Guidance) -> QWidget:
    block = QWidget()
    block.setAccessibleName(row.title)
    column = QVBoxLayout(block)
    column.setContentsMargins(0, SMALL, 0, 0)
    column.setSpacing(SMALL)
    column.addWidget(Subheading(row.title))
    column.addWidget(
        Details([Detail(name, tuple(lines)) for name, lines in guidance_lines(row) if all(lines)])
    )
    column.addWidget(CaveatLine(row.caution))
    return block
