"""What a chart says, in Dutch: one sentence on the newest figure, and one on signal or chance.

No sentence says more than the rule behind it allows; the words ‘signaal’ and ‘toeval’ stand only where a rule
gives them.
"""

from dataclasses import dataclass

from raadsapp.domain.goals import Counting
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.model.control_chart import Verdict
from raadsapp.model.series_judgement import JudgedPoint, Judgement, Measured
from raadsapp.model.series_rules import Situation
from raadsapp.texts import amount, plural

_PERIODS = {
    PeriodKind.YEAR: ("jaar", "jaar"),
    PeriodKind.HALF_YEAR: ("halfjaar", "halfjaren"),
    PeriodKind.QUARTER: ("kwartaal", "kwartalen"),
    PeriodKind.MONTH: ("maand", "maanden"),
}
_ALL = 100
_TRIAL = "De grenzen zijn nog voorlopig."
_VERDICTS: dict[Verdict, str] = {
    "improvement": "Dit is een signaal: het gaat beter.",
    "concern": "Dit is een signaal: het gaat slechter.",
    "high": "Dit is een signaal. Hoger is hier niet beter of slechter.",
    "low": "Dit is een signaal. Lager is hier niet beter of slechter.",
    "common": "Dat kan toeval zijn.",
}


@dataclass(frozen=True, slots=True)
class Words:
    """`newest` says the figure and what it is held against, `judgement` whether that is signal or chance.

    `rule` says which rule was applied. `notes` say what else a reader must know, such as a provisional value.
    """

    newest: str
    judgement: str
    rule: str
    notes: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """All of it that belongs beside the chart."""
        return " ".join(part for part in (self.newest, self.judgement, *self.notes) if part)


def words_of(judgement: Judgement, measured: Measured, unit: str) -> Words:
    """The sentences for a judgement of values in `unit`."""
    point = judgement.judged
    if judgement.newest is None:
        hidden = any(one.suppressed for one in judgement.points)
        told = "De aantallen zijn te klein om te tonen." if hidden else "Er zijn nog geen cijfers."
        return Words(told, "", "Zonder cijfers is er geen oordeel.")
    said = _Said(judgement, measured, unit, point or judgement.newest)
    by_situation = {
        Situation.PROVISIONAL: _provisional,
        Situation.FEW: _few,
        Situation.SHORT: _short,
        Situation.STOCK: _stock,
        Situation.SMALL_COUNTS: _small_counts,
        Situation.SEASON: _season,
    }
    newest, told, rule = by_situation.get(judgement.situation, _chart)(said)
    return Words(newest, told, rule, _notes(said, point))


def with_article(period: Period) -> str:
    """A period within a sentence: `het 3e kwartaal 2022`, `januari 2022`, `2022`."""
    article = "" if period.kind in {PeriodKind.YEAR, PeriodKind.MONTH} else "het "
    return f"{article}{period.label}"


@dataclass(frozen=True, slots=True)
class _Said:
    judgement: Judgement
    measured: Measured
    unit: str
    point: JudgedPoint

    def value(self, value: float | None) -> str:
        return amount(value, self.unit) if value is not None else "onbekend"

    @property
    def figure(self) -> str:
        """`In het 3e kwartaal 2020: 54%`, without full stop."""
        return f"{_in(self.point.period)}: {self.value(self.point.value)}"

    @property
    def middle(self) -> str:
        """The middle value, which can fall between two: with one decimal at most."""
        middle = self.judgement.median
        told = self.value(None if middle is None else round(middle, 1))
        return f"De middelste waarde van {self.periods} is {told}."

    @property
    def periods(self) -> str:
        """How many periods the judgement rests on: `9 kwartalen`."""
        one, many = _PERIODS[self.point.period.kind]
        known = sum(
            point.value is not None and not point.provisional and not point.before_break
            for point in self.judgement.points
        )
        return plural(known, one, many)


_Told = tuple[str, str, str]


def _provisional(said: _Said) -> _Told:
    return (
        f"{said.figure}.",
        "Alle cijfers zijn nog voorlopig: daarom is er nog geen oordeel.",
        "Voorlopige cijfers tellen niet mee.",
    )


def _few(said: _Said) -> _Told:
    rule = "Bij één tot drie cijfers: punten met de marge van toeval, geen grenzen."
    return f"{_beside(said)}.", _difference(said, "Er zijn te weinig cijfers om toeval te herkennen."), rule


def _short(said: _Said) -> _Told:
    return (
        f"{said.figure}. {said.middle}",
        "De reeks is nog te kort om toeval te herkennen.",
        "Bij vier tot zeven cijfers: een lijn en de middelste waarde, geen grenzen.",
    )


def _stock(said: _Said) -> _Told:
    if said.measured.counting is Counting.STOCK:
        why = "Een stand zegt niet of iets toeval is. Kijk daarvoor naar wat erbij komt en wat eraf gaat."
        return f"{said.figure}. {said.middle}", why, "Een stand krijgt een lijn en geen grenzen."
    why = (
        "Dit cijfer gaat over twaalf maanden, die elkaar overlappen. Daarom is toeval hier niet te herkennen."
    )
    return f"{said.figure}. {said.middle}", why, "Een voortschrijdend cijfer krijgt een lijn en geen grenzen."


