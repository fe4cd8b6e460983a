"""Personal data that a form gives away: BSN, IBAN, e-mail, phone, licence plate, file number."""

import re
from collections.abc import Iterator

from raadsapp.privacy.personal_data.finding import Certainty, Finding, Kind
from raadsapp.privacy.personal_data.passages import Passages

_BSN_LABEL = re.compile(
    r"(?:\bbsn|burger\s?service\s?-?n(?:umme)?r|sofi-?n(?:umme)?r)[^\d\n]{0,25}$", re.IGNORECASE
)
_NINE = re.compile(r"(?<![\w€$.,/-])(?<!€ )\d(?:[ .-]?\d){7,8}(?![\w/-]|[.,]\d)")
_BARE_NINE = re.compile(r"\d{9}|\d{3} \d{3} \d{3}|\d{3}-\d{3}-\d{3}|\d{4}[ .]\d{2}[ .]\d{3}")
_AMOUNT = re.compile(r"\s*(?:,-|euro|eur\b|€|miljoen|kilo|meter|inwoner|stuks|keer)", re.IGNORECASE)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ .-]?[A-Za-z0-9]){10,30}(?![A-Za-z0-9])")
_DUTCH_IBAN = re.compile(r"(?<![A-Za-z0-9])NL\d{2}[ .]?[A-Z]{4}(?:[ .]?\d){10}(?!\d)", re.IGNORECASE)
_EMAIL = re.compile(
    r"(?<![\w.+-])([\w.+-]+)\s?(?:@|\[at\]|\(at\)|\s(?:at|apenstaartje)\s)\s?"
    r"[\w-]+(?:\s?(?:\.|\[dot\]|\(dot\)|\spunt\s)\s?[\w-]+)*\s?(?:\.|\[dot\]|\spunt\s)\s?[a-z]{2,10}\b",
    re.IGNORECASE,
)
_OFFICE_BOX = re.compile(
    r"(?:info|griffie|gemeente|gemeenteraad|raad|post|contact|communicatie|pers|redactie|secretariaat"
    r"|privacy|fg"
    r"|klachten|helpdesk|support|bestuur|rekenkamer|wmo|jeugd|inkoop|contractbeheer|no-?reply)$",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w,/.-])(?:\(?(?:\+|00)3[12]\)?[ .-]{0,3}(?:\(0\)[ .-]?)?[1-9]"
    r"|\(?0[1-9])(?:\)?[ ./-]{0,3}\(?\d){7,8}(?![\w/]|[.,-]\d)"
)
_FOREIGN_PHONE = re.compile(r"(?<![\w+])\+(?!31)\d{2}(?:[ .-]?\d){7,11}(?!\d)")
_LABELLED_PHONE = re.compile(
    r"\b(?:tel|telefoon|telefoonnummer|mobiel|mob|gsm|bel|belt|bereikbaar op|whatsapp"
    r"|appt)\b[.:]*\s*(?:nr\.?\s*)?(\d(?:[ -]?\d){5,9})"
    r"(?!\d|[.,]\d|\s*(?:keer|uur|euro))",
    re.IGNORECASE,
)
_PHONE_DIGITS = re.compile(r"0[1-9]\d{8}|(?:00)?3[12]\d{8,9}")
_FREE_PHONE = re.compile(r"0(?:800|900|906|909|88|85)")
_PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d\d-\d\d|\d\d-\d\d-[A-Z]{2}|\d\d-[A-Z]{2}-\d\d|[A-Z]{2}-\d\d-[A-Z]{2}"
    r"|[A-Z]{2}-[A-Z]{2}-\d\d"
    r"|\d\d-[A-Z]{2}-[A-Z]{2}|\d\d-[A-Z]{3}-\d|\d-[A-Z]{3}-\d\d|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}"
    r"|(?!IND|EFF|DOE|AAN)[A-Z]{3}-\d\d-[A-Z]|[A-Z]-\d\d-[A-Z]{3}|\d-[A-Z]{2}-\d{3}"
    r"|\d{3}-[A-Z]{2}-\d)(?![\w-])"
)
_LABELLED_PLATE = re.compile(
    r"\bkenteken(?:nummer)?\b(?:\s+(?:is|met"
    r"|nr\.?))?\s*:?\s*([A-Z0-9]{1,3}[- ]?[A-Z0-9]{2,3}[- ]?[A-Z0-9]{1,3})\b",
    re.IGNORECASE,
)
_FILE_LABEL = (
    r"(?:cli[eë]nt|dossier|zaak|beschikking|klant|pati[eë]nt|leerling|polis|relatie|registratie|paspoort"
    r"|rijbewijs"
    r"|identiteits(?:kaart|bewijs)?|document|rekest|parket|deelnemer|gezins?|jeugdige|persoons"
    r"|verwijzings?|casus"
    r"|melding|meldings|onderwijs|verzekerden?|verzekerings|v-|a-|pv-)"
)
_FILE = re.compile(
    rf"\b(?:{_FILE_LABEL}-?\s?(?:nummer|nr\b\.?|id\b|code\b)|(?:dossier|zaak|cl\.?\s?nr|proces-verbaal"
    rf"|cli[eë]nt)\b)"
    r"(?:\s+(?:is|met|nummer|nr\.?))?[\s:.#]*"
    r"((?:[A-Z]{1,6}[-/. ]?){0,2}\d[\w./-]*\w)",
    re.IGNORECASE,
)
_THREE_DIGITS = re.compile(r"(?:\d\D*){3}")
_COURT = re.compile(
    r"(?<!\w)(?:C/\d{2}/\d{5,6}\s?/\s?)?JE\s?RK\s?\d{2}[-/ ]\d{2,5}\b|(?<![\w/])C/\d{2}/\d{5,6}\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def numbers(passages: Passages) -> Iterator[Finding]:
    """Findings in a text by the form of numbers and addresses; what two rules find overlaps."""
    for rule in (_bsn, _iban, _email, _phone, _plate, _file_number):
        yield from rule(passages)


def is_bsn(text: str) -> bool:
    """Whether 8 or 9 digits, apart from spaces, dots and dashes, pass the eleven-test."""
    from stdnum.nl import bsn  # 75 ms with all it loads, and a page that only may need it opens without

    digits = re.sub(r"[ .-]", "", text)
    return (
        digits.isascii()
        and digits.isdigit()
        and len(digits) in (8, 9)
        and bool(bsn.is_valid(digits.zfill(9)))
    )


def _bsn(passages: Passages) -> Iterator[Finding]:
    """Nine digits that pass; eight, or dotted, only where the text says BSN. One that fails is a number."""
    for match in _NINE.finditer(passages.text):
        place = match.span()
        if _BSN_LABEL.search(passages.before(match.start(), 45)):
            kind = Kind.BSN if is_bsn(match.group()) else Kind.FILE_NUMBER
            yield Finding(*place, kind, Certainty.LIKELY)
        elif (
            _BARE_NINE.fullmatch(match.group())
            and is_bsn(match.group())
            and not _AMOUNT.match(passages.text, match.end())
            and not _in_a_row(passages.text, match)
        ):
            yield Finding(*place, Kind.BSN, Certainty.POSSIBLE)


def _in_a_row(text: str, match: re.Match[str]) -> bool:
    """Whether more groups of digits stand beside it, as in a table."""
    return bool(
        re.search(r"\d[ .]$", text[: match.start()][-2:]) or re.match(r"[ .]\d", text[match.end() :][:2])
    )


def _iban(passages: Passages) -> Iterator[Finding]:
    for match in _IBAN.finditer(passages.text):
        end = _longest_iban(match.group())
        if end:
            yield Finding(match.start(), match.start() + end, Kind.IBAN, Certainty.LIKELY)
    for match in _DUTCH_IBAN.finditer(passages.text):
        yield Finding(*match.span(), Kind.IBAN, Certainty.POSSIBLE)


def _longest_iban(text: str) -> int:
    """How much of the beginning of `text` is a valid account number; 0 when nothing is."""
    from stdnum import iban

    for end in range(len(text), 14, -1):
        if (
            text[end - 1].isalnum()
            and (end == len(text) or not text[end].isalnum())
            and iban.is_valid(text[:end])
        ):
            return end
    return 0


def _email(passages: Passages) -> Iterator[Finding]:
    for match in _EMAIL.finditer(passages.text):
        if not _OFFICE_BOX.match(match.group(1)):
            yield Finding(*match.span(), Kind.EMAIL, Certainty.LIKELY)


def _phone(passages: Passages) -> Iterator[Finding]:
    for match in _PHONE.finditer(passages.text):
        digits = re.sub(r"\D", "", match.group().replace("(0)", ""))
        if _PHONE_DIGITS.fullmatch(digits) and not _FREE_PHONE.match(digits):
            yield Finding(*match.span(), Kind.PHONE, Certainty.LIKELY)
    for match in _FOREIGN_PHONE.finditer(passages.text):
        yield Finding(*match.span(), Kind.PHONE, Certainty.LIKELY)
    for match in _LABELLED_PHONE.finditer(passages.text):
        digits = re.sub(r"\D", "", match.group(1))
        if not _FREE_PHONE.match(digits):
            yield Finding(*match.span(1), Kind.PHONE, Certainty.POSSIBLE)


def _plate(passages: Passages) -> Iterator[Finding]:
    for match in _PLATE.finditer(passages.text):
        yield Finding(*match.span(), Kind.LICENCE_PLATE, Certainty.LIKELY)
    for match in _LABELLED_PLATE.finditer(passages.text):
        if any(sign.isdigit() for sign in match.group(1)):
            yield Finding(*match.span(1), Kind.LICENCE_PLATE, Certainty.LIKELY)


def _file_number(passages: Passages) -> Iterator[Finding]:
    for match in _FILE.finditer(passages.text):
        number = match.group(1)
        if _THREE_DIGITS.search(number) and not _YEAR.fullmatch(number):
            yield Finding(*match.span(1), Kind.FILE_NUMBER, Certainty.LIKELY)
    for match in _COURT.finditer(passages.text):
        yield Finding(*match.span(), Kind.FILE_NUMBER, Certainty.LIKELY)
