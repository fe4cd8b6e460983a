"""Per goal what is measured and what gives a signal, and the words for it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.services.goal_judgements import (
    MONEY,
    WAITING,
    GoalJudged,
    goal_sentence,
    goals_judged,
    headline_note,
    measured_sentence,
    measured_words,
)
from raadsapp.services.judgements import Judged, headline, judged_all
from raadsapp.services.member_view import member_view
from raadsapp.services.opening import Session
from raadsapp.store import batches

VOERENDAAL = "GM0986"
STEADY = (5.0, 5.4, 4.8, 5.2) * 3


def deliver(session: Session, indicator: str, values: Sequence[float], source: str = "Rapport") -> None:
    """Quarters of Voerendaal from 2019 on."""
    told = [
        Observation(
            ObservationKey(indicator, VOERENDAAL, Period(2019 + at // 4, PeriodKind.QUARTER, at % 4 + 1)),
            value,
            source=source,
        )
        for at, value in enumerate(values)
    ]
    batches.add(
        session.store,
        file="a.xlsx",
        sha256=f"{indicator}{values}",
        layout="long",
        by="x",
        at=datetime(2026, 1, 5, 12, tzinfo=UTC),
        observations=told,
    )


def judgements(session: Session) -> tuple[Judged, ...]:
    return judged_all(member_view(session), session.catalog, VOERENDAAL)


def goal(session: Session, key: str) -> GoalJudged:
    return next(one for one in goals_judged(session.catalog, judgements(session)) if one.goal.key == key)


def test_a_goal_of_which_nothing_is_measured_says_only_that(shipped_session: Session) -> None:
    for one in goals_judged(shipped_session.catalog, judgements(shipped_session)):
        told = "nog niet gemeten" if one.judged else "niemand volgt dit"
        assert (measured_words(one), goal_sentence(one), one.there) == (told, "", ())
    assert measured_sentence(judgements(shipped_session), WAITING) == ""
    assert headline_note(judgements(shipped_session)) == ""


def test_a_goal_tells_its_signals_and_how_much_is_not_measured(shipped_session: Session) -> None:
    deliver(shipped_session, "IND-06", (*STEADY, 30.0))
    found = next(
        one for one in goals_judged(shipped_session.catalog, judgements(shipped_session)) if one.there
    )
    missing = len(found.judged) - 1
    assert measured_words(found) == f"1 van {len(found.judged)} gemeten"
    assert goal_sentence(found) == (
        f"Signaal, slechter: Wachttijd tot de start. Niet gemeten: {missing} indicatoren."
    )


def test_a_goal_without_signals_says_so(shipped_session: Session) -> None:
    deliver(shipped_session, "IND-06", STEADY)
    found = next(
        one for one in goals_judged(shipped_session.catalog, judgements(shipped_session)) if one.there
    )
    assert goal_sentence(found).startswith("Geen signaal. Niet gemeten: ")


def test_what_only_the_rules_of_a_chart_find_is_no_headline_and_that_is_told(
    shipped_session: Session,
) -> None:
    deliver(shipped_session, "IND-06", (*STEADY, *[5.3, 5.25] * 3))
    found = judgements(shipped_session)
    assert "Dit is een signaal: het gaat slechter." in measured_sentence(found, WAITING)
    assert headline(found).signals == 0
    assert "Hier tellen alleen sterke signalen:" in headline_note(found)
    deliver(shipped_session, "IND-06", (*STEADY, *[5.3, 5.25] * 4))
    found = judgements(shipped_session)
    assert headline(found).signals == 1
    assert "sterke signalen" not in headline_note(found)


def test_few_missing_indicators_are_named(shipped_session: Session) -> None:
    deliver(shipped_session, "IND-01", STEADY)
    whole = goal(shipped_session, "D5")
    first = next(one for one in judgements(shipped_session) if one.indicator.key == "IND-01")
    second, third = [one for one in whole.judged if not one.newest][:2]
    assert goal_sentence(GoalJudged(whole.goal, (first, second, third))) == (
        f"Geen signaal. Niet gemeten: {second.indicator.title} en {third.indicator.title}."
    )


def test_invented_figures_are_marked_wherever_they_are_told(shipped_session: Session) -> None:
    deliver(shipped_session, "IND-06", (*STEADY, 30.0), source="FICTIEF: oefencijfers")
    found = judgements(shipped_session)
    state = next(one for one in goals_judged(shipped_session.catalog, found) if one.there)
    assert measured_words(state).startswith("FICTIEF: 1 van ")
    assert measured_sentence(found, WAITING) == (
        "FICTIEF: Wachttijd tot de start, 1e kwartaal 2022: 30 weken. Dit is een signaal: het gaat slechter."
    )
    assert headline_note(found).endswith("bedachte cijfers om te oefenen. Echte zijn er nog niet.")
    deliver(shipped_session, "IND-01", STEADY)
    assert headline_note(judgements(shipped_session)) == (
        "Van de 25 indicatoren hebben er 2 cijfers. FICTIEF: 1 daarvan is bedacht, om te oefenen."
    )


def test_what_is_measured_is_told_with_its_period_and_judgement(shipped_session: Session) -> None:
    deliver(shipped_session, "IND-01", (80.0,))
    found = judgements(shipped_session)
    assert measured_sentence(found, MONEY).startswith(
        "Gemeten: Besteding van het vaste bedrag, 1e kwartaal 2019: 80%."
    )
    assert headline_note(found) == "Van de 25 indicatoren heeft er 1 cijfers."
