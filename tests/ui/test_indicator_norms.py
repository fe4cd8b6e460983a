"""A norm that the council set: recorded with its decision, withdrawn and taken back, never suggested."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from raadsapp.domain.goals import Polarity
from raadsapp.domain.norm import Norm
from raadsapp.services.norms import standing
from raadsapp.ui.pages.indicators.decisions import DecisionSection
from raadsapp.ui.pages.indicators.norm_form import NormForm
from raadsapp.ui.pages.indicators.page import IndicatorsPage
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.widgets.text import Text

SAFE, MONEY, TOGETHER = "IND-19", "IND-01", "IND-23"
OnScreen = Callable[[QWidget, int, int], None]


@pytest.fixture
def page(state: AppState, on_screen: OnScreen) -> IndicatorsPage:
    page = IndicatorsPage(state)
    on_screen(page, 1072, 742)
    page.open_item(SAFE)
    return page


@pytest.fixture
def norms(page: IndicatorsPage) -> DecisionSection:
    """The part of the page about norms of an indicator that has none."""
    assert page.detail is not None
    return page.detail.decisions


def opened(norms: DecisionSection) -> NormForm:
    norms.add_button.click()
    assert isinstance(norms.form, NormForm)
    return norms.form


def filled(norms: DecisionSection, value: str = "90", place: str = "GM0986") -> NormForm:
    form = opened(norms)
    form.value.setText(value)
    form.place.setCurrentIndex(form.place.findData(place))
    form.decision.setText("Besluit 2024-17")
    form.decided_on.line.setText("12-3-2024")
    form.by.setText("Griffie")
    return form


def texts(widget: QWidget) -> list[str]:
    return [text.plain_text for text in widget.findChildren(Text) if text.isVisible()]


def stored(state: AppState) -> tuple[Norm, ...]:
    return standing(state.session).norms


def test_without_a_decision_the_page_says_that_no_norm_is_drawn(norms: DecisionSection) -> None:
    assert any(words.startswith("De raad heeft hier nog geen norm voor gesteld.") for words in texts(norms))
    assert norms.rows == []


def test_nothing_is_filled_in_beforehand(norms: DecisionSection) -> None:
    form = opened(norms)
    assert (form.value.text(), form.decision.text(), form.by.text()) == ("", "", "")
    assert form.decided_on.blank
    assert form.place.currentIndex() == -1
    assert form.better.currentText() == "Daarover besloot de raad niet"
    assert QApplication.focusWidget() is form.value


def test_a_norm_is_kept_with_its_decision_and_stands_in_the_list(
    state: AppState, norms: DecisionSection, notices: list[Notice]
) -> None:
    filled(norms).save()
    (norm,) = stored(state)
    assert (norm.value, norm.of.municipality, norm.polarity) == (90.0, "GM0986", None)
    assert (norm.decision, norm.decided_on, norm.by) == ("Besluit 2024-17", date(2024, 3, 12), "Griffie")
    assert notices[-1].message == "De norm van Veiligheid op tijd is 90%, besloten op 12 maart 2024."
    (row,) = norms.rows
    assert texts(row) == [
        "Norm 90% · Voerendaal",
        "Besluit 2024-17, besloten op 12 maart 2024. Vastgelegd door Griffie.",
    ]
    assert norms.form is None
    assert QApplication.focusWidget() is norms.add_button
    assert opened(norms).by.text() == "Griffie"


def test_which_way_is_better_is_kept_where_the_council_decided_that(
    state: AppState, norms: DecisionSection
) -> None:
    form = filled(norms, "2,5", place="")
    form.better.setCurrentIndex(form.better.findData(Polarity.DOWN.value))
    form.save()
    (norm,) = stored(state)
    assert (norm.value, norm.of.municipality, norm.polarity) == (2.5, "", Polarity.DOWN)
    assert "Norm 2,5% · Alle gemeenten · lager is beter" in texts(norms.rows[0])


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_kept(
    state: AppState, norms: DecisionSection
) -> None:
    form = opened(norms)
    form.save()
    assert [
        form.value_field.fault,
        form.place_field.fault,
        form.decision_field.fault,
        form.date_field.fault,
        form.by_field.fault,
    ] == [
        "Vul de norm in.",
        "Kies voor wie het besluit geldt.",
        "Schrijf welk besluit van de raad dit is.",
        "Vul in wanneer de raad dit besloot.",
        "Schrijf wie dit vastlegt.",
    ]
    assert QApplication.focusWidget() is form.value
    form.value.setText("negentig")
    form.decided_on.line.setText("morgen")
    form.save()
    assert form.value_field.fault == "Dit is geen getal. Schrijf bijvoorbeeld 90 of 2,5."
    assert form.date_field.fault.startswith("Dit is geen datum.")
    form.decided_on.line.setText("1-1-2999")
    form.save()
    assert form.date_field.fault == "Deze datum ligt in de toekomst."
    assert stored(state) == ()


def test_a_norm_is_recorded_by_keyboard_alone(state: AppState, norms: DecisionSection) -> None:
    norms.add_button.setFocus()
    QTest.keyClick(norms.add_button, Qt.Key.Key_Space)
    for typed in ("90", None, "Besluit 7", "12-3-2024", "", "Griffie"):
        widget = QApplication.focusWidget()
        assert widget is not None
        if isinstance(widget, QComboBox):
            QTest.keyClick(widget, Qt.Key.Key_Down)
        elif typed:
            QTest.keyClicks(widget, typed)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    form = norms.form
    assert isinstance(form, NormForm)
    QTest.keyClick(form.value, Qt.Key.Key_Return)
    assert [norm.decision for norm in stored(state)] == ["Besluit 7"]


def test_escape_leaves_the_form_and_keeps_nothing(state: AppState, norms: DecisionSection) -> None:
    form = filled(norms)
    QTest.keyClick(form.value, Qt.Key.Key_Escape)
    assert norms.form is None
    assert stored(state) == ()
    assert QApplication.focusWidget() is norms.add_button


def test_every_field_has_a_name_for_who_does_not_see_it(norms: DecisionSection) -> None:
    form = opened(norms)
    for field in (form.value, form.place, form.better, form.decision, form.by, form.decided_on):
        assert field.accessibleName()
    assert form.value.accessibleName() == "Norm, in procent"


def test_withdrawing_and_its_undo(state: AppState, norms: DecisionSection, notices: list[Notice]) -> None:
    filled(norms).save()
    norms.rows[0].remove.click()
    assert stored(state) == ()
    assert norms.rows == []
    assert notices[-1].message == "De norm is ingetrokken."
    undo = notices[-1].undo
    assert undo
    undo()
    assert [norm.value for norm in stored(state)] == [90.0]
    assert len(norms.rows) == 1


def test_undoing_a_norm_brings_back_what_stood_before(
    state: AppState, norms: DecisionSection, notices: list[Notice]
) -> None:
    filled(norms).save()
    first = notices[-1].undo
    filled(norms, "95").save()
    second = notices[-1].undo
    assert [norm.value for norm in stored(state)] == [95.0]
    assert first
    assert second
    second()
    assert [norm.value for norm in stored(state)] == [90.0]
    first()
    assert stored(state) == ()


def test_what_cannot_be_withdrawn_any_more_is_said(
    state: AppState, norms: DecisionSection, notices: list[Notice]
) -> None:
    filled(norms).save()
    button = norms.rows[0].remove
    undo = notices[-1].undo
    assert undo
    undo()
    button.click()
    assert notices[-1].message.startswith("Dit besluit geldt niet meer.")
    assert stored(state) == ()


def test_on_an_earlier_day_nothing_can_be_set_or_withdrawn(state: AppState, norms: DecisionSection) -> None:
    filled(norms).save()
    state.set_as_of(date(2020, 1, 1))
    assert norms.rows == []
    assert not norms.add_button.isVisible()
    assert any("Stand van vandaag" in words for words in texts(norms))


def test_a_figure_of_all_municipalities_together_has_one_norm(
    page: IndicatorsPage, norms: DecisionSection
) -> None:
    together = next(one.key for one in page.state.session.catalog.indicators if one.together)
    page.open_item(together)
    form = opened(norms)
    assert (form.place.count(), form.place.currentText()) == (1, "Alle gemeenten")


def test_an_open_form_stays_while_other_things_change_and_goes_with_its_indicator(
    page: IndicatorsPage, norms: DecisionSection
) -> None:
    form = opened(norms)
    form.decision.setText("Besluit")
    page.refresh()
    assert norms.form is form
    page.open_item(MONEY)
    assert norms.form is None
