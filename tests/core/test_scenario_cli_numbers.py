"""`raadsapp scenario run` prints what the equations give, written out plainly, for any setting of levers."""

import io
import json
from contextlib import redirect_stdout
from math import isinf

import pytest
from hypothesis import given, settings

from raadsapp.cli.main import main
from raadsapp.model.scenario import OUTCOMES
from tests.core.scalar_model import plainly
from tests.core.scenario_strategies import Asked, Settings, scenarios


def _printed(municipality: str, chosen: Settings) -> dict[str, list[float | None]]:
    settings_of = [part for key, value in chosen.items() for part in ("--set", f"{key}={value}")]
    said = io.StringIO()
    with redirect_stdout(said), pytest.raises(SystemExit) as ended:
        main(
            [
                "scenario",
                "run",
                "--municipality",
                municipality,
                "--draws",
                "0",
                "--contributions",
                "youth:2019",
                "--json",
                *settings_of,
            ]
        )
    assert ended.value.code == 0
    central: dict[str, list[float | None]] = json.loads(said.getvalue())["central"]
    return central


@settings(max_examples=40, deadline=None)
@given(chosen=scenarios())
def test_the_command_line_prints_what_the_equations_give(chosen: Asked) -> None:
    expected, printed = plainly(*chosen), _printed(*chosen)
    assert set(printed) == set(OUTCOMES)
    for name, values in printed.items():
        written = [None if isinf(value) else value for value in expected[name]]
        assert values == pytest.approx(written, rel=1e-9, abs=1e-6), name
