"""What members see of the figures: no small numbers of persons, and the finest period that may be shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from raadsapp.domain.goals import Indicator
from raadsapp.domain.observation import Observation
from raadsapp.domain.period import Period, PeriodKind, per_year
from raadsapp.domain.shown import Shown
from raadsapp.services.opening import Session
from raadsapp.services.own_figures import TOGETHER
from raadsapp.services.sensitivity import Nature, nature
from raadsapp.store import observations

SeriesKey = tuple[str, str, str]
"""Indicator, municipality (CBS code, or `samen`) and breakdown."""

_THRESHOLD = 10
_NOBODY, _EVERYBODY = 0.0, 100.0


@dataclass(frozen=True, slots=True)
class MemberView:
    """The protected figures as known at the end of `as_of` (None: now); nothing in it is to be kept secret.

    Whatever members see, search or export is made from this, and so is everything worked out from figures.
    """

    as_of: date | None
    _series: Mapping[SeriesKey, tuple[Shown, ...]]

    def series(self, indicator: str, municipality: str, breakdown: str = "") -> tuple[Shown, ...]:
        """One series in order of period, all of one kind of period: the finest that may be shown.

        `municipality` is a CBS code, or `samen` for all of the dossier together: counts only.
        """
        return self._series.get((indicator, municipality, breakdown), ())

    def breakdowns(self, indicator: str, municipality: str) -> tuple[str, ...]:
        """The breakdowns (`dimensie=waarde`) of which there are figures, in order."""
        return tuple(
            sorted(
                split
                for key, place, split in self._series
                if (key, place) == (indicator, municipality) and split
            )
        )

    def municipalities(self, indicator: str) -> tuple[str, ...]:
        """CBS codes of which there are figures in order, and `samen` last where they can be added up."""
        found = {place for key, place, _ in self._series if key == indicator}
        return tuple(sorted(found, key=lambda place: (place == TOGETHER, place)))


def member_view(session: Session, as_of: date | None = None) -> MemberView:
    """The figures that members may see, as known at the end of `as_of` (None: now)."""
    indicators = {indicator.key: indicator for indicator in session.catalog.indicators}
    known = observations.current(session.store, as_of=as_of)
    found: defaultdict[SeriesKey, list[Shown]] = defaultdict(list)
    for observation in known:
        key = observation.key
        found[key.indicator, key.municipality, key.breakdown].append(
            _shown(observation, indicators.get(key.indicator))
        )
    for indicator in indicators.values():
        for split, rows in _added(indicator, found, session.catalog.dossier.municipalities):
            found[indicator.key, TOGETHER, split] = rows
    return MemberView(as_of, {key: _finest(rows) for key, rows in found.items()})


def _shown(observation: Observation, indicator: Indicator | None) -> Shown:
    hidden = _too_small(observation.value, nature(indicator, observation.key.breakdown))
    return Shown(
        observation.key.period,
        None if hidden else observation.value,
        hidden,
        observation.status,
        observation.source,
    )


def _too_small(value: float, kind: Nature) -> bool:
    if kind is Nature.COUNT:
        return value < _THRESHOLD
    if kind is Nature.BESIDE:
        return value.is_integer() and value < _THRESHOLD
    return kind is Nature.SHARE and value in {_NOBODY, _EVERYBODY}


def _added(
    indicator: Indicator, found: Mapping[SeriesKey, list[Shown]], municipalities: tuple[str, ...]
) -> Iterable[tuple[str, list[Shown]]]:
    for split in {split for key, _, split in tuple(found) if key == indicator.key}:
        if nature(indicator, split) is not Nature.COUNT:
            continue
        each = [
            {one.period: one for one in found.get((indicator.key, place, split), ())}
            for place in municipalities
        ]
        periods = sorted(set.intersection(*(set(one) for one in each)))
        if periods:
            yield split, [_sum([one[period] for one in each]) for period in periods]


def _sum(parts: list[Shown]) -> Shown:
    values = [part.value for part in parts if part.value is not None]
    whole = len(values) == len(parts)
    sources = dict.fromkeys(part.source for part in parts if part.source)
    status = min((part.status for part in parts), key=["voorlopig", "herzien", "definitief"].index)
    return Shown(parts[0].period, sum(values) if whole else None, not whole, status, "; ".join(sources))


def _finest(rows: list[Shown]) -> tuple[Shown, ...]:
    kinds: dict[PeriodKind, list[Shown]] = {}
    for row in rows:
        kinds.setdefault(row.period.kind, []).append(row)
    finest = max(kinds, key=per_year)
    return tuple(sorted(kinds[finest], key=_moment))


def _moment(shown: Shown) -> Period:
    return shown.period
