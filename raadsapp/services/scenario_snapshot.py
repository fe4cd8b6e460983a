"""The inputs of a scenario as JSON, and back: what a saved scenario was made with."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import MISSING, asdict, dataclass, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from raadsapp.errors import UserError
from raadsapp.model.region import Member, Region
from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario_sentences import estimate_mark


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverStart:
    """What a lever was called and where it began."""

    lever: str
    label: str
    default: float | str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Snapshot:
    """The region with its facts, the starts of the levers, and the version of the dossier they came from."""

    dossier: int
    region: Region
    starts: tuple[LeverStart, ...]


def snapshot_of(asked: Scenario, dossier: int) -> str:
    """The inputs of a scenario as JSON, with the version of the dossier."""
    return json.dumps(
        {
            "dossier": dossier,
            "estimate": estimate_mark(asked),
            "members": [asdict(member) for member in asked.region.members],
            "levers": [
                {"lever": lever.key, "label": lever.label, "default": lever.default}
                for lever in asked.definitions
            ],
        },
        ensure_ascii=False,
        allow_nan=False,
    )


def estimate(text: str) -> str:
    """What says beside every figure that came out of these inputs that it was scaled; empty when none was.

    UserError as `read`.
    """
    with _in_words():
        return str(json.loads(text)["estimate"])


def lever_keys(text: str) -> frozenset[str]:
    """The levers there were; UserError as `read`."""
    with _in_words():
        return frozenset(str(start["lever"]) for start in json.loads(text)["levers"])


def estimated(text: str) -> bool:
    """Whether what came out of these inputs was scaled, wholly or in part."""
    return bool(estimate(text))


def read(text: str, today: Region) -> Snapshot:
    """The inputs that `snapshot_of` wrote.

    What a member or its facts did not have yet is as it is `today`; what they no longer have is left out.
    UserError for anything else than such inputs.
    """
    with _in_words():
        kept = json.loads(text)
        first, *others = _decoded(tuple[Member, ...], kept["members"], today.members)
        return Snapshot(
            dossier=kept["dossier"],
            region=Region((first, *others)),
            starts=tuple(LeverStart(**start) for start in kept["levers"]),
        )


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except (AttributeError, LookupError, TypeError, ValueError) as fault:
        raise UserError(
            "De cijfers bij een bewaard scenario zijn niet te lezen.",
            "Zet een reservekopie van het dossier terug, of verwijder het scenario en maak het opnieuw.",
        ) from fault


def _decoded(kind: Any, value: Any, today: Any) -> Any:  # noqa: ANN401 - whatever the facts are made of
    """A value of JSON as this type; `today` is its counterpart, None where there is none."""
    if is_dataclass(kind):
        return _record(kind, value, today)
    if get_origin(kind) is tuple:
        return tuple(_items(get_args(kind), value, today))
    return kind(value)


def _items(kinds: Sequence[Any], values: Sequence[Any], today: Sequence[Any] | None) -> list[Any]:
    each = [kinds[0]] * len(values) if kinds[-1] is Ellipsis else kinds
    beside = [*(today or ()), *([None] * len(values))]
    return [_decoded(kind, value, other) for kind, value, other in zip(each, values, beside, strict=False)]


def _record(kind: Any, value: Mapping[str, Any], today: Any) -> Any:  # noqa: ANN401 - as above
    hints, made = get_type_hints(kind), {}
    for field in fields(kind):
        beside = getattr(today, field.name, None)
        if field.name in value:
            made[field.name] = _decoded(hints[field.name], value[field.name], beside)
        elif field.default is MISSING:
            made[field.name] = beside
    return kind(**made)
