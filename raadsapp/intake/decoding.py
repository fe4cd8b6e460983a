"""The bytes of a delivered file as text, or a refusal that names what the file is."""

import codecs
import re

from raadsapp.errors import UserError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKUP = re.compile(r"\s*<(?:!doctype|html|head|body|table|script|\?xml|!--)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SAMPLE = 4096
_SAVE_AS_CSV = "Sla het blad op als CSV (in Excel: Opslaan als, CSV UTF-8) en kies dat bestand."


def decoded(content: bytes, name: str) -> str:
    """The text of a file called `name`: UTF-8, UTF-16, or cp1252 (with ISO-8859-1).

    Raises UserError for what is no text: a web page, binary data, nothing at all.
    """
    text = _text(content, name)
    if not text.strip():
        raise UserError(f"'{name}' is leeg.", "Kies een bestand met een tabel erin.")
    if _CONTROL.search(text):
        raise _no_text(name)
    if _MARKUP.match(text):
        raise UserError(f"'{name}' is een webpagina of XML-bestand, geen tabel.", _SAVE_AS_CSV)
    return text


def _text(content: bytes, name: str) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise UserError(
                    f"'{name}' is beschadigd: de tekst breekt af of klopt niet met de tekenset {encoding}.",
                    "Vraag het bestand opnieuw op, of sla het opnieuw op als CSV UTF-8.",
                ) from None
    for encoding in (*_unmarked_utf_16(content), "utf-8", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _no_text(name)


def _unmarked_utf_16(content: bytes) -> tuple[str, ...]:
    """UTF-16 without a byte order mark: of Dutch text nearly every other byte is 0, and no other."""
    begin = content[:_SAMPLE]
    low, high = begin[::2].count(0), begin[1::2].count(0)
    if max(low, high) * 4 <= len(begin):
        return ()
    return ("utf-16-le",) if high > low else ("utf-16-be",)


def _no_text(name: str) -> UserError:
    return UserError(
        f"'{name}' is geen tekstbestand dat de app kan lezen.",
        "Kies een werkmap, of een CSV-bestand opgeslagen als CSV UTF-8.",
    )
