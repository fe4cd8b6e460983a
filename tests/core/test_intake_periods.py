"""Periods are read in every form that suppliers write, and in no other."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.domain.period import Period, PeriodKind
from raadsapp.intake.periods import is_provisional, period_of_day, read_period

Q1 = Period(2019, PeriodKind.QUARTER, 1)
years = st.integers(1900, 2100)
all_periods = st.one_of(
    st.builds(Period, years),
    st.builds(Period, years, st.just(PeriodKind.HALF_YEAR), st.integers(1, 2)),
    st.builds(Period, years, st.just(PeriodKind.QUARTER), st.integers(1, 4)),
    st.builds(Period, years, st.just(PeriodKind.MONTH), st.integers(1, 12)),
)


@pytest.mark.parametrize(
    "text",
    [
        "2019-Q1",
        "2019K1",
        "2019 1e kwartaal",
        "1e kw. 2019",
        "Q1 2019",
        "kwartaal 1 2019",
        "2019KW01",
        "2019kw01",
        " K1-2019 ",
        "2019 kw 1",
        "1ste kwartaal 2019",
        "2019 1e kwartaal*",
        "2019KW01**",
        "eerste kwartaal 2019",
        "2019, kwartaal I",
        "I kw 2019",
        "2019-Q01",
    ],
)
def test_every_written_form_of_a_quarter_is_read(text: str) -> None:
    assert read_period(text) == Q1


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2019", Period(2019)),
        ("2019JJ00", Period(2019)),
        ("jan 2019", Period(2019, PeriodKind.MONTH, 1)),
        ("2019 mrt.", Period(2019, PeriodKind.MONTH, 3)),
        ("Sept 2019", Period(2019, PeriodKind.MONTH, 9)),
        ("2019MM12", Period(2019, PeriodKind.MONTH, 12)),
        ("2e halfjaar 2019", Period(2019, PeriodKind.HALF_YEAR, 2)),
        ("2019-H1", Period(2019, PeriodKind.HALF_YEAR, 1)),
        ("2019HJ02", Period(2019, PeriodKind.HALF_YEAR, 2)),
        ("Tweede half jaar 2019", Period(2019, PeriodKind.HALF_YEAR, 2)),
        ("eerste helft 2019", Period(2019, PeriodKind.HALF_YEAR, 1)),
        ("2019*", Period(2019)),
        ("2019 **", Period(2019)),
        ("jaar 2019", Period(2019)),
        ("heel 2019", Period(2019)),
        ("2019 januari", Period(2019, PeriodKind.MONTH, 1)),
        ("febr. 2019", Period(2019, PeriodKind.MONTH, 2)),
        ("2019M03", Period(2019, PeriodKind.MONTH, 3)),
        ("maand 11 2019", Period(2019, PeriodKind.MONTH, 11)),
    ],
)
def test_years_months_and_half_years_are_read(text: str, period: Period) -> None:
    assert read_period(text) == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2019-Q5",
        "2019/2020",
        "Q12019",
        "20191",
        "1 2019",
        "3000",
        "2019KW05",
        "2019MM13",
        "kwartaal 1",
        "19-1",
        "2019-03",
        "03-2019",
        "jan '19",
        "jan 19",
        "2019M13",
        "kwartaal V 2019",
        "derde half jaar 2019",
        "2019-Q1-Q2",
        "jan-mrt 2019",
        "2019***",
        "*2019",
        "2019 voorlopig",
        "schooljaar 2019",
        "31-3-2019",
        "43466",
    ],
)
def test_what_names_no_period_or_two_is_not_read(text: str) -> None:
    assert read_period(text) is None


@given(all_periods)
def test_a_period_is_read_back_from_its_code_and_from_its_dutch_wording(period: Period) -> None:
    assert read_period(period.code) == period
    assert read_period(period.label) == period
    assert read_period(period.label.upper()) == period


_NAMES = {
    PeriodKind.QUARTER: ("q{}", "k{}", "kw {}", "kwartaal {}", "{}e kwartaal", "{}e kw.", "Q0{}"),
    PeriodKind.HALF_YEAR: ("h{}", "hj {}", "halfjaar {}", "{}e halfjaar", "{}e half jaar"),
    PeriodKind.MONTH: ("m{}", "maand {}"),
}


@given(
    all_periods,
    st.integers(0, 6),
    st.sampled_from(["{year} {part}", "{part} {year}", "{year}-{part}", "{part}/{year}", "{year}{part}"]),
    st.sampled_from(["", "*", " *", "**"]),
    st.sampled_from([str.upper, str.lower, str]),
)
def test_a_period_in_any_written_form_gives_that_period_or_none(
    period: Period, name: int, form: str, stars: str, spelled: Callable[[str], str]
) -> None:
    names = _NAMES.get(period.kind, ("jaar", "heel"))
    part = names[name % len(names)].format(period.number)
    text = form.format(year=period.year, part=part) + stars
    assert read_period(spelled(text)) in {period, None}
    assert read_period(f"{period.year} {names[0].format(period.number)}{stars}") == period
    assert is_provisional(text) is bool(stars)


@given(st.text(alphabet="0123456789 -/.*'QKkwHJMmjanei", max_size=14))
def test_a_period_that_is_read_has_its_year_in_the_text(text: str) -> None:
    period = read_period(text)
    assert period is None or str(period.year) in text


@given(st.text(max_size=20))
def test_any_text_is_a_period_or_none(text: str) -> None:
    assert isinstance(read_period(text), Period | None)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period(2024), date(2024, 1, 1), date(2024, 12, 31)),
        (Period(2024, PeriodKind.HALF_YEAR, 2), date(2024, 7, 1), date(2024, 12, 31)),
        (Period(2024, PeriodKind.QUARTER, 1), date(2024, 1, 1), date(2024, 3, 31)),
        (Period(2024, PeriodKind.MONTH, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (Period(2024, PeriodKind.MONTH, 12), date(2024, 12, 1), date(2024, 12, 31)),
    ],
)
def test_a_period_runs_from_its_first_to_its_last_day(period: Period, first: date, last: date) -> None:
    assert (period.first_day, period.last_day) == (first, last)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(PeriodKind))
def test_a_day_in_either_form_stands_for_the_period_it_falls_in(day: date, kind: PeriodKind) -> None:
    found = period_of_day(day.isoformat(), kind)
    assert found is not None
    assert found.first_day <= day <= found.last_day
    assert period_of_day(f"{day.day}-{day.month}-{day.year}", kind) == found


@pytest.mark.parametrize("text", ["", "2019", "2019-13-01", "31-2-2019", "2019-3-31x", "1-1-1800"])
def test_what_is_no_day_stands_for_no_period(text: str) -> None:
    assert period_of_day(text, PeriodKind.MONTH) is None
