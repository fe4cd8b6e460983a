"""A share beside that of peers: small groups lie further off by chance, and nobody is ranked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.domain.shown import Shown
from raadsapp.model.peers import Peer, Place, funnel
from raadsapp.services.member_view import MemberView
from raadsapp.services.peers import Compared, compared
from tests.core.shipped import dossier

VOERENDAAL, HEERLEN, LANDGRAAF = "GM0986", "GM0917", "GM0882"
QUARTER = Period(2022, PeriodKind.QUARTER, 3)
NEXT = Period(2022, PeriodKind.QUARTER, 4)
Series = dict[tuple[str, str, str], tuple[Shown, ...]]


@given(
    st.lists(
        st.builds(Peer, st.text("0123", min_size=1), st.floats(0, 1), st.integers(1, 10_000).map(float)),
        min_size=3,
        max_size=12,
    )
)
def test_the_centre_is_the_share_of_all_together_and_limits_hold_it(peers: list[Peer]) -> None:
    found = funnel(peers)
    assert found is not None
    counted = sum(peer.share * peer.total for peer in peers)
    assert found.centre == pytest.approx(counted / sum(peer.total for peer in peers))
    for point in found.points:
        assert point.signal.low <= point.warning.low <= found.centre + 1e-9
        assert found.centre - 1e-9 <= point.warning.high <= point.signal.high


def test_the_same_distance_is_chance_for_a_small_group_and_a_signal_for_a_large_one() -> None:
    found = funnel([Peer("groot", 0.1, 100_000), Peer("klein", 0.2, 30), Peer("midden", 0.2, 1000)])
    assert found is not None
    places = {point.peer.municipality: point.place for point in found.points}
    assert (places["klein"], places["midden"]) == (Place.WITHIN, Place.SIGNAL)
    assert found.point("midden") == found.points[2]
    assert found.point("elders") is None
    small, large = found.limits(30), found.limits(1000)
    assert small[1].high > large[1].high


def test_too_few_peers_make_no_funnel_and_no_group_is_empty() -> None:
    assert funnel([Peer("a", 0.1, 10), Peer("b", 0.2, 10)]) is None
    for wrong in (Peer("a", 1.1, 10), Peer("a", 0.1, 0)):
        with pytest.raises(ValueError, match="a share lies"):
            funnel([wrong])


def _drop_out(*shares: float, stopped: float = 500.0, source: str = "", newest: bool = False) -> Series:
    """Shares of those who broke off, and of how many, in the three municipalities."""
    found: Series = {}
    for place, share in zip((VOERENDAAL, HEERLEN, LANDGRAAF), shares, strict=False):
        later = (Shown(NEXT, 99.0, status=Status.PROVISIONAL),) if newest else ()
        found["IND-08", place, ""] = (Shown(QUARTER, share, source=source), *later)
        found["IND-05", place, ""] = (Shown(QUARTER, stopped),)
    found["IND-08", "samen", ""] = (Shown(QUARTER, 50.0),)
    return found


def _compared(series: Series, key: str = "IND-08") -> Compared:
    return compared(MemberView(None, series), dossier(), key, VOERENDAAL)


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ((9.0, 10.0, 11.0), "Dat verschil kan toeval zijn."),
        ((14.5, 9.0, 10.0), "Dat verschil is groter dan toeval meestal geeft. Het is nog geen signaal."),
        ((30.0, 9.0, 10.0), "Dit is een signaal: zo veel hoger is bijna nooit toeval. Dat is slechter."),
        ((1.0, 15.0, 16.0), "Dit is een signaal: zo veel lager is bijna nooit toeval. Dat is beter."),
    ],
)
def test_the_sentence_says_no_more_than_the_funnel(shares: tuple[float, ...], told: str) -> None:
    found = _compared(_drop_out(*shares, newest=True))
    assert found.sentence.endswith(told)
    assert found.sentence.startswith("Voerendaal in het 3e kwartaal 2022: ")
    assert found.period == QUARTER
    assert found.funnel is not None
    assert len(found.funnel.points) == 3


def test_the_share_of_all_stands_beside_that_of_the_municipality_and_fiction_is_marked() -> None:
    found = _compared(_drop_out(9.0, 10.0, 11.0, source="FICTIEF: oefencijfers"))
    assert found.fictional
    assert found.sentence == (
        "FICTIEF: Voerendaal in het 3e kwartaal 2022: 9,0%. Alle gemeenten samen: 10,0%. Dat verschil kan"
        " toeval zijn."
    )


def test_without_peers_or_without_a_count_there_is_nothing_to_compare() -> None:
    few = "Er zijn te weinig gemeenten met cijfers om mee te vergelijken."
    assert _compared(_drop_out(9.0, 10.0)).sentence == few
    uncounted = {key: shown for key, shown in _drop_out(9.0, 10.0, 11.0).items() if key[0] == "IND-08"}
    assert _compared(uncounted).funnel is None
    assert _compared({}).period is None
    assert _compared(_drop_out(130.0, 10.0, 11.0)).sentence == few


def test_the_published_share_rests_on_the_published_count() -> None:
    year = Period(2023)
    series: Series = {}
    for place, share, count in ((VOERENDAAL, 20.0, 500.0), (HEERLEN, 12.0, 2200.0), (LANDGRAAF, 12.0, 900.0)):
        series["jeugdzorg-percentage", place, ""] = (Shown(year, share),)
        series["jeugdzorg-jongeren", place, ""] = (Shown(year, count),)
    found = _compared(series, "jeugdzorg-percentage")
    assert found.funnel is not None
    assert found.funnel.points[2].peer.total == pytest.approx(2500)
    assert found.sentence.endswith(
        "Dit is een signaal: zo veel hoger is bijna nooit toeval. Dat is hier niet beter of slechter."
    )
