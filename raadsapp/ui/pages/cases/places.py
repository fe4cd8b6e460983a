"""The names by which the window knows this page and what is on it beside the cases."""

PAGE = "cases"
SESSIONS = "contextsessies"
_SESSION = "contextsessie-"


def session_place(number: int) -> str:
    """The name of a context session on this page."""
    return f"{_SESSION}{number}"


def session_number(place: str) -> int | None:
    """The number of the context session with this name; None when it is not the name of one."""
    number = place.removeprefix(_SESSION)
    return int(number) if number != place and number.isdecimal() else None
