"""The breakdowns of an indicator: a small chart of each part, those of one kind on one scale."""

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Indicator
from raadsapp.services.judgements import Judged, place_of
from raadsapp.services.sensitivity import MEASURE
from raadsapp.ui.pages.indicators.figures import Figures
from raadsapp.ui.pages.indicators.words import tile_words
from raadsapp.ui.widgets.card import Section
from raadsapp.ui.widgets.control_series import scale_of
from raadsapp.ui.widgets.indicator_tile import IndicatorTile
from raadsapp.ui.widgets.judged_series import series_of
from raadsapp.ui.widgets.text import Small, Subheading
from raadsapp.ui.widgets.wrapping import Columns

_NARROWEST, _MOST = 290, 4
_FEWEST = 2
_READ = (
    "De grafieken onder één kop hebben dezelfde schaal. Grenzen staan er alleen bij een reeks die zelf lang "
    "genoeg is. Kies er een om daarvan alles te zien."
)


class Parts(Section):
    """A tile for each part; `chosen` is its breakdown (`dimensie=waarde`)."""

    chosen = Signal(str)

    def __init__(
        self,
        figures: Figures,
        catalog: Catalog,
        shown: Judged,
        groups: Iterable[tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("De delen van dit cijfer", parent)
        self.add(Small(_READ))
        self.tiles: dict[str, IndicatorTile] = {}
        for splits in groups:
            self.add(Subheading(f"Naar {splits[0].partition('=')[0]}"))
            key, place = shown.indicator.key, shown.municipality
            found = [figures.judged(catalog, key, place, split) for split in splits]
            series = [series_of(one) for one in found]
            scale = scale_of(series)
            columns = Columns(_NARROWEST, _MOST)
            for one, drawn in zip(found, series, strict=True):
                tile = self.tiles[one.breakdown] = IndicatorTile()
                here = "deze reeks" if one.breakdown == shown.breakdown else ""
                name = one.breakdown.partition("=")[2]
                words = tile_words(one, code=here, title=name[:1].upper() + name[1:], key=one.breakdown)
                tile.show_indicator(words, drawn, scale)
                tile.opened.connect(self.chosen)
                columns.add(tile)
            self.add(columns)


def parts_of(
    figures: Figures, catalog: Catalog, indicator: Indicator, municipality: str
) -> tuple[tuple[str, ...], ...]:
    """The breakdowns that belong on one scale: of one dimension and in one unit, two or more together."""
    groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    place = place_of(catalog, indicator, municipality)
    for split in figures.view.breakdowns(indicator.key, place):
        groups[split.partition("=")[0], indicator.split(split).unit].append(split)
    return tuple(
        tuple(splits)
        for (dimension, _), splits in groups.items()
        if dimension != MEASURE and len(splits) >= _FEWEST
    )
