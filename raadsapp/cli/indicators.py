"""`raadsapp indicators`: where every indicator stands, and whether that is signal or chance."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raadsapp.cli.dutch import DutchCommand
from raadsapp.cli.options import json_option, session_of, store_option
from raadsapp.cli.selection import as_of_option, known_code, municipality_option, tell_unknown
from raadsapp.errors import UserError

if TYPE_CHECKING:
    from raadsapp.domain.catalog import Catalog
    from raadsapp.domain.facts import Series
    from raadsapp.domain.goals import Indicator
    from raadsapp.domain.norm import Decisions
    from raadsapp.domain.period import Period
    from raadsapp.domain.shown import Shown
    from raadsapp.services.judgements import Judged
    from raadsapp.services.member_view import MemberView


@click.command(cls=DutchCommand)
@municipality_option
@click.option(
    "--period",
    metavar="PERIODE",
    help="Alsof dit de nieuwste periode is, zoals 2021-K4. Zonder deze optie: alle cijfers.",
)
@as_of_option
@json_option
@store_option
def indicators(
    *,
    municipality: str | None,
    period: str | None,
    as_of: datetime | None,
    as_json: bool,
    store_path: Path | None,
) -> None:
    """Toont van elke indicator en reeks de nieuwste cijfers van de gemeenten, en of die een signaal zijn."""
    from raadsapp.services import norms
    from raadsapp.services.member_view import member_view

    with session_of(store_path) as session:
        code = known_code(session.catalog, municipality, together=True)
        codes = (code,) if code else session.catalog.dossier.municipalities
        until = _period(period) if period else None
        day = as_of.date() if as_of else None
        tell_unknown(session, day)
        asked = _Asked(session.catalog, member_view(session, day), norms.standing(session, day), until)
    if as_json:
        rows = (row for place in codes for row in (*_rows(asked, place), *_other_rows(asked, place)))
        told = [row | {"notice": asked.view.notice} for row in rows]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(line for place in codes for line in _as_text(asked, place)))
        if asked.view.notice:
            click.echo(asked.view.notice)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The figures, what the council decided, and after which period they are left out."""

    catalog: "Catalog"
    view: "MemberView"
    decisions: "Decisions"
    until: "Period | None"

    def judged(self, indicator: "Indicator", place: str, breakdown: str = "") -> "Judged":
        from raadsapp.services.judgements import judged

        return judged(
            self.view,
            self.catalog,
            indicator.key,
            place,
            breakdown,
            decisions=self.decisions,
            until=self.until,
        )

    def others(self, main: "Judged") -> list[str]:
        """The breakdowns of which there are figures beside the series that is shown first."""
        from raadsapp.services.judgements import place_of

        place = place_of(self.catalog, main.indicator, main.municipality)
        return [one for one in self.view.breakdowns(main.indicator.key, place) if one != main.breakdown]

    def newest(self, series: "Series", place: str, breakdown: str = "") -> "Shown | None":
        """The last figure of a series that is no indicator."""
        shown = self.view.series(series.key, place, breakdown)
        in_time = [one for one in shown if not self.until or one.period.last_day <= self.until.last_day]
        return in_time[-1] if in_time else None


def _period(text: str) -> "Period":
    from raadsapp.intake.periods import read_period

    found = read_period(text)
    if found is None:
        raise UserError(f"'{text}' is geen periode.", "Schrijf die zoals 2021-K4, 2021-H1 of 2021.")
    return found


def _as_text(asked: _Asked, place: str) -> Iterator[str]:
    """Name of the municipality, per indicator its newest figure and judgement, the series, the headline."""
    from raadsapp.services.judgements import headline

    municipality = asked.catalog.municipality(place)
    yield municipality.name if municipality else "De gemeenten samen"
    all_judged = [asked.judged(indicator, place) for indicator in asked.catalog.indicators]
    for one in all_judged:
        yield from _lines(one, len(asked.others(one)))
    for series in asked.catalog.series:
        if newest := asked.newest(series, place):
            also = _also(len(asked.view.breakdowns(series.key, place)))
            yield f"  {series.key}  {series.title}: {_figure(newest, series.unit)}{also}"
    yield f"  {headline(all_judged).sentence}"


