"""The whole text of an example case looked through for personal data, with the place of each finding."""

from bisect import bisect_right
from dataclasses import dataclass

from raadsapp.domain.case import Case
from raadsapp.domain.case_places import Place, placed_texts
from raadsapp.privacy.personal_data import Certainty, Finding
from raadsapp.privacy.personal_data.name_reader import NameReader
from raadsapp.services.personal_data import NOTHING_FOUND, check
from raadsapp.texts import plural

_BETWEEN = "\n\n"
_CERTAINTY = {Certainty.LIKELY: "waarschijnlijk", Certainty.POSSIBLE: "misschien"}


@dataclass(frozen=True, slots=True)
class CaseFinding:
    """What may be personal data in a case: where, the words, and what to do."""

    place: Place
    start: int
    words: str
    finding: Finding

    @property
    def told(self) -> str:
        """Kind, words and certainty, in one line."""
        return f"{_CERTAINTY[self.finding.certainty].capitalize()} {self.finding.kind.label}: ‘{self.words}’"


@dataclass(frozen=True, slots=True)
class CaseLook:
    """The texts that were looked through, what was found in them, and by what was looked."""

    texts: tuple[tuple[Place, str], ...]
    findings: tuple[CaseFinding, ...]
    checked_by: str

    @property
    def told(self) -> str:
        """In one sentence."""
        if not self.findings:
            return NOTHING_FOUND
        count = len(self.findings)
        return f"Er staan mogelijk persoonsgegevens in deze casus, op {plural(count, 'plaats', 'plaatsen')}."


def look_through(case: Case, reader: NameReader | None = None) -> CaseLook:
    """Look through everything that somebody wrote in a case, with `reader` too when it is there and can."""
    texts = tuple(placed_texts(case))
    starts, whole = [], ""
    for _, text in texts:
        starts.append(len(whole))
        whole += text + _BETWEEN
    checked = check(whole, reader)
    found = []
    for finding in checked.findings:
        number = bisect_right(starts, finding.start) - 1
        place, _ = texts[number]
        words = " ".join(whole[finding.start : finding.end].split())
        found.append(CaseFinding(place, finding.start - starts[number], words, finding))
    return CaseLook(texts, tuple(found), checked.checked_by)


def same_texts(look: CaseLook, case: Case) -> bool:
    """Whether a look was at just these texts."""
    return look.texts == tuple(placed_texts(case))
