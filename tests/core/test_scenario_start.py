"""Starting points, what the budget counted, and young people by age."""

import numpy as np
import pytest

from raadsapp.domain.source import Standing
from raadsapp.services.scenario import TOGETHER, outcome, scenario
from raadsapp.services.scenario_budgeted import budgeted
from raadsapp.services.scenario_start import start_lines
from raadsapp.services.scenario_youth import GROUPS, youth_ages
from tests.core.shipped import dossier

VOERENDAAL, LANDGRAAF, HEERLEN = "GM0986", "GM0882", "GM0917"


# Starting points


def test_each_starting_point_has_the_cost_of_its_own_scenario() -> None:
    found = start_lines(scenario(dossier(), VOERENDAAL, {"demand_growth": 3}))
    for line in found.lines:
        own = scenario(dossier(), VOERENDAAL, {"demand_growth": 3, "base_year": line.value})
        assert line.cost == tuple(outcome(own).demand_cost[0])


def test_the_lumpsum_is_the_same_from_every_starting_point() -> None:
    asked = scenario(dossier(), VOERENDAAL, {"base_year": "2017", "lumpsum_index": 2})
    assert start_lines(asked).lumpsum == tuple(outcome(asked).lumpsum[0])


def test_the_starting_point_of_the_levers_is_the_chosen_one() -> None:
    lines = start_lines(scenario(dossier(), VOERENDAAL, {"base_year": "2016"})).lines
    assert [line.value for line in lines if line.chosen] == ["2016"]


def test_the_finding_says_how_far_apart_the_starting_points_are() -> None:
    found = start_lines(scenario(dossier(), VOERENDAAL, {}))
    assert found.title == (
        "Alleen al het startpunt scheelt € 576.000 in 2022: € 1.365.000 vanaf 2015, € 1.941.000 vanaf 2017."
    )
    assert found.sentence == (
        "Bij elk startpunt staan alle andere schuiven gelijk. Bij alle 5 is er in 2022 een tekort. "
        "U rekent nu met ‘Begroting 2018’. In 2022 hoeft bijna niemand extra te wachten. "
        "Dit scenario rekent erop dat een tekort gewoon wordt uitgegeven."
    )


@pytest.mark.parametrize(
    ("extra", "said"), [(500_000, "Bij 1 van de 5 is er"), (600_000, "Bij 1 van de 5"), (0, "Bij alle 5")]
)
def test_the_sentence_counts_the_starting_points_with_a_shortage(extra: float, said: str) -> None:
    assert said in start_lines(scenario(dossier(), VOERENDAAL, {"extra_budget": extra})).sentence


def test_with_enough_money_no_starting_point_has_a_shortage() -> None:
    rich: dict[str, float | str] = {"extra_budget": 600_000, "savings_scenario": "none", "demand_growth": -5}
    assert "Bij geen enkel is er een tekort." in start_lines(scenario(dossier(), VOERENDAAL, rich)).sentence


# The budget


def test_the_budget_counted_the_last_year_lower_than_the_table() -> None:
    found = budgeted(dossier())
    implied = found.years[-1]
    assert implied.amount == 3 * 1_107_909 - 929_262 - 1_127_042
    assert implied.beside == 1_501_643
    assert implied.standing is Standing.DERIVED
    assert found.title == "De begroting telde 2017 blijkbaar € 234.000 lager dan de tabel."


def test_the_budgeted_mean_stands_beside_the_printed_one() -> None:
    printed, counted = budgeted(dossier()).means
    assert (round(printed.amount), counted.amount) == (1_185_982, 1_107_909)
    assert counted.beside == printed.amount


def test_the_budget_names_report_and_article() -> None:
    assert {source.document for source in budgeted(dossier()).sources} == {"rekenkamer-2018", "artikel-2021"}


# Young people by age


@pytest.mark.parametrize("municipality", [VOERENDAAL, LANDGRAAF, HEERLEN, TOGETHER])
def test_the_ages_add_up_to_the_young_people_of_the_model(municipality: str) -> None:
    asked = scenario(dossier(), municipality, {"youth_change": 1.5})
    found = youth_ages(dossier(), asked)
    modelled = found.years.index(asked.years[0])
    assert np.allclose(found.total.counts[modelled:], outcome(asked).youth[0])


def test_the_groups_add_up_to_all_young_people() -> None:
    found = youth_ages(dossier(), scenario(dossier(), VOERENDAAL, {}))
    assert len(found.groups) == len(GROUPS)
    assert np.allclose(np.sum([group.counts for group in found.groups], axis=0), found.total.counts)


def test_counted_years_are_those_of_the_source() -> None:
    found = youth_ages(dossier(), scenario(dossier(), VOERENDAAL, {"youth_change": 3}))
    assert found.years[:3] == (2015, 2016, 2017)
    assert found.last_counted == 2017
    assert found.total.counts[:3] == (2687, 2697, 2711)
    assert {source.document for source in found.sources} == {"rekenkamer-2018"}


@pytest.mark.parametrize(
    ("municipality", "change", "title"),
    [
        (
            VOERENDAAL,
            0.0,
            (
                "Van 2017 tot 2026 daalt het aantal jongeren in Voerendaal van 2.711 naar 2.678. "
                "Vooral de groep 12–17 jaar wordt kleiner."
            ),
        ),
        (
            VOERENDAAL,
            1.0,
            (
                "Van 2017 tot 2026 groeit het aantal jongeren in Voerendaal van 2.711 naar 2.900. "
                "Vooral de groep 4–11 jaar wordt groter."
            ),
        ),
        (
            VOERENDAAL,
            0.1,
            "Van 2017 tot 2026 blijft het aantal jongeren in Voerendaal bijna gelijk, rond 2.700.",
        ),
        (
            TOGETHER,
            0.0,
            (
                "Van 2017 tot 2026 daalt het aantal jongeren in de gemeenten samen van 28.882 naar 27.781. "
                "Vooral de groep 12–17 jaar wordt kleiner."
            ),
        ),
    ],
)
def test_the_finding_says_how_many_young_people_there_will_be(
    municipality: str, change: float, title: str
) -> None:
    asked = scenario(dossier(), municipality, {"youth_change": change})
    assert youth_ages(dossier(), asked).title == title


def test_it_is_said_that_help_mostly_ends_at_eighteen() -> None:
    sentence = youth_ages(dossier(), scenario(dossier(), VOERENDAAL, {})).sentence
    assert "Hulp stopt meestal bij 18 jaar; wie ouder is telt in het model voor 20% mee." in sentence
    assert "berekend met aannames" in sentence
