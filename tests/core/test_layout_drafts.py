"""A clerk points out what stands where in a file no layout knows; the layout of it works anywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from raadsapp import paths
from raadsapp.cli.main import main
from raadsapp.domain.observation import Observation
from raadsapp.domain.period import PeriodKind
from raadsapp.errors import UserError
from raadsapp.intake.cells import text_of
from raadsapp.services import deliveries
from raadsapp.services.layout_building import layout_of, readable_headings
from raadsapp.services.layout_drafts import NOWHERE, Draft, Part, Place, ValueColumn, Where, missing
from raadsapp.services.layout_guesses import guess, guess_below
from raadsapp.services.layout_headings import holds_figures
from raadsapp.services.layout_tables import Table, tables_of
from raadsapp.services.layouts import save_layout
from raadsapp.services.opening import Session
from tests.core.unknown_files import LONG, NOTED, SEVERAL, WIDE, Rows
from tests.core.workbook_files import xlsx

Facts = set[tuple[str, str, str, str, float]]
Written = tuple[Path, Draft, Facts]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Layouts that are saved go to a folder of the test's own."""
    monkeypatch.setattr(paths, "user_data_dir", lambda: tmp_path / "home")


def _csv(folder: Path, name: str, rows: Rows) -> Path:
    path = folder / name
    lines = (";".join(text_of(cell) for cell in row) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _table(path: Path) -> Table:
    return tables_of(path)[-1]


def _facts(observations: Sequence[Observation]) -> Facts:
    return {
        (it.key.indicator, it.key.municipality, it.key.period.code, it.key.breakdown, it.value)
        for it in observations
    }


def _read(session: Session, path: Path, draft: Draft) -> Facts:
    layout = layout_of(draft, _table(path), session.catalog)
    return _facts(deliveries.preview(session, path, layout).observations)


def _kinds(folder: Path, session: Session) -> Iterator[Written]:
    """Every kind of file, what the clerk makes of it, and what it says."""
    wide = _csv(folder, "breed.csv", WIDE)
    yield (
        wide,
        guess(_table(wide), session.catalog),
        {
            ("IND-03", "GM0917", "2018JJ00", "soort hulp=Ambulant", 410),
            ("IND-03", "GM0917", "2019JJ00", "soort hulp=Ambulant", 425),
            ("IND-03", "GM0917", "2020JJ00", "soort hulp=Ambulant", 433),
            ("IND-03", "GM0917", "2018JJ00", "soort hulp=Dagbehandeling", 31),
            ("IND-03", "GM0917", "2020JJ00", "soort hulp=Dagbehandeling", 28),
        },
    )
    long = _csv(folder, "lang.csv", LONG)
    guessed = guess(_table(long), session.catalog)
    yield (
        long,
        guessed.with_place(Part.INDICATOR, Place(Where.TEXT, text="IND-06")),
        {
            ("IND-06", "GM0917", "2019KW01", "", 7.5),
            ("IND-06", "GM0882", "2019KW01", "", 6),
            ("IND-06", "GM0986", "2019KW01", "", 8.25),
        },
    )
    several = _csv(folder, "meer.csv", SEVERAL)
    yield (
        several,
        guess(_table(several), session.catalog),
        {
            (series, code, f"{year}JJ00", "", value)
            for year, values in ((2018, (410, 4.5, 190, 5)), (2019, (425, 4, 201, 6.5)))
            for (code, series), value in zip(
                ((code, series) for code in ("GM0917", "GM0882") for series in ("IND-03", "IND-08")),
                values,
                strict=True,
            )
        },
    )
    noted = folder / "noten.xlsx"
    noted.write_bytes(xlsx({"Toelichting": (("Zo leest u dit",),), "Kwartalen": NOTED}))
    yield (
        noted,
        guess(_table(noted), session.catalog),
        {
            (series, code, f"2019KW0{quarter}", "", value)
            for code, series, values in (
                ("GM0917", "IND-03", (410, 420)),
                ("GM0917", "IND-08", (4.5, 5)),
                ("GM0882", "IND-03", (190, 188)),
                ("GM0882", "IND-08", (3, 2.5)),
            )
            for quarter, value in enumerate(values, start=1)
        },
    )


def test_every_kind_of_file_is_read_as_pointed_out_and_by_the_layout_that_was_kept(
    shipped_session: Session, tmp_path: Path
) -> None:
    for path, draft, facts in _kinds(tmp_path, shipped_session):
        with pytest.raises(UserError, match="Geen enkele indeling past"):
            deliveries.preview(shipped_session, path)
        assert _read(shipped_session, path, draft) == facts
        layout = layout_of(draft, _table(path), shipped_session.catalog)
        kept = save_layout(layout, f"Proef {path.stem}")
        again = deliveries.preview(shipped_session, path)
        assert (again.layout, again.title) == (kept.key, f"Proef {path.stem}")
        assert _facts(again.observations) == facts


def test_the_command_line_reads_with_a_kept_layout_what_the_window_showed(
    shipped_session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, draft, facts = next(_kinds(tmp_path, shipped_session))
    kept = save_layout(layout_of(draft, _table(path), shipped_session.catalog), "Breed per jaar")
    store, file = tmp_path / "cli.raadsapp", tmp_path / "home" / "indelingen" / "breed-per-jaar.toml"
    for named in (kept.key, str(file)):
        with pytest.raises(SystemExit) as ended:
            main(["import", str(path), "--layout", named, "--dry-run", "--store", str(store)])
        assert ended.value.code == 0
        assert f"{len(facts)} waarden: {len(facts)} nieuw" in capsys.readouterr().out


def test_a_municipality_and_period_are_found_in_names_of_file_and_sheet(
    shipped_session: Session, tmp_path: Path
) -> None:
    rows = (("Wat", "Aantal"), ("Jongeren met Basishulp", "12"), ("Uitval", "4"))
    path = _csv(tmp_path, "cijfers_Heerlen_2019-K2.csv", rows)
    draft = guess(_table(path), shipped_session.catalog)
    assert draft.place(Part.MUNICIPALITY) == draft.place(Part.PERIOD) == Place(Where.FILE)
    facts = {("IND-03", "GM0917", "2019KW02", "", 12), ("IND-08", "GM0917", "2019KW02", "", 4)}
    assert _read(shipped_session, path, draft) == facts
    save_layout(layout_of(draft, _table(path), shipped_session.catalog), "Per bestand")
    other = _csv(tmp_path, "cijfers_Landgraaf_2020-K4.csv", rows)
    codes = {
        (it.key.municipality, it.key.period.code)
        for it in deliveries.preview(shipped_session, other).observations
    }
    assert codes == {("GM0882", "2020KW04")}
    book = tmp_path / "boek.xlsx"
    book.write_bytes(xlsx({"Voerendaal 2021": (("Wat", "Aantal"), ("Uitval", 4.0), ("Stapeling", 3.0))}))
    sheet = guess(_table(book), shipped_session.catalog)
    assert sheet.place(Part.MUNICIPALITY) == sheet.place(Part.PERIOD) == Place(Where.SHEET)
    assert ("IND-08", "GM0986", "2021JJ00", "", 4) in _read(shipped_session, book, sheet)


def test_thousands_totals_source_sign_and_days_are_guessed(shipped_session: Session, tmp_path: Path) -> None:
    rows = (
        ("Gemeente", "Peildatum", "Kosten (x 1.000 euro)", "Soort"),
        ("Heerlen", "31-3-2019", "1.250,5", "a"),
        ("Heerlen", "31-3-2019", "800", "b"),
        ("Landgraaf", "30-6-2019", "400,25", "a"),
        ("Totaal", "30-6-2019", "2450,75", "a"),
        ("Regio Parkstad", "30-6-2019", "2450,75", "a"),
        ("Bron: Sociaal domein",),
    )
    draft = guess(_table(_csv(tmp_path, "kosten.csv", rows)), shipped_session.catalog)
    assert draft.values == (ValueColumn(2, factor=1000.0),)
    assert (draft.decimal, draft.days, draft.skip) == (",", PeriodKind.QUARTER, ("Regio Parkstad",))
    assert (draft.source, draft.dimension) == ("Sociaal domein", "soort")
    assert draft.guessed == {Part.MUNICIPALITY, Part.PERIOD, Part.BREAKDOWN}


@pytest.mark.parametrize(
    ("months", "kind"),
    [(("01", "02"), PeriodKind.MONTH), (("12", "12"), PeriodKind.YEAR), (("03", "06"), PeriodKind.QUARTER)],
)
def test_days_stand_for_the_shortest_period_that_their_months_tell(
    shipped_session: Session, tmp_path: Path, months: tuple[str, str], kind: PeriodKind
) -> None:
    rows = (("Gemeente", "Dag", "IND-03"), *(("Heerlen", f"2019-{month}-28", "7") for month in months))
    assert guess(_table(_csv(tmp_path, "dagen.csv", rows)), shipped_session.catalog).days is kind


def test_one_value_may_hold_for_the_whole_file(shipped_session: Session, tmp_path: Path) -> None:
    path = _csv(tmp_path, "kaal.csv", (("Wat", "Aantal"), ("x", "12")))
    draft = Draft(headings=(0, 0)).with_values((1,))
    for part, text in ((Part.MUNICIPALITY, "GM0917"), (Part.PERIOD, "2019-K1"), (Part.INDICATOR, "IND-03")):
        draft = draft.with_place(part, Place(Where.TEXT, text=text))
    assert missing(draft) == ()
    assert _read(shipped_session, path, draft) == {("IND-03", "GM0917", "2019KW01", "", 12)}


def test_what_is_still_to_be_said_is_asked_one_after_the_other(
    shipped_session: Session, tmp_path: Path
) -> None:
    table = _table(_csv(tmp_path, "kaal.csv", (("Wat", "Aantal"), ("x", "12"))))
    draft = Draft(headings=(0, 0))
    with pytest.raises(UserError, match="Wijs de kolommen met cijfers aan"):
        layout_of(draft, table, shipped_session.catalog)
    assert len(missing(draft)) == 4
    draft = draft.with_values((1,)).with_place(Part.INDICATOR, Place(Where.HEADINGS))
    assert "Kies bij elke kolom met cijfers de indicator of reeks." in missing(draft)
    draft = draft.with_place(Part.PERIOD, Place(Where.TEXT))
    assert "Vul in wat voor het hele bestand geldt." in missing(draft)


def test_a_column_is_about_one_thing(shipped_session: Session, tmp_path: Path) -> None:
    draft = guess(_table(_csv(tmp_path, "lang.csv", LONG)), shipped_session.catalog)
    there = draft.with_place(Part.PERIOD, Place(Where.COLUMN, 0))
    assert there.place(Part.MUNICIPALITY) == NOWHERE
    assert Part.PERIOD not in there.guessed
    assert draft.with_values((0, 2)).place(Part.MUNICIPALITY) == NOWHERE
    assert draft.with_place(Part.BREAKDOWN, Place(Where.COLUMN, 2)).values == ()
    assert draft.without_columns((0, 2)).values == ()


def test_the_clerk_may_say_which_rows_hold_the_headings(shipped_session: Session, tmp_path: Path) -> None:
    path = _csv(tmp_path, "meer.csv", SEVERAL)
    table = _table(path)
    draft = guess_below(table, (2, 2), shipped_session.catalog)
    assert draft.headings == (2, 2)
    assert draft.place(Part.PERIOD) == Place(Where.COLUMN, 0)
    assert {value.series for value in draft.values} == {"IND-03", "IND-08"}
    assert readable_headings(draft, table) == ""
    assert "ten hoogste 6 rijen" in readable_headings(replace(draft, headings=(0, 6)), table)
    with pytest.raises(UserError, match="geen kolomnamen"):
        layout_of(_whole(replace(draft, headings=(20, 20))), table, shipped_session.catalog)


def test_a_column_without_a_name_is_called_by_its_letter(shipped_session: Session, tmp_path: Path) -> None:
    rows = (("Cijfers", "", ""), ("", "2019", "2020"), ("Heerlen", "12", "3"), ("Landgraaf", "4", "5"))
    path = _csv(tmp_path, "kaal.csv", rows)
    draft = guess(_table(path), shipped_session.catalog)
    assert draft.place(Part.MUNICIPALITY) == Place(Where.COLUMN, 0)
    draft = draft.with_place(Part.INDICATOR, Place(Where.TEXT, text="IND-03"))
    layout = layout_of(draft, _table(path), shipped_session.catalog)
    assert layout.municipality is not None
    assert layout.municipality.column == "kolom A"
    assert {fact[1:] for fact in _read(shipped_session, path, draft)} == {
        ("GM0917", "2019JJ00", "", 12),
        ("GM0917", "2020JJ00", "", 3),
        ("GM0882", "2019JJ00", "", 4),
        ("GM0882", "2020JJ00", "", 5),
    }


def test_a_column_beside_the_names_and_headings_without_a_period_are_refused(
    shipped_session: Session, tmp_path: Path
) -> None:
    path = _csv(tmp_path, "kaal.csv", (("", "Aantal", "Deel"), ("x", "12", "3", "4")))
    table = _table(path)
    draft = _whole(Draft(headings=(0, 0)).with_values((3,)))
    with pytest.raises(UserError, match="Kolom D staat naast de kolomnamen"):
        layout_of(draft, table, shipped_session.catalog)
    draft = _whole(Draft(headings=(0, 0)).with_values((1, 2))).with_place(Part.PERIOD, Place(Where.HEADINGS))
    with pytest.raises(UserError, match="Niet elke kolom met cijfers heeft een periode"):
        layout_of(draft, table, shipped_session.catalog)


def test_breakdowns_may_stand_above_the_values_and_periods_among_other_words(
    shipped_session: Session, tmp_path: Path
) -> None:
    path = _csv(tmp_path, "vorm.csv", (("Gemeente", "Zorg 2019", "Zorg 2020"), ("Heerlen", "12", "3")))
    draft = guess(_table(path), shipped_session.catalog)
    draft = draft.with_place(Part.INDICATOR, Place(Where.TEXT, text="IND-03"))
    facts = {("IND-03", "GM0917", "2019JJ00", "", 12), ("IND-03", "GM0917", "2020JJ00", "", 3)}
    assert _read(shipped_session, path, draft) == facts
    draft = replace(draft.with_place(Part.PERIOD, Place(Where.TEXT, text="2019")), dimension="vorm")
    draft = draft.with_place(Part.BREAKDOWN, Place(Where.HEADINGS))
    assert {fact[3] for fact in _read(shipped_session, path, draft)} == {"vorm=Zorg 2019", "vorm=Zorg 2020"}


def test_a_text_without_figures_is_no_table(tmp_path: Path) -> None:
    assert not holds_figures(_table(_csv(tmp_path, "namen.csv", (("naam", "adres"), ("x", "y")))))
    assert holds_figures(_table(_csv(tmp_path, "lang.csv", LONG)))


def _whole(draft: Draft) -> Draft:
    """The draft with all that is not in a table said once."""
    for part, text in ((Part.MUNICIPALITY, "GM0917"), (Part.PERIOD, "2019"), (Part.INDICATOR, "IND-03")):
        draft = draft.with_place(part, Place(Where.TEXT, text=text))
    return draft if draft.values else draft.with_values((0,))
