"""What charts of money, waiting and payers say, also where nothing changes, at zero and far beyond."""

import numpy as np
import pytest

from raadsapp.model.scenario import Outcome
from raadsapp.model.uncertainty import Band, Quantiles
from raadsapp.services.scenario import Scenario, outcome, scenario
from raadsapp.services.scenario_money_words import (
    cooperative_finding,
    helped_finding,
    money_finding,
    old_system_finding,
    payer_parts,
    payers_finding,
    residential_cost_finding,
    residential_finding,
)
from raadsapp.texts import euro
from tests.core.shipped import dossier

VOERENDAAL = "GM0986"


def asked_with(**changes: float | str) -> tuple[Scenario, Outcome]:
    asked = scenario(dossier(), VOERENDAAL, changes)
    return asked, outcome(asked)


def altered(found: Outcome, **values: float) -> Outcome:
    """The outcome with some of it the same in every year."""
    return Outcome(
        lambda name: np.full_like(found.gap, values[name]) if name in values else getattr(found, name)
    )


def band_of(**spreads: tuple[float, float, float]) -> Band:
    """A band with P10, P50 and P90 the same in every year."""
    years = np.ones(8)
    quantiles = tuple(
        Quantiles(outcome=name, p10=low * years, p50=middle * years, p90=high * years)
        for name, (low, middle, high) in spreads.items()
    )
    return Band(draws=1, seed=0, quantiles=quantiles, share_fits=years)


def test_money_is_never_told_without_waiting() -> None:
    finding = money_finding(*asked_with(), None)
    assert finding.title == "In 2022: € 305.000 tekort en bijna niemand wacht."
    assert finding.sentence == "Dit scenario rekent erop dat een tekort gewoon wordt uitgegeven."


def test_with_a_band_the_middle_draw_is_told_beside_the_levers_as_they_stand() -> None:
    band = band_of(demand_cost=(1_450_000, 1_534_000, 1_620_000), waiting_weeks=(8, 11, 14))
    finding = money_finding(*asked_with(waiting_share=50), band)
    assert finding.title == "In 2022 in de middelste variant: € 334.000 tekort en 11 weken wachten."
    assert finding.sentence == (
        "Zoals de schuiven staan is het € 305.000 tekort; de marges zijn naar boven ruimer. "
        "In 8 van de 10 varianten kost de hulp € 1,4 miljoen tot € 1,6 miljoen. "
        "De wachttijd is dan 8 tot 14 weken."
    )


@pytest.mark.parametrize(
    ("middle", "why"),
    [
        (1_534_000, "; de marges zijn naar boven ruimer."),
        (1_505_000, "."),
        (1_450_000, "naar beneden ruimer."),
    ],
)
def test_why_the_middle_draw_differs_from_the_levers_is_told(middle: float, why: str) -> None:
    finding = money_finding(*asked_with(), band_of(demand_cost=(1_400_000, middle, 1_620_000)))
    assert finding.sentence.partition(" In 8 van")[0].endswith(why)
    assert finding.sentence.startswith("Zoals de schuiven staan is het € 305.000 tekort")


@pytest.mark.parametrize(
    ("gap", "wait", "title"),
    [
        (0, 0, "In 2022: geen tekort en bijna niemand wacht."),
        (499, 0.49, "In 2022: geen tekort en bijna niemand wacht."),
        (-250_000, 1, "In 2022: € 250.000 overschot en 1 week wachten."),
        (3e12, 52, "In 2022: € 3.000.000,0 miljoen tekort en 52 weken wachten."),
        (1000, 52.01, "In 2022: € 1.000 tekort en langer dan een jaar wachten."),
        (1000, float("inf"), "In 2022: € 1.000 tekort en langer dan een jaar wachten."),
    ],
)
def test_the_edges_of_money_and_waiting_stay_plain(gap: float, wait: float, title: str) -> None:
    asked, found = asked_with(waiting_share=50)
    assert money_finding(asked, altered(found, gap=gap, waiting_weeks=wait), None).title == title


def test_an_endless_wait_has_no_number_in_its_range() -> None:
    endless = float("inf")
    band = band_of(demand_cost=(1, 2, 3), waiting_weeks=(endless, endless, endless))
    assert "De wachttijd is dan > 52 weken." in money_finding(*asked_with(), band).sentence


def test_clients_are_counted_since_the_first_year() -> None:
    asked, found = asked_with(demand_growth=4)
    first, then = float(found.clients[0, 0]), float(found.clients[0, 3])
    finding = helped_finding(asked, found, None)
    assert finding.title == f"In 2022 zijn er {then:.0f} cliënten."
    assert finding.sentence == f"Dat is {then - first:.0f} meer dan in 2019."
    assert helped_finding(asked, altered(found, clients=5), None).sentence == "Dat is evenveel als in 2019."


