"""Open the store on the dossier: what a running program holds."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from raadsapp import __version__
from raadsapp.content.digest import digest
from raadsapp.content.records import flatten, rebuild
from raadsapp.domain.catalog import Catalog
from raadsapp.services.own_case_reading import with_own_cases
from raadsapp.store import batches, content, observations
from raadsapp.store.connection import Store
from raadsapp.store.faults import damaged
from raadsapp.store.reading import open_to_read
from raadsapp.store.schema import newer_than_program

if TYPE_CHECKING:
    from raadsapp.services.member_view import MemberView

READ_ONLY = (
    "Alleen lezen: u mag niet schrijven in de map van dit dossier. U kunt alles bekijken, maar niets bewaren."
)
DOSSIER_LAYOUT = "dossier"
"""Layout of the batches that hold the dossier's own figures."""


@dataclass(frozen=True, slots=True)
class Session:
    """An open store and the dossier in it, with the example cases that somebody wrote here.

    `views` are what members see, by the deliveries that count: made once for each state of the store.
    `elsewhere` is asked for a view that takes deciding, which can take long, and later puts it there; without
    it that is done where the view is asked for.
    """

    store: Store
    catalog: Catalog
    views: "dict[tuple[int, ...], MemberView]" = field(default_factory=dict, compare=False, repr=False)
    elsewhere: Callable[[tuple[int, ...]], object] | None = field(default=None, compare=False, repr=False)

    @property
    def notice(self) -> str:
        """What the reader must know of this store; empty when all is as usual."""
        return READ_ONLY if self.store.read_only else ""

    def close(self) -> None:
        """Close the store."""
        self.store.close()


def open_session(path: Path, data: Path) -> Session:
    """Open the store at `path`, made when absent and filled from the dossier in `data` when that is newer.

    A store that was filled from a newer dossier keeps it. One that cannot be written is opened to read only.
    UserError when store or dossier cannot be used.
    """
    store = open_to_read(path)
    try:
        session = Session(store, with_own_cases(store, _catalog(store, data)))
        if store.file != store.path:
            store.seal()
    except BaseException:
        store.close()
        raise
    return session


def _catalog(store: Store, data: Path) -> Catalog:
    # Another version of the program may make other records of the same files.
    files = digest(data)
    shipped = f"{files} {__version__}"
    kept = content.edition(store)
    if kept is None or (kept.digest != shipped and not _is_newer(kept, data)):
        # Reading the dossier takes parsers that a start on a filled store does without.
        from raadsapp.content.loading import load

        catalog = load(data)
        with store.writing(patiently=True):
            # Asked again under the lock: another program may have been quicker.
            if content.edition(store) == kept:
                _add_figures(store, catalog, files)
                content.replace(store, flatten(catalog), version=catalog.dossier.version, digest=shipped)
                return catalog
        return _catalog(store, data)
    try:
        return rebuild(content.records(store))
    except ValueError as fault:
        if kept.digest == shipped:
            raise damaged(store.path) from fault  # this very version of the program wrote it
        # A newer program keeps things of which this one knows nothing.
        raise newer_than_program(store.path) from fault


def _is_newer(kept: content.Edition, data: Path) -> bool:
    from raadsapp.content.loading import version

    return kept.version > version(data)


def _add_figures(store: Store, catalog: Catalog, files: str) -> None:
    from raadsapp.content import figures

    # Only what the dossier itself now says otherwise: what someone delivered in between goes on counting.
    said = set(observations.of_layout(store, DOSSIER_LAYOUT))
    told = [observation for observation in figures.observations(catalog) if observation not in said]
    if told:
        batches.add(
            store,
            file=f"{catalog.dossier.key} versie {catalog.dossier.version}",
            sha256=files,
            layout=DOSSIER_LAYOUT,
            by="Raadsapp",
            at=datetime.now().astimezone(),
            observations=told,
        )
