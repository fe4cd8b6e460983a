"""Shares and rates against the counts they are made of, delivered or known."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from raadsapp.domain.facts import AgeCount
from raadsapp.domain.goals import Indicator
from raadsapp.intake.checks import words
from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.figures import STORED, Figures, Keys, Values, decimals, figures_of
from raadsapp.intake.checks.found import Found, Noted, each
from raadsapp.intake.entries import Entries
from raadsapp.intake.keys import breakdown_of, period_of, with_breakdown, with_subject
from raadsapp.intake.lookup import Subject

_HUNDRED, _THOUSAND = 100.0, 1000.0
_NEAR = 1e-9
_FAR = 1.25
"""So many times as many or as few young people as counted last is not the same municipality any more."""


def shares(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Percentages that no whole number of what they are of can give: of 40 10% is possible and 11% is not.

    And those that count more than what they are known to be part of.
    """
    for place, subject in enumerate(entries.vocabulary.subjects):
        of = _denominator(entries, subject)
        if of is not None and isinstance(subject, Indicator):
            yield from _shares_of(entries, against, place, subject, of)


def _shares_of(
    entries: Entries, against: Against, place: int, subject: Indicator, of: int
) -> Iterator[Found]:
    """What is wrong with the shares of one indicator; their columns are let go before those of the next."""
    share = figures_of(entries, against, place)
    share = share.only(share.places != STORED)
    total = _counted(entries, against, share.keys, of, subject.denominator_breakdown)
    yield _impossible(share, total)
    if subject.counted_within:
        most = _counted(entries, against, share.keys, of, subject.counted_within)
        yield _too_many(share, total, most, subject.counted_within)


def _counted(entries: Entries, against: Against, shares: Keys, of: int, part: str) -> Values:
    """What is counted by the indicator `of` for each of these keys, NaN where that is not known.

    With a `part` it is that part of what whole shares are of; of others it is not known.
    """
    breakdowns = entries.vocabulary.breakdowns
    asked = with_subject(shares, of)
    if part:
        asked = with_breakdown(asked, np.array(breakdowns.number(part)))
    found = _looked_up(figures_of(entries, against, of), asked)
    if part:
        found[breakdown_of(shares) != breakdowns.number("")] = np.nan
    return found


def rates(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Rates per 1,000 young people that do not fit their count and how many young people there were last."""
    names = entries.vocabulary
    for place, subject in enumerate(names.subjects):
        splits = subject.splits if isinstance(subject, Indicator) else ()
        for split in splits:
            breakdown = names.breakdowns.find(split.breakdown)
            if split.unit == "‰" and breakdown is not None:
                yield _unfitting(entries, against, figures_of(entries, against, place), breakdown)


def _denominator(entries: Entries, subject: Subject) -> int | None:
    """The number of the indicator that counts what a percentage is of then; None when that is not known."""
    if not (isinstance(subject, Indicator) and subject.denominator and subject.own_unit == "%"):
        return None
    if subject.denominator_years_earlier:
        return None
    return entries.vocabulary.indicators.find(subject.denominator)


def _looked_up(figures: Figures, keys: Keys) -> Values:
    """The values of these keys, NaN where there is none."""
    at = figures.at(keys)
    found = np.full(len(keys), np.nan)
    found[at != STORED] = figures.values[at[at != STORED]]
    return found


def _impossible(share: Figures, of: Values) -> Found:
    step = 10.0 ** -np.maximum(decimals(share.values), 0)
    nearest = np.round(share.values * of / _HUNDRED)
    with np.errstate(divide="ignore", invalid="ignore"):
        off = np.abs(_HUNDRED * nearest / of - share.values)
    wrong = (of > 0) & (share.values <= _HUNDRED) & (off > step / 2 + _NEAR)
    return each(share.places[wrong], words.impossible_share, share.values[wrong], of[wrong])


def _too_many(share: Figures, of: Values, most: Values, within: str) -> Found:
    step = 10.0 ** -np.maximum(decimals(share.values), 0)
    least = (share.values - step / 2) * of / _HUNDRED
    wrong = least > most + _NEAR
    fault = partial(words.share_over_part, within)
    return each(share.places[wrong], fault, share.values[wrong], of[wrong], most[wrong])


def _unfitting(entries: Entries, against: Against, figures: Figures, breakdown: int) -> Found:
    rate = figures.only((breakdown_of(figures.keys) == breakdown) & (figures.places != STORED))
    whole = np.array(entries.vocabulary.breakdowns.number(""))
    count = _looked_up(figures, with_breakdown(rate.keys, whole))
    step = 10.0 ** -np.maximum(decimals(rate.values), 0) / 2
    last = np.full((len(count), 2), np.nan)
    for at in np.flatnonzero((count > 0) & (rate.values > step)).tolist():
        code = entries.vocabulary.key(int(rate.keys[at])).municipality
        found = _last_count(against, code, period_of(int(rate.keys[at])).year)
        if found is not None:
            last[at] = found.printed_total, found.year
    with np.errstate(divide="ignore", invalid="ignore"):
        least = _THOUSAND * count / (rate.values + step)
        most = _THOUSAND * count / (rate.values - step)
    young, year = last.T
    wrong = (young / _FAR > most) | (least > young * _FAR)
    told = (rate.values, count, young, year)
    return each(rate.places[wrong], words.rate_does_not_fit, *(column[wrong] for column in told))


def _last_count(against: Against, municipality: str, year: int) -> AgeCount | None:
    """The count of young people nearest to a year."""
    counts = [one for one in against.catalog.age_counts if one.municipality == municipality]
    return min(counts, key=lambda one: abs(one.year - year), default=None)
