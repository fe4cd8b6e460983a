"""Indicatoren: what a member sees of every figure, small and large, by mouse and by keyboard."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp import paths
from raadsapp.domain.norm import Judges, Norm
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.services import examples, norms
from raadsapp.services.opening import Session, open_session
from raadsapp.store import batches
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.pages.indicators.detail import IndicatorDetail
from raadsapp.ui.pages.indicators.page import IndicatorsPage
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.control_key import Shape
from raadsapp.ui.widgets.finding import Finding
from raadsapp.ui.widgets.signs import Sign
from raadsapp.ui.widgets.text import Text

HEERLEN, VOERENDAAL = "GM0917", "GM0986"
WAIT = "IND-06"


@pytest.fixture(scope="session")
def practised_store(filled_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the fictional quarters in it, to be copied."""
    path = tmp_path_factory.mktemp("practised") / "dossier.raadsapp"
    shutil.copy(filled_store, path)
    opened = open_session(path, paths.data_dir())
    examples.load(opened, "Griffie")
    opened.close()
    return path


@pytest.fixture
def practised(practised_store: Path, tmp_path: Path) -> Iterator[AppState]:
    path = tmp_path / "geoefend.raadsapp"
    shutil.copy(practised_store, path)
    opened = open_session(path, paths.data_dir())
    state = AppState(opened, Theme(), tmp_path / "raadsapp.ini")
    state.set_municipality(HEERLEN)
    yield state
    opened.close()


def shown(qtbot: QtBot, state: AppState, width: int = 1280) -> IndicatorsPage:
    """The page as the window shows it: asking for a place opens it."""
    page = IndicatorsPage(state)
    state.on_place(lambda place: page.open_item(place.item) if place.page == "indicators" else None)
    page.resize(width, 800)
    qtbot.addWidget(page)
    page.show()
    return page


def opened(page: IndicatorsPage, key: str) -> IndicatorDetail:
    page.state.go("indicators", key)
    assert page.detail is not None
    return page.detail


def texts(widget: QWidget) -> list[str]:
    return [text.plain_text for text in widget.findChildren(Text)]


def seen(page: IndicatorsPage) -> list[str]:
    return [key for key, tile in page.grid.tiles.items() if tile.isVisible()]


