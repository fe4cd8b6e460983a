"""‘Waarom dit getal?’, goal seek and looking back: by mouse, by keyboard alone, and for a screen reader."""

from collections.abc import Callable
from math import inf

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QPainter, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.services.scenario_backtest import backtest
from raadsapp.services.scenario_region import TOGETHER
from raadsapp.services.scenario_words import outcome_words
from raadsapp.ui.pages.scenario import build
from raadsapp.ui.pages.scenario.backtest_bars import backtest_bars
from raadsapp.ui.pages.scenario.backtest_view import BacktestView
from raadsapp.ui.pages.scenario.page import ScenarioPage
from raadsapp.ui.pages.scenario.reason_panel import ReasonPanel
from raadsapp.ui.pages.scenario.seek_view import SeekView
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.widgets.chart_table import ChartTable
from raadsapp.ui.widgets.plot_drawing import Frame
from raadsapp.ui.widgets.range_chart import Curve, RangeChart, room_beside
from raadsapp.ui.widgets.text import Text

# The platform without a screen has no use for the size hints of windows, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

HEERLEN = "GM0917"


@pytest.fixture
def page(qtbot: QtBot, state: AppState, on_screen: Callable[[QWidget, int, int], None]) -> ScenarioPage:
    shown = build(state)
    on_screen(shown, 1080, 740)
    qtbot.waitUntil(shown.results.isVisible)
    return shown


@pytest.fixture
def reasons(page: ScenarioPage) -> ReasonPanel:
    """The explanation of the shortage of 2022."""
    page.reasons.take_question(("gap", 2022))
    return page.reasons.panel


def _texts(widget: QWidget) -> list[str]:
    return [text.plain_text for text in widget.findChildren(Text) if not text.isHidden()]


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, key, modifier)


def _step(panel: ReasonPanel, label: str) -> QAbstractButton:
    return next(step for step in panel.inputs.steps if step.input.label == label)


def test_a_figure_is_explained_in_words_as_a_formula_and_filled_in(reasons: ReasonPanel) -> None:
    said = _texts(reasons)
    assert "Kosten min vast bedrag, 2022" in said
    assert "€ 304.819" in said
    assert "Haal het vaste bedrag af van wat de hulp kost. Boven nul is het een tekort." in said
    assert "T = K − V" in said
    assert "1.504.819,28 − 1.200.000 = 304.819,28" in said


def test_the_explanation_takes_the_place_of_the_results_until_escape(page: ScenarioPage) -> None:
    why = next(button for button in page.headline.findChildren(QAbstractButton) if button.isVisible())
    why.setFocus()
    why.click()
    assert page.reasons.panel.isVisible()
    assert not page.results.isVisible()
    _press(Qt.Key.Key_Escape)
    assert not page.reasons.panel.isVisible()
    assert page.results.isVisible()
    assert QApplication.focusWidget() is why


def test_with_the_keyboard_alone_one_gets_down_to_a_fact_with_its_place_and_back(
    reasons: ReasonPanel,
) -> None:
    assert QApplication.focusWidget() is reasons.inputs.steps[0]
    QTest.keyClick(_step(reasons, "Kosten van de hulp, 2022"), Qt.Key.Key_Return)
    QTest.keyClick(_step(reasons, "Overige kosten, 2022"), Qt.Key.Key_Space)
    assert [place.quantity for place in reasons.trail] == ["gap", "demand_cost", "other_cost"]
    said = _texts(reasons)
    assert "Subsidie aan Meander die in het vaste bedrag opgaat" in said
    assert "Bron: Rekenkamerrapport 2018, §4.1 Financieel" in said
    assert not reasons.inputs.steps
    _press(Qt.Key.Key_Backspace)
    assert QApplication.focusWidget() is _step(reasons, "Overige kosten, 2022")
    _press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert [place.quantity for place in reasons.trail] == ["gap"]


def test_alt_left_is_one_step_up_here_and_not_the_way_back_of_the_window(
    qtbot: QtBot, page: ScenarioPage, reasons: ReasonPanel
) -> None:
    went_back: list[bool] = []
    QShortcut(QKeySequence("Alt+Left"), page).activated.connect(lambda: went_back.append(True))
    reasons.inputs.steps[0].click()
    _press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.wait(10)
    assert not went_back
    assert len(reasons.trail) == 1


