"""The money line names where its figures come from."""

from raadsapp.domain.catalog import Catalog
from raadsapp.services.money_sources import money_sources
from tests.core.shipped import dossier


def _documents(catalog: Catalog, municipality: str) -> set[str]:
    return {source.document for source in money_sources(catalog, municipality, 2022)}


def test_the_reference_municipality_stands_on_the_report_alone() -> None:
    assert _documents(dossier(), "GM0986") == {"rekenkamer-2018"}


def test_a_scaled_municipality_names_the_budgets_it_is_scaled_with() -> None:
    assert {"rekenkamer-2018", "iv3"} <= _documents(dossier(), "GM0917")
    assert {"rekenkamer-2018", "iv3"} <= _documents(dossier(), "GM0882")
