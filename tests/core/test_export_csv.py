"""What is exported is read back unchanged, opens in a spreadsheet without harm, and never half overwrites."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.errors import UserError
from raadsapp.export.csv import HEADINGS, write
from raadsapp.intake.formulas import neutralised, restored
from raadsapp.services import deliveries, exporting
from raadsapp.services.opening import Session
from raadsapp.store import batches, observations

words = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), min_size=1, max_size=12
).map(str.strip)
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


def _store(session: Session, *found: Observation, sha256: str = "-", day: int = 1) -> int:
    at = datetime(2026, 1, day, 12, tzinfo=UTC)
    return batches.add(
        session.store, file="x", sha256=sha256, layout="long", by="a", at=at, observations=found
    ).number


def _cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_observations)
def test_export_then_import_is_the_identity_and_withdrawing_restores_the_store(
    session: Session, tmp_path: Path, found: list[Observation]
) -> None:
    before = observations.current(session.store)
    number = _store(session, *found)
    during = observations.current(session.store)
    path = tmp_path / "alles.csv"
    assert write(session, path) == len(during)
    preview = deliveries.preview(session, path)
    assert (preview.blocking, preview.new, preview.changed) == (0, 0, 0)
    assert preview.unchanged == len(during)
    assert {(o.key, o.value, o.status, o.source) for o in preview.observations} == {
        (o.key, o.value, o.status, o.source) for o in during
    }
    batches.withdraw(session.store, number, "a", datetime.now(UTC))
    assert observations.current(session.store) == before


@given(st.text(alphabet="'=+-@\ta1", max_size=8))
def test_formula_text_is_made_harmless_and_comes_back_as_it_was(text: str) -> None:
    assert restored(neutralised(text)) == text
    assert not neutralised(text).startswith(("=", "+", "-", "@", "\t"))


def test_the_file_has_the_headings_of_the_long_layout_and_dutch_numbers(
    session: Session, tmp_path: Path
) -> None:
    key = ObservationKey("jongeren", "GM0917", Period(2019, PeriodKind.QUARTER, 1), "leeftijd=0-3")
    _store(session, Observation(key, -1234.5, Status.PROVISIONAL, '=HYPERLINK("x")'))
    write(session, tmp_path / "uit.csv", municipality="GM0917")
    assert _cells(tmp_path / "uit.csv") == [
        list(HEADINGS),
        [
            "jongeren",
            "GM0917",
            "2019KW01",
            "leeftijd=0-3",
            "-1234,5",
            "aantal",
            "voorlopig",
            '\'=HYPERLINK("x")',
        ],
    ]
    assert (tmp_path / "uit.csv").read_bytes().startswith(b"\xef\xbb\xbfindicator;")


def test_an_export_as_of_a_day_holds_what_was_known_then(session: Session, tmp_path: Path) -> None:
    key = ObservationKey("jongeren", "GM0917", Period(2019))
    _store(session, Observation(key, 1), day=5)
    _store(session, Observation(key, 2), day=20)
    write(session, tmp_path / "uit.csv", as_of=date(2026, 1, 10))
    assert [row[4] for row in _cells(tmp_path / "uit.csv")[1:]] == ["1"]


def test_a_series_that_left_the_dossier_is_still_exported(session: Session) -> None:
    _store(session, Observation(ObservationKey("weg", "GM0917", Period(2019)), 1))
    assert [(row.observation.key.indicator, row.unit) for row in exporting.rows(session, "GM0917")] == [
        ("weg", "")
    ]


def test_a_place_that_cannot_be_written_is_refused_and_leaves_nothing(
    session: Session, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="is een map"):
        write(session, tmp_path)
    with pytest.raises(UserError, match="niet te schrijven"):
        write(session, tmp_path / "geen" / "map" / "uit.csv")
    with pytest.raises(UserError, match="het dossier zelf"):
        write(session, session.store.path)


def test_an_existing_file_stays_whole_when_writing_fails(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "uit.csv"
    path.write_text("oud")

    def full(_: int) -> None:
        raise OSError

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UserError, match="niet te schrijven"):
        write(session, path)
    assert path.read_text() == "oud"
    assert not [found for found in tmp_path.iterdir() if found.name.startswith(".uit.csv")]
