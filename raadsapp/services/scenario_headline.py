"""The three figures that stay in sight while levers move, and the line below them."""

from collections.abc import Mapping
from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever, Preset
from raadsapp.model.scenario import Outcome
from raadsapp.model.uncertainty import Band
from raadsapp.services.scenario import Scenario, preset_changes
from raadsapp.services.scenario_sentences import REFERENCE_YEAR, fits_sentence, fits_words
from raadsapp.services.scenario_words import LONGEST_WAIT, NO_MONEY, setting, shortage, weeks
from raadsapp.texts import enumeration, number, plural

_MOST_NAMED = 3

PresetSettings = tuple[tuple[Preset, Mapping[str, float | str]], ...]
"""Presets, each with where all levers stand."""


@dataclass(frozen=True, slots=True)
class HeadlineFigure:
    """A figure and the words that say what it is; `brief` says it on its own."""

    figure: str
    about: str
    brief: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """Money, certainty and waiting of one year, always together; `short` when there is a shortage."""

    money: HeadlineFigure
    fits: HeadlineFigure
    waiting: HeadlineFigure
    short: bool
    sentence: str
    """All of it, to be read out."""


def headline(
    asked: Scenario, outcome: Outcome, band: Band | None, year: int = REFERENCE_YEAR, all_draws: int = 0
) -> Headline:
    """What comes out in a year as the levers stand, and in how many draws the help fits in the lumpsum.

    A band with fewer than `all_draws` says how many it has: at rest it has all of them.
    """
    column = asked.years.index(year)
    gap, wait = float(outcome.gap[0, column]), float(outcome.waiting_weeks[0, column])
    short = _as_begun(shortage(gap))
    money = HeadlineFigure(short, f"in {year} met deze schuiven", short)
    waiting = _waiting(wait)
    told = [f"{money.figure} {money.about}.", f"{waiting.figure} {waiting.about}."]
    fits = HeadlineFigure("", "", "")
    if band is not None:
        share = float(band.share_fits[column])
        about = "doorgerekende varianten past"
        if band.draws < all_draws:
            about = f"varianten past (nu {number(band.draws)})"
        figure = f"{fits_words(share)} van de 100"
        fits = HeadlineFigure(figure, about, f"{figure} past")
        told.insert(1, fits_sentence(share, year))
    return Headline(money=money, fits=fits, waiting=waiting, short=gap >= NO_MONEY, sentence=" ".join(told))


def _as_begun(words: str) -> str:
    return words[0].upper() + words[1:]


def _waiting(wait: float) -> HeadlineFigure:
    average = "" if wait > LONGEST_WAIT else ", gemiddeld"
    return HeadlineFigure(weeks(wait), f"extra wachten{average}", f"{weeks(wait)} wachten")


def changed_levers(asked: Scenario) -> str:
    """Which levers do not stand at their start, and where they stand, in a sentence."""
    values = dict(asked.values)
    changed = [lever for lever in asked.definitions if values[lever.key] != lever.default]
    if not changed:
        return "Alle schuiven staan in de beginstand."
    named = [_where(lever, values[lever.key]) for lever in changed[:_MOST_NAMED]]
    more = len(changed) - _MOST_NAMED
    if more > 0:
        named.append(plural(more, "andere schuif", "andere schuiven"))
    return f"Gewijzigd: {enumeration(named)}."


def _where(lever: Lever, value: float | str) -> str:
    return f"{lever.label} op {setting(lever, value)}"


def preset_settings(catalog: Catalog, asked: Scenario) -> PresetSettings:
    """Where all levers stand with each preset, in this municipality."""
    start = {lever.key: lever.default for lever in asked.definitions}
    return tuple(
        (preset, {**start, **dict(preset_changes(catalog, asked.municipality, preset.key))})
        for preset in catalog.presets
    )


def preset_told(asked: Scenario, presets: PresetSettings, chosen: str = "") -> str:
    """The sentence of the preset that the levers stand at; of several that set the same, the `chosen` one."""
    values = dict(asked.values)
    same = [preset for preset, settings in presets if settings == values]
    return next((preset.text for preset in same if preset.key == chosen), same[0].text if same else "")
