"""Asking a large store of observations what counts, now and on a day, beside the bare rows of a plain table.

Five million rows: 342 municipalities × 200 indicators × 68 quarters. Most come in one delivery with the
history; four more each bring a quarter and revise the one before, and one is withdrawn. Making it takes half
a minute; `python -m tests.benchmarks.store 34` does this alone, with 34 municipalities.
"""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import repeat
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

from raadsapp.domain.period import Period, PeriodKind
from raadsapp.store import batches, codes, observations
from raadsapp.store.connection import Store, open_store
from raadsapp.store.delivered import Columns, Delivered, Numbered
from tests.benchmarks.result import Result

MUNICIPALITIES, INDICATORS = 342, 200
QUARTERS = tuple(Period(2008 + n // 4, PeriodKind.QUARTER, 1 + n % 4) for n in range(68))
HISTORY = 64
"""Quarters in the first delivery."""
ASKED = QUARTERS[-8], QUARTERS[-1]
COMPARED = QUARTERS[-3]
"""The quarter in which municipalities are compared, which was revised once."""
TURNS = 300
LIMIT = 0.008
_NO_RATIO = float("inf")
_FIRST_DAY = datetime(2024, 2, 1, 12, tzinfo=UTC)
_BETWEEN = timedelta(days=91)
_DAY = date(2025, 1, 1)
"""After the revision of what is compared, before the last delivery that brings figures."""
_PLAIN = """
CREATE TABLE plain.observation AS SELECT * FROM main.observation;
CREATE INDEX plain.series ON observation (indicator, municipality, breakdown, period, batch);
"""
_BY_MUNICIPALITY = "CREATE INDEX plain.place ON observation (municipality, period)"
_BY_PERIOD = "CREATE INDEX plain.compared ON observation (indicator, period)"


@dataclass(frozen=True, slots=True)
class _Question:
    """What the application asks, and the same rows of the plain table, where no batch has to be chosen."""

    name: str
    ask: Callable[[Store, str, str, date | None], Sequence[object]]
    bare: str


_QUESTIONS = (
    _Question(
        "one series",
        lambda store, indicator, place, day: observations.series(store, indicator, place, as_of=day),
        "indicator = :indicator AND municipality = :place",
    ),
    _Question(
        "all indicators of one municipality, eight quarters",
        lambda store, _, place, day: observations.current(
            store, None, place, day, breakdown="", between=ASKED
        ),
        "municipality = :place AND period BETWEEN :first AND :last",
    ),
    _Question(
        "one indicator for all municipalities, one quarter",
        lambda store, indicator, _, day: observations.current(
            store, [indicator], as_of=day, breakdown="", between=(COMPARED, COMPARED)
        ),
        "indicator = :indicator AND period = :compared",
    ),
)


def run(municipalities: int = MUNICIPALITIES) -> Iterator[Result]:
    """p50 and p99 of each question, now and on a day, and what the store takes of the disk."""
    with TemporaryDirectory() as name:
        path, plain = Path(name) / "groot.raadsapp", Path(name) / "plain.sqlite"
        with closing(open_store(path)) as store:
            rows = _fill(store, municipalities)
            store.connection.execute("ATTACH :plain AS plain", {"plain": str(plain)})
            store.connection.executescript(_PLAIN)
            ours, theirs = (file.stat().st_size / 1e6 for file in (path, plain))
            sizes = f"{rows:,} rows, {ours:.0f} MB; a plain table with one index {theirs:.0f} MB"
            yield Result("size of a large store (MB as ms)", ours / 1e3, theirs / 1e3, _NO_RATIO, sizes)
            store.connection.execute(_BY_MUNICIPALITY)
            store.connection.execute(_BY_PERIOD)
            gc.collect()
            gc.freeze()  # as the window does once it is there: what came with the start is no rubbish
            for question in _QUESTIONS:
                yield from _answered(store, question, municipalities, None)
                yield from _answered(store, question, municipalities, _DAY)
            gc.unfreeze()


def _fill(store: Store, municipalities: int) -> int:
    """The history, four deliveries of a new quarter and the one before, and one that is withdrawn."""
    parts = [QUARTERS[:HISTORY], *(QUARTERS[n - 1 : n + 1] for n in range(HISTORY, len(QUARTERS)))]
    random = Random(7)  # noqa: S311 - the same figures each time
    for number, quarters in enumerate([*parts, QUARTERS[-2:-1]]):
        batch = batches.add(
            store,
            file=f"levering-{number}.csv",
            sha256=str(number),
            layout="long",
            by="proef",
            at=_FIRST_DAY + number * _BETWEEN,
            observations=_delivered(random, _places(municipalities), quarters),
        )
    batches.withdraw(store, batch.number, "proef", batch.imported_at + _BETWEEN)
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    rows: int = store.rows("SELECT count(*) FROM observation")[0][0]
    return rows


def _places(municipalities: int) -> tuple[str, ...]:
    return tuple(f"GM{number:04}" for number in range(1, municipalities + 1))


def _indicators() -> tuple[str, ...]:
    return tuple(f"IND-{number:03}" for number in range(1, INDICATORS + 1))


def _delivered(random: Random, places: Sequence[str], quarters: Sequence[Period]) -> Delivered:
    return Delivered(
        indicators=_indicators(),
        municipalities=places,
        breakdowns=("",),
        sources=("Rapport",),
        columns=partial(_columns, random, [codes.period_number(quarter) for quarter in quarters]),
        new=0,
        changed=0,
        unchanged=0,
        fictional=False,
    )


def _columns(random: Random, periods: list[int], numbered: Numbered) -> Iterator[Columns]:
    """All values of an indicator at a time, in the order of the log."""
    places = sorted(numbered.municipalities.values())
    rows = len(places) * len(periods)
    for indicator in sorted(numbered.indicators.values()):
        yield (
            [indicator] * rows,
            [place for place in places for _ in periods],
            [numbered.breakdowns[""]] * rows,
            periods * len(places),
            [round(40 + 20 * random.random(), 1) for _ in repeat(None, rows)],
            [2] * rows,
            [numbered.sources["Rapport"]] * rows,
        )


def _answered(store: Store, question: _Question, municipalities: int, day: date | None) -> Iterator[Result]:
    """Questions and bare rows in turn, of other codes each time; what else the machine does slows both."""
    random = Random(11)  # noqa: S311 - the same questions each time
    indicators, places = _indicators(), _places(municipalities)
    bare = f"SELECT * FROM plain.observation WHERE {question.bare}"  # noqa: S608 - one of our own
    numbers = {
        "first": codes.period_number(ASKED[0]),
        "last": codes.period_number(ASKED[1]),
        "compared": codes.period_number(COMPARED),
    }
    taken: list[tuple[float, float, float]] = []
    for _ in range(TURNS):
        indicator, place = random.randrange(INDICATORS), random.randrange(municipalities)
        began, busy = perf_counter(), thread_time()
        found = len(question.ask(store, indicators[indicator], places[place], day))
        ours, worked = perf_counter() - began, thread_time() - busy
        asked = numbers | {"indicator": indicator + 1, "place": place + 1}
        began = perf_counter()
        store.connection.execute(bare, asked).fetchall()
        taken.append((ours, perf_counter() - began, worked))
    whole, reference, processor = (sorted(times) for times in zip(*taken[1:], strict=True))
    when = "" if day is None else ", as of a day"
    for called, part in (("p50", 0.5), ("p99", 0.99)):
        nth = int(part * len(whole))
        details = f"{found} values, {1000 * processor[nth]:.1f} ms of the processor; beside bare rows"
        name = f"{question.name}{when}, {called}"
        yield Result(name, whole[nth], reference[nth], _NO_RATIO, details, LIMIT)


if __name__ == "__main__":
    for result in run(*map(int, sys.argv[1:])):
        print(result.line)  # noqa: T201 - this is its purpose
