"""What must hold across the files of a dossier: every reference leads somewhere, nothing dangles."""

from collections import Counter
from collections.abc import Iterable, Iterator

from raadsapp.content.faults import Fault
from raadsapp.content.figure_checks import figure_faults
from raadsapp.content.guidance_checks import guidance_faults
from raadsapp.content.indicator_checks import indicator_faults
from raadsapp.content.kinds import DOSSIER_FILE, KINDS, MUNICIPALITY_FILE, TOML_KINDS, Kind, key_of
from raadsapp.content.lever_checks import lever_faults
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Recommendation, System
from raadsapp.domain.municipality import normalised
from raadsapp.domain.source import Source

_TEXTS = ("key", "title", "label", "text", "short", "definition")


def faults_in(catalog: Catalog) -> Iterator[Fault]:
    """Everything that is wrong between the items of a catalog."""
    yield from _dossier_faults(catalog)
    yield from _duplicate_keys(catalog)
    for kind in TOML_KINDS:
        yield from _item_faults(catalog, kind)
    yield from _effect_links(catalog)
    yield from _unreached_effects(catalog)
    yield from indicator_faults(catalog)
    yield from guidance_faults(catalog)
    yield from _measures(catalog)
    yield from _parents(catalog)
    yield from figure_faults(catalog)
    yield from lever_faults(catalog)
    yield from _municipality_names(catalog)


def _dossier_faults(catalog: Catalog) -> Iterator[Fault]:
    dossier = catalog.dossier
    if not dossier.municipalities:
        yield Fault(DOSSIER_FILE, "municipalities", "er doet geen gemeente mee.")
    for code in dossier.municipalities:
        if catalog.municipality(code) is None:
            yield Fault(DOSSIER_FILE, "municipalities", f"gemeente {code} staat niet in {MUNICIPALITY_FILE}.")
    first, last = dossier.years
    if first > last:
        yield Fault(DOSSIER_FILE, "years", f"{first} ligt na {last}.")


def _duplicate_keys(catalog: Catalog) -> Iterator[Fault]:
    places = [(DOSSIER_FILE, catalog.dossier.key)]
    for kind in KINDS:
        for item in kind.items(catalog):
            places.append((kind.file, key_of(item)))
            if isinstance(item, Recommendation):
                places.extend((kind.file, part.key) for part in item.parts)
    seen: dict[str, str] = {}
    for file, key in places:
        if key in seen:
            yield Fault(file, key, f"deze sleutel komt twee keer voor (ook in {seen[key]}).")
        seen.setdefault(key, file)


def _item_faults(catalog: Catalog, kind: Kind) -> Iterator[Fault]:
    documents = {document.key for document in catalog.documents}
    for item in kind.items(catalog):
        key = key_of(item)
        for name in _TEXTS:
            if getattr(item, name, None) == "":
                yield Fault(kind.file, key, f"het veld ‘{name}’ is leeg.")
        sources: tuple[Source, ...] | None = getattr(item, "sources", None)
        if sources is not None:
            yield from (Fault(kind.file, key, wrong) for wrong in _source_faults(sources, documents))
        if isinstance(item, Recommendation):
            for evidence in item.evidence:
                wrongs = _source_faults(evidence.sources, documents)
                yield from (Fault(kind.file, key, f"bij ‘evidence’: {wrong}") for wrong in wrongs)


def _source_faults(sources: tuple[Source, ...], documents: set[str]) -> Iterator[str]:
    if not sources:
        yield "er staat geen bron bij."
    for source in sources:
        if source.document not in documents:
            yield f"bron ‘{source.document}’ staat niet in documents.toml."
        if not source.place.strip():
            yield f"bij bron ‘{source.document}’ staat geen bladzijde of paragraaf."


def _effect_links(catalog: Catalog) -> Iterator[Fault]:
    effects = {effect.key for effect in catalog.effects}
    linked: tuple[tuple[str, Iterable[tuple[str, tuple[str, ...], bool]]], ...] = (
        ("goals.toml", ((goal.key, goal.effects, goal.system is not System.OLD) for goal in catalog.goals)),
        ("indicators.toml", ((one.key, one.effects, True) for one in catalog.indicators)),
        ("recommendations.toml", ((one.key, one.effects, True) for one in catalog.recommendations)),
        ("comparisons.toml", ((one.key, one.effects, False) for one in catalog.comparisons)),
        ("levers.toml", ((lever.key, lever.effects, True) for lever in catalog.levers)),
    )
    for file, items in linked:
        for key, keys, needed in items:
            if needed and not keys:
                yield Fault(file, key, "er staat geen effect bij (veld ‘effects’).")
            yield from (
                Fault(file, key, f"effect ‘{effect}’ bestaat niet.")
                for effect in keys
                if effect not in effects
            )


def _unreached_effects(catalog: Catalog) -> Iterator[Fault]:
    by_goals = {effect for goal in catalog.goals for effect in goal.effects}
    by_indicators = {effect for indicator in catalog.indicators for effect in indicator.effects}
    for effect in catalog.effects:
        if effect.system is System.OLD:
            continue
        if effect.key not in by_goals:
            yield Fault("effects.toml", effect.key, "geen enkel doel leidt tot dit effect.")
        if effect.key not in by_indicators:
            yield Fault("effects.toml", effect.key, "geen enkele indicator hoort bij dit effect.")


def _measures(catalog: Catalog) -> Iterator[Fault]:
    # Loads numpy, which only a dossier that is read anew needs here.
    from raadsapp.model.scenario import OUTCOMES

    for indicator in catalog.indicators:
        measure = indicator.measures
        if measure is None:
            continue
        for outcome in (measure.outcome, measure.per or measure.outcome):
            if outcome not in OUTCOMES:
                yield Fault("indicators.toml", indicator.key, f"het model kent de uitkomst ‘{outcome}’ niet.")
        if not measure.caveat:
            yield Fault("indicators.toml", indicator.key, "bij ‘measures’: het veld ‘caveat’ is leeg.")


def _parents(catalog: Catalog) -> Iterator[Fault]:
    groups = (
        ("order.toml", [(part.key, part.parent) for part in catalog.order]),
        ("questions.toml", [(question.key, question.parent) for question in catalog.questions]),
    )
    for file, pairs in groups:
        known = {key for key, _ in pairs}
        for key, parent in pairs:
            if parent == key or (parent and parent not in known):
                yield Fault(file, key, f"het onderdeel ‘{parent}’ waar dit bij hoort, bestaat niet.")
    for event in catalog.timeline:
        if event.ends is not None and event.ends < event.begins:
            yield Fault("timeline.toml", event.key, "het einde ligt voor het begin.")


def _municipality_names(catalog: Catalog) -> Iterator[Fault]:
    spellings = [
        (spelling, municipality.code)
        for municipality in catalog.municipalities
        for spelling in {normalised(name) for name in (municipality.name, *municipality.names)}
    ]
    counts = Counter(spelling for spelling, _ in spellings)
    for spelling, code in spellings:
        if counts[spelling] > 1 or not spelling:
            yield Fault(MUNICIPALITY_FILE, code, f"de naam ‘{spelling}’ wijst niet één gemeente aan.")