def _small_counts(said: _Said) -> _Told:
    rule = "Bij minder dan tien per periode: optellen tot jaren, met de marge van toeval."
    whole = said.point.period.kind is PeriodKind.YEAR
    otherwise = (
        "Er is nog geen ander heel jaar om mee te vergelijken."
        if whole
        else "De aantallen zijn te klein om per periode toeval te herkennen, en er is nog geen heel jaar."
    )
    return f"{_beside(said)}.", _difference(said, otherwise), rule


def _season(said: _Said) -> _Told:
    rule = "De tijd van het jaar telt hier mee: vergelijken met dezelfde periode een jaar eerder."
    otherwise = (
        "Over dit verschil is nog niets te zeggen: daarvoor zijn drie hele jaren nodig."
        if said.judgement.compared
        else "Er is geen cijfer van een jaar eerder om mee te vergelijken."
    )
    return f"{_beside(said)}.", _difference(said, otherwise), rule


def _beside(said: _Said) -> str:
    other = said.judgement.compared
    if other is None:
        return said.figure
    return f"{said.figure}. {_in(other.period)}: {said.value(other.value)}"


def _difference(said: _Said, otherwise: str) -> str:
    differs = said.judgement.differs
    if differs is None:
        margin = said.point.margin
        if margin is None or said.judgement.compared:
            return otherwise
        return (
            f"Door toeval alleen had het ook {said.value(round(margin.low))} tot"
            f" {said.value(round(margin.high))} kunnen zijn. {otherwise}"
        )
    if differs:
        return (
            "Dat verschil is groter dan toeval meestal geeft. Met zo weinig cijfers is het nog geen signaal."
        )
    return "Dat verschil kan toeval zijn."


def _chart(said: _Said) -> _Told:
    chart = said.judgement.chart
    if chart is None or chart.lower is None or chart.upper is None:
        return (
            f"{said.figure}.",
            "Hierover is geen oordeel te geven.",
            "Zonder opeenvolgende cijfers: geen grenzen.",
        )
    trial = said.judgement.limits == "trial"
    season = said.judgement.situation is Situation.SEASON_OUT
    told = {
        None: f"Dat past bij de gewone schommeling{_range(said, chart.lower, chart.upper)}.",
        "outside": f"Dat is buiten de gewone schommeling{_range(said, chart.lower, chart.upper)}.",
        "run": f"Het cijfer ligt zeven keer of vaker op rij {_side(said, chart.mean)} het gemiddelde.",
        "trend": "Het cijfer gaat zeven keer of vaker op rij dezelfde kant op.",
        "near": "Van drie cijfers op rij liggen er twee dicht bij de grens van de gewone schommeling.",
    }[said.point.rule]
    rule = (
        f"De grenzen zijn voorlopig: er zijn cijfers van {said.periods}, en vaste grenzen vragen er twaalf."
        if trial
        else "De grenzen staan vast op de eerste twaalf cijfers."
    )
    if season:
        rule += " De tijd van het jaar is er eerst uit gerekend. Daarom liggen de grenzen wat ruimer."
    verdict = _VERDICTS[said.point.verdict]
    return f"{said.figure}. {told}", f"{verdict} {_TRIAL}" if trial else verdict, rule


def _range(said: _Said, lower: float, upper: float) -> str:
    if said.judgement.situation is Situation.SEASON_OUT:
        return " voor de tijd van het jaar"
    low = said.value(_rounded(lower)) if lower > 0 or "€" in said.unit else ""
    # Most percentages are of a whole; one that went over it before may do so again.
    within = not said.measured.over_hundred and all((one.value or 0) <= _ALL for one in said.judgement.points)
    of_a_whole = said.unit == "%" and within
    high = "" if of_a_whole and upper >= _ALL else said.value(_rounded(upper))
    if low and high:
        return f" ({low} tot {high})"
    return f" (tot {high})" if high else f" (vanaf {low})" if low else ""


def _rounded(value: float) -> float:
    """A limit with as many decimals as tell something: none from 100 on."""
    return float(round(value)) if abs(value) >= 100 else round(value, 1)  # noqa: PLR2004 - three digits are enough


def _side(said: _Said, mean: float | None) -> str:
    value = said.point.value
    return "boven" if mean is not None and value is not None and value > mean else "onder"


def _notes(said: _Said, point: JudgedPoint | None) -> tuple[str, ...]:
    notes = []
    newest = said.judgement.newest
    if newest and point and newest != point and newest.provisional:
        notes.append(
            f"Het nieuwste cijfer ({newest.period.label}: {said.value(newest.value)}) is voorlopig en telt"
            " nog niet mee."
        )
    if said.judgement.points[-1].suppressed:
        notes.append("Het nieuwste cijfer is te klein om te tonen.")
    return tuple(notes)


def _in(period: Period) -> str:
    return f"In {with_article(period)}"
