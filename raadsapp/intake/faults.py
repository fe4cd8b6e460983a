"""What can be wrong with a cell: one function per fault, with its code, severity and Dutch sentence."""

from collections.abc import Sequence

from raadsapp.domain.problem import Severity
from raadsapp.intake.findings import AMBIGUOUS, Fault, blocking, noted, quoted, warning
from raadsapp.intake.numbers import NOT_WORKED_OUT, Unread
from raadsapp.intake.odd_texts import day_of_serial, is_day, odd_text
from raadsapp.texts import enumeration, long_date

_OF_ALL = ("totaal", "samen", "alle gemeenten")


def unknown_municipality(text: str) -> Fault:
    """No municipality has this name or code."""
    said = f"De gemeente {quoted(text)} is niet bekend. Schrijf haar naam of CBS-code, zoals GM0917."
    if not text.strip():
        said = (
            "Hier staat geen gemeente. Vul haar naam of CBS-code in, ook als de cel erboven is samengevoegd."
        )
    elif text.strip().casefold().startswith(_OF_ALL):
        said = f"{quoted(text)} is geen gemeente. Laat rijen met een totaal weg: de app telt zelf op."
    return blocking("unknown-municipality", said)


def ambiguous_municipality(text: str, codes: Sequence[str]) -> Fault:
    """Several municipalities have this name."""
    told = f"{quoted(text)} kan meer dan één gemeente zijn: {enumeration(list(codes))}. Schrijf de code."
    return blocking("ambiguous-municipality", told)


def municipality_or_district(text: str) -> Fault:
    """Another municipality in a column that also names districts and neighbourhoods, without a code."""
    return blocking(
        "ambiguous-municipality",
        f"{quoted(text)} kan een gemeente zijn, maar ook een buurt. Lever elke gemeente in een eigen"
        " bestand, of schrijf CBS-codes.",
    )


def nothing_above() -> Fault:
    """A cell that means the same as the row above, where that row says nothing."""
    return Fault(
        Severity.BLOCKING,
        "nothing-above",
        "Deze rij hoort bij een rij erboven, maar die ontbreekt. Vul de cel in, of zet die rij erboven.",
        "rijen vanaf hier horen bij een rij erboven, maar die ontbreekt. Vul de cel in, of zet die rij"
        " erboven.",
    )


def unknown_period(text: str) -> Fault:
    """No period is written like this."""
    said = f"{quoted(text)} is geen periode die de app kent." if text.strip() else "Hier staat geen periode."
    if is_day(text):
        said = f"{quoted(text)} is een dag, en geen periode."
    elif day := day_of_serial(text):
        said = f"{quoted(text)} is geen periode. Een rekenprogramma bewaart zo de dag {long_date(day)}."
    return blocking("unknown-period", f"{said} Schrijf bijvoorbeeld 2019, 2019-Q1 of jan 2019.")


def unknown_indicator(text: str) -> Fault:
    """The dossier has no indicator or series like this."""
    said = f"De indicator {quoted(text)} staat niet in het dossier."
    said = said if text.strip() else "Hier staat geen indicator."
    return blocking("unknown-indicator", f"{said} Schrijf de sleutel, zoals IND-03.")


def unknown_variant(text: str, known: Sequence[str]) -> Fault:
    """The layout has no value column for this sort of figures."""
    told = f"{quoted(text)} is geen soort cijfers die de app kent. Kies uit {enumeration(list(known))}."
    return blocking("unknown-variant", told)


def unknown_breakdown(text: str) -> Fault:
    """The breakdown is not written as the layout wants it."""
    told = f"De uitsplitsing {quoted(text)} is onleesbaar. Schrijf dimensie=waarde, zoals hulpvorm=ambulant."
    return blocking("unknown-breakdown", told)


def unknown_code(text: str, heading: str) -> Fault:
    """A column whose texts begin with a code of a known set has none of them here."""
    return blocking(
        "unknown-breakdown",
        f"{quoted(text)} begint niet met een code die in de kolom {heading} hoort. Verbeter de code, of laat"
        " de rij weg.",
    )


def other_unit(text: str, unit: str) -> Fault:
    """The file counts in another unit than the dossier."""
    told = f"De eenheid is {quoted(text)}, maar deze indicator staat in '{unit}'. Reken de waarde om."
    return blocking("other-unit", told)


def unknown_status(text: str) -> Fault:
    """The status is not one of the three."""
    return blocking(
        "unknown-status",
        f"{quoted(text)} is geen status. Schrijf voorlopig, herzien of definitief, of laat de cel leeg.",
    )


