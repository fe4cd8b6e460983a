"""The unit that stands above a value column, held against that of the series the column is read as."""

import re

from raadsapp.domain.goals import Indicator
from raadsapp.domain.problem import Severity
from raadsapp.intake.cells import text_of
from raadsapp.intake.findings import Fault
from raadsapp.intake.headings import BETWEEN, Header
from raadsapp.intake.layouts import ValueField
from raadsapp.intake.lookup import Subject, spelling
from raadsapp.intake.numbers import Unread, read_number

_UNITS = {
    "aantal": "aantal",
    "aantallen": "aantal",
    "€": "€",
    "euro": "€",
    "euro's": "€",
    "eur": "€",
    "%": "%",
    "procent": "%",
    "‰": "‰",
    "promille": "‰",
    "weken": "weken",
    "maanden": "maanden",
    "uren": "uren",
}
_SIZES = {"1000": 1e3, "duizend": 1e3, "duizenden": 1e3, "mln": 1e6, "miljoen": 1e6, "1000000": 1e6}
_SIZE = re.compile(r"(?:(?:x|×|in) ?)?(1000000|1000|duizend(?:en)?|mln|miljoen)\b ?")
_IN_BRACKETS = re.compile(r".*\(([^()]*)\)")


def unit_above(header: Header, column: int) -> tuple[str, int]:
    """The lowest text above the values of a column, or what is in brackets at its end, and in which row.

    That may be a unit in the row below the heading.
    """
    below = dict(enumerate(header.head[header.row + 1])) if header.row + 1 < len(header.head) else {}
    written = text_of(below.get(column, ""))
    if _said(written) is not None and read_number(written) is Unread.NOT_A_NUMBER:
        return written, header.row + 1
    lowest = header.headings[column].rpartition(BETWEEN)[2].strip()
    bracketed = _IN_BRACKETS.fullmatch(lowest)
    return bracketed[1] if bracketed else lowest, header.row


def unit_misfit(text: str, value: ValueField, subject: Subject, breakdown: str | None) -> Fault | None:
    """What is wrong when the text above a column names another unit, or another size, than it is read in.

    A text that names no unit is no fault. Where the rows say the breakdown, any unit of the indicator fits.
    """
    said = _said(text)
    if said is None:
        return None
    unit, size = said
    own = subject.unit.split(", ")
    if isinstance(subject, Indicator) and breakdown:
        own = [subject.split(breakdown).unit]
    if unit and unit not in own:
        return _other_unit(text.strip(), subject)
    return _other_size(text.strip()) if size not in {1, value.factor} else None


def _other_unit(text: str, subject: Subject) -> Fault:
    """The unit above a column is not that of the series it is read as."""
    return Fault(
        Severity.BLOCKING,
        "other-unit",
        f"Boven deze kolom staat ‘{text}’, maar ‘{subject.title}’ staat in {subject.unit}. Kies bij ‘Indeling"
        " aanpassen’ een andere reeks voor deze kolom, of laat haar weg.",
    )


def _other_size(text: str) -> Fault:
    """The heading says that figures are in thousands or more, and the layout does not."""
    return Fault(
        Severity.BLOCKING,
        "other-size",
        f"Boven deze kolom staat ‘{text}’, maar de indeling leest de cijfers in een andere grootte. Kies bij"
        " ‘Indeling aanpassen’ hoe de cijfers er staan, zoals ‘In duizenden’.",
    )


def _said(text: str) -> tuple[str, float] | None:
    """Unit (empty: not said) and size that a text names, and nothing else; None when it does not."""
    words = re.sub(r"(?<=[0-9])[ .](?=[0-9]{3}\b)", "", spelling(text).strip("()[] "))
    size = _SIZE.match(words)
    rest = words[size.end() :] if size else words
    if (rest and rest not in _UNITS) or words.isdigit():
        return None
    return (_UNITS.get(rest, ""), _SIZES[size[1]] if size else 1.0) if words else None
