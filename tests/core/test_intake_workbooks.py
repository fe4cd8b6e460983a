"""A workbook becomes sheets of cells that keep their place and kind, or one Dutch error; never a crash."""

import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from threading import Event, Timer
from zipfile import ZipFile

import pytest
import python_calamine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadsapp.errors import UserError
from raadsapp.intake.cells import Cell
from raadsapp.intake.progress import Cancelled, Progress
from raadsapp.intake.reading import read
from raadsapp.intake.sheets import DeliveredFile, Sheet
from raadsapp.intake.workbooks import package, worker
from raadsapp.intake.workbooks.messages import Done, Message, Reason, Refused, told
from raadsapp.intake.workbooks.process import WorkbookProcess
from tests.core.workbook_files import HEADER, ROW, Row, ods, ods_of, sheet_xml, xlsx, xlsx_parts, zipped

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
WITHIN_BOUNDS = 10.0

FAILED_CELLS = sheet_xml(
    '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>'
    '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t=\'e\'><v>#N/A</v></c>'
    '<c r="E1"><f>2*21</f><v>42</v></c><c t="e"><v>#N/A</v></c></row>'
    '<row r="2" hidden="1"><c r="A2" t="e"></c><c r="B2" t="d"><v>2019-03-31</v></c></row>'
)
_FAILED = '<table:table-cell office:value-type="string" calcext:value-type="error"'
FAILED_ODS = ods_of(
    '<table:table table:name="A"><table:table-row table:number-rows-repeated="2"/><table:table-row>'
    f'<table:table-cell table:number-columns-repeated="2"/>{_FAILED}><text:p>#DIV/0!</text:p>'
    f'</table:table-cell>{_FAILED}/><table:table-cell office:value-type="boolean"'
    ' office:boolean-value="true"/></table:table-row></table:table><table:table table:name="B">'
    '<table:table-row table:visibility="filter"><table:table-cell office:value-type="float"'
    ' office:value="1"/></table:table-row></table:table>'
)

needs_samples = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the real sample files are not beside the project"
)


@pytest.fixture(scope="module")
def workbooks() -> Iterator[WorkbookProcess]:
    with WorkbookProcess(WITHIN_BOUNDS) as process:
        yield process


@pytest.fixture
def delivered(tmp_path: Path, workbooks: WorkbookProcess) -> "Delivered":
    return Delivered(tmp_path, workbooks)


class Delivered:
    """Files as they are delivered."""

    def __init__(self, folder: Path, workbooks: WorkbookProcess) -> None:
        self._folder = folder
        self._workbooks = workbooks

    def file(self, content: bytes, name: str = "map.xlsx") -> DeliveredFile:
        path = self._folder / name
        path.write_bytes(content)
        return read(path, self._workbooks)

    def rows(self, content: bytes, name: str = "map.xlsx") -> tuple[tuple[Cell, ...], ...]:
        (sheet,) = self.file(content, name).sheets
        return tuple(sheet.rows)

    def refusal(self, content: bytes, name: str = "map.xlsx") -> str:
        began = time.monotonic()
        with pytest.raises(UserError) as caught:
            self.file(content, name)
        assert time.monotonic() - began < WITHIN_BOUNDS + 2
        assert name in caught.value.message
        assert caught.value.hint
        return caught.value.message


@pytest.mark.parametrize("made", [xlsx, ods])
def test_text_stays_text_and_numbers_stay_numbers_at_their_place(delivered: Delivered, made: type) -> None:
    rows: list[Row] = [(None, None, None), (None, "1.234", 1.234), (None, None, None), (None, 7, "é & ü")]
    content = made({"Blad": rows})
    assert delivered.rows(content) == ((), ("", "1.234", 1.234), (), ("", 7.0, "é & ü"))


def test_every_sheet_with_cells_is_read_and_hidden_ones_are_named(delivered: Delivered) -> None:
    content = xlsx(
        {"Uitleg": [("a",)], "Leeg": [], "Kladblok": [("b",)], "Diep": [("c",)], "K1 & K2": [(1,)]},
        {"Kladblok": "hidden", "Diep": "veryHidden"},
    )
    file = delivered.file(content)
    assert file.sheets == (Sheet("Uitleg", (("a",),)), Sheet("K1 & K2", ((1.0,),)))
    assert file.hidden_sheets == ("Kladblok", "Diep")
    assert "alleen verborgen bladen met cijfers: Stil" in delivered.refusal(
        xlsx({"Stil": [("a",)]}, {"Stil": "hidden"})
    )


