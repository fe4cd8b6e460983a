"""Everything the equations take for granted: counts, costs, ceilings and named assumptions."""

from dataclasses import dataclass
from enum import StrEnum


class Scaled(StrEnum):
    """What of a municipality is scaled from the figures of the reference municipality."""

    USE = "use"
    """Clients and cost of ambulatory care in the base years."""
    ARRANGEMENTS = "arrangements"
    RESIDENTIAL = "residential"
    BUDGET = "budget"
    """What of the first ceiling is meant for ambulatory care."""
    CEILINGS = "ceilings"
    OTHER = "other"
    """Other cost inside the lumpsum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseYear:
    """Use of care in a year: euro, arrangements and clients.

    Of the municipality itself, but for what is `Scaled`: that is of the reference municipality.
    """

    year: int
    ambulatory_cost: float
    arrangements: float
    clients: float
    residential_clients: float


@dataclass(frozen=True, slots=True, kw_only=True)
class YouthCount:
    """Young people on 1 January; `counts[a]` is the number of age a."""

    municipality: str
    year: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How many times the reference municipality's budget a municipality needs, and between which bounds."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The amounts behind the lumpsum, in euro a year, and the personal budgets (PGB) it was based on."""

    ambulatory: float
    independents: float
    subsidies: float
    pgb: float
    pgb_count: float
    pgb_unit_cost: float
    savings: tuple[float, ...]
    """Savings by the code of the lever `savings_scenario`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What the makers of the model assume; shares are fractions, money is in euro of 2019."""

    own_ratio_half: float
    """Young people at which a municipality's own cohort ratio counts for half."""
    adult_age: int
    adult_weight: float
    """How much a young person from `adult_age` counts in the use of care: help mostly ends at 18."""
    access_share: float
    """Share of clients that comes in through the municipality's own access."""
    access_years: float
    """Years from the transfer of access until its full effect."""
    use_limit: float
    """Highest share of all young people that can be a client in one year."""
    prevention_limit: float
    """Highest share of clients that prevention can avoid."""
    prevention_unit: float
    """Euro of prevention to which the lever `prevention_yield` applies."""
    residential_unit_cost: float
    home_factor: float
    """Cost of heavy help at home, in times that of an ordinary client."""
    queue_kept: float
    """Share of the backlog that still waits a year later."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Inputs of the equations for one municipality.

    Printed are the figures of `reference`. Another municipality may have its own; what it has not stands in
    `scaled`, and is the reference's figure times `weight` (1 for the reference itself). `ceilings` start in
    the first of `years`; the last one holds for later years. `index` is the yearly rise of prices (fraction)
    between the base years and the contract.
    """

    municipality: str
    reference: str
    years: tuple[int, ...]
    base_years: tuple[BaseYear, ...]
    mean_year: int
    """Year of which the mean of all base years stands in prices."""
    youth: tuple[YouthCount, ...]
    ceilings: tuple[float, ...]
    savings_in_ceilings: int
    """Code of the lever `savings_scenario` for the savings that were taken off the ceilings."""
    transfer_years: tuple[int, ...]
    """Years by the code of the lever `access_transfer_year`; the code after the last is never."""
    extra_from: int
    """First year in which the lever `extra_budget` pays."""
    index: float
    budget: Budget
    weight: Weight
    scaled: tuple[Scaled, ...]
    """What is not the municipality's own, in the order of `Scaled`; nothing for the reference itself."""
    assumptions: Assumptions

    def __hash__(self) -> int:
        """Quick, for it is asked at every move of a slider; facts that differ seldom meet."""
        return hash((self.municipality, self.weight, self.ceilings))

    @property
    def estimated(self) -> bool:
        """Whether the outcomes are scaled, wholly or in part, from another municipality's figures."""
        return bool(self.scaled)

    def source_of(self, part: Scaled) -> str:
        """The municipality whose figures these are: its own, or the reference where they are scaled."""
        return self.reference if part in self.scaled else self.municipality
