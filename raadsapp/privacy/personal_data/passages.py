"""Sentences of a text, so that a rule looks at what stands beside a word and no further."""

import re
from bisect import bisect_right

_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-ZÀ-Þ])|\n")
_ABBREVIATED = re.compile(
    r"(?:\b(?:dr|drs|mr|ir|ing|prof|mw|mevr|mej|dhr|hr|fam|geb|gebr|tel|nr|art|st|ca|bijv|jan|feb|mrt|apr"
    r"|jun|jul"
    r"|aug|sep|sept|okt|nov|dec)|\b[A-Z]|\bv\.?d)$",
    re.IGNORECASE,
)


class Passages:
    """A text and where its sentences begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        ends = (
            end.end()
            for end in _END.finditer(text)
            if end.group() == "\n" or not _ABBREVIATED.search(text[max(0, end.start() - 8) : end.start()])
        )
        self._starts = [0, *ends]

    def sentence(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that holds this position."""
        number = bisect_right(self._starts, position)
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self._starts[number - 1], end

    def before(self, position: int, length: int) -> str:
        """At most `length` characters before a position, in its own sentence."""
        return self.text[max(self.sentence(position)[0], position - length) : position]

    def begins_sentence(self, position: int) -> bool:
        """Whether only quotes, brackets or a dash stand before this position in its sentence."""
        return not self.text[self.sentence(position)[0] : position].strip(" \t\"“”‘’'([{-–—•*")
