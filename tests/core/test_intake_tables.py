"""Tables of every shape: a part may stand in a column, a heading, a cell, a name or the layout itself."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadsapp.domain.observation import Status
from raadsapp.domain.problem import Severity
from raadsapp.errors import UserError
from raadsapp.intake.corrections import Corrections, Meaning
from raadsapp.intake.layouts import Layout, load_layout
from raadsapp.services import deliveries
from raadsapp.services.deliveries import Preview
from raadsapp.services.opening import Session

LONG = "indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron"
Told = dict[tuple[str, str, str, str], float]


def _layout(folder: Path, text: str) -> Layout:
    path = folder / "proef.toml"
    path.write_text(f'title = "Proef"\n{text}', encoding="utf-8")
    return load_layout(path)


def _preview(session: Session, folder: Path, table: str, layout: str = "", name: str = "x.csv") -> Preview:
    path = folder / name
    path.write_text(table.strip("\n") + "\n", encoding="utf-8")
    return deliveries.preview(session, path, _layout(folder, layout) if layout else None)


def _told(preview: Preview) -> Told:
    return {
        (said.key.indicator, said.key.municipality, said.key.period.code, said.key.breakdown): said.value
        for said in preview.observations
    }


def _codes(preview: Preview) -> list[tuple[str, str]]:
    return [(problem.code, problem.cell) for problem in preview.problems]


def test_periods_may_be_columns_and_a_star_says_provisional(shipped_session: Session, tmp_path: Path) -> None:
    layout = r"""
columns = ["gemeente"]
[municipality]
column = "gemeente"
[period]
heading = '(.*(?:19|20)\d\d\**)'
[[value]]
pattern = '.*(?:19|20)\d\d\**'
series = "jongeren"
"""
    table = "Gemeente;1e kwartaal 2019;2020*;Opmerking\nHeerlen;10;11;x\nLandgraaf;;12;"
    preview = _preview(shipped_session, tmp_path, table, layout)
    assert _told(preview) == {
        ("jongeren", "GM0917", "2019KW01", ""): 10,
        ("jongeren", "GM0917", "2020JJ00", ""): 11,
        ("jongeren", "GM0882", "2020JJ00", ""): 12,
    }
    assert [said.status for said in preview.observations] == [
        Status.FINAL,
        Status.PROVISIONAL,
        Status.PROVISIONAL,
    ]
    assert _codes(preview) == [("columns-ignored", "D1"), ("missing", "B3")]


def test_municipalities_may_be_columns_and_an_unknown_one_is_a_problem_of_its_heading(
    shipped_session: Session, tmp_path: Path
) -> None:
    layout = r"""
columns = ["jaar"]
unread = ["opmerking"]
[municipality]
heading = '(.+)'
[period]
column = "jaar"
[[value]]
pattern = '.+'
series = "jongeren"
"""
    table = "opmerking;Herlen;Jaar;Voerendaal\nx;1;2019;2"
    preview = _preview(shipped_session, tmp_path, table, layout)
    assert _told(preview) == {("jongeren", "GM0986", "2019JJ00", ""): 2}
    assert ("unknown-municipality", "B1") in _codes(preview)


def test_topics_may_be_columns_and_names_may_say_the_rest(shipped_session: Session, tmp_path: Path) -> None:
    layout = r"""
