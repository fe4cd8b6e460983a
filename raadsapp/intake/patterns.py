"""Patterns in layouts: which of them are taken, and whether a text fits one. No text may take long."""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import factorial

LONGEST = 200
"""Signs of a text that a pattern is tried on; a longer one does not fit."""
_MOST_WAYS = 6_000_000
_OPEN = 3
# A pattern in pieces: how a group begins, its end or another choice, and a sign.
_PIECE = re.compile(
    r"(?P<group>\((?:\?(?::|P<\w+>|<?[=!]))?)|(?P<mark>[)|^$])"
    r"|(?P<sign>\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|[^()|*+?{\\[])",
    re.DOTALL,
)
_TIMES = re.compile(r"(?:[*+?]|\{[0-9]*,?[0-9]*\})[?+]?")
_EXACTLY = re.compile(r"\{[0-9]+\}")
_SIGNS = [*map(chr, range(32, 127)), "\u00a0", "\u00e9", "\u2019", "\u20ac"]
_SPACES = frozenset(" \u00a0")


def check_pattern(pattern: str, *, with_group: bool = True, sought: bool = False) -> None:
    """Raise ValueError, in Dutch, for what is no pattern, and for one that some text could take long with.

    One text can fit some patterns in so many ways that trying them all takes minutes, or never ends. The ways
    are counted from above: each choice doubles them, and each repeated sign that may also be what follows it
    may end at any place of the text. A group is never repeated. A pattern that is `sought` in a text may also
    begin at any place of it, unless it says that it begins where the text does.
    """
    if not pattern:
        return
    try:
        groups = re.compile(pattern).groups
    except (re.error, OverflowError, RecursionError):
        raise ValueError(f"patroon {pattern!r} is geen geldig patroon") from None
    open_ends, choices = _ways(pattern)
    open_ends += sought and not _at_begin(pattern)
    most = LONGEST**open_ends // factorial(open_ends) * 2**choices
    if open_ends > _OPEN or most > _MOST_WAYS:
        raise ValueError(
            f"patroon {pattern!r} kan zo lang duren dat de app vastloopt: gebruik hooguit {_OPEN} keer .* of"
            " .+ of iets dergelijks, en minder keuzes"
        )
    if with_group and not groups:
        raise ValueError(f"patroon {pattern!r} heeft geen groep")


def sought(pattern: str, text: str) -> set[str]:
    """What the first group of a pattern is wherever it fits in the first `LONGEST` signs of a text."""
    found = _compiled(pattern, case=False).finditer(text[:LONGEST]) if pattern else ()
    return {match[1] for match in found if match[1]}


def fitting(pattern: str, text: str, *, case: bool = False) -> re.Match[str] | None:
    """How a text as a whole fits a pattern, spaces on a row counted as one; without regard to case."""
    if len(text) > LONGEST * 2:
        return None
    words = " ".join(text.split())
    return _compiled(pattern, case=case).fullmatch(words) if len(words) <= LONGEST else None


@lru_cache(1024)
def _compiled(pattern: str, *, case: bool) -> re.Pattern[str]:
    return re.compile(pattern, 0 if case else re.IGNORECASE)


@dataclass(slots=True)
class _Piece:
    """A sign of a pattern, or several that may stand there; whether it varies in number or may be absent."""

    signs: frozenset[str]
    varies: bool
    absent: bool


def _at_begin(pattern: str) -> bool:
    """Whether a pattern, in whichever way it is chosen, begins with `^`."""
    inside = 0
    for piece in _PIECE.finditer(pattern):
        inside += bool(piece["group"]) - (piece["mark"] == ")")
        if piece["mark"] == "|" and not inside:
            return False
    return pattern.startswith("^")


def _ways(pattern: str) -> tuple[int, int]:
    """How many repeated signs may end at several places, and how many choices there are."""
    pieces, choices = _taken_apart(pattern)
    return sum(_is_open(piece, pieces[at + 1 :]) for at, piece in enumerate(pieces)), choices


def _is_open(piece: _Piece, after: list[_Piece]) -> bool:
    """Whether a repeated sign can end at several places of one text; texts have one space at a time."""
    if not piece.varies or piece.signs <= _SPACES:
        return False
    for following in after:
        if piece.signs & following.signs:
            return True
        if not following.absent:
            return False
    return False


def _taken_apart(pattern: str) -> tuple[list[_Piece], int]:
    """The signs of a pattern that is known to be one, and its choices; ValueError for what it may not be."""
    pieces: list[_Piece] = []
    groups: list[tuple[int, bool]] = []
    at = choices = 0
    while at < len(pattern):
        piece = _PIECE.match(pattern, at)
        if piece is None or (piece["group"] == "(" and pattern.startswith("(?", at)):
            raise ValueError(f"patroon {pattern!r} gebruikt iets wat in een indeling niet kan")
        times = _TIMES.match(pattern, piece.end())
        at = times.end() if times else piece.end()
        often = times[0] if times else ""
        if piece["sign"]:
            varies = bool(often) and not _EXACTLY.fullmatch(often)
            absent = often[:1] in {"*", "?"} or often.startswith(("{0", "{,"))
            pieces.append(_Piece(_signs(piece["sign"]), varies, absent))
        elif piece["group"]:
            groups.append((len(pieces), piece["group"].endswith(("=", "!"))))
        elif piece["mark"] == "|":
            choices += 1
            groups[-1:] = [(first, True) for first, _ in groups[-1:]]
        elif often and often[0] != "?":
            raise ValueError(
                f"patroon {pattern!r} herhaalt een groep: een groep mag hooguit ? achter zich hebben"
            )
        elif piece["mark"] == ")":
            first, absent = groups.pop()
            choices += bool(often)
            for inner in pieces[first:] if absent or often else ():
                inner.absent = True
    return pieces, choices


def _signs(sign: str) -> frozenset[str]:
    """The signs that a piece of a pattern may be; all of them where it repeats what a group was."""
    if sign[0] == "\\" and sign[1:].isdigit():
        return frozenset(_SIGNS)
    one = re.compile(sign, re.IGNORECASE | re.DOTALL)
    return frozenset(text for text in _SIGNS if one.fullmatch(text))
