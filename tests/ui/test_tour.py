"""The tour plays without a display and leaves a picture of each page with a summary of what it did."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from raadsapp.errors import UserError
from raadsapp.ui.pages import PAGES
from raadsapp.ui.tour import taking


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


def test_a_folder_that_cannot_be_made_is_said_before_anything_is_shown(tmp_path: Path) -> None:
    occupied = tmp_path / "bezet"
    occupied.write_text("")
    with pytest.raises(UserError, match="kan niet worden gemaakt"):
        next(taking.take_tour(occupied, None, all_looks=False))
    assert list(tmp_path.iterdir()) == [occupied]
