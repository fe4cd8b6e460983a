"""What moved since a scenario was saved, why, and what that does to what comes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.errors import UserError
from raadsapp.model.region import Region, run_region
from raadsapp.model.scenario import VERSION
from raadsapp.services.own_figures import CEILING
from raadsapp.services.saved_scenarios import restored, skipped
from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario_inputs import Input, inputs
from raadsapp.services.scenario_sentences import REFERENCE_YEAR, estimate_sentence
from raadsapp.services.scenario_snapshot import LeverStart, Snapshot, read
from raadsapp.services.scenario_words import setting, weeks
from raadsapp.texts import euro, exact, plural

_HALF = 0.5
"""Euro below which two amounts read the same."""
_MOST = 6
"""Moved figures that are named one by one."""
_SCALED = "opgeschaald"
_NOT_YET, _NO_LONGER = "nog niet gepubliceerd", "niet meer gepubliceerd"
_CEILING, _YOUTH = f"{CEILING}-", "youth "
_NOT_RETOLD = "Dit scenario kan daarom niet opnieuw worden doorgerekend."


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An input that is no longer what it was, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """The balance (euro) and the waiting time (weeks, infinite for one without end) of the reference year.

    `then` as it came out when the scenario was saved, `retold` what the model of today makes of the inputs of
    then, `now` what it makes of those of today.
    """

    then: float
    retold: float
    now: float
    weeks_then: float
    weeks_now: float

    @property
    def by_model(self) -> float:
        """Euro that the change of the model makes, and of levers that could not be put back."""
        return self.retold - self.then

    @property
    def by_facts(self) -> float:
        """Euro that the change of the inputs makes."""
        return self.now - self.retold


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """What moved; nothing at all when the scenario still comes out as it was saved, for the same reasons.

    No shift where the scenario cannot be worked out any more, or not for the reference year.
    """

    moved: tuple[Moved, ...] = ()
    model_changed: bool = False
    shift: Shift | None = None
    sentences: tuple[str, ...] = ()


def drift(catalog: Catalog, saved: SavedScenario) -> Drift:
    """Hold a saved scenario against the facts, the levers and the model of today."""
    try:
        today = restored(catalog, saved)
        then = read(saved.facts, today.region)
    except UserError as fault:
        return Drift(sentences=(fault.message, _NOT_RETOLD))
    moved = _moved(inputs(catalog, then.region), inputs(catalog, today.region))
    model_changed = saved.model_version != VERSION
    shift = _shift(saved, then.region, today)
    reasons = [
        *_of_facts(moved),
        *_of_dossier(catalog, then, moved),
        *([_of_model(saved)] if model_changed else []),
        *_of_levers(then, today, saved),
    ]
    model = "het model en de schuiven" if skipped(today, saved) else "het model"
    told = [*reasons, *_of_shift(shift, model, explained=bool(reasons))]
    if told and today.estimated:
        told.append(estimate_sentence(today))
    return Drift(moved=moved, model_changed=model_changed, shift=shift, sentences=tuple(told))


def _moved(before: dict[str, Input], after: dict[str, Input]) -> tuple[Moved, ...]:
    """What differs; a municipality's own figure takes the place of a scaled one, or leaves it to that."""
    return (
        *(
            Moved(label=now.label, before=then.words, after=_told_apart(then, now))
            for about, now in after.items()
            if (then := before.get(about)) is not None and then.value != now.value
        ),
        *(_new(now) for about, now in after.items() if about not in before and now.own),
        *(
            Moved(label=then.label, before=then.words, after=_SCALED)
            for about, then in before.items()
            if about not in after and then.own
        ),
        *(
            Moved(label=now.label, before=_NOT_YET, after=now.words)
            for now in _printed_only_in(after, before)
        ),
        *(
            Moved(label=then.label, before=then.words, after=_NO_LONGER)
            for then in _printed_only_in(before, after)
        ),
    )


def _printed_only_in(here: dict[str, Input], there: dict[str, Input]) -> Iterator[Input]:
    """Figures of a year that only one of two dossiers has; a scaled one in place of an own one is not."""
    known = {_of_year(about) for about in there}
    for about, one in here.items():
        year = _of_year(about)
        if year and year not in known and not one.own:
            yield one


def _of_year(about: str) -> str:
    """What an input is about when there is one for each year, whoever it is of; empty for any other."""
    if about.startswith(_YOUTH):
        return about
    return about.split(maxsplit=1)[0] if about.startswith(_CEILING) else ""


def _new(now: Input) -> Moved:
    return Moved(label=now.label, before=_SCALED, after=now.words)


