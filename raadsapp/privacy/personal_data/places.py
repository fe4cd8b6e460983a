"""Where a person can be found: address, postcode, and the school, nursery or club that gives a child away."""

import re
from collections.abc import Iterator

from raadsapp.privacy.personal_data.finding import Certainty, Finding, Kind
from raadsapp.privacy.personal_data.passages import Passages
from raadsapp.privacy.personal_data.word_lists import WordLists

_ENDING = (
    r"(?:straat|str\.|straatje|weg|laan|ln\.|plein|pln\.|hof|hofje|steeg|singel|dreef|gracht|kade|dijk|pad"
    r"|paadje|park|plantsoen"
    r"|baan|wal|markt|berg|veld|kamp|beemd|erf|burg|horst|poort|ring|rode|graaf|stege|heide|ruwe|gaard"
    r"|donk|molen)"
)
_NUMBER = r"\d{1,4}(?:\s?-\s?\d{1,3}\b|\s?(?:bis|hs|[a-zA-Z](?:-\d+)?)\b|/\d{1,3}\b)?"
_NOT_A_HOUSE = (
    r"(?!\d|[.,]\d|\s?%|\s?(?:procent|jaar|jarigen?|kinderen|jongeren|jeugdigen|gezinnen|mensen|uur|euro"
    r"|miljoen|meter|km|keer|maanden"
    r"|weken|dagen|plaatsen|woningen|bewoners)\b)"
)
_NAME_PART = r"[A-ZÀ-Þ][\w'’.-]*"
_STREET = re.compile(
    rf"\b((?:{_NAME_PART}\s|(?:van|de|der|den|het|ten|ter|op|in|aan|a/d|en|'t|’t)\s){{0,4}}"
    rf"(?:[A-ZÀ-Þ][\w'’-]*{_ENDING}|(?:Straat|Weg|Laan|Plein|Hof|Park|Dreef|Singel|Markt"
    rf"|Kade)))\s?({_NUMBER}){_NOT_A_HOUSE}"
)
_LANE = re.compile(
    rf"\b((?:Laan|Weg|Plein|Hof|Straat|Kade)\s(?:van|der|den|de|ten|ter"
    rf"|het)\s(?:\w+\s)?{_NAME_PART})\s({_NUMBER}){_NOT_A_HOUSE}"
)
_LOWER_STREET = re.compile(
    rf"(?<![\w-])([a-zà-þ'’]{{3,}}(?:straat|laan|plein|steeg|singel|dreef|gracht"
    rf"|kade))\s({_NUMBER}){_NOT_A_HOUSE}"
)
_LIVES = re.compile(
    rf"\b(?:[Ww]oon(?:t|achtig)|[Ww]onen|[Ww]onende|[Aa]dres|[Vv]erblijft|[Ww]oning|[Hh]uis|[Tt]huis"
    rf"|[Ii]ngeschreven|[Aa]angetroffen)\b[^.\n\d]{{0,25}}?"
    rf"\b((?:[Aa]an|[Oo]p|[Ii]n|[Tt]e|:)\s*(?:de|het|den|'t|’t)?\s?)((?:(?:[Oo]p|[Ii]n|[Aa]an)\s(?:de|het"
    rf"|den|'t)\s)?"
    rf"(?:['’]t\s)?{_NAME_PART}(?:\s(?:{_NAME_PART}|van|de|der|den|het)){{0,3}}\s{_NUMBER}){_NOT_A_HOUSE}"
)
_POSTCODE = re.compile(r"(?<![\w.,-])([1-9]\d{3})(\s?)([A-Za-z]{2})(?![\w-])")
_NO_LETTERS = {"SA", "SD", "SS"}
_UNITS = {
    "KM",
    "KG",
    "MM",
    "CM",
    "MB",
    "GB",
    "TB",
    "KB",
    "EU",
    "BV",
    "NV",
    "PK",
    "AM",
    "PM",
    "CC",
    "ML",
    "UU",
    "FT",
    "KW",
}
_WORDS = {
    "EN",
    "IN",
    "OP",
    "IS",
    "OM",
    "TE",
    "OF",
    "AL",
    "ZE",
    "ER",
    "WE",
    "NA",
    "BV",
    "DE",
    "JE",
    "NU",
    "ZO",
    "AF",
    "HA",
}
_ADDRESS_BEFORE = re.compile(
    r"(?:postcode|\bpc|\d[a-zA-Z]?|adres|wonen\w*|woont|woonachtig)[\s:,]*(?:is|te|op"
    r"|in)?\s*$",
    re.IGNORECASE,
)
_TOWN_AFTER = re.compile(r"[\s,]{1,3}(?:te\s|in\s)?[A-ZÀ-Þ][a-zà-þ]{2,}")
_ARTICLE = r"(?:(?:[Dd]e|[Hh]et|'t|’t|[Ss]int|[Ss]t\.?|[Ii]n|[Oo]p)\s(?:den?\s|het\s)?){0,2}"
_QUOTE = r"[\"“‘'’]?"
_SCHOOL = re.compile(
    r"\b(?:(?:[Bb]asis|[Mm]iddelbare |[Mm]ontessori|[Vv]rije |[Mm]ytyl|[Tt]yltyl|[Pp]raktijk|[Mm]uziek"
    r"|[Zz]wem|[Dd]ans|[Bb]rede )?[Ss]chool"
    r"|[Bb]asisonderwijs|[Ll]yceum|[Gg]ymnasium|[Kk]inderdagverblijf|KDV|kdv|[Pp]euterspeelzaal"
    r"|[Pp]eutergroep|BSO|bso|IKC|ikc|[Kk]indcentrum"
    r"|[Kk]inderopvang|[Cc]r[eè]che|[Bb]uitenschoolse opvang|[Nn]aschoolse opvang|[Gg]astouder(?:opvang)?"
    r"|SBO|sbo|VSO|vso|OBS|obs|bs|RKBS|rkbs"
    r"|(?:[Vv]oetbal|[Hh]ockey|[Tt]ennis|[Tt]urn|[Zz]wem|[Jj]udo|[Ss]port|[Hh]andbal|[Kk]orfbal|[Bb]oks"
    r"|[Dd]ans|[Aa]tletiek|[Mm]uziek|[Tt]oneel)"
    r"(?:club|vereniging)|[Cc]lub|[Ss]couting|[Mm]anege|[Hh]armonie|[Ff]anfare|[Ss]chutterij)\s"
    rf"({_QUOTE}{_ARTICLE}[A-ZÀ-Þ0-9][\w'’.-]*(?:\s(?:(?:en|van|de|der|op"
    rf"|in)\s)?[A-ZÀ-Þ][\w'’-]*){{0,3}}{_QUOTE})"
)
_NAMED_SCHOOL = re.compile(
    r"(?<![\w-])((?:(?:[Hh]et|[Dd]e)\s)?(?:(?:Sint"
    r"|St\.?)[ -])?(?:[A-ZÀ-Þ][\w'’.-]*[\s-]){0,2}?[A-ZÀ-Þ][a-zà-þ]{2,}"
    r"(?:college|lyceum|gymnasium|mavo)|(?:(?:[Hh]et|[Dd]e)\s)?(?:[A-ZÀ-Þ][\w'’-]+\s){1,2}(?:College"
    r"|Lyceum|Gymnasium))(?![\w-])"
)
_NAMED_AFTER = re.compile(r"(?<![\w-])((?:[A-ZÀ-Þ][\w'’]*[ -]){0,2}[A-ZÀ-Þ][a-zà-þ]{2,}school)(?![\w-])")
_CLUB = re.compile(
    r"(?<![\w.])((?:RKVV|RKSV|RKTSV|VV|SV|HC|TC|LTC|v\.v\.|s\.v\.|vv"
    r"|sv)\s(?:[A-ZÀ-Þ][\w'’-]+)(?:\s(?:'\d\d|[A-ZÀ-Þ][\w'’-]+))?)"
)
_ORDINARY = re.compile(
    r"(?:het|de)?\s?(?:basis|hoge|middelbare|zomer|jeugd|praktijk|brede|voor|muziek|volks|avond|sport|zwem"
    r"|kunst|raads|weekend|gemeente|griffie"
    r"|burgemeesters|wethouders|vak|toneel|dans|montessori|ouder|demo\w*|kinder|beroeps)"
    r"(?:school|college)",
    re.IGNORECASE,
)


