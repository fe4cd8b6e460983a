"""What changed since a day the member chooses, as sentences that lead on."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from raadsapp.domain.commitment import Commitment
from raadsapp.domain.news import News, NewsKind
from raadsapp.domain.norm import Baseline, Judges, Norm
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.services import norms
from raadsapp.services.commitments import save
from raadsapp.services.news import news_since
from raadsapp.services.opening import Session
from raadsapp.store import batches

VOERENDAAL, HEERLEN = "GM0986", "GM0917"
MEETING, TODAY = date(2026, 10, 15), date(2026, 11, 22)
BEFORE, AFTER = datetime(2026, 10, 1, 12, tzinfo=UTC), datetime(2026, 11, 3, 12, tzinfo=UTC)
STEADY = (5.0, 5.4, 4.8, 5.2) * 3
WEEKS = "IND-06"


def deliver(
    session: Session,
    at: datetime,
    values: Sequence[float],
    indicator: str = WEEKS,
    source: str = "Rapport",
) -> int:
    """A delivery of quarters of Voerendaal from 2019 on; gives its number."""
    told = [
        Observation(
            ObservationKey(indicator, VOERENDAAL, Period(2019 + n // 4, PeriodKind.QUARTER, n % 4 + 1)),
            value,
            source=source,
        )
        for n, value in enumerate(values)
    ]
    return batches.add(
        session.store,
        file="a.xlsx",
        sha256=f"{at}{values}{indicator}",
        layout="long",
        by="x",
        at=at,
        observations=told,
        supplier="JenS",
    ).number


def news(session: Session, municipality: str = VOERENDAAL, as_of: date | None = None) -> tuple[News, ...]:
    return news_since(session, municipality, MEETING, today=TODAY, as_of=as_of)


def test_what_was_known_at_the_meeting_is_no_news(shipped_session: Session) -> None:
    deliver(shipped_session, BEFORE, (*STEADY, 30.0))
    assert news(shipped_session) == ()


def test_a_delivery_with_a_signal_is_told_with_what_it_leads_to(shipped_session: Session) -> None:
    deliver(shipped_session, BEFORE, STEADY)
    number = deliver(shipped_session, AFTER, (*STEADY, 30.0))
    signal, new, delivery = news(shipped_session)
    assert (signal.kind, signal.item) == (NewsKind.SIGNAL, WEEKS)
    told = "Wachttijd tot de start geeft een signaal: slechter. 1e kwartaal 2022: 30 weken."
    assert signal.sentence == told
    assert new == News(NewsKind.NEW, "Van 1 indicator zijn er nieuwere cijfers.", WEEKS)
    told = "Levering van JenS van 3 november 2026: 1 nieuw cijfer."
    assert delivery == News(NewsKind.DELIVERY, told, str(number))
    assert {one.kind for one in news(shipped_session, HEERLEN)} == {NewsKind.DELIVERY}


def test_a_changed_figure_is_told_with_its_old_and_its_new_value(shipped_session: Session) -> None:
    deliver(shipped_session, BEFORE, (5.0, 5.4))
    deliver(shipped_session, AFTER, (5.5, 6.0))
    changed, delivery = news(shipped_session)
    assert changed == News(
        NewsKind.FIGURE,
        "Wachttijd tot de start, 2e kwartaal 2019: 5,4 weken werd 6 weken. "
        "En nog 1 ander cijfer van deze indicator.",
        WEEKS,
    )
    assert delivery.sentence.endswith("0 nieuwe cijfers, 2 gewijzigd.")


def test_many_changed_indicators_are_told_of_together(shipped_session: Session) -> None:
    keys = ("IND-01", "IND-02", "IND-06", "IND-13", "IND-19", "IND-21", "IND-22")
    for key in keys:
        deliver(shipped_session, BEFORE, (5.0,), key)
        deliver(shipped_session, AFTER, (6.0,), key)
    told = [one for one in news(shipped_session) if one.kind is NewsKind.FIGURE]
    assert [one.item for one in told] == [*keys[:5], ""]
    assert told[-1].sentence == "Van 2 andere indicatoren zijn ook cijfers gewijzigd."


def test_many_deliveries_are_told_of_together_and_invented_ones_apart(shipped_session: Session) -> None:
    for count in range(1, 5):
        deliver(shipped_session, AFTER, STEADY[:count], source="FICTIEF: oefencijfers")
    deliver(shipped_session, AFTER, (50.0,), "IND-01")
    told = [one.sentence for one in news(shipped_session) if one.kind is NewsKind.DELIVERY]
    assert told == [
        "Levering van JenS van 3 november 2026: 1 nieuw cijfer.",
        "FICTIEF: 4 leveringen kwamen binnen, de laatste op 3 november 2026.",
    ]


def test_a_delivery_that_was_withdrawn_since_is_told(shipped_session: Session) -> None:
    number = deliver(shipped_session, BEFORE, (5.0,))
    batches.withdraw(shipped_session.store, number, "x", AFTER)
    told = "De levering ‘a.xlsx’ is ingetrokken op 3 november 2026."
    assert news(shipped_session) == (News(NewsKind.DELIVERY, told, str(number)),)
    assert news(shipped_session, as_of=date(2026, 11, 1)) == ()


def test_a_delivery_that_came_and_went_since_is_no_news(shipped_session: Session) -> None:
    number = deliver(shipped_session, AFTER, (5.0,))
    batches.withdraw(shipped_session.store, number, "x", AFTER)
    assert news(shipped_session) == ()


def test_a_commitment_that_became_late_is_told_and_one_that_was_late_already_is_not(
    shipped_session: Session,
) -> None:
    made = date(2026, 1, 5)
    for due in (date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)):
        promise = Commitment(
            recommendation="A1", text=f"Voor {due}.", owner="Wethouder", made_on=made, due_on=due
        )
        save(shipped_session, promise)
    told = "Een toezegging is te laat sinds 1 november 2026: Voor 2026-11-01."
    assert news(shipped_session) == (News(NewsKind.LATE, told, "A1"),)


def test_a_norm_that_the_council_set_is_told_where_it_counts(shipped_session: Session) -> None:
    norm = Norm(
        of=Judges(WEEKS, VOERENDAAL),
        value=6.0,
        decision="Besluit 7",
        decided_on=date(2026, 11, 2),
        by="x",
        at=AFTER,
    )
    norms.save(shipped_session, norm)
    told = "De raad stelde een norm voor Wachttijd tot de start: 6 weken (Besluit 7)."
    assert news(shipped_session) == (News(NewsKind.NORM, told, WEEKS),)
    assert news(shipped_session, HEERLEN) == ()


def test_limits_that_begin_anew_are_told_with_decision_and_reason(shipped_session: Session) -> None:
    baseline = Baseline(
        of=Judges(WEEKS),
        since=Period(2021, PeriodKind.QUARTER, 1),
        reason="Nieuw contract.",
        decision="Besluit 8",
        decided_on=date(2026, 11, 2),
        by="x",
        at=AFTER,
    )
    norms.save(shipped_session, baseline)
    told = (
        "De grenzen van Wachttijd tot de start beginnen opnieuw bij het 1e kwartaal 2021 (Besluit 8): "
        "Nieuw contract."
    )
    for place in (VOERENDAAL, HEERLEN):
        assert news(shipped_session, place) == (News(NewsKind.NORM, told, WEEKS),)
