"""Every real sample file is imported, or refused with a clear reason; the Iv3 files to the last value."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from raadsapp import paths
from raadsapp.domain.observation import Observation
from raadsapp.errors import UserError
from raadsapp.services import deliveries
from raadsapp.services.deliveries import Preview
from raadsapp.services.opening import Session, open_session
from raadsapp.store import observations

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
IV3 = SHARED / "iv3"
THREE = {"Heerlen": "GM0917", "Landgraaf": "GM0882", "Voerendaal": "GM0986"}
NO_LAYOUT = "Geen enkele indeling past"
EMPTY = "is leeg"
LOCKED = "is beveiligd met een wachtwoord"
JSON = "is een JSON-bestand"
NO_FIGURES = "bevat geen cijfers voor het dossier"
IMPORTED = {
    "iv3/2023_begroting.csv": "iv3",
    "iv3/2023_jaarrekening.csv": "iv3",
    "iv3/iv3-jeugd-drie-gemeenten-2023-2025.csv": "iv3",
    "cbs/heerlen-jeugdzorg-wijken-buurten-2018-2019.csv": "statline-wijken",
    "cbs/statline-klassiek-regionale-kerncijfers-2021.csv": "statline",
}
REFUSED = {
    "iv3/LICENSE": NO_LAYOUT,
    "cbs/gemeenten-alfabetisch-2019.csv": NO_FIGURES,
    "cbs/gemeenten-alfabetisch-2019.xls": NO_FIGURES,
    "workbooks/empty_sheet.xlsx": EMPTY,
    "workbooks/pass_protected.ods": LOCKED,
    "workbooks/pass_protected.xlsx": LOCKED,
}
REFUSED_BY_FOLDER = {"workbooks": NO_LAYOUT, "csv-spectrum": NO_LAYOUT, "privacy": NO_LAYOUT}

# Municipalities of 2021 that were merged into others before 2023.
GONE = frozenset(
    (
        *("Beemster", "Boxmeer", "Brielle", "Cuijk", "Grave", "Heerhugowaard", "Hellevoetsluis", "Landerd"),
        *("Langedijk", "Mill en Sint Hubert", "Sint Anthonis", "Uden", "Weesp", "Westvoorne"),
    )
)

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the real sample files are not beside the project"
)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A session on the shipped dossier; each test leaves in it what it found."""
    opened = open_session(tmp_path_factory.mktemp("store") / "d.raadsapp", paths.data_dir())
    yield opened
    opened.close()


def _reason(name: str) -> str:
    if name.endswith(".md"):
        return NO_LAYOUT
    if name.endswith(".json"):
        return JSON
    return REFUSED.get(name) or REFUSED_BY_FOLDER[name.partition("/")[0]]


def _names() -> list[str]:
    return sorted(path.relative_to(SHARED).as_posix() for path in SHARED.rglob("*") if path.is_file())


@pytest.mark.parametrize("name", _names())
def test_every_sample_is_imported_or_refused_with_a_clear_reason(session: Session, name: str) -> None:
    if name in IMPORTED:
        preview = deliveries.preview(session, SHARED / name)
        assert preview.layout == IMPORTED[name]
        assert len(preview.observations)
        assert not preview.blocking
    else:
        with pytest.raises(UserError, match=_reason(name)) as caught:
            deliveries.preview(session, SHARED / name)
        assert Path(name).name in caught.value.message
        assert caught.value.hint
        if _reason(name) is NO_LAYOUT:
            assert "Wijs in de app bij Gegevens aan wat waar staat" in caught.value.hint


def _values(preview: Preview, indicator: str) -> dict[tuple[str, str], float]:
    return {
        (observation.key.municipality, observation.key.breakdown): observation.value
        for observation in preview.observations
        if observation.key.indicator == indicator
    }


