"""Decide which counts members see, given what they were shown before, and keep that."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from time import monotonic

from raadsapp.domain.disclosure import Count, Decision
from raadsapp.domain.municipality import TOGETHER
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import PeriodKind
from raadsapp.errors import UserError
from raadsapp.services.counted import Counted, Sum, counted
from raadsapp.services.ladder import SeriesKey, rungs, series_of
from raadsapp.services.opening import Session
from raadsapp.store import disclosures, observations, withheld

SMALL_GROUP = 20
"""Of fewer persons no percentage is shown."""
# What is lost when a count is hidden: most with a total of a municipality, least with a part of all together,
# and of equals most with the larger count.
_TOTAL, _TOTAL_TOGETHER, _PART, _PART_TOGETHER = 10_000, 4_000, 1_000, 500
_LARGEST = 500
# However long the first search took, what is then asked about again has this many seconds.
_AT_LEAST = 5.0
# So often at most another program decides in between, before this one gives up.
_TRIES = 8

Tell = Callable[[], object]
"""Called now and then while it is decided; what it raises ends that, and nothing is decided."""


class Certainty(StrEnum):
    """How what members see was decided."""

    LEAST = "least"
    BLUNT = "blunt"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What members see of the counts: the kind of period of each series, and which of its counts.

    BLUNT says that more is hidden than needed; UNDECIDED that only what was decided before is shown, because
    a decision could not be kept.
    """

    rungs: Mapping[SeriesKey, PeriodKind]
    shown: frozenset[Count]
    certainty: Certainty = Certainty.LEAST


@dataclass(frozen=True, slots=True)
class _Past:
    """What was decided before. A count that was hidden stays so, whatever its value becomes."""

    shown: frozenset[Count]
    hidden: frozenset[tuple[ObservationKey, bool]]
    bluntly: frozenset[tuple[ObservationKey, bool]]
    decisions: int

    def hides(self, count: Count) -> bool:
        return (count.key, count.fictional) in self.hidden and count not in self.shown


@dataclass(frozen=True, slots=True)
class _State:
    """The counts of one state of the figures; `batches` are the deliveries that counted."""

    found: Counted
    batches: tuple[int, ...]
    small: frozenset[Count]

    def hidden(self, past: _Past) -> frozenset[Count]:
        """What stays hidden whatever else is shown."""
        return frozenset(
            count
            for count in self.found.counts.values()
            if count not in past.shown and (count in self.small or past.hides(count))
        )


def disclosed(
    session: Session, found: Counted, batches: Sequence[int], tell: Tell | None
) -> Disclosed | None:
    """Which of these counts members see; `batches` are the deliveries that counted.

    What is not decided yet is decided now, and kept; without `tell` it is not, and None given. Where another
    program decided in between, its decisions stand and the rest is decided again.
    """
    state = _State(found, tuple(batches), _small(found, session.catalog.dossier.threshold))
    for _ in range(_TRIES):
        past = _past(session)
        hidden = state.hidden(past)
        chosen = rungs(found.counts.values(), hidden)
        seen = _seen(found, chosen)
        if not seen - past.shown - hidden:
            blunt = any((one.key, one.fictional) in past.bluntly for one in hidden - state.small)
            return Disclosed(chosen, seen & past.shown, Certainty.BLUNT if blunt else Certainty.LEAST)
        if tell is None:
            return None
        if session.store.read_only:
            break
        made = _decided(session, state, past, tell)
        try:
            disclosures.add(session.store, made, known=past.decisions)
        except UserError:
            break
    # What cannot be kept is not shown either: later it could be decided otherwise.
    return Disclosed(chosen, seen & past.shown, Certainty.UNDECIDED)


def figures(session: Session, batches: Sequence[int]) -> Iterator[Observation]:
    """What counts of the dossier's own items and municipalities when only `batches` do, in order of key.

    Not what a supplier gave later as too small to tell.
    """
    keys, kept = _subjects(session), withheld.counting(session.store, batches)
    for code in session.catalog.dossier.municipalities:
        for observation, batch in observations.each(session.store, batches, keys, code):
            if observation.key not in kept or batch >= kept[observation.key].batch:
                yield observation


def too_small(session: Session, batches: Sequence[int]) -> dict[ObservationKey, bool]:
    """What suppliers gave as too small to tell of the same, and whether it belongs to invented figures."""
    keys, places = set(_subjects(session)), session.catalog.dossier.municipalities
    return {
        key: kept.fictional
        for key, kept in withheld.counting(session.store, batches).items()
        if key.indicator in keys and key.municipality in places
    }


def _subjects(session: Session) -> list[str]:
    catalog = session.catalog
    return [*(one.key for one in catalog.indicators), *(one.key for one in catalog.series)]


