"""`python -m tests.examples`: make the workbooks in data/examples anew."""

from pathlib import Path

from tests.examples.books import write_books

write_books(Path(__file__).parents[2] / "data" / "examples")
