"""What the checks say: one function per fault, with its code, severity and Dutch sentence."""

from raadsapp.domain.problem import Severity
from raadsapp.intake.faults import Fault


def no_count(text: str) -> Fault:
    """A count that is no whole number."""
    return _warning(
        "no-whole-number",
        f"{text} is geen heel getal, maar deze reeks telt. Vraag de leverancier om het aantal zelf.",
    )


def _warning(code: str, message: str) -> Fault:
    return Fault(Severity.WARNING, code, message)
