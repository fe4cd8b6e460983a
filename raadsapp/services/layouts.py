"""Layouts: those of the dossier, and those that this user made, kept as files in a folder of her own."""

import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from raadsapp import paths
from raadsapp.errors import UserError
from raadsapp.intake.layout_writing import written_layout
from raadsapp.intake.layouts import Layout, load_layout, load_layouts
from raadsapp.services.writing_files import write_whole
from raadsapp.texts import without_marks

LONGEST_NAME = 60
# Names that Windows keeps for devices, with any extension.
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")


@dataclass(frozen=True, slots=True)
class KnownLayouts:
    """The layouts of the dossier, the user's own, and what is wrong with own files that were left out."""

    shipped: tuple[Layout, ...]
    own: tuple[Layout, ...]
    faults: tuple[UserError, ...]

    @property
    def all(self) -> tuple[Layout, ...]:
        """Those of the dossier, then the user's own."""
        return (*self.shipped, *self.own)


def known_layouts() -> KnownLayouts:
    """All layouts there are; an own file that is damaged is left out and its fault told.

    UserError when those of the dossier cannot be read.
    """
    shipped = load_layouts(paths.data_dir() / "layouts")
    taken = {layout.key for layout in shipped}
    own, faults = [], []
    for path in sorted(paths.layouts_dir().glob("*.toml")):
        try:
            layout = load_layout(path)
        except UserError as fault:
            faults.append(
                UserError(
                    f"{fault.message} Deze eigen indeling doet niet mee.", f"Herstel of verwijder '{path}'."
                )
            )
            continue
        if layout.key in taken:
            faults.append(
                UserError(
                    f"De eigen indeling {path.name} heet net als een meegeleverde en doet niet mee.",
                    f"Geef '{path}' een andere naam.",
                )
            )
        else:
            own.append(msgspec.structs.replace(layout, own=True))
    return KnownLayouts(shipped, tuple(own), tuple(faults))


def all_layouts() -> tuple[Layout, ...]:
    """Those of the dossier, then the user's own. UserError as `known_layouts`."""
    return known_layouts().all


def name_fault(name: str, replacing: str = "") -> str:
    """What is wrong with this name for an own layout; empty when nothing is.

    `replacing` is the key of the own layout that it may take the place of.
    """
    title = _title(name)
    key = key_of(title)
    shipped = {layout.key for layout in known_layouts().shipped}
    faults = (
        (not title, "Geef de indeling een naam."),
        (
            len(title) > LONGEST_NAME,
            f"Deze naam is te lang. Gebruik ten hoogste {LONGEST_NAME} tekens.",
        ),
        (not key, "Gebruik in de naam ook letters of cijfers."),
        (bool(_RESERVED.fullmatch(key)), "Windows kan een bestand niet zo noemen. Kies een andere naam."),
        (key in shipped, "Zo heet een meegeleverde indeling al. Kies een andere naam."),
        (
            key != replacing and _file(key).exists(),
            "U hebt al een indeling met deze naam. Kies een andere.",
        ),
    )
    return next((words for wrong, words in faults if wrong), "")


def save_layout(layout: Layout, name: str, replacing: str = "") -> Layout:
    """Keep `layout` as one of the user's own, called `name`, in the place of `replacing` if that is given.

    Gives it as it is now known. UserError when the name or the folder cannot be used; nothing is then
    changed.
    """
    fault = name_fault(name, replacing)
    if fault:
        raise UserError(fault, "Er is nog niets bewaard.")
    title = _title(name)
    kept = msgspec.structs.replace(layout, key=key_of(title), title=title, own=True)
    _write(_file(kept.key), written_layout(kept))
    if replacing and replacing != kept.key:
        remove_layout(replacing)
    return kept


def remove_layout(key: str) -> None:
    """Let go of an own layout; what was read with it stays. UserError when there is none or it cannot be."""
    try:
        _file(key).unlink()
    except FileNotFoundError:
        raise UserError(
            f"U hebt geen eigen indeling '{key}'.", "Meegeleverde indelingen kunt u niet verwijderen."
        ) from None
    except OSError:
        raise UserError(
            f"De indeling '{key}' is niet te verwijderen.",
            f"Kijk of u mag schrijven in '{paths.layouts_dir()}'.",
        ) from None


def key_of(name: str) -> str:
    """The key of a layout with this name, which its file is called: `Per kwartaal` gives `per-kwartaal`."""
    return re.sub(r"[^a-z0-9]+", "-", without_marks(name)).strip("-")


def _title(name: str) -> str:
    """A name without signs that nobody sees, of which some cannot be kept in a file."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())


def _file(key: str) -> Path:
    return paths.layouts_dir() / f"{key}.toml"


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text.encode())
    except OSError:
        raise UserError(
            "De indeling kan niet worden bewaard.",
            f"Kijk of er ruimte is op de schijf en of u mag schrijven in '{path.parent}'.",
        ) from None


def layout_named(named: str) -> Layout | str:
    """What `--layout` means: the layout in the file of that name, or else the name of a known one.

    UserError when the file is not there or no layout.
    """
    path = Path(named)
    if path.suffix.lower() != ".toml":
        return named
    if not path.is_file():
        raise UserError(f"'{path}' bestaat niet.", "Controleer de naam en de map.")
    return load_layout(path)
