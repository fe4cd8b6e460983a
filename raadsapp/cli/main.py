"""The group `raadsapp` and the way every command ends: a Dutch line and an exit status, never a traceback."""

import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from raadsapp import __version__
from raadsapp.errors import UserError

USER_ERROR_STATUS = 2

_COMMANDS = {
    "batches": "raadsapp.cli.deliveries:batches",
    "export": "raadsapp.cli.export:export",
    "import": "raadsapp.cli.deliveries:import_",
    "indicators": "raadsapp.cli.indicators:indicators",
    "scenario": "raadsapp.cli.scenario:scenario",
    "store": "raadsapp.cli.store:store",
    "tour": "raadsapp.cli.tour:tour",
    "withdraw": "raadsapp.cli.deliveries:withdraw",
}


class _LazyGroup(click.Group):
    """A group that loads the module of a command when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        target = _COMMANDS.get(cmd_name)
        if target is None:
            return None
        module, name = target.split(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)  # noqa: S101
        return command


def _version(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:  # noqa: FBT001
    if asked:
        click.echo(f"raadsapp {__version__}")
        ctx.exit()
