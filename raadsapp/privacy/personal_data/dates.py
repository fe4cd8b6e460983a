"""Dates that belong to a person: of birth always, any other day when its sentence is about one person."""

import re
from collections.abc import Iterator

from raadsapp.privacy.personal_data.finding import Certainty, Finding, Kind
from raadsapp.privacy.personal_data.passages import Passages

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:r(?:uari)?)?|mrt|maart|apr(?:il)?|mei|jun(?:i)?|jul(?:i)?|aug(?:ustus)?"
    r"|sep(?:t(?:ember)?)?"
    r"|okt(?:ober)?|oct|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMBER_MONTH = r"(?:0?[1-9]|1[0-2])"
_FULL = re.compile(
    rf"(?<![\w./-])(?:{_DAY}\s?([-/.])\s?{_NUMBER_MONTH}\s?\1\s?{_YEAR}(?![\w/-]|\.\d)"
    rf"|(?:19|20)\d\d([-/.]){_NUMBER_MONTH}\2{_DAY}(?![\w/-])"
    rf"|{_DAY}(?:e|ste|de)?[ -]{_MONTH}[ -]?{_YEAR}(?!\w|%| ?procent))",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?<![\w./-])(?:(?:{_DAY}(?:e|ste|de)?\s)?{_MONTH}(?:\s(?:19|20)\d\d)?"
    rf"|{_DAY}[-/]{_NUMBER_MONTH})(?![\w/-])",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"(?:\bgeb(?:oren|oorte(?:datum|dag)?)?\b|\bgeb\.?\s?dat|\bgeb\.|\bg\.d\.|\bjarig\b|\bverja(?:ardag"
    r"|art)\b|\bter wereld\b)"
    r"[^\n\d]{0,25}$|[*°]\s?$",
    re.IGNORECASE,
)
_BEGIN_OF_BIRTH = re.compile(r"\s{0,2}(?:geboren|jarig|ter wereld)\b", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:kind|jongen|meisje|jongere|jeugdige|minderjarige|moeder|vader|ouders|gezin|zoon(?:tje)?"
    r"|dochter(?:tje)?"
    r"|broer(?:tje)?|zus(?:je)?|oma|opa|tante|oom|cli[eë]nt|leerling|pati[eë]nt|baby|peuter|kleuter|tiener"
    r"|pleegkind"
    r"|hij|haar|hem|mevrouw|meneer|dhr|mw|huisarts|kinderrechter|ots|ondertoezichtstelling|uithuisplaatsing"
    r"|uit huis|indicatie van|intake|casus)\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\b(?:\w*raad|raads\w+|motie|amendement|\w*vergadering|verordening|contract\w*|begroting\w*|wet"
    r"|jeugdwet|staatsblad"
    r"|\w*levering|kwartaal\w*|peildatum|stand van|rapport\w*|rekenkamer\w*|persbericht|krant\w*|artikel"
    r"|kamerbrief"
    r"|overeenkomst|aanbested\w+|tarie\w+|subsidie\w*|jaarrekening|inwerkingtreding|in werking|college"
    r"|wethouder"
    r"|minister\w*|commissie\w*|gepubliceerd|evaluatie|besluit\w*|jeugdhulpaanbieders|inspectie|cbs"
    r"|nota)\b",
    re.IGNORECASE,
)


def dates(passages: Passages, persons: list[Finding]) -> Iterator[Finding]:
    """Dates of birth (also without a year), and full dates in a sentence about one person.

    `persons` are the other findings: a sentence with one of these is about that person. A sentence about the
    council, a contract or a report is not, unless it has such a finding.
    """
    for match in _PART.finditer(passages.text):
        if _is_of_birth(passages, match):
            yield Finding(match.start(), match.end(), Kind.DATE, Certainty.LIKELY)
    for match in _FULL.finditer(passages.text):
        if _is_of_birth(passages, match):
            yield Finding(match.start(), match.end(), Kind.DATE, Certainty.LIKELY)
        elif _is_about_a_person(passages, match.start(), persons):
            yield Finding(match.start(), match.end(), Kind.DATE, Certainty.POSSIBLE)


def _is_of_birth(passages: Passages, match: re.Match[str]) -> bool:
    before = passages.before(match.start(), 40)
    return bool(_BIRTH.search(before) or _BEGIN_OF_BIRTH.match(passages.text, match.end()))


def _is_about_a_person(passages: Passages, position: int, persons: list[Finding]) -> bool:
    start, end = passages.sentence(position)
    if any(start <= person.start < end for person in persons):
        return True
    sentence = passages.text[start:end]
    return bool(_PERSON.search(sentence)) and not _PUBLIC.search(sentence)
