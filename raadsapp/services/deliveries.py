"""Deliveries: look at a file first, then store what was seen, and take it back when it was wrong."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.lazy import Lazy
from raadsapp.domain.observation import Batch, Observation, ObservationKey
from raadsapp.domain.problem import Problem, Severity
from raadsapp.errors import UserError
from raadsapp.intake.applying import Reading, apply
from raadsapp.intake.corrections import AS_IT_IS, Corrections
from raadsapp.intake.entries import Entries
from raadsapp.intake.layouts import Layout
from raadsapp.intake.progress import Progress, Tell, untold
from raadsapp.intake.reading import opened
from raadsapp.intake.sheet_part import SheetPart
from raadsapp.intake.sheets import DeliveredFile
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.services.delivered_values import (
    Change,
    Comparison,
    compared,
    delivered,
    fictional,
    known_of,
)
from raadsapp.services.layouts import all_layouts
from raadsapp.services.opening import Session
from raadsapp.store import batches as deliveries
from raadsapp.store import withheld
from raadsapp.texts import number as written
from raadsapp.texts import plural

_SEVERITIES = tuple(Severity)
_TOUCHED = frozenset({Part.OBSERVATIONS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A file as it would be imported; nothing is stored yet.

    `sheets` are those of a workbook that were read; a CSV file has none. `entries` are the good values, each
    key once; of those `new` were not known, `unchanged` say what was known, `changes` say something else, by
    their `changed_numbers` among the observations.
    `problems` stand in order of severity and place; `blocking` cells are kept out. `already` is the delivery
    that brought this very file before. `basis` are the deliveries (number, withdrawn) that the file was
    compared with. `parts` are the sheets as delivered, `corrections` what the clerk said about them.
    """

    file: str
    sha256: str
    layout: str
    title: str
    sheets: tuple[str, ...]
    entries: Entries
    new: int
    unchanged: int
    changes: Sequence[Change]
    changed_numbers: Sequence[int]
    blocking: int
    problems: tuple[Problem, ...]
    already: Batch | None
    basis: tuple[tuple[int, bool], ...]
    parts: tuple[SheetPart, ...]
    corrections: Corrections

    @property
    def observations(self) -> Sequence[Observation]:
        """The good ones, each key once, in reading order; each is made when it is asked for."""
        return Lazy(len(self.entries), self.entries.observation)

    @property
    def places(self) -> Sequence[tuple[str, int, int]]:
        """Of each of them sheet, row and column, as `place` gives."""
        return Lazy(len(self.entries), self.place)

    def place(self, index: int) -> tuple[str, int, int]:
        """Sheet, row and column (from 0) in which observation `index` stands."""
        entries = self.entries
        return entries.sheet(index), entries.rows[index], entries.columns[index]

    @property
    def withheld(self) -> Iterator[ObservationKey]:
        """What the supplier gives as too small to tell."""
        return map(self.entries.vocabulary.key, self.entries.withheld)

    @property
    def fictional(self) -> bool:
        """Whether it holds invented values."""
        return fictional(self.entries)

    @property
    def changed(self) -> int:
        """How many observations change what counts now."""
        return len(self.changes)


def preview(
    session: Session,
    path: Path,
    layout: Layout | str | None = None,
    workbooks: WorkbookProcess | None = None,
    *,
    corrections: Corrections = AS_IT_IS,
    progress: Tell | None = None,
) -> Preview:
    """Read and check the file at `path` and compare it with the store; nothing is written.

    `layout` is a layout or the key of one, None to recognise it. A workbook is read in `workbooks`, or in a
    process for this file only. `progress` may raise Cancelled. UserError when the file is unusable.
    """
    from raadsapp.services.delivery_privacy import PersonalDataLook  # its rules take long to load

    tell = progress or untold
    tell(Progress(0, None, "Bestand lezen"))
    basis = _basis(session)
    layouts = (layout,) if isinstance(layout, Layout) else all_layouts()
    wanted = layout.key if isinstance(layout, Layout) else layout
    look = PersonalDataLook(session.catalog, corrections)
    with opened(path, workbooks, tell) as file:
        reading = apply(
            file,
            layouts,
            wanted,
            session.catalog,
            corrections,
            known_of=lambda entries: known_of(session.store, entries, tell),
            see=look.begin,
            tell=tell,
        )
        reading, private = look.take(file, reading)
    return _shown(session, file, reading, private, basis, corrections)


