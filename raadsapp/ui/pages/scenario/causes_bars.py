"""Contributions as a waterfall and swings as a tornado: the rows of a bar chart."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from raadsapp.domain.lever import LeverKind
from raadsapp.services.scenario_causes import Cause, Causes
from raadsapp.services.scenario_meaning import effect, level, meaning, signed
from raadsapp.services.scenario_questions import Swing
from raadsapp.services.scenario_stakes import Stakes, changes
from raadsapp.services.scenario_words import LONGEST_WAIT, OutcomeUnit, amount, outcome_words
from raadsapp.ui.widgets.bar_rows import Bar, BarRow, Bars, Look, Mark
from raadsapp.ui.widgets.chart_table import Cell, ChartTable, Figure

_KEPT = 256
_LOOKS = {LeverKind.ASSUMPTION: Look.HATCHED, LeverKind.POLICY: Look.SOLID}
KINDS = {LeverKind.ASSUMPTION: "Aannames", LeverKind.POLICY: "Beleid"}


@lru_cache(_KEPT)
def waterfall(found: Causes) -> Bars:
    """From where the outcome began, step by step, to where it is: assumptions first, then policy.

    Made once for the very same causes: those of a held lever are there before it comes to them.
    """
    rows: list[BarRow] = []
    at = found.start
    if found.causes and found.adds_up:
        rows.append(_level(found, found.since.capitalize(), found.start))
        for kind in LeverKind:
            rows += _group(found, kind, at)
            at += found.together(kind)
        rows.append(_level(found, "Nu", found.end))
    way = meaning(found.outcome)
    words = outcome_words(found.outcome)
    return Bars(
        rows=tuple(rows),
        table=_steps_table(found),
        lower=way.less,
        upper=way.more,
        line=0.0 if found.outcome == "balance" else None,
        line_words="precies genoeg" if found.outcome == "balance" else "",
        line_fits=False,
        joined=True,
        year=found.year,
        bounds=_bounds(found.outcome),
        empty=f"{words.title} in {found.year}: {amount(found.end, words)}.",
    )


def tornado(found: Stakes, order: Sequence[str] = ()) -> Bars:
    """A bar to either side for each assumption; the levers in `order` keep their place, the rest follow."""
    places = {lever: place for place, lever in enumerate(order)}
    swings = sorted(found.swings, key=lambda swing: places.get(swing.lever, len(places)))
    way = meaning(found.outcome)
    now = found.swings[0].centre if found.swings else 0.0
    return Bars(
        rows=tuple(_swing(found.outcome, swing) for swing in swings),
        table=_swings_table(found.outcome, found.year, swings),
        lower=way.less,
        upper=way.more,
        line=0.0,
        line_words=f"nu: {level(found.outcome, now)}",
        year=found.year,
        bounds=_bounds(found.outcome),
        empty="Er zijn geen balken te tekenen.",
    )


def _bounds(outcome: str) -> tuple[float, float] | None:
    waits = outcome_words(outcome).unit is OutcomeUnit.WEEKS
    return (-float(LONGEST_WAIT), float(LONGEST_WAIT)) if waits else None


def _mark(outcome: str, change: float) -> Mark:
    good = meaning(outcome).good * change
    return Mark.BETTER if good > 0 else Mark.WORSE if good < 0 else Mark.PLAIN


def _level(found: Causes, label: str, value: float) -> BarRow:
    text = level(found.outcome, value)
    return BarRow(
        label=label,
        bars=(Bar(begin=value, end=value, text=text, look=Look.POINT),),
        spoken=f"{label}: {text}",
    )


def _group(found: Causes, kind: LeverKind, at: float) -> list[BarRow]:
    """The steps of one kind from the level `at`, and all of them together when there are several."""
    rows: list[BarRow] = []
    here = at
    for cause in found.of(kind):
        heading = "" if rows else KINDS[kind]
        rows.append(_step(found.outcome, cause, here, heading))
        here += cause.part
    if len(rows) > 1:
        whole = found.together(kind)
        label = f"{KINDS[kind]} samen"
        bar = Bar(
            begin=at,
            end=here,
            text=signed(found.outcome, whole),
            mark=_mark(found.outcome, whole),
            look=Look.HOLLOW,
        )
        rows.append(BarRow(label=label, bars=(bar,), spoken=f"{label}: {effect(found.outcome, whole)}"))
    return rows


def _step(outcome: str, cause: Cause, at: float, heading: str) -> BarRow:
    bar = Bar(
        begin=at,
        end=at + cause.part,
        text=signed(outcome, cause.part),
        mark=_mark(outcome, cause.part),
        look=_LOOKS[cause.kind],
    )
    return BarRow(
        label=cause.label,
        note=f"{cause.before} → {cause.after}",
        bars=(bar,),
        spoken=f"{cause.label}, van {cause.before} naar {cause.after}: {effect(outcome, cause.part)}",
        heading=heading,
    )


def _swing(outcome: str, swing: Swing) -> BarRow:
    ends = list(zip((swing.low_value, swing.high_value), changes(swing), strict=True))
    moved = [(value, change) for value, change in ends if change]
    if len(moved) > 1 and moved[0][1] * moved[1][1] > 0:
        moved = [max(moved, key=lambda end: abs(end[1]))]  # both to one side: the longer bar covers the other
    bars = tuple(
        Bar(
            begin=0.0,
            end=change,
            text=signed(outcome, change),
            note=f"bij {value}",
            mark=_mark(outcome, change),
            look=Look.HATCHED,
        )
        for value, change in moved
    )
    said = "; ".join(f"bij {value} {effect(outcome, change)}" for value, change in ends)
    return BarRow(label=swing.label, bars=bars, spoken=f"{swing.label}: {said}")


def _cell(outcome: str, value: float) -> Cell:
    words = outcome_words(outcome)
    return round(value) if words.unit is OutcomeUnit.EURO else Figure(value, amount(value, words))


def _change_cell(outcome: str, change: float) -> Cell:
    euros = outcome_words(outcome).unit is OutcomeUnit.EURO
    return round(change) if euros else Figure(change, signed(outcome, change))


def _steps_table(found: Causes) -> ChartTable:
    name = f"{outcome_words(found.outcome).title} {found.year}"
    rows: list[tuple[Cell, ...]] = [
        (found.since.capitalize(), "", "", "", _cell(found.outcome, found.start)),
    ]
    for kind, group in KINDS.items():
        steps = found.of(kind)
        rows += [
            (step.label, group, step.before, step.after, _change_cell(found.outcome, step.part))
            for step in steps
        ]
        if len(steps) > 1:
            whole = _change_cell(found.outcome, found.together(kind))
            rows.append((f"{group} samen", group, "", "", whole))
    rows.append(("Nu", "", "", "", _cell(found.outcome, found.end)))
    return ChartTable(("Stap", "Soort", "Van", "Naar", name), tuple(rows))


def _swings_table(outcome: str, year: int, swings: Iterable[Swing]) -> ChartTable:
    name = f"{outcome_words(outcome).title} {year}"
    return ChartTable(
        ("Aanname", "Laag", f"{name} bij laag", "Hoog", f"{name} bij hoog"),
        tuple(
            (
                swing.label,
                swing.low_value,
                _cell(outcome, swing.low),
                swing.high_value,
                _cell(outcome, swing.high),
            )
            for swing in swings
        ),
    )
