"""Where the reader has been, for the way back."""

from dataclasses import dataclass, replace

from raadsapp.ui.state import Place

_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Trail:
    """Places in the order of visit; the last is where the reader is."""

    places: tuple[Place, ...] = ()

    @property
    def here(self) -> Place | None:
        """Where the reader is."""
        return self.places[-1] if self.places else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return len(self.places) > 1

    def visit(self, place: Place) -> "Trail":
        """The trail after going to `place`; going where one already is changes nothing."""
        return self if place == self.here else replace(self, places=(*self.places, place)[-_LONGEST:])

    def back(self) -> "Trail":
        """The trail after one step back, at its beginning the same."""
        return replace(self, places=self.places[:-1]) if self.can_go_back else self
