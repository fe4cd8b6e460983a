"""Own example cases read from the store and put among those of the dossier."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from raadsapp.domain.case import Case
from raadsapp.domain.catalog import Catalog
from raadsapp.store import own_cases as stored
from raadsapp.store.connection import Store
from raadsapp.store.own_cases import StoredCase

if TYPE_CHECKING:  # a start without own cases does without the parser
    from raadsapp.content.faults import Fault

FOLDER = "eigen casussen"
"""What a fault names in the place of a folder with files."""


@dataclass(frozen=True, slots=True)
class OwnCase:
    """A case that somebody wrote here; None, with what is wrong, when its text cannot be used."""

    kept: StoredCase
    case: Case | None
    faults: "tuple[Fault, ...]"

    @property
    def told(self) -> tuple[str, ...]:
        """What is wrong, each with its step and reason."""
        return tuple(fault.told(FOLDER) for fault in self.faults)


def read_own_cases(store: Store, dossier: Catalog) -> tuple[OwnCase, ...]:
    """Every own case in order of key, with what is wrong with it beside this dossier."""
    rows = stored.all_cases(store)
    if not rows:
        return ()
    return tuple(_read(row, dossier) for row in rows)


def with_own_cases(store: Store, dossier: Catalog) -> Catalog:
    """The dossier with the own cases that can be used: in the place of one with their key, or behind all."""
    usable = (one.case for one in read_own_cases(store, dossier) if not one.faults)
    own = {case.key: case for case in usable if case is not None}
    if not own:
        return dossier
    shipped = {case.key for case in dossier.cases}
    placed = tuple(own.get(case.key, case) for case in dossier.cases)
    return replace(dossier, cases=(*placed, *(case for key, case in own.items() if key not in shipped)))


def _read(row: StoredCase, dossier: Catalog) -> OwnCase:
    from raadsapp.content.case_files import read_text_of
    from raadsapp.content.faults import Fault

    file = f"{row.title} ({row.key})"
    case, faults = read_text_of(row.text, file, dossier)
    other = dossier.find(row.key)
    if case and (case.key != row.key or not isinstance(other, Case | None)):
        faults = (*faults, Fault(file, "", f"de sleutel ‘{case.key}’ is die van iets anders."))
    return OwnCase(row, case, faults)
