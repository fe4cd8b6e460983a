"""Find a municipality or period in a text such as a title, and say as a pattern where in it that stands."""

import re
from collections.abc import Callable, Sequence

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.municipality import normalised
from raadsapp.intake.lookup import municipality_codes
from raadsapp.intake.periods import read_period

Means = Callable[[str], bool]
Span = tuple[int, int]

_WORD = re.compile(r"[^\W_]+[.*]{0,2}")
_LONGEST = 6
_TOWN_HALL = re.compile(r"gemeente\b", re.IGNORECASE)


def names_period(text: str) -> bool:
    """Whether a text is a period and nothing else."""
    return read_period(text) is not None


def names_municipality(catalog: Catalog) -> Means:
    """Whether a text is the name of a municipality and nothing else.

    Among other words many a name is an ordinary word: there only those of the dossier count, or a name after
    ‘gemeente’.
    """
    codes = municipality_codes(catalog)
    own = {name for name, found in codes.items() if found & set(catalog.dossier.municipalities)}

    def means(text: str) -> bool:
        name = normalised(text)
        return name in own or (name in codes and _TOWN_HALL.match(text) is not None)

    return means


def found_in(text: str, means: Means) -> Span | None:
    """Where the longest run of words stands that means something, or None."""
    words = [match.span() for match in _WORD.finditer(text)]
    for size in range(min(len(words), _LONGEST), 0, -1):
        for first in range(len(words) - size + 1):
            start, end = words[first][0], words[first + size - 1][1]
            if means(text[start:end]):
                return start, end
    return None


def pattern_around(text: str, span: Span, others: Sequence[Span] = ()) -> str:
    """A pattern that fits texts such as this one as a whole, with as its first group what stands at `span`.

    What stands at `others` may be anything, numbers and spaces elsewhere may differ. Empty when the span is
    all there is.
    """
    if span == (0, len(text)):
        return ""
    pattern, at = "", 0
    for start, end in sorted({span, *(other for other in others if other != span)}):
        if start < at:  # lies in the one before
            continue
        pattern += _loose(text[at:start]) + ("(.+?)" if (start, end) == span else ".+?")
        at = end
    return pattern + _loose(text[at:])


def _loose(text: str) -> str:
    """A pattern for this text in which numbers and white space may be others."""
    parts = re.split(r"([0-9]+|\s+)", text)
    return "".join(
        "[0-9]+" if part[:1].isdigit() else r"\s+" if part.isspace() else re.escape(part) for part in parts
    )
