"""`raadsapp privacy check` says where personal data may be, and never that a text is safe."""

import json
from pathlib import Path

import pytest

from raadsapp.cli.main import main
from raadsapp.services import personal_data


@pytest.fixture(autouse=True)
def _own_rules_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(personal_data, "is_installed", lambda: False)


def _run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["privacy", "check", *map(str, arguments)])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_json_gives_place_kind_text_and_certainty_a_line_per_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = tmp_path / "één.txt", tmp_path / "twee.txt"
    one.write_text("Eerste regel.\r\nHaar zoon Daan wacht.", encoding="utf-8", newline="")
    two.write_text("De raad wacht.", encoding="utf-8")
    assert _run(one, two, "--json") == 0
    said = capsys.readouterr()
    first, second = map(json.loads, said.out.splitlines())
    text = one.read_bytes().decode()
    (finding,) = first["findings"]
    assert first["file"] == str(one)
    assert set(finding) == {"start", "end", "kind", "text", "certainty"}
    assert text[finding["start"] : finding["end"]] == finding["text"] == "Daan"
    assert (finding["kind"], finding["certainty"]) == ("name", "likely")
    assert second == {"file": str(two), "findings": []}
    assert "eigen regels" in said.err


def test_words_give_line_character_and_proposal_and_never_say_safe(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "notitie.md"
    file.write_text("Kop\n\nBel de moeder op 06-12345678.", encoding="utf-8")
    assert _run(file) == 0
    said = capsys.readouterr().out
    assert "mogelijk persoonsgegevens op 1 plaats" in said
    assert "regel 3, teken 18: telefoonnummer: 06-12345678" in said
    assert "Haal dit weg." in said
    file.write_text("De raad wacht.", encoding="utf-8")
    assert _run(file) == 0
    said = capsys.readouterr().out
    assert "lees de tekst ook zelf na" in said
    assert "veilig" not in said


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_usual_encodings(
    encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "tekst.txt"
    file.write_text("Cliëntnummer 118240 staat hier.", encoding=encoding)
    assert _run(file, "--json") == 0
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding["text"] == "118240"


def test_what_is_no_text_is_refused_in_dutch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "foto.png"
    file.write_bytes(b"\x89PNG\x00\x00\x81")
    assert _run(file) == 2
    assert "is geen tekstbestand" in capsys.readouterr().err
    assert _run(tmp_path / "weg.txt") == 2
    assert "kan niet gelezen worden" in capsys.readouterr().err
    file.write_bytes(b"a" * (8 * 1024 * 1024 + 1))
    assert _run(file) == 2
    assert "groter dan 8 MB" in capsys.readouterr().err


def test_a_text_that_is_kept_with_a_command_is_looked_through(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ("--store", str(tmp_path / "dossier.raadsapp"))
    for question, told in (("Wat wil Sanne Hermans?", True), ("Wat kost een jaar wachten?", False)):
        with pytest.raises(SystemExit) as ended:
            main(["scenario", "save", "Wachten", "--question", question, *store])
        assert ended.value.code == 0
        said = capsys.readouterr()
        assert "is bewaard als nummer" in said.out
        assert ("Mogelijk persoonsgegevens: naam of voorletters." in said.err) is told
