"""The report that a supplier fills in, from `data/templates/*.toml`."""

import tomllib
from pathlib import Path

import msgspec

from raadsapp.domain.report_template import ReportTemplate
from raadsapp.errors import UserError


def load_template(path: Path) -> ReportTemplate:
    """The template at `path`; UserError that names the file and the fault."""
    try:
        with path.open("rb") as file:
            return msgspec.convert(tomllib.load(file), ReportTemplate)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(
            f"Het sjabloon {path.name} klopt niet: {error}.",
            "Herstel dat bestand, of installeer Raadsapp opnieuw.",
        ) from None