columns = ["IND-03"]
[indicator]
heading = '(IND-\d\d).*'
[municipality]
file_name = '(heerlen|landgraaf)'
[period]
column = "periode"
[breakdown]
text = "hulpvorm=ambulant"
[[value]]
pattern = 'IND-\d\d.*'
"""
    table = "Periode;IND-03;IND-04 (aantal)\n2019-Q1;5;6"
    preview = _preview(shipped_session, tmp_path, table, layout, "Landgraaf.csv")
    assert _told(preview) == {
        ("IND-03", "GM0882", "2019KW01", "hulpvorm=ambulant"): 5,
        ("IND-04", "GM0882", "2019KW01", "hulpvorm=ambulant"): 6,
    }
    with pytest.raises(UserError, match="zegt niet wat er moet staan"):
        _preview(shipped_session, tmp_path, table, layout, "ergens.csv")


MERGED = r"""
columns = ["leeftijd"]
heading_rows = 3
[municipality]
heading = '([^|]+)\|.*'
[period]
cell = "A1"
pattern = '.*over (\d{4}).*'
[breakdown]
column = "leeftijd"
dimension = "leeftijd"
skip = ["Totaal"]
[[value]]
pattern = '.*\|aantal'
series = "jeugdzorg-jongeren"
[[value]]
pattern = '.*\|%'
series = "jeugdzorg-percentage"
"""
MERGED_TABLE = """
Jeugdzorg, cijfers over 2021 (voorlopig);;;;
;;;;
Leeftijd;Heerlen;;Landgraaf;
;aantal;%;aantal;%
0-3;1;2,5%;3;4
Totaal;1;2;3;4
"""


def test_merged_headings_are_continued_and_a_cell_above_may_say_the_period(
    shipped_session: Session, tmp_path: Path
) -> None:
    preview = _preview(shipped_session, tmp_path, MERGED_TABLE, MERGED)
    assert _told(preview) == {
        ("jeugdzorg-jongeren", "GM0917", "2021JJ00", "leeftijd=0-3"): 1,
        ("jeugdzorg-percentage", "GM0917", "2021JJ00", "leeftijd=0-3"): 2.5,
        ("jeugdzorg-jongeren", "GM0882", "2021JJ00", "leeftijd=0-3"): 3,
        ("jeugdzorg-percentage", "GM0882", "2021JJ00", "leeftijd=0-3"): 4,
    }
    assert _codes(preview) == [("left-out", "A6")]


def test_what_the_clerk_says_goes_before_what_the_dossier_says(
    shipped_session: Session, tmp_path: Path
) -> None:
    layout = _layout(tmp_path, MERGED.replace('"A1"', '"A2"').replace(r"pattern = '.*over (\d{4}).*'", ""))
    path = tmp_path / "x.csv"
    path.write_text(
        ";;\nCijfers over 2021;;\nLeeftijd;Herlen;Landgraaf\n;aantal;aantal\nnul;1;2\n", encoding="utf-8"
    )
    meanings = (
        Meaning("municipality", "herlen", "GM0917"),
        Meaning("municipality", "Landgraaf", "Voerendaal"),
        Meaning("breakdown", "Nul", "leeftijd=0-3"),
        Meaning("period", "Cijfers over 2021", "2022"),
    )
    preview = deliveries.preview(shipped_session, path, layout, corrections=Corrections(meanings))
    assert _told(preview) == {
        ("jeugdzorg-jongeren", "GM0917", "2022JJ00", "leeftijd=0-3"): 1,
        ("jeugdzorg-jongeren", "GM0986", "2022JJ00", "leeftijd=0-3"): 2,
    }
    assert not preview.problems


def _seconds_to_refuse(session: Session, folder: Path, columns: int) -> float:
    row = ";".join(["Regio's", "Perioden", *(f"kolom {number}" for number in range(columns))])
    begin = process_time()
    with pytest.raises(UserError, match="geen kolom met cijfers"):
        _preview(session, folder, "\n".join([row] * 30))
    return process_time() - begin


def test_a_sheet_four_times_as_wide_takes_not_much_more_than_four_times_as_long_to_refuse(
    shipped_session: Session, tmp_path: Path
) -> None:
    narrow = min(_seconds_to_refuse(shipped_session, tmp_path, 1_000) for _ in range(3))
    assert _seconds_to_refuse(shipped_session, tmp_path, 4_000) < 10 * narrow


def test_a_row_of_totals_may_be_the_whole_instead_of_left_out(
    shipped_session: Session, tmp_path: Path
) -> None:
    preview = _preview(
        shipped_session, tmp_path, MERGED_TABLE, MERGED.replace('skip = ["Totaal"]', 'whole = ["totaal"]')
    )
    assert _told(preview)["jeugdzorg-jongeren", "GM0882", "2021JJ00", ""] == 3
    assert len(preview.observations) == 8


def test_a_cell_that_says_nothing_is_told(shipped_session: Session, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cel A1 zegt niet"):
        _preview(shipped_session, tmp_path, MERGED_TABLE.replace("Jeugdzorg, cijfers over 2021", ";"), MERGED)
    with pytest.raises(UserError, match="cel J99 zegt niet"):
        _preview(shipped_session, tmp_path, MERGED_TABLE, MERGED.replace('"A1"', '"J99"'))


def test_a_blank_cell_below_a_merged_one_means_the_same(shipped_session: Session, tmp_path: Path) -> None:
    layout = r"""
