"""The overview ties each goal to what was measured of it."""

from datetime import UTC, date, datetime

from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.services.opening import Session
from raadsapp.services.overview import goal_states
from raadsapp.store import batches


def test_a_goal_says_which_of_its_indicators_were_measured(session: Session) -> None:
    unmeasured = goal_states(session, "GM0917")
    key = ObservationKey("IND-01", "GM0917", Period(2019, PeriodKind.QUARTER, 1))
    batches.add(
        session.store,
        file="q.csv",
        sha256="00",
        layout="long",
        by="Griffie",
        at=datetime(2000, 1, 1, 12, tzinfo=UTC),
        observations=[Observation(key, 1)],
    )
    goal, old = goal_states(session, "GM0917", as_of=date(2000, 1, 2))
    assert [effect.key for effect in goal.effects] == ["E1"]
    assert [indicator.key for indicator in goal.indicators] == ["IND-01"]
    assert goal.measured == ("IND-01",)
    assert (old.goal.key, old.effects, old.indicators, old.measured) == ("OD1", (), (), ())
    assert unmeasured[0].measured == goal_states(session, "GM0986")[0].measured == ()
