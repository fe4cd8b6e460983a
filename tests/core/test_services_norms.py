"""What the council decided about an indicator: kept with its decision, withdrawn and looked back on."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from raadsapp.domain.changes import Part
from raadsapp.domain.goals import Polarity
from raadsapp.domain.norm import Baseline, Decisions, Judges, Norm
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.errors import UserError
from raadsapp.services import norms
from raadsapp.services.opening import Session
from raadsapp.store.connection import Store, open_store
from raadsapp.store.faults import DamagedError

VOERENDAAL, HEERLEN = "GM0986", "GM0917"
AT = datetime(2024, 3, 20, 9, tzinfo=UTC)
NORM = Norm(
    of=Judges("IND-19"),
    value=90.0,
    decision="Besluit 2024-17",
    decided_on=date(2024, 3, 12),
    by="Griffie",
    at=AT,
)
BASELINE = Baseline(
    of=Judges("IND-06", VOERENDAAL),
    since=Period(2021, PeriodKind.QUARTER, 1),
    reason="De wachtlijst is opgeschoond.",
    decision="Besluit 2021-3",
    decided_on=date(2021, 2, 1),
    by="Griffie",
    at=AT,
)


def test_nothing_stands_until_the_council_decides(shipped_session: Session) -> None:
    assert norms.standing(shipped_session) == Decisions()
    assert Decisions().norm("IND-19", VOERENDAAL) is None


def test_a_norm_counts_for_all_municipalities_unless_one_has_its_own(shipped_session: Session) -> None:
    changes = norms.save(shipped_session, NORM)
    assert changes.parts == {Part.NORMS}
    assert changes.message == "De norm van Veiligheid op tijd is 90%, besloten op 12 maart 2024."
    own = replace(NORM, of=Judges("IND-19", HEERLEN), value=80.0, polarity=Polarity.NEUTRAL)
    norms.save(shipped_session, own)
    found = norms.standing(shipped_session)
    assert found.norm("IND-19", VOERENDAAL) == NORM
    assert found.norm("IND-19", HEERLEN) == own
    assert found.norm("IND-19", VOERENDAAL, "hulpvorm=wijkteam") is None
    assert found.norm("IND-08", VOERENDAAL) is None


def test_a_later_decision_takes_the_place_of_an_earlier_one_and_both_are_kept(
    shipped_session: Session,
) -> None:
    norms.save(shipped_session, NORM)
    later = replace(NORM, value=95.0, decided_on=date(2025, 1, 9), at=datetime(2025, 1, 10, tzinfo=UTC))
    norms.save(shipped_session, later)
    assert norms.standing(shipped_session).norms == (later,)
    assert norms.standing(shipped_session, date(2024, 12, 31)).norms == (NORM,)
    assert norms.standing(shipped_session, date(2024, 1, 1)).norms == ()


def test_a_norm_is_withdrawn_once_and_stood_before(shipped_session: Session) -> None:
    norms.save(shipped_session, NORM)
    changes = norms.withdraw(shipped_session, NORM, "Griffie", datetime(2025, 6, 1, tzinfo=UTC))
    assert changes.message == "De norm is ingetrokken."
    assert norms.standing(shipped_session) == Decisions()
    assert norms.standing(shipped_session, date(2024, 6, 1)).norms == (NORM,)
    with pytest.raises(UserError, match="geldt niet meer"):
        norms.withdraw(shipped_session, NORM, "Griffie", datetime(2025, 6, 2, tzinfo=UTC))


def test_a_new_start_of_the_limits_is_kept_and_withdrawn_likewise(shipped_session: Session) -> None:
    assert norms.save(shipped_session, BASELINE).message == (
        "De grenzen van Wachttijd tot de start beginnen opnieuw bij 1e kwartaal 2021."
    )
    assert norms.standing(shipped_session).baseline("IND-06", VOERENDAAL) == BASELINE
    assert norms.standing(shipped_session).baseline("IND-06", HEERLEN) is None
    norms.withdraw(shipped_session, BASELINE, "Griffie", datetime(2025, 6, 1, tzinfo=UTC))
    assert norms.standing(shipped_session).baselines == ()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (replace(NORM, of=Judges("IND-99")), "De indicator 'IND-99' is niet bekend"),
        (replace(NORM, of=Judges("IND-19", "GM9999")), "De gemeente 'GM9999' is niet bekend"),
        (replace(NORM, value=float("nan")), "De norm is geen getal"),
        (replace(NORM, decision="  "), "Er staat geen besluit bij"),
        (replace(BASELINE, reason=" "), "Er staat geen reden bij"),
        (replace(NORM, decided_on=date(2024, 4, 1)), "een dag die nog komt"),
    ],
)
def test_what_is_not_a_decision_is_refused(
    shipped_session: Session, wrong: Norm | Baseline, told: str
) -> None:
    with pytest.raises(UserError, match=told):
        norms.save(shipped_session, wrong)
    assert norms.standing(shipped_session) == Decisions()


def test_a_row_that_the_program_never_wrote_is_damage(shipped_session: Session, store: Store) -> None:
    norms.save(shipped_session, NORM)
    path = store.path
    store.close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE norm SET polarity = 'omhoog'")
        file.commit()
    reopened = open_store(path)
    with pytest.raises(DamagedError):
        norms.standing(Session(reopened, shipped_session.catalog))
    reopened.close()
