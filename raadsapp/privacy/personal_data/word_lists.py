"""The lists of words that the rules look in; they are files of the dossier, in `data/privacy`."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from raadsapp import paths


@dataclass(frozen=True, slots=True)
class WordLists:
    """First names and family names, words that are neither, places in lower case, and what is allowed.

    `everyday` are words in lower case that are first names too.
    """

    first_names: frozenset[str]
    first_names_lower: frozenset[str]
    surnames: frozenset[str]
    no_names: frozenset[str]
    everyday: frozenset[str]
    places: frozenset[str]
    allowed: re.Pattern[str]


def read_lists(folder: Path) -> WordLists:
    """The lists in `folder`, a dossier folder; an OSError when one cannot be read."""
    lists = folder / "privacy"
    first = _words(lists / "first_names.txt")
    allowed = _lines(lists / "allowed.txt")
    municipalities = [line.split(";") for line in _lines(folder / "municipalities.csv")[1:]]
    towns = [name for _, name, others in municipalities for name in (name, *others.split("|")) if name]
    phrases = sorted({*allowed, *towns}, key=len, reverse=True)
    return WordLists(
        first,
        frozenset(name.lower() for name in first),
        _words(lists / "surnames.txt"),
        _words(lists / "no_names.txt"),
        _words(lists / "everyday_words.txt"),
        frozenset(phrase.lower() for phrase in phrases),
        re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, phrases))})(?!\w)"),
    )


@cache
def shipped_lists() -> WordLists:
    """The lists of the shipped dossier, read once."""
    return read_lists(paths.data_dir())


def _words(file: Path) -> frozenset[str]:
    return frozenset(" ".join(_lines(file)).split())


def _lines(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