def test_the_trail_leads_back_up_at_once(reasons: ReasonPanel) -> None:
    reasons.inputs.steps[0].click()
    reasons.inputs.steps[0].click()
    crumbs = [
        button
        for button in reasons.head.findChildren(QAbstractButton)
        if "Terug naar" in button.accessibleName() and button.isVisible()
    ]
    assert [button.text() for button in crumbs] == [
        "Kosten min vast bedrag, 2022",
        "Kosten van de hulp, 2022",
    ]
    crumbs[0].click()
    assert len(reasons.trail) == 1
    reasons.head.back.click()
    assert reasons.isHidden()


def test_back_from_the_figure_that_was_asked_for_closes(reasons: ReasonPanel) -> None:
    _press(Qt.Key.Key_Backspace)
    assert reasons.isHidden()


def test_the_explanation_follows_the_levers(qtbot: QtBot, page: ScenarioPage, reasons: ReasonPanel) -> None:
    before = reasons.inputs.steps[0]
    page.scenario.set_lever("demand_growth", 5.0)
    qtbot.waitUntil(lambda: "€ 304.819" not in _texts(reasons))
    assert reasons.inputs.steps[0] is before
    assert before.accessibleName() == f"Kosten van de hulp, 2022, {before.input.shown}"
    assert before.input.shown in _texts(reasons)


def test_another_year_is_explained_along_the_same_way(reasons: ReasonPanel) -> None:
    reasons.inputs.steps[0].click()
    reasons.head.years.setCurrentIndex(reasons.head.years.findData(2024))
    reasons.head.years.activated.emit(reasons.head.years.currentIndex())
    assert [place.year for place in reasons.trail] == [2024, 2024]
    assert "Kosten van de hulp, 2024" in _texts(reasons)


def test_a_year_that_lies_outside_of_the_way_starts_a_new_one(page: ScenarioPage) -> None:
    panel = page.reasons.panel
    page.reasons.take_question(("backlog", 2020))
    _step(panel, "Wachtrij, 2019").click()
    panel.head.years.setCurrentIndex(panel.head.years.findData(2026))
    panel.head.years.activated.emit(panel.head.years.currentIndex())
    assert [(place.quantity, place.year) for place in panel.trail] == [("backlog", 2026)]


def test_what_has_no_year_offers_none(page: ScenarioPage) -> None:
    panel = page.reasons.panel
    page.reasons.take_question(("unit_cost", 2022))
    assert not panel.head.years.isHidden()
    panel.inputs.steps[0].click()
    assert "Prijs van een arrangement, startpunt" in _texts(panel)
    assert panel.head.years.isHidden()


def test_another_municipality_is_explained_from_the_start_and_marked_as_an_estimate(
    qtbot: QtBot, page: ScenarioPage, reasons: ReasonPanel
) -> None:
    reasons.inputs.steps[0].click()
    page.scenario.set_municipality(HEERLEN)
    qtbot.waitUntil(lambda: reasons.trail[0].municipality == HEERLEN)
    assert [place.quantity for place in reasons.trail] == ["gap"]
    marks = [
        label.text()
        for label in reasons.findChildren(QWidget)
        if hasattr(label, "text") and label.isVisible()
    ]
    assert any("opgeschaald" in mark for mark in marks)


def test_all_together_leads_on_to_each_municipality(page: ScenarioPage) -> None:
    page.scenario.set_municipality(TOGETHER)
    page.reasons.take_question(("lumpsum", 2022))
    panel = page.reasons.panel
    assert [step.input.label for step in panel.inputs.steps] == [
        "Vast bedrag in Voerendaal, 2022",
        "Vast bedrag in Heerlen, 2022",
        "Vast bedrag in Landgraaf, 2022",
    ]


def test_the_explanation_can_be_copied_as_text(reasons: ReasonPanel, notices: list[Notice]) -> None:
    reasons.inputs.steps[1].click()
    reasons.head.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Vast bedrag, 2022, Voerendaal: € 1.200.000\n")
    assert "– V₀ = Plafondbedrag (vast bedrag voor JenS) 2019: € 1.450.000" in copied
    assert "  Bron: Rekenkamerrapport 2018, §4.1 Financieel" in copied
    assert "– i = Vast bedrag stijgt mee: 0,0% per jaar (beleid)" in copied
    assert notices[-1].message == "De uitleg is gekopieerd."


