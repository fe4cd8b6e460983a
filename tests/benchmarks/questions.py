"""The questions that are asked while a slider moves, each beside the plainest way to answer it."""

from collections.abc import Callable
from time import perf_counter

import numpy as np

from raadsapp.content.loading import load
from raadsapp.model.contributions import changed_levers
from raadsapp.model.draws import Draws, Spread
from raadsapp.model.levers import Array, altered
from raadsapp.model.region import run_members, together
from raadsapp.model.uncertainty import RANKS
from raadsapp.paths import data_dir
from raadsapp.services.scenario import TOGETHER, Scenario, outcome, scenario, with_changes
from raadsapp.services.scenario_questions import bands, contributions, sensitivity
from tests.benchmarks.result import Result

DRAWS = 10_001
TURNS = 20
MOVES = 10
PLAIN_MOVES = 4
SHOWN = (
    "demand_cost",
    "lumpsum",
    "waiting_weeks",
    "clients",
    "spend",
    "municipality_total",
    "cooperative_result",
    "cooperative_cumulative",
    "residential_cost",
    "old_system_cost",
)
"""Outcomes of which the page shows quantiles."""
TEN: dict[str, float | str] = {
    "base_year": "2017",
    "youth_change": 0.5,
    "demand_growth": 3,
    "price_index": 3,
    "prevention_yield": 2,
    "downscaling": 5,
    "waiting_share": 50,
    "lumpsum_index": 1,
    "prevention_budget": 50_000,
    "inflow_shift": 20,
}
AT_WORK: dict[str, float | str] = {
    "base_year": "mean",
    "waiting_share": 50,
    "prevention_budget": 50_000,
    "access_transfer_year": "2021",
    "inflow_shift": 20,
    "municipality_share": 50,
}
"""Everything that costs time: all draws count, and there is a queue."""
_BAND_RATIO = 0.5
"""Of the plain way, in double precision with `np.quantile`."""
_BAND_LIMIT, _BAND_LIMIT_TOGETHER = 0.008, 0.016
_ONE_BY_ONE = 0.5
"""Of asking one by one."""
_SHAPLEY_LIMIT = 0.050
_TORNADO_LIMIT = 0.020


def _in_turn(act: Callable[[int], object], plain: Callable[[int], object]) -> tuple[list[float], list[float]]:
    """Sorted seconds of both, some moves of each in turn: what else the machine does slows both down."""
    whole: list[float] = []
    reference: list[float] = []
    for turn in range(TURNS):
        whole += _seconds(act, range(turn * MOVES, (turn + 1) * MOVES))
        reference += _seconds(plain, range(turn * PLAIN_MOVES, (turn + 1) * PLAIN_MOVES))
    return sorted(whole), sorted(reference)


def _seconds(act: Callable[[int], object], moves: range) -> list[float]:
    """Seconds of each move, after one to get going."""
    act(moves[0] - 1)
    taken = []
    for move in moves:
        start = perf_counter()
        act(move)
        taken.append(perf_counter() - start)
    return taken


def _share(seconds: list[float], part: float) -> float:
    return seconds[min(int(part * len(seconds)), len(seconds) - 1)]


def _both(
    name: str, whole: list[float], plain: list[float], ratio: float, limit: float, details: str
) -> list[Result]:
    """The middle and the slowest but one percent, beside the same of the plain way."""
    return [
        Result(f"{name}, {called}", _share(whole, part), _share(plain, part), ratio, details, limit)
        for called, part in (("p50", 0.5), ("p99", 0.99))
    ]


def _plain_band(asked: Scenario) -> Callable[[Scenario], list[Array]]:
    """Quantiles as numpy gives them, with nothing kept but the draws."""
    spreads = tuple(
        Spread(lever=one.key, under=one.spread.low, above=one.spread.high, low=one.low, high=one.high)
        for one in asked.definitions
        if one.spread
    )
    drawn = Draws(asked.region, spreads, DRAWS, 0, "float64")

    def of(moved: Scenario) -> list[Array]:
        batch = altered(moved.levers, drawn.around(moved.levers))
        members = run_members(batch, asked.region, drawn.weights)
        return [np.quantile(together(members, name), RANKS, axis=0) for name in SHOWN]

    return of


def _band(name: str, asked: Scenario, limit: float) -> list[Result]:
    kept, plain_of = bands(asked, DRAWS), _plain_band(asked)

    def moved(move: int) -> Scenario:
        return with_changes(asked, {"demand_growth": -2 + 0.02 * move})

    whole, plain = _in_turn(lambda move: kept.of(moved(move), SHOWN), lambda move: plain_of(moved(move)))
    details = f"{DRAWS} draws × {len(asked.years)} years × {len(SHOWN)} outcomes, beside the plain way"
    return _both(f"band, {name}", whole, plain, _BAND_RATIO, limit, details)


def _balance(asked: Scenario) -> object:
    """What one run works out: a figure is worked out when it is asked for."""
    return outcome(asked).balance


def _contributions(name: str, asked: Scenario) -> list[Result]:
    """Beside a run for each coalition."""
    changed = with_changes(asked, TEN)
    count = len(changed_levers(changed.start, changed.levers))
    several = 1 << count
    whole, alone = _in_turn(lambda _: contributions(changed, "balance", 2022), lambda _: _balance(changed))
    details = f"{count} levers, {several} coalitions, beside as many runs"
    return _both(
        f"contributions, {name}",
        whole,
        [one * several for one in alone],
        _ONE_BY_ONE,
        _SHAPLEY_LIMIT,
        details,
    )


def _tornado(name: str, asked: Scenario) -> list[Result]:
    """Beside a run for both ends of each bar."""
    changed = with_changes(asked, AT_WORK)
    bars = len(sensitivity(changed, "balance", 2022))
    whole, alone = _in_turn(lambda _: sensitivity(changed, "balance", 2022), lambda _: _balance(changed))
    details = f"{bars} bars, beside as many times two runs"
    return _both(
        f"sensitivity, {name}", whole, [one * 2 * bars for one in alone], _ONE_BY_ONE, _TORNADO_LIMIT, details
    )


def run() -> list[Result]:
    """Band, contributions and sensitivity, of one municipality and of all together."""
    catalog = load(data_dir())
    one, all_of_them = (scenario(catalog, code, {}) for code in ("GM0986", TOGETHER))
    return [
        *_band("one municipality", one, _BAND_LIMIT),
        *_band("one municipality, all at work", with_changes(one, AT_WORK), _BAND_LIMIT),
        *_band("all together", all_of_them, _BAND_LIMIT_TOGETHER),
        *_contributions("one municipality", one),
        *_contributions("all together", all_of_them),
        *_tornado("one municipality", one),
        *_tornado("all together", all_of_them),
    ]