def test_truth_failed_formulas_and_days_are_text_that_is_no_number(delivered: Delivered) -> None:
    parts = xlsx_parts({"Blad": []}, {})
    parts["xl/worksheets/sheet1.xml"] = FAILED_CELLS
    (sheet,) = delivered.file(zipped(parts)).sheets
    assert sheet.rows == (("WAAR", "ONWAAR", "#DEEL/0!", "#N/B", 42.0), ("#FOUT!", "2019-03-31"))
    assert sheet.hidden_rows


def test_failed_formulas_and_hidden_rows_of_an_ods_are_seen(delivered: Delivered) -> None:
    assert delivered.file(FAILED_ODS).sheets == (
        Sheet("A", ((), (), ("", "", "#DEEL/0!", "#FOUT!", "WAAR"))),
        Sheet("B", ((1.0,),), hidden_rows=True),
    )


def test_a_failed_formula_far_down_in_an_ods_stands_in_its_own_row(delivered: Delivered) -> None:
    spanned = '<table:table-cell table:number-columns-spanned="2" office:value-type="string"/>'
    number = '<table:table-cell office:value-type="float" office:value="1"/>'
    rows = [spanned, *[number] * 20_000, f"{_FAILED}><text:p>#N/A</text:p></table:table-cell>", number]
    text = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in rows)
    (sheet,) = delivered.file(ods_of(f'<table:table table:name="A">{text}</table:table>')).sheets
    assert sheet.rows[19_999:] == ((1.0,), (1.0,), ("#N/B",), (1.0,))
    assert sheet.merged == ((0, 0, 0, 1),)


@pytest.mark.parametrize(
    ("columns", "hides"),
    [
        ('<col min="1" max="1" width="9"/><col min="2" max="2" hidden="1"/>', True),
        ('<col min="9" max="16384" width="0" hidden="1"/>', False),
    ],
)
def test_a_hidden_column_is_seen_but_not_those_beside_the_table(
    delivered: Delivered, columns: str, *, hides: bool
) -> None:
    parts = xlsx_parts({"Blad": []}, {})
    sheet_text = FAILED_CELLS.replace(' hidden="1"', "")
    parts["xl/worksheets/sheet1.xml"] = sheet_text.replace(
        "<sheetData>", f"<cols>{columns}</cols><sheetData>"
    )
    (sheet,) = delivered.file(zipped(parts)).sheets
    assert sheet.hidden_rows is hides


@pytest.mark.parametrize(("repeated", "hides"), [("1", True), ("16375", False)])
def test_a_hidden_column_of_an_ods_is_seen_too(delivered: Delivered, repeated: str, *, hides: bool) -> None:
    column = f'<table:table-column table:visibility="collapse" table:number-columns-repeated="{repeated}"/>'
    row = '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
    (sheet,) = delivered.file(ods_of(f'<table:table table:name="A">{column}{row}</table:table>')).sheets
    assert (sheet.rows, sheet.hidden_rows) == (((1.0,),), hides)


@needs_samples
def test_the_sample_workbooks_hold_what_a_spreadsheet_program_shows(workbooks: WorkbookProcess) -> None:
    folder = SHARED / "workbooks"

    def rows(name: str) -> tuple[tuple[Cell, ...], ...]:
        return tuple(read(folder / name, workbooks).sheets[0].rows)

    assert rows("date.ods")[:2] == (("2021-01-01", 15.0), ("2021-01-01 10:10:10", 16.0))
    assert rows("date_1904.xlsx")[0] == ("2021-01-01", 15.0)
    assert rows("errors.xlsx")[0] == ("#DEEL/0!",)
    assert rows("header-row.xlsx")[2] == ("", "", "Note 1")
    assert rows("merge_cells.xlsx") == (("Row Merge", "", "Not Merged"), ("Column Merge", "Chunk Merged"))
    assert rows("merged_cells.ods")[2] == ("", "", "C")
    old = read(SHARED / "cbs" / "gemeenten-alfabetisch-2019.xls", workbooks).sheets[0].rows
    plain = read(SHARED / "cbs" / "gemeenten-alfabetisch-2019.csv").sheets[0].rows
    assert old[1] == ("1680", "GM1680", "Aa en Hunze", "22", "PV22", "Drenthe")
    assert len(old) == len([row for row in plain if row])


