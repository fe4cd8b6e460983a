"""A series is what counts, now or on a day."""

from datetime import UTC, date, datetime

from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.services.measurements import series
from raadsapp.services.opening import Session
from raadsapp.store import batches

QUARTERS = tuple(Period(2019, PeriodKind.QUARTER, number) for number in (1, 2, 3))
AT = datetime(2000, 1, 1, 12, tzinfo=UTC)


def _observation(
    value: float, period: Period, municipality: str = "GM0917", breakdown: str = ""
) -> Observation:
    return Observation(ObservationKey("IND-01", municipality, period, breakdown), value)


def _deliver(session: Session, *delivered: Observation) -> None:
    batches.add(
        session.store, file="q.csv", sha256="00", layout="long", by="Griffie", at=AT, observations=delivered
    )


def test_a_series_stands_in_order_of_period(session: Session) -> None:
    wanted = tuple(_observation(number, quarter) for number, quarter in enumerate(QUARTERS))
    _deliver(session, *reversed(wanted), _observation(9, QUARTERS[0], breakdown="wie=kind"))
    assert series(session, "IND-01", "GM0917") == wanted
    assert series(session, "IND-01", "GM0917", as_of=date(1999, 12, 31)) == ()
