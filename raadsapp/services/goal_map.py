"""The map of the dossier: goals, effects, indicators and recommendations in columns, with lines between."""

from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Effect, Goal, Indicator, Recommendation, System


@dataclass(frozen=True, slots=True)
class Box:
    """One item on the map."""

    key: str
    title: str
    old: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """Items of one kind, from top to bottom in the order in which lines cross least."""

    title: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """What is lit when one item is looked at: its own key with all it leads to, and the lines between."""

    keys: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class GoalMap:
    """Four columns; `lines` are pairs of keys, always from a goal to an effect or from an effect onward."""

    columns: tuple[Column, ...]
    lines: tuple[tuple[str, str], ...]

    def around(self, key: str) -> Lines:
        """The item with what it comes from and what it leads to; not what merely shares an effect with it."""
        forward = _walk(key, self.lines)
        backward = _walk(key, tuple((end, start) for start, end in self.lines))
        pairs = forward | {(start, end) for end, start in backward}
        return Lines(frozenset({key, *(key for pair in pairs for key in pair)}), frozenset(pairs))


def goal_map(catalog: Catalog, *, old: bool = False) -> GoalMap:
    """The map of the new purchase, and with `old` the goals and effects of the old one too."""
    goals = [goal for goal in catalog.goals if old or goal.system is not System.OLD]
    effects = [effect for effect in catalog.effects if old or effect.system is not System.OLD]
    shown = {effect.key for effect in effects}
    lines = [(goal.key, effect) for goal in goals for effect in goal.effects if effect in shown]
    onward: tuple[Indicator | Recommendation, ...] = (*catalog.indicators, *catalog.recommendations)
    lines += [(effect, item.key) for item in onward for effect in item.effects if effect in shown]
    place = {effect.key: number for number, effect in enumerate(effects)}
    columns = (
        Column("Doelen", tuple(_box(goal) for goal in goals)),
        Column("Effecten", tuple(_box(effect) for effect in effects)),
        Column("Indicatoren", _in_line(catalog.indicators, place)),
        Column("Aanbevelingen", tuple(_box(item) for item in catalog.recommendations)),
    )
    return GoalMap(columns, tuple(lines))


def _box(item: Goal | Effect | Indicator | Recommendation) -> Box:
    return Box(item.key, item.title, isinstance(item, Goal | Effect) and item.system is System.OLD)


def _in_line(items: tuple[Indicator, ...], place: dict[str, int]) -> tuple[Box, ...]:
    """Each beside the effect it follows first, so that most lines are short."""

    def height(item: Indicator) -> float:
        places = [place[effect] for effect in item.effects if effect in place]
        return sum(places) / len(places) if places else len(place)

    return tuple(_box(item) for item in sorted(items, key=height))


def _walk(start: str, lines: tuple[tuple[str, str], ...]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    edge = {start}
    while edge:
        step = {(here, there) for here, there in lines if here in edge}
        edge = {there for _, there in step - found}
        found |= step
    return found
