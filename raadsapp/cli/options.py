"""Options that several commands share, and what they open."""

import shlex
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


def by_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--by NAAM`; the value is a text, or None for `user_name`."""
    return click.option("--by", metavar="NAAM", help="Wie dit doet. Zonder deze optie: uw gebruikersnaam.")(
        command
    )


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--json`; the value is named `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Schrijft de uitkomst als JSON.")(command)


@contextmanager
def session_of(store_path: Path | None, *, backing_up: bool = False) -> Iterator["Session"]:
    """Open the store at this path, or the user's own, on the shipped dossier; close it afterwards.

    With `backing_up` what was written is backed up in the end. That this failed is told, and no more; that
    the store turns out to be damaged is an error.
    """
    from raadsapp import paths
    from raadsapp.services.opening import open_session

    path = store_path or paths.default_store()
    with naming_way_back(store_path):
        session = open_session(path, paths.data_dir())
        try:
            if session.notice:
                click.echo(session.notice, err=True)
            yield session
        finally:
            session.close()
        if backing_up:
            _back_up(path)


@contextmanager
def naming_way_back(store_path: Path | None) -> Iterator[None]:
    """Where this store turns out to be damaged, name the newest good backup in the hint."""
    from raadsapp.store.faults import DamagedError

    try:
        yield
    except DamagedError as error:
        from raadsapp import paths
        from raadsapp.services.backups import with_way_back

        option = f" --store {shlex.quote(str(store_path))}" if store_path else ""
        raise with_way_back(error, store_path or paths.default_store(), option) from error


def _back_up(path: Path) -> None:
    from raadsapp.services import backups

    try:
        backups.keep(path)
    except backups.NotKeptError as error:
        click.echo(f"Let op: {error.message} {error.hint}", err=True)


def user_name() -> str:
    """The name this user logged in with; some machines do not know it."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "onbekend"
