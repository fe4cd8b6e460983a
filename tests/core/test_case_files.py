"""The file form of an example case: read strictly, and written so that it comes back the same."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.content.case_reading import read_case
from raadsapp.content.case_writing import write_case
from raadsapp.content.faults import Fault
from raadsapp.domain.case import Case, Check, Choice, Consequence, Label, Step, filled, references, written
from raadsapp.domain.goals import System
from raadsapp.domain.source import Source
from tests.core.shipped import dossier

CASES = dossier().cases


def read(text: str) -> tuple[Case | None, list[str]]:
    faults = list[Fault]()
    case = read_case(text, "x.md", faults)
    return case, [f"{fault.key}: {fault.message}" for fault in faults]


def small() -> str:
    return (Path(__file__).parent / "small_dossier" / "cases" / "ziek.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("+++\nsleutel", "sleutel", ": het bestand begint niet met velden tussen twee regels +++."),
        ('"Een casus"', "Een casus", ": op regel 3 klopt de schrijfwijze van de velden niet."),
        ('31"\n+++', "31\n+++", ": boven de tweede regel +++ klopt de schrijfwijze van de velden niet."),
        ('titel = "Een casus"\n', "", ": het veld ‘titel’ ontbreekt."),
        ('titel = "Een casus"', "titel = 3", ": het veld ‘titel’ moet tekst tussen aanhalingstekens zijn."),
        ('["E1"]', '"E1"', ": het veld ‘effecten’ moet een lijst met teksten zijn."),
        ("leeftijd", "leeftijden", ": het veld ‘leeftijden’ bestaat niet."),
        ('"FICTIEF"', '"ECHT"', ": het label is FICTIEF of SAMENGESTELD, niet ‘ECHT’."),
        (
            '"griffier, 2019-01-31"',
            '"griffier, 2019-02-31"',
            "‘nog niet gedaan’ of rol, datum en uitkomst, zoals ‘griffier, 2026-01-31, niemand herkend’.",
        ),
        ('"griffier, 2019-01-31"', '"ja"', ": bij ‘herkenbaarheid’ hoort ‘nog niet gedaan’"),
        ('"rapport, §2"', '"rapport"', "bronnen: de bron ‘rapport’ is niet ‘document, plaats’."),
        ("# Situatie", "Los.\n\n# Situatie", ": ‘Los.’ staat boven de eerste kop."),
        ("# Situatie", "# Verhaal", ": de kop ‘# Verhaal’ is geen stap, einde, keuze of vast deel."),
        ("# Vragen", "# Situatie\n\nNog eens.\n\n# Vragen", "Situatie: dit deel staat er twee keer."),
        ("## Keuze hulp", "### Keuze hulp", "stap begin: de kop ‘### Keuze hulp: Hulp zoeken’ is geen stap"),
        ("De huisarts luistert.\n", "", "stap begin: er staat geen tekst bij."),
        ("Oud: Er kwam", "Oud: Eerst.\nOud: Er kwam", "stap begin: ‘Oud:’ staat er twee keer."),
        ("Naar: klaar", "Los.\n\nNaar: klaar", "stap begin, keuze wachten: ‘Los.’ hoort hier niet."),
        ("Naar: klaar\n", "", "stap begin, keuze wachten: ‘Naar:’ ontbreekt."),
        ("Geld: 0 Het kost niets.\n", "", "stap begin, keuze wachten: ‘Geld:’ ontbreekt."),
        (
            "Geld: 0 Het kost niets.",
            "Geld: +++ Het kost niets.",
            "stap begin, keuze wachten: ‘Geld:’ begint niet met --, -, 0, +, ++ en dan een zin.",
        ),
        ("# Voor de presentator\n\nNeem de tijd.", "", "Voor de presentator: dit deel ontbreekt of is leeg."),
    ],
)
def test_what_cannot_be_read_is_named(old: str, new: str, fault: str) -> None:
    text = small()
    assert old in text
    case, faults = read(text.replace(old, new, 1))
    assert case is None
    assert any(fault in one for one in faults), faults


def test_a_case_without_steps_is_named() -> None:
    text = small()
    start, end = text.index("# Stap"), text.index("# Vragen")
    case, faults = read(text[:start] + text[end:])
    assert case is None
    assert faults == [": er staat geen enkele stap in (# Stap sleutel: titel)."]


def test_everything_in_a_file_stands_in_the_case() -> None:
    case, _ = read(small())
    assert case is not None
    assert case.check == Check(role="griffier", day=date(2019, 1, 31))
    assert case.situation == "Een kind is vaak moe. De ouders bellen de huisarts.\n\nDat duurt al lang."
    step = case.steps[0]
    assert (step.decides, step.sources) == ("De ouders.", (Source(document="rapport", place="§3"),))
    assert (step.told(System.OLD), step.told(System.NEW)) == ("Er kwam een brief.", "De huisarts belt.")
    first = step.choices[0]
    assert first.child == Consequence(-1, "Het kind blijft moe.")
    assert [one.steps for one in written(first)] == [-1, 1, 0, 2]
    assert first.consequences(System.OLD).time == Consequence(2, "Dat kostte maanden.")
    assert first.consequences(System.NEW).time == Consequence(1, "Dat kost weken.")
    assert case.steps[1].end
    assert case.questions == ("Wat vindt u?", "Wat wilt u weten?")
    assert case.notes == "Neem de tijd."


def test_a_word_that_is_a_label_elsewhere_is_a_text_without_its_colon() -> None:
    case, faults = read(small().replace("De huisarts luistert.", "Regel\n\nDe huisarts luistert."))
    assert case is not None
    assert faults == []
    assert case.steps[0].text == "Regel\n\nDe huisarts luistert."


def test_lines_that_end_as_on_windows_make_no_difference() -> None:
    assert read(small().replace("\n", "\r\n")) == read(small())


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.key))
def test_a_shipped_case_comes_back_from_its_file_form(case: Case) -> None:
    assert read(write_case(case)) == (case, [])


lines = st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
plain = lines | st.sampled_from(
    ("# kop", "Oud: toen", "- punt", "\\ streep", "+++", "Naar: huis", "Regel", "#")
)
prose = st.lists(plain, min_size=1, max_size=3).map("\n\n".join)
keys = st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True)
names = st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True)
sources = st.lists(st.builds(Source, document=names, place=lines), max_size=2).map(tuple)
consequences = st.builds(Consequence, st.integers(-2, 2), plain)
maybe = st.none() | consequences
choices = st.builds(
    Choice,
    key=keys,
    text=plain,
    to=keys,
    child=consequences,
    time=consequences,
    money=consequences,
    child_old=maybe,
    time_old=maybe,
    money_old=maybe,
)
steps = st.builds(
    Step,
    key=keys,
    title=plain,
    text=prose,
    decides=plain | st.just(""),
    rule=plain | st.just(""),
    sources=sources,
    old=plain | st.just(""),
    new=plain | st.just(""),
    choices=st.lists(choices, max_size=3).map(tuple),
    end=st.booleans(),
)
lists = st.lists(lines, max_size=3).map(tuple)
cases = st.builds(
    Case,
    key=lines,
    title=lines,
    label=st.sampled_from(Label),
    age=lines,
    begins=lines,
    situation=prose,
    effects=lists,
    indicators=lists,
    levers=lists,
    steps=st.lists(steps, min_size=1, max_size=3).map(tuple),
    questions=st.lists(plain, min_size=1, max_size=3).map(tuple),
    notes=prose,
    check=st.none() | st.builds(Check, role=lines, day=st.dates(), clear=st.booleans()),
    sources=sources,
)


@given(cases)
def test_a_case_that_is_written_and_read_again_is_the_same(case: Case) -> None:
    assert read(write_case(case)) == (case, [])


def test_figures_are_named_by_key_and_filled_in() -> None:
    text = "Het kost {prijs} voor {aantal}."
    assert references(text) == ("prijs", "aantal")
    assert filled(text, {"prijs": "€ 5", "aantal": "3"}.__getitem__) == "Het kost € 5 voor 3."
