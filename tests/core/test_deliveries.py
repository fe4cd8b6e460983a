"""A delivery is looked at first, stored in one go, noticed the second time, and taken back to the row."""

from dataclasses import replace
from pathlib import Path

import pytest

from raadsapp.domain.changes import Part
from raadsapp.domain.observation import Observation
from raadsapp.domain.problem import Severity
from raadsapp.errors import UserError
from raadsapp.services import deliveries
from raadsapp.services.delivered_values import Change
from raadsapp.services.opening import Session
from raadsapp.store import observations
from tests.core.workbook_files import xlsx

HEADER = "indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron\n"


def _file(folder: Path, *rows: str, name: str = "kwartaal.csv") -> Path:
    path = folder / name
    path.write_text(HEADER + "\n".join(rows), encoding="utf-8")
    return path


def _now(session: Session) -> tuple[Observation, ...]:
    return observations.current(session.store)


def test_a_preview_writes_nothing(session: Session, tmp_path: Path) -> None:
    before = _now(session), deliveries.batches(session)
    preview = deliveries.preview(session, _file(tmp_path, "jongeren;Heerlen;2019;;10;;;"))
    assert (preview.file, preview.layout, preview.new, preview.changed, preview.unchanged) == (
        "kwartaal.csv",
        "long",
        1,
        0,
        0,
    )
    assert preview.title == "Lange tabel (één waarde per rij)"
    assert (_now(session), deliveries.batches(session)) == before


def test_a_confirmed_delivery_stands_in_the_store_with_who_and_when(session: Session, tmp_path: Path) -> None:
    preview = deliveries.preview(
        session, _file(tmp_path, "jongeren;Heerlen;2019;;10;;;", "IND-01;986;2019;;5;;;")
    )
    batch, changes = deliveries.commit(session, preview, "Griffie")
    assert (batch.file, batch.layout, batch.imported_by, batch.new) == ("kwartaal.csv", "long", "Griffie", 2)
    assert batch.sha256 == preview.sha256
    assert changes.parts == {Part.OBSERVATIONS}
    assert changes.message == (
        f"Levering {batch.number}: 2 waarden uit 'kwartaal.csv' ingelezen, 2 nieuw, 0 gewijzigd, 0 gelijk."
    )
    assert set(preview.observations) <= set(_now(session))
    assert deliveries.batches(session)[0] == batch


def test_a_later_delivery_shows_what_is_new_changed_and_unchanged(session: Session, tmp_path: Path) -> None:
    first = _file(tmp_path, "jongeren;Heerlen;2019;;10;;;", "jongeren;Heerlen;2020;;11;;;")
    deliveries.commit(session, deliveries.preview(session, first), "Griffie")
    second = _file(
        tmp_path,
        "jongeren;Heerlen;2019;;10;;;",
        "jongeren;Heerlen;2020;;12;;;",
        "jongeren;Heerlen;2021;;13;;;",
        name="tweede.csv",
    )
    preview = deliveries.preview(session, second)
    assert (preview.new, preview.changed, preview.unchanged) == (1, 1, 1)
    assert preview.changes == (Change(preview.observations[1].key, 11, 12),)
    batch, _ = deliveries.commit(session, preview, "Griffie")
    assert (batch.new, batch.changed, batch.unchanged) == (1, 1, 1)


def test_the_same_file_again_is_noticed_and_changes_nothing(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, "jongeren;Heerlen;2019;;10;;;")
    batch, _ = deliveries.commit(session, deliveries.preview(session, path), "Griffie")
    before = _now(session), deliveries.batches(session)
    again = deliveries.preview(session, path)
    assert again.already == batch
    assert [problem.code for problem in again.problems] == ["already-imported"]
    same, changes = deliveries.commit(session, again, "Griffie")
    assert same == batch
    assert not changes.parts
    assert "al ingelezen als levering" in changes.message
    assert (_now(session), deliveries.batches(session)) == before


def test_a_withdrawn_delivery_leaves_what_stood_before_and_can_come_back(
    session: Session, tmp_path: Path
) -> None:
    deliveries.commit(
        session, deliveries.preview(session, _file(tmp_path, "jongeren;Heerlen;2019;;10;;;")), "a"
    )
    before = _now(session)
    path = _file(tmp_path, "jongeren;Heerlen;2019;;99;;;", "IND-01;986;2019;;5;;;", name="fout.csv")
    batch, _ = deliveries.commit(session, deliveries.preview(session, path), "b")
    after = _now(session)
    assert after != before
    assert "ingetrokken" in deliveries.withdraw(session, batch.number, "Griffie").message
    assert _now(session) == before
    assert deliveries.batches(session)[0].withdrawn_by == "Griffie"
    assert deliveries.preview(session, path).already is None
    assert "telt weer mee" in deliveries.bring_back(session, batch.number, "Griffie").message
    assert _now(session) == after
    with pytest.raises(UserError):
        deliveries.withdraw(session, 999, "Griffie")


