"""What an item of the dossier hangs together with, in both directions, and the map that shows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog, Item
from raadsapp.domain.facts import AgeCount, Fact, Series
from raadsapp.domain.goals import Effect, Goal, Indicator, Recommendation
from raadsapp.domain.lever import Lever, Preset
from raadsapp.domain.source import Document, Source
from raadsapp.domain.statements import Comparison, OrderPart, Question


@dataclass(frozen=True, slots=True)
class Relation:
    """Items that hang together with another one; `name` says in Dutch how, `keys` are never empty."""

    name: str
    keys: tuple[str, ...]


def relations(catalog: Catalog, key: str) -> tuple[Relation, ...]:
    """All that hangs together with this item, nearest first; nothing for a key the dossier does not have."""
    item = catalog.find(key)
    found = () if item is None else _relations(catalog, item)
    return tuple(Relation(name, unique) for name, keys in found if (unique := tuple(dict.fromkeys(keys))))


def cited(item: Item) -> tuple[Source, ...]:
    """Every place the item names, those of its evidence included, each once."""
    own: tuple[Source, ...] = getattr(item, "sources", ())
    evidence = item.evidence if isinstance(item, Recommendation) else ()
    return tuple(dict.fromkeys((*own, *(source for part in evidence for source in part.sources))))


def _relations(catalog: Catalog, item: Item) -> Iterable[tuple[str, Iterable[str]]]:
    match item:
        case Goal() | Effect() | Indicator() | Recommendation() | Comparison():
            return _around_effects(catalog, item)
        case Fact() | Series() | AgeCount():
            return _around_figures(catalog, item)
        case OrderPart() | Question():
            return _family(catalog, item)
        case Lever() | Preset():
            return _around_levers(catalog, item)
        case Document():
            return [("Wat uit deze bron komt", _citing(catalog, item.key))]
        case _:
            return ()


def _around_effects(
    catalog: Catalog, item: Goal | Effect | Indicator | Recommendation | Comparison
) -> Iterator[tuple[str, Iterable[str]]]:
    match item:
        case Goal():
            yield "Effecten die dit doel laten zien", item.effects
            yield "Indicatoren bij deze effecten", _with_effect(catalog.indicators, item.effects)
            yield "Aanbevelingen bij deze effecten", _with_effect(catalog.recommendations, item.effects)
        case Effect():
            here = (item.key,)
            yield "Doelen die dit effect laat zien", _with_effect(catalog.goals, here)
            yield "Indicatoren die dit effect volgen", _with_effect(catalog.indicators, here)
            yield "Aanbevelingen die hieraan bijdragen", _with_effect(catalog.recommendations, here)
            yield "Oud naast nieuw", _with_effect(catalog.comparisons, here)
            yield "Schuiven bij Wat als?", _with_effect(catalog.levers, here)
        case Indicator():
            yield "Effecten die deze indicator volgt", item.effects
            yield "Doelen bij deze effecten", _with_effect(catalog.goals, item.effects)
            yield "Aanbevelingen bij deze effecten", _with_effect(catalog.recommendations, item.effects)
            yield "Schuiven bij Wat als?", _with_effect(catalog.levers, item.effects)
            yield "Cijfers in het dossier", _of_series(catalog, item.key)
        case Recommendation():
            yield "Effecten waaraan dit bijdraagt", item.effects
            yield "Doelen bij deze effecten", _with_effect(catalog.goals, item.effects)
        case Comparison():
            yield "Effecten waar dit over gaat", item.effects


def _around_figures(catalog: Catalog, item: Fact | Series | AgeCount) -> Iterator[tuple[str, Iterable[str]]]:
    match item:
        case Fact():
            both_ways = (fact.key for fact in catalog.facts if item.key in fact.disagrees_with)
            yield "Spreekt dit tegen", (*item.disagrees_with, *both_ways)
            yield "Reeks waarin dit cijfer staat", (item.indicator,) if item.indicator else ()
            siblings = _of_series(catalog, item.indicator) if item.indicator else ()
            yield "Andere cijfers in deze reeks", (key for key in siblings if key != item.key)
        case Series():
            yield "Cijfers in deze reeks", _of_series(catalog, item.key)
        case AgeCount():
            others = (other for other in catalog.age_counts if other.key != item.key)
            yield (
                "Andere jaren van deze gemeente",
                (other.key for other in others if other.municipality == item.municipality),
            )


def _family(catalog: Catalog, item: OrderPart | Question) -> Iterator[tuple[str, Iterable[str]]]:
    family: tuple[OrderPart | Question, ...] = (
        catalog.order if isinstance(item, OrderPart) else catalog.questions
    )
    yield "Hoort bij", (item.parent,) if item.parent else ()
    yield "Onderdelen", (other.key for other in family if other.parent == item.key)


def _around_levers(catalog: Catalog, item: Lever | Preset) -> Iterator[tuple[str, Iterable[str]]]:
    match item:
        case Lever():
            yield "Effecten waar deze schuif over gaat", item.effects
            yield "Werkt pas samen met", item.works_with
            yield (
                "Hangt af van deze schuif",
                (other.key for other in catalog.levers if item.key in other.works_with),
            )
            yield (
                "Voorbeeldstanden met deze schuif",
                (
                    preset.key
                    for preset in catalog.presets
                    if any(key == item.key for key, _ in preset.settings)
                ),
            )
        case Preset():
            yield "Schuiven die anders staan", (key for key, _ in item.settings)


def _with_effect(
    items: Iterable[Goal | Indicator | Recommendation | Comparison | Lever], effects: Iterable[str]
) -> tuple[str, ...]:
    wanted = frozenset(effects)
    return tuple(item.key for item in items if wanted.intersection(item.effects))


def _of_series(catalog: Catalog, series: str) -> tuple[str, ...]:
    return tuple(fact.key for fact in catalog.facts if fact.indicator == series)


def _citing(catalog: Catalog, document: str) -> tuple[str, ...]:
    return tuple(
        key for key, item in catalog.entries() if any(source.document == document for source in cited(item))
    )
