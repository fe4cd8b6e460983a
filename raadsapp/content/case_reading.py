"""Read one example case from its text: fields between two lines `+++`, then steps and choices as headings.

    # Stap begin: Wat eerst?          a step with its key; `# Einde …` for one where the case ends
    Wie beslist: De ouders.           labels: see `STEP_LABELS`; other lines are the text of the step
    ## Keuze tips: Zelf verder        a choice with its key
    Naar: acht-weken                  the step it leads to
    Kind: + Het kind slaapt beter.    what it does: --, -, 0, + or ++, and the sentence
    Tijd oud: ++ Er is een wachtlijst.  only when it went otherwise in the old system

Paragraphs are separated by an empty line. A backslash in front of a line makes plain text of it.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date

from raadsapp.content.case_blocks import Block, blocks_of
from raadsapp.content.case_fields import (
    CHOICE_LABELS,
    END_WORD,
    FIELDS,
    LISTS,
    NOBODY,
    NOT_CHECKED,
    NOTES,
    QUESTIONS,
    SITUATION,
    STEP_LABELS,
    STEP_WORD,
    STEPS_OF_SIGN,
)
from raadsapp.content.faults import Fault
from raadsapp.domain.case import Case, Check, Choice, Consequence, Label, Step
from raadsapp.domain.source import Source

_FENCE = "+++"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TOML_LINE = re.compile(r"line (\d+), column (\d+)")


def read_case(text: str, file: str, faults: list[Fault]) -> Case | None:
    """The case that `text` holds; None, with faults added, when it cannot be read as one."""
    before = len(faults)
    head, body = _parted(text, file, faults)
    if len(faults) > before:
        return None
    values = _values(head, file, faults)
    blocks = blocks_of(body, file, faults)
    steps = tuple(_step(block, file, faults) for block in blocks if block.word)
    rest = {block.title: block for block in blocks if not block.word}
    faults.extend(
        Fault(file, title, "dit deel ontbreekt of is leeg.")
        for title in (SITUATION, QUESTIONS, NOTES)
        if title not in rest or not rest[title].paragraphs
    )
    if not steps:
        faults.append(Fault(file, "", f"er staat geen enkele stap in (# {STEP_WORD} sleutel: titel)."))
    label = _label(values, file, faults)
    check = _check(values, file, faults)
    sources = tuple(_sources(values["bronnen"], file, "bronnen", faults))
    if len(faults) > before or label is None:
        return None
    return Case(
        key=values["sleutel"][0],
        title=values["titel"][0],
        label=label,
        age=values["leeftijd"][0],
        begins=values["begin"][0],
        situation=rest[SITUATION].text,
        effects=values["effecten"],
        indicators=values["indicatoren"],
        levers=values["schuiven"],
        steps=steps,
        questions=tuple(_questions(rest[QUESTIONS].paragraphs)),
        notes=rest[NOTES].text,
        check=check,
        sources=sources,
    )


def _parted(text: str, file: str, faults: list[Fault]) -> tuple[dict[str, object], list[str]]:
    lines = text.replace("\r\n", "\n").split("\n")
    if not lines or lines[0].strip() != _FENCE or _FENCE not in [line.strip() for line in lines[1:]]:
        faults.append(Fault(file, "", f"het bestand begint niet met velden tussen twee regels {_FENCE}."))
        return {}, []
    close = [line.strip() for line in lines].index(_FENCE, 1)
    try:
        return tomllib.loads("\n".join(lines[1:close])), lines[close + 1 :]
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        where = f"op regel {int(line[1]) + 1}" if line else f"boven de tweede regel {_FENCE}"
        faults.append(Fault(file, "", f"{where} klopt de schrijfwijze van de velden niet."))
        return {}, []


def _values(head: dict[str, object], file: str, faults: list[Fault]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, value in head.items():
        if name in FIELDS and isinstance(value, str) and value.strip():
            found[name] = (value,)
        elif name in LISTS and isinstance(value, list) and all(isinstance(one, str) for one in value):
            found[name] = tuple(value)
        elif name in FIELDS or name in LISTS:
            wanted = "tekst tussen aanhalingstekens" if name in FIELDS else "een lijst met teksten"
            faults.append(Fault(file, "", f"het veld ‘{name}’ moet {wanted} zijn."))
            found[name] = ("",)
        else:
            faults.append(Fault(file, "", f"het veld ‘{name}’ bestaat niet."))
    for name in (*FIELDS, *LISTS):
        if name not in found:
            faults.append(Fault(file, "", f"het veld ‘{name}’ ontbreekt."))
            found[name] = ("",)
    return found


def _label(values: dict[str, tuple[str, ...]], file: str, faults: list[Fault]) -> Label | None:
    text = values["label"][0]
    if text in {label.value for label in Label}:
        return Label(text)
    faults.append(Fault(file, "", f"het label is {' of '.join(Label)}, niet ‘{text}’."))
    return None


def _check(values: dict[str, tuple[str, ...]], file: str, faults: list[Fault]) -> Check | None:
    text = values["herkenbaarheid"][0]
    if text == NOT_CHECKED:
        return None
    role, _, day = text.removesuffix(NOBODY).rpartition(", ")
    if role.strip() and _DAY.fullmatch(day):
        try:
            return Check(role=role, day=date.fromisoformat(day), clear=text.endswith(NOBODY))
        except ValueError:
            pass  # a day that no calendar has, told below
    wanted = f"‘{NOT_CHECKED}’ of rol, datum en uitkomst, zoals ‘griffier, 2026-01-31{NOBODY}’"
    faults.append(Fault(file, "", f"bij ‘herkenbaarheid’ hoort {wanted}."))
    return None


def _step(block: Block, file: str, faults: list[Fault]) -> Step:
    single = {label: _one(block, label, file, block.name, faults) for label in STEP_LABELS if label != "Bron"}
    if not block.paragraphs:
        faults.append(Fault(file, block.name, "er staat geen tekst bij."))
    return Step(
        key=block.key,
        title=block.title,
        text=block.text,
        decides=single["Wie beslist"],
        rule=single["Regel"],
        sources=tuple(_sources(tuple(block.labels.get("Bron", ())), file, block.name, faults)),
        old=single["Oud"],
        new=single["Nieuw"],
        choices=tuple(_choice(inner, file, block.name, faults) for inner in block.choices),
        end=block.word == END_WORD,
    )


def _choice(block: Block, file: str, step: str, faults: list[Fault]) -> Choice:
    place = f"{step}, {block.name}"
    if block.paragraphs:
        faults.append(Fault(file, place, f"‘{block.paragraphs[0][:40]}’ hoort hier niet."))
    single = {label: _one(block, label, file, place, faults) for label in CHOICE_LABELS}
    lines = {label: _consequence(label, single[label], file, place, faults) for label in CHOICE_LABELS[1:]}
    if not single["Naar"]:
        faults.append(Fault(file, place, "‘Naar:’ ontbreekt."))
    return Choice(
        key=block.key,
        text=block.title,
        to=single["Naar"],
        child=lines["Kind"] or _NOTHING,
        time=lines["Tijd"] or _NOTHING,
        money=lines["Geld"] or _NOTHING,
        child_old=lines["Kind oud"],
        time_old=lines["Tijd oud"],
        money_old=lines["Geld oud"],
    )


_NOTHING = Consequence(0, "")


def _consequence(label: str, text: str, file: str, place: str, faults: list[Fault]) -> Consequence | None:
    sign, _, sentence = text.partition(" ")
    if sign in STEPS_OF_SIGN and sentence.strip():
        return Consequence(STEPS_OF_SIGN[sign], sentence.strip())
    if text:
        signs = ", ".join(STEPS_OF_SIGN)
        faults.append(Fault(file, place, f"‘{label}:’ begint niet met {signs} en dan een zin."))
    elif not label.endswith(" oud"):
        faults.append(Fault(file, place, f"‘{label}:’ ontbreekt."))
    return None


def _one(block: Block, label: str, file: str, place: str, faults: list[Fault]) -> str:
    texts = block.labels.get(label, [])
    if len(texts) > 1:
        faults.append(Fault(file, place, f"‘{label}:’ staat er twee keer."))
    return texts[0] if texts else ""


def _sources(texts: tuple[str, ...], file: str, place: str, faults: list[Fault]) -> Iterator[Source]:
    for text in texts:
        document, comma, where = text.partition(", ")
        if not comma or not document or not where.strip():
            faults.append(Fault(file, place, f"de bron ‘{text}’ is niet ‘document, plaats’."))
        yield Source(document=document, place=where.strip())


def _questions(paragraphs: list[str]) -> Iterator[str]:
    return (paragraph.removeprefix("- ") for paragraph in paragraphs)
