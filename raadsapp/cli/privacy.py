"""`raadsapp privacy`: look through texts for personal data."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raadsapp.cli.dutch import DutchCommand, DutchGroup
from raadsapp.cli.options import FILE, json_option

if TYPE_CHECKING:
    from raadsapp.services.personal_data import Checked


@click.group(cls=DutchGroup)
def privacy() -> None:
    """Kijkt teksten na op persoonsgegevens."""


@privacy.command(cls=DutchCommand)
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="BESTAND…")
@json_option
def check(*, files: tuple[Path, ...], as_json: bool) -> None:
    """Toont wat mogelijk persoonsgegevens zijn in tekstbestanden.

    Met --json komt er per bestand één regel. Plaatsen zijn tekens, geteld vanaf 0. Wat niet gevonden is, kan
    er toch in staan.
    """
    from raadsapp.services.personal_data import check_file, start_reader

    with start_reader() or nullcontext() as reader:
        for file in files:
            checked = check_file(file, reader)
            click.echo(_as_json(file, checked) if as_json else _in_words(file, checked))
            if as_json:
                click.echo(f"Nagekeken met {checked.checked_by}.", err=True)


def _as_json(file: Path, checked: "Checked") -> str:
    from raadsapp.cli.json_text import json_text

    findings = [
        {
            "start": finding.start,
            "end": finding.end,
            "kind": finding.kind.value,
            "text": checked.text[finding.start : finding.end],
            "certainty": finding.certainty.value,
        }
        for finding in checked.findings
    ]
    return json_text({"file": str(file), "findings": findings})


def _in_words(file: Path, checked: "Checked") -> str:
    from raadsapp.services.personal_data import NOTHING_FOUND
    from raadsapp.texts import plural

    count = len(checked.findings)
    found = plural(count, "plaats", "plaatsen")
    lines = [f"{file}: {f'mogelijk persoonsgegevens op {found}.' if count else NOTHING_FOUND}"]
    for finding in checked.findings:
        line = checked.text.count("\n", 0, finding.start)
        character = finding.start - (checked.text.rfind("\n", 0, finding.start) + 1)
        text = " ".join(checked.text[finding.start : finding.end].split())
        lines.append(f"  regel {line + 1}, teken {character + 1}: {finding.kind.label}: {text}")
        lines.append(f"    {finding.advice}")
    return "\n".join([*lines, f"Nagekeken met {checked.checked_by}."])
