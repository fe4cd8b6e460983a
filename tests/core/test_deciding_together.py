"""Programs that decide at the same time, searches that take too long, and stores that keep nothing."""

import json
import subprocess
import sys
from itertools import product
from pathlib import Path
from time import monotonic

import pytest

from raadsapp import paths
from raadsapp.privacy.disclosure import apart, tau_argus
from raadsapp.privacy.disclosure.protecting import Protected, protect
from raadsapp.services import agreements, disclosing
from raadsapp.services.member_view import (
    BLUNT,
    BLUNTLY,
    TOO_SMALL,
    UNDECIDED,
    MemberView,
    decided_view,
    member_view,
)
from raadsapp.services.opening import Session, open_session
from raadsapp.store import disclosures, observations
from raadsapp.store.connection import open_store
from tests.core.test_disclosure_tables import THRESHOLD, table_of
from tests.core.test_member_view import _rows, agreement_on, deliver, ended, key, quarter, run, seen

COUNTS = [5, 40, 60, 12, 33, 80, 21, 4, 55] * 4
# Without the engine more is hidden: two patterns that would give each other away.
_WITHOUT = (
    "import sys; sys.modules['pytauargus'] = None; from raadsapp.cli.main import main; main(sys.argv[1:])"
)

needs_engine = pytest.mark.skipif(
    not tau_argus.available(), reason="there is no such engine for this kind of computer"
)


class Stopped(Exception):  # noqa: N818 - somebody asked for it
    """The reader closed the window."""


def hidden_bluntly(session: Session, monkeypatch: pytest.MonkeyPatch) -> MemberView:
    """What members see when there is no time to find out how little must be hidden."""
    with monkeypatch.context() as hasty:
        hasty.setattr(apart, "SECONDS", 0.0)
        hasty.setattr(disclosing, "_AT_LEAST", 0.0)
        return member_view(session)


def begun(store: Path, *start: str) -> subprocess.Popen[str]:
    """Another program that shows what members see."""
    return subprocess.Popen(
        [sys.executable, *start, "indicators", "--json", "--store", str(store)],
        stdout=subprocess.PIPE,
        text=True,
    )


@needs_engine
def test_two_programs_that_decide_at_once_show_the_same(tmp_path: Path) -> None:
    store = tmp_path / "dossier.raadsapp"
    session = open_session(store, paths.data_dir())
    deliver(session, ended(COUNTS, (1, 2, 3, 4)))
    both = [begun(store, "-m", "raadsapp"), begun(store, "-c", _WITHOUT)]
    told = [json.loads(one.communicate()[0]) for one in both]
    for row in (*told[0], *told[1]):
        del row["notice"]  # only one of them says that it has no engine
    assert told[0] == told[1]
    assert len(disclosures.publications(session.store)) == 1
    session.close()


