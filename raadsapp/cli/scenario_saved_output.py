"""Kept scenarios on paper: readable tables, or JSON with all numbers in full."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from raadsapp.cli.json_text import json_text
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.model.scenario import OUTCOMES, Outcome
from raadsapp.services.entered_figures import with_entered
from raadsapp.services.forecasts import Forecast, beside_outcome, limits
from raadsapp.services.opening import Session
from raadsapp.services.saved_scenarios import path, restored
from raadsapp.services.saved_words import SettingRow, by_year, changed_settings, then_and_now
from raadsapp.services.scenario import outcome
from raadsapp.services.scenario_comparison import Comparison
from raadsapp.services.scenario_drift import Drift, drift
from raadsapp.services.scenario_region import region_name
from raadsapp.services.scenario_sentences import CALCULATED, REFERENCE_YEAR
from raadsapp.services.scenario_snapshot import estimate, estimated
from raadsapp.services.scenario_words import KIND_WORDS, OutcomeRow
from raadsapp.texts import long_date

_NAME_WIDTH, _GAP = 30, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A kept scenario beside what it would be now."""

    saved: SavedScenario
    place: str
    settings: tuple[SettingRow, ...]
    then: tuple[OutcomeRow, ...]
    beside: tuple[OutcomeRow, ...]
    now: Outcome
    drift: Drift
    forecasts: tuple[Forecast, ...]
    limits: tuple[str, ...]


def seen(session: Session, saved: SavedScenario, as_of: date | None = None) -> Seen:
    """All there is to say of a kept scenario as known at the end of `as_of` (None: now).

    UserError when its municipality no longer takes part.
    """
    catalog = with_entered(session, as_of)
    return Seen(
        saved=saved,
        place=_place(catalog, saved),
        settings=changed_settings(catalog, saved),
        then=by_year(saved),
        beside=then_and_now(catalog, saved),
        now=outcome(restored(catalog, saved)),
        drift=drift(catalog, saved),
        forecasts=beside_outcome(session, saved, as_of),
        limits=limits(session, saved, as_of),
    )


def saved_as_json(saved: SavedScenario) -> str:
    """The scenario as it was kept."""
    return json_text(_saved(saved))


def list_as_text(catalog: Catalog, found: Sequence[SavedScenario]) -> str:
    """A line for each scenario: number, name, municipality and date."""
    lines = (
        f"{saved.number:>4}  {saved.name} ({_place(catalog, saved)}, {long_date(saved.made_on)})"
        for saved in found
    )
    return "\n".join(lines) or "Er is nog geen scenario bewaard."


def list_as_json(found: Sequence[SavedScenario]) -> str:
    """A list of scenarios, the newest first."""
    return json_text([_saved(saved) for saved in found])


def seen_as_text(shown: Seen) -> str:
    """The words, the levers that differ from the start, then and now, and the forecast beside the outcome."""
    saved = shown.saved
    return "\n".join(
        [
            f"{saved.number}  {saved.name}: {shown.place}, {long_date(saved.made_on)}",
            *_words(saved),
            "",
            "Schuiven die anders stonden dan de beginstand:",
            *(f"  {row.label} ({row.kind}): {row.here} (beginstand {row.start})" for row in shown.settings),
            *([] if shown.settings else ["  geen"]),
            "",
            "Wat er toen uitkwam:",
            *_table([str(year) for year in saved.years], shown.then),
            CALCULATED,
            "",
            f"Toen en nu, in {REFERENCE_YEAR}:",
            *_table(["toen", "nu"], shown.beside),
            *(shown.drift.sentences or ["Sinds het bewaren is er niets veranderd."]),
            "",
            "Verwacht en gemeten:",
            *(f"  {forecast.sentence}" for forecast in shown.forecasts),
            *(f"  {sentence}" for sentence in shown.limits),
        ]
    )


