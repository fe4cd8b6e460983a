"""A saved scenario in words: which levers differ from the start, what came out then, and beside it now."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever
from raadsapp.domain.observation import FICTIONAL
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.model.scenario import Outcome
from raadsapp.services.forecasts import Forecast
from raadsapp.services.saved_scenarios import restored
from raadsapp.services.scenario import Scenario, levers_for, outcome
from raadsapp.services.scenario_region import region
from raadsapp.services.scenario_sentences import REFERENCE_YEAR, money_sentence, waiting_sentence
from raadsapp.services.scenario_snapshot import estimate, read
from raadsapp.services.scenario_words import KIND_WORDS, OutcomeRow, amount, outcome_words, setting
from raadsapp.texts import amount as in_unit
from raadsapp.texts import exact

ASSUMED = "aanname"

SHOWN = (
    "demand_cost",
    "lumpsum",
    "gap",
    "waiting_weeks",
    "backlog",
    "clients",
    "municipality_total",
    "cooperative_cumulative",
    "residential_clients",
)
"""Outcomes in a table of a saved scenario: money beside waiting, and who pays."""

_UNFINISHED = "nog niet alles gemeten"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """A lever that differs: its label, `aanname` or `beleid`, where it began and where it stood."""

    label: str
    kind: str
    start: str
    here: str


def proposed_findings(asked: Scenario, found: Outcome) -> str:
    """What came out, as the computed sentences say it: money and waiting together."""
    return f"{money_sentence(asked, found)} {waiting_sentence(asked, found)}"


def changed_settings(catalog: Catalog, saved: SavedScenario) -> tuple[SettingRow, ...]:
    """The levers that stood elsewhere than where they began then; UserError as `levers_for`."""
    levers = {lever.key: lever for lever in levers_for(catalog, saved.municipality)}
    starts = {one.lever: one for one in read(saved.facts, region(catalog, saved.municipality)).starts}
    return tuple(
        SettingRow(
            label=starts[key].label,
            kind=KIND_WORDS[levers[key].kind] if key in levers else "",
            start=_setting(levers.get(key), starts[key].default),
            here=_setting(levers.get(key), value),
        )
        for key, value in saved.settings
        if value != starts[key].default
    )


def marks(saved: SavedScenario) -> tuple[str, ...]:
    """How firm what came out is: an assumption, and perhaps scaled from another municipality."""
    scaled = estimate(saved.facts)
    return (ASSUMED, scaled) if scaled else (ASSUMED,)


FORECASTS = ("Uitkomst", "Jaar", "Verwacht", "Gemeten")
"""Column names of `forecast_cells`."""


def forecast_cells(found: Sequence[Forecast]) -> tuple[tuple[str, str, str, str], ...]:
    """Forecasts as rows of a table, in the unit of what was measured."""
    return tuple(
        (
            one.label,
            one.period.label,
            in_unit(one.forecast, one.unit),
            _measured(one),
        )
        for one in found
    )


def _measured(one: Forecast) -> str:
    if one.measured is None:
        return _UNFINISHED
    mark = f" ({FICTIONAL})" if one.fictional else ""
    return f"{in_unit(one.measured, one.unit)}{mark}"


def by_year(saved: SavedScenario) -> tuple[OutcomeRow, ...]:
    """What came out then, one value per year."""
    return tuple(
        OutcomeRow(
            label=outcome_words(key).title,
            cells=tuple(_worded(key, saved.value(key, year)) for year in saved.years),
        )
        for key in _known(saved)
    )


def then_and_now(
    catalog: Catalog, saved: SavedScenario, year: int = REFERENCE_YEAR
) -> tuple[OutcomeRow, ...]:
    """What came out then beside what comes out on today’s figures; UserError as `restored`.

    Nothing when the year was not worked out then, or no longer is.
    """
    asked = restored(catalog, saved)
    if year not in saved.years or year not in asked.years:
        return ()
    found = outcome(asked)
    column = asked.years.index(year)
    return tuple(
        OutcomeRow(
            label=outcome_words(key).title,
            cells=(
                _worded(key, saved.value(key, year)),
                _worded(key, float(getattr(found, key)[0, column])),
            ),
        )
        for key in _known(saved)
    )


def _worded(key: str, value: float | None) -> str:
    """The value of an outcome; None is a wait without end."""
    return amount(inf if value is None else value, outcome_words(key))


def _known(saved: SavedScenario) -> tuple[str, ...]:
    """The shown outcomes that were worked out when it was saved."""
    kept = dict(saved.came_out)
    return tuple(key for key in SHOWN if key in kept)


def _setting(lever: Lever | None, value: float | str) -> str:
    """Where a lever stood; without the lever, or its choice, the bare value."""
    if lever is None or (isinstance(value, str) and value not in [choice.value for choice in lever.choices]):
        return value if isinstance(value, str) else exact(value)
    return setting(lever, value)
