"""The tour plays without a display and leaves a picture of each page with a summary of what it did."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from raadsapp import paths
from raadsapp.content.case_drafts import Draft
from raadsapp.domain.case_editing import template
from raadsapp.errors import UserError
from raadsapp.services import case_drafts
from raadsapp.ui.pages import PAGES
from raadsapp.ui.pages.cases.own_cards import DraftsCard
from raadsapp.ui.tour import taking
from raadsapp.ui.tour.stage import stage_in


@pytest.mark.usefixtures("qtbot")
def test_the_tour_writes_a_picture_of_each_page_without_a_display(tmp_path: Path) -> None:
    folder = tmp_path / "beelden" / "nieuw"
    told = list(taking.take_tour(folder, None, all_looks=False))
    for name in [entry.key for entry in PAGES] + [
        "data-preview",
        "indicators-practice",
        "scenario-reason",
        "scenario-compared",
        "cases-session",
        "cases-answers",
        "cases-editor",
        "cases-editor-saving",
    ]:
        picture = QImage(str(folder / f"{name}.png"))
        assert (picture.width(), picture.height()) == (1280, 800), name
        assert len({picture.pixel(x, y) for x in range(0, 1280, 16) for y in range(0, 800, 16)}) > 5, name
    assert (folder / "raadsakkoord.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "contextsessie.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "samenvatting.txt").read_text(encoding="utf-8").splitlines() == told
    assert any(line.startswith("Groei van het gebruik, 4,0 procent per jaar: ") for line in told)


def test_pictures_show_nothing_of_what_the_user_is_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(paths, "user_data_dir", lambda: tmp_path / "home")
    mine = replace(template("eigen-casus"), title="Van mij alleen")
    case_drafts.keep(Draft(case=mine, changed_at=datetime.now().astimezone()))
    with stage_in(tmp_path / "beelden") as stage:
        qtbot.addWidget(stage.window)
        stage.state.go("cases")
        stage.settle()
        (card,) = stage.window.findChildren(DraftsCard)
        assert list(card.rows) == [mine.key]
        assert card.isVisible()
        stage.grab()
        assert not card.isVisible()


def test_a_folder_that_cannot_be_made_is_said_before_anything_is_shown(tmp_path: Path) -> None:
    occupied = tmp_path / "bezet"
    occupied.write_text("")
    with pytest.raises(UserError, match="kan niet worden gemaakt"):
        next(taking.take_tour(occupied, None, all_looks=False))
    assert list(tmp_path.iterdir()) == [occupied]
