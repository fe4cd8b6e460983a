"""Own example cases: kept only after both checks, beside or in the place of one of the dossier."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp import paths
from raadsapp.content.case_checks import faults_in_case, lost_steps
from raadsapp.content.case_drafts import Draft, read_draft, written_draft
from raadsapp.content.case_reading import read_case
from raadsapp.content.case_writing import write_case
from raadsapp.content.faults import Fault
from raadsapp.domain.case import Case, Check, Consequence
from raadsapp.domain.case_editing import (
    add_choice,
    add_step,
    free_key,
    move_choice,
    move_step,
    remove_choice,
    remove_step,
    set_end,
    template,
    tidy,
)
from raadsapp.domain.case_places import Field, Place, placed_texts, value_at, with_value
from raadsapp.domain.edit_history import PAUSE, EditHistory
from raadsapp.domain.source import Source
from raadsapp.errors import UserError
from raadsapp.services import case_drafts, own_cases
from raadsapp.services.case_privacy import look_through, same_texts
from raadsapp.services.opening import Session, open_session
from raadsapp.services.search import search
from raadsapp.store import own_cases as stored
from raadsapp.store.own_cases import StoredCase
from tests.core.shipped import dossier
from tests.core.test_case_files import cases

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CHECK = Check(role="griffier", day=date(2026, 11, 1), clear=True)
CASES = dossier().cases
TITLE = Place(Field.TITLE)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "user_data_dir", lambda: tmp_path / "home")
    return tmp_path / "home"


def checked(draft: Draft) -> Draft:
    return replace(draft, case=replace(draft.case, check=CHECK))


def kept(session: Session, draft: Draft) -> Session:
    own_cases.save(session, draft, look_through(draft.case), NOW)
    return own_cases.renewed(session)


def test_a_changed_copy_stands_in_the_place_of_the_original_until_that_is_put_back(session: Session) -> None:
    (shipped,) = session.catalog.cases
    draft = checked(own_cases.begin_copy(session, shipped, NOW, beside=False))
    changed = replace(draft, case=replace(draft.case, title="Anders"))
    after = kept(session, changed)
    assert [case.title for case in after.catalog.cases] == ["Anders"]
    assert [(one.own, one.replaces) for one in own_cases.listed(after)] == [(True, True)]
    assert own_cases.dossier_of(after).cases == (shipped,)
    assert "origineel" in own_cases.remove(after, shipped.key).message
    assert own_cases.renewed(after).catalog == session.catalog


def test_a_copy_can_stand_beside_the_original_and_is_there_after_opening_again(
    session: Session, small_dossier: Path
) -> None:
    (shipped,) = session.catalog.cases
    draft = checked(own_cases.begin_copy(session, shipped, NOW, beside=True))
    after = kept(session, draft)
    assert [case.key for case in after.catalog.cases] == [shipped.key, draft.case.key]
    again = open_session(session.store.path, small_dossier)
    assert again.catalog.cases == after.catalog.cases
    again.close()
    assert own_cases.remove(after, draft.case.key).message == "De eigen casus is verwijderd."
    with pytest.raises(UserError, match="geen eigen casus"):
        own_cases.remove(after, draft.case.key)


def test_a_copy_can_still_go_beside_the_original_or_in_its_place(session: Session) -> None:
    (shipped,) = session.catalog.cases
    draft = own_cases.begin_copy(session, shipped, NOW, beside=False)
    beside = own_cases.beside_or_instead(session, draft, beside=True)
    assert (draft.replaces, beside.replaces) == (True, False)
    assert own_cases.beside_or_instead(session, beside, beside=True) is beside
    assert own_cases.beside_or_instead(session, beside, beside=False) == draft


def test_nothing_is_kept_before_both_checks(session: Session) -> None:
    (shipped,) = session.catalog.cases
    draft = own_cases.begin_copy(session, shipped, NOW, beside=False)
    look = look_through(draft.case)
    late = replace(draft, case=replace(draft.case, check=Check(role="griffier", day=date(2030, 1, 1))))
    nobody = replace(draft, case=replace(draft.case, check=Check(role=" ", day=date(2026, 1, 1))))
    doubt = replace(draft, case=replace(draft.case, check=Check(role="griffier", day=date(2026, 1, 1))))
    for wrong, seen, words in (
        (checked(draft), None, "persoonsgegevens"),
        (replace(checked(draft), case=replace(draft.case, notes="Iets anders.")), look, "persoonsgegevens"),
        (draft, look, "wie heeft gekeken"),
        (late, look_through(late.case), "nog niet geweest"),
        (nobody, look_through(nobody.case), "de rol"),
        (doubt, look_through(doubt.case), "niemand herkende"),
        (replace(draft, case=replace(draft.case, title="")), look, "Titel: geef de casus een titel."),
    ):
        with pytest.raises(UserError, match=words):
            own_cases.save(session, wrong, seen, NOW)
    assert own_cases.own_cases(session) == ()


def test_a_removed_case_can_be_brought_back(session: Session) -> None:
    (shipped,) = session.catalog.cases
    draft = checked(own_cases.begin_copy(session, shipped, NOW, beside=True))
    after = kept(session, draft)
    before = own_cases.kept_before(after, draft.case.key)
    own_cases.remove(after, draft.case.key)
    assert "teruggezet" in own_cases.bring_back(after, draft.case.key, before).message
    assert own_cases.renewed(after).catalog == after.catalog
    own_cases.bring_back(after, draft.case.key, None)
    assert own_cases.kept_before(after, draft.case.key) is None


def test_what_is_removed_is_not_left_in_the_file(session: Session) -> None:
    stored.put(session.store, StoredCase("weg", "Weg", "Iemand herkende zich in deze woorden.", NOW))
    stored.remove(session.store, "weg")
    assert session.store.rows("PRAGMA secure_delete") == [(1,)]
    session.store.close()
    assert b"herkende zich" not in session.store.path.read_bytes()


def test_a_damaged_own_case_is_named_with_step_and_reason_and_the_others_work(session: Session) -> None:
    (shipped,) = session.catalog.cases
    good = checked(own_cases.begin_copy(session, shipped, NOW, beside=True))
    session = kept(session, good)
    text = write_case(replace(shipped, key="stuk")).replace("Naar: klaar", "Naar: nergens", 1)
    stored.put(session.store, StoredCase("stuk", "Kapotte casus", text, NOW))
    stored.put(session.store, StoredCase("leeg", "Half bestand", "+++\n", NOW))
    stored.put(session.store, StoredCase("E1", "Van een effect", write_case(replace(shipped, key="E1")), NOW))
    found = {one.kept.key: one for one in own_cases.own_cases(session)}
    assert (
        found["stuk"].told[0].startswith("eigen casussen/Kapotte casus (stuk), stap begin: keuze ‘wachten’")
    )
    assert "begint niet met velden" in found["leeg"].told[0]
    assert "is die van iets anders" in found["E1"].told[-1]
    assert found[good.case.key].told == ()
    assert [case.key for case in own_cases.renewed(session).catalog.cases] == [shipped.key, good.case.key]


def test_an_own_case_is_found_by_its_own_words(session: Session) -> None:
    (shipped,) = session.catalog.cases
    draft = checked(own_cases.begin_copy(session, shipped, NOW, beside=False))
    draft = replace(draft, case=replace(draft.case, title="Vlinder", situation="Een olifant komt langs."))
    session = kept(session, draft)
    assert [(hit.key, hit.title) for hit in search(session, "olifant")] == [(shipped.key, "Vlinder")]
    assert [hit.title for hit in search(session, "vlin") if hit.kind == "case"] == ["Vlinder"]
    assert not [hit for hit in search(session, shipped.title) if hit.title == shipped.title]


def test_export_and_import_give_the_same_case(session: Session, tmp_path: Path) -> None:
    (shipped,) = session.catalog.cases
    path = tmp_path / own_cases.file_name(shipped)
    own_cases.export(shipped, path)
    draft = own_cases.begin_import(session, path, NOW)
    assert draft.case == shipped
    assert draft.replaces
    assert own_cases.begin_import(session, _renamed(path, shipped.key, "nieuw"), NOW).started_from == ""
    taken = own_cases.begin_import(session, _renamed(path, "nieuw", "E1"), NOW)
    assert taken.case.key.startswith("eigen-")


def _renamed(path: Path, old: str, new: str) -> Path:
    path.write_text(path.read_text(encoding="utf-8").replace(f'"{old}"', f'"{new}"', 1), encoding="utf-8")
    return path


def test_what_is_no_case_is_refused_with_a_reason(session: Session, tmp_path: Path) -> None:
    for name, content, words in (
        ("a.md", b"Zomaar tekst", "begint niet met velden"),
        ("b.md", b"\xff\xfe\x00", "geen tekst in UTF-8"),
        ("c.md", b"+" * (1024 * 1024 + 1), "groter dan 1 MB"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UserError, match=words):
            own_cases.begin_import(session, tmp_path / name, NOW)
    with pytest.raises(UserError, match="ontbreekt"):
        own_cases.begin_import(session, tmp_path / "weg.md", NOW)
    with pytest.raises(UserError, match="is niet te schrijven"):
        own_cases.export(session.catalog.cases[0], tmp_path / "a.md" / "x.md")
    with pytest.raises(UserError, match="die map bestaat niet"):
        own_cases.export(session.catalog.cases[0], tmp_path / "nergens" / "x.md")
    assert not (tmp_path / "nergens").exists()


def test_a_case_is_found_by_key_or_title(session: Session) -> None:
    (shipped,) = session.catalog.cases
    assert own_cases.find_case(session, shipped.key.lower()) == shipped
    assert own_cases.find_case(session, shipped.title.upper()) == shipped
    with pytest.raises(UserError, match="Er is geen casus ‘niets’"):
        own_cases.find_case(session, "niets")


def test_the_template_names_everything_that_is_to_be_filled_in(session: Session) -> None:
    draft = own_cases.begin_new(session, NOW)
    faults = list(faults_in_case(draft.case, session.catalog))
    fields = {fault.place.field for fault in faults}
    assert fields >= {Field.TITLE, Field.SITUATION, Field.CHOICE, Field.CHILD, Field.QUESTIONS, Field.NOTES}
    assert all(fault.told(draft.case).endswith(".") for fault in faults)
    empty = {fault.message for fault in faults_in_case(replace(draft.case, steps=()), session.catalog)}
    assert "er staat geen enkele stap in." in empty


edited = st.sampled_from(CASES)


def test_a_source_without_a_place_and_a_blank_field_are_named(session: Session) -> None:
    (shipped,) = session.catalog.cases
    blank = (Source(document="rapport", place=" "),)
    step = replace(shipped.steps[0], sources=blank, title=" ", text="")
    choice = replace(step.choices[0], text="", child_old=Consequence(1, ""))
    step = replace(step, choices=(choice, *step.choices[1:]))
    case = replace(shipped, sources=blank, title="", steps=(step, *shipped.steps[1:]))
    places = {fault.place for fault in faults_in_case(case, session.catalog)}
    assert places == {
        TITLE,
        Place(Field.SOURCES),
        Place(Field.RULE_SOURCES, 0),
        Place(Field.STEP_TITLE, 0),
        Place(Field.TEXT, 0),
        Place(Field.CHOICE, 0, 0),
        Place(Field.CHILD_OLD, 0, 0),
    }


@given(st.sampled_from(CASES), st.data())
def test_every_text_is_found_at_its_place_and_can_be_changed_there(case: Case, data: st.DataObject) -> None:
    places = dict(placed_texts(case))
    place = data.draw(st.sampled_from(sorted(places, key=repr)))
    value = value_at(case, place)
    told = value.text if isinstance(value, Consequence) else value
    if isinstance(told, str):
        assert told == places[place]
    assert with_value(case, place, value) == case
    new = (
        Consequence(1, "Zo.")
        if isinstance(value, Consequence)
        else ("Zo.",)
        if isinstance(value, tuple)
        else "Zo."
    )
    if not isinstance(value, Check):
        assert value_at(with_value(case, place, new), place) == new


@given(st.sampled_from(CASES), st.integers(0, 2), st.integers(-9, 9))
def test_moving_there_and_back_changes_nothing(case: Case, number: int, by: int) -> None:
    moved = move_step(case, number, by)
    back = moved.steps.index(case.steps[number])
    assert move_step(moved, back, number - back) == case
    assert sorted(step.key for step in moved.steps) == sorted(step.key for step in case.steps)
    turned = move_choice(case, 0, 1, by)
    place = turned.steps[0].choices.index(case.steps[0].choices[1])
    assert move_choice(turned, 0, place, 1 - place) == case


def test_steps_and_choices_are_added_and_removed() -> None:
    case = template("x")
    more = add_step(add_step(case, 0), 2, end=True)
    assert [(step.key, step.end) for step in more.steps] == [
        ("begin", False),
        ("stap", False),
        ("einde", True),
        ("einde-2", True),
    ]
    assert remove_step(remove_step(more, 3), 1) == case
    lonely = remove_step(case, 1)
    assert [choice.to for choice in lonely.steps[0].choices] == ["", ""]
    assert remove_choice(add_choice(case, 0), 0, 2) == case
    assert len(set_end(case, 1, end=False).steps[1].choices) == 2
    assert set_end(set_end(case, 0, end=True), 0, end=False) == case


def test_lost_steps_are_told() -> None:
    case = add_step(template("x"), 0)
    assert lost_steps(case) == (frozenset({"stap"}), frozenset({"stap"}))
    assert lost_steps(replace(case, steps=())) == (frozenset(), frozenset())


def test_keys_are_free_and_plain() -> None:
    assert free_key("Na één week!", ()) == "na-een-week"
    assert free_key("x", ("x", "x-2")) == "x-3"
    assert free_key("…", ()) == "casus"


untidy = st.text(alphabet=st.sampled_from("ab \n\t\u2028\x0b-#:+é"), max_size=20)


@given(cases, untidy, untidy)
def test_a_tidied_case_comes_back_the_same_from_its_file(case: Case, first: str, second: str) -> None:
    typed = replace(case, title=f"t {first}", situation=f"s {second}\n\n{first}", notes=f"n{first}")
    steps = tuple(replace(step, text=f"x{second}", old=first) for step in typed.steps)
    clean = tidy(replace(typed, steps=steps))
    faults = list[Fault]()
    assert read_case(write_case(clean), "x.md", faults) == clean, faults
    assert tidy(clean) == clean


@given(cases, untidy)
def test_a_draft_keeps_everything_that_was_typed(case: Case, text: str) -> None:
    draft = Draft(case=replace(case, title=text), started_from=text, changed_at=NOW)
    assert read_draft(written_draft(draft)) == draft


def test_drafts_are_kept_offered_and_let_go(home: Path) -> None:
    assert case_drafts.drafts().drafts == ()
    old = Draft(case=template("a/b"), changed_at=NOW.replace(year=2025))
    new = Draft(case=template("c"), changed_at=NOW)
    for draft in (old, new):
        case_drafts.keep(draft)
    (home / "concepten" / "stuk.json").write_text("{", encoding="utf-8")
    found = case_drafts.drafts()
    assert found.drafts == (new, old)
    assert [path.name for path in found.damaged] == ["stuk.json"]
    assert case_drafts.draft_of("a/b") == old
    case_drafts.discard("a/b")
    case_drafts.discard("a/b")
    assert case_drafts.draft_of("a/b") is None


def test_a_draft_never_takes_the_place_of_another(session: Session) -> None:
    (shipped,) = session.catalog.cases
    new = own_cases.begin_new(session, NOW)
    beside = own_cases.begin_copy(session, shipped, NOW, beside=True)
    for draft in (new, beside):
        case_drafts.keep(draft)
    assert own_cases.begin_new(session, NOW).case.key != new.case.key
    assert own_cases.begin_copy(session, shipped, NOW, beside=True).case.key != beside.case.key
    copy = own_cases.begin_copy(session, shipped, NOW, beside=False)
    case_drafts.keep_first(copy)
    with pytest.raises(UserError, match="al een concept"):
        case_drafts.keep_first(replace(copy, case=replace(shipped, title="Uit een bestand")))
    assert case_drafts.draft_of(shipped.key) == copy


def test_a_draft_that_cannot_be_kept_is_said(home: Path) -> None:
    home.mkdir()
    (home / "concepten").write_text("geen map", encoding="utf-8")
    with pytest.raises(UserError, match="concept kan niet worden bewaard"):
        case_drafts.keep(Draft(case=template("a"), changed_at=NOW))
    with pytest.raises(UserError, match="niet te verwijderen"):
        case_drafts.discard("a")


WRITER = """
import sys
from datetime import UTC, datetime
from dataclasses import replace
from pathlib import Path
from raadsapp import paths
paths.user_data_dir = lambda: Path(sys.argv[1])
from raadsapp.content.case_drafts import Draft
from raadsapp.domain.case_editing import template
from raadsapp.services import case_drafts
case = template("a")
for number in range(1_000_000):
    text = f"{number:07} " * 2000
    case_drafts.keep(Draft(case=replace(case, situation=text), changed_at=datetime.now(UTC)))
    print(number, flush=True)