def _told_apart(then: Input, now: Input) -> str:
    return now.closer if then.words == now.words else now.words


def _shift(saved: SavedScenario, then: Region, today: Scenario) -> Shift | None:
    if not all(REFERENCE_YEAR in years for years in (saved.years, then.years, today.years)):
        return None
    retold, now = run_region(today.levers, then), run_region(today.levers, today.region)
    column = today.years.index(REFERENCE_YEAR)
    came_out = saved.value("balance", REFERENCE_YEAR)
    waited = saved.value("waiting_weeks", REFERENCE_YEAR)
    return Shift(
        then=0.0 if came_out is None else came_out,
        retold=float(retold.balance[0, then.years.index(REFERENCE_YEAR)]),
        now=float(now.balance[0, column]),
        weeks_then=inf if waited is None else waited,
        weeks_now=float(now.waiting_weeks[0, column]),
    )


def _of_facts(moved: tuple[Moved, ...]) -> Iterator[str]:
    if not moved:
        return
    verb = "is" if len(moved) == 1 else "zijn"
    yield f"Sinds het bewaren {verb} {plural(len(moved), 'cijfer', 'cijfers')} veranderd."
    for one in moved[:_MOST]:
        yield f"{one.label}: was {one.before}, is nu {one.after}."
    if len(moved) > _MOST:
        more = len(moved) - _MOST
        yield f"En nog {plural(more, 'ander cijfer', 'andere cijfers')}."


def _of_dossier(catalog: Catalog, then: Snapshot, moved: tuple[Moved, ...]) -> Iterator[str]:
    """Where moved figures may come from; a newer dossier with the same figures is no news."""
    version = catalog.dossier.version
    if moved and then.dossier != version:
        yield f"Het dossier ging sindsdien van versie {then.dossier} naar versie {version}."


def _of_model(saved: SavedScenario) -> str:
    return f"Het rekenmodel is veranderd: van versie {saved.model_version} naar versie {VERSION}."


def _of_levers(then: Snapshot, today: Scenario, saved: SavedScenario) -> Iterator[str]:
    now = {lever.key: lever for lever in today.definitions}
    begun = {start.lever: start for start in then.starts}
    for key, value in skipped(today, saved):
        yield _of_skipped(now.get(key), begun[key], value)
    for key, lever in now.items():
        if key not in begun:
            at = setting(lever, lever.default)
            yield f"De schuif ‘{lever.label}’ is erbij gekomen en staat op de beginstand: {at}."
        elif begun[key].default != lever.default:
            yield (
                f"De beginstand van ‘{lever.label}’ was {_words(lever, begun[key].default)} en is nu "
                f"{setting(lever, lever.default)}."
            )


def _of_skipped(lever: Lever | None, begun: LeverStart, value: float | str) -> str:
    if lever is None:
        stood = exact(value) if isinstance(value, float) else value
        return f"De schuif ‘{begun.label}’ is er niet meer; hij stond op {stood}."
    return (
        f"De schuif ‘{lever.label}’ stond op {_words(lever, value)}. Dat kan niet meer: hij staat nu op de "
        f"beginstand, {setting(lever, lever.default)}."
    )


def _words(lever: Lever, value: float | str) -> str:
    """Where a lever stood, also at a choice that it no longer has."""
    known = {choice.value for choice in lever.choices}
    return setting(lever, value) if not isinstance(value, str) or value in known else f"‘{value}’"


def _of_shift(shift: Shift | None, model: str, *, explained: bool) -> Iterator[str]:
    """What became of balance and wait; nothing when both are what they were and nothing needs explaining."""
    if shift is None:
        return
    parts = [
        f"{euro(abs(amount))} {'hoger' if amount > 0 else 'lager'} door {cause}"
        for amount, cause in ((shift.by_facts, "de cijfers"), (shift.by_model, model))
        if abs(amount) > _HALF
    ]
    was, is_now = weeks(shift.weeks_then), weeks(shift.weeks_now)
    if not (parts or explained or was != is_now):
        return
    if parts:
        yield (
            f"In {REFERENCE_YEAR} was er {_standing(shift.then)}; nu is er {_standing(shift.now)}. "
            f"Het saldo is {' en '.join(parts)}."
        )
    else:
        yield f"Het saldo van {REFERENCE_YEAR} blijft gelijk."
    stays = f"blijft {is_now}" if was == is_now else f"was {was} en is nu {is_now}"
    yield f"De wachttijd in {REFERENCE_YEAR} {stays}."


def _standing(balance: float) -> str:
    if abs(balance) < _HALF:
        return "geen tekort"
    return f"een tekort van {euro(-balance)}" if balance < 0 else f"een overschot van {euro(balance)}"
