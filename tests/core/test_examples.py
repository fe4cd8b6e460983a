"""The invented quarters: made by a script, marked FICTIEF on every sheet and value, and true to a story."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from raadsapp import paths
from raadsapp.cli.main import main
from raadsapp.domain.agreement import Agreement, Side
from raadsapp.domain.goals import Indicator
from raadsapp.domain.observation import Observation, Status
from raadsapp.domain.problem import Severity
from raadsapp.errors import UserError
from raadsapp.export.figures import Format, write
from raadsapp.intake.reading import read
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.services import deliveries, examples, measurements, saved_scenarios
from raadsapp.services.agreements import check
from raadsapp.services.exporting import Selection
from raadsapp.services.forecasts import beside_outcome
from raadsapp.services.judgements import headline, judged_all
from raadsapp.services.member_view import member_view
from raadsapp.services.opening import Session, open_session
from raadsapp.services.overview import goal_states
from raadsapp.services.revisions import revisions
from raadsapp.services.saved_words import forecast_cells
from raadsapp.services.scenario import scenario as scenario_of
from raadsapp.services.summary import latest_sentence, measured, measurement_sentence
from raadsapp.store import disclosures, observations
from tests.core.shipped import dossier
from tests.examples.books import MARK, write_books

EXAMPLES = sorted((paths.data_dir() / "examples").glob("*.xlsx"))
VOERENDAAL, HEERLEN, LANDGRAAF = "GM0986", "GM0917", "GM0882"


@pytest.fixture(scope="module")
def workbooks() -> Iterator[WorkbookProcess]:
    with WorkbookProcess() as process:
        yield process


@dataclass(frozen=True)
class Loading:
    """A closed store in which all quarters count, which no test changes, and what was told of that."""

    store: Path
    before: list[Observation]
    heard: list[tuple[int, int]]
    message: str


@pytest.fixture(scope="module")
def loading(tmp_path_factory: pytest.TempPathFactory) -> Loading:
    session = open_session(tmp_path_factory.mktemp("store") / "d.raadsapp", paths.data_dir())
    before = _counting(session)
    heard: list[tuple[int, int]] = []
    changes = examples.load(session, "Griffie", lambda done, total: heard.append((done, total)))
    session.close()
    return Loading(session.store.path, before, heard, changes.message)


@pytest.fixture(scope="module")
def loaded(loading: Loading, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A session in which all quarters count; no test changes it."""
    opened = _opened_copy(loading, tmp_path_factory.mktemp("copy"))
    yield opened
    opened.close()


@pytest.fixture
def practised(loading: Loading, tmp_path: Path) -> Iterator[Session]:
    """A session of one test, in which all quarters count."""
    opened = _opened_copy(loading, tmp_path)
    yield opened
    opened.close()


def _opened_copy(loading: Loading, folder: Path) -> Session:
    return open_session(Path(shutil.copy(loading.store, folder)), paths.data_dir())


def _parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def _series(session: Session, indicator: str, code: str, breakdown: str = "") -> tuple[Observation, ...]:
    return measurements.series(session, indicator, code, breakdown)


