"""The figures as anyone may have them: a new file, made from what members see and never from the store."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Series
from raadsapp.domain.goals import Indicator, Split
from raadsapp.domain.observation import FICTIONAL
from raadsapp.domain.shown import Shown
from raadsapp.errors import UserError
from raadsapp.export.figures import COLUMNS, Format
from raadsapp.export.replacing import replacing
from raadsapp.export.sheet import About, Cell, Column, Sheet
from raadsapp.intake.formulas import neutralised
from raadsapp.services.exporting import Selection
from raadsapp.services.ladder import SeriesKey
from raadsapp.services.member_view import TOO_SMALL, MemberView, member_view
from raadsapp.services.opening import Session
from raadsapp.texts import long_date, number

_NOTE = Column("let op", 30)
# All but the number of the delivery, which is of no use without the store.
_COLUMNS = (*COLUMNS[:-1], _NOTE)
_ADDED_UP = "opgeteld"
_TEXT = 100
_LEFT_OUT = (
    "Aantallen onder de {} staan er niet in, en ook niet wat zo’n aantal zou verraden. "
    "Waar dat te vaak voorkomt, staat een langere periode."
)


@dataclass(frozen=True, slots=True)
class Published:
    """How many values a public file has, and how many periods stand in it without their value."""

    shown: int
    hidden: int


def publish(session: Session, path: Path, form: Format, selection: Selection) -> Published:
    """Write what members may see of `selection` to `path`.

    Where a value is too small to be shown the words say so; an invented one says FICTIEF. An existing file
    is replaced, and only by a complete one. UserError when it cannot be done.
    """
    view = member_view(session, selection.as_of)
    found = tuple(_chosen(view, selection))
    hidden = sum(shown.suppressed for _, shown in found)
    counts = Published(len(found) - hidden, hidden)
    notice = view.notice
    rows = tuple(_cells(session.catalog, key, shown, notice) for key, shown in found)
    with replacing(path) as unfinished:
        if path.exists() and path.samefile(session.store.path):
            raise UserError("Op die plek staat het dossier zelf.", "Kies een andere bestandsnaam.")
        _write(form, unfinished, session.catalog, rows, _explained(session.catalog, view, counts))
    return counts


def _chosen(view: MemberView, selection: Selection) -> Iterator[tuple[SeriesKey, Shown]]:
    for key in view.all_series():
        indicator, municipality, breakdown = key
        if selection.indicators and indicator not in selection.indicators:
            continue
        if selection.municipality in {None, municipality}:
            for shown in view.series(indicator, municipality, breakdown):
                yield key, shown


def _cells(catalog: Catalog, key: SeriesKey, shown: Shown, notice: str) -> tuple[Cell, ...]:
    """A row; beside a figure that is kept back stands what a reader must know of that."""
    indicator, municipality, breakdown = key
    subject = catalog.find(indicator)
    split = subject.split(breakdown) if isinstance(subject, Indicator) else subject
    unit = split.unit if isinstance(split, Split | Series) else ""
    marks = (FICTIONAL if shown.fictional else "", _ADDED_UP if shown.added_up else "")
    told = (", ".join(filter(None, marks)), notice if shown.suppressed else "")
    return (
        neutralised(indicator),
        municipality,
        shown.period.code,
        neutralised(breakdown),
        TOO_SMALL if shown.value is None else shown.value,
        neutralised(unit),
        shown.status.value,
        neutralised(shown.source),
        ". ".join(filter(None, told)),
    )


def _explained(catalog: Catalog, view: MemberView, counts: Published) -> tuple[tuple[str, str], ...]:
    rows = [
        ("Wat dit is", "Cijfers uit Raadsapp die iedereen mag zien. Elke rij is één periode van een reeks."),
        (TOO_SMALL.capitalize(), _LEFT_OUT.format(number(catalog.dossier.threshold))),
        (
            FICTIONAL,
            f"Een rij met {FICTIONAL} is bedacht om mee te oefenen. Die zegt niets over een gemeente.",
        ),
        (_ADDED_UP.capitalize(), "Een rij met ‘opgeteld’ is berekend uit kortere periodes of uit gemeenten."),
        ("Dossier", catalog.dossier.title),
        ("Stand van", long_date(view.as_of or datetime.now().astimezone().date())),
        ("Aantal waarden", f"{number(counts.shown)}, en {number(counts.hidden)} {TOO_SMALL}"),
    ]
    return (*rows, ("Let op", view.notice)) if view.notice else tuple(rows)


def _write(
    form: Format,
    path: Path,
    catalog: Catalog,
    rows: tuple[tuple[Cell, ...], ...],
    explained: tuple[tuple[str, str], ...],
) -> None:
    if form is Format.CSV:
        from raadsapp.export.csv import write_csv

        write_csv(path, (column.heading for column in _COLUMNS), rows)
        return
    sheets = (
        Sheet("Cijfers", _COLUMNS, rows),
        Sheet("Toelichting", (Column("Over", 22), Column("Uitleg", _TEXT, wrapped=True)), explained),
    )
    about = About(
        f"Openbare cijfers {catalog.dossier.title}", "Cijfers die iedereen mag zien", datetime.now(UTC)
    )
    if form is Format.XLSX:
        from raadsapp.export.xlsx import write_xlsx

        write_xlsx(path, sheets, about)
    else:
        from raadsapp.export.ods import write_ods

        write_ods(path, sheets, about)
