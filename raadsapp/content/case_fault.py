"""One thing that is wrong in an example case, and the field in which it can be mended."""

from dataclasses import dataclass

from raadsapp.domain.case import Case
from raadsapp.domain.case_places import Place


@dataclass(frozen=True, slots=True)
class CaseFault:
    """What is wrong at a place."""

    place: Place
    message: str

    def told(self, case: Case) -> str:
        """In one line, with step and field."""
        return f"{self.place.told(case)}: {self.message}"
