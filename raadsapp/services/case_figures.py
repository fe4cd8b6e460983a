"""The figures in an example case: facts of the dossier, and levers as they stand now in ‘Wat als?’."""

from collections.abc import Iterable
from dataclasses import dataclass

from raadsapp.domain.case import filled, references
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Fact
from raadsapp.domain.lever import Lever
from raadsapp.domain.source import Source, Standing
from raadsapp.services.scenario import TOGETHER, Scenario, outcome, scenario
from raadsapp.services.scenario_headline import changed_levers
from raadsapp.services.scenario_money_words import payers_finding
from raadsapp.services.scenario_region import region_weight
from raadsapp.services.scenario_sentences import waiting_sentence
from raadsapp.services.scenario_words import setting
from raadsapp.texts import amount

_EXACT = 6
_UNKNOWN = "(onbekend cijfer)"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFigure:
    """A figure as it is read; `lever` is whether ‘Wat als?’ sets it."""

    key: str
    label: str
    value: str
    standing: Standing
    sources: tuple[Source, ...]
    lever: bool


@dataclass(frozen=True, slots=True)
class CaseFigures:
    """What the figures of cases are for a municipality, and what its levers lead to.

    `levers` says which levers were moved, `waiting` how long young people wait, `payers` who pays.
    """

    catalog: Catalog
    asked: Scenario
    levers: str
    waiting: str
    payers: str

    def filled(self, text: str) -> str:
        """The text with each `{key}` as a figure, and how firm it is unless the text says so itself.

        What is not known any more is said to be so.
        """

        def told(key: str) -> str:
            found = self.figure(key)
            if found is None:
                return _UNKNOWN
            firm = found.standing is Standing.SOURCE or found.standing in text
            return found.value if firm else f"{found.value} ({found.standing})"

        return filled(text, told)

    def in_texts(self, texts: Iterable[str]) -> tuple[CaseFigure, ...]:
        """The figures that stand in these texts, each once, in order."""
        keys = dict.fromkeys(key for text in texts for key in references(text))
        found = (self.figure(key) for key in keys)
        return tuple(figure for figure in found if figure is not None)

    def figure(self, key: str) -> CaseFigure | None:
        """The figure of a fact or lever; None when there is none with this key."""
        item = self.catalog.find(key)
        if isinstance(item, Lever):
            own = next(lever for lever in self.asked.definitions if lever.key == key)
            value = setting(own, dict(self.asked.values)[key])
            return CaseFigure(
                key=key,
                label=item.label,
                value=value,
                standing=item.standing,
                sources=item.sources,
                lever=True,
            )
        if isinstance(item, Fact):
            value = amount(item.value, item.unit)
            return CaseFigure(
                key=key,
                label=item.label,
                value=value,
                standing=item.standing,
                sources=item.sources,
                lever=False,
            )
        return None


def case_figures(catalog: Catalog, municipality: str, asked: Scenario | None = None) -> CaseFigures:
    """The figures for a municipality as the levers stand in `asked`, without it at their start.

    When `asked` is of another municipality, what was moved there is moved here as well. UserError when the
    dossier cannot tell the figures of the municipality.
    """
    here = asked
    if here is None or here.municipality != municipality:
        here = scenario(catalog, municipality, {})
        if asked is not None:
            here = scenario(catalog, municipality, _moved(asked, here))
    come = outcome(here)
    payers = payers_finding(here, come)
    return CaseFigures(
        catalog, here, changed_levers(here), waiting_sentence(here, come), f"{payers.title} {payers.sentence}"
    )


def _moved(asked: Scenario, here: Scenario) -> dict[str, float | str]:
    """What was moved, in the measure of another municipality: weighted amounts grow with its weight."""
    grown = region_weight(here.region) / region_weight(asked.region)
    values = dict(asked.values)
    moved: dict[str, float | str] = {}
    for there, own in zip(asked.definitions, here.definitions, strict=True):
        value = values[there.key]
        if value == there.default or (asked.municipality == TOGETHER and value == "own"):
            continue
        weighted = there.weighted and not isinstance(value, str)
        moved[own.key] = round(float(value) * grown, _EXACT) if weighted else value
    return moved
