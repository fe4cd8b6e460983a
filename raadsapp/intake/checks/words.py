"""What the checks say: one function per fault, with its code, severity and Dutch sentence."""

from raadsapp.intake.findings import Fault, blocking, noted, quoted, warning
from raadsapp.texts import exact, number


def negative(text: str) -> Fault:
    """A count or share below zero."""
    return blocking(
        "negative",
        f"{text} is negatief, en dat kan bij deze indicator niet. Controleer de waarde bij de bron.",
    )


def over_hundred(text: str) -> Fault:
    """A percentage over 100."""
    return warning("over-hundred", f"{text}% is meer dan 100%. Controleer of dit bij deze indicator kan.")


def fraction(share: str, percentage: str) -> Fault:
    """A column of percentages that may well be parts of 1."""
    return warning(
        "fraction",
        f"Van deze indicator is geen percentage hoger dan 1; {share} is gelezen als {share}%. Is"
        f" {percentage}% bedoeld? Kies bij ‘Indeling aanpassen’ voor de cijfers ‘Als deel van 1, moet %’.",
    )


def duplicate_differs(other: str) -> Fault:
    """Two different values for the same thing."""
    return blocking(
        "duplicate-differs",
        f"In {other} staat een andere waarde voor precies hetzelfde. Haal er een weg.",
    )


def jump(old: str, new: str, when: str) -> Fault:
    """More than five times as much, or as little."""
    return warning(
        "jump", f"De waarde gaat van {old} ({when}) naar {new}. Dat is een grote sprong: controleer dit."
    )


def no_count(text: str) -> Fault:
    """A count that is no whole number."""
    return warning(
        "no-whole-number",
        f"{text} is geen heel getal, maar deze reeks telt. Vraag de leverancier om het aantal zelf.",
    )


def total_differs(dimension: str, together: float, total: float) -> Fault:
    """Parts that are not together what the total says."""
    return warning(
        "total-differs",
        f"Het totaal is {exact(total)}, maar de delen naar {dimension} zijn samen {exact(together)}."
        " Ontbreekt een deel, of klopt een van beide niet? Vraag het de leverancier.",
    )


def parts_over_total(dimension: str, together: float, total: float) -> Fault:
    """Parts that are known and are more than their total."""
    return warning(
        "total-differs",
        f"Het totaal is {exact(total)}, maar de delen naar {dimension} die bekend zijn, zijn samen al"
        f" {exact(together)}. Vraag de leverancier wat klopt.",
    )


def part_over_total(part: float, total: float) -> Fault:
    """A part that is more than what it is part of."""
    return warning(
        "part-over-total",
        f"Dit deel is {exact(part)}, maar het geheel is {exact(total)}. Vraag de leverancier wat klopt.",
    )


def parts_over_part(dimension: str, together: float, whole: float) -> Fault:
    """Neighbourhoods that are together more than their district."""
    return warning(
        "district-differs",
        f"Deze {dimension} heeft {exact(whole)}, maar de rijen eronder zijn samen {exact(together)}."
        " Klopt het cijfer, en staan de rijen in de goede volgorde? Vraag het de leverancier.",
    )


def together_differs(together: float, total: float) -> Fault:
    """A total of all municipalities that is not the sum of them."""
    return warning(
        "together-differs",
        f"Hier staat {exact(total)} voor de gemeenten samen, maar hun eigen cijfers zijn samen"
        f" {exact(together)}. Vraag de leverancier wat klopt.",
    )


def together_outside(value: float, least: float, most: float) -> Fault:
    """An average or share of all municipalities that lies below or above each of them."""
    return warning(
        "together-differs",
        f"Hier staat {exact(value)} voor de gemeenten samen, maar zelf hebben zij {exact(least)} tot en met"
        f" {exact(most)}. Het cijfer van allen ligt daartussen. Vraag de leverancier wat klopt.",
    )


def merged_cell(where: str) -> Fault:
    """A figure in cells that were merged: nobody knows which row or column it is about."""
    return blocking(
        "merged-cell",
        f"Dit cijfer staat in samengevoegde cellen ({where}): de app weet niet bij welke rij of kolom het"
        " hoort. Hef het samenvoegen op in het bestand en zet in elke cel haar eigen cijfer.",
    )


def impossible_share(share: float, total: float) -> Fault:
    """A percentage that no whole number of the total gives."""
    return warning(
        "share-differs",
        f"{exact(share)}% van {exact(total)} is geen heel aantal. Een van beide klopt niet. Vraag het de"
        " leverancier.",
    )


def share_over_part(part: str, share: float, total: float, most: float) -> Fault:
    """A percentage that counts more than the part of the total that it is of."""
    return warning(
        "share-differs",
        f"{exact(share)}% van {exact(total)} is meer dan de {exact(most)} die bij '{part}' staan."
        " Vraag de leverancier wat klopt.",
    )


def rate_does_not_fit(rate: float, count: float, population: float, year: float) -> Fault:
    """A rate per 1,000 that needs quite another number of young people than there were."""
    return warning(
        "rate-differs",
        f"{exact(count)} jongeren en {exact(rate)} per 1.000 passen niet bij elkaar: in {year:.0f} woonden er"
        f" {number(population)} jongeren. Vraag de leverancier wat klopt.",
    )


def outside_contract(period: str, first: int, last: int) -> Fault:
    """A period of an indicator in which there was no contract."""
    return warning(
        "outside-contract",
        f"{period} valt buiten het contract ({first} tot en met {last}). Controleer de periode.",
    )


def future_period(period: str) -> Fault:
    """A period that is not over yet."""
    return warning(
        "future-period", f"{period} is nog niet voorbij. Controleer de periode, of lever dit cijfer later."
    )


def year_to_date(series: str) -> Fault:
    """Values that rise within each year and begin again in the next."""
    return warning(
        "year-to-date",
        f"Deze reeks ({series}) stijgt elk jaar en begint dan opnieuw. Zijn dit cijfers 'tot en met'?"
        " Vraag dan losse kwartalen, of trek van elk cijfer het vorige van dat jaar af.",
    )


def breakdown_spelled_otherwise(usual: str) -> Fault:
    """A breakdown that another one differs from in capitals only."""
    return warning(
        "breakdown-spelling",
        f"Deze uitsplitsing is anders geschreven dan {quoted(usual)}, en wordt zo een eigen reeks. Schrijf"
        " beide gelijk.",
    )


def number_as_source(source: str) -> Fault:
    """A source that is a short number."""
    return warning(
        "number-as-source",
        f"De bron is {quoted(source)}. Zijn dit de decimalen van het getal? Zet getallen met een decimale"
        " komma tussen aanhalingstekens, of sla het bestand op met puntkomma's.",
    )


def same_column(other: str) -> Fault:
    """A value column with the same values as another."""
    return warning(
        "same-column",
        f"Deze kolom heeft precies dezelfde waarden als kolom {other}. Kijk of een kolom dubbel in"
        " het bestand staat.",
    )


def adds_up_otherwise(parent: float, together: float) -> Fault:
    """A parent that is something else than its children together."""
    return noted(
        "parent-differs",
        f"Hier staat {exact(parent)}, maar de delen zijn samen {exact(together)} (verschil"
        f" {exact(abs(parent - together))}). Vraag na of dit"
        " het totaal is, of wat niet is uitgesplitst.",
    )
