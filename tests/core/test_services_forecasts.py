"""What a saved scenario expected stands beside what was measured since, where both are the same quantity."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.services.forecast_reasons import forecast_reasons
from raadsapp.services.forecasts import beside_outcome, limits
from raadsapp.services.opening import Session
from raadsapp.store import batches
from tests.core.model_page import HEERLEN, VOERENDAAL
from tests.core.saved import made
from tests.core.shipped import dossier
from tests.core.test_store_schema import AT

SPENDING, RESIDENTIAL = "IND-01", "IND-16"
BEFORE = date(2019, 6, 1)


def _quarters(year: int, *values: float, municipality: str = VOERENDAAL) -> list[Observation]:
    return [
        Observation(
            ObservationKey(SPENDING, municipality, Period(year, PeriodKind.QUARTER, number)),
            value,
            Status.PROVISIONAL if number == 4 else Status.FINAL,
        )
        for number, value in enumerate(values, start=1)
    ]


def _year(indicator: str, year: int, value: float, breakdown: str = "") -> Observation:
    key = ObservationKey(indicator, VOERENDAAL, Period(year), breakdown)
    return Observation(key, value, source="Jaarverslag")


def _deliver(session: Session, *observed: Observation) -> int:
    batch = batches.add(
        session.store, file="q", sha256="0", layout="long", by="Griffie", at=AT, observations=observed
    )
    return batch.number


def _expected_share(saved: SavedScenario, year: int) -> float:
    spend, lumpsum = saved.value("spend", year), saved.value("lumpsum", year)
    assert spend
    assert lumpsum
    return 100 * spend / lumpsum


def test_without_figures_nothing_is_compared(shipped_session: Session) -> None:
    saved = made(shipped_session, {}, made_on=BEFORE)
    assert beside_outcome(shipped_session, saved) == ()
    none_yet, only = limits(shipped_session, saved)
    assert none_yet == "Er zijn nog geen cijfers over een jaar dat eindigt na 1 juni 2019."
    assert "‘Besteding van het vaste bedrag’ en ‘Aanvullende hulp: verblijf en crisis’" in only


def test_four_quarters_make_the_year_that_was_forecast(shipped_session: Session) -> None:
    saved = made(shipped_session, {}, made_on=BEFORE)
    _deliver(shipped_session, *_quarters(2020, 98, 101, 104, 107))
    (forecast,) = beside_outcome(shipped_session, saved)
    assert (forecast.outcome, forecast.label, forecast.indicator) == ("spend", "Uitgaven van JenS", SPENDING)
    assert (forecast.period, forecast.unit) == (Period(2020), "%")
    assert forecast.forecast == pytest.approx(_expected_share(saved, 2020))
    assert forecast.measured == 102.5
    assert forecast.sentence.startswith(
        "‘Besteding van het vaste bedrag’ in 2020: verwacht 101,76%, gemeten 102,5% (voorlopig). Het model"
    )
    (only,) = limits(shipped_session, saved)
    assert only.startswith("Alleen ")


def test_three_quarters_make_no_year(shipped_session: Session) -> None:
    saved = made(shipped_session, {}, made_on=BEFORE)
    _deliver(shipped_session, *_quarters(2020, 98, 101, 104))
    (forecast,) = beside_outcome(shipped_session, saved)
    assert forecast.measured is None
    assert forecast.sentence.endswith("Er zijn 3 van de 4 kwartalen gemeten; vergelijken kan nog niet.")


def test_a_year_as_such_is_no_sum_of_quarters_and_a_breakdown_is_no_total(shipped_session: Session) -> None:
    _deliver(shipped_session, _year(SPENDING, 2020, 99), _year(RESIDENTIAL, 2020, 5, "hulpvorm=crisis"))
    assert beside_outcome(shipped_session, made(shipped_session, {}, made_on=BEFORE)) == ()


def test_young_people_in_residential_care_are_measured_by_year(shipped_session: Session) -> None:
    saved = made(shipped_session, {}, made_on=BEFORE)
    _deliver(shipped_session, _year(RESIDENTIAL, 2021, 23))
    (forecast,) = beside_outcome(shipped_session, saved)
    assert forecast.forecast == saved.value("residential_clients", 2021)
    assert forecast.measured == 23
    assert "gemeten 23. Bron: Jaarverslag. Het model gaat uit van" in forecast.sentence
    assert forecast.sentence.endswith("En bij zo weinig jongeren kan het verschil toeval zijn.")


def test_years_that_ended_before_the_scenario_was_made_are_no_forecast(shipped_session: Session) -> None:
    _deliver(shipped_session, _year(RESIDENTIAL, 2020, 23), _year(RESIDENTIAL, 2021, 24))
    saved = made(shipped_session, {}, made_on=date(2020, 12, 31))
    assert [forecast.period for forecast in beside_outcome(shipped_session, saved)] == [Period(2021)]


def test_a_withdrawn_delivery_does_not_count(shipped_session: Session) -> None:
    saved = made(shipped_session, {}, made_on=BEFORE)
    number = _deliver(shipped_session, _year(RESIDENTIAL, 2021, 23))
    batches.withdraw(shipped_session.store, number, by="Griffie", at=AT)
    assert beside_outcome(shipped_session, saved) == ()


def test_what_came_in_after_the_day_that_is_shown_does_not_count(shipped_session: Session) -> None:
    saved = made(shipped_session, {}, made_on=BEFORE)
    _deliver(shipped_session, _year(RESIDENTIAL, 2021, 23))
    day = AT.astimezone().date()
    assert len(beside_outcome(shipped_session, saved, day)) == 1
    before = day - timedelta(days=1)
    assert beside_outcome(shipped_session, saved, before) == ()
    assert "Er zijn nog geen cijfers" in limits(shipped_session, saved, before)[0]


def test_an_estimate_is_called_one(shipped_session: Session) -> None:
    saved = made(shipped_session, {}, municipality=HEERLEN, made_on=BEFORE)
    _deliver(shipped_session, *_quarters(2020, 98, 101, 104, 107, municipality=HEERLEN))
    (forecast,) = beside_outcome(shipped_session, saved)
    assert "(schatting: opgeschaald), gemeten" in forecast.sentence


def test_together_nothing_is_measured(shipped_session: Session) -> None:
    _deliver(shipped_session, _year(RESIDENTIAL, 2021, 23))
    saved = made(shipped_session, {}, municipality="samen", made_on=BEFORE)
    assert beside_outcome(shipped_session, saved) == ()
    assert limits(shipped_session, saved) == (
        "Er is per gemeente gemeten. Voor de gemeenten samen is er geen cijfer om naast te leggen.",
    )


def test_what_was_not_worked_out_then_is_not_compared(shipped_session: Session) -> None:
    saved = made(shipped_session, {}, made_on=BEFORE)
    _deliver(shipped_session, _year(RESIDENTIAL, 2021, 23), *_quarters(2020, 98, 101, 104, 107))
    assert len(beside_outcome(shipped_session, saved)) == 2
    assert beside_outcome(shipped_session, replace(saved, came_out=())) == ()
    endless = tuple((outcome, tuple(None for _ in path)) for outcome, path in saved.came_out)
    assert beside_outcome(shipped_session, replace(saved, came_out=endless)) == ()


def test_only_indicators_of_the_same_quantity_measure_an_outcome() -> None:
    measured = {one.key: one.measures.outcome for one in dossier().indicators if one.measures}
    assert measured == {SPENDING: "spend", RESIDENTIAL: "residential_clients"}


def test_what_was_measured_is_explained_down_to_its_deliveries(shipped_session: Session) -> None:
    saved = made(shipped_session, {}, made_on=BEFORE)
    number = _deliver(shipped_session, *_quarters(2020, 98, 101, 104, 107))
    (forecast,) = beside_outcome(shipped_session, saved)
    expected, measured = forecast_reasons(shipped_session, saved, forecast)
    assert (expected.value, measured.value) == pytest.approx((forecast.forecast, forecast.measured))
    assert (measured.title, measured.shown) == ("Gemeten in 2020", "102,5%")
    assert measured.symbols == "M = (m₁ + m₂ + m₃ + m₄) ÷ 4"
    assert measured.filled == "(98 + 101 + 104 + 107) ÷ 4 = 102,5"
    last = measured.inputs[-1]
    assert (last.label, last.shown) == ("Besteding van het vaste bedrag, 4e kwartaal 2020", "107%")
    assert last.note.startswith("Hoe zeker: voorlopig. Bron: niet genoemd in de levering. ")
    assert f"Levering: nummer {number}, ‘q’, ingelezen op " in last.note
    spend, lumpsum = expected.inputs
    assert (spend.value, lumpsum.value) == (saved.value("spend", 2020), saved.value("lumpsum", 2020))
    assert expected.words.startswith("Deel ‘Uitgaven van JenS’ door ‘Vast bedrag’")
    assert not expected.estimated


def test_a_year_that_was_measured_as_such_needs_no_sum(shipped_session: Session) -> None:
    saved = made(shipped_session, {}, made_on=BEFORE)
    _deliver(shipped_session, _year(RESIDENTIAL, 2020, 41))
    (forecast,) = beside_outcome(shipped_session, saved)
    expected, measured = forecast_reasons(shipped_session, saved, forecast)
    assert (measured.symbols, measured.filled) == ("M = m₁", "41 = 41")
    assert "Bron: Jaarverslag." in measured.inputs[0].note
    assert expected.value == pytest.approx(forecast.forecast)


def test_of_an_unfinished_year_only_what_was_expected_is_explained(shipped_session: Session) -> None:
    saved = made(shipped_session, {}, municipality=HEERLEN, made_on=BEFORE)
    _deliver(shipped_session, *_quarters(2020, 98, 101, municipality=HEERLEN))
    (forecast,) = beside_outcome(shipped_session, saved)
    (expected,) = forecast_reasons(shipped_session, saved, forecast)
    assert expected.title == "Verwacht in 2020"
    assert expected.estimated


def test_an_invented_figure_is_marked_in_its_explanation_too(shipped_session: Session) -> None:
    saved = made(shipped_session, {}, made_on=BEFORE)
    invented = _year(RESIDENTIAL, 2020, 41)._replace(source="FICTIEF: om te oefenen")
    _deliver(shipped_session, invented)
    (forecast,) = beside_outcome(shipped_session, saved)
    _, measured = forecast_reasons(shipped_session, saved, forecast)
    assert measured.shown == "41 (FICTIEF)"
    assert measured.inputs[0].shown == "41 (FICTIEF)"
