"""Open the store on the dossier: what a running program holds."""

from dataclasses import dataclass
from pathlib import Path

from raadsapp.domain.catalog import Catalog
from raadsapp.store.connection import Store


@dataclass(frozen=True, slots=True)
class Session:
    """An open store and the dossier in it."""

    store: Store
    catalog: Catalog

    def close(self) -> None:
        """Close the store."""
        self.store.close()


def open_session(path: Path, data: Path) -> Session:
    """Open the store at `path`, made when absent and filled from the dossier in `data` when that is newer."""
    raise NotImplementedError
