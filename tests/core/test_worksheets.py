"""The paper of a context session: two pages per case at most, with all its words, and no answers on it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from raadsapp.domain.case import Case, Check, Label, written
from raadsapp.domain.context_session import Answer, ContextSession
from raadsapp.errors import UserError
from raadsapp.export.session_report import CAUTION, markdown, write_report
from raadsapp.export.worksheets import write_agenda, write_presenter_copy, write_sheets, write_worksheet
from raadsapp.services.case_figures import CaseFigures, case_figures
from raadsapp.services.case_words import stake_words
from raadsapp.services.session_words import NO_CASE, progress_words
from tests.core.pdf_text import pdf_text
from tests.core.shipped import dossier

TODAY = date(2026, 11, 22)
CASES = dossier().cases
SESSION = ContextSession(
    title="Avond voor de raad", held_on=date(2026, 12, 3), cases=("VC-01", "VC-02"), size=11, minutes=90
)


@pytest.fixture(scope="module")
def figures() -> CaseFigures:
    return case_figures(dossier(), dossier().dossier.municipalities[0])


def pages(path: Path) -> int:
    return path.read_bytes().count(b"/Type/Page/")


def letters(text: str) -> str:
    """Without white space, which stands elsewhere where lines break, and without joiners."""
    return "".join(text.replace("\N{SOFT HYPHEN}", "").replace("\N{WORD JOINER}", "").split())


def said_on_worksheet(case: Case) -> list[str]:
    words = [case.label.value, case.title, case.begins, case.age, case.situation, *case.questions]
    for step in case.steps:
        if step.choices:
            words += [step.title, step.text, step.decides, step.rule, stake_words(step)]
            words += [choice.text for choice in step.choices]
    return words


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
def test_a_worksheet_has_all_its_words_on_two_pages_and_does_not_tell_what_a_choice_does(
    figures: CaseFigures, case: Case, tmp_path: Path
) -> None:
    path = tmp_path / "werkblad.pdf"
    write_worksheet(figures, case, path, TODAY)
    assert 1 <= pages(path) <= 2
    said = letters(pdf_text(path))
    for words in (*said_on_worksheet(case), "22 november 2026", "Bron", "Wij kiezen dit, want:"):
        assert letters(figures.filled(words)) in said, words
    does = [part.text for step in case.steps for choice in step.choices for part in written(choice)]
    told = [words for words in (*does, case.notes) if letters(figures.filled(words)) in said]
    assert told == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
def test_the_copy_of_the_presenter_tells_everything_on_two_pages(
    figures: CaseFigures, case: Case, tmp_path: Path
) -> None:
    path = tmp_path / "presentator.pdf"
    write_presenter_copy(figures, case, path, TODAY)
    assert 1 <= pages(path) <= 2
    said = letters(pdf_text(path))
    for words in case.texts():
        # What the old system did otherwise stands within brackets, with one full stop.
        assert letters(figures.filled(words)).rstrip(".") in said, words


def test_paper_says_that_a_second_reader_looked(figures: CaseFigures, tmp_path: Path) -> None:
    path = tmp_path / "werkblad.pdf"
    check = Check(role="griffier", day=date(2026, 11, 1), clear=True)
    write_worksheet(figures, replace(CASES[0], check=check, label=Label.COMPOSITE), path, TODAY)
    said = pdf_text(path)
    assert "Herkenbaarheid: getoetst op 1 november 2026 door griffier. Die herkende niemand." in said
    assert "SAMENGESTELD" in said


def test_a_worksheet_is_tagged_dutch_and_has_a_title(figures: CaseFigures, tmp_path: Path) -> None:
    path = tmp_path / "werkblad.pdf"
    write_worksheet(figures, CASES[0], path, TODAY)
    content = path.read_bytes()
    for sign in (
        b"/StructTreeRoot",
        b"<pdfuaid:part>1</pdfuaid:part>",
        b"/Lang(nl",
        b"Ouders gaan uit elkaar",
    ):
        assert sign in content, sign


def test_the_sheets_of_a_session_are_its_agenda_and_two_papers_per_case(
    figures: CaseFigures, tmp_path: Path
) -> None:
    made = write_sheets(figures, replace(SESSION, title="Avond: a/b?"), tmp_path, TODAY)
    assert [path.name for path in made] == [
        "Agenda Avond a b.pdf",
        "Werkblad VC-01 Ouders gaan uit elkaar.pdf",
        "Presentator VC-01 Ouders gaan uit elkaar.pdf",
        "Werkblad VC-02 Misschien ADHD, via de huisarts.pdf",
        "Presentator VC-02 Misschien ADHD, via de huisarts.pdf",
    ]
    assert {path.parent.name for path in made} == {"Avond a b 2026-12-03"}
    said = pdf_text(made[0])
    for words in (
        "3 december 2026",
        "11 mensen, 90 minuten",
        "3 kleine groepen: 4, 4 en 3 mensen",
        "FICTIEF",
        "Welkom en uitleg",
        "‘Ouders gaan uit elkaar’ doorlopen, in kleine groepen",
        "Wat nemen we mee?",
    ):
        assert words in said, words
    assert pages(made[0]) == 1


def test_sheets_that_are_there_already_stay_as_they_are(figures: CaseFigures, tmp_path: Path) -> None:
    first = write_sheets(figures, SESSION, tmp_path, TODAY)
    first[1].write_text("met aantekeningen", encoding="utf-8")
    again = write_sheets(figures, SESSION, tmp_path, TODAY)
    assert first[1].read_text(encoding="utf-8") == "met aantekeningen"
    assert again[0].parent.name == f"{first[0].parent.name} (2)"
    with pytest.raises(UserError, match="die map bestaat niet"):
        write_sheets(figures, SESSION, tmp_path / "nergens", TODAY)


def test_a_session_without_an_agenda_leaves_no_folder(figures: CaseFigures, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nog geen agenda"):
        write_sheets(figures, replace(SESSION, cases=()), tmp_path, TODAY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("title", "name"), [("é" * 400, "é" * 60), ("??", "zonder naam")])
def test_every_title_gives_a_name_that_a_file_can_have(
    figures: CaseFigures, tmp_path: Path, title: str, name: str
) -> None:
    made = write_sheets(figures, replace(SESSION, title=title), tmp_path, TODAY)
    assert made[0].name == f"Agenda {name}.pdf"


def test_an_agenda_that_cannot_be_says_why(tmp_path: Path) -> None:
    path = tmp_path / "agenda.pdf"
    for session, words in (
        (replace(SESSION, cases=()), NO_CASE),
        (replace(SESSION, minutes=30), "Laat ‘Misschien ADHD, via de huisarts’ weg"),
        (replace(SESSION, minutes=10), "ook één casus past er niet in"),
    ):
        with pytest.raises(UserError, match="nog geen agenda") as refused:
            write_agenda(dossier(), session, path)
        assert words in refused.value.hint
        assert not path.exists()


def test_one_small_group_has_an_agenda_without_groups(tmp_path: Path) -> None:
    path = tmp_path / "agenda.pdf"
    write_agenda(dossier(), replace(SESSION, size=5), path)
    said = pdf_text(path)
    assert "Eén groep van 5 mensen" in said
    assert "doorlopen, met elkaar" in said
    assert "Elke groep vertelt" not in said


@pytest.fixture
def answered() -> ContextSession:
    def answer(group: int, choice: str, words: str, why: str, case: str = "VC-01") -> Answer:
        return Answer(case=case, step="begin", group=group, choice=choice, words=words, why=why)

    return replace(
        SESSION,
        taken_along="Vraag: hoe lang\n\nwacht een gezin?",
        answers=(
            answer(1, "tips", "Zelf verder", "Kan *nu* | vandaag."),
            answer(2, "groep", "Naar de groep", ""),
            answer(3, "groep", "Naar de groep", "Niet de enige."),
            answer(1, "weg", "Een keuze die er was", "Toen.", case="VC-98"),
        ),
    )


def test_a_report_has_the_choices_of_the_groups_side_by_side(
    answered: ContextSession, tmp_path: Path
) -> None:
    path = tmp_path / "verslag.pdf"
    write_report(dossier(), answered, path)
    said = pdf_text(path)
    for words in (
        "Avond voor de raad",
        "Vraag: hoe lang",
        "2 × ‘Naar de groep’, 1 × ‘Zelf verder’.",
        "1 Zelf verder Kan *nu* | vandaag.",
        "2 Naar de groep –",
        "Nog geen keuze vastgelegd.",
        "VC-98",
        "Een keuze die er was",
        "FICTIEF",
        "het is geen besluit",
    ):
        assert words in said, words


def test_a_report_in_markdown_keeps_what_was_typed_as_text(answered: ContextSession, tmp_path: Path) -> None:
    path = tmp_path / "verslag.md"
    write_report(dossier(), answered, path)
    said = path.read_text(encoding="utf-8")
    assert said == markdown(dossier(), answered)
    assert "| 1 | Zelf verder | Kan \\*nu\\* \\| vandaag. |" in said
    assert "| 2 | Naar de groep | – |" in said
    assert said.split("\n\n")[2] == CAUTION


def test_a_report_without_answers_or_title_is_a_report_all_the_same(tmp_path: Path) -> None:
    write_report(dossier(), replace(SESSION, title=" ", cases=()), tmp_path / "leeg.pdf")
    assert "Contextsessie zonder naam" in pdf_text(tmp_path / "leeg.pdf")


def test_all_groups_that_chose_the_same_are_told_so(answered: ContextSession) -> None:
    same = tuple(replace(one, choice="groep", words="Naar de groep") for one in answered.answers[:3])
    said = markdown(dossier(), replace(answered, answers=same))
    assert "Alle 3 groepen die kozen, kozen ‘Naar de groep’." in said


def test_a_report_of_another_kind_is_refused(answered: ContextSession, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"niet op \.pdf of \.md"):
        write_report(dossier(), answered, tmp_path / "verslag.docx")


def test_a_session_is_told_in_a_line(answered: ContextSession) -> None:
    told = progress_words(dossier(), answered)
    assert told.startswith(
        "Ouders gaan uit elkaar en Misschien ADHD, via de huisarts · 11 mensen, 90 minuten"
    )
    assert told.endswith("4 antwoorden vastgelegd")
    empty = progress_words(dossier(), replace(answered, cases=(), answers=()))
    assert empty == "nog geen casus gekozen · 11 mensen, 90 minuten · nog niets vastgelegd"
