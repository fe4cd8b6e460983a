"""The map: four columns, lines from left to right, and what lights up around one item."""

import pytest

from raadsapp.content.loading import load
from raadsapp.domain.catalog import Catalog
from raadsapp.paths import data_dir
from raadsapp.services.goal_map import GoalMap, goal_map


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(data_dir())


@pytest.fixture(scope="module")
def new(catalog: Catalog) -> GoalMap:
    return goal_map(catalog)


def _keys(shown: GoalMap) -> list[list[str]]:
    return [[box.key for box in column.boxes] for column in shown.columns]


def test_the_map_has_four_columns_in_the_order_goals_effects_indicators_recommendations(
    new: GoalMap,
) -> None:
    assert [column.title for column in new.columns] == [
        "Doelen",
        "Effecten",
        "Indicatoren",
        "Aanbevelingen",
    ]
    assert [len(column.boxes) for column in new.columns] == [5, 9, 25, 6]


def test_old_goals_and_effects_are_on_the_map_only_when_asked_for(catalog: Catalog, new: GoalMap) -> None:
    both = goal_map(catalog, old=True)
    assert [len(column.boxes) for column in both.columns] == [11, 11, 25, 6]
    assert [box.key for box in both.columns[1].boxes if box.old] == ["OE1", "OE2"]
    assert not any(box.old for column in new.columns for box in column.boxes)


@pytest.mark.parametrize("old", [False, True])
def test_every_line_runs_between_two_boxes_that_are_on_the_map(catalog: Catalog, old: bool) -> None:  # noqa: FBT001 - one switch
    shown = goal_map(catalog, old=old)
    columns = _keys(shown)
    assert len(set(shown.lines)) == len(shown.lines)
    for start, end in shown.lines:
        assert (start in columns[0] and end in columns[1]) or (
            start in columns[1] and end in columns[2] + columns[3]
        )


def test_an_indicator_stands_near_the_other_indicators_of_its_effects(new: GoalMap) -> None:
    indicators = [box.key for box in new.columns[2].boxes]
    assert abs(indicators.index("IND-01") - indicators.index("IND-02")) == 1


def test_around_a_goal_lies_everything_its_effects_lead_to_but_no_other_goal(new: GoalMap) -> None:
    around = new.around("D5")
    assert {"D5", "E4", "E7", "E9", "IND-01", "A3"} <= around.keys
    assert not {"D1", "D2", "D3", "D4"} & around.keys
    assert ("D5", "E9") in around.pairs
    assert ("E9", "IND-01") in around.pairs


def test_around_an_indicator_lie_its_effects_and_their_goals_only(new: GoalMap) -> None:
    around = new.around("IND-01")
    assert around.keys == {"IND-01", "E9", "D2", "D5"}
    assert around.pairs == {("E9", "IND-01"), ("D2", "E9"), ("D5", "E9")}


def test_around_an_effect_lies_one_step_to_each_side(catalog: Catalog, new: GoalMap) -> None:
    around = new.around("E6")
    onward = {goal.key for goal in catalog.goals if "E6" in goal.effects}
    onward |= {indicator.key for indicator in catalog.indicators if "E6" in indicator.effects}
    onward |= {advice.key for advice in catalog.recommendations if "E6" in advice.effects}
    assert around.keys == onward | {"E6"}


def test_around_what_is_not_on_the_map_lies_nothing_else(new: GoalMap) -> None:
    assert new.around("OD1").keys == {"OD1"}
    assert not new.around("OD1").pairs
