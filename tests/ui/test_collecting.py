"""Unreachable objects are looked for on the main thread alone, and not while work is under way."""

import gc
from threading import Event, Thread, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from raadsapp.ui import tasks
from raadsapp.ui.collecting import Collecting

MANY = 20_000


class Ring:
    """Refers to itself, and tells in which thread it was destroyed."""

    def __init__(self, destroyed: list[Thread]) -> None:
        self.itself = self
        self.destroyed = destroyed

    def __del__(self) -> None:
        self.destroyed.append(current_thread())


def many_objects() -> list[list[int]]:
    return [[number] for number in range(MANY)]


@pytest.fixture
def collecting(qapp: QApplication) -> Collecting:
    """After its first look, which leaves all that there was alone."""
    found = Collecting(qapp)
    kept = many_objects()
    found.look()
    assert kept
    gc.collect()
    return found


def test_a_thread_that_makes_many_objects_destroys_none_of_the_window(collecting: Collecting) -> None:
    destroyed: list[Thread] = []
    Ring(destroyed)
    other = Thread(target=many_objects)
    other.start()
    other.join()
    assert not destroyed
    kept = many_objects()
    collecting.look()
    assert kept
    assert destroyed == [main_thread()]


def test_nothing_is_looked_for_while_work_is_under_way(collecting: Collecting, qtbot: QtBot) -> None:
    destroyed: list[Thread] = []
    go_on = Event()
    ended: list[object] = []
    tasks.run(lambda _progress: go_on.wait(20), ended.append, lambda _error: None)
    Ring(destroyed)
    kept = many_objects()
    collecting.look()
    assert not destroyed
    go_on.set()
    qtbot.waitUntil(lambda: bool(ended) and not QThreadPool.globalInstance().activeThreadCount())
    collecting.look()
    assert kept
    assert destroyed


def test_after_few_new_objects_nothing_is_looked_for(collecting: Collecting) -> None:
    destroyed: list[Thread] = []
    Ring(destroyed)
    collecting.look()
    assert not destroyed
    gc.collect()
    assert destroyed


def test_what_a_task_was_given_goes_with_its_end_on_the_main_thread(qtbot: QtBot) -> None:
    destroyed: list[Thread] = []
    ended: list[object] = []

    class Held(QObject):
        def __del__(self) -> None:
            destroyed.append(current_thread())

        def done(self, result: object) -> None:
            ended.append(result)

    for _ in range(50):
        held = Held()
        tasks.run(lambda _progress: 1, held.done, lambda _error: None)
        del held
    qtbot.waitUntil(lambda: len(ended) == 50 and len(destroyed) == 50)
    assert set(destroyed) == {main_thread()}
