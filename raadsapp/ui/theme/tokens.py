"""Design tokens: colours for light, dark and high contrast, the 4 px grid, the type scale, radii.

Text keeps at least 4.5:1 and graphics at least 3:1 against the surfaces they stand on; a test measures it.
Series colours are safe for colour-blind readers and always paired with a dash or a marker.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Mode(StrEnum):
    """Which palette is used."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours by purpose, as `#rrggbb`."""

    background: str
    surface: str
    raised: str
    border: str
    border_strong: str
    text: str
    text_muted: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    focus: str
    selection: str
    improvement: str
    concern: str
    concern_soft: str
    noise: str
    series: tuple[str, str, str, str, str, str]


LIGHT = Palette(
    background="#faf8f3",
    surface="#ffffff",
    raised="#f2efe7",
    border="#dcd7cb",
    border_strong="#857f72",
    text="#1d2329",
    text_muted="#565d66",
    accent="#14557b",
    accent_strong="#0d3f5e",
    accent_soft="#e1edf4",
    on_accent="#ffffff",
    focus="#14557b",
    selection="#cfe3ef",
    improvement="#0b67a3",
    concern="#b34a06",
    concern_soft="#faebdf",
    noise="#636973",
    series=("#0b67a3", "#b34a06", "#6a4c93", "#0d7468", "#8a6400", "#a23b6b"),
)

DARK = Palette(
    background="#15181c",
    surface="#1c2026",
    raised="#262b32",
    border="#363d46",
    border_strong="#87909c",
    text="#eceef0",
    text_muted="#abb3bd",
    accent="#86bde3",
    accent_strong="#aed4f0",
    accent_soft="#1f3444",
    on_accent="#0d1a24",
    focus="#a8d3f2",
    selection="#26435a",
    improvement="#6fb7ec",
    concern="#f2995c",
    concern_soft="#4a3020",
    noise="#a1a8b2",
    series=("#6fb7ec", "#f2995c", "#b79ce0", "#55c2b2", "#d9b44a", "#e88bb4"),
)

CONTRAST = Palette(
    background="#000000",
    surface="#000000",
    raised="#141414",
    border="#ffffff",
    border_strong="#ffffff",
    text="#ffffff",
    text_muted="#f0f0f0",
    accent="#ffe14d",
    accent_strong="#fff0a3",
    accent_soft="#332d00",
    on_accent="#000000",
    focus="#ffe14d",
    selection="#5c5100",
    improvement="#66ccff",
    concern="#ffb066",
    concern_soft="#4d2c0c",
    noise="#d0d0d0",
    series=("#66ccff", "#ffb066", "#d5b8ff", "#66e6d1", "#ffe14d", "#ff9ec9"),
)

PALETTES = {Mode.LIGHT: LIGHT, Mode.DARK: DARK, Mode.CONTRAST: CONTRAST}

# Spacing on the 4 px grid.
TIGHT = 4
SMALL = 8
MEDIUM = 12
LARGE = 16
WIDE = 24
HUGE = 40

# Corner radii.
RADIUS = 6
CARD_RADIUS = 10

# Type scale in pixels at 100 %.
TEXT_SMALL = 13
TEXT_BODY = 15
TEXT_LEAD = 18
TEXT_HEADING = 22
TEXT_TITLE = 30

# Reading stays easy below this many pixels of line length, at 100 %; a page is no wider than the second.
READING_WIDTH = 680
PAGE_WIDTH = 1160

# The reader's text size, in steps.
SMALLEST_SCALE = 1.0
LARGEST_SCALE = 2.0
SCALE_STEP = 0.1


@dataclass(frozen=True, slots=True)
class Theme:
    """A palette and the reader's text size; `scale` runs from 1.0 to 2.0."""

    mode: Mode = Mode.LIGHT
    scale: float = 1.0

    @property
    def palette(self) -> Palette:
        """The colours of this theme."""
        return PALETTES[self.mode]

    def px(self, size: int) -> int:
        """A text size at the reader's scale, in whole pixels."""
        return round(size * self.scale)

    def scaled_by(self, steps: int) -> "Theme":
        """The same palette with text so many steps larger or smaller, within bounds."""
        scale = round(self.scale + steps * SCALE_STEP, 1)
        return replace(self, scale=min(max(scale, SMALLEST_SCALE), LARGEST_SCALE))
