"""The first sentences of the overview, on a real store."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from raadsapp.domain.commitment import Commitment, CommitmentState
from raadsapp.domain.goals import Indicator
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period
from raadsapp.paths import data_dir
from raadsapp.services.commitments import save
from raadsapp.services.knowledge import unknown_sentence
from raadsapp.services.money_summary import money_summary
from raadsapp.services.opening import Session, open_session
from raadsapp.services.summary import commitment_sentence, latest_sentence, measured, measurement_sentence
from raadsapp.store import batches

VOERENDAAL, HEERLEN = "GM0986", "GM0917"
TODAY = date(2026, 11, 22)
PROMISE = Commitment(
    recommendation="A1", text="Een overzicht van de inzet.", owner="Wethouder", made_on=date(2026, 1, 5)
)


@pytest.fixture
def shipped(tmp_path: Path) -> Iterator[Session]:
    opened = open_session(tmp_path / "dossier.raadsapp", data_dir())
    yield opened
    opened.close()


def _deliver(session: Session, indicators: list[str]) -> None:
    keys = (ObservationKey(indicator, VOERENDAAL, Period(2025)) for indicator in indicators)
    _store(session, "".join(indicators), [Observation(key, 12.0) for key in keys])


def _store(session: Session, name: str, observations: list[Observation]) -> None:
    batches.add(
        session.store,
        file=f"{name}.csv",
        sha256=name,
        layout="test",
        by="griffie",
        at=datetime(2026, 2, 1, tzinfo=UTC),
        observations=observations,
    )


def test_an_empty_store_says_that_nothing_was_measured_yet(shipped: Session) -> None:
    assert measurement_sentence(shipped, VOERENDAAL) == (
        "Nog niet één van de 25 indicatoren heeft cijfers. Of de doelen worden gehaald, is niet te zeggen."
    )


def test_a_day_before_the_first_figures_says_so_and_what_to_do(shipped: Session) -> None:
    _deliver(shipped, ["IND-06"])
    indicator = shipped.catalog.find("IND-06")
    assert isinstance(indicator, Indicator)
    told = (
        "Op 31 januari 2026 stonden er nog geen cijfers in dit dossier. De eerste kwamen erin op "
        "1 februari 2026: kies bij ‘Stand van’ die dag of een latere."
    )
    before, first = date(2026, 1, 31), date(2026, 2, 1)
    assert measurement_sentence(shipped, VOERENDAAL, before) == told
    assert latest_sentence(shipped, indicator, VOERENDAAL, before) == told
    assert "1 cijfers" in measurement_sentence(shipped, VOERENDAAL, first)
    assert "12" in latest_sentence(shipped, indicator, VOERENDAAL, first)
    assert unknown_sentence(shipped, None) == ""


def test_a_store_without_deliveries_knows_no_first_day(shipped: Session) -> None:
    shipped.store.connection.execute("DELETE FROM observation")
    shipped.store.connection.execute("DELETE FROM batch")
    assert unknown_sentence(shipped, date(2020, 1, 1)) == ""


def test_measured_indicators_are_counted_for_their_own_municipality_only(shipped: Session) -> None:
    _deliver(shipped, ["IND-06"])
    assert measurement_sentence(shipped, VOERENDAAL) == "Van de 25 indicatoren heeft er nog maar 1 cijfers."
    _deliver(shipped, ["IND-06", "IND-07"])
    assert measured(shipped, VOERENDAAL) == {"IND-06", "IND-07"}
    assert "hebben er nog maar 2 cijfers" in measurement_sentence(shipped, VOERENDAAL)
    assert "Nog niet één" in measurement_sentence(shipped, HEERLEN)


def test_what_came_in_later_does_not_count_for_an_earlier_day(shipped: Session) -> None:
    _deliver(shipped, ["IND-06"])
    assert not measured(shipped, VOERENDAAL, date(2026, 1, 1))


def test_a_store_with_everything_measured_says_so(shipped: Session) -> None:
    _deliver(shipped, [indicator.key for indicator in shipped.catalog.indicators])
    assert measurement_sentence(shipped, VOERENDAAL) == "Alle 25 indicatoren hebben cijfers."


def test_the_newest_value_of_an_indicator_is_said_with_unit_period_and_status(shipped: Session) -> None:
    waiting = next(one for one in shipped.catalog.indicators if one.key == "IND-06")
    assert latest_sentence(shipped, waiting, VOERENDAAL) == "Voor Voerendaal zijn er nog geen cijfers."
    _deliver(shipped, ["IND-06"])
    assert latest_sentence(shipped, waiting, VOERENDAAL) == "Voerendaal, 2025: 12 weken (definitief)."
    assert latest_sentence(shipped, waiting, HEERLEN) == "Voor Heerlen zijn er nog geen cijfers."


def test_a_value_says_where_it_comes_from_when_that_is_known(shipped: Session) -> None:
    waiting = next(one for one in shipped.catalog.indicators if one.key == "IND-06")
    key = ObservationKey("IND-06", VOERENDAAL, Period(2025))
    _store(shipped, "bron", [Observation(key, 6.5, source="Kwartaalbericht JenS")])
    assert latest_sentence(shipped, waiting, VOERENDAAL) == (
        "Voerendaal, 2025: 6,5 weken (definitief). Bron: Kwartaalbericht JenS."
    )


def test_without_commitments_the_sentence_says_that_there_are_none(shipped: Session) -> None:
    assert commitment_sentence(shipped, TODAY) == "Er staan nog geen toezeggingen in dit dossier."


def test_late_commitments_come_before_open_ones(shipped: Session) -> None:
    kept, _ = save(shipped, replace(PROMISE, due_on=date(2027, 1, 1)))
    assert commitment_sentence(shipped, TODAY) == "Er staat 1 toezegging open. Er is er geen te laat."
    save(shipped, replace(PROMISE, due_on=date(2026, 6, 1)))
    assert commitment_sentence(shipped, TODAY) == "1 toezegging van het college is te laat."
    save(shipped, replace(kept, due_on=date(2026, 6, 1)))
    assert commitment_sentence(shipped, TODAY) == "2 toezeggingen van het college zijn te laat."


def test_when_all_is_done_nothing_is_open(shipped: Session) -> None:
    save(shipped, replace(PROMISE, state=CommitmentState.DONE))
    assert commitment_sentence(shipped, TODAY) == "Alle toezeggingen zijn afgehandeld."


def test_money_and_waiting_come_from_the_same_outcome(shipped: Session) -> None:
    found = money_summary(shipped.catalog, VOERENDAAL)
    assert found.years == tuple(range(2019, 2027))
    assert [round(value) for value in found.lumpsum[:4]] == [1_450_000, 1_450_000, 1_350_000, 1_200_000]
    assert round(found.cost[3]) == 1_504_819
    assert found.finding == "In 2022 is het vaste bedrag € 305.000 te laag"
    assert len(found.waiting_weeks) == len(found.years)
    assert found.assumes_spending
    assert not found.mark
    assert found.name == "Voerendaal"


def test_a_scaled_municipality_is_said_to_be_an_estimate(shipped: Session) -> None:
    found = money_summary(shipped.catalog, HEERLEN)
    assert found.mark == "schatting: opgeschaald"
    assert "schatting" in found.sentence


def test_where_the_amount_is_enough_the_finding_says_what_is_left(shipped: Session) -> None:
    starts = {"base_year": "2015", "savings_scenario": "none"}
    levers = tuple(
        replace(lever, default=starts.get(lever.key, lever.default)) for lever in shipped.catalog.levers
    )
    found = money_summary(replace(shipped.catalog, levers=levers), VOERENDAAL)
    assert found.finding.startswith("In 2022 blijft er € ")
    assert found.finding.endswith(" over")
