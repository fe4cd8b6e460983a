from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from raadsapp.domain.observation import ObservationKey
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.intake.cells import cell_name, cell_place
from raadsapp.services import deliveries, delivery_cells
from raadsapp.services.delivery_cells import Effect, municipality_name, series_name, value_words
from raadsapp.services.opening import Session

HEADER = "indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron"


@given(st.integers(0, 1_048_575), st.integers(0, 16_383))
def test_a_cell_is_found_by_the_name_it_has(row: int, column: int) -> None:
    assert cell_place(cell_name(row, column)) == (row, column)


def test_what_is_no_cell_has_no_place() -> None:
    assert [cell_place(name) for name in ("", "C", "12", "C0", "c1", "C12:D13")] == [None] * 6


def looked(session: Session, folder: Path, *rows: str) -> delivery_cells.Shown:
    path = folder / "kwartaal.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return delivery_cells.shown(deliveries.preview(session, path))


def test_each_shown_cell_says_what_it_gives_and_what_was_found(
    shipped_session: Session, tmp_path: Path
) -> None:
    session = shipped_session
    before = tmp_path / "vorige.csv"
    before.write_text(f"{HEADER}\nIND-06;Heerlen;2019K1;;9;weken;;\n", encoding="utf-8")
    deliveries.commit(session, deliveries.preview(session, before), "Griffie")
    shown = looked(
        session,
        tmp_path,
        "IND-06;Heerlen;2019K1;;11;weken;;",
        "IND-06;Heerlen;2019K2;;veel;weken;;",
        "IND-06;Landgraaf;2019K1;;7;weken;;",
    )
    assert shown.values == {("kwartaal.csv", 1, 4): 0, ("kwartaal.csv", 3, 4): 1}
    assert [(at, change.old, change.new) for at, change in shown.changes.items()] == [
        (("kwartaal.csv", 1, 4), 9, 11)
    ]
    assert [(at, problem.code) for at, (problem,) in shown.problems.items()] == [
        (("kwartaal.csv", 2, 4), "not-a-number")
    ]
    assert shown.of_row("kwartaal.csv", 3) == [1]
    assert shown.of_row("kwartaal.csv", 2) == []


def test_rows_that_are_not_shown_are_passed_over(shipped_session: Session, tmp_path: Path) -> None:
    rows = [f"IND-06;Heerlen;2019K1;groep={row};{row};weken;;" for row in range(2, 402)]
    rows[299] = "IND-06;Heerlen;2019K1;groep=301;-4;weken;;"
    rows[349] = "IND-06;Heerlen;2019K1;groep=351;9000;weken;;"
    shown = looked(shipped_session, tmp_path, *rows)
    assert all(
        shown.preview.observations[number].key.breakdown == f"groep={row + 1}"
        for (_, row, _), number in shown.values.items()
    )
    assert len(shown.values) == sum(len(part.rows) for part in shown.preview.parts) - 2


def test_a_value_is_new_changes_or_stays_as_it_is(shipped_session: Session, tmp_path: Path) -> None:
    session = shipped_session
    first = looked(session, tmp_path, "IND-06;Heerlen;2019K1;;9;weken;;", "IND-06;Heerlen;2019;;8;weken;;")
    new = delivery_cells.outcome(session, first.preview.observations[0])
    assert (new.effect, new.old, new.known) == (Effect.NEW, None, ())
    deliveries.commit(session, first.preview, "Griffie")
    same = delivery_cells.outcome(session, first.preview.observations[0])
    assert same.effect is Effect.UNCHANGED
    assert [one.key.period.label for one in same.known] == ["1e kwartaal 2019"]
    other = looked(session, tmp_path, "IND-06;Heerlen;2019K1;;10;weken;;")
    changed = delivery_cells.outcome(session, other.preview.observations[0])
    assert changed.effect is Effect.CHANGED
    assert changed.old is not None
    assert changed.old.value == 9


def test_series_and_municipalities_are_called_by_name(shipped_session: Session) -> None:
    catalog = shipped_session.catalog
    known = ObservationKey("IND-06", "GM0917", Period(2019, PeriodKind.QUARTER, 1))
    assert series_name(catalog, known) == "Wachttijd tot de start"
    assert municipality_name(catalog, known) == "Heerlen"
    assert value_words(catalog, known, 9) == "9 weken"
    unknown = ObservationKey("x", "GM9999", Period(2019))
    assert (series_name(catalog, unknown), municipality_name(catalog, unknown)) == ("x", "GM9999")
    assert value_words(catalog, unknown, 9) == "9"


def test_a_value_has_the_unit_of_its_own_part_of_an_indicator_with_several(shipped_session: Session) -> None:
    catalog = shipped_session.catalog
    year = Period(2020)
    money = value_words(catalog, ObservationKey("IND-20", "GM0917", year, "maat=kosten"), 90_000)
    assert money.startswith("€")
    assert (
        value_words(catalog, ObservationKey("IND-03", "GM0917", year, "leeftijdsgroep=0 tot en met 3"), 31)
        == "31"
    )
    assert value_words(catalog, ObservationKey("IND-03", "GM0917", year, "soort hulp=ambulant"), 31) == "31"
    inhabitants = ObservationKey("inwoners", "GM0917", year)
    assert value_words(catalog, inhabitants, 86_762) == "86.762"
