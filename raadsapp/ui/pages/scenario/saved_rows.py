"""Saved scenarios as rows of a list, and the sentences around them."""

from collections.abc import Sequence

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario_drift import drift
from raadsapp.services.scenario_region import region_name
from raadsapp.texts import long_date, plural
from raadsapp.ui.widgets.item_row import ListRow

_EMPTY = (
    "Er is nog geen scenario bewaard. Zet de schuiven zoals u wilt en bewaar ze hier, met uw vraag en wat u "
    "besloot. Later ziet u wat er sindsdien veranderde."
)
_MOVED = "veranderd"


def row_of(catalog: Catalog, saved: SavedScenario) -> ListRow:
    """Name, place, date and author; marked when something moved since."""
    by = f" · {saved.author}" if saved.author else ""
    return ListRow(
        saved.name,
        str(saved.number),
        detail=f"{region_name(catalog, saved.municipality)} · {long_date(saved.made_on)}{by}",
        mark=_MOVED if drift(catalog, saved).sentences else "",
    )


def lead(rows: Sequence[ListRow], damage: str = "") -> str:
    """How many there are and at how many something moved; without any, what to do. Last, what is damaged."""
    return f"{_counted(rows)} {damage}".strip() if rows or not damage else damage


def _counted(rows: Sequence[ListRow]) -> str:
    if not rows:
        return _EMPTY
    count = plural(len(rows), "scenario is bewaard", "scenario’s zijn bewaard")
    moved = sum(bool(row.mark) for row in rows)
    if not moved:
        return f"{count}."
    return f"{count}. Bij {moved} is sindsdien iets veranderd; daar staat bij wat en waarom."


def about_levers(asked: Scenario) -> str:
    """What is on the levers: for which municipality, and how many of them were moved."""
    values = dict(asked.values)
    changed = sum(lever.default != values[lever.key] for lever in asked.definitions)
    if not changed:
        return f"{asked.name}. Alle schuiven staan in de beginstand."
    return f"{asked.name}. {plural(changed, 'schuif staat', 'schuiven staan')} anders dan in de beginstand."
