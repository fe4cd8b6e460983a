"""The counts behind the figures, and every way in which they add up.

Over periods, over municipalities, over the parts of a breakdown, and a share times what it is a share of:
whoever knows some of them can work out others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.disclosure import Count
from raadsapp.domain.goals import Indicator
from raadsapp.domain.municipality import TOGETHER
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.services.sensitivity import MEASURE, Nature, is_flow, nature

_ALL = 100
_REST = "(rest)"
# Each kind of period, the next longer one, and how many of the first make the second.
_LONGER = (
    (PeriodKind.MONTH, PeriodKind.QUARTER, 3),
    (PeriodKind.QUARTER, PeriodKind.HALF_YEAR, 2),
    (PeriodKind.HALF_YEAR, PeriodKind.YEAR, 2),
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A count that is the sum of others."""

    total: Count
    parts: tuple[Count, ...]

    @property
    def over_time(self) -> bool:
        """Whether the parts are shorter periods of the total."""
        return self.parts[0].key.period != self.total.key.period


@dataclass(slots=True)
class Counted:
    """All counts of one state of the figures, by what they are of, with the sums among them.

    `groups` tells of what each share is a share. What remains of a total beside its known parts is a count
    too; it stands in `sums` only.
    """

    counts: dict[ObservationKey, Count] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    groups: dict[ObservationKey, ObservationKey] = field(default_factory=dict)


def counted(known: Iterable[Observation], catalog: Catalog) -> Counted:
    """The counts in these figures and what can be worked out from them.

    `known` holds one value for each key. A share of which the group is known counts too: as the number of
    persons in it.
    """
    figures = tuple(known)
    indicators = {indicator.key: indicator for indicator in catalog.indicators}
    found = Counted()
    for one in figures:
        if nature(indicators.get(one.key.indicator), one.key.breakdown) is Nature.COUNT:
            found.counts[one.key] = Count(one.key, max(0.0, float(round(one.value))), one.fictional)
    delivered = tuple(found.counts.values())
    _add_longer_periods(found, found.counts.values(), indicators)
    shares = tuple(_add_shares(found, figures, indicators))
    _add_longer_periods(found, shares, indicators)
    _add_together(found, catalog.dossier.municipalities)
    found.sums.extend(_parts(delivered, found.counts))
    return found


def group_of(indicator: Indicator, key: ObservationKey) -> ObservationKey | None:
    """What a figure of this indicator is of, when the dossier says so."""
    period = key.period.years_later(-indicator.denominator_years_earlier)
    if not indicator.denominator or period is None:
        return None
    split = indicator.denominator_breakdown or key.breakdown
    return ObservationKey(indicator.denominator, key.municipality, period, split)


def _add_longer_periods(found: Counted, counts: Iterable[Count], indicators: Mapping[str, Indicator]) -> None:
    """Add quarters up to half-years and years; only whole ones, and only where counts can be added up."""
    reach = [count for count in counts if _can_be_added(found, count.key, indicators)]
    for kind, longer, many in _LONGER:
        parts: defaultdict[ObservationKey, list[Count]] = defaultdict(list)
        for count in reach:
            if count.key.period.kind is kind:
                number = 0 if longer is PeriodKind.YEAR else (count.key.period.number - 1) // many + 1
                period = Period(count.key.period.year, longer, number)
                parts[count.key._replace(period=period)].append(count)
        for key, some in parts.items():
            if len(some) == many and (total := _sum(found, key, some)):
                reach.append(total)


def _can_be_added(found: Counted, key: ObservationKey, indicators: Mapping[str, Indicator]) -> bool:
    """A share can where what it is of can."""
    of = found.groups.get(key, key)
    return is_flow(indicators[of.indicator], of.breakdown)


def _sum(found: Counted, key: ObservationKey, parts: list[Count]) -> Count | None:
    """Add the sum of `parts` under `key`; None where another number was delivered there."""
    value = sum(part.value for part in parts)
    total = found.counts.get(key)
    if total is None:
        total = found.counts[key] = Count(key, value, any(part.fictional for part in parts))
        group = found.groups.get(parts[0].key)
        later = group.period.year - parts[0].key.period.year if group else 0
        if group and (period := key.period.years_later(later)):
            found.groups[key] = group._replace(period=period, municipality=key.municipality)
    elif total.value != value:
        return None
    found.sums.append(Sum(total, tuple(parts)))
    return total


def _add_shares(
    found: Counted, figures: Iterable[Observation], indicators: Mapping[str, Indicator]
) -> Iterator[Count]:
    for one in figures:
        indicator = indicators.get(one.key.indicator)
        if indicator is None or nature(indicator, one.key.breakdown) is not Nature.SHARE:
            continue
        group = found.counts.get(group_of(indicator, one.key) or one.key)
        if group is not None and 0 <= one.value <= _ALL:
            persons = float(round(one.value * group.value / _ALL))
            count = found.counts[one.key] = Count(one.key, persons, one.fictional)
            found.groups[one.key] = group.key
            found.sums.append(Sum(group, (count, _rest(group, one.key.indicator, group.value - persons))))
            yield count


def _add_together(found: Counted, municipalities: tuple[str, ...]) -> None:
    """Add municipalities up, where all of them are there."""
    for count in tuple(found.counts.values()):
        if count.key.municipality == municipalities[0]:
            each = [found.counts.get(count.key._replace(municipality=code)) for code in municipalities]
            parts = [one for one in each if one is not None]
            if len(parts) == len(municipalities) > 1:
                _sum(found, count.key._replace(municipality=TOGETHER), parts)


def _parts(delivered: Iterable[Count], counts: Mapping[ObservationKey, Count]) -> Iterator[Sum]:
    """For each total the parts of each breakdown, with what remains: what was not delivered counts too."""
    named: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    split: defaultdict[tuple[ObservationKey, str], list[Count]] = defaultdict(list)
    for count in delivered:
        dimension = count.key.breakdown.partition("=")[0]
        if dimension and dimension != MEASURE:
            named[count.key.indicator, dimension].add(count.key.breakdown)
            split[count.key._replace(breakdown=""), dimension].append(count)
    for (key, dimension), parts in split.items():
        total = counts.get(key)
        if total is None:
            continue
        rest = total.value - sum(part.value for part in parts)
        whole = rest == 0 and len(parts) == len(named[key.indicator, dimension]) > 1
        if rest >= 0:
            more = () if whole else (_rest(total, dimension, rest),)
            yield Sum(total, (*parts, *more))


def _rest(total: Count, dimension: str, value: float) -> Count:
    split = f"{total.key.breakdown}{_REST}{dimension}"
    return Count(total.key._replace(breakdown=split), value, total.fictional)
