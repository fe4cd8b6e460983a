"""The words of the file form of an example case, for reading and writing alike."""

FIELDS = ("sleutel", "titel", "label", "leeftijd", "begin", "herkenbaarheid")
"""Fields above the case that are one text."""
LISTS = ("bronnen", "effecten", "indicatoren", "schuiven")
"""Fields above the case that are a list of texts; a source is `document, plaats`."""
NOT_CHECKED = "nog niet gedaan"
"""What `herkenbaarheid` says until a second reader looked; then `rol, datum, niemand herkend`."""
NOBODY = ", niemand herkend"
"""How `herkenbaarheid` ends when that reader recognised nobody."""

SITUATION = "Situatie"
QUESTIONS = "Vragen"
NOTES = "Voor de presentator"
STEP_WORD = "Stap"
END_WORD = "Einde"
CHOICE_WORD = "Keuze"
STEP_LABELS = ("Wie beslist", "Regel", "Bron", "Oud", "Nieuw")
CHOICE_LABELS = ("Naar", "Kind", "Tijd", "Geld", "Kind oud", "Tijd oud", "Geld oud")
STEPS_OF_SIGN = {"--": -2, "-": -1, "0": 0, "+": 1, "++": 2}
"""What a consequence begins with, and how many steps that is."""
