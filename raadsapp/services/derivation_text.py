"""A derivation as plain text, to copy into a letter or a note."""

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.source import Standing
from raadsapp.services.derivation import Derivation, Input, InputKind
from raadsapp.services.formula import symbol
from raadsapp.services.source_words import source_text


def derivation_text(found: Derivation, catalog: Catalog, name: str) -> str:
    """What the figure is, how it comes about and from what, for the municipality called `name`.

    Without a name for a figure that says in its title which municipality it is of.
    """
    mark = " (schatting)" if found.estimated else ""
    lines = [
        f"{found.title}{f', {name}' if name else ''}: {found.shown}{mark}",
        found.words,
        "",
        found.symbols,
        found.filled,
        "",
        *(line for one in found.inputs for line in _lines(one, catalog)),
        "Berekening: Raadsapp, rekenmodel van ‘Wat als?’.",
    ]
    return "\n".join(lines)


def input_words(one: Input) -> str:
    """`aanname`, `beleid`, `schatting` or how firm a figure is; empty for what is printed or worked out."""
    if one.kind in {InputKind.ASSUMPTION, InputKind.POLICY}:
        return one.kind.value
    worked_out = one.kind is InputKind.STEP and one.standing is Standing.DERIVED
    return "" if worked_out or one.standing is Standing.SOURCE else one.standing.value


def _lines(one: Input, catalog: Catalog) -> list[str]:
    letter = f"{symbol(one.symbol)} = " if one.symbol else ""
    words = input_words(one)
    below = (one.note, source_text(one.sources, catalog), *one.caveats)
    return [
        f"– {letter}{one.label}: {one.shown}{f' ({words})' if words else ''}",
        *map(_indented, filter(None, below)),
    ]


def _indented(line: str) -> str:
    return f"  {line}"
