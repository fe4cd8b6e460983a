"""The name by which the window knows this page."""

PAGE = "cases"
