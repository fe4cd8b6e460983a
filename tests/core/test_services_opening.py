"""A session opens on the dossier: filled at first, quick afterwards, refreshed when the dossier is newer."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from raadsapp.content.figures import observations as figures
from raadsapp.content.loading import load
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period
from raadsapp.errors import UserError
from raadsapp.services.opening import DOSSIER_LAYOUT, Session, open_session
from raadsapp.store import batches, content, observations
from raadsapp.store.connection import open_store
from raadsapp.store.faults import DamagedError

ROOT = Path(__file__).parents[2]
AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
OPENING = """
import json, sys
from pathlib import Path
from raadsapp.services import commitments, measurements, opening, overview, search
session = opening.open_session(Path(sys.argv[1]), Path(sys.argv[2]))
overview.goal_states(session, session.catalog.dossier.municipalities[0])
search.search(session, "jeugd")
session.close()
print(json.dumps(sorted(sys.modules)))
"""


def _edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _kosten(year: int, value: float) -> Observation:
    return Observation(ObservationKey("kosten", "GM0986", Period(year)), value)


def _jongeren(value: float) -> Observation:
    return Observation(ObservationKey("jongeren", "GM0986", Period(2015)), value)


def _deliver(session: Session, *delivered: Observation) -> None:
    batches.add(
        session.store,
        file="q1.csv",
        sha256="00",
        layout="long",
        by="Griffie",
        at=AT,
        observations=delivered,
    )


def _sorted(found: tuple[Observation, ...]) -> list[Observation]:
    return sorted(found, key=lambda observation: observation.key)


def test_a_first_start_fills_the_store_with_the_dossier_and_its_figures(
    session: Session, small_dossier: Path
) -> None:
    catalog = load(small_dossier)
    assert session.catalog == catalog
    assert list(observations.current(session.store)) == _sorted(figures(catalog))
    (batch,) = batches.all_batches(session.store)
    assert batch.layout == DOSSIER_LAYOUT
    assert batch.file.startswith(catalog.dossier.key)


def test_a_second_start_reads_the_same_dossier_from_the_store(session: Session, small_dossier: Path) -> None:
    again = open_session(session.store.path, small_dossier)
    assert again.catalog == session.catalog
    assert len(batches.all_batches(again.store)) == 1
    again.close()


def test_a_start_on_a_filled_store_loads_no_heavy_library(session: Session, small_dossier: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENING, str(session.store.path), str(small_dossier)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        # Measuring coverage in there would load libraries too.
        env={name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")},
        text=True,
    )
    loaded = set(json.loads(done.stdout))
    assert "sqlite3" in loaded
    assert not loaded & {"numpy", "sqlite_utils", "tomllib", "PySide6", "click"}


def test_a_newer_dossier_replaces_the_old_and_adds_only_the_figures_that_changed(
    session: Session, small_dossier: Path
) -> None:
    _deliver(session, _kosten(2015, 1), _jongeren(999))
    _edit(small_dossier, "dossier.toml", "version = 3", "version = 4")
    _edit(small_dossier, "facts.toml", "value = 929262", "value = 929263")
    again = open_session(session.store.path, small_dossier)
    newest = batches.all_batches(again.store)[0]
    assert again.catalog.dossier.version == 4
    assert (newest.layout, newest.new, newest.changed, newest.unchanged) == (DOSSIER_LAYOUT, 0, 1, 0)
    found = {one.key: one.value for one in observations.current(again.store)}
    assert found[_kosten(2015, 0).key] == 929263
    assert found[_jongeren(0).key] == 999, "a delivered value stands while the dossier says nothing new of it"
    again.close()


def test_a_dossier_with_the_same_figures_adds_no_delivery(session: Session, small_dossier: Path) -> None:
    _edit(small_dossier, "goals.toml", "Een doel", "Een ander doel")
    again = open_session(session.store.path, small_dossier)
    assert again.catalog.goals[0].title == "Een ander doel"
    assert len(batches.all_batches(again.store)) == 1
    again.close()


def test_a_store_from_a_newer_dossier_keeps_it(session: Session, small_dossier: Path) -> None:
    _edit(small_dossier, "dossier.toml", "version = 3", "version = 2")
    again = open_session(session.store.path, small_dossier)
    assert again.catalog.dossier.version == 3
    again.close()


def test_programs_that_start_at_the_same_time_fill_the_store_once(
    small_dossier: Path, tmp_path: Path
) -> None:
    path = tmp_path / "dossier.raadsapp"
    command = [sys.executable, "-c", OPENING, str(path), str(small_dossier)]
    started = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [one.wait() for one in started] == [0, 0, 0]
    store = open_store(path, create=False)
    assert len(batches.all_batches(store)) == 1
    store.close()


def test_a_dossier_that_this_program_wrote_and_cannot_read_is_damaged(
    session: Session, small_dossier: Path
) -> None:
    session.store.connection.execute("UPDATE item SET document = '{}' WHERE kind = 'goal'")
    with pytest.raises(DamagedError):
        open_session(session.store.path, small_dossier)


def test_a_dossier_that_this_program_cannot_read_is_told_as_newer(
    session: Session, small_dossier: Path
) -> None:
    session.store.connection.execute("UPDATE item SET document = '{}' WHERE kind = 'goal'")
    session.store.connection.execute("UPDATE meta SET value = '9' WHERE name = 'dossier_version'")
    session.store.connection.execute("UPDATE meta SET value = 'later' WHERE name = 'dossier_digest'")
    with pytest.raises(UserError, match="nieuwere versie van Raadsapp"):
        open_session(session.store.path, small_dossier)


def test_a_missing_dossier_file_is_named_and_leaves_no_dossier_behind(
    small_dossier: Path, tmp_path: Path
) -> None:
    (small_dossier / "goals.toml").unlink()
    with pytest.raises(UserError, match=r"goals\.toml"):
        open_session(tmp_path / "dossier.raadsapp", small_dossier)
    store = open_store(tmp_path / "dossier.raadsapp")
    assert content.edition(store) is None
    assert batches.all_batches(store) == ()
    store.close()
