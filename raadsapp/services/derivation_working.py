"""Finds what goes into an equation: other figures of the model, levers, facts and counts by age."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever, LeverKind
from raadsapp.domain.source import Standing
from raadsapp.model.facts import Facts, Scaled
from raadsapp.model.levers import CHOICES
from raadsapp.model.region import AMOUNTS, OWN_SAVINGS, Member, member_levers, region_of, run_region
from raadsapp.model.scenario import INNER, OUTCOMES, Outcome
from raadsapp.model.uncertainty import Band
from raadsapp.services.derivation import Equation, Input, InputKind, Place, Quantity
from raadsapp.services.derivation_inputs import count_input, fact_input, shown
from raadsapp.services.formula import worked_out
from raadsapp.services.own_figures import figure, weight_key
from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario_region import TOGETHER
from raadsapp.services.scenario_words import setting

LEVER_SYMBOLS = {
    "base_year": "",
    "youth_change": "j",
    "demand_growth": "g",
    "arrangements_change": "ar",
    "price_index": "p",
    "pgb_count": "n",
    "prevention_yield": "o",
    "ramp_years": "y",
    "downscaling": "l",
    "access_effect": "te",
    "waiting_share": "w",
    "escalation_share": "es",
    "savings_scenario": "",
    "lumpsum_index": "i",
    "extra_budget": "x",
    "prevention_budget": "b",
    "inflow_shift": "th",
    "access_transfer_year": "",
    "risk_corridor": "r",
    "municipality_share": "d",
}
"""Under which letters levers stand in an equation; levers that choose stand in none."""

_KINDS = {LeverKind.ASSUMPTION: InputKind.ASSUMPTION, LeverKind.POLICY: InputKind.POLICY}


class Working:
    """One scenario, and what was worked out of it so far."""

    def __init__(
        self,
        catalog: Catalog,
        asked: Scenario,
        quantities: Mapping[str, Quantity],
        together: "Callable[[At], Equation]",
        band: Band | None = None,
    ) -> None:
        self.catalog = catalog
        self.asked = asked
        self.quantities = quantities
        self._together = together
        self.band = band
        self._values: dict[Place, float] = {}
        self._equations: dict[Place, Equation] = {}
        self._outcomes: dict[str, Outcome] = {}

    def at(self, place: Place) -> "At":
        """The place, where its inputs can be asked for."""
        return At(self, place)

    def equation(self, place: Place) -> Equation:
        """How the figure at a place comes about."""
        if place not in self._equations:
            whole = place.municipality == TOGETHER
            equation = self._together if whole else self.quantities[place.quantity].equation
            self._equations[place] = equation(self.at(place))
        return self._equations[place]

    def value(self, place: Place) -> float:
        """Outcomes as the model gives them, steps in between by their own equation."""
        if place not in self._values:
            if place.quantity in OUTCOMES or place.quantity in INNER:
                years = self.asked.years
                values = getattr(self._outcome(place.municipality), place.quantity)
                self._values[place] = float(values[0, years.index(place.year)])
            else:
                self._values[place] = result(self.equation(place))
        return self._values[place]

    def standing(self, place: Place) -> Standing:
        """An estimate where an input is one or is another municipality's, else derived."""
        if self.quantities[place.quantity].counted:
            return Standing.DERIVED
        equation = self.equation(place)
        estimated = equation.borrowed or any(one.standing is Standing.ESTIMATE for one in equation.inputs)
        return Standing.ESTIMATE if estimated else Standing.DERIVED

    def _outcome(self, municipality: str) -> Outcome:
        if municipality not in self._outcomes:
            asked = self.asked
            member = self.member(municipality)
            if municipality == asked.municipality or member is None:
                self._outcomes[municipality] = run_region(asked.levers, asked.region)
            else:
                levers = member_levers(asked.levers, member)
                self._outcomes[municipality] = run_region(levers, region_of(member.facts))
        return self._outcomes[municipality]

    def member(self, municipality: str) -> Member | None:
        """The member of the scenario's region with this code."""
        members = (one for one in self.asked.region.members if one.facts.municipality == municipality)
        return next(members, None)


def result(equation: Equation) -> float:
    """What comes out of an equation with its inputs filled in."""
    return worked_out(equation.formula, values_of(equation))


def values_of(equation: Equation) -> dict[str, float]:
    """The values of the inputs by their symbol."""
    return {one.symbol: one.value for one in equation.inputs if one.symbol}


