"""Commitments are kept, changed, removed and brought back."""

from dataclasses import replace
from datetime import date

import pytest

from raadsapp.domain.changes import Part
from raadsapp.domain.commitment import Commitment, CommitmentState
from raadsapp.errors import UserError
from raadsapp.services import commitments
from raadsapp.services.opening import Session

PROMISE = Commitment(
    recommendation="A1",
    text=" Eén lijst ",
    owner="College",
    made_on=date(2026, 3, 1),
    due_on=date(2026, 6, 1),
)


def test_the_list_ships_empty(session: Session) -> None:
    assert commitments.list_commitments(session) == ()


def test_a_commitment_gets_a_number_and_is_listed_by_date(session: Session) -> None:
    later, changes = commitments.save(session, PROMISE)
    earlier, _ = commitments.save(session, replace(PROMISE, made_on=date(2026, 1, 1), due_on=None))
    assert later == replace(PROMISE, number=1, text="Eén lijst")
    assert changes.parts == {Part.COMMITMENTS}
    assert changes.message == "Toezegging toegevoegd."
    assert commitments.list_commitments(session) == (earlier, later)


def test_a_commitment_can_be_changed(session: Session) -> None:
    kept, _ = commitments.save(session, PROMISE)
    changed = replace(kept, owner="De wethouder", state=CommitmentState.DONE, due_on=None)
    assert commitments.save(session, changed)[0] == changed
    assert commitments.list_commitments(session) == (changed,)


def test_undoing_a_removal_gives_the_commitment_its_own_number_back(session: Session) -> None:
    kept, _ = commitments.save(session, PROMISE)
    other, _ = commitments.save(session, PROMISE)
    assert commitments.remove(session, other.number).message == "Toezegging verwijderd."
    third, _ = commitments.save(session, PROMISE)
    assert third.number not in {kept.number, other.number}
    assert commitments.bring_back(session, other).parts == {Part.COMMITMENTS}
    assert commitments.list_commitments(session) == (kept, other, third)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (replace(PROMISE, text="  "), "nog geen tekst"),
        (replace(PROMISE, owner=""), "nog geen eigenaar"),
        (replace(PROMISE, due_on=date(2026, 2, 1)), "voordat zij is gedaan"),
    ],
)
def test_an_incomplete_commitment_is_not_kept(session: Session, wrong: Commitment, said: str) -> None:
    with pytest.raises(UserError, match=said):
        commitments.save(session, wrong)
    assert commitments.list_commitments(session) == ()


def test_changing_or_removing_what_is_gone_is_told(session: Session) -> None:
    with pytest.raises(UserError, match="is er niet meer"):
        commitments.save(session, replace(PROMISE, number=7))
    with pytest.raises(UserError, match="is er niet meer"):
        commitments.remove(session, 7)
