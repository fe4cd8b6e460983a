"""The agenda of a context session: minutes for each part, so that together they are the whole session."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from raadsapp.domain.case import Case
from raadsapp.domain.case_depth import most_choices
from raadsapp.domain.context_session import small_groups


class PartKind(StrEnum):
    """What a part of the session is for."""

    OPENING = "opening"
    READING = "reading"
    WALKING = "walking"
    TALKING = "talking"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPart:
    """A part that begins `start` minutes after the session did; `case` is empty for opening and closing."""

    kind: PartKind
    case: str
    start: int
    minutes: int
    least: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """The parts in order, the sizes of the small groups, and the least minutes these cases need."""

    parts: tuple[AgendaPart, ...]
    groups: tuple[int, ...]
    needed: int


@dataclass(frozen=True, slots=True)
class TooShort:
    """These cases need at least `needed` minutes; `kept` are the first ones that do fit, perhaps none."""

    needed: int
    kept: tuple[str, ...]


_OPENING, _READING, _CHOICE, _TALKING, _CLOSING = 5, 2, 3, 3, 5
"""The least minutes: for talking, one more for each small group that tells what it chose."""
_WEIGHTS = {
    PartKind.OPENING: 1,
    PartKind.READING: 1,
    PartKind.WALKING: 5,
    PartKind.TALKING: 6,
    PartKind.CLOSING: 2,
}
"""How what is left over is shared out: most goes to the conversation."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    kind: PartKind
    case: str
    least: int


def agenda_of(cases: Sequence[Case], size: int, minutes: int) -> Agenda | TooShort:
    """An agenda whose parts add up to `minutes`, none shorter than it can be; TooShort when that cannot be.

    Each case is read, walked in small groups of three to five, and talked about with all. ValueError without
    a case.
    """
    if not cases:
        raise ValueError("an agenda without a case")
    groups = small_groups(size)
    wanted = _parts(cases, len(groups))
    needed = sum(part.least for part in wanted)
    if needed > minutes:
        kept = tuple(cases)
        while kept and sum(part.least for part in _parts(kept, len(groups))) > minutes:
            kept = kept[:-1]
        return TooShort(needed, tuple(case.key for case in kept))
    more = _shared(minutes - needed, [_WEIGHTS[part.kind] for part in wanted])
    parts: list[AgendaPart] = []
    start = 0
    for part, extra in zip(wanted, more, strict=True):
        length = part.least + extra
        parts.append(
            AgendaPart(kind=part.kind, case=part.case, start=start, minutes=length, least=part.least)
        )
        start += length
    return Agenda(tuple(parts), groups, needed)


def _parts(cases: Sequence[Case], groups: int) -> list[_Wanted]:
    parts = [_Wanted(PartKind.OPENING, "", _OPENING)]
    for case in cases:
        parts += [
            _Wanted(PartKind.READING, case.key, _READING),
            _Wanted(PartKind.WALKING, case.key, _CHOICE * max(1, most_choices(case))),
            _Wanted(PartKind.TALKING, case.key, _TALKING + groups),
        ]
    return [*parts, _Wanted(PartKind.CLOSING, "", _CLOSING)]


def _shared(spare: int, weights: Sequence[int]) -> list[int]:
    """Whole minutes by weight; those that rounding down leaves go where the most was cut off."""
    whole = sum(weights)
    shares = [spare * weight // whole for weight in weights]
    left = spare - sum(shares)
    order = sorted(range(len(weights)), key=lambda place: -(spare * weights[place] % whole))
    for place in order[:left]:
        shares[place] += 1
    return shares