@dataclass(frozen=True, slots=True)
class At:
    """A place in the model, where inputs are asked for: of the same municipality and year unless said."""

    working: Working
    place: Place

    @property
    def year(self) -> int:
        """The year of the figure."""
        return self.place.year

    @property
    def age(self) -> int:
        """The age of the figure, 0 where it has none."""
        return self.place.age

    @property
    def municipality(self) -> str:
        """The municipality of the figure."""
        return self.place.municipality

    @property
    def members(self) -> tuple[Member, ...]:
        """The municipalities of the scenario."""
        return self.working.asked.region.members

    @property
    def facts(self) -> Facts:
        """Facts of the municipality; of one that takes no part, the counts that all share."""
        return (self.working.member(self.municipality) or self.members[0]).facts

    def drawn(self) -> tuple[int, int]:
        """In how many draws the help fits, and how many there are.

        ValueError when the scenario was not drawn (a fault in the program).
        """
        band = self.working.band
        if band is None:
            raise ValueError(self.place)
        share = float(band.share_fits[self.working.asked.years.index(self.year)])
        return round(share * band.draws), band.draws

    def quantile(self, share: int) -> tuple[float, int]:
        """The gap at 10 or 90 % of the draws from low to high, and how many draws there are.

        ValueError when the gap was not drawn (a fault in the program).
        """
        band = self.working.band
        found = band.find("gap") if band else None
        if band is None or found is None:
            raise ValueError(self.place)
        bounds = {10: found.p10, 90: found.p90}[share]
        return float(bounds[self.working.asked.years.index(self.year)]), band.draws

    def counted_municipalities(self) -> tuple[str, ...]:
        """The municipalities whose young people were counted."""
        return tuple(sorted({row.municipality for row in self.facts.youth}))

    def name_of(self, municipality: str) -> str:
        """What a municipality is called."""
        found = self.working.catalog.municipality(municipality)
        return found.name if found else municipality

    def is_scaled(self, part: Scaled) -> bool:
        """Whether a part is taken from the reference municipality with the weight."""
        return part in self.facts.scaled

    def step(
        self, quantity: str, symbol: str = "", *, municipality: str = "", year: int = 0, age: int = 0
    ) -> Input:
        """Another figure of the model."""
        place = Place(
            quantity=quantity,
            municipality=municipality or self.municipality,
            year=year or self.year,
            age=age,
        )
        what, value = self.working.quantities[quantity], self.working.value(place)
        return Input(
            kind=InputKind.STEP,
            symbol=symbol or what.symbol,
            label=self.working.at(place).title(),
            value=value,
            shown=shown(value, what.unit),
            place=place,
            standing=self.working.standing(place),
        )

    def year_before(self, quantity: str, symbol: str) -> Input:
        """The same figure a year earlier."""
        return self.step(quantity, symbol, year=self.year - 1)

    def title(self) -> str:
        """What the figure is called, with its year, age and, in another municipality, that."""
        quantity = self.working.quantities[self.place.quantity]
        words = quantity.title.format(age=self.age, older=self.age + 1, year=self.year)
        elsewhere = self.municipality not in {self.working.asked.municipality, TOGETHER}
        where = f" in {self.name_of(self.municipality)}" if elsewhere else ""
        return f"{words}{where}, {self.year}" if quantity.yearly else f"{words}{where}"

    def choice(self, key: str) -> str:
        """Where a lever that chooses stands for this municipality."""
        value = str(dict(self.working.asked.values)[key])
        member = self.working.member(self.municipality)
        if key == "savings_scenario" and CHOICES[key].index(value) == OWN_SAVINGS and member is not None:
            return CHOICES[key][member.savings]
        return value

    def lever(self, key: str) -> Input:
        """Where a lever stands; of several municipalities together, this one's share of an amount."""
        if key in AMOUNTS and len(self.members) > 1 and self.municipality != TOGETHER:
            return self.step(f"own_{key}", LEVER_SYMBOLS[key])
        return self.whole_lever(key)

    def whole_lever(self, key: str) -> Input:
        """Where a lever stands, of several municipalities together for all of them."""
        definition = self._definition(key)
        value = self.choice(key) if definition.choices else dict(self.working.asked.values)[key]
        default = definition.default
        start = f"Beginstand: {setting(definition, default)}."
        return Input(
            kind=_KINDS[definition.kind],
            symbol=LEVER_SYMBOLS[key],
            label=definition.label,
            value=0.0 if isinstance(value, str) else float(value),
            shown=setting(definition, value),
            note=f"{'Staat op de beginstand.' if value == default else start} {definition.chosen_by}",
            standing=Standing.ASSUMPTION if definition.kind is LeverKind.ASSUMPTION else Standing.SOURCE,
            sources=definition.sources,
        )

    def _definition(self, key: str) -> Lever:
        return next(lever for lever in self.working.asked.definitions if lever.key == key)

    def fact(self, key: str, symbol: str, municipality: str = "") -> Input:
        """A figure of the dossier: the municipality's own where one is named and there is one."""
        found = figure(self.working.catalog, key, municipality)
        other = found.municipality not in {"", self.municipality}
        return fact_input(found, symbol, f"Cijfer van {self.name_of(found.municipality)}." if other else "")

    def weight(self, municipality: str = "", symbol: str = "q") -> Input:
        """How many times the reference municipality another one is."""
        return self.fact(weight_key(self.working.catalog, municipality or self.municipality), symbol)

    def count(self, municipality: str, year: int, age: int, symbol: str) -> Input:
        """Young people of an age as they were counted."""
        found = next(
            one
            for one in self.working.catalog.age_counts
            if (one.municipality, one.year) == (municipality, year)
        )
        return count_input(found, age, symbol, self.name_of(municipality))
