"""What leaves the program as a table: which figures, from which deliveries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from raadsapp.domain.observation import Batch, Observation
from raadsapp.intake.lookup import subjects
from raadsapp.services.entered_figures import list_figures
from raadsapp.services.opening import Session
from raadsapp.store import batches
from raadsapp.store import observations as log


@dataclass(frozen=True, slots=True)
class Selection:
    """Which figures: of one municipality (CBS code), of some indicators (keys), as known at the end of a day.

    Left out, each means all: every municipality, every indicator, what counts now.
    """

    municipality: str | None = None
    indicators: tuple[str, ...] = ()
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A delivery and how many of the values of an extract it brought."""

    batch: Batch
    count: int


@dataclass(frozen=True, slots=True)
class Extract:
    """The figures of a selection as they stood when it was made; what is stored later is no part of it.

    `shares` are the deliveries that brought them, oldest first. `entered` is how many figures that someone
    entered by hand there are for the municipality; they are inputs of a scenario and never part of it.
    """

    selection: Selection
    shares: tuple[Share, ...]
    entered: int

    @property
    def count(self) -> int:
        """How many values it has."""
        return sum(share.count for share in self.shares)


@dataclass(frozen=True, slots=True)
class ExportRow:
    """An observation, the unit of its indicator (empty when the dossier no longer has it) and its batch."""

    observation: Observation
    unit: str
    batch: int


def extract(session: Session, selection: Selection) -> Extract:
    """What a selection holds now; its values follow one by one from `rows`."""
    counts = log.per_batch(
        session.store, selection.indicators or None, selection.municipality, selection.as_of
    )
    found = sorted(batches.all_batches(session.store), key=lambda batch: batch.number)
    shares = tuple(Share(batch, counts[batch.number]) for batch in found if batch.number in counts)
    entered = list_figures(session, selection.municipality or "", selection.as_of)
    return Extract(selection, shares, len(entered))


def rows(session: Session, chosen: Extract) -> Iterator[ExportRow]:
    """The values of an extract in order of key, read one by one."""
    units = {subject.key: subject.unit for subject in subjects(session.catalog)}
    numbers = [share.batch.number for share in chosen.shares]
    selection = chosen.selection
    for observation, batch in log.each(
        session.store, numbers, selection.indicators or None, selection.municipality
    ):
        yield ExportRow(observation, units.get(observation.key.indicator, ""), batch)
