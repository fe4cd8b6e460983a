"""What the clerk changes about a delivery before it is read in: rows left out, names explained."""

from collections.abc import Collection
from dataclasses import replace

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.domain.problem import Problem
from raadsapp.intake.corrections import Corrections, Meaning, MeantPart
from raadsapp.intake.lookup import spelling, subjects
from raadsapp.services.layout_headings import UNITS
from raadsapp.texts import breakdown_words, enumeration, plural

_PARTS: dict[str, MeantPart] = {
    "unknown-municipality": "municipality",
    "ambiguous-municipality": "municipality",
    "unknown-period": "period",
    "unknown-indicator": "indicator",
    "unknown-status": "status",
    "unknown-breakdown": "breakdown",
    "other-unit": "unit",
}
_YEARS = range(2000, 2041)
_PER_YEAR = {PeriodKind.YEAR: 0, PeriodKind.HALF_YEAR: 2, PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}
_MOST_ROWS = 20
_NO_BREAKDOWN = "geen uitsplitsing: het geheel"


def part_of(problem: Problem, text: str) -> MeantPart | None:
    """What could be explained of a cell with this text to solve the problem; None when that does not help.

    A unit that has a meaning of its own gets no other: those values must be worked out again.
    """
    part = _PARTS.get(problem.code)
    return None if part == "unit" and spelling(text) in UNITS else part


def choices(catalog: Catalog, part: MeantPart, breakdowns: Collection[str] = ()) -> list[tuple[str, str]]:
    """What a text can mean in this part: code or key, and its name; `breakdowns` are those of the file."""
    found: list[tuple[str, str]] = []
    match part:
        case "municipality":
            found = [(one.code, one.name) for one in catalog.municipalities]
        case "indicator":
            found = [(one.key, f"{one.title} ({one.key})") for one in subjects(catalog)]
        case "period":
            found = [(one.code, one.label) for one in _periods()]
        case "status":
            found = [(one.value, one.value) for one in Status]
        case "breakdown":
            splits = (split.breakdown for one in catalog.indicators for split in one.splits)
            known = dict.fromkeys((*breakdowns, *splits))
            found = [("", _NO_BREAKDOWN), *((one, breakdown_words(one)) for one in known if one)]
        case "unit":
            units = {part.strip() for one in subjects(catalog) for part in one.unit.split(",")}
            found = [(unit, unit) for unit in sorted(units)]
    return found


def with_meaning(corrections: Corrections, meaning: Meaning) -> Corrections:
    """A text explained; what was said of it before no longer holds."""
    others = (it for it in corrections.meanings if (it.part, it.text) != (meaning.part, meaning.text))
    return replace(corrections, meanings=(*others, meaning))


def with_rows(corrections: Corrections, rows: Collection[tuple[str, int]], *, out: bool) -> Corrections:
    """Rows left out, or taken along again."""
    changed = corrections.excluded | set(rows) if out else corrections.excluded - set(rows)
    return replace(corrections, excluded=frozenset(changed))


def sentence(corrections: Corrections) -> str:
    """`2 rijen weggelaten, 1 naam uitgelegd`; empty without corrections."""
    parts = []
    if corrections.excluded:
        parts.append(f"{plural(len(corrections.excluded), 'rij', 'rijen')} weggelaten")
    if corrections.meanings:
        parts.append(f"{plural(len(corrections.meanings), 'naam', 'namen')} uitgelegd")
    return ", ".join(parts)


def explained(catalog: Catalog, meaning: Meaning) -> str:
    """`'Heerle' betekent Heerlen`."""
    names = dict(choices(catalog, meaning.part))
    return f"'{meaning.text}' betekent {names.get(meaning.meaning, meaning.meaning)}"


def note(catalog: Catalog, corrections: Corrections) -> str:
    """What was changed, in full sentences, to be kept with the delivery; empty without corrections."""
    told = []
    if corrections.excluded:
        told.append(f"Weggelaten: {_rows(corrections)}.")
    if corrections.meanings:
        said = enumeration([explained(catalog, meaning) for meaning in corrections.meanings])
        told.append(f"Uitgelegd: {said}.")
    return " ".join(told)


def _rows(corrections: Corrections) -> str:
    """Per sheet the numbers of the rows as the spreadsheet program shows them."""
    shown = sorted(corrections.excluded)[:_MOST_ROWS]
    sheets = list(dict.fromkeys(sheet for sheet, _ in shown))
    parts = []
    for sheet in sheets:
        rows = [str(row + 1) for one, row in shown if one == sheet]
        parts.append(f"{'rij' if len(rows) == 1 else 'rijen'} {enumeration(rows)} van {sheet}")
    rest = len(corrections.excluded) - len(shown)
    return enumeration([*parts, plural(rest, "andere rij", "andere rijen")] if rest else parts)


def _periods() -> list[Period]:
    """Periods of all kinds, year by year."""
    found = []
    for year in _YEARS:
        found.append(Period(year))
        for kind, count in _PER_YEAR.items():
            found += [Period(year, kind, number) for number in range(1, count + 1)]
    return found
