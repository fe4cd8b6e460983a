"""`raadsapp scenario … --as-of`: the figures that counted at the end of a day, as on the page."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from raadsapp import paths
from raadsapp.cli.main import main
from raadsapp.domain.entered_figure import EnteredFigure
from raadsapp.services.entered_figures import with_entered
from raadsapp.services.opening import open_session
from raadsapp.services.scenario import outcome, scenario
from raadsapp.store import entered_figures as log
from tests.core.model_page import HEERLEN

Output = pytest.CaptureFixture[str]
BEFORE, SINCE = "2026-04-30", "2026-05-02"
CEILINGS = {"plafond-2019": 15e6, "plafond-2020": 15e6, "plafond-2021": 14e6, "plafond-2022": 13e6}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A dossier in which ceilings of Heerlen count since 1 May 2026."""
    path, at = tmp_path / "eigen.raadsapp", datetime(2026, 5, 1, 12, tzinfo=UTC)
    session = open_session(path, paths.data_dir())
    entered = (
        EnteredFigure(
            municipality=HEERLEN, key=key, value=value, source="Begroting 2019, p. 3", by="Griffie", at=at
        )
        for key, value in CEILINGS.items()
    )
    log.add(session.store, entered, at)
    session.close()
    return path


def _json(capsys: Output, *arguments: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    with pytest.raises(SystemExit) as ended:
        main(["scenario", *arguments, "--json"])
    assert ended.value.code == 0
    return json.loads(capsys.readouterr().out)


def _of_page(file: Path, day: str) -> list[float]:
    """The lumpsum as the page works it out at this ‘stand van’."""
    session = open_session(file, paths.data_dir())
    try:
        asked = scenario(with_entered(session, date.fromisoformat(day)), HEERLEN, {})
        return [float(value) for value in outcome(asked).lumpsum[0]]
    finally:
        session.close()


@pytest.mark.parametrize("day", [BEFORE, SINCE])
def test_run_gives_the_numbers_of_the_page_on_that_day(capsys: Output, file: Path, day: str) -> None:
    asked = ("run", "--municipality", HEERLEN, "--store", str(file), "--draws", "0")
    found = _json(capsys, *asked, "--as-of", day)
    assert found["central"]["lumpsum"] == _of_page(file, day)
    now = _json(capsys, *asked)
    assert (found["central"] == now["central"]) == (day == SINCE)


def test_levers_and_goal_seek_follow_the_day(capsys: Output, file: Path) -> None:
    here = ("--municipality", HEERLEN, "--store", str(file))
    sought = ("solve", "--lever", "extra_budget", *here)
    assert _json(capsys, *sought, "--as-of", SINCE) == _json(capsys, *sought)
    assert _json(capsys, *sought, "--as-of", BEFORE) != _json(capsys, *sought)
    assert _json(capsys, "levers", *here, "--as-of", SINCE) == _json(capsys, "levers", *here)


def test_a_day_without_a_file_is_about_the_users_own_dossier(
    capsys: Output, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "default_store", lambda: file)
    asked = ("run", "--municipality", HEERLEN, "--draws", "0")
    found = _json(capsys, *asked, "--as-of", SINCE)
    assert found["central"]["lumpsum"] == _of_page(file, SINCE)
    assert _json(capsys, *asked)["central"] != found["central"]


def test_a_kept_scenario_is_seen_and_compared_as_on_that_day(capsys: Output, file: Path) -> None:
    here = ("--store", str(file))
    for name, more in (("Rust", "0"), ("Extra", "100000")):
        _json(capsys, "save", name, "--municipality", HEERLEN, "--set", f"extra_budget={more}", *here)
    then, now = (_json(capsys, "show", "1", *here, "--as-of", day) for day in (BEFORE, SINCE))
    assert now["now"] == _json(capsys, "show", "1", *here)["now"]
    assert now["drift"]["moved"] == []
    assert then["now"]["lumpsum"] == _of_page(file, BEFORE)
    assert then["drift"]["moved"]
    asked = ("compare", "1", "2", *here)
    assert _json(capsys, *asked, "--as-of", SINCE) == _json(capsys, *asked)
    assert _json(capsys, *asked, "--as-of", BEFORE) != _json(capsys, *asked)


def test_a_day_before_anything_was_known_is_said(capsys: Output, file: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["scenario", "run", "--draws", "0", "--store", str(file), "--as-of", "2010-01-01"])
    assert ended.value.code == 0
    assert "Op 1 januari 2010 stonden er nog geen cijfers in dit dossier." in capsys.readouterr().err
