from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.domain.case import Case, Check, Choice, Consequence, Label, Step
from raadsapp.domain.goals import System
from raadsapp.services.opening import Session
from raadsapp.services.scenario import TOGETHER, scenario
from raadsapp.services.search import search
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.pages import cases
from raadsapp.ui.pages.cases.page import CasesPage
from raadsapp.ui.pages.cases.walk_view import WalkView
from raadsapp.ui.pages.scenario.page import ScenarioPage
from raadsapp.ui.state import AppState, Place
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Mode, Theme
from raadsapp.ui.widgets.badge import Badge, StandingBadge
from raadsapp.ui.widgets.big_choice import BigChoice
from raadsapp.ui.widgets.link_button import LinkButton
from raadsapp.ui.widgets.text import Text

ALT = Qt.KeyboardModifier.AltModifier

Shown = Callable[..., CasesPage]
UNCHECKED = "nog niet getoetst door een tweede lezer"


def consequence(steps: int, text: str) -> Consequence:
    return Consequence(steps, text)


def choice(key: str, to: str, child: int = 0, **more: Consequence) -> Choice:
    return Choice(
        key=key,
        text=f"Kies {key}",
        to=to,
        child=consequence(child, f"Kind bij {key}."),
        time=consequence(1, f"Tijd bij {key}."),
        money=consequence(2, f"Geld bij {key}."),
        **more,
    )


@pytest.fixture
def case(session: Session) -> Case:
    """A case of two steps and two ends; its money went otherwise in the old system."""
    shipped = session.catalog.cases[0]
    first = Step(
        key="begin",
        title="De eerste vraag",
        text="Wachten: {waiting_share} van een tekort.",
        decides="De ouders.",
        rule="Een regel.",
        old="Oud: een beschikking.",
        new="Nieuw: één plan.",
        choices=(
            choice("groep", "later", 1, money_old=consequence(-1, "Vroeger goedkoper.")),
            choice("thuis", "later", 2),
            choice("niets", "slot", -2),
        ),
    )
    later = replace(
        first,
        key="later",
        title="Na acht weken",
        text="Zij kijken terug.",
        choices=(choice("stoppen", "slot", 1), choice("meer", "door", 1)),
    )
    ends = (
        Step(key="slot", title="Zonder hulp", text="Het gaat.", end=True),
        Step(key="door", title="Met hulp", text="De hulp gaat door.", end=True),
    )
    return replace(
        shipped,
        key="VC-99",
        title="Een proef",
        steps=(first, later, *ends),
        check=None,
        label=Label.FICTIONAL,
    )


@pytest.fixture
def state(state: AppState, case: Case) -> AppState:
    """The shipped dossier with the case of the test in front."""
    session = state.session
    catalog = replace(session.catalog, cases=(case, *session.catalog.cases))
    state.session = replace(session, catalog=catalog)
    return state


@pytest.fixture
def places(state: AppState) -> list[Place]:
    asked: list[Place] = []
    state.on_place(asked.append)
    return asked


@pytest.fixture
def shown(qtbot: QtBot, state: AppState) -> Shown:
    def show(width: int = 1180, height: int = 740) -> CasesPage:
        page = cases.build(state)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        QApplication.processEvents()
        return page

    return show


@pytest.fixture
def walk(shown: Shown, case: Case) -> WalkView:
    page = shown()
    page.open_item(case.key)
    QApplication.processEvents()
    assert page.walk
    return page.walk


def told(widget: QWidget) -> str:
    QApplication.processEvents()  # what was just made is seen in the next turn
    return "\n".join(text.plain_text for text in widget.findChildren(Text) if text.isVisible())


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)
    QApplication.processEvents()


def path(walk: WalkView) -> tuple[str, ...]:
    assert walk.walk
    return walk.walk.path


def marks(widget: QWidget) -> list[str]:
    return [badge.text() for badge in widget.findChildren(Badge) if badge.isVisible()]


def drawn(walk: WalkView) -> list[tuple[int, ...]]:
    return [line.drawn.values for line in walk.side.lines.lines]


