"""A layout is data: a file in data/layouts, recognised by its headings, refused by name when wrong."""

from pathlib import Path

import pytest

from raadsapp import paths
from raadsapp.content.loading import load
from raadsapp.domain.period import Period
from raadsapp.errors import UserError
from raadsapp.export.figures import COLUMNS
from raadsapp.intake.applying import apply
from raadsapp.intake.headings import Header
from raadsapp.intake.layouts import Layout, load_layouts
from raadsapp.intake.recognition import recognise
from raadsapp.intake.sheets import DeliveredFile, Sheet

MINIMAL = """
title = "Proef"
columns = ["gemeente", "jaar", "aantal"]
decimal = ","
status = "definitief"
[municipality]
column = "gemeente"
[period]
column = "jaar"
[[value]]
column = "aantal"
series = "jongeren"
"""
TABLE = Sheet("x.csv", (("Gemeente ", "JAAR", "aantal", ""), ("Heerlen", "2019", "1", "")))


def _recognise(sheet: Sheet, layouts: tuple[Layout, ...], wanted: str | None) -> tuple[Layout, Header]:
    layout, ((found, header),) = recognise(DeliveredFile("x.csv", "", (sheet,)), layouts, wanted)
    assert found is sheet
    return layout, header


def _layouts(folder: Path, **texts: str) -> tuple[Layout, ...]:
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return load_layouts(folder)


def test_the_shipped_layouts_name_series_of_the_dossier_only() -> None:
    series = {series.key for series in load(paths.data_dir()).series}
    layouts = {layout.key: layout for layout in load_layouts(paths.data_dir() / "layouts")}
    assert {"iv3", "kwartaalrapport", "long", "statline", "statline-wijken"} <= set(layouts)
    assert {value.series for layout in layouts.values() for value in layout.value} - {""} <= series
    assert all(value.factor == 1000 for value in layouts["iv3"].value)


def test_the_long_layout_reads_exactly_the_headings_that_the_export_writes() -> None:
    long = next(layout for layout in load_layouts(paths.data_dir() / "layouts") if layout.key == "long")
    fields = (
        long.indicator,
        long.municipality,
        long.period,
        long.breakdown,
        long.value[0],
        long.unit,
        long.standing,
        long.origin,
    )
    read = [field.column for field in fields if field]
    assert [*read, *long.unread] == [column.heading for column in COLUMNS]


def test_headings_are_recognised_without_case_and_spaces_and_below_notes(tmp_path: Path) -> None:
    layouts = _layouts(tmp_path, proef=MINIMAL)
    layout, header = _recognise(TABLE, layouts, None)
    assert (layout.key, header.row, header.column(" Jaar"), header.column("bron")) == ("proef", 0, 1, None)
    below = Sheet("x.csv", (("Cijfers 2019",), (), *TABLE.rows))
    assert _recognise(below, layouts, None)[1].row == 2


def test_the_layout_with_most_headings_goes_first_and_a_tie_is_asked(tmp_path: Path) -> None:
    less = MINIMAL.replace('["gemeente", "jaar", "aantal"]', '["gemeente", "jaar"]')
    layouts = _layouts(tmp_path, meer=MINIMAL, minder=less)
    assert _recognise(TABLE, layouts, None)[0].key == "meer"
    assert _recognise(TABLE, layouts, "minder")[0].key == "minder"
    with pytest.raises(UserError, match="passen meer indelingen: meer, ook"):
        _recognise(TABLE, _layouts(tmp_path, meer=MINIMAL, ook=MINIMAL), None)


def test_what_fits_no_layout_is_refused_with_what_was_looked_for(tmp_path: Path) -> None:
    layouts = _layouts(tmp_path, proef=MINIMAL)
    other = Sheet("x.csv", (("a", "b"), ("1", "2")))
    with pytest.raises(UserError, match=r"kolomnamen gemeente, jaar en aantal \(proef\)"):
        _recognise(other, layouts, None)
    with pytest.raises(UserError, match=r"geen indeling 'iets'\. Kies uit: proef"):
        _recognise(TABLE, layouts, "iets")
    twice = Sheet("x.csv", (("gemeente", "jaar", "aantal", "Jaar"),))
    with pytest.raises(UserError, match="kolom 'jaar' twee keer"):
        _recognise(twice, layouts, None)


