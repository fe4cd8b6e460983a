"""What leaves the program as a table: which figures, from which deliveries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from raadsapp.domain.entered_figure import EnteredFigure
from raadsapp.domain.observation import Batch, Observation
from raadsapp.intake.lookup import subjects
from raadsapp.services.entered_figures import list_figures
from raadsapp.services.figure_form import by_key
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
class OwnFigure:
    """A figure that someone entered, with its name and unit (empty when the dossier no longer has it)."""

    figure: EnteredFigure
    municipality: str
    label: str
    unit: str


@dataclass(frozen=True, slots=True)
class Extract:
    """The figures of a selection as they stood when it was made; what is stored later is no part of it.

    `shares` are the deliveries that brought them, oldest first. `entered` are the figures that someone
    entered for the municipality: inputs of a scenario that no delivery brought, never among the values.
    """

    selection: Selection
    shares: tuple[Share, ...]
    entered: tuple[OwnFigure, ...]

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
    return Extract(selection, shares, own_figures(session, selection.municipality or "", selection.as_of))


def own_figures(session: Session, municipality: str = "", as_of: date | None = None) -> tuple[OwnFigure, ...]:
    """The figures that someone entered for a municipality (empty: for any), as known on a day (None: now)."""
    catalog = session.catalog
    known = by_key(catalog) if (found := list_figures(session, municipality, as_of)) else {}
    names = {
        code: place.name
        for code in {one.municipality for one in found}
        if (place := catalog.municipality(code))
    }
    return tuple(
        OwnFigure(
            figure=one,
            municipality=names.get(one.municipality, one.municipality),
            label=known[one.key][1].label if one.key in known else one.key,
            unit=known[one.key][0].unit if one.key in known else "",
        )
        for one in found
    )


def rows(session: Session, chosen: Extract) -> Iterator[ExportRow]:
    """The values of an extract in order of key, read one by one."""
    units = {subject.key: subject.unit for subject in subjects(session.catalog)}
    numbers = [share.batch.number for share in chosen.shares]
    selection = chosen.selection
    for observation, batch in log.each(
        session.store, numbers, selection.indicators or None, selection.municipality
    ):
        yield ExportRow(observation, units.get(observation.key.indicator, ""), batch)
