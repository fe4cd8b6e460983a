"""Looking back: what was published stands beside what the model gives on what was known in 2018."""

import pytest

from raadsapp.domain.source import Standing
from raadsapp.services.scenario import TOGETHER, outcome, scenario
from raadsapp.services.scenario_backtest import BUDGET, MEAN, Backtest, CameOut, Expected, backtest
from tests.core.shipped import dossier


def _found() -> Backtest:
    return backtest(dossier())


def _of(came: CameOut, start: str, year: int) -> Expected:
    return next(one for one in came.expected if (one.start, one.year) == (start, year))


def test_both_published_amounts_are_there_with_their_source_and_caveats() -> None:
    shortage, extra = _found().came_out
    assert (shortage.amount, shortage.standing) == (3_000_000, Standing.SOURCE)
    assert (round(extra.amount), extra.standing) == (2_466_667, Standing.DERIVED)
    assert "€ 3,7 miljoen ÷ 1,5 = € 2,5 miljoen" in extra.says
    for came in (shortage, extra):
        assert {source.document for source in came.sources} == {"artikel-2021"}
        assert came.caveats
        assert came.covers
        assert came.not_covered


@pytest.mark.parametrize("start", [BUDGET, "2015", "2016", "2017", MEAN])
def test_what_was_expected_is_the_shortage_of_the_model_with_all_levers_at_their_start(start: str) -> None:
    asked = scenario(dossier(), TOGETHER, {"base_year": start})
    gap = outcome(asked).gap[0]
    for came in _found().came_out:
        for year in came.years:
            assert _of(came, start, year).value == pytest.approx(float(gap[year - 2019]))


def test_the_difference_is_on_its_own_and_nothing_is_adjusted() -> None:
    for came in _found().came_out:
        for one in came.expected:
            assert one.difference == pytest.approx(came.amount - one.value)


def test_the_budget_and_the_mean_have_a_band_around_what_they_give() -> None:
    shortage = _found().came_out[0]
    for one in shortage.expected:
        drawn = one.start in {BUDGET, MEAN}
        assert (one.low is None, one.high is None) == (not drawn, not drawn)
        if one.low is not None and one.high is not None:
            assert one.low <= one.value <= one.high
    mean, budget = _of(shortage, MEAN, 2020), _of(shortage, BUDGET, 2020)
    assert (mean.high or 0) - (mean.low or 0) > (budget.high or 0) - (budget.low or 0)


def test_the_finding_names_what_was_expected_and_what_it_became() -> None:
    shortage, extra = _found().came_out
    assert shortage.finding == (
        "Met de begroting van 2018 geeft het model € 255.000 tekort in 2020. Het werd ongeveer € 3,0 miljoen."
    )
    assert "van € 2,0 miljoen overschot tot € 7,2 miljoen tekort" in shortage.sentence
    assert extra.finding.endswith("De gemeenten gaven € 2,5 miljoen per jaar extra.")


def test_where_the_source_contradicts_itself_both_sides_are_said() -> None:
    amounts, duration, cause = _found().contradictions
    assert "€ 3,0 miljoen" in amounts
    assert "€ 2,5 miljoen per jaar" in amounts
    assert "€ 1,9 miljoen per jaar" in duration
    assert "vertrekpunt" in cause


def test_scaled_municipalities_are_marked() -> None:
    assert _found().mark.startswith("schatting")
