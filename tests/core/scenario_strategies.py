"""Scenarios for Hypothesis: a municipality and a setting of its levers."""

from hypothesis import strategies as st

from tests.core.model_page import CHOICES, MUNICIPALITIES, RANGES, defaults_of, range_of

Settings = dict[str, float | str]
Asked = tuple[str, Settings]


@st.composite
def settings_of(draw: st.DrawFn, municipality: str) -> Settings:
    """Levers anywhere in their ranges, often at an end or at their default."""
    chosen: Settings = {key: draw(st.sampled_from(options)) for key, options in CHOICES.items()}
    for key in RANGES:
        low, high = range_of(key, municipality)
        somewhere = min(low + draw(st.floats(0, 1)) * (high - low), high)
        default = float(defaults_of(municipality)[key])
        chosen[key] = draw(st.sampled_from([default, low, high, somewhere]))
    return chosen


def scenarios() -> st.SearchStrategy[Asked]:
    """Any setting of all levers in any of the three municipalities."""
    return st.sampled_from(MUNICIPALITIES).flatmap(
        lambda municipality: st.tuples(st.just(municipality), settings_of(municipality))
    )