def _lines(judged: "Judged", splits: int) -> Iterator[str]:
    """The newest figure of an indicator, and what it says."""
    from raadsapp.model.series_rules import Situation
    from raadsapp.texts import breakdown_words

    which = f" ({breakdown_words(judged.breakdown)})" if judged.breakdown and judged.newest else ""
    title = f"{judged.indicator.key}  {judged.indicator.title}{which}"
    yield f"  {title}: {_figure(judged.newest, judged.unit)}{_also(splits)}"
    words = judged.words
    if judged.judgement.situation is Situation.PROVISIONAL:
        yield f"          {words.judgement}"
    elif words.judgement:
        yield f"          {words.newest} {words.judgement}"


def _also(splits: int) -> str:
    from raadsapp.texts import plural

    return f", {plural(splits, 'uitsplitsing', 'uitsplitsingen')}" if splits else ""


def _figure(shown: "Shown | None", unit: str) -> str:
    """The figure in words, with its period and what a reader must know of it."""
    from raadsapp.domain.observation import FICTIONAL, Status
    from raadsapp.services.member_view import TOO_SMALL
    from raadsapp.texts import amount

    if shown is None:
        return "nog geen cijfers"
    told = TOO_SMALL if shown.value is None else amount(shown.value, unit)
    marks = [shown.period.label]
    if shown.value is not None and shown.status is Status.PROVISIONAL:
        marks.append("voorlopig")
    if shown.fictional:
        marks.append(FICTIONAL)
    return f"{told} ({', '.join(marks)})"


def _rows(asked: _Asked, place: str) -> Iterator[dict[str, object]]:
    """A row for each series of each indicator that has figures, as members may see them.

    `period` to `fictional` tell its newest figure; `value` is null when it is `suppressed`. `situation` is
    the rule that fits (of `raadsapp.model.series_rules.Situation`), `limits` is none, trial or fixed; without
    limits `mean`, `lower` and `upper` are null. `rule` and `verdict` judge the figure of `judged_period`, the
    newest final one; `signal` says whether it is worth a headline. `norm` is what the council set, or null,
    and `limits_since` the period at which it let the limits begin anew.
    `sentence` tells all of it, `why` which rule was applied. To each row is added what the reader must know
    of how the figures were protected (`notice`), such as that more is hidden than needed.
    """
    from raadsapp.services.judgements import place_of

    for indicator in asked.catalog.indicators:
        if place_of(asked.catalog, indicator, place) == place:
            main = asked.judged(indicator, place)
            splits = (asked.judged(indicator, place, split) for split in asked.others(main))
            yield from (_row(one, one.newest) for one in (main, *splits) if one.newest)


def _row(judged: "Judged", newest: "Shown") -> dict[str, object]:
    judgement, indicator = judged.judgement, judged.indicator
    chart, point = judgement.chart, judgement.judged
    return {
        **_told(newest, indicator.key, indicator.title, judged.unit),
        "municipality": judged.municipality,
        "breakdown": judged.breakdown,
        "situation": judgement.situation.value,
        "limits": judgement.limits,
        "mean": chart and chart.mean,
        "lower": chart and chart.lower,
        "upper": chart and chart.upper,
        "judged_period": point and point.period.code,
        "rule": point and point.rule,
        "verdict": judgement.verdict,
        "signal": judgement.signal,
        "norm": judged.target,
        "limits_since": judged.baseline and judged.baseline.since.code,
        "sentence": judged.sentence,
        "why": judged.words.rule,
    }


def _other_rows(asked: _Asked, place: str) -> Iterator[dict[str, object]]:
    """A row for each series that is no indicator: its newest figure, without a judgement."""
    for series in asked.catalog.series:
        for breakdown in ("", *asked.view.breakdowns(series.key, place)):
            if newest := asked.newest(series, place, breakdown):
                told = _told(newest, series.key, series.title, series.unit)
                yield {**told, "municipality": place, "breakdown": breakdown}


def _told(shown: "Shown", key: str, title: str, unit: str) -> dict[str, object]:
    return {
        "indicator": key,
        "title": title,
        "unit": unit,
        "period": shown.period.code,
        "value": shown.value,
        "suppressed": shown.suppressed,
        "status": shown.status.value,
        "source": shown.source,
        "fictional": shown.fictional,
    }
