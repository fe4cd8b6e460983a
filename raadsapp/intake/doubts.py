"""Columns in which a point may stand between decimals or between thousands, and nothing tells which."""

from raadsapp.intake.numbers import TRIALS, Doubtful
from raadsapp.intake.plan import Plan
from raadsapp.intake.rows import Collected


def unsure_columns(plan: Plan, collected: Collected) -> frozenset[int]:
    """Value columns with points, all of which may stand between thousands, as the Dutch write them.

    Only where the layout says that a point is the decimal sign: a file that was saved anew by a Dutch
    spreadsheet program would be read a thousand times too small.
    """
    return frozenset(column for column in collected.doubted if not _proven(plan, column))


def _proven(plan: Plan, column: int) -> bool:
    """Whether the layout has another decimal sign, or a number shows that the point is one."""
    read = [item for value in plan.values if value.column == column for item in value.numbers.items()]
    decimal = next((number.decimal for _, number in read if isinstance(number, Doubtful)), "")
    return decimal != "." or any(
        isinstance(number, float) and not isinstance(number, Doubtful)
        for text, number in read
        if isinstance(text, str) and "." in text and text not in TRIALS
    )
