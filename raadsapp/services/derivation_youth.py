"""Equations of young people (1): from counts by age, by the Hamilton–Perry method."""

from collections.abc import Callable

from raadsapp.services.derivation import Equation, Input, Quantity
from raadsapp.services.derivation_working import At
from raadsapp.services.scenario_words import OutcomeUnit

_BIRTH_YEARS = 3
"""Counts, the newest ones, whose mean number of newborns holds for every later year."""


def _youth(at: At) -> Equation:
    return Equation(
        words="Neem de jongeren volgens de prognose. Laat dat aantal elk jaar sinds "
        f"{at.facts.years[0] - 1} extra stijgen of dalen met de schuif.",
        formula=f"Np * (1 + j / 100) ** ({at.year} - {at.facts.years[0] - 1})",
        inputs=(at.step("projected"), at.lever("youth_change")),
    )


def _youth_weighted(at: At) -> Equation:
    return Equation(
        words="Hetzelfde als het aantal jongeren, maar jongvolwassenen tellen minder mee. Hulp stopt "
        "meestal bij 18 jaar.",
        formula=f"Ng * (1 + j / 100) ** ({at.year} - {at.facts.years[0] - 1})",
        inputs=(at.step("projected_weighted"), at.lever("youth_change")),
    )


def _projected(at: At) -> Equation:
    return Equation(
        words="Tel de jongeren onder 18 jaar en de jongvolwassenen bij elkaar op.",
        formula="M + Jv",
        inputs=(at.step("projected_minors"), at.step("projected_adults")),
    )


def _projected_weighted(at: At) -> Equation:
    return Equation(
        words="Jongeren onder 18 jaar tellen helemaal mee, jongvolwassenen voor een deel.",
        formula="M + v * Jv",
        inputs=(
            at.step("projected_minors"),
            at.fact("model-gewicht-18-22", "v"),
            at.step("projected_adults"),
        ),
    )


def _ages(at: At) -> int:
    return len(at.facts.youth[0].counts)


def _minors(at: At) -> Equation:
    return _sum_of_ages(at, range(at.facts.assumptions.adult_age))


def _adults(at: At) -> Equation:
    return _sum_of_ages(at, range(at.facts.assumptions.adult_age, _ages(at)))


def _sum_of_ages(at: At, ages: range) -> Equation:
    inputs = tuple(at.step("age", f"N{age}", age=age) for age in ages)
    return Equation(
        words=f"Tel de jongeren van {ages[0]} tot en met {ages[-1]} jaar bij elkaar op, per leeftijd "
        "vooruitgerekend.",
        formula=" + ".join(one.symbol for one in inputs),
        inputs=inputs,
    )


def _last_observed(at: At) -> int:
    return max(row.year for row in at.facts.youth)


def _observed(at: At) -> tuple[int, ...]:
    return tuple(sorted({row.year for row in at.facts.youth}))


def _age(at: At) -> Equation:
    if at.age == 0:
        years = _observed(at)[-_BIRTH_YEARS:]
        counts = tuple(at.count(at.municipality, year, 0, f"c{year}") for year in years)
        return Equation(
            words=f"Elk jaar komen er evenveel kinderen van 0 jaar bij: het gemiddelde van {years[0]} tot "
            f"en met {years[-1]}.",
            formula=f"({' + '.join(one.symbol for one in counts)}) / {len(counts)}",
            inputs=counts,
        )
    younger, before = at.age - 1, at.year - 1
    known = before == _last_observed(at)
    start = (
        at.count(at.municipality, before, younger, "N")
        if known
        else at.step("age", "N", year=before, age=younger)
    )
    return Equation(
        words=f"Wie nu {at.age} is, was vorig jaar {younger}. Neem die groep en de doorstroom: hoeveel er "
        "van elke jongere een jaar later zijn, door verhuizen en sterfte.",
        formula="N * d",
        inputs=(start, at.step("ratio", age=younger)),
    )


def _ratio(at: At) -> Equation:
    return Equation(
        words=f"Hoeveel jongeren van {at.age} er een jaar later met {at.age + 1} waren: in de gemeente zelf "
        "en in alle gemeenten van het dossier samen. Hoe meer jongeren de gemeente zelf heeft, hoe zwaarder "
        "haar eigen doorstroom telt.",
        formula="e0 / (e0 + h) * e1 / e0 + (1 - e0 / (e0 + h)) * a1 / a0",
        inputs=(
            at.step("own_before", age=at.age),
            at.step("own_after", age=at.age),
            at.fact("model-eigen-gewicht", "h"),
            at.step("all_before", age=at.age),
            at.step("all_after", age=at.age),
        ),
    )


