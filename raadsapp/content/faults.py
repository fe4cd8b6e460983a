"""Faults in dossier files, collected and then told as one error."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from raadsapp.errors import UserError
from raadsapp.texts import plural

_HINT = "Herstel dit in de map van het dossier, of installeer Raadsapp opnieuw."
_KINDS_OF_VALUE = {
    "str": "tekst",
    "int": "een heel getal",
    "float": "een getal",
    "bool": "waar of onwaar",
    "array": "een lijst",
    "object": "een groep velden",
    "date": "een datum",
    "null": "niets",
}
_PLACE = re.compile(r"^(?P<what>.*?)(?: - at `\$\.?(?P<field>[^`]*)`)?$", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(.*)`")
_WRONG = re.compile(r"Expected `(.*)`, got `(.*)`")
_LENGTH = re.compile(r"Expected `array` of length (\d+), got (\d+)")
_DATE = "Invalid RFC3339 encoded date"
_CHOICE = re.compile(r"Invalid enum value (.*)")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a file; `key` names the item, empty when it is about the whole file."""

    file: str
    key: str
    message: str

    def told(self, folder: str) -> str:
        """`data/effects.toml, E3: …`."""
        place = f"{folder}/{self.file}"
        return f"{place}, {self.key}: {self.message}" if self.key else f"{place}: {self.message}"


def error_of(faults: Sequence[Fault], folder: str) -> UserError:
    """One error for all faults: the first in the message, the others listed below the hint."""
    first, *rest = (fault.told(folder) for fault in faults)
    if not rest:
        return UserError(first, _HINT)
    also = f"{_HINT} Er {'is' if len(rest) == 1 else 'zijn'} nog {plural(len(rest), 'fout', 'fouten')}:"
    return UserError(first, "\n".join((also, *(f"– {line}" for line in rest))))


def in_dutch(problem: str) -> str:
    """What msgspec says about a value, in Dutch and with the field it is about."""
    place = _PLACE.match(problem)
    what, field = (place["what"], place["field"] or "") if place else (problem, "")
    if found := _MISSING.fullmatch(what):
        return f"het veld ‘{_joined(field, found[1])}’ ontbreekt."
    start = f"het veld ‘{field}’" if field else "dit blok"
    if found := _LENGTH.fullmatch(what):
        return f"{start} moet {found[1]} waarden hebben en heeft er {found[2]}."
    if found := _WRONG.fullmatch(what):
        return f"{start} moet {_values(found[1])} zijn en is {_values(found[2])}."
    if found := _CHOICE.fullmatch(what):
        return f"{start} heeft een waarde die niet bestaat: {found[1]}."
    if what == _DATE:
        return f"{start} is geen datum zoals 2019-01-31."
    return f"{start} klopt niet ({what})."


def _joined(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name


def _values(names: str) -> str:
    return " of ".join(_KINDS_OF_VALUE.get(name, name) for name in names.split(" | "))
