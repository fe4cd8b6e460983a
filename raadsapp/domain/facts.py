"""Printed figures of the dossier, as data."""

from dataclasses import dataclass

from raadsapp.domain.source import Source, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One figure in `unit`.

    `period` is a CBS code and `municipality` a CBS code, both empty where they do not apply. `indicator`
    and `breakdown` name the series in which the figure stands as an observation, if it does; `provisional`
    when it does so as a provisional one.
    `disagrees_with` are keys of facts that contradict it: all are shown.
    """

    key: str
    label: str
    value: float
    unit: str
    standing: Standing = Standing.SOURCE
    municipality: str = ""
    period: str = ""
    indicator: str = ""
    breakdown: str = ""
    provisional: bool = False
    disagrees_with: tuple[str, ...] = ()
    sources: tuple[Source, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeCount:
    """Young people of ages 0 to 22 on 1 January; `counts[a]` of age a, `printed_total` as the source adds."""

    key: str
    municipality: str
    year: int
    counts: tuple[int, ...]
    printed_total: int
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A stored series that is not one of the council's indicators, such as Iv3 cost per task field.

    Parts in the dimensions `adds_up`, of which a file may hold some, are together at most the figure without
    breakdown; all are `rounded` to so many, 0 when they are not.
    """

    key: str
    title: str
    unit: str
    text: str
    adds_up: tuple[str, ...] = ()
    rounded: int = 0
    sources: tuple[Source, ...]
    caveats: tuple[str, ...] = ()
