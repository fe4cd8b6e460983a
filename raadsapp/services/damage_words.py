"""The sentence that names what was kept and cannot be read any more."""

from collections.abc import Sequence

from raadsapp.texts import enumeration


def damage_words(broken: Sequence[tuple[str, int]], one: str, more: str, it: str) -> str:
    """A sentence with the names and numbers of what cannot be read, and what to do; empty without any.

    `one` and `more` begin it (`Deze contextsessie is`), `it` takes their place in the end (`deze`).
    """
    if not broken:
        return ""
    names = enumeration([f"‘{name}’ (nummer {number})" for name, number in broken])
    alone = len(broken) == 1
    return (
        f"{one if alone else more} niet te lezen: {names}. Er is niets weggegooid; de andere zijn wel te "
        f"lezen. In een reservekopie {f'is {it}' if alone else 'zijn ze'} misschien nog heel."
    )
