"""Since a scenario was saved: nothing moved and nothing is said, or what moved, why, and what it does."""

import json
from dataclasses import replace
from math import inf, isinf

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.model.region import Region
from raadsapp.model.scenario import VERSION
from raadsapp.services.opening import Session
from raadsapp.services.scenario import scenario
from raadsapp.services.scenario_drift import Moved, drift
from raadsapp.services.scenario_inputs import inputs
from raadsapp.services.scenario_snapshot import snapshot_of
from tests.core.model_page import ENDLESS, HEERLEN, MUNICIPALITIES, VOERENDAAL
from tests.core.saved import made, with_fact, with_lever, with_own
from tests.core.shipped import dossier

PLACES = (*MUNICIPALITIES, "samen")
OWN_USE = {
    f"{series}_{year}": value
    for series, value in (("kosten_ambulant", 11_000_000.0), ("clienten_ambulant", 2500.0))
    for year in (2015, 2016, 2017)
}


def _lever(key: str) -> Lever:
    return next(lever for lever in dossier().levers if lever.key == key)


def _came_out(saved: SavedScenario, outcome: str, by: float) -> SavedScenario:
    """The scenario as if an outcome had come out higher."""
    moved = {outcome: tuple(value + by for value in dict(saved.came_out)[outcome] if value is not None)}
    return replace(saved, came_out=tuple((dict(saved.came_out) | moved).items()))


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_said_when_nothing_moved(shipped_session: Session, place: str) -> None:
    found = drift(dossier(), made(shipped_session, municipality=place))
    assert (found.moved, found.model_changed, found.sentences) == ((), False, ())
    assert found.shift is not None
    assert (found.shift.by_facts, found.shift.by_model) == pytest.approx((0, 0), abs=1e-6)


def test_a_fact_that_moved_is_named_with_what_it_does(shipped_session: Session) -> None:
    saved = made(shipped_session)
    found = drift(with_fact(dossier(), "plafond-2022", 1_300_000), saved)
    label = "Plafondbedrag (vast bedrag voor JenS) 2022, Voerendaal"
    assert found.moved == (Moved(label=label, before="€ 1.200.000", after="€ 1.300.000"),)
    assert found.sentences[:2] == (
        "Sinds het bewaren is 1 cijfer veranderd.",
        f"{label}: was € 1.200.000, is nu € 1.300.000.",
    )
    assert "hoger door de cijfers." in found.sentences[2]
    assert "het model" not in found.sentences[2]
    assert found.sentences[3].startswith("De wachttijd in 2022 was ")


@pytest.mark.parametrize("place", [VOERENDAAL, HEERLEN, "samen"])
def test_a_newly_printed_ceiling_is_named_and_so_is_one_that_is_gone(
    shipped_session: Session, place: str
) -> None:
    last = dossier().fact("plafond-2022")
    new = replace(last, key="plafond-2023", label="Plafondbedrag 2023", value=1_150_000.0, period="2023")
    newer = replace(dossier(), facts=(*dossier().facts, new))
    saved = made(shipped_session, municipality=place)
    label = "Plafondbedrag 2023, Voerendaal"
    found = drift(newer, saved)
    assert found.moved == (Moved(label=label, before="nog niet gepubliceerd", after="€ 1.150.000"),)
    assert f"{label}: was nog niet gepubliceerd, is nu € 1.150.000." in found.sentences
    asked = scenario(newer, place, {})
    later = replace(saved, facts=snapshot_of(asked, newer.dossier.version))
    gone = Moved(label="Vast bedrag 2023, Voerendaal", before="€ 1.150.000", after="niet meer gepubliceerd")
    assert drift(dossier(), later).moved == (gone,)


def test_a_newer_dossier_is_told_only_with_figures_that_moved(shipped_session: Session) -> None:
    saved, version = made(shipped_session, {}), dossier().dossier.version
    newer = replace(dossier(), dossier=replace(dossier().dossier, version=version + 1))
    assert drift(newer, saved).sentences == ()
    found = drift(with_fact(newer, "plafond-2022", 1_300_000), saved)
    assert found.sentences[2] == (
        f"Het dossier ging sindsdien van versie {version} naar versie {version + 1}."
    )


def test_a_fact_that_changes_nothing_here_is_said_to_change_nothing(shipped_session: Session) -> None:
    saved = made(shipped_session, {})
    found = drift(with_fact(dossier(), "kosten-ambulant-2016", 1_200_000), saved)
    assert found.sentences[1:] == (
        "Kosten van ambulante jeugdhulp 2016, Voerendaal: was € 1.127.042, is nu € 1.200.000.",
        "Het saldo van 2022 blijft gelijk.",
        "De wachttijd in 2022 blijft 0 weken.",
    )


