"""What a file calls things, looked up in the dossier."""

import re
import unicodedata
from collections import defaultdict

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Series
from raadsapp.domain.goals import Indicator
from raadsapp.domain.municipality import normalised
from raadsapp.intake.numbers import UNSEEN

Subject = Indicator | Series

_CODE = re.compile(r"(?:gm)? ?0*([0-9]{1,4})", re.IGNORECASE)


def municipality_codes(catalog: Catalog) -> dict[str, frozenset[str]]:
    """Codes by normalised name; a name that several municipalities bear has several."""
    codes: defaultdict[str, set[str]] = defaultdict(set)
    for municipality in catalog.municipalities:
        for name in (municipality.name, *municipality.names):
            codes[normalised(name)].add(municipality.code)
    return {name: frozenset(found) for name, found in codes.items()}


def municipality_code(text: str) -> str | None:
    """The CBS code that `text` writes with or without `GM` and leading zeros, or None when it is no code."""
    match = _CODE.fullmatch(text.strip())
    return f"GM{int(match[1]):04d}" if match else None


def subjects(catalog: Catalog) -> tuple[Subject, ...]:
    """Everything that observations can be about: indicators, then series."""
    return (*catalog.indicators, *catalog.series)


def subjects_by_name(catalog: Catalog) -> dict[str, Subject]:
    """Indicators and series by key and by title, spelled as `spelling` does; a shared title names none."""
    by_title: defaultdict[str, list[Subject]] = defaultdict(list)
    for subject in subjects(catalog):
        by_title[spelling(subject.title)].append(subject)
    titled = {title: found[0] for title, found in by_title.items() if len(found) == 1}
    return titled | {spelling(subject.key): subject for subject in subjects(catalog)}


def spelling(text: str) -> str:
    """A key or title as it is compared: without case, superfluous spaces and signs that show nothing.

    A letter and its accent may be one sign or two.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(UNSEEN))
    return " ".join(text.split()).casefold()
