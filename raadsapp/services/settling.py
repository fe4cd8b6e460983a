"""Decide what members may see as soon as other deliveries count, so that no page has to wait for it."""

from contextlib import suppress

from raadsapp.errors import UserError
from raadsapp.services.member_view import member_view
from raadsapp.services.opening import Session
from raadsapp.services.revisions import revisions


def settle(session: Session) -> None:
    """Decide it of what counts now, and of what counted before figures were changed.

    After reading in or withdrawing, in the thread that did so. What cannot be decided now is decided when it
    is asked for.
    """
    with suppress(UserError):
        view = member_view(session)
        for series in view.all_series():
            revisions(session, view, *series)
