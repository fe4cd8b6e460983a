"""Deliveries in words and as JSON, for the command line."""

import json
from collections.abc import Iterator

from raadsapp.domain.observation import Batch
from raadsapp.domain.problem import Problem, Severity
from raadsapp.services.deliveries import Preview
from raadsapp.texts import breakdown_words, exact, number, plural

_WORDS = {Severity.BLOCKING: "Fout", Severity.WARNING: "Let op", Severity.NOTE: "Opmerking"}
_CHANGES_SHOWN = 5
_PROBLEMS_SHOWN = 20


def preview_text(preview: Preview) -> Iterator[str]:
    """What a file holds and what is wrong with it, line by line."""
    counts = (
        f"{number(preview.new)} nieuw",
        f"{number(preview.changed)} gewijzigd",
        f"{number(preview.unchanged)} gelijk",
    )
    yield f"{preview.file} – {preview.title}"
    if preview.fictional:
        yield "  FICTIEF: bedachte cijfers om mee te oefenen."
    yield f"  {plural(len(preview.observations), 'waarde', 'waarden')}: {', '.join(counts)}"
    for change in preview.changes[:_CHANGES_SHOWN]:
        key = change.key
        about = ", ".join(
            filter(None, (key.indicator, key.municipality, key.period.label, breakdown_words(key.breakdown)))
        )
        yield f"  Wijzigt: {about}: {exact(change.old)} → {exact(change.new)}"
    if preview.changed > _CHANGES_SHOWN:
        yield f"  … en nog {number(preview.changed - _CHANGES_SHOWN)} wijzigingen"
    for problem in preview.problems[:_PROBLEMS_SHOWN]:
        yield f"  {_WORDS[problem.severity]:<9}  {_place(problem, preview):<8}  {problem.message}"
    if len(preview.problems) > _PROBLEMS_SHOWN:
        yield f"  … en nog {number(len(preview.problems) - _PROBLEMS_SHOWN)} meldingen; --json toont ze alle"


def _place(problem: Problem, preview: Preview) -> str:
    """`C12`, or `Blad1!C12` in a workbook."""
    return f"{problem.sheet}!{problem.cell}".rstrip("!") if preview.sheets else problem.cell


def preview_json(preview: Preview, batch: Batch | None) -> str:
    """One line: what was read and, when something was stored, the number of its delivery."""
    return json.dumps(
        {
            "file": preview.file,
            "layout": preview.layout,
            "observations": {
                "new": preview.new,
                "changed": preview.changed,
                "unchanged": preview.unchanged,
            },
            "problems": [
                {
                    "sheet": problem.sheet,
                    "cell": problem.cell,
                    "severity": problem.severity.value,
                    "code": problem.code,
                    "message": problem.message,
                }
                for problem in preview.problems
            ],
            "batch": batch and batch.number,
        },
        ensure_ascii=False,
    )
