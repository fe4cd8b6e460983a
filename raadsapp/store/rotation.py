"""Which backups stay: of the last days and weeks of use the newest one each."""

from collections.abc import Iterable
from datetime import datetime

DAYS = 7
WEEKS = 4


def superseded(moments: Iterable[datetime], days: int = DAYS, weeks: int = WEEKS) -> frozenset[datetime]:
    """The moments of backups that may go.

    Kept is the newest of each of the last `days` days and of each of the last `weeks` weeks, from Monday on,
    that have one. Days without a backup do not count, so that a summer without use costs none. A moment is
    taken to fall on the day that it has in its own time zone.
    """
    newest_first = sorted(moments, reverse=True)
    of_day: dict[object, datetime] = {}
    of_week: dict[object, datetime] = {}
    for moment in newest_first:
        of_day.setdefault(moment.date(), moment)
        of_week.setdefault(moment.isocalendar()[:2], moment)
    kept = {*list(of_day.values())[:days], *list(of_week.values())[:weeks]}
    return frozenset(newest_first) - kept
