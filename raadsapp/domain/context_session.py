"""A context session: a group that talks about example cases, and what each small group chose and why."""

from dataclasses import dataclass
from datetime import date

MOST_CASES = 3
PEOPLE = (2, 60)
"""Fewest and most who take part."""
MINUTES = (10, 240)
"""Shortest and longest session."""
LONGEST_TITLE = 120
"""Characters that are room enough for the name of a session; it stands on paper and in the names of files."""
SESSIONS = "contextsessies"
"""The key of the list of sessions."""
_KEY = "contextsessie-"
_SMALL_GROUP = 4
"""People that a small group has when it comes out; it has three to five."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What small group `group`, from 1, chose at a step of a case, and why.

    `choice` is the key of the choice, empty as long as there is none; `words` is that choice as it was
    written then, so that it can be read after the case was changed.
    """

    case: str
    step: str
    group: int
    choice: str = ""
    words: str = ""
    why: str = ""

    @property
    def place(self) -> tuple[str, str, int]:
        """Case, step and group: of each there is one answer."""
        return self.case, self.step, self.group

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen and nothing written."""
        return not (self.choice or self.why)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextSession:
    """A session of `size` people and `minutes` minutes on at most three cases, by their keys.

    `number` is 0 until it is stored. `taken_along` is what the group takes with it.
    """

    number: int = 0
    title: str
    held_on: date
    cases: tuple[str, ...] = ()
    size: int
    minutes: int
    taken_along: str = ""
    answers: tuple[Answer, ...] = ()

    @property
    def groups(self) -> int:
        """The small groups: as many as the size asks for, and at least those that gave an answer."""
        answered = (answer.group for answer in self.answers if not answer.is_empty)
        return max(len(small_groups(self.size)), max(answered, default=0))

    def answer(self, case: str, step: str, group: int) -> Answer:
        """What a small group chose there; an empty answer when it did not."""
        wanted = (case, step, group)
        found = next((answer for answer in self.answers if answer.place == wanted), None)
        return found or Answer(case=case, step=step, group=group)


@dataclass(frozen=True, slots=True, kw_only=True)
class DamagedSession:
    """A kept session of which only the number and the title can still be read."""

    number: int
    title: str


def small_groups(size: int) -> tuple[int, ...]:
    """The sizes of the small groups that `size` people make: three to five each, the larger ones first.

    Two people are one group.
    """
    count = max(1, round(size / _SMALL_GROUP))
    least, more = divmod(size, count)
    return (least + 1,) * more + (least,) * (count - more)


def key_of(number: int) -> str:
    """The name by which the session with this number is gone to."""
    return f"{_KEY}{number}"


def number_of(key: str) -> int | None:
    """The number of the session with this key; None when it is not the key of one."""
    number = key.removeprefix(_KEY)
    return int(number) if number != key and number.isdecimal() else None
