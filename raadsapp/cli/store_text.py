"""A store and its backups in words and as JSON, for the command line."""

import json
from collections.abc import Iterator, Sequence

from raadsapp.errors import UserError
from raadsapp.store.backups import Backup
from raadsapp.store.upkeep import StoreInfo
from raadsapp.texts import long_date, long_moment, number

_Judged = tuple[Backup, UserError | None]


def info_text(found: StoreInfo) -> str:
    """What the store is and holds, line by line."""
    last, newest = found.last_batch, found.newest_backup
    lines = (
        ("Bestand", str(found.path)),
        ("Grootte", f"{number(found.size / 1024)} kB"),
        ("Versie van de opslag", str(found.schema_version)),
        (
            "Dossier",
            f"{found.dossier_title}, versie {found.dossier_version}" if found.dossier_title else "geen",
        ),
        ("Onderdelen van het dossier", number(found.items)),
        ("Leveringen", number(found.batches)),
        ("Waarnemingen", number(found.observations)),
        ("Toezeggingen", number(found.commitments)),
        (
            "Laatste levering",
            f"{last.number}: {last.file}, {long_date(last.imported_at)}" if last else "geen",
        ),
        ("Nieuwste reservekopie", long_moment(newest.made_at.astimezone()) if newest else "geen"),
    )
    return "\n".join(f"{label + ':':<28}{value}" for label, value in lines)


def info_json(found: StoreInfo) -> str:
    """The same for a program."""
    last, newest = found.last_batch, found.newest_backup
    return json.dumps(
        {
            "path": str(found.path),
            "size": found.size,
            "schema_version": found.schema_version,
            "dossier": {"title": found.dossier_title, "version": found.dossier_version},
            "items": found.items,
            "batches": found.batches,
            "observations": found.observations,
            "commitments": found.commitments,
            "last_batch": last
            and {
                "number": last.number,
                "file": last.file,
                "imported_at": last.imported_at.isoformat(),
                "imported_by": last.imported_by,
                "withdrawn": last.withdrawn,
            },
            "newest_backup": newest and _as_record(newest),
        },
        ensure_ascii=False,
        indent=2,
    )


def backups_text(found: Sequence[_Judged]) -> Iterator[str]:
    """Each backup on a line, with what keeps it from being put back."""
    if not found:
        yield "Er zijn nog geen reservekopieën. Raadsapp maakt er een zodra er iets is ingelezen of bewaard."
    for backup, fault in found:
        moment = long_moment(backup.made_at.astimezone())
        yield f"{moment:<34}{number(_size(backup) / 1024):>9} kB  {backup.path.name}"
        if fault:
            yield f"  Niet bruikbaar: {fault.message}"


def backups_json(found: Sequence[_Judged]) -> str:
    """The same for a program; `fault` is null for a backup that can be put back."""
    return json.dumps(
        [
            {**_as_record(backup), "size": _size(backup), "fault": fault and fault.message}
            for backup, fault in found
        ],
        ensure_ascii=False,
        indent=2,
    )


def _as_record(backup: Backup) -> dict[str, str]:
    return {"path": str(backup.path), "made_at": backup.made_at.isoformat()}


def _size(backup: Backup) -> int:
    return backup.path.stat().st_size
