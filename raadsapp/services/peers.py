"""A share of one municipality beside that of its peers, where is known of how many it is a share."""

from collections.abc import Mapping
from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Indicator, Polarity
from raadsapp.domain.observation import FICTIONAL, Status
from raadsapp.domain.period import Period
from raadsapp.domain.shown import Shown
from raadsapp.model.peers import Funnel, FunnelPoint, Peer, Place, funnel
from raadsapp.services.indicator_sentences import with_article
from raadsapp.services.judgements import totals_of
from raadsapp.services.member_view import MemberView
from raadsapp.services.own_figures import TOGETHER
from raadsapp.texts import percent

CBS_SHARE, CBS_COUNT = "jeugdzorg-percentage", "jeugdzorg-jongeren"
"""The published percentage, and the count that together with it says of how many it is."""

_ALL = 100
_NONE = "Er zijn te weinig gemeenten met cijfers om mee te vergelijken."


@dataclass(frozen=True, slots=True)
class Compared:
    """The funnel of one period, None when there are too few peers, and what it says of one municipality."""

    municipality: str
    period: Period | None
    funnel: Funnel | None
    fictional: bool
    sentence: str


def compared(
    view: MemberView, catalog: Catalog, key: str, municipality: str, breakdown: str = ""
) -> Compared:
    """A share (indicator, or the published one of `CBS_SHARE`) of a municipality beside the others.

    Of the newest period of which its figure is final. Only municipalities of which is known of how many their
    share is; where the dossier names no count, there is nothing to compare.
    """
    own = [one for one in view.series(key, municipality, breakdown) if _final(one)]
    found = catalog.find(key)
    for newest in reversed(own):
        peers: dict[str, tuple[Shown, float]] = {}
        for place in view.municipalities(key):
            shown = _at(view.series(key, place, breakdown), newest.period)
            total = _totals(view, catalog, found, place, breakdown).get(newest.period)
            if shown and _final(shown) and total and place != TOGETHER:
                peers[place] = shown, total
        drawn = _drawn(peers) if municipality in peers else None
        if drawn:
            fictional = any(shown.fictional for shown, _ in peers.values())
            polarity = found.split(breakdown).polarity if isinstance(found, Indicator) else Polarity.NEUTRAL
            told = _sentence(catalog, drawn, municipality, newest.period, polarity)
            mark = f"{FICTIONAL}: " if fictional else ""
            return Compared(municipality, newest.period, drawn, fictional, f"{mark}{told}")
    return Compared(municipality, None, None, fictional=False, sentence=_NONE)


def _drawn(peers: Mapping[str, tuple[Shown, float]]) -> Funnel | None:
    return funnel(
        [
            Peer(place, (shown.value or 0.0) / _ALL, total)
            for place, (shown, total) in peers.items()
            if 0 <= (shown.value or 0.0) <= _ALL
        ]
    )


def _totals(
    view: MemberView, catalog: Catalog, found: object, municipality: str, breakdown: str
) -> dict[Period, float]:
    if isinstance(found, Indicator):
        return totals_of(view, catalog, found, municipality, breakdown)
    counts = {one.period: one.value for one in view.series(CBS_COUNT, municipality, breakdown)}
    shares = view.series(CBS_SHARE, municipality, breakdown)
    known = {one.period: (counts.get(one.period), one.value) for one in shares}
    return {period: count / share * _ALL for period, (count, share) in known.items() if count and share}


def _final(shown: Shown) -> bool:
    return shown.value is not None and shown.status is not Status.PROVISIONAL


def _at(series: tuple[Shown, ...], period: Period) -> Shown | None:
    return next((one for one in series if one.period == period), None)


def _sentence(catalog: Catalog, drawn: Funnel, municipality: str, period: Period, polarity: Polarity) -> str:
    point = drawn.point(municipality)
    if point is None:
        return _NONE
    found = catalog.municipality(municipality)
    name = found.name if found else municipality
    share, together = (percent(part * _ALL, 1) for part in (point.peer.share, drawn.centre))
    told = f"{name} in {with_article(period)}: {share}. Alle gemeenten samen: {together}."
    return f"{told} {_judgement(point, polarity)}"


def _judgement(point: FunnelPoint, polarity: Polarity) -> str:
    if point.place is Place.WITHIN:
        return "Dat verschil kan toeval zijn."
    if point.place is Place.WARNING:
        return "Dat verschil is groter dan toeval meestal geeft. Het is nog geen signaal."
    way = "hoger" if point.above else "lager"
    if polarity is Polarity.NEUTRAL:
        return f"Dit is een signaal: zo veel {way} is bijna nooit toeval. Dat is hier niet beter of slechter."
    better = "beter" if point.above == (polarity is Polarity.UP) else "slechter"
    return f"Dit is een signaal: zo veel {way} is bijna nooit toeval. Dat is {better}."