def test_the_list_has_every_case_with_where_it_begins_what_it_shows_and_its_mark(
    shown: Shown, state: AppState
) -> None:
    page = shown()
    assert list(page.list.rows) == [case.key for case in state.session.catalog.cases]
    for case in state.session.catalog.cases:
        row = page.list.rows[case.key]
        assert case.title in told(row)
        assert "Begint bij: " in told(row)
        assert "Laat zien: " in told(row)
        assert marks(row) == [case.label]
        assert row.accessibleName().startswith(case.label)


def test_a_row_opens_its_case_by_keyboard(shown: Shown, places: list[Place]) -> None:
    page = shown()
    page.list.focus_case("VC-99")
    press(Qt.Key.Key_Return)
    assert places == [Place("cases", "VC-99")]


def test_a_dossier_without_cases_says_how_they_come(shown: Shown, state: AppState) -> None:
    state.session = replace(state.session, catalog=replace(state.session.catalog, cases=()))
    page = shown()
    assert "nog geen voorbeeldcasussen" in told(page)
    assert not page.list.rows


def test_a_case_begins_with_its_situation_its_first_step_and_the_first_choice_has_the_keyboard(
    walk: WalkView, case: Case
) -> None:
    words = told(walk)
    for part in (case.situation, "De eerste vraag", "Nieuw: één plan.", "De ouders.", "Een regel."):
        assert part in words
    here = QApplication.focusWidget()
    assert isinstance(here, BigChoice)
    assert here.accessibleName() == "Keuze 1: Kies groep"


def test_a_case_is_walked_to_its_end_by_numbers_and_enter(walk: WalkView, case: Case) -> None:
    press(Qt.Key.Key_2)
    assert path(walk) == ("thuis",)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert path(walk) == ("thuis", "meer")
    assert "Einde van dit pad" in told(walk)
    for question in case.questions:
        assert question in told(walk)


@pytest.mark.parametrize("number", range(13))
def test_every_choice_of_every_step_is_in_sight_in_a_small_window(
    window: MainWindow, state: AppState, qtbot: QtBot, number: int
) -> None:
    window.attach(state)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
    case = state.session.catalog.cases[1 + number]
    state.go("cases", case.key)
    (page,) = window.findChildren(CasesPage)
    assert page.walk
    for step in case.steps:
        page.walk.go_to(step.key)
        QApplication.processEvents()
        assert page.walk.step
        for button in page.walk.step.buttons:
            view = page.walk.body.viewport()
            bottom = button.mapTo(view, button.rect().bottomLeft()).y()
            assert 0 < bottom < view.height(), (case.key, step.key, button.accessibleName())


def test_the_names_of_other_paths_are_not_cut(walk: WalkView) -> None:
    for keys in (("groep", "stoppen"), ("niets",), ("thuis", "meer")):
        walk.turn_at(0)
        for key in keys:
            walk.choose(key)
    walk.begin_comparing()
    assert walk.compare
    assert [row.detail for row in walk.compare.other.rows] == ["Kies groep → Kies stoppen", "Kies niets"]


def test_a_number_without_a_choice_does_nothing(walk: WalkView) -> None:
    press(Qt.Key.Key_5)
    assert path(walk) == ()


def test_beside_the_step_only_what_changed_is_made_anew(walk: WalkView) -> None:
    side, links, figures = walk.side, walk.side.links.rows, walk.side.figures
    walk.choose("groep")
    assert walk.side is side
    assert walk.side.links.rows is links
    assert walk.side.figures is not figures
    assert [stop.key for stop in side.map.stops] == ["0"]


def test_three_lines_grow_with_each_choice_and_say_so_in_words(walk: WalkView) -> None:
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_1)
    assert drawn(walk) == [(0, 2, 3), (0, 1, 2), (0, 2, 4)]
    words = [line.drawn.accessibleName() for line in walk.side.lines.lines]
    assert words[0].startswith("Kind: 3 stappen beter. Van begin tot nu: 0 +2 +3.")
    assert words[1].startswith("Tijd: 2 stappen langer.")
    assert words[2].endswith("Veel duurder. Geld bij stoppen.")


