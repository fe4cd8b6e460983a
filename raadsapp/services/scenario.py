"""Scenarios on the dossier: what the levers may be, what is set, and what comes out.

A municipality is a CBS code of the dossier, or `TOGETHER` for all of them added up.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isfinite

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Choice, Lever, Preset, Spread
from raadsapp.errors import UserError
from raadsapp.model.levers import CHOICES, Levers, levers_of
from raadsapp.model.region import Region, run_region
from raadsapp.model.scenario import Outcome
from raadsapp.services.scenario_facts import facts
from raadsapp.services.scenario_region import TOGETHER, region, region_name, region_weight
from raadsapp.texts import enumeration, number

__all__ = [
    "TOGETHER",
    "Scenario",
    "facts",
    "levers_for",
    "outcome",
    "preset_changes",
    "scenario",
    "settings",
    "with_changes",
]

_EXACT = 6
"""Decimals to which amounts grow with a weight: 39 × 11.2 is 436.8 and nothing behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A municipality and its levers: what each may be, where each stands, and that as the model takes it."""

    municipality: str
    name: str
    definitions: tuple[Lever, ...]
    values: tuple[tuple[str, float | str], ...]
    region: Region
    levers: Levers
    start: Levers
    """The same municipality with every lever at its default."""
    names: tuple[tuple[str, str], ...]
    """Code and name of each municipality of the dossier."""

    @property
    def years(self) -> tuple[int, ...]:
        """The years that are worked out."""
        return self.region.years

    @property
    def estimated(self) -> bool:
        """Whether what comes out is scaled, wholly or in part, from another municipality's figures."""
        return self.region.estimated


def levers_for(catalog: Catalog, municipality: str) -> tuple[Lever, ...]:
    """The levers with a municipality’s own default, range and spread, in file order; UserError as `facts`."""
    weight = region_weight(region(catalog, municipality))
    code = municipality or catalog.dossier.municipalities[0]
    return tuple(_own(lever, code, weight) for lever in catalog.levers)


def _own(lever: Lever, municipality: str, weight: float) -> Lever:
    """The lever as it is for a municipality with this weight."""
    if municipality == TOGETHER and lever.defaults:
        own = Choice(value="own", label="Wat elke gemeente zelf koos")
        return replace(lever, default=own.value, choices=(*lever.choices, own))
    lever = replace(lever, default=(lever.defaults or {}).get(municipality, lever.default))
    if not lever.weighted or weight == 1 or isinstance(lever.default, str):
        return lever
    spread = lever.spread
    return replace(
        lever,
        default=round(lever.default * weight, _EXACT),
        low=round(lever.low * weight, _EXACT),
        high=round(lever.high * weight, _EXACT),
        spread=spread
        and Spread(
            low=round(spread.low * weight, _EXACT),
            high=round(spread.high * weight, _EXACT),
            source=spread.source,
        ),
        observed=None,
    )


def preset_changes(catalog: Catalog, municipality: str, key: str) -> tuple[tuple[str, float | str], ...]:
    """What a preset sets in this municipality: amounts of weighted levers grow with its weight.

    UserError that names the presets when `key` is none.
    """
    preset = catalog.find(key)
    if not isinstance(preset, Preset):
        allowed = enumeration([one.key for one in catalog.presets])
        raise UserError(f"De voorbeeldstand ‘{key}’ bestaat niet.", f"Kies uit {allowed}.")
    weight = region_weight(region(catalog, municipality))
    weighted = {lever.key for lever in catalog.levers if lever.weighted}
    return tuple(
        (lever, round(value * weight, _EXACT) if lever in weighted and not isinstance(value, str) else value)
        for lever, value in preset.settings
    )


def scenario(catalog: Catalog, municipality: str, changes: Mapping[str, float | str]) -> Scenario:
    """All levers at their defaults but for `changes`; numbers may also come as text, `2,5` or `2.5`.

    UserError that names what is allowed for an unknown municipality or lever, or a value outside its range.
    """
    code = municipality or catalog.dossier.municipalities[0]
    found = region(catalog, code)
    definitions = levers_for(catalog, code)
    start = {lever.key: lever.default for lever in definitions}
    untouched = Scenario(
        municipality=code,
        name=region_name(catalog, code),
        definitions=definitions,
        values=tuple(start.items()),
        region=found,
        levers=_coded(start),
        start=_coded(start),
        names=tuple((one, region_name(catalog, one)) for one in catalog.dossier.municipalities),
    )
    return with_changes(untouched, changes)


def with_changes(asked: Scenario, changes: Mapping[str, float | str]) -> Scenario:
    """The same municipality with `changes` on top of where its levers stand; UserError as `scenario`."""
    definitions = {lever.key: lever for lever in asked.definitions}
    values = dict(asked.values)
    for key, value in changes.items():
        if key not in definitions:
            allowed = enumeration(list(definitions))
            raise UserError(f"De schuif ‘{key}’ bestaat niet.", f"Kies uit {allowed}.")
        values[key] = _allowed(definitions[key], value)
    return replace(asked, values=tuple(values.items()), levers=_coded(values))


def settings(catalog: Catalog, municipality: str, changes: Mapping[str, float | str]) -> Levers:
    """The levers of `scenario` as the model takes them."""
    return scenario(catalog, municipality, changes).levers


def outcome(asked: Scenario) -> Outcome:
    """What comes out of a scenario, arrays of shape (1, years)."""
    return run_region(asked.levers, asked.region)


def _coded(values: Mapping[str, float | str]) -> Levers:
    return levers_of(
        {key: CHOICES[key].index(value) if isinstance(value, str) else value for key, value in values.items()}
    )


def _allowed(lever: Lever, value: float | str) -> float | str:
    """The value as the lever keeps it; UserError that names what is allowed."""
    if lever.choices:
        choices = [choice.value for choice in lever.choices]
        if value in choices:
            return value
        raise UserError(f"De schuif {lever.key} kent ‘{value}’ niet.", f"Kies uit {enumeration(choices)}.")
    try:
        amount = float(value.replace(",", ".") if isinstance(value, str) else value)
    except ValueError:
        raise UserError(f"De schuif {lever.key} wil een getal, niet ‘{value}’.", _reach_hint(lever)) from None
    if not (isfinite(amount) and lever.low <= amount <= lever.high):
        raise UserError(f"{lever.key} = {value} ligt buiten het bereik van deze schuif.", _reach_hint(lever))
    return amount


def _reach_hint(lever: Lever) -> str:
    low, high = number(lever.low, lever.decimals), number(lever.high, lever.decimals)
    return f"Kies een waarde van {low} tot en met {high}."
