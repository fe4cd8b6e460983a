"""`raadsapp import`: figures in, after a look at what they are."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raadsapp.cli.dutch import DutchCommand
from raadsapp.cli.options import FILE, by_option, json_option, session_of, store_option, user_name
from raadsapp.cli.text_advice import advise
from raadsapp.errors import UserError

if TYPE_CHECKING:
    from raadsapp.domain.observation import Batch
    from raadsapp.services.deliveries import Preview
    from raadsapp.services.opening import Session

_BLOCKED = 1


@dataclass(frozen=True, slots=True)
class _Told:
    """What the user tells of a delivery: who reads it in, supplied it and approved it, and a note."""

    by: str | None
    supplier: str
    approved_by: str
    note: str


@click.command("import", cls=DutchCommand)
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="BESTAND…")
@click.option(
    "--layout",
    metavar="NAAM",
    help="De indeling, als de app die niet zelf moet herkennen: een naam uit 'raadsapp layouts', of een"
    " bestand dat eindigt op .toml.",
)
@click.option("--dry-run", is_flag=True, help="Kijkt alleen en bewaart niets.")
@click.option("--yes", is_flag=True, help="Vraagt niets en bewaart elke waarde zonder fout.")
@by_option
@click.option("--supplier", default="", metavar="NAAM", help="Wie de cijfers leverde, zoals 'ISD BOL'.")
@click.option("--approved-by", default="", metavar="NAAM", help="Wie de cijfers goedkeurde.")
@click.option("--note", default="", metavar="TEKST", help="Een opmerking bij deze levering.")
@json_option
@store_option
def import_(
    *,
    files: tuple[Path, ...],
    layout: str | None,
    dry_run: bool,
    yes: bool,
    by: str | None,
    supplier: str,
    approved_by: str,
    note: str,
    as_json: bool,
    store_path: Path | None,
) -> None:
    """Leest bestanden met cijfers in (CSV, XLSX, XLSM, XLSB, XLS of ODS), na een blik op wat erin staat.

    Met --json komt er per bestand één regel met één JSON-object. De uitkomst is 0 als alles goed is, 1 als
    er cellen met fouten zijn (de rest is wel te bewaren) en 2 bij een onbruikbaar bestand; dan stopt het
    inlezen, en wat ervoor stond is al bewaard.
    """
    from raadsapp.cli.delivery_text import preview_json, preview_text
    from raadsapp.cli.progress_line import progress_line
    from raadsapp.intake.workbooks.process import WorkbookProcess
    from raadsapp.services import deliveries
    from raadsapp.services.layouts import layout_named

    if not (yes or dry_run or sys.stdin.isatty()):
        raise UserError("Er is geen terminal om iets te vragen.", "Geef --yes om te bewaren, of --dry-run.")
    wanted = layout_named(layout) if layout else None
    told = _Told(by, supplier.strip(), approved_by.strip(), note.strip())
    advise(told.note)
    blocking = 0
    with session_of(store_path, backing_up=not dry_run) as session, WorkbookProcess() as workbooks:
        for file in files:
            with progress_line() as tell:
                preview = deliveries.preview(session, file, wanted, workbooks, progress=tell)
            blocking += preview.blocking
            if not as_json:
                click.echo("\n".join(preview_text(preview)))
            batch = _store(session, preview, told, dry_run=dry_run, yes=yes, quiet=as_json)
            if as_json:
                click.echo(preview_json(preview, batch))
    if blocking:
        click.get_current_context().exit(_BLOCKED)


def _store(
    session: "Session", preview: "Preview", details: _Told, *, dry_run: bool, yes: bool, quiet: bool
) -> "Batch | None":
    """Store the preview when that is wanted and useful; say what happened, unless it is `quiet`."""
    from raadsapp.cli.progress_line import progress_line
    from raadsapp.services import deliveries

    batch = None
    if preview.already:
        told = "Er is niets gewijzigd."
    elif not preview.observations:
        told = "Er is niets ingelezen: het bestand heeft geen bruikbare waarden."
    elif dry_run:
        told = "Er is niets bewaard."
    elif yes or _agreed():
        with progress_line() as tell:
            batch, changes = deliveries.commit(
                session,
                preview,
                details.by or user_name(),
                supplier=details.supplier,
                approved_by=details.approved_by,
                note=details.note,
                progress=tell,
            )
        told = changes.message
    else:
        told = "Er is niets bewaard."
    if not quiet:
        click.echo(f"  {told}")
    return batch


def _agreed() -> bool:
    answer: str = click.prompt("  Bewaren? (j/N)", default="n", show_default=False, err=True)
    return answer.strip().casefold() in {"j", "ja"}
