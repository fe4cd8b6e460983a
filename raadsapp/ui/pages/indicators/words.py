"""What the page says of judgements."""

from collections import Counter
from collections.abc import Sequence

from raadsapp.domain.observation import FICTIONAL
from raadsapp.model.series_judgement import JudgedPoint
from raadsapp.services.judgements import Judged
from raadsapp.texts import breakdown_words, enumeration, number, plural
from raadsapp.ui.widgets.indicator_tile import TileWords
from raadsapp.ui.widgets.judged_series import newest_words, sign_of
from raadsapp.ui.widgets.signs import Sign

_TALLY = {
    Sign.BETTER: "beter",
    Sign.WORSE: "slechter",
    Sign.HIGHER: "hoger",
    Sign.LOWER: "lager",
    Sign.CHANCE: "kan toeval zijn",
    Sign.OPEN: "geen oordeel mogelijk",
    Sign.HIDDEN: "te klein om te tonen",
}
_STRICT = (
    "Bovenaan tellen alleen sterke signalen: buiten de grenzen, of acht of meer op rij aan één kant van het "
    "gemiddelde."
)


def tile_words(judged: Judged, *, code: str = "", title: str = "", key: str = "") -> TileWords:
    """The words on a tile: of an indicator, or with `title` and `key` of one municipality of it."""
    newest = judged.judgement.newest
    indicator = judged.indicator
    split = f" · {breakdown_words(judged.breakdown)}" if judged.breakdown and not title else ""
    return TileWords(
        key=key or indicator.key,
        code=code if title else f"{indicator.key}{split}",
        title=title or indicator.title,
        figure=newest_words(judged),
        period=_period_words(newest),
        sentence=" ".join(filter(None, (judged.words.newest, judged.words.judgement))),
        sign=sign_of(judged),
        mark=FICTIONAL if judged.fictional else "",
        judged=_judged_period(judged),
    )


def _judged_period(judged: Judged) -> str:
    """The period that is judged, where the newest figure is of a later one; empty where nothing is judged."""
    point, sign = judged.judgement.judged, sign_of(judged)
    if point is None or point == judged.judgement.newest or not (sign.is_signal or sign is Sign.CHANCE):
        return ""
    return point.period.label


def _period_words(newest: JudgedPoint | None) -> str:
    if newest is None:
        return ""
    return f"{newest.period.label}, voorlopig" if newest.provisional else newest.period.label


def tally_words(judged: Sequence[Judged]) -> str:
    """How many indicators there are of each sign: `2 slechter en 10 kan toeval zijn`.

    The charts follow more rules than the headline does: that is said where it shows.
    """
    counts = Counter(sign_of(one) for one in judged)
    told = enumeration([f"{number(counts[sign])} {words}" for sign, words in _TALLY.items() if counts[sign]])
    more = sum(sign.is_signal * count for sign, count in counts.items())
    strict = sum(one.judgement.signal for one in judged)
    note = "" if more == strict else f" {_STRICT}"
    return f"Nieuwste cijfer van elke indicator: {told}.{note}"


def empty_words(count: int, name: str, unknown: str) -> tuple[str, str]:
    """Title and text where a municipality has no figures; `unknown` says why on an earlier day."""
    if unknown:
        return "Op deze dag waren er nog geen cijfers", unknown
    told = (
        f"Van {plural(count, 'indicator', 'indicatoren')} is nog niets geleverd. Bij ‘Gegevens’ leest de "
        "griffier elk kwartaal de rapportage in. Wilt u eerst oefenen? Laad daar de fictieve cijfers: overal "
        "staat er dan FICTIEF bij, en met één klik zijn ze weer weg."
    )
    return f"Nog geen cijfers van {name}", told
