"""Tell whether the dossier files changed, without the parsers that reading them takes."""

import hashlib
from pathlib import Path

from raadsapp.content.kinds import DOSSIER_FILE, MUNICIPALITY_FILE, TOML_KINDS, case_files
from raadsapp.errors import why_unread


def digest(folder: Path) -> str:
    """SHA-256, in hexadecimal, over names and bytes of the files that `load` reads; an absent file is empty.

    UserError when a file is there but may not be read.
    """
    total = hashlib.sha256()
    fixed = (DOSSIER_FILE, MUNICIPALITY_FILE, *(kind.file for kind in TOML_KINDS))
    for name in sorted((*fixed, *case_files(folder))):
        file = folder / name
        try:
            content = file.read_bytes() if file.is_file() else b""
        except OSError as error:
            from raadsapp.content.faults import Fault, error_of

            unread = Fault(name, "", f"dit bestand kan niet gelezen worden ({why_unread(error)}).")
            raise error_of([unread], folder.name) from error
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()
