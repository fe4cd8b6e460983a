"""Saved scenarios and changed dossiers that several tests start from."""

from dataclasses import replace
from datetime import date

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.services import saved_scenarios
from raadsapp.services.opening import Session
from raadsapp.services.scenario import scenario
from tests.core.model_page import VOERENDAAL

MADE_ON = date(2026, 11, 22)
WAITING: dict[str, float | str] = {"demand_growth": 5.0, "waiting_share": 60.0, "savings_scenario": "middle"}


def made(
    session: Session,
    changes: dict[str, float | str] | None = None,
    *,
    municipality: str = VOERENDAAL,
    name: str = "Vraag groeit",
    made_on: date = MADE_ON,
) -> SavedScenario:
    """A scenario on the catalog of the session, not stored yet."""
    asked = scenario(session.catalog, municipality, WAITING if changes is None else changes)
    return saved_scenarios.of(session, asked, name=name, made_on=made_on)


def with_fact(catalog: Catalog, key: str, value: float) -> Catalog:
    """The dossier with another value for one fact."""
    assert catalog.find(key) is not None
    facts = (replace(fact, value=value) if fact.key == key else fact for fact in catalog.facts)
    return replace(catalog, facts=tuple(facts))


def with_own(catalog: Catalog, municipality: str, **values: float) -> Catalog:
    """The dossier with figures of a municipality's own, as a clerk enters them: `plafond_2019=…`."""
    own = (
        replace(
            catalog.fact(name.replace("_", "-")),
            key=f"{name.replace('_', '-')}-{municipality}",
            value=value,
            municipality=municipality,
        )
        for name, value in values.items()
    )
    return replace(catalog, facts=(*catalog.facts, *own))


def with_lever(catalog: Catalog, lever: Lever) -> Catalog:
    """The dossier with another lever in the place of the one with its key."""
    assert lever.key in {one.key for one in catalog.levers}
    return replace(catalog, levers=tuple(lever if one.key == lever.key else one for one in catalog.levers))
