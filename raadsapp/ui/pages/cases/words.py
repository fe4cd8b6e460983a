"""What the page says of a case, a system and a line."""

import re

from raadsapp.domain.case import Case
from raadsapp.domain.case_walk import Lines, Turn, Walk
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Effect, Indicator, System
from raadsapp.services.case_words import DOWN, LINE_NAMES, UP, steps_words
from raadsapp.texts import enumeration, plural

_LONG_WORD = re.compile(r"\S{20}(?=\S)")
SYSTEMS = ((System.OLD, "Oud stelsel"), (System.NEW, "Nieuw stelsel"))


def shows_words(case: Case, catalog: Catalog) -> str:
    """What a case shows, by the names of its effects."""
    found = [catalog.find(key) for key in case.effects]
    names = [item.title for item in found if isinstance(item, Effect)]
    return f"Laat zien: {enumeration(names)}" if names else ""


def links_of(case: Case, catalog: Catalog) -> list[tuple[str, str, str]]:
    """Key, kind and name of each effect, indicator and lever of a case that exists."""
    found = []
    for key in (*case.effects, *case.indicators, *case.levers):
        item = catalog.find(key)
        kind = (
            "Effect" if isinstance(item, Effect) else "Indicator" if isinstance(item, Indicator) else "Schuif"
        )
        name = str(getattr(item, "title", getattr(item, "label", "")))
        if name:
            found.append((key, kind, name))
    return found


def foldable(title: str) -> str:
    """A title whose longest words may be broken: it never asks for more room than a page has."""
    return _LONG_WORD.sub(lambda found: f"{found[0]}\u200b", title)


def grown_words(line: int, steps: int) -> str:
    """How far a line is from its start: `2 stappen beter`, `1 stap langer`."""
    if not steps:
        return "zoals aan het begin"
    way = UP[line] if steps > 0 else DOWN[line]
    return f"{plural(abs(steps), 'stap', 'stappen')} {way}"


def did_words(turn: Turn, system: System) -> str:
    """What a choice did, in one line: `U koos ‘Thuis’. Kind: beter. Tijd: langer. Geld: gelijk.`."""
    did = turn.choice.consequences(system)
    parts = (did.child, did.time, did.money)
    told = (f"{LINE_NAMES[line]}: {steps_words(line, part)}." for line, part in enumerate(parts))
    return " ".join((f"U koos ‘{turn.choice.text}’.", *told))


def of_lines(lines: Lines) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """The lines in the order of their names."""
    return lines.child, lines.time, lines.money


def path_words(walk: Walk) -> str:
    """A walk by where it ended and the choices made: `Verder zonder hulp (Naar de groep → Stoppen)`."""
    return f"{walk.step.title} ({made_words(walk)})"


def made_words(walk: Walk) -> str:
    """The choices made in a walk, in order."""
    return " → ".join(turn.choice.text for turn in walk.turns)