def _decided(session: Session, state: _State, past: _Past, tell: Tell) -> disclosures.Publication:
    """Hide more until nothing can be found; with every gap a series may go to longer periods."""
    found, hidden = state.found, state.hidden(past)
    sums = _all_sums(session, found, state.batches)
    began, bluntly = monotonic(), False
    while True:
        seen = _seen(found, rungs(found.counts.values(), hidden))
        also, blunt = _also_hidden(session, state, sums, past, _Asked(seen, hidden, began, tell))
        bluntly |= blunt
        if also <= hidden:
            break
        hidden |= also
    decided = [Decision(count, shown=False) for count in hidden if not past.hides(count)]
    decided += [Decision(count, shown=True) for count in seen - hidden - past.shown]
    return disclosures.Publication(
        batches=state.batches,
        threshold=session.catalog.dossier.threshold,
        decided=decided,
        at=datetime.now(UTC),
        bluntly=bluntly,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """Counts that would be seen, and that are hidden already.

    `began` is when deciding began, by the monotonic clock.
    """

    seen: frozenset[Count]
    hidden: frozenset[Count]
    began: float
    tell: Tell


def _also_hidden(
    session: Session, state: _State, sums: Sequence[Sum], past: _Past, asked: _Asked
) -> tuple[frozenset[Count], bool]:
    """What must be hidden besides, and whether that is more than needed."""
    # Only where something is to be decided is the engine needed, and the time it takes to load.
    from raadsapp.privacy.disclosure.apart import SECONDS, engine_apart
    from raadsapp.privacy.disclosure.protecting import protect
    from raadsapp.privacy.disclosure.table import Cell, Margin, Standing, Table

    found = state.found
    known = past.shown | {
        found.counts[group] for share, group in found.groups.items() if found.counts[share] in past.shown
    }

    def cell(count: Count) -> Cell:
        if count in known:
            return Cell(count.value, Standing.KNOWN)
        if count in state.small or count in asked.hidden & asked.seen or past.hides(count):
            return Cell(count.value, Standing.HIDDEN)
        if count in asked.seen:
            return Cell(count.value, Standing.FREE, _weight(count))
        return Cell(count.value, Standing.UNSEEN)

    every = tuple(
        dict.fromkeys([*found.counts.values(), *(one for sum_ in sums for one in (sum_.total, *sum_.parts))])
    )
    places = {count: place for place, count in enumerate(every)}
    margins = tuple(
        Margin(places[one.total], tuple(places[part] for part in one.parts), one.over_time) for one in sums
    )
    table = Table(tuple(cell(count) for count in every), margins)
    left = max(_AT_LEAST, SECONDS - (monotonic() - asked.began))
    protected = protect(table, session.catalog.dossier.threshold, engine_apart(asked.tell), left)
    hidden = frozenset(every[place] for place in protected.hidden)
    also = hidden & asked.seen | _of_hidden_groups(found, hidden, asked.seen - past.shown)
    return also, protected.bluntly


def _of_hidden_groups(found: Counted, hidden: Collection[Count], seen: Iterable[Count]) -> frozenset[Count]:
    """Shares of what is hidden: with the share the one would give the other."""
    groups = ((share, found.groups.get(share.key)) for share in seen)
    return frozenset(share for share, group in groups if group and found.counts[group] in hidden)


def _seen(found: Counted, chosen: Mapping[SeriesKey, PeriodKind]) -> frozenset[Count]:
    counts = found.counts.values()
    return frozenset(count for count in counts if count.key.period.kind is chosen[series_of(count)])


def _small(found: Counted, threshold: int) -> frozenset[Count]:
    """Counts under the threshold, and shares of a small group."""
    groups = {share: found.counts[group].value for share, group in found.groups.items()}
    return frozenset(
        count
        for key, count in found.counts.items()
        if count.value < threshold or groups.get(key, SMALL_GROUP) < SMALL_GROUP
    )


def _all_sums(session: Session, found: Counted, batches: Sequence[int]) -> tuple[Sum, ...]:
    """The sums in these figures, and in all that members could see before.

    What was the same before adds nothing: its sums follow from those of now.
    """
    sums = list(found.sums)
    now = {one.key: one.value for one in figures(session, batches)}
    for earlier in disclosures.publications(session.store):
        then = tuple(figures(session, earlier))
        if any(now.get(one.key) != one.value for one in then):
            sums.extend(counted(then, session.catalog).sums)
    return tuple(dict.fromkeys(sums))


def _weight(count: Count) -> int:
    together = count.key.municipality == TOGETHER
    if count.key.breakdown:
        base = _PART_TOGETHER if together else _PART
    else:
        base = _TOTAL_TOGETHER if together else _TOTAL
    return base + min(int(count.value), _LARGEST)


def _past(session: Session) -> _Past:
    decided = disclosures.decisions(session.store)
    return _Past(
        frozenset(one.count for one in decided if one.shown),
        frozenset((one.count.key, one.count.fictional) for one in decided if not one.shown),
        disclosures.bluntly_hidden(session.store),
        len(decided),
    )
