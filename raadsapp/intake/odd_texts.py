"""What a value cell says that is no number: a day, a number with a sign or with words, or something else."""

import re

_MONTH = "jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_DAY = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T].*)?|[0-9]{1,2}[-/][0-9]{1,2}(?:[-/][0-9]{2,4})?"
    rf"|[0-9]{{1,2}}[- ](?:{_MONTH})[a-z]*\.?(?:[- ][0-9]{{2,4}})?|(?:{_MONTH})[a-z]*[- ][0-9]{{1,4}}",
    re.IGNORECASE,
)
_NUMBER = r"[-+]?[0-9][0-9.,]*"
_MARKED = re.compile(rf"({_NUMBER})\s*(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹]+|\[?[a-z0-9]\)|\[[a-z0-9]\])", re.IGNORECASE)
_WITH_UNIT = re.compile(rf"(?:€|eur(?:o)?)?\s*({_NUMBER})\s*(?:%|‰|€|eur(?:o)?|procent)?", re.IGNORECASE)
_NEGATIVE = re.compile(r"\(([0-9](?:[0-9.,]*[0-9])?)\)|([0-9](?:[0-9.,]*[0-9])?) ?[-–−]")
_WORDED = re.compile(rf"{_NUMBER}\s*(?:\(|[a-z]{{2}}).*|[^0-9]*[a-z][.:]?\s+{_NUMBER}", re.IGNORECASE)


def odd_text(text: str) -> tuple[str, str]:
    """Code of what a text in a value cell is, and what to write instead."""
    written = " ".join(text.split())
    if _DAY.fullmatch(written):
        said = (
            "lijkt op een datum. Een rekenprogramma maakt soms een dag van een getal: typ het getal opnieuw"
        )
        return "looks-like-date", said
    if marked := _MARKED.fullmatch(written):
        return (
            "footnote-mark",
            f"heeft een noot achter het getal. Schrijf alleen {marked[1]} en zet de noot in een andere kolom",
        )
    if negative := _NEGATIVE.fullmatch(written):
        number = negative[1] or negative[2]
        said = f"kan een negatief getal zijn, maar zeker is dat niet. Schrijf -{number}, of alleen {number}"
        return "maybe-negative", said
    with_unit = _WITH_UNIT.fullmatch(written)
    if with_unit and with_unit[1] != written:
        said = (
            f"heeft een eenheid bij het getal. Schrijf alleen {with_unit[1]}, in de eenheid van de indicator"
        )
        return "number-with-unit", said
    if _WORDED.fullmatch(written):
        said = "is een getal met woorden erbij. Schrijf alleen een getal en zet de rest in een andere kolom"
        return "number-with-words", said
    return "not-a-number", "is geen getal. Schrijf alleen het getal, of n.b. als er geen waarde is"
