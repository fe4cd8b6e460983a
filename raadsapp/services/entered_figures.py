"""Figures that a clerk enters for a municipality of which none are printed; they replace the scaled ones."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.entered_figure import EnteredFigure
from raadsapp.domain.facts import Fact
from raadsapp.domain.period import Period
from raadsapp.domain.source import Document, Source
from raadsapp.errors import UserError
from raadsapp.services.figure_checks import problems
from raadsapp.services.figure_form import (
    FigureField,
    FigureForm,
    FigureLine,
    by_key,
    fields,
    figure_form,
    municipalities,
)
from raadsapp.services.opening import Session
from raadsapp.services.own_figures import own_key
from raadsapp.services.small_entered import protected
from raadsapp.store import entered_figures as log
from raadsapp.texts import enumeration, long_date, plural

DOCUMENT = "opgave-griffie"
"""Key of the document that entered figures name as their source."""

_PARTS = frozenset({Part.FIGURES})


def list_figures(
    session: Session, municipality: str = "", as_of: date | None = None
) -> tuple[EnteredFigure, ...]:
    """The figures that count, in the order in which they were entered; of one municipality, or of all.

    With `as_of` those that counted at the end of that day.
    """
    found = log.all_figures(session.store, as_of)
    return tuple(figure for figure in found if municipality in {"", figure.municipality})


def with_entered(session: Session, as_of: date | None = None) -> Catalog:
    """The dossier with the entered figures as facts, for scenarios; the dossier itself if there are none.

    Counts of too few persons are not among them as they are: see `small_entered`. With `as_of` the figures
    that counted at the end of that day.
    """
    entered = list_figures(session, as_of=as_of)
    if not entered:
        return session.catalog
    catalog = session.catalog
    known = by_key(catalog)
    told = tuple(
        protected(_fact(catalog, figure, *known[figure.key]), catalog.dossier.threshold)
        for figure in entered
        if figure.key in known
    )
    document = Document(
        key=DOCUMENT,
        title="Cijfers die de griffie heeft ingevoerd",
        short="Opgave griffie",
        author="Griffie",
    )
    return replace(catalog, facts=(*catalog.facts, *told), documents=(*catalog.documents, document))


def enter(
    session: Session, municipality: str, values: Mapping[str, float | None], *, source: str, by: str
) -> tuple[tuple[EnteredFigure, ...], Changes]:
    """Let figures count for a municipality, all at once: by key of the printed figure, None to empty it.

    Gives what counted before, for `bring_back`. UserError when source or name is missing, for another
    municipality or key than the form has, and for the first figure that cannot stand.
    """
    form = form_of(session, municipality)
    known = by_key(session.catalog)
    if not source.strip():
        raise UserError("De bron ontbreekt.", "Schrijf op uit welk stuk de cijfers komen, met de bladzijde.")
    if not by.strip():
        raise UserError("De naam ontbreekt.", "Schrijf op wie de cijfers invoert.")
    if unknown := [key for key in values if key not in known]:
        raise UserError(f"Het cijfer ‘{unknown[0]}’ bestaat niet.", f"Kies uit {enumeration(list(known))}.")
    new = EnteredFigure(
        municipality=municipality,
        key="",
        value=None,
        source=source.strip(),
        by=by.strip(),
        at=datetime.now(UTC),
    )
    with session.store.writing():
        before = {figure.key: figure for figure in list_figures(session, municipality)}
        wanted = {key: figure.value for key, figure in before.items()} | dict(values)
        _must_stand(form, {key: value for key, value in wanted.items() if value is not None})
        log.add(session.store, (replace(new, key=key, value=value) for key, value in values.items()), new.at)
    former = tuple(before.get(key, replace(new, key=key)) for key in values)
    return former, Changes(_PARTS, _told(form.name, values))


def remove(session: Session, municipality: str, by: str) -> tuple[tuple[EnteredFigure, ...], Changes]:
    """Let no entered figure count for a municipality any more; gives what counted, for `bring_back`.

    UserError when there is none, or for another municipality than figures may be entered for.
    """
    form = form_of(session, municipality)
    former = list_figures(session, municipality)
    if not former:
        raise UserError(f"Voor {form.name} zijn geen cijfers ingevoerd.", "Er is niets gewijzigd.")
    at = datetime.now(UTC)
    log.add(session.store, (replace(figure, value=None, by=by, at=at) for figure in former), at)
    figures = plural(len(former), "cijfer", "cijfers")
    return former, Changes(_PARTS, f"{figures} van {form.name} weggehaald. De schatting geldt weer.")


def bring_back(session: Session, former: tuple[EnteredFigure, ...]) -> Changes:
    """Let count again what `enter` or `remove` took the place of."""
    log.add(session.store, former, datetime.now(UTC))
    return Changes(_PARTS, "De vorige cijfers gelden weer.")


def form_of(session: Session, municipality: str) -> FigureForm:
    """What may be entered for a municipality; UserError that names those for which something may be."""
    allowed = municipalities(session.catalog)
    if municipality not in allowed:
        known = ((code, session.catalog.municipality(code)) for code in allowed)
        names = [f"{code} ({found.name})" if found else code for code, found in known]
        raise UserError(f"Voor ‘{municipality}’ voert u geen cijfers in.", f"Kies uit {enumeration(names)}.")
    return figure_form(session.catalog, municipality)


def _must_stand(form: FigureForm, values: Mapping[str, float]) -> None:
    wrong = next((problem for problem in problems(form, values) if problem.blocking), None)
    for group in form.groups:
        for _, field in fields((group,)):
            if wrong and field.key == wrong.key:
                message = f"{field.label}: {_lower(wrong.message)}"
                raise UserError(message, f"Er is niets bewaard. {group.text}")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _told(name: str, values: Mapping[str, float | None]) -> str:
    kept = sum(value is not None for value in values.values())
    gone = len(values) - kept
    parts = [plural(kept, "cijfer", "cijfers") + " bewaard"] if kept else []
    if gone:
        parts.append(plural(gone, "cijfer", "cijfers") + " leeggemaakt")
    return f"{name}: {enumeration(parts)}." if parts else ""


def _fact(catalog: Catalog, figure: EnteredFigure, line: FigureLine, field: FigureField) -> Fact:
    found = catalog.municipality(figure.municipality)
    day = long_date(figure.at.astimezone().date())
    return Fact(
        key=own_key(figure.key, figure.municipality),
        label=f"{field.label} in {found.name if found else figure.municipality}",
        value=figure.value or 0.0,
        unit=line.unit,
        municipality=figure.municipality,
        period=Period(field.year).code,
        sources=(Source(document=DOCUMENT, place=f"{figure.source} (ingevoerd door {figure.by} op {day})"),),
    )
