"""Opening the window from the command line: with nothing else on it, nothing else is loaded."""

import gc
import sys
from pathlib import Path


def open_window(store: Path | None = None) -> int:
    """Show the window on this store, by default the user's own; the exit status at its end."""
    gc.disable()  # a start leaves little rubbish: the window looks for it once it is there
    from raadsapp.ui.app import run

    return run(store)


def main() -> None:
    """Show the window and leave with its exit status; a fault ends as it does for every command."""
    try:
        status = open_window()
    except (Exception, KeyboardInterrupt) as fault:  # noqa: BLE001 - the last resort: a report, not a traceback
        from raadsapp.cli.main import status_of

        status = status_of(fault)
    sys.exit(status)
