import threading

from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from raadsapp.errors import UserError
from raadsapp.ui import tasks


def test_work_is_done_on_another_thread_and_reported_on_this_one(qtbot: QtBot) -> None:
    here = threading.get_ident()
    seen: list[tuple[int, int]] = []
    done: list[tuple[int, int]] = []

    def work(progress: tasks.Progress) -> int:
        progress.report(1, 2)
        return threading.get_ident()

    def take(worker: int) -> None:
        done.append((worker, threading.get_ident()))

    def follow(ready: int, total: int) -> None:
        assert threading.get_ident() == here
        seen.append((ready, total))

    tasks.run(work, take, unexpected, follow)
    qtbot.waitUntil(lambda: bool(done))
    assert seen == [(1, 2)]
    assert done[0][0] != here
    assert done[0][1] == here


def test_what_the_user_can_mend_is_handed_over(qtbot: QtBot) -> None:
    failed: list[UserError] = []

    def work(_progress: tasks.Progress) -> None:
        raise UserError("Dit is geen tabel.", "Kies een ander bestand.")

    tasks.run(work, unexpected, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0].hint == "Kies een ander bestand."


def test_a_fault_ends_in_the_crash_report(qtbot: QtBot) -> None:
    def work(_progress: tasks.Progress) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as faults:
        tasks.run(work, unexpected, unexpected)
        qtbot.waitUntil(lambda: bool(faults))
    assert faults[0][0] is ZeroDivisionError


def test_after_stopping_nothing_is_reported_any_more(qtbot: QtBot) -> None:
    started, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def work(progress: tasks.Progress) -> None:
        started.set()
        go_on.wait(5)
        try:
            progress.report(1, 2)
        finally:
            ended.set()

    task = tasks.run(work, unexpected, unexpected, unexpected)
    assert started.wait(5)
    task.cancel()
    go_on.set()
    assert ended.wait(5)
    QThreadPool.globalInstance().waitForDone(5000)
    qtbot.wait(50)


def unexpected(*given: object) -> None:
    raise AssertionError(given)
