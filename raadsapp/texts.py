"""Numbers, money, shares and dates as Dutch readers write them."""

import re
import unicodedata
from datetime import date, datetime
from math import isfinite

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_MINUS = "−"
_NOTHING = "–"
_DUTCH = str.maketrans(",.", ".,")
_MILLION = 1_000_000
_UNITS = "miljoen|miljard|weken|week|jaar|maanden|maand|dagen|dag|uur|keer|procent|van de 100"
_ONE_LINE = re.compile(rf"€ |[<>] (?=\d)| (?<=\d )(?:{_UNITS})\b|−(?=€)")
_JOINED = str.maketrans({" ": "\N{NO-BREAK SPACE}", _MINUS: f"{_MINUS}\N{WORD JOINER}"})


def number(value: float, decimals: int = 0) -> str:
    """`1234.5` with one decimal as `1.234,5`; a dash for what is no number."""
    if not isfinite(value):
        return _NOTHING
    text = f"{abs(value):,.{decimals}f}".translate(_DUTCH)
    return f"{_MINUS}{text}" if value < 0 and text.strip("0,") else text


def exact(value: float, most: int = 6) -> str:
    """`1234.5` as `1.234,5`: with the decimals it has, though never more than `most`."""
    return number(value, len(f"{value:.{most}f}".rstrip("0").partition(".")[2]))


def euro(value: float) -> str:
    """Whole euros: `€ 1.450.000`, `−€ 304.819`."""
    text = number(value)
    return f"{_MINUS}€ {text.removeprefix(_MINUS)}" if text.startswith(_MINUS) else f"€ {text}"


def rounded_euro(value: float) -> str:
    """Money in a sentence, in thousands or millions: `€ 305.000`, `€ 1,5 miljoen`."""
    thousands = round(value, -3)
    if abs(thousands) < _MILLION:
        return euro(thousands)
    text = number(value / _MILLION, 1)
    return f"{_MINUS if value < 0 else ''}€ {text.removeprefix(_MINUS)} miljoen"


def unbroken(text: str) -> str:
    """The text with every number kept on one line with its sign and its unit: `−€ 2`, `> 52 weken`."""
    return _ONE_LINE.sub(_joined, text)


def _joined(found: re.Match[str]) -> str:
    return found[0].translate(_JOINED)


def percent(value: float, decimals: int = 0) -> str:
    """A percent number (`5.0` is five percent) as `5%`."""
    return f"{number(value, decimals)}%"


def amount(value: float, unit: str) -> str:
    """A figure with its unit: `€ 67.000 per jaar`, `1,4%`, `11,2 keer`, `18` (aantal), `20%` (aandeel)."""
    if unit == "aandeel":
        return percent(value * 100, _decimals(value * 100))
    if unit.startswith("€"):
        return f"{euro(value)}{unit.removeprefix('€')}"
    written = number(value, _decimals(value))
    return written if unit in {"aantal", "cijfer"} else f"{written}%" if unit == "%" else f"{written} {unit}"


def _decimals(value: float) -> int:
    """How many of at most two decimals the value needs."""
    return next((count for count in (0, 1) if round(value, count) == round(value, 2)), 2)


def long_date(day: date) -> str:
    """`22 november 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def long_moment(at: datetime) -> str:
    """`22 november 2026 om 9.30 uur`."""
    return f"{long_date(at)} om {at.hour}.{at:%M} uur"


def plural(count: int, one: str, many: str) -> str:
    """`1 doel`, `5 doelen`: the count in Dutch form and the word that fits it."""
    return f"{number(count)} {one if count == 1 else many}"


def without_marks(text: str) -> str:
    """A text in small letters without accents, to compare or make a key of: `Súdwest` becomes `sudwest`."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def breakdown_words(breakdown: str) -> str:
    """A breakdown in words: `hulpvorm=ambulant` as `hulpvorm: ambulant`."""
    return breakdown.replace("=", ": ", 1)


def enumeration(words: list[str]) -> str:
    """`a, b en c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}" if words else ""
