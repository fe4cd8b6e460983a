"""A context session in words: its parts, its small groups, time that is too short, and what was chosen."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from raadsapp.domain.agenda import Agenda, AgendaPart, PartKind, TooShort
from raadsapp.domain.case import Case
from raadsapp.domain.case_depth import most_choices
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.context_session import Answer, ContextSession
from raadsapp.texts import enumeration, plural

NO_CASE = "Kies één tot drie casussen. Dan staat hier de agenda."
UNNAMED = "Contextsessie zonder naam"


@dataclass(frozen=True, slots=True)
class PartInWords:
    """A part of the agenda: `na 5 min`, how long, what it is, and what happens in it."""

    begins: str
    lasts: str
    name: str
    details: str


@dataclass(frozen=True, slots=True)
class StepAnswers:
    """What every small group said at a step, in order of group, and how their choices compare."""

    key: str
    title: str
    answers: tuple[Answer, ...]
    tally: str


@dataclass(frozen=True, slots=True)
class CaseAnswers:
    """What was said about a case; its title and mark, which are empty when it is gone from the dossier."""

    key: str
    title: str
    label: str
    steps: tuple[StepAnswers, ...]


def title_of(session: ContextSession) -> str:
    """The title, or that there is none."""
    return session.title.strip() or UNNAMED


def groups_words(groups: Sequence[int]) -> str:
    """`3 kleine groepen: 4, 4 en 3 mensen`; how a session is divided."""
    if len(groups) == 1:
        return f"Eén groep van {groups[0]} mensen"
    return f"{len(groups)} kleine groepen: {enumeration([str(size) for size in groups])} mensen"


def parts_words(catalog: Catalog, agenda: Agenda) -> tuple[PartInWords, ...]:
    """Each part of an agenda in words."""
    return tuple(
        PartInWords(
            f"na {part.start} min" if part.start else "begin",
            f"{part.minutes} min",
            *_part(catalog, part, len(agenda.groups)),
        )
        for part in agenda.parts
    )


def short_words(catalog: Catalog, session: ContextSession, short: TooShort) -> str:
    """That the time is too short, how much is needed, and what to leave out."""
    cases = plural(len(session.cases), "casus", "casussen")
    begin = f"{session.minutes} minuten is te kort voor {cases}: daarvoor is ten minste {short.needed} nodig."
    if not short.kept:
        return f"{begin} Maak de sessie langer: ook één casus past er niet in."
    left = [_title(catalog, key) for key in session.cases if key not in short.kept]
    names = enumeration([f"‘{title}’" for title in left])
    return f"{begin} Laat {names} weg, of maak de sessie langer."


def answered(catalog: Catalog, session: ContextSession) -> tuple[CaseAnswers, ...]:
    """What was said in a session, in the order of its cases and steps.

    All steps of the chosen cases are there; other cases and steps only as far as something was said there.
    """
    said = [answer for answer in session.answers if not answer.is_empty]
    keys = dict.fromkeys((*session.cases, *(answer.case for answer in said)))
    return tuple(
        _case(catalog, session, key, [answer for answer in said if answer.case == key]) for key in keys
    )


def progress_words(catalog: Catalog, session: ContextSession) -> str:
    """How a session stands, in one line: its cases and whether something was written down."""
    names = [_title(catalog, key) for key in session.cases]
    cases = enumeration(names) if names else "nog geen casus gekozen"
    count = sum(not answer.is_empty for answer in session.answers)
    kept = plural(count, "antwoord", "antwoorden") + " vastgelegd" if count else "nog niets vastgelegd"
    return f"{cases} · {session.size} mensen, {session.minutes} minuten · {kept}"


def _part(catalog: Catalog, part: AgendaPart, groups: int) -> tuple[str, str]:
    found = catalog.find(part.case) if part.case else None
    if not isinstance(found, Case):
        if part.kind is PartKind.OPENING:
            return "Welkom en uitleg", (
                "Waarom we dit doen. De casussen zijn verzonnen: praat niet over een echt kind of gezin."
            )
        return "Wat nemen we mee?", (
            "Welke vraag stelt u aan het college? Welk cijfer wilt u zien? Schrijf het op."
        )
    if part.kind is PartKind.READING:
        return f"‘{found.title}’ lezen", "Lees de situatie. Vraag wat onduidelijk is."
    if part.kind is PartKind.WALKING:
        count = most_choices(found)
        each = part.minutes // max(1, count)
        where = "in kleine groepen" if groups > 1 else "met elkaar"
        return f"‘{found.title}’ doorlopen, {where}", (
            f"Ten hoogste {plural(count, 'keuze', 'keuzes')}, ongeveer {each} minuten per keuze. "
            "Kies, en schrijf op waarom."
        )
    told = "Elke groep vertelt in een minuut wat zij koos. " if groups > 1 else ""
    questions = plural(len(found.questions), "vraag", "vragen")
    return f"‘{found.title}’ bespreken", f"{told}Bespreek daarna de {questions} op het werkblad."


def _title(catalog: Catalog, key: str) -> str:
    found = catalog.find(key)
    return found.title if isinstance(found, Case) else key


def _case(catalog: Catalog, session: ContextSession, key: str, said: list[Answer]) -> CaseAnswers:
    found = catalog.find(key)
    case = found if isinstance(found, Case) else None
    steps = {step.key: step.title for step in case.steps if step.choices} if case else {}
    names = steps | {answer.step: answer.step for answer in said if answer.step not in steps}
    return CaseAnswers(
        key,
        case.title if case else key,
        case.label.value if case else "",
        tuple(_step(session, key, step, title) for step, title in names.items()),
    )


def _step(session: ContextSession, case: str, step: str, title: str) -> StepAnswers:
    answers = tuple(session.answer(case, step, group) for group in range(1, session.groups + 1))
    return StepAnswers(step, title, answers, _tally(answers))


def _tally(answers: Sequence[Answer]) -> str:
    chosen = Counter(answer.words for answer in answers if answer.choice)
    if not chosen:
        return "Nog geen keuze vastgelegd."
    whole = sum(chosen.values())
    if len(chosen) == 1 and whole > 1:
        return f"Alle {whole} groepen die kozen, kozen ‘{next(iter(chosen))}’."
    return ", ".join(f"{count} × ‘{words}’" for words, count in chosen.most_common()) + "."
