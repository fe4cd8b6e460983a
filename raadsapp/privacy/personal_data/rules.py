"""Look for personal data with own rules alone: quick, without any other program."""

import re
from collections.abc import Iterator
from dataclasses import replace

from raadsapp.privacy.personal_data.dates import dates
from raadsapp.privacy.personal_data.finding import Finding, Kind, without_overlap
from raadsapp.privacy.personal_data.name_patterns import NO_PERSON_BEFORE, STREET_END
from raadsapp.privacy.personal_data.names import names
from raadsapp.privacy.personal_data.no_names import is_no_name
from raadsapp.privacy.personal_data.numbers import numbers
from raadsapp.privacy.personal_data.passages import Passages
from raadsapp.privacy.personal_data.places import places
from raadsapp.privacy.personal_data.word_lists import WordLists

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_ALLOWABLE = (Kind.NAME, Kind.ORGANISATION, Kind.ADDRESS)


def found_by_rules(text: str, lists: WordLists) -> list[Finding]:
    """All that the rules find, overlapping still; nothing inside an allowed name or phrase."""
    passages = Passages(text)
    found = [*numbers(passages), *places(passages, lists), *names(passages, lists)]
    found = without_allowed(found, text, lists)
    return [*found, *dates(passages, found)]


def without_allowed(findings: list[Finding], text: str, lists: WordLists) -> list[Finding]:
    """Leave out names and places that lie inside an allowed phrase."""
    allowed = [match.span() for match in lists.allowed.finditer(text)]
    return [
        finding
        for finding in findings
        if finding.kind not in _ALLOWABLE
        or not any(start <= finding.start and finding.end <= end for start, end in allowed)
    ]


def find_with(text: str, lists: WordLists, more: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
    """Findings of the rules and of `more` (another reader's), without overlap, in order of place."""
    passages = Passages(text)
    others = [name for finding in more for name in _as_name(finding, passages, lists)]
    return without_overlap([*found_by_rules(text, lists), *without_allowed(others, text, lists)])


def _as_name(finding: Finding, passages: Passages, lists: WordLists) -> Iterator[Finding]:
    """The part of another reader's finding that can be a name: without titles, offices and places around it.

    Nothing of an everyday word that only has its capital because a sentence begins with it.
    """
    words = [
        word
        for word in _WORD.finditer(passages.text, finding.start, finding.end)
        if not is_no_name(word.group(), lists) and word.group().lower() not in lists.places
    ]
    names = [word for word in words if word.group()[0].isupper()]
    if not names or not any(len(word.group()) > 1 for word in names):
        return
    if STREET_END.search(names[-1].group()) or NO_PERSON_BEFORE.search(passages.before(names[0].start(), 24)):
        return
    everyday = all(word.group().lower() in lists.everyday for word in words)
    if not (everyday and passages.begins_sentence(finding.start)):
        yield replace(finding, start=names[0].start(), end=names[-1].end())
