"""Through which levers an outcome differs between two scenarios: the steps, and the sentence they make."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from raadsapp.domain.lever import LeverKind
from raadsapp.model.contributions import Contributions, changed_levers
from raadsapp.model.region import run_region
from raadsapp.services.scenario import Scenario, with_changes
from raadsapp.services.scenario_meaning import change_sentence, effect, is_change
from raadsapp.services.scenario_questions import contributions
from raadsapp.services.scenario_words import OutcomeUnit, outcome_words, setting

_ALMOST_ALL = 0.8
_MOST = 0.5
_AGAINST = 0.25
"""Part of the largest step from which a step the other way is said with it."""

START = "beginstand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A changed lever: where it stood and stands, and what it adds to the outcome.

    `part` is not a number where somebody waits without end.
    """

    lever: str
    label: str
    kind: LeverKind
    before: str
    after: str
    part: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Causes:
    """An outcome in a year `since` (the name of a scenario) and now, and the causes in dossier order.

    They are of the scenario `asked`, compared with `before`, or with where all levers began.
    """

    outcome: str
    year: int
    since: str
    start: float
    end: float
    causes: tuple[Cause, ...]
    asked: Scenario
    before: Scenario | None

    @property
    def title(self) -> str:
        """What changed, and mostly through what."""
        return _title(self.outcome, self.year, (self.start, self.end), self.causes, self.since)

    @property
    def sentence(self) -> str:
        """How the two groups of levers did."""
        groups = _sentence(self.outcome, self.year, self.causes)
        return f"{groups}{_waiting(self.asked, self.outcome, self.year, self.before)}"

    @property
    def adds_up(self) -> bool:
        """Whether the steps can be counted: a wait without end cannot be divided over levers."""
        return all(isfinite(value) for value in (self.start, self.end, *(one.part for one in self.causes)))

    def of(self, kind: LeverKind) -> tuple[Cause, ...]:
        """The causes of one kind."""
        return tuple(cause for cause in self.causes if cause.kind is kind)

    def together(self, kind: LeverKind) -> float:
        """What the causes of one kind add, all of them."""
        return sum(cause.part for cause in self.of(kind))


def changed(asked: Scenario, since: Scenario | None = None) -> int:
    """How many levers differ from `since`, or from their defaults; each doubles the work of `causes`."""
    return len(changed_levers(since.levers if since else asked.start, asked.levers))


def causes(
    asked: Scenario,
    outcome: str,
    year: int,
    since: Scenario | None = None,
    since_name: str = START,
    *,
    known: Contributions | None = None,
) -> Causes:
    """What each lever that differs from `since`, or from its default, adds to an outcome in a year.

    `since` is a scenario of the same municipality. The steps are Shapley values, so they add up to the whole
    change in whatever order the levers were moved. `known` are those that were worked out already.
    UserError for an unknown outcome or year.
    """
    found = known or contributions(asked, outcome, year, since)
    before, after = dict(since.values) if since else {}, dict(asked.values)
    parts = dict(found.by_lever)
    steps = tuple(
        Cause(
            lever=lever.key,
            label=lever.label,
            kind=lever.kind,
            before=setting(lever, before.get(lever.key, lever.default)),
            after=setting(lever, after[lever.key]),
            part=parts[lever.key],
        )
        for lever in asked.definitions
        if lever.key in parts
    )
    return Causes(
        outcome=outcome,
        year=year,
        since=since_name,
        start=found.start,
        end=found.end,
        causes=steps,
        asked=asked,
        before=since,
    )


def reach(found: Causes) -> tuple[Causes, ...]:
    """The same causes with the one lever that changed at each of its ends; none where several changed."""
    if len(found.causes) != 1:
        return ()
    lever = next(lever for lever in found.asked.definitions if lever.key == found.causes[0].lever)
    ends: tuple[float | str, ...] = tuple(one.value for one in lever.choices) or (lever.low, lever.high)
    return tuple(
        causes(with_changes(found.asked, {lever.key: end}), found.outcome, found.year, found.before)
        for end in ends
    )


def _waiting(asked: Scenario, outcome: str, year: int, since: Scenario | None) -> str:
    """What the wait does meanwhile, where the causes of money are shown: never the one without the other."""
    if outcome_words(outcome).unit is not OutcomeUnit.EURO:
        return ""
    column = asked.years.index(year)
    before, after = (
        float(run_region(levers, asked.region).waiting_weeks[0, column])
        for levers in (since.levers if since else asked.start, asked.levers)
    )
    if not is_change("waiting_weeks", after - before) or max(before, after) < 1:
        return ""
    return f" {change_sentence('waiting_weeks', year, before, after)}"


def _title(
    outcome: str, year: int, ends: tuple[float, float], steps: Sequence[Cause], since_name: str
) -> str:
    if not steps:
        if since_name == START:
            return "Er is nog geen schuif gewijzigd."
        return f"Alle schuiven staan zoals in ‘{since_name}’."
    whole = change_sentence(outcome, year, *ends)
    reason = _reason(outcome, steps)
    return f"{whole} {reason}" if reason else whole


def _reason(outcome: str, steps: Sequence[Cause]) -> str:
    """Through which levers, mostly; empty where that cannot be said."""
    if not all(isfinite(step.part) for step in steps):
        return ""
    ranked = [step for step in steps if is_change(outcome, step.part)]
    ranked.sort(key=lambda step: -abs(step.part))
    if not ranked:
        idle = f"‘{steps[0].label}’ maakt" if len(steps) == 1 else "De gewijzigde schuiven maken"
        return f"{idle} hier niets uit."
    first = ranked[0]
    against = next((step for step in ranked if step.part * first.part < 0), None)
    if against and abs(against.part) >= _AGAINST * abs(first.part):
        said = (f"‘{step.label}’: {effect(outcome, step.part)}" for step in (first, against))
        return f"{'; '.join(said)}."
    return _mostly(ranked)


def _mostly(ranked: Sequence[Cause]) -> str:
    """Which of these steps, largest first, make up most of all of them."""
    first, *others = ranked
    if not others:
        return f"Dat komt door ‘{first.label}’."
    share = abs(first.part) / sum(abs(step.part) for step in ranked)
    if share >= _ALMOST_ALL:
        return f"Bijna alles komt door ‘{first.label}’."
    if share >= _MOST:
        return f"Het meeste komt door ‘{first.label}’."
    return f"Het meeste komt door ‘{first.label}’ en ‘{others[0].label}’."


def _sentence(outcome: str, year: int, steps: Sequence[Cause]) -> str:
    if not steps:
        label = outcome_words(outcome).label
        return f"Wijzig een schuif. Dan staat hier wat die doet met {label} in {year}."
    if not all(isfinite(step.part) for step in steps):
        return (
            "Bij een deel van deze schuiven komt er geen einde aan het wachten. "
            "Dan is niet te zeggen hoeveel elke schuif toevoegt."
        )
    if len(steps) == 1:
        return f"‘{steps[0].label}’ ging van {steps[0].before} naar {steps[0].after}."
    groups = (
        f"{name} samen: {effect(outcome, sum(step.part for step in found))}."
        for name, kind in (("Aannames", LeverKind.ASSUMPTION), ("Beleid", LeverKind.POLICY))
        if (found := [step for step in steps if step.kind is kind])
    )
    return " ".join((*groups, "De stappen tellen op tot het hele verschil."))
