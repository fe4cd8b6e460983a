"""The raadsakkoord on screen: made from a scenario, held against figures, changed, undone, on paper."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.domain.agreement import Agreement, Side
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import period_of_code
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.services import agreements, saved_scenarios
from raadsapp.services.scenario import scenario
from raadsapp.store import batches
from raadsapp.ui.pages.data.page import DataPage
from raadsapp.ui.pages.scenario.agreement_form import FROM_LEVERS, AgreementForm
from raadsapp.ui.pages.scenario.agreement_view import AgreementView
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.pages.scenario.words_form import retype, typed
from raadsapp.ui.state import AppState, Notice, Place
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.text import Text

VOERENDAAL, HEERLEN = "GM0986", "GM0917"
TODAY = date.today()  # noqa: DTZ011 - what is late depends on the day of the test
NEXT_YEAR = TODAY + timedelta(days=365)

Shown = Callable[..., AgreementView]


@pytest.fixture
def shown(state: AppState, levers: ScenarioSession, on_screen: Callable[[QWidget, int, int], None]) -> Shown:
    def show(width: int = 1100) -> AgreementView:
        view = AgreementView(state, levers)
        on_screen(view, width, 800)
        return view

    return show


def kept(state: AppState, name: str, municipality: str = VOERENDAAL) -> SavedScenario:
    asked = scenario(state.session.catalog, municipality, {"demand_growth": 3.0})
    new = saved_scenarios.of(state.session, asked, name=name, made_on=TODAY)
    return saved_scenarios.save(state.session, new)[0]


def agreed(
    state: AppState,
    indicator: str = "IND-06",
    limit: float = 8.0,
    *,
    saved: SavedScenario | None = None,
    municipality: str = VOERENDAAL,
    review_on: date = NEXT_YEAR,
) -> Agreement:
    agreement = Agreement(
        municipality=municipality,
        scenario=saved.number if saved else 0,
        scenario_name=saved.name if saved else "",
        indicator=indicator,
        side=Side.ABOVE,
        limit=limit,
        response="Het college komt met een voorstel.",
        owner="Wethouder jeugd",
        review_on=review_on,
        made_on=date(2026, 6, 7),
    )
    return agreements.save(state.session, agreement)[0]


def measured(state: AppState, value: float, indicator: str = "IND-06") -> None:
    key = ObservationKey(indicator, VOERENDAAL, period_of_code("2026KW03"), "")
    batches.add(
        state.session.store,
        file="kwartaal.csv",
        sha256=f"{indicator}{value}",
        layout="proef",
        by="griffie",
        at=datetime(2026, 10, 1, tzinfo=UTC),
        observations=[Observation(key, value, Status.FINAL, "Kwartaalrapport 2026-3")],
    )


def form_of(view: AgreementView) -> AgreementForm:
    assert view.form is not None
    return view.form


def writing(view: AgreementView) -> bool:
    return view.form is not None


def fill_in(form: AgreementForm, limit: str = "8") -> None:
    form.indicator.setCurrentIndex(form.indicator.findData("IND-06"))
    retype(form.limit, limit)
    retype(form.response, "Het college komt met een voorstel.")
    retype(form.owner, "Wethouder jeugd")
    form.review_on.show_day(NEXT_YEAR)


def texts(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(text.plain_text for text in widget.findChildren(Text) if text.isVisible())


def badges(widget: QWidget) -> list[str]:
    return [badge.text() for badge in widget.findChildren(Badge)]


def press(key: Qt.Key, *, ctrl: bool = False) -> None:
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focused, key, modifier)


def test_without_an_agreement_the_page_says_what_one_is_and_what_it_is_not(shown: Shown) -> None:
    view = shown()
    assert "Voor Voerendaal is nog niets afgesproken." in texts(view)
    assert "iets anders dan risico delen met JenS" in texts(view)
    assert "‘Eigen risico van JenS’" in texts(view)
    assert view.add_button.isVisible()
    assert not view.pdf_button.isVisible()
    assert not view.print_button.isVisible()


def test_an_agreement_is_made_from_a_saved_scenario(
    shown: Shown, state: AppState, notices: list[Notice]
) -> None:
    saved = kept(state, "Groei")
    view = shown()
    view.begin(saved.number)
    form = form_of(view)
    assert form.scenario.currentText() == "Groei"
    assert not form.name.isVisible()
    fill_in(form, "7,5")
    form.save()
    (made,) = agreements.list_agreements(state.session)
    assert (made.scenario, made.scenario_name, made.limit, made.side) == (
        saved.number,
        "Groei",
        7.5,
        Side.ABOVE,
    )
    row = view.rows[made.number]
    assert "Wachttijd tot de start boven 7,5 weken" in texts(row)
    assert "Gemaakt bij het scenario: Groei" in texts(row)
    assert badges(row) == ["niet te zeggen"]
    assert row.edit.hasFocus()
    assert notices[-1].undo is not None
    notices[-1].undo()
    assert agreements.list_agreements(state.session) == ()


def test_what_is_on_the_levers_is_saved_first_and_undone_together(
    shown: Shown, state: AppState, levers: ScenarioSession, notices: list[Notice]
) -> None:
    levers.set_lever("demand_growth", 4.0)
    view = shown()
    view.add_button.click()
    form = form_of(view)
    assert form.scenario.currentData() == FROM_LEVERS
    fill_in(form)
    form.save()
    assert form.name.fault == "Geef het scenario een naam."
    retype(form.name, "Vraag groeit")
    form.save()
    (saved,) = saved_scenarios.list_scenarios(state.session)
    (made,) = agreements.list_agreements(state.session)
    assert (saved.name, dict(saved.settings)["demand_growth"]) == ("Vraag groeit", 4.0)
    assert (made.scenario, made.scenario_name) == (saved.number, "Vraag groeit")
    assert notices[-1].message == "Scenario en afspraak bewaard."
    assert notices[-1].undo is not None
    notices[-1].undo()
    assert saved_scenarios.list_scenarios(state.session) == ()
    assert agreements.list_agreements(state.session) == ()


def test_an_agreement_moves_to_what_is_on_the_levers_and_back(
    shown: Shown, state: AppState, notices: list[Notice]
) -> None:
    before = agreed(state, saved=kept(state, "Groei"))
    view = shown()
    view.rows[before.number].edit.click()
    form = form_of(view)
    form.scenario.setCurrentIndex(form.scenario.findData(FROM_LEVERS))
    retype(form.name, "Zoals het nu staat")
    form.save()
    (after,) = agreements.list_agreements(state.session)
    assert after.scenario_name == "Zoals het nu staat"
    assert notices[-1].undo is not None
    notices[-1].undo()
    assert agreements.list_agreements(state.session) == (before,)
    assert [one.name for one in saved_scenarios.list_scenarios(state.session)] == ["Groei"]


@pytest.mark.parametrize(
    ("value", "state_words", "sentence"),
    [
        (9.5, "teken bereikt", "was 9,5 weken in 3e kwartaal 2026"),
        (6.0, "teken niet bereikt", "was 6 weken in 3e kwartaal 2026"),
        (None, "niet te zeggen", "zijn er nog geen cijfers"),
    ],
)
def test_where_a_sign_stands_is_said_in_words_with_the_figure_and_its_source(
    shown: Shown, state: AppState, value: float | None, state_words: str, sentence: str
) -> None:
    made = agreed(state)
    if value is not None:
        measured(state, value)
    view = shown()
    row = view.rows[made.number]
    assert badges(row) == [state_words]
    assert row.accessibleName().endswith(state_words)
    assert sentence in texts(row)
    assert ("Bron: Kwartaalrapport 2026-3" in texts(row)) is (value is not None)


def test_a_measured_figure_says_where_it_comes_from_and_leads_to_its_delivery(
    shown: Shown, state: AppState
) -> None:
    made = agreed(state)
    measured(state, 9.25)
    places: list[Place] = []
    state.on_place(places.append)
    row = shown().rows[made.number]
    row.why.click()
    said = texts(row)
    assert "9,25 weken" in said
    assert "3e kwartaal 2026" in said
    assert "Kwartaalrapport 2026-3" in said
    assert "‘kwartaal.csv’, ingelezen op 1 oktober 2026 door griffie" in said
    assert "definitief" in said
    row.delivery.click()
    assert [place.page for place in places] == ["data"]
    assert row.delivery.text() == f"Open levering {places[0].item}"
    row.why.click()
    assert "kwartaal.csv" not in texts(row)


def test_the_page_of_deliveries_opens_the_one_that_brought_the_figure(qtbot: QtBot, state: AppState) -> None:
    measured(state, 9.25)
    number = max(batch.number for batch in batches.all_batches(state.session.store))
    page = DataPage(state)
    qtbot.addWidget(page)
    page.show()
    page.open_item(str(number))
    opened = page.history.detail
    assert opened is not None
    assert opened.batch.number == number
    page.open_item("")
    assert page.history.detail is None


def test_without_a_figure_there_is_nothing_to_explain(shown: Shown, state: AppState) -> None:
    made = agreed(state)
    row = shown().rows[made.number]
    assert not row.why.isVisible()


def test_the_page_says_how_many_signs_are_reached_and_which_reviews_are_late(
    shown: Shown, state: AppState
) -> None:
    agreed(state, "IND-01", 105.0, review_on=date(2026, 6, 8))
    agreed(state)
    measured(state, 9.5)
    view = shown()
    assert "2 afspraken voor Voerendaal. Bij 1 is het teken bereikt." in texts(view)
    late, on_time = view.rows.values()
    assert "opnieuw bekijken: te laat" in badges(late)
    assert "opnieuw bekijken: te laat" not in badges(on_time)


def test_what_is_missing_is_said_beside_each_field_and_nothing_typed_is_lost(
    shown: Shown, state: AppState
) -> None:
    kept(state, "Groei")
    view = shown()
    view.begin(1)
    form = form_of(view)
    retype(form.limit, "veel")
    retype(form.response, "We doen iets.")
    form.review_on.line.setText("1-1-2020")
    form.save()
    assert form.limit.fault == "Dit is geen getal. Schrijf bijvoorbeeld 7,5."
    assert form.owner.fault == "Schrijf op wie dit doet."
    assert form.response.fault == ""
    assert form.review_field.fault == "Deze datum ligt vóór de afspraak."
    assert form.limit.field.hasFocus()
    form.review_on.line.setText("ooit")
    form.save()
    assert form.review_field.fault.startswith("Dit is geen datum.")
    form.review_on.line.setText("")
    form.save()
    assert form.review_field.fault.startswith("Vul in wanneer")
    assert (typed(form.limit), typed(form.response)) == ("veel", "We doen iets.")
    assert agreements.list_agreements(state.session) == ()


def test_an_agreement_that_is_gone_keeps_its_words_in_the_form(shown: Shown, state: AppState) -> None:
    made = agreed(state)
    view = shown()
    view.rows[made.number].edit.click()
    form = form_of(view)
    retype(form.response, "We doen iets anders.")
    agreements.remove(state.session, made.number)
    form.save()
    assert "Deze afspraak is er niet meer." in texts(form)
    form.scenario.setCurrentIndex(form.scenario.findData(FROM_LEVERS))
    retype(form.name, "Nu")
    form.save()
    assert view.form is form
    assert typed(form.response) == "We doen iets anders."
    assert saved_scenarios.list_scenarios(state.session) == ()


def test_an_agreement_is_changed_and_that_is_undone(
    shown: Shown, state: AppState, notices: list[Notice]
) -> None:
    before = agreed(state, saved=kept(state, "Groei"))
    view = shown()
    view.rows[before.number].edit.click()
    form = form_of(view)
    assert not form.changed
    assert (typed(form.limit), form.review_on.day) == ("8", NEXT_YEAR)
    retype(form.owner, "College")
    form.side.setCurrentIndex(1)
    form.save()
    (after,) = agreements.list_agreements(state.session)
    assert (after.owner, after.side, after.scenario_name) == ("College", Side.BELOW, "Groei")
    assert notices[-1].undo is not None
    notices[-1].undo()
    assert agreements.list_agreements(state.session) == (before,)


@pytest.mark.parametrize(("from_scenario", "words"), [(True, "Groei (verwijderd)"), (False, "Geen scenario")])
def test_an_agreement_keeps_a_scenario_that_is_gone_and_may_have_none(
    shown: Shown, state: AppState, words: str, *, from_scenario: bool
) -> None:
    saved = kept(state, "Groei")
    before = agreed(state, saved=saved if from_scenario else None)
    saved_scenarios.remove(state.session, saved.number)
    view = shown()
    view.rows[before.number].edit.click()
    form = form_of(view)
    assert form.scenario.currentText() == words
    form.save()
    assert agreements.list_agreements(state.session) == (before,)


def test_removing_is_undone_and_the_keyboard_stays_in_the_list(
    shown: Shown, state: AppState, notices: list[Notice]
) -> None:
    first, second = agreed(state, "IND-01", 105.0), agreed(state)
    view = shown()
    view.rows[first.number].remove.click()
    assert agreements.list_agreements(state.session) == (second,)
    assert view.rows[second.number].remove.hasFocus()
    assert notices[-1].undo is not None
    notices[-1].undo()
    assert set(agreements.list_agreements(state.session)) == {first, second}
    assert set(view.rows) == {first.number, second.number}


def test_an_agreement_that_was_removed_elsewhere_is_told(
    shown: Shown, state: AppState, notices: list[Notice]
) -> None:
    made = agreed(state)
    view = shown()
    agreements.remove(state.session, made.number)
    view.rows[made.number].remove.click()
    assert "Deze afspraak is er niet meer." in notices[-1].message


def test_the_unit_of_the_limit_follows_the_indicator(shown: Shown) -> None:
    view = shown()
    view.add_button.click()
    form = form_of(view)
    form.indicator.setCurrentIndex(form.indicator.findData("IND-06"))
    assert form.limit.field.accessibleName() == "Grens, in weken"
    form.indicator.setCurrentIndex(form.indicator.findData("IND-07"))
    assert form.limit.field.accessibleName() == "Grens, als aantal"


def test_escape_closes_the_form_only_while_nothing_was_filled_in(shown: Shown) -> None:
    view = shown()
    view.add_button.setFocus()
    press(Qt.Key.Key_Space)
    assert form_of(view).scenario.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not writing(view)
    assert view.add_button.hasFocus()
    view.add_button.click()
    form_of(view).indicator.setCurrentIndex(3)
    press(Qt.Key.Key_Escape)
    assert writing(view)
    assert "nog niet is bewaard" in texts(form_of(view))


def test_a_form_with_words_in_it_is_not_replaced_by_another(shown: Shown, state: AppState) -> None:
    saved = kept(state, "Groei")
    view = shown()
    view.add_button.click()
    form = form_of(view)
    retype(form.owner, "College")
    view.begin(saved.number)
    assert view.form is form
    assert typed(form.owner) == "College"


def test_ctrl_enter_saves_and_every_field_is_reached_in_order_with_a_name(
    shown: Shown, state: AppState
) -> None:
    kept(state, "Groei")
    view = shown()
    view.begin(1)
    form = form_of(view)
    fill_in(form)
    reached = [QApplication.focusWidget()]
    for _ in range(7):
        press(Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [
        form.scenario,
        form.indicator,
        form.side,
        form.limit.field,
        form.response.field,
        form.owner.field,
        form.review_on.line,
        form.review_on.button,
    ]
    assert all(widget is not None and widget.accessibleName() for widget in reached)
    form.response.field.setFocus()
    press(Qt.Key.Key_Return, ctrl=True)
    assert len(agreements.list_agreements(state.session)) == 1


def test_enter_on_a_button_of_the_form_is_a_click_on_it(shown: Shown) -> None:
    view = shown()
    view.add_button.click()
    cancel = next(one for one in form_of(view).findChildren(QPushButton) if one.text() == "Annuleren")
    cancel.setFocus()
    press(Qt.Key.Key_Return)
    assert not writing(view)


def test_the_agreements_follow_the_municipality_on_the_levers(
    shown: Shown, state: AppState, levers: ScenarioSession
) -> None:
    agreed(state)
    view = shown()
    levers.set_municipality(HEERLEN)
    levers.work_out()
    assert "Voor Heerlen is nog niets afgesproken." in texts(view)
    assert view.rows == {}


def test_an_agreement_from_a_scenario_of_another_municipality_is_one_of_that_municipality(
    shown: Shown, state: AppState, levers: ScenarioSession
) -> None:
    saved = kept(state, "Heerlen groeit", HEERLEN)
    view = shown()
    view.begin(saved.number)
    assert levers.asked.municipality == state.municipality == HEERLEN
    fill_in(form_of(view))
    form_of(view).save()
    (made,) = agreements.list_agreements(state.session)
    assert made.municipality == HEERLEN
    assert list(view.rows) == [made.number]


def test_a_scenario_that_is_gone_leaves_what_is_on_the_levers(shown: Shown) -> None:
    view = shown()
    view.begin(99)
    assert form_of(view).scenario.currentData() == FROM_LEVERS


def test_the_reader_is_led_back_to_the_levers(shown: Shown, qtbot: QtBot) -> None:
    view = shown()
    with qtbot.waitSignal(view.levers_asked):
        view.levers_button.click()


def test_the_raadsakkoord_is_saved_as_pdf_and_opened_to_print(
    shown: Shown, state: AppState, notices: list[Notice], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    agreed(state)
    path, opened = tmp_path / "akkoord.pdf", []
    answers = [str(path), str(path), str(path), str(tmp_path / "geen map" / "x.pdf"), ""]
    viewers = [True, False]

    def view_with(url: object) -> bool:
        opened.append(url)
        return viewers.pop(0)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (answers.pop(0), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", view_with)
    view = shown()
    view.pdf_button.click()
    assert path.read_bytes().startswith(b"%PDF")
    assert notices[-1].message == "Het raadsakkoord is bewaard als akkoord.pdf."
    view.print_button.click()
    assert notices[-1].message == "akkoord.pdf is bewaard en geopend. Druk het daar af."
    view.print_button.click()
    assert "geen programma" in notices[-1].message
    view.print_button.click()
    assert "kan niet worden bewaard" in notices[-1].message
    said = len(notices)
    view.pdf_button.click()
    assert len(notices) == said
    assert len(opened) == 2


def test_with_text_twice_as_large_nothing_is_wider_than_the_window(
    shown: Shown, qapp: QApplication, state: AppState
) -> None:
    agreed(state)
    apply_theme(qapp, Theme(scale=2.0))
    view = shown(760)
    view.rows[1].edit.click()
    QApplication.processEvents()
    for field in form_of(view).findChildren(QComboBox):
        assert field.mapTo(view, field.rect().topRight()).x() < view.width()
