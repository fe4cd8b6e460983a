"""Every indicator of a municipality judged from what members may see, with norm, breaks and headline."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from raadsapp.domain.goals import Counting, Polarity
from raadsapp.domain.norm import Baseline, Decisions, Judges, Norm
from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.domain.shown import Shown
from raadsapp.model.series_rules import Situation
from raadsapp.services.judgements import Judged, headline, judged, judged_all
from raadsapp.services.member_view import MemberView
from tests.core.shipped import dossier

VOERENDAAL, HEERLEN = "GM0986", "GM0917"
STEADY = (50.0, 54.0, 48.0, 52.0) * 3
AT = datetime(2024, 3, 20, 9, tzinfo=UTC)
NORM = Norm(
    of=Judges("IND-19"),
    value=50.0,
    decision="Besluit 2024-17",
    decided_on=date(2024, 3, 12),
    by="Griffie",
    at=AT,
)
Series = dict[tuple[str, str, str], tuple[Shown, ...]]


def _quarters(values: Sequence[float | None], source: str = "Kwartaalrapportage") -> tuple[Shown, ...]:
    return tuple(
        Shown(
            Period(2019 + place // 4, PeriodKind.QUARTER, place % 4 + 1),
            value,
            suppressed=value is None,
            status=Status.FINAL,
            source=source,
        )
        for place, value in enumerate(values)
    )


def _half_years(values: Sequence[float]) -> tuple[Shown, ...]:
    periods = [Period(2019 + place // 2, PeriodKind.HALF_YEAR, place % 2 + 1) for place in range(len(values))]
    return tuple(Shown(period, value) for period, value in zip(periods, values, strict=True))


def _judged(
    series: Series,
    indicator: str,
    breakdown: str = "",
    *,
    municipality: str = VOERENDAAL,
    decisions: Decisions | None = None,
    until: Period | None = None,
) -> Judged:
    view = MemberView(None, series)
    standing = decisions or Decisions()
    return judged(view, dossier(), indicator, municipality, breakdown, decisions=standing, until=until)


def _safety(*values: float) -> Series:
    return {("IND-19", VOERENDAAL, ""): _quarters(values)}


def test_all_indicators_come_in_the_order_of_the_dossier_and_say_what_is_missing() -> None:
    found = judged_all(MemberView(None, _safety(*STEADY)), dossier(), VOERENDAAL)
    assert [one.indicator for one in found] == list(dossier().indicators)
    assert [one.indicator.key for one in found if one.newest] == ["IND-19"]
    empty = found[0]
    assert (empty.judgement.situation, empty.sentence) == (Situation.NONE, "Er zijn nog geen cijfers.")
    assert (empty.source, empty.fictional, empty.target) == ("", False, None)


def test_an_indicator_that_the_dossier_does_not_have_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError, match="IND-99"):
        _judged({}, "IND-99")


def test_a_series_says_its_unit_its_source_and_its_signal() -> None:
    found = _judged(_safety(*STEADY, 90.0), "IND-19")
    assert (found.unit, found.source, found.judgement.signal) == ("%", "Kwartaalrapportage", True)
    assert found.sentence.endswith("Dit is een signaal: het gaat beter.")


def test_what_is_invented_says_so_first() -> None:
    series: Series = {("IND-19", VOERENDAAL, ""): _quarters(STEADY, "FICTIEF: oefencijfers")}
    found = _judged(series, "IND-19")
    assert found.fictional
    assert found.sentence.startswith("FICTIEF: In het 4e kwartaal 2021: 52%.")
    assert headline([found]).sentence.startswith("FICTIEF: ")


def test_without_a_whole_the_main_series_is_taken_and_named() -> None:
    series: Series = {
        ("IND-09", VOERENDAAL, "respons=kind"): _half_years([20.0, 22.0]),
        ("IND-09", VOERENDAAL, "wie=kind"): _half_years([70.0, 72.0]),
    }
    found = _judged(series, "IND-09")
    assert (found.breakdown, found.newest and found.newest.value) == ("wie=kind", 72)
    assert "Dit is de reeks ‘wie: kind’." in found.words.notes
    assert not _judged(series, "IND-09", "wie=kind").words.notes
    only: Series = {("IND-03", VOERENDAAL, "leeftijdsgroep=0 tot en met 3"): _quarters([30.0])}
    assert _judged(only, "IND-03").breakdown == "leeftijdsgroep=0 tot en met 3"


def test_what_is_delivered_once_is_shown_with_every_municipality() -> None:
    series: Series = {("IND-21", VOERENDAAL, "gebied=samen"): _quarters([3.0, 3.1])}
    found = _judged(series, "IND-21", municipality=HEERLEN)
    assert (found.municipality, found.newest and found.newest.value) == (HEERLEN, 3.1)
    assert "Dit cijfer is er één keer, voor de gemeenten samen." in found.words.notes


def test_each_series_is_judged_by_what_it_counts_itself() -> None:
    series: Series = {
        ("IND-20", VOERENDAAL, "maat=kosten"): tuple(Shown(Period(2019 + n), 40_000.0) for n in range(3)),
        ("IND-22", VOERENDAAL, "verzuim=JenS"): _quarters([*STEADY, 90.0]),
    }
    cost = _judged(series, "IND-20", "maat=kosten")
    assert (cost.unit, cost.measured.counts, cost.judgement.points[0].margin) == ("€", False, None)
    sick = _judged(series, "IND-22", "verzuim=JenS")
    assert (sick.measured.polarity, sick.judgement.verdict) == (Polarity.DOWN, "concern")


def test_nothing_is_joined_across_a_break_and_the_break_is_told() -> None:
    before = tuple(Shown(Period(2017 + n // 2, PeriodKind.HALF_YEAR, n % 2 + 1), 30.0) for n in range(4))
    series: Series = {("IND-14", VOERENDAAL, ""): (*before, *_half_years([10.0, 11.0, 12.0, 11.0]))}
    found = _judged(series, "IND-14")
    assert found.judgement.situation is Situation.SHORT
    assert found.judgement.median == pytest.approx(11)
    assert found.words.newest.endswith("De middelste waarde van 4 halfjaren is 11%.")
    assert [one.since for one in found.breaks] == [date(2019, 1, 1)]
    assert "Vanaf 1 januari 2019 is anders geteld. Sinds 2019 omvat één traject" in found.sentence
    after: Series = {("IND-14", VOERENDAAL, ""): _half_years([10.0, 11.0])}
    assert _judged(after, "IND-14").breaks == ()


def test_a_share_rests_on_its_count_added_up_to_its_own_periods() -> None:
    stopped = ("IND-05", VOERENDAAL, "reden=volgens plan")
    series: Series = {
        ("IND-10", VOERENDAAL, ""): _half_years([60.0] * 6),
        ("IND-08", VOERENDAAL, ""): _quarters([9.0] * 6),
        ("IND-08", VOERENDAAL, "hulpvorm=wijkteam"): _quarters([9.0] * 6),
        ("IND-14", VOERENDAAL, ""): _half_years([12.0] * 2),
        ("IND-03", VOERENDAAL, ""): _quarters([200.0, 210.0, 205.0, 204.0]),
        ("IND-05", VOERENDAAL, ""): _quarters([40.0, 41.0, 42.0]),
        ("IND-05", VOERENDAAL, "hulpvorm=wijkteam"): _quarters([20.0]),
        stopped: _quarters([30.0, 31.0, 32.0, None]),
    }
    plan = _judged(series, "IND-10").judgement.points
    assert [point.total for point in plan] == [61, None, None, None, None, None]
    assert plan[0].margin is not None
    assert [one.total for one in _judged(series, "IND-08").judgement.points[:4]] == [40, 41, 42, None]
    assert _judged(series, "IND-08", "hulpvorm=wijkteam").judgement.points[0].total == 20
    assert [one.total for one in _judged(series, "IND-14").judgement.points] == [210, 205]
    assert _judged(series, "IND-10", "hulpvorm=wijkteam").judgement.points == ()


def test_the_middle_of_two_figures_is_told_with_one_decimal_at_most() -> None:
    years = tuple(
        Shown(Period(2019 + place), value) for place, value in enumerate((310.2, 290.3, 290.8, 270.4))
    )
    told = _judged({("IND-23", VOERENDAAL, ""): years}, "IND-23").words.newest
    assert told == "In 2022: 270,4 uren. De middelste waarde van 4 jaar is 290,6 uren."


def test_a_share_of_those_of_a_year_earlier_rests_on_their_count() -> None:
    series: Series = {
        ("IND-11", VOERENDAAL, ""): tuple(Shown(Period(year), 20.0) for year in (2019, 2020, 2021)),
        ("IND-05", VOERENDAAL, ""): _quarters([40.0, 41.0, 42.0, 43.0]),
    }
    assert _quarters([40.0])[0].period.year == 2019
    assert [one.total for one in _judged(series, "IND-11").judgement.points] == [None, 166, None]


def test_judging_as_of_an_earlier_period_leaves_out_what_came_later() -> None:
    until = Period(2021, PeriodKind.QUARTER, 4)
    found = _judged(_safety(*STEADY, 90.0), "IND-19", until=until)
    assert found.newest is not None
    assert (found.newest.period, found.judgement.signal) == (until, False)


def _told(series: Series, norm: Norm, indicator: str = "IND-19") -> str:
    return _judged(series, indicator, decisions=Decisions((norm,))).words.notes[-1]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (50.0, "De norm van de raad (50%, besluit 12 maart 2024) wordt soms wel en soms niet gehaald."),
        (
            90.0,
            (
                "De norm van de raad (90%, besluit 12 maart 2024) wordt bij deze schommeling"
                " bijna nooit gehaald."
            ),
        ),
        (
            10.0,
            (
                "De norm van de raad (10%, besluit 12 maart 2024) wordt bij deze schommeling"
                " bijna altijd gehaald."
            ),
        ),
    ],
)
def test_the_norm_of_the_council_is_held_against_the_limits(value: float, told: str) -> None:
    assert _told(_safety(*STEADY), replace(NORM, value=value)) == told


def test_of_a_norm_nothing_more_is_said_than_the_limits_bear() -> None:
    plain = "De norm van de raad is 50% (besluit 12 maart 2024)."
    assert _told(_safety(*STEADY[:9]), NORM) == plain
    assert _told(_safety(50.0, 51.0), NORM) == plain
    assert _told({}, NORM) == plain
    seasonal = replace(NORM, of=Judges("IND-05"), value=45.0)
    started: Series = {("IND-05", VOERENDAAL, ""): _quarters([60.0, 50.0, 30.0, 40.0] * 3)}
    assert _told(started, seasonal, "IND-05") == "De norm van de raad is 45 (besluit 12 maart 2024)."


def test_the_council_may_decide_which_way_is_better() -> None:
    norm = replace(NORM, polarity=Polarity.DOWN)
    found = _judged(_safety(*STEADY, 90.0), "IND-19", decisions=Decisions((norm,)))
    assert (found.target, found.judgement.verdict) == (50, "concern")


def test_a_decision_lets_the_limits_begin_anew() -> None:
    since = Period(2022, PeriodKind.QUARTER, 1)
    baseline = Baseline(
        of=Judges("IND-19", VOERENDAAL),
        since=since,
        reason="Nieuwe werkwijze.",
        decision="Besluit 2022-2",
        decided_on=date(2022, 2, 1),
        by="Griffie",
        at=AT,
    )
    series = _safety(*STEADY, *(value + 30 for value in STEADY))
    assert _judged(series, "IND-19").judgement.signal
    found = _judged(series, "IND-19", decisions=Decisions(baselines=(baseline,)))
    assert (found.judgement.signal, found.judgement.limits, found.baseline) == (False, "fixed", baseline)
    assert found.judgement.chart is not None
    assert found.judgement.chart.mean == pytest.approx(81)
    told = "De grenzen beginnen opnieuw bij het 1e kwartaal 2022 (besluit 1 februari 2022): Nieuwe werkwijze."
    assert found.words.notes == (told,)


def test_a_small_count_is_shown_by_quarter_and_judged_by_year() -> None:
    series: Series = {("IND-05", VOERENDAAL, "reden=anders"): _quarters([3.0, 2.0, 4.0, 3.0] * 2)}
    found = _judged(series, "IND-05", "reden=anders")
    assert found.measured.counting is Counting.FLOW
    assert (len(found.shown), len(found.judgement.points)) == (8, 2)


def test_only_hidden_figures_are_the_newest_without_a_value() -> None:
    found = _judged({("IND-05", VOERENDAAL, ""): _quarters([None])}, "IND-05")
    assert found.newest == Shown(
        Period(2019, PeriodKind.QUARTER, 1),
        None,
        suppressed=True,
        status=Status.FINAL,
        source=found.shown[0].source,
    )
    assert (found.sentence, found.source) == ("De aantallen zijn te klein om te tonen.", "")


def test_the_headline_counts_signals_beside_those_of_chance() -> None:
    calm, loud = _judged(_safety(*STEADY), "IND-19"), _judged(_safety(*STEADY, 90.0), "IND-19")
    short = _judged(_safety(50.0, 51.0), "IND-19")
    none = headline([short])
    assert (none.signals, none.expected_by_chance) == (0, 0)
    assert none.sentence.startswith("Nog geen indicator heeft genoeg cijfers")
    one = headline([short, loud, *[calm] * 8])
    assert one.signals == 1
    assert one.expected_by_chance == pytest.approx(0.025 + 8 * 0.01)
    assert one.sentence == (
        "Van de 9 indicatoren die lang genoeg gemeten zijn, geeft er 1 een signaal. Door toeval alleen"
        " verwacht je er minder dan één."
    )
    assert (
        "geven er 50 een signaal. Door toeval alleen verwacht je er ongeveer 1."
        in headline([loud] * 50).sentence
    )
    assert headline([calm]).sentence.startswith(
        "De indicator die lang genoeg gemeten is, geeft geen signaal."
    )
    assert "geeft er geen enkele een signaal" in headline([calm] * 2).sentence
