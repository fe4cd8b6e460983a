from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.domain.commitment import Commitment, CommitmentState
from raadsapp.services import commitments, personal_data
from raadsapp.ui.pages import recommendations
from raadsapp.ui.pages.recommendations.commitments import CommitmentSection
from raadsapp.ui.pages.recommendations.page import RecommendationsPage
from raadsapp.ui.state import AppState, Notice, Place
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.commitment_form import CommitmentForm
from raadsapp.ui.widgets.date_field import DateField, read_date
from raadsapp.ui.widgets.item_button import ItemButton
from raadsapp.ui.widgets.text import Text

TODAY = date.today()  # noqa: DTZ011 - what is late depends on the day of the test
LAST_WEEK = TODAY - timedelta(days=7)

Shown = Callable[..., RecommendationsPage]


@pytest.fixture
def shown(qtbot: QtBot, state: AppState) -> Shown:
    def show(width: int = 1100) -> RecommendationsPage:
        page = recommendations.build(state)
        qtbot.addWidget(page)
        page.resize(width, 800)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        QApplication.processEvents()
        return page

    return show


def promised(
    state: AppState, due_on: date | None = None, stand: CommitmentState = CommitmentState.OPEN
) -> Commitment:
    made = Commitment(
        recommendation="A1",
        text="Een notitie",
        owner="College",
        made_on=LAST_WEEK,
        due_on=due_on,
        state=stand,
    )
    return commitments.save(state.session, made)[0]


def section_of(page: RecommendationsPage) -> CommitmentSection:
    detail = page.detail
    assert detail is not None
    return detail.commitments


def form_of(page: RecommendationsPage) -> CommitmentForm:
    form = section_of(page).form
    assert form is not None
    return form


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def texts(widget: QWidget) -> str:
    return "\n".join(text.plain_text for text in widget.findChildren(Text) if not text.isHidden())


def test_six_recommendations_stand_in_the_list_and_the_first_is_open(shown: Shown) -> None:
    page = shown()
    assert page.list.keys == ("A1", "A2", "A3", "A4", "A5", "A6")
    assert page.detail is not None
    assert page.detail.key == "A1"
    assert "Toezeggingen daarover zijn nog niet vastgelegd." in texts(page)


def test_an_empty_list_of_commitments_says_so(shown: Shown) -> None:
    assert "Nog geen toezeggingen vastgelegd. De bronnen noemen er geen." in texts(section_of(shown()))


def test_every_recommendation_shows_its_parts_owner_evidence_caveats_and_sources(
    shown: Shown, state: AppState
) -> None:
    page = shown()
    for item in state.session.catalog.recommendations:
        page.open_item(item.key)
        assert page.detail is not None
        told = texts(page.detail)
        for words in (
            item.title,
            item.text,
            item.owner,
            *item.caveats,
            *(part.text for part in item.parts),
            *(evidence.text for evidence in item.evidence),
        ):
            assert words in told
        assert "Rekenkamerrapport 2018" in told


def test_a_part_opens_its_recommendation_and_is_marked(shown: Shown) -> None:
    page = shown()
    page.open_item("A3f")
    assert page.detail is not None
    assert page.detail.key == "A3"
    assert page.detail.marked is not None
    assert page.detail.marked.property("tone") == "accent"
    page.open_item("A3")
    assert page.detail.marked is None


def test_an_effect_leads_to_the_goals(shown: Shown, state: AppState) -> None:
    places: list[Place] = []
    state.on_place(places.append)
    page = shown()
    button = next(button for button in page.findChildren(ItemButton) if button.key == "E5")
    button.click()
    assert places == [Place("goals", "E5")]


def test_choosing_with_the_keyboard_opens_and_tells_the_window(shown: Shown, state: AppState) -> None:
    places: list[Place] = []
    state.on_place(places.append)
    page = shown()
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.detail is not None
    assert page.detail.key == "A2"
    assert places == [Place("recommendations", "A2")]


def test_on_a_narrow_page_there_is_the_list_or_the_detail_and_a_way_back(shown: Shown) -> None:
    page = shown(620)
    assert page.list.isVisible()
    assert page.detail is not None
    assert not page.detail.isVisible()
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.list.isVisible()
    page.panes.back.click()
    assert page.list.isVisible()
    page.open_item("A4")
    page.open_item("")
    assert page.list.isVisible()


