"""Options that several commands share, and what they open."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from raadsapp.services.opening import Session


# Whether a file can be read is for its reader to say, who knows better words than Click.
FILE = click.Path(path_type=Path, readable=False)


def _or_before_the_command(ctx: click.Context, _: click.Parameter, given: Path | None) -> Path | None:
    """`raadsapp --store FILE batches` means the same as `raadsapp batches --store FILE`."""
    before: Path | None = ctx.find_root().params.get("store_path")
    return before if given is None else given


def store_option(
    command: Callable[..., Any], without: str = "Zonder deze optie: uw eigen dossier."
) -> Callable[..., Any]:
    """Add `--store FILE`; the value is a Path, or None for what `without` says."""
    return click.option(
        "--store",
        "store_path",
        type=FILE,
        metavar="BESTAND",
        callback=_or_before_the_command,
        help=f"Het bestand met het dossier. {without}",
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


def user_name() -> str:
    """The name this user logged in with; some machines do not know it."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "onbekend"
