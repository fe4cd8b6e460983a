"""Where a measured figure comes from: how sure it is, its source, and the delivery that brought it."""

from dataclasses import dataclass
from datetime import date

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Indicator
from raadsapp.domain.observation import Batch, Observation
from raadsapp.services.described import Detail
from raadsapp.services.opening import DOSSIER_LAYOUT, Session
from raadsapp.store import batches
from raadsapp.store import observations as log
from raadsapp.texts import amount, exact, long_date

_UNNAMED = "niet genoemd in de levering"


@dataclass(frozen=True, slots=True)
class Origin:
    """A measured figure and the delivery that brought it."""

    observation: Observation
    batch: Batch


def origin(session: Session, observation: Observation, as_of: date | None = None) -> Origin:
    """The delivery behind a figure that counts, or counted at the end of `as_of`.

    StopIteration when it does not count (a fault in the program).
    """
    key = observation.key
    numbers = log.per_batch(session.store, (key.indicator,), key.municipality, as_of)
    found = log.each(session.store, sorted(numbers), (key.indicator,), key.municipality)
    number = next(batch for one, batch in found if one.key == key)
    return Origin(observation, batches.find(session.store, number))


def origin_details(catalog: Catalog, found: Origin) -> tuple[Detail, ...]:
    """All that is known of where a figure comes from, by name; what is not known is left out."""
    one, batch = found.observation, found.batch
    indicator = catalog.find(one.key.indicator)
    unit = indicator.own_unit if isinstance(indicator, Indicator) else ""
    known = (
        ("Gemeten", amount(one.value, unit) if unit else exact(one.value)),
        ("Gaat over", one.key.period.label),
        ("Hoe zeker", one.status.value),
        ("Bron", one.source or _UNNAMED),
        ("Levering", delivery_words(batch)),
        ("Leverancier", batch.supplier),
        ("Goedgekeurd door", batch.approved_by),
        ("Wat het meet", indicator.definition if isinstance(indicator, Indicator) else ""),
    )
    return tuple(Detail(name, (words,)) for name, words in known if words)


def delivery_words(batch: Batch) -> str:
    """Which delivery it was, and when it came by whom."""
    day = long_date(batch.imported_at.astimezone().date())
    if batch.layout == DOSSIER_LAYOUT:
        return f"nummer {batch.number}, bij de app geleverd en er sinds {day}"
    return f"nummer {batch.number}, ‘{batch.file}’, ingelezen op {day} door {batch.imported_by}"