"""


def test_a_program_killed_while_it_writes_leaves_a_whole_draft(home: Path) -> None:
    for turn in range(4):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(home)], stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout
            told = [int(process.stdout.readline()) for _ in range(3 + 7 * turn)]
            os.kill(process.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        draft = case_drafts.draft_of("a")
        assert draft is not None
        numbers = set(draft.case.situation.split())
        assert len(numbers) == 1
        assert int(numbers.pop()) >= told[-1]


def test_typing_on_in_a_field_is_undone_at_once_and_a_pause_parts_it() -> None:
    case = template("a")
    place = Place(Field.TITLE)
    history = EditHistory(case)
    for second, title in ((1.0, "E"), (1.2, "Ee"), (1.4, "Een"), (1.4 + PAUSE, "Een jongen")):
        history = history.changed(replace(case, title=title), place, second)
    assert history.changed(history.case, place, 9.0) is history
    assert [history.undone().case.title, history.undone().undone().case.title] == ["Een", ""]
    assert history.undone().undone().undone().case == case
    assert history.undone().redone().case == history.case
    assert history.redone() is history


@given(st.lists(st.tuples(st.sampled_from((Field.TITLE, Field.AGE)), st.text(max_size=3), st.floats(0, 3))))
def test_undoing_everything_and_redoing_it_ends_where_it_was(
    moves: list[tuple[Field, str, float]],
) -> None:
    case = template("a")
    history, at = EditHistory(case), 0.0
    for field, text, passed in moves:
        at += passed
        history = history.changed(with_value(history.case, Place(field), text), Place(field), at)
    turned = history
    for _ in moves:
        turned = turned.undone()
    assert turned.case == case
    for _ in moves:
        turned = turned.redone()
    assert turned.case == history.case


def test_personal_data_in_a_case_is_found_at_its_field() -> None:
    case = with_value(CASES[0], Place(Field.RULE, 1), "Sanne Hermans tekent, bel 06 12345678.")
    look = look_through(case)
    assert {(one.place, one.words) for one in look.findings} == {
        (Place(Field.RULE, 1), "Sanne Hermans"),
        (Place(Field.RULE, 1), "06 12345678"),
    }
    name = look.findings[0]
    assert (name.start, name.told) == (0, "Waarschijnlijk naam of voorletters: ‘Sanne Hermans’")
    assert look.told == "Er staan mogelijk persoonsgegevens in deze casus, op 2 plaatsen."
    assert look.checked_by == "eigen regels"
    assert same_texts(look, case)
    assert not same_texts(look, CASES[0])
    assert "lees de tekst ook zelf na" in look_through(CASES[0]).told