def test_the_script_makes_the_workbooks_that_are_shipped(tmp_path: Path) -> None:
    write_books(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [path.name for path in EXAMPLES]
    # The contents: another release of Python may pack the same contents differently.
    assert not [path.name for path in EXAMPLES if _parts(path) != _parts(tmp_path / path.name)]


def test_every_sheet_and_every_value_says_that_it_is_invented(workbooks: WorkbookProcess) -> None:
    for path in EXAMPLES:
        for sheet in read(path, workbooks).sheets:
            assert str(sheet.rows[0][0]).startswith(MARK)
            assert str(sheet.rows[1][0]).startswith(f"{MARK}: bedachte cijfers")
            if sheet.name != "Toelichting":
                assert all(str(row[9]).startswith(MARK) for row in sheet.rows[4:])


def test_every_quarter_is_there_and_every_value_keeps_its_mark(loaded: Session) -> None:
    spending = _series(loaded, "IND-01", VOERENDAAL)
    quarters = [f"{year}KW{number:02d}" for year in range(2019, 2023) for number in range(1, 5)]
    assert [observation.key.period.code for observation in spending] == quarters
    for code in (VOERENDAAL, HEERLEN, LANDGRAAF):
        for observation in observations.current(loaded.store, municipality=code):
            assert observation.source.startswith(MARK) is observation.key.indicator.startswith("IND-")


def test_more_young_people_are_helped_and_fewer_begin_in_summer(loaded: Session) -> None:
    for code in (VOERENDAAL, HEERLEN):
        helped = [observation.value for observation in _series(loaded, "IND-03", code)]
        assert helped[-1] > 1.15 * helped[0]
        started = [observation.value for observation in _series(loaded, "IND-04", code)]
        for year in range(4):
            assert min(started[4 * year : 4 * year + 4]) == started[4 * year + 2]


def test_parts_add_up_where_none_is_held_back(loaded: Session) -> None:
    names = ("volgens plan", "in overleg eerder", "door één kant", "anders")
    parts = [_series(loaded, "IND-05", HEERLEN, f"reden={name}") for name in names]
    assert [observation.value for observation in _series(loaded, "IND-05", HEERLEN)] == [
        sum(observation.value for observation in quarter) for quarter in zip(*parts, strict=True)
    ]


def test_a_correction_replaces_one_value_and_nothing_else(loaded: Session) -> None:
    correction = next(batch for batch in deliveries.batches(loaded) if "correctie" in batch.file)
    assert (correction.new, correction.changed, correction.unchanged) == (0, 1, 0)
    waiting = {found.key.period.code: found for found in _series(loaded, "IND-07", HEERLEN)}
    assert waiting["2020KW02"].status is Status.REVISED
    assert waiting["2020KW02"].value < 1.5 * waiting["2020KW01"].value


def test_what_was_not_delivered_is_missing_and_not_nothing(loaded: Session) -> None:
    quarters = {found.key.period.code for found in _series(loaded, "IND-03", LANDGRAAF)}
    assert len(quarters) == 15
    assert "2021KW03" not in quarters


def test_small_counts_are_held_back_by_the_supplier(loaded: Session, workbooks: WorkbookProcess) -> None:
    preview = deliveries.preview(loaded, EXAMPLES[0], workbooks=workbooks)
    assert any(found.code == "suppressed" and found.severity is Severity.NOTE for found in preview.problems)
    assert not _series(loaded, "IND-17", VOERENDAAL, "richting=afschalen")


def test_only_the_newest_quarter_is_provisional(loaded: Session) -> None:
    spending = _series(loaded, "IND-01", VOERENDAAL)
    assert [one.key.period.code for one in spending if one.status is not Status.FINAL] == ["2022KW04"]


def test_waiting_gives_a_signal_everywhere_and_most_indicators_give_none(loaded: Session) -> None:
    view = member_view(loaded)
    for code in (VOERENDAAL, HEERLEN, LANDGRAAF):
        found = judged_all(view, loaded.catalog, code)
        signals = [one.indicator.key for one in found if one.judgement.signal]
        with_limits = [one for one in found if one.judgement.chart]
        assert "IND-06" in signals
        assert 2 * len(signals) < len(with_limits)
        assert headline(found).sentence.startswith(MARK)


def test_the_correction_is_told_as_what_was_known_before(loaded: Session) -> None:
    (found,) = revisions(loaded, member_view(loaded), "IND-07", HEERLEN)
    assert found.now.period.code == "2020KW02"
    assert [one.shown.value for one in found.earlier] == [2 * (found.now.value or 0)]


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Session]:
    """A session of one test, without any delivery but that of the dossier."""
    opened = open_session(tmp_path / "own.raadsapp", paths.data_dir())
    yield opened
    opened.close()


def _counting(session: Session) -> list[Observation]:
    places = (VOERENDAAL, HEERLEN, LANDGRAAF)
    return [one for code in places for one in observations.current(session.store, municipality=code)]


def test_all_quarters_come_in_and_go_out_at_once_and_come_back_without_reading_again(
    loading: Loading, practised: Session
) -> None:
    assert loading.message.startswith("17 fictieve leveringen tellen nu mee")
    assert loading.heard == [(done, 17) for done in range(18)]
    there = _counting(practised)
    assert any(observation.fictional for observation in there)
    assert {one.layout for one in deliveries.batches(practised) if one.fictional} == {"kwartaalrapport"}
    assert examples.loaded(practised) == 17
    assert examples.load(practised, "Griffie").parts == frozenset()
    told = examples.withdraw(practised, "Griffie").message
    assert told.startswith("17 fictieve leveringen zijn ingetrokken")
    assert _counting(practised) == loading.before
    assert (examples.loaded(practised), examples.withdraw(practised, "Griffie").parts) == (0, frozenset())
    examples.load(practised, "Griffie")
    assert _counting(practised) == there
    assert len(deliveries.batches(practised)) == 18


def test_no_page_has_to_decide_what_may_be_seen_once_they_are_in(loaded: Session) -> None:
    decided = len(disclosures.decisions(loaded.store))
    assert decided
    loaded.views.clear()
    view = member_view(loaded)
    assert sum(len(revisions(loaded, view, *series)) for series in view.all_series())
    assert len(disclosures.decisions(loaded.store)) == decided


