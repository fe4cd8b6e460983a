"""What the checks say: one function per fault, with its code, severity and Dutch sentence."""

from raadsapp.domain.problem import Severity
from raadsapp.intake.faults import Fault


def no_count(text: str) -> Fault:
    """A count that is no whole number."""
    return _warning(
        "no-whole-number",
        f"{text} is geen heel getal, maar deze reeks telt. Vraag de leverancier om het aantal zelf.",
    )


def total_differs(dimension: str, together: str, total: str) -> Fault:
    """Parts that are not together what the total says."""
    return _warning(
        "total-differs",
        f"Het totaal is {total}, maar de delen naar {dimension} zijn samen {together}. Ontbreekt een deel, of"
        " klopt een van beide niet? Vraag het de leverancier.",
    )


def parts_over_total(dimension: str, together: str, total: str) -> Fault:
    """Parts that are known and are more than their total."""
    return _warning(
        "total-differs",
        f"Het totaal is {total}, maar de delen naar {dimension} die bekend zijn, zijn samen al {together}."
        " Vraag de leverancier wat klopt.",
    )


def part_over_total(part: str, total: str) -> Fault:
    """A part that is more than what it is part of."""
    return _warning(
        "part-over-total",
        f"Dit deel is {part}, maar het geheel is {total}. Vraag de leverancier wat klopt.",
    )


def _warning(code: str, message: str) -> Fault:
    return Fault(Severity.WARNING, code, message)
