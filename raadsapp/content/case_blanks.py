"""What is still to be filled in of an example case."""

from collections.abc import Iterator

from raadsapp.content.case_fault import CaseFault
from raadsapp.domain.case import Case, Choice, Consequence, Step
from raadsapp.domain.case_places import CHOICE_FIELDS, LINES, OLD_LINES, Field, Place

_WANTED = {
    Field.TITLE: "geef de casus een titel.",
    Field.AGE: "vul een groep in, zoals ‘6 tot en met 9 jaar’.",
    Field.BEGINS: "vul in waar het gezin als eerste komt, zoals ‘De huisarts’.",
    Field.SITUATION: "vertel in een paar zinnen wat er speelt.",
    Field.NOTES: "schrijf op wat de presentator moet weten.",
}


def blanks(case: Case) -> Iterator[CaseFault]:
    """Each field that must say something and does not yet."""
    told = (case.title, case.age, case.begins, case.situation, case.notes)
    for (field, wanted), text in zip(_WANTED.items(), told, strict=True):
        if not text.strip():
            yield CaseFault(Place(field), wanted)
    if not case.steps:
        yield CaseFault(Place(Field.STEPS), "er staat geen enkele stap in.")
    for number, step in enumerate(case.steps):
        yield from _step(step, number)
    if not all(source.place.strip() for source in case.sources):
        yield CaseFault(Place(Field.SOURCES), "vul in waar het in de bron staat, zoals ‘§4.1’.")


def _step(step: Step, number: int) -> Iterator[CaseFault]:
    if not step.title.strip():
        yield CaseFault(Place(Field.STEP_TITLE, number), "geef de stap een titel.")
    if not step.text.strip():
        yield CaseFault(Place(Field.TEXT, number), "vertel wat er gebeurt.")
    if not all(source.place.strip() for source in step.sources):
        wanted = "vul in waar het in de bron staat, zoals ‘artikel 2.3’."
        yield CaseFault(Place(Field.RULE_SOURCES, number), wanted)
    for place, choice in enumerate(step.choices):
        yield from _choice(choice, number, place)


def _choice(choice: Choice, step: int, place: int) -> Iterator[CaseFault]:
    if not choice.text.strip():
        yield CaseFault(Place(Field.CHOICE, step, place), "schrijf op wat iemand kan kiezen.")
    if not choice.to:
        yield CaseFault(Place(Field.TO, step, place), "kies waar deze keuze heen leidt.")
    for field in (*LINES, *OLD_LINES):
        consequence: Consequence | None = getattr(choice, CHOICE_FIELDS[field])
        if consequence is not None and not consequence.text.strip():
            yield CaseFault(Place(field, step, place), "schrijf in een zin wat de keuze doet.")
