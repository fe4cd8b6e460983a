"""The form for a municipality's own figures: typed, checked beside the field, saved, taken back."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.errors import UserError
from raadsapp.services import entered_figures
from raadsapp.services.entered_figures import list_figures
from raadsapp.services.opening import Session
from raadsapp.ui.pages import data
from raadsapp.ui.pages.data.figure_form import FigureFormCard
from raadsapp.ui.pages.data.own_figures import OwnFigures
from raadsapp.ui.pages.data.page import DataPage
from raadsapp.ui.pages.data.practice import Practice
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.widgets.text import Text

HEERLEN, LANDGRAAF = "GM0917", "GM0882"
CEILINGS = {
    "plafond-2019": "15000000",
    "plafond-2020": "15.000.000",
    "plafond-2021": " 14.000.000 ",
    "plafond-2022": "13000000",
}


@pytest.fixture
def figures(qtbot: QtBot, state: AppState) -> Iterator[OwnFigures]:
    page = data.build(state)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    QApplication.processEvents()
    yield page.own_figures
    page.close()


def _opened(figures: OwnFigures) -> FigureFormCard:
    figures.rows[HEERLEN].edit.click()
    assert figures.form is not None
    return figures.form


def _field(form: FigureFormCard, key: str) -> QLineEdit:
    field = form.lines.fields[key].field
    assert isinstance(field, QLineEdit)
    return field


def _type(form: FigureFormCard, key: str, text: str) -> None:
    field = _field(form, key)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def _fill_in(form: FigureFormCard, source: str = "Begroting 2019, p. 3") -> None:
    for key, text in CEILINGS.items():
        _type(form, key, text)
    form.source.setText(source)
    form.name.setText("M. Jansen")


def _texts(figures: OwnFigures) -> str:
    return "\n".join(text.plain_text for text in figures.findChildren(Text) if text.isVisible())


def test_another_day_leaves_the_figures_of_now_and_says_so(figures: OwnFigures, state: AppState) -> None:
    assert "Hier staat wat nu geldt." not in _texts(figures)
    state.set_as_of(date(2026, 1, 1))
    assert "Hier staat wat nu geldt. U kijkt naar de stand van 1 januari 2026" in _texts(figures)


def test_an_empty_field_shows_in_grey_what_is_estimated(figures: OwnFigures) -> None:
    form = _opened(figures)
    field = _field(form, "kosten-ambulant-2015")
    assert field.placeholderText() == "schatting 10.461.353"
    assert field.accessibleName() == (
        "Kosten van ambulante jeugdhulp 2015, in euro; leeg: schatting 10.461.353"
    )
    assert field.hasFocus()


def test_figures_are_saved_listed_and_taken_back(
    figures: OwnFigures, session: Session, notices: list[Notice]
) -> None:
    form = _opened(figures)
    _fill_in(form)
    QTest.keyClick(form.source, Qt.Key.Key_Return)
    assert [figure.value for figure in list_figures(session, HEERLEN)] == [15e6, 15e6, 14e6, 13e6]
    assert figures.form is None
    assert figures.rows[HEERLEN].edit.hasFocus()
    assert "4 cijfers, het laatst ingevoerd door M. Jansen" in _texts(figures)
    assert "Bron: Begroting 2019, p. 3" in _texts(figures)
    told = notices[-1]
    assert told.message == "Heerlen: 4 cijfers bewaard."
    assert told.undo is not None
    told.undo()
    assert list_figures(session) == ()
    assert "Bron:" not in _texts(figures)


def test_what_is_wrong_stands_beside_the_field_and_nothing_is_lost(
    figures: OwnFigures, session: Session
) -> None:
    form = _opened(figures)
    _type(form, "plafond-2019", "vijftien")
    _type(form, "clienten-ambulant-2015", "40000")
    form.save_button.click()
    fields = form.lines.fields
    assert fields["plafond-2019"].fault.startswith("Dit is geen getal.")
    assert fields["clienten-ambulant-2015"].fault == "Meer dan de 18.605 jongeren die er woonden."
    assert fields["kosten-ambulant-2017"].fault == "Vul dit jaar ook in."
    assert form.source_field.fault
    assert form.name_field.fault
    assert _field(form, "plafond-2019").text() == "vijftien"
    assert _field(form, "clienten-ambulant-2015").text() == "40.000"
    assert list_figures(session) == ()
    form.source.setFocus()
    QTest.keyClicks(form.source, "B")
    QTest.keyClicks(form.name, "A")
    assert not form.source_field.fault
    assert not form.name_field.fault


def test_a_field_is_looked_at_when_it_is_left_and_an_empty_one_only_after_saving_was_tried(
    figures: OwnFigures,
) -> None:
    form = _opened(figures)
    _type(form, "plafond-2019", "15000")
    QTest.keyClick(_field(form, "plafond-2019"), Qt.Key.Key_Tab)
    assert form.lines.fields["plafond-2019"].fault == "Ver van de schatting van € 16.240.000. Klopt dit?"
    said = [form.lines.fields["plafond-2020"].fault]
    form.save()
    said.append(form.lines.fields["plafond-2020"].fault)
    assert said == ["", "Vul dit jaar ook in."]


def test_source_and_name_must_be_filled_in(figures: OwnFigures, session: Session) -> None:
    form = _opened(figures)
    _fill_in(form, source=" ")
    form.save()
    assert form.source_field.fault == "Schrijf op waar deze cijfers staan."
    assert form.source.hasFocus()
    assert list_figures(session) == ()


def test_nothing_changed_is_said(figures: OwnFigures) -> None:
    form = _opened(figures)
    form.save()
    assert "Er is nog niets ingevuld of gewijzigd." in _texts(figures)


def test_what_search_finds_is_in_sight_with_the_keyboard_at_its_button(figures: OwnFigures) -> None:
    page = figures.window()
    assert isinstance(page, DataPage)
    page.open_item("GM0917")
    assert QApplication.focusWidget() is figures.rows["GM0917"].edit


def test_only_what_changed_is_entered_anew(figures: OwnFigures, session: Session) -> None:
    _fill_in(_opened(figures))
    assert figures.form is not None
    figures.form.save()
    form = _opened(figures)
    assert _field(form, "plafond-2019").text() == "15.000.000"
    assert form.name.text() == "M. Jansen"
    _type(form, "plafond-2019", "16000000")
    form.source.setText("Brief van 3 mei")
    form.save()
    sources = {figure.key: figure.source for figure in list_figures(session, HEERLEN)}
    assert sources["plafond-2019"] == "Brief van 3 mei"
    assert sources["plafond-2020"] == "Begroting 2019, p. 3"


def test_a_store_that_cannot_be_written_leaves_the_form_as_it_is(
    figures: OwnFigures, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise UserError("Het bestand is in gebruik.", "Sluit het andere programma.")

    form = _opened(figures)
    _fill_in(form)
    monkeypatch.setattr(entered_figures, "enter", refuse)
    form.save()
    assert figures.form is form
    assert "Het bestand is in gebruik." in _texts(figures)
    assert _field(form, "plafond-2019").text() == "15.000.000"


def test_figures_are_removed_and_brought_back(
    figures: OwnFigures, session: Session, notices: list[Notice]
) -> None:
    _fill_in(_opened(figures))
    assert figures.form is not None
    figures.form.save()
    figures.rows[HEERLEN].remove.click()
    assert list_figures(session) == ()
    assert figures.rows[HEERLEN].edit.hasFocus()
    assert notices[-1].undo is not None
    notices[-1].undo()
    assert len(list_figures(session, HEERLEN)) == len(CEILINGS)


def test_removing_what_is_gone_already_is_told(figures: OwnFigures, notices: list[Notice]) -> None:
    figures.remove(LANDGRAAF)
    assert notices[-1].message.startswith("Voor Landgraaf zijn geen cijfers ingevoerd.")


def test_escape_leaves_it_at_that(figures: OwnFigures, session: Session) -> None:
    form = _opened(figures)
    _fill_in(form)
    QTest.keyClick(form.source, Qt.Key.Key_Escape)
    assert figures.form is None
    assert figures.rows[HEERLEN].edit.hasFocus()
    assert list_figures(session) == ()


def test_the_form_stays_open_when_the_page_is_drawn_anew(figures: OwnFigures) -> None:
    form = _opened(figures)
    _type(form, "plafond-2019", "15")
    figures.refresh()
    assert figures.form is form
    assert _field(form, "plafond-2019").text() == "15"


def test_the_tab_key_goes_through_the_municipalities_before_what_stands_below(figures: OwnFigures) -> None:
    page = figures.window()
    form = _opened(figures)
    stops = [row.edit for row in figures.rows.values()]
    walked: list[QWidget] = [stops[0]]
    QApplication.processEvents()
    stops[0].setFocus()
    while figures.isAncestorOf(focused := page.focusWidget()):
        walked.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    seen = [widget.mapTo(figures, widget.rect().topLeft()).y() for widget in walked]
    assert seen == sorted(seen)
    assert form.save_button in walked
    assert {*stops} <= {*walked}
    below = page.findChild(Practice)
    assert below is not None
    assert below.isAncestorOf(page.focusWidget())