def test_a_workbook_is_known_by_its_content_whatever_its_name(delivered: Delivered) -> None:
    assert delivered.rows(xlsx({"Blad": [("a", 1)]}), "kwartaal.csv") == (("a", 1.0),)
    assert delivered.rows(b"a;b\n1;2\n", "kwartaal.xls") == (("a", "b"), ("1", "2"))
    assert "webpagina" in delivered.refusal(b"<html><table></table></html>", "kwartaal.xls")


def test_what_looks_like_a_workbook_and_is_none_is_named(delivered: Delivered) -> None:
    types = "[Content_Types].xml"
    assert "zip-bestand" in delivered.refusal(zipped({"a.csv": "a;b"}), "alles.csv")
    assert "zip-bestand" in delivered.refusal(zipped({}), "leeg.zip")
    assert "ander document" in delivered.refusal(zipped({types: "", "word/document.xml": ""}), "brief.xlsx")
    text = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}
    assert "ander document" in delivered.refusal(zipped(text), "brief.ods")
    assert "ander document" in delivered.refusal(package.OLE_MARK + bytes(2000), "brief.xls")
    assert "is leeg" in delivered.refusal(xlsx({"Blad": []}))


def _with_zip_password(made: bytes) -> bytes:
    """A zip file in which every part is marked as encrypted."""
    content = bytearray(made)
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        content[place + 8] |= 1
        place = content.find(b"PK\x01\x02", place + 1)
    return bytes(content)


def test_a_password_is_named_also_where_it_is_on_the_zip_file(delivered: Delivered) -> None:
    assert "wachtwoord" in delivered.refusal(_with_zip_password(xlsx({"Blad": [("a",)]})))


