"""All checks, in the order in which they look; a value that one keeps out is not seen by those after it."""

from collections.abc import Callable, Iterator

import numpy as np

from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.amounts import fractions, negatives, percentages, uncounted, zeros
from raadsapp.intake.checks.columns import same_columns
from raadsapp.intake.checks.districts import districts
from raadsapp.intake.checks.duplicates import duplicates
from raadsapp.intake.checks.found import Found, Noted, findings_of
from raadsapp.intake.checks.jumps import jumps
from raadsapp.intake.checks.merged_cells import merged_cells
from raadsapp.intake.checks.names import numbers_as_sources, spelled_otherwise
from raadsapp.intake.checks.parents import parents
from raadsapp.intake.checks.shares import rates, shares
from raadsapp.intake.checks.timing import older, periods
from raadsapp.intake.checks.together import together
from raadsapp.intake.checks.totals import parts_within, totals
from raadsapp.intake.checks.unsure import unsure_numbers
from raadsapp.intake.checks.year_to_date import year_to_date
from raadsapp.intake.entries import Entries
from raadsapp.intake.findings import Finding
from raadsapp.intake.progress import Progress, Tell

Check = Callable[[Entries, Against], Iterator[Found | Noted]]

CHECKS: tuple[Check, ...] = (
    merged_cells,
    unsure_numbers,
    spelled_otherwise,
    duplicates,
    together,
    negatives,
    percentages,
    fractions,
    uncounted,
    periods,
    older,
    same_columns,
    numbers_as_sources,
    totals,
    parts_within,
    districts,
    parents,
    shares,
    rates,
    zeros,
    jumps,
    year_to_date,
)


def checked(entries: Entries, against: Against, tell: Tell) -> tuple[Entries, list[Finding]]:
    """The values that may be imported, each key once, and everything the checks found."""
    findings: list[Finding] = []
    for done, check in enumerate(CHECKS):
        tell(Progress(done, len(CHECKS), "Waarden nakijken"))
        more, out = findings_of(entries, check(entries, against))
        findings += more
        if out.size:
            kept = np.ones(len(entries), np.bool_)
            kept[out] = False
            entries = entries.only(kept)
    return entries, findings
