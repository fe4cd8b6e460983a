"""Walking through an example case: there and back, old and new; and how easy a text reads."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.content.reading_level import reading_level, sentences, syllables
from raadsapp.domain.case_walk import Walk, compare
from raadsapp.domain.goals import System
from tests.core.shipped import dossier

CASES = dossier().cases


@st.composite
def walks(draw: st.DrawFn) -> Walk:
    walk = Walk(draw(st.sampled_from(CASES)))
    for _ in range(draw(st.integers(0, 6))):
        if not walk.ended:
            walk = walk.choose(draw(st.sampled_from(walk.step.choices)).key)
    return walk


@given(walks())
def test_going_back_as_often_as_was_chosen_ends_where_it_started(walk: Walk) -> None:
    start = walk
    for _ in walk.path:
        walk = walk.back()
    assert walk == Walk(start.case)
    assert walk.back() == walk


@given(walks())
def test_choosing_and_going_back_changes_nothing(walk: Walk) -> None:
    for choice in walk.step.choices:
        assert walk.choose(choice.key).back() == walk
        assert walk.choose(choice.key).step.key == choice.to


@given(walks())
def test_looking_at_the_other_system_keeps_the_place(walk: Walk) -> None:
    old = walk.seen_in(System.OLD)
    assert (old.step, old.path) == (walk.step, walk.path)
    assert old.seen_in(System.NEW) == walk


@given(walks(), st.sampled_from((System.OLD, System.NEW)))
def test_the_lines_grow_by_each_consequence(walk: Walk, system: System) -> None:
    lines = walk.seen_in(system).lines()
    told = walk.seen_in(system).consequences()
    for line, steps in (
        (lines.child, [one.child.steps for one in told]),
        (lines.time, [one.time.steps for one in told]),
        (lines.money, [one.money.steps for one in told]),
    ):
        assert line[0] == 0
        assert [after - before for before, after in pairwise(line)] == steps


@given(walks(), st.data())
def test_another_turn_keeps_what_came_before_it(walk: Walk, data: st.DataObject) -> None:
    if not walk.path:
        return
    position = data.draw(st.integers(0, len(walk.path) - 1))
    choice = data.draw(st.sampled_from(walk.turns[position].step.choices))
    other = walk.take_turn(position, choice.key)
    assert other.path == (*walk.path[:position], choice.key)
    both = compare(walk, other)
    assert both.shared >= position
    assert (both.first, both.second) == (walk.turns[both.shared :], other.turns[both.shared :])
    assert (both.first_lines, both.second_lines) == (walk.lines(), other.lines())


def test_what_is_no_choice_here_is_a_fault_in_the_program() -> None:
    walk = Walk(CASES[0])
    with pytest.raises(ValueError, match="step begin has no choice weg"):
        walk.choose("weg")
    with pytest.raises(ValueError, match="step begin has no choice weg"):
        _ = replace(walk, path=("weg",)).turns
    with pytest.raises(ValueError, match="two walks of different cases"):
        compare(walk, Walk(CASES[1]))
    lost = replace(CASES[0], steps=CASES[0].steps[:1])
    with pytest.raises(ValueError, match="case VC-01 has no step acht-weken"):
        _ = Walk(lost).choose("tips").step


@pytest.mark.parametrize(
    ("word", "count"),
    [("kind", 1), ("jeugdhulp", 2), ("beschikking", 3), ("geïnd", 2), ("ouders", 2), ("nieuw", 1), ("18", 1)],
)
def test_syllables_are_counted_by_their_vowels(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_text_without_a_whole_sentence_has_no_level() -> None:
    assert reading_level(("Een titel", "")) is None


def test_long_sentences_and_long_words_are_warned_of() -> None:
    easy = reading_level(("Het kind slaapt. De moeder belt {iemand}.",))
    hard = reading_level(("Verantwoordelijkheidsverdeling bemoeilijkt gemeenschappelijke besluitvorming.",))
    long = reading_level((f"Het {'was en ' * 12}is.",))
    assert easy is not None
    assert hard is not None
    assert long is not None
    assert (easy.above_b1, hard.above_b1, long.above_b1) == (False, True, True)
    assert (easy.words_per_sentence, easy.longest_words) == (3.5, 4)
    assert sentences("Wie belt? Wij. Een kop") == ("Wie belt?", "Wij.")