def commit(
    session: Session,
    preview: Preview,
    by: str,
    *,
    supplier: str = "",
    approved_by: str = "",
    note: str = "",
    progress: Tell | None = None,
) -> tuple[Batch, Changes]:
    """Store what the preview shows, in one transaction, in the name of `by`.

    `supplier` delivered the file, `approved_by` approved it; both and `note` are kept with the delivery.
    `progress` may raise Cancelled; then nothing is stored. A file that was imported before is
    not stored again: its delivery comes back and nothing has changed. UserError when there is nothing to
    store, or when the store has changed in the meantime so that the preview no longer holds.
    """
    tell = progress or untold
    tell(Progress(0, len(preview.entries), "Waarden bewaren"))
    already = deliveries.of_hash(session.store, preview.sha256)
    if already:
        return already, Changes(frozenset(), f"{_again(already, preview.file)}; er is niets gewijzigd.")
    if not preview.entries:
        raise UserError(
            f"In '{preview.file}' staat geen waarde die ingelezen kan worden.",
            "Herstel de gemelde cellen en lees het bestand opnieuw in.",
        )
    with session.store.writing_many() as connection:
        comparison = Comparison(preview.new, preview.unchanged, preview.changes, preview.changed_numbers)
        _still_holds(session, preview, comparison, tell)
        batch = deliveries.add(
            session.store,
            file=preview.file,
            sha256=preview.sha256,
            layout=preview.layout,
            by=by,
            at=datetime.now(UTC),
            observations=delivered(preview.entries, comparison, tell),
            supplier=supplier,
            approved_by=approved_by,
            note=note,
        )
        withheld.insert(connection, batch.number, preview.withheld)
    return batch, Changes(_TOUCHED, _told(batch, len(preview.entries)))


def _still_holds(session: Session, preview: Preview, comparison: Comparison, tell: Tell) -> None:
    """UserError when the store says something else by now than when the file was looked at."""
    if _basis(session) == preview.basis:
        return
    if compared(preview.entries, known_of(session.store, preview.entries, tell)) != comparison:
        raise UserError(
            "De gegevens zijn veranderd sinds het bestand is bekeken; er is niets ingelezen.",
            "Kies het bestand opnieuw en bekijk wat er nu verandert.",
        )


def batches(session: Session) -> tuple[Batch, ...]:
    """All deliveries, newest first, also those that are withdrawn."""
    return deliveries.all_batches(session.store)


def withdraw(session: Session, number: int, by: str) -> Changes:
    """Let a delivery no longer count: what stood before it stands again. UserError when it cannot be."""
    batch = deliveries.withdraw(session.store, number, by, datetime.now(UTC))
    told = f"Levering {number} ('{batch.file}') is ingetrokken. Wat ervoor gold, geldt weer."
    return Changes(_TOUCHED, told)


def bring_back(session: Session, number: int, by: str) -> Changes:
    """Let a withdrawn delivery count again, as `by` wants. UserError when it cannot be."""
    batch = deliveries.bring_back(session.store, number, by, datetime.now(UTC))
    return Changes(_TOUCHED, f"Levering {number} ('{batch.file}') telt weer mee, teruggezet door {by}.")


def _shown(
    session: Session,
    file: DeliveredFile,
    reading: Reading,
    private: tuple[Problem, ...],
    basis: tuple[tuple[int, bool], ...],
    corrections: Corrections,
) -> Preview:
    """What was read, beside what counts now."""
    comparison = compared(reading.entries, reading.known)
    already = deliveries.of_hash(session.store, file.sha256)
    return Preview(
        file=file.name,
        sha256=file.sha256,
        layout=reading.layout.key,
        title=reading.layout.title,
        sheets=() if reading.sheets == (file.name,) else reading.sheets,
        entries=reading.entries,
        new=comparison.new,
        unchanged=comparison.unchanged,
        changes=comparison.changes,
        changed_numbers=comparison.changed,
        blocking=_blocking(reading, private),
        problems=_by_severity((*private, *_problems(reading, already))),
        already=already,
        basis=basis,
        parts=reading.parts,
        corrections=corrections,
    )


def _problems(reading: Reading, already: Batch | None) -> Iterator[Problem]:
    """All that was found, in order of severity and place, and whether this very file was read in before."""
    findings = sorted(
        reading.findings,
        key=lambda found: (
            _SEVERITIES.index(found.fault.severity),
            reading.sheets.index(found.sheet),
            found.row,
            found.column,
        ),
    )
    for finding in findings:
        yield finding.problem()
    if already:
        message = f"Dit bestand is al ingelezen als levering {already.number}; inlezen wijzigt niets."
        yield Problem(reading.sheets[0], "", Severity.NOTE, "already-imported", message)


def _by_severity(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: _SEVERITIES.index(problem.severity)))


def _blocking(reading: Reading, private: Iterable[Problem]) -> int:
    """How many cells keep something out."""
    cells = sum(finding.count for finding in reading.findings if finding.fault.severity is Severity.BLOCKING)
    return cells + sum(problem.severity is Severity.BLOCKING for problem in private)


def _basis(session: Session) -> tuple[tuple[int, bool], ...]:
    return tuple((batch.number, batch.withdrawn) for batch in deliveries.all_batches(session.store))


def _again(batch: Batch, file: str) -> str:
    return f"'{file}' is al ingelezen als levering {batch.number}"


def _told(batch: Batch, count: int) -> str:
    values = plural(count, "waarde", "waarden")
    return f"Levering {batch.number}: {values} uit '{batch.file}' ingelezen, {_counts(batch)}."


def _counts(batch: Batch) -> str:
    return (
        f"{written(batch.new)} nieuw, {written(batch.changed)} gewijzigd, {written(batch.unchanged)} gelijk"
    )
