"""Numbers, money and dates as Dutch readers write them."""

import re
from datetime import date, datetime
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp import texts


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (0, 0, "0"),
        (1234.5, 1, "1.234,5"),
        (1450000, 0, "1.450.000"),
        (-3, 0, "−3"),
        (-0.4, 0, "0"),
        (nan, 0, "–"),
        (inf, 2, "–"),
    ],
)
def test_a_number_has_points_between_thousands_and_a_decimal_comma(
    value: float, decimals: int, written: str
) -> None:
    assert texts.number(value, decimals) == written


@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_a_written_number_reads_back_to_its_rounding(value: float, decimals: int) -> None:
    written = texts.number(value, decimals)
    read = float(written.replace(".", "").replace(",", ".").replace("−", "-"))
    assert read == round(value, decimals)


@pytest.mark.parametrize(
    ("value", "written"), [(304819, "€ 304.819"), (-304819.4, "−€ 304.819"), (0, "€ 0"), (-0.2, "€ 0")]
)
def test_money_has_its_minus_before_the_euro_sign(value: float, written: str) -> None:
    assert texts.euro(value) == written


def test_percentages_dates_counts_and_lists_read_as_dutch() -> None:
    assert texts.percent(1.4, 1) == "1,4%"
    assert texts.long_date(date(2026, 11, 22)) == "22 november 2026"
    assert texts.long_moment(datetime(2026, 11, 22, 9, 5)) == "22 november 2026 om 9.05 uur"  # noqa: DTZ001
    assert texts.plural(1, "doel", "doelen") == "1 doel"
    assert texts.plural(25, "doel", "doelen") == "25 doelen"
    assert texts.enumeration([]) == ""
    assert texts.enumeration(["raad"]) == "raad"
    assert texts.enumeration(["raad", "college", "JenS"]) == "raad, college en JenS"
    assert texts.breakdown_words("taakveld vanaf 2025=6.22") == "taakveld vanaf 2025: 6.22"
    assert texts.breakdown_words("") == ""


@pytest.mark.parametrize(
    "whole",
    [
        *("€ 12", "€ 1,5 miljoen", "−€ 304.819", "+€ 2,7 miljoen", "0 weken", "1 week", "> 52 weken"),
        *("11,2 keer", "1,5 jaar", "10 dagen", "73 van de 100", "< 1 van de 100"),
    ],
)
def test_a_number_is_never_broken_from_its_sign_or_unit(whole: str) -> None:
    kept = texts.unbroken(f"Dat is {whole} in het jaar 2022, week 7.")
    (between,) = re.findall("Dat is (.*) in het jaar 2022, week 7[.]", kept)
    assert " " not in between
    assert "−€" not in between  # a line may end behind this minus
    assert between.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "") == whole


def test_marks_and_capitals_make_no_difference() -> None:
    assert texts.without_marks("Súdwest-Fryslân, Geïnd") == "sudwest-fryslan, geind"