def test_large_text_makes_the_page_narrow(shown: Shown, qapp: QApplication) -> None:
    page = shown()
    assert not page.panes.narrow
    apply_theme(qapp, Theme(scale=2.0))
    qapp.processEvents()
    assert page.panes.narrow


def test_a_commitment_is_added_by_keyboard_only_and_can_be_undone(
    shown: Shown, state: AppState, notices: list[Notice]
) -> None:
    page = shown()
    add = section_of(page).add_button
    add.setFocus()
    QTest.keyClick(add, Qt.Key.Key_Space)
    QTest.keyClicks(focused(), "Elk half jaar een bericht")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "Wethouder")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "3 maart 2026")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    (stored,) = commitments.list_commitments(state.session)
    assert (stored.text, stored.owner, stored.made_on) == (
        "Elk half jaar een bericht",
        "Wethouder",
        date(2026, 3, 3),
    )
    assert stored.due_on is None
    assert section_of(page).form is None
    assert "3 maart 2026" in texts(section_of(page))
    assert page.list.rows[0].mark == "1 open"
    assert notices[-1].undo is not None
    notices[-1].undo()
    assert commitments.list_commitments(state.session) == ()


def test_what_is_missing_stands_beside_its_field_and_nothing_is_stored(shown: Shown, state: AppState) -> None:
    page = shown()
    section_of(page).add_button.click()
    form = form_of(page)
    form.due_on.line.setText("ooit")
    form.save()
    assert form.text_field.fault == "Schrijf op wat is toegezegd."
    assert form.owner_field.fault == "Schrijf op wie dit nakomt."
    assert form.made_field.fault == "Vul in wanneer dit is toegezegd."
    assert form.due_field.fault == "Dit is geen datum. Schrijf bijvoorbeeld 3-11-2026."
    assert form.text.hasFocus()
    assert commitments.list_commitments(state.session) == ()
    form.owner.setText("College")
    assert not form.owner_field.fault


def test_dates_must_be_possible_and_in_order(shown: Shown) -> None:
    page = shown()
    section_of(page).add_button.click()
    form = form_of(page)
    form.made_on.show_day(TODAY + timedelta(days=1))
    form.save()
    assert form.made_field.fault == "Deze datum ligt in de toekomst."
    form.made_on.show_day(TODAY)
    form.due_on.show_day(LAST_WEEK)
    form.save()
    assert form.due_field.fault == "Deze datum ligt vóór de toezegging."
    form.made_on.line.setText("31-2-2026")
    form.save()
    assert form.made_field.fault == "Dit is geen datum. Schrijf bijvoorbeeld 3-11-2026."


