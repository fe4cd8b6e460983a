"""What the page says about a delivery, in whole sentences."""

from collections.abc import Sequence

from raadsapp.domain.observation import FICTIONAL, Batch
from raadsapp.domain.problem import Severity
from raadsapp.services.deliveries import Preview
from raadsapp.texts import enumeration, long_date, number, plural


def counts_sentence(preview: Preview) -> str:
    """How much is new, changes and stays as it is."""
    if not preview.observations:
        return "Uit dit bestand is geen enkele waarde in te lezen."
    if not (preview.new or preview.changed):
        return _all_known(preview.unchanged)
    told = [
        (preview.new, "is nieuw", "zijn nieuw"),
        (preview.changed, "verandert", "veranderen"),
        (preview.unchanged, "blijft gelijk", "blijven gelijk"),
    ]
    parts = [f"{number(count)} {one if count == 1 else many}" for count, one, many in told if count]
    first = next(count for count, _, _ in told if count)
    noun = "waarde" if first == 1 else "waarden"
    parts[0] = parts[0].replace(number(first), f"{number(first)} {noun}", 1)
    return f"{enumeration(parts)}."


def recognised_sentence(preview: Preview) -> str:
    """Which layout the file has and, in a workbook, on which sheets."""
    sheets = enumeration(list(preview.sheets))
    match len(preview.sheets):
        case 0:
            where = ""
        case 1:
            where = f", op het blad {sheets}"
        case _:
            where = f", op de bladen {sheets}"
    mark = f"{FICTIONAL}: bedachte cijfers om mee te oefenen. " if preview.fictional else ""
    return f"{mark}Herkend als: {preview.title}{where}."


def blocking_sentence(preview: Preview) -> str:
    """What is kept out and what goes in all the same; empty when nothing is kept out."""
    if not preview.blocking:
        return ""
    if not preview.observations:
        return "Herstel de cellen hieronder in het bestand zelf en kies het daarna opnieuw."
    cells = plural(preview.blocking, "cel wordt", "cellen worden")
    return f"{cells} niet ingelezen. De rest wel. Hieronder staat per cel waarom."


def already_sentence(batch: Batch) -> str:
    """That this very file was read in before."""
    day = long_date(batch.imported_at.astimezone().date())
    return (
        f"Dit bestand is al ingelezen op {day} door {batch.imported_by}, als levering {batch.number}. "
        "Opnieuw inlezen verandert niets."
    )


def problems_title(preview: Preview) -> str:
    """`Meldingen (6)`."""
    return f"Meldingen ({number(len(preview.problems))})"


def worth_looking(preview: Preview) -> bool:
    """Whether a problem is more than a note."""
    return any(problem.severity is not Severity.NOTE for problem in preview.problems)


def history_sentence(delivered: Sequence[Batch]) -> str:
    """How many deliveries there are and when the last one came, newest first; what that means when none."""
    if not delivered:
        return "Er is nog niets ingelezen. De app toont nu alleen de cijfers uit het dossier zelf."
    last = f"op {long_date(delivered[0].imported_at.astimezone().date())}"
    if len(delivered) == 1:
        gone = " Zij is weer ingetrokken." if delivered[0].withdrawn else ""
        return f"Er is 1 levering ingelezen, {last}.{gone}"
    withdrawn = sum(batch.withdrawn for batch in delivered)
    gone = f" Daarvan {'is' if withdrawn == 1 else 'zijn'} er {withdrawn} ingetrokken." if withdrawn else ""
    return f"Er zijn {number(len(delivered))} leveringen ingelezen, de laatste {last}.{gone}"


def _all_known(count: int) -> str:
    if count == 1:
        return "De ene waarde in dit bestand staat al precies zo in de app."
    return f"Alle {number(count)} waarden in dit bestand staan al precies zo in de app."
