"""What was known earlier of a series: figures that were changed later, as far as members may see them."""

from raadsapp.domain.goals import Indicator
from raadsapp.domain.revision import Earlier, Revision, Version
from raadsapp.domain.shown import Shown
from raadsapp.services.judgements import place_of
from raadsapp.services.member_view import MemberView, view_of
from raadsapp.services.opening import Session
from raadsapp.store import revisions as stored
from raadsapp.texts import amount, long_date


def revisions(
    session: Session, view: MemberView, indicator: str, municipality: str, breakdown: str = ""
) -> tuple[Revision, ...]:
    """The periods of a series of which members see another figure now (`view`) than before, in order.

    What was known after a delivery is protected like every publication: an earlier figure never gives a
    hidden one away. A period of which the figure is hidden now is left out altogether.
    """
    found = session.catalog.find(indicator)
    place = place_of(session.catalog, found, municipality) if isinstance(found, Indicator) else municipality
    delivered = [
        version
        for version in stored.versions(session.store, indicator, place, breakdown)
        if view.as_of is None or version.at.date() <= view.as_of
    ]
    told = []
    for now in view.series(indicator, place, breakdown):
        versions = [version for version in delivered if version.period == now.period]
        if now.value is not None and len({version.value for version in versions}) > 1:
            earlier = [_then(session, version, (indicator, place, breakdown)) for version in versions]
            told.append(Revision(now, _changed([one for one in earlier if one], now)))
    return tuple(one for one in told if one.earlier)


def sentence(earlier: Earlier, unit: str) -> str:
    """In words: `Op 12 oktober 2026 wisten wij: 14 (voorlopig).`"""  # noqa: D400 - ends with its example
    value = amount(earlier.shown.value or 0.0, unit)
    return f"Op {long_date(earlier.at)} wisten wij: {value} ({earlier.shown.status.value})."


def _changed(earlier: list[Earlier], now: Shown) -> tuple[Earlier, ...]:
    """Those after which another figure came, the last of each row of equal ones left out."""
    following = [*(one.shown for one in earlier[1:]), now]
    return tuple(one for one, after in zip(earlier, following, strict=True) if one.shown.value != after.value)


def _then(session: Session, version: Version, series: tuple[str, str, str]) -> Earlier | None:
    """What members could know after a delivery; None when they could not."""
    view = view_of(session, stored.counting_after(session.store, version.delivery))
    found = (one for one in view.series(*series) if one.period == version.period and one.value is not None)
    shown = next(found, None)
    return Earlier(version.delivery, version.at, shown) if shown else None
