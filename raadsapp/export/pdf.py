"""Printed pages: a template of `resources/documents` and its words, as a PDF that anyone can read.

Tagged PDF/UA-1 and PDF/A-2a, in the bundled typeface. The words travel as JSON beside the template, never as
part of it, so that whatever is typed stays text.
"""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from raadsapp.errors import UserError
from raadsapp.paths import resources_dir
from raadsapp.texts import unbroken

Words = str | Sequence["Words"] | Mapping[str, "Words"]


def write_pdf(template: str, data: Mapping[str, Words], path: Path) -> None:
    """Write `data`, laid out by `template` (`scenario` for scenario.typ), to `path`.

    An existing file is replaced, and only by a complete one. UserError when it cannot be written.
    """
    document = _compiled(template, data)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            unfinished.write_bytes(document)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError:
        raise UserError(
            f"De PDF kan niet worden bewaard als {path}.",
            "Kies een bestaande map waarin u mag schrijven, en sluit het bestand als het nog open is.",
        ) from None


def _compiled(template: str, data: Mapping[str, Words]) -> bytes:
    import typst

    folder = resources_dir() / "documents"
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[resources_dir() / "fonts"],
    )
    return typst.compile(
        folder / f"{template}.typ",
        root=folder,
        font_paths=fonts,
        format="pdf",
        sys_inputs={"data": unbroken(json.dumps(data, ensure_ascii=False))},
        pdf_standards=["ua-1", "a-2a"],
    )
