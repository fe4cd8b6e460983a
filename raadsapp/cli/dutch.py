"""Click in Dutch: help pages and errors."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import click

from raadsapp.errors import UserError

_WORDS = {
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Positional arguments": "Argumenten",
    "Show this message and exit.": "Toont deze uitleg.",
}
_WHOLE = 400
"""Signs of help that are never cut off."""
_EXTRAS = {"[required]": "[verplicht]"}
_USAGE = {"[OPTIONS]": "[OPTIES]", "[COMMAND]": "[OPDRACHT]", "COMMAND": "OPDRACHT", "[ARGS]...": "…"}


class _DutchFormatter(click.HelpFormatter):
    """Writes Click's own words in Dutch."""

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(_WORDS.get(name, name)):
            yield

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for english, dutch in _USAGE.items():
            args = args.replace(english, dutch)
        super().write_usage(prog, args, prefix or "Gebruik: ")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(term, _in_dutch(text)) for term, text in rows], col_max, col_spacing)


def _in_dutch(text: str) -> str:
    for english, dutch in _EXTRAS.items():
        text = text.replace(english, dutch)
    return _WORDS.get(text, text)


class _DutchContext(click.Context):
    formatter_class = _DutchFormatter


class DutchCommand(click.Command):
    """A command whose help is Dutch."""

    context_class = _DutchContext


class DutchGroup(click.Group):
    """A group whose help, and that of its commands, is Dutch."""

    context_class = _DutchContext
    command_class = DutchCommand

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Tell the first sentence of each command, on several lines where needed: none is cut off."""
        named = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [
            (name, command.get_short_help_str(_WHOLE))
            for name, command in named
            if command and not command.hidden
        ]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)


def _hint(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "raadsapp"
    return f"Kijk met '{command} --help' wat er kan."


def _named(error: click.BadParameter) -> str:
    if error.param is None:
        return ""
    return (
        error.param.opts[0]
        if isinstance(error.param, click.Option)
        else error.param.make_metavar(error.ctx or click.Context(click.Command("")))
    )


def _wrong_value(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"{_named(error)}: kies uit {', '.join(map(str, kind.choices))}."
    if isinstance(kind, click.IntRange | click.types.IntParamType):
        return f"{_named(error)} wil een heel getal in zijn bereik."
    if isinstance(kind, click.types.FloatParamType):
        return f"{_named(error)} wil een getal."
    if isinstance(kind, click.DateTime):
        return f"{_named(error)} wil een datum, zoals 2026-03-31."
    return f"{_named(error)}: {error.message}"


def _reason(error: click.UsageError) -> str:
    match error:
        case click.exceptions.NoArgsIsHelpError():
            reason = "Er ontbreekt een opdracht."
        case click.NoSuchOption():
            reason = f"De optie {error.option_name} bestaat niet.{_likely(error.possibilities)}"
        case click.exceptions.NoSuchCommand():
            reason = f"De opdracht '{error.command_name}' bestaat niet.{_likely(error.possibilities)}"
        case click.MissingParameter():
            reason = f"Er ontbreekt iets: {_named(error)}."
        case click.BadParameter():
            reason = _wrong_value(error)
        case click.BadOptionUsage():
            reason = f"Achter {error.option_name} hoort een waarde."
        case _:
            reason = "Deze opdracht begrijp ik niet."
    return reason


def _likely(possibilities: Sequence[str] | None) -> str:
    return f" Bedoelt u {' of '.join(possibilities)}?" if possibilities else ""


def explain(error: click.UsageError) -> UserError:
    """Say in Dutch what was wrong with a command line."""
    return UserError(_reason(error), _hint(error))
