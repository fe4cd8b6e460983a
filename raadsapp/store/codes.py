"""How values are written in the store: small integers for what repeats, sortable text for moments."""

from datetime import UTC, date, datetime, time
from types import MappingProxyType

from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period, PeriodKind

# Part of the file format; the order is that of `Period`, so that periods sort alike here and there.
_KINDS = (PeriodKind.HALF_YEAR, PeriodKind.YEAR, PeriodKind.QUARTER, PeriodKind.MONTH)
_KIND_NUMBERS = MappingProxyType({kind: number * 100 for number, kind in enumerate(_KINDS)})
STATUSES = (Status.PROVISIONAL, Status.REVISED, Status.FINAL)
STATUS_NUMBERS = MappingProxyType({status: number for number, status in enumerate(STATUSES)})
# Days outside these cannot be moved to UTC everywhere.
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(9000, 1, 1)


def period_number(period: Period) -> int:
    """The integer that stands for a period: year * 1000 + kind * 100 + number."""
    return period.year * 1000 + _KIND_NUMBERS[period.kind] + period.number


def period_of_number(number: int) -> Period:
    """The period that an integer stands for."""
    year, rest = divmod(number, 1000)
    return Period(year, _KINDS[rest // 100], rest % 100)


def moment_text(moment: datetime) -> str:
    """A moment in UTC, as text that sorts; without a time zone it is taken as local time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_of_text(text: str) -> datetime:
    """The moment of a stored text, in local time."""
    return datetime.fromisoformat(text).astimezone()


def end_of_day_text(day: date) -> str:
    """The last moment of a local day."""
    return moment_text(datetime.combine(min(max(day, _FIRST_DAY), _LAST_DAY), time.max))