def test_everything_in_the_explanation_has_a_name(reasons: ReasonPanel) -> None:
    assert reasons.accessibleName() == "Waarom dit getal? Kosten min vast bedrag, 2022: € 304.819"
    for button in reasons.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text()
    assert reasons.head.years.accessibleName()


def test_a_chart_card_opens_the_explanation_of_its_figure(page: ScenarioPage) -> None:
    page.results.view.reason_asked.emit(("waiting_weeks", 2023))
    assert page.reasons.panel.isVisible()
    assert page.reasons.panel.trail[0].quantity == "waiting_weeks"


def test_every_headline_figure_opens_its_explanation(page: ScenarioPage) -> None:
    whys = [
        button
        for button in page.headline.findChildren(QAbstractButton)
        if button.accessibleName().startswith("Waarom dit getal?")
    ]
    opened = []
    for why in whys:
        why.click()
        opened.append(page.reasons.panel.trail[0].quantity)
    assert opened == ["gap", "share_fits", "waiting_weeks"]
    whys[1].click()
    said = _texts(page.reasons.panel)
    assert "hooguit 1 van de 100" in said
    assert any(text.startswith("Getrokken van") for text in said)


# Goal seek


@pytest.fixture
def seek(page: ScenarioPage) -> SeekView:
    page.results.tabs.open(page.results.tabs.titles.index(SeekView.title))
    shown = page.results.view
    assert isinstance(shown, SeekView)
    return shown


def test_the_answer_is_a_sentence_and_one_step_on_the_lever(page: ScenarioPage, seek: SeekView) -> None:
    assert seek.answer.plain_text.startswith(
        "Met ‘Extra geld voor JenS’ op € 304.819 per jaar is het saldo in 2022 € 0. In 2022 hoeft bijna"
    )
    seek.set_button.click()
    assert float(page.scenario.value("extra_budget")) == pytest.approx(304_819, abs=1)
    page.scenario.work_out_if_due()
    assert not seek.set_button.isEnabled()
    page.scenario.undo()
    assert page.scenario.value("extra_budget") == 0


def test_the_keyboard_stays_with_the_question_once_the_answer_is_set(
    page: ScenarioPage, seek: SeekView
) -> None:
    seek.set_button.setFocus()
    seek.set_button.click()
    page.scenario.work_out_if_due()
    assert seek.asked.levers.hasFocus()


def test_no_value_in_the_range_is_an_answer_too(seek: SeekView) -> None:
    seek.asked.amount.setText("€ 5.000.000")
    QTest.keyClick(seek.asked.amount, Qt.Key.Key_Return)
    assert seek.answer.plain_text.startswith("Geen waarde in dit bereik doet dat")
    assert not seek.set_button.isEnabled()


def test_what_is_no_number_is_said_at_the_field(seek: SeekView) -> None:
    seek.asked.amount.setText("veel")
    QTest.keyClick(seek.asked.amount, Qt.Key.Key_Return)
    assert "Vul een getal in, zoals 0." in _texts(seek.asked)
    assert seek.asked.target == 0
    seek.asked.amount.setText("0")
    QTest.keyClick(seek.asked.amount, Qt.Key.Key_Return)
    assert "Vul een getal in, zoals 0." not in _texts(seek.asked)


def test_another_outcome_begins_with_an_amount_of_its_own(seek: SeekView) -> None:
    asked = seek.asked
    asked.outcomes.setCurrentIndex(asked.outcomes.findData("clients"))
    asked.outcomes.activated.emit(asked.outcomes.currentIndex())
    assert asked.target == 250
    assert asked.amount.text() == "250"
    assert "het aantal cliënten" in seek.answer.plain_text


def test_waiting_is_not_offered_and_why_is_said(seek: SeekView) -> None:
    offered = [seek.asked.levers.itemData(place) for place in range(seek.asked.levers.count())]
    assert "waiting_share" not in offered
    assert any("Jeugdwet, artikel 2.3" in text for text in _texts(seek))


