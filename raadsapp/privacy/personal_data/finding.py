"""What a look for personal data finds: where, of which kind, how sure, and what to do."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a finding looks like."""

    NAME = "name"
    BSN = "bsn"
    IBAN = "iban"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    POSTCODE = "postcode"
    DATE = "date"
    FILE_NUMBER = "file-number"
    ORGANISATION = "organisation"
    LICENCE_PLATE = "licence-plate"

    @property
    def label(self) -> str:
        """In Dutch, as on screen."""
        return _LABELS[self]

    @property
    def advice(self) -> str:
        """What to write instead, in Dutch."""
        return _ADVICE[self]


_LABELS = {
    Kind.NAME: "naam of voorletters",
    Kind.BSN: "burgerservicenummer",
    Kind.IBAN: "rekeningnummer",
    Kind.PHONE: "telefoonnummer",
    Kind.EMAIL: "e-mailadres",
    Kind.ADDRESS: "adres",
    Kind.POSTCODE: "postcode",
    Kind.DATE: "geboortedatum of andere datum van een persoon",
    Kind.FILE_NUMBER: "dossiernummer of cliëntnummer",
    Kind.ORGANISATION: "school, opvang of club",
    Kind.LICENCE_PLATE: "kenteken",
}
_REMOVE = "Haal dit weg."
_ADVICE = {
    Kind.NAME: "Schrijf ‘de moeder’, ‘een jongen’ of ‘de hulpverlener’ in plaats van de naam.",
    Kind.BSN: _REMOVE,
    Kind.IBAN: _REMOVE,
    Kind.PHONE: _REMOVE,
    Kind.EMAIL: _REMOVE,
    Kind.ADDRESS: "Noem hooguit de gemeente.",
    Kind.POSTCODE: "Noem hooguit de gemeente.",
    Kind.DATE: "Schrijf een leeftijd of een jaar, zoals ‘een meisje van elf’ of ‘in 2023’.",
    Kind.FILE_NUMBER: _REMOVE,
    Kind.ORGANISATION: "Schrijf ‘de school’ of ‘de club’, zonder naam.",
    Kind.LICENCE_PLATE: _REMOVE,
}


class Certainty(StrEnum):
    """How sure a finding is. Never more than likely: only a reader knows."""

    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Characters `start` up to but not including `end` of a text may be personal data of this kind.

    It does not hold the text itself, so that no log or report can.
    """

    start: int
    end: int
    kind: Kind
    certainty: Certainty

    @property
    def advice(self) -> str:
        """What to write instead, in Dutch."""
        return self.kind.advice


def without_overlap(findings: list[Finding]) -> tuple[Finding, ...]:
    """In order of place; of findings that overlap the likelier stays, then the longer, then the earlier."""
    best = sorted(
        findings, key=lambda one: (one.certainty is Certainty.POSSIBLE, one.start - one.end, one.start)
    )
    kept: list[Finding] = []
    for finding in best:
        if all(finding.end <= other.start or finding.start >= other.end for other in kept):
            kept.append(finding)
    return tuple(sorted(kept))
