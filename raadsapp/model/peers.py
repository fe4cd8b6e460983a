"""A share beside that of peers: a funnel, in which a small group may lie further off than a large one.

Source: Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005).
Peers are never ranked: within the funnel their order is chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from raadsapp.model.chance import FUNNEL, Interval, funnel_limits

FEWEST = 3
"""A funnel needs so many peers: of fewer, one that differs pulls the centre along."""


class Place(StrEnum):
    """Where a peer lies: by chance, or beyond the inner (warning) or outer (signal) limits."""

    WITHIN = "within"
    WARNING = "warning"
    SIGNAL = "signal"


@dataclass(frozen=True, slots=True)
class Peer:
    """One municipality (CBS code): `share` as part of 1, of a group of `total`."""

    municipality: str
    share: float
    total: float


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """A peer with its own limits and where it lies; `above` says on which side of the centre."""

    peer: Peer
    warning: Interval
    signal: Interval
    place: Place
    above: bool


@dataclass(frozen=True, slots=True)
class Funnel:
    """All peers beside `centre`, the share of all of them together (part of 1), in the order given."""

    centre: float
    points: tuple[FunnelPoint, ...]

    def limits(self, total: float) -> tuple[Interval, Interval]:
        """The inner and outer limits for a group of `total`: what the funnel is drawn with."""
        warning, signal = (funnel_limits(self.centre, total, confidence) for confidence in FUNNEL)
        return warning, signal

    def point(self, municipality: str) -> FunnelPoint | None:
        """The point of one municipality, None when it is not among them."""
        return next((one for one in self.points if one.peer.municipality == municipality), None)


def funnel(peers: Sequence[Peer]) -> Funnel | None:
    """The funnel of these peers; None when they are too few to compare.

    ValueError for a share outside 0–1 or a group without anyone in it.
    """
    if any(not 0 <= peer.share <= 1 or peer.total <= 0 for peer in peers):
        message = "a share lies within 0 and 1, of a group"
        raise ValueError(message)
    if len(peers) < FEWEST:
        return None
    centre = sum(peer.share * peer.total for peer in peers) / sum(peer.total for peer in peers)
    empty = Funnel(centre, ())
    return Funnel(centre, tuple(_point(peer, *empty.limits(peer.total), centre) for peer in peers))


def _point(peer: Peer, warning: Interval, signal: Interval, centre: float) -> FunnelPoint:
    return FunnelPoint(peer, warning, signal, _place(peer.share, warning, signal), peer.share > centre)


def _place(share: float, warning: Interval, signal: Interval) -> Place:
    if not signal.low <= share <= signal.high:
        return Place.SIGNAL
    return Place.WITHIN if warning.low <= share <= warning.high else Place.WARNING
