"""Options that several commands share, and what they open."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from raadsapp.services.opening import Session


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--store FILE`; the value is a Path or None for the user's own store."""
    return click.option(
        "--store",
        "store_path",
        type=click.Path(path_type=Path),
        help="Het bestand met het dossier. Zonder deze optie: uw eigen dossier.",
    )(command)


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--json`; the value is named `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Schrijft de uitkomst als JSON.")(command)


@contextmanager
def session_of(store_path: Path | None) -> Iterator["Session"]:
    """Open the store at this path, or the user's own, on the shipped dossier; close it afterwards."""
    from raadsapp import paths
    from raadsapp.services.opening import open_session

    session = open_session(store_path or paths.default_store(), paths.data_dir())
    try:
        yield session
    finally:
        session.close()
