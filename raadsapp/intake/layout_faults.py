"""What is wrong with the file of a layout, in Dutch."""

import re
import tomllib

_AT = re.compile(r"(?P<said>.*?)(?: - at `(?:key in )?\$\.?(?P<where>[^`]*)`)?", re.DOTALL)
_LINE = re.compile(r".*\(at line ([0-9]+), column ([0-9]+)\)", re.DOTALL)
_KNOWN = (
    (re.compile(r"Object missing required field `(.+)`"), "de instelling '{}' ontbreekt"),
    (re.compile(r"Object contains unknown field `(.+)`"), "de app kent de instelling '{}' niet"),
    (re.compile(r"Invalid enum value (.+)"), "{} kan daar niet staan"),
    (re.compile(r"(Expected) .+"), "daar staat iets anders dan wat er hoort"),
)


def in_dutch(error: Exception) -> str:
    """Why a file is no layout: what is wrong, and at which setting or line.

    Of its own settings the app says so itself; what the libraries say is put in plain words.
    """
    if isinstance(error, UnicodeDecodeError):
        return "het is geen tekst in UTF-8"
    if isinstance(error, OSError):
        return "het is niet te lezen"
    if isinstance(error, RecursionError):
        return "er staat te veel in elkaar"
    if isinstance(error, tomllib.TOMLDecodeError):
        place = _LINE.fullmatch(str(error))
        where = f"regel {place[1]}, teken {place[2]}" if place else "het einde van het bestand"
        return f"bij {where} staat iets wat geen TOML is"
    parts = _AT.fullmatch(str(error))
    said, where = (parts["said"], parts["where"] or "") if parts else (str(error), "")
    known = (words.format(match[1]) for form, words in _KNOWN if (match := form.fullmatch(said)))
    told = next(known, said)
    return f"bij '{where}': {told}" if where else told