def test_the_answer_and_the_break_even_follow_the_levers(page: ScenarioPage, seek: SeekView) -> None:
    before = seek.prevention.plain_text
    assert before.startswith("Bij bijvoorbeeld € 50.000 preventie per jaar")
    page.scenario.apply({"prevention_budget": 100_000.0, "extra_budget": 100_000.0}, "samen")
    page.scenario.work_out_if_due()
    assert seek.prevention.plain_text.startswith("Bij € 100.000 preventie per jaar")
    assert "Met ‘Extra geld voor JenS’" in seek.answer.plain_text


def test_the_outcome_that_is_sought_is_explained_in_its_year(page: ScenarioPage, seek: SeekView) -> None:
    seek.asked.years.setCurrentIndex(seek.asked.years.findData(2024))
    seek.asked.outcomes.setCurrentIndex(seek.asked.outcomes.findData("clients"))
    seek.asked.outcomes.activated.emit(seek.asked.outcomes.currentIndex())
    (reason,) = (one for one in seek.card.findChildren(QPushButton) if one.text() == "Waarom dit getal?")
    reason.click()
    assert [(place.quantity, place.year) for place in page.reasons.panel.trail] == [("clients", 2024)]


def test_the_curve_is_read_by_keyboard_and_shown_as_a_table(qtbot: QtBot, seek: SeekView) -> None:
    chart = seek.card.place.fill()
    assert isinstance(chart, RangeChart)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.spoken(chart.count() - 1) == "Extra geld voor JenS € 600.000 per jaar; Saldo € 295.181"
    assert chart.reading == chart.count() - 1
    assert len(chart.table().rows) == 11
    qtbot.waitUntil(lambda: chart.width() > 0)
    assert chart.point_at(QPoint(chart.width() - 30, chart.height() // 2).toPointF()) is not None
    assert chart.point_at(QPoint(2, 2).toPointF()) is None


@pytest.mark.parametrize("outcomes", [(-300.0, -100.0, 100.0, 300.0), (300.0, 100.0, -100.0, -300.0)])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.98])
def test_the_name_of_the_found_value_stays_off_the_lines(outcomes: tuple[float, ...], share: float) -> None:
    target = outcomes[0] + share * (outcomes[-1] - outcomes[0])
    curve = Curve(
        values=(0.0, 1.0, 2.0, 3.0),
        outcomes=outcomes,
        target=target,
        now=(0.0, outcomes[0]),
        found=(3 * share, target),
        level=str,
        place=str,
        written=str,
        names=("Schuif", "Saldo"),
        table=ChartTable((), ()),
    )
    frame = Frame(QRectF(60, 20, 400, 200), 0, 3, -400, 400)
    point = QPointF(frame.x(3 * share), frame.y(target))
    room = room_beside(frame, curve, point, QSizeF(110, 16))
    assert frame.area.contains(room)
    assert not room.top() <= point.y() <= room.bottom()
    for step in range(301):
        on_line = frame.y(outcomes[0] + step / 300 * (outcomes[-1] - outcomes[0]))
        assert not room.contains(QPointF(frame.x(step / 100), on_line))


def _straight(now: float, found: float, place: Callable[[float], str]) -> Curve:
    """A curve on which the outcome is the value itself."""
    return Curve(
        values=(0.0, 1.0, 2.0, 3.0),
        outcomes=(0.0, 1.0, 2.0, 3.0),
        target=found,
        now=(now, now),
        found=(found, found),
        level=str,
        place=place,
        written=str,
        names=("Schuif", "Saldo"),
        table=ChartTable((), ()),
    )


