"""The stylesheet: the rules of `resources/style/window.qss` with the tokens of a theme filled in.

A rule writes `@accent` for a colour of the palette, `@px(15)` for a size that grows with the text,
`@style` for the folder of the small pictures a rule needs and `@mode` for the name of the palette.
"""

import re
from dataclasses import fields

from raadsapp.paths import resources_dir
from raadsapp.ui.theme.tokens import Palette, Theme

_TOKEN = re.compile(r"@px\((\d+)\)|@([a-z_]+)")


def stylesheet(theme: Theme) -> str:
    """The stylesheet in this theme; KeyError when a rule names a token that does not exist."""
    folder = resources_dir() / "style"
    values = {
        field.name: getattr(theme.palette, field.name) for field in fields(Palette) if field.type is str
    }
    values |= {"style": folder.as_posix(), "mode": theme.mode.value}
    rules = (folder / "window.qss").read_text(encoding="utf-8")

    def filled(found: re.Match[str]) -> str:
        return f"{theme.px(int(found[1]))}px" if found[1] else values[found[2]]

    return _TOKEN.sub(filled, rules)
