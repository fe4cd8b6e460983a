"""What of a scenario is an estimate: scaled from the figures of another municipality."""

from collections.abc import Mapping

from raadsapp.model.facts import Scaled
from raadsapp.model.region import Region
from raadsapp.texts import enumeration

_WORDS = {
    Scaled.USE: "ambulante hulp",
    Scaled.ARRANGEMENTS: "arrangementen per cliënt",
    Scaled.RESIDENTIAL: "verblijf",
    Scaled.BUDGET: "begroting van de ambulante hulp",
    Scaled.CEILINGS: "vast bedrag",
    Scaled.OTHER: "overige kosten",
}
_IMPLIED = {
    Scaled.ARRANGEMENTS: (Scaled.USE,),
    Scaled.BUDGET: (Scaled.USE, Scaled.CEILINGS),
}
"""Parts that go without saying when one of these is scaled too."""


def mark(names: Mapping[str, str], region: Region) -> str:
    """A few words beside a title, such as `schatting: opgeschaald`; empty when nothing is scaled.

    `names` are those of the members, by CBS code.
    """
    wholly, partly = _scaled(names, region)
    if not (wholly or partly):
        return ""
    if len(region.members) == 1:
        parts = scaled_parts(region.members[0].facts.scaled)
        return "schatting: opgeschaald" if wholly else f"deels schatting: {enumeration(parts)} opgeschaald"
    if not wholly:
        return f"schatting: {enumeration(partly)} deels opgeschaald"
    rest = f", {enumeration(partly)} deels" if partly else ""
    return f"schatting: {enumeration(wholly)} opgeschaald{rest}"


def sentence(names: Mapping[str, str], region: Region) -> str:
    """The same as a whole sentence, or more; empty when nothing is scaled."""
    wholly, partly = _scaled(names, region)
    if wholly and len(region.members) == 1:
        return f"Dit is een schatting voor {wholly[0]}: opgeschaald met cijfers van een andere gemeente."
    told = ["Dit is voor een deel een schatting."] if wholly or partly else []
    if wholly:
        verb = "is" if len(wholly) == 1 else "zijn"
        told.append(f"{enumeration(wholly)} {verb} opgeschaald met cijfers van een andere gemeente.")
    for member in region.members:
        name = names[member.facts.municipality]
        if name in partly:
            parts = enumeration(scaled_parts(member.facts.scaled))
            told.append(f"Voor {name} is met cijfers van een andere gemeente opgeschaald: {parts}.")
    return " ".join(told)


def scaled_parts(scaled: tuple[Scaled, ...]) -> list[str]:
    """What is scaled, in words; what goes without saying is left out."""
    return [_WORDS[part] for part in scaled if not any(one in scaled for one in _IMPLIED.get(part, ()))]


def _scaled(names: Mapping[str, str], region: Region) -> tuple[list[str], list[str]]:
    """Names of the members that are scaled wholly, and of those that are partly."""
    pairs = [(names[member.facts.municipality], member.facts.scaled) for member in region.members]
    wholly = [name for name, scaled in pairs if set(scaled) == set(Scaled)]
    return wholly, [name for name, scaled in pairs if scaled and name not in wholly]