columns = ["gemeente", "jaar", "begroting lasten"]
[municipality]
column = "gemeente"
fill = "blank"
skip_pattern = 'totaal.*'
[period]
column = "jaar"
[variant]
heading = '(begroting|rekening) .*'
[[value]]
pattern = '.* lasten'
variant = "begroting"
series = "iv3-begroting-lasten"
[[value]]
pattern = '.* lasten'
variant = "rekening"
series = "iv3-rekening-lasten"
"""
    table = """
Gemeente;Jaar;Begroting lasten;Rekening lasten
;2018;1;1
Heerlen;2019;€ 10;1.250,-
;2020;12;13
Totaal Heerlen;;22;24
Herlen;2019;1;2
;2020;3;4
"""
    preview = _preview(shipped_session, tmp_path, table, layout)
    assert _told(preview) == {
        ("iv3-begroting-lasten", "GM0917", "2019JJ00", ""): 10,
        ("iv3-rekening-lasten", "GM0917", "2019JJ00", ""): 1250,
        ("iv3-begroting-lasten", "GM0917", "2020JJ00", ""): 12,
        ("iv3-rekening-lasten", "GM0917", "2020JJ00", ""): 13,
    }
    assert [found for found in _codes(preview) if found[0] in {"nothing-above", "unknown-municipality"}] == [
        ("nothing-above", "A2"),
        ("unknown-municipality", "A6"),
        ("unknown-municipality", "A7"),
    ]


def test_two_columns_with_the_same_heading_are_refused_only_when_they_are_read(
    shipped_session: Session, tmp_path: Path
) -> None:
    layout = """
