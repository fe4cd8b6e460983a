"""A judged series as a table, and one of its periods as lines to read."""

from raadsapp.ui.widgets.chart_table import Cell, ChartTable, Figure
from raadsapp.ui.widgets.control_series import ControlSeries, SeriesPoint

_HIDDEN = "te klein om te tonen"
_UNKNOWN = "niet geleverd"
_NOTHING = "–"


def table_of(series: ControlSeries) -> ChartTable:
    """Every period with its figure; limits and margins only where there are any."""
    margins = any(point.low is not None for point in series.points)
    columns = ["Periode", series.name]
    columns += ["Marge van toeval"] * margins + ["Gewone schommeling"] * series.has_limits + ["Oordeel"]
    rows: list[tuple[Cell, ...]] = []
    for point in series.points:
        cells: list[Cell] = [point.label, _value(point)]
        if margins:
            cells.append(_between(series, point.low, point.high))
        if series.has_limits:
            cells.append(_between(series, point.lower, point.upper))
        rows.append((*cells, judgement_words(point)))
    return ChartTable(tuple(columns), tuple(rows))


def point_rows(series: ControlSeries, position: int) -> tuple[tuple[str, str], ...]:
    """A period with its figure, and what is to be said of it."""
    point = series.points[position]
    rows = [(point.label, point.words if point.value is not None else _missing(point))]
    if point.low is not None:
        rows.append(("marge van toeval", _between(series, point.low, point.high)))
    if point.mean is not None:
        rows.append(("gewone schommeling", _between(series, point.lower, point.upper)))
    if said := judgement_words(point):
        rows.append((said, ""))
    return tuple(rows)


def judgement_words(point: SeriesPoint) -> str:
    """What is to be said of a period, in words; empty when that is nothing."""
    if point.value is None:
        return ""
    if point.provisional:
        return "voorlopig"
    if point.sign.is_signal:
        return f"{point.sign.words.lower()} ({point.rule})" if point.rule else point.sign.words.lower()
    return ""


def _value(point: SeriesPoint) -> Cell:
    return _missing(point) if point.value is None else Figure(point.value, point.words)


def _missing(point: SeriesPoint) -> str:
    return _HIDDEN if point.suppressed else _UNKNOWN


def _between(series: ControlSeries, low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return _NOTHING
    if low is None:
        return f"tot {series.written(high or 0.0)}"
    return (
        f"vanaf {series.written(low)}"
        if high is None
        else f"{series.written(low)} tot {series.written(high)}"
    )
