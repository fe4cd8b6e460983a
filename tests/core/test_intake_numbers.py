"""A written number gives that number or a problem, and never another number."""

from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from raadsapp.intake.numbers import Unread, read_number, scaled, written_number

finite = st.floats(allow_nan=False, allow_infinity=False)
decimals = st.decimals(min_value=-(10**12), max_value=10**12, places=3, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        (" 12 ", 12),
        ("+12", 12),
        ("-60", -60),
        ("−60", -60),
        ("21832.0", 21832),
        ("14,6", 14.6),
        ("0,123", 0.123),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1_234_567),
        ("1 234", 1234),
        ("1\u00a0234,50", 1234.5),
        ("1234,567", 1234.567),
        ("1'234,5", 1234.5),
        ("1’234’567.25", 1_234_567.25),
        ("1'234", 1234),
        ("1\u202f234", 1234),
        ("0,30000000000000004", 0.1 + 0.2),
    ],
)
def test_numbers_that_can_be_read_in_one_way_are_read(text: str, value: float) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize("text", ["1.234", "1,234", "-12.345", "999,999"])
def test_a_number_that_can_be_read_in_two_ways_is_not_read(text: str) -> None:
    assert read_number(text) is Unread.AMBIGUOUS


@pytest.mark.parametrize("text", ["#N/B", "#N/A", "#DEEL/0!", "#DIV/0!", "#NAAM?"])
def test_a_failed_formula_is_no_number_and_never_missing(text: str) -> None:
    assert read_number(text) is Unread.FAILED_FORMULA


def test_a_layout_that_fixes_the_decimal_sign_takes_the_doubt_away() -> None:
    assert read_number("1.234", ",") == 1234
    assert read_number("1.234", ".") == 1.234
    assert read_number("14.6", ",") is Unread.NOT_A_NUMBER
    assert read_number("14,6", ".") is Unread.NOT_A_NUMBER


@pytest.mark.parametrize(
    "text", ["", " ", "-", "–", "−", ".", "..", "x", "X", "n.b.", "N.v.t.", "?", "onbekend"]
)
def test_marks_for_nothing_are_missing_and_never_zero(text: str) -> None:
    assert read_number(text) is Unread.MISSING


@pytest.mark.parametrize("text", ["<5", "< 10", "<=5", "*", "Geheim"])
def test_marks_for_protected_values_are_suppressed_and_never_zero(text: str) -> None:
    assert read_number(text) is Unread.SUPPRESSED


@pytest.mark.parametrize(
    "text",
    ["geen", "nihil", "12 jongeren", "1e5", "nan", "inf", "1.23.4", "12,3,4", "1 23", "--5", "5-", "٣"],
)
def test_other_text_is_no_number(text: str) -> None:
    assert read_number(text) is Unread.NOT_A_NUMBER


@pytest.mark.parametrize("text", ["9007199254740993", "0,12345678901234567890", "9" * 400])
def test_a_number_that_would_change_on_the_way_is_not_read(text: str) -> None:
    assert read_number(text) is Unread.TOO_PRECISE


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("12%", "%", 12),
        ("14,6 %", "%", 14.6),
        ("€ 1.250,00", "€", 1250),
        ("€1250", "€", 1250),
        ("-€ 12,50", "€", -12.5),
        ("€ -12,50", "€", -12.5),
        ("€\u00a01.234.567", "€", 1_234_567),
        ("EUR 12,50", "€", 12.5),
        ("1.250,00 €", "€", 1250),
        ("12,50 euro", "€", 12.5),
        ("1.250,-", "€", 1250),
        ("€ 1.250,--", "€", 1250),
    ],
)
def test_the_sign_of_its_unit_may_stand_with_a_number(text: str, unit: str, value: float) -> None:
    assert read_number(text, "", unit) == value
    assert read_number(text, ",", unit) == value
    assert read_number(text) is Unread.NOT_A_NUMBER


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("12%", "€"),
        ("12%", "aantal, %"),
        ("€ 12", "%"),
        ("€", "€"),
        ("€ -", "€"),
        ("-€ -12", "€"),
        ("€ 12 €", "€"),
        ("%", "%"),
        ("12%%", "%"),
        ("12‰", "%"),
        ("(1.250)", "€"),
        ("€ (1.250)", "€"),
        ("1.250-", "€"),
        ("1,5 mln", "€"),
        ("12 k€", "€"),
        ("$ 12", "€"),
        ("ca. 12", "aantal"),
        ("10-20", "aantal"),
    ],
)
def test_another_sign_or_remark_with_a_number_is_not_read(text: str, unit: str) -> None:
    assert read_number(text, "", unit) is Unread.NOT_A_NUMBER


def test_a_sign_does_not_take_the_doubt_away() -> None:
    assert read_number("€ 1.250", "", "€") is Unread.AMBIGUOUS
    assert read_number("1.250,-", ".", "€") is Unread.NOT_A_NUMBER


def _grouped(number: Decimal, thousands: str, decimal: str) -> str:
    return f"{number:,f}".replace(",", "t").replace(".", decimal).replace("t", thousands)


@given(
    st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False),
    st.sampled_from(["", ".", ",", " ", "'", "\u00a0", "\u202f"]),
    st.sampled_from([",", "."]),
    st.sampled_from(["{}", " {} ", "€ {}", "€{}", "{} €", "EUR {}", "{} euro", "{}%", "{} %"]),
    st.sampled_from(["", ",", "."]),
    st.sampled_from(["", "€", "%", "aantal", "aantal, %"]),
)
def test_a_number_in_any_written_form_gives_that_number_or_a_problem(
    number: Decimal, thousands: str, decimal: str, around: str, convention: str, unit: str
) -> None:
    assume(thousands != decimal)
    read = read_number(around.format(_grouped(number, thousands, decimal)), convention, unit)
    assert isinstance(read, Unread) or read == float(number)


@given(decimals)
def test_dutch_thousands_and_decimals_give_that_number_or_a_problem(number: Decimal) -> None:
    text = f"{number:,.3f}".translate(str.maketrans(",.", ".,"))
    for decimal in ("", ","):
        read = read_number(text, decimal)
        assert isinstance(read, Unread) or read == float(number)


@given(decimals)
def test_points_for_decimals_give_that_number_or_a_problem(number: Decimal) -> None:
    read = read_number(f"{number:.3f}", ".")
    assert isinstance(read, Unread) or read == float(number)


@given(st.integers())
def test_a_whole_number_gives_that_number_or_a_problem(number: int) -> None:
    read = read_number(str(number))
    assert read is Unread.TOO_PRECISE or read == number


@given(finite)
@example(1.234)
@example(-999.125)
@example(1e22)
@example(5e-324)
@example(-0.0)
def test_what_the_program_writes_it_reads_back_whatever_the_layout_says(value: float) -> None:
    assert read_number(written_number(value)) == value
    assert read_number(written_number(value), ",") == value


@given(st.text(alphabet="0123456789.,- +x<e€%()", max_size=12), st.sampled_from(["", "€", "%"]))
def test_any_text_gives_a_number_only_if_its_digits_say_so(text: str, unit: str) -> None:
    read = read_number(text, "", unit)
    if not isinstance(read, Unread):
        digits = "".join(sign for sign in text if sign.isdigit()).strip("0")
        assert "".join(sign for sign in written_number(read) if sign.isdigit()).strip("0") == digits


def test_a_factor_counts_as_on_paper() -> None:
    assert scaled(0.57, 100.0) == 57
    assert scaled(21832.0, 1000.0) == 21_832_000
