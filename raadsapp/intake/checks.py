"""Checks on what was read: one function each, registered in `_CHECKS`."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period
from raadsapp.domain.problem import Severity
from raadsapp.intake import faults
from raadsapp.intake.cells import cell_name
from raadsapp.intake.faults import Finding
from raadsapp.intake.layouts import Layout
from raadsapp.intake.mapping import Entry
from raadsapp.intake.numbers import scaled
from raadsapp.texts import exact

_HUNDRED = 100.0
_JUMP = 5.0


def checked(entries: Sequence[Entry], layout: Layout) -> tuple[list[Entry], list[Finding]]:
    """The entries that may be imported, each key once, and everything the checks found."""
    findings = [finding for check in _CHECKS for finding in check(entries, layout)]
    blocked = {
        (finding.row, finding.column) for finding in findings if finding.fault.severity is Severity.BLOCKING
    }
    kept: dict[ObservationKey, Entry] = {}
    for entry in entries:
        if (entry.row, entry.column) not in blocked:
            kept.setdefault(entry.observation.key, entry)
    return list(kept.values()), findings


def across_sheets(entries: Sequence[Entry]) -> tuple[list[Entry], list[Finding]]:
    """Entries of several sheets, each key once, and where sheets say the same thing twice or differently."""
    first: dict[ObservationKey, Entry] = {}
    differing: set[ObservationKey] = set()
    findings: list[Finding] = []
    for entry in entries:
        known = first.setdefault(entry.observation.key, entry)
        if known is entry:
            continue
        if (known.observation.value, known.observation.status) == (
            entry.observation.value,
            entry.observation.status,
        ):
            findings.append(Finding(faults.said_before(_place(known)), entry.row, entry.column, entry.sheet))
            continue
        differing.add(entry.observation.key)
        for one, other in ((known, entry), (entry, known)):
            fault = faults.duplicate_differs(_place(other))
            findings.append(Finding(fault, one.row, one.column, one.sheet))
    return [entry for key, entry in first.items() if key not in differing], findings


def _place(entry: Entry) -> str:
    return f"{entry.sheet}!{cell_name(entry.row, entry.column)}"


def jumps(
    entries: Sequence[Entry], layout: Layout, known: Mapping[ObservationKey, Observation]
) -> Iterator[Finding]:
    """Values more than five times as high or low as what is known of the same series.

    Compared with the value known for the same period, else the one before it, stored or in this delivery,
    else the first one after it in the store. A zero that may mean something else is not compared.
    """
    lines = _lines(entries, known)
    for entry in entries:
        reference = _reference(entry.observation.key, lines, known)
        if reference is None:
            continue
        when, old = reference
        low, high = sorted((abs(old), abs(entry.observation.value)))
        told = layout.zero_means and not low
        if old and high > _JUMP * low and high >= layout.jump_floor and not told:
            fault = faults.jump(exact(old), exact(entry.observation.value), when.label)
            yield Finding(fault, entry.row, entry.column, entry.sheet)


def _negatives(entries: Sequence[Entry], layout: Layout) -> Iterator[Finding]:  # noqa: ARG001 - all checks are called alike
    """Amounts below zero occur and are noted; counts and shares below zero are not imported."""
    amounts: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for entry in entries:
        value = entry.observation.value
        if value < 0 and "€" in entry.unit:
            amounts[entry.column].append((entry.row, entry.column))
        elif value < 0:
            yield Finding(faults.negative(exact(value)), entry.row, entry.column)
    for cells in amounts.values():
        yield faults.note(
            "negative-amount",
            cells,
            "negatief bedrag is zo ingelezen ({cells}). Vraag na of dat klopt.",
            "negatieve bedragen zijn zo ingelezen ({cells}). Vraag na of dat klopt.",
        )


def _percentages(entries: Sequence[Entry], layout: Layout) -> Iterator[Finding]:  # noqa: ARG001 - all checks are called alike
    """Percentages over 100: possible where money is overspent, so a warning."""
    for entry in entries:
        if entry.unit == "%" and entry.observation.value > _HUNDRED:
            yield Finding(faults.over_hundred(exact(entry.observation.value)), entry.row, entry.column)


def _fractions(entries: Sequence[Entry], layout: Layout) -> Iterator[Finding]:  # noqa: ARG001 - all checks are called alike
    """Indicators of which no percentage is over 1, since a cell that shows 45% holds 0.45 in a workbook."""
    shares: defaultdict[tuple[str, int], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.unit == "%":
            shares[entry.observation.key.indicator, entry.column].append(entry)
    for found in shares.values():
        broken = [entry for entry in found if 0 < entry.observation.value < 1]
        if broken and all(entry.observation.value <= 1 for entry in found):
            value = broken[0].observation.value
            yield Finding(
                faults.fraction(exact(value), exact(scaled(value, 100.0))), broken[0].row, broken[0].column
            )


def _duplicates(entries: Sequence[Entry], layout: Layout) -> Iterator[Finding]:  # noqa: ARG001 - all checks are called alike
    """The same thing said twice: noted when both say the same, none imported when they differ."""
    first: dict[ObservationKey, Entry] = {}
    again: defaultdict[ObservationKey, list[Entry]] = defaultdict(list)
    for entry in entries:
        if first.setdefault(entry.observation.key, entry) is not entry:
            again[entry.observation.key].append(entry)
    repeated: list[tuple[int, int]] = []
    for key, others in again.items():
        group = [first[key], *others]
        if len({(entry.observation.value, entry.observation.status) for entry in group}) == 1:
            repeated += [(entry.row, entry.column) for entry in others]
            continue
        for entry in group:
            other = group[1] if entry is group[0] else group[0]
            fault = faults.duplicate_differs(cell_name(other.row, other.column))
            yield Finding(fault, entry.row, entry.column)
    if repeated:
        yield faults.note(
            "duplicate",
            repeated,
            "waarde staat dubbel in het bestand en telt één keer ({cells}).",
            "waarden staan dubbel in het bestand en tellen één keer ({cells}).",
        )


def _parents(entries: Sequence[Entry], layout: Layout) -> Iterator[Finding]:
    """Rows that are part of another row in the file: adding both would count double."""
    pattern = layout.breakdown.parent if layout.breakdown else ""
    if not pattern:
        return
    breakdowns = {entry.observation.key.breakdown for entry in entries}
    parent_of = {text: parent for text in breakdowns if (parent := _parent(text, pattern)) in breakdowns}
    parents = {
        entry.observation.key: entry
        for entry in entries
        if entry.observation.value and entry.observation.key.breakdown in parent_of.values()
    }
    double = set()
    for entry in entries:
        key = entry.observation.key
        if entry.observation.value and key.breakdown in parent_of:
            above = parents.get(replace(key, breakdown=parent_of[key.breakdown]))
            if above:
                double.add((above.row, above.column))
    if double:
        yield faults.note(
            "parent-and-child",
            list(double),
            "waarde staat naast haar eigen delen ({cells}). De app bewaart alles en telt niets op.",
            "waarden staan naast hun eigen delen ({cells}). De app bewaart alles en telt niets op.",
        )


def _zeros(entries: Sequence[Entry], layout: Layout) -> Iterator[Finding]:
    """Zeros that need not mean nothing."""
    if not layout.zero_means:
        return
    cells = [(entry.row, entry.column) for entry in entries if not entry.observation.value]
    if cells:
        meaning = f"In deze indeling betekent 0 vaak: {layout.zero_means}."
        yield faults.note(
            "zero", cells, f"waarde is 0 ({{cells}}). {meaning}", f"waarden zijn 0 ({{cells}}). {meaning}"
        )


_CHECKS: tuple[Callable[[Sequence[Entry], Layout], Iterator[Finding]], ...] = (
    _duplicates,
    _negatives,
    _percentages,
    _fractions,
    _parents,
    _zeros,
)


def _parent(breakdown: str, pattern: str) -> str | None:
    dimension, _, value = breakdown.partition("=")
    match = re.fullmatch(pattern, value)
    return f"{dimension}={match[1]}" if match else None


_Line = tuple[list[int], list[tuple[Period, float, bool]]]


def _lines(entries: Sequence[Entry], known: Mapping[ObservationKey, Observation]) -> dict[object, _Line]:
    """Of each series, in order of time, how far along it each value stands, and the value with its period.

    What is delivered goes before what is stored, of which True tells. Empty when there is only one period,
    so that no value has a neighbour.
    """
    if len({key.period for key in known} | {entry.observation.key.period for entry in entries}) == 1:
        return {}
    points: defaultdict[object, dict[int, tuple[Period, float, bool]]] = defaultdict(dict)
    for key, observation in known.items():
        points[_series(key)][_order(key.period)] = key.period, observation.value, True
    for entry in entries:
        key = entry.observation.key
        points[_series(key)][_order(key.period)] = key.period, entry.observation.value, False
    return {
        series: (orders := sorted(found), [found[order] for order in orders])
        for series, found in points.items()
    }


def _series(key: ObservationKey) -> object:
    """What values have in common that are compared: periods of different length never are."""
    return key.indicator, key.municipality, key.breakdown, key.period.kind


def _order(period: Period) -> int:
    return period.year * 12 + period.number


def _reference(
    key: ObservationKey, lines: Mapping[object, _Line], known: Mapping[ObservationKey, Observation]
) -> tuple[Period, float] | None:
    if key in known:
        return key.period, known[key].value
    if not lines:
        return None
    orders, points = lines[_series(key)]
    place = bisect_left(orders, _order(key.period))
    if place:
        period, value, _ = points[place - 1]
        return period, value
    return next(((period, value) for period, value, stored in points[1:] if stored), None)
