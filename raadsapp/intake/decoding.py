"""What a file of text is written in, found by going through it once; or a refusal that names what it is."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from raadsapp.errors import UserError
from raadsapp.intake.progress import Progress, Tell

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
_MARKUP = re.compile(r"\s*<(?:!doctype|html|head|body|table|script|\?xml|!--)", re.IGNORECASE)
_JSON = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
# What other kinds of file begin with that a clerk may well choose.
_OTHERS = (
    ((b"%PDF-",), "een pdf", "Vraag de tabel als werkmap of CSV, of neem de cijfers over in het sjabloon."),
    ((b"{\\rtf",), "een tekstdocument", "Vraag de tabel als werkmap of CSV."),
    (
        (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07"),
        "een ingepakt bestand",
        "Pak het uit en kies het bestand met de cijfers dat erin zit.",
    ),
    (
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8"),
        "een afbeelding",
        "Vraag de tabel als werkmap of CSV, of neem de cijfers over in het sjabloon.",
    ),
)
_CONTROLS = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SAMPLE = 4096
_BLOCK = 1 << 20
_SAVE_AS_CSV = "Sla het blad op als CSV (in Excel: Opslaan als, CSV UTF-8) en kies dat bestand."


@dataclass(frozen=True, slots=True)
class Text:
    """What a file of text is written in, the SHA-256 of its bytes and how many they are.

    `ended` says that its last line has an end.
    """

    encoding: str
    sha256: str
    size: int
    ended: bool = True


def look_through(path: Path, tell: Tell) -> Text:
    """What the file at `path` is written in: UTF-8, UTF-16, or cp1252 (with ISO-8859-1).

    Raises UserError for what is no text: a web page, binary data, nothing at all. OSError when it cannot be
    read.
    """
    name = path.name
    size = path.stat().st_size
    hashed, done, last = hashlib.sha256(), 0, b""
    with path.open("rb") as file:
        begin = file.read(_SAMPLE)
        for marks, what, hint in _OTHERS:
            if begin.startswith(marks):
                raise UserError(f"'{name}' is {what}, geen tabel.", hint)
        file.seek(0)
        found = _Candidates(begin, name)
        while block := file.read(_BLOCK):
            hashed.update(block)
            found.take(block)
            done, last = done + len(block), block[-2:]
            tell(Progress(done, max(size, done), "Bestand lezen"))
    ended = last.strip(b"\0").endswith((b"\n", b"\r"))
    return Text(found.encoding(), hashed.hexdigest(), done, ended)


class _Candidates:
    """The encodings that all bytes so far may be in, most likely first."""

    def __init__(self, begin: bytes, name: str) -> None:
        self._name = name
        marked = next(((tried, told) for mark, tried, told in _BOMS if begin.startswith(mark)), None)
        self._marked = marked[1] if marked else ""
        tried = (marked[0],) if marked else (*_unmarked_utf_16(begin), "utf-8", "cp1252")
        self._decoders = {encoding: codecs.getincrementaldecoder(encoding)() for encoding in tried}
        self._blank = True
        self._begun = False

    def take(self, block: bytes) -> None:
        """Look at the next bytes."""
        ascii_only = block.isascii()
        for encoding, decoder in list(self._decoders.items()):
            wide = encoding.startswith("utf-16")
            if ascii_only and not wide and not decoder.getstate()[0] and self._begun:
                text = ""
            else:
                try:
                    text = decoder.decode(block)
                except UnicodeDecodeError:
                    del self._decoders[encoding]
                    continue
            if encoding == next(iter(self._decoders)):
                self._look(block, text, wide=wide)
        if not self._decoders:
            raise self._broken()
        self._begun = True

    def _look(self, block: bytes, text: str, *, wide: bool) -> None:
        if _CONTROL.search(text) if wide else len(block.translate(None, _CONTROLS)) < len(block):
            raise _no_text(self._name)
        if not self._begun and _JSON.match(text):
            raise UserError(
                f"'{self._name}' is een JSON-bestand, geen tabel.", "Vraag de tabel als werkmap of CSV."
            )
        if not self._begun and _MARKUP.match(text):
            raise UserError(f"'{self._name}' is een webpagina of XML-bestand, geen tabel.", _SAVE_AS_CSV)
        if self._blank:
            self._blank = not (text.strip() or (block.isascii() and block.strip()))

    def encoding(self) -> str:
        """The most likely one, after all bytes."""
        for encoding, decoder in self._decoders.items():
            try:
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                continue
            if self._blank:
                raise UserError(f"'{self._name}' is leeg.", "Kies een bestand met een tabel erin.")
            return encoding
        raise self._broken()

    def _broken(self) -> UserError:
        if not self._marked:
            return _no_text(self._name)
        return UserError(
            f"'{self._name}' is beschadigd: de tekst breekt af of klopt niet met de tekenset {self._marked}.",
            "Vraag het bestand opnieuw op, of sla het opnieuw op als CSV UTF-8.",
        )


def _unmarked_utf_16(begin: bytes) -> Iterator[str]:
    """UTF-16 without a byte order mark: of Dutch text nearly every other byte is 0, and no other."""
    low, high = begin[::2].count(0), begin[1::2].count(0)
    if max(low, high) * 4 > len(begin):
        yield "utf-16-le" if high > low else "utf-16-be"


def _no_text(name: str) -> UserError:
    return UserError(
        f"'{name}' is geen tekstbestand dat de app kan lezen.",
        "Kies een werkmap, of een CSV-bestand opgeslagen als CSV UTF-8.",
    )
