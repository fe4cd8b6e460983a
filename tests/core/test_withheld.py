"""What a supplier gives as `<10` is no gap: it is there, and too small to be shown."""

from pathlib import Path

import pytest

from raadsapp.domain.observation import FICTIONAL
from raadsapp.domain.period import PeriodKind
from raadsapp.domain.shown import Shown
from raadsapp.services import deliveries
from raadsapp.services.judgements import judged
from raadsapp.services.member_view import TOO_SMALL, member_view
from raadsapp.services.opening import Session
from tests.core.test_member_view import AT, VOERENDAAL, _rows, deliver, key, quarter, run

HEADING = "indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron"


def bring(session: Session, folder: Path, *rows: str, source: str = "") -> int:
    """Import a file with these rows of indicator, period and value; its number."""
    path = folder / f"{len(deliveries.batches(session))}.csv"
    lines = (f"{{0}};Voerendaal;{{1}};;{{2}};;;{source}".format(*row.split()) for row in rows)
    path.write_text("\n".join((HEADING, *lines)), encoding="utf-8")
    batch, _ = deliveries.commit(session, deliveries.preview(session, path), "Griffie")
    return batch.number


def series(session: Session, indicator: str = "IND-03") -> list[tuple[str, float | None, bool]]:
    shown = member_view(session).series(indicator, VOERENDAAL)
    return [(one.period.code, one.value, one.suppressed) for one in shown]


def test_what_is_delivered_as_too_small_is_shown_as_that(shipped_session: Session, tmp_path: Path) -> None:
    bring(shipped_session, tmp_path, "IND-03 2025-K1 41", "IND-03 2025-K2 <10", "IND-03 2025-K3 -")
    assert series(shipped_session) == [("2025KW01", 41.0, False), ("2025KW02", None, True)]
    found = judged(member_view(shipped_session), shipped_session.catalog, "IND-03", VOERENDAAL)
    assert found.words.notes == (f"Het nieuwste cijfer is {TOO_SMALL}.",)
    out = tmp_path / "openbaar.csv"
    assert run(shipped_session, "export", "--public", "--out", str(out)) == 0
    assert [row[4] for row in _rows(out) if row[0] == "IND-03"] == ["41", TOO_SMALL]


@pytest.mark.parametrize("indicator", ["IND-03", "IND-19"], ids=["a count", "a share of unknown size"])
def test_a_later_figure_takes_its_place_and_with_its_delivery_it_goes(
    shipped_session: Session, tmp_path: Path, indicator: str
) -> None:
    number = bring(shipped_session, tmp_path, f"{indicator} 2025-K1 41", f"{indicator} 2025-K2 <10")
    later = bring(shipped_session, tmp_path, f"{indicator} 2025-K2 12")
    both = [("2025KW01", 41.0, False), ("2025KW02", 12.0, False)]
    assert series(shipped_session, indicator) == both
    deliveries.withdraw(shipped_session, later, "Griffie")
    assert series(shipped_session, indicator) == [both[0], ("2025KW02", None, True)]
    deliveries.withdraw(shipped_session, number, "Griffie")
    assert series(shipped_session, indicator) == []


def test_what_is_withheld_later_is_not_shown_any_more_and_cannot_be_found(
    shipped_session: Session, tmp_path: Path
) -> None:
    parts = ("hulpvorm=ambulant", "hulpvorm=daghulp", "hulpvorm=netwerk")
    first = dict(zip((*parts, ""), (12.0, 34.0, 40.0, 86.0), strict=True))
    deliver(shipped_session, {key("IND-05", quarter(1), part): value for part, value in first.items()})
    assert series(shipped_session, "IND-05") == [("2025KW01", 86.0, False)]
    later = tmp_path / "later.csv"
    rows = (f"IND-05;Voerendaal;2025-K1;{parts[0]};<10;;;", "IND-05;Voerendaal;2025-K1;;82;;;")
    later.write_text("\n".join((HEADING, *rows)), encoding="utf-8")
    deliveries.commit(shipped_session, deliveries.preview(shipped_session, later), "Griffie")
    view = member_view(shipped_session)
    assert [one.value for one in view.series("IND-05", VOERENDAAL, parts[1])] == [34.0]
    hidden = (view.series("IND-05", VOERENDAAL, part) for part in (parts[0], ""))
    assert [[one.suppressed for one in shown] for shown in hidden] == [[True], [True]]
    then = member_view(shipped_session, AT.astimezone().date())
    assert [one.value for one in then.series("IND-05", VOERENDAAL, parts[0])] == [12.0]


def test_a_series_of_nothing_else_is_there_and_keeps_its_mark(
    shipped_session: Session, tmp_path: Path
) -> None:
    bring(
        shipped_session,
        tmp_path,
        "IND-16 2024 *",
        "IND-16 2025 <5",
        "IND-01 2025-K1 98",
        source=f"{FICTIONAL}: oefening",
    )
    (first, second) = member_view(shipped_session).series("IND-16", VOERENDAAL)
    assert (first.period.kind, first.value, first.fictional) == (PeriodKind.YEAR, None, True)
    assert second.suppressed


def test_only_periods_of_the_length_that_is_shown_stand_beside_the_rest(
    shipped_session: Session, tmp_path: Path
) -> None:
    bring(shipped_session, tmp_path, "IND-19 2025-K1 80", "IND-19 2025 <10", "IND-19 2025-K2 <10")
    assert series(shipped_session, "IND-19") == [("2025KW01", 80.0, False), ("2025KW02", None, True)]
    assert member_view(shipped_session).series("IND-19", VOERENDAAL)[1] == Shown(
        quarter(2), None, suppressed=True
    )


def test_nothing_of_a_refused_sheet_is_kept(
    shipped_session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.csv"
    rows = ("IND-03;Voerendaal;2025-K1;;41;;;", "IND-03;Voerendaal;2025-K2;;<10;;;")
    path.write_text("\n".join((HEADING, *rows)), encoding="utf-8")
    entries = deliveries.preview(shipped_session, path).entries
    assert len(entries.withheld) == 1
    assert not entries.without_sheets(entries.sheet_names.all).withheld


def test_a_year_that_is_withheld_stands_once_beside_its_quarters(
    shipped_session: Session, tmp_path: Path
) -> None:
    quarters = (f"IND-04 2025-K{number} {value}" for number, value in enumerate((2, 3, 1, 2), 1))
    bring(shipped_session, tmp_path, *quarters, "IND-04 2025 <10")
    assert series(shipped_session, "IND-04") == [("2025JJ00", None, True)]
