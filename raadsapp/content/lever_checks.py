"""What must hold for levers and presets: every setting lies within what the lever allows."""

from collections.abc import Iterator

from raadsapp.content.faults import Fault
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever

_LEVERS = "levers.toml"
_PRESETS = "presets.toml"


def lever_faults(catalog: Catalog) -> Iterator[Fault]:
    """Everything that is wrong in levers and presets."""
    levers = {lever.key: lever for lever in catalog.levers}
    for lever in catalog.levers:
        yield from (Fault(_LEVERS, lever.key, wrong) for wrong in _lever_faults(lever, catalog, levers))
    for preset in catalog.presets:
        for key, value in preset.settings:
            wrong = setting_fault(levers[key], value) if key in levers else f"schuif ‘{key}’ bestaat niet."
            if wrong:
                yield Fault(_PRESETS, preset.key, wrong)


def setting_fault(lever: Lever, value: float | str) -> str:
    """Why `value` cannot be set on this lever, in Dutch; empty when it can."""
    if lever.choices:
        allowed = [choice.value for choice in lever.choices]
        return "" if value in allowed else f"{lever.key} kent ‘{value}’ niet; wel: {', '.join(allowed)}."
    if not isinstance(value, str) and lever.low <= value <= lever.high:
        return ""
    return f"{lever.key} = {value} ligt niet tussen {lever.low:g} en {lever.high:g}."


def _lever_faults(lever: Lever, catalog: Catalog, levers: dict[str, Lever]) -> Iterator[str]:
    if not lever.choices and not (lever.low < lever.high and lever.step > 0):
        yield "zonder keuzes zijn ‘low’, ‘high’ (hoger) en ‘step’ (boven nul) nodig."
    elif wrong := setting_fault(lever, lever.default):
        yield f"de beginstand klopt niet: {wrong}"
    for code, value in (lever.defaults or {}).items():
        if catalog.municipality(code) is None:
            yield f"gemeente {code} bestaat niet."
        if wrong := setting_fault(lever, value):
            yield f"de beginstand voor {code} klopt niet: {wrong}"
    for other in lever.works_with:
        if other not in levers or other == lever.key:
            yield f"de schuif ‘{other}’ waarmee deze werkt, bestaat niet."
    if lever.spread is not None and not lever.spread.low <= 0 <= lever.spread.high:
        yield "de spreiding loopt niet van onder naar boven nul."
    if lever.observed is not None and lever.observed.low > lever.observed.high:
        yield "de waargenomen grenzen staan in de verkeerde volgorde."