def test_a_real_delivery_goes_before_the_invented_ones_and_stays_when_they_go(
    practised: Session, tmp_path: Path
) -> None:
    table = (
        "indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron\nIND-07;Voerendaal;2022-K4;;31;;;"
    )
    (tmp_path / "echt.csv").write_text(table, encoding="utf-8")
    deliveries.commit(practised, deliveries.preview(practised, tmp_path / "echt.csv"), "Griffie")
    newest = _series(practised, "IND-07", VOERENDAAL)[-1]
    assert (newest.value, newest.fictional) == (31, False)
    examples.withdraw(practised, "Griffie")
    assert _series(practised, "IND-07", VOERENDAAL) == (newest,)


def test_what_is_invented_is_not_called_measured(loaded: Session) -> None:
    assert measured(loaded, VOERENDAAL) == frozenset()
    assert not any(state.measured for state in goal_states(loaded, VOERENDAAL))
    told = measurement_sentence(loaded, VOERENDAAL)
    assert told.startswith("Nog niet één van de 25")
    assert "FICTIEF: 25 indicatoren hebben bedachte cijfers" in told


def test_every_sentence_and_export_with_an_invented_value_says_so(loaded: Session, tmp_path: Path) -> None:
    indicator = dossier().find("IND-07")
    assert isinstance(indicator, Indicator)
    assert latest_sentence(loaded, indicator, VOERENDAAL).startswith("FICTIEF: Voerendaal")
    agreement = Agreement(
        indicator="IND-07",
        municipality=VOERENDAAL,
        side=Side.ABOVE,
        limit=10,
        response="Overleg",
        owner="College",
        made_on=date(2020, 1, 1),
        review_on=date(2023, 1, 1),
    )
    assert check(loaded, agreement).sentence.startswith("FICTIEF. ")
    scenario = scenario_of(loaded.catalog, VOERENDAAL, {})
    saved = saved_scenarios.of(loaded, scenario, name="Proef", made_on=date(2019, 1, 1))
    found = beside_outcome(loaded, saved)
    assert found
    assert all(one.fictional and one.sentence.startswith("FICTIEF. ") for one in found)
    assert all(
        "FICTIEF" in cells[-1]
        for one, cells in zip(found, forecast_cells(found), strict=True)
        if one.measured
    )
    write(loaded, tmp_path / "uit.csv", Format.CSV, Selection(VOERENDAAL))
    rows = (tmp_path / "uit.csv").read_text(encoding="utf-8-sig").splitlines()
    assert all(MARK in row for row in rows if row.startswith("IND-"))
    write(loaded, tmp_path / "uit.xlsx", Format.XLSX, Selection(VOERENDAAL))
    explained = read(tmp_path / "uit.xlsx").sheets[1].rows
    assert any(row[0] == MARK for row in explained)


def test_an_exported_invented_value_keeps_its_mark_when_it_is_imported_elsewhere(
    loaded: Session, own: Session, tmp_path: Path
) -> None:
    write(loaded, tmp_path / "uit.csv", Format.CSV, Selection(indicators=("IND-07",)))
    preview = deliveries.preview(own, tmp_path / "uit.csv")
    assert preview.fictional
    batch, _ = deliveries.commit(own, preview, "Griffie")
    assert batch.fictional


def _command(*arguments: object) -> int | str | None:
    with pytest.raises(SystemExit) as ended:
        main(list(map(str, arguments)))
    return ended.value.code


def test_the_command_takes_them_out_puts_them_in_and_marks_them(
    loading: Loading, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = shutil.copy(loading.store, tmp_path)
    assert _command("examples", "withdraw", "--store", store) == 0
    assert "17 fictieve leveringen zijn ingetrokken" in capsys.readouterr().out
    assert _command("examples", "load", "--store", store) == 0
    assert "17 fictieve leveringen tellen nu mee" in capsys.readouterr().out
    assert _command("indicators", "--store", store) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "  IND-" in line]
    assert all("FICTIEF" in line or "nog geen cijfers" in line for line in lines)
    assert _command("batches", "--store", store) == 0
    assert capsys.readouterr().out.count("FICTIEF") == 17
    assert _command("import", EXAMPLES[0], "--dry-run", "--store", store) == 0
    assert "FICTIEF: bedachte cijfers" in capsys.readouterr().out


def test_quarters_that_are_gone_or_cannot_be_read_are_an_error(
    own: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path)
    with pytest.raises(UserError, match="ontbreken"):
        examples.load(own, "Griffie")
    (tmp_path / "examples" / "map.xlsx").mkdir(parents=True)
    with pytest.raises(UserError, match=r"map\.xlsx"):
        examples.load(own, "Griffie")
