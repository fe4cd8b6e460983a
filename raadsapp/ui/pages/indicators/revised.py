"""What was known earlier of figures that were delivered again with another value."""

from collections.abc import Sequence

from raadsapp.domain.revision import Revision
from raadsapp.services.revisions import sentence
from raadsapp.texts import amount
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.text import Body, Small

_LEAD = "Deze cijfers waren eerder anders. Kies bij ‘Stand van’ een dag om te zien wat u toen kon weten."


def revised_card(revisions: Sequence[Revision], unit: str) -> Card | None:
    """The card with every period that was revised, newest first; None when there is none."""
    if not revisions:
        return None
    card = Card("Eerder was bekend")
    card.add(Small(_LEAD))
    for revision in reversed(revisions):
        card.add_gap(SMALL)
        now = revision.now
        value = amount(now.value or 0.0, unit)
        card.add(Body(f"{now.period.label.capitalize()}: nu {value} ({now.status.value})."))
        for earlier in revision.earlier:
            card.add(Small(sentence(earlier, unit)))
    return card
