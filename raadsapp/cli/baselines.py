"""`raadsapp baselines`: from when limits are drawn anew, each with its decision and reason."""

import json
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raadsapp.cli.decisions import decided_row, decision_options, series_words, take_back
from raadsapp.cli.dutch import DutchCommand, DutchGroup
from raadsapp.cli.options import by_option, json_option, session_of, store_option, user_name
from raadsapp.cli.selection import as_of_option, breakdown_option, for_municipality_option, series_of
from raadsapp.cli.text_advice import advise
from raadsapp.errors import UserError

if TYPE_CHECKING:
    from raadsapp.domain.catalog import Catalog
    from raadsapp.domain.norm import Baseline


@click.group(cls=DutchGroup)
def baselines() -> None:
    """Vanaf wanneer grenzen opnieuw beginnen: bekijken, vastleggen en intrekken."""


@baselines.command("list", cls=DutchCommand)
@as_of_option
@json_option
@store_option
def list_(*, as_of: datetime | None, as_json: bool, store_path: Path | None) -> None:
    """Toont waar grenzen opnieuw beginnen, elk met besluit en reden."""
    from raadsapp.services import norms as service

    with session_of(store_path) as session:
        found = service.standing(session, as_of.date() if as_of else None).baselines
        if as_json:
            click.echo(json.dumps([_row(one) for one in found], ensure_ascii=False, indent=2))
        else:
            lines = [_line(session.catalog, one) for one in found]
            click.echo("\n".join(lines) or "Nergens beginnen de grenzen opnieuw.")


@baselines.command("set", cls=DutchCommand)
@click.argument("indicator", metavar="INDICATOR")
@click.argument("since", metavar="PERIODE")
@click.option("--reason", required=True, metavar="TEKST", help="Waarom de grenzen opnieuw beginnen.")
@decision_options
@for_municipality_option
@breakdown_option
@by_option
@store_option
def set_(
    *,
    indicator: str,
    since: str,
    reason: str,
    decision: str,
    decided_on: datetime,
    municipality: str | None,
    breakdown: str,
    by: str | None,
    store_path: Path | None,
) -> None:
    """Laat de grenzen van een reeks opnieuw beginnen bij een periode, zoals 2021KW01 of 2021-Q1."""
    from raadsapp.domain.norm import Baseline
    from raadsapp.intake.periods import read_period
    from raadsapp.services import norms as service

    period = read_period(since)
    if period is None:
        raise UserError(f"De periode '{since}' is niet te lezen.", "Schrijf bijvoorbeeld 2021-Q1 of 2021.")
    advise(reason, decision)
    with session_of(store_path, backing_up=True) as session:
        baseline = Baseline(
            of=series_of(session.catalog, indicator, municipality, breakdown),
            since=period,
            reason=reason,
            decision=decision,
            decided_on=decided_on.date(),
            by=by or user_name(),
            at=datetime.now().astimezone(),
        )
        click.echo(service.save(session, baseline).message)


@baselines.command("withdraw", cls=DutchCommand)
@click.argument("indicator", metavar="INDICATOR")
@for_municipality_option
@breakdown_option
@by_option
@store_option
def withdraw(
    *, indicator: str, municipality: str | None, breakdown: str, by: str | None, store_path: Path | None
) -> None:
    """Trekt een nieuw begin in. Wat er gold en tot wanneer, blijft bewaard."""
    missing = UserError(
        "Dit nieuwe begin is er niet.", "Bekijk met 'raadsapp baselines list' welke er gelden."
    )
    take_back(store_path, (indicator, municipality, breakdown), by, attrgetter("baselines"), missing)


def _line(catalog: "Catalog", one: "Baseline") -> str:
    from raadsapp.texts import long_date

    told = f"{one.reason} ({one.decision}, {long_date(one.decided_on)})"
    return f"{series_words(catalog, one.of)}: vanaf {one.since.label}. {told}"


def _row(one: "Baseline") -> dict[str, object]:
    return decided_row(one, since=one.since.code, reason=one.reason)
