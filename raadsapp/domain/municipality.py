"""Municipalities by their CBS code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A municipality; `code` as `GM0986`, `names` the other and former names it is written with."""

    code: str
    name: str
    names: tuple[str, ...] = ()
