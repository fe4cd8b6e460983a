"""Two stores that differ in nothing but what members may not see.

Whatever a member sees, hears, exports or finds must be the same in both: then no hidden value, nor anything
worked out from one, is in it. The other values come from an integer program, apart from the engine: any
numbers that keep every sum and every figure that was shown.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise, product
from pathlib import Path
from random import Random

import highspy
import pytest

from raadsapp import paths
from raadsapp.domain.agreement import Agreement, Side
from raadsapp.domain.disclosure import Count
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.services import agreements
from raadsapp.services.counted import Counted, counted
from raadsapp.services.disclosing import figures
from raadsapp.services.entered_figures import enter
from raadsapp.services.member_view import MemberView, member_view
from raadsapp.services.opening import Session, open_session
from raadsapp.services.settling import settle
from raadsapp.store import batches, codes, disclosures, observations
from tests.core.engine import search_here
from tests.core.test_entered_figures import USE
from tests.core.test_member_view import run

NAME = "dossier.raadsapp"
VOERENDAAL, HEERLEN, LANDGRAAF = PLACES = ("GM0986", "GM0917", "GM0882")
PARTS = ("hulpvorm=ambulant", "hulpvorm=daghulp", "hulpvorm=netwerk")
RATE = "maat=per 1.000 jongeren"
AT = datetime(2026, 1, 5, 12, tzinfo=UTC)
CORRECTED = AT + timedelta(days=40)
DAYS = (AT.date(), CORRECTED.date())
_THRESHOLD, _SMALL_GROUP, _ALL = 10, 20, 100
_TURNS = 20
_QUARTERS = [Period(year, PeriodKind.QUARTER, n) for year in (2023, 2024, 2025) for n in (1, 2, 3, 4)]
_LAST_YEAR = _QUARTERS[-4:]
_ENTERED = "clienten-ambulant-2016"
_UPDATE = """
UPDATE observation SET value = :value
WHERE indicator = (SELECT id FROM indicator_code WHERE code = :indicator)
  AND municipality = (SELECT id FROM municipality_code WHERE code = :municipality)
  AND breakdown = (SELECT id FROM breakdown_code WHERE code = :breakdown)
  AND period = :period AND batch = :batch
