"""How often the help fits: the share of the draws, and what is drawn in them."""

from dataclasses import replace

from raadsapp.model.levers import CHOICES
from raadsapp.services.derivation import Equation, Input, InputKind, Quantity
from raadsapp.services.derivation_working import At
from raadsapp.services.own_figures import weight_key
from raadsapp.services.scenario_sentences import fits_words
from raadsapp.services.scenario_words import setting
from raadsapp.texts import exact, number

SHARE = "share_fits"
_MEAN = CHOICES["base_year"][-1]


def _share(at: At) -> Equation:
    fitting, draws = at.drawn()
    return Equation(
        words="Het model rekent het scenario vaak door. Elke keer krijgen de onzekere aannames andere "
        "waarden, binnen hun marge. Tel hoe vaak de hulp niet meer kost dan het vaste bedrag. Ook als dat "
        "nooit of altijd is, zegt de app geen 0 of 100: niet alles is doorgerekend.",
        formula="n / N",
        inputs=(
            _counted("n", "Varianten waarin de hulp past", fitting),
            replace(
                _counted("N", "Doorgerekende varianten", draws),
                note="Steeds dezelfde trekkingen, zodat een schuif de uitkomst niet laat trillen.",
            ),
            replace(at.step("demand_cost"), symbol=""),
            replace(at.step("lumpsum"), symbol=""),
            *drawn(at),
        ),
    )


def drawn(at: At) -> tuple[Input, ...]:
    """What is drawn anew in each draw, and between which values."""
    return (*_drawn_levers(at), *_drawn_weights(at))


def _counted(letter: str, label: str, count: int) -> Input:
    return Input(kind=InputKind.DRAWN, symbol=letter, label=label, value=float(count), shown=number(count))


def _drawn_levers(at: At) -> tuple[Input, ...]:
    """The assumptions with a margin, and between which values each is drawn."""
    found: list[Input] = []
    if at.choice("base_year") == _MEAN:
        note = "Elke variant rekent met 2015, 2016 of 2017, elk met gelijke kans."
        found.append(replace(at.lever("base_year"), note=note))
    for lever in at.working.asked.definitions:
        if lever.spread is not None:
            stands = at.whole_lever(lever.key)
            low = setting(lever, max(stands.value + lever.spread.low, lever.low))
            high = setting(lever, min(stands.value + lever.spread.high, lever.high))
            note = f"Getrokken van {low} tot {high}. {lever.spread.source}"
            found.append(replace(stands, symbol="", note=note))
    return tuple(found)


def _drawn_weights(at: At) -> tuple[Input, ...]:
    """The weights of scaled municipalities, which are drawn as well."""
    scaled = (one.facts.municipality for one in at.members if one.facts.scaled)
    found: list[Input] = []
    for code in scaled:
        key = weight_key(at.working.catalog, code)
        low, high = (at.working.catalog.fact(key + end).value for end in ("-laag", "-hoog"))
        note = f"Getrokken van {exact(low)} tot {exact(high)} keer."
        found.append(replace(at.weight(code, ""), note=note))
    return tuple(found)


def _said(value: float) -> str:
    return f"{fits_words(value)} van de 100"


SHARES_THAT_FIT = (
    Quantity(
        key=SHARE,
        title="Hoe vaak de hulp past",
        symbol="F",
        unit=None,
        equation=_share,
        said=_said,
    ),
)
"""How sure it is that the help fits in the lumpsum."""
