"""From cells to observations: every good cell is read, every other is named with what to do."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from raadsapp import paths
from raadsapp.content.loading import load
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.domain.problem import Problem, Severity
from raadsapp.errors import UserError
from raadsapp.intake.applying import Reading, apply
from raadsapp.intake.entries import Entries, Known
from raadsapp.intake.keys import period
from raadsapp.intake.layouts import load_layouts
from raadsapp.intake.sheets import DeliveredFile, Sheet
from raadsapp.intake.vocabulary import status_number

LONG = "indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron"
IV3 = "Gemeenten;Taakveld;Baten;Lasten;Provincie"
LAYOUTS = load_layouts(paths.data_dir() / "layouts")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(paths.data_dir())


def _read(
    catalog: Catalog,
    header: str,
    *rows: str,
    file: str = "2023_begroting.csv",
    known: Mapping[ObservationKey, float] = MappingProxyType({}),
) -> Reading:
    """What the rows say, where `known` is what counts now."""

    def known_of(entries: Entries) -> Known:
        found, words = Known(), entries.vocabulary
        for key, value in known.items():
            about = words.indicator(key.indicator) | words.municipality(key.municipality)
            when = words.breakdown(key.breakdown) | period(key.period)
            found.add(about | when, value, status_number(Status.FINAL))
        found.sort()
        return found

    table = tuple(tuple(row.split(";")) if row else () for row in (header, *rows))
    delivered = DeliveredFile(file, "", (Sheet(file, table),))
    return apply(delivered, LAYOUTS, None, catalog, known_of=known_of)


def _problems(reading: Reading) -> list[Problem]:
    return [finding.problem() for finding in reading.findings]


def _codes(reading: Reading) -> list[tuple[str, str]]:
    return [(problem.code, problem.cell) for problem in _problems(reading)]


def _values(reading: Reading) -> list[float]:
    return [entry.observation.value for entry in reading.entries]


def test_a_long_row_gives_one_observation(catalog: Catalog) -> None:
    reading = _read(
        catalog, LONG, "IND-06;Gemeente Heerlen;2019-Q1;leeftijd = 0-3;12,5;weken;voorlopig;Rapport"
    )
    key = ObservationKey("IND-06", "GM0917", Period(2019, PeriodKind.QUARTER, 1), "leeftijd=0-3")
    assert [entry.observation for entry in reading.entries] == [
        Observation(key, 12.5, Status.PROVISIONAL, "Rapport")
    ]
    assert not reading.findings


def test_an_indicator_may_be_named_by_its_title_and_a_municipality_by_its_code(catalog: Catalog) -> None:
    title = catalog.indicators[2].title.upper()
    reading = _read(catalog, LONG, f"{title};986;2019;;3;;;", "ind-03;gm0882;2019;;4;;;")
    assert [entry.observation.key.municipality for entry in reading.entries] == ["GM0986", "GM0882"]
    assert {entry.observation.key.indicator for entry in reading.entries} == {"IND-03"}
    assert {entry.observation.status for entry in reading.entries} == {Status.FINAL}


def test_columns_that_may_be_absent_are_not_missed_and_a_short_row_has_empty_cells(catalog: Catalog) -> None:
    assert _values(_read(catalog, "gemeente;periode;indicator;waarde", "Heerlen;2019;IND-03;7")) == [7]
    assert _values(_read(catalog, LONG, "IND-03;Heerlen;2019;;7")) == [7]


def test_one_bad_cell_keeps_every_good_one(catalog: Catalog) -> None:
    reading = _read(
        catalog,
        LONG,
        "IND-03;Heerlen;2019;;1;;;",
        "IND-03;Heerlen;2020;;veel;;;",
        "IND-03;Heerlen;2021;;3;;;",
    )
    assert _values(reading) == [1, 3]
    assert _problems(reading) == [
        Problem(
            "2023_begroting.csv",
            "E3",
            Severity.BLOCKING,
            "not-a-number",
            "'veel' is geen getal. Schrijf alleen het getal, of n.b. als er geen waarde is.",
        )
    ]


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        ("IND-99;Heerlen;2019;;1;;;", "unknown-indicator", "A2"),
        ("IND-03;Atlantis;2019;;1;;;", "unknown-municipality", "B2"),
        ("IND-03;GM9999;2019;;1;;;", "unknown-municipality", "B2"),
        ("IND-03;;2019;;1;;;", "unknown-municipality", "B2"),
        ("IND-03;Heerlen;2019-Q7;;1;;;", "unknown-period", "C2"),
        ("IND-03;Heerlen;2019;leeftijd;1;;;", "unknown-breakdown", "D2"),
        ("IND-03;Heerlen;2019;=3;1;;;", "unknown-breakdown", "D2"),
        ("IND-03;Heerlen;2019;;1.234;;;", "ambiguous-number", "E2"),
        ("IND-03;Heerlen;2019;;9007199254740993;;;", "too-precise", "E2"),
        ("IND-03;Heerlen;2019;;#DEEL/0!;;;", "failed-formula", "E2"),
        ("IND-03;Heerlen;2019;;-3;;;", "negative", "E2"),
        ("IND-03;Heerlen;2019;;3;dozijn;;", "other-unit", "F2"),
        ("IND-03;Heerlen;2019;;3;;zeker;", "unknown-status", "G2"),
        ("IND-03;Heerlen;2019;;14;6;;;;x", "row-too-long", "I2"),
    ],
)
def test_a_cell_that_cannot_be_used_is_kept_out_and_named(
    catalog: Catalog, row: str, code: str, cell: str
) -> None:
    reading = _read(catalog, LONG, row)
    assert not reading.entries
    assert _codes(reading) == [(code, cell)]
    assert _problems(reading)[0].severity is Severity.BLOCKING


def test_every_fault_of_a_row_is_named_at_its_own_cell(catalog: Catalog) -> None:
    assert _codes(_read(catalog, LONG, "IND-99;Atlantis;ooit;;1;;;")) == [
        ("unknown-indicator", "A2"),
        ("unknown-municipality", "B2"),
        ("unknown-period", "C2"),
    ]


def test_an_ambiguous_number_comes_with_both_ways_to_write_it(catalog: Catalog) -> None:
    (problem,) = _problems(_read(catalog, LONG, "IND-03;Heerlen;2019;;1.234;;;"))
    assert "Schrijf 1234 of 1,2340." in problem.message


def test_a_name_that_several_municipalities_bear_is_not_guessed(catalog: Catalog) -> None:
    places = tuple(
        place if place.code not in {"GM0917", "GM0882"} else type(place)(code=place.code, name="Dorp")
        for place in catalog.municipalities
    )
    shared = Catalog(
        dossier=catalog.dossier, indicators=catalog.indicators, series=catalog.series, municipalities=places
    )
    (problem,) = _problems(_read(shared, LONG, "IND-03;Dorp;2019;;1;;;"))
    assert problem.code == "ambiguous-municipality"
    assert "GM0882 en GM0917" in problem.message


def test_a_number_in_a_cell_is_that_number_and_never_ambiguous(catalog: Catalog) -> None:
    header = tuple(LONG.split(";"))
    rows = (
        ("IND-06", 917.0, 2019.0, "", 1.234, "", "", ""),
        ("IND-06", "Heerlen", 2020.0, "", 0.0, "", "", ""),
        ("IND-03", "Heerlen", 2019.5, "", 3.0, "", "", ""),
        (2020.0,),
    )
    sheet = Sheet("Blad1", (header, *rows))
    reading = apply(DeliveredFile("x.xlsx", "", (sheet,)), LAYOUTS, None, catalog)
    assert _values(reading) == [1.234, 0]
    assert {entry.observation.key.municipality for entry in reading.entries} == {"GM0917"}
    assert _codes(reading) == [("unknown-period", "C4"), ("loose-text", "A5"), ("jump", "E3")]


def _workbook(catalog: Catalog, *sheets: Sheet, hidden: tuple[str, ...] = ()) -> Reading:
    return apply(DeliveredFile("kwartaal.xlsx", "", sheets, hidden), LAYOUTS, None, catalog)


def _sheet(name: str, *rows: str) -> Sheet:
    return Sheet(name, tuple(tuple(row.split(";")) for row in (LONG, *rows)))


def test_all_sheets_that_the_layout_fits_are_read_and_the_others_named(catalog: Catalog) -> None:
    reading = _workbook(
        catalog,
        Sheet("Uitleg", (("Cijfers",),)),
        _sheet("K1", "IND-03;Heerlen;2019-Q1;;1;;;"),
        Sheet("K2", _sheet("", "IND-03;Heerlen;2019-Q2;;veel;;;").rows, hidden_rows=True),
        hidden=("Kladblok",),
    )
    assert reading.sheets == ("K1", "K2")
    assert _values(reading) == [1]
    assert [(problem.code, problem.sheet, problem.cell) for problem in _problems(reading)] == [
        ("other-sheets", "K1", ""),
        ("hidden-sheets", "K1", ""),
        ("hidden-rows", "K2", ""),
        ("not-a-number", "K2", "E2"),
    ]
    assert "past niet op Uitleg" in _problems(reading)[0].message
    assert "Kladblok" in _problems(reading)[1].message


def test_sheets_that_contradict_each_other_are_both_kept_out_there(catalog: Catalog) -> None:
    row = "IND-03;Heerlen;{};;{};;;"
    reading = _workbook(
        catalog,
        _sheet("K1", row.format(2019, 1), row.format(2020, 2), row.format(2021, 3)),
        _sheet("Kopie", row.format(2019, 1), row.format(2020, 9)),
    )
    assert _values(reading) == [1, 3]
    assert [(problem.code, problem.sheet, problem.cell) for problem in _problems(reading)] == [
        ("duplicate-differs", "K1", "E3"),
        ("duplicate-differs", "Kopie", "E3"),
        ("duplicate", "Kopie", "E2"),
    ]
    assert "In Kopie!E3 staat een andere waarde" in _problems(reading)[0].message


def test_what_a_sheet_repeats_of_sheets_before_it_is_one_note(catalog: Catalog) -> None:
    rows = [f"IND-03;Heerlen;{year};;{year};;;" for year in (2019, 2020, 2021)]
    reading = _workbook(catalog, _sheet("K1", *rows), _sheet("Kopie", *rows))
    assert len(_values(reading)) == len(rows)
    (said,) = _problems(reading)
    assert said.message == "3 waarden staan ook op een eerder blad en tellen één keer (E2, E3 en E4)."


def test_one_heading_that_is_missing_is_named_for_a_file_and_for_a_sheet(catalog: Catalog) -> None:
    renamed = Sheet("K2", (tuple(LONG.replace("waarde", "getal").split(";")), ("IND-03", "Heerlen", "2019")))
    with pytest.raises(UserError, match=r"lijkt op '.*', maar de kolom 'waarde' ontbreekt") as caught:
        _workbook(catalog, renamed)
    assert caught.value.hint.startswith("Noem die kolom weer 'waarde', of wijs")
    reading = _workbook(catalog, _sheet("K1", "IND-03;Heerlen;2019;;1;;;"), renamed, Sheet("Uitleg", ()))
    assert [(said.code, said.severity) for said in _problems(reading)] == [
        ("other-sheets", Severity.NOTE),
        ("column-missing", Severity.BLOCKING),
    ]
    assert _problems(reading)[1].message.startswith("Het blad K2 is niet gelezen: de kolom 'waarde'")


def test_what_is_refused_of_a_workbook_names_its_sheets(catalog: Catalog) -> None:
    with pytest.raises(UserError, match=r"past op 'kwartaal\.xlsx'") as caught:
        _workbook(catalog, Sheet("A", (("x",),)), Sheet("B", (("y",),)), hidden=("Kladblok",))
    assert caught.value.hint.startswith("Niet bekeken, want verborgen: Kladblok. Staan de cijfers daar")
    assert caught.value.hint.endswith("Bekeken: A en B.")
    twice = Sheet("A", ((*LONG.split(";"), "Periode"),))
    with pytest.raises(UserError, match=r"In het blad A van 'kwartaal\.xlsx' staat de kolom 'periode' twee"):
        _workbook(catalog, twice)


def test_a_long_text_is_quoted_short_and_on_one_line(catalog: Catalog) -> None:
    (problem,) = _problems(_read(catalog, LONG, "heel lange\nnaam " * 20 + ";Heerlen;2019;;1;;;"))
    assert "\n" not in problem.message
    assert "…'" in problem.message


def test_missing_and_suppressed_values_are_noted_together_and_not_imported(catalog: Catalog) -> None:
    rows = [f"IND-03;Heerlen;{2000 + number};;x;;;" for number in range(8)]
    reading = _read(catalog, LONG, *rows, "IND-03;Heerlen;2019;;<5;;;")
    assert not reading.entries
    assert [(problem.code, problem.cell, problem.message) for problem in _problems(reading)] == [
        (
            "missing",
            "E2",
            "8 waarden ontbreken en blijven leeg (E2, E3, E4, E5, E6 en 3 andere).",
        ),
        ("suppressed", "E10", "1 waarde is afgeschermd door de leverancier en blijft leeg (E10)."),
    ]


def test_empty_rows_and_footnotes_are_no_figures(catalog: Catalog) -> None:
    reading = _read(catalog, LONG, "", ";;;;;;;", "IND-03;Heerlen;2019;;1;;;", "Bron: CBS")
    assert _values(reading) == [1]
    assert _codes(reading) == [("loose-text", "A5")]


def test_units_below_the_headings_and_notes_below_the_table_are_no_figures(catalog: Catalog) -> None:
    reading = _read(
        catalog,
        IV3,
        ";;× € 1.000;× € 1.000;",
        "Heerlen;0.5 Treasury;3.0;4.0;",
        "Bron: CBS;bewerking;;;",
        ";;5.0;6.0;",
    )
    assert _values(reading) == [4000, 3000]
    assert [found for found in _codes(reading) if found[0] != "columns-ignored"] == [
        ("unknown-municipality", "A5"),
        ("unknown-breakdown", "B5"),
        ("loose-text", "C2"),
    ]
    numbers = _read(catalog, IV3, ";;5.0;6.0;")
    assert ("unknown-municipality", "A2") in _codes(numbers)


def test_a_heading_that_is_repeated_within_the_table_is_left_out_with_a_note(catalog: Catalog) -> None:
    row = "IND-03;Heerlen;{};;{};;;"
    reading = _read(catalog, LONG, row.format(2019, 1), LONG.upper(), row.format(2020, 2))
    assert _values(reading) == [1, 2]
    assert _codes(reading) == [("heading-again", "A3")]
    other = _read(catalog, LONG, "indicator;gemeente;periode;uitsplitsing;cijfer;eenheid;status;bron")
    assert ("unknown-municipality", "B2") in _codes(other)


def test_a_total_that_says_nothing_else_is_told_once(catalog: Catalog) -> None:
    row = "IND-03;Heerlen;2019;;1;;;"
    for total in ("Totaal;;;;5;;;", ";Totaal;;;5;;;", "Eindtotaal;;;;5;;;"):
        reading = _read(catalog, LONG, row, total)
        assert _values(reading) == [1]
        assert [code for code, _ in _codes(reading)] == ["total-row"]
    other = _read(catalog, LONG, "Totaal;Heerlen;2019;;5;;;")
    assert _codes(other) == [("unknown-indicator", "A2")]


def test_a_percentage_over_100_is_imported_with_a_warning(catalog: Catalog) -> None:
    reading = _read(catalog, LONG, "IND-19;Heerlen;2019-Q1;;104,5;%;;")
    assert _values(reading) == [104.5]
    (problem,) = _problems(reading)
    assert (problem.code, problem.severity) == ("over-hundred", Severity.WARNING)
    assert problem.message.startswith("104,5% is meer")


def test_percentages_that_may_be_parts_of_one_are_warned_about(catalog: Catalog) -> None:
    row = "IND-01;Heerlen;{};;{};%;;"
    reading = _read(catalog, LONG, row.format(2019, 0), row.format(2020, "0,45"), row.format(2021, 1))
    assert _values(reading) == [0, 0.45, 1]
    (problem,) = _problems(reading)
    assert (problem.code, problem.cell, problem.severity) == ("fraction", "E3", Severity.WARNING)
    assert "0,45 is gelezen als 0,45%. Is 45% bedoeld?" in problem.message
    assert "‘Als deel van 1, moet %’" in problem.message
    assert not _problems(_read(catalog, LONG, row.format(2019, "0,45"), row.format(2020, "1,2")))


def test_a_day_stands_for_its_period_only_where_the_layout_says_so(catalog: Catalog) -> None:
    row = "IND-03;Heerlen;{};;1;;;"
    rows = (row.format("2019-03-31"), row.format("2019-04-01 00:00:00"))
    assert _codes(_read(catalog, LONG, *rows)) == [("unknown-period", "C2"), ("unknown-period", "C3")]
    (long,) = (layout for layout in LAYOUTS if layout.key == "long")
    table = tuple(tuple(line.split(";")) for line in (LONG, *rows, row.format("2019-Q3")))
    file = DeliveredFile("x.csv", "", (Sheet("x.csv", table),))
    reading = apply(file, (replace(long, days=PeriodKind.QUARTER),), None, catalog)
    assert [entry.observation.key.period.number for entry in reading.entries] == [1, 2, 3]


def test_the_same_value_twice_counts_once_and_another_value_keeps_both_out(catalog: Catalog) -> None:
    same = _read(catalog, LONG, "IND-03;Heerlen;2019;;1;;;", "IND-03;GM0917;2019JJ00;;1,0;;;")
    assert _values(same) == [1]
    assert _codes(same) == [("duplicate", "E3")]
    other = _read(
        catalog, LONG, "IND-03;Heerlen;2019;;1;;;", "IND-03;Heerlen;2019;;2;;;", "IND-03;Heerlen;2020;;3;;;"
    )
    assert _values(other) == [3]
    assert _codes(other) == [("duplicate-differs", "E2"), ("duplicate-differs", "E3")]
    assert "In E3 staat een andere waarde" in _problems(other)[0].message


def test_an_iv3_row_gives_a_cost_and_an_income_times_a_thousand(catalog: Catalog) -> None:
    reading = _read(catalog, IV3, "Voerendaal;6.72d Jeugdhulp zonder verblijf overig;150.0;2284.5;Limburg")
    period = Period(2023)
    assert {entry.observation.key: entry.observation.value for entry in reading.entries} == {
        ObservationKey("iv3-begroting-lasten", "GM0986", period, "taakveld=6.72d"): 2_284_500,
        ObservationKey("iv3-begroting-baten", "GM0986", period, "taakveld=6.72d"): 150_000,
    }
    (problem,) = _problems(reading)
    assert (problem.code, problem.cell) == ("columns-ignored", "E1")
    assert "E (Provincie)" in problem.message


def test_year_and_document_stand_in_the_table_or_in_the_file_name(catalog: Catalog) -> None:
    header = "Jaar;Document;Gemeenten;Taakveld;Baten;Lasten"
    row = "2025;Jaarrekening;Heerlen;6.751 Jeugdhulp ambulant lokaal;1;2"
    told = _read(catalog, header, row, file="slice.csv")
    assert {entry.observation.key.indicator for entry in told.entries} == {
        "iv3-rekening-lasten",
        "iv3-rekening-baten",
    }
    assert {entry.observation.key.breakdown for entry in told.entries} == {"taakveld vanaf 2025=6.751"}
    with pytest.raises(UserError, match="geen kolom 'Jaar'") as caught:
        _read(catalog, IV3, file="begroting.csv")
    assert "2023_begroting.csv" in caught.value.hint
    with pytest.raises(UserError, match="geen kolom 'Jaar'"):
        _read(catalog, IV3, file="2023_begroting_versie_2024.csv")
    with pytest.raises(UserError, match="geen kolom 'Document'"):
        _read(catalog, IV3, file="iv3_2023.csv")


def test_a_column_that_must_be_there_has_no_file_name_to_fall_back_on(catalog: Catalog) -> None:
    (long,) = (layout for layout in LAYOUTS if layout.key == "long")
    fewer = replace(long, columns=("waarde",))
    sheet = Sheet("x.csv", (("waarde", "gemeente", "periode"),))
    with pytest.raises(UserError, match="geen kolom 'indicator'"):
        apply(DeliveredFile("x.csv", "", (sheet,)), (fewer,), None, catalog)


def test_a_value_column_that_this_file_lacks_gives_nothing(catalog: Catalog) -> None:
    (iv3,) = (layout for layout in LAYOUTS if layout.key == "iv3")
    fewer = replace(iv3, columns=("Gemeenten", "Taakveld", "Lasten"))
    sheet = Sheet(
        "2023_begroting.csv", (("Gemeenten", "Taakveld", "Lasten"), ("Heerlen", "6.2 Wijkteams", "3"))
    )
    reading = apply(DeliveredFile(sheet.name, "", (sheet,)), (fewer,), None, catalog)
    assert _values(reading) == [3000]


def test_a_layout_that_names_an_unknown_series_is_refused(catalog: Catalog) -> None:
    without = Catalog(dossier=catalog.dossier, municipalities=catalog.municipalities)
    with pytest.raises(UserError, match="noemt de reeks 'iv3-begroting-lasten'"):
        _read(without, IV3)


def test_a_variant_and_a_task_field_that_nobody_knows_are_kept_out(catalog: Catalog) -> None:
    header = "Jaar;Document;Gemeenten;Taakveld;Baten;Lasten"
    reading = _read(
        catalog, header, "2025;kwartaal 1;Heerlen;6.72 Maatwerk;1;2", "2025;begroting;Heerlen;Totaal;1;2"
    )
    assert not reading.entries
    assert _codes(reading) == [("unknown-variant", "B2"), ("unknown-breakdown", "D3")]
    assert "Kies uit begroting en jaarrekening." in _problems(reading)[0].message


@pytest.mark.parametrize("year", [2019, 2023, 2025])
def test_a_task_field_that_does_not_exist_is_a_slip_of_the_pen(catalog: Catalog, year: int) -> None:
    codes = ("9.99 Onbekend", "0.12 Nieuw", "6.99x Jeugd", "1.3 Veiligheid", "60.1 Samenkracht")
    rows = [f"Heerlen;{code};1.0;2.0;" for code in codes]
    reading = _read(catalog, IV3, *rows, file=f"{year}_begroting.csv")
    wrong = [2, 3, 5, 6] if year == 2025 else [2, 3, 4, 5, 6]
    assert [cell for code, cell in _codes(reading) if code == "unknown-breakdown"] == [
        f"B{row}" for row in wrong
    ]
    assert (
        "begint niet met een code die in de kolom Taakveld hoort. Verbeter" in _problems(reading)[0].message
    )


def test_a_number_that_only_the_layout_makes_one_is_read_and_told_once_a_column(catalog: Catalog) -> None:
    rows = ["9.5;1.234", "2.345;3.456", "1;7.0"]
    reading = _read(catalog, IV3, *(f"Heerlen;0.{at} Iets;{row};" for at, row in enumerate(rows, start=1)))
    assert sorted(_values(reading)) == [1000, 1234, 2345, 3456, 7000, 9500]
    told = [problem for problem in _problems(reading) if problem.code == "ambiguous-number"]
    assert {problem.cell for problem in told} == {"C3", "D2"}
    assert {problem.severity for problem in told} == {Severity.WARNING}
    assert (
        "'1.234' is gelezen als 1,234: deze indeling leest een punt als decimaalteken. Is 1234 bedoeld?"
        in {problem.message.partition(" Haal")[0] for problem in told}
    )


def test_a_column_in_which_each_point_may_stand_between_thousands_is_kept_out(catalog: Catalog) -> None:
    rows = ["9.869;21.832", "35;1.500.0", "0;7.0"]
    reading = _read(catalog, IV3, *(f"Heerlen;0.{at} Iets;{row};" for at, row in enumerate(rows, start=1)))
    assert sorted(_values(reading)) == [7000, 21832]
    wrong, unsure = (problem for problem in _problems(reading) if problem.severity is Severity.BLOCKING)
    assert (wrong.code, wrong.cell) == ("not-a-number", "D3")
    assert (unsure.code, unsure.cell) == ("ambiguous-number", "C2")
    assert unsure.message.startswith("3 waarden van kolom C zijn niet ingelezen (C2, C3 en C4)")
    assert [problem.cell for problem in _problems(reading) if problem.severity is Severity.WARNING] == ["D2"]


def test_a_point_between_thousands_is_read_and_told_where_the_comma_is_the_decimal_sign(
    catalog: Catalog,
) -> None:
    reading = _read(catalog, "Regio's;Perioden;Bevolking/Totale bevolking (aantal)", "Heerlen;2020;86.832")
    assert _values(reading) == [86832]
    (problem,) = _problems(reading)
    assert (problem.code, problem.cell, problem.severity) == ("ambiguous-number", "C2", Severity.WARNING)
    assert problem.message == (
        "'86.832' is gelezen als 86832: deze indeling leest een punt tussen duizendtallen. Is 86,832 bedoeld?"
        " Schrijf dan 86,8320."
    )


@pytest.mark.parametrize(
    ("text", "instead"), [("9869,0", "9869"), ("12,5", "12.5"), ("1.234.567", "1234567"), ("-0,25", "-0.25")]
)
def test_a_number_in_the_signs_of_another_convention_says_how_to_write_it(
    catalog: Catalog, text: str, instead: str
) -> None:
    reading = _read(catalog, IV3, f"Heerlen;0.1 Bestuur;1.0;{text};")
    assert _values(reading) == [1000]
    (problem,) = (one for one in _problems(reading) if one.severity is Severity.BLOCKING)
    assert (problem.code, problem.cell) == ("other-signs", "D2")
    assert problem.message.endswith(f"dan deze indeling. Schrijf {instead}.")


def test_the_total_of_the_country_is_skipped_with_a_note(catalog: Catalog) -> None:
    reading = _read(catalog, IV3, "Nederland;6.72 Maatwerk;1;2;", "Heerlen;6.72 Maatwerk;1;2;")
    assert len(reading.entries) == 2
    assert ("left-out", "A2") in _codes(reading)


def test_a_parent_beside_its_child_is_kept_apart_and_noted_when_both_hold_something(catalog: Catalog) -> None:
    reading = _read(
        catalog,
        IV3,
        "Heerlen;6.72 Maatwerkdienstverlening 18-;0.0;100.0;",
        "Heerlen;6.72a Jeugdhulp begeleiding;5.0;40.0;",
        "Heerlen;0.1 Bestuur;1.0;1.0;",
        "Heerlen;0.10 Mutaties reserves;1.0;1.0;",
        "Landgraaf;6.72 Maatwerkdienstverlening 18-;0.0;0.0;",
        "Landgraaf;6.72a Jeugdhulp begeleiding;0.0;40.0;",
    )
    assert [entry.observation.value for entry in reading.entries if entry.row == 1] == [100_000, 0]
    assert [cell for code, cell in _codes(reading) if code == "parent-and-child"] == ["D2"]
    assert [cell for code, cell in _codes(reading) if code == "zero"] == ["C2"]


def test_a_negative_amount_of_money_is_imported_and_noted(catalog: Catalog) -> None:
    reading = _read(catalog, IV3, "Achtkarspelen;0.5 Treasury;3.0;-60.0;")
    assert -60_000 in _values(reading)
    assert ("negative-amount", "D2") in _codes(reading)


def test_an_amount_beyond_all_numbers_is_kept_out(catalog: Catalog) -> None:
    reading = _read(catalog, IV3, f"Heerlen;0.5 Treasury;3.0;{'9' * 15}{'0' * 292};")
    assert _values(reading) == [3000]
    assert ("too-precise", "D2") in _codes(reading)


def _jumps(catalog: Catalog, rows: list[str], *known: tuple[str, float]) -> list[tuple[str, str]]:
    keys = [ObservationKey("IND-03", "GM0917", Period(int(year))) for year, _ in known]
    stored = {key: value for key, (_, value) in zip(keys, known, strict=True)}
    reading = _read(catalog, LONG, *rows, known=stored)
    problems = [problem for problem in _problems(reading) if problem.code == "jump"]
    return [(problem.cell, problem.message) for problem in problems]


def test_a_value_five_times_higher_or_lower_than_the_series_is_warned_about(catalog: Catalog) -> None:
    row = ["IND-03;Heerlen;2019;;100;;;"]
    assert _jumps(catalog, row) == []
    assert _jumps(catalog, row, ("2018", 20)) == []
    assert [cell for cell, _ in _jumps(catalog, row, ("2018", 19.5))] == ["E2"]
    assert [cell for cell, _ in _jumps(catalog, row, ("2018", 501))] == ["E2"]
    assert "van 19,5 (2018) naar 100" in _jumps(catalog, row, ("2018", 19.5))[0][1]


def test_a_jump_is_measured_from_the_same_period_else_the_one_before_else_the_next(catalog: Catalog) -> None:
    row = ["IND-03;Heerlen;2019;;100;;;"]
    assert _jumps(catalog, row, ("2018", 1), ("2019", 90)) == []
    assert _jumps(catalog, row, ("2016", 1), ("2018", 90)) == []
    assert len(_jumps(catalog, row, ("2020", 1), ("2021", 90))) == 1
    assert [cell for cell, _ in _jumps(catalog, [*row, "IND-03;Heerlen;2020;;1;;;"])] == ["E3"]


def test_a_fall_to_zero_is_a_jump_unless_the_layout_says_what_zero_means(catalog: Catalog) -> None:
    assert len(_jumps(catalog, ["IND-03;Heerlen;2019;;0;;;"], ("2018", 10))) == 1
    assert _jumps(catalog, ["IND-03;Heerlen;2019;;10;;;"], ("2018", 0)) == []
    keys = [
        ObservationKey(f"iv3-begroting-{name}", "GM0917", Period(2024), "taakveld=6.72")
        for name in ("lasten", "baten")
    ]
    before = dict.fromkeys(keys, 9_000_000.0)
    reading = _read(catalog, IV3, "Heerlen;6.72 Maatwerk;0.0;1.0;", known=before)
    assert [cell for code, cell in _codes(reading) if code == "jump"] == ["D2"]


def test_quarters_are_not_compared_with_years(catalog: Catalog) -> None:
    assert _jumps(catalog, ["IND-03;Heerlen;2019-Q1;;1;;;"], ("2018", 100)) == []


def test_the_sheet_of_a_problem_is_the_file(catalog: Catalog) -> None:
    assert {problem.sheet for problem in _problems(_read(catalog, LONG, "x;y;z;;1;;;"))} == {
        "2023_begroting.csv"
    }
