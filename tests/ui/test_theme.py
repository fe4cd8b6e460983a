import re
from dataclasses import fields
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from raadsapp.paths import resources_dir
from raadsapp.ui.main_window.appearance import Appearance
from raadsapp.ui.pages import PAGES
from raadsapp.ui.theme.applying import applied_theme, apply_theme
from raadsapp.ui.theme.fonts import FAMILY, app_font
from raadsapp.ui.theme.icons import Ink, icon, icon_picture
from raadsapp.ui.theme.stylesheet import stylesheet
from raadsapp.ui.theme.tokens import PALETTES, Mode, Palette, Theme

GROUNDS = ("background", "surface", "raised")
INKS = ("text", "text_muted", "accent", "concern", "improvement", "noise")
TEXT_PAIRS = (
    *product(INKS, GROUNDS),
    *product(("text", "text_muted", "accent"), ("accent_soft", "selection")),
    *product(("text", "text_muted", "concern"), ("concern_soft",)),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("background", "text"),
    ("background", "text_muted"),
)
GRAPHIC_PAIRS = tuple(product(("focus", "border_strong", "accent"), GROUNDS))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_every_ground(mode: Mode, ink: str, ground: str) -> None:
    palette = PALETTES[mode]
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("mark", "ground"), GRAPHIC_PAIRS)
def test_borders_and_the_focus_ring_stand_out(mode: Mode, mark: str, ground: str) -> None:
    palette = PALETTES[mode]
    assert contrast(getattr(palette, mark), getattr(palette, ground)) >= 3


@pytest.mark.parametrize("mode", Mode)
def test_every_series_colour_stands_out_on_paper(mode: Mode) -> None:
    palette = PALETTES[mode]
    for colour, ground in product(palette.series, GROUNDS):
        assert contrast(colour, getattr(palette, ground)) >= 3


@pytest.mark.parametrize("mode", Mode)
def test_the_small_pictures_of_the_stylesheet_stand_out(mode: Mode) -> None:
    for picture in (resources_dir() / "style").glob("ch*.svg"):
        found = re.search(r'stroke="(#\w{6})"', picture.read_text(encoding="utf-8"))
        assert found
        if picture.stem in {f"check-{other.value}" for other in Mode}:
            ground = PALETTES[Mode(picture.stem.removeprefix("check-"))].accent
        else:
            ground = PALETTES[mode].surface
        assert contrast(found[1], ground) >= 3, picture.name


@pytest.mark.parametrize("mode", Mode)
def test_the_stylesheet_fills_in_every_token_and_finds_every_picture(mode: Mode) -> None:
    rules = stylesheet(Theme(mode, 1.3))
    assert not re.search(r"@\w", rules)
    pictures = re.findall(r'url\("([^"]+)"\)', rules)
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


def test_the_stylesheet_grows_with_the_text() -> None:
    assert "font-size: 60px" in stylesheet(Theme(scale=2.0))
    assert "font-size: 30px" in stylesheet(Theme())


def test_text_size_goes_in_steps_between_one_and_two_times() -> None:
    theme = Theme()
    assert theme.scaled_by(-1) == theme
    assert theme.scaled_by(3).scale == 1.3
    assert theme.scaled_by(20).scale == 2.0
    assert theme.px(15) == 15
    assert theme.scaled_by(10).px(15) == 30


def test_the_bundled_typeface_is_used_and_its_figures_have_one_width(qapp: QApplication) -> None:
    assert qapp.font().family() == FAMILY
    metrics = QFontMetricsF(app_font(Theme()))
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_licences_travel_with_typeface_and_icons() -> None:
    assert "SIL OPEN FONT LICENSE" in (resources_dir() / "fonts" / "LICENSE.md").read_text(encoding="utf-8")
    assert "ISC License" in (resources_dir() / "icons" / "LICENSE.txt").read_text(encoding="utf-8")


def test_every_page_has_an_icon() -> None:
    for entry in PAGES:
        assert (resources_dir() / "icons" / f"{entry.icon}.svg").is_file()


@pytest.mark.usefixtures("qapp")
def test_an_icon_has_the_colour_asked_for_and_the_pixels_of_the_screen() -> None:
    picture = icon_picture("plus", "#ff0000", 20, 2.0)
    assert picture.width() == 40
    assert picture.deviceIndependentSize().width() == 20
    assert "#ff0000" in colours(picture.toImage())


def test_an_icon_follows_the_theme(qapp: QApplication) -> None:
    drawn = icon("plus", Ink.TEXT)
    for mode in Mode:
        apply_theme(qapp, Theme(mode))
        assert PALETTES[mode].text in colours(drawn.pixmap(32, 32).toImage())
        assert PALETTES[mode].noise in colours(drawn.pixmap(32, 32, QIcon.Mode.Disabled).toImage())


def test_a_label_follows_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel("tekst")
    qtbot.addWidget(label)
    label.show()
    for mode in Mode:
        apply_theme(qapp, Theme(mode, 2.0))
        assert label.palette().windowText().color().name() == PALETTES[mode].text
        assert applied_theme().mode is mode
        assert label.font().pixelSize() == 30


def test_the_reader_chooses_colours_and_size(qapp: QApplication) -> None:
    appearance = Appearance(qapp)
    seen: list[Theme] = []
    appearance.on_theme(seen.append)
    appearance.choose(Mode.CONTRAST)
    appearance.larger()
    appearance.larger()
    appearance.smaller()
    assert appearance.theme == Theme(Mode.CONTRAST, 1.1)
    appearance.normal()
    appearance.normal()
    assert seen[-1] == Theme(Mode.CONTRAST, 1.0)
    assert len(seen) == 5
    assert applied_theme() == Theme(Mode.CONTRAST)
    appearance.choose(None)
    assert appearance.theme.mode is Mode.LIGHT


def test_a_theme_set_elsewhere_becomes_the_choice(qapp: QApplication) -> None:
    appearance = Appearance(qapp, Mode.LIGHT)
    appearance.take(Theme(Mode.DARK, 1.5))
    assert appearance.choice is Mode.DARK
    assert applied_theme() == Theme(Mode.DARK, 1.5)


def test_all_colours_are_written_out() -> None:
    for palette, field in product(PALETTES.values(), fields(Palette)):
        value = getattr(palette, field.name)
        for colour in value if isinstance(value, tuple) else (value,):
            assert re.fullmatch(r"#[0-9a-f]{6}", colour)


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
