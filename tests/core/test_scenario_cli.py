"""`raadsapp scenario`: the JSON of the model page to the key, readable tables, and errors with status 2."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from raadsapp.cli.main import main
from raadsapp.paths import data_dir
from raadsapp.services.opening import open_session
from tests.core.model_page import DEFAULTS, ENDLESS, HEERLEN, LANDGRAAF, VOERENDAAL

CENTRAL = [
    "youth",
    "youth_weighted",
    "use_rate",
    "clients",
    "arrangements",
    "unit_cost",
    "ambulatory_cost",
    "other_cost",
    "demand_cost",
    "lumpsum",
    "gap",
    "deferred",
    "spend",
    "balance",
    "backlog",
    "waiting_weeks",
    "municipality_extra",
    "cooperative_result",
    "cooperative_cumulative",
    "residential_clients",
    "residential_cost",
    "municipality_total",
    "old_system_cost",
]

Output = pytest.CaptureFixture[str]


def _said(capsys: Output, *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["scenario", *arguments])
    assert ended.value.code == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def _json(capsys: Output, *arguments: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    return json.loads(_said(capsys, *arguments, "--json"), parse_constant=refuse)


def test_run_prints_exactly_the_object_of_the_page(capsys: Output) -> None:
    found = _json(capsys, "run", "--municipality", VOERENDAAL, "--draws", "101", "--seed", "3")
    assert list(found) == [
        "municipality",
        "estimated",
        "levers",
        "years",
        "central",
        "quantiles",
        "share_fits",
        "draws",
        "seed",
        "contributions",
    ]
    assert found["municipality"] == VOERENDAAL
    assert found["estimated"] is False
    assert found["levers"] == DEFAULTS
    assert found["years"] == list(range(2019, 2027))
    assert list(found["central"]) == CENTRAL
    assert {len(values) for values in found["central"].values()} == {8}
    assert list(found["quantiles"]) == CENTRAL
    assert list(found["quantiles"]["demand_cost"]) == ["p10", "p50", "p90"]
    assert len(found["share_fits"]) == 8
    assert (found["draws"], found["seed"]) == (101, 3)
    assert found["contributions"] == {
        "outcome": "balance",
        "year": 2022,
        "from": found["central"]["balance"][3],
        "to": found["central"]["balance"][3],
        "by_lever": {},
    }


def test_run_gives_the_check_values_in_full(capsys: Output) -> None:
    central = _json(capsys, "run", "--municipality", VOERENDAAL, "--draws", "0")["central"]
    assert central["lumpsum"][:4] == pytest.approx([1_450_000, 1_450_000, 1_350_000, 1_200_000])
    assert [round(cost) for cost in central["demand_cost"][:4]] == [
        1_461_718,
        1_475_568,
        1_491_422,
        1_504_819,
    ]
    assert central["demand_cost"][3] != round(central["demand_cost"][3])


def test_without_draws_there_are_no_quantiles(capsys: Output) -> None:
    found = _json(capsys, "run", "--draws", "0")
    assert (found["quantiles"], found["share_fits"], found["draws"]) == ({}, [], 0)


def test_what_is_set_by_hand_goes_over_the_preset(capsys: Output) -> None:
    preset = ("run", "--draws", "0", "--preset", "samen-delen")
    found = _json(capsys, *preset, "--set", "risk_corridor=10", "--set", "demand_growth=2,5")
    changed = {key: value for key, value in found["levers"].items() if value != DEFAULTS[key]}
    assert changed == {"risk_corridor": 10, "municipality_share": 50, "demand_growth": 2.5}


def test_contributions_are_those_of_the_outcome_and_year_that_were_asked(capsys: Output) -> None:
    changes = ("--set", "demand_growth=5", "--set", "base_year=2017")
    found = _json(capsys, "run", "--draws", "0", *changes, "--contributions", "clients:2026")
    parts, central = found["contributions"], found["central"]
    assert (parts["outcome"], parts["year"], parts["to"]) == ("clients", 2026, central["clients"][-1])
    assert set(parts["by_lever"]) == {"demand_growth", "base_year"}
    assert sum(parts["by_lever"].values()) == pytest.approx(parts["to"] - parts["from"])


@pytest.mark.parametrize("municipality", [HEERLEN, LANDGRAAF])
def test_a_scaled_municipality_is_marked_as_estimated(capsys: Output, municipality: str) -> None:
    assert _json(capsys, "run", "--municipality", municipality, "--draws", "0")["estimated"] is True
    assert "(schatting: opgeschaald)" in _said(capsys, "run", "--municipality", municipality, "--draws", "0")


def test_the_same_seed_prints_the_same_object(capsys: Output) -> None:
    asked = ("run", "--draws", "501", "--seed", "5", "--municipality", HEERLEN)
    assert _json(capsys, *asked) == _json(capsys, *asked)


def test_levers_prints_what_each_may_be(capsys: Output) -> None:
    found = _json(capsys, "levers", "--municipality", HEERLEN)
    assert [lever["key"] for lever in found] == list(DEFAULTS)
    for lever in found:
        assert list(lever) == ["key", "label", "kind", "unit", "default", "range", "spread", "source"]
    by_key = {lever["key"]: lever for lever in found}
    assert by_key["pgb_count"]["range"] == [0, 896]
    assert by_key["pgb_count"]["default"] == 436.8
    assert by_key["savings_scenario"]["default"] == "middle"
    assert by_key["savings_scenario"]["range"] == ["none", "low", "middle", "high"]
    assert by_key["demand_growth"]["spread"] == [-2, 6]
    assert by_key["extra_budget"]["spread"] is None
    assert "§4.1 Financieel" in by_key["savings_scenario"]["source"]


def test_with_a_store_the_dossier_in_that_store_is_worked_out(capsys: Output, tmp_path: Path) -> None:
    newer = Path(shutil.copytree(data_dir(), tmp_path / "data"))
    for file, old, new in (
        ("dossier.toml", "version = ", "version = 9"),
        ("facts.toml", "value = 45000\n", "value = 90000\n"),
    ):
        text = (newer / file).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (newer / file).write_text(text.replace(old, new), encoding="utf-8")
    open_session(tmp_path / "dossier.raadsapp", newer).close()
    shipped = _json(capsys, "run", "--draws", "0")["central"]
    stored = _json(capsys, "run", "--draws", "0", "--store", str(tmp_path / "dossier.raadsapp"))["central"]
    assert stored["residential_cost"] == pytest.approx([2 * cost for cost in shipped["residential_cost"]])
    assert stored["demand_cost"] == shipped["demand_cost"]


def test_solve_prints_the_value_that_run_then_reaches(capsys: Output) -> None:
    goal = ("--outcome", "balance", "--year", "2022", "--target", "0")
    found = _json(capsys, "solve", "--lever", "extra_budget", *goal)
    assert list(found) == ["lever", "value", "reached", "message"]
    assert (found["lever"], found["reached"]) == ("extra_budget", True)
    central = _json(capsys, "run", "--draws", "0", "--set", f"extra_budget={found['value']}")["central"]
    assert central["balance"][3] == pytest.approx(0, abs=1e-3)


def test_solve_says_null_where_nothing_in_the_range_does_it(capsys: Output) -> None:
    found = _json(capsys, "solve", "--lever", "lumpsum_index")
    assert (found["value"], found["reached"]) == (None, False)
    assert found["message"].startswith("Geen waarde in dit bereik doet dat")


def test_an_endless_waiting_time_is_null(capsys: Output) -> None:
    changes = [part for key, value in ENDLESS.items() for part in ("--set", f"{key}={value}")]
    found = _json(capsys, "run", "--draws", "0", *changes)
    assert found["central"]["waiting_weeks"][-1] is None


def test_the_table_can_be_read_without_knowing_the_keys(capsys: Output) -> None:
    shown = _said(capsys, "run", "--draws", "101", "--set", "demand_growth=5", "--set", "base_year=2016")
    lines = shown.splitlines()
    assert lines[0] == "Voerendaal"
    assert "  Startpunt van de kosten (aanname): 2016 (beginstand Begroting 2018)" in lines
    assert "  Groei van het gebruik (aanname): 5,0% per jaar (beginstand 0,0% per jaar)" in lines
    assert any(line.startswith("Vast bedrag") and "€ 1.450.000" in line for line in lines)
    assert any(line.startswith("In 2022 kost de hulp") for line in lines)
    assert "Dit is berekend met aannames, niet gemeten." in lines
    assert any("van de 100 doorgerekende varianten" in line for line in lines)
    assert any(line.startswith("  Groei van het gebruik (aanname): −€") for line in lines)


def test_levers_and_solve_can_be_read_too(capsys: Output) -> None:
    assert "Groei van het gebruik (aanname): 0,0% per jaar (−5,0 tot en met 10,0)" in _said(capsys, "levers")
    assert "Ingeboekt inverdieneffect (beleid): Hoog (none, low, middle, high)" in _said(capsys, "levers")
    assert "op € 304.819 per jaar" in _said(capsys, "solve", "--lever", "extra_budget")


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["run", "--set", "geluk=1"], "demand_growth"),
        (["run", "--set", "demand_growth=11"], "−5,0 tot en met 10,0"),
        (["run", "--set", "demand_growth"], "--set schuif=waarde"),
        (["run", "--municipality", "GM0363"], "GM0986 (Voerendaal)"),
        (["run", "--preset", "alles-gratis"], "begroting-2018"),
        (["run", "--contributions", "geluk:2022"], "demand_cost"),
        (["run", "--contributions", "balance:2030"], "2019 tot en met 2026"),
        (["run", "--contributions", "balance"], "balance:2022"),
        (["run", "--draws", "-1"], "--help"),
        (["levers", "--municipality", "Atlantis"], "GM0917 (Heerlen)"),
        (["solve", "--lever", "waiting_share"], "extra_budget"),
        (["solve"], "--help"),
    ],
)
def test_what_cannot_be_asked_ends_with_status_two_and_what_is_allowed(
    capsys: Output, arguments: list[str], allowed: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["scenario", *arguments, "--json"])
    assert ended.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert allowed in captured.err
    assert len(captured.err.splitlines()) == 2