def test_the_step_begins_with_what_the_last_choice_did(walk: WalkView) -> None:
    press(Qt.Key.Key_2)
    assert "U koos ‘Kies thuis’. Kind: veel beter. Tijd: langer. Geld: veel duurder." in told(walk)
    assert walk.step
    assert walk.step.spoken.startswith("U koos ‘Kies thuis’.")


def test_the_old_system_tells_its_own_story_at_the_same_place(walk: WalkView) -> None:
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_O)
    assert path(walk) == ("groep",)
    assert "Oud: een beschikking." in told(walk)
    assert "Vroeger goedkoper." in told(walk)
    assert drawn(walk)[2] == (0, -1)
    press(Qt.Key.Key_O)
    assert "Nieuw: één plan." in told(walk)
    assert drawn(walk)[2] == (0, 2)


@pytest.mark.usefixtures("walk")
def test_the_keyboard_stays_on_its_choice_when_the_system_changes() -> None:
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_O)
    here = QApplication.focusWidget()
    assert isinstance(here, BigChoice)
    assert here.key == "thuis"


def test_the_keyboard_stays_in_the_walk_when_the_system_changes_at_an_end_and_in_a_comparison(
    walk: WalkView,
) -> None:
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_O)
    assert walk.step
    assert walk.step.back
    assert walk.step.back.hasFocus()
    press(Qt.Key.Key_Backspace)
    for _ in range(2):
        press(Qt.Key.Key_1)
    walk.begin_comparing()
    press(Qt.Key.Key_O)
    assert walk.walk
    assert walk.walk.system is System.NEW
    assert walk.compare
    assert walk.compare.back_button.hasFocus()


def test_a_walk_in_the_old_system_reaches_the_same_end(walk: WalkView) -> None:
    walk.bar.systems.button(System.OLD).click()
    walk.focus_step()
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_1)
    assert path(walk) == ("groep", "stoppen")
    assert walk.walk
    assert walk.walk.system is System.OLD


def test_backspace_goes_one_choice_back_and_stops_at_the_first_step(walk: WalkView) -> None:
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_1)
    for left in (("groep",), (), ()):
        press(Qt.Key.Key_Backspace)
        assert path(walk) == left


def test_in_the_window_alt_left_leaves_the_case_only_from_its_first_step(
    window: MainWindow, state: AppState, qtbot: QtBot
) -> None:
    window.attach(state)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    state.go("cases")
    state.go("cases", "VC-99")
    (page,) = window.findChildren(CasesPage)
    assert page.walk
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Left, ALT)
    assert page.walk.isVisible()
    assert path(page.walk) == ()
    press(Qt.Key.Key_Left, ALT)
    assert not page.walk.isVisible()
    assert page.list.rows["VC-99"].hasFocus()


def test_a_step_on_the_map_leads_back_to_take_another_turn(walk: WalkView) -> None:
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_1)
    assert [stop.key for stop in walk.side.map.stops] == ["0", "1"]
    walk.side.map.stops[0].setFocus()
    press(Qt.Key.Key_Return)
    assert path(walk) == ()
    press(Qt.Key.Key_3)
    assert path(walk) == ("niets",)


def test_the_end_offers_another_turn_first(walk: WalkView) -> None:
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_Space)
    assert path(walk) == ()


def test_two_paths_stand_side_by_side_after_both_were_walked(walk: WalkView) -> None:
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_1)
    assert not walk.bar.compare.isEnabled()
    assert "Loop ook een ander pad tot het einde." in told(walk)
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_2)
    walk.bar.compare.click()
    QApplication.processEvents()
    assert walk.compare
    words = told(walk.compare)
    assert "Deze paden beginnen gelijk: Kies groep." in words
    assert "Dit pad: Met hulp" in words
    assert "Het andere pad: Zonder hulp" in words
    assert "Kind: beter. Kind bij stoppen." in words
    assert marks(walk) == ["FICTIEF"]
    press(Qt.Key.Key_Backspace)
    assert "Twee paden naast elkaar" not in told(walk)
    assert path(walk) == ("groep", "meer")


