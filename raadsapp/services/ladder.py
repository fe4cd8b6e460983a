"""Instead of gaps a longer period: which kind of period of each series members see."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from raadsapp.domain.disclosure import Count
from raadsapp.domain.period import PeriodKind, per_year

_MOST_GAPS = 0.25
"""Of more gaps than this share a longer period is shown instead."""

SeriesKey = tuple[str, str, str]
"""Indicator, municipality (CBS code, or `samen`) and breakdown."""


def series_of(count: Count) -> SeriesKey:
    """The series that a count is in."""
    return count.key.indicator, count.key.municipality, count.key.breakdown


def rungs(counts: Iterable[Count], gaps: Collection[Count]) -> Mapping[SeriesKey, PeriodKind]:
    """The shortest kind of period of each series of which at most a quarter would be gaps.

    Where every kind has more, the one with the smallest share of gaps; of equals the longest.
    """
    lengths: defaultdict[SeriesKey, dict[PeriodKind, list[bool]]] = defaultdict(dict)
    for count in counts:
        kinds = lengths[series_of(count)]
        kinds.setdefault(count.key.period.kind, []).append(count in gaps)
    return {key: _rung(kinds) for key, kinds in lengths.items()}


def _rung(kinds: Mapping[PeriodKind, list[bool]]) -> PeriodKind:
    shares = {kind: sum(missing) / len(missing) for kind, missing in kinds.items()}
    shortest_first = sorted(shares, key=per_year, reverse=True)
    few = [kind for kind in shortest_first if shares[kind] <= _MOST_GAPS]
    return few[0] if few else min(reversed(shortest_first), key=shares.__getitem__)
