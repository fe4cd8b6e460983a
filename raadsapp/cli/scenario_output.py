"""Scenarios on paper: one JSON object as the model page describes, or a Dutch table."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from raadsapp.cli.json_text import json_text
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever
from raadsapp.domain.source import Source
from raadsapp.model.contributions import Contributions
from raadsapp.model.levers import Array
from raadsapp.model.scenario import OUTCOMES, Outcome
from raadsapp.model.uncertainty import Band
from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario_questions import Solution
from raadsapp.services.scenario_sentences import (
    CALCULATED,
    REFERENCE_YEAR,
    estimate_mark,
    estimate_sentence,
    fits_sentence,
    money_sentence,
    waiting_sentence,
)
from raadsapp.services.scenario_words import KIND_WORDS, amount, outcome_words, setting
from raadsapp.texts import number

_SHOWN = (
    "lumpsum",
    "demand_cost",
    "balance",
    "clients",
    "backlog",
    "waiting_weeks",
    "cooperative_result",
    "residential_clients",
    "residential_cost",
    "municipality_total",
    "old_system_cost",
)
_NAME_WIDTH, _YEAR_WIDTH = 24, 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Everything that was worked out for one scenario; no band without draws."""

    scenario: Scenario
    outcome: Outcome
    contributions: Contributions
    band: Band | None
    seed: int


def answers_as_json(answers: Answers) -> str:
    """The object of the model page, all numbers in full; null where a waiting time has no end."""
    asked, band, parts = answers.scenario, answers.band, answers.contributions
    return json_text(
        {
            "municipality": asked.municipality,
            "estimated": asked.estimated,
            "levers": dict(asked.values),
            "years": list(asked.years),
            "central": {name: _numbers(getattr(answers.outcome, name)[0]) for name in OUTCOMES},
            "quantiles": {
                found.outcome: {
                    "p10": _numbers(found.p10),
                    "p50": _numbers(found.p50),
                    "p90": _numbers(found.p90),
                }
                for found in (band.quantiles if band else ())
            },
            "share_fits": _numbers(band.share_fits) if band else [],
            "draws": band.draws if band else 0,
            "seed": answers.seed,
            "contributions": {
                "outcome": parts.outcome,
                "year": parts.year,
                "from": _number(parts.start),
                "to": _number(parts.end),
                "by_lever": {key: _number(value) for key, value in parts.by_lever},
            },
        }
    )


def levers_as_json(catalog: Catalog, asked: Scenario) -> str:
    """A list of levers; `range` is [low, high] or the choices, `spread` the offsets in which it is drawn.

    The source of a lever whose default and range were scaled to the municipality says so.
    """
    return json_text(
        [
            {
                "key": lever.key,
                "label": lever.label,
                "kind": lever.kind.value,
                "unit": lever.unit,
                "default": lever.default,
                "range": [choice.value for choice in lever.choices] or [lever.low, lever.high],
                "spread": [lever.spread.low, lever.spread.high] if lever.spread else None,
                "source": "; ".join(_sources(catalog, asked, lever)),
            }
            for lever in asked.definitions
        ]
    )


def solution_as_json(asked: Scenario, solution: Solution) -> str:
    """The lever, the value found (null for none), whether it reaches the target, and the sentence."""
    return json_text(
        {
            "lever": solution.lever,
            "value": solution.value,
            "reached": solution.reached,
            "message": solution_as_text(asked, solution),
        }
    )


def solution_as_text(asked: Scenario, solution: Solution) -> str:
    """The sentence, and what of it is an estimate."""
    return " ".join(filter(None, (solution.message, estimate_sentence(asked))))


def answers_as_text(answers: Answers) -> str:
    """The table by year, then the sentences that belong to it."""
    return "\n".join([*_heading(answers.scenario), "", *_table(answers), "", *_sentences(answers)])


def levers_as_text(asked: Scenario) -> str:
    """The municipality, and a line for each lever: key, name, kind, default and range."""
    lines = (
        f"{lever.key:<22}{_named(lever)}: {setting(lever, lever.default)} ({_range(lever)})"
        for lever in asked.definitions
    )
    return "\n".join([*_heading(asked), "", *lines])


def _heading(asked: Scenario) -> Iterator[str]:
    mark = estimate_mark(asked)
    yield f"{asked.name} ({mark})" if mark else asked.name
    for lever, (_, value) in zip(asked.definitions, asked.values, strict=True):
        if value != lever.default:
            start = setting(lever, lever.default)
            yield f"  {_named(lever)}: {setting(lever, value)} (beginstand {start})"


def _named(lever: Lever) -> str:
    return f"{lever.label} ({KIND_WORDS[lever.kind]})"


def _table(answers: Answers) -> Iterator[str]:
    years = answers.scenario.years
    yield " " * _NAME_WIDTH + "".join(f"{year:>{_YEAR_WIDTH}}" for year in years)
    for name in _SHOWN:
        words, values = outcome_words(name), getattr(answers.outcome, name)[0]
        cells = (f"{amount(float(value), words):>{_YEAR_WIDTH}}" for value in values)
        yield f"{words.title:<{_NAME_WIDTH}}{''.join(cells)}"


def _sentences(answers: Answers) -> Iterator[str]:
    asked, outcome, parts = answers.scenario, answers.outcome, answers.contributions
    yield money_sentence(asked, outcome)
    yield waiting_sentence(asked, outcome)
    if answers.band:
        yield fits_sentence(float(answers.band.share_fits[asked.years.index(REFERENCE_YEAR)]))
    yield CALCULATED
    words, levers = outcome_words(parts.outcome), {lever.key: lever for lever in asked.definitions}
    for key, value in parts.by_lever:
        sign = "+" if value > 0 else ""
        yield f"  {_named(levers[key])}: {sign}{amount(value, words)} op {words.label} in {parts.year}"


def _range(lever: Lever) -> str:
    if lever.choices:
        return ", ".join(choice.value for choice in lever.choices)
    return f"{number(lever.low, lever.decimals)} tot en met {number(lever.high, lever.decimals)}"


def _sources(catalog: Catalog, asked: Scenario, lever: Lever) -> Iterator[str]:
    yield from (_place(catalog, source) for source in lever.sources)
    if lever.weighted and asked.estimated:
        yield "schatting: opgeschaald"


def _place(catalog: Catalog, source: Source) -> str:
    document = next(found for found in catalog.documents if found.key == source.document)
    return f"{document.short}, {source.place}"


def _numbers(values: Array) -> list[float | None]:
    return [_number(float(value)) for value in values]


def _number(value: float) -> float | None:
    return value if isfinite(value) else None
