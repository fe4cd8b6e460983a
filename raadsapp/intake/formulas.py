"""Text that a spreadsheet program would take for a formula, made harmless and back again."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def neutralised(text: str) -> str:
    """`text` as a spreadsheet program shows it as text: with an apostrophe before what starts a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def restored(text: str) -> str:
    """The text that `neutralised` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
