"""What each indicator shows of a municipality: judged by the rules that fit, and put in words.

All is worked out from the figures that members may see, since a mean or a limit gives a hidden value away.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Break, Counting, Indicator
from raadsapp.domain.norm import Baseline, Decisions, Norm
from raadsapp.domain.observation import FICTIONAL
from raadsapp.domain.period import Period, PeriodKind, per_year
from raadsapp.domain.shown import Shown
from raadsapp.model.series_judgement import Judgement, Measured, judge_series
from raadsapp.model.series_rules import chance_of_signal
from raadsapp.services.indicator_sentences import Words, words_of
from raadsapp.services.judgement_notes import decision_notes, series_notes
from raadsapp.services.member_view import MemberView
from raadsapp.texts import number

NO_DECISIONS = Decisions()

_COUNT, _SHARE = "aantal", "%"
_PERSONS = "ja"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One series with its judgement. `municipality` is a CBS code or `samen`, `unit` that of the values.

    `breakdown` is that of the series (`dimensie=waarde`), also where none was asked for and the indicator has
    no series without. `shown` is the series as members see it; the points of the judgement may be of longer
    periods. `breaks` are those that the series crosses. `source` is that of the newest value, as its delivery
    names it. `fictional` says that invented values are among them.
    """

    indicator: Indicator
    municipality: str
    breakdown: str
    unit: str
    shown: tuple[Shown, ...]
    measured: Measured
    judgement: Judgement
    words: Words
    fictional: bool
    breaks: tuple[Break, ...]
    norm: Norm | None
    baseline: Baseline | None
    source: str

    @property
    def newest(self) -> Shown | None:
        """The last period with a value, else the last one, of which the value may not be shown."""
        with_value = (one for one in reversed(self.shown) if one.value is not None)
        return next(with_value, self.shown[-1] if self.shown else None)

    @property
    def target(self) -> float | None:
        """The norm that the council set, None when it set none."""
        return self.norm.value if self.norm else None

    @property
    def of_unknown_size(self) -> bool:
        """Whether this is a share of persons of which no count tells of how many: it has no margin."""
        share = self.unit == _SHARE and self.measured.counting is Counting.SHARE
        of_persons = share and self.indicator.sensitive.startswith(_PERSONS)
        return of_persons and bool(self.shown) and not _is_counted(self.indicator, self.breakdown)

    @property
    def sentence(self) -> str:
        """All that belongs beside the chart, marked when it is about invented figures."""
        return f"{FICTIONAL}: {self.words.sentence}" if self.fictional else self.words.sentence


@dataclass(frozen=True, slots=True)
class Headline:
    """How many of the judged series give a signal, and how many would by chance alone, in one sentence."""

    signals: int
    expected_by_chance: float
    sentence: str


def judged(
    view: MemberView,
    catalog: Catalog,
    indicator: str,
    municipality: str,
    breakdown: str = "",
    *,
    decisions: Decisions = NO_DECISIONS,
    until: Period | None = None,
) -> Judged:
    """One indicator (key) of a municipality (CBS code or `samen`), judged as the council's `decisions` want.

    Without `breakdown` its series as a whole or, where there is none, the first one that the dossier names.
    What comes after the period `until` is left out. KeyError for an indicator that the dossier does not have.
    """
    found = _indicator(catalog, indicator)
    place = place_of(catalog, found, municipality)
    split = breakdown or _first(view, found, place)
    shown = _until(view.series(indicator, place, split), until)
    norm = decisions.norm(indicator, municipality, split)
    baseline = decisions.baseline(indicator, municipality, split)
    measured = _measured(found, split, norm, baseline)
    judgement = judge_series(shown, measured, totals_of(view, catalog, found, place, split))
    breaks = tuple(one for one in found.breaks if _crosses(one, shown))
    words = words_of(judgement, measured, unit := found.split(split).unit)
    notes = (
        *words.notes,
        *series_notes(judgement, found, split if split != breakdown else "", breaks),
        *decision_notes(judgement, unit, norm, baseline),
    )
    return Judged(
        indicator=found,
        municipality=municipality,
        breakdown=split,
        unit=unit,
        shown=shown,
        measured=measured,
        judgement=judgement,
        words=replace(words, notes=notes),
        fictional=any(one.fictional for one in shown),
        breaks=breaks,
        norm=norm,
        baseline=baseline,
        source=next((one.source for one in reversed(shown) if one.value is not None), ""),
    )


def judged_all(
    view: MemberView,
    catalog: Catalog,
    municipality: str,
    *,
    decisions: Decisions = NO_DECISIONS,
    until: Period | None = None,
) -> tuple[Judged, ...]:
    """Every indicator of a municipality, in the order of the dossier; see `judged`."""
    return tuple(
        judged(view, catalog, indicator.key, municipality, decisions=decisions, until=until)
        for indicator in catalog.indicators
    )


