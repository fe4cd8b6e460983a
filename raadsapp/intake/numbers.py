"""Numbers as Dutch suppliers write them. What could be read in two ways is not read."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Self

# Up to this many significant digits every decimal number survives the way to a float and back.
_SAFE_DIGITS = 15
_SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
# Signs that show nothing: soft hyphen, spaces and joints without width, a mark of reading direction.
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u2060\ufeff"))
_MINUS_SIGNS = str.maketrans("−–—’", "---'")
_MISSING = frozenset(("", "-", "--", ".", "..", "...", "x", "?", "n.b.", "nb", "n.v.t.", "nvt", "onbekend"))
_SUPPRESSED = re.compile(r"<\s*=?\s*[0-9]+|\*+|geheim|onderdrukt|afgeschermd")
_FAILED = re.compile(r"#[A-Z0/]+[!?]?")
TRIALS = {"00,50": ",", "00.50": "."}
"""Texts, such as no file holds, that are read to see which signs may stand before decimals; each is 0.5."""
NOT_WORKED_OUT = "#ONBEREKEND!"
"""What stands for a formula of which a workbook does not hold the outcome."""
# The sign of a unit, where the unit of the column says that it may stand there.
_EURO_BEFORE = re.compile(r"([+-]?) ?(?:€|euro?\b) ?(.+)", re.IGNORECASE)
_EURO_AFTER = re.compile(r"(.+?) ?(?:€|\beuro?)", re.IGNORECASE)
_PERCENT = re.compile(r"(.+?) ?%")
# Whole euros, as on a bill: 1.250,-
_WHOLE_EUROS = re.compile(r"(.*[0-9]),--?")
_PLAIN = re.compile(r"[+-]?[0-9]+")
# Either convention on its own: groups of three with one sign, decimals after the other.
_FORMS = {
    ",": re.compile(r"([+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:[. '][0-9]{3})+))(?:,([0-9]+))?"),
    ".": re.compile(r"([+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:[, '][0-9]{3})+))(?:\.([0-9]+))?"),
}


class Unread(StrEnum):
    """Why a cell gives no number."""

    MISSING = "missing"
    SUPPRESSED = "suppressed"
    AMBIGUOUS = "ambiguous"
    FAILED_FORMULA = "failed-formula"
    NOT_A_NUMBER = "not-a-number"
    TOO_PRECISE = "too-precise"


class Doubtful(float):
    """A number that a layout reads one way, by its `decimal` sign, and that could be another: `1.234`."""

    decimal: str

    def __new__(cls, value: float, decimal: str) -> Self:
        """The number `value`, as a layout with this sign reads it."""
        number = super().__new__(cls, value)
        number.decimal = decimal
        return number


def read_number(text: str, decimal: str = "", unit: str = "") -> float | Unread:
    """The number in a cell, or why there is none.

    `decimal` is the decimal sign of the layout, `,` or `.`; the other sign then separates thousands. Empty
    means that the layout does not say: both are tried, and `1.234` is ambiguous. A space or an apostrophe
    may separate thousands in either. `x`, `-`, `n.b.` and the like are missing, `<5` is suppressed, never
    zero; `#N/B` and the like are failed formulas. A sign of `unit` may stand with the number: `12%` where the
    unit is %, `€ 1.250,00` and `1.250,-` where it is €; elsewhere that is no number. Nor is `(1.250)`: some
    write a negative amount so, others a remark. An apostrophe before a number only says that it was text.
    """
    written = text.strip() if text.isascii() else text.translate(UNSEEN).strip()
    if written.startswith("'") and not written.endswith("'"):
        written = written[1:].lstrip()  # how a spreadsheet program writes that a cell is text
    if _PLAIN.fullmatch(written):
        return _exact(written)
    if written.casefold() in _MISSING or written.translate(_MINUS_SIGNS) in _MISSING:
        return Unread.MISSING
    if _SUPPRESSED.fullmatch(written.casefold()):
        return Unread.SUPPRESSED
    if _FAILED.fullmatch(written):
        return Unread.FAILED_FORMULA
    number, signs = _without_unit(_SPACES.sub(" ", written).translate(_MINUS_SIGNS), unit, decimal or ",.")
    readings = {digits for sign in signs if (digits := _digits(number, _FORMS[sign])) is not None}
    if not readings:
        return Unread.NOT_A_NUMBER
    return _exact(readings.pop()) if len(readings) == 1 else Unread.AMBIGUOUS


def scaled(value: float, factor: float) -> float:
    """`value` times `factor` as on paper: 0.57 × 100 is 57, not 56.99999999999999."""
    if value.is_integer() and factor.is_integer():
        return value * factor
    return float(Decimal(repr(value)) * Decimal(repr(factor)))


def written_number(value: float) -> str:
    """A number with a decimal comma in a form that `read_number` reads back whatever its convention.

    A third decimal would make `1,234` ambiguous, so it becomes `1,2340`.
    """
    whole, _, decimals = format(Decimal(repr(value)), "f").partition(".")
    if not decimals.strip("0"):
        return whole
    looks_like_thousands = len(decimals) == 3 and len(whole.lstrip("-")) <= 3  # noqa: PLR2004 - groups of three
    return f"{whole},{decimals}{'0' if looks_like_thousands else ''}"


def _without_unit(written: str, unit: str, signs: str) -> tuple[str, str]:
    """A number without the sign of `unit`, and the decimal signs it may be written with."""
    if unit == "%":
        match = _PERCENT.fullmatch(written)
        return (match[1] if match else written), signs
    if unit != "€":
        return written, signs
    if before := _EURO_BEFORE.fullmatch(written):
        written = f"{before[1]}{before[2]}"
    elif after := _EURO_AFTER.fullmatch(written):
        written = after[1]
    if whole := _WHOLE_EUROS.fullmatch(written):
        return whole[1], "".join(sign for sign in signs if sign == ",")
    return written, signs


def _digits(written: str, form: re.Pattern[str]) -> str | None:
    match = form.fullmatch(written)
    if match is None:
        return None
    whole = re.sub(r"[., ']", "", match[1])
    return whole if match[2] is None else f"{whole}.{match[2]}"


def _exact(digits: str) -> float | Unread:
    """The float of `digits`, unless it would be another number than the one that is written."""
    value = float(digits)
    if len(digits) > _SAFE_DIGITS and (
        value in {float("inf"), float("-inf")} or Decimal(repr(value)) != Decimal(digits)
    ):
        return Unread.TOO_PRECISE
    return value
