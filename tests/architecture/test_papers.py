"""What the papers of the repository promise is there."""

import re
import tomllib
from pathlib import Path

import click

from raadsapp.cli.main import raadsapp

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9-]+", requirement)
    assert found
    return found[0]


def test_contributing_says_why_for_each_dependency() -> None:
    groups = PROJECT["dependency-groups"]
    wanted = [*PROJECT["project"]["dependencies"], *groups["test"], *groups["dev"]]
    names = {_name(entry) for entry in wanted if isinstance(entry, str)}
    assert not {name for name in names if f"`{name}`" not in CONTRIBUTING}


def test_the_readme_shows_pictures_that_exist() -> None:
    pictures = re.findall(r"\((resources/pictures/[^)]+)\)", README)
    assert pictures
    assert not [picture for picture in pictures if not (ROOT / picture).is_file()]


def test_the_readme_names_every_command() -> None:
    context = click.Context(raadsapp)
    assert not [name for name in raadsapp.list_commands(context) if f"`raadsapp {name}" not in README]


def test_every_locked_package_carries_a_hash() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
        assert entries
        assert not [entry for entry in entries if "--hash=sha256:" not in entry]
