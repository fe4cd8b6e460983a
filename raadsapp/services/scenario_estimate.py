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
_MOST_NAMED = 2
"""Parts that a mark has room for."""
_IMPLIED = {
    Scaled.ARRANGEMENTS: (Scaled.USE,),
    Scaled.BUDGET: (Scaled.USE, Scaled.CEILINGS),
}
"""Parts that go without saying when one of these is scaled too."""


def mark(names: Mapping[str, str], region: Region) -> str:
    """A few words beside a title, such as `schatting: opgeschaald`; empty when nothing is scaled.

    `names` are those of the members, by CBS code. What a mark has no room for is in `note`.
    """
    wholly, partly = _scaled(names, region)
    if not (wholly or partly):
        return ""
    if len(region.members) == 1:
        parts = scaled_parts(region.members[0].facts.scaled)
        named = enumeration(parts) if len(parts) <= _MOST_NAMED else "opgeschaald"
        return "schatting: opgeschaald" if wholly else f"deels schatting: {named}"
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
    return " ".join(filter(None, (*told, note(names, region))))


def note(names: Mapping[str, str], region: Region) -> str:
    """Of each member that has some figures of its own, what is still scaled; empty when there is none."""
    told = (
        (names[member.facts.municipality], enumeration(scaled_parts(member.facts.scaled)))
        for member in region.members
        if _in_part(member.facts.scaled)
    )
    return " ".join(
        f"Voor {name} is met cijfers van een andere gemeente opgeschaald: {parts}." for name, parts in told
    )


def scaled_parts(scaled: tuple[Scaled, ...]) -> list[str]:
    """What is scaled, in words; what goes without saying is left out."""
    return [_WORDS[part] for part in scaled if not any(one in scaled for one in _IMPLIED.get(part, ()))]


def _scaled(names: Mapping[str, str], region: Region) -> tuple[list[str], list[str]]:
    """Names of the members that are scaled wholly, and of those that are partly."""
    pairs = [(names[member.facts.municipality], member.facts.scaled) for member in region.members]
    partly = [name for name, scaled in pairs if _in_part(scaled)]
    return [name for name, scaled in pairs if scaled and name not in partly], partly


def _in_part(scaled: tuple[Scaled, ...]) -> bool:
    return bool(scaled) and set(scaled) != set(Scaled)
