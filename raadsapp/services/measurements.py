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
