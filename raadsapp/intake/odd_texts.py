"""What a value cell says that is no number: a day, a number with a sign or with words, or something else."""

import re
from datetime import date, timedelta
from decimal import Decimal

from raadsapp.intake.numbers import read_number
from raadsapp.texts import MONTHS

_MONTH = "jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_DAY = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T].*)?|[0-9]{1,2}[-/][0-9]{1,2}(?:[-/][0-9]{2,4})?"
    rf"|[0-9]{{1,2}}[- ](?:{_MONTH})[a-z]*\.?(?:[- ][0-9]{{2,4}})?|(?:{_MONTH})[a-z]*[- ][0-9]{{1,4}}",
    re.IGNORECASE,
)
_MONTHS = "|".join(MONTHS)
_WHOLE_DAY = re.compile(
    r"[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}(?:[ T].*)?|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:[0-9]{2}|[0-9]{4})"
    rf"|[0-9]{{1,2}}[- ](?:{_MONTHS}|{_MONTH})\.?[- ](?:[0-9]{{2}}|[0-9]{{4}})",
    re.IGNORECASE,
)
_SERIAL_BEGIN, _SERIAL_DIGITS, _CENTURY = date(1899, 12, 30), 5, 2000
_NUMBER = r"[-+]?[0-9][0-9.,]*"
_MARKED = re.compile(rf"({_NUMBER})\s*(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹]+|\[?[a-z0-9]\)|\[[a-z0-9]\])", re.IGNORECASE)
_WITH_UNIT = re.compile(rf"(?:€|eur(?:o)?)?\s*({_NUMBER})\s*(?:%|‰|€|eur(?:o)?|procent)?", re.IGNORECASE)
_NEGATIVE = re.compile(r"\(([0-9](?:[0-9.,]*[0-9])?)\)|([0-9](?:[0-9.,]*[0-9])?) ?[-–−]")
_IN_TWO_WAYS = re.compile(r"[-+]?[1-9][0-9]{0,2}[.,][0-9]{3}")
_SCIENTIFIC = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?e[+-]?[0-9]+", re.IGNORECASE)
_WORDED = re.compile(rf"{_NUMBER}\s*(?:\(|[a-z]{{2}}).*|[^0-9]*[a-z][.:]?\s+{_NUMBER}", re.IGNORECASE)


def is_day(text: str) -> bool:
    """Whether a text is a day of a year, written with figures or with the name of its month."""
    return _WHOLE_DAY.fullmatch(" ".join(text.split())) is not None


def day_of_serial(text: str) -> date | None:
    """The day, of this century, that a spreadsheet program keeps as this number; None for any other text."""
    written = text.strip()
    if not (written.isascii() and written.isdigit() and len(written) == _SERIAL_DIGITS):
        return None
    day = _SERIAL_BEGIN + timedelta(days=int(written))
    return day if _CENTURY <= day.year < _CENTURY + 100 else None


_ALONE = "Schrijf alleen {0}"
_KINDS = (
    (
        _DAY,
        "looks-like-date",
        "lijkt op een datum. Een rekenprogramma maakt soms een dag van een getal: typ het getal opnieuw",
    ),
    (
        _MARKED,
        "footnote-mark",
        f"heeft een noot achter het getal. {_ALONE} en zet de noot in een andere kolom",
    ),
    (
        _NEGATIVE,
        "maybe-negative",
        "kan een negatief getal zijn, maar zeker is dat niet. Schrijf -{1}, of alleen {1}",
    ),
    (
        _WITH_UNIT,
        "number-with-unit",
        f"heeft een eenheid bij het getal. {_ALONE}, in de eenheid van de indicator",
    ),
    (
        _SCIENTIFIC,
        "scientific",
        "is verkort opgeslagen door een rekenprogramma. Schrijf het hele getal, zonder E",
    ),
    (
        re.compile("#+"),
        "too-narrow",
        "is wat een rekenprogramma toont als de kolom te smal is. Maak haar breder en sla opnieuw op",
    ),
    (re.compile("=.*"), "formula-text", "is een formule als tekst. Zet de uitkomst in de cel"),
    (
        _WORDED,
        "number-with-words",
        "is een getal met woorden erbij. Schrijf alleen een getal en zet de rest in een andere kolom",
    ),
)
"""Texts of each kind, its code, and what to say of it: {1} is the number in it, {0} what to write of that."""


def odd_text(text: str) -> tuple[str, str]:
    """Code of what a text in a value cell is, and what to write instead."""
    written = " ".join(text.split())
    value = read_number(written)
    if isinstance(value, float):
        own = format(Decimal(repr(value)), "f").removesuffix(".0")
        said = own if "," in written else own.replace(".", ",")
        return (
            "other-signs",
            f"heeft een ander teken voor decimalen of duizendtallen dan deze indeling. Schrijf {said}",
        )
    for pattern, code, said in _KINDS:
        match = pattern.fullmatch(written)
        number = next((group for group in match.groups() if group), "") if match else ""
        if match and number != written:
            return code, said.format(_alone(number), number)
    return "not-a-number", "is geen getal. Schrijf alleen het getal, of n.b. als er geen waarde is"


def _alone(number: str) -> str:
    """What to write of a number: itself, unless it could then be read in two ways."""
    return "het getal" if _IN_TWO_WAYS.fullmatch(number) else number