def test_many_facts_are_counted_and_the_first_are_named(shipped_session: Session) -> None:
    saved = made(shipped_session, municipality=HEERLEN)
    found = drift(with_own(dossier(), HEERLEN, **OWN_USE, lumpsum_deel_ambulant=9e6), saved)
    assert len(found.moved) == 6
    assert found.moved[0] == Moved(
        label="Kosten van ambulante jeugdhulp 2015, Heerlen", before="opgeschaald", after="€ 11.000.000"
    )
    catalog = with_own(
        dossier(), HEERLEN, **OWN_USE, **{f"plafond_{year}": 1.6e7 for year in range(2019, 2023)}
    )
    found = drift(catalog, saved)
    assert len(found.moved) > 6
    assert found.sentences[0] == f"Sinds het bewaren zijn {len(found.moved)} cijfers veranderd."
    assert found.sentences[7].startswith(f"En nog {len(found.moved) - 6} ")


def test_own_figures_that_were_taken_away_are_scaled_again(shipped_session: Session) -> None:
    catalog = with_own(dossier(), HEERLEN, **OWN_USE)
    saved = made(Session(shipped_session.store, catalog), municipality="samen")
    (first, *_) = drift(dossier(), saved).moved
    assert (first.before, first.after) == ("€ 11.000.000", "opgeschaald")


def test_figures_that_read_the_same_are_told_apart(shipped_session: Session) -> None:
    saved = made(shipped_session)
    (moved,) = drift(with_fact(dossier(), "model-index", 1.40001), saved).moved
    assert (moved.before, moved.after) == ("1,4%", "1,40001")
    catalog = dossier()
    first, *others = catalog.age_counts
    counts = (first.counts[0] + 1, first.counts[1] - 1, *first.counts[2:])
    shuffled = replace(catalog, age_counts=(replace(first, counts=counts), *others))
    (moved,) = drift(shuffled, saved).moved
    assert moved.label.startswith("Jongeren in ")
    assert moved.after == f"{moved.before}, anders verdeeld over de leeftijden"


def test_a_weight_moves_the_start_of_what_grows_with_it(shipped_session: Session) -> None:
    found = drift(
        with_fact(dossier(), "gewicht-heerlen", 12), made(shipped_session, {}, municipality=HEERLEN)
    )
    assert "Gewicht van Heerlen ten opzichte van Voerendaal: was 11,2 keer, is nu 12 keer." in found.sentences
    assert found.sentences[-1].startswith("Dit is een schatting voor Heerlen")
    assert any(
        sentence.startswith("De beginstand van ‘Aantal persoonsgebonden") for sentence in found.sentences
    )


def test_another_model_is_told_even_when_it_changes_nothing(shipped_session: Session) -> None:
    found = drift(dossier(), replace(made(shipped_session, {}), model_version=VERSION - 1))
    assert found.model_changed
    assert found.sentences == (
        f"Het rekenmodel is veranderd: van versie {VERSION - 1} naar versie {VERSION}.",
        "Het saldo van 2022 blijft gelijk.",
        "De wachttijd in 2022 blijft 0 weken.",
    )


def test_what_the_model_does_stands_apart_from_what_the_figures_do(shipped_session: Session) -> None:
    saved = _came_out(made(shipped_session, {}), "balance", 304_819)
    found = drift(with_fact(dossier(), "plafond-2022", 1_300_000), replace(saved, model_version=0))
    assert found.shift is not None
    assert found.shift.by_model == pytest.approx(-304_819, abs=0.01)
    assert found.shift.by_facts == pytest.approx(100_000)
    assert found.sentences[-2] == (
        "In 2022 was er geen tekort; nu is er een tekort van € 204.819. "
        "Het saldo is € 100.000 hoger door de cijfers en € 304.819 lager door het model."
    )


def test_a_surplus_is_called_one(shipped_session: Session) -> None:
    saved = _came_out(made(shipped_session, {}), "balance", 404_819)
    assert "was er een overschot van € 100.000; nu is er een tekort" in drift(dossier(), saved).sentences[0]


def test_a_wait_that_moved_alone_is_told(shipped_session: Session) -> None:
    saved = made(shipped_session, {})
    waits = tuple(None for _ in saved.years)
    endless = replace(saved, came_out=tuple((dict(saved.came_out) | {"waiting_weeks": waits}).items()))
    found = drift(dossier(), endless)
    assert found.shift is not None
    assert isinf(found.shift.weeks_then)
    assert found.sentences == (
        "Het saldo van 2022 blijft gelijk.",
        "De wachttijd in 2022 was > 52 weken en is nu 0 weken.",
    )


def test_a_wait_without_end_that_stays_is_no_news(shipped_session: Session) -> None:
    saved = made(shipped_session, ENDLESS)
    assert None in dict(saved.came_out)["waiting_weeks"]
    assert drift(dossier(), saved).sentences == ()


def _with_starts(saved: SavedScenario, starts: list[dict[str, object]]) -> SavedScenario:
    """The scenario as if the levers had been these when it was saved."""
    return replace(saved, facts=json.dumps(json.loads(saved.facts) | {"levers": starts}))


