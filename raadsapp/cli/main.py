"""The group `raadsapp` and the way every command ends: a Dutch line and an exit status, never a traceback."""

import sys
from importlib import import_module
from pathlib import Path

import click

from raadsapp import __version__
from raadsapp.cli.dutch import DutchGroup, explain
from raadsapp.cli.options import store_option
from raadsapp.cli.window import open_window
from raadsapp.errors import UserError

_USER_ERROR = 2
_PROGRAM_FAULT = 70
_INTERRUPTED = 130

_COMMANDS = {
    "baselines": "raadsapp.cli.baselines:baselines",
    "batch": "raadsapp.cli.delivery_history:batch",
    "batches": "raadsapp.cli.delivery_history:batches",
    "cases": "raadsapp.cli.cases:cases",
    "examples": "raadsapp.cli.examples:examples",
    "export": "raadsapp.cli.export:export",
    "import": "raadsapp.cli.deliveries:import_",
    "indicators": "raadsapp.cli.indicators:indicators",
    "layouts": "raadsapp.cli.layouts:layouts",
    "norms": "raadsapp.cli.norms:norms",
    "privacy": "raadsapp.cli.privacy:privacy",
    "scenario": "raadsapp.cli.scenario:scenario",
    "sessions": "raadsapp.cli.sessions:sessions",
    "store": "raadsapp.cli.store:store",
    "template": "raadsapp.cli.template:template",
    "tour": "raadsapp.cli.tour:tour",
    "withdraw": "raadsapp.cli.delivery_history:withdraw",
}


class _LazyGroup(DutchGroup):
    """Loads the module of a command when that command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*super().list_commands(ctx), *_COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, name = _COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=_LazyGroup, invoke_without_command=True)
@click.version_option(
    __version__, prog_name="raadsapp", message="%(prog)s %(version)s", help="Toont de versie."
)
@store_option
@click.pass_context
def raadsapp(ctx: click.Context, store_path: Path | None) -> None:
    """Raadsapp: het debat over een dossier voorbereiden en voeren. Zonder opdracht opent het venster."""
    if ctx.invoked_subcommand is None:
        ctx.exit(open_window(store_path))


def _say(error: UserError) -> int:
    click.echo(f"Fout: {error.message}\n{error.hint}", err=True)
    return _USER_ERROR


def _say_fault(error: BaseException) -> int:
    """Keep a report of a fault in the program and say where it is."""
    from datetime import datetime

    from raadsapp import paths
    from raadsapp.reports import LOG, keep_log, report_of

    file = keep_log(paths.user_log_dir())
    report = report_of(error, datetime.now().astimezone())
    if file:
        LOG.error("%s", report)
    where = f"Stuur het verslag in '{file}' naar de makers." if file else report
    _say(
        UserError(
            "Er ging iets mis in Raadsapp zelf. Uw gegevens zijn niet gewijzigd of zijn al bewaard.", where
        )
    )
    return _PROGRAM_FAULT


def status_of(fault: BaseException) -> int:
    """Say what went wrong and give the exit status that belongs to it."""
    match fault:
        case click.UsageError():
            status = _say(explain(fault))
        case UserError():
            status = _say(fault)
        case click.Abort() | KeyboardInterrupt():
            click.echo("Gestopt.", err=True)
            status = _INTERRUPTED
        case OSError():
            hint = "Kijk of er ruimte is en of u daar mag schrijven."
            status = _say(UserError(f"Dat lukte niet: {fault.strerror or fault}.", hint))
        case _:
            status = _say_fault(fault)
    return status


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit status: 0 done, 1 blocking problems, 2 unusable input."""
    try:
        status = raadsapp.main(arguments, prog_name="raadsapp", standalone_mode=False)
    except (Exception, KeyboardInterrupt) as fault:  # noqa: BLE001 - the last resort: a report, not a traceback
        status = status_of(fault)
    sys.exit(status if isinstance(status, int) else 0)
