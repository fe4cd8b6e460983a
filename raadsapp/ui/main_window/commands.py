"""What the window can do by name: typed in the search box."""

from collections.abc import Callable, Sequence
from functools import partial

from raadsapp.ui.main_window.appearance import Appearance
from raadsapp.ui.main_window.appearance_menu import MODE_WORDS
from raadsapp.ui.main_window.finding import Find
from raadsapp.ui.pages import PageEntry


def window_commands(
    pages: Sequence[PageEntry], appearance: Appearance, go: Callable[[str, str], None]
) -> tuple[Find, ...]:
    """The pages and the commands, as lines of the search list."""
    places = [
        Find(entry.title, "Onderdeel", f"Ctrl+{number}", partial(go, entry.key, ""))
        for number, entry in enumerate(pages, 1)
    ]
    colours = [
        Find(f"Kleuren: {words.lower()}", "Opdracht aan het venster", "", partial(appearance.choose, mode))
        for mode, words in MODE_WORDS
    ]
    sizes = [
        Find("Tekst groter", "Opdracht aan het venster", "Ctrl++", appearance.larger),
        Find("Tekst kleiner", "Opdracht aan het venster", "Ctrl+−", appearance.smaller),
        Find("Gewone tekst", "Opdracht aan het venster", "Ctrl+0", appearance.normal),
    ]
    return (*places, *colours, *sizes)