def test_who_waits_is_said_to_count() -> None:
    asked, found = asked_with(waiting_share=100)
    finding = helped_finding(asked, found, band_of(clients=(239.6, 250, 260)))
    assert "Wie wacht, telt mee. In 8 van de 10 varianten is het 240 tot 260." in finding.sentence


def test_fewer_is_not_called_more() -> None:
    asked, found = asked_with(demand_growth=-5)
    assert "minder dan in 2019" in helped_finding(asked, found, None).sentence


def test_the_parts_add_up_to_what_the_municipality_pays() -> None:
    _, found = asked_with(municipality_share=60, prevention_budget=75_000, extra_budget=50_000)
    total = np.sum([values for _, values in payer_parts(found)], axis=0)
    assert total == pytest.approx(found.municipality_total[0])
    assert dict(payer_parts(found))["preventie"] == (75_000.0,) * 8


def test_only_parts_with_money_in_them_are_named() -> None:
    finding = payers_finding(*asked_with())
    assert finding.title.startswith("De gemeente betaalt in 2022 € 2,")
    assert "vast bedrag en € " in finding.sentence
    assert "preventie" not in finding.sentence
    shared = payers_finding(*asked_with(municipality_share=50, prevention_budget=50_000)).sentence
    assert "extra bijdrage, € 50.000 preventie en" in shared


def test_what_the_cooperative_pays_back_is_no_part_of_what_is_paid() -> None:
    asked, found = asked_with(demand_growth=-5, municipality_share=100, savings_scenario="none")
    finding = payers_finding(asked, found)
    assert "JenS betaalt" in finding.sentence
    assert "extra bijdrage" not in finding.sentence


@pytest.mark.parametrize(
    ("result", "title"),
    [
        (0, "JenS heeft in 2022 geen tekort."),
        (-304_819, "JenS heeft in 2022 € 305.000 tekort."),
        (12_000, "JenS heeft in 2022 € 12.000 overschot."),
    ],
)
def test_the_result_of_the_cooperative_is_a_shortage_or_a_surplus(result: float, title: str) -> None:
    asked, found = asked_with()
    finding = cooperative_finding(asked, altered(found, cooperative_result=result), None)
    assert finding.title == title
    assert finding.sentence.startswith("Over 2019 tot en met 2026 samen is dat € ")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (-2_000_000, -500_000, "is het € 500.000 tot € 2,0 miljoen tekort."),
        (200_000, 300_000, "is het € 200.000 tot € 300.000 overschot."),
        (-200_000, 300_000, "is het tussen € 200.000 tekort en € 300.000 overschot."),
    ],
)
def test_a_range_of_results_says_on_which_side_of_zero_it_lies(low: float, high: float, words: str) -> None:
    band = band_of(cooperative_cumulative=(low, (low + high) / 2, high))
    assert cooperative_finding(*asked_with(), band).sentence.endswith(words)


def test_residential_care_tells_people_and_money_apart() -> None:
    asked, found = asked_with()
    people, money = residential_finding(asked, found, None), residential_cost_finding(asked, found, None)
    assert people.title.endswith("jongeren verblijf of crisishulp.")
    assert money.sentence == (
        f"De gemeente betaalt dit buiten het vaste bedrag. Aanname: {euro(45_000)} per jongere in 2019."
    )
    ranged = residential_cost_finding(asked, found, band_of(residential_cost=(900_000, 950_000, 990_000)))
    assert ranged.sentence.endswith("In 8 van de 10 varianten is het € 900.000 tot € 990.000.")


def test_the_old_system_is_compared_without_hiding_who_bears_the_shortage() -> None:
    finding = old_system_finding(*asked_with())
    assert finding.title == "De gemeente betaalt in 2022 € 305.000 minder dan in het oude stelsel."
    assert finding.sentence.endswith("JenS heeft nu € 305.000 tekort.")


def test_what_is_paid_less_than_in_the_old_system_is_said_with_the_wait() -> None:
    finding = old_system_finding(*asked_with(waiting_share=100))
    assert finding.sentence.endswith(
        "Voor het oude stelsel rekent het model zonder wachten; nu is het 24 weken wachten."
    )


def test_as_much_as_the_old_system_or_more_is_said_so() -> None:
    asked, found = asked_with()
    same = altered(found, old_system_cost=100, municipality_total=100, cooperative_result=0)
    assert old_system_finding(asked, same).title.endswith("ongeveer evenveel als in het oude stelsel.")
    assert old_system_finding(asked, same).sentence == "Het oude stelsel had € 0 gekost."
    more = altered(found, old_system_cost=100_000, municipality_total=150_000)
    assert old_system_finding(asked, more).title.endswith("€ 50.000 meer dan in het oude stelsel.")
