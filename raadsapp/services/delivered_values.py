"""The values of a file beside what is stored: what counts now, what would change, and how they are stored."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raadsapp.domain.lazy import Lazy
from raadsapp.domain.observation import FICTIONAL, ObservationKey
from raadsapp.intake import keys as packed
from raadsapp.intake.entries import Entries, Known
from raadsapp.intake.progress import Progress, Tell
from raadsapp.intake.vocabulary import LAST_STATUS, STATUS_BITS, STATUSES, status_number
from raadsapp.store import codes
from raadsapp.store import delivered as stored
from raadsapp.store.connection import Store
from raadsapp.store.delivered import Columns, Delivered, Names, Numbered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Change:
    """A value that another delivery gave before; when only its status changes, both values are equal."""

    key: ObservationKey
    old: float
    new: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many values are new, how many say what is known, and those that say something else.

    `changed` are the numbers of those among the values, in order.
    """

    new: int
    unchanged: int
    changes: Sequence[Change]
    changed: Sequence[int]


def known_of(store: Store, entries: Entries, tell: Tell) -> Known:
    """What counts now of the indicators and municipalities in `entries`."""
    words, known = entries.vocabulary, Known()
    found = stored.standing(store, words.indicators.all, words.municipalities.all)
    indicators, municipalities = set(words.indicators.all), set(words.municipalities.all)
    subjects = {it: words.indicator(name) for it, name in found.indicators.items() if name in indicators}
    places = {
        it: words.municipality(name) for it, name in found.municipalities.items() if name in municipalities
    }
    statuses = [status_number(status) for status in codes.STATUSES]
    breakdowns: dict[int, int] = {}
    periods: dict[int, int] = {}
    for rows in found.rows:
        tell(Progress(len(known.keys), None, "Vergelijken met wat er staat"))
        for indicator, municipality, breakdown, period, value, status, _ in rows:
            if breakdown not in breakdowns:
                breakdowns[breakdown] = words.breakdown(found.breakdowns[breakdown])
            if period not in periods:
                periods[period] = packed.period(codes.period_of_number(period))
            about = subjects[indicator] | places[municipality]
            known.add(about | breakdowns[breakdown] | periods[period], value, statuses[status])
    known.sort()
    return known


def compared(entries: Entries, known: Known) -> Comparison:
    """`entries` beside what counts now."""
    import numpy as np

    keys, stored_keys = np.asarray(entries.keys), np.asarray(known.keys)
    if not len(stored_keys):
        return Comparison(len(keys), 0, (), ())
    at = np.minimum(np.searchsorted(stored_keys, keys), len(stored_keys) - 1)
    there = stored_keys[at] == keys
    same = (np.asarray(known.values)[at] == np.asarray(entries.values)) & (
        np.asarray(known.statuses)[at] == entries.statuses
    )
    changed = np.flatnonzero(there & ~same)
    old = np.asarray(known.values)[at[changed]]

    def change(index: int) -> Change:
        place = int(changed[index])
        return Change(entries.vocabulary.key(entries.keys[place]), float(old[index]), entries.values[place])

    changes, places = Lazy(len(changed), change), Lazy(len(changed), lambda index: int(changed[index]))
    count = int(there.sum())
    return Comparison(len(keys) - count, count - len(changed), changes, places)


def fictional(entries: Entries) -> bool:
    """Whether there are invented values among them."""
    return any(
        source.startswith(FICTIONAL)
        for source in _used(entries.vocabulary.sources.all, [entries.source_numbers])
    )


def delivered(entries: Entries, comparison: Comparison, tell: Tell) -> Delivered:
    """The values as they are stored; `tell` hears how many are."""
    import numpy as np

    keys, words = np.asarray(entries.keys), entries.vocabulary
    return Delivered(
        indicators=_used(words.indicators.all, map(packed.subject_of, packed.in_blocks(keys))),
        municipalities=_used(words.municipalities.all, map(packed.municipality_of, packed.in_blocks(keys))),
        breakdowns=_used(words.breakdowns.all, map(packed.breakdown_of, packed.in_blocks(keys))),
        sources=_used(words.sources.all, [entries.source_numbers]),
        columns=lambda numbered: _columns(entries, numbered, tell),
        new=comparison.new,
        changed=len(comparison.changes),
        unchanged=comparison.unchanged,
        fictional=fictional(entries),
    )


def _columns(entries: Entries, numbered: Numbered, tell: Tell) -> Iterator[Columns]:
    """The values in the order of the log, some at a time."""
    import numpy as np

    words = entries.vocabulary
    indicators = _numbers(words.indicators.all, numbered.indicators)
    municipalities = _numbers(words.municipalities.all, numbered.municipalities)
    breakdowns = _numbers(words.breakdowns.all, numbered.breakdowns)
    sources = _numbers(words.sources.all, numbered.sources)
    statuses = np.array([codes.STATUS_NUMBERS[status] for status in STATUSES])
    keys, values, standings = (
        np.asarray(column) for column in (entries.keys, entries.values, entries.standings)
    )
    periods = np.zeros(packed.WHENS, np.int64)
    for when in _numbers_used(map(packed.when_of, packed.in_blocks(keys))):
        periods[when] = codes.period_number(packed.period_of(when))
    for done, places in _in_order(keys, indicators, municipalities, breakdowns):
        tell(Progress(done, len(keys), "Waarden bewaren"))
        some = keys[places]
        yield (
            indicators[packed.subject_of(some)].tolist(),
            municipalities[packed.municipality_of(some)].tolist(),
            breakdowns[packed.breakdown_of(some)].tolist(),
            periods[packed.when_of(some)].tolist(),
            values[places].tolist(),
            statuses[standings[places] & LAST_STATUS].tolist(),
            sources[standings[places] >> STATUS_BITS].tolist(),
        )


def _in_order(
    keys: "NDArray[np.int64]",
    indicators: "NDArray[np.int64]",
    municipalities: "NDArray[np.int64]",
    breakdowns: "NDArray[np.int64]",
) -> "Iterator[tuple[int, NDArray[np.intp]]]":
    """How many went before, and the places of the next values in the order of the log.

    Each indicator is put in order by itself: all at once takes much memory.
    """
    import numpy as np

    done = 0
    for subject in np.argsort(indicators, kind="stable").tolist():
        mine = np.flatnonzero(packed.about_subject(keys, subject))
        renumbered = packed.renumbered(keys[mine], indicators, municipalities, breakdowns)
        order = mine[np.argsort(renumbered, kind="stable")]
        for begin in range(0, len(order), _AT_ONCE):
            yield done + begin, order[begin : begin + _AT_ONCE]
        done += len(order)


def _used(names: Sequence[str], numbers: "Iterable[NDArray[np.integer]]") -> list[str]:
    """The names of which the numbers occur."""
    return [names[number] for number in _numbers_used(numbers)]


def _numbers_used(numbers: "Iterable[NDArray[np.integer]]") -> list[int]:
    import numpy as np

    used: set[int] = set()
    for some in numbers:
        used.update(np.flatnonzero(np.bincount(some)).tolist())
    return sorted(used)


def _numbers(names: Sequence[str], numbers: Names) -> "NDArray[np.int64]":
    """The numbers that the store has for our names, by our own numbers; 0 for a name that no value has."""
    import numpy as np

    return np.array([numbers.get(name, 0) for name in names], np.int64)
