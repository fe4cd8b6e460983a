"""Walk through an example case: choose, go back, take another turn, and see three lines grow."""

from dataclasses import dataclass, replace
from itertools import accumulate, takewhile

from raadsapp.domain.case import Case, Choice, Consequences, Step
from raadsapp.domain.goals import System


@dataclass(frozen=True, slots=True)
class Turn:
    """A choice made at a step."""

    step: Step
    choice: Choice


@dataclass(frozen=True, slots=True)
class Lines:
    """Where child, time and money stand at the start (0) and after each choice, in steps."""

    child: tuple[int, ...]
    time: tuple[int, ...]
    money: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """A place in a case: the keys of the choices made so far, and the system looked at."""

    case: Case
    system: System = System.NEW
    path: tuple[str, ...] = ()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The steps passed with the choice made at each; ValueError when the path is not one of this case."""
        found: list[Turn] = []
        step = self.case.steps[0]
        for key in self.path:
            choice = step.choice(key)
            if choice is None:
                raise _unknown(step, key)
            found.append(Turn(step, choice))
            step = _step(self.case, choice.to)
        return tuple(found)

    @property
    def step(self) -> Step:
        """Where the walk is now."""
        turns = self.turns
        return _step(self.case, turns[-1].choice.to) if turns else self.case.steps[0]

    @property
    def ended(self) -> bool:
        """Whether there is nothing left to choose."""
        return self.step.end

    def choose(self, key: str) -> "Walk":
        """One step further; ValueError when the present step has no such choice."""
        step = self.step
        if step.choice(key) is None:
            raise _unknown(step, key)
        return replace(self, path=(*self.path, key))

    def back(self) -> "Walk":
        """One step back; at the start the same place."""
        return replace(self, path=self.path[:-1])

    def take_turn(self, position: int, key: str) -> "Walk":
        """Go back to the step where choice number `position` (from 0) was made, and choose `key` there."""
        return replace(self, path=self.path[:position]).choose(key)

    def seen_in(self, system: System) -> "Walk":
        """The same place in the old or the new system."""
        return replace(self, system=system)

    def lines(self) -> Lines:
        """The three lines as they have grown along the path."""
        every = [turn.choice.consequences(self.system) for turn in self.turns]
        return Lines(
            child=_grown([one.child.steps for one in every]),
            time=_grown([one.time.steps for one in every]),
            money=_grown([one.money.steps for one in every]),
        )

    def consequences(self) -> tuple[Consequences, ...]:
        """What each choice did, in order."""
        return tuple(turn.choice.consequences(self.system) for turn in self.turns)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two walks of one case side by side.

    The first `shared` choices are the same, `first` and `second` are the turns after that; the lines are
    those of each whole walk.
    """

    shared: int
    first: tuple[Turn, ...]
    second: tuple[Turn, ...]
    first_lines: Lines
    second_lines: Lines


def compare(first: Walk, second: Walk) -> Compared:
    """Two walks side by side; ValueError when they are not of the same case."""
    if first.case != second.case:
        raise ValueError("two walks of different cases")
    pairs = zip(first.path, second.path, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return Compared(shared, first.turns[shared:], second.turns[shared:], first.lines(), second.lines())


def path_to(case: Case, step: str) -> tuple[str, ...] | None:
    """The keys of the fewest choices that lead to the step with this key; None when none do."""
    seen: dict[str, tuple[str, ...]] = {case.steps[0].key: ()}
    waiting = [case.steps[0]]
    for here in waiting:
        for choice in here.choices:
            if choice.to not in seen:
                seen[choice.to] = (*seen[here.key], choice.key)
                waiting.append(_step(case, choice.to))
    return seen.get(step)


def _grown(steps: list[int]) -> tuple[int, ...]:
    return tuple(accumulate(steps, initial=0))


def _step(case: Case, key: str) -> Step:
    found = case.step(key)
    if found is None:
        raise ValueError(f"case {case.key} has no step {key}")
    return found


def _unknown(step: Step, key: str) -> ValueError:
    return ValueError(f"step {step.key} has no choice {key}")