"""

Values = dict[ObservationKey, float]


def two_stores(folder: Path, seed: int) -> tuple[Path, Path]:
    """Two folders, each with a store called `NAME`, that differ only in what may not be seen."""
    one, other = folder / "een", folder / "ander"
    one.mkdir()
    session = open_session(one / NAME, paths.data_dir())
    _fill(session, Random(seed))  # noqa: S311 - for variety
    with pytest.MonkeyPatch.context() as patch:
        search_here(patch)
        settle(session)
        for day in DAYS:
            member_view(session, day)
    changes = tuple(_changes(session, Random(seed + 1)))  # noqa: S311
    assert changes, "nothing was hidden"
    session.close()
    shutil.copytree(one, other)
    with closing(sqlite3.connect(other / NAME)) as store, store:
        for batch, key, value in changes:
            asked = {
                "indicator": key.indicator,
                "municipality": key.municipality,
                "breakdown": key.breakdown,
                "period": codes.period_number(key.period),
                "batch": batch,
                "value": value,
            }
            assert store.execute(_UPDATE, asked).rowcount == 1
    for place, entered in ((one, 3.0), (other, 8.0)):
        session = open_session(place / NAME, paths.data_dir())
        enter(session, LANDGRAAF, {**USE, _ENTERED: entered}, source="Begroting", by="Griffie")
        session.close()
    return one, other


def _fill(session: Session, chance: Random) -> None:
    """Series of many kinds with small counts among them, a correction, an agreement and a scenario."""
    values: Values = {}
    for place, period in product(PLACES, _QUARTERS):
        values[ObservationKey("IND-03", place, period)] = float(
            chance.choice([chance.randint(0, 14), 30, 41, 55])
        )
        values[ObservationKey("IND-03", place, period, RATE)] = round(chance.uniform(1, 30), 1)
        values[ObservationKey("IND-04", place, period)] = float(
            chance.choice([chance.randint(0, 9), 27, 33, 48, 52])
        )
        values[ObservationKey("IND-16", place, period)] = float(chance.randint(0, 9))
        values[ObservationKey("IND-19", place, period)] = float(chance.choice([0, 100, 71, 83]))
    for place, period in product(PLACES, _LAST_YEAR):
        parts = [chance.choice([chance.randint(0, 9), 24]), chance.randint(25, 70), chance.randint(40, 90)]
        values |= {
            ObservationKey("IND-05", place, period, part): float(one)
            for part, one in zip(PARTS, parts, strict=True)
        }
        values[ObservationKey("IND-05", place, period)] = float(sum(parts))
        if place != LANDGRAAF:  # where what it is a share of is corrected
            values[ObservationKey("IND-08", place, period)] = float(chance.choice([2, 3, 40, 55]))
    _deliver(session, values, AT)
    corrected = {
        ObservationKey("IND-05", LANDGRAAF, _LAST_YEAR[1], PARTS[0]),
        ObservationKey("IND-05", LANDGRAAF, _LAST_YEAR[1]),
    }
    _deliver(
        session,
        {key: values[key] + 2 for key in corrected} | {ObservationKey("IND-03", HEERLEN, _QUARTERS[2]): 8.0},
        CORRECTED,
    )
    assert run(session, "scenario", "save", "Meer vraag", "--set", "demand_growth=2,5") == 0
    agreements.save(
        session,
        Agreement(
            number=0,
            municipality=VOERENDAAL,
            scenario=0,
            scenario_name="",
            indicator="IND-16",
            side=Side.ABOVE,
            limit=5.0,
            response="Bespreken",
            owner="Wethouder",
            review_on=AT.date(),
            made_on=AT.date() - timedelta(days=300),
        ),
    )


def _deliver(session: Session, values: Values, at: datetime) -> None:
    batches.add(
        session.store,
        file="kwartaal.csv",
        sha256=str(at),
        layout="long",
        by="Griffie",
        at=at,
        observations=[Observation(key, value, Status.FINAL, "CBS") for key, value in values.items()],
    )


def _changes(session: Session, chance: Random) -> Iterator[tuple[int, ObservationKey, float]]:
    """Other values of what is not shown: delivery, what it is about, and value."""
    states = [observations.counting(session.store, day) for day in DAYS]
    found = [counted(figures(session, state), session.catalog) for state in states]
    other = _others(session, found, chance)
    views = [member_view(session, day) for day in DAYS]
    for batch in states[-1]:
        for row in figures(session, (batch,)):
            # The state in which this row counted: with a correction that is the first.
            place = 0 if batch in states[0] else 1
            value = _value(row, found[place], other, hidden=_hides(views[place], row.key), chance=chance)
            if value != row.value:
                yield batch, row.key, value


def _value(
    row: Observation, found: Counted, other: dict[Count, float], *, hidden: bool, chance: Random
) -> float:
    count = found.counts.get(row.key)
    if count is None:
        return round(chance.uniform(1, 30), 1) if hidden and row.key.breakdown == RATE else row.value
    group = found.groups.get(row.key)
    if group is None:
        return other[count]
    whole = found.counts[group]
    if (other[count], other[whole]) == (count.value, whole.value):
        return row.value
    return _ALL * other[count] / other[whole]


def _hides(view: MemberView, key: ObservationKey) -> bool:
    shown = view.series(key.indicator, key.municipality, key.breakdown)
    return any(one.suppressed for one in shown if one.period == key.period)


def _others(session: Session, states: Sequence[Counted], chance: Random) -> dict[Count, float]:
    """Other values of every count that was not shown, with which all sums hold.

    None is what was shown of it on another day: then it would be shown. That it is not, members may know.
    """
    shown = {one.count for one in disclosures.decisions(session.store) if one.shown}
    for _ in range(_TURNS):
        others = _drawn(states, shown, chance)
        if not any(one not in shown and replace(one, value=value) in shown for one, value in others.items()):
            return others
    raise AssertionError("no other values")


def _drawn(states: Sequence[Counted], shown: set[Count], chance: Random) -> dict[Count, float]:
    known = shown | {
        one.counts[group]
        for one in states
        for share, group in one.groups.items()
        if one.counts[share] in shown
    }
    sums = {sum_ for one in states for sum_ in one.sums}
    counts = [
        *dict.fromkeys(
            count
            for one in states
            for count in (
                *one.counts.values(),
                *(each for sum_ in one.sums for each in (sum_.total, *sum_.parts)),
            )
        )
    ]
    places = {count: place for place, count in enumerate(counts)}
    model = highspy.Highs()  # type: ignore[no-untyped-call]  # typed, but for its constructor
    model.setOptionValue("output_flag", False)  # noqa: FBT003 - so HiGHS has it
    for place, count in enumerate(counts):
        model.addVar(*_bounds(count, shown=count in known))
        model.changeColCost(place, chance.uniform(-1, 1))
        model.changeColIntegrality(place, highspy.HighsVarType.kInteger)
    for sum_ in sums:
        signs = [-1.0, *[1.0] * len(sum_.parts)]
        model.addRow(0.0, 0.0, len(signs), [places[sum_.total], *(places[one] for one in sum_.parts)], signs)
    model.run()
    assert model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return {
        count: float(round(value)) for count, value in zip(counts, model.getSolution().col_value, strict=True)
    }


def _bounds(count: Count, *, shown: bool) -> tuple[float, float]:
    """What a count may be for the same to be hidden: small stays small, and a small group a small group."""
    if shown:
        return count.value, count.value
    if "(rest)" in count.key.breakdown:
        return 0.0, highspy.kHighsInf
    for low, high in pairwise((0, _THRESHOLD, _SMALL_GROUP, 10_000)):
        if low <= count.value < high:
            return float(low), float(high - 1)
    return count.value, count.value
