"""Look at a file: what it would do, or its sheets when no layout fits it; and keep what was seen."""

from contextlib import suppress
from pathlib import Path

from raadsapp.domain.changes import Changes
from raadsapp.domain.observation import Batch
from raadsapp.errors import UserError
from raadsapp.intake.corrections import Corrections
from raadsapp.intake.layouts import Layout
from raadsapp.intake.progress import Cancelled, Progress, Tell
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.services import deliveries
from raadsapp.services.delivery_cells import Shown, shown
from raadsapp.services.layout_guesses import guess
from raadsapp.services.layout_headings import holds_figures
from raadsapp.services.layout_redrafting import draft_of
from raadsapp.services.layout_tables import tables_of
from raadsapp.services.layouts import all_layouts, known_layouts
from raadsapp.services.opening import Session
from raadsapp.services.settling import settle
from raadsapp.ui.pages.data.confirming import Details
from raadsapp.ui.pages.data.mapping import Unknown

_MOST_GUESSED = 20
_SETTLING = "Ingelezen. Nu wordt bepaald welke kleine aantallen verborgen blijven"


def look_at(
    path: Path,
    layout: Layout | None,
    workbooks: WorkbookProcess,
    corrections: Corrections,
    session: Session,
    tell: Tell,
) -> Shown | Unknown:
    """What the file would do; where no layout fits a file that holds a table, what it takes to make one.

    UserError when the file cannot be used, be it with another layout.
    """
    try:
        return shown(
            deliveries.preview(session, path, layout, workbooks, corrections=corrections, progress=tell)
        )
    except UserError as error:
        refusals = {known.refusal for known in all_layouts()} - {""}
        tables = tables_of(path, workbooks)
        if error.hint in refusals or not any(map(holds_figures, tables)):
            raise
        # Of a wide sheet this takes too long for the screen to wait.
        guessed = {table.name: guess(table, session.catalog) for table in tables[:_MOST_GUESSED]}
        return Unknown(path=path, why=error.message, tables=tables, guessed=guessed)


def look_to_adjust(path: Path, layout: str, workbooks: WorkbookProcess) -> Unknown:
    """What it takes to make another layout for a file that was read with `layout`, or to mend an own one.

    UserError when the file can no longer be read.
    """
    own = next((known for known in known_layouts().own if known.key == layout), None)
    tables = tables_of(path, workbooks)
    if own is None:
        return Unknown(path=path, why="", tables=tables)
    drafts = {table.name: draft for table in tables if (draft := draft_of(own, table))}
    return Unknown(path=path, why="", tables=tables, name=own.title, replacing=own.key, drafts=drafts)


def keep(
    preview: deliveries.Preview, details: Details, note: str, session: Session, tell: Tell
) -> tuple[Batch, Changes]:
    """Store what was looked at, with what the clerk filled in. Raises UserError or Cancelled.

    Then what members may see of it is decided, which can take up to a minute where many counts are small. To
    stop that is too late: the delivery is stored.
    """
    stored = deliveries.commit(
        session,
        preview,
        details.by,
        supplier=details.supplier,
        approved_by=details.approved_by,
        note=note,
        progress=tell,
    )
    with suppress(Cancelled):
        tell(Progress(0, None, _SETTLING))
    settle(session)
    return stored
