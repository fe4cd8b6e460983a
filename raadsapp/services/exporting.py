"""What leaves the program as a table."""

from dataclasses import dataclass
from datetime import date

from raadsapp.domain.observation import Observation
from raadsapp.intake.lookup import subjects
from raadsapp.services.opening import Session
from raadsapp.store import observations as log


@dataclass(frozen=True, slots=True)
class ExportRow:
    """An observation and the unit of its indicator, empty when the dossier no longer has that indicator."""

    observation: Observation
    unit: str


def rows(
    session: Session, municipality: str | None = None, as_of: date | None = None
) -> tuple[ExportRow, ...]:
    """Every observation that counts now, or counted at the end of `as_of`, in order of key.

    `municipality` is a CBS code; None for all.
    """
    units = {subject.key: subject.unit for subject in subjects(session.catalog)}
    return tuple(
        ExportRow(observation, units.get(observation.key.indicator, ""))
        for observation in log.current(session.store, municipality=municipality, as_of=as_of)
    )
