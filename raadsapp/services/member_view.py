"""What members see of the figures: no small numbers of persons, and the finest period that may be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from raadsapp.domain.municipality import TOGETHER
from raadsapp.domain.shown import Shown
from raadsapp.privacy.disclosure.tau_argus import available
from raadsapp.services.counted import counted
from raadsapp.services.disclosing import Certainty, Tell, disclosed, figures, too_small
from raadsapp.services.ladder import SeriesKey
from raadsapp.services.opening import Session
from raadsapp.services.shown_series import shown_series
from raadsapp.store import observations

BLUNT = (
    "Op deze computer ontbreekt τ-ARGUS, het programma dat uitzoekt hoe weinig er verborgen moet worden. "
    "Daarom is er meer weggelaten dan nodig."
)
"""What to say where small numbers are protected without the engine."""
BLUNTLY = "Er is hier meer weggelaten dan nodig: uitzoeken hoe weinig genoeg is, lukte niet."
"""What to say where the engine found no way, or none in time."""
UNDECIDED = (
    "Cijfers die hier nog niet eerder te zien waren, blijven verborgen. De app kan in dit dossier nu niet "
    "bewaren welke kleine aantallen zij beschermt."
)
"""What to say where it cannot be kept what is shown and what is not."""
WAITING = "Kleine aantallen worden beschermd. Dit duurt even."
"""What to say as long as it is being decided what members see."""
TOO_SMALL = "te klein om te tonen"
"""In place of a figure that would tell something about too few persons."""

_STATES = 32
"""How many states of the figures are kept: an indicator asks for each that a correction came after."""


@dataclass(frozen=True, slots=True)
class MemberView:
    """The protected figures as known at the end of `as_of` (None: now); nothing in it is to be kept secret.

    Whatever members see, search or export is made from this, and so is everything worked out from figures.
    While it is `waiting` it holds no figures: what may be shown of them is being decided.
    """

    as_of: date | None
    _series: Mapping[SeriesKey, tuple[Shown, ...]]
    _certainty: Certainty = Certainty.LEAST
    waiting: bool = False

    @property
    def notice(self) -> str:
        """What a reader must know of how the figures were protected; empty when all is as usual."""
        if self.waiting:
            return WAITING
        if self._certainty is Certainty.UNDECIDED:
            return UNDECIDED
        if self._certainty is Certainty.BLUNT:
            return BLUNTLY if available() else BLUNT
        return ""

    def all_series(self) -> tuple[SeriesKey, ...]:
        """Indicator, municipality and breakdown of every series, in order."""
        return tuple(sorted(self._series))

    def series(self, indicator: str, municipality: str, breakdown: str = "") -> tuple[Shown, ...]:
        """One series in order of period, all of one kind of period: the finest that may be shown.

        `municipality` is a CBS code, or `samen` for all of the dossier together where they can be added up.
        """
        return self._series.get((indicator, municipality, breakdown), ())

    def breakdowns(self, indicator: str, municipality: str) -> tuple[str, ...]:
        """The breakdowns (`dimensie=waarde`) of which there are figures, in order."""
        wanted = (indicator, municipality)
        return tuple(sorted(split for key, place, split in self._series if (key, place) == wanted and split))

    def municipalities(self, indicator: str) -> tuple[str, ...]:
        """CBS codes of which there are figures in order, and `samen` last where they can be added up."""
        found = {place for key, place, _ in self._series if key == indicator}
        return tuple(sorted(found, key=lambda place: (place == TOGETHER, place)))


def member_view(session: Session, as_of: date | None = None) -> MemberView:
    """The figures that members may see, as known at the end of `as_of` (None: now).

    Only items and municipalities of the dossier. What was not decided before is decided now, and kept. Where
    the session leaves that to another (`Session.elsewhere`) the view waits, and holds nothing yet.
    """
    return replace(view_of(session, observations.counting(session.store, as_of)), as_of=as_of)


def view_of(session: Session, batches: tuple[int, ...]) -> MemberView:
    """The figures that members may see when only these deliveries count, in order; see `member_view`."""
    if batches not in session.views:
        if len(session.views) >= _STATES:
            session.views.clear()
        made = _made(session, batches, None if session.elsewhere else _nobody)
        session.views[batches] = made or MemberView(None, {}, waiting=True)
        if made is None and session.elsewhere:
            session.elsewhere(batches)
    return session.views[batches]


def decided_view(session: Session, batches: tuple[int, ...], tell: Tell) -> MemberView:
    """As `view_of`, decided here and now; `tell` is called meanwhile, and may end it by raising."""
    made = _made(session, batches, tell)
    assert made  # noqa: S101 - with `tell` it is decided
    return made


def _made(session: Session, batches: tuple[int, ...], tell: Tell | None) -> MemberView | None:
    known = {one.key: one for one in figures(session, batches)}
    found = counted(known.values(), session.catalog)
    decided = disclosed(session, found, batches, tell)
    if decided is None:
        return None
    kept = too_small(session, batches)
    kept = {key: kept[key] for key in kept if key not in known and key not in found.counts}
    series = shown_series(session.catalog, known, found, decided, kept)
    return MemberView(None, series, decided.certainty)


def _nobody() -> None:
    """Nobody hears how far it is."""