def headline(judged: Sequence[Judged]) -> Headline:
    """How many of these give a signal, beside how many chance alone would give."""
    with_limits = [one for one in judged if one.judgement.chart is not None]
    signals = sum(one.judgement.signal for one in judged)
    expected = sum(chance_of_signal(_known(one.judgement)) for one in with_limits)
    mark = f"{FICTIONAL}: " if any(one.fictional for one in judged) else ""
    return Headline(signals, expected, f"{mark}{_headline_words(signals, len(with_limits), expected)}")


def place_of(catalog: Catalog, indicator: Indicator, municipality: str) -> str:
    """Under which municipality the figures of an indicator stand: what is delivered once is at the first."""
    return catalog.dossier.municipalities[0] if indicator.together else municipality


def _indicator(catalog: Catalog, key: str) -> Indicator:
    found = catalog.find(key)
    if not isinstance(found, Indicator):
        raise KeyError(key)
    return found


def _first(view: MemberView, indicator: Indicator, municipality: str) -> str:
    """The breakdown to show when none was asked for: none, else the main one, else the first there is."""
    if view.series(indicator.key, municipality):
        return ""
    return indicator.main or next(iter(view.breakdowns(indicator.key, municipality)), "")


def _until(shown: Sequence[Shown], until: Period | None) -> tuple[Shown, ...]:
    return tuple(one for one in shown if until is None or one.period.last_day <= until.last_day)


def _measured(indicator: Indicator, breakdown: str, norm: Norm | None, baseline: Baseline | None) -> Measured:
    split = indicator.split(breakdown)
    days = {one.since for one in indicator.breaks}
    if baseline:
        days.add(baseline.since.first_day)
    return Measured(
        counting=split.counting,
        polarity=(norm and norm.polarity) or split.polarity,
        counts=split.unit == _COUNT,
        seasonal=indicator.seasonal,
        target=norm.value if norm else None,
        over_hundred=indicator.over_hundred,
        breaks=tuple(sorted(days)),
    )


def totals_of(
    view: MemberView, catalog: Catalog, indicator: Indicator, municipality: str, breakdown: str
) -> dict[Period, float]:
    """What the shares of a series are of, by period of the share, as far as members may see it."""
    if indicator.split(breakdown).counting is not Counting.SHARE or not _is_counted(indicator, breakdown):
        return {}
    split = indicator.denominator_breakdown or breakdown
    counted = _indicator(catalog, indicator.denominator)
    stock = counted.split(split).counting is Counting.STOCK
    found = _by_period(view.series(indicator.denominator, municipality, split), stock=stock)
    years = indicator.denominator_years_earlier
    return {later: total for period, total in found.items() if (later := period.years_later(years))}


def _is_counted(indicator: Indicator, breakdown: str) -> bool:
    """Whether the dossier says of what a share is; the count beside a breakdown may not be reported."""
    return bool(indicator.denominator) and not (breakdown and indicator.denominator_breakdown)


def _by_period(shown: Sequence[Shown], *, stock: bool) -> dict[Period, float]:
    """Counts of their own periods and of the longer ones that they fill.

    Of a longer period a flow is the sum of its parts and a stock at least the largest of them.
    """
    parts: defaultdict[Period, list[float]] = defaultdict(list)
    kinds = _as_long(shown[0].period.kind) if shown else ()
    for one in shown:
        if one.value is not None:
            for kind in kinds:
                parts[one.period.within(kind)].append(one.value)
    count = per_year(shown[0].period.kind) if shown else 0
    return {
        period: max(values) if stock else sum(values)
        for period, values in parts.items()
        if len(values) == count // per_year(period.kind)
    }


def _as_long(kind: PeriodKind) -> tuple[PeriodKind, ...]:
    """This kind of period and every longer one that it fits in."""
    return tuple(longer for longer in PeriodKind if per_year(kind) % per_year(longer) == 0)


def _crosses(one: Break, shown: Sequence[Shown]) -> bool:
    return bool(shown) and shown[0].period.first_day < one.since <= shown[-1].period.last_day


def _known(judgement: Judgement) -> int:
    """How many values the limits and the signal rest on."""
    points = judgement.chart.points if judgement.chart else ()
    return sum(point.value is not None for point in points)


def _headline_words(signals: int, with_limits: int, expected: float) -> str:
    if not with_limits:
        return "Nog geen indicator heeft genoeg cijfers om een signaal van toeval te scheiden."
    by_chance = "minder dan één" if expected < 1 else f"ongeveer {number(round(expected))}"
    if with_limits == 1:
        told = f"De indicator die lang genoeg gemeten is, geeft {'een' if signals else 'geen'} signaal."
    else:
        given = (
            f"geven er {number(signals)}" if signals > 1 else f"geeft er {'1' if signals else 'geen enkele'}"
        )
        told = f"Van de {number(with_limits)} indicatoren die lang genoeg gemeten zijn, {given} een signaal."
    return f"{told} Door toeval alleen verwacht je er {by_chance}."
