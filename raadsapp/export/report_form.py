"""A report to fill in: everything is written that the app knows already, only the values are left open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Indicator
from raadsapp.domain.municipality import Municipality
from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.domain.report_template import Asked, ReportTemplate
from raadsapp.errors import UserError
from raadsapp.export.sheet import Cell
from raadsapp.intake.periods import read_period
from raadsapp.texts import enumeration

NOTICE = (
    "Vul alleen de gele cellen met een rand in. Leeg betekent: niet geleverd. Schrijf 0 alleen bij echt 0."
)
"""What stands above the rows of a form that is still to be filled in."""

_HOW = (
    ("Invullen", "Vul bij ‘waarde’ een getal in. Al het andere staat er al en zit vast."),
    ("Niet bekend", "Laat de cel leeg, of schrijf n.b. De app maakt daar nooit 0 van."),
    (
        "Kleine aantallen",
        "Mag een klein aantal niet worden doorgegeven? Schrijf dan <10. De app bewaart geen waarde.",
    ),
    ("Procenten", "Schrijf 12,5 en niet 12,5%: dat leest een rekenprogramma als 0,125."),
    ("Status", "Kies voorlopig, herzien of definitief."),
    ("Correctie", "Lever een nieuwe werkmap met alleen de cellen die anders zijn. Zet de status op herzien."),
    (
        "Periode",
        "Een cijfer per halfjaar of jaar gaat over het laatste dat aan het eind van het kwartaal voorbij is.",
    ),
    ("Opmerking", "Schrijf nergens namen of andere gegevens van personen. De app leest opmerkingen niet in."),
    ("Teruglezen", "Raadsapp leest deze werkmap in op de pagina ‘Gegevens’, of met 'raadsapp import'."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One value that is asked; `value` is empty when it is not delivered."""

    indicator: Indicator
    what: str
    municipality: Municipality
    period: Period
    unit: str
    breakdown: str
    source: str
    value: Cell = ""
    status: Status = Status.PROVISIONAL
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """The rows of one theme."""

    name: str
    rows: tuple[FormRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A workbook to fill in. `notice` stands on every sheet; `explained` and `words` on the last one.

    `words` are questions to answer in words, each with the answer, empty when there is none yet. `made`
    knows its time zone.
    """

    title: str
    notice: str
    sheets: tuple[FormSheet, ...]
    explained: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, str], ...]
    made: datetime


def quarter_named(text: str) -> Period:
    """The quarter that `text` names, in any form that import reads; UserError when it names none."""
    period = read_period(text)
    if period is None or period.kind is not PeriodKind.QUARTER:
        raise UserError(f"'{text}' is geen kwartaal.", "Schrijf het zoals 2019-K1.")
    return period


def quarter_before(day: date) -> Period:
    """The last quarter that is over on `day`."""
    over = (day.month - 1) // 3
    return Period(day.year, PeriodKind.QUARTER, over) if over else Period(day.year - 1, PeriodKind.QUARTER, 4)


def form_of(
    template: ReportTemplate, catalog: Catalog, quarter: Period, codes: Sequence[str], made: datetime
) -> Form:
    """The form of one quarter for the municipalities with these CBS codes, made at `made`.

    What is asked of the municipalities together stands at the first. ValueError when `quarter` is no
    quarter, UserError when the template names an indicator that the dossier does not have.
    """
    if quarter.kind is not PeriodKind.QUARTER:
        raise ValueError(quarter)
    places = [place for code in codes if (place := catalog.municipality(code))]
    indicators = {indicator.key: indicator for indicator in catalog.indicators}
    source = f"{template.source} {quarter.label}"
    sheets = []
    for sheet in template.sheet:
        rows: list[FormRow] = []
        for asked in sheet.asked:
            if asked.indicator not in indicators:
                raise UserError(
                    f"Het sjabloon noemt {asked.indicator}, en die indicator staat niet in het dossier.",
                    "Voeg de indicator toe aan indicators.toml, of haal hem uit het sjabloon.",
                )
            rows.extend(_rows(asked, indicators[asked.indicator], quarter, places, source))
        sheets.append(FormSheet(sheet.name, tuple(rows)))
    names = enumeration([place.name for place in places])
    return Form(
        title=f"{template.title}, {quarter.label}",
        notice=NOTICE,
        sheets=tuple(sheets),
        explained=(("Gemeenten", names), *_HOW, *_meanings(catalog, template)),
        words=tuple((question, "") for question in template.words),
        made=made,
    )


def _rows(
    asked: Asked, indicator: Indicator, quarter: Period, places: Sequence[Municipality], source: str
) -> Iterator[FormRow]:
    for row in asked.rows:
        for place in places[:1] if asked.together else places:
            yield FormRow(
                indicator=indicator,
                what=row.what,
                municipality=place,
                period=asked.every.last(quarter),
                unit=row.unit or indicator.own_unit,
                breakdown=row.breakdown,
                source=source,
            )


def _meanings(catalog: Catalog, template: ReportTemplate) -> Iterator[tuple[str, str]]:
    """What counts for each indicator that is asked, in order of the dossier."""
    asked = {one.indicator for sheet in template.sheet for one in sheet.asked}
    for indicator in catalog.indicators:
        if indicator.key in asked:
            told = f"{indicator.title}. {indicator.definition} Let op: {indicator.pitfall}"
            yield indicator.key, told
