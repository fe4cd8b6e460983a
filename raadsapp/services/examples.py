"""The invented quarters to practise with: put in on request, taken out together, marked wherever they go."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from raadsapp import paths
from raadsapp.domain.changes import Changes, Part
from raadsapp.errors import UserError
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.services import deliveries
from raadsapp.services.opening import Session
from raadsapp.services.settling import settle
from raadsapp.store import batches
from raadsapp.texts import plural

_TOUCHED = frozenset({Part.OBSERVATIONS})


def _silent(_done: int, _total: int) -> None:
    pass


def loaded(session: Session) -> int:
    """How many deliveries with invented values count now."""
    return sum(batch.fictional and not batch.withdrawn for batch in batches.all_batches(session.store))


def load(session: Session, by: str, progress: Callable[[int, int], None] = _silent) -> Changes:
    """Let all invented quarters count, in order of arrival; what was withdrawn before comes back.

    `progress` hears how many of the workbooks are done. UserError when one is gone or cannot be stored; those
    before it then count all the same.
    """
    files = sorted((paths.data_dir() / "examples").glob("*.xlsx"))
    if not files:
        raise UserError("De fictieve cijfers ontbreken.", "Installeer Raadsapp opnieuw.")
    known = {batch.sha256: batch for batch in reversed(batches.all_batches(session.store))}
    added = 0
    with WorkbookProcess() as workbooks:
        for done, path in enumerate(files):
            progress(done, len(files))
            before = known.get(_sha256(path))
            if before is None:
                deliveries.commit(session, deliveries.preview(session, path, workbooks=workbooks), by)
            elif before.withdrawn:
                batches.bring_back(session.store, before.number, by, datetime.now(UTC))
            added += before is None or before.withdrawn
    progress(len(files), len(files))
    if not added:
        return Changes(frozenset(), "De fictieve cijfers staan er al.")
    settle(session)
    told = plural(added, "fictieve levering telt", "fictieve leveringen tellen")
    return Changes(_TOUCHED, f"{told} nu mee. Overal staat FICTIEF bij deze cijfers.")


def withdraw(session: Session, by: str) -> Changes:
    """Let no delivery with invented values count any more, all at once."""
    numbers = [
        batch.number
        for batch in batches.all_batches(session.store)
        if batch.fictional and not batch.withdrawn
    ]
    if not numbers:
        return Changes(frozenset(), "Er staan geen fictieve cijfers in.")
    batches.withdraw_all(session.store, numbers, by, datetime.now(UTC))
    settle(session)
    told = plural(len(numbers), "fictieve levering is", "fictieve leveringen zijn")
    return Changes(_TOUCHED, f"{told} ingetrokken. Wat ervoor gold, geldt weer.")


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise UserError(f"'{path.name}' is niet te lezen.", "Installeer Raadsapp opnieuw.") from error
