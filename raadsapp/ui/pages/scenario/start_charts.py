"""Starting points, the budgeted amounts and young people by age: as lines and bars."""

from raadsapp.domain.source import Standing
from raadsapp.services.scenario_budgeted import Budgeted, BudgetedAmount
from raadsapp.services.scenario_start import StartLines
from raadsapp.services.scenario_youth import YouthAges
from raadsapp.texts import euro, number
from raadsapp.ui.widgets.bar_rows import Bar, BarRow, Bars, Look, Mark
from raadsapp.ui.widgets.chart_table import ChartTable
from raadsapp.ui.widgets.line_rows import Line, Lines, Marker

_SHAPES = {
    "budget": (4, Marker.CIRCLE),
    "2015": (3, Marker.TRIANGLE),
    "2016": (2, Marker.SQUARE),
    "2017": (1, Marker.DIAMOND),
    "mean": (5, Marker.CROSS),
}
"""Colour and marker of each starting point; the lumpsum has the first colour, as on the money line."""
_AGES = ((0, Marker.CIRCLE), (3, Marker.TRIANGLE), (1, Marker.SQUARE), (2, Marker.DIAMOND))


def start_chart(found: StartLines) -> Lines:
    """The cost from each starting point, and the lumpsum as steps."""
    costs = tuple(
        Line(
            name=line.label,
            values=line.cost,
            colour=_SHAPES[line.value][0],
            marker=_SHAPES[line.value][1],
            strong=line.chosen,
        )
        for line in found.lines
    )
    fixed = Line(name="vast bedrag", values=found.lumpsum, colour=0, marker=Marker.NONE)
    return Lines(years=found.years, lines=(fixed, *costs), written=euro, whole_euros=True)


def youth_chart(found: YouthAges) -> Lines:
    """The age groups; what is worked out is dashed."""
    lines = tuple(
        Line(name=group.label, values=group.counts, colour=colour, marker=marker)
        for group, (colour, marker) in zip(found.groups, _AGES, strict=True)
    )
    return Lines(
        years=found.years,
        lines=lines,
        written=number,
        firm_until=found.last_counted,
        later="berekend, aanname",
        sum_name=found.total.label,
    )


def budgeted_chart(found: Budgeted) -> Bars:
    """Printed amounts full, those of the budget hatched with what they lack beside the printed ones."""
    groups = (("Per jaar", found.years), ("Gemiddeld", found.means))
    return Bars(
        rows=tuple(
            _amount(one, "" if place else heading)
            for heading, amounts in groups
            for place, one in enumerate(amounts)
        ),
        table=ChartTable(
            ("Kosten van ambulante hulp", "Hoe zeker", "Bedrag per jaar"),
            tuple(
                (one.label, one.standing.value, round(one.amount)) for _, amounts in groups for one in amounts
            ),
        ),
    )


def _amount(one: BudgetedAmount, heading: str) -> BarRow:
    firm = "" if one.standing is Standing.SOURCE else one.standing.value
    if one.beside is None:
        said = euro(one.amount)
        bars: tuple[Bar, ...] = (Bar(begin=0.0, end=one.amount, text=said),)
    else:
        said = f"{euro(one.amount)}, {euro(one.beside - one.amount)} lager"
        bars = (
            Bar(begin=one.amount, end=one.beside, text=said, mark=Mark.WORSE, look=Look.HOLLOW),
            Bar(begin=0.0, end=one.amount, text="", look=Look.HATCHED),
        )
    spoken = ", ".join(filter(None, (f"{one.label}: {said}", firm)))
    return BarRow(label=one.label, note=firm, bars=bars, spoken=spoken, heading=heading)
