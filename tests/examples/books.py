"""The story as workbooks of the quarterly report, every sheet and every value of which says FICTIEF."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from raadsapp import paths
from raadsapp.content.loading import load
from raadsapp.content.report_template import load_template
from raadsapp.domain.observation import Status
from raadsapp.domain.period import PeriodKind
from raadsapp.export.report_form import Form, FormRow, FormSheet, form_of
from raadsapp.export.sheet import Cell
from raadsapp.export.xlsx_form import write_form
from tests.examples.story import QUARTERS, YOUNG, figures_of, quarter_of, together_of

MARK = "FICTIEF"
NOTICE = f"{MARK}: bedachte cijfers om mee te oefenen. Niets hiervan is gemeten, bij geen enkele gemeente."

WAITING = ("IND-07", "")
# In 2020-K2 Heerlen counted those who wait twice; the correction came with the third quarter.
WRONG, WRONG_AT, WRONG_BY = 5, "GM0917", 2
# Landgraaf delivered nothing over 2021-K3.
MISSING, MISSING_AT = 10, "GM0882"

_DAYS_AFTER = 21
_STORY = (
    ("FICTIEF", "Alles in deze werkmap is bedacht, om te oefenen met inlezen, controleren en lezen."),
    ("Groei", "Elk kwartaal krijgen iets meer jongeren hulp. De rij groeit mee, en de wachttijd ook."),
    ("Geld", "Vanaf 2021 kost de hulp vaak meer dan het vaste bedrag."),
    ("Zomer", "In het derde kwartaal verwijzen scholen en artsen minder: dan beginnen minder trajecten."),
    (
        "Correctie",
        "In 2020-K2 telde Heerlen wachtende jongeren dubbel. Een kwartaal later kwam de correctie.",
    ),
    ("Niet geleverd", "Landgraaf leverde niets over 2021-K3. Die cellen zijn leeg, en leeg is geen 0."),
    ("Voorlopig", "Alleen het nieuwste kwartaal, 2022-K4, is voorlopig: daarover is nog geen oordeel."),
    ("Kleine aantallen", "Aantallen onder de 10 geeft de leverancier vaak niet door: daar staat <10."),
    ("Halfjaar en jaar", "Deze cijfers staan alleen in het kwartaal waarmee het halfjaar of jaar eindigt."),
)


def books() -> Iterator[tuple[str, Form]]:
    """All workbooks by file name, in the order in which they arrived."""
    for number in range(QUARTERS):
        yield f"fictief-{_name(number)}.xlsx", _filled(number)
        if number == WRONG:
            yield f"fictief-{_name(number + 1)}-correctie-{_name(number)}.xlsx", _correction()


def write_books(folder: Path) -> None:
    """Write all workbooks to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, form in books():
        write_form(folder / name, form)


def _name(number: int) -> str:
    quarter = quarter_of(number)
    return f"{quarter.year}-K{quarter.number}"


def _empty(number: int) -> Form:
    """The form of a quarter with the mark of fiction on it, three weeks after its end."""
    folder = paths.data_dir()
    quarter = quarter_of(number)
    made = datetime.combine(quarter.last_day + timedelta(days=_DAYS_AFTER), time(12), UTC)
    template = load_template(folder / "templates" / "kwartaalrapport.toml")
    marked = replace(template, title=f"{MARK} {template.title}", source=f"{MARK}: oefencijfers")
    form = form_of(marked, load(folder), quarter, tuple(YOUNG), made)
    return replace(form, notice=NOTICE, explained=(*_STORY, *form.explained))


def _filled(number: int) -> Form:
    form = _empty(number)
    figures = {code: figures_of(code, number) for code in YOUNG if (number, code) != (MISSING, MISSING_AT)}
    shared = together_of(number)

    def value(row: FormRow) -> Cell:
        place = row.indicator.key, row.breakdown
        found = shared.get(place, figures.get(row.municipality.code, {}).get(place, ""))
        if not isinstance(found, str) and (number, row.municipality.code) == (WRONG, WRONG_AT):
            return found * WRONG_BY if place == WAITING else found
        return found

    def sheet(of: FormSheet) -> FormSheet:
        return FormSheet(of.name, tuple(_row(row, value(row), number) for row in of.rows))

    told = "Landgraaf leverde dit kwartaal niets (bedacht)." if number == MISSING else "Geen (bedacht)."
    words = tuple((question, told if not place else "") for place, (question, _) in enumerate(form.words))
    return replace(form, sheets=tuple(map(sheet, form.sheets)), words=words)


def _row(row: FormRow, value: Cell, number: int) -> FormRow:
    """The row with its value; of the newest quarter only what is about a whole year is final."""
    newest = number == QUARTERS - 1 and row.period.kind is not PeriodKind.YEAR
    return replace(row, value=value, status=Status.PROVISIONAL if newest or value == "" else Status.FINAL)


def _correction() -> Form:
    form = _empty(WRONG)
    right = figures_of(WRONG_AT, WRONG)[WAITING]

    def sheet(of: FormSheet) -> FormSheet:
        return FormSheet(of.name, tuple(_corrected(row, right) for row in of.rows))

    told = "Heerlen had wachtende jongeren dubbel geteld; alleen dat cijfer is anders (bedacht)."
    words = tuple((question, told if not place else "") for place, (question, _) in enumerate(form.words))
    made = form.made + timedelta(days=91)
    return replace(form, sheets=tuple(map(sheet, form.sheets)), words=words, made=made)


def _corrected(row: FormRow, right: Cell) -> FormRow:
    if (row.indicator.key, row.breakdown, row.municipality.code) != (*WAITING, WRONG_AT):
        return row
    return replace(row, value=right, status=Status.REVISED, remark="Correctie: eerst dubbel geteld.")
