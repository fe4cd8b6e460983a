"""A layout as the text of a file: what `load_layout` reads back as the same layout."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

import msgspec

from raadsapp.intake.layouts import Layout

_NOT_WRITTEN = frozenset(("key", "own"))


def written_layout(layout: Layout) -> str:
    """The TOML of `layout`, without what is as usual.

    Its key is the name of its file, and its folder says whose it is: neither is in it.
    """
    said = {name: value for name, value in _said(layout).items() if name not in _NOT_WRITTEN}
    return "\n".join(_table("", said)) + "\n"


def _said(struct: msgspec.Struct) -> dict[str, object]:
    """The fields of a struct that differ from their default, the structs in it likewise."""
    return {
        field.name: _plain(value)
        for field in msgspec.structs.fields(type(struct))
        if (value := getattr(struct, field.name)) is not None and (field.required or value != field.default)
    }


def _plain(value: object) -> object:
    if isinstance(value, msgspec.Struct):
        return _said(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return msgspec.to_builtins(value)


def _table(name: str, said: Mapping[str, object]) -> Iterator[str]:
    """The lines of a table: first what is one value, then the tables in it."""
    inner = {key: value for key, value in said.items() if _is_table(value)}
    for key, value in said.items():
        if key not in inner:
            yield f"{key} = {_value(value)}"
    for key, value in inner.items():
        whole = f"{name}.{key}" if name else key
        many = isinstance(value, list)
        for table in cast("Sequence[Mapping[str, object]]", value if many else [value]):
            yield ""
            yield f"[[{whole}]]" if many else f"[{whole}]"
            yield from _table(whole, table)


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and bool(value) and all(isinstance(part, dict) for part in value)
    )


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, float):
        return repr(value)
    # JSON writes texts, truths and whole numbers as TOML does, but for one sign that it leaves as it is.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