@pytest.mark.parametrize(("document", "series"), [("begroting", "begroting"), ("jaarrekening", "rekening")])
def test_iv3_values_are_those_of_the_file_times_a_thousand(
    session: Session, document: str, series: str
) -> None:
    path = IV3 / f"2023_{document}.csv"
    preview = deliveries.preview(session, path)
    cost, income = (_values(preview, f"iv3-{series}-{kind}") for kind in ("lasten", "baten"))
    assert len(cost) == len(income) == 342 * 71
    # The plain file has no quotes: its lines can be cut without the reader that is tested here.
    lines = [line.split(";") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    for cells in lines:
        if cells[0] in THREE:
            key = (THREE[cells[0]], f"taakveld={cells[1].split(' ')[0]}")
            assert (income[key], cost[key]) == (float(cells[3]) * 1000, float(cells[4]) * 1000)
    places = {place for place, _ in cost}
    assert places == {place.code for place in session.catalog.municipalities}
    assert sum(cost.values()) == sum(float(cells[4]) for cells in lines if cells[0] != "Nederland") * 1000


def test_iv3_keeps_parents_and_children_apart_and_notes_what_is_odd(session: Session) -> None:
    preview = deliveries.preview(session, IV3 / "2023_begroting.csv")
    cost = _values(preview, "iv3-begroting-lasten")
    assert cost["GM0917", "taakveld=6.72"] == 0
    assert cost["GM0917", "taakveld=6.72d"] == 23_663_000
    assert cost["GM0059", "taakveld=0.5"] == -60_000
    codes = {problem.code for problem in preview.problems}
    assert codes == {"columns-ignored", "zero", "negative-amount", "parent-and-child", "left-out"}


def test_the_task_fields_of_2025_are_other_breakdowns_than_those_of_2023(session: Session) -> None:
    preview = deliveries.preview(session, IV3 / "iv3-jeugd-drie-gemeenten-2023-2025.csv")
    years: dict[str, set[int]] = {}
    for observation in preview.observations:
        years.setdefault(observation.key.breakdown, set()).add(observation.key.period.year)
    assert years["taakveld vanaf 2025=6.751"] == {2025}
    assert years["taakveld=6.72a"] == {2023, 2024}
    assert not [breakdown for breakdown, seen in years.items() if 2025 in seen and len(seen) > 1]
    assert ("negative-amount", "F81") in [(problem.code, problem.cell) for problem in preview.problems]


def _cells(name: str, first: int) -> list[list[str]]:
    """The rows of a quoted file from row `first` on, cut without the reader that is tested here."""
    lines = (SHARED / name).read_text(encoding="utf-8-sig").splitlines()[first:]
    return [line[1:-1].split('";"') for line in lines]


def test_statline_gives_the_population_of_every_municipality_and_of_nothing_else(session: Session) -> None:
    name = "cbs/statline-klassiek-regionale-kerncijfers-2021.csv"
    preview = deliveries.preview(session, SHARED / name)
    read = _values(preview, "inwoners")
    assert len(read) == len(preview.observations) == 338
    people = {cells[0]: float(cells[2]) for cells in _cells(name, 5) if len(cells) > 2 and cells[2]}
    for place in session.catalog.municipalities:
        if place.name in people:
            assert read[place.code, ""] == people[place.name]
    assert {said.key.period.code for said in preview.observations} == {"2021JJ00"}
    # All that is not read belongs to municipalities that no longer exist.
    assert sum(people.values()) - sum(read.values()) == sum(people[name] for name in people if name in GONE)
    assert {problem.code for problem in preview.problems} == {
        "columns-ignored",
        "left-out",
        "missing",
        "loose-text",
    }


def test_districts_and_neighbourhoods_of_heerlen_stand_under_heerlen(session: Session) -> None:
    name = "cbs/heerlen-jeugdzorg-wijken-buurten-2018-2019.csv"
    preview = deliveries.preview(session, SHARED / name)
    read = {
        (said.key.indicator, said.key.period.year, said.key.breakdown): said for said in preview.observations
    }
    expected = {
        (series, int(cells[0]), _district(cells[1])): float(cell.replace(",", "."))
        for cells in _cells(name, 1)
        for series, cell in zip(
            ("jeugdzorg-jongeren", "jeugdzorg-percentage", "inwoners"), cells[2:], strict=True
        )
        if cell
    }
    assert {key: said.value for key, said in read.items()} == expected
    assert {said.key.municipality for said in preview.observations} == {"GM0917"}
    (note,) = preview.problems
    assert note.code == "suppressed"
    assert note.message.startswith("78 waarden")


def _district(region: str) -> str:
    if region == "Heerlen":
        return ""
    return f"{'wijk' if region.startswith('Wijk ') else 'buurt'}={region}"


def test_iv3_twice_changes_nothing_and_withdrawing_brings_back_every_row(session: Session) -> None:
    def now() -> tuple[Observation, ...]:
        return observations.current(session.store)

    before = now()
    path = IV3 / "2023_begroting.csv"
    batch, _ = deliveries.commit(session, deliveries.preview(session, path), "Griffie")
    after = now()
    assert len(after) == len(before) + batch.new == len(before) + 48_564
    again = deliveries.preview(session, path)
    assert again.already == batch
    deliveries.commit(session, again, "Griffie")
    assert now() == after
    deliveries.withdraw(session, batch.number, "Griffie")
    assert now() == before
