"""The words around a chart, on the screen and on a picture of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartWords:
    """Title that states the finding, what is shown, how firm it is, the sentence below, the source line."""

    title: str
    subtitle: str = ""
    mark: str = ""
    sentence: str = ""
    source: str = ""
