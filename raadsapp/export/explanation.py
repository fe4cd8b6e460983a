"""The sheet ‘Toelichting’: what a workbook holds, when it was made, and from which deliveries."""

from collections.abc import Iterator
from datetime import datetime

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.observation import FICTIONAL
from raadsapp.export.own_figures import NAME
from raadsapp.export.sheet import Column, Sheet
from raadsapp.intake.lookup import subjects
from raadsapp.services.exporting import Extract, Share
from raadsapp.texts import enumeration, long_date, long_moment, number, plural

_TEXT = 100
_ABOUT = "Cijfers uit Raadsapp. Elke rij is één waarde, met status, bron en het nummer van de levering."
_INVENTED = (
    f"Hierin staan bedachte cijfers om mee te oefenen: de rijen waarvan de bron met {FICTIONAL} begint. "
    "Ze zeggen niets over een gemeente."
)
_BACK = (
    "Raadsapp kan dit bestand weer inlezen: op de pagina ‘Gegevens’, of met 'raadsapp import'. "
    "Wat u niet wijzigt, blijft gelijk."
)


def explanation(catalog: Catalog, extract: Extract, made: datetime) -> Sheet:
    """What a reader must know of an extract that was written at `made`."""
    return Sheet(
        "Toelichting",
        (Column("Over", 18), Column("Uitleg", _TEXT, wrapped=True)),
        tuple(_rows(catalog, extract, made)),
    )


def entered_sentence(extract: Extract, *, table_only: bool) -> str:
    """Where the figures are that were entered by hand; empty when there are none.

    They have a sheet of their own, or in a file with one table (`table_only`) no place.
    """
    if not extract.entered:
        return ""
    figures = plural(
        len(extract.entered), "cijfer dat u zelf invoerde, staat", "cijfers die u zelf invoerde, staan"
    )
    if table_only:
        return f"{figures} er niet bij: een CSV heeft één tabel. Kies daarvoor Excel of LibreOffice."
    return (
        f"{figures} op het blad ‘{NAME}’. "
        "Dat is invoer voor ‘Wat als?’, geen levering: inlezen slaat het over."
    )


def _rows(catalog: Catalog, extract: Extract, made: datetime) -> Iterator[tuple[str, str]]:
    selection = extract.selection
    here = made.astimezone()
    yield "Wat dit is", _ABOUT
    if any(share.batch.fictional for share in extract.shares):
        yield FICTIONAL, _INVENTED
    yield "Dossier", catalog.dossier.title
    yield "Stand van", long_date(selection.as_of or here.date())
    yield "Gemaakt op", long_moment(here)
    found = catalog.municipality(selection.municipality) if selection.municipality else None
    yield "Gemeente", found.name if found else "alle gemeenten"
    titles = {subject.key: subject.title for subject in subjects(catalog)}
    chosen = [f"{titles.get(key, key)} ({key})" for key in selection.indicators]
    yield "Indicatoren", enumeration(chosen) or "alle indicatoren en reeksen"
    yield "Aantal waarden", number(extract.count)
    if told := entered_sentence(extract, table_only=False):
        yield NAME, told
    yield "Teruglezen", _BACK
    for share in extract.shares:
        yield f"Levering {share.batch.number}", _delivery(share)


def _delivery(share: Share) -> str:
    batch = share.batch
    values = plural(share.count, "waarde", "waarden")
    day = long_date(batch.imported_at.date())
    mark = f"{FICTIONAL}: " if batch.fictional else ""
    told = f"{mark}‘{batch.file}’, ingelezen op {day} door {batch.imported_by}: {values}."
    told += f" Leverancier: {batch.supplier}." if batch.supplier else ""
    told += f" Goedgekeurd door {batch.approved_by}." if batch.approved_by else ""
    told += f" Opmerking: {batch.note.rstrip('.')}." if batch.note else ""
    if batch.withdrawn_at:
        told += f" Ingetrokken op {long_date(batch.withdrawn_at.date())}."
    return told
