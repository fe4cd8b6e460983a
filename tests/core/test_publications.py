"""Whoever keeps all that was ever published finds no small number: corrections and withdrawals too."""

import sys
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from raadsapp.domain.observation import ObservationKey
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.privacy.disclosure.table import Cell, Margin, Table
from raadsapp.services.member_view import member_view
from raadsapp.services.opening import Session
from raadsapp.store import batches
from raadsapp.store.connection import open_store
from tests.core.engine import search_here
from tests.core.intervals import intervals
from tests.core.shipped import dossier
from tests.core.test_member_view import (
    AT,
    DAY,
    PARTS,
    PLACES,
    THRESHOLD,
    deliver,
    ended,
    few_or_many,
    key,
    quarter,
    seen,
)

Counts = Mapping[ObservationKey, float]
Cells = dict[tuple[ObservationKey, float], int]
"""A figure and its value: what did not change is the same to an attacker, what changed is another."""
Seen = Mapping[ObservationKey, float | None]

_HALVES = {Period(2025, PeriodKind.HALF_YEAR, n): (quarter(2 * n - 1), quarter(2 * n)) for n in (1, 2)}


def with_sums(
    raw: Counts,
) -> tuple[dict[ObservationKey, float], list[tuple[ObservationKey, list[ObservationKey]]]]:
    """A state of the figures with all that can be added up, and how."""
    values = dict(raw)
    sums = [(one, [one._replace(breakdown=part) for part in PARTS]) for one in raw if not one.breakdown]
    for longer, parts in {**_HALVES, Period(2025): tuple(_HALVES)}.items():
        for place, part in product(PLACES, ("", *PARTS)):
            each = [key("IND-05", period, part, place) for period in parts]
            if all(one in values for one in each):
                total = key("IND-05", longer, part, place)
                values[total] = sum(values[one] for one in each)
                sums.append((total, each))
    for one in [one for one in values if one.municipality == PLACES[0]]:
        everywhere = [one._replace(municipality=place) for place in PLACES]
        together = one._replace(municipality="samen")
        values[together] = sum(values[each] for each in everywhere)
        sums.append((together, everywhere))
    return values, sums


def assert_nothing_can_be_found(rounds: Sequence[tuple[Counts, Seen]]) -> None:
    """Take every sum of every state together with all that was shown in any of them.

    No count that was ever small may be found. What was hidden for the sake of one may: after a correction or
    a withdrawal a large total can follow from what was shown on another day.
    """
    cells: Cells = {}
    known: set[int] = set()
    small: set[int] = set()
    margins: list[Margin] = []
    for raw, view in rounds:
        values, sums = with_sums(raw)
        # After a withdrawal old parts can stand beside a new total.
        sums = [(total, parts) for total, parts in sums if values[total] == sum(values[one] for one in parts)]
        at = {one: cells.setdefault((one, value), len(cells)) for one, value in values.items()}
        margins += [Margin(at[total], tuple(at[one] for one in parts)) for total, parts in sums]
        known |= {at[one] for one, value in view.items() if value is not None}
        small |= {at[one] for one, value in values.items() if value < THRESHOLD}
    table = Table(tuple(Cell(value) for _, value in cells), tuple(dict.fromkeys(margins)))
    names = list(cells)
    assert not {names[place] for place in known if names[place][1] < THRESHOLD}
    found = intervals(table, set(range(len(cells))) - known)
    for place in small:
        low, high = found[place]
        assert high - low >= THRESHOLD - 1e-6, (names[place], low, high)


def corrected(raw: Counts, changes: Sequence[tuple[int, int, int, int]]) -> dict[ObservationKey, float]:
    """Other values of some parts, and with them of their totals."""
    found: dict[ObservationKey, float] = {}
    for place, number, part, value in changes:
        one = key("IND-05", quarter(number), PARTS[part], PLACES[place])
        total = one._replace(breakdown="")
        before = {**raw, **found}
        found[total] = before[total] - before[one] + value
        found[one] = float(value)
    return {one: value for one, value in found.items() if value != raw[one]}


changes = st.lists(
    st.tuples(st.integers(0, 2), st.integers(1, 2), st.integers(0, 2), st.integers(0, 30)),
    min_size=1,
    max_size=3,
)


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    counts=st.lists(few_or_many, min_size=36, max_size=36),
    first=changes,
    second=changes,
    with_engine=st.booleans(),
)
@example(  # a total that was held back was the sum of the quarters that took its place
    counts=[
        *(0, 0, 11, 0, 7, 14, 0, 0, 0, 11, 8, 14, 9, 0, 7, 0, 2, 0),
        *(0, 13, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32, 0, 13, 0, 0, 0, 0),
    ],
    first=[(0, 1, 0, 1), (2, 2, 2, 15), (0, 1, 2, 8)],
    second=[(0, 2, 2, 25)],
    with_engine=True,
)
@example(  # with the withdrawal a total of 435 follows from earlier days, and no small number does
    counts=[
        *(8, 13, 5, 0, 0, 9, 0, 6, 0, 12, 0, 0, 14, 0, 0, 10, 149, 69),
        *(14, 28, 0, 143, 54, 12, 11, 9, 4, 62, 10, 19, 133, 22, 6, 0, 113, 104),
    ],
    first=[(1, 1, 2, 6), (0, 1, 2, 16), (0, 2, 1, 14)],
    second=[(0, 1, 2, 27), (0, 2, 0, 7)],
    with_engine=True,
)
def test_corrections_withdrawals_and_more_quarters_together_give_no_small_number_away(
    *,
    tmp_path_factory: pytest.TempPathFactory,
    counts: list[int],
    first: list[tuple[int, int, int, int]],
    second: list[tuple[int, int, int, int]],
    with_engine: bool,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        search_here(patch)
        if not with_engine:
            patch.setitem(sys.modules, "pytauargus", None)
        store = open_store(tmp_path_factory.mktemp("store") / "dossier.raadsapp")
        session = Session(store, dossier())
        whole = ended(counts, (1, 2, 3, 4))
        raw = {one: value for one, value in whole.items() if one.period in _HALVES[next(iter(_HALVES))]}
        rounds: list[tuple[Counts, Seen]] = []

        def published(figures: Counts) -> None:
            rounds.append((figures, seen(member_view(session))))

        deliver(session, raw)
        published(raw)
        one = {**raw, **corrected(raw, first)}
        deliver(session, {each: one[each] for each in one if one[each] != raw[each]} or raw, AT + DAY)
        published(one)
        two = {**one, **corrected(one, second)}
        deliver(session, {each: two[each] for each in two if two[each] != one[each]} or one, AT + 2 * DAY)
        published(two)
        batches.withdraw(store, 2, "Griffie", AT + 3 * DAY)
        mixed = {**raw, **{each: two[each] for each in two if two[each] != one[each]}}
        published(mixed)
        deliver(session, {each: whole[each] for each in whole if each not in raw}, AT + timedelta(days=4))
        published({**whole, **mixed})
        assert_nothing_can_be_found(rounds)
        store.close()
