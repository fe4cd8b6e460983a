"""The headings of a case file, and the labelled lines and paragraphs below each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from raadsapp.content.case_fields import (
    CHOICE_LABELS,
    CHOICE_WORD,
    END_WORD,
    NOTES,
    QUESTIONS,
    SITUATION,
    STEP_LABELS,
    STEP_WORD,
)
from raadsapp.content.faults import Fault

_HEADING = re.compile(rf"(?:({STEP_WORD}|{END_WORD}|{CHOICE_WORD}) ([a-z0-9-]+): )?(\S.*)")
_HEADING_WORD = re.compile(rf"^#+ +({STEP_WORD}|{END_WORD}|{CHOICE_WORD}) (?=[a-z0-9-]+: )", re.MULTILINE)


@dataclass(slots=True)
class Block:
    """A heading and what stands below it: labelled lines by label, and paragraphs of plain text."""

    word: str
    key: str
    title: str
    labels: dict[str, list[str]] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)
    choices: list["Block"] = field(default_factory=list)

    @property
    def name(self) -> str:
        """How a fault names this place."""
        return f"{self.word.lower()} {self.key}" if self.key else self.title

    @property
    def text(self) -> str:
        """All plain text, paragraphs an empty line apart."""
        return "\n\n".join(self.paragraphs)


def blocks_of(lines: list[str], file: str, faults: list[Fault]) -> list[Block]:
    """The headings of a text with what stands below each; what has no place is added to `faults`."""
    blocks: list[Block] = []
    here: Block | None = None
    for number_of_hashes, paragraph in _paragraphs(lines):
        if number_of_hashes:
            here = _heading(number_of_hashes, paragraph, blocks, file, faults)
        elif here is not None:
            _add(here, paragraph)
        else:
            faults.append(Fault(file, "", f"‘{paragraph[:40]}’ staat boven de eerste kop."))
    return blocks


def without_heading_words(text: str) -> str:
    """The text of a case file with spaces for the words its headings begin with, and no place moved.

    What somebody wrote in a heading stays, its key too.
    """
    return _HEADING_WORD.sub(lambda found: " " * len(found[0]), text)


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Headings with their number of hashes, and labelled lines and paragraphs (0) joined to one line each."""
    gathered: list[str] = []
    for line in (*(one.strip() for one in lines), ""):
        heading = re.fullmatch(r"(#+)\s+(.*)", line)
        if gathered and (not line or heading or _starts_anew(line)):
            yield 0, " ".join(gathered)
            gathered = []
        if heading:
            yield len(heading[1]), heading[2].strip()
        elif line:
            gathered.append(" ".join(line.split()))


def _starts_anew(line: str) -> bool:
    label, colon, _ = line.partition(":")
    return line.startswith("- ") or bool(colon and label in {*STEP_LABELS, *CHOICE_LABELS})


def _heading(hashes: int, text: str, blocks: list[Block], file: str, faults: list[Fault]) -> Block | None:
    found = _HEADING.fullmatch(text)
    word, key, title = (found[1] or "", found[2] or "", found[3]) if found else ("", "", text)
    block = Block(word, key, title)
    if hashes == 1 and (word in {STEP_WORD, END_WORD} or title in {SITUATION, QUESTIONS, NOTES}):
        if not word and any(other.title == title and not other.word for other in blocks):
            faults.append(Fault(file, title, "dit deel staat er twee keer."))
        blocks.append(block)
    elif hashes == 2 and word == CHOICE_WORD and blocks and blocks[-1].word:  # noqa: PLR2004 – two hashes
        blocks[-1].choices.append(block)
    else:
        where = blocks[-1].name if blocks else ""
        message = f"de kop ‘{'#' * hashes} {text}’ is geen stap, einde, keuze of vast deel."
        faults.append(Fault(file, where, message))
    return block


def _add(block: Block, paragraph: str) -> None:
    label, colon, text = paragraph.partition(":")
    allowed = {STEP_WORD: STEP_LABELS, END_WORD: STEP_LABELS, CHOICE_WORD: CHOICE_LABELS}.get(block.word, ())
    if colon and label in allowed:
        block.labels.setdefault(label, []).append(text.strip())
    else:
        block.paragraphs.append(paragraph.removeprefix("\\"))
