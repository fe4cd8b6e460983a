"""Fields in a file that the dossier's types do not know: msgspec passes over them for dataclasses."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


def unknown_fields(value: object, expected: object, path: str = "") -> Iterator[str]:
    """Paths, such as `sources[0].page`, of fields in `value` that the type `expected` does not have."""
    if isinstance(value, dict) and isinstance(expected, type) and is_dataclass(expected):
        known = _types_of(expected)
        for name, inner in value.items():
            here = f"{path}.{name}" if path else str(name)
            if name in known:
                yield from unknown_fields(inner, known[name], here)
            else:
                yield here
    elif isinstance(value, list) and get_origin(expected) is tuple:
        for position, inner in enumerate(value):
            yield from unknown_fields(inner, get_args(expected)[0], f"{path}[{position}]")
    elif get_origin(expected) in {Union, UnionType}:
        for option in get_args(expected):
            yield from unknown_fields(value, option, path)


@cache
def _types_of(expected: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(expected)
    return {field.name: hints[field.name] for field in fields(expected)}
