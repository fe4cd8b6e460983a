"""JSON as the scenario commands write it: one line, Dutch letters as they are, and never NaN or Infinity."""

import json


def json_text(value: object) -> str:
    """The value as JSON; ValueError for a number that JSON does not have (a fault in the program)."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