def test_a_folder_without_layouts_is_refused_and_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="geen enkele indeling") as caught:
        load_layouts(tmp_path / "layouts")
    assert str(tmp_path / "layouts") in caught.value.message


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('title = "Proef"', 'title = "Proef', "regel 2, teken"),
        ('title = "Proef"', 'titel = "Proef"', "titel"),
        ('decimal = ","', 'decimal = "x"', "decimal"),
        ('status = "definitief"', 'status = "zeker"', "status"),
        ('column = "jaar"', "column = 1", "period"),
        ('column = "jaar"', 'column = "jaar"\nfile_name = "(2"', "patroon"),
        ('column = "jaar"', 'column = "jaar"\nfile_name = "2019"', "geen groep"),
        ('series = "jongeren"', "", "series nodig"),
        ('series = "jongeren"', 'series = "jongeren"\nvariant = "rekening"', "noemt een variant"),
        ('columns = ["gemeente", "jaar", "aantal"]', "columns = []", "niet leeg"),
        ('title = "Proef"', 'title = "Proef"\nheading_rows = 7', "heading_rows"),
        ('[period]\ncolumn = "jaar"', "", "municipality en period"),
        ('[[value]]\ncolumn = "aantal"\nseries = "jongeren"', "", "mogen niet leeg"),
        ('column = "jaar"', 'cell = "1A"', "geen cel"),
        ('column = "jaar"', 'column = "jaar"\nfill = "other"\nunknown = "skip"', "laat unknown weg"),
        ('column = "jaar"', 'example = "x.csv"', "waar dit staat"),
        ('column = "jaar"', 'column = "jaar"\nskip_pattern = "("', "patroon"),
        ('column = "jaar"', 'column = "jaar"\nskip_pattern = "(a+)+b"', "herhaalt een groep"),
        ('column = "jaar"', 'column = "jaar"\npattern = ".*.*.+.*(x)"', "hooguit 3 keer"),
        ('column = "jaar"', 'column = "jaar"\npattern = "(?:[)]|(.))*"', "herhaalt een groep"),
        ('column = "jaar"', 'column = "jaar"\npattern = "(a{99999999999999999999})"', "geen geldig patroon"),
        ('title = "Proef"', f"title = {'[' * 5000}{']' * 5000}", "te veel in elkaar"),
        ('title = "Proef"', f"title = {'9' * 5000}", "4300"),
        ('column = "aantal"', 'column = "aantal"\npattern = "aantal"', "column of een pattern"),
        ('column = "aantal"', 'column = "aantal"\nfactor = 0', "factor"),
        (
            "[[value]]",
            '[breakdown]\ncolumn = "x"\ndimension = "x"\nkind = [{ dimension = "y" }]\n[[value]]',
            "niet allebei",
        ),
        (
            "[[value]]",
            '[breakdown]\nheading = "(.+)"\nkind = [{ dimension = "y", since = 2025 }]\n[[value]]',
            "vraagt een column",
        ),
    ],
)
def test_a_broken_layout_file_is_refused_by_name_and_fault(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    with pytest.raises(UserError, match=r"proef\.toml") as caught:
        _layouts(tmp_path, proef=MINIMAL.replace(old, new, 1))
    assert reason in caught.value.message


def test_a_pattern_may_look_for_brackets_and_stars_themselves(tmp_path: Path) -> None:
    pattern = r"pattern = '(jaar)(?:\)*| [)*+]+)?'"
    (layout,) = _layouts(tmp_path, proef=MINIMAL.replace('column = "jaar"', f'column = "jaar"\n{pattern}'))
    assert layout.period is not None
    assert layout.period.pattern.startswith("(jaar)")


def test_of_a_file_name_the_first_group_counts(tmp_path: Path) -> None:
    text = MINIMAL.replace('column = "jaar"', "file_name = '(20[0-9]{2})-(kw)'")
    layouts = _layouts(tmp_path, proef=text.replace('"gemeente", "jaar", ', '"gemeente", '))
    sheet = Sheet("2019-kw.csv", (("Gemeente", "aantal"), ("Heerlen", "1")))
    reading = apply(DeliveredFile("2019-kw.csv", "", (sheet,)), layouts, None, load(paths.data_dir()))
    assert [entry.observation.key.period for entry in reading.entries] == [Period(2019)]


def test_a_code_without_the_group_of_its_kind_is_unknown(tmp_path: Path) -> None:
    breakdown = """[breakdown]
column = "wijk"
kind = [{ dimension = "wijk", pattern = "WK([0-9]+)?" }]
[[value]]"""
    layouts = _layouts(tmp_path, proef=MINIMAL.replace("[[value]]", breakdown))
    rows = (
        ("gemeente", "jaar", "wijk", "aantal"),
        ("Heerlen", "2019", "WK01", "1"),
        ("Heerlen", "2019", "WK", "2"),
    )
    reading = apply(
        DeliveredFile("x.csv", "", (Sheet("x.csv", rows),)), layouts, None, load(paths.data_dir())
    )
    assert [entry.observation.key.breakdown for entry in reading.entries] == ["wijk=01"]
    assert [(found.row, found.column) for found in reading.findings if "WK" in found.fault.message] == [
        (2, 2)
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"title = 'Proef'\ntitel = 1", "de app kent de instelling 'titel' niet"),
        (b"title = 'Proef'", "de instelling 'columns' ontbreekt"),
        (b"title = 3\ncolumns = ['a']", "bij 'title': daar staat iets anders dan wat er hoort"),
        (b"title = '\xe9'", "geen tekst in UTF-8"),
    ],
)
def test_what_is_wrong_with_a_layout_file_is_said_in_dutch(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "proef.toml").write_bytes(content)
    with pytest.raises(UserError, match=reason):
        load_layouts(tmp_path)
    (tmp_path / "proef.toml").unlink()
    (tmp_path / "proef.toml").mkdir()
    with pytest.raises(UserError, match="het is niet te lezen"):
        load_layouts(tmp_path)
