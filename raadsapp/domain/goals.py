"""What the procurement is for: goals, effects, indicators and recommendations, each tied to the next."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from raadsapp.domain.source import Source


class System(StrEnum):
    """Which purchase of care a statement is about."""

    OLD = "oud"
    NEW = "nieuw"
    BOTH = "beide"


class Polarity(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    NEUTRAL = "neutral"


class Counting(StrEnum):
    """What one value of an indicator stands for: it decides which judgement its series can bear."""

    FLOW = "in de periode"
    STOCK = "stand"
    ROLLING = "voortschrijdend"
    SHARE = "deel"
    MIDDLE = "middelste"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal; `effects` are keys of the effects that show whether it is reached."""

    key: str
    title: str
    text: str
    system: System
    effects: tuple[str, ...] = ()
    sources: tuple[Source, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """An intended result. `target` and `state` are words; an old effect was never followed up."""

    key: str
    title: str
    text: str
    system: System
    target: str = ""
    state: str = ""
    sources: tuple[Source, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The outcome of the scenario model that an indicator measures, over a whole year and without breakdown.

    Measured is `factor` times the outcome, or times its ratio to the outcome `per`. With `quarters` the year
    is the mean of its four quarters; without, the indicator is delivered by year. `caveat` says in what the
    two still differ.
    """

    outcome: str
    per: str = ""
    factor: float = 1.0
    quarters: bool = False
    caveat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A series with a breakdown (`dimensie=waarde`) that counts something else than its indicator does.

    What is None here is as the indicator has it.
    """

    breakdown: str
    unit: str
    counting: Counting | None = None
    polarity: Polarity | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What the values of one series are, and which way is better."""

    unit: str
    counting: Counting
    polarity: Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """From the day `since` on is counted otherwise: figures before it are not held against later ones."""

    since: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A figure or judgement that is followed. Texts are Dutch; `norm` says so when none was set.

    `counting` says what one value stands for, `seasonal` that the time of year shows in it, `denominator`
    which indicator counts what a share is of, in its series `denominator_breakdown` (empty: the same
    breakdown as the share), so many years back as `denominator_years_earlier` says. What a share counts is
    part of the series `counted_within` of that indicator, if of any. Parts in the dimensions `adds_up` are
    together the figure without breakdown; those in `within` are each part of it, and may overlap.
    `over_hundred`: as a percentage it may well be more than 100. `main` is the breakdown of the series to
    look at first, where none is without; `together` says that it is delivered once for all municipalities, at
    the first. `measures` only when a scenario forecasts truly the same quantity.
    """

    key: str
    title: str
    definition: str
    unit: str
    polarity: Polarity
    counting: Counting
    seasonal: bool = False
    denominator: str = ""
    denominator_breakdown: str = ""
    denominator_years_earlier: int = 0
    main: str = ""
    together: bool = False
    splits: tuple[Split, ...] = ()
    adds_up: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    counted_within: str = ""
    over_hundred: bool = False
    breaks: tuple[Break, ...] = ()
    norm: str
    effects: tuple[str, ...]
    sensitive: str
    period: str
    breakdowns: tuple[str, ...]
    pitfall: str
    judgement: bool = False
    measures: Measure | None = None
    sources: tuple[Source, ...]

    @property
    def own_unit(self) -> str:
        """The unit of its series without breakdown: the first that `unit` names."""
        return self.unit.split(", ")[0]

    def split(self, breakdown: str) -> Counted:
        """What the series with this breakdown counts."""
        own = Split(breakdown=breakdown, unit=self.own_unit)
        found = next((one for one in self.splits if one.breakdown == breakdown), own)
        return Counted(found.unit, found.counting or self.counting, found.polarity or self.polarity)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationPart:
    """One thing a recommendation asks for."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """A recommendation of the audit office; `evidence` says what is known of its follow-up."""

    key: str
    title: str
    text: str
    owner: str
    parts: tuple[RecommendationPart, ...]
    effects: tuple[str, ...]
    evidence: tuple["Evidence", ...] = ()
    sources: tuple[Source, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a source says about the follow-up of a recommendation."""

    text: str
    sources: tuple[Source, ...]
