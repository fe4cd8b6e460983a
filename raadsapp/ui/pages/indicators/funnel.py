"""A share beside that of the other municipalities, in a funnel."""

from functools import partial

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Indicator, Polarity
from raadsapp.domain.observation import FICTIONAL
from raadsapp.model.peers import Funnel, FunnelPoint, Place
from raadsapp.services.judgements import Judged
from raadsapp.services.peers import Compared
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.chart_card import ChartCard
from raadsapp.ui.widgets.chart_words import ChartWords
from raadsapp.ui.widgets.funnel_chart import FunnelChart, FunnelDot, FunnelView
from raadsapp.ui.widgets.signs import Sign

_HUNDRED = 100
_ROOM = (300, 260)
_READ = (
    "Hoe kleiner de groep, hoe verder een cijfer door toeval af kan liggen. Tussen de buitenste lijnen kan "
    "een verschil toeval zijn. De volgorde zegt dan niets."
)


def funnel_card(state: AppState, catalog: Catalog, shown: Judged, compared: Compared) -> ChartCard | None:
    """The card with the funnel, None where there is none to draw."""
    if compared.funnel is None or compared.period is None:
        return None
    view = _view(catalog, shown, compared, compared.funnel)
    card = ChartCard(state, partial(FunnelChart, view), "gemeenten-vergeleken", room=_ROOM)
    source = next((one.source for one in shown.shown if one.period == compared.period), "")
    card.show_words(
        ChartWords(
            title=compared.sentence.removeprefix(f"{FICTIONAL}: "),
            subtitle=f"{shown.indicator.title}, {compared.period.label}",
            mark=FICTIONAL if compared.fictional else "",
            sentence=_READ,
            source=f"Bron: {source}." if source else "",
        )
    )
    return card


def _view(catalog: Catalog, shown: Judged, compared: Compared, funnel: Funnel) -> FunnelView:
    name = _counted(catalog, shown.indicator)
    polarity = shown.measured.polarity
    return FunnelView(
        dots=tuple(
            FunnelDot(
                name=_name(catalog, point.peer.municipality),
                share=point.peer.share * _HUNDRED,
                total=point.peer.total,
                sign=_sign(point, polarity),
                own=point.peer.municipality == compared.municipality,
            )
            for point in funnel.points
        ),
        centre=funnel.centre * _HUNDRED,
        limits=partial(_limits, funnel),
        counted=f"Deel van: {name}" if name else "Van hoeveel",
    )


def _counted(catalog: Catalog, indicator: Indicator) -> str:
    """What the share is of, in words; empty when the dossier does not say."""
    found = catalog.find(indicator.denominator)
    if not isinstance(found, Indicator):
        return ""
    years = indicator.denominator_years_earlier
    earlier = f", {'een' if years == 1 else years} jaar eerder" if years else ""
    return f"{found.title[:1].lower()}{found.title[1:]}{earlier}"


def _limits(funnel: Funnel, total: float) -> tuple[tuple[float, float], tuple[float, float]]:
    inner, outer = funnel.limits(total)
    return (inner.low * _HUNDRED, inner.high * _HUNDRED), (outer.low * _HUNDRED, outer.high * _HUNDRED)


def _sign(point: FunnelPoint, polarity: Polarity) -> Sign:
    if point.place is not Place.SIGNAL:
        return Sign.CHANCE
    if polarity is Polarity.NEUTRAL:
        return Sign.HIGHER if point.above else Sign.LOWER
    return Sign.BETTER if point.above == (polarity is Polarity.UP) else Sign.WORSE


def _name(catalog: Catalog, code: str) -> str:
    found = catalog.municipality(code)
    return found.name if found else code
