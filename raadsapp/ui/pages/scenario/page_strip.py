"""The top of the page: its name, its parts, and for which municipality all of it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.services.scenario_region import TOGETHER, region_name
from raadsapp.ui.pages.scenario.sections import LEVERS, SECTIONS
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, SMALL, WIDE
from raadsapp.ui.widgets.segments import Segments
from raadsapp.ui.widgets.text import Title
from raadsapp.ui.widgets.wrapping import Row


class PageStrip(QWidget):
    """`section_chosen` and `municipality_chosen` carry the key of what the reader chose."""

    section_chosen = Signal(str)
    municipality_chosen = Signal(str)

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        title = Title("Wat als?")
        title.setWordWrap(False)
        self.sections = Segments(
            "Deel van de pagina",
            [(LEVERS, "Schuiven"), *((section.key, section.title) for section in SECTIONS)],
        )
        self.sections.show_choice(LEVERS)
        names = [(code, region_name(catalog, code)) for code in catalog.dossier.municipalities]
        self.municipalities = Segments("Gemeente", [*names, (TOGETHER, "Samen")])
        self.sections.chosen.connect(self.section_chosen)
        self.municipalities.chosen.connect(self.municipality_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, MEDIUM, WIDE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(Row(title, self.sections, self.municipalities, gap=LARGE))