@needs_engine
def test_what_another_program_decides_during_the_search_stands(
    shipped_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver(shipped_session, ended(COUNTS, (1, 2, 3, 4)))
    other = open_store(shipped_session.store.path)
    views: list[MemberView] = []

    def decide_elsewhere() -> None:
        if not views:
            with monkeypatch.context() as without:
                without.setitem(sys.modules, "pytauargus", None)
                views.append(member_view(Session(other, shipped_session.catalog)))

    batches = observations.counting(shipped_session.store, None)
    assert seen(decided_view(shipped_session, batches, decide_elsewhere)) == seen(views[0])
    assert len(disclosures.publications(shipped_session.store)) == 1
    other.close()


@needs_engine
def test_a_search_that_is_stopped_decides_nothing(shipped_session: Session) -> None:
    deliver(shipped_session, ended(COUNTS, (1, 2, 3, 4)))

    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        decided_view(shipped_session, observations.counting(shipped_session.store, None), stop)
    assert disclosures.decisions(shipped_session.store) == ()


@needs_engine
def test_where_the_search_takes_too_long_more_is_hidden_and_that_is_said_ever_after(
    shipped_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver(shipped_session, ended(COUNTS, (1, 2, 3, 4)))
    view = hidden_bluntly(shipped_session, monkeypatch)
    assert view.notice == BLUNTLY
    again = Session(shipped_session.store, shipped_session.catalog)
    assert member_view(again).notice == BLUNTLY
    assert seen(member_view(again)) == seen(view)


@needs_engine
def test_whatever_leaves_the_program_says_that_more_was_left_out(
    tmp_path: Path,
    shipped_session: Session,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    deliver(shipped_session, ended(COUNTS, (1, 2, 3, 4)) | {key("IND-03", quarter(1)): 5.0})
    hidden_bluntly(shipped_session, monkeypatch)
    out = tmp_path / "openbaar.csv"
    assert run(shipped_session, "export", "--public", "--out", str(out)) == 0
    rows = _rows(out)[1:]
    assert {row[-1] for row in rows if row[4] == TOO_SMALL} == {BLUNTLY, f"opgeteld. {BLUNTLY}"}
    assert {row[-1] for row in rows if row[4] != TOO_SMALL} == {""}
    capsys.readouterr()
    assert run(shipped_session, "indicators", "--json") == 0
    assert {row["notice"] for row in json.loads(capsys.readouterr().out)} == {BLUNTLY}
    told = agreements.check(shipped_session, agreement_on("IND-03")).sentence
    assert told.endswith(f"is {TOO_SMALL}. {BLUNTLY}")


@needs_engine
def test_a_public_workbook_says_that_more_was_left_out(
    tmp_path: Path,
    shipped_session: Session,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    deliver(shipped_session, ended(COUNTS, (1, 2, 3, 4)))
    monkeypatch.setitem(sys.modules, "pytauargus", None)
    out = tmp_path / "openbaar.xlsx"
    assert run(shipped_session, "export", "--public", "--out", str(out)) == 0
    assert BLUNT in capsys.readouterr().out
    monkeypatch.undo()
    assert run(shipped_session, "export", "--public", "--out", str(out)) == 0
    assert BLUNTLY in capsys.readouterr().out


def test_a_store_that_keeps_nothing_shows_only_what_was_decided_before(shipped_session: Session) -> None:
    deliver(shipped_session, ended(COUNTS[:9], (1,)))
    before = seen(member_view(shipped_session))
    deliver(shipped_session, ended(COUNTS[:9], (2,)))
    shipped_session.store.seal()
    view = member_view(shipped_session)
    assert view.notice == UNDECIDED
    known = {key: value for key, value in seen(view).items() if value is not None}
    assert known.items() <= before.items()


@needs_engine
def test_a_search_without_end_is_ended_in_time() -> None:
    sizes = (4, 5, 12)
    keys = list(product(*map(range, sizes)))
    table = table_of({key: (7 * place) % 23 for place, key in enumerate(keys)}, sizes)
    began = monotonic()
    found = protect(table, THRESHOLD, apart.engine_apart(lambda: None), 1.0)
    assert monotonic() - began < 5
    assert found == Protected(frozenset(range(len(table.cells))), bluntly=True)


@needs_engine
def test_a_search_that_is_slow_to_begin_reading_is_told_all_of_a_long_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = table_of(dict.fromkeys(product(range(2), range(2)), 50), (2, 2))
    ask = apart.engine_apart(lambda: None)
    assert ask is not None
    monkeypatch.setattr(apart, "_OFTEN", 0.001)
    assert list(ask([table] * 1000, THRESHOLD, 20.0)) == [frozenset()] * 1000


@needs_engine
def test_an_engine_that_cannot_be_started_leaves_the_rest_to_blunt_hiding(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    table = table_of(dict(zip(product(range(2), range(2)), (3, 40, 50, 60), strict=True)), (2, 2))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-such-program"))
    found = protect(table, THRESHOLD, apart.engine_apart(lambda: None), 5.0)
    assert found == protect(table, THRESHOLD)
