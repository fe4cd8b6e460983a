"""Going back and forward through what was set: one step per gesture, and nothing is lost on the way."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from raadsapp.ui.pages.scenario.history import (
    ONE_BURST,
    History,
    Settings,
    Step,
    recorded,
    redone,
    settings_of,
    undone,
)
from raadsapp.ui.pages.scenario.replay import on_the_way

_SETTINGS = st.dictionaries(st.sampled_from(["price", "growth", "year"]), st.integers(0, 3).map(float)).map(
    settings_of
)


def _walked(path: list[Settings]) -> History:
    history = History()
    before: Settings = ()
    for number, after in enumerate(path):
        history = recorded(history, Step(before, after, "", "", float(number), float(number)))
        before = after
    return history


@given(st.lists(_SETTINGS, max_size=12))
def test_undoing_all_and_redoing_all_comes_back_to_the_same(path: list[Settings]) -> None:
    history = back = _walked(path)
    while back.last is not None:
        assert undone(back).next == back.last
        back = undone(back)
    assert undone(back) == back
    assert not back.future or back.future[-1].before == ()
    forth = back
    while forth.next is not None:
        forth = redone(forth)
    assert redone(forth) == forth
    assert forth == history


@given(st.lists(_SETTINGS, max_size=12))
def test_steps_follow_each_other_and_each_changes_something(path: list[Settings]) -> None:
    steps = _walked(path).past
    assert all(step.before != step.after for step in steps)
    assert all(first.after == second.before for first, second in pairwise(steps))


@given(st.lists(_SETTINGS, min_size=1, max_size=6), _SETTINGS)
def test_a_new_step_takes_away_what_could_be_redone(path: list[Settings], other: Settings) -> None:
    back = undone(_walked(path))
    here = back.last.after if back.last else ()
    after = recorded(back, Step(here, other, ""))
    assert (after.future == ()) == (here != other or not back.future)


def _moved(before: float, after: float, lever: str, at: float) -> Step:
    return Step((("price", before),), (("price", after),), "", lever, at, at)


def test_a_burst_on_one_lever_is_one_step() -> None:
    history = recorded(History(), _moved(1, 2, "price", 0.0))
    history = recorded(history, _moved(2, 3, "price", ONE_BURST - 0.1))
    assert [(step.before, step.after) for step in history.past] == [((("price", 1),), (("price", 3),))]
    assert len(recorded(history, _moved(3, 4, "price", 3 * ONE_BURST)).past) == 2
    assert len(recorded(history, _moved(3, 4, "growth", ONE_BURST)).past) == 2
    assert len(recorded(history, _moved(3, 4, "", ONE_BURST)).past) == 2


def test_a_burst_that_ends_where_it_began_is_no_step() -> None:
    history = recorded(History(), _moved(1, 2, "price", 0.0))
    assert recorded(history, _moved(2, 1, "price", 0.1)).past == ()


def test_a_step_after_an_undo_is_a_step_of_its_own() -> None:
    history = undone(recorded(recorded(History(), _moved(1, 2, "price", 0)), _moved(2, 3, "price", 5)))
    assert len(recorded(history, _moved(2, 4, "price", 0.1)).past) == 2


def test_what_is_played_again_moves_in_proportion_and_chooses_halfway() -> None:
    before, after = (("price", 1.0),), (("growth", 4.0), ("year", "2017"))
    defaults: dict[str, float | str] = {"price": 0.0, "growth": 0.0, "year": "budget"}
    middle = dict(on_the_way(before, after, 0.25, defaults))
    assert middle == {"price": 0.75, "growth": 1.0, "year": "budget"}
    assert dict(on_the_way(before, after, 0.5, defaults))["year"] == "2017"
