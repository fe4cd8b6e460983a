"""Example cases: each can be walked to an end and reads easily; what is wrong is named by file and step."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from raadsapp.content.case_checks import case_faults
from raadsapp.content.loading import digest, load
from raadsapp.content.reading_level import LONGEST, reading_level
from raadsapp.domain.case import Case, Label
from raadsapp.domain.case_walk import Walk
from raadsapp.domain.goals import System
from raadsapp.domain.source import Document, Source, Standing
from raadsapp.errors import UserError
from raadsapp.paths import data_dir
from raadsapp.privacy.personal_data import find
from raadsapp.services.source_words import source_text
from tests.core.shipped import dossier

CASES = dossier().cases
KEYS = [f"VC-{number:02}" for number in range(1, 14)]
TRANSITION = "VC-13"
FILE = "01-ouders-uit-elkaar.md"
_ARTICLE = re.compile(r"\d+(?:\.\d+)*")
Broken = Callable[[str, str, str], UserError]
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.key))


def paths(case: Case) -> Iterator[Walk]:
    """Every way through a case that comes nowhere twice, from the start to an end."""
    waiting = [Walk(case)]
    while waiting:
        walk = waiting.pop()
        if walk.ended:
            yield walk
        been = {turn.step.key for turn in walk.turns} | {walk.step.key}
        waiting.extend(walk.choose(one.key) for one in walk.step.choices if one.to not in been)


# The shipped cases


def test_there_are_thirteen_cases_in_order() -> None:
    assert [case.key for case in CASES] == KEYS


@every_case
def test_a_case_is_labelled_and_says_that_nobody_else_looked_yet(case: Case) -> None:
    assert case.label is Label.FICTIONAL
    assert case.standing is Standing.FICTIONAL
    assert case.check is None


@every_case
def test_a_case_has_three_to_five_moments_of_choice_and_ends_that_differ(case: Case) -> None:
    asked = [step for step in case.steps if not step.end]
    assert 3 <= len(asked) <= 5
    assert all(2 <= len(step.choices) <= 5 for step in asked)
    assert len(case.steps[0].choices) >= 3
    ends = {walk.step.key for walk in paths(case)}
    assert ends == {step.key for step in case.steps if step.end}
    assert len(ends) >= 2
    assert len(case.questions) >= 3


@every_case
def test_no_way_through_a_case_is_best_on_every_line(case: Case) -> None:
    ends = {
        tuple(line[-1] for line in (one.child, one.time, one.money)) for one in map(Walk.lines, paths(case))
    }
    best = (max(end[0] for end in ends), min(end[1] for end in ends), min(end[2] for end in ends))
    assert best not in ends


@every_case
def test_a_case_reads_easily(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    level = reading_level(case.texts())
    assert level is not None
    longest = f"{level.longest_words} woorden in ‘{level.longest}’"
    with capsys.disabled():
        # What this test is for: a second pair of eyes.
        print(f"\n{case.key} {case.title}: leesgemak {level.ease:.0f}; {longest}")  # noqa: T201
    assert not level.above_b1
    assert level.longest_words <= LONGEST


@every_case
def test_nothing_in_a_case_looks_like_personal_data(case: Case) -> None:
    assert [text for text in case.texts() if find(text)] == []


@every_case
def test_old_and_new_differ_on_some_line(case: Case) -> None:
    assert any(walk.lines() != walk.seen_in(System.OLD).lines() for walk in paths(case))


@every_case
def test_the_old_system_knows_nothing_of_the_new_one(case: Case) -> None:
    if case.key == TRANSITION:
        pytest.skip("plays while the one system takes over from the other")
    told = [case.situation]
    for step in case.steps:
        told += (step.title, step.text, step.told(System.OLD), step.decides, step.rule)
        for choice in step.choices:
            did = choice.consequences(System.OLD)
            told += (choice.text, did.child.text, did.time.text, did.money.text)
    of_new = [text for text in told if "JenS" in text or "vaste bedrag" in text]
    assert [text for text in of_new if " stelsel" not in text and "In fase 2" not in text] == []


@every_case
def test_a_school_does_not_refer(case: Case) -> None:
    assert not any("school verwijst" in text.lower() for text in case.texts())


@every_case
def test_an_article_that_is_cited_is_one_of_those_that_were_read(case: Case) -> None:
    """The caveat of each law names the articles that were read, and in which text of it."""
    for source in (source for step in case.steps for source in step.sources):
        law = dossier().find(source.document)
        assert isinstance(law, Document)
        assert law.key != "wetten"
        if law.author == "Rijk":
            read = _ARTICLE.findall(law.caveat.partition(". Wij")[0])
            assert set(_ARTICLE.findall(source.place)) <= set(read)
            assert _ARTICLE.findall(source.place)
            assert "(tekst van 20" in source_text([source], dossier())


def test_an_own_case_that_cites_another_article_says_to_read_it() -> None:
    other = Source(document="wetten", place="Jeugdwet, artikel 9.1")
    assert source_text([other], dossier()) == "Bron: Wet (lees het artikel na), Jeugdwet, artikel 9.1"


# A broken case


@pytest.fixture
def broken_case(tmp_path: Path) -> Callable[[str, str], UserError]:
    def replace_and_load(old: str, new: str) -> UserError:
        copy = Path(shutil.copytree(data_dir(), tmp_path / "data"))
        path = copy / "cases" / FILE
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(UserError) as caught:
            load(copy)
        return caught.value

    return replace_and_load


def test_a_broken_case_in_a_copy_gives_file_step_and_reason(
    broken_case: Callable[[str, str], UserError],
) -> None:
    error = broken_case("Naar: vader", "Naar: moeder")
    place = f"data/cases/{FILE}, stap"
    assert error.message == f"{place} vader: geen enkele keuze leidt hierheen."
    assert f"{place} begin: keuze ‘tafel’ leidt naar stap ‘moeder’, en die bestaat niet." in error.hint


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('["E1"]', '["E7"]', "ziek.md: effect ‘E7’ bestaat niet."),
        ('["E1"]', "[]", "ziek.md: er staat geen effect bij (veld ‘effecten’)."),
        ('["IND-01"]', '["IND-77"]', "ziek.md: indicator ‘IND-77’ bestaat niet."),
        ('["IND-01"]', "[]", "ziek.md: er staat geen indicator bij (veld ‘indicatoren’)."),
        ('["growth"]', '["groei"]', "ziek.md: schuif ‘groei’ bestaat niet."),
        ('["rapport, §2"]', "[]", "ziek.md: er staat geen bron bij (veld ‘bronnen’)."),
        ('["rapport, §2"]', '["boek, §2"]', "ziek.md: bron ‘boek’ staat niet in documents.toml."),
        ("Bron: rapport, §3", "Bron: boek, §3", "stap begin: bron ‘boek’ staat niet in documents.toml."),
        ("Bron: rapport, §3\n", "", "stap begin: bij ‘Regel:’ staat geen bron (‘Bron:’)."),
        ("Oud: Er kwam een brief.\n", "", "stap begin: ‘Oud:’ ontbreekt."),
        (
            "# Einde klaar",
            "# Stap klaar",
            "stap klaar: er zijn minder dan twee keuzes, en het is geen einde.",
        ),
        ("Naar: klaar", "Naar: begin", ""),
        ("## Keuze hulp", "## Keuze wachten", "stap begin: keuze ‘wachten’ komt twee keer voor."),
        (
            "## Keuze hulp",
            "## Keuze ook: A\nNaar: klaar\nKind: - A\nTijd: + A\nGeld: 0 A\nTijd oud: ++ A\n## Keuze hulp",
            "stap begin: keuze 2 doet hetzelfde als keuze 1: zelfde vervolg en gevolgen.",
        ),
        (
            "# Einde klaar",
            "# Einde los: Los\n\nTekst.\n\n# Einde klaar",
            "einde los: geen enkele keuze leidt hierheen.",
        ),
        ("# Einde klaar", "# Einde begin", "deze sleutel komt twee keer voor."),
        (
            "# Vragen",
            "## Keuze a: A\n\nNaar: begin\nKind: 0 A.\nTijd: 0 A.\nGeld: 0 A.\n\n# Vragen",
            "geen keuzes.",
        ),
        ("Hulp kost geld: {kosten-2015}", "Hulp kost € 500", "stap begin: ‘€ 5’ is een bedrag in de tekst."),
        ("Hulp kost geld: {kosten-2015}", "Hulp kost 20 procent", "‘20 procent’ is een bedrag in de tekst."),
        (
            "Neem de tijd.",
            "Reken op duizend euro.",
            "ziek.md, Voor de presentator: ‘duizend euro’ is een bedrag in de tekst.",
        ),
        ("Wat vindt u?", "Wat zegt {E1}?", "Vragen: ‘{E1}’ is geen feit en geen schuif."),
    ],
)
def test_what_is_wrong_in_a_case_is_named(broken: Broken, old: str, new: str, fault: str) -> None:
    if fault:
        error = broken("cases/ziek.md", old, new)
        assert fault in f"{error.message}\n{error.hint}"
    else:
        # Both choices would lead back to the start: nobody comes to an end.
        error = broken("cases/ziek.md", old, new)
        told = f"{error.message}\n{error.hint}"
        assert "stap begin: vanaf hier komt niemand bij een einde." in told
        assert "einde klaar: geen enkele keuze leidt hierheen." in told


def test_a_case_made_without_a_file_is_held_to_the_same(small_dossier: Path) -> None:
    catalog = load(small_dossier)
    faults = list(case_faults(replace(catalog.cases[0], questions=()), catalog))
    assert [(fault.file, fault.message) for fault in faults] == [("", "er staat geen vraag in.")]


def test_a_case_without_questions_is_named(broken: Broken) -> None:
    error = broken("cases/ziek.md", "- Wat vindt u?\n- Wat wilt u weten?\n", "")
    assert error.message.endswith("cases/ziek.md, Vragen: dit deel ontbreekt of is leeg.")


def test_every_fault_of_two_cases_is_told_together(small_dossier: Path) -> None:
    folder = small_dossier / "cases"
    (folder / "leeg.md").write_text("", encoding="utf-8")
    small = (folder / "ziek.md").read_text(encoding="utf-8")
    (folder / "tweede.md").write_text(small.replace('"FICTIEF"', '"ECHT"'), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load(small_dossier)
    assert caught.value.message == "data/cases/leeg.md: dit bestand is leeg."
    assert "data/cases/tweede.md: het label is" in caught.value.hint


def test_a_dossier_may_do_without_cases_and_a_changed_one_is_noticed(small_dossier: Path) -> None:
    before = digest(small_dossier)
    path = small_dossier / "cases" / "ziek.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("vaak moe", "soms moe"), encoding="utf-8")
    assert digest(small_dossier) != before
    shutil.rmtree(path.parent)
    assert load(small_dossier).cases == ()
