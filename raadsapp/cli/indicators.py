"""`raadsapp indicators`: where every indicator stands."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raadsapp.cli.dutch import DutchCommand
from raadsapp.cli.options import json_option, session_of, store_option
from raadsapp.cli.selection import as_of_option, known_code, municipality_option, tell_unknown

if TYPE_CHECKING:
    from raadsapp.domain.catalog import Catalog
    from raadsapp.domain.observation import Observation


@click.command(cls=DutchCommand)
@municipality_option
@as_of_option
@json_option
@store_option
def indicators(
    *, municipality: str | None, as_of: datetime | None, as_json: bool, store_path: Path | None
) -> None:
    """Toont van elke indicator en reeks de nieuwste cijfers van de gemeenten in het dossier."""
    from raadsapp.services.measurements import latest

    with session_of(store_path) as session:
        catalog = session.catalog
        code = known_code(catalog, municipality)
        codes = (code,) if code else catalog.dossier.municipalities
        day = as_of.date() if as_of else None
        tell_unknown(session, day)
        found = {place: latest(session, place, day) for place in codes}
    if as_json:
        everything = [observation for observations in found.values() for observation in observations]
        click.echo(_as_json(catalog, everything))
    else:
        for place, observations in found.items():
            click.echo("\n".join(_as_text(catalog, place, observations)))


def _as_text(catalog: "Catalog", place: str, observations: Sequence["Observation"]) -> Iterator[str]:
    """Name of the municipality, then a line per indicator and per series that has figures."""
    municipality = catalog.municipality(place)
    yield municipality.name if municipality else place
    for indicator in catalog.indicators:
        own = [observation for observation in observations if observation.key.indicator == indicator.key]
        yield f"  {indicator.key}  {indicator.title}: {_figures(own, indicator.own_unit)}"
    for series in catalog.series:
        own = [observation for observation in observations if observation.key.indicator == series.key]
        if own:
            yield f"  {series.key}  {series.title}: {_figures(own, series.unit)}"


def _figures(observations: Sequence["Observation"], unit: str) -> str:
    """The figures without breakdown in words, and how many there are with one."""
    from raadsapp.texts import amount, plural

    words = [
        f"{amount(found.value, unit)} ({found.key.period.label}{', FICTIEF' if found.fictional else ''})"
        for found in observations
        if not found.key.breakdown
    ]
    split = len(observations) - len(words)
    if split:
        invented = any(found.fictional for found in observations if found.key.breakdown)
        words.append(f"{plural(split, 'uitsplitsing', 'uitsplitsingen')}{' (FICTIEF)' if invented else ''}")
    return ", ".join(words) or "nog geen cijfers"


def _as_json(catalog: "Catalog", observations: Sequence["Observation"]) -> str:
    """A list; title and unit are null for an indicator that the dossier no longer has."""
    from raadsapp.intake.lookup import subjects

    known = {subject.key: subject for subject in subjects(catalog)}
    rows = []
    for observation in observations:
        key = observation.key
        subject = known.get(key.indicator)
        rows.append(
            {
                "indicator": key.indicator,
                "title": subject and subject.title,
                "unit": subject and subject.unit,
                "municipality": key.municipality,
                "period": key.period.code,
                "breakdown": key.breakdown,
                "value": observation.value,
                "status": observation.status.value,
                "source": observation.source,
                "fictional": observation.fictional,
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)
