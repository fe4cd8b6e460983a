"""The pages, in the order of the rail. A new page is one module with a `Page` and one line here."""

from dataclasses import dataclass
from importlib import import_module

from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page before it is built: `module` lies in this package and has a function `build(state)`."""

    key: str
    title: str
    icon: str
    module: str

    def build(self, state: AppState) -> Page:
        """Load the module and build the page."""
        page = import_module(f"raadsapp.ui.pages.{self.module}").build(state)
        assert isinstance(page, Page)  # noqa: S101 - import_module tells no types
        return page


PAGES = (
    PageEntry("overview", "Overzicht", "overview", "overview"),
    PageEntry("goals", "Doelen", "goals", "goals"),
    PageEntry("indicators", "Indicatoren", "indicators", "indicators"),
    PageEntry("scenario", "Wat als?", "scenario", "scenario"),
    PageEntry("cases", "Voorbeeldcasussen", "people", "cases"),
    PageEntry("recommendations", "Aanbevelingen", "recommendations", "recommendations"),
    PageEntry("data", "Gegevens", "data", "data"),
)