def test_a_preview_that_no_longer_holds_is_not_stored(session: Session, tmp_path: Path) -> None:
    preview = deliveries.preview(session, _file(tmp_path, "jongeren;Heerlen;2019;;10;;;"))
    other = _file(tmp_path, "jongeren;Heerlen;2019;;11;;;", name="ander.csv")
    deliveries.commit(session, deliveries.preview(session, other), "b")
    before = _now(session), deliveries.batches(session)
    with pytest.raises(UserError, match="veranderd sinds"):
        deliveries.commit(session, preview, "a")
    assert (_now(session), deliveries.batches(session)) == before


@pytest.mark.parametrize("name", ["kwartaal.csv", "kwartaal.xlsx"])
@pytest.mark.parametrize("deleted", [True, False])
def test_what_was_seen_is_stored_though_the_file_is_gone_or_another_by_then(
    session: Session, tmp_path: Path, name: str, *, deleted: bool
) -> None:
    path = tmp_path / name
    row = "jongeren;Heerlen;2019;;{};;;"
    if name.endswith("xlsx"):
        path.write_bytes(xlsx({"K1": [line.split(";") for line in (HEADER.strip(), row.format(10))]}))
    else:
        _file(tmp_path, row.format(10))
    preview = deliveries.preview(session, path)
    path.unlink()
    if not deleted:
        _file(tmp_path, row.format(99), name=name)
    batch, _ = deliveries.commit(session, preview, "Griffie")
    assert batch.sha256 == preview.sha256
    assert [found.value for found in _now(session) if found in set(preview.observations)] == [10]
    assert [found.value for found in preview.observations] == [10]


def test_a_preview_that_still_holds_is_stored_although_another_delivery_came_first(
    session: Session, tmp_path: Path
) -> None:
    preview = deliveries.preview(session, _file(tmp_path, "jongeren;Heerlen;2019;;10;;;"))
    other = _file(tmp_path, "jongeren;Voerendaal;2019;;11;;;", name="ander.csv")
    deliveries.commit(session, deliveries.preview(session, other), "b")
    assert deliveries.commit(session, preview, "a")[0].new == 1


def test_a_delivery_without_any_usable_value_is_not_stored(session: Session, tmp_path: Path) -> None:
    preview = deliveries.preview(session, _file(tmp_path, "jongeren;Atlantis;2019;;10;;;"))
    assert preview.blocking == 1
    with pytest.raises(UserError, match="geen waarde die ingelezen kan worden"):
        deliveries.commit(session, preview, "a")


def test_problems_stand_in_order_of_severity_and_place(session: Session, tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        "jongeren;Heerlen;2019;;x;;;",
        "jongeren;Heerlen;2020;;10;;;",
        "jongeren;Heerlen;2021;;100;;;",
        "jongeren;Heerlen;ooit;;5;;;",
        "jongeren;Atlantis;2019;;5;;;",
    )
    found = [(problem.code, problem.cell) for problem in deliveries.preview(session, path).problems]
    assert found == [
        ("unknown-period", "C5"),
        ("unknown-municipality", "B6"),
        ("jump", "E4"),
        ("missing", "E2"),
    ]


def test_a_last_row_that_stops_half_way_is_told_and_a_note_below_the_table_is_not(
    session: Session, tmp_path: Path
) -> None:
    whole = "jongeren;Heerlen;2019;;12;;;Opgave"
    cut = deliveries.preview(session, _file(tmp_path, whole, "jongeren;Heerlen;2020;;9"))
    assert [(said.code, said.severity, said.cell) for said in cut.problems] == [
        ("cut-off", Severity.WARNING, "E3")
    ]
    assert "De laatste rij heeft 5 cellen onder 8 kolomnamen." in cut.problems[0].message
    for below in ("Bron: Jens", "Bron: Jens;2019", ""):
        told = deliveries.preview(session, _file(tmp_path, whole, below))
        assert "cut-off" not in {said.code for said in told.problems}


def test_a_changed_status_alone_is_a_change(session: Session, tmp_path: Path) -> None:
    first = _file(tmp_path, "jongeren;Heerlen;2019;;10;;voorlopig;")
    deliveries.commit(session, deliveries.preview(session, first), "a")
    second = _file(tmp_path, "jongeren;Heerlen;2019;;10;;definitief;", name="tweede.csv")
    preview = deliveries.preview(session, second)
    assert preview.changes == (Change(preview.observations[0].key, 10, 10),)


def test_the_wanted_layout_is_used_or_refused(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, "jongeren;Heerlen;2019;;10;;;")
    assert deliveries.preview(session, path, "long").layout == "long"
    with pytest.raises(UserError, match="Geen enkele indeling past"):
        deliveries.preview(session, path, "iv3")


def test_a_preview_is_a_value_that_cannot_change(session: Session, tmp_path: Path) -> None:
    preview = deliveries.preview(session, _file(tmp_path, "jongeren;Heerlen;2019;;10;;;"))
    assert replace(preview) == preview
    assert hash(preview.observations)
