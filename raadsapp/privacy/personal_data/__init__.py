"""Possible personal data in Dutch texts: names, numbers, addresses, dates of birth, schools.

`find` looks with own rules; a `NameReader` (`name_reader`) adds what deduce finds, where that is installed.
Nothing here says that a text is safe: what is found is *mogelijk persoonsgegevens*, what is not found may be
there all the same. What was found is never logged.
"""

from raadsapp.privacy.personal_data.finding import Certainty, Finding, Kind
from raadsapp.privacy.personal_data.rules import find_with
from raadsapp.privacy.personal_data.word_lists import shipped_lists

__all__ = ["Certainty", "Finding", "Kind", "find"]


def find(text: str, more: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
    """Possible personal data in a text, in order of place, never overlapping.

    `more` are findings of another reader in the same text, such as a `NameReader`.
    """
    return find_with(text, shipped_lists(), more)
