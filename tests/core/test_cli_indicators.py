"""The command that tells where every indicator stands, and whether that is signal or chance."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from raadsapp import paths
from raadsapp.cli.main import main
from raadsapp.domain.norm import Judges, Norm
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.services import norms
from raadsapp.services.opening import open_session
from raadsapp.store import batches

VOERENDAAL, HEERLEN = "GM0986", "GM0917"
STEADY = (50.0, 54.0, 48.0, 52.0) * 3
AT = datetime(2024, 3, 20, 9, tzinfo=UTC)
Output = pytest.CaptureFixture[str]


def _quarters(
    indicator: str, values: Sequence[float], breakdown: str = "", last: int = 0
) -> list[Observation]:
    """A series of Voerendaal from 2019 on, of which the `last` values are provisional."""
    return [
        Observation(
            ObservationKey(
                indicator,
                VOERENDAAL,
                Period(2019 + place // 4, PeriodKind.QUARTER, place % 4 + 1),
                breakdown,
            ),
            value,
            Status.FINAL if place < len(values) - last else Status.PROVISIONAL,
            "Rapport",
        )
        for place, value in enumerate(values)
    ]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with a few series of Voerendaal and a norm of the council."""
    path = tmp_path / "d.raadsapp"
    session = open_session(path, paths.data_dir())
    told = [
        *_quarters("IND-06", (*STEADY, 90.0)),
        *_quarters("IND-06", STEADY, "maat=negende deciel", last=1),
        *_quarters("IND-01", STEADY, last=12),
        *_quarters("IND-21", (3.0, 3.1), "gebied=samen"),
    ]
    batches.add(session.store, file="a.xlsx", sha256="0", layout="long", by="x", at=AT, observations=told)
    norm = Norm(
        of=Judges("IND-06"), value=40.0, decision="Besluit 7", decided_on=date(2024, 3, 12), by="x", at=AT
    )
    norms.save(session, norm)
    session.close()
    return path


def _run(store: Path, *arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["indicators", "--store", str(store), *arguments])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def _rows(store: Path, capsys: Output, *arguments: str) -> dict[tuple[str, str, str], dict[str, Any]]:
    assert _run(store, "--json", *arguments) == 0
    rows = json.loads(capsys.readouterr().out)
    return {(row["indicator"], row["municipality"], row["breakdown"]): row for row in rows}


def test_every_indicator_says_its_figure_and_whether_it_is_a_signal(store: Path, capsys: Output) -> None:
    assert _run(store, "--municipality", VOERENDAAL) == 0
    lines = capsys.readouterr().out.splitlines()
    waiting = next(place for place, line in enumerate(lines) if "IND-06" in line)
    assert lines[waiting].endswith("Wachttijd tot de start: 90 weken (1e kwartaal 2022), 1 uitsplitsing")
    assert lines[waiting + 1].strip().endswith("Dit is een signaal: het gaat slechter.")
    spending = next(place for place, line in enumerate(lines) if "IND-01" in line)
    assert lines[spending].endswith("52% (4e kwartaal 2021, voorlopig)")
    assert lines[spending + 1].strip().startswith("Alle cijfers zijn nog voorlopig")
    assert any("Medewerkers: nog geen cijfers" in line for line in lines)
    assert any("(gebied: samen): 3,1%" in line for line in lines)
    assert lines[-1].startswith("  De indicator die lang genoeg gemeten is, geeft een signaal.")


def test_the_json_holds_judgement_rule_and_sentence(store: Path, capsys: Output) -> None:
    found = _rows(store, capsys)
    waiting = found["IND-06", VOERENDAAL, ""]
    assert (waiting["value"], waiting["situation"], waiting["limits"]) == (90.0, "full", "fixed")
    assert (waiting["rule"], waiting["verdict"], waiting["signal"]) == ("outside", "concern", True)
    assert (waiting["judged_period"], waiting["norm"]) == ("2022KW01", 40.0)
    assert waiting["lower"] < waiting["mean"] < waiting["upper"]
    assert "De norm van de raad (40 weken, besluit 12 maart 2024)" in waiting["sentence"]
    assert waiting["why"] == "De grenzen staan vast op de eerste twaalf cijfers."
    split = found["IND-06", VOERENDAAL, "maat=negende deciel"]
    assert (split["period"], split["judged_period"], split["norm"]) == ("2021KW04", "2021KW03", None)
    assert [key for key in found if key[0] == "IND-21"] == [("IND-21", VOERENDAAL, "gebied=samen")]
    assert found["jongeren", HEERLEN, "leeftijd=3"]["unit"]
    assert "signal" not in found["jongeren", HEERLEN, "leeftijd=3"]


def test_an_earlier_period_is_judged_as_if_it_were_the_newest(store: Path, capsys: Output) -> None:
    found = _rows(store, capsys, "--period", "2021-K4")
    waiting = found["IND-06", VOERENDAAL, ""]
    assert (waiting["period"], waiting["value"], waiting["signal"]) == ("2021KW04", 52.0, False)
    assert ("IND-06", VOERENDAAL, "") not in _rows(store, capsys, "--period", "2016")
    assert _run(store, "--period", "ooit") == 2
    assert "'ooit' is geen periode." in capsys.readouterr().err