columns = ["gemeente", "jaar"]
[municipality]
column = "gemeente"
[period]
column = "jaar"
[[value]]
pattern = "aantal.*"
series = "jongeren"
"""
    preview = _preview(shipped_session, tmp_path, "gemeente;jaar;x;x;aantal\nHeerlen;2019;1;2;3", layout)
    assert list(_told(preview).values()) == [3]
    with pytest.raises(UserError, match="kolom 'aantal' twee keer"):
        _preview(shipped_session, tmp_path, "gemeente;jaar;aantal;Aantal\nHeerlen;2019;1;2", layout)


IV3 = "Jaar;Document;Gemeenten;Taakveld;Baten;Lasten"


def test_the_same_task_field_before_and_after_a_break_is_another_breakdown(
    shipped_session: Session, tmp_path: Path
) -> None:
    rows = [f"{year};begroting;Heerlen;6.72 Maatwerk;0.0;1.0" for year in (2021, 2022, 2023, 2024, 2025)]
    preview = _preview(shipped_session, tmp_path, "\n".join([IV3, *rows]))
    years: dict[str, set[int]] = {}
    for said in preview.observations:
        years.setdefault(said.key.breakdown, set()).add(said.key.period.year)
    assert years == {
        "taakveld tot 2023=6.72": {2021, 2022},
        "taakveld=6.72": {2023, 2024},
        "taakveld vanaf 2025=6.72": {2025},
    }
    one = _preview(
        shipped_session,
        tmp_path,
        "Gemeenten;Taakveld;Baten;Lasten\nHeerlen;6.72;0.0;1.0",
        name="2019_begroting.csv",
    )
    assert {said.key.breakdown for said in one.observations} == {"taakveld tot 2023=6.72"}


@pytest.mark.parametrize(
    "table",
    [
        # Classic, with and without units, with another topic before it and in another order.
        (
            '"Titel"\n""\n"";"";"Onderwerp"\n"";"";"Bevolking|Totale bevolking"\n'
            '"Regio\'s";"Perioden";"aantal"\n'
            '"Heerlen";"2022*";"86936"\n"Bron: CBS"'
        ),
        (
            '"";"";"Wonen|Woningen";"Bevolking|Totale bevolking"\n"Regio\'s";"Perioden";"aantal";"aantal"\n'
            '"Limburg (PV)";"2022*";"5";"1115895"\n"Heerlen";"2022*";"5";"86936"'
        ),
        '"Perioden";"Regio\'s";"Totale bevolking"\n"2022*";"Heerlen";"86936"',
        "Perioden\tBevolking/Totale bevolking (aantal)\tRegio's\n2022*\t86936\tHeerlen",
        'Regio\'s,Perioden,Bevolking|Totale bevolking|x 1 000\nHeerlen,2022*,"86,936"',
        "Regio's;Perioden;Totale bevolking\n;;x 1 000\nHeerlen;2022*;86,9360",
    ],
)
def test_statline_is_read_in_every_form_it_is_exported_in(
    shipped_session: Session, tmp_path: Path, table: str
) -> None:
    preview = _preview(shipped_session, tmp_path, table)
    assert preview.layout == "statline"
    assert _told(preview) == {("inwoners", "GM0917", "2022JJ00", ""): 86936}
    assert preview.observations[0].status is Status.PROVISIONAL
    assert not preview.blocking


TOPICS = {
    "Regio's": ("Heerlen", "Voerendaal"),
    "Perioden": ("2019", "2020*"),
    "Bevolking/Totale bevolking (aantal)": ("86832", "12456"),
    "Bevolking/Dichtheid (per km²)": ("1930", "398"),
    "Wonen/Woningen (aantal)": ("44000", ""),
    "": ("", ""),
}


@given(
    st.permutations(list(TOPICS)),
    st.sampled_from([";", "\t", ","]),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    st.lists(st.sampled_from(["", "Titel", "Gemaakt op 1 mei 2021"]), max_size=3),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_order_other_topics_notes_separator_and_encoding_do_not_matter(
    shipped_session: Session,
    tmp_path: Path,
    order: list[str],
    separator: str,
    encoding: str,
    notes: list[str],
) -> None:
    rows = [order, *([TOPICS[topic][row] for topic in order] for row in (0, 1))]
    path = tmp_path / "statline.csv"
    path.write_text("\n".join([*notes, *(separator.join(row) for row in rows)]), encoding=encoding)
    assert _told(deliveries.preview(shipped_session, path)) == {
        ("inwoners", "GM0917", "2019JJ00", ""): 86832,
        ("inwoners", "GM0986", "2020JJ00", ""): 12456,
    }


def test_a_known_kind_of_table_without_a_known_topic_says_what_it_found(
    shipped_session: Session, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="geen kolom met cijfers voor het dossier") as caught:
        _preview(shipped_session, tmp_path, "Regio's;Perioden;Bodem|Land;Bodem|Water\nHeerlen;2022;1;2")
    assert caught.value.hint == "Deze kolommen leest de app niet: Bodem|Land; Bodem|Water."


def test_a_unit_that_the_layout_does_not_know_is_never_passed_over(
    shipped_session: Session, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="geen kolom met cijfers") as caught:
        _preview(shipped_session, tmp_path, "Regio's;Perioden;Totale bevolking\n;;mln\nHeerlen;2022;0,0869")
    assert "Totale bevolking|mln" in caught.value.hint


DISTRICTS = "Perioden;Wijken en buurten;Jongeren met jeugdzorg in natura (aantal)"


def test_districts_belong_to_the_municipality_above_them(shipped_session: Session, tmp_path: Path) -> None:
    rows = ["2020;Landgraaf;500", "2020;Wijk 01 Schaesberg;;", "2020;Nieuwenhagen;45", "2021;Landgraaf;510"]
    preview = _preview(shipped_session, tmp_path, "\n".join([DISTRICTS, *rows]))
    assert _told(preview) == {
        ("jeugdzorg-jongeren", "GM0882", "2020JJ00", ""): 500,
        ("jeugdzorg-jongeren", "GM0882", "2020JJ00", "buurt=Nieuwenhagen"): 45,
        ("jeugdzorg-jongeren", "GM0882", "2021JJ00", ""): 510,
    }
    assert _codes(preview) == [("suppressed", "C3")]


def test_a_row_of_the_whole_country_does_not_head_the_districts(
    shipped_session: Session, tmp_path: Path
) -> None:
    rows = ["2020;Nederland;90000", "2020;Heerlen;500", "2020;Wijk 10 Zuid;70"]
    preview = _preview(shipped_session, tmp_path, "\n".join([DISTRICTS, *rows]))
    assert _told(preview) == {
        ("jeugdzorg-jongeren", "GM0917", "2020JJ00", ""): 500,
        ("jeugdzorg-jongeren", "GM0917", "2020JJ00", "wijk=Wijk 10 Zuid"): 70,
    }


def test_the_name_of_another_municipality_among_districts_is_never_guessed(
    shipped_session: Session, tmp_path: Path
) -> None:
    rows = ["2020;Landgraaf;500", "2020;Heerlen;600", "2020;Wijk 10 Zuid;70", "2021;Landgraaf;510"]
    preview = _preview(shipped_session, tmp_path, "\n".join([DISTRICTS, *rows]))
    assert sorted(_told(preview).values()) == [500, 510]
    assert _codes(preview) == [("ambiguous-municipality", "B3"), ("ambiguous-municipality", "B4")]
    without = _preview(shipped_session, tmp_path, f"{DISTRICTS}\n2020;Wijk 10 Zuid;70")
    assert _codes(without) == [("nothing-above", "B2")]


def test_districts_without_their_municipality_are_told_once(shipped_session: Session, tmp_path: Path) -> None:
    rows = [f"2020;Wijk {number} Zuid;{number}" for number in range(10, 60)]
    preview = _preview(shipped_session, tmp_path, "\n".join([DISTRICTS, *rows]))
    assert _codes(preview) == [("nothing-above", "B2")]
    assert preview.problems[0].message.startswith("50 rijen vanaf hier horen bij een rij erboven")
    assert preview.blocking == len(rows)


@pytest.mark.parametrize(("shown", "read"), [("12.5", 500), ("-1.25", 500), ("12", 0)])
def test_one_number_with_decimals_shows_what_the_points_of_a_column_are(
    shipped_session: Session, tmp_path: Path, shown: str, read: int
) -> None:
    layout = """
