"""The inputs of a scenario come back from JSON as they were, also when facts have gained fields since."""

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.errors import UserError
from raadsapp.model.region import Member, Region
from raadsapp.services.scenario import scenario
from raadsapp.services.scenario_snapshot import estimate, estimated, read, snapshot_of
from tests.core.model_page import HEERLEN, MUNICIPALITIES, VOERENDAAL
from tests.core.saved import with_fact, with_own
from tests.core.shipped import dossier

PLACES = (*MUNICIPALITIES, "samen")
SCALED_FACTS = ("kosten-ambulant-2016", "plafond-2022", "gewicht-heerlen", "model-gewicht-18-22")


def _members(region: Region) -> list[tuple[object, ...]]:
    return [tuple(getattr(member, field.name) for field in fields(Member)) for member in region.members]


@given(
    place=st.sampled_from(PLACES),
    key=st.sampled_from(SCALED_FACTS),
    factor=st.floats(0.01, 100),
    ceiling=st.floats(1, 1e9),
)
def test_what_is_written_is_read_back_to_the_last_digit(
    place: str, key: str, factor: float, ceiling: float
) -> None:
    catalog = with_fact(dossier(), key, dossier().fact(key).value * factor)
    own = {f"plafond_{year}": ceiling for year in range(2019, 2023)}
    catalog = with_own(catalog, HEERLEN, **own)
    asked = scenario(catalog, place, {})
    snapshot = read(snapshot_of(asked, 3), scenario(dossier(), place, {}).region)
    assert _members(snapshot.region) == _members(asked.region)
    assert snapshot.dossier == 3
    assert [(one.lever, one.label, one.default) for one in snapshot.starts] == [
        (lever.key, lever.label, lever.default) for lever in asked.definitions
    ]


def test_what_was_scaled_is_said_with_it() -> None:
    own, scaled, all_of_them = (
        snapshot_of(scenario(dossier(), place, {}), 3) for place in (VOERENDAAL, HEERLEN, "samen")
    )
    assert [estimated(text) for text in (own, scaled, all_of_them)] == [False, True, True]
    assert estimate(own) == ""
    assert estimate(scaled) == "schatting: opgeschaald"
    assert "Heerlen" in estimate(all_of_them)


def test_a_field_of_later_is_as_it_is_today() -> None:
    today = scenario(dossier(), "samen", {}).region
    earlier = json.loads(snapshot_of(scenario(dossier(), "samen", {}), 3))
    for member in earlier["members"]:
        del member["share"], member["facts"]["scaled"], member["facts"]["budget"]["pgb"]
        member["facts"]["something_of_before"] = 5
        for year in member["facts"]["base_years"]:
            del year["residential_clients"]
    region = read(json.dumps(earlier), today).region
    assert [member.share for member in region.members] == [1.0, 1.0, 1.0]
    assert [member.facts for member in region.members] == [member.facts for member in today.members]


def test_facts_with_more_base_years_than_today_are_read_as_well() -> None:
    asked = scenario(dossier(), VOERENDAAL, {})
    (member,) = asked.region.members
    fewer = Region((replace(member, facts=replace(member.facts, base_years=())),))
    assert _members(read(snapshot_of(asked, 3), fewer).region) == _members(asked.region)


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        "3",
        "geen JSON",
        '{"dossier": 3, "estimate": "", "members": [], "levers": []}',
        '{"dossier": 3, "estimate": "", "members": [3], "levers": []}',
    ],
)
def test_what_is_no_snapshot_is_told_in_words(text: str) -> None:
    with pytest.raises(UserError, match="niet te lezen"):
        read(text, scenario(dossier(), VOERENDAAL, {}).region)


def test_a_mark_that_is_missing_is_told_in_words_as_well() -> None:
    with pytest.raises(UserError, match="niet te lezen"):
        estimate("{}")
