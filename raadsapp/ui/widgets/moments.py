"""Moments as the reader's own clock tells them."""

from datetime import datetime

from raadsapp.texts import long_date


def moment(at: datetime) -> str:
    """`22 november 2026 om 14:05`, in the time zone of this computer."""
    here = at.astimezone()
    return f"{long_date(here.date())} om {here:%H:%M}"
