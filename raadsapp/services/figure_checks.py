"""What is wrong, or worth a second look, in figures that a clerk enters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite

from raadsapp.errors import UserError
from raadsapp.intake.numbers import Unread, read_number
from raadsapp.services.figure_form import FigureForm, FigureLine, fields
from raadsapp.services.own_figures import ARRANGEMENTS, CLIENTS, RESIDENTIAL_CLIENTS, year_key
from raadsapp.services.small_entered import LOOK, is_small, say
from raadsapp.texts import amount, number

Values = Mapping[str, float]
_JUMP = 5
"""Times the estimate above which, and part of it below which, a figure is looked at again."""
_PERSONS = (CLIENTS, RESIDENTIAL_CLIENTS)
_MAY_BE_ZERO = (RESIDENTIAL_CLIENTS,)


@dataclass(frozen=True, slots=True)
class FigureProblem:
    """Something about the figure with this key; when it is `blocking`, nothing is stored."""

    key: str
    message: str
    blocking: bool = True


def read_figure(text: str) -> float | None:
    """The number in Dutch form, such as `€ 1.501.643`; None for an empty text. UserError when it is none."""
    written = text.strip().removeprefix("€").strip()
    if not written:
        return None
    found = read_number(written, ",")
    if isinstance(found, Unread):
        raise UserError(f"‘{text.strip()}’ is geen getal.", "Schrijf bijvoorbeeld 1.501.643.")
    return found


def problems(form: FigureForm, values: Values) -> tuple[FigureProblem, ...]:
    """All there is to say of the figures of a municipality, by key, at most one for each, in order.

    `values` is everything that would count for it; an empty field is not among them.
    """
    first: dict[str, FigureProblem] = {}
    for problem in (*_each(form, values), *_missing(form, values), *_worth_a_look(form, values)):
        first.setdefault(problem.key, problem)
    order = [field.key for _, field in fields(form.groups)]
    return tuple(sorted(first.values(), key=lambda problem: order.index(problem.key)))


def _each(form: FigureForm, values: Values) -> Iterator[FigureProblem]:
    for line, field in fields(form.groups):
        value = values.get(field.key)
        if value is None:
            continue
        if not isfinite(value):
            yield FigureProblem(field.key, "Dit is geen getal.")
        elif value < 0:
            yield FigureProblem(field.key, "Dit getal mag niet onder nul zijn.")
        elif value == 0 and line.series not in _MAY_BE_ZERO:
            yield FigureProblem(
                field.key, "Dit getal mag geen nul zijn. Laat het veld leeg als u het niet weet."
            )
        elif line.whole and value != round(value):
            yield FigureProblem(field.key, "Vul een heel getal in.")
        elif line.series in _PERSONS and value > form.youth.get(field.year, value):
            yield FigureProblem(
                field.key, f"Meer dan de {number(form.youth[field.year])} jongeren die er woonden."
            )


def _missing(form: FigureForm, values: Values) -> Iterator[FigureProblem]:
    """Fields without which the others in their group cannot count."""
    for group in form.groups:
        filled = any(field.key in values for line in group.lines for field in line.fields)
        for line in group.lines:
            needed = _needed(line, values, group_filled=filled)
            for field in line.fields:
                if field.year in needed and field.key not in values:
                    yield FigureProblem(field.key, "Vul dit jaar ook in.")


def _needed(line: FigureLine, values: Values, *, group_filled: bool) -> tuple[int, ...]:
    """Years in which a line must have a figure: the required ones, and none may be left out in between."""
    entered = [field.year for field in line.fields if field.key in values]
    if line.required:
        last = max([*line.required, *entered])
        return tuple(year for year in _years(line) if year <= last) if group_filled else ()
    return _years(line) if entered else ()


def _years(line: FigureLine) -> tuple[int, ...]:
    return tuple(field.year for field in line.fields)


def _worth_a_look(form: FigureForm, values: Values) -> Iterator[FigureProblem]:
    for line, field in fields(form.groups):
        value = values.get(field.key)
        if value is None:
            continue
        if is_small(value, line.unit, form.threshold):
            yield FigureProblem(field.key, say(LOOK, form.threshold), blocking=False)
            continue
        estimate = form.estimates[field.key]
        if not estimate / _JUMP <= value <= estimate * _JUMP:
            expected = amount(round(estimate), line.unit)
            yield FigureProblem(field.key, f"Ver van de schatting van {expected}. Klopt dit?", blocking=False)
        elif line.series == ARRANGEMENTS and value < values.get(year_key(CLIENTS, field.year), 0):
            yield FigureProblem(field.key, "Minder arrangementen dan cliënten. Klopt dit?", blocking=False)
