"""What a check gives, and the messages that become of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from raadsapp.domain.problem import Severity
from raadsapp.intake.entries import Entries
from raadsapp.intake.findings import CELLS_NAMED, Fault, Finding, many_more, note
from raadsapp.intake.number_sets import distinct

Places = NDArray[np.intp]
"""Values, by their places among the entries, in reading order."""
_TOLD = 200
"""Values of one check in one sheet with words of their own: who reads so many alike looks at the column."""


@dataclass(frozen=True, slots=True)
class Found:
    """Values that each get a message, all of one severity and code; `repeated` as in `Noted`."""

    places: Places
    fault: Callable[[int], Fault]
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """Values that together get one message per sheet; `{cells}` in its words becomes the names of the cells.

    `repeated` values say what another one in the file says already, and are not imported again.
    """

    places: Places
    code: str
    one: str
    many: str
    repeated: bool = False
    severity: Severity = Severity.NOTE


def each(places: Places, fault: Callable[..., Fault], *said: NDArray[np.float64]) -> Found:
    """These values, each with the fault that its own numbers make; without an object for each of them."""
    order = np.argsort(places)
    ordered = places[order]

    def own(place: int) -> Fault:
        at = order[np.searchsorted(ordered, place)]
        return fault(*(float(column[at]) for column in said))

    return Found(ordered, own)


def findings_of(entries: Entries, found: Iterable[Found | Noted]) -> tuple[list[Finding], Places]:
    """The messages, sheet by sheet, and the places of the values that are not imported."""
    findings: list[Finding] = []
    out: list[Places] = []
    for one in found:
        for sheet, places in _by_sheet(entries, one.places):
            if isinstance(one, Noted):
                findings.append(_note(entries, sheet, places, one))
            else:
                findings += _told(entries, sheet, places, one)
            if one.repeated or findings[-1].fault.severity is Severity.BLOCKING:
                out.append(places)
    return findings, np.concatenate(out) if out else np.empty(0, np.intp)


def _by_sheet(entries: Entries, places: Places) -> Iterator[tuple[str, Places]]:
    sheets = np.asarray(entries.sheets)[places]
    for number in distinct(sheets):
        yield entries.sheet_names.all[number], places[sheets == number]


def _told(entries: Entries, sheet: str, places: Places, found: Found) -> Iterator[Finding]:
    for place in places[:_TOLD].tolist():
        yield Finding(found.fault(place), entries.rows[place], entries.columns[place], sheet)
    if places.size > _TOLD:
        fault = found.fault(int(places[_TOLD]))
        first = _cell(entries, int(places[_TOLD]))
        yield many_more(fault.code, fault.severity, places.size - _TOLD, first, sheet)


def _note(entries: Entries, sheet: str, places: Places, noted: Noted) -> Finding:
    first = [_cell(entries, place) for place in places[:CELLS_NAMED].tolist()]
    told = note(noted.code, first, noted.one, noted.many, count=places.size, sheet=sheet)
    count = places.size if noted.severity is Severity.BLOCKING else 1
    return replace(told, fault=replace(told.fault, severity=noted.severity), count=count)


def _cell(entries: Entries, place: int) -> tuple[int, int]:
    return entries.rows[place], entries.columns[place]