def test_a_comparison_follows_the_system_and_the_other_path_that_is_chosen(walk: WalkView) -> None:
    for keys in (("groep", "stoppen"), ("niets",), ("thuis", "meer")):
        walk.turn_at(0)
        for key in keys:
            walk.choose(key)
    walk.begin_comparing()
    assert walk.compare
    walk.compare.other.show_current("1")
    walk.compare.other.setFocus()
    press(Qt.Key.Key_Return)
    assert "Deze paden lopen meteen uiteen." in told(walk.compare)
    walk.see_in(System.OLD)
    assert "Twee paden naast elkaar" in told(walk)


def test_comparing_with_nothing_to_compare_does_nothing(walk: WalkView) -> None:
    walk.begin_comparing()
    assert walk.compare is None


def test_restart_goes_to_the_first_step(walk: WalkView) -> None:
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_1)
    walk.bar.restart.click()
    assert path(walk) == ()
    assert not walk.bar.restart.isEnabled()


def test_every_screen_says_that_it_is_made_up_and_that_nobody_checked_it_yet(walk: WalkView) -> None:
    for key in (None, Qt.Key.Key_O, Qt.Key.Key_1, Qt.Key.Key_2):
        if key is not None:
            press(key)
        assert marks(walk)[0] == "FICTIEF"
        assert "Dit kind en dit gezin bestaan niet." in told(walk.mark)
        assert UNCHECKED in told(walk.mark)


def test_a_case_that_was_checked_says_by_whom_and_when(shown: Shown, state: AppState, case: Case) -> None:
    checked = replace(case, check=Check(role="een jeugdarts", day=date(2026, 3, 4)), label=Label.COMPOSITE)
    state.session = replace(state.session, catalog=replace(state.session.catalog, cases=(checked,)))
    page = shown()
    assert "Een tweede lezer keek of iemand zich kan herkennen." in told(page)
    page.open_item(case.key)
    assert page.walk
    assert "getoetst op 4 maart 2026 door een jeugdarts" in told(page.walk.mark)
    assert "Wat daaruit kwam, staat er niet bij." in told(page.walk.mark)
    assert page.walk.mark.check.isHidden()
    assert marks(page.walk)[0] == "SAMENGESTELD"


def test_figures_come_from_the_levers_as_they_stand_now_and_say_aanname(
    walk: WalkView, state: AppState
) -> None:
    assert "Wachten: 0% (aanname) van een tekort." in told(walk)
    state.set_scenario(scenario(state.session.catalog, state.municipality, {"waiting_share": 60.0}))
    QApplication.processEvents()
    assert "Wachten: 60% (aanname) van een tekort." in told(walk)
    figures = walk.side.figures
    assert figures
    assert [badge.text() for badge in figures.findChildren(StandingBadge)] == ["aanname", "aanname"]
    assert "Gewijzigd: Tekort dat wachten wordt op 60%." in told(figures)


@pytest.mark.parametrize("where", ["GM0917", TOGETHER])
def test_levers_moved_for_another_municipality_are_moved_here_too(
    walk: WalkView, state: AppState, where: str
) -> None:
    state.set_scenario(scenario(state.session.catalog, where, {"waiting_share": 40.0}))
    assert "Wachten: 40% (aanname) van een tekort." in told(walk)


def test_a_lever_moved_on_its_own_page_shows_through(qtbot: QtBot, state: AppState, walk: WalkView) -> None:
    page = ScenarioPage(state)
    qtbot.addWidget(page)
    page.resize(1180, 740)
    page.show()
    page.scenario.set_lever("waiting_share", 30.0)
    qtbot.waitUntil(lambda: "Wachten: 30% (aanname) van een tekort." in told(walk))


def test_the_walk_stays_where_it_is_when_the_municipality_changes(walk: WalkView, state: AppState) -> None:
    press(Qt.Key.Key_1)
    state.set_municipality("GM0917")
    assert path(walk) == ("groep",)
    assert walk.side.figures
    assert "Heerlen" in walk.side.figures.accessibleName()


def test_from_a_step_links_lead_to_effects_indicators_and_levers(
    walk: WalkView, case: Case, places: list[Place]
) -> None:
    links = walk.side.links
    assert links.keys == (*case.effects, *case.indicators, *case.levers)
    for key in (case.effects[0], case.indicators[0], case.levers[0]):
        links.show_current(key)
        QTest.keyClick(links, Qt.Key.Key_Return)
    assert [place.page for place in places] == ["goals", "indicators", "scenario"]
    assert walk.side.figures
    (lever,) = walk.side.figures.findChildren(LinkButton)
    lever.click()
    assert places[-1] == Place("scenario", "waiting_share")


