"""How easy a Dutch text reads: Flesch-Douma, with the length of its sentences.

Reading ease by W.H. Douma, De leesbaarheid van landbouwbladen (1960): 207 − 0,93 × words per sentence
− 77 × syllables per word, on a scale from 0 (hard) to 100 (easy); he calls 60 to 70 standard. No formula
says whether a text is B1: the limits here are a choice (*aanname*), and a warning is a reason to read again.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

EASIEST_HARD = 60.0
"""Reading ease below which a text is warned of."""
LONGEST = 20
"""Words in a sentence above which it is warned of."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[’”)]*\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_REFERENCE = re.compile(r"\{[^{}]*\}")
_SYLLABLE = re.compile(
    "[äëïöü]|aai|ooi|oei|eeu|ieu|auw|ouw|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyéèêáóú]"
)


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """Reading ease of a text, words per sentence and syllables per word, and its longest sentence."""

    ease: float
    words_per_sentence: float
    syllables_per_word: float
    longest: str
    longest_words: int

    @property
    def above_b1(self) -> bool:
        """Whether a text for everybody should be written simpler."""
        return self.ease < EASIEST_HARD or self.longest_words > LONGEST


def reading_level(texts: Iterable[str]) -> ReadingLevel | None:
    """The level of some texts together; None when there is no whole sentence in them.

    What does not end as a sentence, such as a title, is left out; a reference `{key}` counts as one word.
    """
    every = [(_words(sentence), sentence) for text in texts for sentence in sentences(text)]
    counted = [(words, sentence) for words, sentence in every if words]
    if not counted:
        return None
    words = [word for found, _ in counted for word in found]
    per_sentence = len(words) / len(counted)
    per_word = sum(syllables(word) for word in words) / len(words)
    longest = max(counted, key=lambda one: len(one[0]))
    ease = 207 - 0.93 * per_sentence - 77 * per_word
    return ReadingLevel(ease, per_sentence, per_word, longest[1], len(longest[0]))


def sentences(text: str) -> tuple[str, ...]:
    """The whole sentences of a text."""
    found = (one.strip() for one in _SENTENCE_END.split(text))
    return tuple(one for one in found if one.rstrip("’”)").endswith((".", "!", "?")))


def syllables(word: str) -> int:
    """Syllables of a Dutch word, counted by its vowels; a figure counts as one."""
    return max(1, len(_SYLLABLE.findall(word.lower())))


def _words(sentence: str) -> list[str]:
    return _WORD.findall(_REFERENCE.sub("1", sentence))
