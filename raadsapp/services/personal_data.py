"""Texts looked through for personal data before they are kept. Nothing here calls a text safe."""

from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from raadsapp.content.case_blocks import without_heading_words
from raadsapp.errors import UserError, why_unread
from raadsapp.privacy.personal_data import Finding, find
from raadsapp.privacy.personal_data.name_reader import NameReader, is_installed
from raadsapp.texts import enumeration

_MAX_BYTES = 8 * 1024 * 1024
BY_RULES = "eigen regels"
BY_BOTH = "eigen regels en deduce"
NOTHING_FOUND = "Niets gevonden. Dat wil niet zeggen dat er niets in staat: lees de tekst ook zelf na."


@dataclass(frozen=True, slots=True)
class Checked:
    """A text, what may be personal data in it, and by what it was checked, in Dutch."""

    text: str
    findings: tuple[Finding, ...]
    checked_by: str


def start_reader() -> NameReader | None:
    """Start the second look for names in the background; None where deduce is not installed."""
    return NameReader() if is_installed() else None


class Looker:
    """Looks through texts, from any thread; the second look for names starts with the first text."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._started = False
        self._reader: NameReader | None = None

    @property
    def reader(self) -> NameReader | None:
        """The second look, started when it was not; None where deduce is not installed."""
        with self._lock:
            if not self._started:
                self._started, self._reader = True, start_reader()
            return self._reader

    def check(self, text: str) -> Checked:
        """Look through one text; takes as long as it takes, so not where a window waits."""
        return check(text, self.reader)

    def stop(self) -> None:
        """End the second look, if it was started; a later text starts it again."""
        with self._lock:
            if self._reader:
                self._reader.stop()
            self._started, self._reader = False, None


def check(text: str, reader: NameReader | None = None) -> Checked:
    """Look through one text, with `reader` too when it is there and can look."""
    more = reader.read(text) if reader else None
    if more is None:
        return Checked(text, find(text), BY_RULES)
    return Checked(text, find(text, more), BY_BOTH)


def check_file(path: Path, reader: NameReader | None = None) -> Checked:
    """Look through the text in a file: UTF-8, UTF-16 with a mark, or cp1252. UserError when it is no text.

    The words that headings of a case file begin with are no names, also where a name is written the same.
    """
    text = _text_of(path)
    return replace(check(without_heading_words(text), reader), text=text)


def advice(checked: Checked) -> str:
    """What to say below a note while it is written: kinds, a proposal, and who looked.

    Empty when nothing was found. It holds nothing back: only the writer knows whether the text may stay.
    """
    if not checked.findings:
        return ""
    kinds = enumeration(list(dict.fromkeys(finding.kind.label for finding in checked.findings)))
    first = checked.findings[0].advice
    return f"Mogelijk persoonsgegevens: {kinds}. {first} Nagekeken met {told_by(checked.checked_by)}."


def told_by(checked_by: str) -> str:
    """By what a text was looked through, as on screen: `alleen eigen regels` where deduce is not there."""
    return f"alleen {BY_RULES}" if checked_by == BY_RULES else checked_by


def notice(text: str) -> tuple[str, Finding] | None:
    """What to say before a note is kept, and the first place it is about; None when own rules find nothing.

    It names kinds and a proposal. Keeping the text stays possible: only its writer knows whether it may stay.
    """
    findings = find(text)
    if not findings:
        return None
    kinds = enumeration(list(dict.fromkeys(finding.kind.label for finding in findings)))
    first = findings[0]
    begin = f"Hier staan mogelijk persoonsgegevens: {kinds}. {first.advice}"
    return f"{begin} Mag de tekst zo blijven? Bewaar dan nog eens.", first


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise UserError(f"'{path.name}' is groter dan 8 MB.", "Verdeel de tekst over meer bestanden.")
        content = path.read_bytes()
    except OSError as error:
        raise UserError(
            f"'{path}' kan niet gelezen worden ({why_unread(error)}).", "Kies een ander bestand."
        ) from None
    for encoding in (
        "utf-8-sig",
        *(("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ()),
        "cp1252",
    ):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UserError(
        f"'{path.name}' is geen tekstbestand.", "Sla de tekst op als .txt of .md en kies dat bestand."
    )