def places(passages: Passages, lists: WordLists) -> Iterator[Finding]:
    """Addresses, postcodes, schools, nurseries and clubs in a text; what two rules find overlaps."""
    yield from _addresses(passages)
    yield from _postcodes(passages)
    yield from _schools(passages, lists)


def _addresses(passages: Passages) -> Iterator[Finding]:
    for pattern in (_STREET, _LANE, _LOWER_STREET):
        for match in pattern.finditer(passages.text):
            if not _is_a_year(match.group(2)):
                start = match.start() + _leading_words(match.group(1))
                certainty = Certainty.POSSIBLE if pattern is _LOWER_STREET else Certainty.LIKELY
                yield Finding(start, match.end(), Kind.ADDRESS, certainty)
    for match in _LIVES.finditer(passages.text):
        if not _is_a_year(match.group(2).split()[-1]):
            yield Finding(*match.span(2), Kind.ADDRESS, Certainty.POSSIBLE)


def _is_a_year(number: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", number))


def _leading_words(street: str) -> int:
    """Length of `aan de`, `Op het` and the like before the name of a street."""
    leading = re.match(
        r"(?:(?:[Aa]an|[Ii]n|[Oo]p|[Vv]an|[Tt]e|[Dd]e|[Hh]et|[Ee]n|[Oo]nze|[Hh]un|[Uu]it)\s)+(?=[A-ZÀ-Þ])",
        street,
    )
    return leading.end() if leading else 0


def _postcodes(passages: Passages) -> Iterator[Finding]:
    for match in _POSTCODE.finditer(passages.text):
        digits, space, letters = match.groups()
        if letters.upper() in _NO_LETTERS:
            continue
        in_address = bool(
            _ADDRESS_BEFORE.search(passages.before(match.start(), 30))
            or _TOWN_AFTER.match(passages.text, match.end())
        )
        doubtful = (
            letters.upper() in _UNITS | _WORDS
            or (not letters.isupper() and bool(space))
            or (space and _is_a_year(digits))
        )
        if not doubtful:
            yield Finding(*match.span(), Kind.POSTCODE, Certainty.LIKELY)
        elif in_address and (letters.isupper() or letters.upper() not in _UNITS | _WORDS):
            yield Finding(*match.span(), Kind.POSTCODE, Certainty.POSSIBLE)


def _schools(passages: Passages, lists: WordLists) -> Iterator[Finding]:
    for match in _SCHOOL.finditer(passages.text):
        name = match.group(1).strip("\"“‘'’ ")
        if name.lower() not in lists.places and not name.isupper():
            yield Finding(*match.span(1), Kind.ORGANISATION, Certainty.LIKELY)
    for pattern in (_NAMED_SCHOOL, _NAMED_AFTER, _CLUB):
        for match in pattern.finditer(passages.text):
            if not _ORDINARY.fullmatch(match.group(1)):
                yield Finding(*match.span(1), Kind.ORGANISATION, Certainty.POSSIBLE)