def delivered(session: Session, key: str, values: list[float], note: str = "") -> None:
    """A delivery of quarters from 2015 on for Voerendaal."""
    batches.add(
        session.store,
        file="levering.csv",
        sha256=f"{key}{values}",
        layout="long",
        by="Griffie",
        at=datetime.now(UTC),
        note=note,
        observations=[
            Observation(
                ObservationKey(key, VOERENDAAL, Period(2015 + place // 4, PeriodKind.QUARTER, place % 4 + 1)),
                value,
                Status.FINAL,
                "Opgave",
            )
            for place, value in enumerate(values)
        ],
    )


def test_every_indicator_has_a_tile_with_its_figure_sentence_and_sign(
    qtbot: QtBot, practised: AppState
) -> None:
    page = shown(qtbot, practised)
    assert list(page.grid.tiles) == [one.key for one in practised.session.catalog.indicators]
    words = page.grid.tiles[WAIT].words
    assert (words.title, words.sign, words.mark) == ("Wachttijd tot de start", Sign.WORSE, "FICTIEF")
    assert words.period == "4e kwartaal 2022, voorlopig"
    assert words.sign_words == "Signaal: slechter (3e kwartaal 2022)"
    assert page.grid.tiles["IND-14"].words.sign_words == "Geen oordeel mogelijk"
    assert "Dit is een signaal: het gaat slechter." in words.sentence


def test_a_tile_says_its_sign_in_words_and_all_of_the_sentence_to_who_does_not_see_it(
    qtbot: QtBot, practised: AppState
) -> None:
    page = shown(qtbot, practised)
    for tile in page.grid.tiles.values():
        assert tile.accessibleName() == f"{tile.words.title}. {tile.words.sign_words}"
        assert tile.accessibleDescription().startswith("FICTIEF: ")
        assert tile.words.sentence in tile.accessibleDescription()


def test_the_headline_counts_the_signals_and_those_that_chance_would_give(
    qtbot: QtBot, practised: AppState
) -> None:
    page = shown(qtbot, practised)
    assert any("Door toeval alleen verwacht je er" in words for words in texts(page.grid.header))
    assert page.grid.tally.plain_text.startswith("Nieuwste cijfer van elke indicator: ")


def test_from_the_grid_an_indicator_is_seen_from_its_beginning_each_time(
    qtbot: QtBot, practised: AppState
) -> None:
    page = shown(qtbot, practised)
    bar = opened(page, WAIT).body.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    practised.go("indicators", "")
    opened(page, WAIT)
    assert bar.value() == 0


def test_the_words_of_another_indicator_take_no_room_of_those_before(
    qtbot: QtBot, practised: AppState
) -> None:
    page = shown(qtbot, practised, width=700)
    long, short = WAIT, "IND-17"
    first = opened(page, short).card.findChildren(Finding)[0].height()
    assert opened(page, long).card.findChildren(Finding)[0].minimumHeight() > first
    assert opened(page, short).card.findChildren(Finding)[0].minimumHeight() == first


def test_only_signals_are_shown_when_that_is_asked(qtbot: QtBot, practised: AppState) -> None:
    page = shown(qtbot, practised)
    page.grid.filters.signals.click()
    assert seen(page)
    assert all(page.grid.tiles[key].words.sign.is_signal for key in seen(page))
    assert page.grid.filters.signals.text() == f"Alleen signalen ({len(seen(page))})"
    page.grid.filters.signals.click()
    assert len(seen(page)) == 25


def test_a_goal_and_an_effect_leave_what_belongs_to_both(qtbot: QtBot, practised: AppState) -> None:
    page = shown(qtbot, practised)
    catalog = practised.session.catalog
    chosen(page.grid.filters.goal, "D5")
    goal = next(one for one in catalog.goals if one.key == "D5")
    assert seen(page) == [one.key for one in catalog.indicators if set(goal.effects) & set(one.effects)]
    chosen(page.grid.filters.effect, "E7")
    assert seen(page) == [one.key for one in catalog.indicators if "E7" in one.effects]


def test_a_choice_that_leaves_nothing_says_so_and_offers_all_again(qtbot: QtBot, practised: AppState) -> None:
    page = shown(qtbot, practised)
    chosen(page.grid.filters.effect, "E6")
    page.grid.filters.signals.click()
    assert seen(page) == []
    assert page.grid.show_all.isVisible()
    page.grid.show_all.click()
    assert len(seen(page)) == 25


def chosen(chooser: QComboBox, key: str) -> None:
    chooser.setCurrentIndex(chooser.findData(key))
    chooser.activated.emit(chooser.currentIndex())


def test_without_figures_the_page_says_what_is_missing_and_how_to_begin(
    qtbot: QtBot, state: AppState
) -> None:
    page = shown(qtbot, state)
    asked: list[str] = []
    state.on_place(lambda place: asked.append(place.page))
    assert not page.grid.tiles
    assert len(page.grid.rest.keys) == 25
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Naar Gegevens")
    button.click()
    assert asked == ["data"]


def test_an_indicator_without_figures_can_still_be_read(qtbot: QtBot, state: AppState) -> None:
    detail = opened(shown(qtbot, state), WAIT)
    assert detail.card.isHidden()
    assert "E8" in detail.links.keys


def test_enter_opens_a_tile_and_escape_comes_back_to_it(qtbot: QtBot, practised: AppState) -> None:
    page = shown(qtbot, practised)
    tile = page.grid.tiles["IND-08"]
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Return)
    assert page.open_key == "IND-08"
    assert page.detail is not None
    QTest.keyClick(page.detail, Qt.Key.Key_Escape)
    assert page.open_key == ""
    assert page.grid.isVisible()
    assert page.grid.focusWidget() is tile


def test_arrow_keys_go_from_tile_to_tile_as_they_lie(qtbot: QtBot, practised: AppState) -> None:
    page = shown(qtbot, practised)
    tiles = page.grid.tiles
    beside = sum(tile.y() == tiles["IND-01"].y() for tile in tiles.values())
    tiles["IND-01"].setFocus()
    QTest.keyClick(tiles["IND-01"], Qt.Key.Key_Right)
    assert page.grid.focusWidget() is tiles["IND-02"]
    QTest.keyClick(tiles["IND-02"], Qt.Key.Key_Down)
    assert page.grid.focusWidget() is list(tiles.values())[1 + beside]
    QTest.keyClick(list(tiles.values())[1 + beside], Qt.Key.Key_Up)
    assert page.grid.focusWidget() is tiles["IND-02"]


def test_one_before_and_one_after_are_one_click_away(qtbot: QtBot, practised: AppState) -> None:
    page = shown(qtbot, practised)
    detail = opened(page, "IND-01")
    assert not detail.before_button.isEnabled()
    detail.after_button.click()
    assert page.open_key == "IND-02"
    detail.before_button.click()
    assert page.open_key == "IND-01"


def test_the_large_chart_is_read_point_by_point_with_its_limits_and_judgement(
    qtbot: QtBot, practised: AppState
) -> None:
    chart = opened(shown(qtbot, practised), WAIT).chart
    assert chart.accessibleDescription() == chart.series.sentence
    assert chart.series.sentence.startswith("FICTIEF: In het 3e kwartaal 2022: 11 weken.")
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.reading == chart.count() - 1
    assert "voorlopig" in chart.spoken(chart.count() - 1)
    said = chart.spoken(chart.count() - 2)
    assert said.startswith("3e kwartaal 2022 11 weken; gewone schommeling 4,4 tot 9,3; signaal: slechter")
    assert chart.point_at(QPointF(0, 0)) is None
    assert chart.point_at(QPointF(chart.width() / 2, chart.height() / 2)) is not None


def test_the_table_says_of_every_period_what_is_known(qtbot: QtBot, practised: AppState) -> None:
    table = opened(shown(qtbot, practised), WAIT).chart.table()
    assert table.columns == ("Periode", "Wachttijd tot de start", "Gewone schommeling", "Oordeel")
    assert len(table.rows) == 16
    assert table.rows[-1][-1] == "voorlopig"


def test_figures_copied_from_the_chart_say_that_they_are_invented(qtbot: QtBot, practised: AppState) -> None:
    detail = opened(shown(qtbot, practised), WAIT)
    detail.card.copy_data()
    assert "FICTIEF" in QGuiApplication.clipboard().text()


def test_a_suppressed_figure_stands_at_the_foot_and_is_nowhere_written(
    qtbot: QtBot, practised: AppState
) -> None:
    practised.set_municipality(VOERENDAAL)
    chart = opened(shown(qtbot, practised), "IND-07").chart
    hidden = [place for place, point in enumerate(chart.series.points) if point.suppressed]
    assert hidden
    assert all(chart.series.points[place].value is None for place in hidden)
    assert "te klein om te tonen" in chart.spoken(hidden[0])
    assert {row[1] for place, row in enumerate(chart.table().rows) if place in hidden} == {
        "te klein om te tonen"
    }
    assert Shape.HIDDEN in [entry.shape for entry in chart.key]


def test_another_series_of_the_indicator_is_chosen_from_a_list(qtbot: QtBot, practised: AppState) -> None:
    detail = opened(shown(qtbot, practised), WAIT)
    before = detail.chart.series
    chosen(detail.split, "hulpvorm=ambulant")
    assert detail.chart.series != before
    assert "hulpvorm: ambulant" in detail.card.words.subtitle


def test_the_parts_stand_beside_each_other_on_one_scale_and_open_large(
    qtbot: QtBot, practised: AppState
) -> None:
    detail = opened(shown(qtbot, practised), WAIT)
    assert detail.parts is not None
    tiles = detail.parts.tiles
    assert {split.partition("=")[0] for split in tiles} == {"hulpvorm"}
    assert [tile.words.title for tile in tiles.values()] == ["Ambulant", "Daghulp", "Netwerk", "Wijkteam"]
    assert len({tile.scale for tile in tiles.values()}) == 1
    assert all(tile.words.mark == "FICTIEF" for tile in tiles.values() if tile.words.figure)
    QTest.keyClick(tiles["hulpvorm=daghulp"], Qt.Key.Key_Return)
    assert "hulpvorm: daghulp" in detail.card.words.subtitle
    assert detail.parts.tiles["hulpvorm=daghulp"].words.code == "deze reeks"
    assert detail.body.verticalScrollBar().value() == 0


def test_a_part_has_limits_only_where_its_own_series_allows_them(qtbot: QtBot, practised: AppState) -> None:
    page = shown(qtbot, practised)
    detail = opened(page, "IND-03")
    assert detail.parts is not None
    assert not any(tile.series.has_limits for tile in detail.parts.tiles.values())  # a stock has none
    assert opened(page, "IND-02").parts is None


def test_a_case_that_shows_the_indicator_is_one_click_away(qtbot: QtBot, practised: AppState) -> None:
    page = shown(qtbot, practised)
    detail = opened(page, WAIT)
    assert detail.cases is not None
    words = [link.text() for link in detail.cases.links]
    assert "Voorbeeldcasus: Op de wachtlijst (FICTIEF)" in words
    places: list[tuple[str, str]] = []
    practised.on_place(lambda place: places.append((place.page, place.item)))
    QTest.keyClick(detail.cases.links[-1], Qt.Key.Key_Return)
    assert places == [("cases", "VC-10")]
    assert opened(page, "IND-01").cases is None


def test_a_share_of_an_unknown_number_says_that_it_has_no_margin(qtbot: QtBot, practised: AppState) -> None:
    page = shown(qtbot, practised)
    told = "Van hoeveel mensen of trajecten dit een deel is, wordt niet geleverd."
    for key, unknown in (
        ("IND-09", True),
        ("IND-15", True),
        ("IND-19", True),
        ("IND-08", False),
        (WAIT, False),
    ):
        detail = opened(page, key)
        QApplication.processEvents()
        here = [text for text in detail.findChildren(Text) if text.isVisible()]
        assert any(text.plain_text.startswith(told) for text in here) is unknown, key


def test_the_other_municipalities_stand_beside_it_on_one_scale_and_lead_there(
    qtbot: QtBot, practised: AppState
) -> None:
    detail = opened(shown(qtbot, practised), WAIT)
    assert detail.peers is not None
    assert [tile.words.title for tile in detail.peers.tiles.values()] == [
        "Voerendaal",
        "Heerlen",
        "Landgraaf",
    ]
    assert len({tile.scale for tile in detail.peers.tiles.values()}) == 1
    detail.peers.tiles[VOERENDAAL].click()
    assert practised.municipality == VOERENDAAL


def test_another_municipality_changes_grid_and_large_chart(qtbot: QtBot, practised: AppState) -> None:
    page = shown(qtbot, practised)
    detail = opened(page, WAIT)
    before, tile = detail.chart.series, page.grid.tiles[WAIT].words
    practised.set_municipality(VOERENDAAL)
    assert page.open_key == WAIT
    assert detail.chart.series != before
    assert page.grid.tiles[WAIT].words != tile
    assert "Voerendaal" in detail.card.words.subtitle


def test_on_a_day_before_the_first_delivery_there_is_nothing_and_it_says_why(
    qtbot: QtBot, practised: AppState
) -> None:
    page = shown(qtbot, practised)
    practised.set_as_of(date(2018, 1, 1))
    assert not page.grid.tiles
    assert any("Op 1 januari 2018 stonden er nog geen cijfers" in words for words in texts(page.grid))
    practised.set_as_of(None)
    assert len(seen(page)) == 25


def test_what_the_clerk_wrote_with_a_delivery_stands_with_the_indicator(
    qtbot: QtBot, state: AppState
) -> None:
    delivered(state.session, WAIT, [4.0, 5.0], note="Eén wachtlijst telt nu niet meer mee.")
    detail = opened(shown(qtbot, state), WAIT)
    assert "De griffier schrijft: Eén wachtlijst telt nu niet meer mee." in texts(detail)


def test_twelve_calm_quarters_have_limits_and_a_jump_after_them_is_a_signal(
    qtbot: QtBot, state: AppState
) -> None:
    delivered(state.session, WAIT, [6.0, 7.0] * 6 + [14.0])
    detail = opened(shown(qtbot, state), WAIT)
    series = detail.chart.series
    assert not series.trial
    assert series.has_limits
    assert series.points[-1].sign is Sign.WORSE
    assert series.points[-1].rule == "buiten de grenzen"


def test_nine_quarters_have_limits_on_trial(qtbot: QtBot, state: AppState) -> None:
    delivered(state.session, WAIT, [6.0, 7.0, 6.5] * 3)
    series = opened(shown(qtbot, state), WAIT).chart.series
    assert series.trial
    assert series.has_limits


def test_five_quarters_have_a_line_and_a_middle_and_no_limits(qtbot: QtBot, state: AppState) -> None:
    delivered(state.session, WAIT, [6.0, 7.0, 6.5, 8.0, 7.0])
    series = opened(shown(qtbot, state), WAIT).chart.series
    assert not series.has_limits
    assert series.median == 7.0


def test_where_is_counted_otherwise_a_line_stands_and_none_joins_what_lies_beside_it(
    qtbot: QtBot, state: AppState
) -> None:
    delivered(state.session, "IND-03", [60.0, 62.0, 61.0, 63.0] * 4)
    detail = opened(shown(qtbot, state), "IND-03")
    series = detail.chart.series
    broken = [place for place, point in enumerate(series.points) if point.after_break]
    assert [series.points[place].label for place in broken] == ["1e kwartaal 2018"]
    assert [len(piece) for piece in series.pieces] == [12, 4]
    assert "Vanaf 1 januari 2018 is anders geteld." in detail.card.words.sentence
    with_break = detail.chart.grab().toImage()
    whole = tuple(replace(point, after_break=False) for point in series.points)
    detail.chart.show_series(replace(series, points=whole))
    assert detail.chart.grab().toImage() != with_break


def test_a_link_leads_to_the_page_of_what_it_names(qtbot: QtBot, practised: AppState) -> None:
    detail = opened(shown(qtbot, practised), WAIT)
    places: list[tuple[str, str]] = []
    practised.on_place(lambda place: places.append((place.page, place.item)))
    recommendation = next(key for key in detail.links.keys if key in {"A1", "A2", "A3", "A4", "A5", "A6"})
    for key in ("E8", recommendation):
        detail.followed.emit(key)
    assert places == [("goals", "E8"), ("recommendations", recommendation)]


def test_search_and_links_elsewhere_open_an_indicator_on_this_page(
    window: MainWindow, practised: AppState
) -> None:
    window.attach(practised)
    window.show()
    practised.go("goals", "E8")
    finds = [one for one in window.controls._find("wachttijd") if one.kind == "Indicator"]  # noqa: SLF001 - as typed
    finds[0].do()
    assert window.controls.page == "indicators"
    page = window.stack.currentWidget()
    assert isinstance(page, IndicatorsPage)
    assert page.open_key == WAIT


def test_a_goal_asked_for_on_this_page_shows_its_charts(qtbot: QtBot, practised: AppState) -> None:
    page = shown(qtbot, practised)
    practised.go("indicators", "D5")
    assert page.grid.filters.goal.currentData() == "D5"
    assert 0 < len(seen(page)) < 25


def test_a_share_stands_beside_that_of_the_others_in_a_funnel(qtbot: QtBot, practised: AppState) -> None:
    detail = opened(shown(qtbot, practised), "IND-14")
    assert detail.funnel is not None
    chart = detail.funnel.place.fill()
    spoken = [chart.spoken(place) for place in range(chart.count())]
    assert {words.partition(":")[0] for words in spoken} == {"Heerlen", "Landgraaf", "Voerendaal"}
    assert all(words.endswith("; kan toeval zijn") for words in spoken)
    assert {row[-1] for row in chart.table().rows} <= {sign.words for sign in Sign}
    assert "FICTIEF" in detail.funnel.words.mark
    chart.resize(480, 260)
    assert chart.point_at(QPointF(0, 0)) is None


def test_a_funnel_names_the_source_of_its_own_period(qtbot: QtBot, practised: AppState) -> None:
    detail = opened(shown(qtbot, practised), "IND-14")
    assert detail.funnel is not None
    assert detail.funnel.words.source.startswith("Bron: FICTIEF: oefencijfers")
    assert "2e kwartaal 2022" in detail.funnel.words.source


def test_what_was_known_earlier_of_a_figure_is_said_with_the_day(qtbot: QtBot, practised: AppState) -> None:
    told = texts(opened(shown(qtbot, practised), "IND-07"))
    assert "2e kwartaal 2020: nu 98 (herzien)." in told
    assert any("wisten wij: 196 (definitief)." in words for words in told)


def test_a_norm_of_the_council_is_a_line_with_its_name(qtbot: QtBot, practised: AppState) -> None:
    page = shown(qtbot, practised)
    norm = Norm(
        of=Judges(WAIT),
        value=6.0,
        decision="Kadernota",
        decided_on=date(2024, 6, 1),
        by="Griffie",
        at=datetime.now(UTC),
    )
    practised.announce(norms.save(practised.session, norm))
    series = opened(page, WAIT).chart.series
    assert (series.target, series.target_words) == (6.0, "norm 6")
