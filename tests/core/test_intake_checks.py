"""Figures that contradict each other, or cannot be, are pointed at in the file they came in."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp import paths
from raadsapp.content.loading import load
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.problem import Problem, Severity
from raadsapp.intake.applying import Reading, apply
from raadsapp.intake.layouts import load_layouts
from raadsapp.intake.sheets import DeliveredFile, Sheet
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.services import deliveries
from raadsapp.services.deliveries import Preview
from raadsapp.services.opening import Session, open_session
from tests.core.workbook_files import xlsx

HEADER = "indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron"
LAYOUTS = load_layouts(paths.data_dir() / "layouts")
CATALOG = load(paths.data_dir())
TODAY = date(2022, 5, 1)
AGES = ("0 tot en met 3", "4 tot en met 11", "12 tot en met 17", "18 tot en met 22")


@pytest.fixture(scope="module")
def _opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    opened = open_session(tmp_path_factory.mktemp("checks") / "d.raadsapp", paths.data_dir())
    yield opened
    opened.close()


@pytest.fixture
def session(_opened: Session) -> Iterator[Session]:
    """A session on the shipped dossier, without deliveries of earlier tests."""
    yield _opened
    for batch in deliveries.batches(_opened):
        if not batch.withdrawn and batch.imported_by == "Toets":
            deliveries.withdraw(_opened, batch.number, "Toets")


def _rows(*rows: str) -> str:
    return "\n".join((HEADER, *(f"{row};;;" for row in rows))) + "\n"


def _preview(session: Session, folder: Path, *rows: str, name: str = "levering.csv") -> Preview:
    path = folder / name
    path.write_text(_rows(*rows), encoding="utf-8")
    return deliveries.preview(session, path)


def _deliver(session: Session, folder: Path, *rows: str) -> None:
    preview = _preview(session, folder, *rows, name="eerder.csv")
    deliveries.commit(session, preview, "Toets")


def _read(*rows: str, catalog: Catalog = CATALOG) -> Reading:
    table = tuple(tuple(row.split(";")) for row in (HEADER, *(f"{row};;;" for row in rows)))
    file = DeliveredFile("levering.csv", "", (Sheet("levering.csv", table),))
    return apply(file, LAYOUTS, None, catalog, today=TODAY)


def _found(*rows: str) -> list[tuple[str, str]]:
    return [(problem.code, problem.cell) for problem in _problems(*rows)]


def _problems(*rows: str) -> list[Problem]:
    return [finding.problem() for finding in _read(*rows).findings]


def _codes(preview: Preview) -> list[tuple[str, str]]:
    return [(problem.code, problem.cell) for problem in preview.problems]


def _ages(total: int | str, *parts: int | str, period: str = "2019-Q1") -> list[str]:
    about = f"IND-03;Heerlen;{period}"
    ages = (f"{about};leeftijdsgroep={age};{part}" for age, part in zip(AGES, parts, strict=False))
    return [f"{about};;{total}", *ages]


def test_a_total_that_is_not_its_parts_together_is_warned_about() -> None:
    assert _found(*_ages(100, 10, 40, 30, 20)) == []
    (problem,) = _problems(*_ages(101, 10, 40, 30, 20))
    assert (problem.code, problem.cell, problem.severity) == ("total-differs", "E2", Severity.WARNING)
    assert problem.message.startswith("Het totaal is 101, maar de delen naar leeftijdsgroep zijn samen 100.")


def test_with_a_part_suppressed_or_missing_only_too_much_is_noticed() -> None:
    assert _found(*_ages(100, "<10", 40, 30, 20)) == [("suppressed", "E3")]
    assert _found(*_ages(100, "", 40, 30, 20)) == [("missing", "E3")]
    found = _problems(*_ages(80, "<10", 40, 30, 20))
    assert [(problem.code, problem.cell) for problem in found] == [
        ("suppressed", "E3"),
        ("total-differs", "E2"),
    ]
    assert "die bekend zijn, zijn samen al 90" in found[1].message


def test_a_part_that_another_municipality_does_have_may_be_left_out() -> None:
    heerlen = _ages(100, 10, 40, 30, 20)
    voerendaal = [row.replace("Heerlen", "Voerendaal") for row in _ages(30, 10, 10, 5)]
    assert _found(*heerlen, *voerendaal) == []


def test_parts_are_held_against_a_total_that_was_delivered_before(session: Session, tmp_path: Path) -> None:
    total, *parts = _ages(100, 10, 40, 30, 21)
    _deliver(session, tmp_path, total)
    assert _codes(_preview(session, tmp_path, *parts)) == [("total-differs", "E2")]
    assert _codes(_preview(session, tmp_path, *parts[:3])) == [("total-differs", "E2")]
    assert _codes(_preview(session, tmp_path, parts[0])) == []


def test_a_corrected_part_is_held_against_what_was_delivered_before(session: Session, tmp_path: Path) -> None:
    _deliver(session, tmp_path, *_ages(100, 10, 40, 30, 20))
    total, first, *_ = _ages(99, 9, 40, 30, 20)
    assert _codes(_preview(session, tmp_path, first)) == [("total-differs", "E2")]
    assert _codes(_preview(session, tmp_path, total)) == [("total-differs", "E2")]
    assert _codes(_preview(session, tmp_path, total, first)) == []


def test_parts_with_other_names_than_before_are_not_added_to_those(session: Session, tmp_path: Path) -> None:
    _deliver(session, tmp_path, *_ages(100, 10, 40, 30, 20))
    about = "IND-03;Heerlen;2019-Q1;leeftijdsgroep"
    young = [f"{about}=0-11;50", f"{about}=12-22;50"]
    assert _codes(_preview(session, tmp_path, *young)) == []
    assert _codes(_preview(session, tmp_path, young[0], f"{about}=12-22;51")) == [("total-differs", "E2")]


def test_a_part_of_what_is_counted_is_not_more_than_that() -> None:
    rows = ["IND-07;Heerlen;2019-Q1;;40", "IND-07;Heerlen;2019-Q1;duur=langer dan 10 weken;41"]
    (problem,) = _problems(*rows)
    assert (problem.code, problem.cell) == ("part-over-total", "E3")
    assert "Dit deel is 41, maar het geheel is 40" in problem.message
    assert _found(rows[0], rows[1].replace("41", "40")) == []


def test_a_percentage_that_no_number_of_trajectories_gives_is_warned_about() -> None:
    stopped = "IND-05;Heerlen;2019-Q1;;40"
    assert _found(stopped, "IND-08;Heerlen;2019-Q1;;12,5") == []
    (problem,) = _problems(stopped, "IND-08;Heerlen;2019-Q1;;11,1")
    assert (problem.code, problem.cell) == ("share-differs", "E3")
    assert problem.message.startswith("11,1% van 40 is geen heel aantal.")


def test_a_percentage_of_those_of_a_year_earlier_is_not_held_against_those_of_now() -> None:
    assert _found("IND-05;Heerlen;2019;;40", "IND-11;Heerlen;2019;;11,1") == []


def test_those_who_broke_off_are_no_more_than_those_whom_one_side_let_stop() -> None:
    rows = ["IND-05;Heerlen;2019-Q1;;40", "IND-05;Heerlen;2019-Q1;reden=door één kant;4"]
    assert _found(*rows, "IND-08;Heerlen;2019-Q1;;10") == []
    (problem,) = _problems(*rows, "IND-08;Heerlen;2019-Q1;;12,5")
    assert "12,5% van 40 is meer dan de 4 die bij 'reden=door één kant' staan" in problem.message


def test_a_share_is_held_against_a_count_that_was_delivered_before(session: Session, tmp_path: Path) -> None:
    _deliver(session, tmp_path, "IND-05;Heerlen;2019-Q1;;40", "IND-05;Heerlen;2019-Q1;hulpvorm=daghulp;8")
    about = "IND-08;Heerlen;2019-Q1"
    rows = (f"{about};;11,1", f"{about};hulpvorm=daghulp;25", f"{about};hulpvorm=ambulant;3,3")
    assert _codes(_preview(session, tmp_path, *rows)) == [("share-differs", "E2")]


def test_a_rate_per_thousand_fits_the_count_and_the_young_people_of_the_municipality() -> None:
    rate = "IND-03;Voerendaal;2019-Q1;maat=per 1.000 jongeren;{}"
    assert _found("IND-03;Voerendaal;2019-Q1;;210", rate.format("80,1")) == []
    (problem,) = _problems("IND-03;Voerendaal;2019-Q1;;210", rate.format("8,0"))
    assert (problem.code, problem.cell) == ("rate-differs", "E3")
    assert "in 2017 woonden er 2.711 jongeren" in problem.message
    assert (
        _found("IND-03;Amsterdam;2019-Q1;;210", rate.format("8,0").replace("Voerendaal", "Amsterdam")) == []
    )


def test_a_period_outside_the_contract_or_not_over_yet_is_warned_about() -> None:
    row = "IND-03;Heerlen;{};;40"
    assert _found(row.format("2022-Q1")) == []
    assert _found(row.format("2018-Q4")) == [("outside-contract", "E2")]
    assert _found(row.format("2022-Q2")) == [("future-period", "E2")]
    assert _found(row.format("2027-Q2")) == [("outside-contract", "E2")]


def test_a_budget_looks_ahead_one_year() -> None:
    row = "inwoners;Heerlen;{};;86.000,0"
    assert _found(row.format("2016")) == []
    assert _found(row.format("2023")) == []
    assert _found(row.format("2031")) == [("future-period", "E2")]


def test_a_provisional_figure_in_place_of_a_final_one_is_warned_about(
    session: Session, tmp_path: Path
) -> None:
    _deliver(session, tmp_path, "IND-06;Heerlen;2019-Q1;;6", "IND-06;Heerlen;2019-Q2;;7")
    path = tmp_path / "oud.csv"
    about = "IND-06;Heerlen;2019-Q{};;{};;{};"
    rows = (
        about.format(1, 6, "voorlopig"),
        about.format(2, 7, "definitief"),
        about.format(3, 8, "voorlopig"),
    )
    path.write_text("\n".join((HEADER, *rows)), encoding="utf-8")
    (problem,) = deliveries.preview(session, path).problems
    assert (problem.code, problem.cell, problem.severity) == ("older-than-known", "E2", Severity.WARNING)


def test_half_a_person_is_not_counted() -> None:
    (problem,) = _problems("IND-03;Heerlen;2019-Q1;;2,5")
    assert (problem.code, problem.severity) == ("no-whole-number", Severity.WARNING)
    assert _found("IND-03;Heerlen;2019-Q1;maat=per 1.000 jongeren;2,5") == []
    assert _found("IND-06;Heerlen;2019-Q1;;2,5") == []


def test_a_share_that_may_be_more_than_all_is_no_surprise() -> None:
    assert _found("IND-01;Heerlen;2019-Q1;;104,5") == []
    assert _found("IND-13;Heerlen;2019-HJ1;maat=langer dan 24 maanden;104,5") == [("over-hundred", "E2")]


def _quarters(*years: tuple[int, ...], indicator: str = "IND-04") -> list[str]:
    return [
        f"{indicator};Heerlen;{2019 + year}-Q{quarter};;{value}"
        for year, values in enumerate(years)
        for quarter, value in enumerate(values, start=1)
    ]


def test_a_series_that_rises_within_each_year_and_begins_again_looks_like_a_running_total() -> None:
    (problem,) = _problems(*_quarters((90, 180, 260, 350), (95, 190, 280, 400)))
    assert (problem.code, problem.cell) == ("year-to-date", "E9")
    assert "Deze reeks (Heerlen)" in problem.message
    assert "tot en met" in problem.message
    assert _found(*_quarters((90, 180, 260, 350))) == []
    assert _found(*_quarters((90, 95, 80, 99), (95, 90, 100, 97))) == []
    assert _found(*_quarters((90, 180, 260, 350), (95, 190, 280, 400), indicator="IND-03")) == []


def test_a_running_total_shows_across_deliveries(session: Session, tmp_path: Path) -> None:
    *before, last = _quarters((90, 180, 260, 350), (95, 190, 280, 400))
    _deliver(session, tmp_path, *before)
    assert _codes(_preview(session, tmp_path, last)) == [("year-to-date", "E2")]


def test_a_column_that_says_the_same_as_another_is_warned_about() -> None:
    header = ("Gemeenten", "Taakveld", "Baten", "Lasten")
    rows = [("Heerlen", f"0.{number} Veld", f"{number}.0", f"{number}.0") for number in range(1, 9)]
    file = DeliveredFile("2023_begroting.csv", "", (Sheet("x", (header, *rows)),))
    found = apply(file, LAYOUTS, None, CATALOG, today=TODAY).findings
    (same,) = [finding.problem() for finding in found if finding.fault.code == "same-column"]
    assert same.cell in {"C2", "D2"}
    assert "precies dezelfde waarden als kolom" in same.message


def test_a_task_field_that_is_not_its_parts_together_is_noted_with_the_difference() -> None:
    header = ("Gemeenten", "Taakveld", "Baten", "Lasten")
    rows = [
        ("Heerlen", "6.72 Maatwerk", "0.0", "90.0"),
        ("Heerlen", "6.72a Begeleiding", "5.0", "40.0"),
        ("Heerlen", "6.72b Behandeling", "5.0", "45.0"),
        ("Landgraaf", "6.72 Maatwerk", "0.0", "86.0"),
        ("Landgraaf", "6.72a Begeleiding", "5.0", "40.0"),
        ("Landgraaf", "6.72b Behandeling", "5.0", "45.0"),
    ]
    file = DeliveredFile("2023_begroting.csv", "", (Sheet("x", (header, *rows)),))
    found = apply(file, LAYOUTS, None, CATALOG, today=TODAY).findings
    (differs,) = [finding.problem() for finding in found if finding.fault.code == "parent-differs"]
    assert (differs.cell, differs.severity) == ("D2", Severity.NOTE)
    assert "Hier staat 90.000, maar de delen zijn samen 85.000 (verschil 5.000)" in differs.message


_COUNTS = st.lists(st.integers(0, 5000), min_size=4, max_size=4)


@given(_COUNTS)
@settings(max_examples=40, deadline=None)
def test_parts_that_are_their_total_never_warn(parts: list[int]) -> None:
    assert _found(*_ages(sum(parts), *parts)) == []


@given(_COUNTS, st.integers(0, 3), st.integers(1, 500))
@settings(max_examples=40, deadline=None)
def test_a_part_that_was_changed_always_warns(parts: list[int], changed: int, more: int) -> None:
    total = sum(parts)
    parts[changed] += more
    assert _found(*_ages(total, *parts)) == [("total-differs", "E2")]


@given(st.integers(1, 3000), st.integers(0, 3000), st.integers(0, 3))
@settings(max_examples=60, deadline=None)
def test_a_percentage_that_was_rounded_never_warns(of: int, some: int, decimals: int) -> None:
    share = format(100 * min(some, of) / of, f".{decimals}f").replace(".", ",")
    written = f"{share}0" if decimals == 3 else share  # three decimals may be thousands
    assert _found(f"IND-05;Heerlen;2019-Q1;;{of}", f"IND-08;Heerlen;2019-Q1;;{written}") in (
        [],
        [("fraction", "E3")],
    )


@pytest.mark.parametrize(
    ("cell", "code", "said"),
    [
        ("1-3", "looks-like-date", "lijkt op een datum"),
        ("2019-03-01 00:00:00", "looks-like-date", "typ het getal opnieuw"),
        ("1-mrt", "looks-like-date", "lijkt op een datum"),
        ("mrt-12", "looks-like-date", "lijkt op een datum"),
        ("12*", "footnote-mark", "Schrijf alleen 12 en zet de noot"),
        ("1.250¹", "footnote-mark", "Schrijf alleen het getal en"),
        ("1250¹", "footnote-mark", "Schrijf alleen 1250 en"),
        ("1.250 euro", "number-with-unit", "Schrijf alleen het getal, in de eenheid"),
        ("12 a)", "footnote-mark", "Schrijf alleen 12 en"),
        ("12 (schatting)", "number-with-words", "een getal met woorden erbij"),
        ("ca. 12", "number-with-words", "een getal met woorden erbij"),
        ("12 jongeren", "number-with-words", "een getal met woorden erbij"),
        ("(1.250)", "maybe-negative", "Schrijf -1.250, of alleen 1.250"),
        ("12-", "maybe-negative", "Schrijf -12, of alleen 12"),
        ("12,5 %", "number-with-unit", "Schrijf alleen 12,5, in de eenheid"),
        ("€ 5", "number-with-unit", "Schrijf alleen 5, in de eenheid"),
        ("1e5", "scientific", "Schrijf het hele getal, zonder E"),
        ("-1,5E+06", "scientific", "Schrijf het hele getal, zonder E"),
        ("########", "too-narrow", "Maak haar breder"),
        ("=SOM(E1:E2)", "formula-text", "Zet de uitkomst in de cel"),
        ("½", "not-a-number", "is geen getal"),
        ("12 34", "not-a-number", "is geen getal"),
        (",5", "not-a-number", "is geen getal"),
        ("veel", "not-a-number", "of n.b. als er geen waarde is"),
        ("#N/B", "failed-formula", "mislukt"),
    ],
)
def test_a_cell_that_is_no_number_says_what_it_looks_like(cell: str, code: str, said: str) -> None:
    (problem,) = _problems(f"IND-06;Heerlen;2019-Q1;;{cell}")
    assert (problem.code, problem.cell, problem.severity) == (code, "E2", Severity.BLOCKING)
    assert said in problem.message


def test_an_apostrophe_before_a_number_says_only_that_it_was_text() -> None:
    reading = _read("IND-06;Heerlen;2019-Q1;;'12,5")
    assert [entry.observation.value for entry in reading.entries] == [12.5]
    assert not reading.findings


EXAMPLES = sorted((paths.data_dir() / "examples").glob("*.xlsx"))
SHARED = Path(__file__).parents[2].parent / "shared" / "data"
_LIKELY = {"other-sheets", "missing", "suppressed"}


def test_the_invented_quarters_give_no_warning_at_all(session: Session) -> None:
    with WorkbookProcess() as workbooks:
        for path in EXAMPLES:
            preview = deliveries.preview(session, path, workbooks=workbooks)
            found = {(problem.severity, problem.code) for problem in preview.problems}
            assert found <= {(Severity.NOTE, code) for code in _LIKELY}, path.name
            deliveries.commit(session, preview, "Toets")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real sample files are not beside the project")
@pytest.mark.parametrize("pattern", ["iv3/*.csv", "cbs/heer*.csv", "cbs/statline*.csv"])
def test_real_files_give_notes_and_no_warnings(session: Session, pattern: str) -> None:
    paths_found = sorted(SHARED.glob(pattern))
    assert paths_found
    for path in paths_found:
        preview = deliveries.preview(session, path)
        assert {problem.severity for problem in preview.problems} == {Severity.NOTE}, path.name


TOWNS = ("Heerlen", "Landgraaf", "Voerendaal")


def _towns(indicator: str, *values: int | str, total: str = "Totaal") -> list[str]:
    places = zip((*TOWNS, total), values, strict=True)
    return [f"{indicator};{town};2019-Q1;;{value}" for town, value in places]


def test_a_row_of_all_municipalities_is_not_imported_and_says_so() -> None:
    reading = _read(*_towns("IND-03", 300, 120, 40, 460))
    assert [finding.fault.code for finding in reading.findings] == ["total-row"]
    assert len(reading.entries) == 3
    assert reading.entries.observation(2).key.municipality == "GM0986"


@pytest.mark.parametrize("total", ["totaal", "Totaal gemeenten", "Alle gemeenten", "de drie gemeenten samen"])
def test_a_total_that_is_not_its_municipalities_together_is_warned_about(total: str) -> None:
    differs, note = _problems(*_towns("IND-03", 300, 120, 40, 470, total=total))
    assert (differs.code, differs.cell, differs.severity) == ("together-differs", "E5", Severity.WARNING)
    assert differs.message.startswith(
        "Hier staat 470 voor de gemeenten samen, maar hun eigen cijfers zijn samen 460."
    )
    assert (note.code, note.cell) == ("total-row", "E5")


def test_a_total_with_a_municipality_missing_or_hidden_says_nothing() -> None:
    assert _found(*_towns("IND-03", 300, 120, "<10", 470)) == [("suppressed", "E4"), ("total-row", "E5")]
    assert _found("IND-03;Heerlen;2019-Q1;;300", "IND-03;Totaal;2019-Q1;;460") == [("total-row", "E3")]


def test_amounts_that_were_rounded_may_differ_a_little_from_their_total() -> None:
    assert _found(*_towns("IND-02", "1000,4", "200,4", "50,4", "1251,3")) == [("total-row", "E5")]
    assert _found(*_towns("IND-02", 1000, 200, 50, 1252)) == [("total-row", "E5")]
    assert ("together-differs", "E5") in _found(*_towns("IND-02", 1000, 200, 50, 1290))


def test_a_share_of_all_lies_between_those_of_the_municipalities() -> None:
    assert _found(*_towns("IND-08", 12, 20, 15, 14)) == [("total-row", "E5")]
    differs, _ = _problems(*_towns("IND-08", 12, 20, 15, 25))
    assert differs.code == "together-differs"
    assert "zelf hebben zij 12 tot en met 20" in differs.message


def test_a_figure_of_the_area_is_kept_and_held_against_its_municipalities() -> None:
    rows = _towns("IND-03", 300, 120, 40, 999)[:3]
    fine = _read(*rows, "IND-03;Heerlen;2019-Q1;gebied=samen;460")
    assert ([*fine.findings], len(fine.entries)) == ([], 4)
    assert ("together-differs", "E5") in _found(*rows, "IND-03;Heerlen;2019-Q1;gebied=samen;560")
    assert _found("IND-21;Voerendaal;2019-Q1;gebied=samen;3,1") == []


@given(st.lists(st.integers(1, 5000), min_size=3, max_size=3))
def test_a_total_of_counts_never_warns(counts: list[int]) -> None:
    assert _found(*_towns("IND-03", *counts, sum(counts))) == [("total-row", "E5")]


def test_a_row_of_all_parts_is_the_figure_itself() -> None:
    (whole,) = _read("IND-05;Heerlen;2019-Q1;hulpvorm=Totaal;30").entries
    assert whole.observation.key.breakdown == ""
    parts = ("IND-05;Heerlen;2019-Q1;hulpvorm=ambulant;20", "IND-05;Heerlen;2019-Q1;hulpvorm=verblijf;9")
    assert _found("IND-05;Heerlen;2019-Q1;hulpvorm=totaal;30", *parts) == [("total-differs", "E2")]
    assert _found("IND-05;Heerlen;2019-Q1;hulpvorm=totaal;29", *parts) == []


def _districts(*rows: str) -> list[tuple[str, str]]:
    header = "Wijken en buurten;Perioden;Aantal inwoners (aantal)"
    table = tuple(tuple(row.split(";")) for row in (header, *rows))
    file = DeliveredFile("wijken.csv", "", (Sheet("wijken.csv", table),))
    found = [finding.problem() for finding in apply(file, LAYOUTS, None, CATALOG, today=TODAY).findings]
    return [(problem.code, problem.cell) for problem in found]


def test_neighbourhoods_are_not_more_than_the_district_above_them() -> None:
    heads = ("Heerlen;2019;1000", "Wijk 10 Oost;2019;400")
    assert _districts(*heads, "Noord;2019;250", "Zuid;2019;155", "Wijk 11 West;2019;500") == []
    assert _districts(*heads, "Noord;2019;250", "Zuid;2019;260", "Wijk 11 West;2019;400") == [
        ("district-differs", "C3")
    ]


def test_districts_that_are_rounded_hidden_or_out_of_order_give_no_false_alarm() -> None:
    rounded = ("Heerlen;2019;1000", "Wijk 10 Oost;2019;400", "Noord;2019;205", "Zuid;2019;200")
    assert _districts(*rounded) == []
    hidden = ("Heerlen;2019;1000", "Wijk 10 Oost;2019;100", "A;2019;90", "Wijk 11;2019;", "B;2019;90")
    assert _districts(*hidden) == [("suppressed", "C5")]
    by_name = ("Heerlen;2019;1000", "Aa;2019;90", "Wijk 10;2019;95", "Wijk 11;2019;60", "Zuid;2019;90")
    assert _districts(*by_name) == []


def test_only_columns_of_one_sheet_are_the_same_column(session: Session, tmp_path: Path) -> None:
    header = HEADER.split(";")[:5]
    sheets: dict[str, list[tuple[str | float, ...]]] = {
        f"Blad {sheet}": [
            tuple(header),
            *(("IND-04", "Heerlen", 2010 + at, f"groep={sheet}", at) for at in range(8)),
        ]
        for sheet in range(260)
    }
    path = tmp_path / "bladen.xlsx"
    path.write_bytes(xlsx(sheets))
    found = [problem.code for problem in deliveries.preview(session, path).problems]
    assert "same-column" not in found
