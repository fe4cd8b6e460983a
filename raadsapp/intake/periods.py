"""Periods as suppliers write them: `2019-Q1`, `1e kw. 2019`, `jan 2019`, `2019KW01`."""

import re
from datetime import date

from raadsapp.domain.period import Period, PeriodKind, period_of_code
from raadsapp.texts import MONTHS

_CODE = re.compile(r"[0-9]{4}(?:JJ|HJ|KW|MM)[0-9]{2}", re.IGNORECASE)
# One star marks provisional figures of CBS, two those that were revised and are not yet final.
_STARS = re.compile(r"\s*\*{1,2}$")
_OTHER_NAMES = {"februari": ("febr",), "maart": ("mrt",), "september": ("sept",)}
_BETWEEN = re.compile(r"[\s.,_/-]+")
_QUARTER = r"(?:q|k|kw|kwart|kwartaal)"
_HALF = r"(?:h|hj|halfjaar|half jaar)"
_MONTH = r"(?:m|mnd|maand)"
_NTH = r"(?:e|ste|de)?"
_WORDS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_ORDINAL = "|".join(sorted(_WORDS, key=len, reverse=True))
_MONTH_NAMES = {
    spelling: number
    for number, month in enumerate(MONTHS, start=1)
    for spelling in (month, month[:3], *_OTHER_NAMES.get(month, ()))
}
_PARTS = (
    (
        PeriodKind.QUARTER,
        re.compile(
            rf"{_QUARTER} ?0?([1-4])|([1-4]){_NTH} ?{_QUARTER}"
            rf"|{_QUARTER} ({_ORDINAL})|({_ORDINAL}) {_QUARTER}"
        ),
    ),
    (
        PeriodKind.HALF_YEAR,
        re.compile(rf"{_HALF} ?0?([12])|([12]){_NTH} ?{_HALF}|(eerste|tweede) (?:{_HALF}|helft)"),
    ),
    (PeriodKind.MONTH, re.compile(rf"({'|'.join(sorted(_MONTH_NAMES, key=len, reverse=True))})")),
    (PeriodKind.MONTH, re.compile(rf"{_MONTH} ?(0?[1-9]|1[0-2])")),
    (PeriodKind.YEAR, re.compile(r"(?:heel|jaar|kalenderjaar|boekjaar)()")),
)
# A cell that holds a day may hold a time too.
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?: .*)?|([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})")
_MONTHS = {PeriodKind.HALF_YEAR: 6, PeriodKind.QUARTER: 3, PeriodKind.MONTH: 1}
_YEAR = re.compile(r"[0-9]{4}")
# A digit may not touch the digits of the year: in `12019` nobody can see where the year begins.
_YEAR_FIRST = re.compile(r"([0-9]{4})(?: |(?=[a-z]))(.+)")
_YEAR_LAST = re.compile(r"(.+?)(?: |(?<=[a-z]))([0-9]{4})")


def read_period(text: str) -> Period | None:
    """The period that `text` names, or None when it names none or could name two."""
    written = _STARS.sub("", text.strip())
    try:
        if _CODE.fullmatch(written):
            return period_of_code(written.upper())
        return _worded(_BETWEEN.sub(" ", written.casefold()).strip())
    except ValueError:
        return None


def is_provisional(text: str) -> bool:
    """Whether a period is marked with a star, as CBS marks one of which the figures are provisional."""
    return text.rstrip().endswith("*")


def period_of_day(text: str, kind: PeriodKind) -> Period | None:
    """The period of this kind in which the day falls that `text` writes as 2019-03-31 or 31-3-2019."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(group) for group in (match.groups()[:3] if match[1] else match.groups()[:2:-1]))
    try:
        month = date(year, month, day).month
        return Period(year, kind, 0 if kind is PeriodKind.YEAR else (month - 1) // _MONTHS[kind] + 1)
    except ValueError:
        return None


def _worded(words: str) -> Period | None:
    if _YEAR.fullmatch(words):
        return Period(int(words))
    if match := _YEAR_FIRST.fullmatch(words):
        year, part = match[1], match[2]
    elif match := _YEAR_LAST.fullmatch(words):
        part, year = match[1], match[2]
    else:
        return None
    for kind, pattern in _PARTS:
        if found := pattern.fullmatch(part):
            said = next((group for group in found.groups() if group), "")
            number = _WORDS.get(said) or _MONTH_NAMES.get(said) or int(said or 0)
            return Period(int(year), kind, number)
    return None
