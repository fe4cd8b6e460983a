"""What the council can do about what an indicator shows: the rows of the guide that fit."""

from collections.abc import Iterator

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.guidance import Guidance, Sight
from raadsapp.services.judgements import Judged


def fitting(catalog: Catalog, judged: Judged) -> tuple[Guidance, ...]:
    """The rows that fit this judgement: those about this indicator first, each group in file order."""
    seen = frozenset(sights(judged))
    rows = [row for row in catalog.guidance if _fits(row, judged, seen)]
    return tuple(sorted(rows, key=lambda row: not row.indicators))


def sights(judged: Judged) -> Iterator[Sight]:
    """What there is to see of an indicator; nothing while there is no judgement to give."""
    judgement = judged.judgement
    if not judgement.points:
        yield Sight.MISSING
        return
    if judgement.points[-1].suppressed:
        yield Sight.HIDDEN
    if judged.breaks:
        yield Sight.BREAK
    if judgement.chart is None:
        return
    if judgement.verdict == "common":
        yield Sight.CHANCE
        return
    yield Sight.SIGNAL
    if judgement.verdict == "concern":
        yield Sight.WORSE
    elif judgement.verdict == "improvement":
        yield Sight.BETTER


def _fits(row: Guidance, judged: Judged, seen: frozenset[Sight]) -> bool:
    if row.indicators and judged.indicator.key not in row.indicators:
        return False
    newest = judged.judgement.newest
    over = (
        row.above is not None and newest is not None and newest.value is not None and newest.value > row.above
    )
    return not row.seen or over or not seen.isdisjoint(row.seen)
