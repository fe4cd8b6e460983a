"""Looking back: what the model gives with what was known in 2018, beside what came out, for all together.

Nothing is adjusted: each published amount stands beside the shortage of the years it can be about, and the
difference on its own.
"""

from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Fact
from raadsapp.domain.source import Source, Standing
from raadsapp.services.scenario import TOGETHER, Scenario, outcome, scenario, with_changes
from raadsapp.services.scenario_questions import bands
from raadsapp.services.scenario_sentences import estimate_mark
from raadsapp.texts import exact, rounded_euro

BUDGET, MEAN = "budget", "mean"
_MEASURED = ("2015", "2016", "2017")
_WITH_BAND = (BUDGET, MEAN)
_WHOLE_YEARS = 2
"""Years for which the councils approved the extra money, 2021 and 2022, if both count whole."""
_READING = (
    "Het verschil is wat is gepubliceerd min wat het model geeft. De marge (8 van de 10 varianten) kozen "
    "de makers van Raadsapp later; het rapport van 2018 noemt geen marge."
)
SHORTAGE, EXTRA, DURATION = "tekort-jens-2020", "extra-jens-2021", "extra-jens-duur"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """The shortage in a year, in euro, as the model gives it from a start that was known in 2018.

    `low` and `high` are P10 and P90 and None for a start without draws. `difference` is what was published
    minus `value`.
    """

    start: str
    label: str
    year: int
    value: float
    low: float | None
    high: float | None
    difference: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CameOut:
    """A published amount in euro a year and what was expected in the years it can be about.

    `says` is what the source says. `covers` and `not_covered` say what the amount is about and what of it the
    model leaves out; `years_words` why these years. `finding` and `sentence` say what the figures show.
    """

    key: str
    title: str
    amount: float
    standing: Standing
    says: str
    years: tuple[int, ...]
    years_words: str
    covers: str
    not_covered: str
    sources: tuple[Source, ...]
    caveats: tuple[str, ...]
    expected: tuple[Expected, ...]
    finding: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """All that was published, what of it contradicts each other, and how firm the figures are."""

    came_out: tuple[CameOut, ...]
    contradictions: tuple[str, ...]
    name: str
    mark: str


def backtest(catalog: Catalog) -> Backtest:
    """The same model on what was known in 2018: all levers at their defaults, from each start in turn."""
    asked = scenario(catalog, TOGETHER, {})
    shortages = _shortages(asked)
    return Backtest(
        came_out=(_shortage(catalog, shortages), _extra(catalog, shortages)),
        contradictions=_contradictions(catalog),
        name=asked.name,
        mark=estimate_mark(asked),
    )


@dataclass(frozen=True, slots=True)
class _Path:
    """The shortage from one start by year, and between which bounds, if drawn."""

    start: str
    label: str
    values: dict[int, float]
    bounds: dict[int, tuple[float, float]]


def _shortages(asked: Scenario) -> tuple[_Path, ...]:
    lever = next(lever for lever in asked.definitions if lever.key == "base_year")
    labels = {choice.value: choice.label for choice in lever.choices}
    drawn = bands(asked)
    paths = []
    for start in (BUDGET, *_MEASURED, MEAN):
        there = with_changes(asked, {lever.key: start})
        values = dict(zip(asked.years, map(float, outcome(there).gap[0]), strict=True))
        found = drawn.of(there, ("gap",)).find("gap") if start in _WITH_BAND else None
        ends = zip(map(float, found.p10), map(float, found.p90), strict=True) if found else ()
        paths.append(_Path(start, labels[start], values, dict(zip(asked.years, ends, strict=bool(found)))))
    return tuple(paths)


def _expected(paths: tuple[_Path, ...], years: tuple[int, ...], published: float) -> tuple[Expected, ...]:
    return tuple(
        Expected(
            start=path.start,
            label=path.label,
            year=year,
            value=path.values[year],
            low=path.bounds[year][0] if path.bounds else None,
            high=path.bounds[year][1] if path.bounds else None,
            difference=published - path.values[year],
        )
        for year in years
        for path in paths
    )


