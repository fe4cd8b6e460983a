"""Layouts of the user's own: kept under a good name, found again, left out when damaged."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp import paths
from raadsapp.cli.main import main
from raadsapp.domain.observation import Status
from raadsapp.domain.period import PeriodKind
from raadsapp.errors import UserError
from raadsapp.intake.layout_writing import written_layout
from raadsapp.intake.layouts import BreakdownField, Field, Kind, Layout, ValueField, load_layout, load_layouts
from raadsapp.services.layouts import (
    all_layouts,
    key_of,
    known_layouts,
    layout_named,
    name_fault,
    remove_layout,
    save_layout,
)

LAYOUT = Layout(
    key="x",
    title="x",
    columns=("Gemeente", "Jaar"),
    municipality=Field(column="Gemeente"),
    period=Field(column="Jaar"),
    value=(ValueField(column="Aantal", series="IND-03"),),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a test's own layouts; not there yet."""
    monkeypatch.setattr(paths, "user_data_dir", lambda: tmp_path / "home")
    return paths.layouts_dir()


_texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
_patterns = st.sampled_from(("(.+)", r"^Jaar\s+(.+?)$", '"(é|\\|)"'))
_fields = st.builds(
    Field,
    column=_texts,
    also=st.lists(_texts, max_size=2).map(tuple),
    pattern=_patterns,
    cell=st.sampled_from(("", "B1")),
    file_name=_patterns,
    text=st.text(st.characters(exclude_categories=["Cs"])),
    fill=st.sampled_from(("", "blank", "other")),
    skip=st.lists(_texts, max_size=2).map(tuple),
)
_breakdowns = st.builds(
    BreakdownField,
    column=_texts,
    kind=st.lists(st.builds(Kind, dimension=_texts, since=st.none() | st.integers(2000, 2030))).map(tuple),
)
_values = st.builds(
    ValueField, column=_texts, series=_texts, factor=st.floats(min_value=1e-9, allow_infinity=False)
)
_layouts = st.builds(
    Layout,
    key=st.just("proef"),
    title=_texts,
    columns=st.lists(_texts, min_size=1, max_size=3).map(tuple),
    heading_rows=st.integers(1, 6),
    decimal=st.sampled_from(("", ",", ".")),
    status=st.sampled_from(Status),
    source=st.text(st.characters(exclude_categories=["Cs"])),
    days=st.none() | st.sampled_from(PeriodKind),
    municipality=_fields,
    period=_fields,
    indicator=st.none() | _fields,
    breakdown=st.none() | _breakdowns,
    value=st.lists(_values, min_size=1, max_size=3).map(tuple),
)


@given(layout=_layouts)
def test_a_layout_that_is_written_is_read_back_as_the_same(
    tmp_path_factory: pytest.TempPathFactory, layout: Layout
) -> None:
    path = tmp_path_factory.getbasetemp() / "proef.toml"
    path.write_text(written_layout(layout), encoding="utf-8", newline="\n")
    assert load_layout(path) == layout


def test_the_layouts_of_the_dossier_survive_being_written(tmp_path: Path) -> None:
    for layout in load_layouts(paths.data_dir() / "layouts"):
        path = tmp_path / f"{layout.key}.toml"
        path.write_text(written_layout(layout), encoding="utf-8")
        assert load_layout(path) == layout


def test_a_layout_is_kept_under_its_name_and_found_again(folder: Path) -> None:
    kept = save_layout(LAYOUT, "  Cliënten  per jaar ")
    assert (kept.key, kept.title) == ("clienten-per-jaar", "Cliënten per jaar")
    assert [path.name for path in folder.iterdir()] == ["clienten-per-jaar.toml"]
    assert known_layouts().own == (kept,)
    assert all_layouts()[-1] == kept
    assert layout_named("clienten-per-jaar") == "clienten-per-jaar"


def test_signs_that_nobody_sees_are_no_part_of_a_name() -> None:
    assert save_layout(LAYOUT, "Per\x00 kwartaal\ud800\u200b").title == "Per kwartaal"


def test_a_layout_may_take_the_place_of_another_one(folder: Path) -> None:
    first = save_layout(LAYOUT, "Eerste")
    assert name_fault("eerste") == "U hebt al een indeling met deze naam. Kies een andere."
    assert save_layout(LAYOUT, "Eerste", first.key) == first
    assert save_layout(LAYOUT, "Tweede", first.key).key == "tweede"
    assert [path.stem for path in folder.iterdir()] == ["tweede"]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("  ", "Geef de indeling een naam."),
        ("x" * 61, "Deze naam is te lang."),
        ("!!!", "Gebruik in de naam ook letters of cijfers."),
        ("CON", "Windows kan een bestand niet zo noemen."),
        ("Iv3", "Zo heet een meegeleverde indeling al."),
    ],
)
def test_a_name_that_cannot_be_is_refused_in_plain_dutch(name: str, fault: str, folder: Path) -> None:
    assert name_fault(name).startswith(fault)
    with pytest.raises(UserError, match=fault):
        save_layout(LAYOUT, name)
    assert not folder.exists()
    assert key_of("Súdwest 2019-K1") == "sudwest-2019-k1"


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left(folder: Path) -> None:
    folder.parent.mkdir()
    folder.touch()
    with pytest.raises(UserError, match="kan niet worden bewaard"):
        save_layout(LAYOUT, "Eerste")
    assert folder.is_file()


def test_a_layout_is_removed_once(folder: Path) -> None:
    save_layout(LAYOUT, "Eerste")
    remove_layout("eerste")
    assert not list(folder.iterdir())
    with pytest.raises(UserError, match="U hebt geen eigen indeling 'eerste'"):
        remove_layout("eerste")
    (folder / "map.toml").mkdir()
    with pytest.raises(UserError, match="niet te verwijderen"):
        remove_layout("map")


def test_a_damaged_layout_is_left_out_and_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = save_layout(LAYOUT, "Goed")
    (folder / "stuk.toml").write_text("title = ", encoding="utf-8")
    (folder / "iv3.toml").write_text(written_layout(LAYOUT), encoding="utf-8")
    known = known_layouts()
    assert known.own == (kept,)
    same, broken = (str(fault) for fault in known.faults)
    assert "iv3.toml heet net als een meegeleverde" in same
    assert "stuk.toml klopt niet: bij het einde van het bestand staat" in broken
    assert f"verwijder '{folder / 'stuk.toml'}'" in broken
    assert _run("layouts") == 0
    told = capsys.readouterr()
    assert "goed" in told.out
    assert "eigen" in told.out
    assert told.err.count("Let op:") == 2


def test_the_layouts_are_listed_for_machines_too(capsys: pytest.CaptureFixture[str]) -> None:
    save_layout(LAYOUT, "Goed")
    assert _run("layouts", "--json") == 0
    listed = {entry["layout"]: entry for entry in json.loads(capsys.readouterr().out)}
    assert listed["goed"] == {
        "layout": "goed",
        "title": "Goed",
        "own": True,
        "columns": ["Gemeente", "Jaar"],
    }
    assert not listed["iv3"]["own"]


def test_a_layout_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("import", "x.csv", "--dry-run", "--layout", str(tmp_path / "weg.toml")) == 2
    assert "weg.toml' bestaat niet." in capsys.readouterr().err
    (tmp_path / "mijn.toml").write_text(written_layout(LAYOUT), encoding="utf-8")
    found = layout_named(str(tmp_path / "mijn.toml"))
    assert isinstance(found, Layout)
    assert found.key == "mijn"


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    assert isinstance(ended.value.code, int)
    return ended.value.code
