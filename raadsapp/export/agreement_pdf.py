"""Printed pages of the scenario part: one saved scenario, and the raadsakkoord of a municipality."""

from datetime import date
from pathlib import Path

from raadsapp.domain.agreement import Agreement, SignState
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Indicator
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.export.pdf import Words, write_pdf
from raadsapp.services.agreement_words import difference, sign_in_words
from raadsapp.services.agreements import SignCheck, check, list_agreements
from raadsapp.services.forecasts import beside_outcome, limits
from raadsapp.services.money_sources import money_sources
from raadsapp.services.opening import Session
from raadsapp.services.saved_scenarios import list_scenarios
from raadsapp.services.saved_words import (
    FORECASTS,
    by_year,
    changed_settings,
    forecast_cells,
    marks,
)
from raadsapp.services.scenario_drift import drift
from raadsapp.services.scenario_region import region_name
from raadsapp.services.scenario_sentences import CALCULATED, REFERENCE_YEAR
from raadsapp.services.source_words import source_text
from raadsapp.texts import long_date

_SHAPES = {
    SignState.REACHED: "reached",
    SignState.NOT_REACHED: "not_reached",
    SignState.UNKNOWN: "unknown",
}
_CALCULATED = f"Berekening: Raadsapp, modelversie {{version}}, met de cijfers van {{day}}. {CALCULATED}"
_YEARS = 4
_NOTHING = "Er zijn nog geen afspraken vastgelegd."


def write_scenario(
    session: Session, catalog: Catalog, saved: SavedScenario, path: Path, as_of: date | None = None
) -> None:
    """Print a saved scenario to `path`; `catalog` is the dossier with the figures a clerk entered.

    What was measured since is that which was known at the end of `as_of` (None: now). UserError when the
    file cannot be written, or its municipality no longer takes part in the dossier.
    """
    write_pdf("scenario", _scenario(session, catalog, saved, as_of), path)


def write_agreements(
    session: Session,
    catalog: Catalog,
    municipality: str,
    path: Path,
    today: date,
    as_of: date | None = None,
) -> None:
    """Print all agreements of a municipality to `path`, held against what was known at the end of `as_of`.

    Without that day, against what is known `today`. `municipality` is a CBS code or `samen`. UserError when
    the file cannot be written.
    """
    name = region_name(catalog, municipality)
    found = [one for one in list_agreements(session) if one.municipality == municipality]
    scenarios = {one.number: one for one in list_scenarios(session)}
    data: dict[str, Words] = {
        "title": f"Raadsakkoord {name}",
        "subtitle": f"Afspraken van raad en college. Stand van {long_date(as_of or today)}.",
        "difference": difference(catalog),
        "nothing": _NOTHING,
        "agreements": [
            _agreement(session, one, check(session, one, as_of), scenarios.get(one.scenario), place)
            for place, one in enumerate(found, start=1)
        ],
    }
    write_pdf("agreements", data, path)


def _agreement(
    session: Session, agreement: Agreement, found: SignCheck, saved: SavedScenario | None, place: int
) -> dict[str, Words]:
    catalog = session.catalog
    indicator = catalog.find(agreement.indicator)
    defined = source_text(indicator.sources, catalog) if isinstance(indicator, Indicator) else ""
    return {
        "title": f"{place}. Als het teken er is: {sign_in_words(catalog, agreement)}",
        "state": found.state.value,
        "shape": _SHAPES[found.state],
        "sentence": found.sentence,
        "sources": [f"Uitleg van het cijfer. {defined}"] if defined else [],
        "details": [
            *_named(
                ("Dan doen we dit", agreement.response),
                ("Wie", agreement.owner),
                ("Opnieuw bekijken", long_date(agreement.review_on)),
                ("Afgesproken op", long_date(agreement.made_on)),
                ("Scenario", saved.name if saved else agreement.scenario_name),
            ),
            *(_asked(saved) if saved else ()),
        ],
    }


def _asked(saved: SavedScenario) -> list[dict[str, Words]]:
    """What an agreement's scenario asked and found, and how firm that is."""
    found: dict[str, Words] = {
        "name": "Wat eruit kwam",
        "text": saved.findings,
        "marks": marks(saved),
    }
    return [*_named(("Vraag", saved.question)), *([found] if saved.findings else [])]


def _scenario(
    session: Session, catalog: Catalog, saved: SavedScenario, as_of: date | None
) -> dict[str, Words]:
    name = region_name(catalog, saved.municipality)
    by = f" door {saved.author}" if saved.author else ""
    found = beside_outcome(session, saved, as_of)
    known = f" Stand van {long_date(as_of)}." if as_of else ""
    return {
        "title": saved.name,
        "subtitle": f"Scenario voor {name}, bewaard op {long_date(saved.made_on)}{by}.{known}",
        "marks": marks(saved),
        "words": _named(
            ("Vraag", saved.question),
            ("Wat we dachten", saved.hypothesis),
            ("Wat eruit kwam", saved.findings),
            ("Besluit", saved.decision),
        ),
        "caveats": drift(catalog, saved).sentences,
        "settings": {
            "columns": ["Schuif", "Soort", "Beginstand", "In dit scenario"],
            "rows": [[row.label, row.kind, row.start, row.here] for row in changed_settings(catalog, saved)],
        },
        "years": _by_year(saved),
        "forecasts": {"columns": FORECASTS, "rows": forecast_cells(found)},
        "limits": [*(one.sentence for one in found), *limits(session, saved, as_of)],
        "sources": [
            source_text(money_sources(catalog, saved.municipality, REFERENCE_YEAR), catalog),
            _CALCULATED.format(version=saved.model_version, day=long_date(saved.made_on)),
        ],
    }


def _by_year(saved: SavedScenario) -> list[dict[str, Words]]:
    """What came out, in tables of a few years: amounts of eight figures fit beside each other."""
    rows = by_year(saved)
    return [
        {
            "columns": ["Uitkomst", *map(str, saved.years[first : first + _YEARS])],
            "rows": [[row.label, *row.cells[first : first + _YEARS]] for row in rows],
        }
        for first in range(0, len(saved.years), _YEARS)
    ]


def _named(*rows: tuple[str, str]) -> list[dict[str, Words]]:
    """Names and texts as the templates take them; a text that is empty is left out."""
    return [{"name": name, "text": text} for name, text in rows if text]