def _shortage(catalog: Catalog, paths: tuple[_Path, ...]) -> CameOut:
    fact = catalog.fact(SHORTAGE)
    expected = _expected(paths, (2020, 2022), fact.value)
    return CameOut(
        key=fact.key,
        title=fact.label,
        amount=fact.value,
        standing=fact.standing,
        says="‘Structureel tekort van ongeveer 3 miljoen euro’, door ‘een groeiende hulpvraag’.",
        years=(2020, 2022),
        years_words="Het artikel noemt geen jaar. Het tekort werd eind 2020 bekend, dus staat 2020 ernaast. "
        "Een structureel tekort blijft, daarom staat ook 2022 ernaast: dan is de besparing helemaal van het "
        "vaste bedrag af.",
        covers="Het tekort van JenS, voor de drie gemeenten samen.",
        not_covered="Het model kent alleen wat in het vaste bedrag zit. Het rekent zonder groei van het "
        "gebruik en zonder corona. Wat JenS zelf aan kosten heeft, zit er niet apart in.",
        sources=fact.sources,
        caveats=fact.caveats,
        expected=expected,
        finding=_finding(expected, 2020, f"Het werd ongeveer {rounded_euro(fact.value)}."),
        sentence=_range(expected, 2020),
    )


def _extra(catalog: Catalog, paths: tuple[_Path, ...]) -> CameOut:
    fact, duration = catalog.fact(EXTRA), catalog.fact(DURATION)
    a_year = fact.value / duration.value
    expected = _expected(paths, (2021, 2022), a_year)
    return CameOut(
        key=fact.key,
        title="Extra geld van de drie gemeenten voor JenS, per jaar",
        amount=a_year,
        standing=Standing.DERIVED,
        says="‘3,7 miljoen euro extra voor de komende anderhalf jaar’. Per jaar is dat "
        f"{rounded_euro(fact.value)} ÷ {exact(duration.value)} = {rounded_euro(a_year)}.",
        years=(2021, 2022),
        years_words="De gemeenteraden keurden het geld goed voor 2021 en 2022.",
        covers="Geld dat de drie gemeenten samen extra geven. Dat is een besluit, geen gemeten tekort.",
        not_covered="Het model zegt wat er tekortkomt, niet wat gemeenten daarvan willen betalen.",
        sources=_sources(fact, duration),
        caveats=(*fact.caveats, *duration.caveats),
        expected=expected,
        finding=_finding(expected, 2022, f"De gemeenten gaven {rounded_euro(a_year)} per jaar extra."),
        sentence=_range(expected, 2022),
    )


def _sources(*facts: Fact) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for fact in facts for source in fact.sources))


def _finding(expected: tuple[Expected, ...], year: int, became: str) -> str:
    """What the budget gave for a year, beside what it became."""
    budget = next(one for one in expected if (one.start, one.year) == (BUDGET, year))
    return f"Met de begroting van 2018 geeft het model {_short_of(budget.value)} in {year}. {became}"


def _range(expected: tuple[Expected, ...], year: int) -> str:
    """What the measured years gave for a year, as starts."""
    measured = [one.value for one in expected if one.start in _MEASURED and one.year == year]
    return (
        f"Met een gemeten jaar als startpunt loopt {year} uiteen van {_short_of(min(measured))} tot "
        f"{_short_of(max(measured))}. {_READING}"
    )


def _short_of(value: float) -> str:
    """A shortage in words; below zero it is a surplus."""
    return f"{rounded_euro(abs(value))} {'tekort' if value >= 0 else 'overschot'}"


def _contradictions(catalog: Catalog) -> tuple[str, ...]:
    shortage, extra = catalog.fact(SHORTAGE).value, catalog.fact(EXTRA).value
    years = catalog.fact(DURATION).value
    a_year = rounded_euro(extra / years)
    amounts = (
        f"Hetzelfde artikel noemt {rounded_euro(shortage)} structureel tekort en {rounded_euro(extra)} "
        f"extra geld voor {exact(years)} jaar. Dat laatste is {a_year} per jaar. Waarom dat niet gelijk is, "
        "staat er niet."
    )
    duration = (
        "Het artikel zegt ‘anderhalf jaar’ en ook ‘voor 2021 en 2022’. Gaat het om twee hele jaren, dan is "
        f"het {rounded_euro(extra / _WHOLE_YEARS)} per jaar in plaats van {a_year}."
    )
    cause = (
        "Over de oorzaak zegt het artikel drie dingen: de vraag groeide, de kosten per kind stegen, en het "
        "vertrekpunt klopte niet. Verderop staat dat de kosten ‘vooral met aantallen’ te maken hebben. "
        "Hoeveel elk ervan uitmaakt, staat er niet."
    )
    return amounts, duration, cause