def no_number(reason: Unread, text: str) -> Fault:
    """A value cell that gives no number."""
    match reason:
        case Unread.AMBIGUOUS:
            whole, _, rest = text.strip().replace(",", ".").partition(".")
            return blocking(
                AMBIGUOUS,
                f"{quoted(text)} is op twee manieren te lezen. Schrijf {whole}{rest} of {whole},{rest}0.",
            )
        case Unread.FAILED_FORMULA if text == NOT_WORKED_OUT:
            return blocking(
                "failed-formula",
                "Deze formule heeft in het bestand geen uitkomst. Open het bestand in uw rekenprogramma, sla"
                " het op en kies het opnieuw.",
            )
        case Unread.FAILED_FORMULA:
            return blocking(
                "failed-formula",
                f"De formule in deze cel is mislukt: {quoted(text)}. Herstel haar in het bestand.",
            )
        case Unread.TOO_PRECISE:
            return blocking(
                "too-precise", f"{quoted(text)} heeft meer cijfers dan de app bewaart. Rond het getal af."
            )
        case _:
            code, said = odd_text(text)
            return blocking(code, f"{quoted(text)} {said}.")


def read_by_layout(text: str, decimal: str) -> Fault:
    """The first number of a column that could be another, if the layout did not say how to read it."""
    sign = "," if "," in text else "."
    whole, _, rest = text.strip().rpartition(sign)
    name = {",": "komma", ".": "punt"}[sign]
    if sign == decimal:
        said = (
            f"{whole},{rest}: deze indeling leest een {name} als decimaalteken. Is {whole}{rest} bedoeld?"
            f" Haal dan in deze kolom de {name} uit de getallen."
        )
    else:
        said = (
            f"{whole}{rest}: deze indeling leest een {name} tussen duizendtallen. Is {whole},{rest} bedoeld?"
            f" Schrijf dan {whole}{decimal}{rest}0."
        )
    return warning(AMBIGUOUS, f"{quoted(text)} is gelezen als {said}")


def row_too_long(cells: int, headings: int) -> Fault:
    """A row with more cells than headings: nobody knows which cell belongs where."""
    return blocking(
        "row-too-long",
        f"Deze rij heeft {cells} cellen onder {headings} kolomnamen. Zet tekst met een scheidingsteken of een"
        " decimale komma tussen aanhalingstekens.",
    )


def row_uncut() -> Fault:
    """A row that stands in one cell, as its separator is not that of the other rows."""
    return blocking(
        "row-uncut",
        "Deze rij staat in één cel: ze heeft een ander scheidingsteken dan de andere rijen, of staat als"
        " geheel tussen aanhalingstekens. Herstel dat in het bestand.",
    )


def heading_again() -> Fault:
    """A row that repeats the heading."""
    return noted("heading-again", "Hier staat de kop van de tabel nog een keer; deze rij is overgeslagen.")


def other_table() -> Fault:
    """Rows with figures that do not stand below the headings of the table."""
    told = (
        "staat hier een tweede tabel? De app leest één tabel per blad. Zet deze in een eigen blad of bestand."
    )
    return Fault(
        Severity.WARNING,
        "other-table",
        f"Deze rij past niet onder de kolomnamen en is niet gelezen: {told}",
        f"rijen vanaf hier passen niet onder de kolomnamen en zijn niet gelezen: {told}",
    )


def total_row() -> Fault:
    """A row of a total that does not say what it is about."""
    return blocking("total-row", "Dit totaal zegt niet waarvan. Laat de rij weg: de app telt zelf op.")


def hidden_rows() -> Fault:
    """Rows or columns that the spreadsheet program does not show."""
    return noted("hidden-rows", "Dit blad heeft verborgen rijen of kolommen. Ook die zijn gelezen.")


def hidden_sheets(names: Sequence[str]) -> Fault:
    """Sheets that the spreadsheet program does not show."""
    which, has = ("Het verborgen blad", "is") if len(names) == 1 else ("De verborgen bladen", "zijn")
    return noted("hidden-sheets", f"{which} {enumeration(list(names))} {has} niet gelezen.")


def other_sheets(read: Sequence[str], unread: Sequence[str]) -> Fault:
    """Sheets that the layout does not fit."""
    what, has = ("het blad", "is") if len(read) == 1 else ("de bladen", "zijn")
    return noted(
        "other-sheets",
        f"Alleen {what} {enumeration(list(read))} {has} gelezen. Deze indeling past niet op"
        f" {enumeration(list(unread))}.",
    )


def cut_off(cells: int, headings: int) -> Fault:
    """A last row that is shorter than the others."""
    told = f"De laatste rij heeft {cells} cellen onder {headings} kolomnamen. Is het bestand afgekapt?"
    return warning("cut-off", f"{told} Controleer de waarde, of vraag het bestand opnieuw op.")


def cell_cut_off(text: str) -> Fault:
    """A last line without an end, of which the last cell looks like a part of one."""
    return warning(
        "cut-off",
        f"De laatste regel breekt af na {quoted(text)}. Is het bestand afgekapt? Controleer deze cel, of"
        " vraag het bestand opnieuw op.",
    )


def line_without_end(text: str) -> Fault:
    """A last line without an end that ends in a value, of which nobody sees whether it is whole."""
    return noted(
        "cut-off",
        f"De laatste regel heeft geen regeleinde. Kijk of {quoted(text)} het hele getal is, of het bestand is"
        " afgekapt.",
    )


def column_missing(sheet: str, column: str) -> Fault:
    """A sheet that has all headings but one."""
    told = f"Het blad {sheet} is niet gelezen: de kolom '{column}' ontbreekt. Noem die kolom weer zo."
    return blocking("column-missing", told)
