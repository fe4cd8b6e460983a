"""What is exported is read back unchanged, opens in a spreadsheet without harm, and never half overwrites."""

import csv
import errno
import gc
import re
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from raadsapp.domain.entered_figure import EnteredFigure
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.errors import UserError
from raadsapp.export.explanation import entered_sentence
from raadsapp.export.figures import COLUMNS, Format, write
from raadsapp.intake.formulas import neutralised, restored
from raadsapp.services import deliveries, entered_figures, exporting
from raadsapp.services.exporting import Selection
from raadsapp.services.opening import Session
from raadsapp.store import batches, observations
from raadsapp.store import entered_figures as log

# Spaces inside, lines and what a spreadsheet program takes for a formula; reading ignores spaces at the ends.
words = (
    st.lists(
        st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t")
        | st.sampled_from(["=1+1", "_x0041_", "  ", "\r\n", "'", "@", "-"]),
        min_size=1,
        max_size=8,
    )
    .map("".join)
    .map(str.strip)
)
breakdowns = st.builds(
    "{}={}".format,
    words.map(lambda text: text.replace("=", "").strip()).filter(bool),
    words.filter(bool),
)
keys = st.builds(
    ObservationKey,
    st.just("kosten"),
    st.sampled_from(["GM0986", "GM0917"]),
    st.one_of(
        st.builds(Period, st.integers(1900, 2100)),
        st.builds(Period, st.integers(1900, 2100), st.just(PeriodKind.QUARTER), st.integers(1, 4)),
        st.builds(Period, st.integers(1900, 2100), st.just(PeriodKind.MONTH), st.integers(1, 12)),
    ),
    st.just("") | breakdowns,
)
any_observations = st.lists(
    st.builds(
        Observation,
        keys,
        st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from([1.234, -12.345, 0.0, 1e15]),
        st.sampled_from(Status),
        st.just("") | words,
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda observation: observation.key,
)


HEADINGS = [column.heading for column in COLUMNS]
WORKBOOKS = [Format.XLSX, Format.ODS]
HARMFUL = ('=HYPERLINK("x")', "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "'=1")


def _store(session: Session, *found: Observation, sha256: str = "-", day: int = 1) -> int:
    at = datetime(2026, 1, day, 12, tzinfo=UTC)
    return batches.add(
        session.store, file="x.csv", sha256=sha256, layout="long", by="Griffie", at=at, observations=found
    ).number


def _rows(path: Path, sheet: str = "Cijfers") -> list[list[object]]:
    """The cells of a file as a program that knows nothing of this one reads them."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [[*row] for row in csv.reader(file, delimiter=";")]
    found = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python()
    return [[*row] for row in found]


def _parts(path: Path, pattern: str) -> str:
    """The XML of those parts of a workbook whose names fit."""
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if re.fullmatch(pattern, name)]
        return "".join(package.read(name).decode() for name in names)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_observations, st.sampled_from(Format))
def test_export_then_import_is_the_identity_and_withdrawing_restores_the_store(
    session: Session, tmp_path: Path, found: list[Observation], form: Format
) -> None:
    before = observations.current(session.store)
    number = _store(session, *found)
    during = observations.current(session.store)
    path = tmp_path / f"alles.{form}"
    assert write(session, path, form).count == len(during)
    preview = deliveries.preview(session, path)
    assert (preview.blocking, preview.new, preview.changed) == (0, 0, 0)
    assert preview.unchanged == len(during)
    assert {(o.key, o.value, o.status, o.source) for o in preview.observations} == {
        (o.key, o.value, o.status, o.source) for o in during
    }
    batches.withdraw(session.store, number, "a", datetime.now(UTC))
    assert observations.current(session.store) == before


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_observations, st.sampled_from(WORKBOOKS))
def test_a_workbook_holds_every_text_and_every_number_exactly(
    session: Session, tmp_path: Path, found: list[Observation], form: Format
) -> None:
    number = _store(session, *found)
    during = observations.current(session.store)
    path = tmp_path / f"alles.{form}"
    write(session, path, form)
    assert [
        (row[0], row[2], restored(str(row[3])), row[4], row[6], restored(str(row[7])))
        for row in _rows(path)[1:]
    ] == [
        (o.key.indicator, o.key.period.code, o.key.breakdown, o.value, o.status.value, o.source)
        for o in during
    ]
    batches.withdraw(session.store, number, "a", datetime.now(UTC))


@given(st.text(alphabet="'=+-@\t\ra1", max_size=8))
def test_formula_text_is_made_harmless_and_comes_back_as_it_was(text: str) -> None:
    assert restored(neutralised(text)) == text
    assert not neutralised(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("form", Format)
def test_formula_like_names_are_texts_in_every_kind_of_file(
    session: Session, tmp_path: Path, form: Format
) -> None:
    _store(
        session,
        *(
            Observation(ObservationKey("jongeren", "GM0917", Period(2000 + at), f"{text}=x"), at, source=text)
            for at, text in enumerate(HARMFUL)
        ),
    )
    path = tmp_path / f"uit.{form}"
    write(session, path, form, Selection("GM0917"))
    cells = [str(cell) for row in _rows(path)[1:] for cell in row[:4] + row[5:]]
    assert [restored(str(row[7])) for row in _rows(path)[1:]] == list(HARMFUL)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    if form is Format.XLSX:
        assert "<f>" not in _parts(path, r"xl/worksheets/.*\.xml")
    if form is Format.ODS:
        assert "table:formula" not in _parts(path, r"content\.xml")


def test_the_file_has_the_headings_of_the_long_layout_and_dutch_numbers(
    session: Session, tmp_path: Path
) -> None:
    key = ObservationKey("jongeren", "GM0917", Period(2019, PeriodKind.QUARTER, 1), "leeftijd=0-3")
    number = _store(session, Observation(key, -1234.5, Status.PROVISIONAL, '=HYPERLINK("x")'))
    write(session, tmp_path / "uit.csv", selection=Selection(municipality="GM0917"))
    text = ["jongeren", "GM0917", "2019KW01", "leeftijd=0-3", "-1234,5", "aantal", "voorlopig"]
    source = '\'=HYPERLINK("x")'
    assert _rows(tmp_path / "uit.csv") == [HEADINGS, [*text, source, str(number)]]
    assert (tmp_path / "uit.csv").read_bytes().startswith(b"\xef\xbb\xbfindicator;")


@pytest.mark.parametrize("form", WORKBOOKS)
def test_a_workbook_has_numbers_as_numbers_and_the_same_columns(
    session: Session, tmp_path: Path, form: Format
) -> None:
    key = ObservationKey("jongeren", "GM0917", Period(2019), "wijk=Noord  Oost")
    number = _store(session, Observation(key, 0.1 + 0.2, source="twee\nregels"))
    path = tmp_path / f"uit.{form}"
    write(session, path, form, Selection("GM0917"))
    text = ["jongeren", "GM0917", "2019JJ00", "wijk=Noord  Oost"]
    assert _rows(path) == [
        HEADINGS,
        [*text, 0.1 + 0.2, "aantal", "definitief", "twee\nregels", number],
    ]


@pytest.mark.parametrize("form", WORKBOOKS)
def test_a_workbook_explains_itself(session: Session, tmp_path: Path, form: Format) -> None:
    key = ObservationKey("jongeren", "GM0917", Period(2019))
    first = _store(session, Observation(key, 1), day=5)
    _store(session, Observation(key, 2), day=20)
    at = datetime(2026, 2, 1, tzinfo=UTC)
    words = {"supplier": "ISD BOL", "approved_by": "M. de Vries", "note": "Na controle."}
    batches.describe(session.store, first, **words, by="Griffie", at=at)
    batches.withdraw(session.store, first, "Griffie", at)
    path = tmp_path / f"uit.{form}"
    write(session, path, form, Selection("GM0917", ("jongeren",), date(2026, 1, 10)))
    said = {str(row[0]): str(row[1]) for row in _rows(path, "Toelichting")}
    assert said["Stand van"] == "10 januari 2026"
    assert said["Gemeente"] == "Heerlen"
    assert said["Indicatoren"] == "Jongeren (jongeren)"
    assert said["Aantal waarden"] == "1"
    assert said[f"Levering {first}"] == (
        "‘x.csv’, ingelezen op 5 januari 2026 door Griffie: 1 waarde. Leverancier: ISD BOL. "
        "Goedgekeurd door M. de Vries. Opmerking: Na controle. Ingetrokken op 1 februari 2026."
    )
    assert str(datetime.now().astimezone().year) in said["Gemaakt op"]
    assert "Eigen cijfers" not in said


def test_a_workbook_without_a_choice_says_that_it_holds_everything(session: Session, tmp_path: Path) -> None:
    write(session, tmp_path / "uit.xlsx", Format.XLSX)
    said = {str(row[0]): str(row[1]) for row in _rows(tmp_path / "uit.xlsx", "Toelichting")}
    assert (said["Gemeente"], said["Indicatoren"]) == ("alle gemeenten", "alle indicatoren en reeksen")


def test_a_workbook_says_that_it_is_dutch_and_keeps_its_header_in_sight(
    session: Session, tmp_path: Path
) -> None:
    for form in WORKBOOKS:
        write(session, tmp_path / f"uit.{form}", form)
    excel, libre = tmp_path / "uit.xlsx", tmp_path / "uit.ods"
    assert "nl-NL" in _parts(excel, r"docProps/custom\.xml")
    assert _parts(excel, r"xl/worksheets/.*\.xml").count('state="frozen"') == 2
    assert "<dc:language>nl-NL</dc:language>" in _parts(libre, r"meta\.xml")
    assert 'fo:language="nl"' in _parts(libre, r"styles\.xml")
    assert _parts(libre, r"settings\.xml").count('"VerticalSplitMode" config:type="short">2<') == 2
    with zipfile.ZipFile(libre) as package:
        assert package.infolist()[0].filename == "mimetype"
        assert package.infolist()[0].compress_type == zipfile.ZIP_STORED


def test_what_no_workbook_can_hold_is_marked_in_its_place(session: Session, tmp_path: Path) -> None:
    key = ObservationKey("jongeren", "GM0917", Period(2019))
    _store(session, Observation(key, 1, source="a\x01b\ufffe"))
    for form in WORKBOOKS:
        path = tmp_path / f"uit.{form}"
        write(session, path, form, Selection("GM0917"))
        assert _rows(path)[1][7] == "a\ufffdb\ufffd"


def test_an_export_as_of_a_day_holds_what_was_known_then(session: Session, tmp_path: Path) -> None:
    key = ObservationKey("jongeren", "GM0917", Period(2019))
    _store(session, Observation(key, 1), day=5)
    _store(session, Observation(key, 2), day=20)
    write(session, tmp_path / "uit.csv", selection=Selection(as_of=date(2026, 1, 10)))
    assert [row[4] for row in _rows(tmp_path / "uit.csv")[1:]] == ["1"]


def test_an_extract_stays_what_it_was_when_more_is_stored(session: Session) -> None:
    key = ObservationKey("jongeren", "GM0917", Period(2019))
    first = _store(session, Observation(key, 1), day=5)
    chosen = exporting.extract(session, Selection("GM0917"))
    _store(session, Observation(key, 2), day=20)
    batches.withdraw(session.store, first, "a", datetime.now(UTC))
    assert [(row.observation.value, row.batch) for row in exporting.rows(session, chosen)] == [(1, first)]
    assert chosen.count == 1


def test_a_series_that_left_the_dossier_is_still_exported(session: Session) -> None:
    _store(session, Observation(ObservationKey("weg", "GM0917", Period(2019)), 1))
    chosen = exporting.extract(session, Selection("GM0917"))
    assert [(row.observation.key.indicator, row.unit) for row in exporting.rows(session, chosen)] == [
        ("weg", "")
    ]


def _enter(session: Session) -> None:
    ceilings = {f"plafond-{year}": 10_000_000.0 + year for year in range(2019, 2023)}
    entered_figures.enter(session, "GM0917", ceilings, source="=Raadsbrief 12", by="Griffie")


@pytest.mark.parametrize("form", WORKBOOKS)
def test_figures_entered_by_hand_have_a_sheet_with_their_source_and_mark(
    shipped_session: Session, tmp_path: Path, form: Format
) -> None:
    _enter(shipped_session)
    written = write(shipped_session, tmp_path / f"uit.{form}", form)
    headings, *rows = _rows(tmp_path / f"uit.{form}", "Eigen cijfers")
    named = [dict(zip(map(str, headings), row, strict=True)) for row in rows]
    assert [(row["sleutel"], row["waarde"]) for row in named] == [
        (f"plafond-{year}", 10_000_000.0 + year) for year in range(2019, 2023)
    ]
    assert {(row["gemeente"], row["naam"], row["soort"], row["bron"]) for row in named} == {
        ("GM0917", "Heerlen", "zelf ingevoerd, geen levering", "'=Raadsbrief 12")
    }
    told = (
        "4 cijfers die u zelf invoerde, staan op het blad ‘Eigen cijfers’. "
        "Dat is invoer voor ‘Wat als?’, geen levering: inlezen slaat het over."
    )
    assert entered_sentence(written, table_only=False) == told
    assert ["Eigen cijfers", told] in _rows(tmp_path / f"uit.{form}", "Toelichting")


@pytest.mark.parametrize("form", WORKBOOKS)
def test_reading_a_workbook_with_entered_figures_changes_nothing_and_names_their_sheet(
    shipped_session: Session, tmp_path: Path, form: Format
) -> None:
    _enter(shipped_session)
    before = entered_figures.list_figures(shipped_session)
    written = write(shipped_session, tmp_path / f"uit.{form}", form)
    preview = deliveries.preview(shipped_session, tmp_path / f"uit.{form}")
    assert (preview.blocking, preview.new, preview.changed) == (0, 0, 0)
    assert preview.unchanged == written.count
    assert "Deze indeling past niet op Eigen cijfers" in preview.problems[0].message
    assert entered_figures.list_figures(shipped_session) == before


def test_a_csv_has_no_place_for_entered_figures_and_says_so(shipped_session: Session, tmp_path: Path) -> None:
    _enter(shipped_session)
    written = write(shipped_session, tmp_path / "uit.csv", Format.CSV)
    assert entered_sentence(written, table_only=True) == (
        "4 cijfers die u zelf invoerde, staan er niet bij: een CSV heeft één tabel. "
        "Kies daarvoor Excel of LibreOffice."
    )
    elsewhere = exporting.extract(shipped_session, Selection("GM0986"))
    assert not entered_sentence(elsewhere, table_only=True)


def test_an_entered_figure_that_left_the_dossier_keeps_its_key(shipped_session: Session) -> None:
    gone = EnteredFigure(
        municipality="GM9999", key="weg-2019", value=3.0, source="Brief", by="Griffie", at=datetime.now(UTC)
    )
    log.add(shipped_session.store, (gone,), gone.at)
    (own,) = exporting.own_figures(shipped_session)
    assert (own.municipality, own.label, own.unit) == ("GM9999", "weg-2019", "")


def test_progress_is_told_and_can_end_it_without_leaving_anything(session: Session, tmp_path: Path) -> None:
    months = [Period(year, PeriodKind.MONTH, month) for year in range(1900, 2000) for month in range(1, 13)]
    _store(session, *(Observation(ObservationKey("jongeren", "GM0917", month), 1) for month in months))
    heard: list[tuple[int, int]] = []
    write(session, tmp_path / "uit.csv", progress=lambda done, total: heard.append((done, total)))
    total = len(observations.current(session.store))
    assert heard == [(0, total), (1000, total), (total, total)]

    def stop(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    for form in Format:
        with pytest.raises(KeyboardInterrupt):
            write(session, tmp_path / f"nieuw.{form}", form, progress=stop)
    assert sorted(path.name for path in tmp_path.glob("*uit*")) == ["uit.csv"]
    assert not list(tmp_path.glob("*nieuw*"))


def test_more_than_a_sheet_can_hold_is_refused_for_workbooks_only(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("raadsapp.export.figures.MAX_ROWS", 2)
    for form in WORKBOOKS:
        with pytest.raises(UserError, match="passen niet op één werkblad"):
            write(session, tmp_path / f"uit.{form}", form)
    assert write(session, tmp_path / "uit.csv").count > 1


def test_a_text_that_no_cell_can_hold_is_never_cut_off(session: Session, tmp_path: Path) -> None:
    key = ObservationKey("jongeren", "GM0917", Period(2019))
    _store(session, Observation(key, 1, source="a" * 32_768))
    with pytest.raises(UserError, match="te lang voor een cel"):
        write(session, tmp_path / "uit.xlsx", Format.XLSX)
    assert not list(tmp_path.glob("*uit*"))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_no_room_for_the_rows_of_a_workbook_is_said_in_the_same_words(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "x")

    monkeypatch.setattr(zipfile.ZipFile, "write", full)
    with pytest.raises(UserError, match="de schijf is vol"):
        write(session, tmp_path / "uit.xlsx", Format.XLSX)
    assert not list(tmp_path.glob("*uit*"))
    gc.collect()  # what the library left open, while that is still forgiven


@pytest.mark.parametrize("form", Format)
def test_a_place_that_cannot_be_written_is_refused_and_leaves_nothing(
    session: Session, tmp_path: Path, form: Format
) -> None:
    with pytest.raises(UserError, match="is een map"):
        write(session, tmp_path, form)
    with pytest.raises(UserError, match="die map bestaat niet"):
        write(session, tmp_path / "geen" / "map" / f"uit.{form}", form)
    with pytest.raises(UserError, match="het dossier zelf"):
        write(session, session.store.path, form)
    assert not list(tmp_path.glob("*uit*"))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EACCES, "nog ergens open, of u mag daar niet schrijven"),
        (errno.EIO, "niet te schrijven."),
    ],
)
@pytest.mark.parametrize("form", Format)
def test_an_existing_file_stays_whole_when_writing_fails(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str, form: Format
) -> None:
    path = tmp_path / f"uit.{form}"
    path.write_text("oud")

    def fails(_: int) -> None:
        raise OSError(code, "x")

    monkeypatch.setattr("os.fsync", fails)
    with pytest.raises(UserError, match=said):
        write(session, path, form)
    assert path.read_text() == "oud"
    assert not list(tmp_path.glob(".uit*"))
