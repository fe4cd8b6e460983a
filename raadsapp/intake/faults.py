"""What can be wrong with a cell: one function per fault, with its code, severity and Dutch sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from raadsapp.domain.problem import Problem, Severity
from raadsapp.intake.cells import cell_name
from raadsapp.intake.numbers import NOT_WORKED_OUT, Unread
from raadsapp.intake.odd_texts import odd_text
from raadsapp.texts import enumeration, number, plural

CELLS_NAMED = 5
_QUOTED = 60
_OF_ALL = ("totaal", "samen", "alle gemeenten")
# Codes of what the dossier does not know.
UNKNOWN = frozenset(("unknown-municipality", "unknown-indicator", "unknown-breakdown", "unknown-variant"))


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault without its place."""

    severity: Severity
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a cell, counted from 0; `row` is -1 when it is about the whole sheet.

    `count` is the number of cells with the same fault that it stands for.
    """

    fault: Fault
    row: int
    column: int
    sheet: str = ""
    count: int = 1

    def problem(self) -> Problem:
        """The finding as it is shown."""
        cell = cell_name(self.row, self.column) if self.row >= 0 else ""
        return Problem(self.sheet, cell, self.fault.severity, self.fault.code, self.fault.message)


def unknown_municipality(text: str) -> Fault:
    """No municipality has this name or code."""
    said = f"De gemeente {_quoted(text)} is niet bekend. Schrijf haar naam of CBS-code, zoals GM0917."
    if not text.strip():
        said = (
            "Hier staat geen gemeente. Vul haar naam of CBS-code in, ook als de cel erboven is samengevoegd."
        )
    elif text.strip().casefold().startswith(_OF_ALL):
        said = f"{_quoted(text)} is geen gemeente. Laat rijen met een totaal weg: de app telt zelf op."
    return _blocking("unknown-municipality", said)


def ambiguous_municipality(text: str, codes: Sequence[str]) -> Fault:
    """Several municipalities have this name."""
    told = f"{_quoted(text)} kan meer dan één gemeente zijn: {enumeration(list(codes))}. Schrijf de code."
    return _blocking("ambiguous-municipality", told)


def municipality_or_district(text: str) -> Fault:
    """Another municipality in a column that also names districts and neighbourhoods, without a code."""
    return _blocking(
        "ambiguous-municipality",
        f"{_quoted(text)} kan een gemeente zijn, maar ook een buurt. Lever elke gemeente in een eigen"
        " bestand, of schrijf CBS-codes.",
    )


def nothing_above() -> Fault:
    """A cell that means the same as the row above, where that row says nothing."""
    told = "Deze rij hoort bij een rij erboven, maar die ontbreekt. Vul de cel in, of zet die rij erboven."
    return _blocking("nothing-above", told)


def unknown_period(text: str) -> Fault:
    """No period is written like this."""
    said = f"{_quoted(text)} is geen periode die de app kent." if text.strip() else "Hier staat geen periode."
    return _blocking("unknown-period", f"{said} Schrijf bijvoorbeeld 2019, 2019-Q1 of jan 2019.")


def unknown_indicator(text: str) -> Fault:
    """The dossier has no indicator or series like this."""
    said = f"De indicator {_quoted(text)} staat niet in het dossier."
    said = said if text.strip() else "Hier staat geen indicator."
    return _blocking("unknown-indicator", f"{said} Schrijf de sleutel, zoals IND-03.")


def unknown_variant(text: str, known: Sequence[str]) -> Fault:
    """The layout has no value column for this sort of figures."""
    told = f"{_quoted(text)} is geen soort cijfers die de app kent. Kies uit {enumeration(list(known))}."
    return _blocking("unknown-variant", told)


def unknown_breakdown(text: str) -> Fault:
    """The breakdown is not written as the layout wants it."""
    told = f"De uitsplitsing {_quoted(text)} is onleesbaar. Schrijf dimensie=waarde, zoals hulpvorm=ambulant."
    return _blocking("unknown-breakdown", told)


def unknown_code(text: str, heading: str) -> Fault:
    """A column that begins with a code has none here."""
    return _blocking(
        "unknown-breakdown", f"{_quoted(text)} begint niet met een code, zoals de kolom {heading} hoort."
    )


def other_unit(text: str, unit: str) -> Fault:
    """The file counts in another unit than the dossier."""
    told = f"De eenheid is {_quoted(text)}, maar deze indicator staat in '{unit}'. Reken de waarde om."
    return _blocking("other-unit", told)


def unknown_status(text: str) -> Fault:
    """The status is not one of the three."""
    return _blocking(
        "unknown-status",
        f"{_quoted(text)} is geen status. Schrijf voorlopig, herzien of definitief, of laat de cel leeg.",
    )


def no_number(reason: Unread, text: str) -> Fault:
    """A value cell that gives no number."""
    match reason:
        case Unread.AMBIGUOUS:
            whole, _, rest = text.strip().replace(",", ".").partition(".")
            return _blocking(
                "ambiguous-number",
                f"{_quoted(text)} is op twee manieren te lezen. Schrijf {whole}{rest} of {whole},{rest}0.",
            )
        case Unread.FAILED_FORMULA if text == NOT_WORKED_OUT:
            return _blocking(
                "failed-formula",
                "Deze formule heeft in het bestand geen uitkomst. Open het bestand in uw rekenprogramma, sla"
                " het op en kies het opnieuw.",
            )
        case Unread.FAILED_FORMULA:
            return _blocking(
                "failed-formula",
                f"De formule in deze cel is mislukt: {_quoted(text)}. Herstel haar in het bestand.",
            )
        case Unread.TOO_PRECISE:
            return _blocking(
                "too-precise", f"{_quoted(text)} heeft meer cijfers dan de app bewaart. Rond het getal af."
            )
        case _:
            code, said = odd_text(text)
            return _blocking(code, f"{_quoted(text)} {said}.")


def row_too_long(cells: int, headings: int) -> Fault:
    """A row with more cells than headings: nobody knows which cell belongs where."""
    return _blocking(
        "row-too-long",
        f"Deze rij heeft {cells} cellen onder {headings} kolomnamen. Zet tekst met een scheidingsteken of een"
        " decimale komma tussen aanhalingstekens.",
    )


def row_uncut() -> Fault:
    """A row that stands in one cell, as its separator is not that of the other rows."""
    return _blocking(
        "row-uncut",
        "Deze rij staat in één cel: ze heeft een ander scheidingsteken dan de andere rijen, of staat als"
        " geheel tussen aanhalingstekens. Herstel dat in het bestand.",
    )


def heading_again() -> Fault:
    """A row that repeats the heading."""
    return _note("heading-again", "Hier staat de kop van de tabel nog een keer; deze rij is overgeslagen.")


def total_row() -> Fault:
    """A row of a total that does not say what it is about."""
    return _blocking("total-row", "Dit totaal zegt niet waarvan. Laat de rij weg: de app telt zelf op.")


def negative(text: str) -> Fault:
    """A count or share below zero."""
    return _blocking(
        "negative",
        f"{text} is negatief, en dat kan bij deze indicator niet. Controleer de waarde bij de bron.",
    )


def over_hundred(text: str) -> Fault:
    """A percentage over 100."""
    return _warning("over-hundred", f"{text}% is meer dan 100%. Controleer of dit bij deze indicator kan.")


def fraction(share: str, percentage: str) -> Fault:
    """A column of percentages that may well be parts of 1."""
    return _warning(
        "fraction",
        f"Van deze indicator is geen percentage hoger dan 1; {share} is gelezen als {share}%. Is"
        f" {percentage}% bedoeld? Kies bij ‘Indeling aanpassen’ voor de cijfers ‘Als deel van 1, moet %’.",
    )


def duplicate_differs(other: str) -> Fault:
    """Two different values for the same thing."""
    return _blocking(
        "duplicate-differs",
        f"In {other} staat een andere waarde voor precies hetzelfde. Haal er een weg.",
    )


def hidden_rows() -> Fault:
    """Rows or columns that the spreadsheet program does not show."""
    return _note("hidden-rows", "Dit blad heeft verborgen rijen of kolommen. Ook die zijn gelezen.")


def hidden_sheets(names: Sequence[str]) -> Fault:
    """Sheets that the spreadsheet program does not show."""
    which, has = ("Het verborgen blad", "is") if len(names) == 1 else ("De verborgen bladen", "zijn")
    return _note("hidden-sheets", f"{which} {enumeration(list(names))} {has} niet gelezen.")


def other_sheets(read: Sequence[str], unread: Sequence[str]) -> Fault:
    """Sheets that the layout does not fit."""
    what, has = ("het blad", "is") if len(read) == 1 else ("de bladen", "zijn")
    return _note(
        "other-sheets",
        f"Alleen {what} {enumeration(list(read))} {has} gelezen. Deze indeling past niet op"
        f" {enumeration(list(unread))}.",
    )


def cut_off(cells: int, headings: int) -> Fault:
    """A last row that is shorter than the others."""
    told = f"De laatste rij heeft {cells} cellen onder {headings} kolomnamen. Is het bestand afgekapt?"
    return _warning("cut-off", f"{told} Controleer de waarde, of vraag het bestand opnieuw op.")


def column_missing(sheet: str, column: str) -> Fault:
    """A sheet that has all headings but one."""
    told = f"Het blad {sheet} is niet gelezen: de kolom '{column}' ontbreekt. Noem die kolom weer zo."
    return _blocking("column-missing", told)


def jump(old: str, new: str, when: str) -> Fault:
    """More than five times as much, or as little."""
    return _warning(
        "jump", f"De waarde gaat van {old} ({when}) naar {new}. Dat is een grote sprong: controleer dit."
    )


def many_more(code: str, severity: Severity, count: int, first: tuple[int, int], sheet: str) -> Finding:
    """Cells with a fault that was told of many others before."""
    cells = plural(count, "cel heeft", "cellen hebben")
    text = f"Nog {cells} deze melding ook; de eerste is {cell_name(*first)}. Kijk of elke kolom goed staat."
    return Finding(Fault(severity, code, text), *first, sheet, count)


def note(
    code: str,
    cells: Sequence[tuple[int, int]],
    one: str,
    many: str,
    *,
    count: int | None = None,
    sheet: str = "",
) -> Finding:
    """One note on all `cells` together, at the first: `{cells}` in the text becomes their names.

    `count` says how many they are where `cells` are the first of them only.
    """
    first = min(cells)
    named = [cell_name(*cell) for cell in sorted(cells)[:CELLS_NAMED]]
    total = len(cells) if count is None else count
    rest = total - len(named)
    names = enumeration([*named, f"{number(rest)} andere"] if rest else named)
    text = plural(total, one, many).replace("{cells}", names)
    return Finding(Fault(Severity.NOTE, code, text), *first, sheet)


def _quoted(text: str) -> str:
    """The text of a cell in quotes, on one line and not too long; a sign that cannot be shown is `\ufffd`."""
    words = "".join(sign if sign.isprintable() else "\ufffd" for sign in " ".join(text.split()))
    return f"'{words[:_QUOTED]}…'" if len(words) > _QUOTED else f"'{words}'"


def _note(code: str, message: str) -> Fault:
    return Fault(Severity.NOTE, code, message)


def _warning(code: str, message: str) -> Fault:
    return Fault(Severity.WARNING, code, message)


def _blocking(code: str, message: str) -> Fault:
    return Fault(Severity.BLOCKING, code, message)
