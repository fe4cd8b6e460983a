"""Forecast beside outcome: what a saved scenario expected, and what was measured since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from raadsapp.domain.goals import Indicator, Measure
from raadsapp.domain.observation import FICTIONAL, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.domain.shown import Shown
from raadsapp.services.member_view import WAITING, member_view
from raadsapp.services.opening import Session
from raadsapp.services.scenario_region import TOGETHER
from raadsapp.services.scenario_snapshot import estimate
from raadsapp.services.scenario_words import outcome_words
from raadsapp.texts import amount, enumeration, long_date

_QUARTERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """An expectation for a year and what came of it, both in `unit`.

    `measured` is None as long as not all of the year is in the store, and is worked out from `parts`;
    `fictional` when some of it is invented.
    """

    outcome: str
    label: str
    indicator: str
    period: Period
    forecast: float
    measured: float | None
    parts: tuple[Shown, ...]
    unit: str
    fictional: bool
    sentence: str


def beside_outcome(session: Session, saved: SavedScenario, as_of: date | None = None) -> tuple[Forecast, ...]:
    """Every year that was measured, at least in part, and ended after the scenario was made.

    Only by indicators that measure what the model works out, as known at the end of `as_of` (None: now).
    Withdrawn deliveries do not count.
    """
    return tuple(
        forecast
        for indicator, measure in _measures(session)
        for forecast in _forecasts(saved, indicator, measure, _observed(session, indicator, saved, as_of))
    )


def limits(session: Session, saved: SavedScenario, as_of: date | None = None) -> tuple[str, ...]:
    """What cannot be held against the scenario as known at the end of `as_of`, and why, in sentences."""
    if saved.municipality == TOGETHER:
        return ("Er is per gemeente gemeten. Voor de gemeenten samen is er geen cijfer om naast te leggen.",)
    if member_view(session, as_of).waiting:
        return (WAITING,)
    titles = enumeration([f"‘{indicator.title}’" for indicator, _ in _measures(session)])
    only = f"Alleen {titles} meten wat dit model uitrekent. Andere indicatoren meten iets anders."
    if beside_outcome(session, saved, as_of):
        return (only,)
    return (f"Er zijn nog geen cijfers over een jaar dat eindigt na {long_date(saved.made_on)}.", only)


def _measures(session: Session) -> Iterator[tuple[Indicator, Measure]]:
    for indicator in session.catalog.indicators:
        if indicator.measures is not None:
            yield indicator, indicator.measures


def _observed(
    session: Session, indicator: Indicator, saved: SavedScenario, as_of: date | None
) -> tuple[Shown, ...]:
    """What members may see; of a year with a value that is too small to show nothing is said."""
    return member_view(session, as_of).series(indicator.key, saved.municipality)


def _forecasts(
    saved: SavedScenario, indicator: Indicator, measure: Measure, observed: Sequence[Shown]
) -> Iterator[Forecast]:
    kind = PeriodKind.QUARTER if measure.quarters else PeriodKind.YEAR
    for year in saved.years:
        parts = [one for one in observed if (one.period.year, one.period.kind) == (year, kind)]
        expected = _expected(saved, measure, year)
        if (
            parts
            and not any(part.suppressed for part in parts)
            and expected is not None
            and Period(year).last_day > saved.made_on
        ):
            yield _forecast(saved, indicator, measure, expected, parts)


def _forecast(
    saved: SavedScenario,
    indicator: Indicator,
    measure: Measure,
    expected: float,
    parts: Sequence[Shown],
) -> Forecast:
    unit, year = indicator.own_unit, parts[0].period.year
    whole = len(parts) == (_QUARTERS if measure.quarters else 1)
    measured = sum(part.value or 0.0 for part in parts) / len(parts) if whole else None
    mark = estimate(saved.facts)
    said = f"{amount(expected, unit)} ({mark})" if mark else amount(expected, unit)
    invented = f"{FICTIONAL}. " if any(part.fictional for part in parts) else ""
    begun = f"{invented}‘{indicator.title}’ in {year}: verwacht {said}"
    return Forecast(
        outcome=measure.outcome,
        label=outcome_words(measure.outcome).title,
        indicator=indicator.key,
        period=Period(year),
        forecast=expected,
        measured=measured,
        parts=tuple(parts),
        unit=unit,
        fictional=bool(invented),
        sentence=(
            f"{begun}. Er zijn {len(parts)} van de 4 kwartalen gemeten; vergelijken kan nog niet."
            if measured is None
            else f"{begun}, gemeten {amount(measured, unit)}{_origin(parts)} {measure.caveat}"
        ),
    )


def _origin(parts: Sequence[Shown]) -> str:
    """How sure what was measured is, and its source; the end of a sentence."""
    early = " (voorlopig)." if any(part.status is Status.PROVISIONAL for part in parts) else "."
    sources = enumeration(list(dict.fromkeys(part.source for part in parts if part.source)))
    return f"{early} Bron: {sources}." if sources else early


def _expected(saved: SavedScenario, measure: Measure, year: int) -> float | None:
    """What the scenario said of a year in the unit of the indicator; None where it said nothing of that."""
    known = {outcome for outcome, _ in saved.came_out}
    if not {measure.outcome, measure.per or measure.outcome} <= known:
        return None
    value = saved.value(measure.outcome, year)
    base = saved.value(measure.per, year) if measure.per else 1.0
    return measure.factor * value / base if value is not None and base else None
