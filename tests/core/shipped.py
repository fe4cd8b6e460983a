"""The dossier that ships with the program, read once; no fixture, or a failing test would print all of it."""

from functools import cache

from raadsapp import paths
from raadsapp.content.loading import load
from raadsapp.domain.catalog import Catalog


@cache
def dossier() -> Catalog:
    """The shipped dossier."""
    return load(paths.data_dir())
