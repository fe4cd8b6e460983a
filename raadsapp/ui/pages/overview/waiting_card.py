"""Waiting, beside the money: the same outcome, and what is assumed in it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from raadsapp.domain.source import Standing
from raadsapp.ui.widgets.badge import StandingBadge
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.text import Body, Small
from raadsapp.ui.widgets.weeks_strip import WeeksStrip

if TYPE_CHECKING:
    from raadsapp.services.money_summary import MoneySummary

_ASSUMED = "In deze stand wordt een tekort nooit wachten. Dat is een aanname."
_COMPUTED = "Een deel van het tekort gaat hier over in wachten. Hoeveel, is een aanname."
_NOT_OBSERVED = "Er zijn nog geen echte metingen van de wachttijd."
_OBSERVED = "Gemeten wachttijden staan bij de indicatoren."


def observed_note(*, observed: bool) -> str:
    """That the weeks are assumed, and whether anything was observed."""
    return f"Dit is een aanname. {_OBSERVED if observed else _NOT_OBSERVED}"


class WaitingCard(Card):
    """Weeks per year, drawn small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Wachten: weken per jaar", StandingBadge(Standing.ASSUMPTION), parent=parent)
        self._strip = WeeksStrip()
        self._sentence, self._note = Body(), Small()
        for widget in (self._strip, self._sentence, self._note):
            self.add(widget)

    def show_summary(self, summary: "MoneySummary", *, observed: bool) -> None:
        """Show the weeks of this outcome."""
        self._strip.show_weeks(summary.years, summary.waiting_weeks)
        self._sentence.show_text(summary.waiting)
        assumed = _ASSUMED if summary.assumes_spending else _COMPUTED
        self._note.show_text(f"{assumed} {_OBSERVED if observed else _NOT_OBSERVED}")
