"""Write to the store for the reader: say what was done and how to undo it, or why it could not be done."""

from collections.abc import Callable
from functools import partial

from raadsapp.domain.changes import Changes
from raadsapp.errors import UserError
from raadsapp.ui.state import AppState

Write = Callable[[], Changes]


def tell(state: AppState, changes: Changes, undo: Write | None = None) -> None:
    """Tell what a write changed; `undo` takes it back."""
    state.announce(changes, undo=partial(write, state, undo) if undo else None)


def write(state: AppState, action: Write, undo: Write | None = None) -> bool:
    """Do it and tell of it; when it cannot be done, say why. Whether it was done."""
    try:
        changes = action()
    except UserError as error:
        state.notify(str(error))
        return False
    tell(state, changes, undo)
    return True
