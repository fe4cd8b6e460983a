"""A pattern of a layout never takes long, whatever text it is tried on."""

from time import perf_counter

import pytest

from raadsapp.intake.patterns import LONGEST, check_pattern, fitting, sought


@pytest.mark.parametrize(
    "pattern",
    [
        "(a?a?a?a?a?a?a?aaaaaaa)",
        r"(\w+\w+\w+\w+\w+)!",
        "([a-z]+(?: )?[a-z]+(?: )?[a-z]+(?: )?[a-z]+(?: )?[a-z]+)!",
        "(.{1,50}.{1,50}.{1,50}.{1,50})!",
        "((?:a|b)?(?:a|b)?(?:a|b)?(?:a|b)?(?:a|b)?(?:a|b)?(?:a|b)?(?:a|b)?(?:a|b)?(?:a|b)?(?:a|b)?(?:a|b)?x)",
        r"(.)\1*\1*\1*\1*!",
    ],
)
def test_a_pattern_that_fits_in_too_many_ways_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="kan zo lang duren"):
        check_pattern(pattern)


@pytest.mark.parametrize("pattern", ["(.*)x.*x.*!", "^(.*)x.*x.*!|(.*)x.*x.*!"])
def test_what_is_sought_in_a_name_may_begin_anywhere_and_so_fits_in_more_ways(pattern: str) -> None:
    check_pattern("(.*)x.*x.*!")
    with pytest.raises(ValueError, match="kan zo lang duren"):
        check_pattern(pattern, sought=True)


@pytest.mark.parametrize("pattern", ["(.*)x.*!", "^(.*)x.*x.*!$", "^(?:(.*)x|.*)x.*!"])
def test_what_is_sought_in_the_worst_name_is_sought_soon(pattern: str) -> None:
    check_pattern(pattern, sought=True)
    begin = perf_counter()
    assert sought(pattern, "x" * 10_000) == set()
    assert perf_counter() - begin < 1


def test_everything_that_a_name_says_is_found() -> None:
    assert sought("k([0-9])", "K1 en k1 of K2") == {"1", "2"}
    assert sought("", "K1") == set()


@pytest.mark.parametrize("pattern", ["(?i)(a)", "(a)(?(1)b|c)", "(?#noot)(a)"])
def test_what_has_no_place_in_a_layout_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="niet kan"):
        check_pattern(pattern)


@pytest.mark.parametrize("pattern", ["((?:a+)+)", "((a|b){3})", "((?:ab)*)"])
def test_a_group_is_never_repeated(pattern: str) -> None:
    with pytest.raises(ValueError, match="herhaalt een groep"):
        check_pattern(pattern)


@pytest.mark.parametrize("pattern", [r"(.*)x(.*)x(.*)!", r"(\S+)-(\S+)-(\S+)!", r"(?:.*[|/])?(.+) \(.*\)!"])
def test_the_worst_text_for_a_pattern_that_is_taken_is_tried_soon(pattern: str) -> None:
    check_pattern(pattern)
    for worst in ("x" * LONGEST, "-" * LONGEST, "x-" * (LONGEST // 2), "| (" * (LONGEST // 3)):
        begin = perf_counter()
        assert fitting(pattern, worst) is None
        assert perf_counter() - begin < 1


def test_a_text_that_is_too_long_for_a_pattern_does_not_fit() -> None:
    assert fitting("(a+)", "a" * LONGEST)
    assert fitting("(a+)", "a" * (LONGEST + 1)) is None
    assert fitting("(a+)", "a" * 10_000_000) is None


def test_spaces_and_case_do_not_matter_unless_case_is_asked_for() -> None:
    found = fitting("gemeente (.+)", "  Gemeente \u00a0 Heerlen ")
    assert found is not None
    assert found[1] == "Heerlen"
    assert fitting("gemeente (.+)", "Gemeente Heerlen", case=True) is None
