"""Personal data in the cells of a table: stricter than in a text, as it refuses what was delivered.

A heading says what a column holds: under ‘BSN’ every number of nine digits counts, under ‘Aantal’ none does.
Under a heading of places, bodies or subjects a name is not a person's (‘Prins Bernhardbuurt’).
"""

import re

from raadsapp.privacy.personal_data.finding import Certainty, Kind
from raadsapp.privacy.personal_data.numbers import is_bsn
from raadsapp.privacy.personal_data.rules import find_with
from raadsapp.privacy.personal_data.word_lists import WordLists

_PERSON = r"(?:cli[eë]nt|kind|jeugdige|jongere|ouder|moeder|vader|pati[eë]nt|deelnemer|persoon)"
_BSN_HEADING = re.compile(r"\b(?:bsn|burgerservicenummer|burgerservicenr|sofinummer)\b", re.IGNORECASE)
_HEADINGS = (
    (re.compile(r"\bgeb(?:oorte)?\.?\s?-?dat", re.IGNORECASE), re.compile(r"\d"), Kind.DATE),
    (re.compile(r"\be-?mail(?:adres)?\b", re.IGNORECASE), re.compile(r"@"), Kind.EMAIL),
    (
        re.compile(r"\b(?:telefoon|mobiel|tel\.?\s?-?nr)", re.IGNORECASE),
        re.compile(r"^[+0(]?\d(?:[ ()./-]*\d){7,}$"),
        Kind.PHONE,
    ),
    (re.compile(r"\bpostcode\b", re.IGNORECASE), re.compile(r"^[1-9]\d{3}\s?[A-Za-z]{2}$"), Kind.POSTCODE),
    (
        re.compile(r"^(?:woon|huis)?adres|^straat(?:naam)?$", re.IGNORECASE),
        re.compile(r"[A-Za-z]{3}.*\s\d{1,4}\s?[A-Za-z]?\b"),
        Kind.ADDRESS,
    ),
    (
        re.compile(rf"\b(?:{_PERSON}|dossier|zaak)(?:en)?-?\s?(?:nummer|nr\b|id\b|code\b)", re.IGNORECASE),
        re.compile(r"\d{3}"),
        Kind.FILE_NUMBER,
    ),
    (
        re.compile(
            rf"^(?:voornaam|voornamen|achternaam|roepnaam|familienaam|voorletters?|initialen|{_PERSON}naam"
            rf"|(?:volledige )?naam (?:van )?(?:de |het )?{_PERSON})$",
            re.IGNORECASE,
        ),
        re.compile(r"^[A-ZÀ-Þ].*[a-zA-Zà-þ.]"),
        Kind.NAME,
    ),
)
_NAME_HEADING = re.compile(
    rf"^(?:naam|{_PERSON}(?:en|s|eren)?|contactpersoon|behandelaar|begeleider)$", re.IGNORECASE
)
_OTHER_HEADING = re.compile(
    r"gemeente|regio|wijk|buurt|provincie|land|plaats|locatie|indicator|perspectief|periode|jaar|kwartaal"
    r"|aanbieder"
    r"|organisatie|instelling|leverancier|vorm|product|taakveld|categorie|titel|code|bron|eenheid"
    r"|onderwerp|uitsplitsing",
    re.IGNORECASE,
)
_SENDER = re.compile(
    r"\b(?:ingevuld|opgesteld|aangeleverd|gecontroleerd|geaccordeerd|contactpersoon|auteur|afzender)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"(?i:onbekend|totaal|alle|geen|overig\w*|n\.?\s?[abv]\.?t?\.?|anoniem|niet .*|per .*)")
_NUMBER_ONLY = re.compile(r"[-+\d.,%\s]*")
_LOOK_CLOSER = re.compile(
    r"@|\d{3}|(?i:\b(?:mevr|mw|dhr|hr|fam|mevrouw|meneer|heer|dr|geb|bsn|\w*(?:moeder|vader|zoon|dochter"
    r"|broer\w*|zus\w*)|genaamd|heet)\b)"
    r"|\b[A-Z]\.\s?[A-Zv]"
)
_WORD = re.compile(r"[A-ZÀ-ÞŞÖÜİ][\w’'-]{2,}")
_HARD = frozenset({Kind.BSN, Kind.IBAN, Kind.EMAIL, Kind.PHONE})
_REFUSED = _HARD | {Kind.NAME, Kind.DATE, Kind.FILE_NUMBER, Kind.ADDRESS}


def kind_in_cell(heading: str, text: str, lists: WordLists) -> Kind | None:
    """Of which kind the personal data in a cell under this heading is; None when none is seen.

    `text` is as it stands in the cell; an empty `heading` is for cells outside the table.
    """
    text = text.strip()
    if _BSN_HEADING.search(heading):
        return Kind.BSN if is_bsn(text) else None
    for pattern, form, kind in _HEADINGS:
        if pattern.search(heading):
            return kind if form.search(text) and not _NO_NAME.fullmatch(text) else None
    if _NUMBER_ONLY.fullmatch(text):
        return None
    if _NAME_HEADING.search(heading):
        return Kind.NAME if _looks_like_a_name(text, lists) else None
    return _kind_in_text(heading, text, lists)


def is_about_persons(heading: str) -> bool:
    """Whether the heading alone says that a column holds something of persons."""
    return any(
        pattern.search(heading) for pattern in (_BSN_HEADING, *(pattern for pattern, _, _ in _HEADINGS))
    )


def is_number(text: str) -> bool:
    """Whether a text is nothing but a number, so that only its heading can make it personal."""
    return _NUMBER_ONLY.fullmatch(text) is not None


def _looks_like_a_name(text: str, lists: WordLists) -> bool:
    if _NO_NAME.fullmatch(text) or text.lower() in lists.places:
        return False
    known = lists.first_names | lists.surnames
    return any(word in known for word in _WORD.findall(text)) or any(
        one.kind is Kind.NAME for one in find_with(text, lists)
    )


def _kind_in_text(heading: str, text: str, lists: WordLists) -> Kind | None:
    """Personal data in free text: only what is likely; no names where the column is about other things."""
    if not _LOOK_CLOSER.search(text) and not any(word in lists.first_names for word in _WORD.findall(text)):
        return None
    kinds = _HARD if _OTHER_HEADING.search(heading) or _SENDER.search(text) else _REFUSED
    likely = (one.kind for one in find_with(text, lists) if one.certainty is Certainty.LIKELY)
    return next((kind for kind in likely if kind in kinds), None)