def _summed_counts(at: At, municipalities: tuple[str, ...], *, after: bool) -> Equation:
    years = _observed(at)[1:] if after else _observed(at)[:-1]
    inputs = tuple(
        at.count(code, year, at.age + after, f"c{year}{_letters(at, code, municipalities)}")
        for code in municipalities
        for year in years
    )
    return _sum(inputs, f"Tel de tellingen van {years[0]} en {years[-1]} bij elkaar op.")


def _sum(inputs: tuple[Input, ...], words: str) -> Equation:
    return Equation(words=words, formula=" + ".join(one.symbol for one in inputs), inputs=inputs)


def _letters(at: At, code: str, municipalities: tuple[str, ...]) -> str:
    return at.name_of(code)[0] if len(municipalities) > 1 else ""


def _own_before(at: At) -> Equation:
    return _summed_counts(at, (at.municipality,), after=False)


def _own_after(at: At) -> Equation:
    return _summed_counts(at, (at.municipality,), after=True)


def _all_before(at: At) -> Equation:
    return _summed_counts(at, at.counted_municipalities(), after=False)


def _all_after(at: At) -> Equation:
    return _summed_counts(at, at.counted_municipalities(), after=True)


def _counted(at: At) -> Equation:
    return Equation(
        words="Tel alle getelde jongeren van 0 tot en met 22 jaar bij elkaar op.",
        formula="M + Jv",
        inputs=(at.step("counted_minors"), at.step("counted_adults")),
    )


def _counted_weighted(at: At) -> Equation:
    return Equation(
        words="Getelde jongeren onder 18 jaar tellen helemaal mee, jongvolwassenen voor een deel.",
        formula="M + v * Jv",
        inputs=(at.step("counted_minors"), at.fact("model-gewicht-18-22", "v"), at.step("counted_adults")),
    )


def _counted_minors(at: At) -> Equation:
    return _sum_of_counts(at, range(at.facts.assumptions.adult_age))


def _counted_adults(at: At) -> Equation:
    return _sum_of_counts(at, range(at.facts.assumptions.adult_age, _ages(at)))


def _sum_of_counts(at: At, ages: range) -> Equation:
    inputs = tuple(at.count(at.municipality, at.year, age, f"c{age}") for age in ages)
    return _sum(inputs, f"Tel de getelde jongeren van {ages[0]} tot en met {ages[-1]} jaar bij elkaar op.")


_COUNT = OutcomeUnit.COUNT


def _quantity(
    key: str, title: str, symbol: str, equation: Callable[[At], Equation], *, yearly: bool = True
) -> Quantity:
    return Quantity(
        key=key, title=title, symbol=symbol, unit=_COUNT, equation=equation, counted=True, yearly=yearly
    )


YOUTH = (
    _quantity("youth", "Jongeren", "J", _youth),
    _quantity("youth_weighted", "Jongeren, gewogen", "Jg", _youth_weighted),
    _quantity("projected", "Jongeren volgens de prognose", "Np", _projected),
    _quantity("projected_weighted", "Jongeren volgens de prognose, gewogen", "Ng", _projected_weighted),
    _quantity("projected_minors", "Jongeren onder 18 jaar volgens de prognose", "M", _minors),
    _quantity("projected_adults", "Jongvolwassenen volgens de prognose", "Jv", _adults),
    _quantity("age", "Jongeren van {age} jaar volgens de prognose", "N", _age),
    Quantity(
        key="ratio",
        title="Doorstroom van {age} naar {older} jaar",
        symbol="d",
        unit=None,
        equation=_ratio,
        counted=True,
        yearly=False,
    ),
    _quantity("own_before", "Jongeren van {age} jaar, twee tellingen", "e0", _own_before, yearly=False),
    _quantity("own_after", "Jongeren van {older} jaar, een jaar later", "e1", _own_after, yearly=False),
    _quantity(
        "all_before",
        "Jongeren van {age} jaar in alle gemeenten, twee tellingen",
        "a0",
        _all_before,
        yearly=False,
    ),
    _quantity(
        "all_after",
        "Jongeren van {older} jaar in alle gemeenten, een jaar later",
        "a1",
        _all_after,
        yearly=False,
    ),
    _quantity("counted", "Getelde jongeren op 1 januari", "T", _counted),
    _quantity("counted_weighted", "Getelde jongeren op 1 januari, gewogen", "Tg", _counted_weighted),
    _quantity("counted_minors", "Getelde jongeren onder 18 jaar", "M", _counted_minors),
    _quantity("counted_adults", "Getelde jongvolwassenen", "Jv", _counted_adults),
)
"""Young people: as the model counts them, as they are projected, and as they were counted."""
