"""What may be personal data is found, and what is not is left alone, with own rules and with deduce."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.paths import data_dir
from raadsapp.privacy.personal_data import Certainty, Finding, Kind, find
from raadsapp.privacy.personal_data.name_reader import NameReader, is_installed
from raadsapp.privacy.personal_data.numbers import is_bsn
from raadsapp.services import personal_data
from tests.core.marked_sentences import OWN_SENTENCES, Score, score, sentences

GIVEN = Path(__file__).parents[3] / "shared" / "data" / "privacy"
GIVEN_SENTENCES = GIVEN / "voorbeeldzinnen-met-goudstandaard.txt"
NUMBERS = GIVEN / "bsn-elfproef-testnummers.csv"
FILES = [
    pytest.param(
        GIVEN_SENTENCES,
        marks=pytest.mark.skipif(not GIVEN_SENTENCES.is_file(), reason="the given sentences are not here"),
    ),
    OWN_SENTENCES,
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NameReader]:
    if not is_installed():
        pytest.skip("deduce is not installed")
    with NameReader(tmp_path_factory.mktemp("lists")) as started:
        yield started


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.kind.value) for one in find(text)]


def _told(reached: Score, by: str, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{file.name}, {by}: {reached}")  # noqa: T201 - the score is what this test is for
        if file == OWN_SENTENCES:
            print("  missed:", *reached.missed, sep="\n    ")  # noqa: T201
            print("  false alarms:", *reached.false_alarms, sep="\n    ")  # noqa: T201


@pytest.mark.parametrize("file", FILES)
def test_own_rules_alone_find_nineteen_of_twenty_and_leave_the_rest(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reached = score(file, find)
    _told(reached, "own rules", file, capsys)
    assert reached.recall >= 0.95
    assert len(reached.false_alarms) <= (0 if file == GIVEN_SENTENCES else 4)


@pytest.mark.parametrize("file", FILES)
def test_with_deduce_no_less_is_found(
    file: Path, reader: NameReader, capsys: pytest.CaptureFixture[str]
) -> None:
    def both(text: str) -> tuple[Finding, ...]:
        more = reader.read(text)
        assert more is not None
        return find(text, more)

    reached = score(file, both)
    _told(reached, "own rules and deduce", file, capsys)
    assert reached.recall >= score(file, find).recall
    assert len(reached.false_alarms) <= (0 if file == GIVEN_SENTENCES else 4)


def test_the_own_set_is_large_and_half_clean() -> None:
    own = list(sentences(OWN_SENTENCES))
    assert len(own) >= 150
    assert sum(not sentence.marks for sentence in own) >= 75


@pytest.mark.skipif(not NUMBERS.is_file(), reason="the given numbers are not here")
def test_a_number_is_a_bsn_when_it_passes_the_eleven_test() -> None:
    with NUMBERS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            passes = row["elfproef"] == "ja"
            assert is_bsn(row["nummer"]) == passes
            assert _kinds(f"nummer {row['nummer']}") == ([(row["nummer"], "bsn")] if passes else [])


def test_a_number_called_bsn_that_fails_the_test_is_a_number_of_somebody_all_the_same() -> None:
    assert _kinds("BSN: 123456789") == [("123456789", "file-number")]


def test_every_finding_says_what_to_write_instead() -> None:
    for kind in Kind:
        assert kind.label
        assert Finding(0, 1, kind, Certainty.POSSIBLE).advice.endswith(".")


def test_a_finding_holds_no_text() -> None:
    (finding,) = find("Het meisje heet Lotte.")
    assert "Lotte" not in repr(finding)


@given(st.text(max_size=200) | st.text(alphabet="AaBbJjvd .,:()0123456789-@\n/'", max_size=200))
def test_findings_stand_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    end = 0
    for finding in find(text):
        assert end <= finding.start < finding.end <= len(text)
        end = finding.end


@given(st.integers(0, 999_999_999))
def test_the_eleven_test_is_the_weighted_sum(number: int) -> None:
    digits = f"{number:09}"
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    assert is_bsn(digits) == (total % 11 == 0 and number > 0)


@pytest.mark.skipif(not is_installed(), reason="deduce is not installed")
def test_the_process_makes_its_lists_once_and_writes_nothing_but_answers(tmp_path: Path) -> None:
    worker = [sys.executable, "-P", "-m", "raadsapp.privacy.personal_data.deduce_worker", str(tmp_path)]
    texts = json.dumps("Haar zoon Sander Hermans wacht.") + "\n" + json.dumps("De raad wacht.") + "\n"
    said = [
        subprocess.run(worker, input=texts, capture_output=True, text=True, check=True, timeout=60).stdout
        for _ in range(2)
    ]
    assert said[0] == said[1] == '"ready"\n[[10, 24]]\n[]\n'
    assert [path.name.split("-")[0] for path in tmp_path.iterdir()] == ["deduce"]


@pytest.mark.parametrize("path", sorted((data_dir() / "cases").glob("*.md")), ids=lambda path: path.stem)
def test_with_deduce_too_nothing_is_found_in_the_file_of_a_shipped_case(
    path: Path, reader: NameReader
) -> None:
    assert personal_data.check_file(path, reader).findings == ()


def test_a_name_in_a_heading_of_a_case_is_found_at_its_place(reader: NameReader, tmp_path: Path) -> None:
    file = tmp_path / "casus.md"
    text = "# Stap begin: Wat wil Sanne?\n\nMeneer Stap belt.\n\n## Keuze a: Verder\n"
    file.write_text(text, encoding="utf-8", newline="")
    checked = personal_data.check_file(file, reader)
    assert checked.text == text
    assert [text[one.start : one.end] for one in checked.findings] == ["Sanne", "Stap"]
    assert [text.index(" Sanne") + 1, text.rindex("Stap")] == [one.start for one in checked.findings]


def test_what_looked_is_told(reader: NameReader, tmp_path: Path) -> None:
    text = "De zoon van Bartholomea wacht."
    assert personal_data.check(text).checked_by == "eigen regels"
    assert personal_data.check(text, reader).checked_by == "eigen regels en deduce"
    with NameReader(tmp_path) as ended:
        ended.stop()
        assert personal_data.check(text, ended).checked_by == "eigen regels"


def test_a_note_names_kinds_and_a_proposal_but_not_what_was_found() -> None:
    doubt = personal_data.notice("Bel mevrouw Kusters op 06-12345678.")
    assert doubt is not None
    message, place = doubt
    assert "naam of voorletters en telefoonnummer" in message
    assert "Kusters" not in message
    assert (place.start, place.end) == (12, 19)
    assert personal_data.notice("De raad wacht op een brief.") is None


def test_without_deduce_there_is_no_second_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(personal_data, "is_installed", lambda: False)
    assert personal_data.start_reader() is None


def test_a_reader_whose_process_ended_looks_no_more(tmp_path: Path) -> None:
    with NameReader(tmp_path) as ended:
        ended.stop()
        assert ended.read("Sanne woont hier.") is None


def test_a_reader_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    with NameReader(tmp_path, seconds=0.01) as slow:
        assert slow.read("Sanne woont hier.") is None
