"""Scenarios that were kept: what was asked, how the levers stood, what came out, what was decided."""

from dataclasses import dataclass
from datetime import date

Path = tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedScenario:
    """One kept scenario; `number` is 0 until it is stored.

    `municipality` is a CBS code or `samen`. `settings` hold where every lever stood. `came_out` is the
    central path as it was then: outcome and its values over `years`; None is a wait without end. `facts` are
    the inputs of the model as they were then, as JSON.
    """

    number: int = 0
    name: str
    municipality: str
    question: str = ""
    hypothesis: str = ""
    findings: str = ""
    decision: str = ""
    author: str = ""
    made_on: date
    settings: tuple[tuple[str, float | str], ...]
    model_version: int
    facts: str
    years: tuple[int, ...]
    came_out: tuple[tuple[str, Path], ...]

    def value(self, outcome: str, year: int) -> float | None:
        """What came out then; None for a waiting time without end. KeyError for an unknown outcome."""
        return dict(self.came_out)[outcome][self.years.index(year)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DamagedRow:
    """A kept scenario of which only the number and the name can still be read."""

    number: int
    name: str
