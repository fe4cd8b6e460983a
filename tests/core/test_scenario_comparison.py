"""Saved scenarios side by side: only what differs, then what comes out, money never without waiting."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from raadsapp.domain.lever import LeverKind
from raadsapp.errors import UserError
from raadsapp.services.opening import Session
from raadsapp.services.scenario import outcome, scenario
from raadsapp.services.scenario_comparison import compare
from raadsapp.services.scenario_words import OutcomeRow, amount, outcome_words
from tests.core.model_page import HEERLEN, MUNICIPALITIES, VOERENDAAL
from tests.core.saved import made, with_fact
from tests.core.scenario_strategies import Settings, settings_of
from tests.core.shipped import dossier


def _row(rows: tuple[OutcomeRow, ...], label: str) -> tuple[str, ...]:
    (cells,) = [row.cells for row in rows if row.label == label]
    return cells


def test_only_the_levers_that_differ_are_shown(shipped_session: Session) -> None:
    found = compare(
        dossier(),
        [
            made(shipped_session, {"waiting_share": 50.0}, name="Wachten"),
            made(shipped_session, {"waiting_share": 50.0, "savings_scenario": "low"}, name="Lager"),
        ],
    )
    assert (found.names, found.marks) == (("Wachten", "Lager"), ("", ""))
    assert found.municipalities == ("Voerendaal", "Voerendaal")
    (row,) = found.settings
    assert (row.label, row.kind, row.cells) == (
        "Ingeboekt inverdieneffect",
        LeverKind.POLICY,
        ("Hoog", "Laag"),
    )


@tried(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(data=st.data(), place=st.sampled_from(MUNICIPALITIES))
def test_the_rows_are_exactly_the_levers_that_differ(
    shipped_session: Session, place: str, data: st.DataObject
) -> None:
    sets = [data.draw(settings_of(place)) for _ in range(data.draw(st.integers(2, 4)))]
    saved = [made(shipped_session, one, municipality=place) for one in sets]
    labels = [
        lever.label for lever in dossier().levers if len({dict(one.settings)[lever.key] for one in saved}) > 1
    ]
    assert [row.label for row in compare(dossier(), saved).settings] == labels


def test_what_comes_out_is_that_of_the_reference_year_and_added_up_to_it(shipped_session: Session) -> None:
    saved = [made(shipped_session, {}, municipality=place) for place in (VOERENDAAL, HEERLEN)]
    found = compare(dossier(), saved)
    results = [outcome(scenario(dossier(), place, {})) for place in (VOERENDAAL, HEERLEN)]
    words = outcome_words("municipality_total")
    totals = [one.municipality_total[0] for one in results]
    assert _row(found.outcomes, "Gemeente in totaal in 2022") == tuple(
        amount(float(total[3]), words) for total in totals
    )
    assert _row(found.outcomes, "Gemeente in totaal, 2019 tot en met 2022 opgeteld") == tuple(
        amount(float(total[:4].sum()), words) for total in totals
    )
    assert found.marks == ("", "schatting: opgeschaald")
    assert found.sentences == (
        "Deze scenario’s gaan over verschillende gemeenten: hun bedragen zijn niet te vergelijken.",
        "Dit is een schatting voor Heerlen: opgeschaald met cijfers van een andere gemeente.",
    )


def test_the_smallest_shortage_is_never_named_without_its_wait(shipped_session: Session) -> None:
    spends = made(shipped_session, {}, name="Uitgeven")
    waits = made(shipped_session, {"waiting_share": 100.0}, name="Wachten")
    assert compare(dossier(), [spends, waits]).sentences == (
        "‘Wachten’ heeft in 2022 geen tekort. Wachttijd daar: 24 weken.",
        "‘Uitgeven’ heeft de kortste wachttijd: 0 weken. Tekort daar: € 304.819.",
    )


def test_one_that_is_best_at_both_is_named_once(shipped_session: Session) -> None:
    some = made(shipped_session, {"waiting_share": 50.0}, name="Iets")
    grows = made(shipped_session, {"waiting_share": 50.0, "demand_growth": 5.0}, name="Groei")
    assert compare(dossier(), [grows, some]).sentences == (
        "‘Iets’ heeft in 2022 het kleinste tekort (€ 152.410) en ook de kortste wachttijd (10 weken).",
    )


def test_none_is_called_best_at_what_is_equal(shipped_session: Session) -> None:
    nothing = made(shipped_session, {}, name="Niets")
    grows = made(shipped_session, {"demand_growth": 5.0}, name="Groei")
    assert compare(dossier(), [grows, nothing]).sentences == (
        "‘Niets’ heeft in 2022 het kleinste tekort (€ 304.819). De wachttijd is overal gelijk: 0 weken.",
    )
    waits: Settings = {"waiting_share": 100.0}
    long, longer = (
        made(shipped_session, changes, name=name)
        for name, changes in (("Kort", waits), ("Lang", waits | {"demand_growth": 5.0}))
    )
    assert compare(dossier(), [longer, long]).sentences == (
        "‘Kort’ heeft in 2022 de kortste wachttijd (24 weken). Er is nergens een tekort.",
    )


def test_equals_share_a_place(shipped_session: Session) -> None:
    one, two = (made(shipped_session, {}, name=name) for name in ("Een", "Twee"))
    grows = made(shipped_session, {"demand_growth": 5.0}, name="Groei")
    assert compare(dossier(), [one, two]).sentences == (
        "In 2022 is het overal gelijk: een tekort van € 304.819, een wachttijd van 0 weken.",
    )
    (sentence,) = compare(dossier(), [one, grows, two]).sentences
    assert sentence.startswith("‘Een’ en ‘Twee’ hebben in 2022 het kleinste tekort")


def test_waits_of_more_than_a_year_are_equal(shipped_session: Session) -> None:
    long = made(shipped_session, {"waiting_share": 100.0, "demand_growth": 10.0, "price_index": 8.0})
    longer = made(shipped_session, {"waiting_share": 100.0, "demand_growth": 10.0, "base_year": "2017"})
    (sentence,) = compare(dossier(), [long, longer]).sentences
    assert sentence == "In 2022 is het overal gelijk: geen tekort, een wachttijd van > 52 weken."


def test_scenarios_of_the_same_name_are_told_apart(shipped_session: Session) -> None:
    same = made(shipped_session, {})
    found = compare(dossier(), [replace(same, number=3), replace(same, number=8)])
    assert found.names == ("Vraag groeit (nummer 3)", "Vraag groeit (nummer 8)")


def test_what_drifted_since_is_said(shipped_session: Session) -> None:
    one, two = (made(shipped_session, {}, name=name) for name in ("Een", "Twee"))
    catalog = with_fact(dossier(), "plafond-2022", 1_300_000)
    assert compare(catalog, [one, two]).sentences[-1].startswith("‘Een’ en ‘Twee’ zijn doorgerekend met")
    newer = made(Session(shipped_session.store, catalog), {}, name="Nieuw")
    assert compare(catalog, [one, newer]).sentences[-1].startswith("‘Een’ is doorgerekend met")


@pytest.mark.parametrize("count", [0, 1, 5])
def test_fewer_than_two_or_more_than_four_are_not_compared(shipped_session: Session, count: int) -> None:
    with pytest.raises(UserError, match=f"dit zijn er {count}"):
        compare(dossier(), [made(shipped_session, {})] * count)
