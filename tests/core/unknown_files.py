"""Files of several kinds that no layout knows, and what each of them says."""

from raadsapp.intake.cells import Cell

Rows = tuple[tuple[Cell, ...], ...]

WIDE: Rows = (
    ("Jongeren met Basishulp, gemeente Heerlen",),
    ("Bron: Jens",),
    (),
    ("Soort hulp", "2018", "2019", "2020"),
    ("Ambulant", "410", "425", "433"),
    ("Dagbehandeling", "31", "n.b.", "28"),
    ("Voorlopige cijfers",),
)
"""Wide over periods; the municipality and the indicator stand in the title."""

LONG: Rows = (
    ("Naam gemeente", "Kwartaal", "Gemiddeld aantal weken wachten"),
    ("Heerlen", "2019-K1", "7,5"),
    ("Landgraaf", "2019-K1", "6"),
    ("Voerendaal", "1e kw. 2019", "8,25"),
    ("Totaal", "2019-K1", "7"),
)
"""Long, with names of columns of its own."""

SEVERAL: Rows = (
    ("Jeugdhulp in Parkstad",),
    ("Gemeente", "Heerlen", "", "Landgraaf", ""),
    ("Jaar", "IND-03", "IND-08", "IND-03", "IND-08"),
    ("", "aantal", "%", "aantal", "%"),
    ("2018", "410", "4,5", "190", "5"),
    ("2019", "425", "4", "201", "6,5"),
)
"""Two heading rows with merged cells, and a row of units."""

NOTED: Rows = (
    ("Rapportage contract",),
    ("Peildatum: ultimo kwartaal",),
    (),
    ("Gemeente", "Indicator", "Q1 2019", "Q2 2019", "Opmerking"),
    ("Heerlen", "Jongeren met Basishulp", 410.0, 420.0, "stijgt"),
    ("", "Uitval", 4.5, 5.0, ""),
    ("Landgraaf", "Jongeren met Basishulp", 190.0, 188.0, ""),
    ("", "Uitval", 3.0, 2.5, "laag"),
    ("Bron: Jens",),
)
"""Notes above, merged cells below each other, an indicator in the rows and quarters above the values."""
