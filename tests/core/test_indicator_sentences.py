"""What every chart says: all situations with the sentence that each gives, to be read by eye."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.domain.goals import Counting, Polarity
from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.domain.shown import Shown
from raadsapp.model.series_judgement import Measured, judge_series
from raadsapp.services.indicator_sentences import words_of

SHARE = Measured(counting=Counting.SHARE, polarity=Polarity.UP, counts=False)
LESS = Measured(counting=Counting.SHARE, polarity=Polarity.DOWN, counts=False)
NEUTRAL = Measured(counting=Counting.SHARE, polarity=Polarity.NEUTRAL, counts=False)
COUNT = Measured(counting=Counting.FLOW, polarity=Polarity.DOWN, counts=True)
STOCK = Measured(counting=Counting.STOCK, polarity=Polarity.DOWN, counts=True)
ROLLING = Measured(counting=Counting.ROLLING, polarity=Polarity.NEUTRAL, counts=False)
SEASON = Measured(counting=Counting.FLOW, polarity=Polarity.UP, counts=True, seasonal=True)
SEASONAL_SHARE = Measured(counting=Counting.SHARE, polarity=Polarity.UP, counts=False, seasonal=True)
STEADY = (50.0, 54.0, 48.0, 52.0) * 3
THREE_YEARS = (100.0, 121.0, 61.0, 119.0, 99.0, 119.0, 60.0, 121.0, 101.0, 120.0, 59.0, 120.0)


def quarters(values: Sequence[float | None], first: int = 1, provisional: int = 0) -> list[Shown]:
    """A series from a quarter of 2019 on, its last `provisional` values provisional; None is suppressed."""
    periods = [
        Period(2019 + place // 4, PeriodKind.QUARTER, place % 4 + 1)
        for place in range(first - 1, first - 1 + len(values))
    ]
    return _series(periods, values, provisional)


def years(values: Sequence[float | None], provisional: int = 0) -> list[Shown]:
    """A series from 2019 on."""
    return _series([Period(2019 + place) for place in range(len(values))], values, provisional)


def _series(periods: Sequence[Period], values: Sequence[float | None], provisional: int) -> list[Shown]:
    final = len(values) - provisional
    return [
        Shown(
            period,
            value,
            suppressed=value is None,
            status=Status.FINAL if place < final else Status.PROVISIONAL,
        )
        for place, (period, value) in enumerate(zip(periods, values, strict=True))
    ]


@pytest.mark.parametrize(
    ("shown", "measured", "unit", "sentence"),
    [
        pytest.param(
            quarters(()),
            SHARE,
            "%",
            "Er zijn nog geen cijfers.",
            id="none",
        ),
        pytest.param(
            quarters((None,)),
            SHARE,
            "aantal",
            "De aantallen zijn te klein om te tonen.",
            id="suppr",
        ),
        pytest.param(
            quarters((34.0, 35.0), provisional=2),
            SHARE,
            "%",
            "In het 2e kwartaal 2019: 35%. Alle cijfers zijn nog voorlopig: daarom is er nog geen oordeel.",
            id="prov",
        ),
        pytest.param(
            years((26.0,)),
            COUNT,
            "aantal",
            "In 2019: 26. Door toeval alleen had het ook 17 tot 38 kunnen zijn. Er zijn te weinig "
            "cijfers om toeval te herkennen.",
            id="few1",
        ),
        pytest.param(
            years((16.0, 26.0)),
            COUNT,
            "aantal",
            "In 2020: 26. In 2019: 16. Dat verschil kan toeval zijn.",
            id="few2",
        ),
        pytest.param(
            years((17.0, 16.0, 60.0)),
            COUNT,
            "aantal",
            "In 2021: 60. In 2020: 16. Dat verschil is groter dan toeval meestal geeft. Met zo weinig"
            " cijfers is het nog geen signaal.",
            id="few3",
        ),
        pytest.param(
            quarters((40.0, 60.0)),
            SHARE,
            "%",
            "In het 2e kwartaal 2019: 60%. In het 1e kwartaal 2019: 40%. Er zijn te weinig cijfers om"
            " toeval te herkennen.",
            id="few%",
        ),
        pytest.param(
            quarters((50.0, 54.0, 48.0, 52.0, 50.0, 54.0)),
            SHARE,
            "%",
            "In het 2e kwartaal 2020: 54%. De middelste waarde van 6 kwartalen is 51%. De reeks is "
            "nog te kort om toeval te herkennen.",
            id="short",
        ),
        pytest.param(
            quarters((40.0, 43.0, 41.0, 45.0, 49.0)),
            STOCK,
            "aantal",
            "In het 1e kwartaal 2020: 49. De middelste waarde van 5 kwartalen is 43. Een stand zegt "
            "niet of iets toeval is. Kijk daarvoor naar wat erbij komt en wat eraf gaat.",
            id="stock",
        ),
        pytest.param(
            quarters((40.0, 60.0)),
            STOCK,
            "aantal",
            "In het 2e kwartaal 2019: 60. In het 1e kwartaal 2019: 40. Er zijn te weinig cijfers om "
            "toeval te herkennen.",
            id="fewstock",
        ),
        pytest.param(
            quarters((4600.0, 4837.0, 4456.0, 4500.0)),
            ROLLING,
            "€",
            "In het 4e kwartaal 2019: € 4.500. De middelste waarde van 4 kwartalen is € 4.550. Dit "
            "cijfer gaat over twaalf maanden, die elkaar overlappen. Daarom is toeval hier niet te "
            "herkennen.",
            id="roll",
        ),
        pytest.param(
            years((4600.0, 4837.0, 4456.0, 4500.0)),
            ROLLING,
            "€",
            "In 2022: € 4.500. De middelste waarde van 4 jaar is € 4.550. Dit cijfer gaat over twaalf "
            "maanden, die elkaar overlappen. Daarom is toeval hier niet te herkennen.",
            id="rollyear",
        ),
        pytest.param(
            quarters((2.0, 4.0, 3.0, 2.0), first=2),
            COUNT,
            "aantal",
            "In het 1e kwartaal 2020: 2. Door toeval alleen had het ook 0 tot 7 kunnen zijn. De "
            "aantallen zijn te klein om per periode toeval te herkennen, en er is nog geen heel jaar.",
            id="small0",
        ),
        pytest.param(
            quarters((3.0, 2.0, 4.0, 3.0, 9.0, 8.0, 7.0, 9.0)),
            COUNT,
            "aantal",
            "In 2020: 33. In 2019: 12. Dat verschil is groter dan toeval meestal geeft. Met zo weinig"
            " cijfers is het nog geen signaal.",
            id="small",
        ),
        pytest.param(
            quarters((3.0, 2.0, 4.0, 3.0)),
            COUNT,
            "aantal",
            "In 2019: 12. Door toeval alleen had het ook 6 tot 21 kunnen zijn. Er is nog geen ander "
            "heel jaar om mee te vergelijken.",
            id="small1",
        ),
        pytest.param(
            quarters((100.0, 120.0, 60.0, 110.0, 104.0, 122.0, 63.0)),
            SEASON,
            "aantal",
            "In het 3e kwartaal 2020: 63. In het 3e kwartaal 2019: 60. Dat verschil kan toeval zijn.",
            id="season",
        ),
        pytest.param(
            quarters((100.0, 120.0, 60.0, 110.0)),
            SEASON,
            "aantal",
            "In het 4e kwartaal 2019: 110. Door toeval alleen had het ook 90 tot 133 kunnen zijn. Er "
            "is geen cijfer van een jaar eerder om mee te vergelijken.",
            id="season1",
        ),
        pytest.param(
            quarters((100.0, 120.0, 60.0, 110.0, 160.0)),
            SEASON,
            "aantal",
            "In het 1e kwartaal 2020: 160. In het 1e kwartaal 2019: 100. Dat verschil is groter dan "
            "toeval meestal geeft. Met zo weinig cijfers is het nog geen signaal.",
            id="seasonx",
        ),
        pytest.param(
            quarters((10.0, 12.0, 6.0, 11.0, 16.0)),
            SEASONAL_SHARE,
            "%",
            "In het 1e kwartaal 2020: 16%. In het 1e kwartaal 2019: 10%. Over dit verschil is nog "
            "niets te zeggen: daarvoor zijn drie hele jaren nodig.",
            id="season%",
        ),
        pytest.param(
            quarters((50.0, 54.0, 48.0, 52.0, 50.0, 54.0, 48.0, 52.0, 50.0)),
            SHARE,
            "%",
            "In het 1e kwartaal 2021: 50%. Dat past bij de gewone schommeling (40,2% tot 61,5%). Dat "
            "kan toeval zijn. De grenzen zijn nog voorlopig.",
            id="trial",
        ),
        pytest.param(
            quarters((50.0, 54.0, 48.0, 52.0, 50.0, 54.0, 48.0, 52.0, 50.0, 90.0)),
            SHARE,
            "%",
            "In het 2e kwartaal 2021: 90%. Dat is buiten de gewone schommeling (44,2% tot 65,4%). Dit"
            " is een signaal: het gaat beter. De grenzen zijn nog voorlopig.",
            id="trialout",
        ),
        pytest.param(
            quarters(STEADY),
            SHARE,
            "%",
            "In het 4e kwartaal 2021: 52%. Dat past bij de gewone schommeling (39,9% tot 62,1%). Dat "
            "kan toeval zijn.",
            id="full",
        ),
        pytest.param(
            quarters((*STEADY, 20.0)),
            SHARE,
            "%",
            "In het 1e kwartaal 2022: 20%. Dat is buiten de gewone schommeling (39,9% tot 62,1%). Dit"
            " is een signaal: het gaat slechter.",
            id="out",
        ),
        pytest.param(
            quarters((*STEADY, 90.0)),
            LESS,
            "weken",
            "In het 1e kwartaal 2022: 90 weken. Dat is buiten de gewone schommeling (39,9 weken tot "
            "62,1 weken). Dit is een signaal: het gaat slechter.",
            id="outdown",
        ),
        pytest.param(
            quarters((*STEADY, 900.0)),
            NEUTRAL,
            "€",
            "In het 1e kwartaal 2022: € 900. Dat is buiten de gewone schommeling (€ 40 tot € 62). Dit"
            " is een signaal. Hoger is hier niet beter of slechter.",
            id="neutral",
        ),
        pytest.param(
            quarters((*STEADY, 53.0, 52.5, 53.0, 52.0, 53.0, 52.5, 53.0)),
            SHARE,
            "%",
            "In het 3e kwartaal 2023: 53%. Het cijfer ligt zeven keer of vaker op rij boven het "
            "gemiddelde. Dit is een signaal: het gaat beter.",
            id="run",
        ),
        pytest.param(
            quarters((*STEADY, 48.0, 49.0, 50.0, 51.0, 52.0, 53.0, 54.0)),
            SHARE,
            "%",
            "In het 3e kwartaal 2023: 54%. Het cijfer gaat zeven keer of vaker op rij dezelfde kant "
            "op. Dit is een signaal: het gaat beter.",
            id="trend",
        ),
        pytest.param(
            quarters((*STEADY, 59.0, 52.0, 59.0)),
            SHARE,
            "%",
            "In het 3e kwartaal 2022: 59%. Van drie cijfers op rij liggen er twee dicht bij de grens "
            "van de gewone schommeling. Dit is een signaal: het gaat beter.",
            id="near",
        ),
        pytest.param(
            quarters((*THREE_YEARS, 100.0, 120.0, 90.0)),
            SEASON,
            "aantal",
            "In het 3e kwartaal 2022: 90. Dat is buiten de gewone schommeling voor de tijd van het "
            "jaar. Dit is een signaal: het gaat beter.",
            id="seasonout",
        ),
        pytest.param(
            quarters((*STEADY, 90.0), provisional=1),
            SHARE,
            "%",
            "In het 4e kwartaal 2021: 52%. Dat past bij de gewone schommeling (39,9% tot 62,1%). Dat "
            "kan toeval zijn. Het nieuwste cijfer (1e kwartaal 2022: 90%) is voorlopig en telt nog "
            "niet mee.",
            id="provnew",
        ),
        pytest.param(
            quarters((*STEADY, None)),
            SHARE,
            "%",
            "In het 4e kwartaal 2021: 52%. Dat past bij de gewone schommeling (39,9% tot 62,1%). Dat "
            "kan toeval zijn. Het nieuwste cijfer is te klein om te tonen.",
            id="supnew",
        ),
    ],
)
def test_every_situation_has_its_own_sentence(
    shown: list[Shown], measured: Measured, unit: str, sentence: str
) -> None:
    assert words_of(judge_series(shown, measured), measured, unit).sentence == sentence


@given(
    values=st.lists(st.none() | st.integers(0, 300).map(float), max_size=30),
    measured=st.sampled_from([SHARE, LESS, NEUTRAL, COUNT, STOCK, ROLLING, SEASON, SEASONAL_SHARE]),
    provisional=st.integers(0, 3),
)
def test_no_sentence_says_signal_without_a_rule_and_every_sentence_ends(
    values: list[float | None], measured: Measured, provisional: int
) -> None:
    shown = quarters(values, provisional=min(provisional, len(values)))
    judgement = judge_series(shown, measured)
    words = words_of(judgement, measured, "aantal")
    signal = "is een signaal" in words.judgement
    assert signal == (judgement.verdict != "common")
    assert words.sentence.endswith(".")
    assert ".." not in words.sentence
    assert "None" not in words.sentence
    assert words.rule


@pytest.mark.parametrize(
    ("measured", "room"),
    [(LESS, "vanaf 89%"), (replace(LESS, over_hundred=True), "89% tot 105%")],
    ids=["of a whole", "not of a whole"],
)
def test_an_upper_limit_over_all_is_told_only_where_a_percentage_may_go_there(
    measured: Measured, room: str
) -> None:
    words = words_of(judge_series(quarters((95.0, 99.0, 96.0, 98.0) * 3), measured), measured, "%")
    assert f"({room})" in words.newest


def test_the_margin_of_a_single_share_is_in_percents() -> None:
    shown = quarters((30.0,))
    judgement = judge_series(shown, SHARE, {shown[0].period: 100.0})
    assert "22% tot 40%" in words_of(judgement, SHARE, "%").judgement
