"""`raadsapp scenario figures`, and a municipality or all of them together on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from raadsapp.cli.main import main
from tests.core.model_page import HEERLEN, LANDGRAAF, VOERENDAAL

Output = pytest.CaptureFixture[str]
CEILINGS = (
    "plafond-2019=15.000.000",
    "plafond-2020=15000000",
    "plafond-2021=€ 14.000.000",
    "plafond-2022=13e6",
)


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "dossier.raadsapp")


def _said(capsys: Output, *arguments: str, status: int = 0) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["scenario", *arguments])
    captured = capsys.readouterr()
    assert ended.value.code == status, captured.err
    return captured.err if status else captured.out


def _json(capsys: Output, *arguments: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    return json.loads(_said(capsys, *arguments, "--json"))


def _set(capsys: Output, file: str, *given: str) -> str:
    return _said(
        capsys,
        *("figures", "set", *given, "--municipality", HEERLEN, "--store", file),
        *("--source", "Begroting 2019, p. 3", "--by", "M. Jansen"),
    )


def _own(capsys: Output, file: str) -> str:
    return _set(capsys, file, *CEILINGS[:3], "plafond-2022=13000000")


def test_figures_are_entered_listed_worked_out_and_removed(capsys: Output, file: str) -> None:
    assert "Heerlen: 4 cijfers bewaard." in _own(capsys, file)
    told = _said(capsys, "figures", "list", "--municipality", HEERLEN, "--store", file)
    assert "€ 15.000.000  (bron: Begroting 2019, p. 3; ingevoerd door M. Jansen)" in told
    assert "€ 10.461.353  (schatting)" in told
    rows = {
        row["key"]: row
        for row in _json(capsys, "figures", "list", "--municipality", HEERLEN, "--store", file)
    }
    assert (rows["plafond-2022"]["value"], rows["plafond-2022"]["by"]) == (13e6, "M. Jansen")
    assert rows["kosten-ambulant-2015"]["value"] is None
    found = _json(capsys, "run", "--municipality", HEERLEN, "--draws", "0", "--store", file)
    assert found["central"]["lumpsum"][:5] == [15e6, 15e6, 14e6, 13e6, 13e6]
    assert found["estimated"] is True
    text = _said(capsys, "run", "--municipality", HEERLEN, "--draws", "0", "--store", file)
    assert text.startswith("Heerlen (deels schatting: opgeschaald)")
    gone = _said(capsys, "figures", "remove", "--municipality", HEERLEN, "--store", file)
    assert "4 cijfers van Heerlen weggehaald." in gone
    again = _said(capsys, "run", "--municipality", HEERLEN, "--draws", "0", "--store", file)
    assert again.startswith("Heerlen (schatting: opgeschaald)")


def test_what_is_unlikely_is_stored_and_told(capsys: Output, file: str) -> None:
    _own(capsys, file)
    told = _set(capsys, file, "plafond-2023=13.000")
    assert "Let op: plafond-2023. Ver van de schatting van € 14.423.111. Klopt dit?" in told
    assert "1 cijfer leeggemaakt" in _set(capsys, file, "plafond-2023=")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (CEILINGS, "‘13e6’ is geen getal"),
        (("plafond-2019",), "Schrijf cijfer=waarde"),
        (("plafond-2019=15000000",), "vul dit jaar ook in"),
    ],
)
def test_what_cannot_be_entered_ends_with_status_two(
    capsys: Output, file: str, given: tuple[str, ...], said: str
) -> None:
    arguments = ("figures", "set", *given, "--municipality", HEERLEN, "--source", "Brief", "--store", file)
    assert said in _said(capsys, *arguments, status=2)


def test_together_is_the_sum_of_the_three(capsys: Output, file: str) -> None:
    _own(capsys, file)
    asked = ("run", "--draws", "0", "--store", file, "--set", "demand_growth=2")
    together = _json(capsys, *asked, "--municipality", "samen")
    assert (together["municipality"], together["estimated"]) == ("samen", True)
    alone = [_json(capsys, *asked, "--municipality", code) for code in (VOERENDAAL, HEERLEN, LANDGRAAF)]
    for outcome in ("clients", "demand_cost", "lumpsum", "balance", "residential_cost", "municipality_total"):
        summed = [sum(path) for path in zip(*(one["central"][outcome] for one in alone), strict=True)]
        assert together["central"][outcome] == pytest.approx(summed), outcome


def test_levers_and_goal_seek_are_there_for_all_together_and_marked(capsys: Output) -> None:
    levers = {lever["key"]: lever for lever in _json(capsys, "levers", "--municipality", "samen")}
    assert levers["savings_scenario"]["default"] == "own"
    assert levers["pgb_count"]["source"].endswith("; schatting: opgeschaald")
    assert "opgeschaald" not in levers["demand_growth"]["source"]
    assert _said(capsys, "levers", "--municipality", "samen").startswith(
        "De gemeenten samen (schatting: Heerlen en Landgraaf opgeschaald)"
    )
    solved = _json(capsys, "solve", "--municipality", "samen", "--lever", "extra_budget")
    assert solved["reached"] is True
    assert "Heerlen en Landgraaf zijn opgeschaald" in solved["message"]
    assert "Heerlen en Landgraaf zijn opgeschaald" in _said(
        capsys, "solve", "--municipality", "samen", "--lever", "extra_budget"
    )


def test_an_unknown_municipality_is_told_that_all_together_can_be_asked_too(capsys: Output) -> None:
    assert "samen (alle gemeenten opgeteld)" in _said(capsys, "run", "--municipality", "GM0363", status=2)