def test_notes_for_the_presenter_stand_behind_a_button(walk: WalkView, case: Case) -> None:
    assert case.notes not in told(walk)
    walk.bar.notes.click()
    QApplication.processEvents()
    assert case.notes in told(walk)
    walk.bar.notes.click()
    QApplication.processEvents()
    assert case.notes not in told(walk)


def test_a_walk_that_was_begun_goes_on_where_it_was(shown: Shown, case: Case) -> None:
    page = shown()
    page.open_item(case.key)
    press(Qt.Key.Key_1)
    page.open_item("")
    assert page.list.isVisible()
    page.open_item("VC-01")
    assert page.walk
    assert path(page.walk) == ()
    page.open_item(case.key)
    assert path(page.walk) == ("groep",)
    page.open_item("does-not-exist")
    assert page.walk.isVisible()


def test_every_shipped_case_can_be_walked_to_an_end_in_both_systems(shown: Shown, state: AppState) -> None:
    page = shown()
    for case in state.session.catalog.cases:
        for system in (System.OLD, System.NEW):
            page.open_item(case.key)
            assert page.walk
            page.walk.turn_at(0)
            page.walk.see_in(system)
            while page.walk.walk and not page.walk.walk.ended:
                assert "{" not in told(page.walk)
                assert marks(page.walk)[0] == case.label
                press(Qt.Key.Key_1)
            assert page.walk.walk


def test_search_finds_cases_and_knows_their_page(session: Session) -> None:
    case = session.catalog.cases[0]
    assert ("case", case.key) in [(hit.kind, hit.key) for hit in search(session, case.title)]


@pytest.fixture(params=[(Theme(), 1180), (Theme(Mode.DARK, 2.0), 1080), (Theme(Mode.CONTRAST, 2.0), 640)])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    theme, width = request.param
    apply_theme(qapp, theme)
    yield width
    apply_theme(qapp, Theme())


def test_nothing_sticks_out_sideways_at_any_text_size(shown: Shown, look: int, case: Case) -> None:
    page = shown(look)
    page.open_item(case.key)
    press(Qt.Key.Key_1)
    assert page.walk
    for _ in range(3):
        QApplication.processEvents()
    assert page.walk.body.horizontalScrollBar().maximum() == 0


def test_choices_out_of_sight_are_told_of_and_enter_leads_to_them(
    shown: Shown, qapp: QApplication, qtbot: QtBot, case: Case
) -> None:
    apply_theme(qapp, Theme(Mode.LIGHT, 2.0))
    page = shown(1000, 500)
    page.open_item(case.key)
    walk = page.walk
    assert walk
    qtbot.waitUntil(walk.below.button.hasFocus)
    assert walk.below.button.text() == "Naar de 3 keuzes"
    press(Qt.Key.Key_Return)
    assert path(walk) == ()
    qtbot.waitUntil(walk.below.isHidden)
    assert walk.step
    first = walk.step.buttons[0]
    assert first.hasFocus()
    assert 0 <= first.mapTo(walk.body.viewport(), first.rect().topLeft()).y() < walk.body.viewport().height()
    press(Qt.Key.Key_Return)
    assert path(walk) == ("groep",)
    qtbot.waitUntil(walk.below.button.hasFocus)
    page.resize(1000, 1600)
    qtbot.waitUntil(walk.below.isHidden)
    assert walk.step.buttons[0].hasFocus()


def test_the_search_box_of_the_window_opens_a_case(window: MainWindow, state: AppState, qtbot: QtBot) -> None:
    window.attach(state)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    case = state.session.catalog.cases[1]
    box = window.controls.top_bar.search
    QTest.keyClicks(box, case.title)
    found = box.results.current()
    assert found
    assert (found.title, found.kind) == (case.title, "Voorbeeldcasus")
    QTest.keyClick(box, Qt.Key.Key_Return)
    (page,) = window.findChildren(CasesPage)
    assert page.walk
    assert page.walk.case_key == case.key
