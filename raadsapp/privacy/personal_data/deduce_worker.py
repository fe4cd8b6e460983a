"""The process that looks for names with deduce: texts in, findings out, one JSON line each.

The only module that knows deduce. It runs apart (`python -m …deduce_worker FOLDER`) because loading takes
half a second and 85 MB, and because deduce sets up logging of its own; what it would log goes nowhere.

The word lists are those of the installed deduce, less its streets, institutions and medical terms: with all
of these it builds for more than a minute. They are copied to FOLDER once, with the structures built from
them beside, not among them: deduce takes its cache for stale when a source is newer.
"""

import json
import logging
import shutil
import sys
import tempfile
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deduce import Deduce

# Own rules find addresses by their form, and institutions are no persons.
_LEFT_OUT = (
    "locations/lst_street",
    "institutions/lst_healthcare_institution",
    "institutions/lst_hospital",
    "whitelist/lst_medical_term",
)
_NOTHING = "zzzxq\n"
_PERSON = "persoon"
_TRIMMING = 1


def main() -> None:
    """Load, say `ready`, then answer each text with `[[start, end], …]`, until standard input ends."""
    answers = sys.stdout
    sys.stdout = sys.stderr
    logging.disable(logging.CRITICAL)
    finder = loaded(Path(sys.argv[1]))
    print(json.dumps("ready"), file=answers, flush=True)
    for line in sys.stdin:
        print(json.dumps(persons(finder, json.loads(line))), file=answers, flush=True)


def persons(finder: "Deduce", text: str) -> list[tuple[int, int]]:
    """Where deduce sees a person in a text."""
    found = finder.deidentify(text).annotations
    return sorted((int(one.start_char), int(one.end_char)) for one in found if one.tag == _PERSON)


def loaded(folder: Path) -> "Deduce":
    """Deduce on trimmed lists, which are made in `folder` where they are not yet."""
    import deduce

    home = folder / f"deduce-{version('deduce')}-{_TRIMMING}"
    lists, cache = home / "lists", home / "structures"
    if not (cache / "cache" / "lookup_structs.pickle").is_file():
        _make(Path(deduce.__file__).parent / "data" / "lookup" / "src", home)
    return deduce.Deduce(lookup_data_path=lists, cache_path=cache)


def _make(source: Path, home: Path) -> None:
    """Make lists and structures apart, then move them into place: no half of them is ever read."""
    import deduce

    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as unfinished:
        new = Path(unfinished) / home.name
        shutil.copytree(
            source, new / "lists" / "src", ignore=shutil.ignore_patterns("*.py", "streets_bag.txt")
        )
        for name in _LEFT_OUT:
            kept = new / "lists" / "src" / name
            shutil.rmtree(kept, ignore_errors=True)
            kept.mkdir(parents=True)
            (kept / "items.txt").write_text(_NOTHING, encoding="utf-8")
        deduce.Deduce(
            lookup_data_path=new / "lists", cache_path=new / "structures", build_lookup_structs=True
        )
        with suppress(OSError):  # another process was first
            new.rename(home)


if __name__ == "__main__":
    main()
