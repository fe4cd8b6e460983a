"""Looking back as bars: what each start of 2018 gives, with the published amount as a line through it."""

from raadsapp.services.scenario_backtest import CameOut, Expected
from raadsapp.services.scenario_words import shortage
from raadsapp.texts import rounded_euro
from raadsapp.ui.widgets.bar_rows import Bar, BarRow, Bars, Look
from raadsapp.ui.widgets.chart_table import Cell, ChartTable
from raadsapp.ui.widgets.plot_marks import edge_words

_COLUMNS = (
    "Jaar",
    "Startpunt",
    "Tekort volgens het model",
    *edge_words("Tekort"),
    "Gepubliceerd",
    "Verschil",
)


def backtest_bars(came: CameOut) -> Bars:
    """A point for each start, in its band if it has one; the starts of a year stand together."""
    rows: list[BarRow] = []
    for one in came.expected:
        first = not rows or one.start == came.expected[0].start
        rows.append(_row(one, f"Tekort in {one.year}" if first else ""))
    return Bars(
        rows=tuple(rows),
        table=_table(came),
        lower="overschot",
        upper="tekort",
        line=came.amount,
        line_words=f"gepubliceerd: {rounded_euro(came.amount)}",
    )


def _row(one: Expected, heading: str) -> BarRow:
    text = rounded_euro(one.value)
    difference = f"verschil {_signed(one.difference)}"
    if one.low is None or one.high is None:
        bars: tuple[Bar, ...] = (_point(one.value, text, difference),)
        said = ""
    else:
        # The words stand behind the band, not in it.
        band = Bar(begin=one.low, end=one.high, text=text, note=difference, look=Look.HOLLOW)
        bars = (band, _point(one.value, "", ""))
        said = f", marge {rounded_euro(one.low)} tot {rounded_euro(one.high)}"
    return BarRow(
        label=one.label,
        bars=bars,
        spoken=f"{one.year}, startpunt {one.label}: {shortage(one.value)}{said}; {difference}",
        heading=heading,
    )


def _point(value: float, text: str, note: str) -> Bar:
    return Bar(begin=value, end=value, text=text, note=note, look=Look.POINT)


def _signed(amount: float) -> str:
    """A difference with its sign: `+€ 2,7 miljoen`."""
    return f"{'+' if amount > 0 else ''}{rounded_euro(amount)}"


def _table(came: CameOut) -> ChartTable:
    rows: list[tuple[Cell, ...]] = [
        (
            str(one.year),
            one.label,
            round(one.value),
            _edge(one.low),
            _edge(one.high),
            round(came.amount),
            round(one.difference),
        )
        for one in came.expected
    ]
    return ChartTable(_COLUMNS, tuple(rows))


def _edge(value: float | None) -> Cell:
    return "" if value is None else round(value)