def test_a_commitment_is_looked_through_while_it_is_written_as_other_notes_are(
    shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(personal_data, "is_installed", lambda: False)
    page = shown()
    section = section_of(page)
    section.add_button.click()
    form_of(page).text.setPlainText("Bel mevrouw Kusters terug")
    doubt = section.doubt
    assert doubt
    qtbot.waitUntil(doubt.isVisible, timeout=30_000)
    assert doubt.plain_text.startswith("Mogelijk persoonsgegevens: ")
    assert doubt.plain_text.endswith("Nagekeken met alleen eigen regels.")


def test_personal_data_in_a_commitment_is_pointed_at_once_and_may_be_kept(
    shown: Shown, state: AppState
) -> None:
    page = shown()
    section_of(page).add_button.click()
    form = form_of(page)
    form.text.setPlainText("De moeder, mevrouw Kusters, krijgt in mei antwoord")
    form.owner.setText("College")
    form.made_on.show_day(LAST_WEEK)
    form.save()
    assert "mogelijk persoonsgegevens" in form.text_field.fault
    assert "‘de moeder’" in form.text_field.fault
    assert form.text.textCursor().selectedText() == "Kusters"
    assert commitments.list_commitments(state.session) == ()
    form.save()
    assert len(commitments.list_commitments(state.session)) == 1


def test_esc_leaves_the_form_and_gives_the_keyboard_back(shown: Shown) -> None:
    page = shown()
    section_of(page).add_button.click()
    QTest.keyClick(form_of(page).owner, Qt.Key.Key_Escape)
    assert section_of(page).form is None
    assert section_of(page).add_button.hasFocus()


def test_enter_on_cancel_cancels(shown: Shown) -> None:
    page = shown()
    section_of(page).add_button.click()
    cancel = next(
        button for button in form_of(page).findChildren(QPushButton) if button.text() == "Annuleren"
    )
    cancel.setFocus()
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    assert section_of(page).form is None


def test_shift_enter_begins_a_new_line_in_the_text(shown: Shown) -> None:
    page = shown()
    section_of(page).add_button.click()
    form = form_of(page)
    QTest.keyClicks(form.text, "een")
    QTest.keyClick(form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(form.text, "twee")
    assert form.text.toPlainText().split() == ["een", "twee"]
    assert section_of(page).form is form


def test_a_commitment_is_changed_and_the_change_undone(
    shown: Shown, state: AppState, notices: list[Notice]
) -> None:
    stored = promised(state)
    page = shown()
    section_of(page).rows[stored.number].edit.click()
    form = form_of(page)
    assert form.made_on.day == LAST_WEEK
    form.stand.setCurrentIndex(1)
    form.save()
    assert commitments.list_commitments(state.session)[0].state is CommitmentState.DONE
    assert section_of(page).rows[stored.number].edit.hasFocus()
    assert notices[-1].undo is not None
    notices[-1].undo()
    assert commitments.list_commitments(state.session) == (stored,)


def test_a_commitment_is_removed_and_brought_back(
    shown: Shown, state: AppState, notices: list[Notice]
) -> None:
    stored = promised(state)
    page = shown()
    section_of(page).rows[stored.number].remove.click()
    assert commitments.list_commitments(state.session) == ()
    assert notices[-1].message == "Toezegging verwijderd."
    assert section_of(page).add_button.hasFocus()
    assert notices[-1].undo is not None
    notices[-1].undo()
    assert commitments.list_commitments(state.session) == (stored,)
    assert stored.number in section_of(page).rows


def test_one_that_is_late_says_so_in_words(shown: Shown, state: AppState) -> None:
    late = promised(state, due_on=TODAY - timedelta(days=1))
    done = promised(state, due_on=TODAY - timedelta(days=1), stand=CommitmentState.DONE)
    page = shown()
    rows = section_of(page).rows
    assert [badge.text() for badge in rows[late.number].findChildren(Badge)] == ["te laat"]
    assert [badge.text() for badge in rows[done.number].findChildren(Badge)] == ["afgedaan"]
    assert page.list.rows[0].mark == "1 te laat"
    assert "Daarover staat 1 toezegging open; 1 te laat." in texts(page)


def test_what_was_begun_in_a_form_is_kept_while_one_looks_elsewhere(shown: Shown, state: AppState) -> None:
    page = shown()
    section_of(page).add_button.click()
    form_of(page).text.setPlainText("Half af")
    page.open_item("A2")
    assert section_of(page).form is None
    state.set_municipality(state.session.catalog.dossier.municipalities[1])
    page.open_item("A1")
    assert form_of(page).text.toPlainText() == "Half af"


def test_one_that_is_gone_in_the_meantime_keeps_the_form_and_says_why(shown: Shown, state: AppState) -> None:
    stored = promised(state)
    page = shown()
    section_of(page).rows[stored.number].edit.click()
    commitments.remove(state.session, stored.number)
    form_of(page).save()
    assert "Deze toezegging is er niet meer." in texts(form_of(page))


def test_removing_what_is_gone_already_is_said(shown: Shown, state: AppState, notices: list[Notice]) -> None:
    stored = promised(state)
    page = shown()
    commitments.remove(state.session, stored.number)
    section_of(page).rows[stored.number].remove.click()
    assert notices[-1].message.startswith("Deze toezegging is er niet meer.")


@pytest.mark.parametrize(
    "text", ["3-11-2026", "03/11/2026", "3 november 2026", "3 nov. 2026", "2026-11-03", " 3.11.2026 "]
)
def test_a_date_is_read_as_people_write_it(text: str) -> None:
    assert read_date(text) == date(2026, 11, 3)


@pytest.mark.parametrize("text", ["", "morgen", "31-2-2026", "3-13-2026", "3 ma 2026", "11-2026"])
def test_anything_else_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_march_has_a_short_name_of_its_own() -> None:
    assert read_date("1 mrt 2026") == date(2026, 3, 1)


def test_a_date_is_tidied_when_one_leaves_the_field(qtbot: QtBot) -> None:
    field = DateField("Datum")
    qtbot.addWidget(field)
    field.line.setText("3 nov 2026")
    field.line.editingFinished.emit()
    assert field.line.text() == "03-11-2026"
