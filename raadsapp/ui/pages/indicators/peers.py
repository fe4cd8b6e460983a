"""The other municipalities beside this one: small charts on one scale, never a ranking."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.services.judgements import Judged
from raadsapp.services.own_figures import TOGETHER
from raadsapp.ui.pages.indicators.figures import Figures
from raadsapp.ui.pages.indicators.words import tile_words
from raadsapp.ui.widgets.card import Section
from raadsapp.ui.widgets.control_series import scale_of
from raadsapp.ui.widgets.indicator_tile import IndicatorTile
from raadsapp.ui.widgets.judged_series import series_of
from raadsapp.ui.widgets.text import Small
from raadsapp.ui.widgets.wrapping import Columns

_NARROWEST, _MOST = 290, 4
_SHARED = "Alle gemeenten hebben hier dezelfde schaal. Kies er een om daarvan alles te zien."
_OWN = (
    "De aantallen verschillen te veel voor één schaal: elke grafiek heeft hier een eigen schaal. "
    "Vergelijk dus de vorm en niet de hoogte."
)
_COUNT = "aantal"


class Peers(Section):
    """A tile for each municipality, and for all together where they add up; `chosen` is a CBS code."""

    chosen = Signal(str)

    def __init__(
        self, figures: Figures, catalog: Catalog, shown: Judged, parent: QWidget | None = None
    ) -> None:
        super().__init__("Naast de andere gemeenten", parent)
        key, split = shown.indicator.key, shown.breakdown
        places = [
            *catalog.dossier.municipalities,
            *([TOGETHER] if TOGETHER in figures.view.municipalities(key) else []),
        ]
        found = {place: figures.judged(catalog, key, place, split) for place in places}
        series = {place: series_of(one) for place, one in found.items()}
        shared = None if shown.unit == _COUNT else scale_of(series.values())
        self.add(Small(_OWN if shared is None else _SHARED))
        self.tiles: dict[str, IndicatorTile] = {}
        columns = Columns(_NARROWEST, _MOST)
        for place, one in found.items():
            tile = self.tiles[place] = IndicatorTile()
            municipality = catalog.municipality(place)
            name = municipality.name if municipality else "De gemeenten samen"
            here = "deze gemeente" if place == shown.municipality else ""
            tile.show_indicator(tile_words(one, code=here, title=name, key=place), series[place], shared)
            tile.setEnabled(municipality is not None)
            tile.opened.connect(self.chosen)
            columns.add(tile)
        self.add(columns)
