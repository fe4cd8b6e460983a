"""`raadsapp cases list|check|export|import`: example cases as files."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raadsapp.cli.dutch import DutchCommand
from raadsapp.cli.options import FILE, json_option, session_of, store_option
from raadsapp.errors import UserError

if TYPE_CHECKING:
    from raadsapp.content.faults import Fault
    from raadsapp.domain.case import Case
    from raadsapp.services.case_privacy import CaseLook
    from raadsapp.services.own_cases import ListedCase

_WRONG = 1
_UNUSABLE = 2


@click.command("list", cls=DutchCommand)
@json_option
@store_option
def list_(*, as_json: bool, store_path: Path | None) -> None:
    """Toont alle casussen: die van het dossier en die u zelf hebt gemaakt."""
    from raadsapp.cli.json_text import json_text
    from raadsapp.services import own_cases

    with session_of(store_path) as session:
        listed = own_cases.listed(session)
        damaged = [line for own in own_cases.own_cases(session) for line in own.told]
    if as_json:
        click.echo(json_text([_as_json(one) for one in listed]))
    else:
        click.echo(_table(listed) if listed else "Er zijn geen casussen.")
    for line in damaged:
        click.echo(f"Let op: een eigen casus is niet te lezen. {line}", err=True)


@click.command(cls=DutchCommand)
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="BESTAND…")
@json_option
@store_option
def check(*, files: tuple[Path, ...], as_json: bool, store_path: Path | None) -> None:
    """Kijkt of bestanden goede casussen zijn, en noemt bij elke fout het bestand, de stap en de reden.

    De uitkomst is 0 als alles goed is, en 1 als er fouten zijn.
    """
    from raadsapp.cli.json_text import json_text
    from raadsapp.content.case_files import read_file

    wrong = False
    with session_of(store_path) as session:
        for file in files:
            case, faults = read_file(file, session.catalog)
            wrong = wrong or bool(faults)
            if as_json:
                found = [{"step": fault.key, "message": fault.message} for fault in faults]
                click.echo(
                    json_text({"file": str(file), "case": case.key if case else None, "faults": found})
                )
            else:
                click.echo("\n".join(_checked(file, case, faults)))
    if wrong:
        click.get_current_context().exit(_WRONG)


@click.command(cls=DutchCommand)
@click.argument("name", metavar="NAAM")
@click.option("--out", type=FILE, required=True, metavar="BESTAND", help="Het bestand dat wordt gemaakt.")
@store_option
def export(*, name: str, out: Path, store_path: Path | None) -> None:
    """Schrijft een casus als één bestand (.md). NAAM is de sleutel, zoals VC-01, of de titel."""
    from raadsapp.services import own_cases

    with session_of(store_path) as session:
        case = own_cases.find_case(session, name)
        own_cases.export(case, out)
    click.echo(f"De casus ‘{case.title}’ is bewaard als {out}.")


@click.command("import", cls=DutchCommand)
@click.argument("file", type=FILE, metavar="BESTAND")
@click.option("--beside", is_flag=True, help="Zet de casus naast een bestaande met dezelfde sleutel.")
@click.option("--yes", is_flag=True, help="Vraagt niets: u hebt de mogelijke persoonsgegevens bekeken.")
@store_option
def import_(*, file: Path, beside: bool, yes: bool, store_path: Path | None) -> None:
    """Leest een casus in uit een bestand (.md), nadat u hebt gezien wat mogelijk persoonsgegevens zijn.

    In het bestand moet bij ‘herkenbaarheid’ staan wie heeft gekeken of iemand zich kan herkennen, wanneer, en
    dat die lezer niemand herkende.
    """
    from contextlib import nullcontext

    from raadsapp.content.case_files import read_file
    from raadsapp.services import own_cases
    from raadsapp.services.case_privacy import look_through
    from raadsapp.services.personal_data import start_reader

    if not (yes or sys.stdin.isatty()):
        raise UserError("Er is geen terminal om iets te vragen.", "Geef --yes om te bewaren.")
    now = datetime.now().astimezone()
    with session_of(store_path, backing_up=True) as session:
        case, faults = read_file(file, session.catalog)
        if faults:
            click.echo("\n".join(_checked(file, case, faults)), err=True)
            click.get_current_context().exit(_UNUSABLE)
        draft = own_cases.begin_import(session, file, now)
        if beside and draft.started_from:
            draft = own_cases.beside_or_instead(session, draft, beside=True)
        if wrong := own_cases.check_fault(draft.case, now.date()):
            raise UserError(
                wrong, "Schrijf bij ‘herkenbaarheid’ in het bestand: rol, datum, niemand herkend."
            )
        with start_reader() or nullcontext() as reader:
            look = look_through(draft.case, reader)
        click.echo("\n".join(_looked(look, draft.case)))
        if not (yes or _agreed(replaces=draft.replaces)):
            click.echo("Er is niets bewaard.")
            return
        _, changes = own_cases.save(session, draft, look, now)
    click.echo(changes.message)


def _as_json(one: "ListedCase") -> dict[str, object]:
    case = one.case
    return {
        "case": case.key,
        "title": case.title,
        "label": case.label.value,
        "own": one.own,
        "replaces": one.replaces,
        "checked": case.check is not None,
    }


def _table(listed: "tuple[ListedCase, ...]") -> str:
    widest = max(len(one.case.key) for one in listed)
    kinds = {(False, False): "dossier", (True, False): "eigen casus", (True, True): "eigen versie"}
    rows = ((one.case, kinds[one.own, one.replaces]) for one in listed)
    return "\n".join(
        f"{case.key:<{widest}}  {kind:<12}  {case.label:<12}  {case.title}" for case, kind in rows
    )


def _checked(file: Path, case: "Case | None", faults: "tuple[Fault, ...]") -> list[str]:
    from raadsapp.content.reading_level import reading_level
    from raadsapp.texts import plural

    if faults:
        told = [f"  {fault.told(str(file.parent))}" for fault in faults]
        return [f"{file}: {plural(len(faults), 'fout', 'fouten')}.", *told]
    level = reading_level(case.texts()) if case else None
    lines = [f"{file}: goed."]
    if level:
        ease = min(max(round(level.ease), 0), 100)
        lines.append(f"  Leesgemak {ease} van 100, langste zin {level.longest_words} woorden.")
        if level.above_b1:
            lines.append(f"  Let op: schrijf korter. Langste zin: ‘{level.longest}’")
    return lines


def _looked(look: "CaseLook", case: "Case") -> list[str]:
    from raadsapp.services.personal_data import told_by

    lines = [look.told]
    for one in look.findings:
        lines += [f"  {one.place.told(case)}: {one.told}", f"    {one.finding.advice}"]
    return [*lines, f"Nagekeken met {told_by(look.checked_by)}."]


def _agreed(*, replaces: bool) -> bool:
    where = "in de plaats van de bestaande" if replaces else "als eigen casus"
    answer: str = click.prompt(
        f"Hebt u dit bekeken, en mag de casus {where} in het dossier? (j/N)",
        default="n",
        show_default=False,
        err=True,
    )
    return answer.strip().casefold() in {"j", "ja"}
