"""Reading dossier files: what is right is read, what is wrong is named by file and key."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from raadsapp.content.faults import in_dutch
from raadsapp.content.kinds import CASE_KIND, KINDS
from raadsapp.content.loading import digest, load, version
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import System
from raadsapp.domain.municipality import normalised
from raadsapp.errors import UserError
from raadsapp.paths import data_dir

Broken = Callable[[str, str, str], UserError]

FILES = ["dossier.toml", *(kind.file for kind in KINDS if kind is not CASE_KIND)]


def test_a_complete_dossier_is_read_with_every_kind_of_item(small_dossier: Path) -> None:
    catalog = load(small_dossier)
    assert catalog.dossier.as_of == date(2018, 10, 10)
    assert [goal.key for goal in catalog.goals] == ["D1", "OD1"]
    assert catalog.goals[1].system is System.OLD
    assert catalog.recommendations[0].evidence[0].sources[0].place == "§6"
    assert catalog.presets[1].settings == (("growth", 5.0), ("savings", "middle"))
    assert catalog.municipalities[1].names == ("Heële", "Heerle")
    assert all(kind.items(catalog) for kind in KINDS)


def test_the_shipped_dossier_loads() -> None:
    catalog = load(data_dir())
    assert catalog.dossier.title == "Basishulp Jeugd"
    assert catalog.dossier.municipalities == ("GM0986", "GM0917", "GM0882")


def test_the_version_is_read_without_the_rest(small_dossier: Path) -> None:
    (small_dossier / "goals.toml").unlink()
    assert version(small_dossier) == 3


def test_an_unreadable_version_names_the_file(small_dossier: Path) -> None:
    (small_dossier / "dossier.toml").write_text("version = ", encoding="utf-8")
    with pytest.raises(UserError, match=r"^data/dossier\.toml: aan het eind klopt de schrijfwijze"):
        version(small_dossier)


@pytest.mark.parametrize("task", [load, version])
def test_a_folder_that_is_not_there_says_what_to_do(
    tmp_path: Path, task: Callable[[Path], Catalog | int]
) -> None:
    with pytest.raises(UserError, match="De map met het dossier is er niet") as caught:
        task(tmp_path / "weg")
    assert "Installeer" in caught.value.hint


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named(small_dossier: Path, file: str) -> None:
    (small_dossier / file).unlink()
    with pytest.raises(UserError) as caught:
        load(small_dossier)
    assert caught.value.message == f"data/{file}: dit bestand ontbreekt."
    assert "installeer Raadsapp opnieuw" in caught.value.hint


@pytest.mark.parametrize("file", FILES)
def test_an_empty_file_is_named(small_dossier: Path, file: str) -> None:
    (small_dossier / file).write_text("\n", encoding="utf-8")
    with pytest.raises(UserError, match=rf"^data/{file}: dit bestand is leeg\."):
        load(small_dossier)


def test_a_file_without_any_item_is_named(small_dossier: Path) -> None:
    (small_dossier / "goals.toml").write_text("# nog niets\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"^data/goals\.toml: er staat geen enkel blok \[\[goal\]\] in\."):
        load(small_dossier)


def test_a_file_that_is_no_text_is_named(small_dossier: Path) -> None:
    (small_dossier / "goals.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match=r"^data/goals\.toml: dit bestand is geen tekst in UTF-8\."):
        load(small_dossier)


def test_a_folder_in_the_place_of_a_file_is_named(small_dossier: Path) -> None:
    (small_dossier / "goals.toml").unlink()
    (small_dossier / "goals.toml").mkdir()
    with pytest.raises(UserError, match=r"^data/goals\.toml: dit bestand kan niet gelezen worden"):
        load(small_dossier)


def test_a_mistake_in_the_notation_names_file_and_line(broken: Broken) -> None:
    assert broken("effects.toml", 'title = "Een effect"', "title = Een effect").message == (
        "data/effects.toml: op regel 3 bij teken 9 klopt de schrijfwijze (TOML) niet."
    )


def test_a_mistake_in_the_last_line_is_said_so(broken: Broken) -> None:
    error = broken("presets.toml", '["savings", "middle"]]', '["savings", "middle"]')
    assert error.message == "data/presets.toml: aan het eind klopt de schrijfwijze (TOML) niet."


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "goals.toml",
            'text = "Dit willen wij',
            'tekst = "Dit willen wij',
            "goals.toml, D1: het veld ‘tekst’ bestaat niet.",
        ),
        (
            "goals.toml",
            'place = "§2"',
            'place = "§2", page = 3',
            "goals.toml, OD1: het veld ‘sources[0].page’ bestaat niet.",
        ),
        (
            "recommendations.toml",
            'key = "A1a"',
            'key = "A1a"\nowner = "raad"',
            "recommendations.toml, A1: het veld ‘parts[0].owner’ bestaat niet.",
        ),
        (
            "levers.toml",
            "spread = { low = -2,",
            "spread = { mode = 0, low = -2,",
            "levers.toml, growth: het veld ‘spread.mode’ bestaat niet.",
        ),
        (
            "dossier.toml",
            "version = 3",
            "version = 3\nnaam = 1",
            "dossier.toml: het veld ‘naam’ bestaat niet.",
        ),
    ],
)
def test_a_field_nobody_knows_is_named(broken: Broken, file: str, old: str, new: str, message: str) -> None:
    assert broken(file, old, new).message == f"data/{message}"


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("effects.toml", 'title = "Een effect"\n', "", "effects.toml, E1: het veld ‘title’ ontbreekt."),
        ("goals.toml", 'key = "D1"\n', "", "goals.toml, blok 1: het veld ‘key’ ontbreekt."),
        (
            "goals.toml",
            'document = "rapport", place = "§2"',
            'document = "rapport"',
            "goals.toml, OD1: het veld ‘sources[0].place’ ontbreekt.",
        ),
        (
            "facts.toml",
            "value = 200",
            'value = "200"',
            "facts.toml, een-kant: het veld ‘value’ moet een getal zijn en is tekst.",
        ),
        (
            "goals.toml",
            'system = "oud"',
            'system = "nieuwst"',
            "goals.toml, OD1: het veld ‘system’ heeft een waarde die niet bestaat: 'nieuwst'.",
        ),
        (
            "presets.toml",
            '["growth", 5]',
            '["growth", 5, 6]',
            "presets.toml, groei: het veld ‘settings[0]’ moet 2 waarden hebben en heeft er 3.",
        ),
        (
            "timeline.toml",
            "ends = 2019-03-31",
            'ends = "maart"',
            "timeline.toml, TL-start: het veld ‘ends’ is geen datum zoals 2019-01-31.",
        ),
        ("dossier.toml", "version = 3", "", "dossier.toml: het veld ‘version’ ontbreekt."),
    ],
)
def test_a_field_that_is_missing_or_wrong_is_named(
    broken: Broken, file: str, old: str, new: str, message: str
) -> None:
    assert broken(file, old, new).message == f"data/{message}"


def test_a_block_that_is_no_block_is_named(small_dossier: Path) -> None:
    (small_dossier / "goals.toml").write_text("goal = [3]\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load(small_dossier)
    assert (
        caught.value.message
        == "data/goals.toml, blok 1: dit blok moet een groep velden zijn en is een heel getal."
    )


def test_a_table_that_belongs_elsewhere_is_named(broken: Broken) -> None:
    error = broken("goals.toml", 'key = "OD1"', 'key = "OD1"\n\n[doelen]\nx = 1\n\n[[goal]]\nkey = "OD1"')
    assert error.message == "data/goals.toml: ‘doelen’ hoort hier niet; dit bestand kent alleen [[goal]]."


def test_a_remark_of_the_reader_without_a_field_stays_readable() -> None:
    assert in_dutch("Something else") == "dit blok klopt niet (Something else)."


@pytest.mark.parametrize("line", ["0917;Heerlen;", "GM0917;Heerlen", "GM0917; ;"])
def test_a_bad_line_among_the_municipalities_is_named(broken: Broken, line: str) -> None:
    error = broken("municipalities.csv", "GM0917;Heerlen;Heële|Heerle", line)
    assert error.message.startswith(f"data/municipalities.csv, {line.partition(';')[0]}: regel 3 is niet")


def test_an_empty_line_among_the_municipalities_is_named(broken: Broken) -> None:
    error = broken("municipalities.csv", "GM0986;Voerendaal;\n", "GM0986;Voerendaal;\n\n")
    assert error.message.startswith("data/municipalities.csv: regel 3 is niet")


@pytest.mark.parametrize("text", ["GM0986;Voerendaal;\n", "code;name;names\n"])
def test_municipalities_need_a_header_and_lines(small_dossier: Path, text: str) -> None:
    (small_dossier / "municipalities.csv").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=r"^data/municipalities\.csv: verwacht: de kopregel"):
        load(small_dossier)


def test_all_faults_are_told_together_the_first_on_its_own_line(small_dossier: Path) -> None:
    for file in ("goals.toml", "effects.toml", "roles.toml"):
        (small_dossier / file).unlink()
    with pytest.raises(UserError) as caught:
        load(small_dossier)
    assert "\n" not in caught.value.message
    assert caught.value.hint.endswith(
        "Er zijn nog 2 fouten:\n"
        "– data/effects.toml: dit bestand ontbreekt.\n"
        "– data/roles.toml: dit bestand ontbreekt."
    )


def test_the_digest_changes_with_every_byte_and_every_name(small_dossier: Path, tmp_path: Path) -> None:
    first = digest(small_dossier)
    assert len(first) == 64
    again = Path(shutil.copytree(small_dossier, tmp_path / "elsewhere"))
    assert digest(again) == first
    (again / "goals.toml").write_bytes((again / "goals.toml").read_bytes() + b"\n")
    assert digest(again) != first
    shutil.copy(small_dossier / "goals.toml", again / "goals.toml")
    (again / "goals.toml").rename(again / "roles.toml")
    assert digest(again) != first


def test_a_file_that_may_not_be_read_is_named_in_the_digest(
    small_dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UserError, match=r"^data/age_counts\.toml: dit bestand kan niet gelezen worden"):
        digest(small_dossier)


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Voerendaal", "voerendaal"),
        ("  gemeente   VOERENDAAL ", "voerendaal"),
        ("De gemeente Voerendaal", "voerendaal"),
        ("Groningen (gemeente)", "groningen"),
        ("Súdwest-Fryslân", "sudwest fryslan"),
        ("’s-Gravenhage", "s gravenhage"),
        ("'s-Gravenhage", "s gravenhage"),
        ("Bergen (NH.)", "bergen nh"),
        ("Nuenen, Gerwen en Nederwetten", "nuenen gerwen en nederwetten"),
        ("Gemeente", "gemeente"),
        ("", ""),
    ],
)
def test_names_of_municipalities_are_compared_loosely(written: str, compared: str) -> None:
    assert normalised(written) == compared
