"""The series that members see, made of what was delivered and what was decided to show of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.disclosure import Count
from raadsapp.domain.goals import Indicator
from raadsapp.domain.observation import FICTIONAL, Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind, per_year
from raadsapp.domain.shown import Shown
from raadsapp.services.counted import Counted, group_of
from raadsapp.services.disclosing import SMALL_GROUP, Disclosed
from raadsapp.services.ladder import SeriesKey, series_of
from raadsapp.services.sensitivity import Nature, nature

_ALL = 100
_SUREST_LAST = (Status.PROVISIONAL, Status.REVISED, Status.FINAL)


def shown_series(
    catalog: Catalog,
    known: Mapping[ObservationKey, Observation],
    found: Counted,
    decided: Disclosed,
    withheld: Mapping[ObservationKey, bool],
) -> Mapping[SeriesKey, tuple[Shown, ...]]:
    """Every series with at least one figure, each in order of period and of one kind of period.

    `withheld` is what a supplier gave as too small to tell, and whether that belongs to invented figures.
    """
    series: defaultdict[SeriesKey, list[Shown]] = defaultdict(list)
    origins = _Origins(known, found)
    others = [key for key in known if key not in found.counts]
    kinds = {**_finest(withheld), **_finest(others), **decided.rungs}
    for count in found.counts.values():
        if count.key.period.kind is kinds[series_of(count)]:
            value = _value(catalog, known, found, count) if count in decided.shown else None
            series[series_of(count)].append(origins.shown(count.key, value))
    indicators = {indicator.key: indicator for indicator in catalog.indicators}
    for key in others:
        one, place = known[key], _place(key)
        if key.period.kind is kinds[place]:
            hidden = _tells(catalog, indicators.get(key.indicator), one, found, decided)
            value = None if hidden else one.value
            series[place].append(Shown(key.period, value, hidden, one.status, one.source))
    for key, fictional in withheld.items():
        if key.period.kind is kinds[_place(key)]:
            source = FICTIONAL if fictional else ""
            series[_place(key)].append(Shown(key.period, None, suppressed=True, source=source))
    return {place: tuple(sorted(rows, key=_period)) for place, rows in series.items()}


def _period(shown: Shown) -> tuple[int, int]:
    return shown.period.year, shown.period.number


def _place(key: ObservationKey) -> SeriesKey:
    return key.indicator, key.municipality, key.breakdown


def _finest(keys: Iterable[ObservationKey]) -> Mapping[SeriesKey, PeriodKind]:
    """The shortest kind of period of each series."""
    kinds: dict[SeriesKey, PeriodKind] = {}
    for key in keys:
        place, kind = _place(key), key.period.kind
        kinds[place] = max(kinds.get(place, kind), kind, key=per_year)
    return kinds


def _value(
    catalog: Catalog, known: Mapping[ObservationKey, Observation], found: Counted, count: Count
) -> float:
    """The count itself, or the share that it is; rounded where the dossier says so."""
    rounding = catalog.dossier.rounding
    value = _rounded(count.value, rounding)
    group = found.groups.get(count.key)
    if group is None:
        return value
    if not rounding and count.key in known:
        return known[count.key].value
    whole = _rounded(found.counts[group].value, rounding)
    return round(_ALL * value / whole, 1)


def _rounded(value: float, rounding: int) -> float:
    return float(round(value / rounding) * rounding) if rounding else value


def _tells(
    catalog: Catalog,
    indicator: Indicator | None,
    one: Observation,
    found: Counted,
    decided: Disclosed,
) -> bool:
    """Whether a figure that is no count itself tells of too few persons."""
    kind = nature(indicator, one.key.breakdown)
    if indicator is None or kind is Nature.OPEN:
        return False
    own = found.counts.get(one.key._replace(breakdown=""))
    if own is not None and own not in decided.shown:
        return True  # such as a number per 1.000 beside the number itself
    threshold = catalog.dossier.threshold
    group = _group(indicator, one.key, found)
    if kind is not Nature.SHARE:
        return group is not None and group < threshold
    if group is None:
        return one.value in {0, _ALL}
    persons = round(one.value * group / _ALL)
    return group < SMALL_GROUP or min(persons, group - persons) < threshold


def _group(indicator: Indicator, key: ObservationKey, found: Counted) -> float | None:
    """How many there are of what a figure is of, else in the last part of its period."""
    wanted = group_of(indicator, key)
    if wanted is None:
        return None
    ends = [wanted.period, *(_last_part(wanted.period, kind) for kind in _shorter(wanted.period.kind))]
    groups = (found.counts.get(wanted._replace(period=period)) for period in ends)
    return next((group.value for group in groups if group), None)


def _shorter(kind: PeriodKind) -> Iterator[PeriodKind]:
    kinds = sorted(PeriodKind, key=per_year)
    yield from kinds[kinds.index(kind) + 1 :]


def _last_part(period: Period, kind: PeriodKind) -> Period:
    return Period(period.year, kind, max(period.number, 1) * per_year(kind) // per_year(period.kind))


class _Origins:
    """From which deliveries each count comes, also when it was added up."""

    def __init__(self, known: Mapping[ObservationKey, Observation], found: Counted) -> None:
        self._known = known
        self._parts = {one.total.key: one.parts for one in reversed(found.sums)}

    def shown(self, key: ObservationKey, value: float | None) -> Shown:
        """A count with how sure it is and its source, None for one that may not be shown."""
        if key in self._known:
            one = self._known[key]
            return Shown(key.period, value, value is None, one.status, one.source)
        origins = tuple(self._origins(key))
        status = min((one.status for one in origins), key=_SUREST_LAST.index)
        # What is invented stands in front, so that the sum says so too.
        sources = sorted(
            dict.fromkeys(one.source for one in origins if one.source), key=_invented_first(origins)
        )
        source = f"{'; '.join(sources)} (opgeteld)" if sources else "opgeteld"
        return Shown(key.period, value, value is None, status, source, added_up=True)

    def _origins(self, key: ObservationKey) -> Iterator[Observation]:
        if key in self._known:
            yield self._known[key]
            return
        for part in self._parts[key]:
            yield from self._origins(part.key)


def _invented_first(origins: Sequence[Observation]) -> Callable[[str], bool]:
    invented = {one.source for one in origins if one.fictional}
    return lambda source: source not in invented