def _painted(qtbot: QtBot, curve: Curve) -> QImage:
    chart = RangeChart()
    qtbot.addWidget(chart)
    chart.resize(480, 260)
    chart.show_curve(curve)
    image = QImage(480, 260, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    chart.paint_on(painter, QRectF(0, 0, 480, 260))
    painter.end()
    return image


def test_a_lever_that_stands_at_the_answer_has_one_name_there(qtbot: QtBot) -> None:
    together = _painted(qtbot, _straight(1.5, 1.5, str))
    named = _painted(qtbot, _straight(0.0, 1.5, "nu: {}".format))
    beside = QRect(270, 0, 210, 195)  # at the right of the point and above the axis
    assert together.copy(beside) == named.copy(beside)


@pytest.mark.parametrize("away", [0.0, 4.0, 12.0, 30.0])
def test_a_name_stays_off_the_name_of_a_point_that_is_near(away: float) -> None:
    curve = _straight(1.5, 1.5, str)
    frame = Frame(QRectF(60, 20, 400, 200), 0, 3, 0, 3)
    point = QPointF(frame.x(1.5), frame.y(1.5))
    taken = room_beside(frame, curve, point, QSizeF(110, 16))
    assert not room_beside(frame, curve, point + QPointF(away, 0), QSizeF(14, 16), taken).intersects(taken)


def test_a_curve_without_an_end_and_without_an_answer_can_be_painted(qtbot: QtBot) -> None:
    chart = RangeChart()
    qtbot.addWidget(chart)
    assert (chart.count(), chart.table().rows, chart.spoken(0)) == (0, (), "")
    chart.resize(400, 240)
    words = outcome_words("waiting_weeks")
    chart.show_curve(
        Curve(
            values=(0.0, 1.0, 2.0, 3.0),
            outcomes=(inf, inf, 30.0, 20.0),
            target=10.0,
            now=(0.0, inf),
            found=None,
            level=str,
            place=str,
            written=str,
            names=("Schuif", words.title),
            table=ChartTable((), ()),
        )
    )
    image = QImage(400, 240, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    chart.paint_on(painter, QRectF(0, 0, 400, 240))
    painter.end()
    assert any(image.pixelColor(x, 100) != Qt.GlobalColor.white for x in range(400))


# Looking back


@pytest.fixture
def back(page: ScenarioPage) -> BacktestView:
    page.results.tabs.open(page.results.tabs.titles.index(BacktestView.title))
    shown = page.results.view
    assert isinstance(shown, BacktestView)
    return shown


def test_looking_back_shows_each_published_amount_beside_every_start(back: BacktestView) -> None:
    shortage, extra = (card.words.title for card in back.cards)
    assert shortage.startswith("Met de begroting van 2018 geeft het model € 255.000 tekort in 2020.")
    assert shortage.endswith("Het werd ongeveer € 3,0 miljoen.")
    assert extra.endswith("De gemeenten gaven € 2,5 miljoen per jaar extra.")
    for card in back.cards:
        assert card.words.mark.startswith("schatting")
        assert "Artikel 2021" in card.words.source


def test_the_difference_stands_on_its_own_in_picture_and_table(back: BacktestView) -> None:
    came = backtest(back.scenario.catalog).came_out[0]
    bars = backtest_bars(came)
    assert bars.line == 3_000_000
    assert [row.heading for row in bars.rows if row.heading] == ["Tekort in 2020", "Tekort in 2022"]
    assert bars.rows[0].bars[0].note == "verschil +€ 2,7 miljoen"
    assert bars.rows[0].spoken.endswith("; verschil +€ 2,7 miljoen")
    assert bars.table.rows[1] == ("2020", "2015", -1959990, "", "", 3000000, 4959990)


def test_looking_back_says_surplus_and_chance_in_plain_words(back: BacktestView) -> None:
    for came in backtest(back.scenario.catalog).came_out:
        bars = backtest_bars(came)
        assert "Tekort: 1 op de 10 lager dan" in bars.table.columns
        for row, one in zip(bars.rows, came.expected, strict=True):
            assert ("overschot" in row.spoken) == (one.value < 0)
    assert not any("P10" in text for text in _texts(back))


def test_what_a_source_covers_and_where_it_contradicts_itself_is_said(back: BacktestView) -> None:
    said = _texts(back)
    assert "Het tekort van JenS, voor de drie gemeenten samen." in said
    assert any(text.startswith("Het artikel zegt ‘anderhalf jaar’ en ook") for text in said)


def test_looking_back_does_not_follow_the_levers_but_other_figures(
    page: ScenarioPage, back: BacktestView
) -> None:
    before = back.cards[0]
    page.scenario.set_lever("demand_growth", 5.0)
    page.scenario.work_out_if_due()
    assert back.cards[0] is before
