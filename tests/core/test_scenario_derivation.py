"""‘Waarom dit getal?’: what is explained is what the model gives, down to facts with a document."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.source import Standing
from raadsapp.model.region import AMOUNTS
from raadsapp.model.scenario import OUTCOMES
from raadsapp.services.derivation import Derivation, Input, InputKind, Place
from raadsapp.services.derivation_text import derivation_text
from raadsapp.services.formula import full, symbol, worked_out, written
from raadsapp.services.own_figures import own_key
from raadsapp.services.scenario import TOGETHER, Scenario, outcome, scenario
from raadsapp.services.scenario_derivation import explain, is_yearly
from raadsapp.services.scenario_questions import bands
from raadsapp.services.scenario_sentences import fits_words
from raadsapp.texts import number
from tests.core.model_page import ENDLESS, HEERLEN, MUNICIPALITIES, RANGES, VOERENDAAL
from tests.core.scenario_strategies import Settings, settings_of
from tests.core.shipped import dossier

YEARS = tuple(range(2019, 2027))
_AS_PYTHON = {
    ".": "",
    ",": ".",
    " × ": " * ",
    " ÷ ": " / ",
    " − ": " - ",
    "−": "-",
    " ^ ": " ** ",
    ";": ",",
    "kleinste": "min",
    "grootste": "max",
    "oneindig": "1e999",
}


def _by_hand(filled: str) -> float:
    """What a reader gets who works the filled-in equation out, without its outcome."""
    formula = filled.rpartition(" = ")[0]
    for dutch, python in _AS_PYTHON.items():
        formula = formula.replace(dutch, python)
    return worked_out(formula, {})


def _close(value: float) -> object:
    return pytest.approx(value, rel=1e-9, abs=1e-6)


@st.composite
def asked_anywhere(draw: st.DrawFn) -> Scenario:
    """Any setting of all levers, in one of the municipalities or in all of them together."""
    municipality = draw(st.sampled_from((*MUNICIPALITIES, TOGETHER)))
    chosen: Settings = draw(settings_of(VOERENDAAL if municipality == TOGETHER else municipality))
    return scenario(dossier(), municipality, chosen)


def _explained(asked: Scenario, place: Place, catalog: Catalog | None = None) -> Derivation:
    return explain(catalog or dossier(), asked, (place,))[0]


def _derived(asked: Scenario, name: str, year: int, catalog: Catalog | None = None) -> Derivation:
    place = Place(quantity=name, municipality=asked.municipality, year=year)
    return _explained(asked, place, catalog)


def _steps(asked: Scenario, name: str, year: int) -> Iterator[Derivation]:
    """The derivation of an outcome and all that it leads to, each once."""
    level: tuple[Place, ...] = (_derived(asked, name, year).place,)
    seen = set(level)
    while level:
        found = explain(dossier(), asked, level)
        yield from found
        below = (entry.place for one in found for entry in one.inputs if entry.place)
        level = tuple(dict.fromkeys(place for place in below if place not in seen))
        seen.update(level)


@settings(max_examples=30, deadline=None)
@given(asked=asked_anywhere(), year=st.sampled_from(YEARS))
def test_every_outcome_worked_out_from_its_own_inputs_is_what_the_model_gives(
    asked: Scenario, year: int
) -> None:
    given_by_model = outcome(asked)
    for name in OUTCOMES:
        found = _derived(asked, name, year)
        expected = float(getattr(given_by_model, name)[0, YEARS.index(year)])
        assert found.value == _close(expected) or min(found.value, expected) > 1e9, name


@settings(max_examples=60, deadline=None)
@given(asked=asked_anywhere(), name=st.sampled_from(OUTCOMES), year=st.sampled_from(YEARS))
def test_the_numbers_a_reader_sees_are_full_enough_to_work_it_out_by_hand(
    asked: Scenario, name: str, year: int
) -> None:
    found = _derived(asked, name, year)
    largest = max([abs(one.value) for one in found.inputs] + [1.0])
    assert _by_hand(found.filled) == pytest.approx(found.value, rel=1e-5, abs=largest * 1e-7)


@settings(max_examples=4, deadline=None)
@given(asked=asked_anywhere(), name=st.sampled_from(OUTCOMES))
def test_every_way_down_ends_at_levers_and_facts_and_every_step_is_what_the_one_above_used(
    asked: Scenario, name: str
) -> None:
    used: dict[Place, Input] = {}
    for step in _steps(asked, name, 2021):
        if step.place in used:
            assert step.value == _close(used[step.place].value)
            assert step.title == used[step.place].label
            assert step.shown == used[step.place].shown
        used |= {one.place: one for one in step.inputs if one.place}
        symbols = [one.symbol for one in step.inputs if one.symbol]
        assert len(symbols) == len(set(symbols))
        for one in step.inputs:
            assert symbol(one.symbol) in step.symbols
            assert (one.place is not None) == (one.kind is InputKind.STEP)
            assert one.sources or one.place


def test_young_people_go_down_to_the_counts_by_age_of_the_report() -> None:
    asked = scenario(dossier(), VOERENDAAL, {})
    leaves = [
        one for step in _steps(asked, "youth", 2022) for one in step.inputs if one.kind is InputKind.FACT
    ]
    counted = {one.label: one for one in leaves}
    newest = counted["Jongeren van 17 jaar in Voerendaal op 1 januari 2017"]
    assert (newest.shown, newest.sources[0].document) == ("145", "rekenkamer-2018")
    assert newest.sources[0].place.startswith("§3.3")


def test_the_shortage_of_2022_reads_as_a_sum() -> None:
    found = _derived(scenario(dossier(), VOERENDAAL, {}), "gap", 2022)
    assert (found.title, found.shown) == ("Kosten min vast bedrag, 2022", "€ 304.819")
    assert found.symbols == "T = K − V"
    assert found.filled == "1.504.819,28 − 1.200.000 = 304.819,28"
    assert [one.label for one in found.inputs] == ["Kosten van de hulp, 2022", "Vast bedrag, 2022"]


def test_a_lever_says_where_it_starts_and_whether_it_is_believed_or_decided() -> None:
    asked = scenario(dossier(), VOERENDAAL, {"price_index": 3})
    inputs = {one.symbol: one for one in _derived(asked, "residential_cost", 2022).inputs}
    assert inputs["p"].shown == "3,0% per jaar"
    assert inputs["p"].note.startswith("Beginstand: 1,4% per jaar.")
    assert inputs["p"].kind is InputKind.ASSUMPTION
    paid = _derived(asked, "municipality_total", 2022)
    lever = next(one for one in paid.inputs if one.symbol == "b")
    assert (lever.kind, lever.note.partition(".")[0]) == (InputKind.POLICY, "Staat op de beginstand")


def test_the_weight_of_an_estimated_municipality_is_an_input_with_its_source_and_mark() -> None:
    asked = scenario(dossier(), HEERLEN, {})
    found = _derived(asked, "lumpsum", 2022)
    weight = next(one for one in found.inputs if one.symbol == "q")
    assert (weight.shown, weight.standing) == ("11,2 keer", Standing.ESTIMATE)
    assert {source.document for source in weight.sources} == {"iv3", "scenariomodel"}
    ceiling = next(one for one in found.inputs if one.symbol == "V0")
    assert ceiling.note == "Cijfer van Voerendaal."
    assert found.estimated


def test_what_rests_on_another_municipality_is_an_estimate_and_young_people_never_are() -> None:
    asked = scenario(dossier(), HEERLEN, {})
    marked = {name: _derived(asked, name, 2022).estimated for name in OUTCOMES}
    assert {name for name, estimated in marked.items() if not estimated} == {"youth", "youth_weighted"}
    own = scenario(dossier(), VOERENDAAL, {})
    assert not any(_derived(own, name, 2022).estimated for name in OUTCOMES)


_SERIES = ("kosten-ambulant", "clienten-ambulant", "arrangementen-ambulant", "clienten-verblijf")
_GROUPS = (
    tuple(f"{series}-{year}" for series in _SERIES[:2] for year in (2015, 2016, 2017)),
    tuple(f"{_SERIES[2]}-{year}" for year in (2015, 2016, 2017)),
    tuple(f"{_SERIES[3]}-{year}" for year in (2015, 2016, 2017)),
    tuple(f"plafond-{year}" for year in range(2019, 2023)),
    ("lumpsum-deel-ambulant",),
)
"""Figures that a municipality has all or none of."""


@st.composite
def with_own_figures(draw: st.DrawFn) -> tuple[Catalog, Scenario]:
    """Heerlen or all together, where Heerlen has some figures of its own, and any setting of the levers."""
    groups = [group for group in _GROUPS if draw(st.booleans())]
    own = tuple(
        replace(
            dossier().fact(key),
            key=own_key(key, HEERLEN),
            municipality=HEERLEN,
            value=round(dossier().fact(key).value * draw(st.floats(5, 15))),
        )
        for group in groups
        for key in group
    )
    catalog = replace(dossier(), facts=(*dossier().facts, *own))
    municipality = draw(st.sampled_from((HEERLEN, TOGETHER)))
    chosen: Settings = draw(settings_of(VOERENDAAL if municipality == TOGETHER else municipality))
    return catalog, scenario(catalog, municipality, chosen)


@settings(max_examples=40, deadline=None)
@given(known=with_own_figures(), year=st.sampled_from(YEARS))
def test_a_municipality_with_figures_of_its_own_is_explained_with_them(
    known: tuple[Catalog, Scenario], year: int
) -> None:
    catalog, asked = known
    given_by_model = outcome(asked)
    for name in ("clients", "unit_cost", "demand_cost", "lumpsum", "residential_clients", "old_system_cost"):
        found = _derived(asked, name, year, catalog)
        assert found.value == _close(float(getattr(given_by_model, name)[0, YEARS.index(year)])), name


def test_together_a_figure_is_the_sum_of_the_municipalities_which_lead_on() -> None:
    asked = scenario(dossier(), TOGETHER, {"extra_budget": 1_000_000})
    found = _derived(asked, "lumpsum", 2022)
    assert [one.label for one in found.inputs] == [
        "Vast bedrag in Voerendaal, 2022",
        "Vast bedrag in Heerlen, 2022",
        "Vast bedrag in Landgraaf, 2022",
    ]
    assert found.inputs[1].place is not None
    heerlen = _explained(asked, found.inputs[1].place)
    share = next(one for one in heerlen.inputs if one.symbol == "x")
    assert share.value == pytest.approx(1_000_000 * 11.2 / 16.3)
    assert share.place is not None
    assert "1.000.000 × 11,2 ÷ (1 + 11,2 + 4,1)" in _explained(asked, share.place).filled


def test_an_amount_for_all_municipalities_is_shared_without_a_rest() -> None:
    asked = scenario(dossier(), TOGETHER, dict.fromkeys(AMOUNTS, 100))
    for key in AMOUNTS:
        places = (Place(quantity=f"own_{key}", municipality=code, year=2022) for code in MUNICIPALITIES)
        assert sum(_explained(asked, place).value for place in places) == pytest.approx(100)


def test_a_wait_without_end_is_explained_as_such() -> None:
    asked = scenario(dossier(), VOERENDAAL, ENDLESS)
    endless = [_derived(asked, "waiting_weeks", year) for year in YEARS]
    found = next(one for one in endless if one.precise == "oneindig")
    assert found.words.startswith("Er wordt in dit jaar niemand geholpen.")
    assert found.shown == "> 52 weken"


def test_a_choice_that_changes_nothing_says_so() -> None:
    asked = scenario(dossier(), VOERENDAAL, {"savings_scenario": "none"})
    savings = _explained(asked, Place(quantity="savings", municipality=VOERENDAAL, year=2022))
    assert savings.value == 0
    assert "geen besparing" in savings.words
    access = _explained(asked, Place(quantity="access", municipality=VOERENDAAL, year=2022))
    assert access.value == 1


@given(left=st.floats(-1e9, 1e9), middle=st.floats(-1e9, 1e9), right=st.floats(1, 1e3))
def test_a_filled_in_formula_reads_back_as_the_same_sum(left: float, middle: float, right: float) -> None:
    formula = "a - (b - c) * -b / (c * c) + min(a, max(b, c) ** 2)"
    values = {"a": left, "b": middle, "c": right}
    expected = worked_out(formula, values)
    size = max(abs(left), abs(middle), 1.0) ** 2
    assert _by_hand(f"{written(formula, values)} = x") == pytest.approx(expected, abs=size * 1e-6)


def test_a_formula_is_written_as_readers_write_it() -> None:
    assert (
        written("(1 + p1 / 100) ** (2022 - 2019) * -(a - b)") == "(1 + p₁ ÷ 100) ^ (2022 − 2019) × −(a − b)"
    )
    assert written("a - b + c", {"a": -1.5, "b": -2, "c": -3}) == "−1,5 − (−2) + (−3)"
    assert full(1_504_818.6421) == "1.504.818,64"
    assert (full(0), full(1e-20), full(0.098962966844)) == ("0", "0", "0,0989629668")
    assert number(float(RANGES["price_index"][1])) == "8"


@pytest.mark.parametrize("formula", ["a if b else c", "'text'", "not a"])
def test_what_is_no_formula_is_a_fault(formula: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        worked_out(formula, {"a": 1, "b": 1, "c": 1})
    with pytest.raises(ValueError, match=r"."):
        written(formula)


@pytest.mark.parametrize("municipality", [VOERENDAAL, HEERLEN, TOGETHER])
def test_how_often_the_help_fits_names_what_is_drawn(municipality: str) -> None:
    asked = scenario(dossier(), municipality, {"base_year": "mean", "extra_budget": 100_000})
    drawn = bands(asked, draws=101).of(asked, ())
    place = Place(quantity="share_fits", municipality=municipality, year=2022)
    (found,) = explain(dossier(), asked, (place,), drawn)
    share = float(drawn.share_fits[YEARS.index(2022)])
    assert found.value == pytest.approx(share)
    assert found.shown == f"{fits_words(share)} van de 100"
    assert found.filled.endswith(f"÷ 101 = {found.precise}")
    notes = {one.label: one.note for one in found.inputs}
    assert notes["Groei van het gebruik"].startswith("Getrokken van −2,0% per jaar tot 6,0% per jaar.")
    assert notes["Startpunt van de kosten"].startswith("Elke variant rekent met 2015, 2016 of 2017")
    assert ("Gewicht van Heerlen ten opzichte van Voerendaal" in notes) == (municipality != VOERENDAAL)
    assert found.estimated == (municipality != VOERENDAAL)


def test_without_draws_how_often_it_fits_cannot_be_explained() -> None:
    place = Place(quantity="share_fits", municipality=VOERENDAAL, year=2022)
    with pytest.raises(ValueError, match="share_fits"):
        explain(dossier(), scenario(dossier(), VOERENDAAL, {}), (place,))


def test_a_derivation_as_text_names_marks_notes_sources_and_caveats() -> None:
    asked = scenario(dossier(), HEERLEN, {"lumpsum_index": 1})
    lines = derivation_text(_derived(asked, "lumpsum", 2022), dossier(), asked.name).split("\n")
    assert lines[0].startswith("Vast bedrag, 2022, Heerlen: € ")
    assert lines[0].endswith(" (schatting)")
    assert "– q = Gewicht van Heerlen ten opzichte van Voerendaal: 11,2 keer (schatting)" in lines
    assert "  Alles wat hiermee is opgeschaald, is een schatting." in lines
    assert "– i = Vast bedrag stijgt mee: 1,0% per jaar (beleid)" in lines
    assert any(line.startswith("  Bron: Rekenkamerrapport 2018, §4.1") for line in lines)
    own = derivation_text(_derived(asked, "youth", 2022), dossier(), asked.name)
    assert "– Np = Jongeren volgens de prognose, 2022: " in own
    assert "(schatting)" not in own


def test_only_what_may_differ_by_year_is_yearly() -> None:
    assert is_yearly(Place(quantity="clients", municipality=VOERENDAAL, year=2022))
    assert not is_yearly(Place(quantity="use", municipality=VOERENDAAL, year=2022))
