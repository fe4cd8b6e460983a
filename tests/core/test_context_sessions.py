"""Context sessions: agendas that add up, groups of three to five, and a store that loses nothing."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.domain.agenda import Agenda, PartKind, TooShort, agenda_of
from raadsapp.domain.case_depth import most_choices
from raadsapp.domain.case_walk import Walk, path_to
from raadsapp.domain.context_session import MINUTES, PEOPLE, Answer, ContextSession, small_groups
from raadsapp.errors import UserError
from raadsapp.services import context_sessions as service
from raadsapp.services.opening import Session
from raadsapp.store.connection import open_store
from tests.core.shipped import dossier

DAY = date(2026, 11, 22)
CASES = dossier().cases
SIZES = st.integers(*PEOPLE)
LENGTHS = st.integers(*MINUTES)
CHOSEN = st.lists(st.sampled_from(range(len(CASES))), min_size=1, max_size=3, unique=True)


def planned(**others: object) -> ContextSession:
    session = ContextSession(title="Avond", held_on=DAY, cases=("VC-01", "VC-02"), size=11, minutes=90)
    return replace(session, **others)  # type: ignore[arg-type]


def said(group: int = 1, why: str = "Dat is snel.") -> Answer:
    return Answer(case="VC-01", step="begin", group=group, choice="tips", words="Zelf verder", why=why)


@given(CHOSEN, SIZES, LENGTHS)
def test_the_parts_of_an_agenda_are_the_whole_session_and_none_is_too_short(
    chosen: list[int], size: int, minutes: int
) -> None:
    cases = [CASES[place] for place in chosen]
    found = agenda_of(cases, size, minutes)
    if isinstance(found, TooShort):
        assert found.needed > minutes
        kept = [case for case in cases if case.key in found.kept]
        assert len(kept) < len(cases)
        assert not kept or isinstance(agenda_of(kept, size, minutes), Agenda)
        assert isinstance(agenda_of(cases, size, found.needed), Agenda)
        return
    assert sum(part.minutes for part in found.parts) == minutes
    assert all(part.minutes >= part.least > 0 for part in found.parts)
    assert [part.start for part in found.parts] == [
        sum(part.minutes for part in found.parts[:place]) for place in range(len(found.parts))
    ]
    assert found.needed == sum(part.least for part in found.parts)


@given(CHOSEN, SIZES, LENGTHS)
def test_a_longer_session_makes_no_part_much_shorter(chosen: list[int], size: int, minutes: int) -> None:
    cases = [CASES[place] for place in chosen]
    shorter, longer = (agenda_of(cases, size, length) for length in (minutes, minutes + 1))
    if isinstance(shorter, Agenda) and isinstance(longer, Agenda):
        pairs = zip(shorter.parts, longer.parts, strict=True)
        assert all(after.minutes >= before.minutes - 1 for before, after in pairs)


def test_an_agenda_goes_from_opening_by_each_case_to_what_is_taken_along() -> None:
    found = agenda_of(CASES[:2], 12, 90)
    assert isinstance(found, Agenda)
    case = [PartKind.READING, PartKind.WALKING, PartKind.TALKING]
    assert [part.kind for part in found.parts] == [PartKind.OPENING, *case, *case, PartKind.CLOSING]
    assert [part.case for part in found.parts] == ["", *["VC-01"] * 3, *["VC-02"] * 3, ""]


def test_an_agenda_without_a_case_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="without a case"):
        agenda_of([], 12, 60)


def test_time_that_is_short_says_which_cases_do_fit() -> None:
    assert agenda_of(CASES[:3], 12, 45) == TooShort(61, ("VC-01", "VC-02"))
    assert agenda_of(CASES[:1], 12, 10) == TooShort(27, ())


@given(SIZES)
def test_small_groups_have_three_to_five_people_and_nobody_is_left_out(size: int) -> None:
    groups = small_groups(size)
    assert sum(groups) == size
    assert all(3 <= group <= 5 for group in groups) or groups == (2,)
    assert list(groups) == sorted(groups, reverse=True)


def test_every_step_of_every_case_can_be_reached_by_its_shortest_path() -> None:
    for case in CASES:
        for step in case.steps:
            path = path_to(case, step.key)
            assert path is not None
            assert Walk(case, path=path).step == step
            assert len(path) <= most_choices(case)
    assert path_to(CASES[0], "nergens") is None


def test_a_way_that_comes_back_is_not_followed_for_ever() -> None:
    case = CASES[0]
    first, second = case.steps[0], case.steps[1]
    around = replace(second, choices=(replace(second.choices[0], to=first.key), second.choices[1]))
    assert most_choices(replace(case, steps=(first, around, *case.steps[2:]))) == most_choices(case)


def test_a_case_with_very_many_ways_through_it_is_counted_at_once() -> None:
    case, depth = CASES[0], 40
    choice = case.steps[0].choices[0]
    steps = [
        replace(
            case.steps[0],
            key=f"{layer}{side}",
            choices=tuple(replace(choice, key=to, to=f"{layer + 1}{to}") for to in "ab")
            if layer < depth
            else (),
        )
        for layer in range(depth + 1)
        for side in "ab"
    ]
    assert most_choices(replace(case, steps=tuple(steps))) == depth


def test_a_very_deep_case_is_counted_too() -> None:
    case, depth = CASES[0], 5000
    choice = case.steps[0].choices[0]
    steps = [
        replace(case.steps[0], key=str(n), choices=(replace(choice, to=str(n + 1)), replace(choice, to="0")))
        for n in range(depth)
    ]
    assert most_choices(replace(case, steps=tuple(steps))) == depth - 1
    assert most_choices(replace(case, steps=())) == 0


def test_a_session_is_kept_with_what_was_chosen_after_the_program_ended(
    shipped_session: Session, tmp_path: Path
) -> None:
    kept, changes = service.save(shipped_session, planned())
    assert changes.message == "Contextsessie gemaakt."
    service.write(shipped_session, kept.number, [said(), said(2, "")])
    service.write(shipped_session, kept.number, [said(1, "Toch om de rust.")])
    shutil.copytree(tmp_path, tmp_path.parent / f"{tmp_path.name}-crash")  # as the disk was at that moment
    again = open_store(tmp_path.parent / f"{tmp_path.name}-crash" / "dossier.raadsapp")
    (found,) = service.list_sessions(Session(again, dossier()))
    assert found.answers == (said(1, "Toch om de rust."), said(2, ""))
    assert found.answer("VC-01", "begin", 1).why == "Toch om de rust."
    assert found.answer("VC-01", "begin", 3).is_empty
    assert replace(found, answers=()) == kept
    again.close()


def test_a_plan_is_changed_silently_and_leaves_the_answers(shipped_session: Session) -> None:
    kept, _ = service.save(shipped_session, planned())
    service.write(shipped_session, kept.number, [said()])
    other = replace(kept, title="", size=20, minutes=45, cases=("VC-03",), taken_along="Vraag stellen.")
    _, changes = service.save(shipped_session, other)
    assert changes.message == ""
    assert service.find(shipped_session, kept.number) == replace(other, answers=(said(),))


def test_a_removed_session_comes_back_whole_under_its_number(shipped_session: Session) -> None:
    service.save(shipped_session, planned(title="Eerder", held_on=date(2026, 1, 1)))
    kept, _ = service.save(shipped_session, planned())
    service.write(shipped_session, kept.number, [said(), said(4)])
    whole = service.find(shipped_session, kept.number)
    assert whole.groups == 4
    service.remove(shipped_session, kept.number)
    assert [one.title for one in service.list_sessions(shipped_session)] == ["Eerder"]
    service.bring_back(shipped_session, whole)
    assert service.find(shipped_session, kept.number) == whole
    assert [one.number for one in service.list_sessions(shipped_session)] == [2, 1]


def test_what_is_gone_is_said(shipped_session: Session) -> None:
    for act in (
        lambda: service.remove(shipped_session, 7),
        lambda: service.write(shipped_session, 7, [said()]),
        lambda: service.save(shipped_session, planned(number=7)),
    ):
        with pytest.raises(UserError, match="is er niet meer"):
            act()
    with pytest.raises(UserError, match="geen contextsessie met nummer 7") as refused:
        service.find(shipped_session, 7)
    assert refused.value.hint == "Er is nog geen contextsessie bewaard."
    service.save(shipped_session, planned())
    with pytest.raises(UserError) as refused:
        service.find(shipped_session, 7)
    assert refused.value.hint == "Kies uit 1."


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ({"cases": ("VC-01", "VC-02", "VC-03", "VC-04")}, "ten hoogste drie"),
        ({"size": 1}, "1 deelnemers kan niet"),
        ({"minutes": 500}, "500 minuten kan niet"),
    ],
)
def test_what_cannot_be_is_refused(shipped_session: Session, others: dict[str, object], words: str) -> None:
    with pytest.raises(UserError, match=words):
        service.save(shipped_session, planned(**others))


def test_the_agenda_of_a_session_leaves_out_cases_that_are_gone(shipped_session: Session) -> None:
    catalog = shipped_session.catalog
    assert service.agenda(catalog, service.new_session(DAY)) is None
    found = service.agenda(catalog, planned(cases=("VC-01", "VC-99")))
    assert isinstance(found, Agenda)
    assert {part.case for part in found.parts} == {"", "VC-01"}


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("context_session", "held_on", "morgen"),
        ("context_session", "cases", '["VC-01"'),
        ("context_session", "cases", '{"VC-01": 1}'),
        ("context_session", "cases", "[1]"),
        ("context_session", "size", 0),
        ("context_session", "minutes", -5),
        ("context_answer", "small_group", 0),
    ],
)
def test_a_broken_row_is_named_and_the_other_sessions_are_read(
    shipped_session: Session, table: str, column: str, value: object
) -> None:
    whole, _ = service.save(shipped_session, planned(title="Heel"))
    broken, _ = service.save(shipped_session, planned(title="Kapot"))
    service.write(shipped_session, broken.number, [said()])
    assert service.damage(shipped_session) == ""
    with shipped_session.store.writing() as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        key = "number" if table == "context_session" else "session"
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = 2", (value,))  # noqa: S608
    assert service.list_sessions(shipped_session) == (whole,)
    assert "Deze contextsessie is niet te lezen: ‘Kapot’ (nummer 2)." in service.damage(shipped_session)
    with pytest.raises(UserError, match="Contextsessie 2 is beschadigd"):
        service.find(shipped_session, 2)
