"""‘Waarom dit getal?’ of what a saved scenario expected, and of what was measured since."""

from dataclasses import replace
from datetime import date

from raadsapp.domain.goals import Indicator, Measure
from raadsapp.domain.observation import FICTIONAL, Observation, ObservationKey
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.domain.shown import Shown
from raadsapp.domain.source import Standing
from raadsapp.services.derivation import Derivation, Equation, Input, InputKind, Place
from raadsapp.services.derivation_working import result, values_of
from raadsapp.services.figure_origin import delivery_words, origin
from raadsapp.services.forecasts import Forecast
from raadsapp.services.formula import full, symbol, written
from raadsapp.services.opening import Session
from raadsapp.services.scenario_snapshot import estimated
from raadsapp.services.scenario_words import OutcomeUnit, outcome_words
from raadsapp.services.scenario_words import amount as outcome_amount
from raadsapp.texts import amount, exact, long_date

_ADDED_UP = "Berekend uit cijfers over kortere perioden."


def forecast_reasons(
    session: Session, saved: SavedScenario, forecast: Forecast, as_of: date | None = None
) -> tuple[Derivation, ...]:
    """What was expected, and then, when the whole year was measured, what came of it; `as_of` as there."""
    indicator = session.catalog.find(forecast.indicator)
    if not isinstance(indicator, Indicator) or indicator.measures is None:
        return ()
    expected = _derivation(saved, forecast, "Verwacht", "F", _expected(saved, forecast, indicator.measures))
    if forecast.measured is None:
        return (expected,)
    measured = _measured(session, saved, forecast, indicator, as_of)
    found = _derivation(saved, forecast, "Gemeten", "M", measured)
    return expected, replace(found, shown=_marked(found.shown, fictional=forecast.fictional))


def _derivation(
    saved: SavedScenario, forecast: Forecast, what: str, letter: str, equation: Equation
) -> Derivation:
    value = result(equation)
    place = Place(quantity=forecast.indicator, municipality=saved.municipality, year=forecast.period.year)
    return Derivation(
        place=place,
        title=f"{what} in {forecast.period.label}",
        value=value,
        shown=amount(value, forecast.unit),
        precise=full(value),
        words=equation.words,
        symbols=f"{symbol(letter)} = {written(equation.formula)}",
        filled=f"{written(equation.formula, values_of(equation))} = {full(value)}",
        inputs=equation.inputs,
        estimated=any(one.standing is Standing.ESTIMATE for one in equation.inputs),
    )


def _marked(shown: str, *, fictional: bool) -> str:
    return f"{shown} ({FICTIONAL})" if fictional else shown


def _expected(saved: SavedScenario, forecast: Forecast, measure: Measure) -> Equation:
    counted = _kept(saved, measure.outcome, forecast.period.year, "u")
    if not measure.per:
        return Equation(
            words="Dit kwam uit het model toen het scenario werd bewaard.",
            formula="u" if measure.factor == 1 else f"u * {measure.factor:g}",
            inputs=(counted,),
        )
    beside = _kept(saved, measure.per, forecast.period.year, "n")
    titles = [outcome_words(key).title for key in (measure.outcome, measure.per)]
    return Equation(
        words=f"Deel ‘{titles[0]}’ door ‘{titles[1]}’, en vermenigvuldig met {exact(measure.factor)}. Beide "
        "kwamen uit het model toen het scenario werd bewaard.",
        formula=f"u / n * {measure.factor:g}",
        inputs=(counted, beside),
    )


def _kept(saved: SavedScenario, outcome: str, year: int, letter: str) -> Input:
    words, value = outcome_words(outcome), saved.value(outcome, year) or 0.0
    few = words.unit is OutcomeUnit.COUNT
    return Input(
        kind=InputKind.DRAWN,
        symbol=letter,
        label=f"{words.title}, {year}",
        value=value,
        shown=exact(value, 2) if few else outcome_amount(value, words),
        note=f"Zoals bewaard op {long_date(saved.made_on)}.",
        standing=Standing.ESTIMATE if estimated(saved.facts) else Standing.ASSUMPTION,
    )


def _measured(
    session: Session, saved: SavedScenario, forecast: Forecast, indicator: Indicator, as_of: date | None
) -> Equation:
    inputs = tuple(
        _part(session, saved, indicator, part, f"m{number}", as_of)
        for number, part in enumerate(forecast.parts, start=1)
    )
    if len(inputs) == 1:
        words = "Dit cijfer is over het hele jaar gemeten."
    else:
        words = f"Tel de cijfers van het jaar op en deel door {len(inputs)}: het gemiddelde van de kwartalen."
    summed = " + ".join(one.symbol for one in inputs)
    return Equation(
        words=words,
        formula=summed if len(inputs) == 1 else f"({summed}) / {len(inputs)}",
        inputs=inputs,
    )


def _part(
    session: Session,
    saved: SavedScenario,
    indicator: Indicator,
    part: Shown,
    letter: str,
    as_of: date | None,
) -> Input:
    value = part.value or 0.0
    return Input(
        kind=InputKind.FACT,
        symbol=letter,
        label=f"{indicator.title}, {part.period.label}",
        value=value,
        shown=_marked(amount(value, indicator.own_unit), fictional=part.fictional),
        note=" ".join(
            (
                f"Hoe zeker: {part.status.value}.",
                f"Bron: {part.source or 'niet genoemd in de levering'}.",
                _ADDED_UP if part.added_up else _delivery(session, saved, indicator, part, as_of),
            )
        ),
    )


def _delivery(
    session: Session, saved: SavedScenario, indicator: Indicator, part: Shown, as_of: date | None
) -> str:
    key = ObservationKey(indicator.key, saved.municipality, part.period)
    found = origin(session, Observation(key, part.value or 0.0, part.status, part.source), as_of)
    return f"Levering: {delivery_words(found.batch)}."
