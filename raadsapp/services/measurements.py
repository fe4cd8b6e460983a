"""What was delivered, as it is: only for the page ‘Gegevens’. Members see `services.member_view`."""

from datetime import date

from raadsapp.domain.observation import Observation
from raadsapp.services.opening import Session
from raadsapp.store import observations


def series(
    session: Session, indicator: str, municipality: str, breakdown: str = "", as_of: date | None = None
) -> tuple[Observation, ...]:
    """One indicator of one municipality in order of period, as known at the end of `as_of` (None: now).

    Periods of different kinds may stand among them and are never one line.
    """
    return observations.series(session.store, indicator, municipality, breakdown, as_of)


def latest(session: Session, municipality: str, as_of: date | None = None) -> tuple[Observation, ...]:
    """The newest period of every series of a municipality, in order of indicator, period and breakdown.

    A series is one indicator, breakdown and kind of period.
    """
    newest = {}
    for observation in observations.current(session.store, municipality=municipality, as_of=as_of):
        key = observation.key
        # In order of period: the last one is the newest.
        newest[key.indicator, key.breakdown, key.period.kind] = observation
    return tuple(sorted(newest.values(), key=lambda observation: observation.key))