columns = ["gemeente", "jaar", "kosten"]
decimal = "."
[municipality]
column = "gemeente"
[period]
column = "jaar"
[breakdown]
column = "taakveld"
dimension = "taakveld"
[[value]]
column = "kosten"
series = "iv3-rekening-lasten"
"""
    rows = [f"Heerlen;2020;{number};{number % 9 + 1}.234" for number in range(499)]
    table = "\n".join(["gemeente;jaar;taakveld;kosten", *rows, f"Heerlen;2020;x;{shown}"])
    preview = _preview(shipped_session, tmp_path, table, layout)
    assert len(preview.observations) == read
    assert [code for code, _ in _codes(preview) if code == "ambiguous-number"] == ["ambiguous-number"]


def test_raw_statline_has_codes_and_decimal_points(shipped_session: Session, tmp_path: Path) -> None:
    table = "ID;RegioS;Perioden;TotaleBevolking_1\n0;PV31  ;2022JJ00;1\n1;GM0917;2022JJ00;  86936"
    preview = _preview(shipped_session, tmp_path, table)
    assert _told(preview) == {("inwoners", "GM0917", "2022JJ00", ""): 86936}
    assert _codes(preview) == [("left-out", "B2")]


def test_codes_tell_districts_of_several_municipalities_apart(
    shipped_session: Session, tmp_path: Path
) -> None:
    table = """
