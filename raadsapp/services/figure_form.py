"""Which figures a clerk may enter for a municipality, with their names and what they are estimated at now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog
from raadsapp.model.facts import Facts
from raadsapp.model.scaled_figures import scaled_figures
from raadsapp.services.own_figures import (
    ARRANGEMENTS,
    BASE_YEARS,
    BUDGETED,
    CEILING,
    CLIENTS,
    COST,
    RESIDENTIAL_CLIENTS,
    ceiling_keys,
    reference,
    year_key,
)
from raadsapp.services.scenario_facts import chosen_savings, facts


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureField:
    """One figure; `key` is that of the printed figure it takes the place of."""

    key: str
    year: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """Figures of one kind, a field for each year; without its `required` years its group cannot count."""

    series: str
    label: str
    unit: str
    fields: tuple[FigureField, ...]
    required: tuple[int, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether its figures count people or arrangements."""
        return not self.unit.startswith("€")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """Lines that count together, or not at all."""

    title: str
    text: str
    lines: tuple[FigureLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureForm:
    """What may be entered for a municipality (CBS code), and what it is estimated at without.

    `estimates` are by key and not rounded; `youth` are the young people who lived there, by year. Counts
    under the `threshold` are protected.
    """

    municipality: str
    name: str
    groups: tuple[FigureGroup, ...]
    estimates: Mapping[str, float]
    youth: Mapping[int, int]
    threshold: int


def municipalities(catalog: Catalog) -> tuple[str, ...]:
    """Codes of the municipalities for which figures may be entered: those of which none are printed."""
    printed = reference(catalog)
    return tuple(code for code in catalog.dossier.municipalities if code != printed)


def figure_form(catalog: Catalog, municipality: str) -> FigureForm:
    """The form for a municipality of `municipalities`; `catalog` is the dossier without entered figures."""
    given = facts(catalog, municipality)
    found = catalog.municipality(municipality)
    return FigureForm(
        municipality=municipality,
        name=found.name if found else municipality,
        groups=figure_groups(catalog),
        estimates=_estimates(given, chosen_savings(catalog, municipality)),
        youth={count.year: sum(count.counts) for count in given.youth if count.municipality == municipality},
        threshold=catalog.dossier.threshold,
    )


def figure_groups(catalog: Catalog) -> tuple[FigureGroup, ...]:
    """Use and cost in the base years; and the ceilings, with what of the first is for ambulatory care."""
    first, last = catalog.dossier.years
    printed = tuple(int(key.removeprefix(f"{CEILING}-")) for key in ceiling_keys(catalog, ""))
    return (
        FigureGroup(
            title=f"Gebruik en kosten {BASE_YEARS[0]}–{BASE_YEARS[-1]}",
            text="Nodig zijn kosten en cliënten van alle drie de jaren. De rest mag leeg blijven.",
            lines=(
                _line(catalog, COST, BASE_YEARS, BASE_YEARS),
                _line(catalog, CLIENTS, BASE_YEARS, BASE_YEARS),
                _line(catalog, ARRANGEMENTS, BASE_YEARS, ()),
                _line(catalog, RESIDENTIAL_CLIENTS, BASE_YEARS, ()),
            ),
        ),
        FigureGroup(
            title=f"Vast bedrag {first}–{last}",
            text=f"Nodig zijn alle jaren tot en met {printed[-1]}. Na het laatste jaar dat u invult, "
            "blijft het bedrag gelijk.",
            lines=(_line(catalog, CEILING, range(first, last + 1), printed), _budget_line(catalog)),
        ),
    )


def fields(groups: tuple[FigureGroup, ...]) -> Iterator[tuple[FigureLine, FigureField]]:
    """Every field with its line, in order."""
    return ((line, field) for group in groups for line in group.lines for field in line.fields)


def by_key(catalog: Catalog) -> dict[str, tuple[FigureLine, FigureField]]:
    """Every field with its line, by the key of the printed figure; `catalog` as for `figure_form`."""
    return {field.key: (line, field) for line, field in fields(figure_groups(catalog))}


def _line(catalog: Catalog, series: str, years: Iterable[int], required: tuple[int, ...]) -> FigureLine:
    """A line called as the printed figures of the series, without their year."""
    years = tuple(years)
    printed = catalog.fact(year_key(series, years[0]))
    label = printed.label.removesuffix(f" {years[0]}")
    return FigureLine(
        series=series,
        label=label,
        unit=printed.unit,
        fields=tuple(
            FigureField(key=year_key(series, year), year=year, label=f"{label} {year}") for year in years
        ),
        required=required,
    )


def _budget_line(catalog: Catalog) -> FigureLine:
    printed = catalog.fact(BUDGETED)
    field = FigureField(key=BUDGETED, year=catalog.dossier.years[0], label=printed.label)
    return FigureLine(series=BUDGETED, label=printed.label, unit=printed.unit, fields=(field,))


def _estimates(given: Facts, savings: int) -> dict[str, float]:
    scaled = scaled_figures(given, savings)
    found = {BUDGETED: scaled.budgeted}
    for year in scaled.base_years:
        found[year_key(COST, year.year)] = year.ambulatory_cost
        found[year_key(CLIENTS, year.year)] = year.clients
        found[year_key(ARRANGEMENTS, year.year)] = year.arrangements
        found[year_key(RESIDENTIAL_CLIENTS, year.year)] = year.residential_clients
    for place, at in enumerate(given.years):
        found[year_key(CEILING, at)] = scaled.ceilings[min(place, len(scaled.ceilings) - 1)]
    return found
