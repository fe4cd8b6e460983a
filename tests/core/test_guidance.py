"""What the council can do: the rows of the guide that fit what is seen, and where figures came from."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from raadsapp.domain.guidance import Sight
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.paths import data_dir
from raadsapp.services.guidance import fitting, sights
from raadsapp.services.indicator_deliveries import deliveries_of
from raadsapp.services.judgements import Judged, judged
from raadsapp.services.member_view import member_view
from raadsapp.services.opening import Session, open_session
from raadsapp.store import batches

HEERLEN = "GM0917"
CALM = [6.0, 7.0] * 6
DAY = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = open_session(tmp_path / "dossier.raadsapp", data_dir())
    yield opened
    opened.close()


def delivered(session: Session, key: str, values: list[float], *, first: int = 2015, note: str = "") -> None:
    batches.add(
        session.store,
        file=f"{key}.csv",
        sha256=f"{key}{values}{first}",
        layout="long",
        by="Griffie",
        at=DAY,
        note=note,
        observations=[
            Observation(
                ObservationKey(key, HEERLEN, Period(first + at // 4, PeriodKind.QUARTER, at % 4 + 1)),
                value,
                Status.FINAL,
                "Opgave",
            )
            for at, value in enumerate(values)
        ],
    )


def seen(session: Session, key: str, values: list[float]) -> Judged:
    if values:
        delivered(session, key, values)
    return judged(member_view(session), session.catalog, key, HEERLEN)


def rows(session: Session, shown: Judged) -> list[str]:
    return [row.key for row in fitting(session.catalog, shown)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], {Sight.MISSING}),
        ([6.0, 7.0], set()),
        ([*CALM, 6.5], {Sight.CHANCE}),
        ([*CALM, 30.0], {Sight.SIGNAL, Sight.WORSE}),
        ([*CALM, 1.0], {Sight.SIGNAL, Sight.BETTER}),
    ],
)
def test_what_is_seen_of_the_waiting_time_follows_from_its_judgement(
    session: Session, values: list[float], expected: set[Sight]
) -> None:
    assert set(sights(seen(session, "IND-06", values))) == expected


def test_a_figure_that_may_not_be_shown_is_seen_as_hidden(session: Session) -> None:
    shown = seen(session, "IND-06", [*CALM, 6.5])
    last = replace(shown.judgement.points[-1], value=None, suppressed=True)
    hidden = replace(shown, judgement=replace(shown.judgement, points=(*shown.judgement.points[:-1], last)))
    assert Sight.HIDDEN in set(sights(hidden))


def test_a_series_that_crosses_a_break_is_seen_as_broken(session: Session) -> None:
    shown = seen(session, "IND-14", [float(at) for at in range(20, 40)])
    assert Sight.BREAK in set(sights(shown))
    assert "SW-04" in rows(session, shown)


def test_chance_asks_for_nothing_and_a_signal_for_a_question(session: Session) -> None:
    assert "SW-01" in rows(session, seen(session, "IND-19", [80.0, 82.0] * 6 + [81.0]))
    worse = rows(session, seen(session, "IND-06", [*CALM, 30.0]))
    assert "SW-02" in worse
    assert "SW-01" not in worse


def test_rows_about_this_very_indicator_come_first(session: Session) -> None:
    assert rows(session, seen(session, "IND-19", [80.0, 82.0] * 6 + [40.0]))[:2] == ["SW-11", "SW-02"]


def test_spending_above_the_fixed_amount_is_a_reason_to_act_before_it_is_a_signal(session: Session) -> None:
    assert "SW-05" in rows(session, seen(session, "IND-01", [95.0, 103.0]))


def test_spending_below_it_is_not(session: Session) -> None:
    assert "SW-05" not in rows(session, seen(session, "IND-01", [95.0, 97.0]))


def test_every_row_of_the_guide_can_be_seen_of_some_indicator(session: Session) -> None:
    keys = {one.key for one in session.catalog.indicators}
    for row in session.catalog.guidance:
        assert row.seen or row.indicators
        assert set(row.indicators) <= keys


def test_deliveries_are_named_newest_first_with_the_note_of_the_clerk(session: Session) -> None:
    delivered(session, "IND-06", [4.0, 5.0], note="Eerste levering.")
    delivered(session, "IND-06", [6.0], first=2018)
    found = deliveries_of(session, "IND-06", HEERLEN)
    assert [batch.note for batch in found] == ["", "Eerste levering."]


def test_before_a_delivery_came_it_is_not_named(session: Session) -> None:
    delivered(session, "IND-06", [4.0, 5.0])
    assert deliveries_of(session, "IND-06", HEERLEN, date(2026, 10, 1)) == ()
