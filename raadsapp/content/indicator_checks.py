"""What must hold for indicators: shares rest on a known count, series and breaks are named once."""

from collections.abc import Iterator

from raadsapp.content.faults import Fault
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Indicator

_FILE = "indicators.toml"


def indicator_faults(catalog: Catalog) -> Iterator[Fault]:
    """Everything that is wrong in the series, denominators and breaks of indicators."""
    known = {indicator.key for indicator in catalog.indicators}
    for indicator in catalog.indicators:
        wrongs = (*_denominator(indicator, known), *_splits(indicator), *_breaks(indicator))
        yield from (Fault(_FILE, indicator.key, wrong) for wrong in wrongs)


def _denominator(indicator: Indicator, known: set[str]) -> Iterator[str]:
    # A share may rest on a count of its own indicator only when that is another series.
    others = known if indicator.denominator_breakdown else known - {indicator.key}
    if indicator.denominator and indicator.denominator not in others:
        yield f"‘denominator’ noemt {indicator.denominator}, en dat is geen andere indicator."
    for field in ("denominator_breakdown", "denominator_years_earlier"):
        if getattr(indicator, field) and not indicator.denominator:
            yield f"‘{field}’ staat er zonder ‘denominator’."


def _splits(indicator: Indicator) -> Iterator[str]:
    named = [split.breakdown for split in indicator.splits]
    asked = (
        ("splits", named),
        ("main", [indicator.main]),
        ("denominator", [indicator.denominator_breakdown]),
    )
    for field, breakdowns in asked:
        for breakdown in breakdowns:
            dimension, _, value = breakdown.partition("=")
            if not (dimension and value) and (breakdown or field == "splits"):
                yield f"bij ‘{field}’: ‘{breakdown}’ is geen uitsplitsing zoals ‘verwijzer=arts’."
    if len(named) > len(set(named)):
        yield "bij ‘splits’ staat een uitsplitsing twee keer."
    if not all(split.unit for split in indicator.splits):
        yield "bij ‘splits’: het veld ‘unit’ is leeg."


def _breaks(indicator: Indicator) -> Iterator[str]:
    days = [one.since for one in indicator.breaks]
    if days != sorted(set(days)):
        yield "de dagen bij ‘breaks’ staan niet op volgorde, of een staat er twee keer."
    if not all(one.why for one in indicator.breaks):
        yield "bij ‘breaks’: het veld ‘why’ is leeg."