def test_a_workbook_that_breaks_off_or_is_garbled_is_refused(delivered: Delivered) -> None:
    content = xlsx({"Blad": [HEADER, ROW]})
    assert "beschadigd of afgekapt" in delivered.refusal(content[: len(content) // 2])
    assert "beschadigd of afgekapt" in delivered.refusal(package.OLE_MARK + "Workbook".encode("utf-16-le"))
    garbled = xlsx_parts({"Blad": []}, {}) | {"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row"}
    assert "beschadigd of afgekapt" in delivered.refusal(zipped(garbled))


def _bomb_with_lying_size() -> bytes:
    """A sheet that is said to be small and unpacks to 300 MB."""
    parts = xlsx_parts({"Blad": []}, {})
    parts["xl/worksheets/sheet1.xml"] = sheet_xml('<row r="1"/>' * 25_000_000)
    content = bytearray(zipped(parts))
    with ZipFile(BytesIO(content)) as bomb:
        size = bomb.getinfo("xl/worksheets/sheet1.xml").file_size
    return bytes(content).replace(struct.pack("<I", size), struct.pack("<I", 1000))


def test_bombs_are_refused_before_they_go_off(delivered: Delivered) -> None:
    swollen = xlsx_parts({"Blad": []}, {}) | {"xl/worksheets/sheet1.xml": bytes(80 * 1024 * 1024)}
    assert "uitgepakt zo groot" in delivered.refusal(zipped(swollen))
    many = zipped({f"{number}.xml": "" for number in range(11_000)})
    assert "uitgepakt zo groot" in delivered.refusal(many)
    assert "beschadigd" in delivered.refusal(_bomb_with_lying_size())


def test_a_list_of_parts_that_is_itself_a_bomb_is_not_read() -> None:
    end = b"PK\x05\x06" + bytes(8) + struct.pack("<II", 2**30, 0) + bytes(2)
    assert package.refused(b"PK\x03\x04" + end) is Reason.BOMB


def _with_entities() -> bytes:
    """A sheet of which one cell would be a thousand million words."""
    lines = ['<!ENTITY a0 "boem">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))]
    doctype = f"<?xml version='1.0'?><!DOCTYPE x [{''.join(lines)}]>"
    parts = xlsx_parts({"Blad": []}, {})
    parts["xl/worksheets/sheet1.xml"] = doctype + sheet_xml(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&a9;</t></is></c></row>'
    )
    return zipped(parts)


def test_entities_are_refused_and_never_expanded(delivered: Delivered) -> None:
    assert "verwijzingen" in delivered.refusal(_with_entities())


@pytest.mark.parametrize("last", ["XFD1048576", "A1048576", "XFD1"])
def test_a_sheet_that_only_says_it_is_vast_is_read(delivered: Delivered, last: str) -> None:
    parts = xlsx_parts({"Blad": [("a", 1)]}, {})
    sheet = str(parts["xl/worksheets/sheet1.xml"])
    parts["xl/worksheets/sheet1.xml"] = sheet.replace("<sheetD", f'<dimension ref="A1:{last}"/><sheetD')
    assert delivered.rows(zipped(parts)) == (("a", 1.0),)


def test_a_sheet_of_seventeen_billion_cells_is_refused_within_time_and_memory(delivered: Delivered) -> None:
    parts = xlsx_parts({"Blad": []}, {})
    parts["xl/worksheets/sheet1.xml"] = sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    assert "te groot" in delivered.refusal(zipped(parts))
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="float"'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell} office:value="1"/></table:table-row>'
    vast = ods_of(f'<table:table table:name="A">{row}</table:table>')
    assert "te groot" in delivered.refusal(vast, "map.ods")


def test_more_cells_than_the_program_takes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = xlsx({"Blad": [(1, 2), (3, 4)], "Nog een": [(5,)]})
    monkeypatch.setattr(worker, "MAX_CELLS", 4)
    assert _told(content)[-1] == Refused(Reason.TOO_LARGE)
    monkeypatch.setattr(worker, "MAX_CELLS", 5)
    assert _told(content)[-1] == Done()


def _told(content: bytes) -> list[Message]:
    answers = BytesIO()
    worker.serve(content, answers)
    answers.seek(0)
    return list(told(answers))


def test_a_panic_or_a_lack_of_memory_in_the_library_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        """What the library raises when it cannot go on."""

    for error, reason in ((PanicException, Reason.BROKEN), (MemoryError, Reason.MEMORY)):

        def fail(_: object, error: type[BaseException] = error) -> None:
            raise error

        monkeypatch.setattr(python_calamine, "load_workbook", fail)
        assert _told(xlsx({"Blad": [(1,)]})) == [Refused(reason)]


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_is_read(tmp_path: Path) -> None:
    slow, quick = tmp_path / "traag.xlsx", tmp_path / "vlug.xlsx"
    slow.write_bytes(xlsx({"Blad": [[float(number)] * 10 for number in range(40_000)]}))
    quick.write_bytes(xlsx({"Blad": [(1,)]}))
    with WorkbookProcess(seconds=0.2) as workbooks:
        workbooks.start()
        with pytest.raises(UserError, match="kost te veel tijd"):
            read(slow, workbooks)
    with WorkbookProcess() as workbooks:
        assert read(quick, workbooks).sheets[0].rows == ((1.0,),)


def test_reading_is_stopped_at_once_and_the_next_file_is_read(tmp_path: Path) -> None:
    slow, quick = tmp_path / "traag.xlsx", tmp_path / "vlug.xlsx"
    slow.write_bytes(xlsx({"Blad": [[float(number)] * 10 for number in range(60_000)]}))
    quick.write_bytes(xlsx({"Blad": [(1,)]}))
    with WorkbookProcess() as workbooks:
        stopped_at = []

        def stop() -> None:
            stopped_at.append(time.monotonic())
            workbooks.stop()

        Timer(0.3, stop).start()
        with pytest.raises(UserError, match="niet verder gelezen"):
            read(slow, workbooks)
        assert time.monotonic() - stopped_at[0] < 0.2
        assert read(quick, workbooks).sheets[0].rows == ((1.0,),)


def test_workbooks_asked_for_together_are_read_one_after_the_other() -> None:
    rows = [("a", float(number)) for number in range(20_000)]
    contents = {name: xlsx({name: rows}) for name in ("een", "twee", "drie")}
    with WorkbookProcess(WITHIN_BOUNDS) as workbooks, ThreadPoolExecutor(3) as threads:
        found = list(threads.map(workbooks.read, contents.values(), contents))
        assert [[sheet.name for sheet in workbook.sheets] for workbook in found] == [
            [one] for one in contents
        ]
        assert all(len(workbook.sheets[0].rows) == len(rows) for workbook in found)


def test_who_waits_for_another_workbook_can_stop() -> None:
    slow = xlsx({"Blad": [[float(number)] * 10 for number in range(60_000)]})

    def stop(_: Progress) -> None:
        raise Cancelled

    with WorkbookProcess() as workbooks, ThreadPoolExecutor(1) as threads:
        started = Event()
        first = threads.submit(workbooks.read, slow, "traag", lambda _: started.set())
        started.wait()
        with pytest.raises(Cancelled):
            workbooks.read(xlsx({"Blad": [(1,)]}), "vlug", stop)
        assert len(first.result().sheets[0].rows) == 60_000


LONG = [("a", float(number)) for number in range(60_000)]


def test_rows_of_the_last_sheet_come_while_those_before_are_worked_on(workbooks: WorkbookProcess) -> None:
    content = xlsx({"Kort": [(1,)], "Weg": [("b",)], "Lang": LONG, "Leeg": []}, {"Weg": "hidden"})
    with workbooks.opened(xlsx({"Kort": [(1,)], "Lang": LONG}), "lang") as workbook:
        short, long = workbook.sheets
        rows = iter(long.rows)
        assert (short.rows, next(rows), long.expected) == (((1.0,),), ("a", 0.0), len(LONG))
        assert tuple(long.rows) == (("a", 0.0), *rows) == tuple(LONG)
    assert workbooks.read(content, "lang").hidden == ("Weg",)
    assert [sheet.name for sheet in workbooks.read(content, "lang").sheets] == ["Kort", "Lang"]


def test_who_stops_half_way_leaves_nothing_of_it_for_the_next_workbook() -> None:
    def stopped(process: WorkbookProcess) -> None:
        with process.opened(xlsx({"Lang": LONG}), "lang") as workbook:
            assert workbook.sheets[0].rows[0] == ("a", 0.0)
            raise Cancelled

    with WorkbookProcess() as workbooks:
        with pytest.raises(Cancelled):
            stopped(workbooks)
        assert workbooks.read(xlsx({"Kort": [(1,)]}), "kort").sheets[0].rows == ((1.0,),)


def test_a_process_that_is_ended_half_way_gives_no_half_workbook() -> None:
    def read_on(process: WorkbookProcess) -> None:
        with process.opened(xlsx({"Lang": LONG}), "lang") as workbook:
            process.stop()
            for _ in range(2):
                with pytest.raises(UserError, match="niet verder gelezen"):
                    tuple(workbook.sheets[0].rows)

    with WorkbookProcess() as workbooks, pytest.raises(UserError, match="niet verder gelezen"):
        read_on(workbooks)


def test_a_process_that_died_while_waiting_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "map.xlsx"
    path.write_bytes(xlsx({"Blad": [(1,)]}))
    with WorkbookProcess() as workbooks:
        workbooks.start()
        workbooks.stop()
        workbooks.stop()
        assert read(path, workbooks).sheets[0].rows == ((1.0,),)
    assert read(path).sheets[0].rows == ((1.0,),)


def test_a_process_that_cannot_start_is_a_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.xlsx"
    path.write_bytes(xlsx({"Blad": [(1,)]}))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "weg"))
    process = WorkbookProcess()
    process.start()
    with pytest.raises(UserError, match="niet starten"):
        read(path, process)


def test_the_program_itself_never_loads_the_library() -> None:
    watch = (
        "import sys, raadsapp.services.deliveries, raadsapp.intake.workbooks.process\n"
        "print('python_calamine' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_reading_process_answers_every_request_and_ends_when_nobody_asks() -> None:
    failed = xlsx_parts({"Blad": []}, {"Blad": "visible"})
    failed["xl/worksheets/sheet1.xml"] = FAILED_CELLS
    requests = [
        (zipped(failed), None),
        (xlsx({"Blad": [(1,)], "Weg": [(2,)]}, {"Weg": "hidden"}), None),
        (xlsx({"Blad": [[1.0]] * 1_001}), None),
        (FAILED_ODS, None),
        (zipped({"a.csv": "a;b"}), Reason.ARCHIVE),
        (zipped({"[Content_Types].xml": "", "ppt/slide.xml": ""}), Reason.DOCUMENT),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), Reason.DOCUMENT),
        (zipped({f"{number}.xml": "" for number in range(11_000)}), Reason.BOMB),
        (_with_zip_password(xlsx({"Blad": [(1,)]})), Reason.PASSWORD),
        (_with_entities(), Reason.ENTITIES),
        (xlsx({"Blad": [(1,)]})[:-30], Reason.BROKEN),
        (package.OLE_MARK + "Workbook".encode("utf-16-le"), Reason.BROKEN),
        (package.OLE_MARK + bytes(100), Reason.DOCUMENT),
        (package.OLE_MARK + bytes(22) + b"\x09\x00" + bytes(16) + b"\x01" + bytes(1_487), Reason.DOCUMENT),
        (package.OLE_MARK + bytes(22) + b"\x09\x00" + bytes(16) + b"\x02" + bytes(1_487), Reason.BROKEN),
    ]
    asked = b"".join(len(content).to_bytes(8, "big") + content for content, _ in requests)
    command = [sys.executable, "-m", "raadsapp.intake.workbooks.worker"]
    done = subprocess.run(command, input=asked, capture_output=True, check=True, timeout=60)
    ends = [message for message in told(BytesIO(done.stdout)) if isinstance(message, Done | Refused)]
    assert ends == [Refused(reason) if reason else Done() for _, reason in requests]