def seen_as_json(shown: Seen) -> str:
    """The scenario as it was kept; `now`, `drift` (balance in euro) and `forecasts` beside it."""
    shift = shown.drift.shift
    return json_text(
        _saved(shown.saved)
        | {
            "now": {name: path(getattr(shown.now, name)[0]) for name in OUTCOMES},
            "drift": {
                "moved": [
                    {"label": moved.label, "before": moved.before, "after": moved.after}
                    for moved in shown.drift.moved
                ],
                "model_changed": shown.drift.model_changed,
                "balance": shift
                and {
                    "year": REFERENCE_YEAR,
                    "then": shift.then,
                    "now": shift.now,
                    "by_facts": shift.by_facts,
                    "by_model": shift.by_model,
                },
                "sentences": shown.drift.sentences,
            },
            "forecasts": [
                {
                    "outcome": forecast.outcome,
                    "indicator": forecast.indicator,
                    "period": forecast.period.code,
                    "forecast": forecast.forecast,
                    "measured": forecast.measured,
                    "unit": forecast.unit,
                    "fictional": forecast.fictional,
                    "sentence": forecast.sentence,
                }
                for forecast in shown.forecasts
            ],
        }
    )


def comparison_as_text(found: Comparison) -> str:
    """What differs, what comes out, and which has the smallest shortage and the shortest wait."""
    marks = [OutcomeRow(label="", cells=found.marks)] if any(found.marks) else []
    settings = [
        OutcomeRow(label=f"{row.label} ({KIND_WORDS[row.kind]})", cells=row.cells) for row in found.settings
    ]
    return "\n".join(
        [
            *_table(
                found.names,
                [
                    OutcomeRow(label="Gemeente", cells=found.municipalities),
                    *marks,
                    OutcomeRow(label="", cells=()),
                    OutcomeRow(label="Schuiven die verschillen:", cells=() if settings else ("geen",)),
                    *settings,
                    OutcomeRow(label="", cells=()),
                    OutcomeRow(label="Wat eruit komt:", cells=()),
                    *(OutcomeRow(label=row.label, cells=row.cells) for row in found.outcomes),
                ],
            ),
            "",
            *found.sentences,
            CALCULATED,
        ]
    )


def comparison_as_json(found: Comparison) -> str:
    """The columns by name, and the rows that differ."""
    return json_text(
        {
            "names": found.names,
            "municipalities": found.municipalities,
            "estimated": [bool(mark) for mark in found.marks],
            "settings": [
                {"label": row.label, "kind": row.kind.value, "cells": row.cells} for row in found.settings
            ],
            "outcomes": [{"label": row.label, "cells": row.cells} for row in found.outcomes],
            "sentences": found.sentences,
        }
    )


def _saved(saved: SavedScenario) -> dict[str, object]:
    return {
        "number": saved.number,
        "name": saved.name,
        "municipality": saved.municipality,
        "estimated": estimated(saved.facts),
        "question": saved.question,
        "hypothesis": saved.hypothesis,
        "findings": saved.findings,
        "decision": saved.decision,
        "author": saved.author,
        "made_on": saved.made_on.isoformat(),
        "model_version": saved.model_version,
        "levers": dict(saved.settings),
        "years": saved.years,
        "central": dict(saved.came_out),
    }


def _place(catalog: Catalog, saved: SavedScenario) -> str:
    name = region_name(catalog, saved.municipality)
    mark = estimate(saved.facts)
    return f"{name}, {mark}" if mark else name


def _words(saved: SavedScenario) -> Iterator[str]:
    for label, text in (
        ("Gemaakt door", saved.author),
        ("Vraag", saved.question),
        ("Wat we dachten", saved.hypothesis),
        ("Wat eruit kwam", saved.findings),
        ("Besluit", saved.decision),
    ):
        if text:
            yield f"{label}: {text}"


def _table(heading: Sequence[str], rows: Sequence[OutcomeRow]) -> Iterator[str]:
    """A line for the heading and for each row, in columns as wide as what stands in them."""
    everything = [OutcomeRow(label="", cells=tuple(heading)), *rows]
    wide = max(_NAME_WIDTH, *(len(row.label) for row in everything))
    width = max(len(cell) for row in everything for cell in row.cells) + _GAP
    for row in everything:
        yield f"{row.label:<{wide}}{''.join(f'{cell:>{width}}' for cell in row.cells)}".rstrip()
