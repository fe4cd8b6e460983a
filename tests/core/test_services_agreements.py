"""Agreements are kept, changed, removed and brought back; their sign is held against the newest figures."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import inf, nan

import pytest

from raadsapp.domain.agreement import Agreement, Side, SignState
from raadsapp.domain.changes import Part
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.errors import UserError
from raadsapp.services import agreements
from raadsapp.services.figure_origin import Origin, origin, origin_details
from raadsapp.services.opening import DOSSIER_LAYOUT, Session
from raadsapp.store import batches
from raadsapp.texts import long_date

DEAL = Agreement(
    municipality="GM0986",
    scenario=3,
    scenario_name="Vraag groeit",
    indicator="IND-01",
    side=Side.ABOVE,
    limit=100.0,
    response=" Het college komt met een voorstel ",
    owner="Wethouder",
    review_on=date(2027, 1, 15),
    made_on=date(2026, 5, 1),
)
TITLE = "‘Een indicator’"
AT = datetime(2026, 8, 1, 12, tzinfo=UTC)
SPRING, SUMMER = (Period(2026, PeriodKind.QUARTER, number) for number in (2, 3))


def _deliver(
    session: Session, period: Period, value: float, *, at: datetime = AT, status: Status = Status.FINAL
) -> int:
    observed = Observation(ObservationKey("IND-01", "GM0986", period), value, status, source="JenS")
    return batches.add(
        session.store, file="q", sha256="0", layout="long", by="Griffie", at=at, observations=[observed]
    ).number


def test_the_list_ships_empty(session: Session) -> None:
    assert agreements.list_agreements(session) == ()


def test_an_agreement_gets_a_number_and_is_listed_by_review(session: Session) -> None:
    later, changes = agreements.save(session, DEAL)
    sooner, _ = agreements.save(session, replace(DEAL, review_on=date(2026, 7, 1), side=Side.BELOW))
    assert later == replace(DEAL, number=1, response="Het college komt met een voorstel")
    assert changes.parts == {Part.AGREEMENTS}
    assert changes.message == "Afspraak toegevoegd."
    assert agreements.list_agreements(session) == (sooner, later)


def test_an_agreement_can_be_changed(session: Session) -> None:
    kept, _ = agreements.save(session, DEAL)
    changed = replace(kept, limit=110.5, owner="College", review_on=date(2027, 7, 1))
    assert agreements.save(session, changed)[0] == changed
    assert agreements.list_agreements(session) == (changed,)


def test_undoing_a_removal_gives_the_agreement_its_own_number_back(session: Session) -> None:
    kept, _ = agreements.save(session, DEAL)
    other, _ = agreements.save(session, DEAL)
    assert agreements.remove(session, other.number).message == "Afspraak verwijderd."
    third, _ = agreements.save(session, DEAL)
    assert agreements.bring_back(session, other).parts == {Part.AGREEMENTS}
    assert agreements.list_agreements(session) == (kept, other, third)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (replace(DEAL, indicator=""), "nog geen teken"),
        (replace(DEAL, limit=nan), "geen getal"),
        (replace(DEAL, limit=inf), "geen getal"),
        (replace(DEAL, response="  "), "wat er dan gebeurt"),
        (replace(DEAL, owner=""), "nog geen eigenaar"),
        (replace(DEAL, review_on=date(2026, 4, 30)), "voordat zij is gemaakt"),
    ],
)
def test_an_incomplete_agreement_is_not_kept(session: Session, wrong: Agreement, said: str) -> None:
    with pytest.raises(UserError, match=said):
        agreements.save(session, wrong)
    assert agreements.list_agreements(session) == ()


def test_changing_or_removing_what_is_gone_is_told(session: Session) -> None:
    with pytest.raises(UserError, match="is er niet meer"):
        agreements.save(session, replace(DEAL, number=7))
    with pytest.raises(UserError, match="is er niet meer"):
        agreements.remove(session, 7)


@pytest.mark.parametrize(
    ("side", "value", "state"),
    [
        (Side.ABOVE, 100.1, SignState.REACHED),
        (Side.ABOVE, 100.0, SignState.NOT_REACHED),
        (Side.BELOW, 99.9, SignState.REACHED),
        (Side.BELOW, 100.0, SignState.NOT_REACHED),
    ],
)
def test_a_sign_is_reached_beyond_its_limit(
    session: Session, side: Side, value: float, state: SignState
) -> None:
    _deliver(session, SPRING, value)
    found = agreements.check(session, replace(DEAL, side=side))
    assert found.state is state
    assert found.measured is not None
    assert (found.measured.value, found.measured.key.period) == (value, SPRING)


def test_the_sentence_names_value_period_and_limit(session: Session) -> None:
    _deliver(session, SPRING, 104.5, status=Status.PROVISIONAL)
    assert agreements.check(session, DEAL).sentence == (
        f"Voorlopig cijfer: {TITLE} was 104,5% in 2e kwartaal 2026. "
        "Het teken is boven 100%: bereikt. Bron: JenS."
    )
    _deliver(session, SUMMER, 98)
    assert agreements.check(session, replace(DEAL, side=Side.ABOVE)).sentence == (
        f"{TITLE} was 98% in 3e kwartaal 2026. Het teken is boven 100%: niet bereikt. Bron: JenS."
    )


def test_the_newest_period_counts_and_of_two_that_end_together_the_shortest(session: Session) -> None:
    _deliver(session, SUMMER, 90)
    _deliver(session, Period(2026, PeriodKind.QUARTER, 4), 103)
    _deliver(session, Period(2026), 97)
    newest = agreements.check(session, DEAL).measured
    assert newest is not None
    assert newest.value == 103


def test_without_figures_there_is_nothing_to_say(session: Session) -> None:
    found = agreements.check(session, DEAL)
    assert (found.state, found.measured) == (SignState.UNKNOWN, None)
    assert found.sentence == f"Van {TITLE} zijn er nog geen cijfers."


def test_a_measured_figure_is_traced_to_the_delivery_that_counted_that_day(session: Session) -> None:
    first = _deliver(session, SPRING, 98.0)
    second = _deliver(session, SPRING, 104.0, at=AT + timedelta(days=3))
    for day, batch, value in ((None, second, "104%"), (AT.date(), first, "98%")):
        check = agreements.check(session, DEAL, day)
        assert check.measured is not None
        found = origin(session, check.measured, day)
        assert found.batch.number == batch
        told = {detail.name: detail.lines[0] for detail in origin_details(session.catalog, found)}
        assert told["Gemeten"] == value
        assert told["Levering"] == f"nummer {batch}, ‘q’, ingelezen op {_day(found)} door Griffie"
        assert told["Bron"] == "JenS"
        assert "Leverancier" not in told


def test_a_figure_that_came_with_the_dossier_or_left_it_says_so(session: Session) -> None:
    number = _deliver(session, SPRING, 98.0)
    batch = replace(batches.find(session.store, number), layout=DOSSIER_LAYOUT)
    gone = Observation(ObservationKey("IND-99", "GM0986", SPRING), 12.5, Status.PROVISIONAL)
    told = {detail.name: detail.lines[0] for detail in origin_details(session.catalog, Origin(gone, batch))}
    assert told["Gemeten"] == "12,5"
    assert told["Hoe zeker"] == "voorlopig"
    assert told["Bron"] == "niet genoemd in de levering"
    assert told["Levering"].startswith(f"nummer {number}, bij de app geleverd en er sinds ")


def _day(found: Origin) -> str:
    return long_date(found.batch.imported_at.astimezone().date())


def test_a_figure_from_before_the_agreement_says_nothing(session: Session) -> None:
    _deliver(session, Period(2026, PeriodKind.QUARTER, 1), 120)
    found = agreements.check(session, DEAL)
    assert found.state is SignState.UNKNOWN
    assert found.sentence == (
        f"Het nieuwste cijfer van {TITLE} gaat over 1e kwartaal 2026. "
        "Dat is van voor de afspraak van 1 mei 2026."
    )


def test_withdrawn_figures_and_those_of_later_do_not_count(session: Session) -> None:
    number = _deliver(session, SPRING, 120)
    assert agreements.check(session, DEAL, as_of=date(2026, 7, 1)).state is SignState.UNKNOWN
    batches.withdraw(session.store, number, by="Griffie", at=datetime(2026, 9, 1, tzinfo=UTC))
    assert agreements.check(session, DEAL).state is SignState.UNKNOWN
    assert agreements.check(session, DEAL, as_of=date(2026, 8, 15)).state is SignState.REACHED


def test_for_all_municipalities_together_there_is_nothing_to_say(session: Session) -> None:
    _deliver(session, SPRING, 120)
    found = agreements.check(session, replace(DEAL, municipality="samen"))
    assert found.state is SignState.UNKNOWN
    assert "per gemeente gemeten" in found.sentence


def test_an_indicator_that_is_gone_is_named(session: Session) -> None:
    found = agreements.check(session, replace(DEAL, indicator="IND-99"))
    assert found.state is SignState.UNKNOWN
    assert found.sentence == "De indicator IND-99 staat niet meer in het dossier."
