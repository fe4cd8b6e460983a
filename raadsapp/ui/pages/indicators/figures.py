"""What judgements are made of: the figures that members may see, and what the council decided about them."""

from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.norm import Decisions
from raadsapp.services.judgements import Judged, judged
from raadsapp.services.member_view import MemberView


@dataclass(frozen=True, slots=True)
class Figures:
    """All of it as known at one moment."""

    view: MemberView
    decisions: Decisions

    def judged(self, catalog: Catalog, indicator: str, municipality: str, breakdown: str = "") -> Judged:
        """One series, judged; see `services.judgements.judged`."""
        return judged(self.view, catalog, indicator, municipality, breakdown, decisions=self.decisions)
