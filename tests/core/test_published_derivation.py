"""‘Waarom dit getal?’ of what was published: the reconciliation and looking back, down to their documents."""

from collections.abc import Iterator

import pytest

from raadsapp.domain.source import Standing
from raadsapp.services.derivation import Derivation, InputKind, Place
from raadsapp.services.derivation_text import derivation_text
from raadsapp.services.published_words import (
    EXTRA_A_YEAR,
    EXTRA_TWO_YEARS,
    HIGH,
    LINES,
    LOW,
    MISSED_EXTRA,
    MISSED_SHORTAGE,
    SHORTAGE_BESIDE_EXTRA,
    computed,
    difference,
    figure_title,
)
from raadsapp.services.scenario import TOGETHER, Scenario, scenario
from raadsapp.services.scenario_backtest import backtest
from raadsapp.services.scenario_derivation import asked_place, explain, is_printed, is_yearly
from raadsapp.services.scenario_questions import bands
from raadsapp.services.scenario_reconciliation import ReconciliationLine, reconciliation
from tests.core.model_page import HEERLEN, VOERENDAAL
from tests.core.shipped import dossier

_LINES = {line.key: line for line in reconciliation(dossier())}


def _asked(start: str = "budget", municipality: str = TOGETHER) -> Scenario:
    return scenario(dossier(), municipality, {"base_year": start})


def _why(asked: Scenario, quantity: str, year: int = 2022) -> Derivation:
    place = asked_place(dossier(), asked, quantity, year)
    band = bands(asked).of(asked, ("gap",)) if quantity in {LOW, HIGH} else None
    return explain(dossier(), asked, (place,), band)[0]


def _down(found: Derivation, asked: Scenario) -> Iterator[Derivation]:
    yield found
    for one in found.inputs:
        if one.place:
            yield from _down(explain(dossier(), asked, (one.place,))[0], asked)


@pytest.mark.parametrize("line", _LINES.values(), ids=_LINES.keys())
@pytest.mark.parametrize("municipality", [VOERENDAAL, HEERLEN, TOGETHER])
def test_each_line_of_the_reconciliation_opens_down_to_pages(
    line: ReconciliationLine, municipality: str
) -> None:
    asked = _asked(municipality=municipality)
    found, step = _why(asked, difference(line.key)), _why(asked, computed(line.key))
    assert found.value == pytest.approx(line.difference)
    assert (found.inputs[0].value, found.inputs[1].value) == pytest.approx((line.computed, line.published))
    assert step.value == pytest.approx(line.computed)
    assert line.computed_label in step.title
    assert is_printed(found.place)
    assert not is_yearly(found.place)
    assert not found.estimated
    for way in _down(found, asked):
        for one in way.inputs:
            assert one.place or all(source.place for source in one.sources)


def test_what_was_printed_says_whose_it_is_when_the_levers_are_about_others() -> None:
    here, elsewhere = (
        _why(_asked(municipality=VOERENDAAL), computed("besparing")),
        _why(_asked(municipality=HEERLEN), computed("besparing")),
    )
    assert here.title == LINES["besparing"][1]
    assert elsewhere.title == f"{here.title} in Voerendaal"
    assert derivation_text(elsewhere, dossier(), "").startswith(f"{elsewhere.title}: € 1.225.000\n")


def test_each_difference_of_looking_back_is_that_of_the_picture() -> None:
    for came, quantity in zip(backtest(dossier()).came_out, (MISSED_SHORTAGE, MISSED_EXTRA), strict=True):
        for one in came.expected:
            found = _why(_asked(one.start), quantity, one.year)
            assert found.value == pytest.approx(one.difference)
            assert str(one.year) in found.title
            assert found.estimated
            model = next(entry for entry in found.inputs if entry.place and entry.place.quantity == "gap")
            assert model.value == pytest.approx(one.value)


def test_the_margin_of_looking_back_is_that_of_the_picture() -> None:
    for one in backtest(dossier()).came_out[0].expected:
        if one.low is not None and one.high is not None:
            low, high = (_why(_asked(one.start), quantity, one.year) for quantity in (LOW, HIGH))
            assert (low.value, high.value) == pytest.approx((one.low, one.high))
            assert any("Getrokken van" in entry.note for entry in low.inputs)
            assert InputKind.DRAWN in {entry.kind for entry in high.inputs}


def test_a_margin_that_was_not_drawn_is_a_fault_of_the_program() -> None:
    asked = _asked()
    with pytest.raises(ValueError, match="gap_low"):
        explain(dossier(), asked, (Place(quantity=LOW, municipality=TOGETHER, year=2022),))


def test_where_the_article_contradicts_itself_each_amount_is_worked_out() -> None:
    asked = _asked()
    a_year, two, beside = (
        _why(asked, quantity) for quantity in (EXTRA_A_YEAR, EXTRA_TWO_YEARS, SHORTAGE_BESIDE_EXTRA)
    )
    assert a_year.value == pytest.approx(3_700_000 / 1.5)
    assert two.value == pytest.approx(1_850_000)
    assert beside.value == pytest.approx(3_000_000 - 3_700_000 / 1.5)
    for found in (a_year, two, beside):
        assert all(one.place or one.sources for one in found.inputs)
        assert all(one.standing is not Standing.ESTIMATE for one in found.inputs)
        assert not found.estimated


def test_every_figure_that_can_be_asked_has_a_name() -> None:
    assert figure_title("gap") == "Kosten min vast bedrag"
    assert figure_title(difference("besparing")) == "Verschil: Vast bedrag na de besparing"
