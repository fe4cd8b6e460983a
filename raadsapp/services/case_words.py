"""What is said of a case on screen and on paper alike: its mark, its check, and what a choice does."""

from raadsapp.domain.case import Case, Consequence, Label, Step
from raadsapp.texts import enumeration, long_date

LINE_NAMES = ("Kind", "Tijd", "Geld")
UP = ("beter", "langer", "duurder")
DOWN = ("slechter", "korter", "goedkoper")
_STAKES = ("het kind", "de tijd", "het geld")
_LABELS = {
    Label.FICTIONAL: "Dit kind en dit gezin bestaan niet.",
    Label.COMPOSITE: "Het verhaal is samengesteld uit meer verhalen. Dit kind en dit gezin bestaan niet.",
}


def label_words(label: Label) -> str:
    """What the mark of a case means."""
    return _LABELS[label]


def check_words(case: Case) -> str:
    """How it stands with the check whether somebody might recognise themselves."""
    if case.check is None:
        return "Herkenbaarheid: nog niet getoetst door een tweede lezer."
    outcome = "Die herkende niemand." if case.check.clear else "Wat daaruit kwam, staat er niet bij."
    return f"Herkenbaarheid: getoetst op {long_date(case.check.day)} door {case.check.role}. {outcome}"


def steps_words(line: int, consequence: Consequence) -> str:
    """What one choice does to a line, in a word or two: `beter`, `veel langer`, `gelijk`."""
    steps = consequence.steps
    if not steps:
        return "gelijk"
    way = UP[line] if steps > 0 else DOWN[line]
    return f"veel {way}" if abs(steps) > 1 else way


def stake_words(step: Step) -> str:
    """For what the choices of a step differ, without saying how: `Dit maakt uit voor het kind en de tijd.`.

    Empty where they differ for nothing.
    """
    lines = zip(
        *((choice.child.steps, choice.time.steps, choice.money.steps) for choice in step.choices), strict=True
    )
    differ = [name for name, steps in zip(_STAKES, lines, strict=False) if len(set(steps)) > 1]
    return f"Dit maakt uit voor {enumeration(differ)}." if differ else ""
