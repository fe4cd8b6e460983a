"""Raadsapp: prepare and hold the council debate on a complex dossier."""

__version__ = "0.1.0"
