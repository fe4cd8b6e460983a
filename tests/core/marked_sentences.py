"""Sentences in which personal data is marked, and how much of it a look finds."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from raadsapp.privacy.personal_data import Finding

OWN_SENTENCES = Path(__file__).with_suffix(".txt")
_MARK = re.compile(r"\[\[(\w+):(.*?)\]\]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text and the (start, end, kind) of what may be personal data in it."""

    text: str
    marks: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Marks that were met, out of all, and what was found beside them or in clean sentences."""

    marks: int
    missed: tuple[str, ...]
    false_alarms: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Share of the marks that were met."""
        return 1 - len(self.missed) / self.marks

    def __str__(self) -> str:
        met = self.marks - len(self.missed)
        return f"{met} of {self.marks} met ({self.recall:.1%}), {len(self.false_alarms)} false alarms"


def sentences(file: Path) -> Iterator[Sentence]:
    """The sentences of a file, marks taken out."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith('"'):
            yield _sentence(line.strip().rstrip(",")[1:-1])


def _sentence(marked: str) -> Sentence:
    text, marks, position = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        marks.append((len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        position = mark.end()
    return Sentence(text + marked[position:], tuple(marks))


def score(file: Path, find: Callable[[str], tuple[Finding, ...]]) -> Score:
    """How well `find` does; a mark is met when a finding covers more than half of it."""
    missed, false, count = [], [], 0
    for sentence in sentences(file):
        findings = find(sentence.text)
        count += len(sentence.marks)
        for start, end, kind in sentence.marks:
            covered = sum(max(0, min(end, one.end) - max(start, one.start)) for one in findings)
            if 2 * covered <= end - start:
                missed.append(f"{kind} {sentence.text[start:end]}")
        false += [
            f"{one.kind.value} {sentence.text[one.start : one.end]}"
            for one in findings
            if not any(one.start < end and start < one.end for start, end, _ in sentence.marks)
        ]
    return Score(count, tuple(missed), tuple(false))