def test_a_lever_that_is_gone_is_told_with_where_it_stood(shipped_session: Session) -> None:
    saved = made(shipped_session)
    older: list[dict[str, object]] = [
        {"lever": "old", "label": "Oude schuif", "default": 1.0},
        {"lever": "older", "label": "Oudere schuif", "default": "low"},
    ]
    gone = _with_starts(saved, [*json.loads(saved.facts)["levers"], *older])
    gone = replace(gone, settings=(*saved.settings, ("old", 2.5), ("older", "high")))
    assert drift(dossier(), gone).sentences[:2] == (
        "De schuif ‘Oude schuif’ is er niet meer; hij stond op 2,5.",
        "De schuif ‘Oudere schuif’ is er niet meer; hij stond op high.",
    )


def test_a_lever_that_cannot_stand_there_any_more_is_told(shipped_session: Session) -> None:
    catalog = with_lever(dossier(), replace(_lever("demand_growth"), high=4.0))
    savings = _lever("savings_scenario")
    choices = tuple(choice for choice in savings.choices if choice.value != "middle")
    catalog = with_lever(catalog, replace(savings, choices=choices))
    found = drift(catalog, made(shipped_session))
    assert found.sentences[0].startswith(
        "De schuif ‘Groei van het gebruik’ stond op 5,0% per jaar. Dat kan niet"
    )
    assert "stond op ‘middle’" in found.sentences[1]
    assert found.sentences[2].endswith("door het model en de schuiven.")


def test_another_start_and_a_new_lever_are_told(shipped_session: Session) -> None:
    saved = made(shipped_session)
    catalog = with_lever(dossier(), replace(_lever("price_index"), default=2.0))
    fewer = [start for start in json.loads(saved.facts)["levers"] if start["lever"] != "risk_corridor"]
    settings = tuple(pair for pair in saved.settings if pair[0] != "risk_corridor")
    before = replace(_with_starts(saved, fewer), settings=settings)
    sentences = drift(catalog, before).sentences
    assert sentences[0].startswith("De beginstand van ‘")
    assert sentences[0].endswith("was 1,4% per jaar en is nu 2,0% per jaar.")
    assert sentences[1].endswith("is erbij gekomen en staat op de beginstand: 0%.")


def test_a_municipality_that_no_longer_takes_part_is_told(shipped_session: Session) -> None:
    catalog = dossier()
    fewer = replace(catalog, dossier=replace(catalog.dossier, municipalities=(VOERENDAAL,)))
    found = drift(fewer, made(shipped_session, municipality=HEERLEN))
    assert found.shift is None
    assert found.sentences == (
        "De gemeente ‘GM0917’ hoort niet bij dit dossier.",
        "Dit scenario kan daarom niet opnieuw worden doorgerekend.",
    )


def test_without_the_reference_year_only_the_reasons_are_told(shipped_session: Session) -> None:
    catalog = dossier()
    later = replace(catalog, dossier=replace(catalog.dossier, years=(2019, 2021)))
    found = drift(later, made(shipped_session))
    assert found.shift is None
    assert (
        "Jaren waarover het model rekent: was 2019 tot en met 2026, is nu 2019 tot en met 2021."
        in found.sentences
    )


@tried(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(
    place=st.sampled_from(PLACES),
    ceiling=st.floats(100_000, 5_000_000),
    growth=st.floats(-5, 10),
    wait=st.floats(0, 100),
)
def test_the_effects_add_up_to_the_whole_move(
    shipped_session: Session, place: str, ceiling: float, growth: float, wait: float
) -> None:
    saved = made(shipped_session, {"demand_growth": growth, "waiting_share": wait}, municipality=place)
    shift = drift(with_fact(dossier(), "plafond-2022", ceiling), saved).shift
    assert shift is not None
    assert shift.by_facts + shift.by_model == pytest.approx(shift.now - shift.then, abs=0.01)
    assert shift.by_model == pytest.approx(0, abs=0.01)
    assert shift.weeks_now >= 0 or shift.weeks_now == inf


def _with_each_fact_moved(catalog: Catalog) -> list[tuple[str, Catalog]]:
    return [(fact.key, with_fact(catalog, fact.key, fact.value * 1.5)) for fact in catalog.facts]


def test_every_fact_that_reaches_the_model_is_noticed() -> None:
    """The model's inputs differ exactly when something moved that has a name."""
    region = scenario(dossier(), "samen", {}).region
    for key, catalog in _with_each_fact_moved(dossier()):
        moved = scenario(catalog, "samen", {}).region
        assert (_facts(region) != _facts(moved)) == (inputs(dossier(), region) != inputs(dossier(), moved)), (
            key
        )


def _facts(region: Region) -> list[object]:
    return [member.facts for member in region.members]
