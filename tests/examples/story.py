"""An invented story of sixteen quarters: more young people helped, a longer queue, money that runs out."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from random import Random

from raadsapp.domain.period import Period, PeriodKind
from raadsapp.export.sheet import Cell

Figures = dict[tuple[str, str], Cell]
"""Values by indicator and breakdown, of one municipality and quarter."""

FIRST, QUARTERS = 2019, 16
# Young people in round numbers: the size of the places, not their count.
YOUNG = {"GM0986": 2_400, "GM0917": 18_500, "GM0882": 7_600}
TOO_SMALL = "<10"

_SEED = 20_190_101
# First to fourth quarter: in summer schools and GPs refer less.
_STARTS = (1.08, 1.02, 0.72, 1.12)
_STOPS = (0.98, 1.06, 0.82, 1.2)
_AGES = (
    ("0 tot en met 3", 0.07),
    ("4 tot en met 11", 0.44),
    ("12 tot en met 17", 0.39),
    ("18 tot en met 22", 0.1),
)
_REFERRERS = (
    ("gemeentelijke toegang", 0.41),
    ("arts", 0.42),
    ("rechter of raad", 0.03),
    ("GI", 0.08),
    ("geen of onbekend", 0.06),
)
_REASONS = (("volgens plan", 0.66), ("in overleg eerder", 0.14), ("door één kant", 0.12), ("anders", 0.08))
_FORMS = (("wijkteam", 0.24), ("ambulant", 0.52), ("daghulp", 0.1), ("netwerk", 0.14))


@dataclass(frozen=True, slots=True)
class _Quarter:
    """What the figures of a municipality in a quarter follow from; `number` counts from 0."""

    number: int
    young: int
    clients: int
    chance: Random

    @property
    def season(self) -> int:
        return self.number % 4


def quarter_of(number: int) -> Period:
    """The quarter with this number, counted from 0."""
    return Period(FIRST + number // 4, PeriodKind.QUARTER, number % 4 + 1)


def figures_of(code: str, number: int) -> Figures:
    """All figures of a municipality in a quarter; half-years and years only when they end with it."""
    chance = Random(f"{_SEED} {code} {number}")  # noqa: S311 - a story that comes out the same each time
    clients = round(YOUNG[code] * 0.088 * (1 + 0.017 * number) * (1 + 0.02 * (chance.random() - 0.5)))
    quarter = _Quarter(number, YOUNG[code], clients, chance)
    figures = _money(quarter) | _flow(quarter) | _queue(quarter) | _early(quarter)
    if quarter.season % 2:
        figures |= _half_year(quarter)
    if quarter.season == len(_STARTS) - 1:
        figures |= _year(quarter)
    return figures


def together_of(number: int) -> Figures:
    """What is reported once for the municipalities together."""
    chance = Random(f"{_SEED} samen {number}")  # noqa: S311 - as above
    figures: Figures = {("IND-21", "gebied=samen"): _around(chance, 3.2, 0.3)}
    if number % 2:
        figures["IND-25", "aanbevelingen=open"] = float(max(1, 7 - number // 3))
        figures["IND-25", "proeven=begonnen"] = float(chance.randrange(1, 4))
        figures["IND-25", "proeven=gestopt"] = float(chance.randrange(2))
    return figures


def _money(quarter: _Quarter) -> Figures:
    spent = 88 + 1.3 * quarter.number + (-3, 0, -4, 6)[quarter.season]
    return {
        ("IND-01", ""): _around(quarter.chance, spent, 3),
        ("IND-01", "maat=verwachting heel jaar"): _around(quarter.chance, 89 + 1.25 * quarter.number, 2),
        ("IND-22", "verzuim=toegang"): _around(quarter.chance, 5.2 + (1, 0, -0.6, 0.7)[quarter.season], 1),
        ("IND-22", "verzuim=JenS"): _around(quarter.chance, 6.1 + 0.05 * quarter.number, 0.8),
    }


def _flow(quarter: _Quarter) -> Figures:
    clients = quarter.clients
    started = _count(quarter.chance, clients * 0.26 * _STARTS[quarter.season])
    stopped = _count(quarter.chance, clients * 0.24 * _STOPS[quarter.season])
    reasons = _parts(stopped, _REASONS)
    figures: Figures = {
        ("IND-03", ""): float(clients),
        ("IND-03", "maat=per 1.000 jongeren"): round(1000 * clients / quarter.young, 1),
        ("IND-04", ""): float(started),
        ("IND-05", ""): float(stopped),
    }
    for key, dimension, parts in (
        ("IND-03", "leeftijdsgroep", _parts(clients, _AGES)),
        ("IND-04", "verwijzer", _parts(started, _REFERRERS)),
        ("IND-05", "reden", reasons),
        ("IND-05", "hulpvorm", _parts(stopped, _FORMS)),
    ):
        figures |= {(key, f"{dimension}={name}"): _shown(count) for name, count in parts}
    broken_off = _count(quarter.chance, stopped * 0.09)
    figures["IND-08", ""] = round(100 * min(broken_off, dict(reasons)["door één kant"]) / stopped, 1)
    return figures


def _queue(quarter: _Quarter) -> Figures:
    waiting = _count(quarter.chance, quarter.clients * (0.035 + 0.0045 * quarter.number))
    long = round(waiting * (0.2 + 0.015 * quarter.number))
    weeks = 4.5 + 0.4 * quarter.number + (0, 0, 1.2, -0.3)[quarter.season]
    figures: Figures = {
        ("IND-07", ""): float(waiting),
        ("IND-07", "duur=langer dan 10 weken"): _shown(long),
        ("IND-07", "reden=eigen keuze"): _shown(round(waiting * 0.12)),
        ("IND-06", ""): _around(quarter.chance, weeks, 0.6),
        ("IND-06", "maat=negende deciel"): _around(quarter.chance, weeks * 2.3, 1.5),
    }
    for name, factor in (("wijkteam", 0.6), ("ambulant", 1.1), ("daghulp", 1.5), ("netwerk", 0.9)):
        figures["IND-06", f"hulpvorm={name}"] = _around(quarter.chance, weeks * factor, 0.8)
    return figures


def _early(quarter: _Quarter) -> Figures:
    visits = quarter.young * 0.06 * (1.1, 1.15, 0.5, 1.05)[quarter.season]
    return {
        ("IND-18", ""): float(_count(quarter.chance, visits)),
        ("IND-18", "maat=gestarte IVH"): _shown(_count(quarter.chance, quarter.young * 0.002)),
        ("IND-18", "maat=zonder beschikking"): _around(quarter.chance, 26, 2),
        ("IND-19", ""): _around(quarter.chance, 82, 5),
    }


def _half_year(quarter: _Quarter) -> Figures:
    chance, number = quarter.chance, quarter.number
    return {
        ("IND-09", "wie=kind"): _around(chance, 71, 4),
        ("IND-09", "wie=ouder"): _around(chance, 75, 4),
        ("IND-09", "respons=kind"): _around(chance, 24, 4),
        ("IND-09", "respons=ouder"): _around(chance, 31, 4),
        ("IND-10", ""): _around(chance, 62, 4),
        ("IND-12", ""): _around(chance, 70, 4),
        ("IND-13", ""): _around(chance, 7 + 0.25 * number, 0.6),
        ("IND-13", "maat=langer dan 24 maanden"): _around(chance, 3 + 0.8 * number, 1),
        ("IND-14", ""): _around(chance, 12 - 0.2 * number, 1),
        ("IND-15", ""): _around(chance, 41 + 1.5 * number, 4),
    }


def _year(quarter: _Quarter) -> Figures:
    chance, clients, years = quarter.chance, quarter.clients, quarter.number // 4
    heavy = _count(chance, quarter.young * 0.0095 * (1 - 0.03 * years))
    figures: Figures = {
        ("IND-02", ""): float(round(4_550 + 120 * years + 200 * (chance.random() - 0.5))),
        ("IND-16", ""): _shown(heavy),
        ("IND-17", "richting=opschalen"): _shown(_count(chance, heavy * 0.3)),
        ("IND-17", "richting=afschalen"): _shown(_count(chance, heavy * 0.22)),
        ("IND-20", ""): _shown(_count(chance, clients * 0.05)),
        ("IND-23", ""): _around(chance, 320 - 15 * years, 20),
        ("IND-23", "maat=beschikkingen"): float(_count(chance, clients * 0.7)),
        ("IND-24", ""): _around(chance, 55 + 5 * years, 6),
        ("IND-24", "maat=klachten"): float(_count(chance, clients * 0.012)),
        ("IND-22", "wie=toegang"): _around(chance, 7.1 - 0.1 * years, 0.3),
        ("IND-22", "wie=JenS"): _around(chance, 7.3 - 0.15 * years, 0.3),
        ("IND-22", "getraind=toegang"): _around(chance, 35 + 14 * years, 5),
    }
    if years:
        figures["IND-11", ""] = _around(chance, 16 + 0.5 * years, 2)
    return figures


def _around(chance: Random, middle: float, width: float) -> float:
    """A number with one decimal at most `width` from `middle`."""
    return round(middle + width * (2 * chance.random() - 1), 1)


def _count(chance: Random, mean: float) -> int:
    """A count that varies as chance lets it: Poisson, drawn for at most 30 at a time."""
    total = 0
    while mean > 0:
        some = min(mean, 30.0)
        mean -= some
        product, limit = chance.random(), exp(-some)
        while product > limit:
            total += 1
            product *= chance.random()
    return max(total, 1)


def _parts(total: int, shares: Sequence[tuple[str, float]]) -> list[tuple[str, int]]:
    """`total` over the shares, in whole numbers that add up to it; the largest share takes what is left."""
    parts = {name: round(total * share) for name, share in shares}
    largest = max(parts, key=parts.__getitem__)
    parts[largest] += total - sum(parts.values())
    return list(parts.items())


def _shown(count: int) -> Cell:
    """A count of a small group as the supplier gives it."""
    return float(count) if count == 0 or count >= 10 else TOO_SMALL
