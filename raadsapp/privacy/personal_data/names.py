"""Names of persons: beside a title or a word for a person, with initials, or known as a first name."""

import re
from collections.abc import Iterator

from raadsapp.privacy.personal_data import name_patterns as patterns
from raadsapp.privacy.personal_data.finding import Certainty, Finding, Kind
from raadsapp.privacy.personal_data.no_names import is_no_name
from raadsapp.privacy.personal_data.passages import Passages
from raadsapp.privacy.personal_data.word_lists import WordLists

_BETWEEN = frozenset({"Van", "De", "Den", "Der", "Ter", "Ten", "El", "Al", "Ben"})
_SURE_JOINS = (" ", " genaamd ", " heet ", " heette ", " (", ": ", " met de naam ")


def names(passages: Passages, lists: WordLists) -> Iterator[Finding]:
    """Names and initials in a text; what two rules find overlaps."""
    for rule in (_with_title, _beside_person, _announced, _in_a_story, _with_initials, _lower_case):
        yield from rule(passages, lists)
    yield from _known(passages, lists)


def _found(start: int, text: str, certainty: Certainty) -> Finding:
    return Finding(start, start + len(text.rstrip()), Kind.NAME, certainty)


def _name_part(text: str, lists: WordLists, *, announced: bool = False) -> str:
    """As much of the beginning of `text` as can be a name: up to the first word that cannot be one.

    After a title, or after a first name, more words can be: `mevrouw Kaplan`, though `plan` ends other words.
    """
    end, between = 0, False
    for match in re.finditer(r"[^\s-]+", text):
        word = match.group().strip(",;:()\"“”‘’'")
        if not word[:1].isupper() or word in _BETWEEN:
            between = end > 0
            continue
        certain = word.strip(".") in lists.no_names if announced else is_no_name(word, lists)
        if certain and "." not in word and not between:
            break
        end, announced, between = match.end(), True, False
    return text[:end].rstrip("’'")


def _with_title(passages: Passages, lists: WordLists) -> Iterator[Finding]:
    for match in patterns.TITLE.finditer(passages.text):
        name = _name_part(match.group(2), lists, announced=True)
        if name and not patterns.STREET_END.search(name):
            yield _found(match.start(2), name, Certainty.LIKELY)


def _beside_person(passages: Passages, lists: WordLists) -> Iterator[Finding]:
    """`moeder Ayse`, `meisje (Lynn)`: beside a word for a person; after a comma only a name that is known."""
    for match in patterns.PERSON_WORD.finditer(passages.text):
        name = _name_part(match["name"], lists)
        known = _is_known(name, lists)
        sure = match["join"] in _SURE_JOINS or (match["join"] == " van " and match["close"])
        if name and (known or (sure and not _is_other(name, lists))):
            yield _found(match.start("name"), name, Certainty.LIKELY if known else Certainty.POSSIBLE)
    for match in patterns.PERSON_INITIALS.finditer(passages.text):
        if match.group(1).isupper() or "v" in match.group(1):
            yield _found(match.start(1), match.group(1), Certainty.POSSIBLE)


def _announced(passages: Passages, lists: WordLists) -> Iterator[Finding]:
    called = (*patterns.ANNOUNCED.finditer(passages.text), *patterns.CALLED.finditer(passages.text))
    for match in called:
        name = _name_part(match.group(1), lists)
        if name and not _is_other(name, lists):
            yield _found(
                match.start(1), name, Certainty.LIKELY if _is_known(name, lists) else Certainty.POSSIBLE
            )


def _in_a_story(passages: Passages, lists: WordLists) -> Iterator[Finding]:
    """`Xayven, 9 jaar`, `Milan en zijn zusje`: only a person has an age or a sister."""
    for pattern in (patterns.WITH_AGE, patterns.STORY):
        for match in pattern.finditer(passages.text):
            name = match.group(1)
            words = re.findall(r"[^\W\d_][\w’'-]*", name)
            if any(
                word in lists.no_names or (word.isupper() and len(word) > 1) for word in words
            ) or _is_other(name, lists):
                continue
            if pattern is patterns.STORY and is_no_name(name, lists):
                continue
            yield _found(match.start(1), name, Certainty.POSSIBLE)


def _with_initials(passages: Passages, lists: WordLists) -> Iterator[Finding]:
    """`R. Janssen`, `Janssen, R.`, and full names with a word between that only names have."""
    for match in patterns.INITIALS_NAME.finditer(passages.text):
        words = re.findall(r"[^\W\d_]{2,}", match.group(1))
        capital = next((word for word in words if word[0].isupper()), "")
        single = match.group(1).count(".") == 1
        if not capital or (is_no_name(capital, lists) and capital not in lists.surnames):
            continue
        if single and patterns.INITIAL_LABEL.search(passages.before(match.start(), 16)):
            continue
        yield _found(match.start(1), _name_part(match.group(1), lists), Certainty.LIKELY)
    for match in patterns.NAME_COMMA.finditer(passages.text):
        if match.group(1) in lists.surnames or not is_no_name(match.group(1), lists):
            yield _found(match.start(1), match.group(), Certainty.POSSIBLE)
    for match in patterns.UNKNOWN_FULL.finditer(passages.text):
        first = match.group(1).split()[0]
        if not is_no_name(first, lists) and first.lower() not in lists.places:
            yield _found(match.start(1), match.group(1), Certainty.POSSIBLE)


def _lower_case(passages: Passages, lists: WordLists) -> Iterator[Finding]:
    for match in patterns.LOWER_KIN.finditer(passages.text):
        word = match.group(1)
        if word.islower() and word in lists.first_names_lower and word not in lists.everyday:
            yield _found(match.start(1), word, Certainty.POSSIBLE)


def _known(passages: Passages, lists: WordLists) -> Iterator[Finding]:
    """First names with what follows; family names in the middle of a sentence."""
    end = 0
    for match in patterns.SINGLE.finditer(passages.text):
        if match.start() < end:
            continue
        word = match.group()
        first = word.split("-")[0]
        if patterns.NO_PERSON_BEFORE.search(passages.before(match.start(), 24)):
            continue
        if patterns.MONTH_AFTER.match(passages.text, match.start()):
            continue
        if first in lists.first_names:
            more = patterns.FOLLOWING.match(passages.text, match.end())
            name = word + (_name_part(more.group(), lists, announced=True) if more else "")
            end = match.start() + len(name)
            if not patterns.STREET_END.search(name):
                yield _found(match.start(), name, Certainty.LIKELY if " " in name else Certainty.POSSIBLE)
        elif (
            first in lists.surnames
            and not passages.begins_sentence(match.start())
            and _stands_alone(passages, match)
        ):
            yield _found(match.start(), word, Certainty.POSSIBLE)


def _stands_alone(passages: Passages, match: re.Match[str]) -> bool:
    """Whether no other word with a capital stands right beside this one: it would be a firm or a place."""
    return not re.match(rf"[ -]{patterns.CAPITAL}", passages.text[match.end() : match.end() + 2])


def _is_known(name: str, lists: WordLists) -> bool:
    words = re.findall(r"[^\W\d_][\w’']*", name)
    return any(word in lists.first_names or word in lists.surnames for word in words)


def _is_other(name: str, lists: WordLists) -> bool:
    """Whether this is a place, a street without a number, or an abbreviation."""
    if name.lower() in lists.places or all(word in lists.places for word in name.lower().split()):
        return True
    return bool(patterns.STREET_END.search(name) or patterns.ABBREVIATION.fullmatch(name))