ID;WijkenEnBuurten;SoortRegio_2;PercentageJongerenMetJeugdzorg_9
0;NL00;Land;1
1;GM0917;Gemeente;14.6
2;WK091710;Wijk;13.0
3;BU08820101;Buurt;       .
4;BU08820102;Buurt;7.5
"""
    preview = _preview(shipped_session, tmp_path, table, name="kerncijfers-2020.csv")
    assert _told(preview) == {
        ("jeugdzorg-percentage", "GM0917", "2020JJ00", ""): 14.6,
        ("jeugdzorg-percentage", "GM0917", "2020JJ00", "wijk=WK091710"): 13,
        ("jeugdzorg-percentage", "GM0882", "2020JJ00", "buurt=BU08820102"): 7.5,
    }
    assert _codes(preview) == [("left-out", "B2"), ("missing", "D5")]


def test_the_list_of_municipalities_is_refused_for_what_it_is(
    shipped_session: Session, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="bevat geen cijfers") as caught:
        _preview(shipped_session, tmp_path, "Gemeentenaam;Provincienaam;Gemeentecode\nHeerlen;Limburg;0917")
    assert "gemeentelijst van het CBS" in caught.value.hint


UNITS_ABOVE = """
columns = ["Gemeente"]
[municipality]
column = "Gemeente"
[period]
text = "2019"
[[value]]
column = "Uitgaven"
series = "IND-02"
[[value]]
column = "Jongeren"
series = "IND-03"
"""


@pytest.mark.parametrize(
    ("units", "problems"),
    [
        ("€;aantal", []),
        ("euro;", []),
        ("per jongere;wachtend", []),
        ("x 1.000;aantal", [("other-size", "B2")]),
        ("x 1 000 euro;‰", [("other-size", "B2")]),
        ("%;aantal", [("other-unit", "B2")]),
        ("in mln euro;%", [("other-size", "B2"), ("other-unit", "C2")]),
    ],
)
def test_a_unit_above_the_values_is_held_against_the_series(
    shipped_session: Session, tmp_path: Path, units: str, problems: list[tuple[str, str]]
) -> None:
    tables = (
        f"Gemeente;Uitgaven;Jongeren\n;{units}\nHeerlen;15000;300\n",
        ("Gemeente;Uitgaven ({});Jongeren ({})\nHeerlen;15000;300\n".format(*units.split(";"))),
    )
    below = _preview(shipped_session, tmp_path, tables[0], UNITS_ABOVE)
    assert [problem for problem in _codes(below) if problem[0].startswith("other")] == problems
    if all(units.split(";")):
        layout = UNITS_ABOVE.replace('column = "U', 'pattern = "U').replace('column = "J', 'pattern = "J')
        layout = layout.replace("Uitgaven", "Uitgaven.*").replace("Jongeren", "Jongeren.*")
        within = _preview(shipped_session, tmp_path, tables[1], layout, name="y.csv")
        told = [(code, cell.replace("1", "2")) for code, cell in _codes(within) if code.startswith("other")]
        assert told == problems


def test_figures_below_the_heading_are_no_unit(shipped_session: Session, tmp_path: Path) -> None:
    table = "Gemeente;Uitgaven;Jongeren\nHeerlen;1000;1000\n"
    assert not [
        code for code, _ in _codes(_preview(shipped_session, tmp_path, table, UNITS_ABOVE)) if "other" in code
    ]


@pytest.mark.parametrize(
    "table",
    [
        # Classic, the period below and above the topic; then new, with slashes, in either order.
        (
            '"Bevolking; regio"\n"";"Onderwerp";"Bevolking|Totale bevolking";"Bevolking|Totale bevolking"\n'
            '"";"Perioden";"2021";"2022*"\n"Regio\'s";"";"aantal";"aantal"\n'
            '"Limburg (PV)";"";"1";"2"\n"Heerlen";"";"86762";"86936"\n"Bron: CBS"'
        ),
        (
            '"Titel"\n"";"Perioden";"2021";"";"2022*";""\n'
            '"";"Onderwerp";"Totale bevolking";"Woningen";"Totale bevolking";"Woningen"\n'
            '"Regio\'s";"";"aantal";"aantal";"aantal";"aantal"\n"Heerlen";"";"86762";"4";"86936";"5"'
        ),
        (
            '"Regio\'s";"Totale bevolking (aantal)/2021";"Totale bevolking (aantal)/2022*"\n'
            '"Heerlen";"86762";"86936"'
        ),
        "Regio's;2021/Totale bevolking;2022**/Totale bevolking\nHeerlen;86762;86936",
        'Regio\'s,Bevolking/Inwoners/2021 (x 1 000),Inwoners/2022* (x 1 000)\nHeerlen,"86,762","86,936"',
        (
            '"";"Inwoners";"Inwoners"\n"Regio\'s";"2021";"2022*"\n"";"x 1 000";"x 1 000"\n'
            '"Heerlen";"86,762";"86,936"'
        ),
    ],
)
def test_statline_may_have_its_periods_as_columns(
    shipped_session: Session, tmp_path: Path, table: str
) -> None:
    preview = _preview(shipped_session, tmp_path, table)
    assert preview.layout == "statline-perioden"
    assert not [problem for problem in preview.problems if problem.severity.value == "blocking"]
    assert _told(preview) == {
        ("inwoners", "GM0917", "2021JJ00", ""): 86762,
        ("inwoners", "GM0917", "2022JJ00", ""): 86936,
    }
    assert [one.status.value for one in preview.observations] == ["definitief", "voorlopig"]


@pytest.mark.parametrize(
    ("last", "severity"),
    [
        ("105.0", Severity.NOTE),
        ("105.", Severity.WARNING),
        ("105", Severity.WARNING),
        ("", Severity.WARNING),
    ],
)
def test_a_last_value_that_the_line_breaks_off_after_is_told(
    shipped_session: Session, tmp_path: Path, last: str, severity: Severity
) -> None:
    path = tmp_path / "2023_begroting.csv"
    rows = [f"Heerlen;0.{field} Iets;1.0;10{field}.0" for field in range(1, 5)]
    text = "\n".join(["Gemeenten;Taakveld;Baten;Lasten", *rows, f"Heerlen;0.5 Treasury;1.0;{last}"])
    for encoding in ("utf-8", "utf-16"):
        path.write_text(text, encoding=encoding)
        told = [said for said in deliveries.preview(shipped_session, path).problems if said.code == "cut-off"]
        assert [(said.severity, said.cell) for said in told] == [(severity, "D6")]
        path.write_text(text + "\r\n", encoding=encoding, newline="")
        assert "cut-off" not in {said.code for said in deliveries.preview(shipped_session, path).problems}


def test_a_last_word_that_the_line_breaks_off_in_is_told(shipped_session: Session, tmp_path: Path) -> None:
    rows = [f"IND-06;Heerlen;{year};;12;;;Opgave van JenS" for year in (2016, 2017, 2018)]
    path = tmp_path / "lang.csv"
    path.write_text("\n".join([LONG, *rows, "IND-06;Heerlen;2019;;12;;;Opgave v"]), encoding="utf-8")
    told = [said for said in deliveries.preview(shipped_session, path).problems if said.code == "cut-off"]
    assert [(said.severity, said.cell) for said in told] == [(Severity.WARNING, "H5")]
    assert "breekt af na 'Opgave v'" in told[0].message
