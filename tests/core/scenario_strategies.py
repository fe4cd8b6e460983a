"""Scenarios for Hypothesis: a municipality and a setting of its levers."""

from hypothesis import strategies as st

from tests.core.model_page import CHOICES, RANGES, REGIONS, choices_of, defaults_of, range_of

Settings = dict[str, float | str]
Asked = tuple[str, Settings]


@st.composite
def settings_of(draw: st.DrawFn, municipality: str) -> Settings:
    """Levers anywhere in their ranges, often at an end or at their default."""
    chosen: Settings = {key: draw(st.sampled_from(choices_of(key, municipality))) for key in CHOICES}
    for key in RANGES:
        low, high = range_of(key, municipality)
        somewhere = min(low + draw(st.floats(0, 1)) * (high - low), high)
        default = float(defaults_of(municipality)[key])
        chosen[key] = draw(st.sampled_from([default, low, high, somewhere]))
    return chosen


def scenarios() -> st.SearchStrategy[Asked]:
    """Any setting of all levers in any of the three municipalities, or in all together."""
    return st.sampled_from(REGIONS).flatmap(
        lambda municipality: st.tuples(st.just(municipality), settings_of(municipality))
    )