def _sound() -> list[bytes]:
    made: list[bytes] = [xlsx({"A": [HEADER, ROW], "B": [(1, "x")]}), ods({"A": [HEADER, ROW]})]
    if SHARED.is_dir():
        folder = SHARED / "workbooks"
        made += [path.read_bytes() for kind in ("*.xlsx", "*.ods") for path in sorted(folder.glob(kind))]
        made.append((SHARED / "cbs" / "gemeenten-alfabetisch-2019.xls").read_bytes())
    return made


SOUND = _sound()


@st.composite
def _mutated(draw: st.DrawFn) -> bytes:
    """A workbook that broke off, or in which some bytes changed – in the file or in one of its parts."""
    content = bytearray(draw(st.sampled_from(SOUND)))
    kind = draw(st.sampled_from(["cut", "flip", "part"]))
    if kind == "cut":
        return bytes(content[: draw(st.integers(4, len(content)))])
    if kind == "flip":
        _flip(draw, content)
        return bytes(content)
    if not content.startswith(b"PK"):
        return bytes(content)
    with ZipFile(BytesIO(content)) as sound:
        parts = {name: sound.read(name) for name in sound.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    part = bytearray(parts[name])
    _flip(draw, part)
    return zipped({**parts, name: bytes(part)})


def _flip(draw: st.DrawFn, content: bytearray) -> None:
    for _ in range(draw(st.integers(1, 8)) if content else 0):
        content[draw(st.integers(0, len(content) - 1))] = draw(st.integers(0, 255))


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(content=st.one_of(_mutated(), st.binary(max_size=300).map(lambda tail: b"PK\x03\x04" + tail)))
def test_any_broken_workbook_ends_in_sheets_or_one_user_error(delivered: Delivered, content: bytes) -> None:
    try:
        sheets = delivered.file(content).sheets
    except UserError:
        return
    assert all(any(sheet.rows) for sheet in sheets)


def test_sheets_of_the_same_name_are_refused_as_one_of_them_would_not_be_read(delivered: Delivered) -> None:
    parts = xlsx_parts({"Een": [HEADER, ROW], "Twee": [HEADER, ROW]}, {})
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace("Twee", "Een")
    assert "twee bladen met dezelfde naam" in delivered.refusal(zipped(parts))


def test_ten_thousand_sheets_are_told_as_what_they_are(delivered: Delivered) -> None:
    sheet = sheet_xml("")
    many = {f"xl/worksheets/sheet{number}.xml": sheet for number in range(10_001)}
    assert "meer dan 1000 bladen" in delivered.refusal(zipped(xlsx_parts({"Een": [ROW]}, {}) | many))
