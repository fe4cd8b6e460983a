"""What must hold for the guide: it names indicators that are there, and every row can be shown."""

from collections.abc import Iterator

from raadsapp.content.faults import Fault
from raadsapp.domain.catalog import Catalog

_FILE = "guidance.toml"
_NEEDED = ("first", "moment", "expect", "caution")


def guidance_faults(catalog: Catalog) -> Iterator[Fault]:
    """Everything that is wrong in the rows of the guide."""
    known = {indicator.key for indicator in catalog.indicators}
    for row in catalog.guidance:
        yield from (
            Fault(_FILE, row.key, f"indicator ‘{key}’ bestaat niet.")
            for key in row.indicators
            if key not in known
        )
        yield from (
            Fault(_FILE, row.key, f"het veld ‘{name}’ is leeg.") for name in _NEEDED if not getattr(row, name)
        )
        if not row.seen and not row.indicators:
            message = "er staat niet bij wanneer dit geldt (‘seen’) of waarvoor (‘indicators’)."
            yield Fault(_FILE, row.key, message)
        if row.above is not None and not row.indicators:
            yield Fault(_FILE, row.key, "‘above’ staat er zonder ‘indicators’.")
